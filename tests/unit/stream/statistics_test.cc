// What each field of a status means, on a clock that stands until it is moved.
#include "stream/statistics.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "stream/rate.h"
#include "tests/catch.h"
#include "tests/support/core_fixture.h"

namespace towpath::test {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using stream::Place;
using stream::Progress;

constexpr int64_t kSecond = 1'000'000;  // microseconds

std::shared_ptr<const model::BinlogFile> File(int number, uint32_t server = 0) {
  return std::make_shared<model::BinlogFile>(fmt::format("binlog.{:06}", number), server);
}

source::SourceEnd End(std::vector<uint64_t> sizes, int first = 1) {
  source::SourceEnd end;
  for (const uint64_t size : sizes) end.files.push_back({File(first++)->name, size});
  return end;
}

// Time passes only when the test says so.
class StandingClock final : public stream::SystemRuntime {
 public:
  std::chrono::nanoseconds Elapsed() const override { return now_; }
  int64_t WallMicroseconds() const override {
    return 1'700'000'000'000'000 +
           std::chrono::duration_cast<std::chrono::microseconds>(now_).count();
  }
  void Pass(std::chrono::nanoseconds time) { now_ += time; }

 private:
  std::chrono::nanoseconds now_{0};
};

struct Counted {
  StandingClock clock;
  Place acked{File(1), 4, 0};
  int64_t oldest_us = 0;
  Progress progress;
  stream::Statistics statistics{clock, Place(File(1), 4, 0)};

  // The reader came to the place, having read as many bytes as that is further.
  void Read(int file, uint64_t offset, bool waiting, bool in_transaction = false) {
    const bool on = progress.file != nullptr && progress.file->number == File(file)->number;
    const uint64_t bytes = on ? offset - progress.offset : offset - 4;
    progress.file = File(file);
    progress.offset = offset;
    progress.waiting = waiting;
    progress.heartbeat = false;
    progress.in_transaction = in_transaction;
    ++progress.counters.events;
    progress.counters.bytes += bytes;
    progress.last_event_s = static_cast<uint32_t>(ServerNow() / kSecond);
    statistics.Read(progress);
    progress.files.clear();
  }
  void Heartbeat() {
    progress.waiting = progress.heartbeat = true;
    ++progress.counters.events;
    statistics.Read(progress);
  }
  int64_t ServerNow() const { return clock.WallMicroseconds(); }

  StreamStatus Status() const {
    StreamStatus status;
    statistics.Fill(acked, oldest_us, &status);
    return status;
  }
};

TEST_CASE("the lag in bytes crosses files", "[statistics]") {
  Counted c;
  CHECK(c.Status().lag_bytes == -1);
  CHECK(c.Status().read_lag_bytes == -1);
  CHECK(c.Status().end_position.empty());
  c.statistics.LearnEnd(End({1000, 500, 300}));
  CHECK(c.Status().end_position.ToString() == "binlog.000003:300:0");
  CHECK(c.Status().read_lag_bytes == 1000 - 4 + 500 + 300);
  c.Read(2, 100, false);
  CHECK(c.Status().read_lag_bytes == 400 + 300);
  CHECK(c.Status().lag_bytes == 1000 - 4 + 500 + 300);
  c.acked = Place(File(2), 100, 0);
  CHECK(c.Status().lag_bytes == 400 + 300);
  c.Read(3, 300, true);
  c.acked = Place(File(3), 300, 0);
  CHECK(c.Status().lag_bytes == 0);
  CHECK(c.Status().read_lag_bytes == 0);
}

TEST_CASE("the lag in bytes is not known where a file's size is not", "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({1000}, 3));
  CHECK(c.Status().lag_bytes == -1);
  c.acked = Place(File(3), 100, 0);
  CHECK(c.Status().lag_bytes == 900);
  c.acked = Place();
  CHECK(c.Status().lag_bytes == -1);
  // Names without a number have no order to fill.
  c.acked = Place(std::make_shared<model::BinlogFile>("copy"), 4, 0);
  CHECK(c.Status().lag_bytes == -1);
}

TEST_CASE("a rotation that is read tells the size of its file", "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({1000}));
  c.Read(1, 1000, true);
  c.progress.files.push_back({File(1), 1500});
  c.progress.files.push_back({File(2), 200});
  c.Read(3, 50, true);
  CHECK(c.Status().end_position.ToString() == "binlog.000003:50:0");
  CHECK(c.Status().lag_bytes == 1500 - 4 + 200 + 50);
  // What lies before the place on disk is not kept, and not needed.
  c.statistics.Saved(Place(File(2), 100, 0));
  c.acked = Place(File(2), 100, 0);
  CHECK(c.Status().lag_bytes == 100 + 50);
  CHECK(c.Status().resume_position.ToString() == "binlog.000002:100:0");
}

TEST_CASE("places of one server tell nothing of another", "[statistics]") {
  Counted c;
  c.statistics.SetState(StreamState::kRunning, Status::Ok());
  c.statistics.LearnEnd(End({1000, 500}));
  c.Read(2, 500, true);
  REQUIRE(c.Status().at_end);
  c.statistics.BeginServer(1);
  CHECK_FALSE(c.Status().at_end);
  CHECK(c.Status().source_position.empty());
  CHECK(c.Status().end_position.empty());
  CHECK(c.Status().read_lag_bytes == -1);
  c.statistics.LearnEnd(End({80, 300}));
  CHECK(c.Status().end_position.ToString() == "binlog.000002:300:0");
  CHECK(c.Status().read_lag_bytes == -1);
  c.acked = Place(File(2), 500, 0);
  c.progress.file = File(1, 1);
  c.progress.offset = 70;
  c.statistics.Read(c.progress);
  CHECK(c.Status().read_lag_bytes == 10 + 300);
  CHECK(c.Status().lag_bytes == -1);
  // What is on disk is the old server's, and says nothing of the sizes of the new one's files.
  c.statistics.Saved(Place(File(2), 500, 0));
  CHECK(c.Status().resume_position.ToString() == "binlog.000002:500:0");
  c.acked = Place(File(1, 1), 70, 0);
  CHECK(c.Status().lag_bytes == 10 + 300);
}

TEST_CASE("an end that was passed is where the reader is", "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({1000}));
  const int64_t learned = c.Status().end_known_us;
  CHECK(learned == c.clock.WallMicroseconds());
  c.clock.Pass(seconds(3));
  c.Read(1, 1200, false);
  CHECK(c.Status().end_position.offset == 1200);
  CHECK(c.Status().read_lag_bytes == 0);
  CHECK(c.Status().end_known_us == learned);
  CHECK_FALSE(c.Status().at_end);
  // An answer that was on its way while the reader went on changes nothing.
  c.statistics.LearnEnd(End({1100}));
  CHECK(c.Status().end_position.offset == 1200);
}

TEST_CASE("at the end there is no lag, however old the last event is", "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({1000}));
  CHECK(c.Status().read_lag_us == -1);  // nothing was read yet
  c.Read(1, 1000, true);
  CHECK(c.Status().at_end);
  c.clock.Pass(seconds(3600));
  CHECK(c.Status().read_lag_us == 0);
  CHECK(c.Status().lag_us == 0);
  CHECK(c.Status().last_event_us == c.ServerNow() - 3600 * kSecond);
  CHECK(c.Status().last_received_us == c.ServerNow() - 3600 * kSecond);
  c.Heartbeat();
  CHECK(c.Status().last_received_us == c.ServerNow());
  CHECK(c.Status().end_known_us == c.ServerNow());
}

TEST_CASE("a heartbeat is the end where the server does not tell", "[statistics]") {
  Counted c;
  c.Read(1, 800, true);
  CHECK_FALSE(c.Status().at_end);
  CHECK(c.Status().read_lag_bytes == -1);
  c.Heartbeat();
  CHECK(c.Status().at_end);
  CHECK(c.Status().end_position.offset == 800);
  CHECK(c.Status().read_lag_bytes == 0);
}

TEST_CASE("heartbeats while the server looks for the place are no end", "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({5000}));
  c.Read(1, 800, true);
  c.Heartbeat();
  CHECK_FALSE(c.Status().at_end);
  CHECK(c.Status().read_lag_bytes == 4200);
}

TEST_CASE("behind, the reader lags by the age of what it read last", "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({1000}));
  c.Read(1, 500, false);
  c.clock.Pass(seconds(7));
  CHECK(c.Status().read_lag_us == 7 * kSecond);
  CHECK(c.Status().lag_us == 7 * kSecond);
  c.oldest_us = c.ServerNow() - 90 * kSecond;
  CHECK(c.Status().lag_us == 90 * kSecond);
  CHECK(c.Status().read_lag_us == 7 * kSecond);
}

TEST_CASE("an event made long ago is no lag of a reader that was at the end since",
          "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({1000}));
  c.Read(1, 1000, true);
  c.clock.Pass(seconds(600));
  c.Heartbeat();
  c.clock.Pass(seconds(2));
  // A transaction of ten minutes begins to arrive.
  c.progress.waiting = c.progress.heartbeat = false;
  c.progress.offset = 2000;
  c.progress.last_event_s -= 600;
  ++c.progress.counters.events;
  c.statistics.Read(c.progress);
  CHECK_FALSE(c.Status().at_end);
  CHECK(c.Status().read_lag_us == 0);
  c.clock.Pass(seconds(5));
  CHECK(c.Status().read_lag_us == 5 * kSecond);
}

TEST_CASE("while the connection is lost the lag grows from when it was last known to be none",
          "[statistics]") {
  Counted c;
  c.statistics.LearnEnd(End({1000}));
  c.Read(1, 1000, true);
  c.Heartbeat();
  c.clock.Pass(seconds(10));  // of silence
  c.statistics.SetState(StreamState::kConnecting, Status(Code::kConnection, "lost"));
  CHECK(c.Status().state == StreamState::kConnecting);
  CHECK(c.Status().error.message() == "lost");
  CHECK(c.Status().error_us == c.ServerNow());
  CHECK_FALSE(c.Status().at_end);
  CHECK(c.Status().read_lag_us == 10 * kSecond);
  c.clock.Pass(seconds(20));
  CHECK(c.Status().read_lag_us == 30 * kSecond);
  CHECK(c.Status().state_age_us == 20 * kSecond);
  c.statistics.CountReconnect();
  c.statistics.SetState(StreamState::kRunning, Status::Ok());
  CHECK(c.Status().reconnects == 1);
  CHECK(c.Status().reconnected_us == c.ServerNow());
  CHECK(c.Status().state_age_us == 0);
  CHECK(c.Status().error.message() == "lost");  // what the last retry was for
  c.statistics.LearnEnd(End({1400}));
  CHECK(c.Status().read_lag_bytes == 400);
  CHECK_FALSE(c.Status().at_end);
  c.Read(1, 1400, true);
  CHECK(c.Status().read_lag_us == 0);
}

TEST_CASE("ages are by the server's clock", "[statistics]") {
  Counted c;
  source::SourceEnd end = End({1000});
  end.clock_offset_us = -30 * kSecond;
  c.statistics.LearnEnd(end);
  c.Read(1, 500, false);
  c.progress.last_event_s -= 30;
  c.statistics.Read(c.progress);
  c.clock.Pass(seconds(4));
  CHECK(c.Status().clock_offset_us == -30 * kSecond);
  CHECK(c.Status().read_lag_us == 4 * kSecond);
  c.oldest_us = c.ServerNow() - 31 * kSecond;
  CHECK(c.Status().lag_us == 1 * kSecond);
  // What was made in the future, by SET TIMESTAMP or another clock, is not older than new.
  c.oldest_us = c.ServerNow() + 500 * kSecond;
  CHECK(c.Status().lag_us == 0);
  // An answer without the time leaves it.
  c.statistics.LearnEnd(End({1000}));
  CHECK(c.Status().clock_offset_us == -30 * kSecond);
}

TEST_CASE("the source is asked for its end unless it can tell nothing new", "[statistics]") {
  Counted c;
  CHECK(c.statistics.WantsEnd());
  c.statistics.LearnEnd(End({1000}));
  CHECK(c.statistics.WantsEnd());  // the reader is behind
  c.Read(1, 1000, true);
  CHECK(c.statistics.WantsEnd());  // something was read since
  c.statistics.LearnEnd(End({1000}));
  CHECK_FALSE(c.statistics.WantsEnd());
  c.Heartbeat();
  CHECK_FALSE(c.statistics.WantsEnd());
  c.Read(1, 1100, true);
  CHECK(c.statistics.WantsEnd());
  c.Heartbeat();
  CHECK_FALSE(c.statistics.WantsEnd());
  c.statistics.LearnEnd(End({1200}));
  CHECK(c.statistics.WantsEnd());
  c.statistics.SetState(StreamState::kConnecting, Status(Code::kConnection, "lost"));
  CHECK_FALSE(c.statistics.WantsEnd());
}

TEST_CASE("a source that ended has no lag; a closed one stays closed", "[statistics]") {
  Counted c;
  c.Read(1, 500, false);
  c.statistics.SetState(StreamState::kEnded, Status::Ok());
  c.clock.Pass(seconds(60));
  CHECK(c.Status().read_lag_us == 0);
  c.statistics.SetState(StreamState::kClosed, Status::Ok());
  c.statistics.SetState(StreamState::kConnecting, Status(Code::kConnection, "late"));
  CHECK(c.Status().state == StreamState::kClosed);
  CHECK(c.Status().error.ok());
}

TEST_CASE("rates are means over ten seconds", "[statistics]") {
  Counted c;
  CHECK(c.Status().bytes_read_per_second == 0);
  c.Read(1, 4004, false);
  CHECK(c.Status().bytes_read_per_second == 4000);  // in less than a second
  c.clock.Pass(seconds(4));
  CHECK(c.Status().bytes_read_per_second == 1000);
  c.statistics.Acknowledged(20);
  c.clock.Pass(seconds(1));
  CHECK(c.Status().entries_acked_per_second == 4);
  c.clock.Pass(seconds(20));
  CHECK(c.Status().bytes_read_per_second == 0);
  CHECK(c.Status().entries_acked_per_second == 0);
  CHECK(c.Status().bytes_read == 4000);
  CHECK(c.Status().entries_acked == 20);
}

TEST_CASE("a rate counts each second once, as long as it is in the window", "[statistics]") {
  stream::Rate rate;
  rate.Start(seconds(100));
  for (int second = 100; second < 150; ++second) {
    rate.Add(10, seconds(second));
    rate.Add(10, seconds(second) + milliseconds(999));
  }
  CHECK(rate.PerSecond(seconds(150)) == 20);
  CHECK(rate.PerSecond(seconds(155)) == 10);
  CHECK(rate.PerSecond(seconds(160)) == 0);
}

TEST_CASE("waits for room and durable writes are counted with their time", "[statistics]") {
  Counted c;
  c.statistics.SetWaitingForRoom(true);
  c.clock.Pass(milliseconds(300));
  CHECK(c.Status().waiting_for_room);
  CHECK(c.Status().room_waits == 1);
  CHECK(c.Status().room_wait_us == 300'000);
  c.statistics.SetWaitingForRoom(false);
  c.clock.Pass(seconds(5));
  CHECK_FALSE(c.Status().waiting_for_room);
  CHECK(c.Status().room_wait_us == 300'000);
  c.statistics.SetWaitingForRoom(true);
  c.clock.Pass(milliseconds(100));
  CHECK(c.Status().room_waits == 2);
  CHECK(c.Status().room_wait_us == 400'000);

  CHECK(c.Status().write_mean_us == 0);
  c.statistics.Wrote(true, milliseconds(2));
  c.statistics.Wrote(true, milliseconds(6));
  c.statistics.Wrote(false, seconds(60));
  CHECK(c.Status().writes == 2);
  CHECK(c.Status().write_failures == 1);
  CHECK(c.Status().write_mean_us == 4000);
  CHECK(c.Status().write_max_us == 6000);
}

// --- what the core adds ---

StreamStatus StatusOf(ScriptedStream& stream) { return stream->GetStatus(); }

TEST_CASE("a status counts what gets, acks and rollbacks do", "[statistics]") {
  ScriptedLog log;
  for (int i = 0; i < 3; ++i) log.Transaction(2);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const uint64_t writes = StatusOf(stream).writes;
  CHECK(writes == 1);  // the marks
  const Batch first = stream.GetNow(4);
  stream.clock().Pass(hours(2));
  const Batch second = stream.GetNow(100);
  stream.clock().Pass(hours(1));
  StreamStatus status = StatusOf(stream);
  CHECK(status.batches_delivered == 2);
  CHECK(status.entries_delivered == 12);
  CHECK(status.entries_acked == 0);
  CHECK(status.outstanding == 2);
  CHECK(status.oldest_mark_age_us / (3600 * kSecond) == 3);
  CHECK(status.buffer_limit == 64 << 20);
  REQUIRE(stream->Ack(first.mark(), false).ok());
  status = StatusOf(stream);
  CHECK(status.entries_acked == 4);
  CHECK(status.oldest_mark_age_us / (3600 * kSecond) == 1);
  CHECK(status.writes == writes + 1);
  CHECK(status.resume_position.offset == stream.core().AckCursor().offset);
  REQUIRE(stream->Rollback().ok());
  CHECK(stream.GetNow(100).size() == 8);
  status = StatusOf(stream);
  CHECK(status.rollbacks == 1);
  CHECK(status.entries_delivered == 20);
  CHECK(status.duplicates == 0);

  stream.store().fail_next = 1;
  CHECK(stream->Ack(status.oldest_mark, false).code() == Code::kStore);
  status = StatusOf(stream);
  CHECK(status.write_failures == 1);
  CHECK(status.entries_acked == 4);
  REQUIRE(stream->Ack(status.oldest_mark, false).ok());
  CHECK(StatusOf(stream).oldest_mark_age_us == -1);
}

TEST_CASE("a status counts duplicates whether they are flagged or left out", "[statistics]") {
  const auto mode = GENERATE(model::DedupMode::kFlag, model::DedupMode::kDrop);
  ScriptedLog log;
  log.Transaction(3);
  log.Transaction(1);
  model::Settings settings;
  settings.dedup = mode;
  ScriptedStream stream(&log, settings);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch batch = stream.GetNow(2);
  REQUIRE(stream->MarkProcessed(batch[1].position()).ok());
  REQUIRE(stream->Rollback().ok());
  const bool flags = mode == model::DedupMode::kFlag;
  CHECK(stream.GetNow(100).size() == (flags ? 8 : 6));
  CHECK(StatusOf(stream).duplicates == 2);
  CHECK(StatusOf(stream).entries_delivered == (flags ? 10 : 8));
}

TEST_CASE("only what is on disk is where the stream would resume", "[statistics]") {
  ScriptedLog log;
  log.Transaction(1);
  model::Settings settings;
  settings.ack_durability = model::AckDurability::kInterval;
  ScriptedStream stream(&log, settings);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  REQUIRE(stream->Ack(stream.GetNow(100).mark(), false).ok());
  CHECK(StatusOf(stream).resume_position.offset == 4);
  stream->Flush();
  CHECK(StatusOf(stream).resume_position.offset == log.offset);
}

TEST_CASE("a status looked at makes the end worth asking for, for a while", "[statistics]") {
  ScriptedLog log;
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  CHECK_FALSE(stream->WantsEnd());
  (void)StatusOf(stream);
  CHECK(stream->WantsEnd());
  stream.clock().Pass(std::chrono::minutes(6));
  CHECK_FALSE(stream->WantsEnd());
  stream->ExpectLooks();
  CHECK(stream->WantsEnd());
}

}  // namespace
}  // namespace towpath::test
