#include "stop_signal.h"

#include <pthread.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include "progress.h"

namespace tool {
namespace {

constexpr time_t kPatienceSeconds = 2;

sigset_t StopSignals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

[[noreturn]] void Exit(int code) {
  Progress::ClearLine();
  std::_Exit(code);
}

}  // namespace

StopSignal::StopSignal(int exit_code) {
  const sigset_t set = StopSignals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  thread_ = std::thread([this, exit_code] { Wait(exit_code); });
}

StopSignal::~StopSignal() {
  finished_ = true;
  pthread_kill(thread_.native_handle(), SIGINT);  // it waits for that
  thread_.join();
}

void StopSignal::Attach(towpath::Stream* stream) {
  const std::lock_guard lock(mutex_);
  stream_ = stream;
}

void StopSignal::Detach() {
  const std::lock_guard lock(mutex_);
  stream_ = nullptr;
}

void StopSignal::Wait(int exit_code) {
  const sigset_t set = StopSignals();
  int signal = 0;
  sigwait(&set, &signal);
  if (finished_) return;
  {
    const std::lock_guard lock(mutex_);
    if (stream_ == nullptr) Exit(exit_code);
    stopped_ = true;
    // Its status is the caller's business: it closes too, when it is done.
    static_cast<void>(stream_->Close());
  }
  // The main thread ends by itself, unless it waits for a reader of the output that does not read.
  // A second signal does not wait for that.
  const timespec patience{kPatienceSeconds, 0};
  while (sigtimedwait(&set, nullptr, &patience) == -1 && errno == EINTR) continue;
  if (!finished_) Exit(exit_code);
}

}  // namespace tool
