// ZstdFrame: what a zstd frame (RFC 8878) says of itself, and how much it can hold, found without
// decompressing it. A decompressor takes memory for what the header says before it has seen a byte
// of content; this tells whether there is anything behind it.
#ifndef TOWPATH_LIB_BINLOG_ZSTD_FRAME_H_
#define TOWPATH_LIB_BINLOG_ZSTD_FRAME_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace towpath::binlog {

inline constexpr uint64_t kMaxZstdBlock = 128 * 1024;  // content of any block

struct ZstdFrame {
  bool skippable = false;  // it has no content; nothing else is set
  // How far back a copy may reach, and so what a decompressor has to keep.
  uint64_t window_size = 0;
  std::optional<uint64_t> content_size;
  // No content of these blocks is longer. If the frame is cut off or damaged: of those before.
  uint64_t most_content = 0;
};

// The frame at the beginning of `bytes`. False when there is none, or its header is cut off.
bool ParseZstdFrame(std::span<const uint8_t> bytes, ZstdFrame* out);

// Where in a frame without a content size the byte stands that tells its window.
inline constexpr size_t kZstdWindowAt = 5;
// That byte for the smallest window of at least `size` bytes. `size` is at most 2^41.
uint8_t ZstdWindowByte(uint64_t size);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_ZSTD_FRAME_H_
