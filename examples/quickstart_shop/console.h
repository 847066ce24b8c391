// Console: one aligned line for each thing that happens: file, offset, mark, what.
#ifndef TOWPATH_EXAMPLES_QUICKSTART_SHOP_CONSOLE_H_
#define TOWPATH_EXAMPLES_QUICKSTART_SHOP_CONSOLE_H_

#include <cstdint>
#include <mutex>
#include <string_view>

#include "towpath/position.h"

namespace quickstart {

enum class Paint : uint8_t { kPlain, kDim, kGreen, kBlue, kRed };

// May be used from many threads; a line stays whole.
class Console {
 public:
  Console();
  void Line(const towpath::Position& position, int64_t mark, std::string_view event,
            std::string_view text, Paint paint);

 private:
  const bool color_;  // standard output is a terminal, and NO_COLOR is not set
  std::mutex mutex_;
};

}  // namespace quickstart

#endif  // TOWPATH_EXAMPLES_QUICKSTART_SHOP_CONSOLE_H_
