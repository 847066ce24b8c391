// Nothing is allocated for a row, a value or, once the decoder has seen its tables, an event.
//
// The program's operator new is replaced by one that counts what the calling thread asks for.
#include <string>
#include <vector>

#include "binlog/decoder.h"
#include "tests/catch.h"
#include "tests/support/allocations.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"
#include "tests/support/json_builder.h"

namespace towpath::test {
namespace {

// One block after the other, each as soon as the last is full; nothing is kept.
class ForgetfulSink final : public binlog::EntrySink {
 public:
  model::EntryBlock& BlockForNext() override {
    if (block_ == nullptr || block_->full()) {
      block_ = std::make_unique<model::EntryBlock>(nullptr);
      ++blocks;
    }
    return *block_;
  }
  void Appended() override {
    const Entry entry(&(*block_)[block_->size() - 1], false);
    if (!entry.is_rows()) return;
    for (rows_.Start(entry); rows_.Next(); ++rows) {
      for (const auto image : {rows_.before(), rows_.after()}) {
        for (size_t i = 0; i < image.size(); ++i) {
          text_.clear();
          if (AppendText(entry.table()->columns()[i], image[i], &text_).ok()) ++values;
        }
      }
    }
  }
  void TransactionEnded(model::TransactionEnd) override { ++transactions; }

  size_t blocks = 0;
  size_t rows = 0;
  size_t values = 0;
  size_t transactions = 0;

 private:
  std::unique_ptr<model::EntryBlock> block_;
  RowReader rows_;
  std::string text_;
};

TEST_CASE("nothing is allocated for rows, values and events", "[allocation]") {
  const std::vector<MapColumn> columns = {
      {3, ""},         {8, ""},         {5, Le(8, 1)},   {246, Le(12, 1) + Le(2, 1)},
      {18, Le(6, 1)},  {19, Le(3, 1)},  {17, Le(0, 1)},  {10, ""},
      {15, Le(80, 2)}, {15, Le(80, 2)}, {252, Le(2, 1)}, {254, "\xf7\x01"},
      {13, ""}};
  const std::string optional = BinlogBuilder::Names(13) +
                               BinlogBuilder::Field(3, Lenenc(45) + Lenenc(8) + Lenenc(63)) +
                               BinlogBuilder::Field(6, Lenenc(2) + Text1("small") + Text1("large"));
  const auto row = [](uint32_t id) {
    return Le(0, 2) + Le(id, 4) + Le(id * uint64_t{1000003}, 8) + Le(0x3ff8000000000000 + id, 8) +
           Be(0x80000001, 4) + Be(id % 1000000000 % 10, 1).substr(0, 1) + Be(5, 1) +
           Be(0x99b27bb3a1, 5) + Be(123456, 3) + Be(0x801234, 3) + Be(1230, 2) + Be(1700000000, 4) +
           Le(2024 << 9 | 2 << 5 | 29, 3) + Text1("a text of some length, longer than SSO") +
           Text1("caf\xe9") + Le(40, 2) + std::string(40, 'b') + Le(2, 1) + Le(124, 1);
  };
  BinlogBuilder log("10.11.19-MariaDB-log");
  log.Format();
  constexpr uint32_t kTransactions = 3000;
  constexpr uint32_t kRows = 20;
  for (uint32_t t = 1; t <= kTransactions; ++t) {
    log.MariadbGtid(0, t, 0x0c);
    for (uint64_t table = 77; table < 79; ++table) {
      log.TableMap(table, "shop", table == 77 ? "orders" : "lines", columns, optional);
      std::string rows;
      for (uint32_t i = 0; i < kRows; ++i) rows += row(t * kRows + i);
      log.Rows(23, table, 13, rows);
      log.Rows(24, table, 13, row(t) + row(t + 1));
    }
    if (t % 2 == 0) {
      log.Xid(t);
    } else {
      log.Query("shop", "COMMIT");
    }
  }

  // All events in one chunk, as a source has them.
  const std::string& bytes = log.bytes();
  auto chunk = model::Chunk::Allocate(bytes.size(), nullptr);
  std::memcpy(chunk->data(), bytes.data(), bytes.size());
  std::vector<model::Frame> frames;
  for (size_t i = 0; i < log.offsets().size(); ++i) {
    const uint64_t begin = log.offsets()[i];
    const uint64_t end = i + 1 < log.offsets().size() ? log.offsets()[i + 1] : log.size();
    frames.push_back({{chunk->data() + begin, end - begin}, chunk, 0});
  }

  ForgetfulSink sink;
  binlog::Decoder decoder({});
  decoder.Start("binlog.000001", 4, false);
  size_t at = 0;
  for (; at < frames.size() / 10; ++at) REQUIRE(decoder.Feed(frames[at], sink).ok());

  const size_t events_before = at;
  const size_t blocks_before = sink.blocks;
  const size_t before = Allocations();
  Status status;
  for (; at < frames.size() && status.ok(); ++at) status = decoder.Feed(frames[at], sink);
  const size_t made = Allocations() - before;
  INFO(status.ToString());
  REQUIRE(status.ok());
  CHECK(sink.transactions == kTransactions);
  CHECK(sink.rows == kTransactions * 2 * (kRows + 1));
  CHECK(sink.values == kTransactions * 2 * (kRows + 2) * 13);

  // What is left belongs to blocks of 256 entries: the block, its entries, its pages of
  // transactions, and its lists of what it keeps, which grow as vectors do.
  const size_t blocks = sink.blocks - blocks_before;
  const size_t events = frames.size() - events_before;
  INFO(made << " allocations for " << events << " events in " << blocks << " blocks");
  CHECK(made <= blocks * 20);
  CHECK(made * 10 < events);
}

TEST_CASE("nothing is allocated for rows whose documents are completed", "[allocation]") {
  using json::Array;
  using json::Int16;
  using json::Object;
  const std::vector<MapColumn> columns = {{3, "", false}, {245, Le(4, 1)}};
  const auto value = [](const std::string& bytes) { return Le(bytes.size(), 4) + bytes; };
  const std::string document = json::Document(
      Object({{"list", Array({Int16(1), Int16(2)})}, {"text", json::Text(std::string(500, 'x'))}}));
  const std::string differences = json::Replace("$.list[1]", json::Text("a new value")) +
                                  json::Insert("$.\"z\\n\"", Object({})) + json::Remove("$.text");
  std::string rows;
  for (uint32_t id = 0; id < 10; ++id)
    rows += Le(0, 1) + Le(id, 4) + value(document) + Le(1, 1) + Le(1, 1) + Le(0, 1) + Le(id, 4) +
            value(differences);
  const std::string only_differences =
      Le(0, 1) + Le(7, 4) + Le(1, 1) + Le(1, 1) + Le(0, 1) + value(differences);
  BinlogBuilder log;
  log.Format();
  constexpr size_t kTransactions = 2000;
  for (size_t i = 0; i < kTransactions; ++i) {
    log.AnonymousGtid().Query("shop", "BEGIN");
    log.TableMap(77, "shop", "t", columns, BinlogBuilder::Names(2));
    log.Rows(39, 77, 2, rows, false);
    log.Rows(39, 77, 2, only_differences, true, Le(1, 1) + Le(2, 1));
    log.Xid(i);
  }
  std::vector<model::Frame> frames;
  for (const std::string& event : SplitEvents(log.bytes())) frames.push_back(MakeFrame(event));

  ForgetfulSink sink;
  binlog::Decoder decoder({});
  decoder.Start("binlog.000001", 4, false);
  size_t at = 0;
  for (; at < frames.size() / 10; ++at) REQUIRE(decoder.Feed(frames[at], sink).ok());
  const size_t rows_before = sink.rows;
  const size_t before = Allocations();
  Status status;
  for (; at < frames.size() && status.ok(); ++at) status = decoder.Feed(frames[at], sink);
  const size_t made = Allocations() - before;
  INFO(status.ToString());
  REQUIRE(status.ok());
  CHECK(sink.rows == kTransactions * 11);
  // Blocks of entries and chunks of completed rows are left: some for hundreds of rows. Here each
  // event is in a chunk of its own, which the lists of what blocks keep grow by.
  INFO(made << " allocations for " << sink.rows - rows_before << " rows");
  CHECK(made * 20 < sink.rows - rows_before);
}

}  // namespace
}  // namespace towpath::test
