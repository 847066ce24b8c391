#include "format/json.h"

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

#include "fmt/format.h"
#include "rows_entry.h"
#include "tests/catch.h"
#include "towpath/format.h"

namespace towpath::format {
namespace {

using binlog::ColumnOp;
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

std::string Json(const Entry& entry) {
  std::string out;
  const Status status = AppendJson(entry, &out);
  INFO(status.ToString());
  REQUIRE(status.ok());
  return out;
}

std::string JsonOf(const Column& column, const Value& value) {
  std::string out = "x";
  const Status status = AppendJsonValue(column, value, &out);
  INFO(status.ToString());
  REQUIRE(status.ok());
  return out.substr(1);
}

Value BytesValue(ValueKind kind, const std::string& bytes, uint8_t padding = 0) {
  Value v;
  v.kind = kind;
  v.size = static_cast<uint32_t>(bytes.size());
  v.data = reinterpret_cast<const uint8_t*>(bytes.data());
  v.padding = padding;
  return v;
}

Value Unsigned(ValueKind kind, uint64_t number) {
  Value v;
  v.kind = kind;
  v.u64 = number;
  return v;
}

Value Double(double number) {
  Value v;
  v.kind = ValueKind::kDouble;
  v.f64 = number;
  return v;
}

Column Utf8Column() { return TextColumn("t").column; }

std::string JsonText(const std::string& text) {
  return JsonOf(Utf8Column(), BytesValue(ValueKind::kText, text));
}

// A JSON string by the letter of RFC 8259, slowly.
std::string Quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (const size_t at = "\b\t\n\f\r"s.find(c); at != std::string::npos) {
      out += '\\';
      out += "btnfr"[at];
    } else if (byte < 0x20) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

// ---- Strings

TEST_CASE("json: every character that must be escaped, wherever it stands") {
  for (unsigned c = 0; c < 0x80; ++c) {
    for (const size_t before : {0, 1, 6, 7, 8, 9, 15, 16, 17}) {
      for (const size_t behind : {0, 1, 7, 8, 9, 20}) {
        std::string text(before, 'a');
        text += static_cast<char>(c);
        text += std::string(behind, 'z');
        REQUIRE(JsonText(text) == Quoted(text));
      }
    }
  }
}

TEST_CASE("json: strings of random characters") {
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const std::vector<std::string> pieces = {"a",    "bc", "\"", "\\", "\n", "\x01",   "\x1f",
                                           "\x7f", "é",  "漢", "😀",  "/",  "\u2028", "abcdefgh"};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (unsigned n = random() % 20; n > 0; --n) text += pieces[random() % pieces.size()];
    REQUIRE(JsonText(text) == Quoted(text));
  }
}

TEST_CASE("json: QuoteTail leaves what stands before alone") {
  std::string out = "before\n";
  const size_t start = out.size();
  out += "a\"b";
  QuoteTail(start, &out);
  CHECK(out == "before\n\"a\\\"b\"");
  out.clear();
  QuoteTail(0, &out);
  CHECK(out == "\"\"");
}

TEST_CASE("json: text that is not UTF-8 keeps its bytes, as base64") {
  CHECK(JsonText("ab\xff") == R"({"base64":"YWL/"})");
  CHECK(JsonText("\xc0\x80") == R"({"base64":"wIA="})");              // overlong
  CHECK(JsonText("\xed\xa0\x80") == R"({"base64":"7aCA"})");          // surrogate
  CHECK(JsonText("\xf4\x90\x80\x80") == R"({"base64":"9JCAgA=="})");  // beyond U+10FFFF
  CHECK(JsonText("cut \xe6\xbc") == R"({"base64":"Y3V0IOa8"})");
  Column unknown = Utf8Column();
  unknown.collation = 0;
  unknown.charset = "";
  CHECK(JsonOf(unknown, BytesValue(ValueKind::kText, "caf\xe9")) == R"({"base64":"Y2Fm6Q=="})");
  CHECK(JsonOf(unknown, BytesValue(ValueKind::kText, "café")) == "\"café\"");
}

TEST_CASE("json: text of other character sets is converted") {
  Column latin1 = Utf8Column();
  latin1.collation = 8;  // latin1_swedish_ci
  latin1.charset = "latin1";
  CHECK(JsonOf(latin1, BytesValue(ValueKind::kText, "caf\xe9 \"\x80\"")) == R"("café \"€\"")");
  Column gbk = Utf8Column();
  gbk.collation = 28;  // gbk_chinese_ci
  gbk.charset = "gbk";
  // The second byte of a character may be a backslash: it must not be taken for one.
  CHECK(JsonOf(gbk, BytesValue(ValueKind::kText, "\x81\x5c")) == "\"乗\"");
}

TEST_CASE("json: names that are not UTF-8 still give valid JSON") {
  std::string out;
  AppendJsonString("a\xff\xe6\xbcz\n", &out);
  CHECK(out == "\"a\uFFFD\uFFFD\uFFFDz\\n\"");
  out.clear();
  AppendJsonString("\xff漢\xff😀", &out);
  CHECK(out == "\"\uFFFD漢\uFFFD😀\"");
}

// ---- Values

TEST_CASE("json: integers are exact whatever their size") {
  Value v;
  v.kind = ValueKind::kInt;
  v.i64 = std::numeric_limits<int64_t>::min();
  CHECK(JsonOf({}, v) == "-9223372036854775808");
  CHECK(JsonOf({}, Unsigned(ValueKind::kUint, std::numeric_limits<uint64_t>::max())) ==
        "18446744073709551615");
  CHECK(JsonOf({}, Unsigned(ValueKind::kUint, 0)) == "0");
  CHECK(JsonOf({}, Unsigned(ValueKind::kBit, std::numeric_limits<uint64_t>::max())) ==
        "18446744073709551615");
  CHECK(JsonOf({}, Unsigned(ValueKind::kYear, 2155)) == "2155");
  CHECK(JsonOf({}, Unsigned(ValueKind::kYear, 0)) == "0");
}

TEST_CASE("json: floating point numbers read back as the same value") {
  for (const double number :
       {0.0, 0.1, -1.5, 1e-300, 1.7976931348623157e308, 5e-324, 1e15, 1e17, 123456789012345678.0}) {
    const std::string text = JsonOf({}, Double(number));
    CHECK(std::strtod(text.c_str(), nullptr) == number);
    // JSON knows no leading point, no trailing point and no plus sign in front.
    CHECK(text.find_first_not_of("-0123456789.e+") == std::string::npos);
    CHECK((text[0] == '-' || (text[0] >= '0' && text[0] <= '9')));
    CHECK(text.find(".e") == std::string::npos);
    CHECK(text.back() != '.');
  }
  Value f = Double(static_cast<double>(3.4028235e38f));
  f.kind = ValueKind::kFloat;
  CHECK(std::stof(JsonOf({}, f)) == 3.4028235e38f);
  f.f64 = static_cast<double>(0.1f);
  CHECK(JsonOf({}, f) == "0.1");
}

TEST_CASE("json: what no server stores is no number") {
  CHECK(JsonOf({}, Double(std::nan(""))) == "\"NaN\"");
  CHECK(JsonOf({}, Double(std::numeric_limits<double>::infinity())) == "\"Infinity\"");
  CHECK(JsonOf({}, Double(-std::numeric_limits<double>::infinity())) == "\"-Infinity\"");
}

TEST_CASE("json: decimals are strings with every digit") {
  const std::string positive = "\x89\x5a";
  Value v = BytesValue(ValueKind::kDecimal, positive);
  v.precision = 4;
  v.scale = 2;
  CHECK(JsonOf({}, v) == "\"9.90\"");
  const std::string negative = "\x76\xa5";
  v = BytesValue(ValueKind::kDecimal, negative);
  v.precision = 4;
  v.scale = 2;
  CHECK(JsonOf({}, v) == "\"-9.90\"");
}

TEST_CASE("json: dates and times are strings, zero dates and fractions kept") {
  Value v;
  v.kind = ValueKind::kDate;
  v.packed = 0;
  CHECK(JsonOf({}, v) == "\"0000-00-00\"");
  v.packed = ((int64_t{2024} * 13 + 2) << 5 | 29) << 41;
  CHECK(JsonOf({}, v) == "\"2024-02-29\"");
  v.kind = ValueKind::kTime;
  v.packed = -(int64_t{838} << 36 | int64_t{59} << 30 | int64_t{59} << 24 | 500000);
  v.scale = 1;
  CHECK(JsonOf({}, v) == "\"-838:59:59.5\"");
  v = Value();
  v.kind = ValueKind::kTimestamp;
  v.i64 = 1700000000123000;
  v.scale = 6;
  CHECK(JsonOf({}, v) == "\"2023-11-14 22:13:20.123000\"");
  v.i64 = 0;
  v.scale = 0;
  CHECK(JsonOf({}, v) == "\"0000-00-00 00:00:00\"");
}

TEST_CASE("json: binary is base64, with the zeros that the server left out") {
  CHECK(JsonOf({}, BytesValue(ValueKind::kBinary, "ab", 2)) == "\"YWIAAA==\"");
  CHECK(JsonOf({}, BytesValue(ValueKind::kBinary, "")) == "\"\"");
  CHECK(JsonOf({}, BytesValue(ValueKind::kGeometry, "\x00\x00\x00\x00\x01"s)) == "\"AAAAAAE=\"");
  CHECK(JsonOf({}, BytesValue(ValueKind::kVector, "\x00\x00\x80\x3f"s)) == "\"AACAPw==\"");
}

TEST_CASE("json: enum and set are labels, numbers when those are not known") {
  Column column;
  column.labels = {"new", "pa\"id", "ümlaut"};
  CHECK(JsonOf(column, Unsigned(ValueKind::kEnum, 2)) == R"("pa\"id")");
  CHECK(JsonOf(column, Unsigned(ValueKind::kEnum, 0)) == "\"\"");
  CHECK(JsonOf(column, Unsigned(ValueKind::kEnum, 4)) == "4");
  CHECK(JsonOf(column, Unsigned(ValueKind::kSet, 0b101)) == "\"new,ümlaut\"");
  CHECK(JsonOf(column, Unsigned(ValueKind::kSet, 0)) == "\"\"");
  CHECK(JsonOf(column, Unsigned(ValueKind::kSet, 0b1001)) == "9");
  CHECK(JsonOf({}, Unsigned(ValueKind::kEnum, 3)) == "3");
  CHECK(JsonOf({}, Unsigned(ValueKind::kSet, 3)) == "3");
}

TEST_CASE("json: addresses and UUIDs are strings") {
  CHECK(JsonOf({}, BytesValue(ValueKind::kInet4, "\x7f\x00\x00\x01"s)) == "\"127.0.0.1\"");
  CHECK(JsonOf({}, BytesValue(ValueKind::kInet6, "\x20\x01"s, 14)) == "\"2001::\"");
  const std::string uuid = "\x12\x3e\x45\x67\xe8\x9b\x12\xd3\xa4\x56\x42\x66\x55\x44\x00\x00"s;
  CHECK(JsonOf({}, BytesValue(ValueKind::kUuid, uuid)) ==
        "\"123e4567-e89b-12d3-a456-426655440000\"");
}

TEST_CASE("json: JSON columns are JSON") {
  // {"a": 1}: small object, 1 member, 12 bytes; key at 11, 1 byte; int16 1 inlined.
  const std::string object = "\x00\x01\x00\x0c\x00\x0b\x00\x01\x00\x05\x01\x00"s + "a";
  CHECK(JsonOf({}, BytesValue(ValueKind::kJson, object)) == R"({"a": 1})");
  CHECK(JsonOf({}, BytesValue(ValueKind::kJson, "")) == "null");
}

TEST_CASE("json: bytes that can not be right are refused and leave nothing behind") {
  const std::string no_decimal = "\xff\xff";
  Value v = BytesValue(ValueKind::kDecimal, no_decimal);
  v.precision = 4;
  v.scale = 2;
  std::string out = "kept";
  CHECK(AppendJsonValue(Column(), v, &out).code() == Code::kCorrupted);
  CHECK(out == "kept");
  // A JSON string of one byte that is no UTF-8 (type 0x0c, length 1).
  const std::string text = "\x0c\x01\xff"s;
  CHECK(AppendJsonValue(Column(), BytesValue(ValueKind::kJson, text), &out).code() ==
        Code::kCorrupted);
  CHECK(out == "kept");
}

// ---- Entries

std::vector<TestColumn> OrderColumns() {
  TestColumn price =
      MakeColumn("price", ColumnType::kDecimal, ColumnOp::kDecimal, ValueKind::kDecimal, 2);
  price.layout.precision = 4;
  price.layout.scale = 2;
  return {IntColumn("id"), price, TextColumn("note")};
}

TEST_CASE("json: an insert, to the letter") {
  TestEntry entry(EntryKind::kInsert, OrderColumns());
  entry.WithGtid("0-1-270").Image({IntBytes(1), "\x89\x5a", std::nullopt});
  CHECK(Json(entry.Get()) ==
        R"({"type":"insert","position":"binlog.000002:1547:0","gtid":"0-1-270",)"
        R"("ts_us":1700000000000000,"database":"shop","table":"orders",)"
        R"("rows":[{"after":{"id":1,"price":"9.90","note":null}}]})");
}

TEST_CASE("json: updates have before and after, deletes before, rows stand in order") {
  TestEntry update(EntryKind::kUpdate, {IntColumn("id"), TextColumn("note")});
  update.Image({IntBytes(1), TextBytes("a")})
      .Image({IntBytes(1), TextBytes("b")})
      .Image({IntBytes(-2), std::nullopt})
      .Image({IntBytes(-2), TextBytes("\n")});
  CHECK(Json(update.Get()) ==
        R"({"type":"update","position":"binlog.000002:1547:0","ts_us":1700000000000000,)"
        R"("database":"shop","table":"orders","rows":[)"
        R"({"before":{"id":1,"note":"a"},"after":{"id":1,"note":"b"}},)"
        R"({"before":{"id":-2,"note":null},"after":{"id":-2,"note":"\n"}}]})");
  TestEntry gone(EntryKind::kDelete, {IntColumn("id")});
  gone.Image({IntBytes(7)}).Image({IntBytes(8)});
  CHECK(Json(gone.Get()) ==
        R"({"type":"delete","position":"binlog.000002:1547:0","ts_us":1700000000000000,)"
        R"("database":"shop","table":"orders","rows":[{"before":{"id":7}},{"before":{"id":8}}]})");
}

TEST_CASE("json: columns absent from the image are left out") {
  TestEntry entry(EntryKind::kUpdate, {IntColumn("id"), IntColumn("n"), TextColumn("note")});
  entry.AfterColumns({0b100})
      .Image({IntBytes(1), IntBytes(2), TextBytes("a")})
      .Image({TextBytes("b")});
  CHECK_THAT(Json(entry.Get()),
             ContainsSubstring(R"([{"before":{"id":1,"n":2,"note":"a"},"after":{"note":"b"}}])"));
}

TEST_CASE("json: the duplicate flag stands there only when it is set") {
  TestEntry entry(EntryKind::kInsert, {IntColumn("id")});
  entry.Image({IntBytes(1)});
  CHECK(Json(entry.Get()).find("duplicate") == std::string::npos);
  entry.Duplicate();
  CHECK(Json(entry.Get()) ==
        R"({"type":"insert","position":"binlog.000002:1547:0","ts_us":1700000000000000,)"
        R"("duplicate":true,"database":"shop","table":"orders","rows":[{"after":{"id":1}}]})");
}

TEST_CASE("json: entries without rows") {
  TestEntry ddl(EntryKind::kDdl);
  ddl.Sql("ALTER TABLE `a\"b` ADD c INT -- é", "shop");
  CHECK(Json(ddl.Get()) ==
        R"({"type":"ddl","position":"binlog.000002:1547:0","ts_us":1700000000000000,)"
        R"("database":"shop","kind":"other","sql":"ALTER TABLE `a\"b` ADD c INT -- é"})");
  ddl.Sql("RENAME TABLE a TO x.b", "shop", DdlKind::kRenameTable, {{"shop", "a"}, {"x", "b\""}});
  CHECK(Json(ddl.Get()) ==
        R"({"type":"ddl","position":"binlog.000002:1547:0","ts_us":1700000000000000,)"
        R"("database":"shop","kind":"rename_table","tables":[{"database":"shop","table":"a"},)"
        R"({"database":"x","table":"b\""}],"sql":"RENAME TABLE a TO x.b"})");
  TestEntry statement(EntryKind::kStatement);
  statement.Sql("DELETE FROM t", "shop", DdlKind::kOther, {{"shop", "t"}});
  CHECK(Json(statement.Get()) ==
        R"({"type":"statement","position":"binlog.000002:1547:0","ts_us":1700000000000000,)"
        R"("database":"shop","tables":[{"database":"shop","table":"t"}],"sql":"DELETE FROM t"})");
  ddl.Sql("CREATE DATABASE \xff", "");
  CHECK(Json(ddl.Get()) ==
        R"({"type":"ddl","position":"binlog.000002:1547:0","ts_us":1700000000000000,)"
        R"("kind":"other","sql":{"base64":"Q1JFQVRFIERBVEFCQVNFIP8="}})");
  TestEntry begin(EntryKind::kBegin);
  begin.WithGtid("3e11fa47-71ca-11e1-9e33-c80aa9429562:23");
  CHECK(Json(begin.Get()) ==
        R"({"type":"begin","position":"binlog.000002:1547:0",)"
        R"("gtid":"3e11fa47-71ca-11e1-9e33-c80aa9429562:23","ts_us":1700000000000000})");
  TestEntry commit(EntryKind::kCommit);
  CHECK(Json(commit.Get()) ==
        R"({"type":"commit","position":"binlog.000002:1547:0","ts_us":1700000000000000})");
  TestEntry heartbeat(EntryKind::kHeartbeat);
  CHECK(Json(heartbeat.Get()) ==
        R"({"type":"heartbeat","position":"binlog.000002:1547:0","ts_us":1700000000000000})");
}

TEST_CASE("json: a row that can not be right is an error with a place, and appends nothing") {
  TestEntry cut(EntryKind::kInsert, {IntColumn("id")});
  cut.Image({IntBytes(1)}).RawBytes("\0\1"s);
  std::string out = "kept";
  Status status = AppendJson(cut.Get(), &out);
  CHECK(status.code() == Code::kCorrupted);
  CHECK_THAT(status.message(), ContainsSubstring("binlog.000002:1547"));
  CHECK(out == "kept");

  TestEntry bad(EntryKind::kInsert, OrderColumns());
  bad.Image({IntBytes(1), "\xff\xff", std::nullopt});
  status = AppendJson(bad.Get(), &out);
  CHECK(status.code() == Code::kCorrupted);
  CHECK_THAT(status.message(), ContainsSubstring("binlog.000002:1547") &&
                                   ContainsSubstring("shop.orders") && ContainsSubstring("price"));
  CHECK(out == "kept");
}

}  // namespace
}  // namespace towpath::format
