// StateApplier: replays what a stream delivers on a server of the same flavour, by SQL.
//
// What an applier has to know beyond "run the DDL, change the rows":
// - DDL runs as it came, in its default database, by the source's clock, to the microsecond (a
//   column added with DEFAULT CURRENT_TIMESTAMP is filled from it, and NULL made NOT NULL).
// - Triggers are not created: what they changed is among the rows.
// - MySQL ends the DDL of CREATE TABLE ... SELECT with START TRANSACTION, a note for replicas; the
//   rows follow in the same transaction.
// - Actions of foreign keys (CASCADE, SET NULL) are rows of the binlog on MySQL 9.6 and newer, so
//   the keys are not checked here. On MariaDB, and on MySQL before, they are not in the binlog:
//   the target's own keys have to act.
// - Rows before XA PREPARE are held until XA COMMIT or XA ROLLBACK of the same identity comes.
// - Generated columns are not written, nor columns that the target hides (DB_ROW_HASH_1 of
// MariaDB).
// - A table WITH SYSTEM VERSIONING writes its history itself, at the time in row_start and row_end,
//   which the clock is set to; the source's history rows are left out.
// - A sequence is a table of one row, which INSERT replaces; what a MINIMAL image leaves out stays.
// - A JSON document may come as what changed in it, for the target's own functions to do.
// - A row is found by its primary key, or by all columns of its image, as exact bytes; one of equal
//   rows is as good as another.
#ifndef TOWPATH_TESTS_LIVE_STATE_ORACLE_APPLIER_H_
#define TOWPATH_TESTS_LIVE_STATE_ORACLE_APPLIER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mysql/connection.h"
#include "tests/live/live_server.h"
#include "towpath/entry.h"

namespace towpath::live {

class StateApplier {
 public:
  explicit StateApplier(const LiveServer& target);

  // Entries in order; each exactly once. What the target refuses fails the test.
  void Apply(const Entry& entry);

  uint64_t rows() const { return rows_; }
  uint64_t ddl() const { return ddl_; }
  uint64_t transactions() const { return transactions_; }

 private:
  // The target's columns that can be written.
  struct Target {
    std::set<std::string> columns;
    bool versioned = false;
    bool sequence = false;
  };
  struct Statement {
    std::string sql;
    int64_t clock_us = 0;  // by which it is to run; 0 for the server's own
    // Of a DELETE: the table and the conditions of which each must hold for a row.
    std::string table;
    std::vector<std::string> conditions;
  };

  std::vector<std::vector<std::optional<std::string>>> Run(const std::string& sql);
  void RequireRow(const Statement& statement);
  void SetClock(int64_t us);  // 0: the server's own
  void RunAll(std::vector<Statement>& statements);
  void ApplyDdl(const Entry& entry);
  void ApplyRows(const Entry& entry);
  void ApplyRow(const Entry& entry, const Target& target, std::span<const Value> before,
                std::span<const Value> after);
  std::string SequenceRow(const Table& table, std::span<const Value> after);
  const Target& TargetOf(const Table& table);

  const LiveServer& server_;
  model::SourceSettings settings_;
  mysql::Interrupt interrupt_;
  std::unique_ptr<mysql::Connection> connection_;
  std::string database_;  // that is in use
  RowReader reader_;
  std::map<std::pair<std::string, std::string>, Target> targets_;  // until the next DDL
  bool in_transaction_ = false;
  std::vector<Statement> transaction_;
  std::string prepared_as_;  // identity in the XA PREPARE of the transaction that is open
  std::map<std::string, std::vector<Statement>> prepared_;
  uint64_t rows_ = 0;
  uint64_t ddl_ = 0;
  uint64_t transactions_ = 0;
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_STATE_ORACLE_APPLIER_H_
