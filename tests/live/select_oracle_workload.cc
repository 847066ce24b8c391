#include "tests/live/select_oracle_workload.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"
#include "tests/catch.h"
#include "tests/support/random_table.h"
#include "tests/support/sql_text.h"

namespace towpath::live {
namespace {

using test::Random;
using test::RandomTable;

class Workload {
 public:
  Workload(const LiveServer& server, OracleSession& session, uint64_t seed)
      : server_(server), session_(session), random_(seed) {}

  Journal Run(const test::ColumnChoices& choices, const std::string& database, size_t tables,
              size_t rows);

 private:
  struct Undo {
    size_t table;
    int64_t id;
    SelectedRowPtr row;  // what it was
  };
  // A place in the open transaction to roll back to.
  struct Mark {
    size_t statements;
    size_t undos;
    uint64_t inserted;
  };

  void CreateTables(const test::ColumnChoices& choices, const std::string& database, size_t count);
  void Transaction();
  void Statement(size_t table);
  SelectedRows Read(size_t table, const std::string& select);
  std::vector<int64_t> PickRows(size_t table, size_t most);
  Mark Here() const { return {uncommitted_.size(), undos_.size(), inserted_}; }
  void RollBackTo(const Mark& mark);
  void SetRow(size_t table, int64_t id, SelectedRowPtr row);
  void Record(size_t table, const std::string& sql, const std::vector<int64_t>& ids,
              const std::vector<std::pair<int64_t, int64_t>>& renamed = {});

  const LiveServer& server_;
  OracleSession& session_;
  Random random_;
  Journal journal_;
  int64_t next_id_ = 1;
  RowImage image_ = RowImage::kFull;
  // Of the transaction that is open.
  std::vector<ExpectedStatement> uncommitted_;
  std::vector<Undo> undos_;
  uint64_t inserted_ = 0;
};

void Workload::CreateTables(const test::ColumnChoices& choices, const std::string& database,
                            size_t count) {
  test::TypeDeck deck(choices);
  for (size_t i = 0; i < count; ++i) {
    RandomTable table = test::MakeRandomTable(random_, choices, deck, database, i);
    if (server_.mysql())
      session_.Query(
          fmt::format("SET sql_generate_invisible_primary_key = {}", table.generated_key ? 1 : 0));
    session_.Query(table.create);
    journal_.tables.push_back(std::move(table));
    journal_.rows.emplace_back();
  }
}

SelectedRows Workload::Read(size_t table, const std::string& select) {
  const RandomTable& t = journal_.tables[table];
  size_t id_probe = 0;
  for (size_t i = 0; i < t.id; ++i) id_probe += t.columns[i].probes.size();
  mysql::ResultSet set = session_.Query(select);
  SelectedRows rows;
  for (SelectedRow& row : set.rows) {
    const auto id = model::ParseNumber<int64_t>(row[id_probe].value());
    REQUIRE(id.has_value());
    rows[*id] = std::make_shared<const SelectedRow>(std::move(row));
  }
  REQUIRE(rows.size() == set.rows.size());
  return rows;
}

// Up to `most` rows that are there.
std::vector<int64_t> Workload::PickRows(size_t table, size_t most) {
  const SelectedRows& rows = journal_.rows[table];
  std::vector<int64_t> ids;
  if (rows.empty()) return ids;
  const size_t count = 1 + random_.Below(std::min(most, rows.size()));
  // A run of neighbours from somewhere.
  auto at = rows.begin();
  std::advance(at, static_cast<int64_t>(random_.Below(rows.size() - count + 1)));
  for (size_t i = 0; i < count; ++i, ++at)
    if (random_.Chance(80)) ids.push_back(at->first);
  return ids;
}

void Workload::SetRow(size_t table, int64_t id, SelectedRowPtr row) {
  SelectedRows& rows = journal_.rows[table];
  SelectedRowPtr& at = rows[id];
  undos_.push_back({table, id, at});
  at = std::move(row);
  if (at == nullptr) rows.erase(id);
}

void Workload::RollBackTo(const Mark& mark) {
  uncommitted_.erase(uncommitted_.begin() + static_cast<int64_t>(mark.statements),
                     uncommitted_.end());
  inserted_ = mark.inserted;
  for (; undos_.size() > mark.undos; undos_.pop_back()) {
    const Undo& undo = undos_.back();
    if (undo.row == nullptr) {
      journal_.rows[undo.table].erase(undo.id);
    } else {
      journal_.rows[undo.table][undo.id] = undo.row;
    }
  }
}

// Runs a statement that changes the rows `ids`, and no others. `renamed`: ids before and after.
void Workload::Record(size_t table, const std::string& sql, const std::vector<int64_t>& ids,
                      const std::vector<std::pair<int64_t, int64_t>>& renamed) {
  session_.Query(sql);
  ExpectedStatement statement;
  statement.table = table;
  statement.image = image_;
  statement.sql = sql.substr(0, 2000);
  std::vector<int64_t> look_up = ids;
  for (const auto& [old_id, new_id] : renamed) look_up.push_back(new_id);
  const SelectedRows now = Read(table, journal_.tables[table].Select(look_up));
  const SelectedRows& rows = journal_.rows[table];
  const auto find = [](const SelectedRows& in, int64_t id) {
    const auto found = in.find(id);
    return found == in.end() ? nullptr : found->second;
  };
  for (const int64_t id : ids) {
    const auto moved = std::find_if(renamed.begin(), renamed.end(),
                                    [&](const auto& pair) { return pair.first == id; });
    const int64_t new_id = moved == renamed.end() ? id : moved->second;
    const SelectedRowPtr before = find(rows, id);
    const SelectedRowPtr after = find(now, new_id);
    if (before == nullptr && after == nullptr) continue;
    const EntryKind kind = before == nullptr  ? EntryKind::kInsert
                           : after == nullptr ? EntryKind::kDelete
                                              : EntryKind::kUpdate;
    statement.changes[{kind, id}] = {before, after};
    if (before != nullptr && (after == nullptr || new_id != id)) SetRow(table, id, nullptr);
    if (after != nullptr) SetRow(table, new_id, after);
    if (kind == EntryKind::kInsert) ++inserted_;
  }
  if (!statement.changes.empty()) uncommitted_.push_back(std::move(statement));
}

void Workload::Statement(size_t table) {
  const RandomTable& t = journal_.tables[table];
  const auto new_ids = [&](size_t count) {
    std::vector<int64_t> ids;
    for (size_t i = 0; i < count; ++i) ids.push_back(next_id_++);
    return ids;
  };
  const uint64_t choice = random_.Below(100);
  if (choice < 30 || journal_.rows[table].empty()) {
    const std::vector<int64_t> ids = new_ids(1);
    Record(table, t.Insert(random_, ids), ids);
  } else if (choice < 50) {
    const std::vector<int64_t> ids = new_ids(2 + random_.Below(random_.Chance(10) ? 120 : 15));
    Record(table, t.Insert(random_, ids), ids);
  } else if (choice < 55) {
    // Copies get ids far from all others, so that these stay unique.
    const std::vector<int64_t> from = PickRows(table, 10);
    if (from.empty()) return;
    const int64_t distance = next_id_ - from.front();
    std::vector<int64_t> ids = from;
    for (int64_t& id : ids) id += distance;
    next_id_ = ids.back() + 1;
    Record(table, t.Copy(from, distance), ids);
  } else if (choice < 60 && t.has_unique_id) {
    // Rows that are there, and one that is not; one row in no order that matters.
    std::vector<int64_t> ids = PickRows(table, 3);
    for (const int64_t id : new_ids(1)) ids.push_back(id);
    Record(table, t.InsertOrUpdate(random_, ids), ids);
  } else if (choice < 83) {
    const std::vector<int64_t> ids = PickRows(table, random_.Chance(10) ? 60 : 5);
    if (!ids.empty()) Record(table, t.Update(random_, ids), ids);
  } else if (choice < 87) {
    const std::vector<int64_t> ids = PickRows(table, 1);
    if (ids.empty()) return;
    const int64_t new_id = next_id_++;
    Record(table, t.Update(random_, ids, new_id), ids, {{ids[0], new_id}});
  } else {
    const std::vector<int64_t> ids = PickRows(table, random_.Chance(10) ? 40 : 4);
    if (!ids.empty()) Record(table, t.Delete(ids), ids);
  }
}

// A transaction, or a statement that is one.
void Workload::Transaction() {
  image_ = random_.Pick({RowImage::kFull, RowImage::kFull, RowImage::kMinimal, RowImage::kNoBlob});
  session_.Query(fmt::format("SET binlog_row_image = '{}'", image_ == RowImage::kFull ? "FULL"
                                                            : image_ == RowImage::kMinimal
                                                                ? "MINIMAL"
                                                                : "NOBLOB"));
  if (server_.mysql()) {
    session_.Query(
        fmt::format("SET binlog_transaction_compression = {}", random_.Chance(15) ? 1 : 0));
    // Documents come whole, made from what changed in them, where the image before has them.
    const bool partial = image_ != RowImage::kMinimal && random_.Chance(50);
    session_.Query(
        fmt::format("SET binlog_row_value_options = '{}'", partial ? "PARTIAL_JSON" : ""));
  }
  const size_t table = random_.Below(journal_.tables.size());
  uncommitted_.clear();
  undos_.clear();
  inserted_ = 0;
  if (!journal_.tables[table].transactional || random_.Chance(30)) {
    Statement(table);
  } else {
    session_.Query("START TRANSACTION");
    const Mark begin = Here();
    const uint64_t count = 1 + random_.Below(8);
    for (uint64_t i = 0; i < count; ++i) {
      size_t other = random_.Below(journal_.tables.size());
      if (!journal_.tables[other].transactional) other = table;
      if (random_.Chance(15)) {
        session_.Query("SAVEPOINT `a b`");
        const Mark savepoint = Here();
        Statement(other);
        if (random_.Chance(60)) {
          session_.Query("ROLLBACK TO `a b`");
          RollBackTo(savepoint);
        }
      } else {
        Statement(other);
      }
    }
    if (random_.Chance(10)) {
      session_.Query("ROLLBACK");
      RollBackTo(begin);
    } else {
      session_.Query("COMMIT");
    }
  }
  journal_.inserted += inserted_;
  for (ExpectedStatement& statement : uncommitted_)
    journal_.statements.push_back(std::move(statement));
}

Journal Workload::Run(const test::ColumnChoices& choices, const std::string& database,
                      size_t tables, size_t rows) {
  journal_.database = database;
  session_.Query("CREATE DATABASE " + test::QuoteName(database));
  CreateTables(choices, database, tables);
  while (journal_.inserted < rows) Transaction();
  for (size_t table = 0; table < journal_.tables.size(); ++table)
    journal_.rows[table] = Read(table, journal_.tables[table].SelectAll());
  const std::string end = test::QuoteName(database) + "." + test::QuoteName(Journal::kEndTable);
  session_.Query(fmt::format("CREATE TABLE {} (id INT)", end));
  session_.Query(fmt::format("INSERT INTO {} VALUES (1)", end));
  return std::move(journal_);
}

}  // namespace

OracleSession::OracleSession(const LiveServer& server)
    : server_(server), settings_(server.Source("root")) {
  auto connection = mysql::Connection::Open(settings_, interrupt_, std::chrono::minutes(10));
  INFO(connection.status().message());
  REQUIRE(connection.ok());
  connection_ = *std::move(connection);
  Query("SET NAMES utf8mb4");
  Query("SET time_zone = '+00:00'");
  // Zero and partial dates, and '' for what is no member of an ENUM.
  Query("SET sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO'");
}

mysql::ResultSet OracleSession::Query(const std::string& sql) {
  auto set = connection_->Query(sql);
  if (!set.ok()) FAIL(set.status().message() << "\n" << sql.substr(0, 20000));
  return *std::move(set);
}

test::ColumnChoices OracleSession::Choices() {
  test::ColumnChoices choices;
  choices.flavor = server_.mysql() ? Flavor::kMysql : Flavor::kMariadb;
  choices.has_vector = server_.IsAtLeast(server_.mysql() ? 900 : 1107);
  choices.timestamps_to_2106 = !server_.mysql() && server_.IsAtLeast(1105);
  choices.charsets = Charsets();
  return choices;
}

std::vector<test::ServerCharset> OracleSession::Charsets() {
  // MariaDB has collations of one name for many sets; their full names are unique.
  const mysql::ResultSet set = Query(fmt::format(
      "SELECT c.character_set_name, c.maxlen, a.{} FROM information_schema.character_sets c "
      "JOIN information_schema.collation_character_set_applicability a "
      "ON a.character_set_name = c.character_set_name "
      "WHERE c.character_set_name <> 'binary' ORDER BY 1, 3",
      server_.mysql() ? "collation_name" : "full_collation_name"));
  std::vector<test::ServerCharset> charsets;
  for (size_t row = 0; row < set.rows.size(); ++row) {
    const std::string name = set.Text(row, 0);
    if (charsets.empty() || charsets.back().name != name)
      charsets.push_back({name, model::ParseNumber<unsigned>(set.Text(row, 1)).value(), {}, {}});
    charsets.back().collations.push_back(set.Text(row, 2));
  }
  std::string candidates;
  for (const uint32_t c : test::Candidates()) test::AppendUtf8Character(c, &candidates);
  for (test::ServerCharset& charset : charsets) {
    // What the set has comes back from it as it was; what it lacks is '?'.
    const mysql::ResultSet back = Query(
        fmt::format("SELECT HEX(CONVERT(CONVERT(CONVERT({} USING {}) USING utf8mb4) USING utf32))",
                    test::Utf8Literal(candidates), charset.name));
    const std::string hex = back.Text(0, 0);
    REQUIRE(hex.size() == test::Candidates().size() * 8);
    for (size_t i = 0; i < test::Candidates().size(); ++i) {
      const uint32_t c = test::Candidates()[i];
      if (model::ParseNumber<uint32_t>(std::string_view(hex).substr(i * 8, 8), 16) == c)
        charset.characters.push_back(c);
    }
  }
  return charsets;
}

std::string OracleSession::Position() {
  const mysql::ResultSet set =
      Query(server_.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS");
  return set.Text(0, 0) + ":" + set.Text(0, 1);
}

Journal RunWorkload(const LiveServer& server, OracleSession& session,
                    const test::ColumnChoices& choices, uint64_t seed, const std::string& database,
                    size_t tables, size_t rows) {
  return Workload(server, session, seed).Run(choices, database, tables, rows);
}

}  // namespace towpath::live
