// Every column type: from the bytes of a row image to its value and its text.
#include <string>
#include <vector>

#include "binlog/decimal.h"
#include "binlog/number_text.h"
#include "binlog/table_version.h"
#include "model/entry_data.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"
#include "towpath/entry.h"

namespace towpath::test {
namespace {

std::span<const uint8_t> Bytes(const std::string& s) {
  return {reinterpret_cast<const uint8_t*>(s.data()), s.size()};
}

// A table of one column and one row with one value.
struct One {
  std::shared_ptr<const model::TableVersion> version;
  std::string image;
  Value value;
  std::string text;
  Status status;
};

One Read(const MapColumn& column, const std::string& bytes, const std::string& optional = "",
         Flavor flavor = Flavor::kMysql) {
  One one;
  const std::string body =
      BinlogBuilder::TableMapBody(1, "d", "t", {column}, BinlogBuilder::Names(1) + optional);
  binlog::TableMap map;
  REQUIRE(binlog::ParseTableMap(Bytes(body), 8, &map));
  binlog::TableContext context;
  context.flavor = flavor;
  auto built = binlog::BuildTable(map, context);
  if (!built.ok()) {
    one.status = built.status();
    return one;
  }
  one.version = built->version;
  one.image = Le(0, 1) + bytes;
  static const uint8_t kAll = 0xff;
  model::EntryData data;
  data.kind = EntryKind::kInsert;
  data.table = one.version.get();
  data.after_columns = &kAll;
  data.data = reinterpret_cast<const uint8_t*>(one.image.data());
  data.size = static_cast<uint32_t>(one.image.size());
  const Entry entry(&data, false);
  RowReader rows;
  rows.Start(entry);
  if (!rows.Next()) {
    one.status = rows.status();
    CHECK(entry.row_count() == 0);
    return one;
  }
  CHECK(entry.row_count() == 1);
  one.value = rows.after()[0];
  one.status = AppendText(one.version->table.columns()[0], one.value, &one.text);
  const bool more = rows.Next();
  CHECK_FALSE(more);
  CHECK(rows.status().ok());
  // The same without the last byte does not fit.
  if (!bytes.empty()) {
    data.size -= 1;
    rows.Start(entry);
    CHECK_FALSE(rows.Next());
    CHECK(rows.status().code() == Code::kCorrupted);
  }
  return one;
}

const std::string kUnsigned = BinlogBuilder::Field(1, "\x80");
std::string Collation(uint32_t id) { return BinlogBuilder::Field(2, Lenenc(id)); }

TEST_CASE("integers", "[values]") {
  struct Case {
    uint8_t type;
    int bytes;
  };
  for (const Case c : {Case{1, 1}, Case{2, 2}, Case{9, 3}, Case{3, 4}, Case{8, 8}}) {
    const int bits = c.bytes * 8;
    const uint64_t top = uint64_t{1} << (bits - 1);
    const int64_t min = -static_cast<int64_t>(top - 1) - 1;
    CHECK(Read({c.type, ""}, Le(top, c.bytes)).value.i64 == min);
    CHECK(Read({c.type, ""}, Le(top, c.bytes)).text == std::to_string(min));
    CHECK(Read({c.type, ""}, Le(top - 1, c.bytes)).text == std::to_string(top - 1));
    CHECK(Read({c.type, ""}, Le(~uint64_t{0}, c.bytes)).text == "-1");
    CHECK(Read({c.type, ""}, Le(0, c.bytes)).text == "0");
    CHECK(Read({c.type, ""}, Le(0, c.bytes)).value.kind == ValueKind::kInt);
    const One all = Read({c.type, ""}, Le(~uint64_t{0}, c.bytes), kUnsigned);
    CHECK(all.value.kind == ValueKind::kUint);
    CHECK(all.value.u64 == (top | (top - 1)));
    CHECK(all.version->table.columns()[0].is_unsigned);
  }
  CHECK(Read({8, ""}, Le(~uint64_t{0}, 8), kUnsigned).text == "18446744073709551615");
}

TEST_CASE("floating point numbers are the shortest that read back the same", "[values]") {
  const auto as_double = [](double d) {
    uint64_t bits;
    std::memcpy(&bits, &d, 8);
    return Read({5, Le(8, 1)}, Le(bits, 8)).text;
  };
  CHECK(as_double(0) == "0");
  CHECK(as_double(-0.0) == "-0");
  CHECK(as_double(1.5) == "1.5");
  CHECK(as_double(0.1) == "0.1");
  CHECK(as_double(1.0 / 3) == "0.3333333333333333");
  CHECK(as_double(123456789) == "123456789");
  CHECK(as_double(1e14) == "100000000000000");
  CHECK(as_double(1e15) == "1e15");
  CHECK(as_double(123456789012345678.0) == "1.2345678901234568e17");
  CHECK(as_double(123456789012345.5) == "123456789012345.5");
  CHECK(as_double(1e16) == "1e16");
  CHECK(as_double(1.5e300) == "1.5e300");
  CHECK(as_double(-1.7976931348623157e308) == "-1.7976931348623157e308");
  CHECK(as_double(5e-324) == "5e-324");
  CHECK(as_double(1e-4) == "0.0001");
  CHECK(as_double(1e-14) == "0.00000000000001");
  CHECK(as_double(1e-15) == "0.000000000000001");
  CHECK(as_double(1e-16) == "1e-16");
  CHECK(as_double(1.25e-16) == "1.25e-16");
  const auto as_float = [](float f) {
    uint32_t bits;
    std::memcpy(&bits, &f, 4);
    return Read({4, Le(4, 1)}, Le(bits, 4)).text;
  };
  CHECK(as_float(0.1f) == "0.1");
  CHECK(as_float(16777216.0f) == "16777216");
  CHECK(as_float(3.4028235e38f) == "3.4028235e38");
  CHECK(as_float(1e-45f) == "1e-45");
  CHECK(as_float(-0.0f) == "-0");
  CHECK(Read({4, Le(8, 1)}, Le(0, 8)).status.code() == Code::kCorrupted);
}

TEST_CASE("decimals", "[values]") {
  const auto meta = [](int precision, int scale) {
    return Le(static_cast<uint64_t>(precision), 1) + Le(static_cast<uint64_t>(scale), 1);
  };
  // Packed by hand: MySQL's documentation has 1234567890.1234 as DECIMAL(14,4).
  CHECK(Read({246, meta(14, 4)}, "\x81\x0d\xfb\x38\xd2\x04\xd2").text == "1234567890.1234");
  CHECK(Read({246, meta(14, 4)}, "\x7e\xf2\x04\xc7\x2d\xfb\x2d").text == "-1234567890.1234");
  CHECK(Read({246, meta(1, 0)}, "\x80").text == "0");
  CHECK(Read({246, meta(1, 0)}, "\x76").text == "-9");
  CHECK(Read({246, meta(5, 5)}, std::string("\x80\x00\x01", 3)).text == "0.00001");
  CHECK(Read({246, meta(9, 0)}, Be(0x80000000u + 123, 4)).text == "123");
  CHECK(Read({246, meta(10, 0)}, Be(0x80, 1) + Be(7, 4)).text == "7");
  CHECK(Read({246, meta(18, 9)}, Be(0x80000001, 4) + Be(1, 4)).text == "1.000000001");
  const One big =
      Read({246, meta(65, 30)}, Be((uint64_t{1} << 31) + 99999999, 4) + Be(999999999, 4) +
                                    Be(999999999, 4) + Be(999999999, 4) + Be(999999999, 4) +
                                    Be(999999999, 4) + Be(999999999, 4) + Be(999, 2));
  CHECK(big.text == "99999999999999999999999999999999999.999999999999999999999999999999");
  CHECK(big.value.precision == 65);
  CHECK(big.value.scale == 30);
  // More digits than a group has.
  CHECK(Read({246, meta(9, 0)}, Be(0x80000000u + 1000000000, 4)).status.code() == Code::kCorrupted);
  CHECK(Read({246, meta(66, 0)}, "").status.code() == Code::kCorrupted);
  CHECK(Read({246, meta(5, 6)}, "").status.code() == Code::kCorrupted);
  CHECK(Read({246, meta(0, 0)}, "").status.code() == Code::kCorrupted);
  std::string out;
  CHECK_FALSE(binlog::AppendDecimal(Bytes(std::string(2, '\x80')), 1, 0, &out));
  CHECK_FALSE(binlog::AppendDecimal({}, 0, 0, &out));
  CHECK(out.empty());
}

TEST_CASE("dates and times", "[values]") {
  CHECK(Read({13, ""}, Le(0, 1)).text == "0000");
  CHECK(Read({13, ""}, Le(1, 1)).text == "1901");
  CHECK(Read({13, ""}, Le(255, 1)).text == "2155");
  const auto date = [](unsigned y, unsigned m, unsigned d) { return Le(y << 9 | m << 5 | d, 3); };
  CHECK(Read({10, ""}, date(2024, 2, 29)).text == "2024-02-29");
  CHECK(Read({10, ""}, date(0, 0, 0)).text == "0000-00-00");
  CHECK(Read({10, ""}, date(2024, 0, 0)).text == "2024-00-00");
  CHECK(Read({10, ""}, date(9999, 12, 31)).text == "9999-12-31");

  const auto datetime = [](uint64_t y, uint64_t mo, uint64_t d, uint64_t h, uint64_t mi,
                           uint64_t s) {
    return 0x8000000000 + ((((y * 13 + mo) << 5 | d) << 17) | h << 12 | mi << 6 | s);
  };
  CHECK(Read({18, Le(0, 1)}, Be(datetime(2024, 2, 29, 23, 59, 58), 5)).text ==
        "2024-02-29 23:59:58");
  CHECK(Read({18, Le(0, 1)}, Be(datetime(0, 0, 0, 0, 0, 0), 5)).text == "0000-00-00 00:00:00");
  CHECK(Read({18, Le(1, 1)}, Be(datetime(9999, 12, 31, 23, 59, 59), 5) + Be(90, 1)).text ==
        "9999-12-31 23:59:59.9");
  CHECK(Read({18, Le(2, 1)}, Be(datetime(1000, 1, 1, 0, 0, 0), 5) + Be(7, 1)).text ==
        "1000-01-01 00:00:00.07");
  CHECK(Read({18, Le(3, 1)}, Be(datetime(1000, 1, 1, 0, 0, 0), 5) + Be(1230, 2)).text ==
        "1000-01-01 00:00:00.123");
  CHECK(Read({18, Le(4, 1)}, Be(datetime(1000, 1, 1, 0, 0, 0), 5) + Be(1234, 2)).text ==
        "1000-01-01 00:00:00.1234");
  CHECK(Read({18, Le(5, 1)}, Be(datetime(1000, 1, 1, 0, 0, 0), 5) + Be(123450, 3)).text ==
        "1000-01-01 00:00:00.12345");
  const One micro = Read({18, Le(6, 1)}, Be(datetime(2024, 12, 31, 1, 2, 3), 5) + Be(999999, 3));
  CHECK(micro.text == "2024-12-31 01:02:03.999999");
  CHECK(micro.value.calendar().year == 2024);
  CHECK(micro.value.calendar().month == 12);
  CHECK(micro.value.calendar().microsecond == 999999);
  CHECK(Read({18, Le(7, 1)}, "").status.code() == Code::kCorrupted);

  // Times: one signed number of whole and fraction.
  const auto time = [](int64_t sign, uint64_t h, uint64_t m, uint64_t s, int64_t fraction,
                       int bytes) {
    const auto whole = static_cast<int64_t>(h << 12 | m << 6 | s);
    const int64_t value = sign * ((whole << 8 * bytes) + fraction);
    return Be(static_cast<uint64_t>(value + (int64_t{0x800000} << 8 * bytes)), 3 + bytes);
  };
  CHECK(Read({19, Le(0, 1)}, time(1, 1, 2, 3, 0, 0)).text == "01:02:03");
  CHECK(Read({19, Le(0, 1)}, time(-1, 838, 59, 59, 0, 0)).text == "-838:59:59");
  CHECK(Read({19, Le(1, 1)}, time(-1, 0, 0, 0, 10, 1)).text == "-00:00:00.1");
  CHECK(Read({19, Le(2, 1)}, time(-1, 0, 0, 0, 1, 1)).text == "-00:00:00.01");
  CHECK(Read({19, Le(3, 1)}, time(-1, 12, 0, 1, 10, 2)).text == "-12:00:01.001");
  CHECK(Read({19, Le(6, 1)}, time(-1, 0, 0, 0, 1, 3)).text == "-00:00:00.000001");
  CHECK(Read({19, Le(6, 1)}, time(1, 838, 59, 58, 999999, 3)).text == "838:59:58.999999");
  const One negative = Read({19, Le(6, 1)}, time(-1, 1, 2, 3, 4, 3));
  CHECK(negative.value.calendar().negative);
  CHECK(negative.value.calendar().hour == 1);
  CHECK(negative.value.calendar().microsecond == 4);

  CHECK(Read({17, Le(0, 1)}, Be(0, 4)).text == "0000-00-00 00:00:00");
  CHECK(Read({17, Le(3, 1)}, Be(0, 4) + Be(0, 2)).text == "0000-00-00 00:00:00.000");
  CHECK(Read({17, Le(0, 1)}, Be(1, 4)).text == "1970-01-01 00:00:01");
  CHECK(Read({17, Le(0, 1)}, Be(0x7fffffff, 4)).text == "2038-01-19 03:14:07");
  CHECK(Read({17, Le(6, 1)}, Be(0xffffffff, 4) + Be(999999, 3)).text ==
        "2106-02-07 06:28:15.999999");
  CHECK(Read({17, Le(2, 1)}, Be(1700000000, 4) + Be(50, 1)).value.i64 == 1700000000500000);
}

TEST_CASE("dates and times of before 5.6", "[values]") {
  CHECK(Read({7, ""}, Le(1, 4)).text == "1970-01-01 00:00:01");
  CHECK(Read({12, ""}, Le(20240229235958, 8)).text == "2024-02-29 23:59:58");
  CHECK(Read({12, ""}, Le(0, 8)).text == "0000-00-00 00:00:00");
  CHECK(Read({12, ""}, Le(20241329235958, 8)).status.code() == Code::kCorrupted);
  CHECK(Read({12, ""}, Le(20241229236058, 8)).status.code() == Code::kCorrupted);
  CHECK(Read({12, ""}, Le(~uint64_t{0}, 8)).status.code() == Code::kCorrupted);
  CHECK(Read({11, ""}, Le(8385959, 3)).text == "838:59:59");
  CHECK(Read({11, ""}, Le(static_cast<uint64_t>(-8385959), 3)).text == "-838:59:59");
  CHECK(Read({11, ""}, Le(9999, 3)).status.code() == Code::kCorrupted);
  CHECK(Read({14, ""}, Le(2024 << 9 | 2 << 5 | 29, 3)).text == "2024-02-29");
}

TEST_CASE("strings", "[values]") {
  CHECK(Read({15, Le(255, 2)}, Text1("abc"), Collation(45)).value.kind == ValueKind::kText);
  CHECK(Read({15, Le(255, 2)}, Le(255, 1) + std::string(255, 'x'), Collation(45)).text ==
        std::string(255, 'x'));
  CHECK(Read({15, Le(256, 2)}, Le(256, 2) + std::string(256, 'x'), Collation(45)).text ==
        std::string(256, 'x'));
  CHECK(Read({15, Le(20, 2)}, Text1("\xe4"), Collation(8)).text == "\xc3\xa4");
  CHECK(Read({15, Le(20, 2)}, Text1("\x80"), Collation(8)).text ==
        "\xe2\x82\xac");  // cp1252's euro
  CHECK(Read({15, Le(20, 2)}, Text1("\xff\xfe"), Collation(45)).text ==
        "\xff\xfe");  // kept as it is
  const One binary = Read({15, Le(20, 2)}, Text1(std::string("\0\xff", 2)), Collation(63));
  CHECK(binary.value.kind == ValueKind::kBinary);
  CHECK(binary.version->table.columns()[0].type == ColumnType::kVarbinary);
  CHECK(binary.text == std::string("\0\xff", 2));

  // CHAR(255) of four bytes a character: two bits of its length hide in the type.
  const One wide = Read({254, "\xce\xfc"}, Le(300, 2) + std::string(300, 'x'), Collation(45));
  CHECK(wide.text == std::string(300, 'x'));
  CHECK(wide.version->table.columns()[0].length == 1020);
  CHECK(wide.version->table.columns()[0].type == ColumnType::kChar);
  CHECK(wide.version->table.columns()[0].charset == "utf8mb4");
  CHECK(Read({254, std::string("\xfe\x00", 2)}, Text1(""), Collation(45)).text.empty());

  // BINARY(n): the server leaves out zero bytes at the end.
  const One padded = Read({254, "\xfe\x04"}, Text1("a"), Collation(63));
  CHECK(padded.value.kind == ValueKind::kBinary);
  CHECK(padded.value.size == 1);
  CHECK(padded.value.padding == 3);
  CHECK(padded.text == std::string("a\0\0\0", 4));
  CHECK(Read({254, "\xfe\x04"}, Text1(""), Collation(63)).text == std::string(4, '\0'));
  CHECK(Read({254, "\xfe\x04"}, Text1("abcde"), Collation(63)).status.code() == Code::kCorrupted);

  for (int bytes = 1; bytes <= 4; ++bytes) {
    const One blob =
        Read({252, Le(static_cast<uint64_t>(bytes), 1)}, Le(3, bytes) + "abc", Collation(63));
    CHECK(blob.text == "abc");
    CHECK(blob.value.kind == ValueKind::kBinary);
    CHECK(
        Read({252, Le(static_cast<uint64_t>(bytes), 1)}, Le(0, bytes), Collation(45)).value.kind ==
        ValueKind::kText);
  }
  CHECK(Read({252, Le(5, 1)}, "").status.code() == Code::kCorrupted);
  CHECK(Read({252, Le(4, 1)}, Le(0xffffffff, 4) + "abc", Collation(63)).status.code() ==
        Code::kCorrupted);
}

TEST_CASE("enum, set, bit", "[values]") {
  const std::string labels = Lenenc(3) + Text1("a") + Text1("it's") + Text1("\xe4");
  const std::string latin1 = BinlogBuilder::Field(10, Lenenc(8));
  const std::string enumeration = BinlogBuilder::Field(6, labels) + latin1;
  CHECK(Read({254, "\xf7\x01"}, Le(1, 1), enumeration).text == "a");
  CHECK(Read({254, "\xf7\x01"}, Le(3, 1), enumeration).text == "\xc3\xa4");
  CHECK(Read({254, "\xf7\x01"}, Le(0, 1), enumeration).text.empty());
  CHECK(Read({254, "\xf7\x01"}, Le(4, 1), enumeration).text == "4");
  CHECK(Read({254, "\xf7\x02"}, Le(300, 2)).text == "300");  // labels not known
  CHECK(Read({254, "\xf7\x01"}, Le(2, 1)).value.u64 == 2);
  CHECK(Read({254, "\xf7\x03"}, Le(2, 3)).status.code() == Code::kCorrupted);

  const std::string set = BinlogBuilder::Field(5, labels) + latin1;
  CHECK(Read({254, "\xf8\x01"}, Le(5, 1), set).text == "a,\xc3\xa4");
  CHECK(Read({254, "\xf8\x01"}, Le(0, 1), set).text.empty());
  CHECK(Read({254, "\xf8\x01"}, Le(9, 1), set).text == "9");  // a member that is not known
  CHECK(Read({254, "\xf8\x08"}, Le(uint64_t{1} << 63, 8)).text == "9223372036854775808");
  CHECK(Read({254, "\xf8\x03"}, Le(0x10000, 3)).value.u64 == 0x10000);

  CHECK(Read({16, Le(1, 1) + Le(0, 1)}, Be(1, 1)).text == "1");
  CHECK(Read({16, Le(1, 1) + Le(1, 1)}, Be(0x1ff, 2)).text == "511");
  const One bits = Read({16, Le(0, 1) + Le(8, 1)}, Be(~uint64_t{0}, 8));
  CHECK(bits.text == "18446744073709551615");
  CHECK(bits.value.precision == 64);
  CHECK(bits.value.kind == ValueKind::kBit);
  CHECK(Read({16, Le(1, 1) + Le(8, 1)}, Be(0, 8)).status.code() == Code::kCorrupted);
}

TEST_CASE("geometry, vector and what is never read", "[values]") {
  CHECK(Read({255, Le(4, 1)}, Le(3, 4) + "abc").value.kind == ValueKind::kGeometry);
  CHECK(Read({242, Le(4, 1)}, Le(4, 4) + "abcd").value.kind == ValueKind::kVector);
  CHECK(Read({6, ""}, "").value.is_null());
  CHECK(Read({0, ""}, "").status.code() == Code::kUnsupported);
  CHECK(Read({20, ""}, "").status.code() == Code::kUnsupported);
  CHECK(Read({200, ""}, "").status.code() == Code::kCorrupted);
}

TEST_CASE("absent columns and NULLs", "[values]") {
  const std::vector<MapColumn> columns(70, {1, ""});
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("d", "BEGIN");
  log.TableMap(1, "d", "t", columns, BinlogBuilder::Names(70));
  // Columns 0, 9 and 69 are there, 9 is NULL; unused bits are set, as MySQL does.
  std::string bitmap(9, '\0');
  bitmap[0] = 1;
  bitmap[1] = 2;
  bitmap[8] = static_cast<char>(0xe0);
  log.Rows(30, 1, 70, Le(2, 1) + Le(5, 1) + Le(6, 1) + Le(0, 1) + Le(7, 1) + Le(8, 1) + Le(9, 1),
           true, bitmap);
  // No column at all: INSERT INTO t () VALUES () with a minimal image.
  log.Rows(30, 1, 70, "", true, std::string(9, '\0'));
  log.Xid();
  EntryCollector sink;
  binlog::Decoder decoder({});
  decoder.Start("binlog.000001", 4, false);
  for (const auto& event : SplitEvents(log.bytes()))
    REQUIRE(decoder.Feed(MakeFrame(event), sink).ok());
  RowReader rows;
  rows.Start(sink.entries()[1]);
  REQUIRE(rows.Next());
  CHECK(rows.after().size() == 70);
  CHECK(rows.before().empty());
  CHECK(rows.after()[0].i64 == 5);
  CHECK(rows.after()[1].is_absent());
  CHECK(rows.after()[9].is_null());
  CHECK(rows.after()[69].i64 == 6);
  REQUIRE(rows.Next());
  CHECK(rows.after()[0].i64 == 7);
  CHECK(rows.after()[9].i64 == 8);
  CHECK(rows.after()[69].i64 == 9);
  CHECK_FALSE(rows.Next());
  CHECK(sink.entries()[1].row_count() == 2);
  rows.Start(sink.entries()[2]);
  REQUIRE(rows.Next());
  for (const Value& value : rows.after()) CHECK(value.is_absent());
  CHECK_FALSE(rows.Next());
  CHECK(rows.status().ok());
  CHECK(sink.entries()[2].row_count() == 1);
  std::string text;
  CHECK(AppendText(sink.entries()[2].table()->columns()[0], Value(), &text).ok());
  CHECK(text.empty());
  // An entry without rows.
  rows.Start(sink.entries()[0]);
  CHECK_FALSE(rows.Next());
  CHECK(rows.status().ok());
}

TEST_CASE("bytes behind rows without columns are refused", "[values]") {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("d", "BEGIN");
  log.TableMap(1, "d", "t", {{1, ""}}, BinlogBuilder::Names(1));
  log.Rows(30, 1, 1, "abc", true, std::string(1, '\0'));
  EntryCollector sink;
  binlog::Decoder decoder({});
  decoder.Start("binlog.000001", 4, false);
  for (const auto& event : SplitEvents(log.bytes()))
    REQUIRE(decoder.Feed(MakeFrame(event), sink).ok());
  RowReader rows;
  rows.Start(sink.entries()[1]);
  CHECK_FALSE(rows.Next());
  CHECK(rows.status().code() == Code::kCorrupted);
  CHECK(sink.entries()[1].row_count() == 0);
}

}  // namespace
}  // namespace towpath::test
