// Random text, made of the characters that a character set has.
#ifndef TOWPATH_TESTS_SUPPORT_RANDOM_TEXT_H_
#define TOWPATH_TESTS_SUPPORT_RANDOM_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/random.h"

namespace towpath::test {

// A character set as a server describes it.
struct ServerCharset {
  std::string name;                     // "utf8mb4"
  unsigned max_bytes = 1;               // of one character
  std::vector<std::string> collations;  // full names, sorted
  // Those of Candidates() that it has, in order.
  std::vector<uint32_t> characters;

  bool Has(uint32_t character) const;
};

// ASCII and some tens of thousands of other characters, in order: something of every set.
const std::vector<uint32_t>& Candidates();

// Appends a code point as UTF-8.
void AppendUtf8Character(uint32_t code_point, std::string* out);

// One of `characters`, ASCII about every other time.
uint32_t RandomCharacter(Random& random, const std::vector<uint32_t>& characters);

// Text of at most `max_characters`, in UTF-8: mostly short, at times empty, full, about 255 and 256
// bytes long, compressible, with trailing spaces, NUL bytes or quotes.
std::string RandomText(Random& random, const std::vector<uint32_t>& characters,
                       size_t max_characters);

// A length up to `limit`, with the likes of 0, 1, 255, 256, 65535 and `limit` more often; lengths
// over 1000 are rare.
size_t RandomLength(Random& random, size_t limit);

// A name of a table or column: quotes, spaces, punctuation and letters of the basic plane; unlike
// any other name with another `number`, also to collations that ignore case and accents.
std::string RandomName(Random& random, size_t number);

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_RANDOM_TEXT_H_
