// The status of a stream of a real server, beside what the server says of itself.
#include <condition_variable>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/text.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kPatience = seconds(60);

// A stream of a database of the test's own, and the statuses it tells.
class Watched {
 public:
  const LiveServer server;
  std::unique_ptr<Stream> stream;

  explicit Watched(Kind kind) : server(kind) {
    server.Sql("DROP DATABASE IF EXISTS watched");
    server.Sql("CREATE DATABASE watched");
    server.Sql("CREATE TABLE watched.t (id INT PRIMARY KEY, v VARCHAR(200))");
    options_ = server.StreamOptions();
    Set("store.url", "sqlite:" + folder_.File("towpath.db"));
    Set("filter.tables", "watched\\..*");
    Set("source.retry.initial_ms", "20");
    Set("stats.interval_ms", "10");
    Set("stats.probe_ms", "50");
    options_.SetStatistics([this](const StreamStatus& status) {
      const std::lock_guard lock(mutex_);
      last_ = status;
      changed_.notify_all();
    });
  }
  ~Watched() {
    stream.reset();
    server.CleanUp("DROP DATABASE watched");
  }

  void Set(const std::string& key, const std::string& value) {
    REQUIRE(options_.Set(key, value).ok());
  }
  void Open() {
    auto opened = Stream::Open(options_);
    INFO(opened.status().ToString());
    REQUIRE(opened.ok());
    stream = *std::move(opened);
  }
  // The first status from now on of which that is true.
  StreamStatus Await(const std::function<bool(const StreamStatus&)>& wanted) {
    std::unique_lock lock(mutex_);
    last_.reset();
    const bool came = changed_.wait_for(lock, kPatience, [&] { return last_ && wanted(*last_); });
    if (last_) {
      std::string json;
      AppendJson(*last_, &json);
      UNSCOPED_INFO(json);
    }
    REQUIRE(came);
    return *last_;
  }
  void Insert(int from, int count) const {
    std::string values;
    for (int id = from; id < from + count; ++id) {
      values += (id == from ? "(" : ",(") + std::to_string(id) + ",REPEAT('v',150))";
    }
    server.Sql("INSERT INTO watched.t VALUES " + values);
  }
  void Acknowledge() const {
    for (;;) {
      const StreamStatus status = stream->GetStatus();
      if (status.at_end && status.buffered_entries == 0) return;
      const auto batch = stream->Get(1000, milliseconds(20));
      INFO(batch.status().ToString());
      REQUIRE(batch.ok());
    }
  }

  // What SHOW BINARY LOGS says lies behind a place.
  int64_t BytesBehind(const Position& place) const {
    int64_t bytes = 0;
    bool counts = false;
    for (const std::string_view row : model::Split(logs_ = server.Sql("SHOW BINARY LOGS"), '\n')) {
      const auto columns = model::Split(row, '\t');
      const int64_t size = *model::ParseNumber<int64_t>(columns[1]);
      if (counts) bytes += size;
      if (columns[0] == place.file) {
        counts = true;
        bytes = size - static_cast<int64_t>(place.offset);
      }
    }
    REQUIRE(counts);
    return bytes;
  }

 private:
  test::TempFolder folder_;
  Options options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<StreamStatus> last_;
  mutable std::string logs_;
};

bool Caught(const StreamStatus& s) { return s.at_end && s.lag_bytes == 0 && s.lag_us == 0; }

TEST_CASE("the lag in bytes is what the server's files say, over rotations, and falls to zero",
          "[live][status]") {
  Watched w(GENERATE(from_range(Kinds())));
  w.Open();
  w.Await(Caught);
  w.Insert(1, 200);
  w.server.Sql("FLUSH BINARY LOGS");
  w.Insert(1000, 100);
  w.server.Sql("FLUSH BINARY LOGS");
  w.Insert(2000, 50);
  StreamStatus status =
      w.Await([](const StreamStatus& s) { return s.at_end && s.entries_read >= 9; });
  CHECK(status.read_lag_bytes == 0);
  CHECK(status.read_lag_us == 0);
  CHECK(status.lag_us > 0);
  CHECK(status.lag_us < 600 * int64_t{1'000'000});
  CHECK(status.lag_bytes == w.BytesBehind(status.resume_position));
  CHECK(status.lag_bytes > 350 * 150);
  CHECK(w.BytesBehind(status.end_position) == 0);
  // Half of it.
  const auto batch = w.stream->GetWithoutAck(3, kPatience);
  REQUIRE(batch.ok());
  REQUIRE(w.stream->Ack(batch->mark()).ok());
  status = w.stream->GetStatus();
  CHECK(status.lag_bytes == w.BytesBehind(status.resume_position));
  w.Acknowledge();
  status = w.Await(Caught);
  CHECK(status.outstanding == 0);
  CHECK(w.BytesBehind(status.source_position) == 0);
}

TEST_CASE("an idle server leaves no lag, however long it is idle", "[live][status]") {
  Watched w(GENERATE(from_range(Kinds())));
  w.Open();
  w.Insert(1, 1);
  w.Await([](const StreamStatus& s) { return s.entries_read == 3; });
  w.Acknowledge();
  const StreamStatus before = w.Await(Caught);
  // Heartbeats come, and nothing else.
  const StreamStatus after = w.Await([&](const StreamStatus& s) {
    return s.events_read > before.events_read && s.end_known_us > before.end_known_us;
  });
  CHECK(Caught(after));
  CHECK(after.last_received_us > before.last_received_us);
  CHECK(after.entries_read == before.entries_read);
  CHECK(after.source_position.ToString() == before.source_position.ToString());
}

TEST_CASE("where everything is filtered out the places move on, and nothing lags",
          "[live][status]") {
  Watched w(GENERATE(from_range(Kinds())));
  w.Set("filter.tables", "watched\\.other");
  w.Open();
  const StreamStatus before = w.Await(Caught);
  for (int i = 0; i < 20; ++i) w.Insert(1 + 10 * i, 10);
  w.server.Sql("FLUSH BINARY LOGS");
  w.Insert(5000, 1);
  // MariaDB logs a checkpoint behind the transaction: no place to resume at, and less than a row.
  const StreamStatus status = w.Await([&](const StreamStatus& s) {
    return Caught(s) && s.transactions_read >= before.transactions_read + 21 &&
           s.resume_position.file == s.end_position.file && w.BytesBehind(s.resume_position) < 150;
  });
  CHECK(status.entries_read == 0);
  CHECK(status.ack_position.empty());
  CHECK(status.events_filtered >= 21);
  CHECK(w.BytesBehind(status.source_position) == 0);
}

TEST_CASE("after a lost connection the status goes on, and tells of it", "[live][status]") {
  Watched w(GENERATE(from_range(Kinds())));
  w.Open();
  w.Insert(1, 10);
  w.Await([](const StreamStatus& s) { return s.entries_read == 3; });
  w.Acknowledge();
  w.Await(Caught);
  const std::string processes = w.server.Sql("SHOW PROCESSLIST");
  for (const std::string_view row : model::Split(processes, '\n')) {
    const auto columns = model::Split(row, '\t');
    if (columns.size() > 4 && columns[4].substr(0, 11) == "Binlog Dump") {
      w.server.Sql("KILL " + std::string(columns[0]));
    }
  }
  w.Insert(100, 10);
  const StreamStatus status = w.Await(
      [](const StreamStatus& s) { return s.reconnects > 0 && s.at_end && s.entries_read >= 6; });
  CHECK(status.error.code() == Code::kConnection);
  CHECK(status.error_us > status.opened_us);
  CHECK(status.reconnected_us >= status.error_us);
  CHECK(status.state == StreamState::kRunning);
  CHECK(status.lag_bytes == w.BytesBehind(status.resume_position));
  w.Acknowledge();
  w.Await(Caught);
}

TEST_CASE("the end is known although nobody reads", "[live][status]") {
  Watched w(GENERATE(from_range(Kinds())));
  w.Set("buffer.bytes", "1MiB");
  w.Open();
  for (int i = 0; i < 40; ++i) w.Insert(1 + 1000 * i, 1000);
  const StreamStatus behind = w.Await([](const StreamStatus& s) { return s.waiting_for_room; });
  CHECK(behind.room_waits >= 1);
  w.Insert(100'000, 100);
  w.server.Sql("FLUSH BINARY LOGS");
  w.Insert(200'000, 1);
  const StreamStatus status =
      w.Await([&](const StreamStatus& s) { return w.BytesBehind(s.end_position) == 0; });
  CHECK(status.waiting_for_room);
  CHECK(status.read_lag_bytes == w.BytesBehind(status.source_position));
  CHECK(status.read_lag_bytes > 0);
  CHECK(status.lag_bytes == w.BytesBehind(status.resume_position));
  w.Acknowledge();
  CHECK(w.Await(Caught).room_wait_us > 0);
}

TEST_CASE("the difference of the clocks is known", "[live][status]") {
  Watched w(GENERATE(from_range(Kinds())));
  w.Open();
  // The servers run on this machine.
  const StreamStatus status = w.Await(Caught);
  CHECK(std::abs(status.clock_offset_us) < 10 * int64_t{1'000'000});
}

}  // namespace
}  // namespace towpath::live
