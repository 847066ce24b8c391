// Compressed parts of events: MariaDB's blocks (log_bin_compress) and column values
// (VARCHAR ... COMPRESSED), and MySQL's transaction payloads.
#ifndef TOWPATH_LIB_BINLOG_COMPRESSION_H_
#define TOWPATH_LIB_BINLOG_COMPRESSION_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "towpath/status.h"

struct ZSTD_DCtx_s;

namespace towpath::binlog {

// Whether a deflate stream of that many bytes can have so much content. A size that is claimed, and
// can not be, is refused before memory is taken for it.
bool CanInflateTo(size_t stream_size, size_t content_size);

// MariaDB's block: a byte 0x80 | algorithm << 4 | n, the size of the content in n bytes big endian,
// then a zlib stream to the end (MariaDB log_event.cc, binlog_buf_compress).
struct CompressedBlock {
  size_t content_size = 0;
  std::span<const uint8_t> stream;
};
// False when it can not be right or its content could not be an event's.
bool ParseCompressedBlock(std::span<const uint8_t> block, CompressedBlock* out);

// Inflates zlib and raw deflate streams. Keeps its working memory: one for each thread that needs
// one.
class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Fills exactly `size` bytes at `out`. False when the stream has not as many, or is damaged.
  bool Inflate(std::span<const uint8_t> stream, bool zlib_wrapped, uint8_t* out, size_t size);

 private:
  void* decompressor_ = nullptr;
};

// TRANSACTION_PAYLOAD: fields {type, length, value}, all length-encoded, then the payload.
struct TransactionPayload {
  enum class Compression : uint8_t { kZstd = 0, kNone = 255 };
  Compression compression = Compression::kNone;
  uint64_t content_size = 0;  // 0: not said
  std::span<const uint8_t> payload;
};
// `body` is the event without header and checksum. kCorrupted, kUnsupported (the algorithm).
Status ParseTransactionPayload(std::span<const uint8_t> body, TransactionPayload* out);

// The content of a payload, a piece at a time. The memory it takes follows the content that the
// payload can have, not the window that its frames ask for: that follows the level of compression,
// 128 MiB at the highest, and older servers ask for it whatever the size of the transaction.
class PayloadReader {
 public:
  PayloadReader();
  ~PayloadReader();
  PayloadReader(const PayloadReader&) = delete;
  PayloadReader& operator=(const PayloadReader&) = delete;

  void Start(const TransactionPayload& payload);
  // Fills up to `size` bytes at `out`; *filled is less only at the end. kCorrupted when the stream
  // is damaged, ends early or has more content than the event said.
  Status Read(uint8_t* out, size_t size, size_t* filled);
  // What it keeps from payload to payload, in bytes; a smaller window may replace a large one after
  // some payloads that need less.
  size_t memory() const;

 private:
  Status BeginFrame();
  Status HasMore() const;

  TransactionPayload payload_;
  size_t used_ = 0;  // of payload_.payload
  uint64_t produced_ = 0;
  bool frame_complete_ = true;
  ZSTD_DCtx_s* stream_ = nullptr;  // made when first needed
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_COMPRESSION_H_
