// Events to entries: transactions and their ends, what is left out, what is refused.
#include "binlog/decoder.h"

#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/decoder_run.h"

namespace towpath::test {
namespace {

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

}  // namespace
}  // namespace towpath::test
