// Batch: entries handed out by one get, in binlog order, with the mark that acknowledges them.
//
// A Batch is a counted reference: copying is cheap, and the memory lives until the last copy is
// gone, also after ack, rollback and close of the stream.
// Thread safety: immutable; may be read from many threads.
#ifndef TOWPATH_BATCH_H_
#define TOWPATH_BATCH_H_

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>

#include "towpath/entry.h"

namespace towpath {

namespace model {
struct BatchData;
}

class Batch {
 public:
  static constexpr int64_t kNoMark = -1;

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Entry;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Entry;

    Entry operator*() const;
    Iterator& operator++();
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }

   private:
    friend class Batch;
    const model::BatchData* batch_ = nullptr;
    size_t index_ = 0;    // in the batch
    size_t segment_ = 0;  // which run of adjacent entries
    size_t offset_ = 0;   // in the segment
  };

  Batch() = default;  // empty, kNoMark
  explicit Batch(std::shared_ptr<const model::BatchData> data) : data_(std::move(data)) {}

  // kNoMark when there is nothing to ack. A batch with a mark may be empty (dedup.mode=drop).
  int64_t mark() const;
  size_t size() const;  // entries
  bool empty() const { return size() == 0; }
  Entry operator[](size_t index) const;  // index < size(); O(size / 256)
  Iterator begin() const;
  Iterator end() const;

 private:
  std::shared_ptr<const model::BatchData> data_;
};

}  // namespace towpath

#endif  // TOWPATH_BATCH_H_
