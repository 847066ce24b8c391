// Compressed transactions (TRANSACTION_PAYLOAD) in pieces, and what they may cost.
#include <zstd.h>

#include <memory>
#include <string>
#include <vector>

#include "binlog/decoder.h"
#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

namespace towpath::test {
namespace {

const std::vector<MapColumn> kColumns = {{3, "", false}, {252, Le(4, 1)}};

std::string Zstd(const std::string& content) {
  std::string out(ZSTD_compressBound(content.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), content.data(), content.size(), 3));
  return out;
}

// content_size 0: not said.
std::string Payload(const std::string& payload, uint64_t content_size, uint64_t algorithm = 0) {
  const auto field = [](uint8_t type, uint64_t value) {
    return Le(type, 1) + Text1(Lenenc(value));
  };
  return field(2, algorithm) + (content_size != 0 ? field(3, content_size) : "") +
         field(1, payload.size()) + Le(0, 1) + payload;
}

// Events without checksums, as payloads hold them.
std::string Begin() {
  const BinlogBuilder log;
  return log.Frame(2, BinlogBuilder::QueryBody("shop", "BEGIN"), 0, 0, false) +
         log.Frame(19,
                   BinlogBuilder::TableMapBody(77, "shop", "t", kColumns, BinlogBuilder::Names(2)),
                   0, 0, false);
}
std::string Insert(uint32_t id, size_t size) {
  return BinlogBuilder().Frame(
      30,
      BinlogBuilder::RowsBody(30, 77, 2,
                              Le(0, 1) + Le(id, 4) + Le(size, 4) + std::string(size, 'x')),
      0, 0, false);
}
std::string Commit() { return BinlogBuilder().Frame(16, Le(1, 8), 0, 0, false); }

// Wants a new piece after so many events.
class Pieces final : public binlog::EntrySink {
 public:
  Pieces(EntryCollector& all, size_t events) : all_(all), events_(events) {}
  model::EntryBlock& BlockForNext() override { return all_.BlockForNext(); }
  void Appended() override { all_.Appended(); }
  void TransactionEnded(model::TransactionEnd end) override {
    all_.TransactionEnded(std::move(end));
  }
  bool WantsMore(size_t bytes) override {
    bytes_ += bytes;
    return ++seen_ % events_ != 0;
  }
  size_t bytes() const { return bytes_; }

 private:
  EntryCollector& all_;
  const size_t events_;
  size_t seen_ = 0;
  size_t bytes_ = 0;
};

struct Run {
  EntryCollector all;
  Status status;
  size_t continued = 0;
  size_t bytes = 0;
};

std::unique_ptr<Run> Decode(const BinlogBuilder& log, size_t events_of_piece) {
  auto run = std::make_unique<Run>();
  Pieces pieces(run->all, events_of_piece);
  binlog::Decoder decoder({});
  decoder.Start("binlog.000001", 4, false);
  for (const std::string& event : SplitEvents(log.bytes())) {
    run->status = decoder.Feed(MakeFrame(event), pieces);
    while (run->status.ok() && decoder.has_more()) {
      ++run->continued;
      run->status = decoder.Continue(pieces);
    }
    if (!run->status.ok()) break;
  }
  CHECK_FALSE(decoder.has_more());
  run->bytes = pieces.bytes();
  return run;
}

std::string Describe(const Run& run) {
  std::string text;
  Status read;
  for (const Entry& entry : run.all.entries())
    text += fmt::format("{} {} {}\n", EntryKindName(entry.kind()), entry.position().ToString(),
                        RowsAsText(entry, &read));
  for (const model::TransactionEnd& end : run.all.ends())
    text += fmt::format("end {} {}\n", end.gtid.ToString(), end.next_offset);
  CHECK(read.ok());
  return text;
}

TEST_CASE("payloads in pieces give the same entries as at once", "[payload]") {
  std::string content = Begin();
  for (uint32_t i = 0; i < 50; ++i) content += Insert(i, i * i * 40);
  content += Commit();
  for (const uint64_t algorithm : {0, 255}) {
    BinlogBuilder log;
    log.Format().Gtid(1, 1).Event(
        40, Payload(algorithm == 0 ? Zstd(content) : content, content.size(), algorithm));
    log.Gtid(1, 2).Query("shop", "CREATE TABLE u (a INT)");
    const auto whole = Decode(log, SIZE_MAX);
    REQUIRE(whole->status.ok());
    CHECK(whole->continued == 0);
    CHECK(whole->bytes == content.size());
    CHECK(whole->all.Count(EntryKind::kInsert) == 50);
    for (const size_t events : {1, 2, 7, 53, 54}) {
      const auto pieces = Decode(log, events);
      INFO(events << " events a piece: " << pieces->status.ToString());
      REQUIRE(pieces->status.ok());
      CHECK(pieces->continued == 53 / events);
      CHECK(pieces->bytes == content.size());
      CHECK(Describe(*pieces) == Describe(*whole));
    }
  }
}

TEST_CASE("damage in a later piece ends the stream behind what came before", "[payload]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Event(
      40, Payload(Begin() + Insert(1, 10) + Insert(2, 10).substr(0, 40), 0, 255));
  const auto run = Decode(log, 1);
  CHECK(run->status.code() == Code::kCorrupted);
  CHECK(run->status.message() == fmt::format("binlog.000001:{}: TRANSACTION_PAYLOAD event: it ends "
                                             "inside its event 3",
                                             log.offsets()[2]));
  CHECK(run->all.Kinds() == "begin insert");
}

TEST_CASE("an event is not fed before the last one's end; a new start forgets it", "[payload]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Event(40, Payload(Begin() + Insert(1, 10) + Commit(), 0, 255));
  const auto events = SplitEvents(log.bytes());
  EntryCollector all;
  Pieces pieces(all, 1);
  binlog::Decoder decoder({});
  const auto feed = [&] {
    decoder.Start("binlog.000001", 4, false);
    for (const std::string& event : events) REQUIRE(decoder.Feed(MakeFrame(event), pieces).ok());
    REQUIRE(decoder.has_more());
  };
  feed();
  CHECK(decoder.Feed(MakeFrame(events[1]), pieces).code() == Code::kInternal);
  feed();
  while (decoder.has_more()) REQUIRE(decoder.Continue(pieces).ok());
  CHECK(decoder.Continue(pieces).ok());
  CHECK(all.Kinds() == "begin insert commit");
}

TEST_CASE("a payload takes memory for what it holds, not for what it says", "[payload]") {
  const auto used = [](const std::string& body, Status* status) {
    BinlogBuilder log;
    log.Format().Gtid(1, 1).Event(40, body);
    auto budget = std::make_shared<model::MemoryBudget>();
    binlog::DecoderConfig config;
    config.budget = budget;
    binlog::Decoder decoder(config);
    decoder.Start("binlog.000001", 4, false);
    EntryCollector all;
    for (const std::string& event : SplitEvents(log.bytes()))
      *status = decoder.Feed(MakeFrame(event), all);
    return budget->used();
  };
  constexpr size_t kMiB = size_t{1} << 20;
  Status status;
  // Content of an exabyte, in a header only.
  CHECK(used(Payload(Zstd(Begin()), uint64_t{1} << 60), &status) < kMiB);
  CHECK(status.code() == Code::kCorrupted);
  // An event of a gigabyte, in a header only.
  std::string lie = Insert(1, 100);
  lie.replace(9, 4, Le((uint64_t{1} << 30) - 1, 4));
  for (const uint64_t algorithm : {0, 255}) {
    const std::string content = Begin() + lie;
    const std::string payload = algorithm == 0 ? Zstd(content) : content;
    CHECK(used(Payload(payload, 0, algorithm), &status) < kMiB);
    CHECK(status.code() == Code::kCorrupted);
    CHECK_THAT(status.message(), ContainsSubstring("ends inside its event 2"));
  }
  // More than any event may have.
  lie.replace(9, 4, Le(0xffffffff, 4));
  CHECK(used(Payload(Begin() + lie, 0, 255), &status) < kMiB);
  CHECK(status.code() == Code::kCorrupted);
  CHECK_THAT(status.message(), ContainsSubstring("event 2 inside it names a length of 4294967295"));
  // More content than the header says is refused as soon as it shows.
  const std::string zeros = Zstd(std::string(64 * kMiB, '\0'));
  CHECK(used(Payload(Zstd(Begin()) + zeros, Begin().size() + 10), &status) < kMiB);
  CHECK(status.code() == Code::kCorrupted);
  CHECK_THAT(status.message(), ContainsSubstring("more than the"));
  // One event that is large indeed comes in whole.
  const std::string large = Begin() + Insert(1, 20 * kMiB) + Commit();
  CHECK(used(Payload(Zstd(large), large.size()), &status) < 64 * kMiB);
  CHECK(status.ok());
}

}  // namespace
}  // namespace towpath::test
