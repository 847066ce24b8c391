#include "binlog/charset.h"

#include <array>
#include <cstring>

#include "binlog/byte_order.h"
#include "binlog/charset_multibyte.h"
#include "binlog/charset_tables.h"

namespace towpath::binlog {
namespace {

enum class Form : uint8_t {
  kUtf8,
  kAscii,
  kBinary,
  kTable,  // single bytes, with a table for the upper half
  kSwe7,   // Swedish ASCII: other letters for some punctuation
  kUtf16,  // big endian, also UCS-2
  kUtf16Le,
  kUtf32,  // big endian
  kMultibyte,
};

}  // namespace

struct Charset {
  std::string_view name;
  Form form;
  uint8_t max_length;
  const uint16_t* table = nullptr;
  MultibyteSet multibyte = {};
};

namespace {

enum Index : uint8_t {
  kNone,
  kArmscii8,
  kAscii,
  kBig5,
  kBinary,
  kCp1250,
  kCp1251,
  kCp1256,
  kCp1257,
  kCp850,
  kCp852,
  kCp866,
  kCp932,
  kDec8,
  kEucjpms,
  kEuckr,
  kGb18030,
  kGb2312,
  kGbk,
  kGeostd8,
  kGreek,
  kHebrew,
  kHp8,
  kKeybcs2,
  kKoi8r,
  kKoi8u,
  kLatin1,
  kLatin2,
  kLatin5,
  kLatin7,
  kMacce,
  kMacroman,
  kSjis,
  kSwe7,
  kTis620,
  kUcs2,
  kUjis,
  kUtf16,
  kUtf16le,
  kUtf32,
  kUtf8mb3,
  kUtf8mb4,
  kCount,
};

constexpr std::array<Charset, kCount> kCharsets = {{
    {"", Form::kBinary, 1},
    {"armscii8", Form::kTable, 1, kArmscii8Table},
    {"ascii", Form::kAscii, 1},
    {"big5", Form::kMultibyte, 2, nullptr, MultibyteSet::kBig5},
    {"binary", Form::kBinary, 1},
    {"cp1250", Form::kTable, 1, kCp1250Table},
    {"cp1251", Form::kTable, 1, kCp1251Table},
    {"cp1256", Form::kTable, 1, kCp1256Table},
    {"cp1257", Form::kTable, 1, kCp1257Table},
    {"cp850", Form::kTable, 1, kCp850Table},
    {"cp852", Form::kTable, 1, kCp852Table},
    {"cp866", Form::kTable, 1, kCp866Table},
    {"cp932", Form::kMultibyte, 2, nullptr, MultibyteSet::kCp932},
    {"dec8", Form::kTable, 1, kDec8Table},
    {"eucjpms", Form::kMultibyte, 3, nullptr, MultibyteSet::kEucjpms},
    {"euckr", Form::kMultibyte, 2, nullptr, MultibyteSet::kEuckr},
    {"gb18030", Form::kMultibyte, 4, nullptr, MultibyteSet::kGb18030},
    {"gb2312", Form::kMultibyte, 2, nullptr, MultibyteSet::kGb2312},
    {"gbk", Form::kMultibyte, 2, nullptr, MultibyteSet::kGbk},
    {"geostd8", Form::kTable, 1, kGeostd8Table},
    {"greek", Form::kTable, 1, kGreekTable},
    {"hebrew", Form::kTable, 1, kHebrewTable},
    {"hp8", Form::kTable, 1, kHp8Table},
    {"keybcs2", Form::kTable, 1, kKeybcs2Table},
    {"koi8r", Form::kTable, 1, kKoi8rTable},
    {"koi8u", Form::kTable, 1, kKoi8uTable},
    {"latin1", Form::kTable, 1, kLatin1Table},
    {"latin2", Form::kTable, 1, kLatin2Table},
    {"latin5", Form::kTable, 1, kLatin5Table},
    {"latin7", Form::kTable, 1, kLatin7Table},
    {"macce", Form::kTable, 1, kMacceTable},
    {"macroman", Form::kTable, 1, kMacromanTable},
    {"sjis", Form::kMultibyte, 2, nullptr, MultibyteSet::kSjis},
    {"swe7", Form::kSwe7, 1},
    {"tis620", Form::kTable, 1, kTis620Table},
    {"ucs2", Form::kUtf16, 2},
    {"ujis", Form::kMultibyte, 3, nullptr, MultibyteSet::kUjis},
    {"utf16", Form::kUtf16, 4},
    {"utf16le", Form::kUtf16Le, 4},
    {"utf32", Form::kUtf32, 4},
    {"utf8mb3", Form::kUtf8, 3},
    {"utf8mb4", Form::kUtf8, 4},
}};

struct Range {
  uint16_t first;
  uint16_t last;
  Index charset;
};

// Collation ids. Both servers share 1 to 247; 248 to 323 are MySQL's, 576 to 738 and those from
// 2048 are MariaDB's, and MariaDB's NOPAD collations are 1024 above their relatives.
constexpr Range kRanges[] = {
    {1, 1, kBig5},          {2, 2, kLatin2},        {3, 3, kDec8},        {4, 4, kCp850},
    {5, 5, kLatin1},        {6, 6, kHp8},           {7, 7, kKoi8r},       {8, 8, kLatin1},
    {9, 9, kLatin2},        {10, 10, kSwe7},        {11, 11, kAscii},     {12, 12, kUjis},
    {13, 13, kSjis},        {14, 14, kCp1251},      {15, 15, kLatin1},    {16, 16, kHebrew},
    {18, 18, kTis620},      {19, 19, kEuckr},       {20, 20, kLatin7},    {21, 21, kLatin2},
    {22, 22, kKoi8u},       {23, 23, kCp1251},      {24, 24, kGb2312},    {25, 25, kGreek},
    {26, 26, kCp1250},      {27, 27, kLatin2},      {28, 28, kGbk},       {29, 29, kCp1257},
    {30, 30, kLatin5},      {31, 31, kLatin1},      {32, 32, kArmscii8},  {33, 33, kUtf8mb3},
    {34, 34, kCp1250},      {35, 35, kUcs2},        {36, 36, kCp866},     {37, 37, kKeybcs2},
    {38, 38, kMacce},       {39, 39, kMacroman},    {40, 40, kCp852},     {41, 42, kLatin7},
    {43, 43, kMacce},       {44, 44, kCp1250},      {45, 46, kUtf8mb4},   {47, 49, kLatin1},
    {50, 52, kCp1251},      {53, 53, kMacroman},    {54, 55, kUtf16},     {56, 56, kUtf16le},
    {57, 57, kCp1256},      {58, 59, kCp1257},      {60, 61, kUtf32},     {62, 62, kUtf16le},
    {63, 63, kBinary},      {64, 64, kArmscii8},    {65, 65, kAscii},     {66, 66, kCp1250},
    {67, 67, kCp1256},      {68, 68, kCp866},       {69, 69, kDec8},      {70, 70, kGreek},
    {71, 71, kHebrew},      {72, 72, kHp8},         {73, 73, kKeybcs2},   {74, 74, kKoi8r},
    {75, 75, kKoi8u},       {76, 76, kUtf8mb3},     {77, 77, kLatin2},    {78, 78, kLatin5},
    {79, 79, kLatin7},      {80, 80, kCp850},       {81, 81, kCp852},     {82, 82, kSwe7},
    {83, 83, kUtf8mb3},     {84, 84, kBig5},        {85, 85, kEuckr},     {86, 86, kGb2312},
    {87, 87, kGbk},         {88, 88, kSjis},        {89, 89, kTis620},    {90, 90, kUcs2},
    {91, 91, kUjis},        {92, 93, kGeostd8},     {94, 94, kLatin1},    {95, 96, kCp932},
    {97, 98, kEucjpms},     {99, 99, kCp1250},      {101, 124, kUtf16},   {128, 151, kUcs2},
    {159, 159, kUcs2},      {160, 183, kUtf32},     {192, 215, kUtf8mb3}, {223, 223, kUtf8mb3},
    {224, 247, kUtf8mb4},   {248, 250, kGb18030},   {255, 511, kUtf8mb4}, {576, 607, kUtf8mb3},
    {608, 639, kUtf8mb4},   {640, 671, kUcs2},      {672, 703, kUtf16},   {736, 767, kUtf32},
    {2048, 2303, kUtf8mb3}, {2304, 2559, kUtf8mb4}, {2560, 2815, kUcs2},  {2816, 3071, kUtf16},
    {3072, 3327, kUtf32},
};

constexpr uint32_t kIdCount = 3328;

constexpr std::array<Index, kIdCount> MakeById() {
  std::array<Index, kIdCount> by_id{};
  for (const Range& range : kRanges)
    for (uint32_t id = range.first; id <= range.last; ++id) by_id[id] = range.charset;
  for (uint32_t id = 1; id < 1024; ++id)
    if (by_id[id + 1024] == kNone) by_id[id + 1024] = by_id[id];
  return by_id;
}
constexpr std::array<Index, kIdCount> kById = MakeById();

bool AppendTable(const uint16_t* table, std::string_view text, std::string* out) {
  bool good = true;
  size_t ascii = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<uint8_t>(text[i]);
    if (byte < 0x80) continue;
    out->append(text.substr(ascii, i - ascii));
    ascii = i + 1;
    const uint16_t code_point = table[byte - 0x80];
    if (code_point != 0) {
      AppendCodePoint(code_point, out);
    } else {
      out->push_back(text[i]);
      good = false;
    }
  }
  out->append(text.substr(ascii));
  return good;
}

bool AppendSwe7(std::string_view text, std::string* out) {
  bool good = true;
  for (char c : text) {
    switch (c) {
      case '@':
        AppendCodePoint(0xc9, out);
        break;
      case '[':
        AppendCodePoint(0xc4, out);
        break;
      case '\\':
        AppendCodePoint(0xd6, out);
        break;
      case ']':
        AppendCodePoint(0xc5, out);
        break;
      case '^':
        AppendCodePoint(0xdc, out);
        break;
      case '`':
        AppendCodePoint(0xe9, out);
        break;
      case '{':
        AppendCodePoint(0xe4, out);
        break;
      case '|':
        AppendCodePoint(0xf6, out);
        break;
      case '}':
        AppendCodePoint(0xe5, out);
        break;
      case '~':
        AppendCodePoint(0xfc, out);
        break;
      default:
        if (static_cast<uint8_t>(c) >= 0x7f) good = false;
        out->push_back(c);
    }
  }
  return good;
}

constexpr bool IsSurrogate(uint32_t c) { return c >= 0xd800 && c <= 0xdfff; }

bool AppendUtf16(std::string_view text, bool little, std::string* out) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto unit = [&](size_t i) {
    return little ? uint32_t{bytes[i]} | uint32_t{bytes[i + 1]} << 8
                  : uint32_t{bytes[i]} << 8 | bytes[i + 1];
  };
  bool good = true;
  size_t i = 0;
  while (i + 1 < text.size()) {
    const uint32_t c = unit(i);
    if (!IsSurrogate(c)) {
      AppendCodePoint(c, out);
      i += 2;
      continue;
    }
    if (c < 0xdc00 && i + 3 < text.size()) {
      const uint32_t low = unit(i + 2);
      if (low >= 0xdc00 && low <= 0xdfff) {
        AppendCodePoint(0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00), out);
        i += 4;
        continue;
      }
    }
    out->append(text.substr(i, 2));
    i += 2;
    good = false;
  }
  if (i < text.size()) {
    out->append(text.substr(i));
    good = false;
  }
  return good;
}

bool AppendUtf32(std::string_view text, std::string* out) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  bool good = true;
  size_t i = 0;
  for (; i + 3 < text.size(); i += 4) {
    const uint32_t c = LoadBe32(bytes + i);
    if (c <= 0x10ffff && !IsSurrogate(c)) {
      AppendCodePoint(c, out);
    } else {
      out->append(text.substr(i, 4));
      good = false;
    }
  }
  if (i < text.size()) {
    out->append(text.substr(i));
    good = false;
  }
  return good;
}

bool IsAscii(std::string_view text) {
  for (char c : text)
    if (static_cast<uint8_t>(c) >= 0x80) return false;
  return true;
}

}  // namespace

const Charset* CharsetOfCollation(uint32_t collation) {
  if (collation >= kIdCount || kById[collation] == kNone) return nullptr;
  return &kCharsets[kById[collation]];
}

const Charset* CharsetByName(std::string_view name) {
  if (name == "utf8") name = "utf8mb3";
  for (size_t i = 1; i < kCharsets.size(); ++i)
    if (kCharsets[i].name == name) return &kCharsets[i];
  return nullptr;
}

std::string_view CharsetName(const Charset& charset) { return charset.name; }

unsigned CharsetMaxLength(const Charset& charset) { return charset.max_length; }

bool AppendUtf8(const Charset* charset, std::string_view text, std::string* out) {
  if (charset == nullptr) {
    out->append(text);
    return IsAscii(text);
  }
  switch (charset->form) {
    case Form::kUtf8:
    case Form::kBinary:
      out->append(text);
      return IsUtf8(text);
    case Form::kAscii:
      out->append(text);
      return IsAscii(text);
    case Form::kTable:
      return AppendTable(charset->table, text, out);
    case Form::kSwe7:
      return AppendSwe7(text, out);
    case Form::kUtf16:
      return AppendUtf16(text, false, out);
    case Form::kUtf16Le:
      return AppendUtf16(text, true, out);
    case Form::kUtf32:
      return AppendUtf32(text, out);
    case Form::kMultibyte:
      return AppendMultibyte(charset->multibyte, text, out);
  }
  return false;
}

bool IsUtf8(std::string_view text) {
  const auto* p = reinterpret_cast<const uint8_t*>(text.data());
  const uint8_t* end = p + text.size();
  while (p < end) {
    if (end - p >= 8) {
      uint64_t eight;
      std::memcpy(&eight, p, 8);
      if ((eight & 0x8080808080808080u) == 0) {
        p += 8;
        continue;
      }
    }
    const uint8_t first = *p;
    if (first < 0x80) {
      ++p;
      continue;
    }
    unsigned more;
    uint32_t c;
    if (first >= 0xc2 && first <= 0xdf) {
      more = 1;
      c = first & 0x1f;
    } else if (first >= 0xe0 && first <= 0xef) {
      more = 2;
      c = first & 0x0f;
    } else if (first >= 0xf0 && first <= 0xf4) {
      more = 3;
      c = first & 0x07;
    } else {
      return false;
    }
    if (static_cast<size_t>(end - p) <= more) return false;
    for (unsigned i = 1; i <= more; ++i) {
      if ((p[i] & 0xc0) != 0x80) return false;
      c = c << 6 | (p[i] & 0x3f);
    }
    if ((more == 2 && (c < 0x800 || IsSurrogate(c))) ||
        (more == 3 && (c < 0x10000 || c > 0x10ffff)))
      return false;
    p += more + 1;
  }
  return true;
}

void AppendCodePoint(uint32_t c, std::string* out) {
  char buffer[4];
  size_t n;
  if (c < 0x80) {
    buffer[0] = static_cast<char>(c);
    n = 1;
  } else if (c < 0x800) {
    buffer[0] = static_cast<char>(0xc0 | c >> 6);
    buffer[1] = static_cast<char>(0x80 | (c & 0x3f));
    n = 2;
  } else if (c < 0x10000) {
    buffer[0] = static_cast<char>(0xe0 | c >> 12);
    buffer[1] = static_cast<char>(0x80 | (c >> 6 & 0x3f));
    buffer[2] = static_cast<char>(0x80 | (c & 0x3f));
    n = 3;
  } else {
    buffer[0] = static_cast<char>(0xf0 | c >> 18);
    buffer[1] = static_cast<char>(0x80 | (c >> 12 & 0x3f));
    buffer[2] = static_cast<char>(0x80 | (c >> 6 & 0x3f));
    buffer[3] = static_cast<char>(0x80 | (c & 0x3f));
    n = 4;
  }
  out->append(buffer, n);
}

}  // namespace towpath::binlog
