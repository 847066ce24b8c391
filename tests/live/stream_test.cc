// The whole stream on real servers, by options alone: what it delivers rebuilds the table, whatever
// happens to the consumer, the connection and the server.
#include "towpath/stream.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "fmt/format.h"
#include "model/text.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"
#include "tests/live/stream_support.h"
#include "tests/support/temp_folder.h"

namespace towpath::live {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::TempFolder;

// A random transaction on `table`; `rows` says which ids are there.
void Transact(const LiveServer& server, const std::string& table, std::mt19937& random,
              std::set<int>& rows, int* next_id) {
  server.Sql("BEGIN");
  for (uint32_t n = random() % 5 + 1; n > 0; --n) {
    const auto some = [&] {
      auto at = rows.lower_bound(static_cast<int>(random() % static_cast<uint32_t>(*next_id + 1)));
      return at == rows.end() ? *rows.begin() : *at;
    };
    const std::string v =
        fmt::format("REPEAT('{}', {})", static_cast<char>('a' + random() % 26), random() % 100 + 1);
    switch (rows.empty() ? 0 : random() % 4) {
      case 2:
        // Always a change: an UPDATE that changes nothing is not in the binlog.
        server.Sql(fmt::format("UPDATE {} SET v = CONCAT(LEFT(v, 50), {}) WHERE id = {}", table,
                               random() % 1000, some()));
        break;
      case 3: {
        const int id = some();
        server.Sql(fmt::format("DELETE FROM {} WHERE id = {}", table, id));
        rows.erase(id);
        break;
      }
      default:
        server.Sql(fmt::format("INSERT INTO {} VALUES ({}, {})", table, *next_id, v));
        rows.insert((*next_id)++);
        break;
    }
  }
  server.Sql("COMMIT");
}

std::string CurrentFile(const LiveServer& server) {
  return server.SqlValue(server.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS", "File");
}

TEST_CASE("stream: gets, acks, rollbacks and reopenings rebuild the table") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const uint32_t seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  Sandbox sandbox(server, "stream_rebuild");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(300))");
  TempFolder folder;
  Options options = StreamOptions(server, folder, "stream_rebuild\\.t");
  auto stream = Open(options);
  Replica replica;
  std::set<int> rows;
  int next_id = 0;
  int64_t last_mark = 0;
  for (int i = 0; i < 150; ++i) {
    Transact(server, "stream_rebuild.t", random, rows, &next_id);
    if (i % 20 == 19) server.Sql("FLUSH BINARY LOGS");
    auto batch = stream->GetWithoutAck(random() % 20 + 1, kPatience);
    REQUIRE(batch.ok());
    REQUIRE(batch->mark() > last_mark);
    last_mark = batch->mark();
    switch (random() % 4) {
      case 0:
        REQUIRE(stream->Rollback().ok());
        break;
      case 1:
        stream.reset();  // un-acked: comes again
        stream = Open(options);
        break;
      default:
        for (const Entry entry : *batch) replica.Apply(entry);
        REQUIRE(stream->Ack(batch->mark()).ok());
        break;
    }
  }
  CatchUp(*stream, replica, TableText(server, "stream_rebuild.t"));
  CHECK(replica.size() == rows.size());
}

TEST_CASE("stream: entries inside one compressed transaction are told apart by ordinal") {
  if (std::ranges::count(Kinds(), Kind::kMysql) == 0) return;  // MariaDB has none
  const LiveServer server(Kind::kMysql);
  ScopedGlobal compression(server, "binlog_transaction_compression", "ON");
  Sandbox sandbox(server, "stream_payload");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(300))");
  TempFolder folder;
  Options options = StreamOptions(server, folder, "stream_payload\\.t");
  auto stream = Open(options);
  server.Sql("SET SESSION binlog_transaction_compression = ON");
  server.Sql("BEGIN");
  for (int i = 0; i < 10; ++i) {
    server.Sql(fmt::format("INSERT INTO stream_payload.t VALUES ({}, REPEAT('x', 200))", i));
  }
  server.Sql("COMMIT");
  // begin, ten inserts, commit; the stream is opened anew behind each.
  std::set<std::string> positions;
  std::set<uint64_t> offsets;
  Replica replica;
  for (int i = 0; i < 12; ++i) {
    const auto batch = stream->Get(1, kPatience);
    REQUIRE(batch.ok());
    REQUIRE(batch->size() == 1);
    positions.insert((*batch)[0].position().ToString());
    if ((*batch)[0].is_rows()) offsets.insert((*batch)[0].position().offset);
    replica.Apply((*batch)[0]);
    stream.reset();
    stream = Open(options);
  }
  CHECK(positions.size() == 12);
  CHECK(offsets.size() == 1);
  CHECK(replica.AsText() == TableText(server, "stream_payload.t"));
}

TEST_CASE("stream: transactions of every level of compression") {
  if (std::ranges::count(Kinds(), Kind::kMysql) == 0) return;  // MariaDB has none
  const LiveServer server(Kind::kMysql);
  Sandbox sandbox(server, "stream_levels");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v LONGTEXT CHARACTER SET latin1)");
  TempFolder folder;
  auto stream = Open(StreamOptions(server, folder, "stream_levels\\.t"));
  Replica replica;
  server.Sql(
      "SET SESSION binlog_transaction_compression = ON, SESSION group_concat_max_len = 1000000");
  const auto compressed = [&] {
    return std::stol(server.SqlValue(
        "SELECT COALESCE(SUM(transaction_counter), 0) AS n FROM "
        "performance_schema.binary_log_transaction_compression_stats WHERE log_type = 'BINARY' AND "
        "compression_type = 'ZSTD'",
        "n"));
  };
  const auto compressed_before = compressed();
  int id = 0;
  for (const int level : {1, 3, 12, 19, 22}) {
    CAPTURE(level);
    server.Sql(fmt::format("SET SESSION binlog_transaction_compression_level_zstd = {}", level));
    // A few bytes, and texts of 100 KiB of which the last four are copies of the first.
    server.Sql(fmt::format("INSERT INTO stream_levels.t VALUES ({}, 'small')", ++id));
    server.Sql("BEGIN");
    for (int text = 0; text < 8; ++text) {
      server.Sql(
          fmt::format("INSERT INTO stream_levels.t SELECT {}, "
                      "GROUP_CONCAT(SHA2(CONCAT({}, n), 512) SEPARATOR '') FROM (WITH "
                      "RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < "
                      "900) SELECT n FROM c) AS numbers",
                      ++id, text % 4));
    }
    server.Sql("COMMIT");
    CatchUp(*stream, replica, TableText(server, "stream_levels.t"));
  }
  CHECK(compressed() == compressed_before + 10);
}

TEST_CASE("stream: a dump that is killed is taken up again without loss or repetition") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  std::mt19937 random(7);
  Sandbox sandbox(server, "stream_kill");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(300))");
  TempFolder folder;
  auto stream = Open(StreamOptions(server, folder, "stream_kill\\.t"));
  Replica replica;
  std::set<int> rows;
  int next_id = 0;
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < 10; ++i) Transact(server, "stream_kill.t", random, rows, &next_id);
    CatchUp(*stream, replica, TableText(server, "stream_kill.t"));
    const uint64_t before = stream->GetStatus().reconnects;
    const std::string thread = server.Sql(
        "SELECT id FROM information_schema.processlist WHERE user = 'towpath' AND command LIKE "
        "'Binlog Dump%' ORDER BY id DESC LIMIT 1");
    REQUIRE_FALSE(thread.empty());
    server.Sql("KILL " + thread);
    while (stream->GetStatus().reconnects == before) std::this_thread::sleep_for(milliseconds(5));
  }
  for (int i = 0; i < 10; ++i) Transact(server, "stream_kill.t", random, rows, &next_id);
  CatchUp(*stream, replica, TableText(server, "stream_kill.t"));
}

TEST_CASE("stream: a server that dies and comes back costs nothing and repeats nothing") {
  const LiveServer server(GENERATE(from_range(Kinds())), {});
  std::mt19937 random(11);
  server.Sql("CREATE DATABASE d");
  server.Sql("CREATE TABLE d.t (id INT PRIMARY KEY, v VARCHAR(300))");
  TempFolder folder;
  auto stream = Open(StreamOptions(server, folder, "d\\.t"));
  Replica replica;
  std::set<int> rows;
  int next_id = 0;
  for (const char* how : {"restart", "kill"}) {
    for (int i = 0; i < 20; ++i) Transact(server, "d.t", random, rows, &next_id);
    // Some of it is delivered before, the rest after.
    const Batch batch = Get(*stream, 15);
    for (const Entry entry : batch) replica.Apply(entry);
    REQUIRE(stream->Ack(batch.mark()).ok());
    server.Control(how);
    if (std::string(how) == "kill") server.Control("start");
    for (int i = 0; i < 5; ++i) Transact(server, "d.t", random, rows, &next_id);
    CatchUp(*stream, replica, TableText(server, "d.t"));
  }
  CHECK(stream->GetStatus().reconnects >= 2);
}

TEST_CASE("stream: one that filters everything out is not lost to purging") {
  const LiveServer server(GENERATE(from_range(Kinds())), {});
  server.Sql("CREATE DATABASE d");
  server.Sql("CREATE TABLE d.t (id INT PRIMARY KEY, v VARCHAR(300))");
  server.Sql("CREATE TABLE d.noise (id INT PRIMARY KEY, v VARCHAR(300))");
  TempFolder folder;
  Options options = StreamOptions(server, folder, "d\\.t");
  // Inserts alone: a DDL is nobody's noise.
  Set(options, "filter.events", "insert");
  auto stream = Open(options);
  for (int i = 0; i < 20; ++i) {
    server.Sql(fmt::format("INSERT INTO d.noise VALUES ({}, 'x')", i));
    if (i % 5 == 0) server.Sql("FLUSH BINARY LOGS");
  }
  server.Sql("FLUSH BINARY LOGS");
  const std::string last = CurrentFile(server);
  const std::string all = server.mysql() ? server.Sql("SELECT @@GLOBAL.gtid_executed")
                                         : server.Sql("SELECT @@GLOBAL.gtid_binlog_pos");
  const auto expected = GtidSet::Parse(all);
  REQUIRE(expected.ok());
  for (;;) {
    const auto here = GtidSet::Parse(stream->GetStatus().gtid_set);
    REQUIRE(here.ok());
    if (here->Contains(*expected)) break;
    std::this_thread::sleep_for(milliseconds(5));
  }
  stream.reset();
  PurgeTo(server, last);
  server.Sql("INSERT INTO d.t VALUES (1, 'found')");
  stream = Open(options);
  const Batch found = Get(*stream);
  RowReader row;
  row.Start(found[0]);
  REQUIRE(row.Next());
  CHECK(Text(found[0], row.after(), 1) == "found");

  // What it does need is another matter.
  stream.reset();
  server.Sql("INSERT INTO d.t VALUES (2, 'gone')");
  server.Sql("FLUSH BINARY LOGS");
  server.Sql("FLUSH BINARY LOGS");
  PurgeTo(server, CurrentFile(server));
  const auto lost = Stream::Open(options);
  CHECK(lost.code() == Code::kPositionLost);
}

TEST_CASE("stream: source.until=latest reads what is there and ends") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "stream_until");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(300))");
  TempFolder folder;
  Options options = StreamOptions(server, folder, "stream_until\\.t");
  Set(options, "filter.events", "insert");
  { auto stream = Open(options); }  // the first opening says where it begins
  for (int i = 0; i < 10; ++i) sandbox.Sql(fmt::format("INSERT INTO t VALUES ({}, 'x')", i));
  Set(options, "source.until", "latest");
  for (const size_t expected : {size_t{10}, size_t{0}}) {
    auto stream = Open(options);
    size_t entries = 0;
    for (;;) {
      const auto batch = stream->Get(3, kPatience);
      if (batch.code() == Code::kEnd) break;
      REQUIRE(batch.ok());
      REQUIRE(batch->mark() != Batch::kNoMark);
      entries += batch->size();
    }
    CHECK(entries == expected);
  }
}

TEST_CASE("stream: positions kept elsewhere are enough to go on exactly once") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "stream_after");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(300))");
  Options options = server.StreamOptions();
  Set(options, "store.url", "memory:");
  Set(options, "filter.tables", "stream_after\\.t");
  Set(options, "filter.events", "insert");
  auto stream = Open(options);
  sandbox.Sql("BEGIN");
  for (int i = 0; i < 6; ++i) sandbox.Sql(fmt::format("INSERT INTO t VALUES ({}, 'x')", i));
  sandbox.Sql("COMMIT");
  Replica replica;
  for (int i = 0; i < 6; ++i) {
    const Batch batch = Get(*stream, 1);
    replica.Apply(batch[0]);
    const Position position = batch[0].position();
    stream.reset();
    Set(options, "source.start", i % 2 == 0 ? position.ToResumeString() : position.ToString());
    stream = Open(options);
  }
  CHECK(replica.AsText() == TableText(server, "stream_after.t"));
}

TEST_CASE("stream: BUSY in another handle, and close is prompt while the server is silent") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  TempFolder folder;
  const Options options = StreamOptions(server, folder, "nothing\\.here");
  auto stream = Open(options);
  CHECK(Stream::Open(options).code() == Code::kBusy);
  std::thread consumer([&] {
    while (stream->GetWithoutAck(1, milliseconds(-1)).ok()) {
    }
  });
  CHECK(stream->Close().ok());
  consumer.join();
  CHECK(Stream::Open(options).ok());
}

}  // namespace
}  // namespace towpath::live
