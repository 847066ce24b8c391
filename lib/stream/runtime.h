// Runtime: time, waiting and threads, as a stream uses them; a simulation brings its own.
//
// Thread safety: every call may be made from any thread.
#ifndef TOWPATH_LIB_STREAM_RUNTIME_H_
#define TOWPATH_LIB_STREAM_RUNTIME_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace towpath::stream {

// A condition variable. Waits may end for no reason, as its waits do.
class Condition {
 public:
  virtual ~Condition() = default;
  virtual void Wait(std::unique_lock<std::mutex>& lock) = 0;
  virtual void WaitFor(std::unique_lock<std::mutex>& lock, std::chrono::nanoseconds time) = 0;
  virtual void NotifyAll() = 0;
};

// Runs beside the others; must be joined before it is destroyed.
class Thread {
 public:
  virtual ~Thread() = default;
  virtual void Join() = 0;
};

class Runtime {
 public:
  virtual ~Runtime() = default;
  // Never goes back; from an arbitrary beginning.
  virtual std::chrono::nanoseconds Elapsed() const = 0;
  // Microseconds since 1970-01-01 UTC.
  virtual int64_t WallMicroseconds() const = 0;
  virtual std::unique_ptr<Condition> NewCondition() = 0;
  virtual std::unique_ptr<Thread> Start(std::function<void()> work) = 0;
};

class SystemRuntime : public Runtime {
 public:
  std::chrono::nanoseconds Elapsed() const override {
    return std::chrono::steady_clock::now().time_since_epoch();
  }
  int64_t WallMicroseconds() const override {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  }
  std::unique_ptr<Condition> NewCondition() override { return std::make_unique<SystemCondition>(); }
  std::unique_ptr<Thread> Start(std::function<void()> work) override {
    return std::make_unique<SystemThread>(std::move(work));
  }

 private:
  class SystemCondition final : public Condition {
   public:
    void Wait(std::unique_lock<std::mutex>& lock) override { variable_.wait(lock); }
    void WaitFor(std::unique_lock<std::mutex>& lock, std::chrono::nanoseconds time) override {
      variable_.wait_for(lock, time);
    }
    void NotifyAll() override { variable_.notify_all(); }

   private:
    std::condition_variable variable_;
  };
  class SystemThread final : public Thread {
   public:
    explicit SystemThread(std::function<void()> work) : thread_(std::move(work)) {}
    void Join() override { thread_.join(); }

   private:
    std::thread thread_;
  };
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_RUNTIME_H_
