#include "towpath/batch.h"

#include "model/entry_data.h"

namespace towpath {
namespace {

Entry EntryAt(const model::BatchData& batch, size_t index, const model::Segment& segment,
              size_t offset) {
  const bool duplicate = !batch.duplicates.empty() && batch.duplicates[index];
  return Entry(&(*segment.block)[segment.first + offset], duplicate);
}

}  // namespace

int64_t Batch::mark() const { return data_ != nullptr ? data_->mark : kNoMark; }

size_t Batch::size() const { return data_ != nullptr ? data_->size : 0; }

Entry Batch::operator[](size_t index) const {
  size_t offset = index;
  size_t segment = 0;
  while (offset >= data_->segments[segment].count) offset -= data_->segments[segment++].count;
  return EntryAt(*data_, index, data_->segments[segment], offset);
}

Batch::Iterator Batch::begin() const {
  Iterator it;
  it.batch_ = data_.get();
  return it;
}

Batch::Iterator Batch::end() const {
  Iterator it;
  it.index_ = size();
  return it;
}

Entry Batch::Iterator::operator*() const {
  return EntryAt(*batch_, index_, batch_->segments[segment_], offset_);
}

Batch::Iterator& Batch::Iterator::operator++() {
  ++index_;
  if (++offset_ == batch_->segments[segment_].count) {
    ++segment_;
    offset_ = 0;
  }
  return *this;
}

}  // namespace towpath
