// A stream of compressed transactions far larger than its buffer.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/compressed.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::test {
namespace {

std::string TableMap(const BinlogBuilder& log) {
  const std::vector<MapColumn> columns = {{3, "", false}, {252, Le(4, 1)}};
  return log.Frame(19,
                   BinlogBuilder::TableMapBody(77, "shop", "t", columns, BinlogBuilder::Names(2)),
                   0, 0, false);
}

std::string Insert(const BinlogBuilder& log, uint32_t id, size_t size) {
  const std::string row = Le(0, 1) + Le(id, 4) + Le(size, 4) + std::string(size, 'x');
  return log.Frame(30, BinlogBuilder::RowsBody(30, 77, 2, row), 0, 0, false);
}

Options FileOptions(const TempFolder& folder, uint64_t buffer_bytes) {
  Options options;
  REQUIRE(options.Set("source.url", "file://" + folder.File("binlog.000001")).ok());
  REQUIRE(options.Set("source.start", "earliest").ok());
  REQUIRE(options.Set("stream.name", "payload").ok());
  REQUIRE(options.Set("store.url", "memory:").ok());
  REQUIRE(options.Set("buffer.bytes", std::to_string(buffer_bytes)).ok());
  return options;
}

TEST_CASE("S9: a payload of 1 GiB stays within buffer.bytes", "[stream][payload]") {
  constexpr size_t kRowSize = 16000;
  constexpr size_t kRowsOfFrame = 1024;
  constexpr size_t kFrames = 66;
  constexpr uint64_t kBuffer = 4 << 20;
  // Beside the buffer: the payload itself, a piece of its content and the blocks that are begun.
  constexpr uint64_t kSlack = 2 << 20;

  // Zstd frames one behind the other: the same one many times makes much content at little cost.
  BinlogBuilder log;
  const std::string begin =
      log.Frame(2, BinlogBuilder::QueryBody("shop", "BEGIN"), 0, 0, false) + TableMap(log);
  std::string rows;
  for (uint32_t i = 0; i < kRowsOfFrame; ++i) rows += Insert(log, i, kRowSize);
  const std::string frame = Zstd(rows);
  std::string payload = Zstd(begin);
  for (size_t i = 0; i < kFrames; ++i) payload += frame;
  payload += Zstd(log.Frame(16, Le(1, 8), 0, 0, false));
  REQUIRE(rows.size() * kFrames > size_t{1} << 30);
  REQUIRE(payload.size() < kSlack / 2);
  log.Format().Gtid(1, 1).Event(40, PayloadBody(payload));
  log.Gtid(1, 2).Query("shop", "CREATE TABLE u (a INT)");

  TempFolder folder;
  folder.Write("binlog.000001", log.bytes());
  auto stream = Stream::Open(FileOptions(folder, kBuffer));
  INFO(stream.status().ToString());
  REQUIRE(stream.ok());

  // While nobody reads it fills the buffer, and no more.
  uint64_t most = 0;
  while (most < kBuffer) most = std::max(most, (*stream)->GetStatus().buffered_bytes);
  size_t entries = 0;
  uint64_t ids = 0;
  RowReader reader;
  Status end;
  for (;;) {
    const auto batch = (*stream)->GetWithoutAck(97, std::chrono::milliseconds(-1));
    if (!batch.ok()) {
      end = batch.status();
      break;
    }
    for (const Entry& entry : *batch) {
      for (reader.Start(entry); reader.Next();) ids += static_cast<uint64_t>(reader.after()[0].i64);
      most = std::max(most, (*stream)->GetStatus().buffered_bytes);
    }
    entries += batch->size();
    REQUIRE((*stream)->Ack(batch->mark()).ok());
  }
  CHECK(end.code() == Code::kEnd);
  CHECK(entries == kFrames * kRowsOfFrame + 3);  // begin, commit, ddl
  CHECK(ids == kFrames * (kRowsOfFrame * (kRowsOfFrame - 1) / 2));
  INFO("most " << most);
  CHECK(most < kBuffer + kSlack);
}

TEST_CASE("a stream goes on inside a payload, after rollback and reopening", "[stream][payload]") {
  constexpr int64_t kRows = 2000;
  BinlogBuilder log;
  std::string content = log.Frame(2, BinlogBuilder::QueryBody("shop", "BEGIN"), 0, 0, false);
  content += TableMap(log);
  for (uint32_t i = 0; i < kRows; ++i) content += Insert(log, i, 10000);
  content += log.Frame(16, Le(1, 8), 0, 0, false);
  log.Format().Gtid(1, 1).Event(40, PayloadBody(Zstd(content)));

  TempFolder folder;
  folder.Write("binlog.000001", log.bytes());
  Options options = FileOptions(folder, 1 << 20);
  REQUIRE(options.Set("store.url", "sqlite:" + folder.File("towpath.db")).ok());
  std::unique_ptr<Stream> stream;
  int64_t expected = 0;  // the first id that is not acknowledged
  RowReader reader;
  for (int round = 0;; ++round) {
    if (stream == nullptr) {
      auto opened = Stream::Open(options);
      INFO(opened.status().ToString());
      REQUIRE(opened.ok());
      stream = *std::move(opened);
    }
    const auto batch =
        stream->GetWithoutAck(static_cast<size_t>(1 + round % 50), std::chrono::milliseconds(-1));
    if (!batch.ok()) {
      CHECK(batch.code() == Code::kEnd);
      break;
    }
    int64_t next = expected;
    for (const Entry& entry : *batch)
      for (reader.Start(entry); reader.Next(); ++next) REQUIRE(reader.after()[0].i64 == next);
    if (round % 7 == 3) {
      REQUIRE(stream->Rollback().ok());
    } else if (round % 11 == 5) {
      stream.reset();  // what is outstanding comes again
    } else {
      REQUIRE(stream->Ack(batch->mark()).ok());
      expected = next;
    }
  }
  CHECK(expected == kRows);
}

}  // namespace
}  // namespace towpath::test
