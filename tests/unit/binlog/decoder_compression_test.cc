// Compressed transactions, events and columns, and what a size that lies costs.
#include "binlog/decoder.h"

#include <map>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/compressed.h"
#include "tests/support/decoder_run.h"

namespace towpath::test {
namespace {

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
