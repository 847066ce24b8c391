// Clock: what time it is, as the stream core asks it; a simulation brings its own.
#ifndef TOWPATH_LIB_STREAM_CLOCK_H_
#define TOWPATH_LIB_STREAM_CLOCK_H_

#include <chrono>
#include <cstdint>

namespace towpath::stream {

class Clock {
 public:
  virtual ~Clock() = default;
  // Never goes back; from an arbitrary beginning.
  virtual std::chrono::nanoseconds Elapsed() const = 0;
  // Microseconds since 1970-01-01 UTC.
  virtual int64_t WallMicroseconds() const = 0;
};

class SystemClock final : public Clock {
 public:
  std::chrono::nanoseconds Elapsed() const override {
    return std::chrono::steady_clock::now().time_since_epoch();
  }
  int64_t WallMicroseconds() const override {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  }
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_CLOCK_H_
