// EntryBuffer: the published entries that are not acknowledged, by sequence number.
//
// Sequence numbers count the entries of one opening of a stream from 0, in binlog order. The buffer
// holds runs of blocks and copies nothing.
//
// Thread safety: none; the stream core guards it.
#ifndef TOWPATH_LIB_STREAM_ENTRY_BUFFER_H_
#define TOWPATH_LIB_STREAM_ENTRY_BUFFER_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "model/entry_data.h"

namespace towpath::stream {

// Blocks to let go of once no lock is held: freeing megabytes takes its time.
using FreedBlocks = std::vector<std::shared_ptr<const model::EntryBlock>>;

class EntryBuffer {
 public:
  // The entries held are [begin(), end()).
  uint64_t begin() const { return begin_; }
  uint64_t end() const { return end_; }

  void Append(const model::Segment& segment);
  // Requires begin() <= seq < end().
  const model::EntryData& At(uint64_t seq) const;
  // Calls `visit(seq, entry)` for [from, to) in order while it returns true; returns where it
  // stopped. Requires begin() <= from <= to <= end().
  template <typename Visit>
  uint64_t Scan(uint64_t from, uint64_t to, Visit visit) const;
  // Appends the entries [from, to) as segments.
  void Copy(uint64_t from, uint64_t to, std::vector<model::Segment>* out) const;
  // Lets go of the entries before `seq`.
  void DropBefore(uint64_t seq, FreedBlocks* freed);

 private:
  struct Run {
    uint64_t begin;  // sequence number of its first entry
    model::Segment segment;
    uint64_t end() const { return begin + segment.count; }
  };
  // The index of the run that holds `seq`.
  size_t Find(uint64_t seq) const;

  std::deque<Run> runs_;
  uint64_t begin_ = 0;
  uint64_t end_ = 0;
};

template <typename Visit>
uint64_t EntryBuffer::Scan(uint64_t from, uint64_t to, Visit visit) const {
  if (from >= to) return from;
  size_t run = Find(from);
  while (from < to) {
    const Run& r = runs_[run++];
    for (; from < to && from < r.end(); ++from) {
      if (!visit(from, (*r.segment.block)[r.segment.first + (from - r.begin)])) return from;
    }
  }
  return from;
}

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_ENTRY_BUFFER_H_
