#include "binlog/zstd_frame.h"

#include <algorithm>
#include <array>

#include "binlog/byte_reader.h"

namespace towpath::binlog {
namespace {

constexpr uint32_t kMagic = 0xfd2fb528;
constexpr uint32_t kSkippableMagic = 0x184d2a50;  // to ...5f

// 2^(10 + the upper five bits) and so many eighths of it as the lower three say.
uint64_t WindowOf(uint8_t byte) {
  const uint64_t base = uint64_t{1} << (10 + (byte >> 3));
  return base + base / 8 * (byte & 7);
}

uint64_t MostContent(ByteReader blocks, uint64_t window_size) {
  enum Type : uint8_t { kRaw = 0, kRepeatedByte = 1, kCompressed = 2, kReserved = 3 };
  const uint64_t largest = std::min(window_size, kMaxZstdBlock);
  uint64_t most = 0;
  for (;;) {
    const auto head = static_cast<uint32_t>(blocks.Number(3));
    if (!blocks.ok()) return most;
    const bool last = (head & 1) != 0;
    const auto type = static_cast<Type>(head >> 1 & 3);
    const uint32_t size = head >> 3;
    if (type == kReserved) return most;
    most += type == kCompressed ? largest : std::min<uint64_t>(size, largest);
    blocks.Skip(type == kRepeatedByte ? 1 : size);
    if (last || !blocks.ok()) return most;
  }
}

}  // namespace

bool ParseZstdFrame(std::span<const uint8_t> bytes, ZstdFrame* out) {
  static constexpr std::array<unsigned, 4> kDictionaryBytes = {0, 1, 2, 4};
  static constexpr std::array<unsigned, 4> kSizeBytes = {0, 2, 4, 8};
  *out = ZstdFrame();
  ByteReader in(bytes);
  const uint32_t magic = in.U32();
  if (in.ok() && (magic & ~uint32_t{0xf}) == kSkippableMagic) {
    out->skippable = true;
    return true;
  }
  const uint8_t descriptor = in.U8();
  if (!in.ok() || magic != kMagic) return false;
  const bool single_segment = (descriptor & 0x20) != 0;  // the content is the window
  if (!single_segment) out->window_size = WindowOf(in.U8());
  in.Skip(kDictionaryBytes[descriptor & 3]);
  unsigned size_bytes = kSizeBytes[descriptor >> 6];
  if (single_segment && size_bytes == 0) size_bytes = 1;
  if (size_bytes != 0) {
    const uint64_t size = in.Number(size_bytes);
    out->content_size = size_bytes == 2 ? size + 256 : size;
  }
  if (!in.ok()) return false;
  if (single_segment) out->window_size = *out->content_size;
  out->most_content = MostContent(in, out->window_size);
  return true;
}

uint8_t ZstdWindowByte(uint64_t size) {
  uint8_t byte = 0;
  while (WindowOf(byte) < size) ++byte;
  return byte;
}

}  // namespace towpath::binlog
