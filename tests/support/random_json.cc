#include "tests/support/random_json.h"

#include <bit>
#include <cmath>

#include "fmt/format.h"
#include "tests/support/random_text.h"
#include "tests/support/sql_text.h"

namespace towpath::test {
namespace {

// Its limit is 100; a change may add one.
constexpr size_t kMysqlDepth = 98;

std::string JsonString(Random& random, size_t max_characters) {
  const std::string text = RandomText(random, Candidates(), max_characters);
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
      case '\\':
        out.push_back('\\');
        out.push_back(c);
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out.push_back(c);
        }
    }
  }
  return out + "\"";
}

double FiniteDouble(Random& random) {
  for (;;) {
    const double number = std::bit_cast<double>(random.Bits());
    if (std::isfinite(number)) return number;
  }
}

std::string JsonNumber(Random& random) {
  switch (random.Below(6)) {
    case 0:
      return random.Pick<std::string>({"0",
                                       "-0",
                                       "0.0",
                                       "-0.0",
                                       "1.0",
                                       "-1",
                                       "127",
                                       "128",
                                       "255",
                                       "256",
                                       "32767",
                                       "32768",
                                       "-32768",
                                       "-32769",
                                       "65535",
                                       "65536",
                                       "2147483647",
                                       "2147483648",
                                       "-2147483648",
                                       "-2147483649",
                                       "4294967295",
                                       "4294967296",
                                       "9223372036854775807",
                                       "9223372036854775808",
                                       "-9223372036854775808",
                                       "-9223372036854775809",
                                       "18446744073709551615",
                                       "18446744073709551616",
                                       "1e308",
                                       "1.7976931348623157e308",
                                       "5e-324",
                                       "2.2250738585072014e-308",
                                       "0.1",
                                       "1e15",
                                       "1e16",
                                       "1e-5",
                                       "1e-15",
                                       "123456789012345678",
                                       "1234567890123456.7",
                                       "1e2",
                                       "1E+2",
                                       "3.0e0"});
    case 1:
      return fmt::format("{}", static_cast<int64_t>(random.Bits()));
    case 2:
      return fmt::format("{:.17g}", FiniteDouble(random));
    case 3: {
      const int64_t whole = random.Between(-999999, 999999);
      const uint64_t fraction = random.Below(1000000);
      return fmt::format("{}.{}", whole, fraction);
    }
    default:
      return fmt::format("{}", random.Between(-40000, 70000));
  }
}

void AppendJson(Random& random, unsigned depth, std::string* out) {
  const uint64_t choice = random.Below(depth == 0 ? 6 : 12);
  if (choice < 2) {
    *out += JsonNumber(random);
  } else if (choice < 4) {
    *out += JsonString(random, random.Chance(3) ? 70000 : 40);
  } else if (choice < 6) {
    *out += random.Pick({"null", "true", "false", "{}", "[]", "\"\""});
  } else if (choice < 9) {
    out->push_back('[');
    const uint64_t count = random.Below(random.Chance(3) ? 200 : 6);
    for (uint64_t i = 0; i < count; ++i) {
      if (i > 0) *out += random.Pick({",", ", ", " ,\n"});
      AppendJson(random, depth - 1, out);
    }
    out->push_back(']');
  } else {
    out->push_back('{');
    const uint64_t count = random.Below(random.Chance(3) ? 200 : 6);
    for (uint64_t i = 0; i < count; ++i) {
      if (i > 0) out->push_back(',');
      *out +=
          random.Chance(50) ? fmt::format("\"k{}\"", random.Below(300)) : JsonString(random, 12);
      *out += random.Pick({":", ": "});
      AppendJson(random, depth - 1, out);
    }
    out->push_back('}');
  }
}

// A value that a JSON_ARRAY makes part of a document, of a type that JSON has no text for.
std::string SqlScalar(Random& random) {
  const auto month = random.Between(1, 12), day = random.Between(1, 28),
             hour = random.Between(0, 23), second = random.Between(0, 59),
             micro = random.Between(0, 999999);
  switch (random.Below(10)) {
    case 0:
      return fmt::format("CAST('{:04}-{:02}-{:02}' AS DATE)", random.Between(0, 9999), month, day);
    case 1:
      return fmt::format("CAST('{}{}:{:02}:{:02}.{:06}' AS TIME(6))", random.Pick({"", "-"}),
                         random.Between(0, 837), second, second, micro);
    case 2:
      return fmt::format("CAST('{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:06}' AS DATETIME(6))",
                         random.Between(1, 9999), month, day, hour, second, second, micro);
    case 3:
      return fmt::format("TIMESTAMP'{:04}-{:02}-{:02} {:02}:{:02}:{:02}'",
                         random.Between(1971, 2037), month, day, hour, second, second);
    case 4: {
      const uint64_t scale = random.Below(31);
      const std::string digits =
          fmt::format("{}{}", random.Bits() >> random.Below(64), random.Bits());
      return fmt::format("CAST('{}{}.{}' AS DECIMAL(65,{}))", random.Pick({"", "-"}), digits,
                         digits, scale);
    }
    case 5:
      return BytesLiteral(random.Bytes(RandomLength(random, 300)));
    case 6:
      return fmt::format("b'{:b}'", random.Bits() >> random.Below(64));
    case 7:
      return fmt::format("CAST({} AS UNSIGNED)", random.Bits() >> random.Below(64));
    case 8:
      return fmt::format("CAST({} AS YEAR)", random.Pick({0, 1901, 1999, 2024, 2155}));
    default:
      return random.Pick({"NULL", "TRUE", "1.50", "1e0", "'text'", "-1"});
  }
}

std::string AsJson(const std::string& text) {
  return fmt::format("CAST({} AS JSON)", Utf8Literal(text));
}

}  // namespace

std::string RandomJson(Random& random, size_t max_depth) {
  std::string out;
  if (random.Chance(1)) {
    out.append(max_depth, '[');
    out.append(max_depth, ']');
    return out;
  }
  AppendJson(random, static_cast<unsigned>(random.Below(5)), &out);
  return out;
}

std::string RandomJsonExpression(Random& random) {
  if (random.Chance(60)) return AsJson(RandomJson(random, kMysqlDepth));
  std::string out;
  const bool object = random.Chance(40);
  const uint64_t count = random.Below(8);
  for (uint64_t i = 0; i < count; ++i) {
    if (i > 0) out += ", ";
    if (object) out += Utf8Literal(RandomText(random, Candidates(), 20)) + ", ";
    switch (random.Below(8)) {
      case 0:
        out += AsJson(RandomJson(random, kMysqlDepth));
        break;
      case 1:
        out += fmt::format("REPEAT('x', {})", random.Chance(10)
                                                  ? random.Between(65500, 65560)
                                                  : random.Pick({0, 1, 126, 127, 128, 129, 300}));
        break;
      default:
        out += SqlScalar(random);
    }
  }
  if (object) return fmt::format("JSON_OBJECT({})", out);
  if (count > 0 && random.Chance(30))
    return fmt::format("JSON_EXTRACT(JSON_ARRAY({}), '$[0]')", out);
  return fmt::format("JSON_ARRAY({})", out);
}

std::string RandomJsonChange(Random& random, const std::string& column) {
  const std::string key = fmt::format("'$.k{}'", random.Below(300));
  switch (random.Below(6)) {
    case 0:
      return fmt::format("JSON_SET({}, {}, {})", column, key, SqlScalar(random));
    case 1:
      return fmt::format("JSON_REPLACE({}, '$[0]', {})", column, SqlScalar(random));
    case 2:
      return fmt::format("JSON_REMOVE({}, {})", column,
                         random.Pick({"'$[0]'", "'$[1]'", "'$.k1'"}));
    case 3:
      return fmt::format("JSON_ARRAY_APPEND({}, '$', {})", column, SqlScalar(random));
    case 4:
      return fmt::format("JSON_MERGE_PRESERVE({}, {})", column,
                         AsJson(RandomJson(random, kMysqlDepth)));
    default:
      return fmt::format("JSON_INSERT({}, '$[0]', {})", column, SqlScalar(random));
  }
}

}  // namespace towpath::test
