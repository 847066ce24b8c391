// Scheduler: threads, waiting and time of a simulation, all from one seed.
//
// Threads are fibers: one runs at a time and gives up its turn where it waits, where a test says
// so (Yield) and nowhere else; who comes next is drawn. Time stands still while somebody can run,
// but for some microseconds each turn, and else goes on to the next deadline. When all wait and
// none has a deadline, that is a failure: somebody was not woken.
//
// A mutex must not be held over a wait, but the one that is given up meanwhile.
#ifndef TOWPATH_TESTS_SIMULATION_SCHEDULER_H_
#define TOWPATH_TESTS_SIMULATION_SCHEDULER_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "stream/runtime.h"
#include "tests/support/random.h"

namespace towpath::test {

class Scheduler final : public stream::Runtime {
 public:
  // `trace`: whether to keep what Trace is told.
  Scheduler(uint64_t seed, bool trace);
  // Fibers that did not end are left as they are, with all that they hold.
  ~Scheduler() override;

  Random& random() { return random_; }

  // Runs `main` and what it starts, until all ended or one failed.
  void Run(std::function<void()> main);

  std::chrono::nanoseconds Elapsed() const override { return now_; }
  int64_t WallMicroseconds() const override;
  std::unique_ptr<stream::Condition> NewCondition() override;
  std::unique_ptr<stream::Thread> Start(std::function<void()> work) override;
  // The same, for the trace to name.
  std::unique_ptr<stream::Thread> Start(std::string name, std::function<void()> work);

  // --- for fibers ---

  // Perhaps others run.
  void Yield();
  void Sleep(std::chrono::nanoseconds time);
  // Ends the run. Never returns, and what the fibers have on their stacks stays there.
  [[noreturn]] void Fail(std::string why);
  template <typename... Arguments>
  void Trace(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    if (tracing_) AddTrace(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  bool tracing() const { return tracing_; }
  const std::string& failure() const { return failure_; }  // "": none
  const std::vector<std::string>& trace() const { return trace_; }
  // Of all turns so far: equal for equal runs.
  uint64_t digest() const { return digest_; }
  uint64_t turns() const { return turns_; }

 private:
  class Fiber;
  class FiberThread;
  class FiberCondition;

  // Gives up the turn until Wake(what), or the deadline.
  void Wait(const void* what, std::chrono::nanoseconds deadline);
  void Wake(const void* what);
  void SwitchToMain();
  Fiber* Next();
  void AddTrace(std::string text);
  std::string WhoWaits() const;

  struct Main;
  std::unique_ptr<Main> main_;
  Random random_;
  std::vector<std::shared_ptr<Fiber>> fibers_;  // that have not ended
  std::vector<Fiber*> candidates_;
  Fiber* current_ = nullptr;
  std::chrono::nanoseconds now_{0};
  bool spurious_ = false;  // waits may end for no reason
  unsigned stay_ = 0;      // percent of Yields that do nothing
  std::string failure_;
  bool tracing_ = false;
  std::vector<std::string> trace_;
  uint64_t digest_ = 0;
  uint64_t turns_ = 0;
  unsigned started_ = 0;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_SCHEDULER_H_
