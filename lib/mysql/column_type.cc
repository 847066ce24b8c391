#include "mysql/column_type.h"

#include "fmt/format.h"

namespace towpath::mysql {
namespace {

// What a backslash and this character stand for.
char Unescape(char c) {
  switch (c) {
    case '0':
      return '\0';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    default:
      return c;
  }
}

}  // namespace

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
      const size_t special = rest.find_first_of("'\\");
      if (special == std::string_view::npos || special + 1 == rest.size()) return bad();
      label += rest.substr(0, special);
      const char first = rest[special];
      const char second = rest[special + 1];
      if (first == '\'' && second != '\'') {
        rest.remove_prefix(special + 1);
        break;
      }
      label += first == '\'' ? second : Unescape(second);
      rest.remove_prefix(special + 2);
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
