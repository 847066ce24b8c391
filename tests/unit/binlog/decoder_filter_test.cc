// What a filter of tables, columns, kinds or time leaves of the events.
#include "binlog/decoder.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/decoder_run.h"

namespace towpath::test {
namespace {

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

// Wants every table, and only some columns of those called "t".
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

}  // namespace
}  // namespace towpath::test
