// Close from every state that a stream can be in, while what keeps it there goes on. The times are
// printed, and not judged: a machine may be slow.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <future>
#include <string>
#include <thread>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/faulty_link.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using End = test::FaultingProxy::End;

constexpr seconds kPatience(60);

// Each test brings the stream into a state; then Close must return although the fault goes on.
void CloseIn(const std::string& state, FaultyLink& link) {
  const auto begun = std::chrono::steady_clock::now();
  CHECK(link.stream->Close().ok());
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begun;
  std::printf("close: %-52s %7.1f ms\n", state.c_str(), time.count());
  std::fflush(stdout);
}

struct Closing {
  const LiveServer server{GENERATE(from_range(Kinds()))};
  const bool tls = GENERATE(false, true);
  const Sandbox sandbox{server, "closing"};
  FaultyLink link{server, tls, "closing\\..*"};

  Closing() { sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, v LONGTEXT)"); }
  std::string In(const std::string& state) const {
    return fmt::format("{}{}: {}", KindName(server.kind()), tls ? ", TLS" : "", state);
  }
  void Insert(int kilobytes) const {
    sandbox.Sql(fmt::format("INSERT INTO t (v) VALUES (REPEAT('x', {} * 1024))", kilobytes));
  }
};

TEST_CASE("close: idle, with a get that waits", "[close]") {
  Closing c;
  c.link.Open();
  CloseIn(c.In("idle, a get waits"), c.link);
}

TEST_CASE("close: the reader waits for room", "[close]") {
  Closing c;
  c.link.Set("buffer.bytes", "1MiB");
  c.link.Open(/*consumes=*/false);
  for (int i = 0; i < 20; ++i) c.Insert(100);
  c.link.AwaitStatus([](const StreamStatus& s) { return s.waiting_for_room; });
  CloseIn(c.In("the reader waits for room"), c.link);
}

TEST_CASE("close: the consumer sleeps, and events are spilled", "[close]") {
  Closing c;
  c.link.Set("buffer.bytes", "1MiB");
  c.link.Set("buffer.spill_bytes", "2MiB");
  c.link.Open(/*consumes=*/false);
  const int rows = GENERATE(20, 60);  // some room is left in the files, or none
  for (int i = 0; i < rows; ++i) c.Insert(100);
  c.link.AwaitStatus(
      [rows](const StreamStatus& s) { return s.spilled_bytes > (rows == 20 ? 1 : 1 << 20); });
  CloseIn(c.In("events are spilled"), c.link);
}

TEST_CASE("close: the link stands still", "[close]") {
  Closing c;
  c.link.Set("source.heartbeat_ms", "3600000");
  c.link.Open();
  c.link.proxy.Stall();
  c.Insert(1);
  CloseIn(c.In("a dump on a link that stands still"), c.link);
}

TEST_CASE("close: half of a large event has come", "[close]") {
  Closing c;
  c.link.Set("source.heartbeat_ms", "3600000");
  c.link.Open();
  c.link.proxy.StallAfter(3 << 20);
  c.link.proxy.Cut(End::kReset);
  c.Insert(6 << 10);
  REQUIRE(c.link.proxy.AwaitStalled(1, kPatience));
  CloseIn(c.In("half of an event of 6 MiB has come"), c.link);
}

TEST_CASE("close: waiting before a retry", "[close]") {
  Closing c;
  c.link.Set("source.retry.initial_ms", "3600000");
  c.link.Set("source.retry.max_ms", "3600000");
  c.link.Open();
  c.link.proxy.Refuse();
  c.link.proxy.Cut(End::kReset);
  c.link.AwaitLog("reconnection 1 in");
  CloseIn(c.In("waiting an hour before a retry"), c.link);
}

TEST_CASE("close: connecting to a server that falls silent", "[close]") {
  Closing c;
  // Nothing at all; the greeting; in the TLS handshake or the login; in preflight; the dump.
  const uint64_t byte = GENERATE(0, 60, 200, 900, 1500, 2500, 3300);
  c.link.Set("source.connect_timeout_ms", "3600000");
  c.link.Set("source.heartbeat_ms", "3600000");
  c.link.Open();
  c.link.proxy.StallAfter(byte);
  c.link.proxy.Cut(End::kReset);
  c.Insert(10);
  REQUIRE(c.link.proxy.AwaitStalled(1, kPatience));
  CloseIn(c.In(fmt::format("connecting, silence behind byte {}", byte)), c.link);
}

TEST_CASE("close: the server's end is being asked for", "[close]") {
  Closing c;
  c.link.Set("source.connect_timeout_ms", "3600000");
  c.link.Set("stats.probe_ms", "1000");
  c.link.options.SetStatistics([](const StreamStatus&) {});
  c.link.Set("buffer.bytes", "1MiB");
  c.link.Open(/*consumes=*/false);
  // Over a connection of its own, opened for the first question. The stream is behind the end, or
  // nothing would be asked.
  c.link.proxy.StallAfter(0);
  for (int i = 0; i < 20; ++i) c.Insert(100);
  REQUIRE(c.link.proxy.AwaitStalled(1, kPatience));
  CloseIn(c.In("the server's end is being asked for"), c.link);
}

TEST_CASE("close: an ack waits for the store", "[close]") {
  Closing c;
  c.link.Open(/*consumes=*/false);
  c.Insert(1);
  const auto batch = c.link.stream->GetWithoutAck(100, kPatience);
  REQUIRE(batch.ok());
  // Another program writes to the store's file, and takes its time.
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(c.link.store_path().c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  auto ack = std::async(std::launch::async, [&] { return c.link.stream->Ack(batch->mark()); });
  auto closed = std::async(std::launch::async, [&] { return c.link.stream->Close(); });
  c.link.AwaitStatus([](const StreamStatus& s) { return s.state == StreamState::kClosed; });
  const auto begun = std::chrono::steady_clock::now();
  REQUIRE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(other);
  CHECK(closed.get().ok());
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begun;
  // Told as it was: written, or refused since it came behind Close.
  const Status acked = ack.get();
  CHECK((acked.ok() || acked.code() == Code::kClosed));
  std::printf("close: %-52s %7.1f ms behind it\n", c.In("an ack waits for a locked store").c_str(),
              time.count());
  std::fflush(stdout);
}

}  // namespace
}  // namespace towpath::live
