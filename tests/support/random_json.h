// Random JSON documents: as text, and as SQL expressions for what JSON text can not say (MySQL's
// dates, decimals, bits and blobs inside documents).
#ifndef TOWPATH_TESTS_SUPPORT_RANDOM_JSON_H_
#define TOWPATH_TESTS_SUPPORT_RANDOM_JSON_H_

#include <cstddef>
#include <string>

#include "tests/support/random.h"

namespace towpath::test {

// JSON text in UTF-8: nested, at times `max_depth` (at least 5) deep, with numbers at the edges,
// escapes, empty keys and all of Unicode.
std::string RandomJson(Random& random, size_t max_depth);

// An expression of MySQL's JSON type, never NULL.
std::string RandomJsonExpression(Random& random);

// An expression that makes a new document from the one in `column` (a quoted name, not NULL), in
// ways that MySQL may carry out in place.
std::string RandomJsonChange(Random& random, const std::string& column);

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_RANDOM_JSON_H_
