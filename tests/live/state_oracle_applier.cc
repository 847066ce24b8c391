#include "tests/live/state_oracle_applier.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "binlog/json.h"
#include "binlog/json_diff.h"
#include "fmt/format.h"
#include "model/text.h"
#include "tests/catch.h"
#include "tests/support/sql_text.h"

namespace towpath::live {
namespace {

using test::BytesLiteral;
using test::QuoteName;

std::string Text(const Column& column, const Value& value) {
  std::string text;
  const Status status = AppendText(column, value, &text);
  if (!status.ok()) FAIL(column.name << ": " << status.ToString());
  return text;
}

std::string_view View(std::span<const uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// The document in the column with the differences applied to it.
std::string Changed(const Column& column, const Value& value) {
  std::string document = QuoteName(column.name);
  binlog::JsonDiffReader differences(value.bytes());
  for (binlog::JsonDifference difference; differences.Next(&difference);) {
    const std::string path = test::Utf8Literal(difference.path);
    if (difference.operation == binlog::JsonOperation::kRemove) {
      document = fmt::format("JSON_REMOVE({}, {})", document, path);
      continue;
    }
    std::string text;
    REQUIRE(binlog::AppendJson(difference.value, &text));
    const char* function = difference.operation == binlog::JsonOperation::kReplace ? "JSON_REPLACE"
                           : difference.path.ends_with(']') ? "JSON_ARRAY_INSERT"
                                                            : "JSON_INSERT";
    document = fmt::format("{}({}, {}, CAST({} AS JSON))", function, document, path,
                           test::Utf8Literal(text));
  }
  REQUIRE(differences.ok());
  return document;
}

// The value as an expression that gives exactly it, in a column of its type.
std::string Literal(const Column& column, const Value& value) {
  switch (value.kind) {
    case ValueKind::kNull:
      return "NULL";
    case ValueKind::kInt:
      return std::to_string(value.i64);
    case ValueKind::kUint:
    case ValueKind::kYear:
    case ValueKind::kEnum:
    case ValueKind::kSet:
    case ValueKind::kBit:
      return std::to_string(value.u64);
    case ValueKind::kFloat:
    case ValueKind::kDouble:
      return fmt::format("{:.17e}", value.f64);
    case ValueKind::kDecimal:
      return Text(column, value);
    case ValueKind::kText:
      return fmt::format("_{} {}", column.charset, BytesLiteral(View(value.bytes())));
    case ValueKind::kBinary:
      return BytesLiteral(Text(column, value));
    case ValueKind::kGeometry:
    case ValueKind::kVector:
      return BytesLiteral(View(value.bytes()));
    case ValueKind::kJson:
      return fmt::format("CAST({} AS JSON)", test::Utf8Literal(Text(column, value)));
    case ValueKind::kDate:
    case ValueKind::kTime:
    case ValueKind::kDateTime:
    case ValueKind::kTimestamp:
    case ValueKind::kUuid:
    case ValueKind::kInet4:
    case ValueKind::kInet6:
      return "'" + Text(column, value) + "'";
    case ValueKind::kJsonDiff:
      return Changed(column, value);
    case ValueKind::kAbsent:
      break;
  }
  FAIL("no literal for " << column.name);
  return {};
}

// A condition that only this value meets.
std::string Condition(const Column& column, const Value& value) {
  const std::string name = QuoteName(column.name);
  switch (value.kind) {
    case ValueKind::kNull:
      return name + " IS NULL";
    case ValueKind::kText:
      return fmt::format("CAST({} AS BINARY) = {}", name, BytesLiteral(View(value.bytes())));
    case ValueKind::kBinary:
      return fmt::format("CAST({} AS BINARY) = {}", name, Literal(column, value));
    case ValueKind::kEnum:
    case ValueKind::kSet:
    case ValueKind::kBit:
      return fmt::format("CAST({} AS UNSIGNED) = {}", name, value.u64);
    case ValueKind::kGeometry:
    case ValueKind::kVector:
      return fmt::format("HEX({}) = '{}'", name, test::Hex(View(value.bytes())));
    case ValueKind::kJson:
      return fmt::format("CAST(CAST({} AS CHAR CHARACTER SET utf8mb4) AS BINARY) = {}", name,
                         BytesLiteral(Text(column, value)));
    case ValueKind::kFloat:
    case ValueKind::kDouble:
      // MySQL takes a literal beyond a FLOAT(8,4) for unequal to all; 9999.9999 is stored as 10000.
      return fmt::format("CAST({} AS DOUBLE) = {}", name, Literal(column, value));
    case ValueKind::kYear:
    case ValueKind::kDate:
    case ValueKind::kTime:
    case ValueKind::kDateTime:
    case ValueKind::kTimestamp:
    case ValueKind::kUuid:
    case ValueKind::kInet4:
    case ValueKind::kInet6:
      return fmt::format("CAST({} AS CHAR) = '{}'", name, Text(column, value));
    default:
      return fmt::format("{} = {}", name, Literal(column, value));
  }
}

std::string Name(const Table& table) {
  return QuoteName(table.database()) + "." + QuoteName(table.name());
}

// The last microsecond of TIMESTAMP, which row_end of a row that is not history has: until MariaDB
// 11.4, and since.
constexpr int64_t kEndOfTime = 2147483647999999;
constexpr int64_t kLaterEndOfTime = 4294967295999999;

// The value of a TIMESTAMP column of this name; 0 when there is none.
int64_t TimestampOf(const Table& table, std::span<const Value> image, std::string_view name) {
  for (size_t i = 0; i < image.size(); ++i)
    if (table.columns()[i].name == name && image[i].kind == ValueKind::kTimestamp)
      return image[i].i64;
  return 0;
}

// What follows `prefix` if the text starts with it.
std::optional<std::string> After(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  return std::string(text.substr(prefix.size()));
}

}  // namespace

StateApplier::StateApplier(const LiveServer& target)
    : server_(target), settings_(target.Source("root")) {
  auto connection = mysql::Connection::Open(settings_, interrupt_, std::chrono::minutes(10));
  INFO(connection.status().message());
  REQUIRE(connection.ok());
  connection_ = *std::move(connection);
  Run("SET NAMES utf8mb4");
  Run("SET time_zone = '+00:00'");
  Run("SET sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO'");
  Run("SET sql_log_bin = 0");
  if (server_.mysql()) {
    Run("SET foreign_key_checks = 0");
  } else {
    Run("SET system_versioning_alter_history = KEEP");
  }
}

std::vector<std::vector<std::optional<std::string>>> StateApplier::Run(const std::string& sql) {
  auto set = connection_->Query(sql);
  if (!set.ok()) FAIL("the target: " << set.status().message() << "\n" << sql.substr(0, 4000));
  return std::move(set->rows);
}

void StateApplier::SetClock(int64_t us) {
  Run(us == 0 ? "SET timestamp = DEFAULT"
              : fmt::format("SET timestamp = {}.{:06}", us / 1000000, us % 1000000));
}

// After a DELETE. Of an UPDATE the server tells only whether it changed something.
void StateApplier::RequireRow(const Statement& statement) {
  if (statement.conditions.empty() || Run("SELECT ROW_COUNT()")[0][0] == "1") return;
  std::string wrong;
  for (const std::string& condition : statement.conditions) {
    const auto count =
        Run(fmt::format("SELECT COUNT(*) FROM {} WHERE {}", statement.table, condition));
    if (count[0][0] == "0") wrong += "\n  no row has " + condition.substr(0, 1000);
  }
  FAIL("the row is not in the target: " << statement.table << wrong);
}

void StateApplier::RunAll(std::vector<Statement>& statements) {
  if (statements.empty()) return;
  Run("START TRANSACTION");
  int64_t clock = 0;
  for (const Statement& statement : statements) {
    if (statement.clock_us != clock) {
      clock = statement.clock_us;
      SetClock(clock);
    }
    Run(statement.sql);
    RequireRow(statement);
  }
  Run("COMMIT");
  if (clock != 0) SetClock(0);
  statements.clear();
}

void StateApplier::Apply(const Entry& entry) {
  switch (entry.kind()) {
    case EntryKind::kBegin:
      REQUIRE(!in_transaction_);
      in_transaction_ = true;
      return;
    case EntryKind::kCommit:
      REQUIRE(in_transaction_);
      in_transaction_ = false;
      ++transactions_;
      if (prepared_as_.empty()) {
        RunAll(transaction_);
      } else {
        REQUIRE(prepared_.emplace(prepared_as_, std::move(transaction_)).second);
        transaction_.clear();
        prepared_as_.clear();
      }
      return;
    case EntryKind::kDdl:
      return ApplyDdl(entry);
    case EntryKind::kInsert:
    case EntryKind::kUpdate:
    case EntryKind::kDelete:
      REQUIRE(in_transaction_);
      return ApplyRows(entry);
    case EntryKind::kStatement:
      FAIL("a change logged as a statement: " << entry.sql());
    case EntryKind::kHeartbeat:
      return;
  }
}

void StateApplier::ApplyDdl(const Entry& entry) {
  std::string sql(entry.sql());
  if (const auto id = After(sql, "XA PREPARE ")) {
    REQUIRE(in_transaction_);
    prepared_as_ = *id;
    return;
  }
  for (const bool commit : {true, false}) {
    const auto id = After(sql, commit ? "XA COMMIT " : "XA ROLLBACK ");
    if (!id) continue;
    const auto found = prepared_.find(*id);
    // Not there: a transaction in which nothing changed has no entries, so no XA PREPARE either.
    if (found == prepared_.end()) return;
    if (commit) RunAll(found->second);
    prepared_.erase(found);
    return;
  }
  ++ddl_;
  const std::string upper = model::ToLower(sql.substr(0, 60));
  for (const std::string_view what : {"create", "drop"})
    if (upper.starts_with(what) && upper.find(" trigger ") != std::string::npos) return;
  static constexpr std::string_view kNote = " START TRANSACTION";
  if (sql.ends_with(kNote)) sql.resize(sql.size() - kNote.size());
  RunAll(transaction_);
  targets_.clear();
  if (!entry.database().empty() && entry.database() != database_) {
    // A database that is dropped or created is not there.
    if (connection_->Execute("USE " + QuoteName(entry.database())).ok())
      database_ = entry.database();
  }
  SetClock(entry.timestamp_us());
  Run(sql);
  SetClock(0);
}

const StateApplier::Target& StateApplier::TargetOf(const Table& table) {
  const auto [at, is_new] = targets_.try_emplace({table.database(), table.name()});
  if (!is_new) return at->second;
  Target& target = at->second;
  const std::string where =
      fmt::format("table_schema = {} AND table_name = {}", connection_->Quote(table.database()),
                  connection_->Quote(table.name()));
  for (const auto& row :
       Run("SELECT column_name FROM information_schema.columns WHERE generation_expression IS NULL "
           "AND " +
           where +
           " UNION SELECT column_name FROM information_schema.columns WHERE generation_expression "
           "= '' AND " +
           where))
    target.columns.insert(row[0].value());
  for (const auto& row : Run("SELECT table_type FROM information_schema.tables WHERE " + where)) {
    target.versioned = row[0].value() == "SYSTEM VERSIONED";
    target.sequence = row[0].value() == "SEQUENCE";
  }
  INFO(Name(table));
  REQUIRE(!target.columns.empty());
  return target;
}

void StateApplier::ApplyRows(const Entry& entry) {
  const Target& target = TargetOf(*entry.table());
  REQUIRE(entry.table()->names_known());
  for (reader_.Start(entry); reader_.Next();) {
    ++rows_;
    ApplyRow(entry, target, reader_.before(), reader_.after());
  }
  if (!reader_.status().ok()) FAIL(reader_.status().ToString());
}

std::string StateApplier::SequenceRow(const Table& table, std::span<const Value> after) {
  const auto row = Run("SELECT * FROM " + Name(table)).at(0);
  REQUIRE(row.size() == after.size());
  std::string values;
  for (size_t i = 0; i < after.size(); ++i)
    values += (i == 0 ? "" : ", ") +
              (after[i].is_absent() ? row[i].value() : Literal(table.columns()[i], after[i]));
  return fmt::format("INSERT INTO {} VALUES ({})", Name(table), values);
}

void StateApplier::ApplyRow(const Entry& entry, const Target& target, std::span<const Value> before,
                            std::span<const Value> after) {
  const Table& table = *entry.table();
  const auto is_written = [&](size_t column) {
    return target.columns.count(table.columns()[column].name) != 0;
  };
  Statement statement;
  bool is_delete = after.empty();
  if (target.versioned) {
    const int64_t end = TimestampOf(table, after, "row_end");
    const bool is_history = end != 0 && end != kEndOfTime && end != kLaterEndOfTime;
    if (before.empty() && is_history) return;
    if (is_history) is_delete = true;
    statement.clock_us = is_delete ? end : TimestampOf(table, after, "row_start");
  }

  std::string where;
  std::vector<std::string> conditions;
  if (!before.empty()) {
    const std::vector<uint32_t>& key = table.primary_key();
    const bool by_key = !key.empty() && std::all_of(key.begin(), key.end(), [&](uint32_t column) {
      return !before[column].is_absent();
    });
    for (size_t i = 0; i < before.size(); ++i) {
      if (before[i].is_absent() || !is_written(i)) continue;
      if (by_key && std::find(key.begin(), key.end(), i) == key.end()) continue;
      conditions.push_back(Condition(table.columns()[i], before[i]));
    }
    REQUIRE(!conditions.empty());
    if (is_delete && !target.versioned) {
      statement.table = Name(table);
      statement.conditions = conditions;
    }
    where = fmt::format(" WHERE {} LIMIT 1", fmt::join(conditions, " AND "));
  }

  if (target.sequence) {
    statement.sql = SequenceRow(table, after);
  } else if (before.empty()) {
    std::string names;
    std::string values;
    for (size_t i = 0; i < after.size(); ++i) {
      if (after[i].is_absent() || !is_written(i)) continue;
      names += (names.empty() ? "" : ", ") + QuoteName(table.columns()[i].name);
      values += (values.empty() ? "" : ", ") + Literal(table.columns()[i], after[i]);
    }
    statement.sql = fmt::format("INSERT INTO {} ({}) VALUES ({})", Name(table), names, values);
  } else if (is_delete) {
    statement.sql = "DELETE FROM " + Name(table) + where;
  } else {
    std::string set;
    for (size_t i = 0; i < after.size(); ++i) {
      if (after[i].is_absent() || !is_written(i)) continue;
      set += (set.empty() ? "" : ", ") + QuoteName(table.columns()[i].name) + " = " +
             Literal(table.columns()[i], after[i]);
    }
    if (set.empty()) return;  // generated columns alone
    statement.sql = fmt::format("UPDATE {} SET {}{}", Name(table), set, where);
  }
  transaction_.push_back(std::move(statement));
}

}  // namespace towpath::live
