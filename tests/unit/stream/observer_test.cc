// The thread beside a stream: what it calls, and how it ends.
#include "stream/observer.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "tests/catch.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;
using stream::Observer;

// Reached by one thread, awaited by others.
class Point {
 public:
  void Reach() {
    // With the lock: who waits may end this object as soon as it has it.
    const std::lock_guard lock(mutex_);
    ++count_;
    changed_.notify_all();
  }
  void Await(int count = 1) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return count_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
};

constexpr milliseconds kOften{1};

TEST_CASE("an observer does both tasks again and again until it is stopped", "[observer]") {
  Point asked;
  Point reported;
  std::atomic<int> calls{0};
  Observer observer;
  const auto count = [&](Point& point) {
    return [&] {
      ++calls;
      point.Reach();
    };
  };
  observer.Start({kOften, count(asked)}, {kOften, count(reported)});
  asked.Await(3);
  reported.Await(3);
  observer.Stop();
  observer.Join();
  const int before = calls;
  observer.Stop();
  observer.Join();
  CHECK(calls == before);
}

TEST_CASE("a task without an interval is never done", "[observer]") {
  Point reported;
  std::atomic<bool> asked{false};
  Observer observer;
  observer.Start({milliseconds(0), [&] { asked = true; }}, {kOften, [&] { reported.Reach(); }});
  reported.Await(3);
  observer.Stop();
  observer.Join();
  CHECK_FALSE(asked);

  Observer idle;
  idle.Start({}, {});
  idle.Stop();
  idle.Join();
}

TEST_CASE("stopping waits for a question, joining for a report", "[observer]") {
  Point begun;
  Point go_on;
  std::atomic<bool> done{false};
  const auto work = [&] {
    begun.Reach();
    go_on.Await();
    done = true;
  };
  const bool asks = GENERATE(true, false);
  Observer observer;
  observer.Start({asks ? kOften : milliseconds(0), work}, {asks ? milliseconds(0) : kOften, work});
  begun.Await();
  if (!asks) {
    observer.Stop();  // returns although the report is under way
    CHECK_FALSE(done);
  }
  std::thread release([&] { go_on.Reach(); });
  if (asks) {
    observer.Stop();
    CHECK(done);
  }
  observer.Join();
  CHECK(done);
  release.join();
}

TEST_CASE("a report may stop its observer, and destroy it", "[observer]") {
  const bool destroys = GENERATE(false, true);
  auto observer = std::make_unique<Observer>();
  std::atomic<int> calls{0};
  Point done;
  // Not by reference: the thread outlives this scope's variables for a moment.
  observer->Start({}, {kOften, [&observer, &calls, &done, destroys] {
                         ++calls;
                         observer->Stop();
                         observer->Join();
                         if (destroys) observer.reset();
                         done.Reach();
                       }});
  done.Await();
  if (!destroys) observer->Join();
  CHECK(calls == 1);
}

TEST_CASE("many may stop and join at once", "[observer]") {
  Point reported;
  Observer observer;
  observer.Start({}, {kOften, [&] { reported.Reach(); }});
  reported.Await();
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      observer.Stop();
      observer.Join();
    });
  }
  for (std::thread& thread : threads) thread.join();
  SUCCEED();
}

}  // namespace
}  // namespace towpath::test
