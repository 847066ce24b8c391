#include "stream/observer.h"

#include <algorithm>
#include <condition_variable>
#include <utility>

namespace towpath::stream {
namespace {

using Time = std::chrono::steady_clock::time_point;

// When the task is due next. One that took longer than its interval is not made up for.
Time After(const Observer::Task& task, Time now) {
  return task.interval.count() > 0 ? now + task.interval : Time::max();
}

}  // namespace

struct Observer::State {
  Task ask;
  Task report;
  std::mutex mutex;
  std::condition_variable changed;
  bool stopped = false;
  bool asking = false;
  std::thread::id thread;
};

Observer::~Observer() {
  Stop();
  Join();
  if (thread_.joinable()) thread_.detach();
}

void Observer::Start(Task ask, Task report) {
  if (ask.interval.count() == 0 && report.interval.count() == 0) return;
  state_ = std::make_shared<State>();
  state_->ask = std::move(ask);
  state_->report = std::move(report);
  const std::lock_guard lock(state_->mutex);  // until its number is known
  thread_ = std::thread([state = state_] { Run(state); });
  state_->thread = thread_.get_id();
}

bool Observer::IsOwnThread() const { return state_->thread == std::this_thread::get_id(); }

void Observer::Stop() {
  if (state_ == nullptr) return;
  std::unique_lock lock(state_->mutex);
  state_->stopped = true;
  state_->changed.notify_all();
  state_->changed.wait(lock, [this] { return !state_->asking; });
}

void Observer::Join() {
  if (state_ == nullptr || IsOwnThread()) return;
  const std::lock_guard lock(join_mutex_);
  if (thread_.joinable()) thread_.join();
}

void Observer::Run(const std::shared_ptr<State>& state) {
  std::unique_lock lock(state->mutex);
  Time ask = After(state->ask, std::chrono::steady_clock::now());
  Time report = After(state->report, std::chrono::steady_clock::now());
  while (!state->stopped) {
    const Time next = std::min(ask, report);
    if (std::chrono::steady_clock::now() < next) {
      state->changed.wait_until(lock, next);
      continue;
    }
    // A report tells what was just learned.
    if (next == ask) {
      state->asking = true;
      lock.unlock();
      state->ask.run();
      lock.lock();
      state->asking = false;
      state->changed.notify_all();
      ask = After(state->ask, std::chrono::steady_clock::now());
      continue;
    }
    lock.unlock();
    state->report.run();
    lock.lock();
    report = After(state->report, std::chrono::steady_clock::now());
  }
}

}  // namespace towpath::stream
