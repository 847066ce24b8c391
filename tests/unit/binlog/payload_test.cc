// Compressed transactions (TRANSACTION_PAYLOAD) in pieces, and what they may cost.
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "binlog/compression.h"
#include "binlog/decoder.h"
#include "binlog/zstd_frame.h"
#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/compressed.h"
#include "tests/support/entry_collector.h"

namespace towpath::test {
namespace {

constexpr size_t kMiB = size_t{1} << 20;

const std::vector<MapColumn> kColumns = {{3, "", false}, {252, Le(4, 1)}};

// One frame without the size of its content, as MySQL's first versions wrote them; the window is
// the level's, and that of level 22 is 128 MiB whatever there is.
std::string ZstdOfUnsaidSize(const std::string& content, int level) {
  const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx*)> stream(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(stream.get(), ZSTD_c_compressionLevel, level);
  std::string out(ZSTD_compressBound(content.size()) + 64, '\0');
  ZSTD_inBuffer in{content.data(), content.size(), 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  // A compressor that is told the end at once knows the size.
  ZSTD_inBuffer first{content.data(), std::min<size_t>(1, content.size()), 0};
  ZSTD_compressStream2(stream.get(), &to, &first, ZSTD_e_continue);
  in.pos = first.pos;
  REQUIRE(ZSTD_compressStream2(stream.get(), &to, &in, ZSTD_e_end) == 0);
  out.resize(to.pos);
  REQUIRE(ZSTD_getFrameContentSize(out.data(), out.size()) == ZSTD_CONTENTSIZE_UNKNOWN);
  return out;
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
        40, PayloadBody(algorithm == 0 ? Zstd(content) : content, content.size(), algorithm));
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
      40, PayloadBody(Begin() + Insert(1, 10) + Insert(2, 10).substr(0, 40), std::nullopt, 255));
  const auto run = Decode(log, 1);
  CHECK(run->status.code() == Code::kCorrupted);
  CHECK(run->status.message() == fmt::format("binlog.000001:{}: TRANSACTION_PAYLOAD event: it ends "
                                             "inside its event 3",
                                             log.offsets()[2]));
  CHECK(run->all.Kinds() == "begin insert");
}

TEST_CASE("an event is not fed before the last one's end; a new start forgets it", "[payload]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Event(40,
                                PayloadBody(Begin() + Insert(1, 10) + Commit(), std::nullopt, 255));
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
  Status status;
  // Content of an exabyte, in a header only.
  CHECK(used(PayloadBody(Zstd(Begin()), uint64_t{1} << 60), &status) < kMiB);
  CHECK(status.code() == Code::kCorrupted);
  // An event of a gigabyte, in a header only.
  std::string lie = Insert(1, 100);
  lie.replace(9, 4, Le((uint64_t{1} << 30) - 1, 4));
  for (const uint64_t algorithm : {0, 255}) {
    const std::string content = Begin() + lie;
    const std::string payload = algorithm == 0 ? Zstd(content) : content;
    CHECK(used(PayloadBody(payload, std::nullopt, algorithm), &status) < kMiB);
    CHECK(status.code() == Code::kCorrupted);
    CHECK_THAT(status.message(), ContainsSubstring("ends inside its event 2"));
  }
  // More than any event may have.
  lie.replace(9, 4, Le(0xffffffff, 4));
  CHECK(used(PayloadBody(Begin() + lie, 0, 255), &status) < kMiB);
  CHECK(status.code() == Code::kCorrupted);
  CHECK_THAT(status.message(), ContainsSubstring("event 2 inside it names a length of 4294967295"));
  // More content than the header says is refused as soon as it shows.
  const std::string zeros = Zstd(std::string(64 * kMiB, '\0'));
  CHECK(used(PayloadBody(Zstd(Begin()) + zeros, Begin().size() + 10), &status) < kMiB);
  CHECK(status.code() == Code::kCorrupted);
  CHECK_THAT(status.message(), ContainsSubstring("more than the"));
  // One event that is large indeed comes in whole.
  const std::string large = Begin() + Insert(1, 20 * kMiB) + Commit();
  CHECK(used(PayloadBody(Zstd(large), large.size()), &status) < 64 * kMiB);
  CHECK(status.ok());
}

struct Content {
  Status status;
  std::string bytes;
  size_t memory = 0;
};

Content ReadPayload(binlog::PayloadReader& reader, const std::string& frames,
                    std::optional<uint64_t> content_size) {
  const std::string body = PayloadBody(frames, content_size);
  Content content;
  binlog::TransactionPayload payload;
  content.status = ParseTransactionPayload(
      {reinterpret_cast<const uint8_t*>(body.data()), body.size()}, &payload);
  REQUIRE(content.status.ok());
  reader.Start(payload);
  std::vector<uint8_t> piece(64 * 1024);
  for (size_t filled = piece.size(); filled == piece.size() && content.status.ok();) {
    content.status = reader.Read(piece.data(), piece.size(), &filled);
    content.bytes.append(reinterpret_cast<const char*>(piece.data()), filled);
  }
  content.memory = reader.memory();
  return content;
}

Content ReadPayload(const std::string& frames, std::optional<uint64_t> content_size) {
  binlog::PayloadReader reader;
  return ReadPayload(reader, frames, content_size);
}

TEST_CASE("a window of 128 MiB takes no memory when there is little content", "[payload]") {
  const std::string content = Begin() + Insert(1, 10) + Commit();
  const std::string frame = ZstdOfUnsaidSize(content, 22);
  REQUIRE(frame.substr(binlog::kZstdWindowAt, 1) == Le(17 << 3, 1));  // 2^(10 + 17)
  for (const bool is_said : {true, false}) {
    const auto said = is_said ? std::optional<uint64_t>(content.size()) : std::nullopt;
    const Content read = ReadPayload(frame, said);
    INFO(read.status.ToString());
    CHECK(read.status.ok());
    CHECK(read.bytes == content);
    CHECK(read.memory < kMiB);
  }
  // Each frame by itself, and what else may stand between them.
  const std::string skipped = Le(0x184d2a53, 4) + Le(5, 4) + "aside";
  const Content frames = ReadPayload(frame + skipped + frame + Zstd(content), 3 * content.size());
  INFO(frames.status.ToString());
  CHECK(frames.status.ok());
  CHECK(frames.bytes == content + content + content);
  CHECK(frames.memory < kMiB);
  // The size of the content is a lie: what the frame can hold counts.
  const Content lie = ReadPayload(frame, uint64_t{1} << 40);
  CHECK(lie.status.code() == Code::kCorrupted);
  CHECK(lie.memory < kMiB);
  const Content more = ReadPayload(frame, content.size() - 1);
  CHECK(more.status.code() == Code::kCorrupted);
  CHECK_THAT(more.status.message(), ContainsSubstring("more than the"));
}

TEST_CASE("copies reach back as far as the content goes", "[payload]") {
  // What does not compress, three times: the second and third are copies from far behind.
  std::string noise(5 * kMiB, '\0');
  uint64_t state = 1;
  for (char& c : noise) {
    state = state * 6364136223846793005 + 1442695040888963407;
    c = static_cast<char>(state >> 56);
  }
  const std::string content = noise + noise + noise;
  const std::string frame = ZstdOfUnsaidSize(content, 22);
  REQUIRE(frame.size() < 6 * kMiB);
  for (const bool is_said : {true, false}) {
    const auto said = is_said ? std::optional<uint64_t>(content.size()) : std::nullopt;
    const Content read = ReadPayload(frame, said);
    INFO(read.status.ToString());
    CHECK(read.status.ok());
    CHECK((read.bytes == content));
    CHECK(read.memory < 20 * kMiB);
  }
  // The same context serves what comes after.
  binlog::PayloadReader reader;
  CHECK((ReadPayload(reader, frame, content.size()).bytes == content));
  CHECK(ReadPayload(reader, ZstdOfUnsaidSize(Begin(), 22), Begin().size()).bytes == Begin());
  CHECK((ReadPayload(reader, frame, content.size()).bytes == content));
}

TEST_CASE("a frame that can not have the content it names takes no memory", "[payload]") {
  const std::string magic = Le(0xfd2fb528, 4);
  const std::string block = Le(1 | 1 << 1 | 50 << 3, 3) + "x";  // the last, a byte 50 times
  // One segment of 128 MiB less a byte, and a window of 128 MiB with that content.
  const std::string size = Le(128 * kMiB - 1, 4);
  for (const std::string& head :
       {magic + Le(0xa0, 1) + size, magic + Le(0x80, 1) + Le(17 << 3, 1) + size})
    for (const std::string& frame : {head + block, head, Zstd("first") + head + block})
      for (const bool is_said : {true, false}) {
        const auto said = is_said ? std::optional<uint64_t>(128 * kMiB + 4) : std::nullopt;
        const Content read = ReadPayload(frame, said);
        INFO(read.status.ToString());
        CHECK(read.status.code() == Code::kCorrupted);
        CHECK_THAT(read.status.message(), ContainsSubstring("134217727"));
        CHECK(read.memory < kMiB);
      }
  // A good one of that kind.
  const Content read = ReadPayload(magic + Le(0xa0, 1) + Le(50, 4) + block, 50);
  INFO(read.status.ToString());
  CHECK(read.bytes == std::string(50, 'x'));
  CHECK(read.status.ok());
}

TEST_CASE("blocks that name more than a block may have do not count for it", "[payload]") {
  // A window of 10 GiB, and twenty blocks of a byte that is repeated 1.5 million times.
  std::string frame = Le(0xfd2fb528, 4) + Le(0, 1) + Le(0xba, 1);
  for (int block = 0; block < 20; ++block) frame += Le(1 << 1 | 0x175757 << 3, 3) + "x";
  const Content read = ReadPayload(frame, std::nullopt);
  CHECK(read.status.code() == Code::kCorrupted);
  CHECK(read.memory < 4 * kMiB);
}

TEST_CASE("what is no zstd frame is refused", "[payload]") {
  for (const std::string& frames :
       {std::string("not at all"), Le(0xfd2fb528, 4), Le(0xfd2fb528, 4) + Le(0, 1),
        Zstd("first") + "and then?",
        // zstd 0.7 and 0.5
        Le(0xfd2fb527, 4) + std::string(30, '\0'), Le(0xfd2fb525, 4) + std::string(30, '\0')}) {
    const Content read = ReadPayload(frames, std::nullopt);
    CHECK(read.status.code() == Code::kCorrupted);
    CHECK_THAT(read.status.message(), ContainsSubstring("no zstd frame"));
  }
}

}  // namespace
}  // namespace towpath::test
