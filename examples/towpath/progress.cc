#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>

#include "fmt/format.h"

namespace tool {
namespace {

std::atomic<bool> line_shown{false};

}  // namespace

Progress::Progress() : enabled_(isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0) {}

void Progress::Show(const towpath::Position& position) {
  if (!enabled_ || Clock::now() < next_) return;
  next_ = Clock::now() + std::chrono::milliseconds(200);
  const double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  std::string line = fmt::format("{}:{}  {} entries", position.empty() ? "-" : position.file,
                                 position.offset, entries_);
  if (file_size_ != 0) {
    line += fmt::format("  {}% of the file",
                        std::min<uint64_t>(100, position.offset * 100 / file_size_));
  }
  line += fmt::format("  {:.0f}/s  {:.0f} s", static_cast<double>(entries_) / seconds, seconds);
  fmt::print(stderr, "\r{}\x1b[K", line);
  std::fflush(stderr);
  line_shown = true;
}

void Progress::ClearLine() {
  if (!line_shown.exchange(false)) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

}  // namespace tool
