// A random workload on random tables that writes down, by SELECT, what each statement changed.
#ifndef TOWPATH_TESTS_LIVE_SELECT_ORACLE_WORKLOAD_H_
#define TOWPATH_TESTS_LIVE_SELECT_ORACLE_WORKLOAD_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "mysql/connection.h"
#include "tests/live/live_server.h"
#include "tests/live/select_oracle_journal.h"
#include "tests/support/random.h"
#include "tests/support/random_column.h"

namespace towpath::live {

// A session as root with time_zone '+00:00' and results in utf8mb4, in the text protocol. What
// fails fails the test.
class OracleSession {
 public:
  explicit OracleSession(const LiveServer& server);

  mysql::ResultSet Query(const std::string& sql);
  // Character sets and collations of the server, without "binary".
  std::vector<test::ServerCharset> Charsets();
  // What the server has: its types and these character sets.
  test::ColumnChoices Choices();
  // FILE:OFFSET of the end of the binlog.
  std::string Position();

 private:
  const LiveServer& server_;
  model::SourceSettings settings_;
  mysql::Interrupt interrupt_;
  std::unique_ptr<mysql::Connection> connection_;
};

// Creates `tables` tables in a new database of that name and changes them until `rows` rows were
// inserted. Inserts (of one row, many rows, selected rows), updates, deletes, in and out of
// transactions, rollbacks, savepoints, all row images.
Journal RunWorkload(const LiveServer& server, OracleSession& session,
                    const test::ColumnChoices& choices, uint64_t seed, const std::string& database,
                    size_t tables, size_t rows);

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_SELECT_ORACLE_WORKLOAD_H_
