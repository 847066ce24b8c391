// What becomes of each type, bit by bit.
#include <random>

#include "arrow_support.h"
#include "binlog/decimal.h"

namespace towpath::arrow {
namespace {

using binlog::ColumnOp;
using format::Cells;
using format::MakeColumn;
using format::TestColumn;
using format::TestEntry;
using format::TextBytes;
using format::TextColumn;
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

TestColumn Decimal(uint8_t precision, uint8_t scale) {
  TestColumn c = MakeColumn("c", ColumnType::kDecimal, ColumnOp::kDecimal, ValueKind::kDecimal,
                            static_cast<uint8_t>(binlog::PackedDecimalSize(precision, scale)));
  c.layout.precision = precision;
  c.layout.scale = scale;
  return c;
}

TestColumn Temporal(ColumnType type, ColumnOp op, ValueKind kind, uint8_t scale = 0) {
  TestColumn c = MakeColumn("c", type, op, kind, static_cast<uint8_t>((scale + 1) / 2));
  c.layout.scale = scale;
  return c;
}

TestColumn Labelled(ColumnType type, ValueKind kind, std::vector<std::string> labels,
                    uint8_t width = 1) {
  TestColumn c = MakeColumn("c", type, ColumnOp::kUint, kind, width);
  c.column.labels = std::move(labels);
  return c;
}

// Inserted rows of one column, NULL behind them.
class OneColumn {
 public:
  OneColumn(const TestColumn& column, const std::vector<std::string>& values,
            const ArrowOptions& options = {})
      : entry_(EntryKind::kInsert, {column}),
        table_([&] {
          for (const std::string& value : values) entry_.Image({value});
          entry_.Image({std::nullopt});
          return TableOf({entry_.Get()}, options);
        }()),
        exported_(table_) {
    CHECK(exported_.rows() == values.size() + 1);
    CHECK(column_().IsNull(values.size()));
  }
  ColumnView operator*() const { return column_(); }
  std::optional<std::string> Exceptions(size_t row) const {
    return exported_.Column("_exceptions").Text(row);
  }
  std::string_view ExtensionOf() const {
    const char* metadata = exported_.schema().children[0]->metadata;
    return metadata == nullptr ? "" : std::string_view(metadata + 8 + 20 + 4, 10);
  }

 private:
  ColumnView column_() const { return exported_.Column("c"); }

  TestEntry entry_;
  ArrowTable table_;
  Exported exported_;
};

TEST_CASE("arrow types: numbers have the width and sign that they are stored with") {
  const auto check = [](ColumnOp op, ValueKind kind, const std::string& bytes,
                        std::string_view format, auto expected) {
    const OneColumn column(MakeColumn("c", ColumnType::kInt, op, kind), {bytes});
    CHECK((*column).format() == format);
    CHECK((*column).At<decltype(expected)>(0) == expected);
    CHECK((*column).At<decltype(expected)>(1) == decltype(expected){});  // below NULL
    CHECK((*column).nulls() == 1);
    CHECK_FALSE(column.Exceptions(0).has_value());
  };
  check(ColumnOp::kInt8, ValueKind::kInt, "\x80", "c", int8_t{-128});
  check(ColumnOp::kInt16, ValueKind::kInt, "\0\x80"s, "s", int16_t{-32768});
  check(ColumnOp::kInt24, ValueKind::kInt, "\0\0\x80"s, "i", int32_t{-8388608});
  check(ColumnOp::kInt32, ValueKind::kInt, "\0\0\0\x80"s, "i", INT32_MIN);
  check(ColumnOp::kInt64, ValueKind::kInt, "\0\0\0\0\0\0\0\x80"s, "l", INT64_MIN);
  check(ColumnOp::kUint8, ValueKind::kUint, "\xff", "C", uint8_t{255});
  check(ColumnOp::kUint16, ValueKind::kUint, "\xff\xff", "S", uint16_t{65535});
  check(ColumnOp::kUint24, ValueKind::kUint, "\xff\xff\xff", "I", uint32_t{16777215});
  check(ColumnOp::kUint32, ValueKind::kUint, "\xff\xff\xff\xff", "I", UINT32_MAX);
  check(ColumnOp::kUint64, ValueKind::kUint, std::string(8, '\xff'), "L", UINT64_MAX);
  check(ColumnOp::kFloat, ValueKind::kFloat, "\0\0\xc0\x3f"s, "f", 1.5f);
  check(ColumnOp::kDouble, ValueKind::kDouble, "\x9a\x99\x99\x99\x99\x99\xb9\x3f"s, "g", 0.1);
  check(ColumnOp::kYear, ValueKind::kYear, "\xff", "S", uint16_t{2155});
  check(ColumnOp::kYear, ValueKind::kYear, "\0"s, "S", uint16_t{0});
  TestColumn bit = MakeColumn("c", ColumnType::kBit, ColumnOp::kBit, ValueKind::kBit, 2);
  const OneColumn bits(bit, {"\x01\x02"});
  CHECK((*bits).format() == "L");
  CHECK((*bits).At<uint64_t>(0) == 0x102);
}

TEST_CASE("arrow types: decimals") {
  const OneColumn price(Decimal(4, 2), {"\x89\x5a"s, "\x76\xa5"s});  // 9.90, -9.90
  CHECK((*price).format() == "d:4,2");
  CHECK((*price).At<uint64_t>(0) == 990);
  CHECK((*price).At<uint64_t>(1) == 0);
  CHECK((*price).At<int64_t>(2) == -990);
  CHECK((*price).At<int64_t>(3) == -1);

  const std::string packed =
      "\x80" + std::string(binlog::PackedDecimalSize(65, 30) - 2, '\0') + "\1";
  const OneColumn text(Decimal(65, 30), {packed});
  CHECK((*text).format() == "u");
  CHECK((*text).Text(0) == "0.000000000000000000000000000001");
  const OneColumn wide(Decimal(65, 30), {packed}, {.decimal256 = true});
  CHECK((*wide).format() == "d:65,30,256");
  CHECK((*wide).At<uint64_t>(0) == 1);
  for (size_t word = 1; word < 4; ++word) CHECK((*wide).At<uint64_t>(word) == 0);

  // A group of more digits than it may have.
  TestEntry bad(EntryKind::kInsert, {Decimal(4, 2)});
  bad.Image({"\x89\x64"s});
  const auto refused = ToArrow(MakeBatch({bad.Get()}), {});
  CHECK(refused.code() == Code::kCorrupted);
  CHECK_THAT(refused.status().message(),
             ContainsSubstring("binlog.000002:1547:0: shop.orders: column c"));
}

// The text that AppendDecimal makes, as a number of words.
void FromText(const std::string& text, uint64_t (&words)[4]) {
  __extension__ using Wide = unsigned __int128;
  for (uint64_t& word : words) word = 0;
  for (const char c : text) {
    if (c == '-' || c == '.') continue;
    uint64_t carry = static_cast<uint64_t>(c - '0');
    for (uint64_t& word : words) {
      const Wide product = Wide{word} * 10 + carry;
      word = static_cast<uint64_t>(product);
      carry = static_cast<uint64_t>(product >> 64);
    }
  }
  if (text[0] != '-') return;
  bool carry = true;
  for (uint64_t& word : words) {
    word = ~word + (carry ? 1 : 0);
    carry = carry && word == 0;
  }
}

TEST_CASE("arrow types: decimals of every precision and scale are those of their text") {
  std::mt19937_64 random(20240229);
  for (unsigned precision = 1; precision <= binlog::kMaxDecimalPrecision; ++precision) {
    for (unsigned scale = 0; scale <= std::min(precision, binlog::kMaxDecimalScale); ++scale) {
      for (int run = 0; run < 20; ++run) {
        std::vector<uint8_t> packed(binlog::PackedDecimalSize(precision, scale));
        for (uint8_t& byte : packed) byte = static_cast<uint8_t>(random());
        std::string text;
        uint64_t words[binlog::kDecimalWords];
        const bool good = binlog::AppendDecimal(packed, precision, scale, &text);
        REQUIRE(binlog::DecimalToInteger(packed, precision, scale, words) == good);
        if (!good) continue;
        uint64_t expected[binlog::kDecimalWords];
        FromText(text, expected);
        INFO(text);
        REQUIRE(std::equal(std::begin(words), std::end(words), std::begin(expected)));
      }
    }
  }
}

TEST_CASE("arrow types: dates and times, and those that no calendar has") {
  const OneColumn dates(Temporal(ColumnType::kDate, ColumnOp::kDate, ValueKind::kDate),
                        {"\x5d\xd0\x0f"s, std::string(3, '\0'), "\0\xd0\x0f"s});
  CHECK((*dates).format() == "tdD");
  CHECK((*dates).At<int32_t>(0) == 19782);  // 2024-02-29
  CHECK_FALSE(dates.Exceptions(0).has_value());
  CHECK((*dates).IsNull(1));
  CHECK(dates.Exceptions(1) == R"({"c":"0000-00-00"})");
  CHECK((*dates).IsNull(2));
  CHECK(dates.Exceptions(2) == R"({"c":"2024-00-00"})");
  CHECK_FALSE(dates.Exceptions(3).has_value());  // NULL

  const OneColumn times(Temporal(ColumnType::kTime, ColumnOp::kTime2, ValueKind::kTime, 2),
                        {"\x80\x00\x01\x32"s, "\x7f\xff\xff\x00"s});
  CHECK((*times).format() == "tDu");
  CHECK((*times).At<int64_t>(0) == 1500000);
  CHECK((*times).At<int64_t>(1) == -1000000);

  const OneColumn instants(
      Temporal(ColumnType::kTimestamp, ColumnOp::kTimestamp2, ValueKind::kTimestamp),
      {"\0\0\0\x01"s, std::string(4, '\0')});
  CHECK((*instants).format() == "tsu:UTC");
  CHECK((*instants).At<int64_t>(0) == 1000000);
  CHECK(instants.Exceptions(1) == R"({"c":"0000-00-00 00:00:00"})");

  const OneColumn moments(
      Temporal(ColumnType::kDateTime, ColumnOp::kDateTime2, ValueKind::kDateTime),
      {"\x80\0\0\0\0"s});
  CHECK((*moments).format() == "tsu:");
  CHECK(moments.Exceptions(0) == R"({"c":"0000-00-00 00:00:00"})");
}

TEST_CASE("arrow types: text is UTF-8, and what is none is told") {
  const OneColumn utf8(TextColumn("c"), {TextBytes("漢字"), TextBytes(""), TextBytes("a\xff")});
  CHECK((*utf8).format() == "u");
  CHECK((*utf8).Text(0) == "漢字");
  CHECK((*utf8).Text(1) == "");
  CHECK((*utf8).IsNull(2));
  CHECK(utf8.Exceptions(2) == R"({"c":{"base64":"Yf8="}})");

  TestColumn latin1 = TextColumn("c");
  latin1.column.collation = 8;
  latin1.column.charset = "latin1";
  CHECK((*OneColumn(latin1, {TextBytes("caf\xe9")})).Text(0) == "café");

  const OneColumn bytes(
      MakeColumn("c", ColumnType::kBinary, ColumnOp::kPadded, ValueKind::kBinary, 4),
      {TextBytes("\xff\x01")});
  CHECK((*bytes).format() == "z");
  CHECK((*bytes).Text(0) == "\xff\x01\0\0"s);

  const OneColumn inet(MakeColumn("c", ColumnType::kInet4, ColumnOp::kPadded, ValueKind::kInet4, 4),
                       {TextBytes("\xc0\xa8")});
  CHECK((*inet).format() == "u");
  CHECK((*inet).Text(0) == "192.168.0.0");

  const OneColumn json(MakeColumn("c", ColumnType::kJson, ColumnOp::kBytes4, ValueKind::kJson),
                       {"\x00\x00\x00\x00"s, "\x02\x00\x00\x00\x04\x01"s});
  CHECK((*json).format() == "u");
  CHECK(json.ExtensionOf() == "arrow.json");
  CHECK((*json).Text(0) == "null");
  CHECK((*json).Text(1) == "true");
  CHECK(utf8.ExtensionOf().empty());
}

TEST_CASE("arrow types: vectors are lists of float32") {
  const OneColumn column(
      MakeColumn("c", ColumnType::kVector, ColumnOp::kBytes1, ValueKind::kVector),
      {TextBytes("\0\0\xc0\x3f\0\0\0\xc0"s), TextBytes(""), TextBytes("abc")});
  CHECK((*column).format() == "+l");
  const ArrowArray& items = *(*column).array().children[0];
  CHECK(items.length == 2);
  CHECK(static_cast<const float*>(items.buffers[1])[0] == 1.5f);
  CHECK(static_cast<const float*>(items.buffers[1])[1] == -2.0f);
  CHECK((*column).At<int32_t>(0) == 0);
  CHECK((*column).At<int32_t>(1) == 2);
  CHECK((*column).At<int32_t>(2) == 2);
  CHECK_FALSE((*column).IsNull(1));
  CHECK((*column).IsNull(2));
  CHECK(column.Exceptions(2) == R"({"c":"YWJj"})");
}

TEST_CASE("arrow types: labels") {
  const auto size = [](const OneColumn& column) { return (*column).array().dictionary->length; };
  const OneColumn color(Labelled(ColumnType::kEnum, ValueKind::kEnum, {"red", "grün"}),
                        {"\x02"s, "\x01"s});
  CHECK((*color).format() == "s");
  CHECK((*color).Text(0) == "grün");
  CHECK((*color).Text(1) == "red");
  CHECK(size(color) == 2);

  // The '' of an invalid value is a label only where it is met.
  const OneColumn invalid(Labelled(ColumnType::kEnum, ValueKind::kEnum, {"red"}), {"\0"s, "\x03"s});
  CHECK((*invalid).Text(0) == "");
  CHECK(size(invalid) == 2);
  CHECK((*invalid).IsNull(1));
  CHECK(invalid.Exceptions(1) == R"({"c":3})");
  // It may also be one, and a label may come twice: each is once in the dictionary.
  const OneColumn twice(Labelled(ColumnType::kEnum, ValueKind::kEnum, {"a", "", "a"}),
                        {"\0"s, "\x02"s, "\x03"s});
  CHECK((*twice).Text(0) == "");
  CHECK((*twice).Text(1) == "");
  CHECK((*twice).Text(2) == "a");
  CHECK(size(twice) == 2);
  // More than an index of 16 bits has.
  std::vector<std::string> many;
  many.reserve(40000);
  for (int i = 0; i < 40000; ++i) many.push_back(std::to_string(i));
  const OneColumn large(Labelled(ColumnType::kEnum, ValueKind::kEnum, many, 2), {"\x40\x9c"s});
  CHECK((*large).format() == "i");
  CHECK((*large).Text(0) == "39999");
  // Not known: numbers.
  const OneColumn number(Labelled(ColumnType::kEnum, ValueKind::kEnum, {}), {"\x02"s});
  CHECK((*number).format() == "S");
  CHECK((*number).At<uint16_t>(0) == 2);

  const OneColumn set(Labelled(ColumnType::kSet, ValueKind::kSet, {"a", "b", "ç"}),
                      {"\x05"s, "\0"s, "\x08"s});
  CHECK((*set).Text(0) == "a,ç");
  CHECK((*set).Text(1) == "");
  CHECK((*set).IsNull(2));
  CHECK(set.Exceptions(2) == R"({"c":8})");
  const OneColumn bits(Labelled(ColumnType::kSet, ValueKind::kSet, {}, 8), {"\1\0\0\0\0\0\0\x80"s});
  CHECK((*bits).format() == "L");
  CHECK((*bits).At<uint64_t>(0) == 0x8000000000000001);
}

}  // namespace
}  // namespace towpath::arrow
