// S10 for damaged files, from the file to the ack: the stream ends with an error that names place
// and cause, what came before it is delivered and can be acknowledged, and an opening later goes on
// behind it.
#include <zstd.h>

#include <chrono>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;

const std::vector<MapColumn> kColumns = {{3, "", false}};
std::string Row(uint32_t id) { return Le(0, 1) + Le(id, 4); }

// Transactions of one row each, from number `first` on.
void Add(BinlogBuilder* log, uint32_t first, uint32_t count) {
  for (uint32_t i = first; i < first + count; ++i) {
    log->Gtid(1, i).Query("shop", "BEGIN");
    log->TableMap(77, "shop", "t", kColumns, BinlogBuilder::Names(1));
    log->Rows(30, 77, 1, Row(i)).Xid();
  }
}

struct Read {
  std::string ids;  // of all rows, "1 2 3 "
  Status end;
};

// Reads the files to the end of the stream, acknowledges every batch only then, and opens the
// stream again: nothing may come twice, and the end is the same.
Read ReadAll(const TempFolder& folder) {
  Options options;
  REQUIRE(options.Set("source.url", "file://" + folder.File("binlog.000001")).ok());
  REQUIRE(options.Set("source.start", "earliest").ok());
  REQUIRE(options.Set("stream.name", "damaged").ok());
  REQUIRE(options.Set("store.url", "sqlite:" + folder.File("towpath.db")).ok());
  Read read;
  std::vector<int64_t> marks;
  RowReader rows;
  const auto drain = [&](Stream& stream, std::string* ids) {
    for (;;) {
      auto batch = stream.GetWithoutAck(2, milliseconds(-1));
      if (!batch.ok()) return batch.status();
      marks.push_back(batch->mark());
      for (const Entry entry : *batch)
        for (rows.Start(entry); rows.Next();) *ids += std::to_string(rows.after()[0].i64) + ' ';
    }
  };
  {
    auto stream = Stream::Open(options);
    INFO(stream.status().ToString());
    REQUIRE(stream.ok());
    read.end = drain(**stream, &read.ids);
    // Rolled back, it all comes again, and then the same end.
    std::string again;
    REQUIRE((*stream)->Rollback().ok());
    marks.clear();
    CHECK(drain(**stream, &again).message() == read.end.message());
    CHECK(again == read.ids);
    for (const int64_t mark : marks) CHECK((*stream)->Ack(mark).ok());
  }
  auto stream = Stream::Open(options);
  REQUIRE(stream.ok());
  std::string more;
  const Status end = drain(**stream, &more);
  CHECK(more.empty());
  CHECK(end.code() == read.end.code());
  CHECK(end.message() == read.end.message());
  return read;
}

std::string At(const BinlogBuilder& log, size_t event) {
  return std::to_string(log.offsets()[event]);
}

TEST_CASE("S10: a file cut at any byte", "[stream][damage]") {
  BinlogBuilder log;
  log.Format();
  Add(&log, 1, 2);
  // The second transaction's events, its end included, and the first's last byte.
  for (uint64_t size = log.offsets()[6] - 1; size < log.size(); ++size) {
    TempFolder folder;
    folder.Write("binlog.000001", log.bytes().substr(0, size));
    const Read read = ReadAll(folder);
    INFO(size << " bytes: " << read.end.ToString());
    const bool first_whole = size >= log.offsets()[6];
    const bool second_row = size >= log.offsets()[10];
    CHECK(read.ids == std::string(first_whole || size >= log.offsets()[5] ? "1 " : "") +
                          (second_row ? "2 " : ""));
    size_t event = 0;
    while (event + 1 < log.offsets().size() && log.offsets()[event + 1] <= size) ++event;
    if (size == log.offsets()[event]) {
      CHECK(read.end.code() == Code::kEnd);  // between two events
    } else {
      CHECK(read.end.code() == Code::kTruncated);
      CHECK_THAT(read.end.message(),
                 ContainsSubstring("binlog.000001") && ContainsSubstring("at " + At(log, event)));
    }
  }
}

TEST_CASE("S10: damaged events", "[stream][damage]") {
  BinlogBuilder log;
  log.Format();
  Add(&log, 1, 2);
  TempFolder folder;
  std::string bytes = log.bytes();
  Code code = Code::kCorrupted;
  size_t event = 9;  // the rows of the second transaction
  std::string cause;
  SECTION("a flipped bit") {
    const size_t at = GENERATE(0, 4, 19, 25, 30);
    bytes[log.offsets()[event] + at] ^= 0x10;
    cause = "its checksum does not match";
    if (at == 4) cause = "event";  // its type is another one, and so is its name
  }
  SECTION("a length that lies: nothing") {
    bytes.replace(log.offsets()[event] + 9, 4, Le(3, 4));
    cause = "names a length of 3 bytes";
  }
  SECTION("a length that lies: beyond any event") {
    bytes.replace(log.offsets()[event] + 9, 4, Le(0xfffffff0, 4));
    cause = "names a length of 4294967280 bytes";
  }
  SECTION("a length that lies: beyond the file") {
    bytes.replace(log.offsets()[event] + 9, 4, Le(1 << 30, 4));
    code = Code::kTruncated;
    cause = "of its 1073741824 bytes";
  }
  SECTION("a table id without its table map") {
    BinlogBuilder other;
    other.Format();
    Add(&other, 1, 1);
    other.Gtid(1, 2).Query("shop", "BEGIN").Xid().Gtid(1, 3).Query("shop", "BEGIN");
    event = other.offsets().size();
    other.Rows(30, 78, 1, Row(2)).Xid();
    bytes = other.bytes();
    log = other;
    cause = "no TABLE_MAP says what table 78 is";
  }
  folder.Write("binlog.000001", bytes);
  const Read read = ReadAll(folder);
  INFO(read.end.ToString());
  CHECK(read.ids == "1 ");
  CHECK(read.end.code() == code);
  CHECK_THAT(read.end.message(), ContainsSubstring("binlog.000001") &&
                                     ContainsSubstring(At(log, event)) && ContainsSubstring(cause));
}

TEST_CASE("S10: a payload with more in it than it says", "[stream][damage]") {
  BinlogBuilder log;
  log.Format();
  Add(&log, 1, 1);
  std::string content = log.Frame(2, BinlogBuilder::QueryBody("shop", "BEGIN"), 0, 0, false);
  content +=
      log.Frame(19, BinlogBuilder::TableMapBody(77, "shop", "t", kColumns, BinlogBuilder::Names(1)),
                0, 0, false);
  for (uint32_t i = 0; i < 100000; ++i)
    content += log.Frame(30, BinlogBuilder::RowsBody(30, 77, 1, Row(i)), 0, 0, false);
  std::string zstd(ZSTD_compressBound(content.size()), '\0');
  zstd.resize(ZSTD_compress(zstd.data(), zstd.size(), content.data(), content.size(), 3));
  const size_t event = log.offsets().size() + 1;
  log.Gtid(1, 2).Event(40, Le(2, 1) + Text1(Lenenc(0)) + Le(3, 1) + Text1(Lenenc(1000)) + Le(1, 1) +
                               Text1(Lenenc(zstd.size())) + Le(0, 1) + zstd);
  TempFolder folder;
  folder.Write("binlog.000001", log.bytes());
  const Read read = ReadAll(folder);
  INFO(read.end.ToString());
  CHECK(read.ids == "1 ");
  CHECK(read.end.code() == Code::kCorrupted);
  CHECK_THAT(read.end.message(),
             ContainsSubstring("binlog.000001:" + At(log, event)) && ContainsSubstring("1000"));
}

TEST_CASE("S10: files out of sequence", "[stream][damage]") {
  const auto file = [](uint32_t number, const std::string& next) {
    BinlogBuilder log;
    log.Format();
    Add(&log, number, 1);
    log.Rotate(next);
    return log.bytes();
  };
  TempFolder folder;
  folder.Write("binlog.000001", file(1, "binlog.000002"));
  SECTION("one is missing") {
    folder.Write("binlog.000003", file(3, "binlog.000004"));
    const Read read = ReadAll(folder);
    CHECK(read.ids == "1 ");
    CHECK(read.end.code() == Code::kNotFound);
    CHECK_THAT(read.end.message(), ContainsSubstring("binlog.000002 is missing"));
  }
  SECTION("one has another's name") {
    folder.Write("binlog.000002", file(3, "binlog.000004"));
    folder.Write("binlog.000003", file(2, "binlog.000003"));
    const Read read = ReadAll(folder);
    CHECK(read.ids == "1 3 ");
    CHECK(read.end.code() == Code::kCorrupted);
    CHECK_THAT(read.end.message(), ContainsSubstring("binlog.000002: it ends at ") &&
                                       ContainsSubstring("says that binlog.000004 follows") &&
                                       ContainsSubstring("binlog.000003: files are missing"));
  }
  SECTION("one is no binlog") {
    folder.Write("binlog.000002", "nothing of the kind");
    const Read read = ReadAll(folder);
    CHECK(read.ids == "1 ");
    CHECK(read.end.code() == Code::kCorrupted);
    CHECK_THAT(read.end.message(), ContainsSubstring("binlog.000002: it is no binlog file"));
  }
}

}  // namespace
}  // namespace towpath::test
