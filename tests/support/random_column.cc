#include "tests/support/random_column.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "fmt/format.h"
#include "tests/support/random_geometry.h"
#include "tests/support/random_json.h"
#include "tests/support/sql_text.h"

namespace towpath::test {
namespace {

RandomColumn Plain(ColumnType type, std::string sql, unsigned bytes) {
  RandomColumn column;
  column.type = std::move(sql);
  column.facts.type = type;
  column.row_bytes = column.page_bytes = bytes;
  column.probes = {{"{}", Compare::kText}};
  return column;
}

// ---- Numbers

RandomColumn Integer(Random& random, ColumnType type) {
  struct Kind {
    const char* sql;
    unsigned bytes;
  };
  static const std::map<ColumnType, Kind> kKinds = {{ColumnType::kTinyInt, {"TINYINT", 1}},
                                                    {ColumnType::kSmallInt, {"SMALLINT", 2}},
                                                    {ColumnType::kMediumInt, {"MEDIUMINT", 3}},
                                                    {ColumnType::kInt, {"INT", 4}},
                                                    {ColumnType::kBigInt, {"BIGINT", 8}}};
  const Kind& kind = kKinds.at(type);
  const bool is_boolean = type == ColumnType::kTinyInt && random.Chance(20);
  RandomColumn column = Plain(type, is_boolean ? "BOOLEAN" : kind.sql, kind.bytes);
  if (!is_boolean && random.Chance(20)) column.type += fmt::format("({})", random.Between(1, 20));
  if (!is_boolean && random.Chance(45)) {
    column.facts.is_unsigned = true;
    if (random.Chance(30)) {  // SELECT shows leading zeros, which are no part of the value
      column.type += " ZEROFILL";
      column.probes = {{"CAST({} AS UNSIGNED)", Compare::kText}};
    } else {
      column.type += " UNSIGNED";
    }
  }
  column.can_be_key = true;
  const unsigned bits = kind.bytes * 8;
  column.value = [bits, is_unsigned = column.facts.is_unsigned](Random& r) {
    const uint64_t ones = ~uint64_t{0} >> (64 - bits);
    const uint64_t half = ones >> 1;
    if (is_unsigned) {
      switch (r.Below(4)) {
        case 0:
          return fmt::format("{}", r.Pick<uint64_t>({0, 1, half, half + 1, ones - 1, ones}));
        case 1:
          return fmt::format("{}", r.Below(100));
        default:
          return fmt::format("{}", r.Bits() & ones >> r.Below(bits));
      }
    }
    const auto most = static_cast<int64_t>(half);
    switch (r.Below(4)) {
      case 0:
        return fmt::format("{}", r.Pick<int64_t>({0, 1, -1, most, most - 1, -most, -most - 1}));
      case 1:
        return fmt::format("{}", r.Between(-50, 50));
      default: {
        const auto size = static_cast<int64_t>(r.Bits() & half >> r.Below(bits - 1));
        return fmt::format("{}", r.Chance(50) ? size : -size);
      }
    }
  };
  return column;
}

RandomColumn Decimal(Random& random, Flavor flavor) {
  const unsigned most_scale = flavor == Flavor::kMariadb ? 38 : 30;
  unsigned precision = 0, scale = 0;
  switch (random.Below(4)) {
    case 0: {
      static const std::vector<std::pair<unsigned, unsigned>> kEdges = {
          {65, 30}, {65, 0}, {1, 0}, {1, 1}, {5, 5}, {30, 30}, {9, 0}, {10, 1}, {18, 9}, {38, 30}};
      std::tie(precision, scale) = random.Pick(kEdges);
      break;
    }
    case 1:
      precision = static_cast<unsigned>(random.Between(most_scale, 65));
      scale = most_scale;
      break;
    default:
      precision = static_cast<unsigned>(random.Between(1, 65));
      scale = static_cast<unsigned>(random.Below(std::min(precision, most_scale) + 1));
  }
  RandomColumn column =
      Plain(ColumnType::kDecimal, fmt::format("DECIMAL({},{})", precision, scale), 30);
  column.facts.precision = static_cast<uint8_t>(precision);
  column.facts.scale = static_cast<uint8_t>(scale);
  column.can_be_key = true;
  if (random.Chance(30)) {
    column.facts.is_unsigned = true;
    if (random.Chance(40)) {
      column.type += " ZEROFILL";
      column.probes = {
          {fmt::format("CAST({{}} AS DECIMAL({},{}))", precision, scale), Compare::kText}};
    } else {
      column.type += " UNSIGNED";
    }
  }
  column.value = [precision, scale, is_unsigned = column.facts.is_unsigned](Random& r) {
    const auto digits = [&](size_t most, bool nines) {
      std::string out(nines ? most : r.Below(most + 1), '9');
      if (!nines)
        for (char& c : out) c = static_cast<char>('0' + r.Below(10));
      return out.empty() ? std::string("0") : out;
    };
    const bool nines = r.Chance(10);
    const bool zero = !nines && r.Chance(10);
    const std::string sign = !is_unsigned && r.Chance(40) ? "-" : "";
    if (zero) return fmt::format("'{}0.0'", sign);
    const std::string whole = precision > scale ? digits(precision - scale, nines) : "0";
    if (scale == 0) return fmt::format("'{}{}'", sign, whole);
    return fmt::format("'{}{}.{}'", sign, whole, digits(scale, nines));
  };
  return column;
}

std::string FloatLiteral(Random& r, bool is_double, bool is_unsigned) {
  double number = 0;
  switch (r.Below(4)) {
    case 0:
      if (is_double) {
        number = r.Pick({0.0, -0.0, 1.0, -1.0, 0.1, 1e15, 1e16, 1e-5, 1e-15, 1e14,
                         123456789012345678.0, 1.7976931348623157e308, 2.2250738585072014e-308,
                         5e-324, 1e22, 1e23, 9007199254740993.0});
      } else {
        number = r.Pick({0.0, -0.0, 1.0, -1.0, 0.1, 1e15, 1e14, 16777216.0, 16777217.0, 1e-5, 1e-15,
                         static_cast<double>(3.4028235e38f), static_cast<double>(1.17549435e-38f),
                         static_cast<double>(1.4e-45f), 999999.0, 9999995.0, 123456789.0});
      }
      break;
    case 1:
      number = static_cast<double>(r.Between(-99999999, 99999999)) / 1000;
      break;
    case 2:
      number = static_cast<double>(r.Between(-1000, 1000));
      break;
    default:
      do {
        const uint64_t bits = r.Bits();
        number = is_double ? std::bit_cast<double>(bits)
                           : std::bit_cast<float>(static_cast<uint32_t>(bits >> 32));
      } while (!std::isfinite(number));
  }
  if (is_unsigned) number = std::fabs(number);
  return fmt::format("{:.17e}", number);
}

RandomColumn Float(Random& random, ColumnType type) {
  const bool is_double = type == ColumnType::kDouble;
  RandomColumn column = Plain(type, is_double ? "DOUBLE" : "FLOAT", is_double ? 8 : 4);
  // The text of a FLOAT is cut to six digits and that of a (M,D) to D places, while the stream has
  // the number in full.
  column.probes = {{"CAST({} AS DOUBLE)", Compare::kDoubleBits}};
  bool has_places = false;
  if (!is_double && random.Chance(10)) {
    column.type = fmt::format("FLOAT({})", random.Pick({1, 24}));
  } else if (is_double && random.Chance(10)) {
    column.type = fmt::format("FLOAT({})", random.Pick({25, 53}));
  } else if (random.Chance(15)) {
    const auto places = random.Between(0, 10);
    column.type += fmt::format("({},{})", places + random.Between(1, 20), places);
    has_places = true;
  }
  if (random.Chance(15)) {
    column.facts.is_unsigned = true;
    column.type += random.Chance(30) ? " ZEROFILL" : " UNSIGNED";
  }
  if (!has_places && !column.type.ends_with("ZEROFILL"))
    column.probes.push_back({"{}", is_double ? Compare::kText : Compare::kFloatText});
  column.value = [is_double, is_unsigned = column.facts.is_unsigned](Random& r) {
    return FloatLiteral(r, is_double, is_unsigned);
  };
  return column;
}

RandomColumn Bit(Random& random) {
  const auto bits = static_cast<unsigned>(random.Chance(30) ? random.Pick({1, 7, 8, 9, 63, 64})
                                                            : random.Between(1, 64));
  RandomColumn column = Plain(ColumnType::kBit, fmt::format("BIT({})", bits), 8);
  column.facts.length = bits;
  column.probes = {{"CAST({} AS UNSIGNED)", Compare::kText},
                   {"CAST({} AS UNSIGNED)", Compare::kNumber}};
  column.value = [bits](Random& r) {
    const uint64_t ones = ~uint64_t{0} >> (64 - bits);
    return fmt::format("b'{:b}'", r.Chance(20) ? ones : r.Bits() & ones >> r.Below(bits));
  };
  return column;
}

// ---- Time

RandomColumn Year() {
  RandomColumn column = Plain(ColumnType::kYear, "YEAR", 1);
  column.can_be_key = true;
  column.value = [](Random& r) {
    return r.Chance(30) ? fmt::format("'{:04}'", r.Pick({0, 1901, 2155, 2000}))
                        : fmt::format("{}", r.Between(1901, 2155));
  };
  return column;
}

std::string DateText(Random& r) {
  if (r.Chance(25)) {
    return r.Pick<std::string>({"0000-00-00", "1000-01-01", "9999-12-31", "2024-02-29",
                                "2024-02-31", "2024-00-00", "2024-00-15", "2024-06-00",
                                "0000-01-01", "0000-00-01", "0001-01-01", "1969-12-31",
                                "1970-01-01", "2038-01-20"});
  }
  const auto year = r.Between(r.Chance(20) ? 0 : 1900, r.Chance(20) ? 9999 : 2100);
  const auto month = r.Between(1, 12);
  return fmt::format("{:04}-{:02}-{:02}", year, month, r.Between(1, 31));
}

std::string Fraction(Random& r) {
  switch (r.Below(5)) {
    case 0:
      return "";
    case 1:
      return r.Pick<std::string>({".000001", ".999999", ".1", ".5", ".000000", ".9", ".01", ".09"});
    default:
      return fmt::format(".{:06}", r.Below(1000000));
  }
}

std::string ClockText(Random& r) {
  const auto hour = r.Below(24), minute = r.Below(60);
  return fmt::format("{:02}:{:02}:{:02}", hour, minute, r.Below(60));
}

RandomColumn Date() {
  RandomColumn column = Plain(ColumnType::kDate, "DATE", 3);
  column.can_be_key = true;
  column.value = [](Random& r) { return "'" + DateText(r) + "'"; };
  return column;
}

std::string WithDigits(const char* type, uint64_t digits, Random& random) {
  return digits == 0 && random.Chance(50) ? type : fmt::format("{}({})", type, digits);
}

RandomColumn Time(Random& random) {
  const uint64_t digits = random.Below(7);
  RandomColumn column = Plain(ColumnType::kTime, WithDigits("TIME", digits, random), 6);
  column.facts.scale = static_cast<uint8_t>(digits);
  column.can_be_key = true;
  column.value = [](Random& r) {
    if (r.Chance(20)) {
      return r.Pick<std::string>(
          {"'00:00:00'", "'-00:00:00.000001'", "'-00:00:00.1'", "'838:59:59'", "'-838:59:59'",
           "'838:59:59.999999'", "'-838:59:58.999999'", "'-00:00:01'", "'-01:00:00.5'",
           "'00:00:00.999999'", "'255:00:00'", "'-256:00:00.01'", "'511:59:59.5'", "'-512:00:00'"});
    }
    const std::string sign = r.Chance(40) ? "-" : "";
    const auto hour = r.Below(r.Chance(40) ? 838 : 24), minute = r.Below(60), second = r.Below(60);
    return fmt::format("'{}{:02}:{:02}:{:02}{}'", sign, hour, minute, second, Fraction(r));
  };
  return column;
}

RandomColumn DateTime(Random& random) {
  const uint64_t digits = random.Below(7);
  RandomColumn column = Plain(ColumnType::kDateTime, WithDigits("DATETIME", digits, random), 8);
  column.facts.scale = static_cast<uint8_t>(digits);
  column.can_be_key = true;
  column.value = [](Random& r) {
    if (r.Chance(10)) {
      return r.Pick<std::string>({"'0000-00-00 00:00:00'", "'9999-12-31 23:59:59'",
                                  "'1000-01-01 00:00:00'", "'2024-00-00 01:02:03.4'",
                                  "'0000-00-00 12:34:56.7'", "'9999-12-31 23:59:59.999999'"});
    }
    const std::string date = DateText(r);
    const std::string clock = ClockText(r);
    return fmt::format("'{} {}{}'", date, clock, Fraction(r));
  };
  return column;
}

RandomColumn Timestamp(Random& random, const ColumnChoices& choices) {
  const uint64_t digits = random.Below(7);
  RandomColumn column = Plain(ColumnType::kTimestamp, WithDigits("TIMESTAMP", digits, random), 7);
  column.facts.scale = static_cast<uint8_t>(digits);
  column.attributes = "DEFAULT '2001-02-03 04:05:06'";
  const bool late = choices.timestamps_to_2106;
  column.value = [late](Random& r) {
    if (late && r.Chance(15)) {
      return r.Pick<std::string>({"'2038-01-19 03:14:08'", "'2106-02-07 06:28:15'",
                                  "'2106-02-07 06:28:15.999999'", "'2070-12-31 23:59:59.5'"});
    }
    if (r.Chance(20)) {
      return r.Pick<std::string>({"'0000-00-00 00:00:00'", "'1970-01-01 00:00:01'",
                                  "'1970-01-01 00:00:01.000001'", "'1970-01-01 00:00:00.5'",
                                  "'2038-01-19 03:14:07'", "'2038-01-19 03:14:07.999999'",
                                  "'2024-02-29 23:59:59.9'"});
    }
    const auto year = r.Between(1971, 2037), month = r.Between(1, 12), day = r.Between(1, 28);
    const std::string clock = ClockText(r);
    return fmt::format("'{:04}-{:02}-{:02} {}{}'", year, month, day, clock, Fraction(r));
  };
  return column;
}

// ---- Text and bytes

const ServerCharset& PickCharset(Random& random, const ColumnChoices& choices) {
  if (random.Chance(35)) {
    for (const ServerCharset& charset : choices.charsets)
      if (charset.name == "utf8mb4") return charset;
  }
  return random.Pick(choices.charsets);
}

std::string CharsetClause(Random& random, const ServerCharset& charset) {
  std::string clause = " CHARACTER SET " + charset.name;
  if (random.Chance(50)) clause += " COLLATE " + random.Pick(charset.collations);
  return clause;
}

// An expression for megabytes, now and then for more than a packet of the protocol holds (16 MB).
std::string HugeValue(Random& r, const std::string& piece_literal, size_t piece_bytes,
                      size_t max_bytes) {
  const size_t bytes = r.Chance(20) ? (size_t{1} << 24) + r.Below(64) - 32
                                    : static_cast<size_t>(r.Between(1'000'000, 4'500'000));
  return fmt::format("REPEAT({}, {})", piece_literal, std::min(bytes, max_bytes) / piece_bytes);
}

bool IsHuge(Random& r, size_t max_bytes) { return max_bytes > 1'000'000 && r.Below(3000) == 0; }

void MakeText(RandomColumn* column, const ServerCharset& charset, size_t max_characters) {
  column->facts.charset = charset.name;
  column->value = [&charset, max_characters](Random& r) {
    if (IsHuge(r, max_characters)) {
      std::string piece;
      AppendUtf8Character(RandomCharacter(r, charset.characters), &piece);
      // Four bytes a character is the most that any set needs.
      return HugeValue(r, Utf8Literal(piece), 4, max_characters);
    }
    return Utf8Literal(RandomText(r, charset.characters, max_characters));
  };
}

void MakeBytes(RandomColumn* column, size_t max_bytes, Compare compare = Compare::kHex) {
  column->facts.charset = "binary";
  column->probes = {{compare == Compare::kHex ? "HEX({})" : "{}", compare}};
  column->value = [max_bytes](Random& r) {
    if (IsHuge(r, max_bytes)) {
      const std::string piece = r.Bytes(1 + r.Below(1000));
      return HugeValue(r, BytesLiteral(piece), piece.size(), max_bytes);
    }
    std::string bytes = r.Bytes(RandomLength(r, max_bytes));
    switch (r.Below(6)) {
      case 0:  // trailing zero bytes
        for (size_t i = r.Below(bytes.size() + 1); i < bytes.size(); ++i) bytes[i] = '\0';
        break;
      case 1:
        std::fill(bytes.begin(), bytes.end(), r.Pick({'\0', ' ', '\xff', 'a'}));
        break;
      default:
        break;
    }
    return BytesLiteral(bytes);
  };
}

RandomColumn Char(Random& random, const ColumnChoices& choices, unsigned bytes) {
  const ServerCharset& charset = PickCharset(random, choices);
  auto length = static_cast<unsigned>(
      random.Chance(40) ? random.Pick({0, 1, 63, 64, 85, 127, 128, 255}) : random.Between(1, 60));
  length = std::min(length, bytes / charset.max_bytes);
  RandomColumn column = Plain(ColumnType::kChar, fmt::format("CHAR({})", length), 0);
  column.type += CharsetClause(random, charset);
  column.facts.length = length * charset.max_bytes;
  column.row_bytes = column.page_bytes = column.facts.length + 2;
  column.can_be_key = length > 0 && column.facts.length <= 60;
  MakeText(&column, charset, length);
  return column;
}

// VARCHAR and VARBINARY lengths: about the steps of one and two length bytes, at times a big one.
unsigned VariableLength(Random& random, unsigned unit, unsigned bytes) {
  auto length = static_cast<unsigned>(
      random.Chance(40) ? random.Pick({0, 1, 63, 64, 85, 127, 128, 255, 256, 1000})
                        : random.Between(1, 80));
  if (random.Chance(4)) length = bytes;
  return std::min(length, (bytes - 2) / unit);
}

RandomColumn Varchar(Random& random, const ColumnChoices& choices, unsigned bytes) {
  const ServerCharset& charset = PickCharset(random, choices);
  const unsigned length = VariableLength(random, charset.max_bytes, bytes);
  RandomColumn column = Plain(ColumnType::kVarchar, fmt::format("VARCHAR({})", length), 0);
  const bool compressed = choices.flavor == Flavor::kMariadb && length > 0 && random.Chance(15);
  if (compressed) column.type += " COMPRESSED";
  column.type += CharsetClause(random, charset);
  column.facts.length = length * charset.max_bytes;
  column.row_bytes = column.facts.length + 2;
  column.page_bytes = 42;
  column.can_be_key = !compressed && length > 0 && column.facts.length <= 60;
  MakeText(&column, charset, length);
  return column;
}

RandomColumn Text(Random& random, const ColumnChoices& choices) {
  const ServerCharset& charset = PickCharset(random, choices);
  static const std::vector<std::pair<const char*, size_t>> kSizes = {
      {"TINYTEXT", 255}, {"TEXT", 65535}, {"MEDIUMTEXT", 16777215}, {"LONGTEXT", 4294967295}};
  const auto& [name, bytes] = random.Pick(kSizes);
  RandomColumn column = Plain(ColumnType::kText, name, 12);
  if (choices.flavor == Flavor::kMariadb && random.Chance(20)) column.type += " COMPRESSED";
  column.type += CharsetClause(random, charset);
  column.page_bytes = 42;
  column.is_large = true;
  // The longest a server accepts for certain: 65535 bytes of utf16 are no whole characters.
  MakeText(&column, charset, bytes / charset.max_bytes);
  return column;
}

RandomColumn Binary(Random& random, unsigned bytes) {
  auto length = static_cast<unsigned>(
      random.Chance(50) ? random.Pick({0, 1, 4, 16, 127, 128, 254, 255}) : random.Between(1, 40));
  length = std::min(length, bytes);
  RandomColumn column = Plain(ColumnType::kBinary, fmt::format("BINARY({})", length), length);
  if (random.Chance(20)) column.type = fmt::format("CHAR({}) CHARACTER SET binary", length);
  column.facts.length = length;
  column.can_be_key = length > 0 && length <= 60;
  MakeBytes(&column, length);
  return column;
}

RandomColumn Varbinary(Random& random, const ColumnChoices& choices, unsigned bytes) {
  const unsigned length = VariableLength(random, 1, bytes);
  RandomColumn column =
      Plain(ColumnType::kVarbinary, fmt::format("VARBINARY({})", length), length + 2);
  const bool compressed = choices.flavor == Flavor::kMariadb && length > 0 && random.Chance(15);
  if (compressed) {
    column.type += " COMPRESSED";
  } else if (random.Chance(20)) {
    column.type = fmt::format("VARCHAR({}) CHARACTER SET binary", length);
  }
  column.facts.length = length;
  column.page_bytes = 42;
  column.can_be_key = !compressed && length > 0 && length <= 60;
  MakeBytes(&column, length);
  return column;
}

RandomColumn Blob(Random& random, const ColumnChoices& choices) {
  static const std::vector<std::pair<const char*, size_t>> kSizes = {
      {"TINYBLOB", 255},
      {"BLOB", 65535},
      {"MEDIUMBLOB", 16777215},
      {"LONGBLOB", 4294967295},
      {"TEXT CHARACTER SET binary", 65535}};
  const auto& [name, bytes] = random.Pick(kSizes);
  RandomColumn column = Plain(ColumnType::kBlob, name, 12);
  if (choices.flavor == Flavor::kMariadb && column.type.ends_with("BLOB") && random.Chance(20))
    column.type += " COMPRESSED";
  column.page_bytes = 42;
  column.is_large = true;
  MakeBytes(&column, bytes);
  return column;
}

// ---- Members

// Labels that differ in their first characters, whatever the collation.
std::vector<std::string> Labels(Random& random, const ServerCharset& charset,
                                const ColumnChoices& choices, size_t count, bool commas) {
  std::vector<std::string> labels;
  for (size_t i = 0; i < count; ++i) {
    std::string label = fmt::format("{}", i);
    const size_t length = random.Below(6);
    for (size_t j = 0; j < length; ++j) {
      const uint32_t c =
          random.Chance(25)
              ? random.Pick<uint32_t>({'\'', '"', '\\', '%', ';', '(', ')', '\n', '\t', ','})
              : RandomCharacter(random, charset.characters);
      // Spaces at the end would be cut off.
      if (c == ' ' || (c == ',' && !commas) || (c > ' ' && !charset.Has(c)) ||
          (c > 0xffff && choices.basic_labels))
        continue;
      AppendUtf8Character(c, &label);
    }
    labels.push_back(label);
  }
  if (commas && random.Chance(20)) labels[random.Below(count)] = "";
  return labels;
}

std::string LabelList(const std::vector<std::string>& labels) {
  std::string list;
  for (const std::string& label : labels) list += (list.empty() ? "" : ",") + QuoteText(label);
  return list;
}

RandomColumn Enum(Random& random, const ColumnChoices& choices) {
  const ServerCharset& charset = PickCharset(random, choices);
  const auto count = static_cast<size_t>(
      random.Chance(30) ? random.Pick({1, 2, 254, 255, 256, 257, 700}) : random.Between(1, 12));
  const std::vector<std::string> labels = Labels(random, charset, choices, count, true);
  RandomColumn column = Plain(ColumnType::kEnum, "ENUM(" + LabelList(labels) + ")", 2);
  column.type += CharsetClause(random, charset);
  column.facts.labels = labels;
  column.can_be_key = true;
  column.probes.push_back({"CAST({} AS UNSIGNED)", Compare::kNumber});
  column.value = [count](Random& r) -> std::string {
    if (r.Chance(5)) return "'no such label'";  // becomes the '' with number 0
    if (r.Chance(20)) return fmt::format("{}", r.Pick<size_t>({1, count}));
    return fmt::format("{}", r.Between(1, static_cast<int64_t>(count)));
  };
  return column;
}

RandomColumn Set(Random& random, const ColumnChoices& choices) {
  const ServerCharset& charset = PickCharset(random, choices);
  const auto count =
      static_cast<size_t>(random.Chance(50) ? random.Pick({1, 8, 9, 16, 17, 24, 25, 32, 33, 63, 64})
                                            : random.Between(1, 64));
  const std::vector<std::string> labels = Labels(random, charset, choices, count, false);
  RandomColumn column = Plain(ColumnType::kSet, "SET(" + LabelList(labels) + ")", 8);
  column.type += CharsetClause(random, charset);
  column.facts.labels = labels;
  column.probes.push_back({"CAST({} AS UNSIGNED)", Compare::kNumber});
  column.value = [count](Random& r) {
    const uint64_t all = ~uint64_t{0} >> (64 - count);
    return fmt::format("{}", r.Chance(10) ? all : r.Bits() & r.Bits() & all >> r.Below(count));
  };
  return column;
}

// ---- Documents, shapes, and what one flavour has

RandomColumn Json(const ColumnChoices& choices) {
  RandomColumn column = Plain(ColumnType::kJson, "JSON", 12);
  column.page_bytes = 42;
  column.is_large = true;
  if (choices.flavor == Flavor::kMariadb) {  // a LONGTEXT with a check
    column.facts.type = ColumnType::kText;
    column.facts.charset = "utf8mb4";
    column.can_be_left_out = false;
    // JSON_VALID, which is the check, knows 32 levels.
    column.value = [](Random& r) { return Utf8Literal(RandomJson(r, 31)); };
  } else {
    column.value = RandomJsonExpression;
    column.change = RandomJsonChange;
  }
  return column;
}

RandomColumn Geometry(Random& random, const ColumnChoices& choices) {
  const auto type = random.Pick<std::string>({"GEOMETRY", "GEOMETRY", "POINT", "LINESTRING",
                                              "POLYGON", "MULTIPOINT", "MULTILINESTRING",
                                              "MULTIPOLYGON", "GEOMETRYCOLLECTION"});
  RandomColumn column = Plain(ColumnType::kGeometry, type, 12);
  column.page_bytes = 42;
  column.is_large = true;
  column.can_be_left_out = false;
  column.probes = {{"HEX({})", Compare::kHex}};
  const bool mariadb = choices.flavor == Flavor::kMariadb;
  const bool fixed = random.Chance(30);
  const uint32_t srid =
      mariadb ? static_cast<uint32_t>(random.Pick<uint64_t>({0, 4326, 65536, 999999999}))
              : static_cast<uint32_t>(random.Pick({0, 4326, 3857}));
  if (fixed) column.type += fmt::format(" {} {}", mariadb ? "REF_SYSTEM_ID =" : "SRID", srid);
  column.value = [type, mariadb, fixed, srid](Random& r) {
    const uint32_t system =
        fixed ? srid : static_cast<uint32_t>(mariadb ? r.Below(70000) : r.Pick({0, 4326, 3857}));
    const std::string shape = RandomGeometry(r, type);
    return fmt::format("ST_GeomFromText('{}', {})", shape, system);
  };
  return column;
}

RandomColumn Vector(Random& random) {
  const auto dimensions =
      static_cast<size_t>(random.Chance(3) ? random.Pick({2048, 16383}) : random.Between(1, 20));
  RandomColumn column = Plain(ColumnType::kVector, fmt::format("VECTOR({})", dimensions), 12);
  column.page_bytes = 42;
  column.is_large = true;
  column.can_be_left_out = false;
  column.probes = {{"HEX({})", Compare::kHex}};
  column.value = [dimensions](Random& r) {
    const size_t count = 1 + r.Below(dimensions);
    std::string out = "STRING_TO_VECTOR('[";
    for (size_t i = 0; i < count; ++i) {
      if (i > 0) out += ",";
      out += r.Chance(30) ? r.Pick<std::string>({"0", "-0.0", "1", "3.4e38", "-2e-38", "0.1"})
                          : fmt::format("{}", static_cast<double>(r.Between(-999, 999)) / 64);
    }
    return out + "]')";
  };
  return column;
}

// It takes as many numbers as it has dimensions, whose squares have a sum.
RandomColumn MariadbVector(Random& random, unsigned bytes) {
  const size_t dimensions = std::min<size_t>(
      random.Chance(10) ? random.Pick({2048, 16383}) : random.Between(1, 20), (bytes - 2) / 4);
  const auto row_bytes = static_cast<unsigned>(dimensions * 4 + 2);
  RandomColumn column =
      Plain(ColumnType::kVector, fmt::format("VECTOR({})", dimensions), row_bytes);
  column.facts.length = dimensions * 4;
  column.page_bytes = 42;
  column.can_be_left_out = false;
  column.probes = {{"HEX({})", Compare::kHex}};
  column.value = [dimensions](Random& r) {
    std::string out = "VEC_FromText('[";
    for (size_t i = 0; i < dimensions; ++i) {
      if (i > 0) out += ",";
      out += r.Chance(30) ? r.Pick<std::string>({"0", "-0.0", "1", "3.4e16", "-2e-38", "0.1"})
                          : fmt::format("{}", static_cast<double>(r.Between(-999, 999)) / 64);
    }
    return out + "]')";
  };
  return column;
}

RandomColumn Uuid() {
  RandomColumn column = Plain(ColumnType::kUuid, "UUID", 16);
  column.can_be_key = true;
  column.value = [](Random& r) {
    std::string bytes = r.Bytes(16);
    if (r.Chance(20))
      std::fill(bytes.begin() + static_cast<int64_t>(r.Below(17)), bytes.end(), '\0');
    if (r.Chance(10)) std::fill(bytes.begin(), bytes.end(), '\xff');
    std::string text = Hex(bytes);  // all versions and variants
    for (const size_t at : {8, 13, 18, 23}) text.insert(at, "-");
    return "'" + text + "'";
  };
  return column;
}

RandomColumn Inet4() {
  RandomColumn column = Plain(ColumnType::kInet4, "INET4", 4);
  column.can_be_key = true;
  column.value = [](Random& r) {
    std::array<uint64_t, 4> part{};
    for (uint64_t& p : part) p = r.Chance(40) ? r.Pick<uint64_t>({0, 1, 255}) : r.Below(256);
    return fmt::format("'{}.{}.{}.{}'", part[0], part[1], part[2], part[3]);
  };
  return column;
}

RandomColumn Inet6() {
  RandomColumn column = Plain(ColumnType::kInet6, "INET6", 16);
  column.can_be_key = true;
  column.value = [](Random& r) -> std::string {
    if (r.Chance(20))
      return r.Pick<std::string>({"'::'", "'::1'", "'::ffff:192.168.0.1'", "'::1.2.3.4'",
                                  "'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'", "'1::'", "'::1:0'",
                                  "'0:1:0:1:0:1:0:1'", "'1:0:0:2:0:0:0:3'", "'::ffff:0:0'"});
    std::string text = "'";
    for (int i = 0; i < 8; ++i) {
      if (i > 0) text += ":";
      text += r.Chance(45) ? "0" : fmt::format("{:x}", r.Below(r.Chance(30) ? 16 : 65536));
    }
    return text + "'";
  };
  return column;
}

}  // namespace

ColumnType TypeDeck::Deal(Random& random) {
  if (left_.empty()) {
    // Types with many forms are there more than once.
    left_ = {ColumnType::kTinyInt,  ColumnType::kSmallInt,  ColumnType::kMediumInt,
             ColumnType::kInt,      ColumnType::kBigInt,    ColumnType::kDecimal,
             ColumnType::kDecimal,  ColumnType::kFloat,     ColumnType::kDouble,
             ColumnType::kBit,      ColumnType::kYear,      ColumnType::kDate,
             ColumnType::kTime,     ColumnType::kTime,      ColumnType::kDateTime,
             ColumnType::kDateTime, ColumnType::kTimestamp, ColumnType::kTimestamp,
             ColumnType::kChar,     ColumnType::kChar,      ColumnType::kVarchar,
             ColumnType::kVarchar,  ColumnType::kText,      ColumnType::kText,
             ColumnType::kBinary,   ColumnType::kVarbinary, ColumnType::kBlob,
             ColumnType::kEnum,     ColumnType::kSet,       ColumnType::kGeometry};
    if (flavor_ == Flavor::kMysql) {
      left_.insert(left_.end(), {ColumnType::kJson, ColumnType::kJson});
    } else {  // JSON is a form of kText
      left_.insert(left_.end(),
                   {ColumnType::kText, ColumnType::kUuid, ColumnType::kInet4, ColumnType::kInet6});
    }
    if (has_vector_) left_.push_back(ColumnType::kVector);
  }
  std::swap(left_[random.Below(left_.size())], left_.back());
  const ColumnType type = left_.back();
  left_.pop_back();
  return type;
}

RandomColumn MakeRandomColumn(Random& random, ColumnType type, const ColumnChoices& choices,
                              unsigned row_bytes, unsigned page_bytes) {
  const unsigned variable = std::max(row_bytes, 64u);
  const unsigned fixed = std::max(std::min(row_bytes, page_bytes), 64u) - 2;
  switch (type) {
    case ColumnType::kTinyInt:
    case ColumnType::kSmallInt:
    case ColumnType::kMediumInt:
    case ColumnType::kInt:
    case ColumnType::kBigInt:
      return Integer(random, type);
    case ColumnType::kDecimal:
      return Decimal(random, choices.flavor);
    case ColumnType::kFloat:
    case ColumnType::kDouble:
      return Float(random, type);
    case ColumnType::kBit:
      return Bit(random);
    case ColumnType::kYear:
      return Year();
    case ColumnType::kDate:
      return Date();
    case ColumnType::kTime:
      return Time(random);
    case ColumnType::kDateTime:
      return DateTime(random);
    case ColumnType::kTimestamp:
      return Timestamp(random, choices);
    case ColumnType::kChar:
      return Char(random, choices, fixed);
    case ColumnType::kVarchar:
      return Varchar(random, choices, variable);
    case ColumnType::kText:
      if (choices.flavor == Flavor::kMariadb && random.Chance(30)) return Json(choices);
      return Text(random, choices);
    case ColumnType::kBinary:
      return Binary(random, fixed);
    case ColumnType::kVarbinary:
      return Varbinary(random, choices, variable);
    case ColumnType::kBlob:
      return Blob(random, choices);
    case ColumnType::kEnum:
      return Enum(random, choices);
    case ColumnType::kSet:
      return Set(random, choices);
    case ColumnType::kJson:
      return Json(choices);
    case ColumnType::kGeometry:
      return Geometry(random, choices);
    case ColumnType::kVector:
      return choices.flavor == Flavor::kMysql ? Vector(random) : MariadbVector(random, variable);
    case ColumnType::kUuid:
      return Uuid();
    case ColumnType::kInet4:
      return Inet4();
    case ColumnType::kInet6:
      return Inet6();
    case ColumnType::kUnknown:
      break;
  }
  return {};
}

RandomColumn MakeSmallColumn(Random& random) {
  switch (random.Below(6)) {
    case 0:
      return Bit(random);
    case 1:
      return Year();
    case 2:
      return Date();
    case 3:
      return Time(random);
    case 4:
      return Float(random, random.Pick({ColumnType::kFloat, ColumnType::kDouble}));
    default:
      return Integer(
          random, random.Pick({ColumnType::kTinyInt, ColumnType::kSmallInt, ColumnType::kMediumInt,
                               ColumnType::kInt, ColumnType::kBigInt}));
  }
}

}  // namespace towpath::test
