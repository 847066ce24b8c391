// Fifo: a queue with random access that, once it has grown to the size it needs, allocates nothing.
//
// std::deque allocates for every few elements that pass through it.
//
// Thread safety: none.
#ifndef TOWPATH_LIB_STREAM_FIFO_H_
#define TOWPATH_LIB_STREAM_FIFO_H_

#include <cstddef>
#include <utility>
#include <vector>

namespace towpath::stream {

template <typename T>
class Fifo {
 public:
  using Iterator = typename std::vector<T>::const_iterator;

  bool empty() const { return front_ == items_.size(); }
  size_t size() const { return items_.size() - front_; }
  Iterator begin() const { return items_.begin() + static_cast<std::ptrdiff_t>(front_); }
  Iterator end() const { return items_.end(); }
  const T& operator[](size_t i) const { return items_[front_ + i]; }
  const T& front() const { return items_[front_]; }
  T& back() { return items_.back(); }

  // Invalidates iterators.
  void push_back(T item) {
    if (items_.size() == items_.capacity() && front_ > items_.size() / 2) {
      items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(front_));
      front_ = 0;
    }
    items_.push_back(std::move(item));
  }
  // Lets go of what the element holds at once, of its place later.
  void pop_front() {
    items_[front_++] = T();
    if (!empty()) return;
    items_.clear();
    front_ = 0;
  }

 private:
  std::vector<T> items_;
  size_t front_ = 0;  // the elements before were popped
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_FIFO_H_
