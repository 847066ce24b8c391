// Positions, starting points and source URLs, as people write them.
#include "towpath/position.h"

#include <string>

#include "model/cursor.h"
#include "model/source_url.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto position = Position::Parse(text); position.ok()) {
    const auto again = Position::Parse(position->ToResumeString());
    if (!again.ok() || again->file != position->file || again->offset != position->offset ||
        again->ordinal != position->ordinal ||
        again->transaction_offset != position->transaction_offset)
      __builtin_trap();
  }
  if (const auto start = model::StartPoint::Parse(text);
      !start.ok() && start.status().message().empty())
    __builtin_trap();
  if (const auto url = model::SourceUrl::Parse(text); url.ok()) {
    const std::string shown = url->Display();
    if (shown.empty()) __builtin_trap();
  }
  return 0;
}
