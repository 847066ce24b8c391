#include "tests/simulation/scheduler.h"

#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TOWPATH_FIBERS_ASAN 1
#endif
#if __has_feature(thread_sanitizer)
#define TOWPATH_FIBERS_TSAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define TOWPATH_FIBERS_ASAN 1
#endif
#if defined(__SANITIZE_THREAD__)
#define TOWPATH_FIBERS_TSAN 1
#endif
#ifdef TOWPATH_FIBERS_ASAN
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef TOWPATH_FIBERS_TSAN
#include <sanitizer/tsan_interface.h>
#endif

namespace towpath::test {
namespace {

using std::chrono::nanoseconds;

constexpr nanoseconds kNever = nanoseconds::max();
constexpr uint64_t kMostTurns = 400'000;
constexpr int64_t kWallBegin = 1'700'000'000'000'000;

// A stack with a page below it that nobody may touch. They are kept for the next fibers of the
// thread.
class Stack {
 public:
  static constexpr size_t kSize = 256 << 10;

  static Stack Take() {
    if (Free().empty()) return Stack(Map());
    char* const memory = Free().back();
    Free().pop_back();
    return Stack(memory);
  }
  Stack(Stack&& other) noexcept : memory_(std::exchange(other.memory_, nullptr)) {}
  ~Stack() {
    if (memory_ != nullptr) Free().push_back(memory_);
  }
  char* bottom() const { return memory_; }
  void Leak() { memory_ = nullptr; }

 private:
  explicit Stack(char* memory) : memory_(memory) {}
  static std::vector<char*>& Free() {
    thread_local std::vector<char*> stacks;
    return stacks;
  }
  static char* Map() {
    const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
    void* const memory = mmap(nullptr, kSize + page, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED || mprotect(memory, page, PROT_NONE) != 0) std::abort();
    return static_cast<char*>(memory) + page;
  }

  char* memory_;
};

// A place to switch to, told to the sanitizers.
struct Context {
  ucontext_t context{};
  const void* bottom = nullptr;
  size_t size = 0;
#ifdef TOWPATH_FIBERS_TSAN
  void* tsan = nullptr;
#endif
};

void Switch(Context* from, Context* to, bool last) {
#ifdef TOWPATH_FIBERS_ASAN
  void* fake = nullptr;
  __sanitizer_start_switch_fiber(last ? nullptr : &fake, to->bottom, to->size);
#endif
#ifdef TOWPATH_FIBERS_TSAN
  __tsan_switch_to_fiber(to->tsan, 0);
#endif
  static_cast<void>(last);
  swapcontext(&from->context, &to->context);
#ifdef TOWPATH_FIBERS_ASAN
  __sanitizer_finish_switch_fiber(fake, nullptr, nullptr);
#endif
}

}  // namespace

struct Scheduler::Main {
  Context context;
};

class Scheduler::Fiber {
 public:
  Fiber(Scheduler* scheduler, std::string name, unsigned number, std::function<void()> work)
      : scheduler_(scheduler),
        name_(std::move(name)),
        number_(number),
        work_(std::move(work)),
        stack_(Stack::Take()) {
    getcontext(&context_.context);
    context_.context.uc_stack.ss_sp = stack_.bottom();
    context_.context.uc_stack.ss_size = Stack::kSize;
    context_.context.uc_link = nullptr;
    context_.bottom = stack_.bottom();
    context_.size = Stack::kSize;
#ifdef TOWPATH_FIBERS_TSAN
    context_.tsan = __tsan_create_fiber(0);
#endif
    const auto self = reinterpret_cast<uintptr_t>(this);
    makecontext(&context_.context, reinterpret_cast<void (*)()>(&Fiber::Enter), 2,
                static_cast<unsigned>(self >> 32), static_cast<unsigned>(self));
  }
  ~Fiber() {
#ifdef TOWPATH_FIBERS_TSAN
    __tsan_destroy_fiber(context_.tsan);
#endif
    if (!ended_) {
      stack_.Leak();
      // What it refers to may be on its stack. Without memory there is no test to go on with.
      // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new)
      new std::function<void()>(std::move(work_));
    }
  }

 private:
  friend class Scheduler;

  static void Enter(unsigned high, unsigned low) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): makecontext hands over numbers only.
    auto* const self = reinterpret_cast<Fiber*>(uintptr_t{high} << 32 | low);
#ifdef TOWPATH_FIBERS_ASAN
    __sanitizer_finish_switch_fiber(nullptr, nullptr, nullptr);
#endif
    self->work_();
    self->work_ = nullptr;
    self->ended_ = true;
    Switch(&self->context_, &self->scheduler_->main_->context, /*last=*/true);
  }

  Scheduler* scheduler_;
  std::string name_;
  unsigned number_;
  std::function<void()> work_;
  Stack stack_;
  Context context_;
  bool ended_ = false;
  const void* waits_for_ = nullptr;
  nanoseconds deadline_ = kNever;
};

class Scheduler::FiberThread final : public stream::Thread {
 public:
  FiberThread(Scheduler* scheduler, std::shared_ptr<Fiber> fiber)
      : scheduler_(scheduler), fiber_(std::move(fiber)) {}
  void Join() override {
    while (!fiber_->ended_) scheduler_->Wait(fiber_.get(), kNever);
  }

 private:
  Scheduler* scheduler_;
  std::shared_ptr<Fiber> fiber_;
};

class Scheduler::FiberCondition final : public stream::Condition {
 public:
  explicit FiberCondition(Scheduler* scheduler) : scheduler_(scheduler) {}
  void Wait(std::unique_lock<std::mutex>& lock) override {
    lock.unlock();
    scheduler_->Wait(this, kNever);
    lock.lock();
  }
  void WaitFor(std::unique_lock<std::mutex>& lock, nanoseconds time) override {
    lock.unlock();
    scheduler_->Wait(this, scheduler_->now_ + time);
    lock.lock();
  }
  void NotifyAll() override { scheduler_->Wake(this); }

 private:
  Scheduler* scheduler_;
};

Scheduler::Scheduler(uint64_t seed, bool trace)
    : main_(std::make_unique<Main>()), random_(seed), tracing_(trace) {
  spurious_ = random_.Chance(50);
  stay_ = random_.Pick({0U, 30U, 70U});
}

Scheduler::~Scheduler() = default;

int64_t Scheduler::WallMicroseconds() const {
  return kWallBegin + std::chrono::duration_cast<std::chrono::microseconds>(now_).count();
}

std::unique_ptr<stream::Condition> Scheduler::NewCondition() {
  return std::make_unique<FiberCondition>(this);
}

std::unique_ptr<stream::Thread> Scheduler::Start(std::function<void()> work) {
  return Start("thread", std::move(work));
}

std::unique_ptr<stream::Thread> Scheduler::Start(std::string name, std::function<void()> work) {
  const unsigned number = started_++;
  auto fiber =
      std::make_shared<Fiber>(this, fmt::format("{}-{}", name, number), number, std::move(work));
  fibers_.push_back(fiber);
  return std::make_unique<FiberThread>(this, std::move(fiber));
}

Scheduler::Fiber* Scheduler::Next() {
  for (;;) {
    candidates_.clear();
    nanoseconds earliest = kNever;
    for (const auto& fiber : fibers_) {
      if (fiber->waits_for_ == nullptr || fiber->deadline_ <= now_) {
        candidates_.push_back(fiber.get());
      } else {
        earliest = std::min(earliest, fiber->deadline_);
      }
    }
    if (spurious_ && (!candidates_.empty() || earliest != kNever) && random_.Chance(3)) {
      candidates_.push_back(fibers_[random_.Below(fibers_.size())].get());
    }
    if (!candidates_.empty()) return random_.Pick(candidates_);
    if (earliest == kNever) {
      failure_ = fmt::format("everyone waits to be woken: {}", WhoWaits());
      return nullptr;
    }
    now_ = earliest;
  }
}

std::string Scheduler::WhoWaits() const {
  std::string names;
  for (const auto& fiber : fibers_) names += fmt::format(" {}", fiber->name_);
  return names;
}

void Scheduler::Run(std::function<void()> main) {
#ifdef TOWPATH_FIBERS_TSAN
  main_->context.tsan = __tsan_get_current_fiber();
#endif
#ifdef TOWPATH_FIBERS_ASAN
  // Where the thread's own stack is, ASan says only to whom it switches to.
  pthread_attr_t attributes;
  pthread_getattr_np(pthread_self(), &attributes);
  void* bottom = nullptr;
  size_t size = 0;
  pthread_attr_getstack(&attributes, &bottom, &size);
  pthread_attr_destroy(&attributes);
  main_->context.bottom = bottom;
  main_->context.size = size;
#endif
  static_cast<void>(Start("main", std::move(main)));
  while (failure_.empty() && !fibers_.empty()) {
    Fiber* const next = Next();
    if (next == nullptr) return;
    if (++turns_ > kMostTurns) {
      failure_ = fmt::format("no end after {} turns; there are:{}", turns_, WhoWaits());
      return;
    }
    now_ += std::chrono::microseconds(random_.Below(20));
    digest_ = (digest_ ^ static_cast<uint64_t>(now_.count()) ^ next->number_) * 0x100000001b3;
    next->waits_for_ = nullptr;
    next->deadline_ = kNever;
    current_ = next;
    Switch(&main_->context, &next->context_, false);
    current_ = nullptr;
    if (next->ended_) {
      Wake(next);
      std::erase_if(fibers_, [next](const auto& fiber) { return fiber.get() == next; });
    }
  }
}

void Scheduler::SwitchToMain() { Switch(&current_->context_, &main_->context, false); }

void Scheduler::Wait(const void* what, nanoseconds deadline) {
  current_->waits_for_ = what;
  current_->deadline_ = deadline;
  SwitchToMain();
}

void Scheduler::Wake(const void* what) {
  for (const auto& fiber : fibers_) {
    if (fiber->waits_for_ == what) fiber->waits_for_ = nullptr;
  }
}

void Scheduler::Yield() {
  if (random_.Chance(stay_)) return;
  SwitchToMain();
}

void Scheduler::Sleep(nanoseconds time) {
  const nanoseconds end = now_ + time;
  do Wait(&end, end);
  while (now_ < end);
}

void Scheduler::Fail(std::string why) {
  Trace("FAILED: {}", why);
  if (failure_.empty()) failure_ = std::move(why);
  SwitchToMain();
  std::abort();  // a run that failed gives no turns
}

void Scheduler::AddTrace(std::string text) {
  trace_.push_back(fmt::format("{:>12.6f} {:<12} {}", std::chrono::duration<double>(now_).count(),
                               current_ != nullptr ? current_->name_ : "", text));
}

}  // namespace towpath::test
