// Chunk: a counted piece of memory that holds event bytes, and the budget that bounds all of them.
//
// A source reads events into chunks; entries point into them; the last batch that uses a chunk
// frees it. The budget counts what is alive, so that a stream can wait instead of growing.
#ifndef TOWPATH_LIB_MODEL_CHUNK_H_
#define TOWPATH_LIB_MODEL_CHUNK_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace towpath::model {

struct FreeMemory {
  void operator()(uint8_t* memory) const { std::free(memory); }
};
// Of malloc, so that it can grow in place.
using Memory = std::unique_ptr<uint8_t[], FreeMemory>;

// `size` bytes that begin with what `memory` has, the rest not initialised. The system moves the
// pages of what is large: nothing is copied, and never are there both.
inline Memory Resize(Memory memory, size_t size) {
  auto* larger = static_cast<uint8_t*>(std::realloc(memory.get(), std::max<size_t>(size, 1)));
  if (larger == nullptr) throw std::bad_alloc();
  static_cast<void>(memory.release());
  return Memory(larger);
}

// Counts bytes in use. Thread-safe. `on_release` is called after each release, from the thread that
// released: it must be quick and must not allocate chunks.
//
// It also keeps the memory of a few chunks that were freed, for the next ones: taking memory from
// the system and touching it for the first time costs more than all else that framing does. What is
// kept counts as released, was in use before, and is at most kMaxIdle bytes.
class MemoryBudget {
 public:
  void Charge(size_t bytes) { used_.fetch_add(bytes, std::memory_order_relaxed); }
  void Release(size_t bytes) {
    used_.fetch_sub(bytes, std::memory_order_relaxed);
    if (on_release) on_release();
  }
  size_t used() const { return used_.load(std::memory_order_relaxed); }

  // `size` bytes, not initialised: kept ones or new ones.
  Memory Take(size_t size) {
    {
      const std::lock_guard lock(idle_mutex_);
      if (size != idle_size_) {
        idle_.clear();
        idle_size_ = size;
      }
      if (!idle_.empty()) {
        Memory memory = std::move(idle_.back());
        idle_.pop_back();
        return memory;
      }
    }
    return Resize(nullptr, size);
  }
  // Keeps what Take gave, or frees it.
  void GiveBack(Memory memory, size_t size) {
    const std::lock_guard lock(idle_mutex_);
    if (size != idle_size_ || (idle_.size() + 1) * size > kMaxIdle) return;
    idle_.push_back(std::move(memory));
  }

  std::function<void()> on_release;  // set before the first charge

 private:
  static constexpr size_t kMaxIdle = 4 << 20;

  std::atomic<size_t> used_{0};
  std::mutex idle_mutex_;
  size_t idle_size_ = 0;      // of each
  std::vector<Memory> idle_;  // the last freed is the next taken
};

class Chunk {
 public:
  // A chunk of `capacity` bytes, not initialised. `budget` may be null (tests, tools).
  static std::shared_ptr<Chunk> Allocate(size_t capacity, std::shared_ptr<MemoryBudget> budget) {
    return std::shared_ptr<Chunk>(new Chunk(capacity, std::move(budget)));
  }
  ~Chunk() {
    if (budget_ == nullptr) return;
    budget_->GiveBack(std::move(bytes_), capacity_);
    budget_->Release(capacity_);
  }
  Chunk(const Chunk&) = delete;
  Chunk& operator=(const Chunk&) = delete;

  // Keeps the bytes; data() moves, so nothing else may use the chunk. `capacity` is larger than
  // the present one.
  void Grow(size_t capacity) {
    bytes_ = Resize(std::move(bytes_), capacity);
    if (budget_ != nullptr) budget_->Charge(capacity - capacity_);
    capacity_ = capacity;
  }

  uint8_t* data() { return bytes_.get(); }
  const uint8_t* data() const { return bytes_.get(); }
  size_t capacity() const { return capacity_; }

 private:
  Chunk(size_t capacity, std::shared_ptr<MemoryBudget> budget)
      : bytes_(budget != nullptr ? budget->Take(capacity) : Resize(nullptr, capacity)),
        capacity_(capacity),
        budget_(std::move(budget)) {
    if (budget_ != nullptr) budget_->Charge(capacity_);
  }

  Memory bytes_;
  size_t capacity_;
  std::shared_ptr<MemoryBudget> budget_;
};

// One event as a source delivers it: the 19-byte header to the checksum, inside `chunk`.
struct Frame {
  std::span<const uint8_t> bytes;
  std::shared_ptr<Chunk> chunk;
  // Where the event begins in its file, when the source reads the file itself; 0 over the network,
  // where positions must be worked out from what the events say, and for events made up.
  uint64_t offset = 0;
};

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_CHUNK_H_
