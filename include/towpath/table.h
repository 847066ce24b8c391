// Table and Column: what is known of the table whose rows an entry changes.
//
// The facts come from the TABLE_MAP event that precedes the rows. With binlog_row_metadata=FULL it
// is complete; without, names and the rest come from the server's catalogue, checked against the
// event, or the columns are named by position (names_known() is false).
//
// Thread safety: immutable once built; shared freely between threads.
#ifndef TOWPATH_TABLE_H_
#define TOWPATH_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace towpath {

// What a column holds, as a user declared it. Numbers are part of the C ABI.
enum class ColumnType : uint8_t {
  kUnknown = 0,
  kTinyInt = 1,
  kSmallInt = 2,
  kMediumInt = 3,
  kInt = 4,
  kBigInt = 5,
  kFloat = 6,
  kDouble = 7,
  kDecimal = 8,
  kYear = 9,
  kDate = 10,
  kTime = 11,
  kDateTime = 12,
  kTimestamp = 13,
  kChar = 14,       // CHAR(n)
  kVarchar = 15,    // VARCHAR(n)
  kText = 16,       // TINYTEXT to LONGTEXT; MariaDB's JSON, which is LONGTEXT
  kBinary = 17,     // BINARY(n)
  kVarbinary = 18,  // VARBINARY(n)
  kBlob = 19,       // TINYBLOB to LONGBLOB
  kEnum = 20,
  kSet = 21,
  kBit = 22,
  kJson = 23,      // MySQL's binary JSON
  kGeometry = 24,  // any geometry type: SRID (4 bytes, little endian), then WKB
  kVector = 25,    // float32 little endian
  kUuid = 26,      // MariaDB, 16 bytes
  kInet4 = 27,     // MariaDB, 4 bytes
  kInet6 = 28,     // MariaDB, 16 bytes
};

// Upper-case SQL name, e.g. "BIGINT". Static storage.
std::string_view ColumnTypeName(ColumnType type);

struct Column {
  std::string name;  // UTF-8; "@1", "@2", ... when not known
  ColumnType type = ColumnType::kUnknown;
  bool is_unsigned = false;
  // As the event has it. MariaDB logs true for all but the key in the rows of a table that the
  // statement joined from outside (UPDATE a LEFT JOIN b), unless the schema history knows better.
  bool nullable = true;
  bool is_key = false;       // part of the primary key
  bool visible = true;       // false: INVISIBLE (MySQL with full metadata)
  uint8_t precision = 0;     // DECIMAL: digits in all
  uint8_t scale = 0;         // DECIMAL: digits behind the point; temporal: fractional digits, 0..6
  uint32_t length = 0;       // bytes: the longest value of strings; BINARY: n; BIT: number of bits
  uint32_t collation = 0;    // collation id; 63 is binary, 0 not known
  std::string_view charset;  // "utf8mb4", "latin1", ... static storage; "" when none or not known
  std::vector<std::string> labels;  // ENUM and SET members in order, UTF-8; empty when not known

  // The type as the binlog has it (enum_field_types and its metadata, little endian).
  uint8_t wire_type = 0;
  uint16_t wire_meta = 0;
};

class Table {
 public:
  Table(std::string database, std::string name, std::vector<Column> columns,
        std::vector<uint32_t> primary_key, bool names_known)
      : database_(std::move(database)),
        name_(std::move(name)),
        columns_(std::move(columns)),
        primary_key_(std::move(primary_key)),
        names_known_(names_known) {}

  const std::string& database() const { return database_; }  // UTF-8
  const std::string& name() const { return name_; }          // UTF-8
  const std::vector<Column>& columns() const { return columns_; }
  // Indexes into columns(), in key order; empty when there is no key or it is not known.
  const std::vector<uint32_t>& primary_key() const { return primary_key_; }
  // False: columns are named "@1", "@2", ... and signedness may be wrong (schema.mode=positional).
  bool names_known() const { return names_known_; }

 private:
  std::string database_;
  std::string name_;
  std::vector<Column> columns_;
  std::vector<uint32_t> primary_key_;
  bool names_known_;
};

}  // namespace towpath

#endif  // TOWPATH_TABLE_H_
