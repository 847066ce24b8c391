// The stream core under many threads: what waits for what, and stress for the thread sanitizer.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "tests/catch.h"
#include "tests/support/core_fixture.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kNow{0};
constexpr milliseconds kForever{-1};

// Holds saves back until it is opened; counts those that wait.
class Gate {
 public:
  void Pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
    --waiting_;
  }
  void WaitForOne() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_ > 0; });
  }
  void Set(bool open) {
    {
      const std::lock_guard lock(mutex_);
      open_ = open;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int waiting_ = 0;
};

// Waits until every mark before the one in `text` has its ack under way; mark 1 must be so.
void WaitForAcksUnderWay(ScriptedStream& stream, const std::string& text) {
  while (stream->Ack(1, false).message().find(text) == std::string::npos) {
    std::this_thread::yield();
  }
}

TEST_CASE("get, status and outstanding batches do not wait for the write of an ack",
          "[stream][threads]") {
  ScriptedLog log;
  log.Transaction(20);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch first = stream.GetNow(5);
  Gate gate;
  stream.store().on_save = [&] { gate.Pass(); };
  Status acked;
  std::thread acker([&] { acked = stream->Ack(first.mark(), false); });
  gate.WaitForOne();
  CHECK(stream->GetWithoutAck(5, kForever)->size() == 5);
  CHECK(stream->GetStatus().outstanding == 2);  // not acknowledged before it is durable
  CHECK(stream->GetStatus().ack_position.empty());
  CHECK(stream->GetOutstanding(first.mark()).ok());
  CHECK(stream->Ack(first.mark(), false).code() == Code::kUnknownMark);  // under way
  gate.Set(true);
  acker.join();
  CHECK(acked.ok());
  CHECK(stream->GetStatus().outstanding == 1);
}

TEST_CASE("acks that wait share one write", "[stream][threads]") {
  ScriptedLog log;
  log.Transaction(100);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  std::vector<Batch> batches;
  batches.reserve(50);
  for (int i = 0; i < 50; ++i) batches.push_back(stream.GetNow(2));
  Gate gate;
  stream.store().on_save = [&] { gate.Pass(); };
  const int before = stream.store().saves;
  std::vector<std::thread> ackers;
  std::atomic<int> acked{0};
  ackers.emplace_back([&] { acked += stream->Ack(1, false).ok(); });
  gate.WaitForOne();
  // Each names the oldest mark whose ack is not under way: only in order.
  for (int64_t mark = 2; mark <= 50; ++mark) {
    ackers.emplace_back([&, mark] {
      Status status;
      do {
        status = stream->Ack(mark, false);
      } while (status.code() == Code::kOutOfOrder);
      acked += status.ok();
    });
  }
  WaitForAcksUnderWay(stream, "no mark is outstanding");
  gate.Set(true);
  for (std::thread& acker : ackers) acker.join();
  CHECK(acked == 50);
  CHECK(stream->GetStatus().outstanding == 0);
  CHECK(stream.store().saves - before == 2);
}

TEST_CASE("when a shared write fails, every ack in it fails and nothing changed",
          "[stream][threads]") {
  ScriptedLog log;
  log.Transaction(20);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  for (int i = 0; i < 3; ++i) stream.GetNow(2);
  Gate gate;
  stream.store().on_save = [&] { gate.Pass(); };
  stream.store().fail_next = 1;
  std::vector<std::thread> ackers;
  std::atomic<int> failed{0};
  ackers.emplace_back([&] { failed += stream->Ack(1, false).code() == Code::kStore; });
  gate.WaitForOne();
  ackers.emplace_back([&] {
    Status status;
    do {
      status = stream->Ack(2, false);
    } while (status.code() == Code::kOutOfOrder);
    failed += status.code() == Code::kStore;
  });
  WaitForAcksUnderWay(stream, "oldest outstanding mark is 3");
  Status rolled_back;
  std::thread roller([&] { rolled_back = stream->RollbackTo(3); });  // waits for them
  gate.Set(true);
  for (std::thread& acker : ackers) acker.join();
  roller.join();
  CHECK(failed == 2);
  CHECK(rolled_back.ok());
  CHECK(stream->GetStatus().outstanding == 2);
  CHECK(stream->GetStatus().oldest_mark == 1);
  REQUIRE(stream->Ack(1, false).ok());
  REQUIRE(stream->Ack(2, false).ok());
}

TEST_CASE("an ack that failed can be tried again at once, whoever else waits",
          "[stream][threads]") {
  ScriptedLog log;
  log.Transaction(2000);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  int fail = 0;  // changed by the one thread that saves
  stream.store().on_save = [&] {
    if (++fail % 3 != 0) stream.store().fail_next = 1;
    std::this_thread::sleep_for(std::chrono::microseconds(100));  // the other ack comes meanwhile
  };
  std::atomic<int> wrong{0};
  for (int round = 0; round < 300 && wrong == 0; ++round) {
    int64_t first = -1;
    int64_t second = -1;
    while (first < 0) {  // a range of marks may end here
      const auto batch = stream->GetWithoutAck(1, kNow);
      if (batch.ok()) first = batch->mark();
    }
    while (second < 0) {
      const auto batch = stream->GetWithoutAck(1, kNow);
      if (batch.ok()) second = batch->mark();
    }
    const auto until_ok = [&](int64_t mark) {
      while (wrong == 0) {
        const Status status = stream->Ack(mark, false);
        if (status.ok()) return;
        if (status.code() == Code::kStore || status.code() == Code::kOutOfOrder) continue;
        ++wrong;  // somebody else's ack took this one with it
        return;
      }
    };
    std::thread a([&] { until_ok(first); });
    std::thread b([&] { until_ok(second); });
    a.join();
    b.join();
  }
  stream.store().on_save = [] {};
  stream.store().fail_next = 0;
  CHECK(wrong == 0);
}

TEST_CASE("what is read during the write of an ack is not lost to the next cursor",
          "[stream][threads]") {
  ScriptedLog log;
  log.Transaction(2);
  log.Filtered();
  log.Filtered();
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed(5);
  const Batch batch = stream.GetNow(100);
  Gate gate;
  stream.store().on_save = [&] { gate.Pass(); };
  Status acked;
  std::thread acker([&] { acked = stream->Ack(batch.mark(), false); });
  gate.WaitForOne();
  stream.Feed();  // both end where the acknowledged transaction does
  gate.Set(true);
  acker.join();
  REQUIRE(acked.ok());
  stream->SaveIdleProgress(std::chrono::seconds(0));
  stream.Crash();
  stream.store().on_save = [] {};
  REQUIRE(stream.Open().ok());
  CHECK(stream.opened_with().ack.offset == log.items.back().offset);
  CHECK_THAT(stream.opened_with().ack.gtids.ToString(), ContainsSubstring(":1-3"));
}

TEST_CASE("get, ack, rollback, mark_processed, status and close at once", "[stream][threads]") {
  ScriptedLog log;
  for (int i = 0; i < 3000; ++i) log.Transaction(i % 5);
  const uint64_t seed = std::random_device{}();
  INFO("seed " << seed);
  for (const auto durability : {model::AckDurability::kSync, model::AckDurability::kInterval}) {
    ScriptedStream stream(&log);
    stream.settings().ack_durability = durability;
    REQUIRE(stream.Open().ok());
    std::atomic<bool> stop{false};
    std::atomic<int64_t> last_mark{0};
    std::atomic<uint64_t> unexpected{0};
    const auto expect = [&](const Status& status, std::initializer_list<Code> allowed) {
      if (status.ok() || status.code() == Code::kClosed) return;
      if (std::find(allowed.begin(), allowed.end(), status.code()) == allowed.end()) ++unexpected;
    };
    std::vector<std::thread> threads;
    threads.emplace_back([&] {
      while (!stop && stream.Feed(20) > 0) std::this_thread::yield();
    });
    for (uint64_t t = 0; t < 2; ++t) {
      threads.emplace_back([&] {
        while (!stop) {
          const auto batch = stream->GetWithoutAck(7, milliseconds(1));
          expect(batch.status(), {});
          if (!batch.ok()) return;
          for (const Entry entry : *batch) (void)entry.position();
          for (int64_t seen = last_mark; batch->mark() > seen;) {
            if (last_mark.compare_exchange_weak(seen, batch->mark())) break;
          }
          if (batch->size() > 3) {
            expect(stream->MarkProcessed((*batch)[2].position()), {});
          }
        }
      });
      threads.emplace_back([&, t] {
        std::mt19937_64 random(seed + t);
        while (!stop) {
          const StreamStatus status = stream->GetStatus();
          if (status.oldest_mark > 0) {
            expect(stream->Ack(status.oldest_mark, random() % 2 == 0),
                   {Code::kUnknownMark, Code::kOutOfOrder});
            expect(stream->GetOutstanding(status.oldest_mark).status(), {Code::kUnknownMark});
          }
          if (random() % 50 == 0) expect(stream->Rollback(), {});
          if (random() % 50 == 0) expect(stream->RollbackTo(last_mark), {Code::kUnknownMark});
          if (random() % 20 == 0) stream->Flush();
          if (random() % 20 == 0) stream->SaveIdleProgress(std::chrono::seconds(0));
        }
      });
    }
    while (stream->GetStatus().next_mark < 1500) std::this_thread::yield();
    stream->Close();
    stop = true;
    for (std::thread& thread : threads) thread.join();
    CHECK(unexpected == 0);
    REQUIRE(stream.Close().ok());
    REQUIRE(stream.Open().ok());
    CHECK(stream->GetStatus().next_mark > last_mark);
  }
}

}  // namespace
}  // namespace towpath::test
