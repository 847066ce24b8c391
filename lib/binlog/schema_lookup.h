// SchemaLookup and TableFilter: the questions that decoding asks of the outside.
#ifndef TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_
#define TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_

#include <string_view>

#include "schema/table_definition.h"
#include "towpath/status.h"
#include "towpath/table.h"

namespace towpath::binlog {

class SchemaLookup {
 public:
  virtual ~SchemaLookup() = default;
  // kNotFound when there is no such table (any more); kConnection when the server can not be asked.
  virtual Result<schema::TableDefinition> Lookup(std::string_view database,
                                                 std::string_view table) = 0;
};

// Decides at TABLE_MAP, before any row is touched. Called once for each new version of a table.
class TableFilter {
 public:
  virtual ~TableFilter() = default;
  virtual bool Wants(std::string_view database, std::string_view table) const = 0;
  // Which columns of a wanted table are delivered, by column; left empty: all of them. An error
  // stops the stream; its message names the table but not the place.
  virtual Status SelectColumns(const Table& /*table*/, std::vector<bool>* /*wanted*/) const {
    return Status::Ok();
  }
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_
