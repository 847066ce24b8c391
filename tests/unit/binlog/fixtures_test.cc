// Binlog files of many servers and versions, from other projects' test suites: each decodes to its
// end, or to the error that is right for it, with as many row changes as its census says.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/entry_collector.h"
#include "tests/support/temp_folder.h"

namespace towpath::test {
namespace {

struct Fixture {
  std::string path;                      // below the fixtures' folder
  std::map<std::string, size_t> census;  // events by short name; "in:" inside payloads
};

// The table of MANIFEST.md: | here | origin | path | bytes | sha256 | version | events | ...
std::vector<Fixture> ReadManifest(const std::string& folder) {
  std::vector<Fixture> fixtures;
  std::ifstream manifest(folder + "/MANIFEST.md");
  std::string line;
  while (std::getline(manifest, line)) {
    std::vector<std::string> cells;
    std::istringstream columns(line);
    for (std::string cell; std::getline(columns, cell, '|');) cells.push_back(cell);
    if (cells.size() < 9) continue;
    Fixture fixture;
    fixture.path = cells[1].substr(1, cells[1].size() - 2);
    if (!std::filesystem::is_regular_file(folder + "/" + fixture.path)) continue;
    std::istringstream words(cells[7]);
    for (std::string word; words >> word;) {
      const size_t colon = word.rfind(':');
      fixture.census[word.substr(0, colon)] = std::stoul(word.substr(colon + 1));
    }
    fixtures.push_back(std::move(fixture));
  }
  return fixtures;
}

// Files that do not end well, and why.
struct Expected {
  Code code;
  const char* message;  // part of it
};
const std::map<std::string, Expected> kExpected = {
    // Written by statements, at least in part.
    {"binlog_56_gtid_reserved_word.000001",
     {Code::kUnsupported, "INSERT changed rows of test.GEN"}},
    {"binlog_savepoint.000001", {Code::kUnsupported, "INSERT changed rows of db1.t1"}},
    {"binlog_transaction.000001", {Code::kUnsupported, "insert changed rows of test.t1"}},
    {"binlog_transaction_with_anonymous_GTID.000001", {Code::kUnsupported, "of test.t2"}},
    {"bug16266.000001", {Code::kUnsupported, "INSERT changed rows of test.t1"}},
    {"corrupt-relay-bin.000624", {Code::kUnsupported, "insert changed rows of RELATE.RECORD"}},
    {"rpl_cross_version_default_utf8mb4_collation.000001", {Code::kUnsupported, "test.foobar"}},
    {"ver_5_1-wl2325_r.001", {Code::kUnsupported, "before 5.1.18"}},
    {"ver_5_1-wl2325_s.001", {Code::kUnsupported, "INSERT changed rows of test.t2"}},
    {"ver_5_1_23.001", {Code::kUnsupported, "INSERT changed rows of test.t2"}},
    {"mariadb-5.5-binlog.000001", {Code::kUnsupported, "insert changed rows of test.t1"}},
    {"mdev-4645-binlog_none.binlog", {Code::kUnsupported, "insert changed rows of test.t1"}},
    {"mdev35643_mysql_80_binlog.000001", {Code::kUnsupported, "INSERT changed rows of test.t2"}},
    {"mysql-5.7.11-stm-temporal-round-binlog.000001", {Code::kUnsupported, "of test.t1"}},
    {"rpl_binlog_with_no_gipk_info.000001", {Code::kUnsupported, "INSERT changed rows of test.t1"}},
    // Layouts that never were in a release, or are older than any.
    {"bug32407.001 5.1.15", {Code::kUnsupported, "before 5.1.18"}},
    {"ver_5_1-telco.001", {Code::kUnsupported, "before 5.1.18"}},
    {"ver_5_1_17.001", {Code::kUnsupported, "before 5.1.18"}},
    {"bug47142_master-bin.000001", {Code::kUnsupported, "before 5.0"}},
    {"master-bin.000001 4.0", {Code::kUnsupported, "before 5.0"}},
    {"mdev-4645-binlog_group_id.binlog", {Code::kUnsupported, "headers of 27 bytes"}},
    // Damaged, on purpose.
    {"binlog_truncated_event.000001", {Code::kTruncated, "ends inside the event at 4"}},
    {"bug40482-bin.000001", {Code::kPositionLost, "incident"}},
    {"invalid_row_v2_tag.001", {Code::kCorrupted, "no TABLE_MAP"}},
    {"mdev-39404-binlog.000001", {Code::kCorrupted, "checksum does not match"}},
    {"binlog_no_fd_event.000001", {Code::kCorrupted, "before any FORMAT_DESCRIPTION"}},
    {"duplicate_xid_xa_prepare.000001", {Code::kCorrupted, "checksum does not match"}},
    {"malformed_xid_xa_rollback.000001", {Code::kCorrupted, "checksum does not match"}},
    {"orphan_begin_start.000001", {Code::kCorrupted, "has no end"}},
    {"orphan_xa_commit.000001", {Code::kCorrupted, "has no end"}},
    {"rpl_nogtid_encryption_master-bin.000002", {Code::kEncrypted, "encrypted"}},
};

Expected ExpectedOf(const std::string& path) {
  std::string name = std::filesystem::path(path).filename();
  if (path.find("mariadb-10.11.19-test-data/bug32407") != std::string::npos) name += " 5.1.15";
  if (path.find("mariadb-10.11.19-test-data/master-bin.000001") != std::string::npos)
    name += " 4.0";
  const auto found = kExpected.find(name);
  return found != kExpected.end() ? found->second : Expected{Code::kEnd, "is the last file"};
}

TEST_CASE("binlog files of many servers decode to their end, or to the right error", "[fixtures]") {
  const std::string folder = FixtureFolder(TOWPATH_SOURCE_FOLDER);
  if (folder.empty()) {
    WARN("no fixtures on this machine (TOWPATH_FIXTURES): only files made by the tests are read");
    return;
  }
  const auto fixtures = ReadManifest(folder);
  REQUIRE(fixtures.size() > 50);
  for (const Fixture& fixture : fixtures) {
    INFO(fixture.path);
    // Alone in a folder, so that no other file follows it.
    TempFolder alone;
    const std::string path =
        alone.path() + "/" + std::filesystem::path(fixture.path).filename().string();
    std::filesystem::create_symlink(std::filesystem::absolute(folder + "/" + fixture.path), path);

    EntryCollector sink;
    binlog::DecoderConfig config;
    config.schema_mode = model::SchemaMode::kPositional;
    binlog::DecoderCounters counters;
    const Status status = DecodeFile(path, config, sink, &counters);
    const Expected expected = ExpectedOf(fixture.path);
    INFO(status.ToString());
    CHECK(status.code() == expected.code);
    CHECK_THAT(status.message(), ContainsSubstring(expected.message));

    // Whatever was delivered can be read, every value of it.
    Status read;
    for (const Entry& entry : sink.entries()) {
      RowsAsText(entry, &read);
      if (entry.is_rows()) CHECK(entry.row_count() > 0);
    }
    INFO(read.ToString());
    CHECK(read.ok());

    if (status.code() != Code::kEnd) continue;
    const auto in_census = [&](std::initializer_list<const char*> names) {
      size_t n = 0;
      for (const std::string prefix : {"", "in:"})
        for (const char* name : names) {
          const auto found = fixture.census.find(prefix + name);
          if (found != fixture.census.end()) n += found->second;
        }
      return n;
    };
    size_t events = 1;  // the source's own ROTATE
    for (const auto& [name, count] : fixture.census)
      if (!name.starts_with("in:")) events += count;
    CHECK(counters.events == events);
    CHECK(sink.Count(EntryKind::kInsert) ==
          in_census({"WRITEv1", "WRITEv2", "WRITEv1_COMPR", "PRE_GA_WRITE"}));
    CHECK(sink.Count(EntryKind::kUpdate) ==
          in_census({"UPDATEv1", "UPDATEv2", "UPDATEv1_COMPR", "PARTIAL_UPDATE"}));
    CHECK(sink.Count(EntryKind::kDelete) == in_census({"DELETEv1", "DELETEv2", "DELETEv1_COMPR"}));
    CHECK(sink.Count(EntryKind::kBegin) == sink.Count(EntryKind::kCommit));
    CHECK(sink.ends().size() == counters.transactions);
    for (const model::TransactionEnd& end : sink.ends()) CHECK(end.file != nullptr);
  }
}

}  // namespace
}  // namespace towpath::test
