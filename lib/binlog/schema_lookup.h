// SchemaLookup and TableFilter: the two questions that decoding asks of the outside.
#ifndef TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_
#define TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "towpath/status.h"

namespace towpath::binlog {

// A column as the server's catalogue (information_schema) describes it today.
struct CatalogueColumn {
  std::string name;
  std::string data_type;    // lower case: "int", "varchar", "uuid", ...
  std::string column_type;  // as declared: "int(10) unsigned", "enum('a','b')"
  std::string charset;      // "" when the type has none
  std::string collation;
  bool is_unsigned = false;
  bool nullable = true;
  bool is_key = false;
  int fractional_digits = -1;       // temporal types; -1: none
  std::vector<std::string> labels;  // ENUM and SET members, UTF-8
};

struct CatalogueTable {
  std::vector<CatalogueColumn> columns;  // in ordinal order
  std::vector<uint32_t> primary_key;     // column indexes in key order
};

class SchemaLookup {
 public:
  virtual ~SchemaLookup() = default;
  // kNotFound when there is no such table (any more); kConnection when the server can not be asked.
  virtual Result<CatalogueTable> Lookup(std::string_view database, std::string_view table) = 0;
};

// Decides at TABLE_MAP, before any row is touched. Called once for each new version of a table.
class TableFilter {
 public:
  virtual ~TableFilter() = default;
  virtual bool Wants(std::string_view database, std::string_view table) const = 0;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_
