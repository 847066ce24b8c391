#include "binlog/json.h"

#include <string>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/json_builder.h"

namespace towpath::binlog {
namespace {

using test::Be;
using test::Le;
using test::json::Container;
using test::json::Document;
using test::json::Double;
using test::json::Int16;
using test::json::Json;
using test::json::Literal;
using test::json::Opaque;
using test::json::Text;
using test::json::VarLength;

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
