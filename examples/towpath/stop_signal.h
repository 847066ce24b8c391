// StopSignal: SIGINT and SIGTERM close the stream that is being followed.
//
// A thread waits for the signals, so that a stop is an ordinary call from an ordinary thread: the
// stream's Close, which makes the blocked get return at once. While no stream is attached (it is
// still being opened, and nothing was handed out), when a second signal comes, or when the output
// takes nothing for two seconds, the process ends as it stands: streams are made for that.
#ifndef TOWPATH_EXAMPLES_TOWPATH_STOP_SIGNAL_H_
#define TOWPATH_EXAMPLES_TOWPATH_STOP_SIGNAL_H_

#include <atomic>
#include <mutex>
#include <thread>

#include "towpath/stream.h"

namespace tool {

class StopSignal {
 public:
  // Blocks the signals for the calling thread and all it starts from now on: create it first.
  // `exit_code`: of a process that is stopped while nothing is attached.
  explicit StopSignal(int exit_code);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  void Attach(towpath::Stream* stream);
  void Detach();  // waits for a Close under way
  bool stopped() const { return stopped_; }

 private:
  void Wait(int exit_code);

  std::atomic<bool> stopped_{false};
  std::atomic<bool> finished_{false};
  std::mutex mutex_;
  towpath::Stream* stream_ = nullptr;
  std::thread thread_;
};

}  // namespace tool

#endif  // TOWPATH_EXAMPLES_TOWPATH_STOP_SIGNAL_H_
