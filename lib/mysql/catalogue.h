// Catalogue: a server's information_schema as a schema::Catalogue.
//
// It has a connection of its own, because one with a running dump takes no queries. It is opened
// by the first question and again after it broke. What it answers is what tables are now; whether
// that fits an event is for the caller to check.
#ifndef TOWPATH_LIB_MYSQL_CATALOGUE_H_
#define TOWPATH_LIB_MYSQL_CATALOGUE_H_

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/settings.h"
#include "mysql/connection.h"
#include "mysql/interrupt.h"
#include "schema/catalogue.h"

namespace towpath::mysql {

class Catalogue : public schema::Catalogue {
 public:
  // Both must outlive the catalogue.
  Catalogue(const model::SourceSettings& settings, Interrupt& interrupt)
      : settings_(settings), interrupt_(interrupt) {}

  // The settings name another server now: the next question goes there.
  void Forget() { connection_.reset(); }

  // Names as the binlog has them, UTF-8. One round trip. kNotFound: no such table, or none that
  // the user may see; kConnection and others of Connection; kClosed.
  Result<schema::TableDefinition> Lookup(std::string_view database,
                                         std::string_view table) override;
  // For each database a few queries, whose answers are read row by row; or, when few of its tables
  // are wanted, one for each of these: a server opens every table that it describes. Over a
  // connection that has ten minutes for each answer.
  Status ReadAll(const Visitor& visitor) override;

 private:
  struct SeenTable;
  using SeenTables = std::map<std::string, SeenTable, std::less<>>;

  Status Connect(std::chrono::milliseconds read_timeout);
  // Runs `ask`, once more when a connection that had been idle turns out to be gone.
  Status Try(const std::function<Status()>& ask);
  Status LookupOnce(std::string_view database, std::string_view table,
                    schema::TableDefinition* found, bool* is_view);
  Status ReadDatabases(const Visitor& visitor, std::vector<std::string>* names);
  Status ReadTables(const std::string& database, const Visitor& visitor);
  // `wanted`: by name; taken apart.
  Status ReadAllColumns(const std::string& database, SeenTables* wanted, const Visitor& visitor);

  const model::SourceSettings& settings_;
  Interrupt& interrupt_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_CATALOGUE_H_
