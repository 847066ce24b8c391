#include "source/binlog_file.h"

#include <filesystem>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"
#include "tests/support/temp_folder.h"

namespace towpath::test {
namespace {

using model::StartPoint;
using source::BinlogFileSource;

const std::vector<MapColumn> kColumns = {{3, ""}};

// A file of `count` transactions, numbered from `first`, that ends with a ROTATE to `next`.
std::string MakeLog(uint32_t first, uint32_t count, const std::string& next = "",
                    uint32_t timestamp = 1700000000, bool checksums = true) {
  BinlogBuilder log("8.0.36", checksums);
  log.timestamp = timestamp;
  log.Format();
  for (uint32_t i = first; i < first + count; ++i) {
    log.Gtid(1, i).Query("shop", "BEGIN");
    log.TableMap(77, "shop", "t", kColumns, BinlogBuilder::Names(1));
    log.Rows(30, 77, 1, Le(0, 1) + Le(i, 4)).Xid();
  }
  if (!next.empty()) log.Rotate(next);
  return log.bytes();
}

StartPoint Start(StartPoint::Kind kind) {
  StartPoint start;
  start.kind = kind;
  return start;
}

// The ids of the rows from a start to the end.
struct Decoded {
  std::vector<int64_t> ids;
  std::vector<std::string> positions;
  Status status;
};
Decoded Decode(const std::string& path, const StartPoint& start, uint64_t buffer = 64 << 20) {
  BinlogFileSource file(path, nullptr, buffer);
  EntryCollector sink;
  Decoded decoded;
  decoded.status = DecodeAll(file, start, {}, sink);
  RowReader rows;
  for (const Entry& entry : sink.entries()) {
    for (rows.Start(entry); rows.Next();) decoded.ids.push_back(rows.after()[0].i64);
    if (entry.is_rows()) decoded.positions.push_back(entry.position().ToString());
  }
  return decoded;
}

TEST_CASE("files are read in sequence to the end of the last", "[binlog_file]") {
  TempFolder folder;
  const std::string first = folder.Write("binlog.000009", MakeLog(1, 2, "binlog.000010"));
  // Without a ROTATE at its end (the server died), and with other checksums.
  folder.Write("binlog.000010", MakeLog(3, 2, "", 1700000100, false));
  folder.Write("binlog.000011", MakeLog(5, 1, "", 1700000200));
  folder.Write("binlog.index", "no binlog");
  folder.Write("other.000012", "no binlog");
  const Decoded all = Decode(first, Start(StartPoint::Kind::kEarliest));
  CHECK(all.status.code() == Code::kEnd);
  CHECK_THAT(all.status.message(), ContainsSubstring("binlog.000011 is the last file"));
  CHECK(all.ids == std::vector<int64_t>{1, 2, 3, 4, 5});
  CHECK(all.positions[2].starts_with("binlog.000010:"));
  CHECK(all.positions[4].starts_with("binlog.000011:"));
}

TEST_CASE("numbers grow beyond six digits", "[binlog_file]") {
  TempFolder folder;
  const std::string first = folder.Write("b.999999", MakeLog(1, 1, "b.1000000"));
  folder.Write("b.1000000", MakeLog(2, 1));
  CHECK(Decode(first, Start(StartPoint::Kind::kEarliest)).ids == std::vector<int64_t>{1, 2});
}

TEST_CASE("a gap in the sequence is an error that names the file", "[binlog_file]") {
  TempFolder folder;
  const std::string first = folder.Write("binlog.000001", MakeLog(1, 1));
  folder.Write("binlog.000003", MakeLog(3, 1));
  const Decoded gap = Decode(first, Start(StartPoint::Kind::kEarliest));
  CHECK(gap.status.code() == Code::kNotFound);
  CHECK_THAT(gap.status.message(), ContainsSubstring("binlog.000002 is missing"));
  CHECK(gap.ids == std::vector<int64_t>{1});
}

TEST_CASE("files that are no binlogs", "[binlog_file]") {
  TempFolder folder;
  const auto connect = [](const std::string& path) {
    return BinlogFileSource(path, nullptr, 1 << 20).Connect();
  };
  CHECK(connect(folder.path() + "/none.000001").code() == Code::kNotFound);
  CHECK(connect(folder.path()).code() == Code::kIo);
  CHECK(connect(folder.Write("text", "hello world")).code() == Code::kCorrupted);
  CHECK(connect(folder.Write("empty", "")).code() == Code::kTruncated);
  const Status encrypted = connect(folder.Write("secret",
                                                "\xfd"
                                                "bin and more"));
  CHECK(encrypted.code() == Code::kEncrypted);
  CHECK_THAT(encrypted.message(), ContainsSubstring("secret"));

  BinlogBuilder maria("10.11.19-MariaDB-log");
  maria.Format().Event(164, Le(1, 1) + Le(1, 4) + std::string(12, 'n'), 0x80);
  const std::string path = folder.Write("m.bin", maria.bytes() + std::string(100, '\x7f'));
  const Decoded inside = Decode(path, Start(StartPoint::Kind::kEarliest));
  CHECK(inside.status.code() == Code::kEncrypted);
  CHECK_THAT(inside.status.message(), ContainsSubstring(std::to_string(maria.offsets()[1])));
}

TEST_CASE("what a source says of itself", "[binlog_file]") {
  TempFolder folder;
  const std::string path = folder.Write("binlog.000001", MakeLog(1, 1));
  BinlogFileSource file(path, nullptr, 1 << 20);
  REQUIRE(file.Connect().ok());
  CHECK(file.info().endpoint == path);
  CHECK(file.info().version == "8.0.36");
  CHECK(file.info().flavor == Flavor::kMysql);
  CHECK(file.info().server_uuid.empty());
  CHECK(file.catalogue() == nullptr);
  CHECK_FALSE(file.announced_checksum());
}

TEST_CASE("where to start", "[binlog_file]") {
  TempFolder folder;
  const std::string bytes = MakeLog(1, 3, "binlog.000002", 1000);
  const std::string first = folder.Write("binlog.000001", bytes);
  folder.Write("binlog.000002", MakeLog(4, 2, "", 2000));
  BinlogFileSource file(first, nullptr, 1 << 20);
  REQUIRE(file.Connect().ok());
  const Decoded all = Decode(first, Start(StartPoint::Kind::kEarliest));
  REQUIRE(all.ids.size() == 5);

  SECTION("latest is the end of the last file") {
    const auto cursor = file.Resolve(Start(StartPoint::Kind::kLatest));
    REQUIRE(cursor.ok());
    CHECK(cursor->file == "binlog.000002");
    CHECK(cursor->offset == std::filesystem::file_size(folder.path() + "/binlog.000002"));
    CHECK(Decode(first, Start(StartPoint::Kind::kLatest)).ids.empty());
  }

  SECTION("a position") {
    std::vector<uint64_t> begins{4};
    for (const auto& event : SplitEvents(bytes)) begins.push_back(begins.back() + event.size());
    // Events: FORMAT_DESCRIPTION, then five for each transaction.
    StartPoint start = Start(StartPoint::Kind::kPosition);
    start.position.file = "binlog.000001";
    start.position.offset = begins[6];
    CHECK(Decode(first, start).ids == std::vector<int64_t>{2, 3, 4, 5});
    CHECK(Decode(first, start).positions[0] == all.positions[1]);
    for (const uint64_t begin : begins) {
      start.position.offset = begin;
      CHECK(file.Resolve(start).ok());
      start.position.offset = begin + 1;
      CHECK(file.Resolve(start).code() == Code::kInvalidPosition);
    }
    start.position.offset = 0;
    start.position.offset = bytes.size() + 1000;
    CHECK(file.Resolve(start).code() == Code::kInvalidPosition);
    start.position.file = "binlog.000007";
    start.position.offset = 4;
    CHECK(file.Resolve(start).code() == Code::kInvalidPosition);
  }

  SECTION("after an entry") {
    StartPoint start = Start(StartPoint::Kind::kAfterEntry);
    start.position = *Position::Parse(all.positions[2]);
    auto cursor = file.Resolve(start);
    REQUIRE(cursor.ok());
    CHECK(cursor->offset == 4);
    CHECK(cursor->after.ToString() == all.positions[2]);
    start.position.transaction_offset = 4 + SplitEvents(bytes)[0].size();
    cursor = file.Resolve(start);
    REQUIRE(cursor.ok());
    CHECK(cursor->offset == start.position.transaction_offset);
    start.position.transaction_offset += 1;
    CHECK(file.Resolve(start).code() == Code::kInvalidPosition);
  }

  SECTION("a time") {
    StartPoint start = Start(StartPoint::Kind::kTimestamp);
    start.timestamp_us = 2000000000;
    CHECK(file.Resolve(start)->file == "binlog.000002");
    CHECK(Decode(first, start).ids == std::vector<int64_t>{4, 5});
    start.timestamp_us = 1999999999;
    CHECK(file.Resolve(start)->file == "binlog.000001");
    CHECK(Decode(first, start).ids == std::vector<int64_t>{4, 5});
    start.timestamp_us = 1;
    CHECK(Decode(first, start).ids.size() == 5);
  }

  SECTION("a GTID set") {
    StartPoint start = Start(StartPoint::Kind::kGtidSet);
    start.gtids = *GtidSet::Parse("01010101-0101-0101-0101-010101010101:1-2:4");
    CHECK(Decode(first, start).ids == std::vector<int64_t>{3, 5});
    CHECK(Decode(first, start).positions[0] == all.positions[2]);
  }
}

TEST_CASE("events cut by a chunk's end, and larger than any chunk", "[binlog_file]") {
  TempFolder folder;
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN");
  const std::vector<MapColumn> columns = {{3, ""}, {252, Le(4, 1)}};
  size_t total = 0;
  for (uint32_t i = 0; i < 40; ++i) {
    const std::string blob(i % 10 == 9 ? 700000 : i * 997, static_cast<char>('a' + i % 26));
    total += blob.size();
    log.TableMap(77, "shop", "t", columns, BinlogBuilder::Names(2));
    log.Rows(30, 77, 2, Le(0, 1) + Le(i, 4) + Le(blob.size(), 4) + blob);
  }
  log.Xid();
  const std::string path = folder.Write("binlog.000001", log.bytes());
  for (const uint64_t buffer : {uint64_t{1} << 20, uint64_t{64} << 20}) {
    auto budget = std::make_shared<model::MemoryBudget>();
    {
      BinlogFileSource file(path, budget, buffer);
      EntryCollector sink;
      CHECK(DecodeAll(file, Start(StartPoint::Kind::kEarliest), {}, sink).code() == Code::kEnd);
      REQUIRE(sink.Count(EntryKind::kInsert) == 40);
      RowReader rows;
      size_t read = 0;
      for (uint32_t i = 0; i < 40; ++i) {
        rows.Start(sink.entries()[i + 1]);
        REQUIRE(rows.Next());
        CHECK(rows.after()[0].i64 == i);
        const auto blob = rows.after()[1].bytes();
        read += blob.size();
        for (const uint8_t byte : blob)
          if (byte != 'a' + i % 26) FAIL("row " << i);
      }
      CHECK(read == total);
    }
    CHECK(budget->used() == 0);
  }
}

TEST_CASE("a file cut anywhere is truncated, never something else", "[binlog_file]") {
  TempFolder folder;
  const std::string bytes = MakeLog(1, 2);
  std::vector<size_t> ends{4};
  for (const auto& event : SplitEvents(bytes)) ends.push_back(ends.back() + event.size());
  for (size_t n = 0; n < bytes.size(); ++n) {
    INFO(n << " of " << bytes.size() << " bytes");
    const std::string path = folder.Write("binlog.000001", bytes.substr(0, n));
    const Decoded cut = Decode(path, Start(StartPoint::Kind::kEarliest));
    const bool whole = std::find(ends.begin(), ends.end(), n) != ends.end();
    CHECK(cut.status.code() == (whole ? Code::kEnd : Code::kTruncated));
    CHECK_THAT(cut.status.message(), ContainsSubstring("binlog.000001"));
  }
}

TEST_CASE("lengths that can not be right", "[binlog_file]") {
  TempFolder folder;
  for (const uint32_t length : {0u, 18u, 0x7fffffffu, 0xffffffffu}) {
    std::string bytes = MakeLog(1, 1);
    const size_t second = 4 + SplitEvents(bytes)[0].size();
    bytes.replace(second + 9, 4, Le(length, 4));
    const Decoded bad =
        Decode(folder.Write("binlog.000001", bytes), Start(StartPoint::Kind::kEarliest));
    CHECK(bad.status.code() == Code::kCorrupted);
    CHECK_THAT(bad.status.message(), ContainsSubstring(std::to_string(second)));
  }
}

TEST_CASE("a stopped source is closed", "[binlog_file]") {
  TempFolder folder;
  BinlogFileSource file(folder.Write("binlog.000001", MakeLog(1, 1)), nullptr, 1 << 20);
  REQUIRE(file.Connect().ok());
  model::Cursor cursor = *file.Resolve(Start(StartPoint::Kind::kEarliest));
  REQUIRE(file.Open(cursor).ok());
  model::Frame frame;
  REQUIRE(file.Next(&frame).ok());
  CHECK(file.Ready());
  file.Stop();
  CHECK(file.Next(&frame).code() == Code::kClosed);
  CHECK(file.Connect().code() == Code::kClosed);
  CHECK(file.Open(cursor).code() == Code::kClosed);
  CHECK(file.Resolve(Start(StartPoint::Kind::kEarliest)).code() == Code::kClosed);
}

TEST_CASE("what was appended after the end is found when asked again", "[binlog_file]") {
  TempFolder folder;
  const std::string bytes = MakeLog(1, 2);
  const size_t half = 4 + SplitEvents(bytes)[0].size();
  const std::string path = folder.Write("binlog.000001", bytes.substr(0, half));
  BinlogFileSource file(path, nullptr, 1 << 20);
  REQUIRE(file.Connect().ok());
  REQUIRE(file.Open(*file.Resolve(Start(StartPoint::Kind::kEarliest))).ok());
  model::Frame frame;
  REQUIRE(file.Next(&frame).ok());
  REQUIRE(file.Next(&frame).ok());
  CHECK(file.Next(&frame).code() == Code::kEnd);
  folder.Write("binlog.000001", bytes);
  REQUIRE(file.Next(&frame).ok());
  CHECK(frame.offset == half);
}

}  // namespace
}  // namespace towpath::test
