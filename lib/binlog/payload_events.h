// PayloadEvents: the events inside a MySQL TRANSACTION_PAYLOAD, one at a time.
//
// The content is a run of events without checksums, decompressed a piece at a time, so that memory
// follows what was read of it and not its size.
#ifndef TOWPATH_LIB_BINLOG_PAYLOAD_EVENTS_H_
#define TOWPATH_LIB_BINLOG_PAYLOAD_EVENTS_H_

#include <cstdint>
#include <memory>
#include <span>

#include "binlog/arena.h"
#include "binlog/compression.h"
#include "model/chunk.h"
#include "towpath/status.h"

namespace towpath::binlog {

class PayloadEvents {
 public:
  // The budget counts the content as it is read.
  explicit PayloadEvents(std::shared_ptr<model::MemoryBudget> budget) : arena_(std::move(budget)) {}

  // `chunk` holds the payload and is kept until its end.
  void Start(const TransactionPayload& payload, std::shared_ptr<model::Chunk> chunk);
  // The next event, header and all, in chunk(); nothing at the end. kCorrupted: the message names
  // the event's number in the payload but not the place.
  Result<std::span<const uint8_t>> Next();

  bool reading() const { return payload_chunk_ != nullptr; }
  void Stop() { payload_chunk_ = nullptr; }
  const std::shared_ptr<model::Chunk>& chunk() const { return arena_.chunk(); }
  // Of the event that the next Next returns, from 0.
  uint32_t index() const { return index_; }

 private:
  PayloadReader reader_;
  Arena arena_;
  std::shared_ptr<model::Chunk> payload_chunk_;
  size_t have_ = 0;      // bytes of content in the arena behind the last event
  bool at_end_ = false;  // no more will come
  uint32_t index_ = 0;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_PAYLOAD_EVENTS_H_
