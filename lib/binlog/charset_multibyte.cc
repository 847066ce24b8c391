#include "binlog/charset_multibyte.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "binlog/charset.h"
#include "binlog/charset_multibyte_tables.h"

namespace towpath::binlog {
namespace {

// The character that some text begins with.
struct Character {
  size_t length = 1;
  uint32_t code_point = 0;  // 0: none of the set, or bytes that are no character at all
};

constexpr bool Within(uint8_t byte, uint8_t first, uint8_t last) {
  return byte >= first && byte <= last;
}

constexpr uint32_t kHalfwidthKatakana = 0xff61;  // of byte 0xa1; 0xdf is the last

// Where a trailing byte stands in a row; -1: it can not follow. One function for each shape of row.
int EucColumn(uint8_t byte) { return Within(byte, 0xa1, 0xfe) ? byte - 0xa1 : -1; }

int Big5Column(uint8_t byte) {
  if (Within(byte, 0x40, 0x7e)) return byte - 0x40;
  return Within(byte, 0xa1, 0xfe) ? byte - 0xa1 + 63 : -1;
}

int GbkColumn(uint8_t byte) {
  if (Within(byte, 0x40, 0x7e)) return byte - 0x40;
  return Within(byte, 0x80, 0xfe) ? byte - 0x80 + 63 : -1;
}

int EuckrColumn(uint8_t byte) {
  if (Within(byte, 0x41, 0x5a)) return byte - 0x41;
  if (Within(byte, 0x61, 0x7a)) return byte - 0x61 + 26;
  return Within(byte, 0x81, 0xfe) ? byte - 0x81 + 52 : -1;
}

uint32_t At(CharsetRow row, int column) {
  const char16_t c = row == nullptr ? u' ' : row[column];
  return c == u' ' ? 0 : c;
}

// Two bytes, the first from `first` on.
template <size_t kRows>
Character TwoBytes(const CharsetRow (&rows)[kRows], uint8_t first, int (*column_of)(uint8_t),
                   std::string_view text) {
  const auto lead = static_cast<uint8_t>(text[0]);
  if (lead < first || lead >= first + kRows || text.size() < 2) return {};
  const int column = column_of(static_cast<uint8_t>(text[1]));
  if (column < 0) return {};
  return {2, At(rows[lead - first], column)};
}

Character Shifted(const CharsetRow (&rows)[120], std::string_view text) {
  const auto lead = static_cast<uint8_t>(text[0]);
  if (Within(lead, 0xa1, 0xdf)) return {1, kHalfwidthKatakana + (lead - 0xa1u)};
  const bool low = Within(lead, 0x81, 0x9f);
  if ((!low && !Within(lead, 0xe0, 0xfc)) || text.size() < 2) return {};
  const auto trail = static_cast<uint8_t>(text[1]);
  const int column = trail <= 0xfc ? GbkColumn(trail) : -1;
  if (column < 0) return {};
  const size_t row = 2u * static_cast<size_t>(low ? lead - 0x81 : lead - 0xe0 + 31);
  return column < 94 ? Character{2, At(rows[row], column)}
                     : Character{2, At(rows[row + 1], column - 94)};
}

Character Euc(const CharsetRow (&rows)[94], const CharsetRow (&rows3)[94], std::string_view text) {
  const auto lead = static_cast<uint8_t>(text[0]);
  if (lead == 0x8e && text.size() > 1) {
    const auto trail = static_cast<uint8_t>(text[1]);
    if (Within(trail, 0xa1, 0xdf)) return {2, kHalfwidthKatakana + (trail - 0xa1u)};
    return {trail == 0xa0 ? size_t{2} : size_t{1}, 0};
  }
  if (lead == 0x8f && text.size() > 2) {
    Character c = TwoBytes(rows3, 0xa1, EucColumn, text.substr(1));
    if (c.length == 2) c.length = 3;
    return c;
  }
  return TwoBytes(rows, 0xa1, EucColumn, text);
}

Character Gb18030(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  if (text.size() < 2 || !Within(byte(1), 0x30, 0x39))
    return TwoBytes(kGb18030Rows, 0x81, GbkColumn, text);
  if (text.size() < 4 || !Within(byte(0), 0x81, 0xfe) || !Within(byte(2), 0x81, 0xfe) ||
      !Within(byte(3), 0x30, 0x39))
    return {};
  const uint32_t number = ((byte(0) - 0x81u) * 10 + (byte(1) - 0x30u)) * 1260 +
                          (byte(2) - 0x81u) * 10 + (byte(3) - 0x30u);
  constexpr uint32_t kSupplementary = (0x90 - 0x81) * 12600;  // of U+10000
  if (number >= kSupplementary && number < kSupplementary + 0x100000)
    return {4, 0x10000 + (number - kSupplementary)};
  if (number >= kGb18030RunsEnd) return {4, 0};
  const Gb18030Run* run =
      std::upper_bound(std::begin(kGb18030Runs), std::end(kGb18030Runs), number,
                       [](uint32_t n, const Gb18030Run& r) { return n < r.number; }) -
      1;
  return {4, run->code_point + (number - run->number)};
}

Character First(MultibyteSet set, std::string_view text) {
  switch (set) {
    case MultibyteSet::kBig5:
      return TwoBytes(kBig5Rows, 0xa1, Big5Column, text);
    case MultibyteSet::kCp932:
      return Shifted(kCp932Rows, text);
    case MultibyteSet::kEucjpms:
      return Euc(kEucjpmsRows, kEucjpms3Rows, text);
    case MultibyteSet::kEuckr:
      return TwoBytes(kEuckrRows, 0x81, EuckrColumn, text);
    case MultibyteSet::kGb18030:
      return Gb18030(text);
    case MultibyteSet::kGb2312:
      return TwoBytes(kGb2312Rows, 0xa1, EucColumn, text);
    case MultibyteSet::kGbk:
      return TwoBytes(kGbkRows, 0x81, GbkColumn, text);
    case MultibyteSet::kSjis:
      return Shifted(kSjisRows, text);
    case MultibyteSet::kUjis:
      return Euc(kUjisRows, kUjis3Rows, text);
  }
  return {};
}

}  // namespace

bool AppendMultibyte(MultibyteSet set, std::string_view text, std::string* out) {
  bool good = true;
  while (!text.empty()) {
    size_t ascii = 0;
    while (ascii < text.size() && static_cast<uint8_t>(text[ascii]) < 0x80) ++ascii;
    out->append(text.substr(0, ascii));
    text.remove_prefix(ascii);
    if (text.empty()) break;
    const Character c = First(set, text);
    if (c.code_point != 0) {
      AppendCodePoint(c.code_point, out);
    } else {
      out->append(text.substr(0, c.length));
      good = false;
    }
    text.remove_prefix(c.length);
  }
  return good;
}

}  // namespace towpath::binlog
