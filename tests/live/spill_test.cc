// Spilling on real servers: what was read while the consumer slept outlives its purge there.
#include <chrono>
#include <string>
#include <thread>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"
#include "tests/live/stream_support.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

constexpr int kRows = 300;
constexpr size_t kRowBytes = 100'000;

std::string CurrentFile(const LiveServer& server) {
  return server.SqlValue(server.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS", "File");
}

// Rows 1 to kRows, 30 MB, over three files, of which the server keeps none: it drops no file that a
// dump reads, so the stream has read them all by then.
void WriteAndPurge(const LiveServer& server, const Sandbox& sandbox) {
  for (int id = 1; id <= kRows; ++id) {
    sandbox.Sql(fmt::format("INSERT INTO t VALUES ({}, REPEAT(CHAR(97 + {} % 26), {}))", id, id,
                            kRowBytes));
    if (id % (kRows / 3) == 0) server.Sql("FLUSH BINARY LOGS");
  }
  PurgeTo(server, CurrentFile(server));
}

struct Sleeping {
  const LiveServer server{GENERATE(from_range(Kinds()))};
  const bool tls = GENERATE(false, true);
  const Sandbox sandbox{server, "spilling"};
  const test::TempFolder folder;
  Options options = StreamOptions(server, folder, "spilling\\.t");

  Sleeping() {
    if (tls) Set(options, "source.tls.mode", "required");
    Set(options, "buffer.bytes", "1MiB");
    Set(options, "buffer.spill_bytes", "1GiB");
    sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v LONGTEXT CHARACTER SET ascii)");
  }
};

TEST_CASE("spill: what was purged while the consumer slept arrives, in order", "[spill]") {
  Sleeping s;
  const auto stream = Open(s.options);
  WriteAndPurge(s.server, s.sandbox);
  const StreamStatus asleep = stream->GetStatus();
  CHECK(asleep.spilled_bytes > kRows * kRowBytes * 2 / 3);
  CHECK(asleep.buffered_bytes < 4 << 20);
  CHECK(asleep.waiting_for_room);
  int id = 0;
  while (id < kRows) {
    const Batch batch = Get(*stream, 7);
    for (const Entry entry : batch) {
      RowReader rows;
      for (rows.Start(entry); rows.Next();) {
        ++id;
        REQUIRE(Text(entry, rows.after(), 0) == std::to_string(id));
        REQUIRE(Text(entry, rows.after(), 1) ==
                std::string(kRowBytes, static_cast<char>(97 + id % 26)));
      }
      REQUIRE(rows.status().ok());
    }
    REQUIRE(stream->Ack(batch.mark()).ok());
  }
  CHECK(stream->GetStatus().reconnects == 0);
  while (stream->GetStatus().spilled_bytes > 0) std::this_thread::yield();
  // What happens now does not go through files, and the stream can be opened again behind it.
  s.sandbox.Sql("INSERT INTO t VALUES (0, 'last')");
  bool came = false;
  while (!came) {
    const Batch batch = Get(*stream);
    for (const Entry entry : batch) came = came || entry.is_rows();
    REQUIRE(stream->Ack(batch.mark()).ok());
  }
  CHECK(stream->GetStatus().spilled_bytes == 0);
  REQUIRE(stream->Close().ok());
  CHECK(Open(s.options)->GetStatus().state == StreamState::kRunning);
}

TEST_CASE("spill: what was spilled ends with the stream, and the server is asked again",
          "[spill]") {
  Sleeping s;
  {
    const auto stream = Open(s.options);
    WriteAndPurge(s.server, s.sandbox);
    REQUIRE(stream->Close().ok());
  }
  CHECK(Stream::Open(s.options).code() == Code::kPositionLost);
}

}  // namespace
}  // namespace towpath::live
