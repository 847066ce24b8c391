// The catalogue: tables as information_schema describes them, with names and labels of every kind.
#include <chrono>
#include <map>

#include "fmt/format.h"
#include "mysql/catalogue.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

using schema::ColumnDefinition;
using schema::TableDefinition;
using Names = std::vector<std::string>;

// A catalogue with what it needs.
class Fixture {
 public:
  explicit Fixture(const LiveServer& server, const std::string& user = "towpath")
      : settings_(server.Source(user)), catalogue_(settings_, interrupt_) {}

  mysql::Catalogue& catalogue() { return catalogue_; }
  TableDefinition Lookup(const std::string& database, const std::string& table) {
    auto found = catalogue_.Lookup(database, table);
    INFO(found.status().ToString());
    REQUIRE(found.ok());
    return *found;
  }

 private:
  model::SourceSettings settings_;
  mysql::Interrupt interrupt_;
  mysql::Catalogue catalogue_;
};

Names ColumnNames(const TableDefinition& table) {
  Names names;
  for (const ColumnDefinition& column : table.columns) names.push_back(column.name);
  return names;
}

const ColumnDefinition& Column(const TableDefinition& table, const std::string& name) {
  for (const ColumnDefinition& column : table.columns) {
    if (column.name == name) return column;
  }
  FAIL("no column " << name);
  return table.columns.front();
}

TEST_CASE("catalogue: a question about one table leaves the others alone") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "catalogue_one");
  constexpr int kTables = 200;
  for (int i = 0; i < kTables; ++i)
    sandbox.Sql("CREATE TABLE t" + std::to_string(i) + " (a INT PRIMARY KEY, b VARCHAR(20))");
  Fixture f(server);
  f.Lookup("catalogue_one", "t0");  // connected, and what that opens is open
  const auto opened = [&] {
    const std::string row = server.Sql("SHOW GLOBAL STATUS LIKE 'Opened_table_definitions'");
    return std::stoi(row.substr(row.find('\t') + 1));
  };
  server.Sql("FLUSH TABLES");
  const int before = opened();
  CHECK(ColumnNames(f.Lookup("catalogue_one", "t7")) == Names{"a", "b"});
  CHECK(opened() - before < kTables / 4);
}

TEST_CASE("catalogue: columns, their types, and the key in its order") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "catalogue_types");
  sandbox.Sql(
      "CREATE TABLE t (c INT UNSIGNED NOT NULL, name VARCHAR(20) CHARACTER SET latin1, "
      "a BIGINT NOT NULL, d DECIMAL(10,2) UNSIGNED, at DATETIME(3), plain DATETIME, "
      "bytes VARBINARY(9), f DOUBLE, b BIT(9), twice INT AS (f * 2) VIRTUAL, "
      "PRIMARY KEY (a, c), KEY (name))");
  Fixture fixture(server);
  const TableDefinition table = fixture.Lookup("catalogue_types", "t");
  CHECK(ColumnNames(table) ==
        Names{"c", "name", "a", "d", "at", "plain", "bytes", "f", "b", "twice"});
  CHECK(table.primary_key == std::vector<uint32_t>{2, 0});
  CHECK(Column(table, "c").data_type == "int");
  CHECK(Column(table, "c").is_unsigned);
  CHECK_FALSE(Column(table, "c").nullable);
  CHECK(Column(table, "c").is_key);
  CHECK(Column(table, "c").charset.empty());
  CHECK(Column(table, "name").charset == "latin1");
  CHECK_THAT(Column(table, "name").collation, ContainsSubstring("latin1_"));
  CHECK(Column(table, "name").nullable);
  CHECK_FALSE(Column(table, "name").is_key);
  CHECK_FALSE(Column(table, "a").is_unsigned);
  CHECK(Column(table, "d").is_unsigned);
  CHECK_THAT(Column(table, "d").column_type, ContainsSubstring("decimal(10,2)"));
  CHECK(Column(table, "at").fractional_digits == 3);
  CHECK(Column(table, "plain").fractional_digits == 0);
  CHECK(Column(table, "f").fractional_digits == -1);
  CHECK(Column(table, "b").data_type == "bit");
}

TEST_CASE("catalogue: labels of enum and set, whatever is in them") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "catalogue_labels");
  sandbox.Sql(
      R"(CREATE TABLE t (e ENUM('a,b', 'it''s', '', '(x)', 'größe', '日本', 'back\\slash', '"',
         'new\nline', 'return\r', 'nul\0', 'tab\t', '\\n', '\\\'', 'sub\Z'),
         s SET('one', 'two words', 'ä'), l ENUM('ü') CHARACTER SET latin1))");
  Fixture fixture(server);
  const TableDefinition table = fixture.Lookup("catalogue_labels", "t");
  const Names& labels = Column(table, "e").labels;
  REQUIRE(labels.size() == 15);
  for (size_t i = 0; i < labels.size(); ++i) {
    CAPTURE(i);
    sandbox.Sql("DELETE FROM t");
    sandbox.Sql(fmt::format("INSERT INTO t (e) VALUES ({})", i + 1));
    CHECK(labels[i] == sandbox.Sql("SELECT e FROM t"));
  }
  CHECK(Column(table, "s").labels == Names{"one", "two words", "ä"});
  CHECK(Column(table, "l").labels == Names{"ü"});
  CHECK_FALSE(Column(table, "e").is_unsigned);
  CHECK(table.primary_key.empty());
}

TEST_CASE("catalogue: names that need quoting") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const auto name = GENERATE(as<std::string>(), "it's", "back`tick", "quo\"te", "日本語", "größe",
                             "with space", "semi;colon", "per%cent", "under_score", "back\\slash",
                             "-- comment", "' OR 1=1 -- ", "SELECT", "tab\tin");
  CAPTURE(name);
  const std::string database = "catalogue " + name + "x";
  const auto quoted = [](const std::string& text) {
    std::string out = "`";
    for (const char c : text) {
      if (c == '`') out += '`';
      out += c;
    }
    return out + "`";
  };
  Sandbox sandbox(server, quoted(database));
  sandbox.Sql(fmt::format("CREATE TABLE {0} ({0} INT PRIMARY KEY)", quoted(name + "x")));
  // A neighbour that a pattern or a careless comparison would take for it.
  sandbox.Sql("CREATE TABLE neighbour (other INT)");
  Fixture fixture(server);
  const TableDefinition table = fixture.Lookup(database, name + "x");
  CHECK(ColumnNames(table) == Names{name + "x"});
  CHECK(table.primary_key == std::vector<uint32_t>{0});
}

TEST_CASE("catalogue: names that differ in case only") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "catalogue_case");
  sandbox.Sql("CREATE TABLE t (small INT, id INT PRIMARY KEY)");
  sandbox.Sql("CREATE TABLE T (large INT PRIMARY KEY)");
  Fixture fixture(server);
  CHECK(ColumnNames(fixture.Lookup("catalogue_case", "t")) == Names{"small", "id"});
  CHECK(fixture.Lookup("catalogue_case", "t").primary_key == std::vector<uint32_t>{1});
  CHECK(ColumnNames(fixture.Lookup("catalogue_case", "T")) == Names{"large"});
  CHECK(fixture.catalogue().Lookup("CATALOGUE_CASE", "t").code() == Code::kNotFound);
}

TEST_CASE("catalogue: tables that are not there, or not for this user") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "catalogue_none");
  sandbox.Sql("CREATE TABLE t (id INT)");
  Fixture fixture(server);
  auto found = fixture.catalogue().Lookup("catalogue_none", "gone");
  CHECK(found.code() == Code::kNotFound);
  CHECK_THAT(found.status().message(), ContainsSubstring("catalogue_none.gone"));
  CHECK(fixture.catalogue().Lookup("no_such_database", "t").code() == Code::kNotFound);
  server.Sql("DROP USER IF EXISTS blind");
  server.Sql("CREATE USER blind IDENTIFIED BY 'blind'");
  Fixture blind(server, "blind");
  found = blind.catalogue().Lookup("catalogue_none", "t");
  CHECK(found.code() == Code::kNotFound);
  CHECK_THAT(found.status().message(), ContainsSubstring("'blind'"));
  server.Sql("DROP USER blind");
}

TEST_CASE("catalogue: sees a table as it is now, and survives its connection") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "catalogue_now");
  sandbox.Sql("CREATE TABLE t (id INT)");
  Fixture fixture(server);
  CHECK(ColumnNames(fixture.Lookup("catalogue_now", "t")) == Names{"id"});
  sandbox.Sql("ALTER TABLE t ADD PRIMARY KEY (id), ADD added INT FIRST");
  TableDefinition table = fixture.Lookup("catalogue_now", "t");
  CHECK(ColumnNames(table) == Names{"added", "id"});
  CHECK(table.primary_key == std::vector<uint32_t>{1});
  // It answers before it counts the connection among those that wait.
  std::string id;
  while (id.empty()) {
    id = server.Sql(
        "SELECT id FROM information_schema.processlist WHERE user = 'towpath' AND command = "
        "'Sleep'");
  }
  server.Sql("KILL " + id);
  CHECK(ColumnNames(fixture.Lookup("catalogue_now", "t")) == Names{"added", "id"});
}

TEST_CASE("catalogue: a server that is gone") {
  model::SourceSettings settings;
  settings.url.host = "127.0.0.1";
  settings.url.port = 1;
  mysql::Interrupt interrupt;
  mysql::Catalogue catalogue(settings, interrupt);
  CHECK(catalogue.Lookup("a", "b").code() == Code::kConnection);
}

// MariaDB keeps the hash of a unique key over long columns in a column that no one sees, behind all
// others; rows have it.
TEST_CASE("catalogue: MariaDB's hidden columns, as full row metadata has them") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  if (server.mysql()) return;
  Sandbox sandbox(server, "catalogue_hidden");
  const std::vector<std::string> tables = {
      "CREATE TABLE t0 (id INT PRIMARY KEY, b BLOB, UNIQUE KEY (b))",
      "CREATE TABLE t1 (v VARCHAR(5000), id INT, t TEXT, UNIQUE KEY (v), UNIQUE KEY (id, t))",
      "CREATE TABLE t2 (id INT PRIMARY KEY, b BLOB, UNIQUE KEY (b)) WITH SYSTEM VERSIONING",
      "CREATE TABLE t3 (id INT PRIMARY KEY, b INT, UNIQUE KEY (b) USING HASH, KEY (id, b))",
      "CREATE TABLE t4 (id INT PRIMARY KEY, b INT, UNIQUE KEY (b) USING HASH) ENGINE=MEMORY",
      "CREATE TABLE t5 (id INT, PRIMARY KEY (id) USING HASH)"};
  for (size_t i = 0; i < tables.size(); ++i) {
    INFO(tables[i]);
    sandbox.Sql(tables[i]);
    std::vector<std::vector<std::string>> told;
    for (const char* metadata : {"FULL", "NO_LOG"}) {
      const ScopedGlobal setting(server, "binlog_row_metadata", metadata);
      Options options = server.StreamOptions();
      REQUIRE(options.Set("store.url", "memory:").ok());
      REQUIRE(options.Set("filter.events", "insert").ok());
      auto stream = Stream::Open(options);
      REQUIRE(stream.ok());
      sandbox.Sql(fmt::format("INSERT INTO t{} (id) VALUES ({})", i, told.size()));
      auto batch = (*stream)->Get(10, std::chrono::seconds(30));
      INFO(batch.status().ToString());
      REQUIRE(batch.ok());
      REQUIRE(batch->mark() != Batch::kNoMark);
      std::vector<std::string>& columns = told.emplace_back();
      for (const towpath::Column& column : (*batch)[0].table()->columns())
        columns.push_back(fmt::format("{} {} {} {}", column.name, ColumnTypeName(column.type),
                                      column.is_unsigned, column.nullable));
    }
    CHECK(told[0] == told[1]);
  }
}

TEST_CASE("catalogue: all tables at once, as each by itself") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "catalogue_all");
  sandbox.Sql("ALTER DATABASE catalogue_all CHARACTER SET latin1 COLLATE latin1_general_ci");
  for (int i = 0; i < 20; ++i) {
    sandbox.Sql(
        fmt::format("CREATE TABLE `t{}` (a INT, `k``{}` INT UNSIGNED NOT NULL, e ENUM('x','{}'), "
                    "g INT AS (a + 1) VIRTUAL, PRIMARY KEY (`k``{}`))",
                    i, i, i, i));
  }
  sandbox.Sql("CREATE VIEW v AS SELECT 1 AS one");
  // With columns that MariaDB hides.
  if (!server.mysql()) {
    sandbox.Sql(
        "CREATE TABLE hidden (a INT, b INT, c INT, k BLOB, UNIQUE KEY (k), "
        "UNIQUE KEY (a, k)) WITH SYSTEM VERSIONING");
  }
  Fixture fixture(server);
  // Many of them are read together, few one by one.
  const bool many = GENERATE(true, false);
  std::map<std::string, TableDefinition> found;
  std::map<std::string, schema::DatabaseDefinition> databases;
  schema::Catalogue::Visitor visitor;
  visitor.wanted = [&](std::string_view database, std::string_view table) {
    return database == "catalogue_all" && (many || table == "t7" || table == "v");
  };
  visitor.database = [&](std::string_view name, const schema::DatabaseDefinition& definition) {
    databases[std::string(name)] = definition;
  };
  visitor.table = [&](std::string_view database, std::string_view table,
                      const TableDefinition& definition) {
    CHECK(database == "catalogue_all");
    found[std::string(table)] = definition;
  };
  const Status status = fixture.catalogue().ReadAll(visitor);
  INFO(status.ToString());
  REQUIRE(status.ok());
  CHECK(found.size() == (!many ? 1 : server.mysql() ? 20 : 21));
  CHECK(databases["catalogue_all"] == schema::DatabaseDefinition{"latin1", "latin1_general_ci"});
  CHECK_FALSE(databases.contains("mysql"));
  for (const auto& [name, definition] : found) {
    CAPTURE(name);
    CHECK(definition == fixture.Lookup("catalogue_all", name));
    if (name == "hidden") {
      CHECK(definition.columns.size() == 8);
      continue;
    }
    CHECK(definition.columns.size() == 4);
    CHECK(definition.primary_key == std::vector<uint32_t>{1});
  }
}

}  // namespace
}  // namespace towpath::live
