#include "stream/entry_buffer.h"

#include <algorithm>

namespace towpath::stream {

void EntryBuffer::Append(const model::Segment& segment) {
  if (!runs_.empty()) {
    model::Segment& last = runs_.back().segment;
    if (last.block == segment.block && last.first + last.count == segment.first) {
      last.count += segment.count;
      end_ += segment.count;
      return;
    }
  }
  runs_.push_back(Run{end_, segment});
  end_ += segment.count;
}

size_t EntryBuffer::Find(uint64_t seq) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), seq,
                                      [](uint64_t s, const Run& run) { return s < run.begin; });
  return static_cast<size_t>(after - runs_.begin()) - 1;
}

const model::EntryData& EntryBuffer::At(uint64_t seq) const {
  const Run& run = runs_[Find(seq)];
  return (*run.segment.block)[run.segment.first + (seq - run.begin)];
}

void EntryBuffer::Copy(uint64_t from, uint64_t to, std::vector<model::Segment>* out) const {
  if (from >= to) return;
  for (size_t i = Find(from); from < to; ++i) {
    const Run& run = runs_[i];
    const uint64_t stop = std::min(to, run.end());
    model::Segment segment = run.segment;
    segment.first += static_cast<uint32_t>(from - run.begin);
    segment.count = static_cast<uint32_t>(stop - from);
    out->push_back(std::move(segment));
    from = stop;
  }
}

void EntryBuffer::DropBefore(uint64_t seq, FreedBlocks* freed) {
  while (!runs_.empty() && runs_.front().end() <= seq) {
    freed->push_back(std::move(runs_.front().segment.block));
    runs_.pop_front();
  }
  if (!runs_.empty() && runs_.front().begin < seq) {
    Run& run = runs_.front();
    const auto dropped = static_cast<uint32_t>(seq - run.begin);
    run.segment.first += dropped;
    run.segment.count -= dropped;
    run.begin = seq;
  }
  begin_ = seq;
}

}  // namespace towpath::stream
