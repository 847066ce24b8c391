#include "binlog/compression.h"

#include <fmt/format.h>
#include <libdeflate.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "binlog/byte_reader.h"
#include "binlog/event.h"
#include "binlog/zstd_frame.h"

namespace towpath::binlog {

bool CanInflateTo(size_t stream_size, size_t content_size) {
  constexpr size_t kMaxRatio = 1032;  // two bits for a match of the longest length, 258 bytes
  return content_size / kMaxRatio <= stream_size;
}

bool ParseCompressedBlock(std::span<const uint8_t> block, CompressedBlock* out) {
  ByteReader in(block);
  const uint8_t head = in.U8();
  const unsigned length_bytes = head & 7;
  if ((head & 0x80) == 0 || (head & 0x70) != 0 || length_bytes < 1 || length_bytes > 4)
    return false;
  const auto length = in.Bytes(length_bytes);
  if (!in.ok()) return false;
  out->content_size = LoadBe(length.data(), length_bytes);
  out->stream = in.rest();
  return out->content_size <= kMaxEventSize && CanInflateTo(out->stream.size(), out->content_size);
}

Inflater::Inflater() = default;

Inflater::~Inflater() {
  if (decompressor_ != nullptr)
    libdeflate_free_decompressor(static_cast<libdeflate_decompressor*>(decompressor_));
}

bool Inflater::Inflate(std::span<const uint8_t> stream, bool zlib_wrapped, uint8_t* out,
                       size_t size) {
  if (decompressor_ == nullptr) decompressor_ = libdeflate_alloc_decompressor();
  if (decompressor_ == nullptr) return false;
  auto* decompressor = static_cast<libdeflate_decompressor*>(decompressor_);
  const auto result = zlib_wrapped
                          ? libdeflate_zlib_decompress(decompressor, stream.data(), stream.size(),
                                                       out, size, nullptr)
                          : libdeflate_deflate_decompress(decompressor, stream.data(),
                                                          stream.size(), out, size, nullptr);
  return result == LIBDEFLATE_SUCCESS;
}

Status ParseTransactionPayload(std::span<const uint8_t> body, TransactionPayload* out) {
  enum Field : uint8_t { kEnd = 0, kSize = 1, kCompression = 2, kContentSize = 3 };
  *out = TransactionPayload();
  uint64_t compression = static_cast<uint64_t>(TransactionPayload::Compression::kNone);
  uint64_t size = 0;
  bool has_size = false;
  ByteReader in(body);
  for (;;) {
    const uint64_t type = in.Lenenc();
    if (!in.ok()) return Status(Code::kCorrupted, "its fields have no end");
    if (type == kEnd) break;
    ByteReader value(in.Bytes(in.Lenenc()));
    if (type != kSize && type != kCompression && type != kContentSize) continue;
    const uint64_t number = value.Lenenc();
    if (!in.ok() || !value.ok()) return Status(Code::kCorrupted, "a field can not be right");
    if (type == kCompression) compression = number;
    if (type == kContentSize) out->content_size = number;
    if (type == kSize) {
      size = number;
      has_size = true;
    }
  }
  if (compression != static_cast<uint64_t>(TransactionPayload::Compression::kZstd) &&
      compression != static_cast<uint64_t>(TransactionPayload::Compression::kNone))
    return Status(Code::kUnsupported, fmt::format("compression algorithm {}", compression));
  out->compression = static_cast<TransactionPayload::Compression>(compression);
  out->payload = in.rest();
  if (has_size) {
    if (size > out->payload.size())
      return Status(Code::kCorrupted, "its payload is longer than the event");
    out->payload = out->payload.first(size);
  }
  return Status::Ok();
}

PayloadReader::PayloadReader() = default;
PayloadReader::~PayloadReader() { ZSTD_freeDCtx(stream_); }

void PayloadReader::Start(const TransactionPayload& payload) {
  payload_ = payload;
  used_ = 0;
  produced_ = 0;
  frame_complete_ = true;
  if (stream_ != nullptr) ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only);
}

size_t PayloadReader::memory() const { return ZSTD_sizeof_DCtx(stream_); }

Status PayloadReader::HasMore() const {
  return Status(Code::kCorrupted, fmt::format("its payload has more than the {} bytes it names",
                                              payload_.content_size));
}

// Looks at the frame that comes next, before zstd does and takes what the frame's header asks for.
Status PayloadReader::BeginFrame() {
  const std::span<const uint8_t> rest = payload_.payload.subspan(used_);
  ZstdFrame frame;
  // zstd itself may have been built to read the formats that came before this one too.
  if (!ParseZstdFrame(rest, &frame))
    return Status(Code::kCorrupted, "its payload does not decompress (no zstd frame)");
  if (frame.skippable) return Status::Ok();
  const uint64_t left =
      payload_.content_size == 0 ? frame.most_content : payload_.content_size - produced_;
  if (frame.content_size.has_value()) {
    // zstd takes no more than that.
    if (*frame.content_size > frame.most_content)
      return Status(Code::kCorrupted,
                    fmt::format("its payload can not have the {} bytes that its frame names",
                                *frame.content_size));
    return *frame.content_size > left ? HasMore() : Status::Ok();
  }
  // No copy reaches back beyond the frame's content, so a window of that size is as good as a
  // larger one. Not below a block, which a smaller window would make smaller.
  const uint64_t enough = std::max(kMaxZstdBlock, std::min(left, frame.most_content));
  if (frame.window_size <= enough) return Status::Ok();
  std::array<uint8_t, kZstdWindowAt + 1> head;
  std::copy_n(rest.begin(), head.size(), head.begin());
  head[kZstdWindowAt] = std::min(head[kZstdWindowAt], ZstdWindowByte(enough));
  ZSTD_inBuffer in{head.data(), head.size(), 0};
  ZSTD_outBuffer none{nullptr, 0, 0};
  const size_t result = ZSTD_decompressStream(stream_, &none, &in);
  if (ZSTD_isError(result) || in.pos != in.size)
    return Status(Code::kInternal, "zstd does not take the head of a frame");
  used_ += head.size();
  frame_complete_ = false;
  return Status::Ok();
}

Status PayloadReader::Read(uint8_t* out, size_t size, size_t* filled) {
  *filled = 0;
  const std::span<const uint8_t> payload = payload_.payload;
  if (payload_.compression == TransactionPayload::Compression::kNone) {
    *filled = std::min(size, payload.size() - used_);
    if (*filled != 0) std::memcpy(out, payload.data() + used_, *filled);
    used_ += *filled;
    produced_ += *filled;
  } else {
    if (stream_ == nullptr) stream_ = ZSTD_createDCtx();
    if (stream_ == nullptr) return Status(Code::kInternal, "zstd has no memory");
    // A payload is one frame or several, one behind the other.
    while (*filled < size && (used_ < payload.size() || !frame_complete_)) {
      if (frame_complete_)
        if (Status status = BeginFrame(); !status.ok()) return status;
      ZSTD_inBuffer in{payload.data(), payload.size(), used_};
      ZSTD_outBuffer to{out, size, *filled};
      const size_t result = ZSTD_decompressStream(stream_, &to, &in);
      if (ZSTD_isError(result))
        return Status(Code::kCorrupted, fmt::format("its payload does not decompress ({})",
                                                    ZSTD_getErrorName(result)));
      frame_complete_ = result == 0;
      if (in.pos == used_ && to.pos == *filled && !frame_complete_)
        return Status(Code::kCorrupted, "its payload ends early");
      used_ = in.pos;
      produced_ += to.pos - *filled;
      *filled = to.pos;
      if (payload_.content_size != 0 && produced_ > payload_.content_size) return HasMore();
    }
  }
  if (payload_.content_size != 0 && *filled < size && produced_ != payload_.content_size)
    return Status(Code::kCorrupted, fmt::format("its payload has {} bytes, not the {} it names",
                                                produced_, payload_.content_size));
  if (payload_.content_size != 0 && produced_ > payload_.content_size) return HasMore();
  return Status::Ok();
}

}  // namespace towpath::binlog
