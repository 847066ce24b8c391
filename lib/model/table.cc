#include "towpath/table.h"

namespace towpath {

std::string_view ColumnTypeName(ColumnType type) {
  static constexpr std::string_view kNames[] = {
      "UNKNOWN",  "TINYINT", "SMALLINT",  "MEDIUMINT", "INT",      "BIGINT",    "FLOAT", "DOUBLE",
      "DECIMAL",  "YEAR",    "DATE",      "TIME",      "DATETIME", "TIMESTAMP", "CHAR",  "VARCHAR",
      "TEXT",     "BINARY",  "VARBINARY", "BLOB",      "ENUM",     "SET",       "BIT",   "JSON",
      "GEOMETRY", "VECTOR",  "UUID",      "INET4",     "INET6"};
  const auto index = static_cast<size_t>(type);
  return index < std::size(kNames) ? kNames[index] : kNames[0];
}

}  // namespace towpath
