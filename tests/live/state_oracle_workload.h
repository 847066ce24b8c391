// A random workload of everything that changes tables: see StateWorkload.
#ifndef TOWPATH_TESTS_LIVE_STATE_ORACLE_WORKLOAD_H_
#define TOWPATH_TESTS_LIVE_STATE_ORACLE_WORKLOAD_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "mysql/connection.h"
#include "tests/live/live_server.h"
#include "tests/support/random.h"
#include "tests/support/random_column.h"
#include "tests/support/random_table.h"

namespace towpath::live {

// Several sessions with open transactions at once, over groups of tables: random tables of all
// types whose columns change, foreign keys with cascades, triggers, partitions, duplicate rows
// without a key, upserts, bulk loads, tables in MyISAM and Aria, XA, temporary tables, procedures,
// and on MariaDB tables WITH SYSTEM VERSIONING and sequences.
//
// The steps follow from the seed alone: one thread runs them, and while a transaction of one
// session holds a group, the others leave it alone, so that nobody waits for a lock. Statements may
// fail, as they do in life (duplicate keys, rows without a parent): what they leave behind is the
// server's affair, and the stream's.
class StateWorkload {
 public:
  StateWorkload(const LiveServer& server, const test::ColumnChoices& choices, uint64_t seed,
                std::string database);

  // Creates the database and the groups.
  void Start();
  void Step();
  // Ends the open transactions, and leaves a row in `end_table`.
  void Finish();

  static constexpr const char* kEndTable = "the end";

  struct Outcome {
    uint64_t succeeded = 0;
    uint64_t failed = 0;
    std::string last_error;
  };
  // By kind of statement ("load data", "drop column").
  const std::map<std::string, Outcome>& outcomes() const { return outcomes_; }

 private:
  enum class SessionState { kIdle, kTransaction, kXaActive, kXaPrepared };
  struct Session {
    std::unique_ptr<mysql::Connection> connection;
    SessionState state = SessionState::kIdle;
    std::string xid;
    bool has_savepoint = false;
    std::set<size_t> groups;  // that its transaction has touched
  };
  // Runs statements in a session; false from the first that fails on.
  using Runner = std::function<bool(const std::string& sql)>;
  struct Action {
    std::string kind;
    std::function<void(const Runner&)> run;
  };
  // Tables that depend on each other.
  struct Group {
    bool transactional = true;
    std::vector<Action> changes;      // of rows
    std::vector<Action> definitions;  // DDL
  };
  struct RandomGroup;

  void AddRandomTables();
  void AddRandomTable(size_t number);
  void AddRandomTableDefinitions(Group& group, const std::shared_ptr<RandomGroup>& state);
  void AddForeignKeys();
  void AddTriggers();
  void AddPartitions();
  void AddDuplicates();
  void AddUpserts();
  void AddBulkLoads();
  void AddProcedures();
  void AddVersioned();
  void AddSequence();

  std::unique_ptr<mysql::Connection> Connect();
  void Must(Session& session, const std::string& sql);
  bool Try(Session& session, const std::string& kind, const std::string& sql);
  void RunAction(Session& session, const Action& action);
  bool IsFree(size_t group, const Session& but) const;
  void ChangeRows(Session& session);
  void Define(Session& session);
  void EndTransaction(Session& session);
  std::string Name(const std::string& table) const;
  // REPLACE. With MINIMAL images MariaDB logs an update without the columns that it sets to their
  // defaults, so that no reader of the binlog can know of them; there it asks for FULL.
  std::string Replace(const std::string& rest) const;
  test::RandomColumn NewColumn();
  int64_t SomeId() { return random_.Between(1, 60); }

  const LiveServer& server_;
  const test::ColumnChoices& choices_;
  test::Random random_;
  const std::string database_;
  model::SourceSettings settings_;
  mysql::Interrupt interrupt_;
  test::TypeDeck deck_;
  std::vector<Session> sessions_;
  std::vector<Group> groups_;
  std::map<std::string, Outcome> outcomes_;
  size_t next_number_ = 0;
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_STATE_ORACLE_WORKLOAD_H_
