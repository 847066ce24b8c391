// Observer: the thread beside a stream that does things at intervals: asks the source for its end,
// calls the statistics callback.
//
// Stop and the end of the thread are two steps, so that a callback may close the stream, and a
// closing stream does not wait for a callback that waits for it: after Stop nothing begins any
// more, and no question to the source is under way; Join waits for the callback that may be.
//
// Thread safety: every call may be made from any thread.
#ifndef TOWPATH_LIB_STREAM_OBSERVER_H_
#define TOWPATH_LIB_STREAM_OBSERVER_H_

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace towpath::stream {

class Observer {
 public:
  struct Task {
    std::chrono::milliseconds interval{0};  // 0: never
    std::function<void()> run;
  };

  Observer() = default;
  // Stops. On the observer's own thread, in `report`: the thread ends when that returns, and does
  // not touch what `report` refers to again.
  ~Observer();
  Observer(const Observer&) = delete;
  Observer& operator=(const Observer&) = delete;

  // Once. Starts no thread when both are never.
  void Start(Task ask, Task report);
  // Waits for `ask`, if it runs; whoever calls this has made it return soon.
  void Stop();
  // After Stop. Returns at once on the observer's own thread.
  void Join();

 private:
  struct State;
  static void Run(const std::shared_ptr<State>& state);
  bool IsOwnThread() const;

  std::shared_ptr<State> state_;  // null: not started
  std::mutex join_mutex_;
  std::thread thread_;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_OBSERVER_H_
