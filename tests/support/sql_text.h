// How values and names are written in SQL.
#ifndef TOWPATH_TESTS_SUPPORT_SQL_TEXT_H_
#define TOWPATH_TESTS_SUPPORT_SQL_TEXT_H_

#include <string>
#include <string_view>

namespace towpath::test {

// "00FF", as the server's HEX() has it.
inline std::string Hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 15]);
  }
  return out;
}

// A name in backticks.
inline std::string QuoteName(std::string_view name) {
  std::string out = "`";
  for (const char c : name) {
    if (c == '`') out.push_back('`');
    out.push_back(c);
  }
  return out + "`";
}

// A string literal; not for NUL bytes, nor for sessions with NO_BACKSLASH_ESCAPES.
inline std::string QuoteText(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out.push_back(c);
    out.push_back(c);
  }
  return out + "'";
}

// Literals that need no escapes and may hold any byte.
inline std::string BytesLiteral(std::string_view bytes) { return "x'" + Hex(bytes) + "'"; }
inline std::string Utf8Literal(std::string_view text) { return "_utf8mb4 x'" + Hex(text) + "'"; }

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_SQL_TEXT_H_
