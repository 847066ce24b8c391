// Simulates histories of a stream, one a seed; and with every tenth seed a history of an SQLite
// store on a disk that fails.
//
//   towpath_simulation                     seeds 1 to 10,000, on every processor
//   towpath_simulation --seeds N           seeds 1 to N (or TOWPATH_SIMULATION_SEEDS=N)
//   towpath_simulation --first N           begins at seed N
//   towpath_simulation --seed N            that one, with its whole trace
//
// A seed that fails is played again with its last steps shown, and exits 1.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "fmt/format.h"
#include "model/text.h"
#include "store/memory_store.h"
#include "tests/simulation/scheduler.h"
#include "tests/simulation/store_history.h"
#include "tests/simulation/world.h"

namespace towpath::test {
namespace {

constexpr uint64_t kStoreEvery = 10;

struct Outcome {
  std::string failure;
  std::vector<std::string> trace;
  uint64_t digest = 0;
  uint64_t turns = 0;
  uint64_t checked = 0;
  uint64_t moves = 0;
  uint64_t spilled = 0;
};

Outcome Play(uint64_t seed, bool trace) {
  Scheduler scheduler(seed, trace);
  auto world = std::make_unique<World>(scheduler, store::NewMemoryStore());
  scheduler.Run([&] { world->Run(); });
  Outcome outcome{scheduler.failure(),     scheduler.trace(), scheduler.digest(),
                  scheduler.turns(),       world->checked(),  world->moves(),
                  world->spilled().written};
  // What a failed run left on its stacks refers to it.
  if (!outcome.failure.empty()) {
    static_cast<void>(world.release());
  } else if (seed % kStoreEvery == 0) {
    if (trace) outcome.trace.clear();
    outcome.failure = PlayStoreHistory(seed, trace ? &outcome.trace : nullptr);
  }
  return outcome;
}

void PrintTrace(const Outcome& outcome, size_t most) {
  const size_t size = outcome.trace.size();
  for (size_t i = size - std::min(size, most); i < size; ++i) std::puts(outcome.trace[i].c_str());
}

int PlayOne(uint64_t seed) {
  const Outcome outcome = Play(seed, true);
  PrintTrace(outcome, outcome.trace.size());
  fmt::print("seed {}: {}\n", seed, outcome.failure.empty() ? "good" : outcome.failure);
  return outcome.failure.empty() ? 0 : 1;
}

// The failure of a seed, told so that somebody can go on from there.
void Report(uint64_t seed, const std::string& failure, const char* program) {
  const Outcome again = Play(seed, true);
  constexpr size_t kLines = 60;
  PrintTrace(again, kLines);
  fmt::print("seed {} FAILED: {}\n", seed, failure);
  if (again.failure != failure) {
    fmt::print("and when played again: {}\n", again.failure.empty() ? "good" : again.failure);
  }
  fmt::print("play it again: {} --seed {}\n", program, seed);
}

int PlayAll(uint64_t first, uint64_t count, const char* program) {
  std::atomic<uint64_t> next{first};
  std::atomic<uint64_t> turns{0};
  std::atomic<uint64_t> checked{0};
  std::atomic<uint64_t> moves{0};
  std::atomic<uint64_t> spilled{0};
  std::mutex mutex;
  std::optional<std::pair<uint64_t, std::string>> failed;  // the first seed that did
  const auto work = [&] {
    for (;;) {
      const uint64_t seed = next++;
      if (seed >= first + count) return;
      const Outcome outcome = Play(seed, false);
      turns += outcome.turns;
      checked += outcome.checked;
      moves += outcome.moves;
      spilled += outcome.spilled;
      std::string failure = outcome.failure;
      // Now and then, whether a seed is all that there is to a history.
      constexpr uint64_t kTwice = 100;
      if (failure.empty() && seed % kTwice == 0 && Play(seed, true).digest != outcome.digest) {
        failure = "it takes another course when played again";
      }
      if (failure.empty()) continue;
      const std::lock_guard lock(mutex);
      if (!failed || seed < failed->first) failed.emplace(seed, failure);
      next = first + count;
      return;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = std::max(1U, std::thread::hardware_concurrency()); i > 0; --i) {
    threads.emplace_back(work);
  }
  for (std::thread& thread : threads) thread.join();
  if (failed) {
    Report(failed->first, failed->second, program);
    return 1;
  }
  fmt::print("{} seeds from {} on: {} entries compared, {} moves, {} kB spilled, {} turns\n", count,
             first, checked.load(), moves.load(), spilled.load() / 1000, turns.load());
  return 0;
}

int Main(int argc, char** argv) {
  uint64_t first = 1;
  uint64_t count = 10'000;
  if (const char* seeds = std::getenv("TOWPATH_SIMULATION_SEEDS"); seeds != nullptr) {
    const auto number = model::ParseNumber<uint64_t>(seeds);
    if (!number) {
      fmt::print(stderr, "TOWPATH_SIMULATION_SEEDS is \"{}\", not a number\n", seeds);
      return 2;
    }
    count = *number;
  }
  for (int i = 1; i < argc; i += 2) {
    const std::string_view option = argv[i];
    const auto number = i + 1 < argc ? model::ParseNumber<uint64_t>(argv[i + 1]) : std::nullopt;
    if (number && option == "--seed") return PlayOne(*number);
    if (number && option == "--seeds") {
      count = *number;
    } else if (number && option == "--first") {
      first = *number;
    } else {
      std::fputs("usage: towpath_simulation [--first N] [--seeds N] | --seed N\n", stderr);
      return 2;
    }
  }
  return PlayAll(first, count, argv[0]);
}

}  // namespace
}  // namespace towpath::test

int main(int argc, char** argv) { return towpath::test::Main(argc, argv); }
