// Streams of servers that do not name columns in their binlog: rows keep the names they were
// written with, whatever the tables became since.
#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

using test::TempFolder;

// Until the end of the test, the server says as little of columns as it can.
class WithoutNames {
 public:
  explicit WithoutNames(const LiveServer& server)
      : server_(server), before_(server.Sql("SELECT @@GLOBAL.binlog_row_metadata")) {
    server.Sql(fmt::format("SET GLOBAL binlog_row_metadata = '{}'",
                           server.mysql() ? "MINIMAL" : "NO_LOG"));
  }
  ~WithoutNames() {
    server_.CleanUp(fmt::format("SET GLOBAL binlog_row_metadata = '{}'", before_));
  }
  WithoutNames(const WithoutNames&) = delete;
  WithoutNames& operator=(const WithoutNames&) = delete;

 private:
  const LiveServer& server_;
  std::string before_;
};

class Fixture {
 public:
  explicit Fixture(Kind kind, const std::string& name)
      : server(kind), without_names_(server), sandbox(server, name), name_(name) {}

  Options StreamOptions(const std::string& tables = "") {
    Options options = server.StreamOptions();
    Set(options, "store.url", "sqlite:" + folder_.File("towpath.db"));
    Set(options, "filter.tables", fmt::format("{}\\..*", name_));
    if (!tables.empty()) Set(options, "filter.tables", fmt::format("{}\\.{}", name_, tables));
    Set(options, "filter.events", "insert,update,delete");
    Set(options, "source.retry.initial_ms", "20");
    return options;
  }
  static void Set(Options& options, const std::string& key, const std::string& value) {
    const Status status = options.Set(key, value);
    INFO(status.ToString());
    REQUIRE(status.ok());
  }

  LiveServer server;

 private:
  WithoutNames without_names_;
  TempFolder folder_;

 public:
  Sandbox sandbox;

 private:
  std::string name_;
};

std::unique_ptr<Stream> Open(const Options& options) {
  auto stream = Stream::Open(options);
  INFO(stream.status().ToString());
  REQUIRE(stream.ok());
  return *std::move(stream);
}

// "t(id=1, a=x)" for the last row image of each of so many entries; acknowledged when asked for.
std::vector<std::string> Rows(Stream& stream, size_t count, bool ack = true) {
  std::vector<std::string> seen;
  while (seen.size() < count) {
    auto batch = stream.GetWithoutAck(count - seen.size(), std::chrono::minutes(1));
    INFO(batch.status().ToString());
    REQUIRE(batch.ok());
    REQUIRE_FALSE(batch->empty());
    RowReader rows;
    for (const Entry& entry : *batch) {
      for (rows.Start(entry); rows.Next();) {
        const auto values = rows.after().empty() ? rows.before() : rows.after();
        std::string text;
        for (size_t i = 0; i < values.size(); ++i) {
          const Column& column = entry.table()->columns()[i];
          text += (i == 0 ? "" : ", ") + column.name + "=";
          REQUIRE(AppendText(column, values[i], &text).ok());
        }
        seen.push_back(fmt::format("{}({})", entry.table()->name(), text));
      }
      REQUIRE(rows.status().ok());
    }
    if (ack) REQUIRE(stream.Ack(batch->mark()).ok());
  }
  return seen;
}

using Texts = std::vector<std::string>;

TEST_CASE("schema history: rows keep their names over ALTERs that ran while nobody read") {
  Fixture f(GENERATE(from_range(Kinds())), "schema_history");
  f.sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20) CHARACTER SET latin1)");
  f.sandbox.Sql("CREATE TABLE swap_a (id INT, x INT)");
  f.sandbox.Sql("CREATE TABLE swap_b (id INT, y INT)");
  const Options options = f.StreamOptions();
  REQUIRE(Open(options)->Close().ok());

  f.sandbox.Sql("INSERT INTO t VALUES (1, 'one')");
  f.sandbox.Sql("ALTER TABLE t CHANGE a b VARCHAR(20) CHARACTER SET latin1");
  f.sandbox.Sql("INSERT INTO t VALUES (2, 'two')");
  f.sandbox.Sql("/* a comment */ ALTER TABLE t ADD COLUMN n INT UNSIGNED FIRST, DROP PRIMARY KEY");
  f.sandbox.Sql("INSERT INTO t VALUES (4000000000, 3, 'three')");
  f.sandbox.Sql("ALTER TABLE t RENAME TO `other ``t```");
  f.sandbox.Sql("INSERT INTO `other ``t``` VALUES (4, 4, 'four')");
  f.sandbox.Sql("INSERT INTO swap_a VALUES (1, 1)");
  f.sandbox.Sql("RENAME TABLE swap_a TO tmp, swap_b TO swap_a, tmp TO swap_b");
  f.sandbox.Sql("INSERT INTO swap_a VALUES (2, 2)");
  f.sandbox.Sql("CREATE TABLE made (e ENUM('no', 'yes')) SELECT 1 AS one");
  f.sandbox.Sql("INSERT INTO made (e, one) VALUES ('yes', 2)");
  f.sandbox.Sql("DROP TABLE `other ``t```, swap_a, made");

  const Texts expected = {"t(id=1, a=one)",
                          "t(id=2, b=two)",
                          "t(n=4000000000, id=3, b=three)",
                          "other `t`(n=4, id=4, b=four)",
                          "swap_a(id=1, x=1)",
                          "swap_a(id=2, y=2)",
                          "made(e=, one=1)",
                          "made(e=yes, one=2)"};
  {
    // Read, and lost before anything was acknowledged.
    auto stream = Open(options);
    CHECK(Rows(*stream, expected.size(), false) == expected);
    REQUIRE(stream->Rollback().ok());
    CHECK(Rows(*stream, 3) == Texts(expected.begin(), expected.begin() + 3));
  }
  {
    auto stream = Open(options);
    CHECK(Rows(*stream, 2) == Texts(expected.begin() + 3, expected.begin() + 5));
  }
  auto stream = Open(options);
  CHECK(Rows(*stream, 3) == Texts(expected.begin() + 5, expected.end()));
}

TEST_CASE("schema history: a lost connection and an ALTER in between") {
  Fixture f(GENERATE(from_range(Kinds())), "schema_lost");
  f.sandbox.Sql("CREATE TABLE t (id INT, a INT)");
  auto stream = Open(f.StreamOptions());
  f.sandbox.Sql("INSERT INTO t VALUES (1, 1)");
  CHECK(Rows(*stream, 1, false) == Texts{"t(id=1, a=1)"});
  f.sandbox.Sql("ALTER TABLE t CHANGE a b INT");
  f.sandbox.Sql("INSERT INTO t VALUES (2, 2)");
  CHECK(Rows(*stream, 1, false) == Texts{"t(id=2, b=2)"});
  f.server.Sql("KILL " + f.server.Sql("SELECT id FROM information_schema.processlist WHERE user = "
                                      "'towpath' AND command LIKE 'Binlog Dump%'"));
  f.sandbox.Sql("ALTER TABLE t CHANGE b c INT");
  f.sandbox.Sql("INSERT INTO t VALUES (3, 3)");
  CHECK(Rows(*stream, 1, false) == Texts{"t(id=3, c=3)"});
  REQUIRE(stream->Rollback().ok());
  CHECK(Rows(*stream, 3) == Texts{"t(id=1, a=1)", "t(id=2, b=2)", "t(id=3, c=3)"});
}

// MariaDB then logs every column of the joined table as one that may be NULL.
TEST_CASE("schema history: an update through an outer join") {
  Fixture f(GENERATE(from_range(Kinds())), "schema_join");
  f.sandbox.Sql("CREATE TABLE p (id INT PRIMARY KEY, v INT)");
  f.sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, a INT NOT NULL)");
  auto stream = Open(f.StreamOptions("t"));
  f.sandbox.Sql("INSERT INTO p VALUES (1, 1), (2, 2)");
  f.sandbox.Sql("INSERT INTO t VALUES (1, 1)");
  f.sandbox.Sql("UPDATE p LEFT JOIN t ON t.id = p.id SET p.v = 5, t.a = 6");
  CHECK(Rows(*stream, 2) == Texts{"t(id=1, a=1)", "t(id=1, a=6)"});
}

TEST_CASE("schema history: online schema changes bring a table that was not wanted") {
  Fixture f(GENERATE(from_range(Kinds())), "schema_online");
  f.sandbox.Sql("CREATE TABLE orders (id INT PRIMARY KEY, a INT)");
  auto stream = Open(f.StreamOptions("orders"));
  f.sandbox.Sql("INSERT INTO orders VALUES (1, 1)");
  // gh-ost
  f.sandbox.Sql("CREATE TABLE _orders_gho LIKE orders");
  f.sandbox.Sql("ALTER TABLE _orders_gho ADD COLUMN b INT AFTER id");
  f.sandbox.Sql("INSERT INTO _orders_gho (id, a) SELECT id, a FROM orders");
  f.sandbox.Sql("RENAME TABLE orders TO _orders_del, _orders_gho TO orders");
  f.sandbox.Sql("INSERT INTO orders VALUES (2, 22, 2)");
  // pt-online-schema-change
  f.sandbox.Sql("CREATE TABLE _orders_new (id INT PRIMARY KEY, b INT, a INT)");
  f.sandbox.Sql("ALTER TABLE _orders_new CHANGE b c INT, ADD d INT");
  f.sandbox.Sql("INSERT INTO _orders_new (id, c, a) SELECT id, b, a FROM orders");
  f.sandbox.Sql("RENAME TABLE orders TO _orders_old, _orders_new TO orders");
  f.sandbox.Sql("INSERT INTO orders VALUES (3, 33, 3, 333)");
  CHECK(Rows(*stream, 3) ==
        Texts{"orders(id=1, a=1)", "orders(id=2, b=22, a=2)", "orders(id=3, c=33, a=3, d=333)"});
}

TEST_CASE("schema history: what was altered behind the binlog's back is not guessed") {
  Fixture f(GENERATE(from_range(Kinds())), "schema_hidden");
  f.sandbox.Sql("CREATE TABLE t (id INT, a INT)");
  Options options = f.StreamOptions();
  REQUIRE(Open(options)->Close().ok());
  f.sandbox.Sql("SET sql_log_bin = 0");
  f.sandbox.Sql("ALTER TABLE t ADD b INT");
  f.sandbox.Sql("SET sql_log_bin = 1");
  f.sandbox.Sql("INSERT INTO t VALUES (1, 2, 3)");

  SECTION("the catalogue still has it") {
    auto stream = Open(options);
    CHECK(Rows(*stream, 1) == Texts{"t(id=1, a=2, b=3)"});
  }
  SECTION("nobody knows it") {
    f.sandbox.Sql("DROP TABLE t");
    {
      auto stream = Open(options);
      const auto batch = stream->GetWithoutAck(10, std::chrono::minutes(1));
      CHECK(batch.code() == Code::kSchemaMismatch);
      CHECK_THAT(batch.status().message(),
                 ContainsSubstring("schema_hidden.t") && ContainsSubstring("3 columns") &&
                     ContainsSubstring("SET GLOBAL binlog_row_metadata=FULL"));
    }
    Fixture::Set(options, "schema.mode", "positional");
    auto stream = Open(options);
    CHECK(Rows(*stream, 1) == Texts{"t(@1=1, @2=2, @3=3)"});
  }
}

TEST_CASE("schema history: a stream that begins in the past learns from the binlog's DDL") {
  Fixture f(GENERATE(from_range(Kinds())), "schema_past");
  f.server.Sql("FLUSH BINARY LOGS");
  const std::string start =
      f.server.SqlValue(f.server.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW BINLOG STATUS", "File");
  f.sandbox.Sql("CREATE TABLE t (id INT, a INT)");
  f.sandbox.Sql("INSERT INTO t VALUES (1, 1)");
  f.sandbox.Sql("ALTER TABLE t CHANGE a b INT");
  f.sandbox.Sql("INSERT INTO t VALUES (2, 2)");
  f.sandbox.Sql("DROP TABLE t");
  Options options = f.StreamOptions();
  Fixture::Set(options, "source.start", start + ":4");
  auto stream = Open(options);
  CHECK(Rows(*stream, 2) == Texts{"t(id=1, a=1)", "t(id=2, b=2)"});
}

}  // namespace
}  // namespace towpath::live
