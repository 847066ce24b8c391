// Room: the bound on a stream's memory (option buffer.bytes), and the wait for some to be given
// back.
//
// The budget may outlive the stream, with the batches that charge it.
// Thread safety: every call may be made from any thread.
#ifndef TOWPATH_LIB_STREAM_ROOM_H_
#define TOWPATH_LIB_STREAM_ROOM_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

#include "model/chunk.h"
#include "stream/runtime.h"

namespace towpath::stream {

class Room {
 public:
  Room(uint64_t limit, Runtime& runtime)
      : limit_(limit), signal_(std::make_shared<Signal>(runtime.NewCondition())) {
    budget_->on_release = [signal = signal_] { Wake(*signal); };
  }

  const std::shared_ptr<model::MemoryBudget>& budget() const { return budget_; }
  uint64_t limit() const { return limit_; }
  bool full() const { return budget_->used() >= limit_; }

  // Waits until an eighth of the bound is free, `exempt()` is true, or Stop. `exempt` reads atomics
  // only; whoever makes it true calls Poke.
  template <typename Exempt>
  void Wait(Exempt exempt) {
    signal_->waiting.exchange(1);
    std::unique_lock lock(signal_->mutex);
    while (!signal_->stopped && budget_->used() > limit_ - limit_ / 8 && !exempt()) {
      signal_->changed->Wait(lock);
    }
    signal_->waiting.exchange(0);
  }
  // Bytes of events that are in files instead (stream/spool.h); 0: none, or nobody spills.
  uint64_t spilled() const { return spilled_.load(std::memory_order_relaxed); }
  void SetSpilled(uint64_t bytes) { spilled_.store(bytes, std::memory_order_relaxed); }

  void Poke() { Wake(*signal_); }
  void Stop() {
    {
      const std::lock_guard lock(signal_->mutex);
      signal_->stopped = true;
    }
    signal_->changed->NotifyAll();
  }

 private:
  struct Signal {
    explicit Signal(std::unique_ptr<Condition> condition) : changed(std::move(condition)) {}
    std::mutex mutex;
    const std::unique_ptr<Condition> changed;
    // Changed and read by read-modify-write only: whoever reads 0 here gave its memory back before
    // the waiting thread looks at the budget.
    std::atomic<int> waiting{0};
    bool stopped = false;
  };

  static void Wake(Signal& signal) {
    if (signal.waiting.fetch_add(0) == 0) return;
    // Not between the waiting thread's look and its sleep.
    { const std::lock_guard lock(signal.mutex); }
    signal.changed->NotifyAll();
  }

  const uint64_t limit_;
  std::atomic<uint64_t> spilled_{0};
  std::shared_ptr<Signal> signal_;
  std::shared_ptr<model::MemoryBudget> budget_ = std::make_shared<model::MemoryBudget>();
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_ROOM_H_
