// ByteReader: reads the fields of an event in order and never beyond its end.
//
// After the first field that does not fit, ok() is false, nothing is left, and every further read
// gives zero or nothing; so a parser reads all it needs and checks ok() once before it believes.
#ifndef TOWPATH_LIB_BINLOG_BYTE_READER_H_
#define TOWPATH_LIB_BINLOG_BYTE_READER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "binlog/byte_order.h"

namespace towpath::binlog {

class ByteReader {
 public:
  explicit ByteReader(std::span<const uint8_t> bytes)
      : next_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool ok() const { return ok_; }
  size_t remaining() const { return static_cast<size_t>(end_ - next_); }
  bool empty() const { return next_ == end_; }
  const uint8_t* position() const { return next_; }
  std::span<const uint8_t> rest() const { return {next_, remaining()}; }

  // Little endian.
  uint8_t U8() { return static_cast<uint8_t>(Number(1)); }
  uint16_t U16() { return static_cast<uint16_t>(Number(2)); }
  uint32_t U32() { return static_cast<uint32_t>(Number(4)); }
  uint64_t U48() { return Number(6); }
  uint64_t U64() { return Number(8); }
  // `n` bytes, 1..8.
  uint64_t Number(unsigned n) {
    if (!Has(n)) return 0;
    const uint64_t value = LoadLe(next_, n);
    next_ += n;
    return value;
  }

  // MySQL's length-encoded integer: below 251 in one byte; 252, 253, 254 announce 2, 3, 8 bytes.
  uint64_t Lenenc() {
    const uint8_t first = U8();
    switch (first) {
      case 252:
        return Number(2);
      case 253:
        return Number(3);
      case 254:
        return Number(8);
      case 251:  // NULL in result sets, never valid in an event
      case 255:
        Fail();
        return 0;
      default:
        return first;
    }
  }

  std::span<const uint8_t> Bytes(uint64_t n) {
    if (!Has(n)) return {};
    const std::span<const uint8_t> bytes{next_, static_cast<size_t>(n)};
    next_ += n;
    return bytes;
  }
  std::string_view Text(uint64_t n) {
    const auto bytes = Bytes(n);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  void Skip(uint64_t n) { Bytes(n); }

 private:
  bool Has(uint64_t n) {
    if (n <= remaining()) return true;
    Fail();
    return false;
  }
  void Fail() {
    ok_ = false;
    next_ = end_;
  }

  const uint8_t* next_;
  const uint8_t* end_;
  bool ok_ = true;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_BYTE_READER_H_
