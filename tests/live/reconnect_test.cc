// What a stream makes of a link that fails, on real servers through a proxy.
//
// TOWPATH_EVERY_BYTE=1 cuts at every byte, which takes minutes; without it at each of some dozens,
// from a random first one on.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

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
using Clock = std::chrono::steady_clock;

constexpr seconds kPatience(60);

double Milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

// The place at which the server's binlog ends.
std::string BinlogEnd(const LiveServer& server) {
  const char* statement = server.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS";
  return server.SqlValue(statement, "File") + ":" + server.SqlValue(statement, "Position");
}

// A database `cuts` and pieces of work on it, each of them less than a few KiB of binlog: what a
// connection reads again when it is cut inside of one.
class Work {
 public:
  explicit Work(const LiveServer& server) : server_(server), sandbox_(server, "cuts") {
    sandbox_.Sql("CREATE TABLE a (id INT PRIMARY KEY, v VARCHAR(300))");
    sandbox_.Sql("CREATE TABLE b (id INT PRIMARY KEY, n DECIMAL(20,5), t TEXT)");
  }

  static constexpr int kPieces = 3;
  void Do(int piece) const {
    switch (piece) {
      case 0:
        for (const char* sql :
             {"BEGIN", "INSERT INTO a VALUES (1, REPEAT('x', 300)), (2, 'two'), (3, NULL)",
              "INSERT INTO b VALUES (1, 12345.67890, REPEAT('y', 500))",
              "UPDATE a SET v = REPEAT('z', 200) WHERE id < 3", "UPDATE b SET n = -n",
              "DELETE FROM a WHERE id = 2", "COMMIT"}) {
          sandbox_.Sql(sql);
        }
        break;
      case 1:
        sandbox_.Sql("ALTER TABLE a ADD COLUMN c BIGINT UNSIGNED DEFAULT 18446744073709551615");
        break;
      default:
        sandbox_.Sql("FLUSH BINARY LOGS");
        sandbox_.Sql("INSERT INTO a VALUES (4, 'behind the rotation', 4)");
        break;
    }
  }

 private:
  const LiveServer& server_;
  Sandbox sandbox_;
};

TEST_CASE("reconnect: a link that is cut at any byte loses and repeats nothing", "[faults]") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const bool tls = GENERATE(false, true);
  const bool every_byte = std::getenv("TOWPATH_EVERY_BYTE") != nullptr;
  std::random_device random;
  const End end = every_byte ? GENERATE(End::kReset, End::kOrderly)
                             : (random() % 2 == 0 ? End::kReset : End::kOrderly);
  const uint64_t step = every_byte ? 1 : 149;
  const uint64_t offset = every_byte ? 1 : 1 + random() % step;
  const std::string label =
      fmt::format("{}{}, {}, from byte {} in steps of {}", server.Label(), tls ? " with TLS" : "",
                  end == End::kReset ? "resets" : "orderly ends", offset, step);
  INFO(label);

  const Work work(server);
  const std::string start = BinlogEnd(server);
  FaultyLink link(server, tls, "cuts\\..*");
  link.Open();
  const auto begun = Clock::now();
  uint64_t cuts = 0;
  uint64_t dump_begins = 0;  // about the byte at which it does
  for (int piece = 0; piece < Work::kPieces; ++piece) {
    // From the second piece on the bytes before the dump have all been met. A dump begins with the
    // file's name, its description and, on MariaDB, its list of GTIDs.
    constexpr uint64_t kBeforeFirstEntry = 700;
    const uint64_t first =
        offset + (dump_begins > kBeforeFirstEntry ? dump_begins - kBeforeFirstEntry : 0);
    const uint64_t connections = link.proxy.connections();
    link.proxy.CutFurtherEachTime(first, step, end);
    link.proxy.Cut(end);
    // It can not be read before the link is as bad as it is to be.
    REQUIRE(link.proxy.AwaitConnections(connections + 1, kPatience));
    const size_t before = link.entries().size();
    work.Do(piece);
    const auto expected = FaultyLink::Uncut(server, start, "cuts\\..*");
    REQUIRE(expected.size() > before);
    if (dump_begins == 0) {
      const Status failed = link.AwaitEntries(before + 1);
      INFO("at byte " << link.proxy.next_cut() << ": " << failed.ToString());
      REQUIRE(failed.ok());
      dump_begins = link.proxy.next_cut();
    }
    const Status failed = link.AwaitEntries(expected.size());
    INFO("at byte " << link.proxy.next_cut() << ": " << failed.ToString());
    REQUIRE(failed.ok());
    REQUIRE(link.entries() == expected);
    cuts += (link.proxy.next_cut() - first) / step;
  }
  link.proxy.Pass();
  CHECK(link.stream->GetStatus().reconnects > 0);
  link.Close();
  // Nothing came behind.
  CHECK(link.entries() == FaultyLink::Uncut(server, start, "cuts\\..*"));
  std::printf("%s: %llu cuts in %.1f s\n", label.c_str(), static_cast<unsigned long long>(cuts),
              Milliseconds(Clock::now() - begun) / 1000);
  std::fflush(stdout);
}

TEST_CASE("reconnect: a server that ends inside its greeting is not waited for", "[faults]") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const uint64_t byte = GENERATE(1, 4, 15, 40);
  FaultyLink link(server, GENERATE(false, true), "cuts\\..*");
  link.Set("source.connect_timeout_ms", "3600000");
  link.Open();
  const End end = GENERATE(End::kReset, End::kOrderly);
  link.proxy.CutAfter(byte, end);
  link.proxy.Cut(end);
  CHECK(link.proxy.AwaitConnections(4, kPatience));
}

TEST_CASE("reconnect: an opening that is cut or falls silent at any byte is a lost connection",
          "[faults]") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const bool tls = GENERATE(false, true);
  FaultyLink link(server, tls, "cuts\\..*");
  link.Set("source.connect_timeout_ms", "100");
  // Until an opening needs no more.
  std::random_device random;
  for (uint64_t byte = random() % 40;; byte += 41) {
    const bool stalls = random() % 16 == 0;  // each is waited for
    INFO("at byte " << byte << (stalls ? " it falls silent" : " it is cut"));
    if (stalls) {
      link.proxy.StallAfter(byte);
    } else {
      link.proxy.CutAfter(byte, random() % 2 == 0 ? End::kReset : End::kOrderly);
    }
    const auto opened = Stream::Open(link.options);
    INFO(opened.status().ToString());
    if (opened.ok()) {
      CHECK(byte > 300);
      break;
    }
    CHECK(opened.code() == Code::kConnection);
    if (stalls) link.proxy.Cut(End::kReset);
  }
}

TEST_CASE("reconnect: a half-open link is noticed by two heartbeats that did not come",
          "[faults]") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const bool tls = GENERATE(false, true);
  const bool at_once = GENERATE(false, true);  // before the first heartbeat
  const Work work(server);
  const std::string start = BinlogEnd(server);
  FaultyLink link(server, tls, "cuts\\..*");
  link.Set("source.heartbeat_ms", "300");
  link.Open();
  constexpr uint64_t kFirstEvents = 4;  // what the file is, and what came before it
  link.AwaitStatus([&](const StreamStatus& s) { return at_once || s.events_read > kFirstEvents; });

  const auto stalled = Clock::now();
  link.proxy.Stall();
  work.Do(0);
  const std::string why = link.AwaitLog("reconnection 1 in");
  const auto noticed = Clock::now();
  CHECK_THAT(why, ContainsSubstring("not even a heartbeat for 600 ms"));
  link.AwaitStatus([&](const StreamStatus& s) {
    return s.state == StreamState::kConnecting && s.error.code() == Code::kConnection;
  });
  CHECK(link.entries().empty());
  link.proxy.Pass();
  const auto expected = FaultyLink::Uncut(server, start, "cuts\\..*");
  REQUIRE(link.AwaitEntries(expected.size()).ok());
  CHECK(link.entries() == expected);
  std::printf("%s%s: noticed %.0f ms behind the stall, with heartbeats of 300 ms\n",
              server.Label().c_str(), tls ? " with TLS" : "", Milliseconds(noticed - stalled));
  std::fflush(stdout);
}

TEST_CASE("reconnect: slow and lossy links lose and repeat nothing", "[faults]") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const std::string how = GENERATE("throttled", "delayed", "lossy");
  const Work work(server);
  const std::string start = BinlogEnd(server);
  FaultyLink link(server, GENERATE(false, true), "cuts\\..*");
  link.Open();
  if (how == "throttled") link.proxy.Throttle(8000);
  if (how == "delayed") link.proxy.Delay(milliseconds(30));
  if (how == "lossy") link.proxy.Lose();
  work.Do(0);
  link.proxy.Cut(End::kReset);
  work.Do(1);
  work.Do(2);
  const auto expected = FaultyLink::Uncut(server, start, "cuts\\..*");
  REQUIRE(link.AwaitEntries(expected.size()).ok());
  CHECK(link.entries() == expected);
}

TEST_CASE("reconnect: giving up tells the whole story", "[faults]") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Work work(server);
  FaultyLink link(server, false, "cuts\\..*");
  link.Set("source.retry.max_attempts", "4");
  link.Open(/*consumes=*/false);
  work.Do(0);
  link.AwaitStatus([](const StreamStatus& s) { return s.buffered_entries > 0; });
  link.proxy.Refuse();
  link.proxy.Cut(End::kReset);
  link.AwaitStatus([](const StreamStatus& s) { return s.state == StreamState::kFailed; });
  // What was read is delivered first, and can be acknowledged.
  Status end;
  for (size_t entries = 0;;) {
    const auto batch = link.stream->GetWithoutAck(100, milliseconds(-1));
    end = batch.status();
    if (!end.ok()) {
      CHECK(entries > 0);
      break;
    }
    entries += batch->size();
    CHECK(link.stream->Ack(batch->mark()).ok());
  }
  CHECK(end.code() == Code::kConnection);
  // How often and how long, what sets it, how it began and how it ended, and with whom.
  CHECK_THAT(end.message(), ContainsSubstring("gave up after 4 reconnections in "));
  CHECK_THAT(end.message(), ContainsSubstring("source.retry.max_attempts"));
  CHECK_THAT(end.message(), ContainsSubstring("lost by: connection to 127.0.0.1:"));
  CHECK_THAT(end.message(), ContainsSubstring("last: can not connect to 127.0.0.1:"));
  CHECK_THAT(end.message(), ContainsSubstring(fmt::format("127.0.0.1:{}", link.proxy.port())));
  // Opened again it goes on.
  link.Close();
  link.proxy.Pass();
  const auto seen = link.entries();
  link.Open();
  work.Do(1);
  CHECK(link.AwaitEntries(1).ok());
}

TEST_CASE("idle: a stream without changes wakes for heartbeats alone", "[faults]") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Options options = server.StreamOptions();
  const char* seconds_text = std::getenv("TOWPATH_IDLE_SECONDS");
  const bool measures = seconds_text != nullptr;
  const std::string heartbeat = measures ? "5000" : "100";
  for (const auto& [key, value] : {std::pair("store.url", std::string("memory:")),
                                   std::pair("source.heartbeat_ms", heartbeat)}) {
    REQUIRE(options.Set(key, value).ok());
  }
  auto stream = Stream::Open(options);
  REQUIRE(stream.ok());
  std::thread consumer([&] {
    while ((*stream)->GetWithoutAck(1, milliseconds(-1)).ok()) {
    }
  });
  const uint64_t beats = measures ? std::strtoull(seconds_text, nullptr, 10) / 5 : 20;
  const auto await_events = [&](uint64_t count) {
    while ((*stream)->GetStatus().events_read < count) {
      std::this_thread::sleep_for(milliseconds(measures ? 2500 : 50));
    }
  };
  await_events((*stream)->GetStatus().events_read + 1);
  const uint64_t from = (*stream)->GetStatus().events_read;
  rusage before{};
  rusage after{};
  getrusage(RUSAGE_SELF, &before);
  const auto begun = Clock::now();
  await_events(from + beats);
  getrusage(RUSAGE_SELF, &after);
  const auto time = Clock::now() - begun;
  const auto cpu_ms = [](const rusage& r) {
    return 1e3 * static_cast<double>(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           1e-3 * static_cast<double>(r.ru_utime.tv_usec + r.ru_stime.tv_usec);
  };
  const long wakes = after.ru_nvcsw - before.ru_nvcsw;
  const uint64_t heartbeats = (*stream)->GetStatus().events_read - from;
  std::printf("%s: idle for %.1f s with %llu heartbeats: %ld wakes, %.1f ms of CPU\n",
              server.Label().c_str(), Milliseconds(time) / 1000,
              static_cast<unsigned long long>(heartbeats), wakes, cpu_ms(after) - cpu_ms(before));
  std::fflush(stdout);
  // Of the reader one or two a heartbeat, and those of this thread.
  CHECK(wakes < 20 * static_cast<long>(heartbeats) + 100);
  CHECK((*stream)->Close().ok());
  consumer.join();
}

}  // namespace
}  // namespace towpath::live
