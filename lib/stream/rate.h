// Rate: how much came in the last ten seconds, per second.
#ifndef TOWPATH_LIB_STREAM_RATE_H_
#define TOWPATH_LIB_STREAM_RATE_H_

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace towpath::stream {

// Counts by second, in a ring. Thread safety: none.
class Rate {
 public:
  // Times are of one clock that never goes back.
  using Time = std::chrono::nanoseconds;

  void Start(Time now) { begin_ = now; }
  void Add(uint64_t amount, Time now) {
    const int64_t second = SecondOf(now);
    Second& at = seconds_[static_cast<size_t>(second) % seconds_.size()];
    if (at.second != second) at = Second{second, 0};
    at.amount += amount;
  }
  // The mean since ten seconds before the second of `now` began, or since Start.
  double PerSecond(Time now) const {
    const int64_t last = SecondOf(now);
    uint64_t sum = 0;
    for (const Second& at : seconds_) {
      if (at.second >= last - kWindow && at.second <= last) sum += at.amount;
    }
    const Time from = std::max(begin_, Time(std::chrono::seconds(last - kWindow)));
    // Less than a second says little: an hour's rate from a microsecond's work.
    const double seconds = std::max(1.0, std::chrono::duration<double>(now - from).count());
    return static_cast<double>(sum) / seconds;
  }

 private:
  static constexpr int64_t kWindow = 10;
  struct Second {
    int64_t second = -1;
    uint64_t amount = 0;
  };
  static int64_t SecondOf(Time now) {
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
  }

  std::array<Second, kWindow + 1> seconds_{};
  Time begin_{0};
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_RATE_H_
