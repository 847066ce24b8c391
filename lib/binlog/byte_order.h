// Fixed-size integers in bytes of either order. No bounds are checked: see ByteReader for that.
#ifndef TOWPATH_LIB_BINLOG_BYTE_ORDER_H_
#define TOWPATH_LIB_BINLOG_BYTE_ORDER_H_

#include <bit>
#include <cstdint>
#include <cstring>

namespace towpath::binlog {

template <typename T>
inline T LoadLittle(const uint8_t* p) {
  T value;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&value, p, sizeof(T));
  } else {
    value = 0;
    for (unsigned i = 0; i < sizeof(T); ++i) value |= static_cast<T>(static_cast<T>(p[i]) << 8 * i);
  }
  return value;
}

inline uint16_t LoadLe16(const uint8_t* p) { return LoadLittle<uint16_t>(p); }
inline uint32_t LoadLe24(const uint8_t* p) { return LoadLe16(p) | uint32_t{p[2]} << 16; }
inline uint32_t LoadLe32(const uint8_t* p) { return LoadLittle<uint32_t>(p); }
inline uint64_t LoadLe48(const uint8_t* p) { return LoadLe32(p) | uint64_t{LoadLe16(p + 4)} << 32; }
inline uint64_t LoadLe64(const uint8_t* p) { return LoadLittle<uint64_t>(p); }

// `n` bytes, 0..8.
inline uint64_t LoadLe(const uint8_t* p, unsigned n) {
  uint64_t value = 0;
  for (unsigned i = 0; i < n; ++i) value |= uint64_t{p[i]} << 8 * i;
  return value;
}
inline uint64_t LoadBe(const uint8_t* p, unsigned n) {
  uint64_t value = 0;
  for (unsigned i = 0; i < n; ++i) value = value << 8 | p[i];
  return value;
}

inline uint32_t LoadBe32(const uint8_t* p) {
  return uint32_t{p[0]} << 24 | uint32_t{p[1]} << 16 | uint32_t{p[2]} << 8 | p[3];
}

inline void StoreLe32(uint8_t* p, uint32_t value) {
  for (int i = 0; i < 4; ++i) p[i] = static_cast<uint8_t>(value >> 8 * i);
}
inline void StoreLe64(uint8_t* p, uint64_t value) {
  for (int i = 0; i < 8; ++i) p[i] = static_cast<uint8_t>(value >> 8 * i);
}

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_BYTE_ORDER_H_
