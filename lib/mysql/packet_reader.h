// PacketReader: the packets of a running dump, each as an event in a chunk.
//
// The protocol: a packet is a 3-byte length, a number and a payload; a payload of 2^24-1 bytes goes
// on in the next packet. During a dump the payload's first byte says what it is: 0 an event, 0xfe
// the end (if it is short), 0xff an error.
//
// There are two readers. Without TLS, DirectReader receives from the socket straight into chunks,
// many events at a time, and copies nothing but what a chunk's end cuts in two. With TLS the bytes
// come through Connector/C (LibraryReader): one copy. Events as large as a good part of a chunk get
// a chunk of their own.
#ifndef TOWPATH_LIB_MYSQL_PACKET_READER_H_
#define TOWPATH_LIB_MYSQL_PACKET_READER_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "model/chunk.h"
#include "mysql/connection.h"

namespace towpath::mysql {

class PacketReader {
 public:
  enum class Kind {
    kEvent,        // it is in the frame
    kEnd,          // the server has nothing more to send
    kError,        // the server's error: error() and text()
    kLost,         // the link broke: text() says how
    kSilent,       // nothing came: the link is as good as broken
    kMalformed,    // bytes that are no packet of a dump: text()
    kInterrupted,  // see Interrupt
  };

  virtual ~PacketReader() = default;

  // Waits for the next packet, never longer than `silence` for more bytes of it. The frame may
  // still hold the event before; then its chunk is released first, and reused if that was all.
  virtual Kind Next(std::chrono::milliseconds silence, model::Frame* frame) = 0;
  // Whether Next would return without waiting. False may be wrong. No system call.
  virtual bool Ready() const = 0;

  unsigned int error() const { return error_; }
  const std::string& text() const { return text_; }

  // For a connection on which a dump was just started; it must outlive the reader. Chunks are
  // charged to `budget`, which may be null; `chunk_bytes` is what a chunk of small events holds.
  // `direct`: a DirectReader if the connection allows it; otherwise a LibraryReader.
  static std::unique_ptr<PacketReader> Create(Connection& connection,
                                              std::shared_ptr<model::MemoryBudget> budget,
                                              size_t chunk_bytes, bool direct = true);
  // The DirectReader for any socket; `read_ahead` are bytes that were received from it already.
  static std::unique_ptr<PacketReader> Direct(int socket, const Interrupt& interrupt,
                                              std::span<const uint8_t> read_ahead,
                                              std::shared_ptr<model::MemoryBudget> budget,
                                              size_t chunk_bytes);

 protected:
  PacketReader() = default;

  unsigned int error_ = 0;
  std::string text_;
};

// A chunk that is filled from its front, and replaced when it is full.
class ChunkWriter {
 public:
  ChunkWriter(std::shared_ptr<model::MemoryBudget> budget, size_t chunk_bytes)
      : budget_(std::move(budget)), chunk_bytes_(chunk_bytes) {}

  // Events beyond this get a chunk of their own; so at most this much is copied between chunks.
  size_t largest_shared() const { return chunk_bytes_ / 4; }

  // Makes room for `size` more bytes in one piece with the last `tail` bytes written. `frame` is
  // what was handed out last: it is let go if that allows the chunk to be used again.
  void Reserve(size_t size, size_t tail, model::Frame* frame);
  uint8_t* end() { return chunk_->data() + used_; }
  size_t room() const { return chunk_ == nullptr ? 0 : chunk_->capacity() - used_; }
  void Wrote(size_t size) { used_ += size; }
  // Points the frame at `size` of the bytes written, `behind` bytes before their end.
  void HandOut(size_t behind, size_t size, model::Frame* frame) const {
    frame->bytes = {chunk_->data() + used_ - behind, size};
    frame->offset = 0;
    if (frame->chunk != chunk_) frame->chunk = chunk_;
  }
  const uint8_t* Back(size_t behind) const { return chunk_->data() + used_ - behind; }

  // A chunk for one large event.
  std::shared_ptr<model::Chunk> Single(size_t size) const {
    return model::Chunk::Allocate(size, budget_);
  }

 private:
  const std::shared_ptr<model::MemoryBudget> budget_;
  const size_t chunk_bytes_;
  std::shared_ptr<model::Chunk> chunk_;
  size_t used_ = 0;
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_PACKET_READER_H_
