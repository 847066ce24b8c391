// Chunk: a counted piece of memory that holds event bytes, and the budget that bounds all of them.
//
// A source reads events into chunks; entries point into them; the last batch that uses a chunk
// frees it. The budget counts what is alive, so that a stream can wait instead of growing.
#ifndef TOWPATH_LIB_MODEL_CHUNK_H_
#define TOWPATH_LIB_MODEL_CHUNK_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <utility>

namespace towpath::model {

// Counts bytes in use. Thread-safe. `on_release` is called after each release, from the thread that
// released: it must be quick and must not allocate chunks.
class MemoryBudget {
 public:
  void Charge(size_t bytes) { used_.fetch_add(bytes, std::memory_order_relaxed); }
  void Release(size_t bytes) {
    used_.fetch_sub(bytes, std::memory_order_relaxed);
    if (on_release) on_release();
  }
  size_t used() const { return used_.load(std::memory_order_relaxed); }

  std::function<void()> on_release;  // set before the first charge

 private:
  std::atomic<size_t> used_{0};
};

class Chunk {
 public:
  // A chunk of `capacity` bytes, not initialised. `budget` may be null (tests, tools).
  static std::shared_ptr<Chunk> Allocate(size_t capacity, std::shared_ptr<MemoryBudget> budget) {
    return std::shared_ptr<Chunk>(new Chunk(capacity, std::move(budget)));
  }
  ~Chunk() {
    if (budget_ != nullptr) budget_->Release(capacity_);
  }
  Chunk(const Chunk&) = delete;
  Chunk& operator=(const Chunk&) = delete;

  uint8_t* data() { return bytes_.get(); }
  const uint8_t* data() const { return bytes_.get(); }
  size_t capacity() const { return capacity_; }

 private:
  Chunk(size_t capacity, std::shared_ptr<MemoryBudget> budget)
      : bytes_(new uint8_t[capacity]), capacity_(capacity), budget_(std::move(budget)) {
    if (budget_ != nullptr) budget_->Charge(capacity_);
  }

  std::unique_ptr<uint8_t[]> bytes_;
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
