#include "format/pretty.h"

#include "rows_entry.h"
#include "tests/catch.h"
#include "towpath/format.h"

namespace towpath::format {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

std::string Pretty(const Entry& entry, const PrettyStyle& style = {}) {
  std::string out;
  const Status status = AppendPretty(entry, style, &out);
  INFO(status.ToString());
  REQUIRE(status.ok());
  return out;
}

std::string Printable(std::string_view text, size_t width = 0) {
  std::string out;
  AppendPrintable(text, width, &out);
  return out;
}

TEST_CASE("pretty: an insert is a block with aligned columns") {
  TestEntry entry(EntryKind::kInsert,
                  {IntColumn("id"), TextColumn("customer"), TextColumn("note")});
  entry.Image({IntBytes(1), TextBytes("O'Hara"), std::nullopt});
  CHECK(Pretty(entry.Get()) ==
        "insert    binlog.000002:1547:0       2023-11-14 22:13:20Z  shop.orders  1 row\n"
        "    id        1\n"
        "    customer  'O'Hara'\n"
        "    note      NULL\n");
}

TEST_CASE("pretty: an update shows what changed") {
  TestEntry entry(EntryKind::kUpdate, {IntColumn("id"), TextColumn("note")});
  entry.Image({IntBytes(1), TextBytes("a")})
      .Image({IntBytes(1), TextBytes("b")})
      .Image({IntBytes(2), TextBytes("c")})
      .Image({IntBytes(2), std::nullopt});
  CHECK(Pretty(entry.Get()) ==
        "update    binlog.000002:1547:0       2023-11-14 22:13:20Z  shop.orders  2 rows\n"
        "    id    1\n"
        "    note  'a' -> 'b'\n"
        "    -- row 2\n"
        "    id    2\n"
        "    note  'c' -> NULL\n");
}

TEST_CASE("pretty: long values that differ only in the part not shown are shown as changed") {
  TestEntry entry(EntryKind::kUpdate, {TextColumn("note")});
  entry.Image({TextBytes(std::string(100, 'x') + "1")})
      .Image({TextBytes(std::string(100, 'x') + "2")});
  CHECK_THAT(Pretty(entry.Get(), {.max_value_width = 3}),
             ContainsSubstring("'xxx... (101 bytes)' -> 'xxx... (101 bytes)'"));
}

TEST_CASE("pretty: begin names the GTID, a DDL its statement, a replay is marked") {
  TestEntry begin(EntryKind::kBegin);
  begin.WithGtid("0-1-270");
  CHECK(Pretty(begin.Get()) ==
        "begin     binlog.000002:1547:0       2023-11-14 22:13:20Z  gtid 0-1-270\n");
  TestEntry ddl(EntryKind::kDdl);
  ddl.Sql("CREATE DATABASE x", "", DdlKind::kCreateDatabase);
  CHECK(Pretty(ddl.Get()) ==
        "ddl       binlog.000002:1547:0       2023-11-14 22:13:20Z  create_database\n"
        "    CREATE DATABASE x\n");
  ddl.Sql("FLUSH LOGS", "shop", DdlKind::kMaintenance);
  CHECK_THAT(Pretty(ddl.Get()), ContainsSubstring("22:13:20Z  maintenance  shop\n"));
  ddl.Sql("CREATE TABLE t (\n  id INT)", "shop", DdlKind::kCreateTable, {{"shop", "t"}})
      .Duplicate();
  CHECK(Pretty(ddl.Get()) ==
        "ddl       binlog.000002:1547:0       2023-11-14 22:13:20Z  create_table  shop.t  "
        "duplicate\n"
        "    CREATE TABLE t (\\n  id INT)\n");
  ddl.Sql("", "shop", DdlKind::kRenameTable, {{"shop", "a"}, {"x", "\x1b"}});
  CHECK_THAT(Pretty(ddl.Get()), ContainsSubstring("  rename_table  shop.a, x.\\x1b  duplicate\n"));
  TestEntry statement(EntryKind::kStatement);
  statement.Sql("DELETE FROM t", "shop", DdlKind::kOther, {{"shop", "t"}});
  CHECK_THAT(Pretty(statement.Get()), ContainsSubstring("22:13:20Z  shop.t\n    DELETE"));
}

TEST_CASE("pretty: data can not steer the terminal") {
  CHECK(Printable("a\x1b[31mb\x07\x7f") == "a\\x1b[31mb\\x07\\x7f");
  CHECK(Printable("\r\n\t") == "\\r\\n\\t");
  CHECK(Printable("\u009b31m") == "\\u009b31m");  // CSI as one C1 control
  CHECK(Printable("\xff\xe6\xbc") == "\\xff\\xe6\\xbc");
  CHECK(Printable("é漢😀") == "é漢😀");
  TestEntry entry(EntryKind::kInsert, {TextColumn("na\x1bme")});
  entry.Image({TextBytes("\x1b[2J")});
  CHECK(Pretty(entry.Get()).find('\x1b') == std::string::npos);
}

TEST_CASE("pretty: long values are shortened to whole characters and say how long they were") {
  CHECK(Printable("漢字漢字", 2) == "漢字... (12 bytes)");
  CHECK(Printable("abc", 3) == "abc");
  std::string out;
  Value v;
  const std::string bytes = "\x01\x02\x03\x04\x05"s;
  v.kind = ValueKind::kBinary;
  v.data = reinterpret_cast<const uint8_t*>(bytes.data());
  v.size = 5;
  v.padding = 1;
  CHECK(AppendPrettyValue(Column(), v, 0, &out).ok());
  CHECK(out == "0x010203040500");
  out.clear();
  CHECK(AppendPrettyValue(Column(), v, 6, &out).ok());
  CHECK(out == "0x010203... (6 bytes)");
}

TEST_CASE("pretty: color is there only when asked for") {
  TestEntry entry(EntryKind::kUpdate, {IntColumn("id")});
  entry.Image({IntBytes(1)}).Image({IntBytes(2)});
  CHECK(Pretty(entry.Get()).find('\x1b') == std::string::npos);
  CHECK_THAT(Pretty(entry.Get(), {.color = true}), ContainsSubstring("\x1b[33mupdate"));
}

TEST_CASE("pretty: a row that can not be right appends nothing") {
  TestEntry cut(EntryKind::kInsert, {IntColumn("id")});
  cut.Image({IntBytes(1)}).RawBytes("\0\1"s);
  std::string out = "kept";
  CHECK(AppendPretty(cut.Get(), {}, &out).code() == Code::kCorrupted);
  CHECK(out == "kept");
}

}  // namespace
}  // namespace towpath::format
