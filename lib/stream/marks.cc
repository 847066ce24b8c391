#include "stream/marks.h"

#include <algorithm>

#include "fmt/format.h"

namespace towpath::stream {

const OutstandingBatch* Marks::FirstAbove(int64_t mark) const {
  const auto at =
      std::upper_bound(batches_.begin(), batches_.end(), mark,
                       [](int64_t m, const OutstandingBatch& batch) { return m < batch.mark; });
  return at != batches_.end() ? &*at : nullptr;
}

const OutstandingBatch* Marks::Find(int64_t mark) const {
  const OutstandingBatch* batch = FirstAbove(mark - 1);
  return batch != nullptr && batch->mark == mark ? batch : nullptr;
}

Result<const OutstandingBatch*> Marks::CheckAck(int64_t mark, int64_t settled, bool through) const {
  if (mark < 1) {
    return Status(
        Code::kInvalidArgument,
        fmt::format("{} is no mark: marks are 1 and above{}", mark,
                    mark == -1 ? ", and -1 stands for an empty batch, which needs no ack" : ""));
  }
  const OutstandingBatch* oldest = FirstAbove(settled);
  const OutstandingBatch* batch = mark > settled ? Find(mark) : nullptr;
  if (batch == nullptr) {
    return Status(Code::kUnknownMark,
                  fmt::format("mark {} is not outstanding: it was {}; {}", mark,
                              mark >= next_ ? "never given" : "acknowledged or rolled back before",
                              oldest != nullptr
                                  ? fmt::format("the oldest outstanding mark is {}", oldest->mark)
                                  : std::string("no mark is outstanding")));
  }
  if (!through && batch != oldest) {
    return Status(Code::kOutOfOrder,
                  fmt::format("ack of mark {}: mark {} is older and must be acknowledged first",
                              mark, oldest->mark));
  }
  return batch;
}

void Marks::DropThrough(int64_t mark) {
  while (!batches_.empty() && batches_.front().mark <= mark) batches_.pop_front();
}

void Marks::DropFrom(int64_t mark) {
  while (!batches_.empty() && batches_.back().mark >= mark) batches_.pop_back();
}

}  // namespace towpath::stream
