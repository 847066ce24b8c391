#include "binlog/partial_rows.h"

#include <memory>
#include <string>
#include <vector>

#include "binlog/decoder.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"
#include "tests/support/json_builder.h"
#include "towpath/format.h"

namespace towpath::test {
namespace {

using json::Array;
using json::Document;
using json::Insert;
using json::Int16;
using json::Json;
using json::Object;
using json::Remove;
using json::Replace;
using json::Text;

constexpr uint8_t kPartialUpdate = 39;

// id INT, a JSON, v VARCHAR(20), b JSON, c JSON
const std::vector<MapColumn> kColumns = {
    {3, "", false}, {245, Le(4, 1)}, {15, Le(20, 2)}, {245, Le(4, 1)}, {245, Le(4, 1)}};
const std::string kNames = BinlogBuilder::Names(kColumns.size());

std::string Value4(const std::string& bytes) { return Le(bytes.size(), 4) + bytes; }
std::string Value4(const Json& document) { return Value4(Document(document)); }

struct Run {
  EntryCollector sink;
  Status status;
};

// `body`: rows of one PARTIAL_UPDATE_ROWS event; `bitmaps`: of both images.
std::unique_ptr<Run> Decode(const std::string& body, const std::string& bitmaps = "",
                            const std::vector<MapColumn>& columns = kColumns,
                            const binlog::TableFilter* filter = nullptr) {
  BinlogBuilder log;
  log.Format()
      .Gtid(1, 1)
      .Query("shop", "BEGIN")
      .TableMap(77, "shop", "t", columns, BinlogBuilder::Names(columns.size()));
  log.Rows(kPartialUpdate, 77, columns.size(), body, true, bitmaps).Xid();
  auto run = std::make_unique<Run>();
  binlog::DecoderConfig config;
  config.filter = filter;
  binlog::Decoder decoder(config);
  decoder.Start("binlog.000001", 4, false);
  for (const std::string& event : SplitEvents(log.bytes()))
    if (run->status = decoder.Feed(MakeFrame(event), run->sink); !run->status.ok()) break;
  return run;
}

// The rows, which must be readable to their end.
std::string Rows(const Run& run) {
  if (!run.status.ok()) return run.status.ToString();
  if (run.sink.Kinds() != "begin update commit") return run.sink.Kinds();
  Status read;
  const std::string rows = RowsAsText(run.sink.entries()[1], &read);
  return read.ok() ? rows : read.ToString();
}

TEST_CASE("partial rows: documents are completed from the before image", "[partial_rows]") {
  const Json a = Object({{"k", Int16(1)}, {"l", Array({Int16(2)})}});
  const Json b = Array({Text("x")});
  const std::string before = Le(0, 1) + Le(7, 4) + Value4(a) + Text1("v") + Value4(b) + Value4(a);
  // a partial, b in full, c partial and unchanged.
  const std::string after = Le(1, 1) + Le(0b101, 1) + Le(0, 1) + Le(7, 4) +
                            Value4(Replace("$.k", Text("new")) + Insert("$.l[1]", Int16(3))) +
                            Text1("w") + Value4(Array({Int16(9)})) + Value4("");
  const std::string expected =
      R"(('7','{"k": 1, "l": [2]}','v','["x"]','{"k": 1, "l": [2]}'))"
      R"(->('7','{"k": "new", "l": [2, 3]}','w','[9]','{"k": 1, "l": [2]}'))";
  CHECK(Rows(*Decode(before + after)) == expected);

  // Several rows, with and without the option.
  const std::string plain =
      Le(0, 1) + Le(0, 1) + Le(8, 4) + Value4(b) + Text1("v") + Value4(b) + Value4(Text("c"));
  const auto run = Decode(before + after + before + plain + before + after);
  CHECK(Rows(*run) == expected + R"( ('7','{"k": 1, "l": [2]}','v','["x"]','{"k": 1, "l": [2]}'))" +
                          R"(->('8','["x"]','v','["x"]','"c"') )" + expected);
  CHECK(run->sink.entries()[1].row_count() == 3);
}

class SomeColumns final : public binlog::TableFilter {
 public:
  explicit SomeColumns(std::vector<bool> wanted) : wanted_(std::move(wanted)) {}
  bool Wants(std::string_view, std::string_view) const override { return true; }
  Status SelectColumns(const Table&, std::vector<bool>* wanted) const override {
    *wanted = wanted_;
    return Status::Ok();
  }

 private:
  std::vector<bool> wanted_;
};

TEST_CASE("partial rows: columns that are left out", "[partial_rows]") {
  const Json a = Object({{"k", Int16(1)}});
  const Json b = Array({Text("x")});
  const std::string before = Le(0, 1) + Le(7, 4) + Value4(a) + Text1("v") + Value4(b) + Value4(a);
  const std::string after = Le(1, 1) + Le(0b101, 1) + Le(0, 1) + Le(7, 4) +
                            Value4(Replace("$.k", Text("new"))) + Text1("w") + Value4(b) +
                            Value4(Replace("$.k", Int16(2)));
  const SomeColumns without_a({true, false, true, false, true});
  CHECK(Rows(*Decode(before + after + before + after, "", kColumns, &without_a)) ==
        R"(('7','v','{"k": 1}')->('7','w','{"k": 2}') )"
        R"(('7','v','{"k": 1}')->('7','w','{"k": 2}'))");
  const SomeColumns only_a({false, true, false, false, false});
  CHECK(Rows(*Decode(before + after, "", kColumns, &only_a)) ==
        R"(('{"k": 1}')->('{"k": "new"}'))");

  // Differences without a document in the before image, in columns that are kept and left out.
  const std::string id = Le(0, 1) + Le(7, 4);
  const std::string differences = Le(1, 1) + Le(0b101, 1) + Le(0, 1) +
                                  Value4(Replace("$.k", Text("new"))) +
                                  Value4(Replace("$.k", Int16(2)));
  CHECK(Rows(*Decode(id + differences, Le(0b00001, 1) + Le(0b10010, 1), kColumns, &without_a)) ==
        R"(('7',-,-)->(-,-,'[{"op":"replace","path":"$.k","value":2}]'))");
  const SomeColumns no_json({true, false, true, false, false});
  CHECK(Rows(*Decode(id + differences, Le(0b00001, 1) + Le(0b10010, 1), kColumns, &no_json)) ==
        "('7',-)->(-,-)");
  // What does not fit is told by its name, or as left out.
  const auto run = Decode(before.substr(0, before.size() - 1), "", kColumns, &without_a);
  CHECK_THAT(run->status.message(), ContainsSubstring("column c5"));
  const auto other = Decode(before.substr(0, 12), "", kColumns, &without_a);
  CHECK_THAT(other->status.message(), ContainsSubstring("column left out"));
}

TEST_CASE("partial rows: NULL on either side", "[partial_rows]") {
  const std::vector<MapColumn> columns = {{3, "", false}, {245, Le(4, 1)}, {245, Le(4, 1)}};
  const Json list = Array({Int16(1)});
  const std::string before = Le(0b010, 1) + Le(1, 4) + Value4(list);  // NULL, [1]
  // A new value comes in full.
  CHECK(Rows(*Decode(before + Le(1, 1) + Le(0b10, 1) + Le(0, 1) + Le(1, 4) + Value4(Text("n")) +
                         Value4(Insert("$[0]", Int16(0))),
                     "", columns)) == R"(('1',NULL,'[1]')->('1','"n"','[0, 1]'))");
  // The bit of a value that is NULL means nothing.
  CHECK(Rows(*Decode(before + Le(1, 1) + Le(0b11, 1) + Le(0b110, 1) + Le(1, 4), "", columns)) ==
        "('1',NULL,'[1]')->('1',NULL,NULL)");
  // No bits at all without the option.
  CHECK(Rows(*Decode(before + Le(0, 1) + Le(0b010, 1) + Le(1, 4) + Value4(""), "", columns)) ==
        "('1',NULL,'[1]')->('1',NULL,'null')");
  // A document stored as nothing is null.
  CHECK(Rows(*Decode(Le(0, 1) + Le(1, 4) + Value4("") + Value4("") + Le(1, 1) + Le(0b01, 1) +
                         Le(0, 1) + Le(1, 4) + Value4("") + Value4(list),
                     "", columns)) == "('1','null','null')->('1','null','[1]')");
  // Differences of NULL there are none.
  const auto run = Decode(
      before + Le(1, 1) + Le(0b01, 1) + Le(0, 1) + Le(1, 4) + Value4(Remove("$[0]")) + Value4(list),
      "", columns);
  CHECK(run->status.code() == Code::kCorrupted);
  CHECK_THAT(run->status.message(), ContainsSubstring("row 1 of shop.t, column c2: differences"));
}

TEST_CASE("partial rows: without the before image the differences are the value",
          "[partial_rows]") {
  // Before: id and c; after: a, b, c.
  const std::string bitmaps = Le(0b10001, 1) + Le(0b11010, 1);
  const Json list = Array({Int16(1)});
  const std::string a_diff = Replace("$.k", Object({{"x", Int16(1)}})) + Remove("$.\"l m\"");
  const std::string row = Le(0, 1) + Le(7, 4) + Value4(list) + Le(1, 1) + Le(0b101, 1) + Le(0, 1) +
                          Value4(a_diff) + Value4(Text("full")) + Value4(Insert("$[1]", Int16(2)));
  const std::string unchanged = Le(0, 1) + Le(8, 4) + Value4(list) + Le(1, 1) + Le(0b011, 1) +
                                Le(0b100, 1) + Value4("") + Value4(Remove("$[0]"));
  const auto run = Decode(row + unchanged, bitmaps);
  CHECK(Rows(*run) == R"(('7',-,-,-,'[1]')->(-,'[{"op":"replace","path":"$.k","value":{"x": 1}},)"
                      R"({"op":"remove","path":"$.\"l m\""}]',-,'"full"','[1, 2]') )"
                      R"(('8',-,-,-,'[1]')->(-,'[]',-,'[{"op":"remove","path":"$[0]"}]',NULL))");

  // Visible as what it is.
  const Entry& entry = run->sink.entries()[1];
  CHECK(entry.row_count() == 2);
  RowReader rows;
  rows.Start(entry);
  REQUIRE(rows.Next());
  CHECK(rows.before()[4].kind == ValueKind::kJson);
  CHECK(rows.after()[1].kind == ValueKind::kJsonDiff);
  const auto bytes = rows.after()[1].bytes();
  CHECK(std::string(bytes.begin(), bytes.end()) == a_diff);
  CHECK(rows.after()[3].kind == ValueKind::kJson);
  CHECK(rows.after()[4].kind == ValueKind::kJson);
  CHECK(rows.after()[0].is_absent());

  std::string text;
  REQUIRE(AppendJson(entry, &text).ok());
  CHECK_THAT(text, ContainsSubstring(
                       R"("rows":[{"before":{"c1":7,"c5":[1]},"after":{"c4":"full","c5":[1, 2]},)"
                       R"("json_diff":{"c2":[{"op":"replace","path":"$.k","value":{"x": 1}},)"
                       R"({"op":"remove","path":"$.\"l m\""}]}},)"
                       R"({"before":{"c1":8,"c5":[1]},"after":{"c5":null},)"
                       R"("json_diff":{"c2":[],"c4":[{"op":"remove","path":"$[0]"}]}}])"));
  text.clear();
  REQUIRE(AppendPretty(entry, {}, &text).ok());
  CHECK_THAT(text, ContainsSubstring(R"(c2  -> diff [{"op":"replace","path":"$.k")"));
}

TEST_CASE("partial rows: events of one table may have documents or differences", "[partial_rows]") {
  const std::vector<MapColumn> columns = {{3, "", false}, {245, Le(4, 1)}};
  const std::string change = Le(1, 1) + Le(1, 1) + Le(0, 1);
  const std::string minimal = Le(0, 1) + Le(1, 4) + change + Value4(Remove("$[0]"));
  const std::string full =
      Le(0, 1) + Le(1, 4) + Value4(Array({Int16(1)})) + change + Le(1, 4) + Value4(Remove("$[0]"));
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN");
  log.TableMap(77, "shop", "t", columns, BinlogBuilder::Names(2));
  for (int i = 0; i < 2; ++i) {
    log.Rows(kPartialUpdate, 77, 2, minimal, false, Le(1, 1) + Le(2, 1));
    log.Rows(kPartialUpdate, 77, 2, full, false);
    log.Rows(31, 77, 2, Le(0, 1) + Le(1, 4) + Value4("") + Le(2, 1) + Le(1, 4), i == 1);
  }
  log.Xid();
  EntryCollector sink;
  binlog::Decoder decoder({});
  decoder.Start("binlog.000001", 4, false);
  for (const std::string& event : SplitEvents(log.bytes()))
    REQUIRE(decoder.Feed(MakeFrame(event), sink).ok());
  REQUIRE(sink.Kinds() == "begin update update update update update update commit");
  Status read;
  for (size_t i = 1; i < 7; i += 3) {
    CHECK(RowsAsText(sink.entries()[i], &read) ==
          R"(('1',-)->(-,'[{"op":"remove","path":"$[0]"}]'))");
    CHECK(RowsAsText(sink.entries()[i + 1], &read) == "('1','[1]')->('1','[]')");
    CHECK(RowsAsText(sink.entries()[i + 2], &read) == "('1','null')->('1',NULL)");
  }
  CHECK(read.ok());
  CHECK(sink.entries()[1].table() == sink.entries()[4].table());
}

TEST_CASE("partial rows that can not be right", "[partial_rows]") {
  const std::vector<MapColumn> columns = {{3, "", false}, {245, Le(4, 1)}};
  const std::string before = Le(0, 1) + Le(1, 4) + Value4(Array({Int16(1)}));
  const std::string image = Le(0, 1) + Le(1, 4) + Value4(Remove("$[0]"));
  const auto error = [&](const std::string& rows) {
    const auto run = Decode(rows, "", columns);
    CHECK(run->sink.Count(EntryKind::kUpdate) == 0);
    return run->status;
  };
  const Status options = error(before + Le(3, 1) + Le(1, 1) + image);
  CHECK(options.code() == Code::kUnsupported);
  CHECK_THAT(options.message(), ContainsSubstring("row 1 of shop.t: value options 0x3"));
  const Status misfit = error(before + Le(1, 1) + Le(1, 1) + image + before + Le(1, 1) + Le(1, 1) +
                              Le(0, 1) + Le(1, 4) + Value4(Remove("$[1]")));
  CHECK(misfit.code() == Code::kCorrupted);
  CHECK_THAT(
      misfit.message(),
      ContainsSubstring("PARTIAL_UPDATE_ROWS event: row 2 of shop.t, column c2: difference 1 "
                        "of a JSON document (remove $[1]) does not fit the document"));
  // Cut anywhere it is refused: a row has at least its value options.
  const std::string whole = before + Le(1, 1) + Le(1, 1) + image;
  for (size_t n = 1; n < whole.size(); ++n)
    CHECK(error(whole.substr(0, n)).code() == Code::kCorrupted);
  CHECK(Rows(*Decode(whole, "", columns)) == "('1','[1]')->('1','[]')");
}

}  // namespace
}  // namespace towpath::test
