#include "binlog/decoder.h"

#include <zstd.h>

#include <map>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

namespace towpath::test {
namespace {

using binlog::Decoder;
using binlog::DecoderConfig;

// Columns INT and VARCHAR(20), named by full metadata.
const std::vector<MapColumn> kColumns = {{3, "", false}, {15, Le(20, 2)}};
const std::string kNames = BinlogBuilder::Names(2);
std::string Row(uint32_t id, std::string_view text) { return Le(0, 1) + Le(id, 4) + Text1(text); }

struct Run {
  EntryCollector sink;
  Status status;
  binlog::DecoderCounters counters;
  uint64_t offset = 0;
  std::string file;
};

// As over the network: frames without offsets.
std::unique_ptr<Run> Feed(const std::vector<std::string>& events, DecoderConfig config = {},
                          uint64_t start = 4) {
  auto run = std::make_unique<Run>();
  Decoder decoder(std::move(config));
  decoder.Start("binlog.000001", start, false);
  for (const std::string& event : events) {
    run->status = decoder.Feed(MakeFrame(event), run->sink);
    if (!run->status.ok()) {
      // It stands still.
      CHECK(decoder.Feed(MakeFrame(event), run->sink).message() == run->status.message());
      break;
    }
  }
  run->counters = decoder.counters();
  run->offset = decoder.offset();
  run->file = decoder.file() != nullptr ? decoder.file()->name : "";
  return run;
}

std::unique_ptr<Run> Decode(const BinlogBuilder& log, DecoderConfig config = {}) {
  return Feed(SplitEvents(log.bytes()), std::move(config));
}

std::string At(const Entry& entry) { return entry.position().ToString(); }

// EXECUTE_LOAD_QUERY: a QUERY with file_id u32, where the file's name stands in the statement, u32
// each, and what to do with duplicates, u8, in its post-header.
std::string LoadQueryBody(std::string_view database, std::string_view sql) {
  std::string body = BinlogBuilder::QueryBody(database, sql);
  return body.insert(13, Le(1, 4) + Le(17, 4) + Le(20, 4) + Le(0, 1));
}

TEST_CASE("a transaction is begin, rows, commit", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(0xab, 5, 1700000000123456).Query("shop", "BEGIN");
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(1, "a") + Row(2, "b"));
  log.Rows(31, 77, 2, Row(1, "a") + Row(1, "c")).Rows(32, 77, 2, Row(2, "b")).Xid();
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  const auto& entries = run->sink.entries();
  REQUIRE(run->sink.Kinds() == "begin insert update delete commit");

  CHECK(At(entries[0]) == "binlog.000001:" + std::to_string(log.offsets()[1]) + ":0");
  for (size_t i = 1; i < 5; ++i)
    CHECK(entries[i].position().offset == log.offsets()[i == 4 ? 7 : i + 3]);
  for (const Entry& entry : entries) {
    CHECK(entry.gtid().ToString() == "abababab-abab-abab-abab-abababababab:5");
    CHECK(entry.position().transaction_offset == log.offsets()[1]);
    CHECK(entry.server_id() == 7);
  }
  CHECK(entries[0].timestamp_us() == 1700000000123456);
  CHECK(entries[1].timestamp_us() == 1700000000000000);
  CHECK(entries[4].timestamp_us() == 1700000000123456);
  Status read;
  CHECK(RowsAsText(entries[1], &read) == "('1','a') ('2','b')");
  CHECK(RowsAsText(entries[2], &read) == "('1','a')->('1','c')");
  CHECK(RowsAsText(entries[3], &read) == "('2','b')");
  CHECK(entries[1].row_count() == 2);
  CHECK(entries[1].table()->database() == "shop");
  CHECK(entries[1].table()->columns()[0].name == "c1");

  REQUIRE(run->sink.ends().size() == 1);
  CHECK(run->sink.ends()[0].gtid.number == 5);
  CHECK(run->sink.ends()[0].next_offset == log.size());
  CHECK(run->sink.ends()[0].file->name == "binlog.000001");
  CHECK(run->offset == log.size());
  CHECK(run->counters.events == 8);
  CHECK(run->counters.transactions == 1);
}

TEST_CASE("a DDL is its own transaction", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1);
  log.Query("shop", "CREATE TABLE t (a INT)", Le(13, 1) + Le(250000, 3));
  log.Query("", "/* c */ DROP DATABASE x");
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  REQUIRE(run->sink.Kinds() == "ddl ddl");
  const Entry& ddl = run->sink.entries()[0];
  CHECK(ddl.sql() == "CREATE TABLE t (a INT)");
  CHECK(ddl.database() == "shop");
  CHECK(ddl.gtid().number == 1);
  CHECK(ddl.timestamp_us() == 1700000000250000);
  CHECK(ddl.position().offset == log.offsets()[2]);
  CHECK(ddl.position().transaction_offset == log.offsets()[1]);
  CHECK(run->sink.entries()[1].gtid().empty());
  REQUIRE(run->sink.ends().size() == 2);
  CHECK(run->sink.ends()[0].next_offset == log.offsets()[3]);
}

class OneTable final : public binlog::TableFilter {
 public:
  explicit OneTable(std::string name) : name_(std::move(name)) {}
  bool Wants(std::string_view database, std::string_view table) const override {
    ++asked;
    return std::string(database) + "." + std::string(table) == name_;
  }
  mutable int asked = 0;

 private:
  std::string name_;
};

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

TEST_CASE("a DDL that surely is of unwanted tables only is left out", "[decoder]") {
  BinlogBuilder log;
  log.Format();
  log.Query("shop", "ALTER TABLE t ADD b INT");                // not wanted
  log.Query("shop", "ALTER TABLE u ADD b INT");                // wanted
  log.Query("shop", "RENAME TABLE t TO _t_old, _t_new TO t");  // not wanted
  log.Query("shop", "RENAME TABLE u TO _u_old, _u_new TO u");  // wanted
  log.Query("shop", "DROP TABLE x, y, u");                     // one of them is
  log.Query("x", "CREATE TABLE shop.w LIKE shop.u");           // its model is
  log.Query("shop", "ALTER TABLE t EXCHANGE PARTITION p WITH TABLE shop.u WITHOUT VALIDATION");
  log.Query("shop", "ALTER TABLE t CONVERT PARTITION p TO TABLE u");  // nobody knows
  log.Query("shop", "ALTER TABLE t ADD COLUMN ?");                    // nobody knows
  log.Query("shop", "DROP TABLE t\xff");                              // nobody knows
  log.Query("shop", "DROP DATABASE x");                               // names no table
  log.Gtid(1, 9).Query("shop", "BEGIN").Query("shop", "CREATE TABLE t (a INT)");
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(1, "a")).Xid();
  OneTable filter("shop.u");
  DecoderConfig config;
  config.filter = &filter;
  const auto run = Decode(log, config);
  REQUIRE(run->status.ok());
  REQUIRE(run->sink.Kinds() == "ddl ddl ddl ddl ddl ddl ddl ddl ddl");
  std::string first_words;
  for (const Entry& entry : run->sink.entries())
    first_words += std::string(entry.sql().substr(0, 13)) + "|";
  CHECK(first_words ==
        "ALTER TABLE u|RENAME TABLE |DROP TABLE x,|CREATE TABLE |ALTER TABLE t|ALTER TABLE t|ALTER "
        "TABLE t|DROP TABLE t\xff|"
        "DROP DATABASE|");
  CHECK(run->counters.filtered_events == 4);
  CHECK(run->counters.transactions == 12);
  CHECK(run->sink.ends().size() == 12);
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

TEST_CASE("MariaDB's groups begin with their GTID and have no BEGIN", "[decoder]") {
  BinlogBuilder log("10.11.19-MariaDB-log");
  log.Format();
  log.MariadbGtid(0, 1, 0x29).Query("shop", "CREATE TABLE t (a INT)");
  log.MariadbGtid(3, 2, 0x0c).Event(160, "INSERT INTO t VALUES (1)");
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(23, 77, 2, Row(1, "a")).Xid();
  // CREATE TABLE ... SELECT: not standalone.
  log.MariadbGtid(0, 3, 0x28).Query("shop", "CREATE TABLE u (a INT)");
  log.TableMap(78, "shop", "u", kColumns, kNames).Rows(23, 78, 2, Row(1, "a"));
  log.Query("shop", "COMMIT");
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  CHECK(run->sink.Kinds() == "ddl begin insert commit begin ddl insert commit");
  CHECK(run->sink.entries()[0].gtid().ToString() == "0-7-1");
  CHECK(run->sink.entries()[1].gtid().ToString() == "3-7-2");
  CHECK(run->sink.ends().size() == 3);
}

TEST_CASE("MariaDB's GTID event may carry more and be padded", "[decoder]") {
  BinlogBuilder log("11.8.3-MariaDB");
  log.Format();
  // Group commit id, XA identity, extra flags with a thread, and 3 kB of padding.
  std::string more = Le(99, 8) + Le(1, 4) + Le(2, 1) + Le(3, 1) + "abcde" + Le(0x10, 1) + Le(5, 4);
  more.resize(3600, '\0');
  log.MariadbGtid(0, 1, 0x4e, more).TableMap(77, "shop", "t", kColumns, kNames);
  log.Rows(23, 77, 2, Row(1, "a")).Query("", "XA END X'6162',X'636465',1");
  log.Event(38, Le(0, 1) + Le(1, 4) + Le(2, 4) + Le(3, 4) + "abcde");
  log.MariadbGtid(0, 2, 0x80, Le(1, 4) + Le(2, 1) + Le(3, 1) + "abcde");
  log.Query("", "XA COMMIT X'6162',X'636465',1");
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  REQUIRE(run->sink.Kinds() == "begin insert ddl commit ddl");
  CHECK(run->sink.entries()[2].sql() == "XA PREPARE X'6162',X'636465',1");
  CHECK(run->sink.entries()[2].position().ordinal == 0);
  CHECK(run->sink.entries()[3].position().ordinal == 1);
  CHECK(run->sink.entries()[4].sql() == "XA COMMIT X'6162',X'636465',1");
  CHECK(run->sink.ends().size() == 2);
}

TEST_CASE("of a two-phase ALTER only the commit is an entry", "[decoder]") {
  BinlogBuilder log("10.11.19-MariaDB-log");
  log.Format();
  log.MariadbGtid(0, 1, 0x21, Le(2, 1)).Query("shop", "ALTER TABLE t ADD b INT");
  log.MariadbGtid(0, 2, 0x21, Le(4, 1) + Le(1, 8)).Query("shop", "ALTER TABLE t ADD b INT");
  log.MariadbGtid(0, 3, 0x21, Le(2, 1)).Query("shop", "ALTER TABLE t ADD c INT");
  log.MariadbGtid(0, 4, 0x21, Le(8, 1) + Le(3, 8)).Query("shop", "ALTER TABLE t ADD c INT");
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  REQUIRE(run->sink.Kinds() == "ddl");
  CHECK(run->sink.entries()[0].gtid().number == 2);
  CHECK(run->sink.ends().size() == 4);
}

TEST_CASE("MySQL's prepared XA transaction is delivered when prepared", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("", "XA START X'78',X'',1");
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(1, "a"));
  log.Query("", "XA END X'78',X'',1").Event(38, Le(0, 1) + Le(1, 4) + Le(1, 4) + Le(0, 4) + "x");
  log.Gtid(1, 2).Query("", "XA ROLLBACK X'78',X'',1");
  // One phase: an ordinary commit.
  log.Gtid(1, 3).Query("", "XA START X'79',X'',1");
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(2, "a"));
  log.Query("", "XA END X'79',X'',1").Event(38, Le(1, 1) + Le(1, 4) + Le(1, 4) + Le(0, 4) + "y");
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  REQUIRE(run->sink.Kinds() == "begin insert ddl commit ddl begin insert commit");
  CHECK(run->sink.entries()[2].sql() == "XA PREPARE X'78',X'',1");
  CHECK(run->sink.entries()[4].sql() == "XA ROLLBACK X'78',X'',1");
  CHECK(run->sink.ends().size() == 3);
}

TEST_CASE("savepoints are silent; what was undone is told", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN").Query("shop", "SAVEPOINT `a`");
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(1, "a"));
  log.Query("shop", "ROLLBACK TO `a`").Query("shop", "RELEASE SAVEPOINT `a`");
  log.Query("shop", "COMMIT");
  log.Gtid(1, 2).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
  log.Rows(30, 77, 2, Row(1, "a")).Query("shop", "ROLLBACK");
  log.Gtid(1, 3).Query("shop", "BEGIN").Query("shop", "COMMIT");
  log.Gtid(1, 4).Query("shop", "ROLLBACK");
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  REQUIRE(run->sink.Kinds() == "begin insert ddl commit begin insert ddl commit");
  CHECK(run->sink.entries()[2].sql() == "ROLLBACK TO `a`");
  CHECK(run->sink.entries()[6].sql() == "ROLLBACK");
  CHECK(run->sink.ends().size() == 4);
}

TEST_CASE("rows without a transaction around them make one of their statement", "[decoder]") {
  BinlogBuilder log("5.1.34-log", false);
  log.Format();
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(23, 77, 2, Row(1, "a"), false);
  log.Rows(23, 77, 2, Row(2, "a"), true);
  log.TableMap(77, "shop", "t", kColumns, kNames).Rows(23, 77, 2, Row(3, "a"), true);
  auto run = Decode(log);
  // A 5.1 FORMAT_DESCRIPTION has no byte for checksums: its last one is a length.
  REQUIRE(run->status.ok());
  CHECK(run->sink.Kinds() == "begin insert insert commit begin insert commit");
  CHECK(run->sink.entries()[0].position().offset == log.offsets()[1]);
  CHECK(run->sink.entries()[2].position().offset == run->sink.entries()[3].position().offset);
  CHECK(run->sink.entries()[3].position().ordinal == 1);
}

TEST_CASE("a transaction cut short by a crash has no commit", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
  log.Rows(30, 77, 2, Row(1, "a"));
  auto events = SplitEvents(log.bytes());
  BinlogBuilder next;
  next.Format(1700000100).Gtid(1, 1).Query("shop", "BEGIN");
  next.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(2, "a")).Xid();
  events.push_back(log.Frame(4, Le(4, 8) + "binlog.000002", 0, 0x20));  // artificial: the next file
  for (const auto& event : SplitEvents(next.bytes())) events.push_back(event);
  const auto run = Feed(events);
  REQUIRE(run->status.ok());
  CHECK(run->sink.Kinds() == "begin insert begin insert commit");
  CHECK(run->sink.ends().size() == 1);
  CHECK(run->sink.entries()[2].position().file == "binlog.000002");
  CHECK(run->file == "binlog.000002");
  CHECK(run->offset == next.size());
}

TEST_CASE("transactions that begin inside another are refused", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
  log.Gtid(1, 2);
  const auto run = Decode(log);
  CHECK(run->status.code() == Code::kCorrupted);
  CHECK_THAT(run->status.message(), ContainsSubstring("has no end"));
  CHECK_THAT(run->status.message(),
             ContainsSubstring("binlog.000001:" + std::to_string(log.offsets()[4])));
}

TEST_CASE("what the filter drops leaves no entries but ends its transaction", "[decoder]") {
  BinlogBuilder log;
  log.Format();
  for (int i = 1; i <= 3; ++i) {
    log.Gtid(1, static_cast<uint64_t>(i)).Query("shop", "BEGIN");
    log.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(1, "a"));
    if (i == 2) log.TableMap(78, "shop", "u", kColumns, kNames).Rows(30, 78, 2, Row(1, "a"));
    log.Xid();
  }
  OneTable filter("shop.u");
  DecoderConfig config;
  config.filter = &filter;
  const auto run = Decode(log, config);
  REQUIRE(run->status.ok());
  CHECK(run->sink.Kinds() == "begin insert commit");
  CHECK(run->sink.entries()[0].gtid().number == 2);
  REQUIRE(run->sink.ends().size() == 3);
  CHECK(run->sink.ends()[2].gtid.number == 3);
  CHECK(run->counters.filtered_events == 3);
  CHECK(filter.asked == 2);  // once for each table, however often it is mapped
}

TEST_CASE("a dropped table need not be understood", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN");
  log.TableMap(77, "shop", "odd", {{20, ""}}).Rows(30, 77, 1, "???").Xid();
  OneTable filter("shop.u");
  DecoderConfig config;
  config.filter = &filter;
  CHECK(Decode(log, config)->status.ok());
  const auto run = Decode(log);
  CHECK(run->status.code() == Code::kUnsupported);
  CHECK_THAT(run->status.message(), ContainsSubstring("shop.odd: column 1 has type 20"));
}

TEST_CASE("kinds that are not wanted are left out", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
  log.Rows(30, 77, 2, Row(1, "a")).Rows(32, 77, 2, Row(1, "a")).Xid();
  log.Gtid(1, 2).Query("shop", "DROP TABLE t");
  const auto bit = [](EntryKind kind) { return 1u << static_cast<unsigned>(kind); };
  DecoderConfig config;
  config.events = bit(EntryKind::kDelete) | bit(EntryKind::kCommit);
  auto run = Decode(log, config);
  REQUIRE(run->status.ok());
  CHECK(run->sink.Kinds() == "delete commit");
  CHECK(run->sink.ends().size() == 2);
  config.events = bit(EntryKind::kUpdate) | bit(EntryKind::kBegin) | bit(EntryKind::kCommit);
  run = Decode(log, config);
  CHECK(run->sink.Kinds().empty());
}

TEST_CASE("older transactions are left out, those of the same second are not", "[decoder]") {
  BinlogBuilder log;
  log.Format();
  for (uint32_t second : {100u, 200u, 300u}) {
    log.timestamp = second;
    log.Gtid(1, second).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
    log.Rows(30, 77, 2, Row(second, "a")).Xid();
  }
  DecoderConfig config;
  config.not_before_us = 200500000;
  const auto run = Decode(log, config);
  REQUIRE(run->status.ok());
  CHECK(run->sink.Kinds() == "begin insert commit begin insert commit");
  CHECK(run->sink.entries()[0].gtid().number == 200);
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

TEST_CASE("unknown events: ignorable ones are counted, others end the stream", "[decoder]") {
  BinlogBuilder log;
  log.Format().Event(100, "padding", 0x80).Event(43, "large transaction", 0x80).Event(101, "x");
  const auto run = Decode(log);
  CHECK(run->counters.ignored_events == 2);
  CHECK(run->status.code() == Code::kUnsupported);
  CHECK_THAT(run->status.message(), ContainsSubstring("type 101"));
  CHECK_THAT(run->status.message(),
             ContainsSubstring("binlog.000001:" + std::to_string(log.offsets()[3])));
}

TEST_CASE("an incident says that the server lost changes", "[decoder]") {
  BinlogBuilder log;
  log.Format().Event(26, Le(1, 2) + Text1("disk was full"));
  const auto run = Decode(log);
  CHECK(run->status.code() == Code::kPositionLost);
  CHECK_THAT(run->status.message(), ContainsSubstring("disk was full"));
}

TEST_CASE("events that change nothing are passed", "[decoder]") {
  BinlogBuilder log("10.11.19-MariaDB-log");
  log.Format().Event(163, Le(0, 4) + Le(0, 2)).Event(161, Le(13, 4) + "binlog.000001");
  log.Event(164, Le(1, 1) + Le(1, 4) + std::string(12, '\0'), 0x80).Event(3, "");
  CHECK(Decode(log)->status.ok());
  BinlogBuilder mysql;
  mysql.Format().Event(35, Le(0, 8), 0x80).Event(29, Text1("INSERT"), 0x80).Event(28, "", 0x80);
  mysql.Event(36, "x").Event(37, "y").Event(3, "");
  const auto run = Decode(mysql);
  CHECK(run->status.ok());
  CHECK(run->sink.entries().empty());
}

TEST_CASE("a wrong checksum is an error that names the event", "[decoder]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN").Xid();
  auto events = SplitEvents(log.bytes());
  events[2][30] = static_cast<char>(events[2][30] ^ 1);
  const auto run = Feed(events);
  CHECK(run->status.code() == Code::kCorrupted);
  CHECK_THAT(run->status.message(), ContainsSubstring("QUERY event: its checksum does not match"));
  CHECK_THAT(run->status.message(), ContainsSubstring(std::to_string(log.offsets()[2])));
}

TEST_CASE("a file in use has a flag that its checksum does not cover", "[decoder]") {
  BinlogBuilder log;
  log.Format(0, 1).Gtid(1, 1).Query("shop", "DROP TABLE t");
  CHECK(Decode(log)->status.ok());
  auto events = SplitEvents(log.bytes());
  events[0][17] = static_cast<char>(events[0][17] | 2);
  CHECK(Feed(events)->status.code() == Code::kCorrupted);
}

TEST_CASE("checksums may be off, and room for one is still in the first event", "[decoder]") {
  BinlogBuilder log("8.0.36", false);
  log.Format().Gtid(1, 1).Query("shop", "DROP TABLE t");
  const auto run = Decode(log);
  CHECK(run->status.ok());
  CHECK(run->sink.entries()[0].sql() == "DROP TABLE t");
}

TEST_CASE("formats that are not read are refused", "[decoder]") {
  BinlogBuilder log;
  log.Format();
  const auto changed = [&](size_t at, char value) {
    std::string event = SplitEvents(log.bytes())[0];
    event[at] = value;
    return Feed({log.Frame(15, event.substr(19, event.size() - 23), 0)})->status;
  };
  CHECK(changed(19, 3).code() == Code::kUnsupported);        // binlog version
  CHECK(changed(19 + 56, 27).code() == Code::kUnsupported);  // header length
  CHECK(changed(SplitEvents(log.bytes())[0].size() - 5, 2).code() == Code::kUnsupported);
  CHECK(Feed({log.Frame(16, Le(1, 8), 0)})->status.code() == Code::kCorrupted);
  CHECK(Feed({log.Frame(1, std::string(56, 'x'), 0)})->status.code() == Code::kUnsupported);
  CHECK(Feed({"short"})->status.code() == Code::kCorrupted);
}

TEST_CASE("positions over the network", "[decoder][position]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
  log.Rows(30, 77, 2, Row(1, "a")).Xid();
  const auto events = SplitEvents(log.bytes());

  SECTION("the first events of a dump do not count") {
    // ROTATE names the file; a FORMAT_DESCRIPTION from the file's start comes before the middle.
    const std::string rotate =
        log.Frame(4, Le(log.offsets()[1], 8) + "binlog.000007", 0, 0x20, false);
    std::string format = SplitEvents(log.bytes())[0];
    auto run = std::make_unique<Run>();
    Decoder decoder({});
    decoder.Start("", 0, false);
    REQUIRE(decoder.Feed(MakeFrame(rotate), run->sink).ok());
    REQUIRE(
        decoder.Feed(MakeFrame(log.Frame(15, format.substr(19, format.size() - 23), 0)), run->sink)
            .ok());
    CHECK(decoder.offset() == log.offsets()[1]);
    for (size_t i = 1; i < events.size(); ++i)
      REQUIRE(decoder.Feed(MakeFrame(events[i]), run->sink).ok());
    CHECK(decoder.offset() == log.size());
    CHECK(decoder.file()->name == "binlog.000007");
    CHECK(run->sink.entries()[0].position().offset == log.offsets()[1]);
    CHECK_FALSE(decoder.in_transaction());
    CHECK(decoder.server_version() == "8.0.36");
    CHECK(decoder.flavor() == Flavor::kMysql);
  }

  SECTION("an announced checksum is on the first ROTATE too") {
    Decoder decoder({});
    EntryCollector sink;
    decoder.Start("", 0, true);
    CHECK(decoder.Feed(MakeFrame(log.Frame(4, Le(4, 8) + "binlog.000007", 0, 0x20, true)), sink)
              .ok());
    CHECK(decoder.file()->name == "binlog.000007");
    Decoder other({});
    other.Start("", 0, true);
    CHECK(other.Feed(MakeFrame(log.Frame(4, Le(4, 8) + "binlog.000007", 0, 0x20, false)), sink)
              .code() == Code::kCorrupted);
  }

  SECTION("a next_position ahead moves on over what was left out") {
    BinlogBuilder gap;
    gap.Format().Gtid(1, 1).Query("shop", "DROP TABLE a").Gtid(1, 2).Query("shop", "DROP TABLE b");
    auto sent = SplitEvents(gap.bytes());
    sent.erase(sent.begin() + 1, sent.begin() + 3);
    const auto run = Feed(sent);
    REQUIRE(run->status.ok());
    CHECK(run->sink.entries()[0].position().offset == gap.offsets()[4]);
    CHECK(run->sink.entries()[0].position().transaction_offset == gap.offsets()[3]);
    CHECK(run->offset == gap.size());
  }

  SECTION("MariaDB 11.4 has no next_position inside a transaction") {
    BinlogBuilder maria("11.8.3-MariaDB");
    maria.Format().MariadbGtid(0, 1, 0x0c);
    maria.zero_next_position = true;
    maria.Event(160, "INSERT").TableMap(77, "shop", "t", kColumns, kNames);
    maria.Rows(23, 77, 2, Row(1, "a"));
    maria.zero_next_position = false;
    maria.Xid();
    const auto run = Decode(maria);
    REQUIRE(run->status.ok());
    CHECK(run->sink.entries()[1].position().offset == maria.offsets()[4]);
    CHECK(run->sink.entries()[2].position().offset == maria.offsets()[5]);
    CHECK(run->offset == maria.size());
  }

  SECTION("next_position wraps at 4 GiB") {
    const uint64_t start = (uint64_t{1} << 32) - 60;
    std::vector<std::string> sent{events[0]};
    // The FORMAT_DESCRIPTION of a dump that starts in the middle.
    sent[0] = log.Frame(15, events[0].substr(19, events[0].size() - 23), 0);
    uint64_t at = start;
    for (size_t i = 1; i < events.size(); ++i) {
      at += events[i].size();
      sent.push_back(log.Frame(static_cast<uint8_t>(events[i][4]),
                               events[i].substr(19, events[i].size() - 23),
                               static_cast<uint32_t>(at)));
    }
    const auto run = Feed(sent, {}, start);
    REQUIRE(run->status.ok());
    CHECK(run->offset == at);
    CHECK(at > uint64_t{1} << 32);
    CHECK(run->sink.entries()[0].position().offset == start);
    CHECK(run->sink.ends()[0].next_offset == at);
  }

  SECTION("a frame's own offset is believed, whatever the header says") {
    Decoder decoder({});
    EntryCollector sink;
    decoder.Start("relay.000001", 4, false);
    uint64_t at = 4;
    for (const std::string& event : events) {
      const std::string other =
          log.Frame(static_cast<uint8_t>(event[4]), event.substr(19, event.size() - 23), 99);
      REQUIRE(decoder.Feed(MakeFrame(other, at), sink).ok());
      at += event.size();
    }
    CHECK(decoder.offset() == log.size());
    CHECK(sink.entries()[1].position().offset == log.offsets()[4]);
    // Inside a file a ROTATE names no file to go on with: the source announces it.
    REQUIRE(decoder.Feed(MakeFrame(log.Frame(4, Le(4, 8) + "other.000009", 0, 0), at), sink).ok());
    CHECK(decoder.file()->name == "relay.000001");
  }
}

TEST_CASE("heartbeats", "[decoder][position]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
  log.Rows(30, 77, 2, Row(1, "a")).Xid();
  const auto events = SplitEvents(log.bytes());
  const auto v1 = [&](uint32_t position) { return log.Frame(27, "binlog.000001", position, 0); };
  const auto v2 = [&](uint64_t position) {
    const std::string value = Lenenc(position);
    return log.Frame(41, Le(1, 1) + Text1("binlog.000001") + Le(2, 1) + Text1(value) + Le(0, 1), 0);
  };

  SECTION("are no entries unless asked for") {
    DecoderConfig config;
    config.events = ~(1u << static_cast<unsigned>(EntryKind::kHeartbeat));
    Decoder decoder(config);
    EntryCollector sink;
    decoder.Start("binlog.000001", 4, false);
    for (const auto& event : events) REQUIRE(decoder.Feed(MakeFrame(event), sink).ok());
    REQUIRE(decoder.Feed(MakeFrame(v1(static_cast<uint32_t>(log.size()))), sink).ok());
    CHECK(sink.Kinds() == "begin insert commit");
    CHECK(decoder.offset() == log.size());
    // The server left transactions out: the place to go on from moves.
    REQUIRE(decoder.Feed(MakeFrame(v1(9000)), sink).ok());
    CHECK(decoder.offset() == 9000);
    REQUIRE(decoder.Feed(MakeFrame(v2(uint64_t{5} << 32)), sink).ok());
    CHECK(decoder.offset() == uint64_t{5} << 32);
    REQUIRE(decoder.Feed(MakeFrame(v1(7)), sink).ok());  // never back
    CHECK(decoder.offset() >= uint64_t{5} << 32);
  }

  SECTION("stand between the entries around them") {
    Decoder decoder({});
    EntryCollector sink;
    decoder.Start("binlog.000001", 4, false);
    for (const std::string& event : events) {
      REQUIRE(decoder.Feed(MakeFrame(event), sink).ok());
      const uint64_t at = decoder.offset();
      REQUIRE(decoder.Feed(MakeFrame(v1(static_cast<uint32_t>(at))), sink).ok());
      CHECK(decoder.offset() == at);
    }
    CHECK(sink.Count(EntryKind::kHeartbeat) == events.size());
    std::vector<Position> order;
    for (const Entry& entry : sink.entries())
      if (entry.kind() != EntryKind::kBegin) order.push_back(entry.position());
    for (size_t i = 1; i < order.size(); ++i)
      CHECK(ComparePositions(order[i - 1], order[i]) == std::strong_ordering::less);
    CHECK(sink.entries()[0].position().transaction_offset ==
          decoder.offset() - log.size() + log.offsets()[1]);
  }
}

TEST_CASE("table maps are known by content, and forgotten with the file", "[decoder]") {
  BinlogBuilder log;
  log.Format();
  for (uint64_t i = 0; i < 4; ++i) {
    log.Gtid(1, i + 1).Query("shop", "BEGIN");
    // The id changes; the table does not.
    log.TableMap(77 + i / 2, "shop", "t", kColumns, kNames);
    log.Rows(30, 77 + i / 2, 2, Row(1, "a")).Xid();
  }
  auto run = Decode(log);
  REQUIRE(run->status.ok());
  const Table* table = run->sink.entries()[1].table();
  for (const Entry& entry : run->sink.entries())
    if (entry.is_rows()) CHECK(entry.table() == table);

  // The same id stands for another table.
  BinlogBuilder reused;
  reused.Format().Gtid(1, 1).Query("shop", "BEGIN");
  reused.TableMap(77, "shop", "t", kColumns, kNames).Rows(30, 77, 2, Row(1, "a"));
  reused.TableMap(77, "shop", "u", {{3, ""}}, BinlogBuilder::Names(1));
  reused.Rows(30, 77, 1, Le(0, 1) + Le(5, 4)).Xid();
  run = Decode(reused);
  REQUIRE(run->status.ok());
  CHECK(run->sink.entries()[2].table()->name() == "u");

  // A new FORMAT_DESCRIPTION: ids mean nothing any more.
  auto events = SplitEvents(reused.bytes());
  events.push_back(log.Frame(4, Le(4, 8) + "binlog.000002", 0, 0x20));
  BinlogBuilder next;
  next.Format().Gtid(1, 2).Query("shop", "BEGIN").Rows(30, 77, 1, Le(0, 1) + Le(5, 4));
  for (const auto& event : SplitEvents(next.bytes())) events.push_back(event);
  run = Feed(events);
  CHECK(run->status.code() == Code::kCorrupted);
  CHECK_THAT(run->status.message(), ContainsSubstring("no TABLE_MAP says what table 77 is"));
}

TEST_CASE("rows that do not fit their table", "[decoder]") {
  const auto decode = [](const std::string& body) {
    BinlogBuilder log;
    log.Format().Gtid(1, 1).Query("shop", "BEGIN").TableMap(77, "shop", "t", kColumns, kNames);
    log.Event(30, body);
    return Decode(log);
  };
  CHECK(decode(BinlogBuilder::RowsBody(30, 77, 3, ""))->status.code() == Code::kCorrupted);
  CHECK(decode(Le(77, 6))->status.code() == Code::kCorrupted);
  CHECK(decode(Le(77, 6) + Le(1, 2) + Le(1, 2))->status.code() == Code::kCorrupted);
  CHECK(decode(Le(77, 6) + Le(1, 2) + Le(2, 2) + Le(2, 1))->status.code() == Code::kCorrupted);
  // A statement's end without a table.
  CHECK(decode(Le(0xffffff, 6) + Le(1, 2) + Le(2, 2) + Le(0, 1))->status.ok());
  // Extra data (partitions, NDB) is passed over.
  const auto run = decode(Le(77, 6) + Le(1, 2) + Le(5, 2) + Le(1, 1) + Le(3, 2) + Le(2, 1) +
                          "\xff" + Row(1, "a"));
  REQUIRE(run->status.ok());
  CHECK(run->sink.entries()[1].row_count() == 1);

  // Rows that end early: read as far as they go.
  const auto cut =
      decode(BinlogBuilder::RowsBody(30, 77, 2, Row(1, "a") + Row(2, "bcd").substr(0, 8)));
  REQUIRE(cut->status.ok());
  const Entry& entry = cut->sink.entries()[1];
  RowReader rows;
  rows.Start(entry);
  CHECK(rows.Next());
  CHECK_FALSE(rows.Next());
  CHECK(rows.status().code() == Code::kCorrupted);
  CHECK_THAT(rows.status().message(), ContainsSubstring("row 2 of shop.t"));
  CHECK_THAT(rows.status().message(), ContainsSubstring("column 2 (c2)"));
  CHECK_FALSE(rows.Next());
  CHECK(entry.row_count() == 1);
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

// --- compressed transactions and events ---

std::string Zstd(const std::string& content) {
  std::string out(ZSTD_compressBound(content.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), content.data(), content.size(), 3));
  return out;
}
std::string PayloadBody(const std::string& payload, uint64_t content_size, uint64_t algorithm = 0) {
  const auto field = [](uint8_t type, uint64_t value) {
    const std::string number = Lenenc(value);
    return Le(type, 1) + Text1(number);
  };
  return field(2, algorithm) + field(3, content_size) + field(1, payload.size()) + Le(0, 1) +
         payload;
}
std::string Inner(const BinlogBuilder& log) {
  std::string content;
  content += log.Frame(2, BinlogBuilder::QueryBody("shop", "BEGIN"), 0, 0, false);
  content +=
      log.Frame(19, BinlogBuilder::TableMapBody(77, "shop", "t", kColumns, kNames), 0, 0, false);
  content += log.Frame(30, BinlogBuilder::RowsBody(30, 77, 2, Row(1, "a")), 0, 0, false);
  content += log.Frame(30, BinlogBuilder::RowsBody(30, 77, 2, Row(2, "b")), 0, 0, false);
  content += log.Frame(16, Le(1, 8), 0, 0, false);
  return content;
}

TEST_CASE("compressed transactions", "[decoder][compression]") {
  BinlogBuilder log;
  const std::string content = Inner(log);

  SECTION("entries share the event's offset and differ by ordinal") {
    log.Format().Gtid(1, 1).Event(40, PayloadBody(Zstd(content), content.size()));
    log.Gtid(1, 2).Event(40, PayloadBody(content, content.size(), 255));
    // Several frames, one behind the other.
    log.Gtid(1, 3).Event(
        40, PayloadBody(Zstd(content.substr(0, 50)) + Zstd(content.substr(50)), content.size()));
    const auto run = Decode(log);
    REQUIRE(run->status.ok());
    REQUIRE(run->sink.Kinds() ==
            "begin insert insert commit begin insert insert commit "
            "begin insert insert commit");
    for (size_t i = 0; i < 3; ++i) {
      const uint64_t offset = log.offsets()[2 + 2 * i];
      CHECK(At(run->sink.entries()[4 * i]) ==
            "binlog.000001:" + std::to_string(log.offsets()[1 + 2 * i]) + ":0");
      CHECK(At(run->sink.entries()[4 * i + 1]) == "binlog.000001:" + std::to_string(offset) + ":2");
      CHECK(At(run->sink.entries()[4 * i + 2]) == "binlog.000001:" + std::to_string(offset) + ":3");
      CHECK(At(run->sink.entries()[4 * i + 3]) == "binlog.000001:" + std::to_string(offset) + ":4");
      Status read;
      CHECK(RowsAsText(run->sink.entries()[4 * i + 2], &read) == "('2','b')");
      CHECK(run->sink.ends()[i].next_offset == (i < 2 ? log.offsets()[3 + 2 * i] : log.size()));
    }
    // A filter changes no ordinal.
    DecoderConfig config;
    config.events = 1u << static_cast<unsigned>(EntryKind::kCommit) |
                    1u << static_cast<unsigned>(EntryKind::kInsert);
    CHECK(At(Decode(log, config)->sink.entries()[2]) == At(run->sink.entries()[3]));
  }

  SECTION("larger than any chunk") {
    std::string large = log.Frame(2, BinlogBuilder::QueryBody("shop", "BEGIN"), 0, 0, false);
    const std::vector<MapColumn> columns = {{3, ""}, {252, Le(4, 1)}};
    large +=
        log.Frame(19, BinlogBuilder::TableMapBody(77, "shop", "t", columns, kNames), 0, 0, false);
    const std::string blob(300000, 'x');
    for (uint32_t i = 0; i < 20; ++i)
      large += log.Frame(
          30, BinlogBuilder::RowsBody(30, 77, 2, Le(0, 1) + Le(i, 4) + Le(blob.size(), 4) + blob),
          0, 0, false);
    large += log.Frame(16, Le(1, 8), 0, 0, false);
    log.Format().Gtid(1, 1).Event(40, PayloadBody(Zstd(large), large.size()));
    auto budget = std::make_shared<model::MemoryBudget>();
    {
      DecoderConfig config;
      config.budget = budget;
      const auto run = Decode(log, config);
      REQUIRE(run->status.ok());
      CHECK(run->sink.Count(EntryKind::kInsert) == 20);
      CHECK(budget->used() >= 20 * blob.size());
      RowReader rows;
      rows.Start(run->sink.entries()[20]);
      REQUIRE(rows.Next());
      CHECK(rows.after()[0].i64 == 19);
      CHECK(rows.after()[1].size == blob.size());
    }
    CHECK(budget->used() == 0);
  }

  SECTION("damaged ones are refused") {
    const auto decode = [](const std::string& body) {
      BinlogBuilder damaged;
      damaged.Format().Gtid(1, 1).Event(40, body);
      return Decode(damaged)->status;
    };
    const std::string good = Zstd(content);
    CHECK(decode(PayloadBody(good, content.size())).ok());
    CHECK(decode(PayloadBody(good, content.size() - 1)).code() == Code::kCorrupted);
    CHECK(decode(PayloadBody(good, content.size() + 1)).code() == Code::kCorrupted);
    CHECK(decode(PayloadBody(good.substr(0, good.size() / 2), content.size())).code() ==
          Code::kCorrupted);
    CHECK(decode(PayloadBody("garbage", content.size())).code() == Code::kCorrupted);
    CHECK(decode(PayloadBody(good, content.size(), 9)).code() == Code::kUnsupported);
    CHECK(decode("").code() == Code::kCorrupted);
    CHECK(decode(Le(1, 1) + Text1(Lenenc(1000)) + Le(0, 1) + "x").code() == Code::kCorrupted);
    // A payload inside a payload, and content that is cut.
    CHECK(decode(PayloadBody(log.Frame(40, PayloadBody(good, 0), 0, 0, false), 0, 255)).code() ==
          Code::kCorrupted);
    CHECK(decode(PayloadBody(content.substr(0, content.size() - 3), 0, 255)).code() ==
          Code::kCorrupted);
    CHECK(decode(PayloadBody(std::string(40, '\0'), 0, 255)).code() == Code::kCorrupted);
  }
}

std::string ZlibBlock(const std::string& content) {
  uLongf size = compressBound(content.size());
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size,
           reinterpret_cast<const Bytef*>(content.data()), content.size());
  out.resize(size);
  return Le(0x82, 1) + Be(content.size(), 2) + out;
}

TEST_CASE("MariaDB's compressed events", "[decoder][compression]") {
  BinlogBuilder log("10.11.19-MariaDB-log");
  log.Format().MariadbGtid(0, 1, 0x29);
  log.Event(165, BinlogBuilder::QueryBody("shop", ZlibBlock("CREATE TABLE t (a INT)")));
  log.MariadbGtid(0, 2, 0x0c).TableMap(77, "shop", "t", kColumns, kNames);
  log.Rows(166, 77, 2, ZlibBlock(Row(1, "a") + Row(2, "b")));
  log.Rows(167, 77, 2, ZlibBlock(Row(1, "a") + Row(1, "c")));
  log.Rows(168, 77, 2, ZlibBlock(Row(1, "c")));
  log.Rows(169, 77, 2, ZlibBlock(Row(3, "d"))).Xid();
  const auto run = Decode(log);
  REQUIRE(run->status.ok());
  REQUIRE(run->sink.Kinds() == "ddl begin insert update delete insert commit");
  CHECK(run->sink.entries()[0].sql() == "CREATE TABLE t (a INT)");
  CHECK(run->sink.entries()[0].database() == "shop");
  Status read;
  CHECK(RowsAsText(run->sink.entries()[2], &read) == "('1','a') ('2','b')");
  CHECK(RowsAsText(run->sink.entries()[3], &read) == "('1','a')->('1','c')");
  CHECK(RowsAsText(run->sink.entries()[4], &read) == "('1','c')");
  CHECK(RowsAsText(run->sink.entries()[5], &read) == "('3','d')");

  for (const std::string& block :
       {std::string("\x82\x00", 2), std::string("\x85\0\0\0\0\x01x", 7),
        std::string("\x91\x04 1234", 7), std::string(), ZlibBlock("abc").substr(0, 8),
        std::string("\x81\x05") + ZlibBlock("abc").substr(3)}) {
    BinlogBuilder damaged("10.11.19-MariaDB-log");
    damaged.Format().MariadbGtid(0, 2, 0x0c).TableMap(77, "shop", "t", kColumns, kNames);
    damaged.Rows(166, 77, 2, block);
    CHECK(Decode(damaged)->status.code() == Code::kCorrupted);
    BinlogBuilder query("10.11.19-MariaDB-log");
    query.Format().MariadbGtid(0, 2, 0x29).Event(165, BinlogBuilder::QueryBody("shop", block));
    CHECK(Decode(query)->status.code() == Code::kCorrupted);
  }
}

// As a decoder's budget sees it: what it has charged at the most.
class Watched final : public binlog::EntrySink {
 public:
  explicit Watched(std::shared_ptr<model::MemoryBudget> budget) : budget_(std::move(budget)) {}
  model::EntryBlock& BlockForNext() override { return sink_.BlockForNext(); }
  void Appended() override { sink_.Appended(); }
  void TransactionEnded(model::TransactionEnd end) override {
    sink_.TransactionEnded(std::move(end));
  }

 private:
  std::shared_ptr<model::MemoryBudget> budget_;
  EntryCollector sink_;
};

TEST_CASE("a size that is only claimed takes no memory", "[decoder][compression]") {
  constexpr size_t kLittle = 1 << 20;
  const auto budget = std::make_shared<model::MemoryBudget>();
  const auto decode = [&](const BinlogBuilder& log) {
    DecoderConfig config;
    config.budget = budget;
    Watched sink(budget);
    Decoder decoder(config);
    decoder.Start("binlog.000001", 4, false);
    Status status;
    for (const std::string& event : SplitEvents(log.bytes()))
      if (status = decoder.Feed(MakeFrame(event), sink); !status.ok()) break;
    // Arenas live as long as the decoder.
    CHECK(budget->used() < kLittle);
    return status;
  };
  // 1 GiB from a dozen bytes: in a compressed statement, in compressed rows, in a column.
  const std::string block = Le(0x84, 1) + Be(1 << 30, 4) + ZlibBlock("abc").substr(3);
  BinlogBuilder statement("10.11.19-MariaDB-log");
  statement.Format().MariadbGtid(0, 1, 0x29);
  statement.Event(165, BinlogBuilder::QueryBody("shop", block));
  CHECK(decode(statement).code() == Code::kCorrupted);
  BinlogBuilder rows("10.11.19-MariaDB-log");
  rows.Format().MariadbGtid(0, 1, 0x0c).TableMap(77, "shop", "t", kColumns, kNames);
  rows.Rows(166, 77, 2, block);
  CHECK(decode(rows).code() == Code::kCorrupted);
  BinlogBuilder column("10.11.19-MariaDB-log");
  column.Format().MariadbGtid(0, 1, 0x0c);
  column.TableMap(77, "shop", "t", {{140, Le(2, 1)}}, BinlogBuilder::Names(1));
  column.Rows(23, 77, 1, Le(0, 1) + Le(block.size(), 2) + block);
  const Status in_column = decode(column);
  CHECK(in_column.code() == Code::kCorrupted);
  CHECK_THAT(in_column.message(), ContainsSubstring("names a size it can not have"));
  // An event inside a payload that says it has 1 GiB, and ends.
  std::string inner = Inner(column);
  inner.replace(9, 4, Le(1 << 30, 4));
  BinlogBuilder payload;
  payload.Format().Gtid(1, 1).Event(40, PayloadBody(Zstd(inner), 0));
  const Status in_payload = decode(payload);
  CHECK(in_payload.code() == Code::kCorrupted);
  CHECK_THAT(in_payload.message(), ContainsSubstring("ends"));
}

TEST_CASE("an event of a payload may be larger than the pieces it is read in",
          "[decoder][compression]") {
  std::string rows;
  std::string expected;
  for (uint32_t i = 0; rows.size() < 3 << 20; ++i) rows += Row(i, "0123456789abcdefghij");
  BinlogBuilder log;
  std::string content = log.Frame(2, BinlogBuilder::QueryBody("shop", "BEGIN"), 0, 0, false);
  content +=
      log.Frame(19, BinlogBuilder::TableMapBody(77, "shop", "t", kColumns, kNames), 0, 0, false);
  content += log.Frame(30, BinlogBuilder::RowsBody(30, 77, 2, rows), 0, 0, false);
  content += log.Frame(30, BinlogBuilder::RowsBody(30, 77, 2, Row(1, "end")), 0, 0, false);
  content += log.Frame(16, Le(1, 8), 0, 0, false);
  log.Format().Gtid(1, 1).Event(40, PayloadBody(Zstd(content), content.size()));
  const auto run = Decode(log);
  INFO(run->status.ToString());
  REQUIRE(run->sink.Kinds() == "begin insert insert commit");
  CHECK(run->sink.entries()[1].row_count() == rows.size() / Row(0, "0123456789abcdefghij").size());
  const model::EntryData& data = run->sink.entries()[1].data();
  CHECK(std::string_view(reinterpret_cast<const char*>(data.data), data.size) == rows);
  Status read;
  CHECK(RowsAsText(run->sink.entries()[2], &read) == "('1','end')");
}

// Wants every table, and only some columns of those called "t".
class SomeColumns final : public binlog::TableFilter {
 public:
  explicit SomeColumns(std::vector<bool> wanted) : wanted_(std::move(wanted)) {}
  bool Wants(std::string_view, std::string_view) const override { return true; }
  Status SelectColumns(const Table& table, std::vector<bool>* wanted) const override {
    if (table.name() == "t") *wanted = wanted_;
    return Status::Ok();
  }

 private:
  std::vector<bool> wanted_;
};

TEST_CASE("columns that are not wanted are no columns of the table", "[decoder][columns]") {
  BinlogBuilder log;
  const std::vector<MapColumn> columns = {{3, "", false}, {15, Le(20, 2)}, {3, ""}, {15, Le(9, 2)}};
  // The primary key is c3, c1.
  const std::string key = BinlogBuilder::Field(8, Lenenc(2) + Lenenc(0));
  log.Format().Gtid(1, 1).Query("shop", "BEGIN");
  log.TableMap(77, "shop", "t", columns, BinlogBuilder::Names(4) + key);
  const std::string full = Le(0, 1) + Le(1, 4) + Text1("a") + Le(2, 4) + Text1("b");
  const std::string nulls = Le(2 | 8, 1) + Le(3, 4) + Le(4, 4);
  log.Rows(30, 77, 4, full + nulls).Rows(31, 77, 4, full + nulls);
  // Before: c1 and c2; after: c3 and c4.
  log.Rows(31, 77, 4, Le(0, 1) + Le(1, 4) + Text1("a") + Le(1, 1) + Text1("z"), true, "\x03\x0c");
  log.TableMap(78, "shop", "u", columns, BinlogBuilder::Names(4)).Rows(30, 78, 4, full).Xid();

  const auto decode = [&](std::vector<bool> wanted) {
    SomeColumns filter(std::move(wanted));
    DecoderConfig config;
    config.filter = &filter;
    auto run = Decode(log, config);
    INFO(run->status.ToString());
    REQUIRE(run->sink.Kinds() == "begin insert update update insert commit");
    Status read;
    CHECK(RowsAsText(run->sink.entries()[4], &read) == "('1','a','2','b')");
    CHECK(run->sink.entries()[4].table()->columns().size() == 4);
    CHECK(run->sink.entries()[2].row_count() == 1);
    return run;
  };
  Status read;
  auto run = decode({true, false, true, true});
  const Table* table = run->sink.entries()[1].table();
  REQUIRE(table->columns().size() == 3);
  CHECK(table->columns()[0].name == "c1");
  CHECK(table->columns()[1].name == "c3");
  CHECK(table->columns()[2].name == "c4");
  CHECK(table->primary_key() == std::vector<uint32_t>{1, 0});
  CHECK(RowsAsText(run->sink.entries()[1], &read) == "('1','2','b') ('3','4',NULL)");
  CHECK(RowsAsText(run->sink.entries()[2], &read) == "('1','2','b')->('3','4',NULL)");
  CHECK(RowsAsText(run->sink.entries()[3], &read) == "('1',-,-)->(-,NULL,'z')");

  // Without all of its columns a key is none.
  run = decode({false, true, true, false});
  table = run->sink.entries()[1].table();
  REQUIRE(table->columns().size() == 2);
  CHECK(table->primary_key().empty());
  CHECK(table->columns()[1].is_key);
  CHECK(RowsAsText(run->sink.entries()[1], &read) == "('a','2') (NULL,'4')");
  CHECK(RowsAsText(run->sink.entries()[3], &read) == "('a',-)->(-,NULL)");
  CHECK(read.ok());
  run = decode({true, true, true, true});
  CHECK(run->sink.entries()[1].table()->columns().size() == 4);

  // What is left out still has to fit; the message counts as the server does.
  for (const bool wanted : {true, false}) {
    BinlogBuilder damaged;
    damaged.Format().Gtid(1, 1).Query("shop", "BEGIN");
    damaged.TableMap(77, "shop", "t", columns, BinlogBuilder::Names(4));
    damaged.Rows(30, 77, 4, full.substr(0, full.size() - 1));
    SomeColumns filter({false, true, false, wanted});
    DecoderConfig config;
    config.filter = &filter;
    run = Decode(damaged, config);
    REQUIRE(run->status.ok());
    read = Status();
    RowsAsText(run->sink.entries()[1], &read);
    CHECK(read.code() == Code::kCorrupted);
    CHECK_THAT(read.message(), ContainsSubstring(wanted ? "column 4 (c4)" : "column 4 (left out)"));
    CHECK(run->sink.entries()[1].row_count() == 0);
  }
}

TEST_CASE("MariaDB's compressed columns read like others", "[decoder][compression]") {
  const auto deflate_raw = [](const std::string& content) {
    z_stream z{};
    deflateInit2(&z, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    std::string out(compressBound(content.size()), '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    z.avail_in = static_cast<uInt>(content.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    return out;
  };
  const auto zlib = [](const std::string& content) { return ZlibBlock(content).substr(3); };
  const std::string text(300, 'x');
  const std::vector<MapColumn> columns = {
      {3, ""}, {141, Le(801, 2)}, {140, Le(2, 1)}, {15, Le(20, 2)}};
  const std::string names =
      BinlogBuilder::Names(4) + BinlogBuilder::Field(3, Lenenc(45) + Lenenc(45) + Lenenc(45));
  const auto value = [](int prefix, const std::string& bytes) {
    return Le(bytes.size(), prefix) + bytes;
  };
  const std::string row1 = Le(0, 1) + Le(1, 4) +
                           value(2, Le(0x8a, 1) + Be(300, 2) + deflate_raw(text)) +
                           value(2, Le(0x82, 1) + Be(300, 2) + zlib(text)) + Text1("end");
  const std::string row2 =
      Le(0, 1) + Le(2, 4) + value(2, Le(0, 1) + "short") + value(2, "") + Text1("");
  const std::string row3 = Le(6, 1) + Le(3, 4) + Text1("z");  // both NULL
  BinlogBuilder log("10.11.19-MariaDB-log");
  log.Format().MariadbGtid(0, 1, 0x0c).TableMap(77, "shop", "t", columns, names);
  log.Rows(23, 77, 4, row1 + row2 + row3);
  log.Rows(24, 77, 4, row1 + row2);
  log.Rows(166, 77, 4, ZlibBlock(row2)).Xid();
  const auto run = Decode(log);
  INFO(run->status.ToString());
  REQUIRE(run->status.ok());
  Status read;
  const std::string first = "('1','" + text + "','" + text + "','end')";
  CHECK(RowsAsText(run->sink.entries()[1], &read) ==
        first + " ('2','short','','') ('3',NULL,NULL,'z')");
  CHECK(RowsAsText(run->sink.entries()[2], &read) == first + "->('2','short','','')");
  CHECK(RowsAsText(run->sink.entries()[3], &read) == "('2','short','','')");
  CHECK(read.ok());
  CHECK(run->sink.entries()[1].table()->columns()[1].length == 800);

  // Those that are not wanted are not decompressed, whatever they hold.
  const std::string broken = Le(0, 1) + Le(4, 4) +
                             value(2,
                                   "\x8a"
                                   "bad") +
                             value(2, Le(0x82, 1) + Be(300, 2) + zlib(text)) + Text1("end");
  BinlogBuilder some("10.11.19-MariaDB-log");
  some.Format().MariadbGtid(0, 1, 0x0c).TableMap(77, "shop", "t", columns, names);
  some.Rows(23, 77, 4, row3 + broken).Rows(166, 77, 4, ZlibBlock(broken)).Xid();
  for (const bool third : {true, false}) {
    SomeColumns filter({true, false, third, true});
    DecoderConfig config;
    config.filter = &filter;
    const auto without = Decode(some, config);
    INFO(without->status.ToString());
    REQUIRE(without->status.ok());
    const std::string value4 = third ? "('4','" + text + "','end')" : "('4','end')";
    CHECK(RowsAsText(without->sink.entries()[1], &read) ==
          (third ? "('3',NULL,'z') " : "('3','z') ") + value4);
    CHECK(RowsAsText(without->sink.entries()[2], &read) == value4);
    CHECK(read.ok());
  }

  for (const std::string& bad : {std::string("\x8f\x01x"), std::string("\x8a\x01"),
                                 std::string("\x8a\x00\x05zz", 5), std::string("\x71zz")}) {
    BinlogBuilder damaged("10.11.19-MariaDB-log");
    damaged.Format().MariadbGtid(0, 1, 0x0c).TableMap(77, "shop", "t", columns, names);
    damaged.Rows(23, 77, 4, Le(0, 1) + Le(1, 4) + value(2, bad) + value(2, "") + Text1(""));
    CHECK(Decode(damaged)->status.code() == Code::kCorrupted);
  }
}

}  // namespace
}  // namespace towpath::test
