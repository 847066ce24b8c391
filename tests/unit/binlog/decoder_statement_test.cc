// DDL and statement-format changes: the tables that they name, their text, what is refused.
#include "binlog/decoder.h"

#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/decoder_run.h"

namespace towpath::test {
namespace {

// EXECUTE_LOAD_QUERY: a QUERY with file_id u32, where the file's name stands in the statement, u32
// each, and what to do with duplicates, u8, in its post-header.
std::string LoadQueryBody(std::string_view database, std::string_view sql) {
  std::string body = BinlogBuilder::QueryBody(database, sql);
  return body.insert(13, Le(1, 4) + Le(17, 4) + Le(20, 4) + Le(0, 1));
}

TEST_CASE("a DDL says what it does and to which tables", "[decoder]") {
  BinlogBuilder log;
  log.Format();
  log.Query("shop", "CREATE TABLE t (a INT)");
  log.Query("shop", "RENAME TABLE a TO `b c`, x.d TO x.`e``f`");
  log.Query("shop", "/*!40000 DROP TABLE IF EXISTS a, x.b */");
  log.Query("", "CREATE DATABASE x");
  log.Query("shop", "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW DELETE FROM u");
  log.Query("shop", "XA COMMIT X'61',X'',1");
  log.Query("shop", "SOMETHING NEW t");
  log.Query("shop", "CREATE TABLE t\xe4 (a INT)", Le(4, 1) + Le(8, 2) + Le(8, 2) + Le(45, 2));
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  const auto& entries = run->sink.entries();
  REQUIRE(entries.size() == 8);
  const auto tables_of = [&](size_t i) {
    return std::vector<DdlTable>(entries[i].statement_tables().begin(),
                                 entries[i].statement_tables().end());
  };
  using Tables = std::vector<DdlTable>;
  CHECK(entries[0].ddl_kind() == DdlKind::kCreateTable);
  CHECK(tables_of(0) == Tables{{"shop", "t"}});
  CHECK(entries[1].ddl_kind() == DdlKind::kRenameTable);
  CHECK(tables_of(1) == Tables{{"shop", "a"}, {"shop", "b c"}, {"x", "d"}, {"x", "e`f"}});
  CHECK(entries[2].ddl_kind() == DdlKind::kDropTable);
  CHECK(tables_of(2) == Tables{{"shop", "a"}, {"x", "b"}});
  CHECK(entries[3].ddl_kind() == DdlKind::kCreateDatabase);
  CHECK(tables_of(3).empty());
  CHECK(entries[4].ddl_kind() == DdlKind::kCreateTrigger);
  CHECK(tables_of(4) == Tables{{"shop", "t"}});
  CHECK(entries[5].ddl_kind() == DdlKind::kTransaction);
  CHECK(entries[5].database() == "shop");
  CHECK(entries[6].ddl_kind() == DdlKind::kOther);
  CHECK(entries[6].sql_valid());
  CHECK(tables_of(7) == Tables{{"shop", "tä"}});
}

TEST_CASE("statements in another character set name their tables rightly", "[decoder]") {
  const std::string latin1 = Le(4, 1) + Le(8, 2) + Le(8, 2) + Le(45, 2);
  BinlogBuilder log;
  log.Format().Gtid(1, 1);
  log.Query("shop", "BEGIN")
      .Query("shop",
             "UPDATE gr\xf6\xdf"
             "e SET a = 1",
             latin1)
      .Xid();
  OneTable filter("shop.größe");
  DecoderConfig config;
  config.filter = &filter;
  const auto refused = Decode(log, config);
  CHECK(refused->status.code() == Code::kUnsupported);
  CHECK_THAT(refused->status.message(), ContainsSubstring("rows of shop.größe and") &&
                                            ContainsSubstring("\"UPDATE größe SET a = 1\""));
  config.statements = model::StatementPolicy::kDeliver;
  const auto run = Decode(log, config);
  REQUIRE(run->sink.Kinds() == "begin statement commit");
  CHECK(run->sink.entries()[1].statement_tables()[0].name == "größe");

  // A long one is shown up to the end of a character.
  BinlogBuilder long_one;
  long_one.Format().Query("shop", "DELETE FROM t /*" + std::string(103, 'x') + "ö*/");
  CHECK_THAT(Decode(long_one)->status.message(), ContainsSubstring("xx...\"; set"));
}

TEST_CASE("statement-format changes stop the stream and name the remedy", "[decoder]") {
  for (const char* sql :
       {"INSERT INTO t VALUES (1)", "/* x */ replace into shop.t select 1",
        "UPDATE t AS a SET b = 1", "delete from `shop`.`t`", "LOAD DATA INFILE 'x' INTO TABLE t",
        "/*!50100 insert into t values (1) */", "SELECT f()", "WITH x AS (SELECT 1) DELETE FROM t",
        "-- c\nUPDATE t, u SET t.a = 1", "(INSERT INTO t VALUES (1))"}) {
    INFO(sql);
    BinlogBuilder log;
    log.Format().Gtid(1, 1).Query("shop", "BEGIN");
    log.Event(5, Le(2, 1) + Le(9, 8)).Query("shop", sql).Xid();
    const auto run = Decode(log);
    CHECK(run->status.code() == Code::kUnsupported);
    CHECK_THAT(run->status.message(), ContainsSubstring("binlog_format=ROW"));
    CHECK(run->sink.entries().empty());
  }
  BinlogBuilder log;
  log.Format().Event(17, Le(1, 4) + "a,b").Event(18, LoadQueryBody("shop", "LOAD DATA INFILE 'x'"));
  const auto run = Decode(log);
  CHECK(run->status.code() == Code::kUnsupported);
  CHECK_THAT(run->status.message(), ContainsSubstring("LOAD DATA INFILE 'x'"));
}

TEST_CASE("statement-format changes are delivered when asked for", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN");
  log.Event(5, Le(2, 1) + Le(9, 8)).Query("shop", "INSERT INTO t VALUES (1)");
  log.TableMap(7, "shop", "t", kColumns, kNames).Rows(30, 7, 2, Row(1, "a")).Xid();
  log.Query("shop", "UPDATE old SET a = 1");  // of a table without transactions, long ago
  log.Event(17, Le(1, 4) + "a,b").Event(18, LoadQueryBody("shop", "LOAD DATA INFILE 'x'"));
  log.Gtid(1, 2).Query("shop", "BEGIN").Query("shop", "CALL p()").Xid();
  DecoderConfig config;
  config.statements = model::StatementPolicy::kDeliver;
  const auto run = Decode(log, config);
  REQUIRE(run->status.ok());
  CHECK(run->sink.Kinds() ==
        "begin statement insert commit begin statement commit begin statement commit "
        "begin statement commit");
  const auto& entries = run->sink.entries();
  CHECK(entries[1].sql() == "INSERT INTO t VALUES (1)");
  CHECK(entries[1].database() == "shop");
  CHECK_FALSE(entries[1].is_rows());
  CHECK(entries[5].sql() == "UPDATE old SET a = 1");
  CHECK(entries[8].sql() == "LOAD DATA INFILE 'x'");
  CHECK(run->counters.transactions == 4);

  SECTION("of wanted tables only, as far as they are known") {
    OneTable filter("shop.u");
    config.filter = &filter;
    const auto filtered = Decode(log, config);
    REQUIRE(filtered->status.ok());
    CHECK(filtered->sink.Kinds() == "begin statement commit begin statement commit");
    CHECK(filtered->sink.entries()[1].sql() == "LOAD DATA INFILE 'x'");
    CHECK(filtered->counters.transactions == 4);
  }
  SECTION("unless the kind is not wanted") {
    config.events = ~(1u << static_cast<unsigned>(EntryKind::kStatement));
    const auto rest = Decode(log, config);
    REQUIRE(rest->status.ok());
    CHECK(rest->sink.Kinds() == "begin insert commit");
  }
}

TEST_CASE("statement-format changes of unwanted tables pass", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("percona", "BEGIN");
  log.Query("percona", "REPLACE INTO `percona`.`checksums` (a) SELECT 1 FROM shop.u").Xid();
  OneTable filter("shop.u");
  DecoderConfig config;
  config.filter = &filter;
  const auto run = Decode(log, config);
  CHECK(run->status.ok());
  CHECK(run->counters.filtered_events == 1);
  // Of several tables, or not told: refused.
  for (const char* sql : {"UPDATE a JOIN shop.u SET u.x = 1", "DELETE a, b FROM a JOIN b",
                          "DELETE FROM a USING a JOIN u", "CALL p()", "UPDATE shop.u SET a = 1"}) {
    INFO(sql);
    BinlogBuilder other;
    other.Format().Gtid(1, 1).Query("percona", "BEGIN").Query("percona", sql);
    CHECK(Decode(other, config)->status.code() == Code::kUnsupported);
  }
}

TEST_CASE("statements come as UTF-8", "[decoder]") {
  const auto sql_of = [](const std::string& sql, uint16_t collation, bool* valid) {
    BinlogBuilder log;
    log.Format().Gtid(1, 1);
    log.Query("shop", sql, Le(4, 1) + Le(collation, 2) + Le(collation, 2) + Le(45, 2));
    const auto run = Decode(log);
    REQUIRE(run->status.ok());
    REQUIRE(run->sink.Kinds() == "ddl");
    *valid = run->sink.entries()[0].sql_valid();
    CHECK(run->sink.entries()[0].database() == "shop");
    return std::string(run->sink.entries()[0].sql());
  };
  bool valid = false;
  CHECK(sql_of("CREATE TABLE t\xe4", 8, &valid) == "CREATE TABLE t\xc3\xa4");
  CHECK(valid);
  CHECK(sql_of("CREATE TABLE \xba\xba", 28, &valid) == "CREATE TABLE \xe6\xb1\x89");  // gbk
  CHECK(valid);
  CHECK(sql_of("CREATE TABLE \xc3\xa4", 45, &valid) == "CREATE TABLE \xc3\xa4");
  CHECK(valid);
  // Bytes that are no text stay as they are.
  CHECK(sql_of("CREATE USER u IDENTIFIED BY '\xff'", 255, &valid) ==
        "CREATE USER u IDENTIFIED BY '\xff'");
  CHECK_FALSE(valid);
}

}  // namespace
}  // namespace towpath::test
