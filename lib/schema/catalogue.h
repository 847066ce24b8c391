// Catalogue: what a server says of its tables as they are now.
#ifndef TOWPATH_LIB_SCHEMA_CATALOGUE_H_
#define TOWPATH_LIB_SCHEMA_CATALOGUE_H_

#include <functional>
#include <string_view>

#include "schema/table_definition.h"
#include "towpath/status.h"

namespace towpath::schema {

class Catalogue {
 public:
  virtual ~Catalogue() = default;

  // kNotFound when there is no such table (any more), or none that the user may see; kConnection
  // when the server can not be asked.
  virtual Result<TableDefinition> Lookup(std::string_view database, std::string_view table) = 0;

  // Every table that the user may see and `wanted` wants, and every database; the server's own are
  // left out. Tables of a database may come before it.
  struct Visitor {
    std::function<bool(std::string_view database, std::string_view table)> wanted;
    std::function<void(std::string_view database, const DatabaseDefinition&)> database;
    std::function<void(std::string_view database, std::string_view table, const TableDefinition&)>
        table;
  };
  virtual Status ReadAll(const Visitor& visitor) = 0;
};

}  // namespace towpath::schema

#endif  // TOWPATH_LIB_SCHEMA_CATALOGUE_H_
