#include "schema/schema_state.h"

#include <string>
#include <vector>

#include "fmt/format.h"
#include "schema/names.h"
#include "tests/catch.h"

namespace towpath::schema {
namespace {

// A state of a database "d" in utf8mb4, and what statements make of it.
class Follower {
 public:
  explicit Follower(Flavor flavor = Flavor::kMysql, uint8_t lower_case_table_names = 0)
      : state(lower_case_table_names) {
    context.dialect = {flavor, flavor == Flavor::kMysql ? 0x080400u : 0x0a0b00u,
                       sql::kModeStrictTransTables};
    context.default_database = "d";
    state.PutDatabase("d", {"utf8mb4", "utf8mb4_bin"});
  }

  // "+d.t" defined, "-d.t" gone, "?d.t" unknown.
  std::string Apply(std::string_view sql) {
    std::string text;
    for (const SchemaChange& change :
         state.Apply(sql::ParseDdl(sql, context.dialect, context.default_database), context)) {
      if (!text.empty()) text += ' ';
      text += change.kind == SchemaChange::Kind::kDefined ? '+'
              : change.kind == SchemaChange::Kind::kGone  ? '-'
                                                          : '?';
      text += change.database + "." + change.table;
      reason = change.reason;
    }
    return text;
  }

  // "a int, b varchar(3)! key" of a table; "?" when unknown, "" when not there.
  std::string Columns(std::string_view table, std::string_view database = "d") const {
    const auto found = state.Find(database, table);
    if (!found) return "";
    if (!found->known) return "?";
    std::string text;
    for (const ColumnDefinition& column : found->definition.columns) {
      if (!text.empty()) text += ", ";
      text += fmt::format("{} {}{}{}", column.name, column.column_type, column.nullable ? "" : "!",
                          column.is_key ? " key" : "");
    }
    return text;
  }

  SchemaState state;
  DdlContext context;
  std::string reason;
};

TEST_CASE("a table through its life", "[schema]") {
  Follower f;
  CHECK(f.Apply("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))") == "+d.t");
  CHECK(f.Columns("t") == "id int! key, name varchar(20)");
  CHECK(f.Apply("ALTER TABLE t ADD a INT FIRST, ADD b INT AFTER ID, DROP name") == "+d.t");
  CHECK(f.Columns("t") == "a int, id int! key, b int");
  CHECK(f.Apply("ALTER TABLE t CHANGE id number BIGINT UNSIGNED, MODIFY b TEXT FIRST") == "+d.t");
  CHECK(f.Columns("t") == "b text, a int, number bigint unsigned! key");
  CHECK(f.Apply("ALTER TABLE t RENAME COLUMN a TO b, RENAME COLUMN b TO a") == "+d.t");
  CHECK(f.Columns("t") == "a text, b int, number bigint unsigned! key");
  CHECK(f.Apply("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (b, number)") == "+d.t");
  CHECK(f.state.Find("d", "t")->definition.primary_key == std::vector<uint32_t>{1, 2});
  CHECK(f.Apply("ALTER TABLE t DROP COLUMN b") == "+d.t");
  CHECK(f.Columns("t") == "a text, number bigint unsigned! key");
  CHECK(f.Apply("ALTER TABLE t COMMENT 'x'").empty());
  CHECK(f.Apply("RENAME TABLE t TO x.u") == "-d.t +x.u");
  CHECK(f.Columns("u", "x") == "a text, number bigint unsigned! key");
  CHECK(f.Apply("DROP TABLE x.u, other") == "-x.u");
  CHECK(f.state.table_count() == 0);
}

TEST_CASE("online schema changes, and swaps from left to right", "[schema]") {
  Follower f;
  f.Apply("CREATE TABLE a (x INT)");
  f.Apply("CREATE TABLE _a_new LIKE a");
  f.Apply("ALTER TABLE _a_new ADD y INT");
  CHECK(f.Apply("RENAME TABLE `d`.`a` TO `d`.`_a_old`, `d`.`_a_new` TO `d`.`a`") ==
        "+d._a_old -d._a_new +d.a");
  CHECK(f.Columns("a") == "x int, y int");
  CHECK(f.Columns("_a_old") == "x int");
  CHECK(f.Apply("RENAME TABLE a TO s, _a_old TO a, s TO _a_old") == "+d.a -d.s +d._a_old");
  CHECK(f.Columns("a") == "x int");
  CHECK(f.Columns("_a_old") == "x int, y int");
  CHECK(f.Apply("ALTER TABLE a RENAME b, ADD z INT") == "-d.a +d.b");
  CHECK(f.Columns("b") == "x int, z int");
}

TEST_CASE("statements whose effect is there already", "[schema]") {
  Follower f;
  f.Apply("CREATE TABLE t (id INT, added INT, renamed INT)");
  CHECK(f.Apply("CREATE TABLE t (id INT, added INT, renamed INT)").empty());
  CHECK(f.Apply("ALTER TABLE t ADD added INT AFTER id").empty());
  CHECK(f.Apply("ALTER TABLE t DROP gone").empty());
  CHECK(f.Apply("ALTER TABLE t RENAME COLUMN old TO renamed").empty());
  CHECK(f.Apply("ALTER TABLE t CHANGE old renamed INT").empty());
  CHECK(f.Apply("DROP TABLE other").empty());
  CHECK(f.Apply("RENAME TABLE before TO t").empty());
  f.Apply("CREATE TABLE _t_old (id INT)");
  CHECK(f.Apply("RENAME TABLE t TO _t_old, _t_new TO t").empty());
  CHECK(f.Columns("t") == "id int, added int, renamed int");
  // Contradictions are not resolved by guessing.
  CHECK(f.Apply("ALTER TABLE t ADD added BIGINT") == "?d.t");
  CHECK(f.reason == "the statement adds the column \"added\", and another is there");
  CHECK(f.Columns("t") == "?");
  CHECK(f.Apply("ALTER TABLE t ADD more INT").empty());
  CHECK(f.Apply("CREATE TABLE t (a INT)") == "+d.t");
  CHECK(f.Columns("t") == "a int");
}

TEST_CASE("what can not be computed makes a table unknown", "[schema]") {
  Follower f;
  f.Apply("CREATE TABLE t (a INT)");
  CHECK(f.Apply("ALTER TABLE never ADD a INT") == "?d.never");
  CHECK(f.Apply("CREATE TABLE u LIKE missing") == "?d.u");
  CHECK(f.Apply("RENAME TABLE missing TO w") == "?d.w");
  CHECK(f.Apply("ALTER TABLE t ADD a2 HYPERINT") == "?d.t");
  CHECK(f.reason == "the statement is not understood: the type \"hyperint\"");
  CHECK(f.Apply("RENAME TABLE t TO v") == "-d.t ?d.v");
  CHECK(f.Apply("CREATE TABLE x AS SELECT 1") == "?d.x");
  CHECK(f.Apply("DROP TABLE v") == "-d.v");
  f.Apply("CREATE TABLE half (a INT)");
  f.context.failed = true;
  CHECK(f.Apply("ALTER TABLE half ADD b INT") == "?d.half");
  CHECK(f.Apply("CREATE OR REPLACE TABLE half (c INT)") == "-d.half");
  f.context.failed = false;
  CHECK(f.Apply("CREATE TEMPORARY TABLE half (a INT)").empty());
  CHECK(f.Apply("CREATE TABLE nowhere.t (a INT)") == "+nowhere.t");
  CHECK(f.Apply("CREATE TABLE nowhere.s (a CHAR(3))") == "?nowhere.s");
  CHECK(f.reason == "the character set of its table is not known");
}

TEST_CASE("databases and their character sets", "[schema]") {
  Follower f;
  f.context.server_collation = 8;  // latin1_swedish_ci
  CHECK(f.Apply("CREATE DATABASE x") == "+x.");
  CHECK(f.state.FindDatabase("x") == DatabaseDefinition{"latin1", "latin1_swedish_ci"});
  CHECK(f.Apply("CREATE DATABASE IF NOT EXISTS x CHARSET utf8mb4").empty());
  CHECK(f.Apply("ALTER DATABASE x CHARACTER SET utf8mb4") == "+x.");
  CHECK(f.state.FindDatabase("x") == DatabaseDefinition{"utf8mb4", "utf8mb4_0900_ai_ci"});
  f.Apply("CREATE TABLE x.a (c CHAR(3), d CHAR(3) CHARACTER SET utf8, e TEXT CHARSET binary)");
  const TableDefinition table = f.state.Find("x", "a")->definition;
  CHECK(table.columns[0].collation == "utf8mb4_0900_ai_ci");
  CHECK(table.columns[1].collation == "utf8mb3_general_ci");
  CHECK(table.columns[2].column_type == "blob");
  f.Apply("CREATE TABLE x.b (c INT)");
  CHECK(f.Apply("DROP DATABASE x") == "-x.a -x.b -x.");
  CHECK(f.state.table_count() == 0);
}

TEST_CASE("what is replayed is what was applied", "[schema]") {
  Follower f(Flavor::kMariadb);
  SchemaState replayed;
  for (const std::string_view sql :
       {"CREATE DATABASE x CHARSET latin1", "CREATE TABLE t (a INT) WITH SYSTEM VERSIONING",
        "ALTER TABLE t ADD b TEXT", "RENAME TABLE t TO x.u", "ALTER TABLE x.u ADD c WHAT",
        "CREATE SEQUENCE s"})
    for (const SchemaChange& change :
         f.state.Apply(sql::ParseDdl(sql, f.context.dialect, "d"), f.context))
      CHECK(replayed.Replay(change).ok());
  CHECK(replayed.table_count() == 2);
  CHECK(replayed.Find("x", "u")->unknown_reason ==
        "the statement is not understood: the type \"what\"");
  CHECK(replayed.FindDatabase("x") == DatabaseDefinition{"latin1", "latin1_swedish_ci"});
  CHECK(replayed.Find("d", "s")->definition == f.state.Find("d", "s")->definition);
}

TEST_CASE("names that differ by case", "[schema]") {
  Follower exact;
  exact.Apply("CREATE TABLE T (a INT)");
  CHECK(exact.Columns("t").empty());
  Follower folded(Flavor::kMysql, 1);
  folded.Apply("CREATE TABLE D.GRÖSSE (a INT)");
  CHECK(folded.Columns("größe").empty());  // ß is no letter in two cases
  CHECK(folded.Columns("grösse") == "a int");
  CHECK(SameName("ÄÖÜ_ДЖ_ΩΣ", "äöü_дж_ωσ"));
  CHECK_FALSE(SameName("é", "e"));
}

// No server accepts these, so a statement that says so was not understood.
TEST_CASE("what can not be a table is unknown, and what is kept of it can be read", "[schema]") {
  for (const std::string_view statement :
       {"CREATE TABLE t (a INT, PRIMARY KEY (a, a))", "CREATE TABLE t (a INT, PRIMARY KEY (A, a))",
        "ALTER TABLE u DROP PRIMARY KEY, ADD PRIMARY KEY (b, a, b)"}) {
    CAPTURE(statement);
    Follower f;
    f.Apply("CREATE TABLE u (a INT, b INT, PRIMARY KEY (a, b))");
    const std::string changed = f.Apply(statement);
    CHECK((changed == "?d.t" || changed == "?d.u"));
    CHECK_THAT(f.reason, ContainsSubstring("its primary key names the column"));
    CHECK(f.Columns(changed.substr(3)) == "?");
    // As a store would give it back.
    SchemaState again;
    for (const std::string_view table : {"t", "u"}) {
      const auto found = f.state.Find("d", table);
      if (found && found->known)
        CHECK(again.PutSerialized("d", table, Serialize(found->definition)).ok());
    }
  }
}

TEST_CASE("fifty thousand tables stay small", "[schema]") {
  SchemaState state;
  TableDefinition table;
  table.charset = "utf8mb4";
  table.collation = "utf8mb4_0900_ai_ci";
  for (int i = 0; i < 20; ++i) {
    ColumnDefinition column;
    column.name = fmt::format("column_{}", i);
    column.data_type = i % 2 == 0 ? "varchar" : "bigint";
    column.column_type = i % 2 == 0 ? "varchar(255)" : "bigint unsigned";
    if (i % 2 == 0) column.charset = table.charset;
    if (i % 2 == 0) column.collation = table.collation;
    column.is_unsigned = i % 2 != 0;
    table.columns.push_back(std::move(column));
  }
  for (int i = 0; i < 50000; ++i) state.Put("shop", fmt::format("table_{}", i), table);
  CHECK(state.table_count() == 50000);
  CHECK(state.memory_bytes() < 40'000'000);
  CHECK(state.Find("shop", "table_49999")->definition == table);
}

TEST_CASE("what is put away stays known, takes little, and is read back", "[schema]") {
  std::map<int64_t, SchemaChange> outside;
  int fetched = 0;
  SchemaState state(1, [&](int64_t number) -> std::optional<SchemaChange> {
    ++fetched;
    const auto found = outside.find(number);
    return found != outside.end() ? std::optional(found->second) : std::nullopt;
  });
  TableDefinition table;
  for (int i = 0; i < 20; ++i) {
    ColumnDefinition column;
    column.name = fmt::format("column_{}", i);
    column.data_type = "bigint";
    column.column_type = "bigint unsigned";
    column.is_unsigned = true;
    table.columns.push_back(std::move(column));
  }
  const auto keep = [&](SchemaChange change) {
    const auto number = static_cast<int64_t>(outside.size() + 1);
    outside[number] = std::move(change);
    state.PutAway(outside[number], number);
  };
  constexpr int kTables = 10000;
  for (int i = 0; i < kTables; ++i) {
    SchemaChange change;
    change.database = "Shop";
    change.table = fmt::format("table_{}", i);
    change.definition = Serialize(table);
    REQUIRE(state.Replay(change).ok());
    keep(std::move(change));
  }
  CHECK(state.memory_bytes() < kTables * 200);
  // Reading all of it back does not keep all of it.
  for (int i = 0; i < kTables; ++i)
    REQUIRE(state.Find("shop", fmt::format("TABLE_{}", i))->definition == table);
  CHECK(fetched == kTables);
  CHECK(state.memory_bytes() < kTables * 200 + (4 << 20));
  CHECK(state.Find("shop", fmt::format("table_{}", kTables - 1))->known);
  CHECK(fetched == kTables);  // was there still

  // Statements go on from what is put away.
  DdlContext context;
  context.dialect = {Flavor::kMysql, 9 << 16, 0};
  context.default_database = "shop";
  const auto apply = [&](std::string_view sql) {
    return state.Apply(sql::ParseDdl(sql, context.dialect, "shop"), context);
  };
  CHECK(apply("ALTER TABLE table_0 ADD COLUMN column_1 BIGINT UNSIGNED").empty());  // has it
  auto changes = apply("ALTER TABLE table_0 ADD COLUMN more INT");
  REQUIRE(changes.size() == 1);
  keep(changes[0]);
  changes = apply("RENAME TABLE table_0 TO other");
  REQUIRE(changes.size() == 2);
  keep(changes[0]);
  keep(changes[1]);
  CHECK(state.Find("shop", "other")->definition.columns.size() == 21);
  CHECK_FALSE(state.Find("shop", "table_0"));
  changes = apply("ALTER TABLE table_1 DROP COLUMN column_0, ADD COLUMN column_2 TEXT");
  REQUIRE(changes.size() == 1);
  REQUIRE(changes[0].kind == SchemaChange::Kind::kUnknown);
  keep(changes[0]);
  CHECK(state.Find("shop", "table_1")->unknown_reason == changes[0].reason);

  // Nothing there, and something else there.
  outside.erase(3);
  outside[4].table = "another";
  SchemaState later(1, [&](int64_t number) -> std::optional<SchemaChange> {
    const auto found = outside.find(number);
    return found != outside.end() ? std::optional(found->second) : std::nullopt;
  });
  for (const char* name : {"table_2", "table_3"}) {
    later.Put("shop", name, table);
    SchemaChange change;
    change.database = "shop";
    change.table = name;
    later.PutAway(change, name == std::string_view("table_2") ? 3 : 4);
    REQUIRE(later.Find("shop", name));
    CHECK_FALSE(later.Find("shop", name)->known);
    CHECK_THAT(later.Find("shop", name)->unknown_reason, ContainsSubstring("not there any more"));
  }
}

}  // namespace
}  // namespace towpath::schema
