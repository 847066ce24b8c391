#include "binlog/json_diff.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "binlog/json.h"
#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/json_builder.h"

namespace towpath::binlog {
namespace {

using test::Be;
using test::Le;
using test::Lenenc;
using test::json::Array;
using test::json::Container;
using test::json::Document;
using test::json::Double;
using test::json::Insert;
using test::json::Int16;
using test::json::Json;
using test::json::Literal;
using test::json::Object;
using test::json::Opaque;
using test::json::Remove;
using test::json::Replace;
using test::json::Text;

std::span<const uint8_t> Bytes(const std::string& text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

std::string Print(std::span<const uint8_t> document) {
  std::string out;
  return AppendJson(document, &out) ? out : "NO DOCUMENT";
}

// What differences make of a document, as text; "BAD: ..." when they do not fit.
std::string Apply(const std::string& document, const std::string& differences) {
  static JsonPatcher patcher;  // one for all: what it keeps must not show
  std::vector<uint8_t> out = {'b', 'e', 'f', 'o', 'r', 'e'};
  const Status status = patcher.Apply(Bytes(document), Bytes(differences), &out);
  CHECK(std::string(out.begin(), out.begin() + 6) == "before");
  if (!status.ok()) {
    CHECK(out.size() == 6);
    CHECK(status.code() == Code::kCorrupted);
    return "BAD: " + status.message();
  }
  return Print(std::span(out).subspan(6));
}
std::string Apply(const Json& document, const std::string& differences) {
  return Apply(Document(document), differences);
}
bool Fits(const Json& document, const std::string& differences) {
  return !Apply(document, differences).starts_with("BAD");
}

std::string Show(const std::string& differences) {
  std::string out = "before ";
  if (!AppendJsonDiff(Bytes(differences), &out)) {
    CHECK(out == "before ");
    return "BAD";
  }
  return out.substr(7);
}

const Json kDocument = Object({{"a", Array({Int16(1), Text("two"), Literal(0)})},
                               {"b", Object({{"c", Double(1.5)}, {"dd", Int16(-7)}})},
                               {"long key", Text("text")}});

TEST_CASE("differences of JSON: none leave the document as it was", "[json_diff]") {
  CHECK(Apply(kDocument, "") ==
        R"({"a": [1, "two", null], "b": {"c": 1.5, "dd": -7}, "long key": "text"})");
  CHECK(Apply(std::string(), "") == "null");
  CHECK(Apply(Int16(5), "") == "5");
}

TEST_CASE("differences of JSON: replace", "[json_diff]") {
  CHECK(Apply(kDocument, Replace("$.a[1]", Object({{"x", Literal(1)}}))) ==
        R"({"a": [1, {"x": true}, null], "b": {"c": 1.5, "dd": -7}, "long key": "text"})");
  CHECK(Apply(kDocument, Replace("$.a", Int16(9))) ==
        R"({"a": 9, "b": {"c": 1.5, "dd": -7}, "long key": "text"})");
  CHECK(Apply(kDocument, Replace("$.\"long key\"", Text(""))) ==
        R"({"a": [1, "two", null], "b": {"c": 1.5, "dd": -7}, "long key": ""})");
  CHECK(Apply(Array({Int16(1), Int16(2)}), Replace("$[last]", Int16(3))) == "[1, 3]");
  CHECK(Apply(Array({Int16(1), Int16(2)}), Replace("$[last-1]", Int16(3))) == "[3, 2]");
  // An empty value stands for null.
  CHECK(Apply(Array({Int16(1)}), Le(0, 1) + Lenenc(4) + "$[0]" + Lenenc(0)) == "[null]");
}

TEST_CASE("differences of JSON: insert", "[json_diff]") {
  const Json object = Object({{"b", Int16(2)}, {"dd", Int16(4)}});
  // By length of the key, then by its bytes.
  CHECK(Apply(object, Insert("$.c", Int16(3))) == R"({"b": 2, "c": 3, "dd": 4})");
  CHECK(Apply(object, Insert("$.a", Int16(1))) == R"({"a": 1, "b": 2, "dd": 4})");
  CHECK(Apply(object, Insert("$.aaa", Int16(1))) == R"({"b": 2, "dd": 4, "aaa": 1})");
  CHECK(Apply(object, Insert("$.\"\"", Int16(0))) == R"({"": 0, "b": 2, "dd": 4})");
  CHECK(Apply(Object({}), Insert("$.k", Text("v"))) == R"({"k": "v"})");

  const Json array = Array({Int16(1), Int16(2)});
  CHECK(Apply(array, Insert("$[0]", Int16(0))) == "[0, 1, 2]");
  CHECK(Apply(array, Insert("$[1]", Int16(9))) == "[1, 9, 2]");
  CHECK(Apply(array, Insert("$[2]", Int16(3))) == "[1, 2, 3]");
  CHECK(Apply(array, Insert("$[4294967295]", Int16(3))) == "[1, 2, 3]");
  CHECK(Apply(array, Insert("$[last]", Int16(9))) == "[1, 9, 2]");
  CHECK(Apply(array, Insert("$[last-5]", Int16(0))) == "[0, 1, 2]");
  CHECK(Apply(Array({}), Insert("$[0]", Int16(1))) == "[1]");
  CHECK(Apply(kDocument, Insert("$.b.e", Array({}))) ==
        R"({"a": [1, "two", null], "b": {"c": 1.5, "e": [], "dd": -7}, "long key": "text"})");
}

TEST_CASE("differences of JSON: remove", "[json_diff]") {
  CHECK(Apply(kDocument, Remove("$.a[0]")) ==
        R"({"a": ["two", null], "b": {"c": 1.5, "dd": -7}, "long key": "text"})");
  CHECK(Apply(kDocument, Remove("$.a[last]")) ==
        R"({"a": [1, "two"], "b": {"c": 1.5, "dd": -7}, "long key": "text"})");
  CHECK(Apply(kDocument, Remove("$.b") + Remove("$.a") + Remove("$.\"long key\"")) == "{}");
  CHECK(Apply(Array({Int16(1)}), Remove("$[0]")) == "[]");
}

TEST_CASE("differences of JSON follow on each other", "[json_diff]") {
  // Into what an earlier one put there, at any depth.
  CHECK(Apply(kDocument, Replace("$.a", Object({{"n", Array({Int16(1)})}})) +
                             Insert("$.a.n[1]", Int16(2)) + Insert("$.a.m", Object({})) +
                             Insert("$.a.m.x", Literal(2)) + Remove("$.b.c")) ==
        R"({"a": {"m": {"x": false}, "n": [1, 2]}, "b": {"dd": -7}, "long key": "text"})");
  std::string many;
  for (int16_t i = 0; i < 300; ++i) many += Insert("$[0]", Int16(i));
  std::string expected = "[";
  for (int i = 299; i >= 0; --i) expected += fmt::format("{}{}", i, i > 0 ? ", " : "]");
  CHECK(Apply(Array({}), many) == expected);
}

TEST_CASE("differences of JSON: paths", "[json_diff]") {
  const std::string control = std::string("\0\x1f", 2);
  const Json object = Object({{"\n", Int16(1)},
                              {control, Int16(2)},
                              {"\"\\/", Int16(3)},
                              {"\xc3\xa4.", Int16(4)},
                              {"a[0]", Int16(5)},
                              {"\xf0\x9f\x98\x80", Int16(6)}});
  CHECK(Apply(object, Remove(R"($."\n")") + Remove(R"($."\u0000\u001F")") +
                          Remove(R"($."\"\\\/")") + Remove("$.\"\xc3\xa4.\"") +
                          Remove("$.\"a[0]\"") + Remove(R"($."\uD83D\ude00")")) == "{}");
  CHECK(Apply(Object({}), Insert(R"($."\b\f\n\r\t\"\\\u00e4\u20AC\ud83d\uDE00")", Int16(1))) ==
        "{\"\\b\\f\\n\\r\\t\\\"\\\\\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\": 1}");
  CHECK(Apply(Object({{"\xc3\xa4", Int16(4)}}), Remove("$.\xc3\xa4")) == "{}");

  for (const char* bad : {"",
                          "$",
                          "a",
                          ".a",
                          "$a",
                          "$.",
                          "$..a",
                          "$.a.",
                          "$.*",
                          "$[*]",
                          "$[",
                          "$[0",
                          "$[]",
                          "$[-1]",
                          "$[1-2]",
                          "$[last-]",
                          "$[last+1]",
                          "$[99999999999]",
                          "$.\"a",
                          "$.\"a\\",
                          "$.\"\\x\"",
                          "$.\"\\u12\"",
                          "$.\"\\ud83d\"",
                          "$.\"\\ud83d\\u0041\"",
                          "$.\"\\ude00\"",
                          "$**.a",
                          "$ .a"}) {
    INFO(bad);
    CHECK(!Fits(Object({{"a", Int16(1)}}), Remove(bad)));
    CHECK(!Fits(Array({Int16(1)}), Remove(bad)));
    CHECK(!Fits(Object({}), Insert(bad, Int16(1))));
  }
}

TEST_CASE("differences of JSON that do not fit the document", "[json_diff]") {
  CHECK(Apply(kDocument, Insert("$.x", Int16(1)) + Replace("$.b.e", Int16(1))) ==
        "BAD: difference 2 of a JSON document (replace $.b.e) does not fit the document");
  CHECK(!Fits(kDocument, Remove("$.missing")));
  CHECK(!Fits(kDocument, Remove("$.a[3]")));
  CHECK(!Fits(kDocument, Remove("$.a[last-3]")));
  CHECK(!Fits(kDocument, Insert("$.a", Int16(1))));          // is there
  CHECK(!Fits(kDocument, Insert("$.missing.x", Int16(1))));  // into nothing
  CHECK(!Fits(kDocument, Remove("$[0]")));                   // an object is no array
  CHECK(!Fits(kDocument, Insert("$[0]", Int16(1))));
  CHECK(!Fits(kDocument, Remove("$.a.b")));
  CHECK(!Fits(kDocument, Replace("$.b.c[0]", Int16(1))));  // nor is a scalar
  CHECK(!Fits(Int16(1), Replace("$[0]", Int16(2))));
  CHECK(!Fits(kDocument, Replace("$", Int16(2))));
  CHECK(Apply(std::string(), Insert("$.a", Int16(1))).starts_with("BAD"));
}

TEST_CASE("differences of JSON: every type of value is carried over", "[json_diff]") {
  const std::vector<Json> values = {
      Literal(0),
      Literal(1),
      Literal(2),
      Int16(-1),
      {6, Le(65535, 2), true},
      {7, Le(static_cast<uint64_t>(-70000), 4)},
      {8, Le(4000000000, 4)},
      {9, Le(static_cast<uint64_t>(std::numeric_limits<int64_t>::min()), 8)},
      {10, Le(~uint64_t{0}, 8)},
      Double(-0.0),
      Text(std::string(200, 's')),
      Opaque(246, Le(4, 1) + Le(2, 1) + Be(0x80 + 12, 1) + Be(34, 1)),
      Opaque(252, std::string("\0\1", 2)),
      Object({{"k", Array({Int16(1)})}}),
      Array({Double(1), Object({})}),
  };
  for (const bool large : {false, true}) {
    const std::string before = Print(Bytes(Document(Array(values, large))));
    REQUIRE(before.starts_with("[null, true, false, -1, 65535, -70000, 4000000000, "));
    const std::string inner = before.substr(1, before.size() - 2);
    CHECK(Apply(Array(values, large), Insert("$[0]", Int16(5))) == "[5, " + inner + "]");
    // Inside what changes, from what changes it.
    std::string inserts;
    for (size_t i = 0; i < values.size(); ++i)
      inserts += Insert(fmt::format("$.x[{}]", i), values[i]);
    CHECK(Apply(Object({{"x", Array({}, large)}}), inserts) == "{\"x\": " + before + "}");
  }
}

TEST_CASE("differences of JSON: containers grow and shrink over 64 KiB", "[json_diff]") {
  const Json big = Text(std::string(40000, 'x'));
  const std::string text = '"' + std::string(40000, 'x') + '"';
  // 32 bits stand in the entries of large containers only.
  const Json numbers = Array({{7, Le(70000, 4)}, {8, Le(4000000000, 4)}, Int16(1)});
  const Json small = Object({{"a", big}, {"b", numbers}});
  const std::string grown =
      "{\"a\": " + text + ", \"b\": [70000, 4000000000, 1], \"c\": " + text + "}";
  CHECK(Apply(small, Insert("$.c", big)) == grown);
  const Json large = Container(true, {{"a", big}, {"b", numbers}, {"c", big}}, true);
  CHECK(Apply(large, Remove("$.c") + Insert("$.b[3]", big) + Remove("$.a")) ==
        "{\"b\": [70000, 4000000000, 1, " + text + "]}");
  CHECK(Apply(large, Replace("$.a", big)) == grown);

  // Exactly at the edge: 65535 bytes are small.
  for (const int size : {65524, 65525, 65526}) {
    const std::string s(static_cast<size_t>(size), 'y');
    std::vector<uint8_t> out;
    JsonPatcher patcher;
    const std::string insert = Insert("$[0]", Text(s));
    REQUIRE(patcher.Apply(Bytes(Document(Array({}))), Bytes(insert), &out).ok());
    CHECK(out[0] == (4 + 3 + 3 + size <= 65535 ? 2 : 3));
    CHECK(Print(out) == "[\"" + s + "\"]");
  }
  // Many members.
  std::vector<Json> many(30000, Int16(3));
  const std::string list = Apply(Array(many, true), Replace("$[29999]", Int16(4)));
  CHECK(list.size() == 2 + 30000 + 2 * 29999);
  CHECK(list.ends_with("3, 3, 4]"));
}

TEST_CASE("differences of JSON: damage is refused, and makes nothing grow", "[json_diff]") {
  const std::string document = Document(kDocument);
  const std::string differences = Replace("$.a[1]", Text("xyz")) +
                                  Insert("$.b.e", Array({Int16(1)})) + Remove("$.\"long key\"");
  const std::string good = Apply(document, differences);
  REQUIRE(good == R"({"a": [1, "xyz", null], "b": {"c": 1.5, "e": [1], "dd": -7}})");
  size_t fitting = 0;
  for (size_t n = 1; n < differences.size(); ++n)
    fitting += Apply(document, differences.substr(0, n)).starts_with("BAD") ? 0 : 1;
  CHECK(fitting == 2);  // cut between two
  for (size_t n = 1; n < document.size(); ++n)
    CHECK(Apply(document.substr(0, n), differences).starts_with("BAD"));
  const auto flipped = [](std::string bytes, size_t bit) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    return bytes;
  };
  for (size_t bit = 0; bit < document.size() * 8; ++bit)
    CHECK(Apply(flipped(document, bit), differences).size() < 1000);
  for (size_t bit = 0; bit < differences.size() * 8; ++bit)
    CHECK(Apply(document, flipped(differences, bit)).size() < 1000);
  CHECK(Apply(document, "\x03" + Lenenc(3) + "$.a").starts_with("BAD"));  // no such operation

  // Elements that are all the same bytes: copies of each would have 100 times the size.
  const size_t n = 100;
  std::string shared = Le(3, 1) + Le(n, 4) + Le(8 + n * 5 + 10000, 4);
  const std::string inner = Document(Text(std::string(9997, 'x')));
  for (size_t i = 0; i < n; ++i) shared += Le(12, 1) + Le(8 + n * 5, 4);
  shared += inner.substr(1);
  shared.resize(shared.size() + 10000 - inner.size() + 1);
  REQUIRE(Print(Bytes(shared)).size() > 100000);
  CHECK(Apply(shared, Replace("$[0]", Int16(1))) == "BAD: a JSON document whose values overlap");
  // The same with containers, each to be taken apart.
  const std::string array = Document(Array(std::vector<Json>(3000, Int16(1)), true)).substr(1);
  std::string arrays = Le(3, 1) + Le(n, 4) + Le(8 + n * 5 + array.size(), 4);
  for (size_t i = 0; i < n; ++i) arrays += Le(3, 1) + Le(8 + n * 5, 4);
  arrays += array;
  std::string removals;
  for (size_t i = 0; i < n; ++i) removals += Remove(fmt::format("$[{}][0]", i));
  CHECK(Apply(arrays, removals).starts_with("BAD: difference "));
}

TEST_CASE("differences of JSON: depth", "[json_diff]") {
  Json nested = Array({});
  std::string path = "$";
  for (int depth = 1; depth < 100; ++depth) {
    nested = Array({nested});
    path += "[0]";
  }
  CHECK(Apply(nested, Insert(path + "[0]", Int16(1))) ==
        std::string(100, '[') + "1" + std::string(100, ']'));
  CHECK(!Fits(nested, Insert(path + "[0][0]", Int16(1))));
}

TEST_CASE("differences of JSON as text", "[json_diff]") {
  CHECK(Show("") == "[]");
  CHECK(Show(Replace("$.a[2]", Object({{"b", Int16(1)}})) + Remove("$.\"a \\\"b\"") +
             Insert("$[0]", Text("x\"y"))) ==
        R"([{"op":"replace","path":"$.a[2]","value":{"b": 1}},)"
        R"({"op":"remove","path":"$.\"a \\\"b\""},)"
        R"({"op":"insert","path":"$[0]","value":"x\"y"}])");
  CHECK(Show(Le(0, 1) + Lenenc(3) + "$.a" + Lenenc(0)) ==
        R"([{"op":"replace","path":"$.a","value":null}])");
  CHECK(Show(Remove("$.a").substr(0, 3)) == "BAD");
  CHECK(Show("\x03" + Lenenc(3) + "$.a") == "BAD");
  CHECK(Show(Replace("$.a", Json{200, ""})) == "BAD");

  // Values that are small and print large, each by itself within what a document may.
  constexpr size_t kValues = 100;
  std::string shared = Le(kValues, 2) + Le(4 + kValues * 3 + 5002, 2);
  for (size_t i = 0; i < kValues; ++i) shared += Le(12, 1) + Le(4 + kValues * 3, 2);
  const std::string one = Insert("$[0]", Json{2, shared + Text(std::string(5000, 'x')).bytes});
  CHECK(Show(one).size() > kValues * 5000);
  std::string many;
  for (int i = 0; i < 50; ++i) many += one;
  CHECK(Show(many) == "BAD");
}

}  // namespace
}  // namespace towpath::binlog
