// RandomColumn: a column of a random type, what is known of it, and how to make values for it.
//
// Every type of the flavour, with its boundaries: what a column is (`facts`) is for a test to
// compare with what a stream says of it, and `probes` are the SELECT expressions that show a value
// exactly.
#ifndef TOWPATH_TESTS_SUPPORT_RANDOM_COLUMN_H_
#define TOWPATH_TESTS_SUPPORT_RANDOM_COLUMN_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/random.h"
#include "tests/support/random_text.h"
#include "towpath/gtid.h"
#include "towpath/table.h"

namespace towpath::test {

// How the text that a probe selects relates to a value of the stream.
enum class Compare {
  kText,        // it is the value's text
  kHex,         // it is the value's text in hexadecimal
  kNumber,      // it is Value::u64
  kDoubleBits,  // read as a double it is Value::f64
  kFloatText,   // it is the value's text if it says as much as a FLOAT holds
};

struct Probe {
  std::string select;  // "HEX({})", with the quoted name for {}
  Compare compare;
};

struct RandomColumn {
  enum class Generated { kNot, kVirtual, kStored };

  std::string name;
  std::string type;        // "DECIMAL(10,2) UNSIGNED"
  std::string attributes;  // "INVISIBLE", "DEFAULT 3", "AS (...) VIRTUAL": behind NULL or NOT NULL
  bool nullable = true;
  bool visible = true;
  Generated generated = Generated::kNot;

  Column facts;  // type, sign, precision, scale, length, character set, labels; not the name
  std::vector<Probe> probes;
  // A value as an SQL expression, never NULL. Empty function: a generated column.
  std::function<std::string(Random&)> value;
  // A new value from the one in the column, whose quoted name is given; may be empty.
  std::function<std::string(Random&, const std::string&)> change;

  bool is_large = false;        // a BLOB, TEXT, JSON, ...: NOBLOB images may leave it out
  bool can_be_key = false;      // small enough for, and allowed in, a composite key
  bool can_be_left_out = true;  // has a default value if it is not given
  unsigned row_bytes = 8;       // of the 65535 bytes that the columns of a table may take in all
  unsigned page_bytes = 8;      // of about 8000 bytes that a row may take in a page of InnoDB
};

// What a server offers, to choose from. Must outlive the columns made from it.
struct ColumnChoices {
  Flavor flavor = Flavor::kMariadb;
  bool has_vector = false;              // MySQL 9, MariaDB 11.7
  bool timestamps_to_2106 = false;      // MariaDB 11.5; else to 2038
  std::vector<ServerCharset> charsets;  // "binary" not among them
  // Labels without characters beyond the basic plane, which the servers' catalogues do not have.
  bool basic_labels = false;
};

// Deals out the types of a server: each comes once before any comes again.
class TypeDeck {
 public:
  explicit TypeDeck(const ColumnChoices& choices)
      : flavor_(choices.flavor), has_vector_(choices.has_vector) {}
  ColumnType Deal(Random& random);

 private:
  Flavor flavor_;
  bool has_vector_;
  std::vector<ColumnType> left_;
};

// A column of this type. `row_bytes` and `page_bytes` bound what it may take; both at least 64.
RandomColumn MakeRandomColumn(Random& random, ColumnType type, const ColumnChoices& choices,
                              unsigned row_bytes, unsigned page_bytes);

// The same from the types that take a few bytes, for tables with hundreds of columns.
RandomColumn MakeSmallColumn(Random& random);

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_RANDOM_COLUMN_H_
