// Catalogue: a server's information_schema as a SchemaLookup.
//
// It has a connection of its own, because one with a running dump takes no queries. It is opened
// by the first lookup and again after it broke. What it answers is the table as it is now; whether
// that fits an event is for the caller to check.
#ifndef TOWPATH_LIB_MYSQL_CATALOGUE_H_
#define TOWPATH_LIB_MYSQL_CATALOGUE_H_

#include <memory>
#include <string_view>

#include "binlog/schema_lookup.h"
#include "model/settings.h"
#include "mysql/connection.h"
#include "mysql/interrupt.h"

namespace towpath::mysql {

class Catalogue : public binlog::SchemaLookup {
 public:
  // Both must outlive the catalogue.
  Catalogue(const model::SourceSettings& settings, Interrupt& interrupt)
      : settings_(settings), interrupt_(interrupt) {}

  // Names as the binlog has them, UTF-8. One round trip. kNotFound: no such table, or none that
  // the user may see; kConnection and others of Connection; kClosed.
  Result<schema::TableDefinition> Lookup(std::string_view database,
                                         std::string_view table) override;

 private:
  Result<schema::TableDefinition> Ask(std::string_view database, std::string_view table);

  const model::SourceSettings& settings_;
  Interrupt& interrupt_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_CATALOGUE_H_
