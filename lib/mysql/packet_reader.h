// PacketReader: the packets of a running dump, each as an event in a chunk.
//
// The protocol: a packet is a 3-byte length, a number and a payload; a payload of 2^24-1 bytes goes
// on in the next packet. During a dump its first byte says what it is: 0 an event, 0xfe the end
// (if it is short), 0xff an error.
#ifndef TOWPATH_LIB_MYSQL_PACKET_READER_H_
#define TOWPATH_LIB_MYSQL_PACKET_READER_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "model/chunk.h"
#include "mysql/connection.h"

namespace towpath::mysql {

class PacketReader {
 public:
  enum class Kind { kEvent, kEnd, kError, kLost, kSilent, kInterrupted };

  virtual ~PacketReader() = default;

  // Waits for the next packet, at most `silence` for its first byte. kEvent: it is in `frame`.
  // kError: the server's error is in error() and text(). kLost: the link broke, text() says how.
  // kSilent: nothing came, the link is as good as broken.
  virtual Kind Next(std::chrono::milliseconds silence, model::Frame* frame) = 0;
  // Whether Next would return without waiting. False may be wrong.
  virtual bool Ready() const = 0;

  unsigned int error() const { return error_; }
  const std::string& text() const { return text_; }

  // For a connection on which a dump was just started; it must outlive the reader. Chunks are
  // charged to `budget`, which may be null; `chunk_bytes` is what a chunk of small events holds.
  static std::unique_ptr<PacketReader> Create(Connection& connection,
                                              std::shared_ptr<model::MemoryBudget> budget,
                                              size_t chunk_bytes);

 protected:
  PacketReader() = default;

  unsigned int error_ = 0;
  std::string text_;
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_PACKET_READER_H_
