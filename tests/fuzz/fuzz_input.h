// FuzzInput: cuts a fuzzer's bytes into what a target needs.
#ifndef TOWPATH_TESTS_FUZZ_FUZZ_INPUT_H_
#define TOWPATH_TESTS_FUZZ_FUZZ_INPUT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace towpath::test {

class FuzzInput {
 public:
  FuzzInput(const uint8_t* data, size_t size) : rest_(data, size) {}

  bool empty() const { return rest_.empty(); }
  uint8_t Byte() {
    if (rest_.empty()) return 0;
    const uint8_t byte = rest_[0];
    rest_ = rest_.subspan(1);
    return byte;
  }
  uint64_t Number(int bytes) {
    uint64_t n = 0;
    for (int i = 0; i < bytes; ++i) n = n << 8 | Byte();
    return n;
  }
  // As many bytes as the next two say, or what there is.
  std::span<const uint8_t> Piece() {
    const uint64_t wanted = Number(2);
    const size_t n = std::min<size_t>(wanted, rest_.size());
    const auto piece = rest_.first(n);
    rest_ = rest_.subspan(n);
    return piece;
  }
  std::span<const uint8_t> Rest() { return std::exchange(rest_, {}); }

 private:
  std::span<const uint8_t> rest_;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_FUZZ_FUZZ_INPUT_H_
