// The oracle of decoding: random tables of every type, with random rows; what a stream delivers is
// what SELECT shows, value by value, and replaying it gives the tables.
//
// TOWPATH_ORACLE_TABLES, _ROWS: how many in all, for each server and row metadata setting (there
// are two). TOWPATH_ORACLE_FULL=1: 500 tables and 500000 rows for each server, some ten minutes
// each. TOWPATH_ORACLE_SEED: the seed that a run printed; the same seed and sizes make the same
// run. Work goes on in rounds of at most 10 tables, and round N of seed S is all of a run with seed
// S + N and the sizes that a report names.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <vector>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/select_oracle_check.h"
#include "tests/live/select_oracle_workload.h"
#include "tests/support/environment.h"
#include "tests/support/random_text.h"
#include "tests/support/sql_text.h"

namespace towpath::live {
namespace {

constexpr uint64_t kTablesOfRound = 10;

// All types that the server has.
std::vector<ColumnType> TypesOf(const test::ColumnChoices& choices) {
  std::vector<ColumnType> types;
  for (auto number = static_cast<int>(ColumnType::kTinyInt);
       number <= static_cast<int>(ColumnType::kInet6); ++number) {
    const auto type = static_cast<ColumnType>(number);
    const bool of_mysql = type == ColumnType::kJson;
    const bool of_mariadb =
        type == ColumnType::kUuid || type == ColumnType::kInet4 || type == ColumnType::kInet6;
    if (type == ColumnType::kVector        ? !choices.has_vector
        : choices.flavor == Flavor::kMysql ? of_mariadb
                                           : of_mysql)
      continue;
    types.push_back(type);
  }
  return types;
}

OracleCounts RunRound(const LiveServer& server, const test::ColumnChoices& choices,
                      bool full_metadata, uint64_t seed, uint64_t tables, uint64_t rows) {
  const std::string label = fmt::format(
      "{}, row metadata {}, TOWPATH_ORACLE_SEED={} TOWPATH_ORACLE_TABLES={} TOWPATH_ORACLE_ROWS={}",
      server.Label(), full_metadata ? "in full" : "of the catalogue", seed, tables, rows);
  test::Random random(seed);
  const std::string database = "oracle " + test::RandomName(random, seed);
  // MariaDB's compressed events, and the storage of times before MySQL 5.6.
  std::vector<std::unique_ptr<ScopedGlobal>> settings;
  if (!server.mysql() && random.Chance(40)) {
    settings.push_back(std::make_unique<ScopedGlobal>(server, "log_bin_compress", "1"));
    settings.push_back(std::make_unique<ScopedGlobal>(server, "log_bin_compress_min_len", "10"));
  }
  if (!server.mysql() && random.Chance(30))
    settings.push_back(std::make_unique<ScopedGlobal>(server, "mysql56_temporal_format", "0"));
  OracleSession session(server);
  session.Query("DROP DATABASE IF EXISTS " + test::QuoteName(database));
  const std::string start = session.Position();
  Journal journal = RunWorkload(server, session, choices, random.Bits(), database, tables, rows);

  Options options = server.StreamOptions();
  REQUIRE(options.Set("store.url", "memory:").ok());
  REQUIRE(options.Set("source.start", start).ok());
  StreamChecker checker(std::move(journal), label, full_metadata && server.mysql());
  OracleCounts counts = checker.Follow(options);
  session.Query("DROP DATABASE " + test::QuoteName(database));
  return counts;
}

TEST_CASE("oracle: the stream delivers what SELECT returns") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const bool full_metadata = GENERATE(true, false);
  const ScopedGlobal metadata(server, "binlog_row_metadata",
                              full_metadata    ? "FULL"
                              : server.mysql() ? "MINIMAL"
                                               : "NO_LOG");
  const bool in_full = test::FromEnvironment("TOWPATH_ORACLE_FULL", 0) != 0;
  const uint64_t tables = test::FromEnvironment("TOWPATH_ORACLE_TABLES", in_full ? 250 : 30);
  const uint64_t rows = test::FromEnvironment("TOWPATH_ORACLE_ROWS", in_full ? 250'000 : 10'000);
  // The same one each time, so that only a change of the code changes the outcome; others by hand.
  const uint64_t seed = test::FromEnvironment("TOWPATH_ORACLE_SEED", 20240607);
  REQUIRE(tables > 0);

  test::ColumnChoices choices = OracleSession(server).Choices();
  choices.basic_labels = !full_metadata;
  const auto started = std::chrono::steady_clock::now();
  OracleCounts counts;
  const uint64_t rounds = (tables + kTablesOfRound - 1) / kTablesOfRound;
  for (uint64_t round = 0; round < rounds && counts.mismatches == 0; ++round) {
    const uint64_t in_round = std::min(kTablesOfRound, tables - round * kTablesOfRound);
    counts.Add(RunRound(server, choices, full_metadata, seed + round, in_round,
                        (rows * in_round + tables - 1) / tables));
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  std::cout << fmt::format(
      "oracle {}, row metadata {}, TOWPATH_ORACLE_SEED={}: {} tables, {}, {:.1f} s\n",
      server.Label(), full_metadata ? "in full" : "of the catalogue", seed, tables,
      counts.ToString(), took.count());
  CHECK(counts.mismatches == 0);
  CHECK(counts.inserted >= rows);
  CHECK(counts.values > counts.inserted);
  if (tables < kTablesOfRound) return;  // too few for all types
  for (const ColumnType type : TypesOf(choices)) {
    INFO(ColumnTypeName(type));
    CHECK(counts.by_type[type] > 0);
  }
}

}  // namespace
}  // namespace towpath::live
