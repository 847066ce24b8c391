// Marks: the numbers of batches, and the batches that are outstanding under them.
//
// Numbers come from a range that the store reserved before they are used, so that no crash makes a
// number come twice; a range costs one durable write for many gets.
//
// Thread safety: none; the stream core guards it.
#ifndef TOWPATH_LIB_STREAM_MARKS_H_
#define TOWPATH_LIB_STREAM_MARKS_H_

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>

#include "model/entry_data.h"
#include "towpath/status.h"

namespace towpath::stream {

struct OutstandingBatch {
  int64_t mark = 0;
  uint64_t begin = 0;  // sequence numbers it covers, those left out as duplicates included
  uint64_t end = 0;
  std::chrono::nanoseconds taken_at{0};  // by the stream's clock
  std::shared_ptr<const model::BatchData> data;
};

class Marks {
 public:
  static constexpr int64_t kReserve = 1000;

  // Numbering goes on at `next`; nothing is reserved yet.
  void Start(int64_t next) { next_ = reserved_ = next; }
  int64_t next() const { return next_; }
  // Whether a mark can be given without a durable write first.
  bool available() const { return next_ < reserved_; }
  // What a record must hold as next_mark so that more marks can be given after it was saved.
  int64_t reservation() const { return next_ + kReserve; }
  void Reserved(int64_t up_to) {
    if (up_to > reserved_) reserved_ = up_to;
  }

  // Requires available().
  int64_t Take() { return next_++; }

  void Push(OutstandingBatch batch) { batches_.push_back(std::move(batch)); }
  bool empty() const { return batches_.empty(); }
  size_t size() const { return batches_.size(); }
  const OutstandingBatch& front() const { return batches_.front(); }
  const OutstandingBatch& back() const { return batches_.back(); }
  // Null when `mark` is not outstanding.
  const OutstandingBatch* Find(int64_t mark) const;
  // The oldest one above `mark`; null when there is none.
  const OutstandingBatch* FirstAbove(int64_t mark) const;

  // The batch that an ack of `mark` means, given that everything up to `settled` is being
  // acknowledged already (0: nothing). `through`: older ones may be outstanding.
  // kInvalidArgument, kUnknownMark, kOutOfOrder.
  Result<const OutstandingBatch*> CheckAck(int64_t mark, int64_t settled, bool through) const;

  void DropThrough(int64_t mark);  // acknowledged
  void DropFrom(int64_t mark);     // rolled back

 private:
  int64_t next_ = 1;
  int64_t reserved_ = 1;
  std::deque<OutstandingBatch> batches_;  // by mark
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_MARKS_H_
