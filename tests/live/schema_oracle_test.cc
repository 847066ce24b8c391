// The oracle of schemas: random DDL runs on a server; applied to a SchemaState as the binlog has
// it, it gives the tables that information_schema describes.
//
// TOWPATH_ORACLE_STATEMENTS: how many statements the server must accept. TOWPATH_ORACLE_SEED: the
// seed that a run printed; the same seed and number make the same run.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "binlog/byte_order.h"
#include "binlog/decoder.h"
#include "binlog/query_event.h"
#include "fmt/format.h"
#include "model/text.h"
#include "mysql/catalogue.h"
#include "mysql/connection.h"
#include "schema/schema_state.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"
#include "tests/support/entry_collector.h"
#include "tests/support/environment.h"
#include "tests/support/random.h"
#include "tests/support/random_ddl.h"

namespace towpath::live {
namespace {

std::string Describe(const schema::TableDefinition& table) {
  std::string text = fmt::format("  default {} {}{}\n", table.charset, table.collation,
                                 table.system_versioned ? ", versioned" : "");
  for (const auto& c : table.columns) {
    text +=
        fmt::format("  {} [{}] {} {} {}{}{}{}{}{}{} labels {} fraction {}\n", c.name, c.data_type,
                    c.column_type, c.charset, c.collation, c.is_unsigned ? " unsigned" : "",
                    c.nullable ? " null" : " not-null", c.is_key ? " key" : "",
                    c.invisible ? " invisible" : "", c.generated ? " generated" : "",
                    c.hidden ? " hidden" : "", c.labels.size(), c.fractional_digits);
  }
  text += "  key:";
  for (const uint32_t column : table.primary_key) text += fmt::format(" {}", column);
  return text + "\n";
}

// Labels as the server has them: '?' for what the column's set can not hold, which the statement
// does not tell.
void HideLetters(schema::TableDefinition* table) {
  const auto hide = [](std::string* text) {
    std::string out;
    for (const char c : *text) {
      if ((c & 0x80) == 0)
        out += c;
      else if ((c & 0x40) != 0)
        out += '?';
    }
    *text = out;
  };
  for (schema::ColumnDefinition& column : table->columns) {
    if (column.labels.empty() || column.charset.starts_with("utf8")) continue;
    hide(&column.column_type);
    for (std::string& label : column.labels) hide(&label);
  }
}

// Of two descriptions, the lines that are not in both.
std::string LinesThatDiffer(const std::string& real, const std::string& computed) {
  const auto a = model::Split(real, '\n');
  const auto b = model::Split(computed, '\n');
  std::string text;
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    if (i < a.size() && i < b.size() && a[i] == b[i]) continue;
    if (i < a.size()) text += fmt::format("server: {}\n", a[i]);
    if (i < b.size()) text += fmt::format("state:  {}\n", b[i]);
  }
  return text;
}

// A server, its binlog, and the state that follows it.
class Follower {
 public:
  explicit Follower(const LiveServer& server)
      : server_(server),
        settings_(server.Source("root")),
        reader_(server.Source()),
        catalogue_(settings_, interrupt_),
        decoder_({}) {
    auto connection = mysql::Connection::Open(settings_, interrupt_, std::chrono::minutes(10));
    REQUIRE(connection.ok());
    connection_ = *std::move(connection);
    REQUIRE(connection_->Execute("SET NAMES utf8mb4").ok());
    const auto [file, offset] = Position();
    reader_.OpenAt(fmt::format("{}:{}", file, offset));
    decoder_.Start(file, offset, reader_.source().announced_checksum());
    version_ = connection_->version_number();
  }

  const schema::SchemaState& state() const { return state_; }
  uint64_t spoiled_labels() const { return spoiled_labels_; }

  // False when the server refuses it.
  bool Execute(const std::string& sql) {
    if (!connection_->Execute(sql).ok()) return false;
    if (std::getenv("TOWPATH_ORACLE_SHOW") != nullptr) std::cout << sql << "\n;\n";
    CatchUp();
    return true;
  }

  // What differs between the state and information_schema; empty: nothing.
  std::string Difference(const std::set<std::string>& databases) {
    std::string names;
    for (const std::string& database : databases)
      names += (names.empty() ? "'" : ",'") + database + "'";
    auto set = connection_->Query(
        fmt::format("SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES "
                    "WHERE TABLE_SCHEMA IN ({}) AND TABLE_TYPE <> 'VIEW' ORDER BY 1, 2",
                    names));
    REQUIRE(set.ok());
    std::set<std::string> there;
    for (size_t row = 0; row < set->rows.size(); ++row)
      there.insert(fmt::format("{}.{}", set->Text(row, 0), set->Text(row, 1)));
    std::set<std::string> known;
    state_.ForEach([&](std::string_view database, std::string_view table, std::string_view) {
      known.insert(fmt::format("{}.{}", database, table));
    });
    if (there != known) {
      std::string text = "tables on the server:";
      for (const auto& name : there) text += " " + name;
      text += "\nand in the state:";
      for (const auto& name : known) text += " " + name;
      return text;
    }
    std::string text;
    for (const auto& [database, table] : std::exchange(changed_, {})) {
      auto found = state_.Find(database, table);
      if (!found) continue;
      if (!found->known && found->unknown_reason.starts_with("what ")) {
        // Servers spoil them; that much is said, and not what they then are.
        ++spoiled_labels_;
        spoiled_ = fmt::format("`{}`.`{}`", database, table);
        continue;
      }
      auto real = catalogue_.Lookup(database, table);
      INFO(real.status().ToString());
      REQUIRE(real.ok());
      std::erase_if(real->columns, [](const schema::ColumnDefinition& c) {
        return c.name.starts_with("DB_ROW_HASH_");  // not of SchemaState
      });
      HideLetters(&*real);
      HideLetters(&found->definition);
      if (!found->known) {
        text += fmt::format("{}.{} is unknown: {}\n", database, table, found->unknown_reason);
      } else if (!(found->definition == *real)) {
        text += fmt::format("{}.{}:\n{}", database, table,
                            LinesThatDiffer(Describe(*real), Describe(found->definition)));
      }
    }
    auto defaults = connection_->Query(
        fmt::format("SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME FROM "
                    "information_schema.SCHEMATA WHERE SCHEMA_NAME IN ({})",
                    names));
    REQUIRE(defaults.ok());
    for (size_t row = 0; row < defaults->rows.size(); ++row) {
      const auto database = state_.FindDatabase(defaults->Text(row, 0));
      if (!database || database->charset != defaults->Text(row, 1) ||
          database->collation != defaults->Text(row, 2))
        text += fmt::format("database {} has {} {} and in the state {} {}\n",
                            defaults->Text(row, 0), defaults->Text(row, 1), defaults->Text(row, 2),
                            database ? database->charset : "", database ? database->collation : "");
    }
    return text;
  }

  // A table whose labels were spoiled since the last call, to be dropped: "" when there is none.
  std::string TakeSpoiled() { return std::exchange(spoiled_, {}); }
  const std::string& last_statement() const { return last_statement_; }

 private:
  std::pair<std::string, uint64_t> Position() {
    const auto set =
        connection_->Query(server_.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS");
    REQUIRE(set.ok());
    return {set->Text(0, 0), model::ParseNumber<uint64_t>(set->Text(0, 1)).value()};
  }

  void CatchUp() {
    const auto [file, end] = Position();
    while (decoder_.file() == nullptr || decoder_.offset() < end) {
      const RawEvent event = reader_.Next();
      const size_t before = sink_.entries().size();
      const Status status = decoder_.Feed(event.frame, sink_);
      INFO(status.ToString());
      REQUIRE(status.ok());
      for (size_t i = before; i < sink_.entries().size(); ++i)
        if (sink_.entries()[i].kind() == EntryKind::kDdl) Apply(event, sink_.entries()[i]);
    }
  }

  void Apply(const RawEvent& event, const Entry& entry) {
    REQUIRE(event.type() == kQuery);
    binlog::QueryEvent query;
    const auto body = event.frame.bytes.subspan(19, event.frame.bytes.size() - 19 - 4);
    REQUIRE(binlog::ParseQuery(body, 13, &query));
    schema::DdlContext context;
    context.dialect = {server_.mysql() ? Flavor::kMysql : Flavor::kMariadb,
                       version_ / 10000 << 16 | version_ / 100 % 100 << 8 | version_ % 100,
                       query.sql_mode};
    context.default_database = entry.database();
    context.failed = query.error != 0;
    context.server_collation = query.server_collation;
    context.utf8mb4_collation = query.utf8mb4_collation;
    context.explicit_defaults_for_timestamp =
        binlog::ExplicitDefaultsForTimestamp(query, context.dialect.flavor);
    for (size_t i = 0; i + 4 <= query.set_collations.size(); i += 4)
      context.set_collations.emplace_back(
          static_cast<uint16_t>(binlog::LoadLe(query.set_collations.data() + i, 2)),
          static_cast<uint16_t>(binlog::LoadLe(query.set_collations.data() + i + 2, 2)));
    last_statement_ = entry.sql();
    const sql::Ddl ddl = sql::ParseDdl(entry.sql(), context.dialect, entry.database());
    for (const DdlTable& table : ddl.tables) changed_.insert({table.database, table.name});
    for (const schema::SchemaChange& change : state_.Apply(ddl, context)) {
      if (change.kind != schema::SchemaChange::Kind::kGone && !change.table.empty())
        changed_.insert({change.database, change.table});
      REQUIRE(replayed_.Replay(change).ok());
    }
    CHECK(Everything(replayed_) == Everything(state_));
  }

  static std::vector<std::string> Everything(const schema::SchemaState& state) {
    std::vector<std::string> all;
    state.ForEach([&](std::string_view database, std::string_view table, std::string_view bytes) {
      all.push_back(fmt::format("{}.{} {}", database, table, bytes));
    });
    state.ForEachDatabase([&](std::string_view name, const schema::DatabaseDefinition& database) {
      all.push_back(fmt::format("{} {}", name, schema::Serialize(database)));
    });
    return all;
  }

  const LiveServer& server_;
  model::SourceSettings settings_;
  mysql::Interrupt interrupt_;
  std::unique_ptr<mysql::Connection> connection_;
  SourceReader reader_;
  mysql::Catalogue catalogue_;
  binlog::Decoder decoder_;
  test::EntryCollector sink_;
  uint32_t version_ = 0;
  schema::SchemaState state_;
  schema::SchemaState replayed_;  // from the changes alone
  std::set<std::pair<std::string, std::string>> changed_;
  std::string last_statement_;
  std::string spoiled_;
  uint64_t spoiled_labels_ = 0;
};

// Session settings that change what a statement means.
std::string RandomSetting(test::Random& random, bool mysql, bool* ansi_quotes) {
  switch (random.Below(8)) {
    case 0:
      *ansi_quotes = true;
      return "SET sql_mode = 'ANSI_QUOTES,STRICT_TRANS_TABLES'";
    case 1:
      *ansi_quotes = false;
      return "SET sql_mode = ''";
    case 2:
      *ansi_quotes = false;
      return "SET sql_mode = 'REAL_AS_FLOAT,STRICT_ALL_TABLES'";
    case 3:
      *ansi_quotes = false;
      return "SET sql_mode = 'NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES'";
    case 4:
      return random.Pick({"SET character_set_server = latin1", "SET collation_server = utf8mb4_bin",
                          "SET character_set_server = utf8mb4"});
    case 5:
      if (mysql)
        return random.Pick({"SET sql_generate_invisible_primary_key = 1",
                            "SET sql_generate_invisible_primary_key = 0"});
      if (random.Chance(30)) {
        *ansi_quotes = true;
        return "SET sql_mode = 'ORACLE,STRICT_TRANS_TABLES'";
      }
      return random.Pick(
          {"SET explicit_defaults_for_timestamp = 0", "SET explicit_defaults_for_timestamp = 1"});
    default:
      *ansi_quotes = false;
      return "SET sql_mode = DEFAULT";
  }
}

TEST_CASE("schema oracle: applied DDL gives what information_schema says") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const uint64_t wanted = test::FromEnvironment("TOWPATH_ORACLE_STATEMENTS", 300);
  // The same one each time, so that only a change of the code changes the outcome; others by hand.
  const uint64_t seed = test::FromEnvironment("TOWPATH_ORACLE_SEED", 51);
  test::Random random(seed);
  const std::vector<std::string> databases = {"ddl_one", "ddl_two"};
  for (const std::string& database : databases) server.Sql("DROP DATABASE IF EXISTS " + database);
  Follower follower(server);
  for (const std::string& database : databases)
    REQUIRE(follower.Execute("CREATE DATABASE " + database));
  if (!server.mysql()) REQUIRE(follower.Execute("SET system_versioning_alter_history = KEEP"));
  test::RandomDdl generator(random, server.mysql() ? Flavor::kMysql : Flavor::kMariadb, databases,
                            follower.state());
  bool ansi_quotes = false;
  uint64_t accepted = 0;
  uint64_t refused = 0;
  while (accepted < wanted) {
    REQUIRE(refused < 20 * wanted + 1000);
    if (random.Chance(4)) follower.Execute(RandomSetting(random, server.mysql(), &ansi_quotes));
    if (random.Chance(5)) follower.Execute("USE " + random.Pick(databases));
    const std::string statement = generator.Next(ansi_quotes);
    if (!follower.Execute(statement)) {
      ++refused;
      if (std::getenv("TOWPATH_ORACLE_SHOW") != nullptr)
        std::cout << "refused: " << statement << "\n";
      continue;
    }
    ++accepted;
    const std::string difference = follower.Difference({databases.begin(), databases.end()});
    if (const std::string spoiled = follower.TakeSpoiled(); !spoiled.empty())
      REQUIRE(follower.Execute("DROP TABLE " + spoiled));
    if (difference.empty()) continue;
    UNSCOPED_INFO("statement " << accepted << ": " << statement
                               << "\nas logged: " << follower.last_statement() << "\n"
                               << difference);
    CHECK(difference.empty());
    break;
  }
  std::cout << fmt::format(
      "schema oracle {}, TOWPATH_ORACLE_SEED={}: {} statements, {} refused, {} with spoiled "
      "labels, "
      "{} tables at the end\n",
      server.Label(), seed, accepted, refused, follower.spoiled_labels(),
      follower.state().table_count());
  CHECK(accepted == wanted);
  for (const std::string& database : databases)
    server.CleanUp("DROP DATABASE IF EXISTS " + database);
}

}  // namespace
}  // namespace towpath::live
