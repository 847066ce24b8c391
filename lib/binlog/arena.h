// Arena: memory for what the decoder makes itself (decompressed events, converted statements), in
// chunks that entries keep alive like those of the source.
#ifndef TOWPATH_LIB_BINLOG_ARENA_H_
#define TOWPATH_LIB_BINLOG_ARENA_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>

#include "model/chunk.h"

namespace towpath::binlog {

class Arena {
 public:
  static constexpr size_t kChunkSize = 256 * 1024;

  explicit Arena(std::shared_ptr<model::MemoryBudget> budget) : budget_(std::move(budget)) {}

  // Room for at least `bytes`, up to room() of them; may change chunk(). What is written there
  // becomes the caller's by Take.
  uint8_t* Reserve(size_t bytes) {
    if (chunk_ == nullptr || room() < bytes) {
      chunk_ = model::Chunk::Allocate(std::max(bytes, kChunkSize), budget_);
      used_ = 0;
    }
    return chunk_->data() + used_;
  }
  // The same, and the first `have` bytes, which are written but not taken, come along.
  uint8_t* Extend(size_t have, size_t bytes) {
    const std::shared_ptr<model::Chunk> old = chunk_;
    const size_t old_used = used_;
    uint8_t* const to = Reserve(bytes);
    if (have != 0 && chunk_ != old) std::memcpy(to, old->data() + old_used, have);
    return to;
  }
  void Take(size_t bytes) { used_ += bytes; }
  std::span<const uint8_t> Copy(std::span<const uint8_t> bytes) {
    uint8_t* const copy = Reserve(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy);
    Take(bytes.size());
    return {copy, bytes.size()};
  }
  size_t room() const { return chunk_->capacity() - used_; }
  // Of the last Reserve.
  const std::shared_ptr<model::Chunk>& chunk() const { return chunk_; }

 private:
  std::shared_ptr<model::MemoryBudget> budget_;
  std::shared_ptr<model::Chunk> chunk_;
  size_t used_ = 0;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_ARENA_H_
