#include "mysql/column_type.h"

#include "fmt/format.h"

namespace towpath::mysql {

Result<std::vector<std::string>> ParseLabels(std::string_view column_type) {
  std::vector<std::string> labels;
  std::string_view rest = column_type;
  if (rest.starts_with("enum(")) {
    rest.remove_prefix(5);
  } else if (rest.starts_with("set(")) {
    rest.remove_prefix(4);
  } else {
    return labels;
  }
  const auto bad = [&] {
    return Status(Code::kCorrupted, fmt::format("not a list of labels: {}", column_type));
  };
  for (;;) {
    if (!rest.starts_with('\'')) return bad();
    rest.remove_prefix(1);
    std::string& label = labels.emplace_back();
    for (;;) {
      const size_t quote = rest.find('\'');
      if (quote == std::string_view::npos) return bad();
      label += rest.substr(0, quote);
      rest.remove_prefix(quote + 1);
      if (!rest.starts_with('\'')) break;
      label += '\'';
      rest.remove_prefix(1);
    }
    if (rest.starts_with(')')) return labels;
    if (!rest.starts_with(',')) return bad();
    rest.remove_prefix(1);
  }
}

bool IsUnsigned(std::string_view column_type) {
  // Attributes follow the closing parenthesis; a label may hold any word.
  if (column_type.starts_with("enum(") || column_type.starts_with("set(")) return false;
  return column_type.find(" unsigned") != std::string_view::npos ||
         column_type.find(" zerofill") != std::string_view::npos;
}

}  // namespace towpath::mysql
