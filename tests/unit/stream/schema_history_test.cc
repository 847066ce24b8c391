#include "stream/schema_history.h"

#include <map>

#include "sql/ddl.h"
#include "store/store.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace towpath::stream {
namespace {

using schema::TableDefinition;

schema::ColumnDefinition Int(const std::string& name) {
  schema::ColumnDefinition column;
  column.name = name;
  column.data_type = "int";
  column.column_type = "int";
  return column;
}

TableDefinition TableOf(std::initializer_list<const char*> columns) {
  TableDefinition table;
  for (const char* name : columns) table.columns.push_back(Int(name));
  table.charset = "utf8mb4";
  table.collation = "utf8mb4_0900_ai_ci";
  return table;
}

std::string Names(const TableDefinition& table) {
  std::string names;
  for (const auto& column : table.columns) names += (names.empty() ? "" : " ") + column.name;
  return names;
}

class FakeCatalogue final : public schema::Catalogue {
 public:
  Result<TableDefinition> Lookup(std::string_view database, std::string_view table) override {
    ++asked;
    const auto found = tables.find(std::string(database) + "." + std::string(table));
    if (found == tables.end()) return Status(Code::kNotFound, "no such table");
    return found->second;
  }
  Status ReadAll(const Visitor& visitor) override {
    visitor.database("shop", {"utf8mb4", "utf8mb4_0900_ai_ci"});
    for (const auto& [name, table] : tables) {
      const size_t dot = name.find('.');
      if (visitor.wanted(name.substr(0, dot), name.substr(dot + 1)))
        visitor.table(name.substr(0, dot), name.substr(dot + 1), table);
    }
    return Status::Ok();
  }
  std::map<std::string, TableDefinition> tables;
  int asked = 0;
};

class All final : public binlog::TableFilter {
 public:
  bool Wants(std::string_view, std::string_view table) const override {
    return table != "unwanted";
  }
};

model::Cursor CursorAt(uint64_t offset, const std::string& file = "binlog.000001") {
  model::Cursor cursor;
  cursor.file = file;
  cursor.offset = offset;
  cursor.server_uuid = "server";
  return cursor;
}

Position At(uint64_t offset, const std::string& file = "binlog.000001") {
  Position at;
  at.file = file;
  at.offset = offset;
  at.transaction_offset = offset - 50;
  return at;
}

// A stream's history over a store that outlives it.
class Fixture {
 public:
  explicit Fixture(bool durable)
      : store_(*store::OpenStore(durable ? "sqlite:" + folder_.File("t.db") : "memory:")) {
    Reopen();
  }

  // As another process would.
  void Reopen() {
    history.reset();
    holder_.reset();
    holder_ = *store_->Attach(store::Store::Kind::kStream, "orders");
    history = std::make_unique<SchemaHistory>(&catalogue, holder_->schema_log());
  }
  void Rewind(const model::Cursor& cursor) const {
    REQUIRE(history->Rewind(cursor, {}, false).ok());
  }
  bool Apply(const Position& at, const std::string& statement) const {
    const schema::DdlContext context{.dialect = {Flavor::kMysql, 9 << 16 | 7 << 8, 0},
                                     .default_database = "shop",
                                     .set_collations = {},
                                     .explicit_defaults_for_timestamp = {}};
    auto changed = history->Apply(at, sql::ParseDdl(statement, context.dialect, "shop"), context);
    INFO(changed.status().ToString());
    REQUIRE(changed.ok());
    return *changed;
  }
  // The columns that are remembered; "-" and why not.
  std::string Remembered(const std::string& table) const {
    std::string why;
    const auto found = history->Remembered("shop", table, &why);
    return found ? Names(*found) : "-" + why;
  }
  size_t records() {
    size_t count = 0;
    REQUIRE(holder_->schema_log().Load([&](const store::SchemaRecord&) { ++count; }).ok());
    return count;
  }
  // As the decoder does at a table that is not remembered, or not so.
  std::string Learn(const Position& at, const std::string& table) const {
    auto found = history->Ask(at, "shop", table);
    if (!found.ok()) return found.status().message();
    REQUIRE(history->Remember(at, "shop", table, *found).ok());
    return Names(*found);
  }

  FakeCatalogue catalogue;
  std::unique_ptr<SchemaHistory> history;

 private:
  test::TempFolder folder_;
  std::shared_ptr<store::Store> store_;
  std::unique_ptr<store::RecordHolder> holder_;
};

TEST_CASE("rows before an ALTER keep their names, also when read again", "[schema_history]") {
  Fixture f(GENERATE(false, true));
  f.catalogue.tables["shop.t"] = TableOf({"id", "a"});
  f.catalogue.tables["shop.unwanted"] = TableOf({"id"});
  REQUIRE(f.history->Clear().ok());
  REQUIRE(f.history->Seed(All()).ok());
  f.Rewind(CursorAt(100));
  CHECK(f.Remembered("t") == "id a");
  CHECK(f.Remembered("unwanted") == "-");
  // The catalogue is ahead of what is read.
  f.catalogue.tables["shop.t"] = TableOf({"id", "c"});
  CHECK(f.Apply(At(500), "ALTER TABLE t RENAME COLUMN a TO b"));
  CHECK(f.Remembered("t") == "id b");
  CHECK(f.Apply(At(900), "ALTER TABLE t RENAME COLUMN b TO c"));
  CHECK(f.Remembered("t") == "id c");
  CHECK_FALSE(f.Apply(At(950), "CREATE USER u"));

  for (const bool reopened : {false, true}) {
    CAPTURE(reopened);
    if (reopened) f.Reopen();
    f.Rewind(CursorAt(100));
    CHECK(f.Remembered("t") == "id a");
    f.Rewind(CursorAt(500));  // the transaction that has the first ALTER begins there
    CHECK(f.Remembered("t") == "id a");
    f.Rewind(CursorAt(501));
    CHECK(f.Remembered("t") == "id b");
    f.Rewind(CursorAt(4, "binlog.000002"));
    CHECK(f.Remembered("t") == "id c");
    // What was written at a place is taken when it is read again.
    f.Rewind(CursorAt(501));
    CHECK(f.Apply(At(900), "ALTER TABLE t RENAME COLUMN b TO c"));
    CHECK(f.Remembered("t") == "id c");
  }
  CHECK(f.catalogue.asked == 0);
  CHECK(f.records() == 4);  // the database, the table, twice altered
}

TEST_CASE("what no restart needs is trimmed", "[schema_history]") {
  Fixture f(GENERATE(false, true));
  f.catalogue.tables["shop.t"] = TableOf({"id", "a"});
  f.catalogue.tables["shop.u"] = TableOf({"id"});
  REQUIRE(f.history->Seed(All()).ok());
  f.Rewind(CursorAt(100));
  f.Apply(At(500), "ALTER TABLE t ADD b INT");
  f.Apply(At(600), "ALTER TABLE t ADD c INT");
  f.Apply(At(700), "DROP TABLE u");
  f.Apply(At(800), "ALTER TABLE t ADD d INT");
  CHECK(f.history->untrimmed() == 4);
  REQUIRE(f.records() == 7);
  REQUIRE(f.history->Trim(CursorAt(650)).ok());
  CHECK(f.records() == 5);  // the database, u and t at 600, and what comes behind
  REQUIRE(f.history->Trim(CursorAt(750)).ok());
  CHECK(f.records() == 3);
  f.Reopen();
  f.Rewind(CursorAt(650));
  CHECK(f.Remembered("t") == "id a b c");
  f.Rewind(CursorAt(900));
  CHECK(f.Remembered("t") == "id a b c d");
  CHECK(f.Remembered("u") == "-");

  SECTION("a database goes with its tables") {
    f.Apply(At(1000), "DROP DATABASE shop");
    CHECK(f.Remembered("t") == "-");
    REQUIRE(f.history->Trim(CursorAt(1100)).ok());
    CHECK(f.records() == 0);
    f.Reopen();
    f.Rewind(CursorAt(1100));
    CHECK(f.Remembered("t") == "-");
  }
  SECTION("a new stream of the name begins with nothing") {
    REQUIRE(f.history->Clear().ok());
    CHECK(f.records() == 0);
  }
}

TEST_CASE("tables that are not remembered are asked for, and then are", "[schema_history]") {
  Fixture f(GENERATE(false, true));
  f.Rewind(CursorAt(100));
  f.catalogue.tables["shop.old"] = TableOf({"id", "x"});
  f.catalogue.tables["shop.odd"] = TableOf({"id", "y"});
  CHECK(f.Remembered("old") == "-");
  CHECK(f.Learn(At(300), "old") == "id x");
  CHECK(f.Remembered("old") == "id x");
  // A statement that can not be followed.
  CHECK(f.Apply(At(400), "CREATE TABLE odd (id INT, y NEWTYPE(3) FROM FUTURE)"));
  CHECK(f.Remembered("odd").size() > 1);  // and why
  CHECK(f.Remembered("odd")[0] == '-');
  CHECK(f.Learn(At(450), "odd") == "id y");
  // Known otherwise than it is: somebody altered it and did not log that.
  f.catalogue.tables["shop.old"] = TableOf({"id", "x", "z"});
  CHECK(f.Learn(At(600), "old") == "id x z");
  CHECK(f.catalogue.asked == 3);

  // The catalogue has moved on, or does not know them any more.
  f.catalogue.tables.clear();
  f.Reopen();
  f.Rewind(CursorAt(100));
  CHECK(f.Remembered("old") == "id x");
  CHECK(f.Remembered("odd") == "-");
  f.Apply(At(400), "CREATE TABLE odd (id INT, y NEWTYPE(3) FROM FUTURE)");
  CHECK(f.Remembered("odd") == "id y");
  CHECK(f.Remembered("old") == "id x");
  CHECK(f.Learn(At(600), "old") == "id x z");
  CHECK(f.catalogue.asked == 3);
  CHECK(f.Learn(At(700), "gone") == "no such table");
}

TEST_CASE("on another server, GTIDs say which changes are behind", "[schema_history]") {
  Fixture f(true);
  f.catalogue.tables["shop.t"] = TableOf({"id", "a"});
  REQUIRE(f.history->Seed(All()).ok());
  f.Rewind(CursorAt(100));
  const std::string uuid = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
  Position at = At(500);
  at.gtid = *Gtid::Parse(uuid + ":5");
  f.Apply(at, "ALTER TABLE t RENAME COLUMN a TO b");

  f.Reopen();
  model::Cursor elsewhere;
  elsewhere.server_uuid = "another";
  elsewhere.gtids_known = true;
  elsewhere.gtids = *GtidSet::Parse(uuid + ":1-5");
  f.Rewind(elsewhere);
  CHECK(f.Remembered("t") == "id b");
  // Back on the first one it stands behind the place where reading begins, and is passed there.
  model::Cursor back = CursorAt(200);
  f.Rewind(back);
  CHECK(f.Remembered("t") == "id a");
  REQUIRE(f.history->Rewind(back, elsewhere.gtids, false).ok());
  CHECK(f.Remembered("t") == "id b");
  elsewhere.gtids = *GtidSet::Parse(uuid + ":1-4");
  f.Rewind(elsewhere);
  CHECK(f.Remembered("t") == "id a");
  // The same transaction, at another place.
  Position there = At(90'000, "other-bin.000017");
  there.gtid = at.gtid;
  CHECK(f.Apply(there, "ALTER TABLE t RENAME COLUMN a TO b"));
  CHECK(f.Remembered("t") == "id b");
  CHECK(f.records() == 3);
}

TEST_CASE("a history that was damaged is not followed", "[schema_history]") {
  test::TempFolder folder;
  const std::string path = folder.File("t.db");
  auto store = *store::OpenStore("sqlite:" + path);
  auto holder = *store->Attach(store::Store::Kind::kStream, "orders");
  store::SchemaRecord record;
  record.change.database = "shop";
  record.change.table = "t";
  record.change.definition = "no definition";
  REQUIRE(holder->schema_log().Append({record}).ok());
  SchemaHistory history(nullptr, holder->schema_log());
  const Status status = history.Rewind(CursorAt(4), {}, false);
  CHECK(status.code() == Code::kStore);
  CHECK_THAT(status.message(), ContainsSubstring("schema history"));
}

TEST_CASE("a history that can not be read back stops the stream", "[schema_history]") {
  class Unreadable final : public store::SchemaLog {
   public:
    explicit Unreadable(store::SchemaLog& log) : log_(log) {}
    Status Load(const std::function<void(store::SchemaRecord record)>& visit) override {
      return log_.Load(visit);
    }
    Result<std::optional<store::SchemaRecord>> Read(int64_t number) override {
      if (broken) return Status(Code::kStore, "the disk is gone");
      return log_.Read(number);
    }
    Result<int64_t> Append(const std::vector<store::SchemaRecord>& records) override {
      return log_.Append(records);
    }
    Status Remove(const std::vector<int64_t>& numbers) override { return log_.Remove(numbers); }
    bool broken = false;

   private:
    store::SchemaLog& log_;
  };
  auto store = *store::OpenStore("memory:");
  auto holder = *store->Attach(store::Store::Kind::kStream, "orders");
  Unreadable log(holder->schema_log());
  FakeCatalogue catalogue;
  catalogue.tables["shop.t"] = TableOf({"id", "a"});
  SchemaHistory history(&catalogue, log);
  REQUIRE(history.Seed(All()).ok());
  REQUIRE(history.Rewind(CursorAt(100), {}, false).ok());
  log.broken = true;
  std::string why;
  SECTION("when a table is needed") {
    CHECK_FALSE(history.Remembered("shop", "t", &why));
    CHECK(history.Ask(At(200), "shop", "t").code() == Code::kStore);
    CHECK(catalogue.asked == 0);
  }
  SECTION("when a statement changes it") {
    const schema::DdlContext context{.dialect = {Flavor::kMysql, 9 << 16, 0},
                                     .default_database = "shop",
                                     .set_collations = {},
                                     .explicit_defaults_for_timestamp = {}};
    const auto ddl = sql::ParseDdl("ALTER TABLE t RENAME COLUMN a TO b", context.dialect, "shop");
    CHECK(history.Apply(At(200), ddl, context).status().code() == Code::kStore);
  }
  log.broken = false;
  REQUIRE(history.Rewind(CursorAt(100), {}, false).ok());
  CHECK(Names(*history.Remembered("shop", "t", &why)) == "id a");
}

TEST_CASE("since when a table is so holds also when many others came and went",
          "[schema_history]") {
  Fixture f(false);
  f.Rewind(CursorAt(4));
  f.Apply(At(100), "CREATE TABLE t (id INT)");
  f.Apply(At(200), "DROP TABLE t");
  const int others = GENERATE(1, 5000);
  uint64_t at = 1000;
  for (int i = 0; i < others; ++i) {
    f.Apply(At(at += 100), "CREATE TABLE other (id INT)");
    f.Apply(At(at += 100), "DROP TABLE other");
  }
  // It came back in a way that the binlog does not have.
  f.catalogue.tables["shop.t"] = TableOf({"id", "b"});
  const uint64_t asked_at = at + 100;
  CHECK(f.Learn(At(asked_at), "t") == "id b");
  f.Rewind(CursorAt(150));
  CHECK(f.Remembered("t") == "id");
  f.Rewind(CursorAt(asked_at + 1));
  CHECK(f.Remembered("t") == "id b");
}

}  // namespace
}  // namespace towpath::stream
