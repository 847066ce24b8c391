// Positions: of events that come over the network without offsets, and of heartbeats.
#include "binlog/decoder.h"

#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/decoder_run.h"

namespace towpath::test {
namespace {

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
    auto run = std::make_unique<DecoderRun>();
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

}  // namespace
}  // namespace towpath::test
