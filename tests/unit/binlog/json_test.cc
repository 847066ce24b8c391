#include "binlog/json.h"

#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"

namespace towpath::binlog {
namespace {

using test::Be;
using test::Le;

// A value of binary JSON: its type, and its bytes or what stands in the container's entry.
struct Json {
  uint8_t type;
  std::string bytes;
  bool inlined = false;
};

std::string VarLength(size_t n) {
  std::string out;
  do {
    out += static_cast<char>((n & 0x7f) | (n > 0x7f ? 0x80 : 0));
    n >>= 7;
  } while (n != 0);
  return out;
}
Json Text(const std::string& s) { return {12, VarLength(s.size()) + s}; }
Json Literal(uint8_t v) { return {4, Le(v, 1), true}; }
Json Int16(int16_t v) { return {5, Le(static_cast<uint16_t>(v), 2), true}; }
Json Double(double d) {
  uint64_t bits;
  std::memcpy(&bits, &d, 8);
  return {11, Le(bits, 8)};
}
Json Opaque(uint8_t type, const std::string& bytes) {
  return {15, Le(type, 1) + VarLength(bytes.size()) + bytes};
}
std::string Document(const Json& value) { return Le(value.type, 1) + value.bytes; }

Json Container(bool object, const std::vector<std::pair<std::string, Json>>& members, bool large,
               const std::string& gap = "") {
  const int width = large ? 4 : 2;
  const auto n = members.size();
  const size_t head = static_cast<size_t>(2 * width) +
                      n * static_cast<size_t>((object ? width + 2 : 0) + 1 + width);
  std::string keys;
  std::string values;
  std::string key_entries;
  std::string value_entries;
  size_t key_bytes = 0;
  for (const auto& [key, value] : members) key_bytes += object ? key.size() : 0;
  for (const auto& [key, value] : members) {
    if (object) {
      key_entries += Le(head + keys.size(), width) + Le(key.size(), 2);
      keys += key;
    }
    const bool inlined = value.inlined || (large && (value.type == 7 || value.type == 8));
    if (inlined) {
      std::string entry = value.bytes;
      entry.resize(static_cast<size_t>(width), '\0');
      value_entries += Le(value.type, 1) + entry;
    } else {
      values += gap;
      value_entries += Le(value.type, 1) + Le(head + key_bytes + values.size(), width);
      values += value.bytes;
    }
  }
  const size_t size = head + keys.size() + values.size();
  return {static_cast<uint8_t>((object ? 0 : 2) + (large ? 1 : 0)),
          Le(n, width) + Le(size, width) + key_entries + value_entries + keys + values};
}

std::string Print(const std::string& document) {
  std::string out = "before ";
  if (!AppendJson({reinterpret_cast<const uint8_t*>(document.data()), document.size()}, &out)) {
    CHECK(out == "before ");
    return "BAD";
  }
  return out.substr(7);
}
std::string Print(const Json& value) { return Print(Document(value)); }

TEST_CASE("JSON scalars", "[json]") {
  CHECK(Print(std::string()) == "null");
  CHECK(Print(Literal(0)) == "null");
  CHECK(Print(Literal(1)) == "true");
  CHECK(Print(Literal(2)) == "false");
  CHECK(Print(Literal(3)) == "BAD");
  CHECK(Print(Int16(-32768)) == "-32768");
  CHECK(Print(Json{6, Le(65535, 2)}) == "65535");
  CHECK(Print(Json{7, Le(0x80000000, 4)}) == "-2147483648");
  CHECK(Print(Json{8, Le(0xffffffff, 4)}) == "4294967295");
  CHECK(Print(Json{9, Le(uint64_t{1} << 63, 8)}) == "-9223372036854775808");
  CHECK(Print(Json{10, Le(~uint64_t{0}, 8)}) == "18446744073709551615");
  CHECK(Print(Double(1)) == "1.0");
  CHECK(Print(Double(-0.0)) == "-0.0");
  CHECK(Print(Double(1.5)) == "1.5");
  CHECK(Print(Double(1e20)) == "1e20");
  CHECK(Print(Double(1e300)) == "1e300");
  CHECK(Print(Json{13, ""}) == "BAD");
  CHECK(Print(Json{255, ""}) == "BAD");
}

TEST_CASE("JSON strings are escaped as the server does", "[json]") {
  CHECK(Print(Text("")) == "\"\"");
  CHECK(Print(Text("a\"b\\c/d")) == "\"a\\\"b\\\\c/d\"");
  CHECK(Print(Text("\b\t\n\f\r")) == "\"\\b\\t\\n\\f\\r\"");
  CHECK(Print(Text(std::string("\0\x01\x1f\x7f", 4))) == "\"\\u0000\\u0001\\u001f\x7f\"");
  CHECK(Print(Text("\xc3\xa4\xf0\x9f\x98\x80")) == "\"\xc3\xa4\xf0\x9f\x98\x80\"");
  for (size_t n : {127u, 128u, 16383u, 16384u})
    CHECK(Print(Text(std::string(n, 'x'))) == '"' + std::string(n, 'x') + '"');
}

TEST_CASE("JSON containers", "[json]") {
  for (bool large : {false, true}) {
    CHECK(Print(Container(true, {}, large)) == "{}");
    CHECK(Print(Container(false, {}, large)) == "[]");
    const Json inner = Container(false, {{"", Text("x")}, {"", Literal(0)}}, large);
    const Json outer = Container(true,
                                 {{"", Int16(1)},
                                  {"a", inner},
                                  {"b\"", Json{7, Le(70000, 4)}},
                                  {"c", Json{8, Le(4000000000, 4)}},
                                  {"dd", Double(2)},
                                  {"ee", Container(true, {{"f", Literal(1)}}, large)}},
                                 large);
    const std::string text =
        R"({"": 1, "a": ["x", null], "b\"": 70000, "c": 4000000000, "dd": 2.0, "ee": {"f": true}})";
    CHECK(Print(outer) == text);
    // Updates in place leave gaps between values.
    const Json gaps = Container(false, {{"", Text("x")}, {"", Text("y")}}, large, "????");
    CHECK(Print(gaps) == R"(["x", "y"])");
  }
  // Large ones hold 32 bits in the entry.
  CHECK(Print(Container(false, {{"", Json{7, Le(static_cast<uint64_t>(-5), 4)}}}, true)) == "[-5]");
}

TEST_CASE("JSON of other SQL types", "[json]") {
  CHECK(Print(Opaque(246, Le(4, 1) + Le(2, 1) + Be(0x80 + 12, 1) + Be(34, 1))) == "12.34");
  const int64_t date = (int64_t{2024} * 13 + 2) << 46 | int64_t{29} << 41;
  const int64_t clock = int64_t{23} << 36 | int64_t{59} << 30 | int64_t{58} << 24 | 123456;
  CHECK(Print(Opaque(10, Le(static_cast<uint64_t>(date), 8))) == "\"2024-02-29\"");
  CHECK(Print(Opaque(12, Le(static_cast<uint64_t>(date | clock), 8))) ==
        "\"2024-02-29 23:59:58.123456\"");
  CHECK(Print(Opaque(7, Le(static_cast<uint64_t>(date | clock), 8))) ==
        "\"2024-02-29 23:59:58.123456\"");
  CHECK(Print(Opaque(11, Le(static_cast<uint64_t>(-clock), 8))) == "\"-23:59:58.123456\"");
  CHECK(Print(Opaque(252, "abc")) == "\"base64:type252:YWJj\"");
  CHECK(Print(Opaque(15, "ab")) == "\"base64:type15:YWI=\"");
  CHECK(Print(Opaque(16, "a")) == "\"base64:type16:YQ==\"");
  CHECK(Print(Opaque(15, "")) == "\"base64:type15:\"");
  CHECK(Print(Opaque(246, "\x01")) == "BAD");
  CHECK(Print(Opaque(246, Le(200, 1) + Le(2, 1))) == "BAD");
  CHECK(Print(Opaque(10, "short")) == "BAD");
}

TEST_CASE("JSON that can not be right", "[json]") {
  // Cut anywhere, a document is refused or, cut inside a gap, the same.
  const std::string document = Document(Container(
      true, {{"a", Text("xyz")}, {"b", Container(false, {{"", Double(1.5)}}, false)}}, false));
  for (size_t n = 1; n < document.size(); ++n) CHECK(Print(document.substr(0, n)) == "BAD");

  // Offsets into the container's own head, and counts that do not fit.
  CHECK(Print(Le(2, 1) + Le(1, 2) + Le(7, 2) + Le(2, 1) + Le(0, 2)) == "BAD");
  CHECK(Print(Le(2, 1) + Le(0xffff, 2) + Le(7, 2) + Le(2, 1) + Le(0, 2)) == "BAD");
  CHECK(Print(Le(3, 1) + Le(0xffffffff, 4) + Le(8, 4)) == "BAD");

  // Depth.
  const auto nested = [](int depth) {
    Json value = Container(false, {}, false);
    for (int i = 1; i < depth; ++i) value = Container(false, {{"", value}}, false);
    return Print(value);
  };
  CHECK(nested(100) == std::string(100, '[') + std::string(100, ']'));
  CHECK(nested(101) == "BAD");

  // Values that share their bytes would print without end.
  const size_t n = 200;  // arrays of as many references to the next one
  std::string bomb = Le(2, 1);
  for (int depth = 0; depth < 8; ++depth) {
    bomb += Le(n, 2) + Le(0xffff, 2);
    for (size_t i = 0; i < n; ++i) bomb += Le(depth == 7 ? 12 : 2, 1) + Le(4 + n * 3, 2);
  }
  bomb += VarLength(10) + std::string(10, 'x');
  bomb.resize(0xffff * 2, ' ');
  CHECK(Print(bomb) == "BAD");
}

}  // namespace
}  // namespace towpath::binlog
