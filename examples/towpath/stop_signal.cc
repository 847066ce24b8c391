#include "stop_signal.h"

#include <pthread.h>

#include <csignal>
#include <cstdlib>

#include "progress.h"

namespace tool {
namespace {

sigset_t StopSignals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopSignal::StopSignal(int exit_code) {
  const sigset_t set = StopSignals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  thread_ = std::thread([this, exit_code] { Wait(exit_code); });
}

StopSignal::~StopSignal() {
  finished_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
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
  for (;;) {
    int signal = 0;
    sigwait(&set, &signal);
    if (finished_) return;
    const std::lock_guard lock(mutex_);
    if (stream_ == nullptr || stopped_.exchange(true)) {  // also: asked twice
      Progress::ClearLine();
      std::_Exit(exit_code);
    }
    // Its status is the caller's business: it closes too, when it is done.
    static_cast<void>(stream_->Close());
  }
}

}  // namespace tool
