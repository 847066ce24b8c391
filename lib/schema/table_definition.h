// TableDefinition: what is known of a table's columns and key at one place of the binlog.
//
// Columns are described as information_schema describes them, so that a definition computed from
// DDL and one read from a server's catalogue compare equal.
#ifndef TOWPATH_LIB_SCHEMA_TABLE_DEFINITION_H_
#define TOWPATH_LIB_SCHEMA_TABLE_DEFINITION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "towpath/status.h"

namespace towpath::schema {

struct ColumnDefinition {
  std::string name;         // UTF-8
  std::string data_type;    // lower case: "int", "varchar", "uuid", ...
  std::string column_type;  // as declared: "int(10) unsigned", "enum('a','b')"
  std::string charset;      // "" when the type has none
  std::string collation;
  bool is_unsigned = false;
  bool nullable = true;
  bool is_key = false;  // of the primary key
  bool invisible = false;
  bool generated = false;  // from an expression, stored or virtual
  // MariaDB's row_start and row_end that a system-versioned table has without declaring them, and
  // its DB_ROW_HASH_n: in the rows of the binlog, last, and not in information_schema.
  bool hidden = false;
  int fractional_digits = -1;       // temporal types; -1: none
  std::vector<std::string> labels;  // ENUM and SET members, UTF-8
  bool operator==(const ColumnDefinition&) const = default;
};

// One of the first two, by its name.
ColumnDefinition HiddenPeriodColumn(std::string_view name);
// The hash of the n-th unique key (from 1 on) over columns that are too long for an index.
ColumnDefinition HiddenHashColumn(unsigned n);

struct TableDefinition {
  std::vector<ColumnDefinition> columns;  // in ordinal order
  std::vector<uint32_t> primary_key;      // column indexes in key order
  std::string charset;                    // of columns added without saying one; "": not known
  std::string collation;
  bool system_versioned = false;  // MariaDB
  bool operator==(const TableDefinition&) const = default;
};

// What new tables of a database get.
struct DatabaseDefinition {
  std::string charset;
  std::string collation;
  bool operator==(const DatabaseDefinition&) const = default;
};

// A compact byte string that begins with the version of its format, and back. Parsing checks all it
// reads and allocates no more than the bytes justify: kCorrupted (damaged), kUnsupported (a format
// of a later version).
std::string Serialize(const TableDefinition& definition);
std::string Serialize(const DatabaseDefinition& definition);
Result<TableDefinition> ParseTableDefinition(std::string_view bytes);
Result<DatabaseDefinition> ParseDatabaseDefinition(std::string_view bytes);

}  // namespace towpath::schema

#endif  // TOWPATH_LIB_SCHEMA_TABLE_DEFINITION_H_
