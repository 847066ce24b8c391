#include "tests/live/state_oracle_workload.h"

#include <chrono>
#include <utility>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/sql_text.h"

namespace towpath::live {
namespace {

using test::QuoteName;

constexpr size_t kSessions = 4;

}  // namespace

StateWorkload::StateWorkload(const LiveServer& server, const test::ColumnChoices& choices,
                             uint64_t seed, std::string database)
    : server_(server),
      choices_(choices),
      random_(seed),
      database_(std::move(database)),
      settings_(server.Source("root")),
      deck_(choices) {}

std::string StateWorkload::Name(const std::string& table) const {
  return QuoteName(database_) + "." + QuoteName(table);
}

std::string StateWorkload::Replace(const std::string& rest) const {
  return (server_.mysql() ? "" : "SET STATEMENT binlog_row_image = 'FULL' FOR ") +
         ("REPLACE" + rest);
}

std::unique_ptr<mysql::Connection> StateWorkload::Connect() {
  auto connection = mysql::Connection::Open(settings_, interrupt_, std::chrono::minutes(10));
  INFO(connection.status().message());
  REQUIRE(connection.ok());
  return *std::move(connection);
}

void StateWorkload::Must(Session& session, const std::string& sql) {
  const auto set = session.connection->Query(sql);
  if (!set.ok()) FAIL(set.status().message() << "\n" << sql.substr(0, 4000));
}

bool StateWorkload::Try(Session& session, const std::string& kind, const std::string& sql) {
  Outcome& outcome = outcomes_[kind];
  const auto set = session.connection->Query(sql);
  if (set.ok()) {
    ++outcome.succeeded;
    return true;
  }
  ++outcome.failed;
  outcome.last_error = set.status().message() + " in: " + sql.substr(0, 500);
  // Nobody is to wait for anybody, and no statement is to lose the connection.
  const unsigned int number = session.connection->error_number();
  if (number == 1205 || number == 1213 || number < 1000 || number >= 2000) {
    const bool own_range = number >= 3000 && number < 20000;  // newer errors of the servers
    if (!own_range) FAIL(outcome.last_error);
  }
  return false;
}

void StateWorkload::RunAction(Session& session, const Action& action) {
  bool ok = true;
  action.run([&](const std::string& sql) {
    ok = ok && Try(session, action.kind, sql);
    return ok;
  });
}

void StateWorkload::Start() {
  sessions_.resize(kSessions);
  for (Session& session : sessions_) {
    session.connection = Connect();
    Must(session, "SET NAMES utf8mb4");
    Must(session, "SET time_zone = '+00:00'");
    Must(session, "SET sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO'");
    Must(session, "SET innodb_lock_wait_timeout = 5");
    Must(session, "SET lock_wait_timeout = 5");
    if (!server_.mysql()) Must(session, "SET system_versioning_alter_history = KEEP");
  }
  Must(sessions_[0], "DROP DATABASE IF EXISTS " + QuoteName(database_));
  Must(sessions_[0], "CREATE DATABASE " + QuoteName(database_));
  for (Session& session : sessions_) Must(session, "USE " + QuoteName(database_));
  AddRandomTables();
  AddForeignKeys();
  AddTriggers();
  AddPartitions();
  AddDuplicates();
  AddUpserts();
  AddBulkLoads();
  AddProcedures();
  if (!server_.mysql()) {
    AddVersioned();
    AddSequence();
  }
}

bool StateWorkload::IsFree(size_t group, const Session& but) const {
  return std::none_of(sessions_.begin(), sessions_.end(), [&](const Session& session) {
    return &session != &but && session.groups.count(group) != 0;
  });
}

void StateWorkload::ChangeRows(Session& session) {
  const size_t number = random_.Below(groups_.size());
  Group& group = groups_[number];
  if (!IsFree(number, session)) return;
  const bool open = session.state != SessionState::kIdle;
  if (open && !group.transactional) return;
  if (open) session.groups.insert(number);
  RunAction(session, random_.Pick(group.changes));
}

void StateWorkload::Define(Session& session) {
  const size_t number = random_.Below(groups_.size());
  Group& group = groups_[number];
  if (group.definitions.empty() || !IsFree(number, session)) return;
  // The transaction is committed by the way.
  RunAction(session, random_.Pick(group.definitions));
  Must(session, "COMMIT");
  session.state = SessionState::kIdle;
  session.has_savepoint = false;
  session.groups.clear();
}

void StateWorkload::EndTransaction(Session& session) {
  const bool commit = random_.Chance(75);
  switch (session.state) {
    case SessionState::kIdle:
      return;
    case SessionState::kTransaction:
      Must(session, commit ? "COMMIT" : "ROLLBACK");
      break;
    case SessionState::kXaActive:
      Must(session, "XA END " + session.xid);
      if (random_.Chance(25)) {
        Must(session, commit ? fmt::format("XA COMMIT {} ONE PHASE", session.xid)
                             : "XA ROLLBACK " + session.xid);
        break;
      }
      Must(session, "XA PREPARE " + session.xid);
      session.state = SessionState::kXaPrepared;
      return;
    case SessionState::kXaPrepared:
      Must(session, (commit ? "XA COMMIT " : "XA ROLLBACK ") + session.xid);
      ++outcomes_[commit ? "xa commit" : "xa rollback"].succeeded;
      break;
  }
  session.state = SessionState::kIdle;
  session.has_savepoint = false;
  session.groups.clear();
}

void StateWorkload::Step() {
  Session& session = sessions_[random_.Below(sessions_.size())];
  if (session.state == SessionState::kXaPrepared) return EndTransaction(session);
  if (session.state == SessionState::kIdle) {
    const uint64_t choice = random_.Below(100);
    if (choice < 8) {
      Must(session, fmt::format("SET binlog_row_image = '{}'",
                                random_.Pick({"FULL", "FULL", "MINIMAL", "NOBLOB"})));
      if (server_.mysql()) {
        Must(session,
             fmt::format("SET binlog_transaction_compression = {}", random_.Chance(30) ? 1 : 0));
        Must(session, fmt::format("SET binlog_row_value_options = '{}'",
                                  random_.Chance(60) ? "PARTIAL_JSON" : ""));
      }
    } else if (choice < 30) {
      Must(session, "START TRANSACTION");
      session.state = SessionState::kTransaction;
    } else if (choice < 36) {
      session.xid = fmt::format("X'{}','b{}',{}", test::Hex(random_.Bytes(1 + random_.Below(9))),
                                next_number_++, random_.Below(5));
      Must(session, "XA START " + session.xid);
      session.state = SessionState::kXaActive;
    } else if (choice < 58) {
      Define(session);
    } else {
      ChangeRows(session);
    }
    return;
  }
  const uint64_t choice = random_.Below(100);
  if (choice < 18) {
    EndTransaction(session);
  } else if (choice < 26 && session.state == SessionState::kTransaction) {
    Must(session, "SAVEPOINT `s p`");
    session.has_savepoint = true;
  } else if (choice < 34 && session.has_savepoint) {
    Must(session, "ROLLBACK TO `s p`");
    ++outcomes_["rollback to savepoint"].succeeded;
  } else if (choice < 37 && session.state == SessionState::kTransaction) {
    Define(session);
  } else {
    ChangeRows(session);
  }
}

void StateWorkload::Finish() {
  for (Session& session : sessions_)
    while (session.state != SessionState::kIdle) EndTransaction(session);
  Must(sessions_[0], fmt::format("CREATE TABLE {} (id INT)", Name(kEndTable)));
  Must(sessions_[0], fmt::format("INSERT INTO {} VALUES (1)", Name(kEndTable)));
}

}  // namespace towpath::live
