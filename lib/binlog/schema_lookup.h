// SchemaLookup and TableFilter: what decoding asks of the outside.
#ifndef TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_
#define TOWPATH_LIB_BINLOG_SCHEMA_LOOKUP_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema_state.h"
#include "schema/table_definition.h"
#include "sql/ddl.h"
#include "towpath/position.h"
#include "towpath/status.h"
#include "towpath/table.h"

namespace towpath::binlog {

// What is known of tables beyond what the binlog says of them itself. `at` is always the event in
// hand: the decoder goes forward through the binlog, and what is known goes with it.
class SchemaLookup {
 public:
  virtual ~SchemaLookup() = default;

  // What the table is here, as far as that is known without asking anybody. If it is not, and there
  // is something to say about it, *why_not says it.
  virtual std::optional<schema::TableDefinition> Remembered(std::string_view database,
                                                            std::string_view table,
                                                            std::string* why_not) = 0;
  // Asks the server's catalogue, which knows the table as it is now: when nothing is remembered, or
  // what is remembered does not fit the event. kNotFound when there is no such table (any more);
  // kConnection when the server can not be asked.
  virtual Result<schema::TableDefinition> Ask(const Position& at, std::string_view database,
                                              std::string_view table) = 0;
  // What Ask found fits the event. kStore when it can not be kept.
  virtual Status Remember(const Position& at, std::string_view database, std::string_view table,
                          const schema::TableDefinition& definition) = 0;
  // The server executed a DDL statement here. Returns whether any table is another one, or known
  // otherwise, now; kStore when it can not be kept.
  virtual Result<bool> Apply(const Position& at, const sql::Ddl& ddl,
                             const schema::DdlContext& context) = 0;
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
