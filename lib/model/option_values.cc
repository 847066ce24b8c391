#include "model/option_values.h"

#include <algorithm>
#include <limits>

#include "fmt/format.h"
#include "model/text.h"

namespace towpath::model {

std::optional<int64_t> ParseBytes(std::string_view text) {
  int64_t unit = 1;
  if (text.size() > 3) {
    const std::string_view suffix = text.substr(text.size() - 3);
    if (suffix == "KiB") unit = int64_t{1} << 10;
    if (suffix == "MiB") unit = int64_t{1} << 20;
    if (suffix == "GiB") unit = int64_t{1} << 30;
    if (unit != 1) text.remove_suffix(3);
  }
  const auto number = ParseNumber<int64_t>(text);
  if (!number || *number < 0 || *number > std::numeric_limits<int64_t>::max() / unit) {
    return std::nullopt;
  }
  return *number * unit;
}

Status CheckStreamName(std::string_view name) {
  const auto allowed = [](char c) {
    return IsAlpha(c) || IsDigit(c) || c == '.' || c == '_' || c == '-';
  };
  if (!name.empty() && name.size() <= 128 && (IsAlpha(name[0]) || IsDigit(name[0])) &&
      std::all_of(name.begin(), name.end(), allowed)) {
    return Status::Ok();
  }
  return Status(Code::kInvalidName,
                fmt::format("stream.name \"{}\" is not valid: 1 to 128 letters, digits, '.', '_' "
                            "and '-', the first a letter or digit",
                            name.substr(0, 160)));
}

}  // namespace towpath::model
