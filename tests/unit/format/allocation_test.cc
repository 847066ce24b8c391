// AppendJson allocates nothing for rows and values once its output has room.
#include "rows_entry.h"
#include "tests/catch.h"
#include "tests/support/allocations.h"
#include "towpath/format.h"

namespace towpath::format {
namespace {

using binlog::ColumnOp;
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

// One column of every kind whose text takes work, and a value of it.
std::vector<TestColumn> Columns() {
  TestColumn price =
      MakeColumn("price", ColumnType::kDecimal, ColumnOp::kDecimal, ValueKind::kDecimal, 2);
  price.layout.precision = 4;
  price.layout.scale = 2;
  TestColumn status = MakeColumn("status", ColumnType::kEnum, ColumnOp::kUint, ValueKind::kEnum, 1);
  status.column.labels = {"new", "a label that is longer than a small string"};
  TestColumn latin1 = TextColumn("latin1");
  latin1.column.collation = 8;
  latin1.column.charset = "latin1";
  return {IntColumn("id"),
          price,
          TextColumn("text"),
          latin1,
          TextColumn("broken"),
          status,
          MakeColumn("amount", ColumnType::kDouble, ColumnOp::kDouble, ValueKind::kDouble),
          MakeColumn("born", ColumnType::kDate, ColumnOp::kDate, ValueKind::kDate),
          MakeColumn("blob", ColumnType::kVarbinary, ColumnOp::kBytes1, ValueKind::kBinary),
          TextColumn("nothing")};
}

Cells Row() {
  return {IntBytes(123456789),
          "\x89\x5a"s,
          TextBytes("a text longer than a small string, with \"quotes\", \n and 漢字"),
          TextBytes("caf\xe9, caf\xe9, caf\xe9, caf\xe9, caf\xe9"),
          TextBytes("no UTF-8 in here, but more than a small string: \xff\xfe"),
          "\x02"s,
          "\x9a\x99\x99\x99\x99\x99\xb9\x3f"s,
          "\x5d\xd0\x0f"s,
          TextBytes(std::string(60, '\x01')),
          std::nullopt};
}

size_t AllocationsFor(size_t rows, const std::string& gtid, std::string* out) {
  TestEntry entry(EntryKind::kInsert, Columns());
  if (!gtid.empty()) entry.WithGtid(gtid);
  for (size_t i = 0; i < rows; ++i) entry.Image(Row());
  const Entry view = entry.Get();
  size_t made = 0;
  for (int run = 0; run < 2; ++run) {  // the first one makes room
    out->clear();
    const size_t before = test::Allocations();
    const Status status = AppendJson(view, out);
    made = test::Allocations() - before;
    INFO(status.ToString());
    REQUIRE(status.ok());
  }
  return made;
}

TEST_CASE("json: rows and values cost no allocation", "[allocation]") {
  std::string out;
  CHECK(AllocationsFor(1, "", &out) == 0);
  CHECK_THAT(out, ContainsSubstring(R"("broken":{"base64":")") &&
                      ContainsSubstring(R"("latin1":"café, )") &&
                      ContainsSubstring(R"("price":"9.90")") && ContainsSubstring("a label"));
  CHECK(AllocationsFor(1000, "", &out) == 0);
  // The text of a GTID is a string of its own, one for each entry.
  CHECK(AllocationsFor(1000, "3e11fa47-71ca-11e1-9e33-c80aa9429562:23", &out) <= 2);
}

}  // namespace
}  // namespace towpath::format
