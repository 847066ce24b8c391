// Option values: a byte that chooses the option, then its value; and unknown keys.
#include "towpath/options.h"

#include <string>

#include "model/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Options options;
  const auto table = OptionTable();
  if (data[0] >= table.size()) {
    const Status status = options.Set(text, "");
    if (!status.ok() && status.message().empty()) __builtin_trap();
    return 0;
  }
  const std::string_view key = table[data[0]].key;
  if (key == "source.password_file") return 0;  // names a file to read
  if (!options.Set(key, text).ok()) return 0;
  if (*options.Get(key) != text) __builtin_trap();
  if (!options.IsSet("source.url") && !options.Set("source.url", "file:///b.000001").ok())
    __builtin_trap();
  // What was accepted one by one can be used, or is refused with a reason.
  const auto settings = model::Settings::From(options, false);
  if (!settings.ok() && settings.status().message().empty()) __builtin_trap();
  return 0;
}
