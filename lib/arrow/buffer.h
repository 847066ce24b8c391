// Buffer: bytes that grow, as Arrow's arrays are made of them. Memory of malloc, so that what is
// large grows without being copied.
#ifndef TOWPATH_LIB_ARROW_BUFFER_H_
#define TOWPATH_LIB_ARROW_BUFFER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "model/chunk.h"

namespace towpath::arrow {

class Buffer {
 public:
  const uint8_t* data() const { return memory_.get(); }
  uint8_t* data() { return memory_.get(); }
  size_t size() const { return size_; }

  // Room for `capacity` bytes in all; those behind size() are not initialised.
  void Reserve(size_t capacity) {
    if (capacity <= capacity_) return;
    memory_ = model::Resize(std::move(memory_), capacity);
    capacity_ = capacity;
  }
  void Resize(size_t size) {
    Reserve(size);
    size_ = size;
  }
  void Append(const void* bytes, size_t size) {
    if (size > capacity_ - size_) Reserve(std::max(size_ + size, std::max(2 * capacity_, kLeast)));
    if (size != 0) std::memcpy(memory_.get() + size_, bytes, size);
    size_ += size;
  }
  void AppendZeros(size_t size) {
    if (size > capacity_ - size_) Reserve(std::max(size_ + size, 2 * capacity_));
    if (size != 0) std::memset(memory_.get() + size_, 0, size);
    size_ += size;
  }

  // As an array of T.
  template <typename T>
  void Store(size_t index, T value) {
    std::memcpy(memory_.get() + index * sizeof(T), &value, sizeof(T));
  }
  template <typename T>
  T Load(size_t index) const {
    T value;
    std::memcpy(&value, memory_.get() + index * sizeof(T), sizeof(T));
    return value;
  }

 private:
  static constexpr size_t kLeast = 256;

  model::Memory memory_;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

// Bits from `first` to `last`, not included, of an LSB-first bitmap.
inline void SetBits(uint8_t* bitmap, size_t first, size_t last, bool to) {
  for (; first < last && first % 8 != 0; ++first) {
    const auto bit = static_cast<uint8_t>(1u << first % 8);
    bitmap[first / 8] =
        static_cast<uint8_t>(to ? bitmap[first / 8] | bit : bitmap[first / 8] & ~bit);
  }
  const size_t whole = (last - first) / 8;
  if (whole != 0) std::memset(bitmap + first / 8, to ? 0xff : 0, whole);
  for (first += whole * 8; first < last; ++first) {
    const auto bit = static_cast<uint8_t>(1u << first % 8);
    bitmap[first / 8] =
        static_cast<uint8_t>(to ? bitmap[first / 8] | bit : bitmap[first / 8] & ~bit);
  }
}

}  // namespace towpath::arrow

#endif  // TOWPATH_LIB_ARROW_BUFFER_H_
