#include "console.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "fmt/format.h"

namespace quickstart {
namespace {

std::string_view Escape(Paint paint) {
  switch (paint) {
    case Paint::kPlain:
      return "";
    case Paint::kDim:
      return "\x1b[2m";
    case Paint::kGreen:
      return "\x1b[32m";
    case Paint::kBlue:
      return "\x1b[34m";
    case Paint::kRed:
      return "\x1b[1;31m";
  }
  return "";
}

bool WantsColor() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace

Console::Console() : color_(WantsColor()) {}

void Console::Line(const towpath::Position& position, int64_t mark, std::string_view event,
                   std::string_view text, Paint paint) {
  std::string line = fmt::format("  {:<14} {:>7}  mark {:>4}  {:<8} {}", position.file,
                                 position.offset, mark, event, text);
  line.erase(line.find_last_not_of(' ') + 1);
  if (color_ && paint != Paint::kPlain) line = fmt::format("{}{}\x1b[0m", Escape(paint), line);
  line += '\n';
  const std::lock_guard lock(mutex_);
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

}  // namespace quickstart
