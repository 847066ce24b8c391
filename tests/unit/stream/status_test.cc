// The status of a whole stream on a scripted server, and the statistics callback.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "store/memory_store.h"
#include "stream/stream_impl.h"
#include "tests/catch.h"
#include "tests/support/scripted_server.h"
#include "towpath/stream.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kForever{-1};

// A stream that tells its status each millisecond, so that a test can wait for what it is to be.
class Watched {
 public:
  ScriptedServer server;
  model::Settings settings;
  std::unique_ptr<Stream> stream;

  Watched() {
    settings.stream_name = "watched";
    settings.buffer_bytes = 16 << 20;
    settings.filter_events = 0x7e;  // all but heartbeats
    settings.source.start = *model::StartPoint::Parse("earliest");
    settings.source.retry.initial = milliseconds(1);
    settings.source.retry.max = milliseconds(2);
    settings.stats_interval = milliseconds(1);
    settings.statistics = [this](const StreamStatus& status) {
      const std::lock_guard lock(mutex_);
      last_ = status;
      ++told_;
      changed_.notify_all();
    };
    settings.logger = [this](LogLevel level, std::string_view message) {
      const std::lock_guard lock(mutex_);
      log_.emplace_back(level, std::string(message));
      changed_.notify_all();
    };
  }
  ~Watched() { stream.reset(); }

  void Open() {
    stream::Parts parts;
    parts.store = store::NewMemoryStore();
    parts.runtime = std::make_shared<stream::SystemRuntime>();
    parts.open_source = [this](const model::Settings&, std::shared_ptr<model::MemoryBudget> budget)
        -> Result<std::unique_ptr<source::Source>> {
      return std::unique_ptr<source::Source>(
          std::make_unique<ScriptedSource>(&server, std::move(budget)));
    };
    auto opened = stream::OpenStream(settings, std::move(parts));
    INFO(opened.status().ToString());
    REQUIRE(opened.ok());
    stream = *std::move(opened);
  }

  // The first status from now on of which that is true.
  StreamStatus Await(const std::function<bool(const StreamStatus&)>& wanted) {
    std::unique_lock lock(mutex_);
    last_.reset();
    changed_.wait(lock, [&] { return last_ && wanted(*last_); });
    return *last_;
  }
  std::string AwaitError() {
    std::unique_lock lock(mutex_);
    const std::string* found = nullptr;
    changed_.wait(lock, [&] {
      for (const auto& [level, line] : log_) {
        if (level == LogLevel::kError) found = &line;
      }
      return found != nullptr;
    });
    return *found;
  }
  int told() {
    const std::lock_guard lock(mutex_);
    return told_;
  }
  uint64_t ServerEnd() const {
    return server.Read([](const BinlogWriter& log) { return log.files().back().end(); });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<StreamStatus> last_;
  int told_ = 0;
  std::vector<std::pair<LogLevel, std::string>> log_;
};

bool AtEnd(const StreamStatus& status) { return status.at_end; }

void Insert(BinlogWriter& log, int count, const std::string& table = "shop.orders") {
  for (int i = 0; i < count; ++i) log.Insert(table, {{i, "note"}});
}

TEST_CASE("a stream of which everything is filtered out moves on all the same", "[status]") {
  Watched w;
  w.settings.filter_tables = "no\\.such";
  w.server.Write([](BinlogWriter& log) { Insert(log, 20); });
  w.Open();
  StreamStatus status = w.Await(AtEnd);
  CHECK(status.ack_position.empty());
  CHECK(status.entries_read == 0);
  CHECK(status.events_filtered == 20);
  CHECK(status.transactions_read == 20);
  CHECK(status.events_read > 80);
  CHECK(status.source_position.offset == w.ServerEnd());
  CHECK(status.end_position.offset == w.ServerEnd());
  CHECK(status.lag_bytes == 0);
  CHECK(status.lag_us == 0);
  // The place on disk follows with the next heartbeat.
  w.server.SendHeartbeat();
  w.Await([&](const StreamStatus& s) { return s.resume_position.offset == w.ServerEnd(); });
}

TEST_CASE("bytes are counted over rotations to what is acknowledged", "[status]") {
  Watched w;
  w.server.Write([](BinlogWriter& log) {
    Insert(log, 5);
    log.Rotate();
    log.Rotate();
    Insert(log, 5);
  });
  w.Open();
  const auto read_all = [](const StreamStatus& s) { return s.at_end && s.entries_read == 30; };
  StreamStatus status = w.Await(read_all);
  const int64_t all = w.server.Read([](const BinlogWriter& log) {
    int64_t bytes = -4;
    for (const auto& file : log.files()) bytes += static_cast<int64_t>(file.end());
    return bytes;
  });
  CHECK(status.read_lag_bytes == 0);
  CHECK(status.lag_bytes == all);
  CHECK(status.lag_us > 1000 * int64_t{1'000'000});  // the entries are of 2023
  CHECK(status.read_lag_us == 0);
  // What is in the third file only, and grew while the stream was open.
  const auto batch = w.stream->GetWithoutAck(15, kForever);
  REQUIRE(batch.ok());
  REQUIRE(batch->size() == 15);
  REQUIRE(w.stream->Ack(batch->mark()).ok());
  const uint64_t acked = w.stream->GetStatus().resume_position.offset;
  CHECK(w.stream->GetStatus().lag_bytes < all);
  CHECK(w.stream->GetStatus().entries_acked == 15);
  w.server.Write([](BinlogWriter& log) {
    log.Rotate();
    Insert(log, 1);
  });
  status = w.Await([](const StreamStatus& s) { return s.at_end && s.entries_read == 33; });
  int64_t rest = -static_cast<int64_t>(acked);
  rest += w.server.Read([&](const BinlogWriter& log) {
    int64_t bytes = 0;
    for (const auto& file : log.files()) {
      if (file.name >= status.resume_position.file) bytes += static_cast<int64_t>(file.end());
    }
    return bytes;
  });
  CHECK(status.lag_bytes == rest);
  while (w.stream->GetStatus().buffered_entries > 0) REQUIRE(w.stream->Get(100, kForever).ok());
  CHECK(w.stream->GetStatus().lag_bytes == 0);
  CHECK(w.stream->GetStatus().lag_us == 0);
}

TEST_CASE("without an answer of the server the first heartbeat tells the end", "[status]") {
  Watched w;
  w.server.HideEnd();
  w.server.Write([](BinlogWriter& log) { Insert(log, 3); });
  w.Open();
  StreamStatus status = w.Await([](const StreamStatus& s) { return s.entries_read == 9; });
  CHECK(status.lag_bytes == -1);
  CHECK(status.end_position.empty());
  CHECK(status.end_known_us == 0);
  w.server.SendHeartbeat();
  status = w.Await(AtEnd);
  CHECK(status.read_lag_bytes == 0);
  CHECK(status.lag_bytes > 0);
  CHECK(status.end_known_us > 0);
}

TEST_CASE("counts go on over a reconnect, and the status tells of it", "[status]") {
  Watched w;
  w.server.Write([](BinlogWriter& log) { Insert(log, 10); });
  w.server.DropAfter(20);
  w.Open();
  const StreamStatus status =
      w.Await([](const StreamStatus& s) { return s.at_end && s.entries_read == 30; });
  CHECK(status.reconnects > 0);
  CHECK(status.reconnected_us >= status.error_us);
  CHECK(status.error_us >= status.opened_us);
  CHECK(status.error.code() == Code::kConnection);
  CHECK(status.state == StreamState::kRunning);
  // What was read again counts again.
  CHECK(status.events_read > 10 * 5);
  CHECK(status.transactions_read >= 10);
  CHECK(status.bytes_read >= w.ServerEnd() - 4);
}

TEST_CASE("a reader without room says so", "[status]") {
  Watched w;
  w.settings.buffer_bytes = 1 << 20;
  w.server.Write([](BinlogWriter& log) {
    for (int i = 0; i < 400; ++i) log.Insert("shop.orders", {{i, std::string(199, 'x')}});
    for (int i = 0; i < 20'000; ++i) log.Insert("shop.orders", {{i, "x"}});
  });
  w.Open();
  StreamStatus status = w.Await([](const StreamStatus& s) { return s.waiting_for_room; });
  CHECK(status.room_waits == 1);
  CHECK(status.buffered_bytes >= status.buffer_limit);
  CHECK(status.read_lag_bytes > 0);
  CHECK_FALSE(status.at_end);
  while (!w.stream->GetStatus().at_end || w.stream->GetStatus().buffered_entries > 0) {
    REQUIRE(w.stream->Get(5000, milliseconds(1)).ok());
  }
  status = w.stream->GetStatus();
  CHECK_FALSE(status.waiting_for_room);
  CHECK(status.room_wait_us > 0);
  CHECK(status.entries_acked == status.entries_read);
}

TEST_CASE("the server is asked for its end while the stream is behind, not while it is idle",
          "[status]") {
  Watched w;
  w.settings.stats_probe = milliseconds(1);
  w.settings.buffer_bytes = 1 << 20;
  w.server.Write([](BinlogWriter& log) { Insert(log, 20'000); });
  w.Open();
  w.Await([](const StreamStatus& s) { return s.waiting_for_room; });
  w.server.Write([](BinlogWriter& log) { Insert(log, 100); });
  // Nobody reads, and still the new end is known.
  w.Await([&](const StreamStatus& s) { return s.end_position.offset == w.ServerEnd(); });
  while (w.stream->GetStatus().lag_bytes > 0) REQUIRE(w.stream->Get(5000, kForever).ok());
  const int64_t known = w.stream->GetStatus().end_known_us;
  w.server.SendHeartbeat();
  w.Await([&](const StreamStatus& s) { return s.at_end && s.end_known_us > known; });
  const int asked = w.server.asked();
  int more = 0;
  w.Await([&](const StreamStatus&) { return ++more > 20; });
  CHECK(w.server.asked() <= asked + 1);  // one may have been on its way
}

// --- the callback ---

TEST_CASE("nobody is called after close returned", "[status]") {
  Watched w;
  w.Open();
  w.Await([](const StreamStatus&) { return true; });
  REQUIRE(w.stream->Close().ok());
  const int told = w.told();
  REQUIRE(w.stream->Close().ok());
  w.stream.reset();
  CHECK(w.told() == told);
}

TEST_CASE("an interval of 0 calls nobody", "[status]") {
  Watched w;
  w.settings.stats_interval = milliseconds(0);
  w.server.AtEnd(Status(Code::kEnd, "the end"));
  w.Open();
  CHECK(w.stream->GetWithoutAck(1, kForever).code() == Code::kEnd);
  w.stream.reset();
  CHECK(w.told() == 0);
}

TEST_CASE("the callback may call the stream, and close it", "[status]") {
  Watched w;
  w.server.Write([](BinlogWriter& log) { Insert(log, 2); });
  std::mutex mutex;
  std::condition_variable changed;
  int calls = 0;
  size_t got = 0;
  Status closed(Code::kInternal, "not yet");
  w.settings.statistics = [&](const StreamStatus&) {
    {
      const std::lock_guard opened(mutex);  // until `stream` is set
    }
    const auto batch = w.stream->Get(100, kForever);
    const Status status = w.stream->Close();
    const std::lock_guard lock(mutex);
    ++calls;
    got = batch.ok() ? batch->size() : 0;
    closed = status;
    changed.notify_all();
  };
  {
    const std::lock_guard lock(mutex);
    w.Open();
  }
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return calls > 0; });
  }
  CHECK(got > 0);
  CHECK(closed.ok());
  CHECK(w.stream->GetStatus().state == StreamState::kClosed);
  REQUIRE(w.stream->Close().ok());
  CHECK(calls == 1);
}

TEST_CASE("the callback may close the stream while another thread does", "[status]") {
  Watched w;
  std::mutex mutex;
  std::condition_variable changed;
  bool inside = false;
  bool closing = false;
  w.settings.statistics = [&](const StreamStatus&) {
    std::unique_lock lock(mutex);
    inside = true;
    changed.notify_all();
    changed.wait(lock, [&] { return closing; });
    lock.unlock();
    CHECK(w.stream->Close().ok());
  };
  w.Open();
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return inside; });
    closing = true;
  }
  changed.notify_all();
  CHECK(w.stream->Close().ok());
}

TEST_CASE("the callback may destroy the stream", "[status]") {
  Watched w;
  std::mutex mutex;
  std::condition_variable changed;
  bool destroyed = false;
  w.settings.statistics = [&](const StreamStatus&) {
    const std::lock_guard lock(mutex);
    w.stream.reset();
    destroyed = true;
    changed.notify_all();
  };
  std::unique_lock lock(mutex);
  w.Open();
  changed.wait(lock, [&] { return destroyed; });
  CHECK(w.stream == nullptr);
}

TEST_CASE("what the callback throws is logged, and it is called again", "[status]") {
  Watched w;
  const bool standard = GENERATE(true, false);
  std::mutex mutex;
  std::condition_variable changed;
  int calls = 0;
  w.settings.statistics = [&](const StreamStatus&) {
    const std::lock_guard lock(mutex);
    ++calls;
    changed.notify_all();
    if (standard) throw std::runtime_error("no disk for metrics");
    throw 7;
  };
  w.Open();
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return calls > 2; });
  }
  const std::string line = w.AwaitError();
  CHECK_THAT(line, ContainsSubstring("stream watched: the statistics callback threw"));
  if (standard) CHECK_THAT(line, ContainsSubstring("no disk for metrics"));
  w.stream.reset();
}

}  // namespace
}  // namespace towpath::test
