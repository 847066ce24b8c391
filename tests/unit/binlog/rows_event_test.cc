#include "binlog/rows_event.h"

#include <filesystem>
#include <string>
#include <vector>

#include "binlog/decoder.h"
#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

namespace towpath::test {
namespace {

// A rows event of version 2 with extra data, for INT and VARCHAR(20), and what is read of it; the
// error's text when it is refused.
std::string RowsWithExtra(uint8_t type, const std::string& extra_length, const std::string& extra) {
  const bool update = type == 31 || type == 39;
  const std::string image = Le(0, 1) + Le(7, 4) + Text1("a");
  std::string body = Le(77, 6) + Le(1, 2) + extra_length + extra + Lenenc(2) + "\xff";
  body += update ? "\xff" + image + (type == 39 ? Le(0, 1) : "") + image : image;
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN");
  log.TableMap(77, "shop", "t", {{3, "", false}, {15, Le(20, 2)}}, BinlogBuilder::Names(2));
  log.Event(type, body);
  EntryCollector sink;
  binlog::Decoder decoder({});
  decoder.Start("binlog.000001", 4, false);
  for (const std::string& event : SplitEvents(log.bytes())) {
    const Status status = decoder.Feed(MakeFrame(event), sink);
    if (!status.ok()) return status.ToString();
  }
  REQUIRE(sink.entries().size() == 2);
  Status read;
  std::string rows = RowsAsText(sink.entries()[1], &read);
  return read.ok() ? rows : read.ToString();
}

TEST_CASE("extra data of rows events is passed, whatever it is", "[rows_event]") {
  const std::string ndb = Le(0, 1) + Le(6, 1) + Le(0, 1) + Le(0x11223344, 4).substr(0, 3);
  const std::string partition = Le(1, 1) + Le(2, 2);
  const std::string both_partitions = Le(1, 1) + Le(2, 2) + Le(1, 2);
  const std::string row = "('7','a')";
  for (const std::string& extra :
       {std::string(), ndb, partition, ndb + partition, both_partitions, Le(0, 1) + Le(255, 1),
        std::string("\x7f unknown"), std::string(65533, '\xff')}) {
    INFO(extra.size() << " bytes");
    const std::string length = Le(extra.size() + 2, 2);
    for (const uint8_t type : {30, 32}) CHECK(RowsWithExtra(type, length, extra) == row);
    for (const uint8_t type : {31, 39})
      CHECK(RowsWithExtra(type, length, extra) == row + "->" + row);
  }
  // A length that does not count itself, or reaches behind the event.
  for (const uint64_t length : {0, 1, 19, 1000, 65535}) {
    INFO(length);
    CHECK_THAT(RowsWithExtra(30, Le(length, 2), ""), ContainsSubstring("CORRUPTED"));
  }
}

TEST_CASE("rows of an NDB cluster that leave columns out", "[rows_event][fixtures]") {
  const std::string folder = FixtureFolder(TOWPATH_SOURCE_FOLDER);
  if (folder.empty()) {
    WARN("no fixtures on this machine (TOWPATH_FIXTURES)");
    return;
  }
  const auto rows_of = [&](const std::string& path) {
    EntryCollector sink;
    binlog::DecoderConfig config;
    config.schema_mode = model::SchemaMode::kPositional;
    const Status status = DecodeFile(folder + "/" + path, config, sink);
    INFO(path << ": " << status.ToString());
    CHECK(status.code() == Code::kEnd);
    std::string text;
    Status read;
    for (const Entry& entry : sink.entries()) {
      if (!entry.is_rows() || entry.table()->name() != "ba") continue;
      text += fmt::format("{} {}\n", EntryKindName(entry.kind()), RowsAsText(entry, &read));
    }
    CHECK(read.ok());
    return text;
  };
  const std::string three = "insert ('3','3','3') ('2','2','2') ('4','4','4')\n";
  CHECK(rows_of("mysql-9.7.4-testsuite/write-partial-row.binlog") ==
        three + "insert ('4',-,'40')\ndelete ('2',-,-)\ninsert ('1','1','1')\n");
  CHECK(rows_of("mysql-9.7.4-testsuite/update-partial-row.binlog") ==
        three + "update ('4',-,'4')->('4',-,'40')\ndelete ('2',-,-)\ninsert ('1','1','1')\n");
  CHECK(rows_of("blackbeam+rust_mysql_common/write-partial-row.binlog") ==
        "insert ('3','3','3') ('1','1','1') ('2','2','2') ('4','4','4')\n"
        "insert ('4',-,'40')\ndelete ('2',-,-)\n");
}

}  // namespace
}  // namespace towpath::test
