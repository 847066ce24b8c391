// Text of any character set as UTF-8: two bytes of a collation, then the text.
#include "binlog/charset.h"

#include <string>
#include <string_view>

#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const binlog::Charset* charset =
      binlog::CharsetOfCollation(static_cast<uint32_t>(input.Number(2)) % 2048);
  const auto rest = input.Rest();
  const std::string_view text(reinterpret_cast<const char*>(rest.data()), rest.size());
  if (charset != nullptr) {
    const std::string_view name = binlog::CharsetName(*charset);
    if (binlog::CharsetByName(name) != charset) __builtin_trap();
    const unsigned longest = binlog::CharsetMaxLength(*charset);
    if (longest < 1 || longest > 5) __builtin_trap();
  }
  std::string out = "before";
  const bool converted = binlog::AppendUtf8(charset, text, &out);
  if (!out.starts_with("before")) __builtin_trap();
  const std::string_view appended = std::string_view(out).substr(6);
  // No byte becomes more than one character of three bytes, none is lost.
  if (appended.size() > 3 * text.size() || (appended.empty() && !text.empty())) __builtin_trap();
  if (converted && !binlog::IsUtf8(appended)) __builtin_trap();
  if (charset == nullptr && appended != text) __builtin_trap();
  return 0;
}
