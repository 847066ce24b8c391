// Streams on real topologies: a primary and a replica whose binlogs have other files and offsets.
// One dies, the other is promoted, and the stream goes on; or it says why it must not.
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/stream_support.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

using std::chrono::milliseconds;
using test::TempFolder;

// The replica's binlogs begin with files of its own, so that no place of one server is one of the
// other's.
struct Topology {
  LiveServer primary;
  LiveServer replica;
  TempFolder folder;

  // MariaDB does not log what it replicates unless it is told to.
  explicit Topology(Kind kind, bool logs_replicated = true)
      : primary(kind, {}),
        replica(kind, {fmt::format("log_slave_updates={}", logs_replicated ? "ON" : "OFF")}) {
    for (int i = 0; i < 3; ++i) replica.Sql("FLUSH BINARY LOGS");
    Follow(replica, primary);
    primary.Sql("CREATE DATABASE d");
    primary.Sql("CREATE TABLE d.t (id INT PRIMARY KEY, v VARCHAR(2000))");
  }

  bool mysql() const { return primary.mysql(); }

  void Follow(const LiveServer& follower, const LiveServer& leader) const {
    if (mysql()) {
      follower.Sql(
          fmt::format("CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', "
                      "SOURCE_PORT = {}, SOURCE_USER = 'root', SOURCE_AUTO_POSITION = 1, "
                      "GET_SOURCE_PUBLIC_KEY = 1",
                      leader.port()));
    } else {
      follower.Sql(
          fmt::format("CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = {}, "
                      "MASTER_USER = 'root', MASTER_USE_GTID = slave_pos",
                      leader.port()));
    }
    Replicate(follower, "START");
  }
  void Replicate(const LiveServer& follower, const std::string& verb) const {
    follower.Sql(verb + (mysql() ? " REPLICA" : " SLAVE"));
  }
  void Promote(const LiveServer& follower) const {
    Replicate(follower, "STOP");
    follower.Sql(mysql() ? "RESET REPLICA ALL" : "RESET SLAVE ALL");
  }
  // Waits until the replica has applied all that the primary has now.
  void CatchUpReplica() const {
    const std::string waited =
        mysql() ? replica.Sql(fmt::format("SELECT WAIT_FOR_EXECUTED_GTID_SET('{}', 60)",
                                          primary.Sql("SELECT @@GLOBAL.gtid_executed")))
                : replica.Sql(fmt::format("SELECT MASTER_GTID_WAIT('{}', 60)",
                                          primary.Sql("SELECT @@GLOBAL.gtid_binlog_pos")));
    INFO(replica.Sql(mysql() ? "SELECT LAST_ERROR_MESSAGE FROM "
                               "performance_schema.replication_applier_status_by_worker"
                             : "SHOW SLAVE STATUS"));
    REQUIRE(waited == "0");
  }

  static void Insert(const LiveServer& server, int id) {
    server.Sql(fmt::format("INSERT INTO d.t VALUES ({}, 'row {}')", id, id));
  }
  // One transaction of many rows, too large for the stream's buffer.
  static constexpr int kRows = 3000;
  static void InsertMany(const LiveServer& server, int first_id) {
    std::string values;
    for (int i = 0; i < kRows; ++i) {
      values += fmt::format("{}({}, REPEAT('{}', 1000))", i == 0 ? "" : ",", first_id + i,
                            static_cast<char>('a' + i % 26));
    }
    server.Sql("INSERT INTO d.t VALUES " + values);
  }

  std::string List() const {
    return fmt::format("mysql://towpath:towpath@127.0.0.1:{},127.0.0.1:{}/", primary.port(),
                       replica.port());
  }
  Options Settings(const std::string& name) const {
    Options options = StreamOptions(primary, folder, "d\\.t");
    Set(options, "stream.name", name);
    Set(options, "source.start", "earliest");
    Set(options, "filter.events", "insert");
    Set(options, "buffer.bytes", "1MiB");
    return options;
  }
};

// Applies `entries` entries, one batch each.
void Apply(Stream& stream, Replica& rows, int entries, std::optional<Position>* last = nullptr) {
  for (int i = 0; i < entries; ++i) {
    const Batch batch = Get(stream, 1);
    for (const Entry entry : batch) {
      rows.Apply(entry);
      if (last != nullptr) *last = entry.position();
    }
  }
}

// Until the rows are what the table is; those that the stream calls duplicates are not applied.
int CatchUpUnflagged(Stream& stream, Replica& rows, const std::string& expected) {
  int duplicates = 0;
  while (rows.AsText() != expected) {
    const Batch batch = Get(stream, 10);
    for (const Entry entry : batch) {
      if (entry.duplicate()) {
        ++duplicates;
      } else {
        rows.Apply(entry);
      }
    }
    REQUIRE(stream.AckThrough(batch.mark()).ok());
  }
  return duplicates;
}

// The error that ends the stream.
Status Failure(Stream& stream) {
  for (;;) {
    const auto batch = stream.GetWithoutAck(1000, kPatience);
    if (!batch.ok()) return batch.status();
    REQUIRE(batch->mark() != Batch::kNoMark);  // else it goes on, and nothing comes
  }
}

TEST_CASE("failover: a primary dies inside a large transaction, and nothing is lost or repeated") {
  const Topology t(GENERATE(from_range(Kinds())));
  Topology::Insert(t.primary, 1);
  Topology::Insert(t.primary, 2);

  // One follows a list of hosts, two others are opened again with another URL.
  Options by_list = t.Settings("list");
  Set(by_list, "source.url", t.List());
  Options flagged = t.Settings("flagged");
  Options dropped = t.Settings("dropped");
  Set(dropped, "dedup.mode", "drop");
  auto list = Open(by_list);
  auto flag = Open(flagged);
  auto drop = Open(dropped);
  CHECK(list->GetStatus().endpoint == fmt::format("127.0.0.1:{}", t.primary.port()));
  Topology::InsertMany(t.primary, 100);
  t.CatchUpReplica();

  // Each has a part of the large transaction; the first has not acknowledged all of it.
  Replica list_rows;
  Replica flag_rows;
  Replica drop_rows;
  Apply(*list, list_rows, 20);
  REQUIRE(list->Ack(1).ok());
  std::optional<Position> done;
  Apply(*flag, flag_rows, 30, &done);
  REQUIRE(flag->MarkProcessed(*done).ok());
  Apply(*drop, drop_rows, 40, &done);
  REQUIRE(drop->AckThrough(10).ok());
  REQUIRE(drop->MarkProcessed(*done).ok());
  flag.reset();
  drop.reset();

  t.primary.Control("kill");
  t.Promote(t.replica);
  for (int id = 10; id < 20; ++id) Topology::Insert(t.replica, id);
  Topology::InsertMany(t.replica, 10000);

  const std::string expected = TableText(t.replica, "d.t");
  CHECK(CatchUpUnflagged(*list, list_rows, expected) == 0);
  CHECK(list->GetStatus().endpoint == fmt::format("127.0.0.1:{}", t.replica.port()));
  CHECK(list->GetStatus().outstanding == 0);
  CHECK(list->GetStatus().lag_bytes >= 0);  // known again: in the new server's files
  Set(flagged, "source.url", t.replica.Url());
  Set(dropped, "source.url", t.replica.Url());
  flag = Open(flagged);
  drop = Open(dropped);
  CHECK(CatchUpUnflagged(*flag, flag_rows, expected) == 30);
  CHECK(CatchUpUnflagged(*drop, drop_rows, expected) == 0);

  // The new server's positions count from now on, also when the old one is a replica of it.
  list.reset();
  Topology::Insert(t.replica, 50);
  list = Open(by_list);
  CatchUp(*list, list_rows, TableText(t.replica, "d.t"));
}

TEST_CASE("failover: a server that lacks what was delivered is refused") {
  const Topology t(GENERATE(from_range(Kinds())));
  Options options = t.Settings("behind");
  auto stream = Open(options);
  Topology::Insert(t.primary, 1);
  t.CatchUpReplica();
  t.Replicate(t.replica, "STOP");
  Topology::Insert(t.primary, 2);
  Replica rows;
  CatchUp(*stream, rows, TableText(t.primary, "d.t"));
  stream.reset();
  t.primary.Control("kill");

  SECTION("it is behind") {
    Set(options, "source.url", t.replica.Url());
    const auto refused = Stream::Open(options);
    CHECK(refused.code() == Code::kServerBehind);
    CHECK_THAT(refused.status().message(),
               ContainsSubstring("lacks") && ContainsSubstring(t.mysql() ? ":4" : "-4"));
    // The list names each server's reason; one of them may come back.
    Set(options, "source.url", t.List());
    const auto none = Stream::Open(options);
    CHECK(none.code() == Code::kConnection);
    CHECK_THAT(none.status().message(),
               ContainsSubstring(fmt::format("127.0.0.1:{}: CONNECTION", t.primary.port())) &&
                   ContainsSubstring(fmt::format("127.0.0.1:{}: SERVER_BEHIND", t.replica.port())));
  }
  SECTION("it was promoted, and went on without it") {
    t.Promote(t.replica);
    for (int id = 10; id < 13; ++id) Topology::Insert(t.replica, id);
    Set(options, "source.url", t.replica.Url());
    const auto refused = Stream::Open(options);
    CHECK(refused.code() == (t.mysql() ? Code::kServerBehind : Code::kDiverged));
    CHECK_THAT(refused.status().message(), ContainsSubstring("lacks"));
  }
  SECTION("it catches up when the other one is back") {
    Set(options, "source.url", t.replica.Url());
    t.primary.Control("start");
    t.Replicate(t.replica, "STOP");
    t.Replicate(t.replica, "START");
    t.CatchUpReplica();
    stream = Open(options);
    Topology::Insert(t.primary, 3);
    CatchUp(*stream, rows, TableText(t.primary, "d.t"));
  }
}

TEST_CASE("failover: errant transactions are refused, a promoted server's own are not") {
  const Topology t(GENERATE(from_range(Kinds())));
  const bool errant = GENERATE(true, false);
  Options options = t.Settings("errant");
  Topology::Insert(t.primary, 1);
  auto stream = Open(options);
  t.CatchUpReplica();
  if (errant) {
    t.Replicate(t.replica, "STOP");
    t.replica.Sql("INSERT INTO d.t VALUES (777, 'errant')");
    t.Replicate(t.replica, "START");
  }
  Topology::Insert(t.primary, 2);
  Topology::Insert(t.primary, 3);
  t.CatchUpReplica();
  Replica rows;
  CatchUp(*stream, rows, TableText(t.primary, "d.t"));
  stream.reset();
  t.Promote(t.replica);
  t.replica.Sql("FLUSH BINARY LOGS");
  Topology::Insert(t.replica, 4);
  Set(options, "source.url", t.replica.Url());
  if (errant) {
    const auto refused = Stream::Open(options);
    INFO(refused.status().ToString());
    CHECK(refused.code() == Code::kDiverged);
    CHECK_THAT(refused.status().message(), ContainsSubstring("errant"));
    // Passed over for a server without them.
    Set(options, "source.url", t.List());
    stream = Open(options);
    CHECK(stream->GetStatus().endpoint == fmt::format("127.0.0.1:{}", t.primary.port()));
  } else {
    stream = Open(options);
    CatchUp(*stream, rows, TableText(t.replica, "d.t"));
  }
}

// Leaves a stream that has delivered all that the primary has, closed.
void DeliverOne(const Topology& t, const Options& options) {
  Topology::Insert(t.primary, 1);
  const auto stream = Open(options);
  Replica rows;
  CatchUp(*stream, rows, TableText(t.primary, "d.t"));
}

TEST_CASE("failover: a server whose binlogs lack what comes next is refused") {
  const Topology t(GENERATE(from_range(Kinds())));
  Options options = t.Settings("purged");
  DeliverOne(t, options);
  Topology::Insert(t.primary, 2);
  t.CatchUpReplica();
  t.Promote(t.replica);
  t.replica.Sql("FLUSH BINARY LOGS");
  Topology::Insert(t.replica, 3);
  t.replica.Sql("FLUSH BINARY LOGS");
  PurgeTo(t.replica,
          t.replica.SqlValue(t.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS", "File"));
  Set(options, "source.url", t.replica.Url());
  const auto refused = Stream::Open(options);
  INFO(refused.status().ToString());
  CHECK(refused.code() == Code::kPositionLost);
  CHECK_THAT(refused.status().message(), ContainsSubstring("new copy of the tables") ||
                                             ContainsSubstring("take a new snapshot"));
}

TEST_CASE("failover: a replica that does not log what it replicates is refused") {
  const Topology t(GENERATE(from_range(Kinds())), /*logs_replicated=*/false);
  Options options = t.Settings("unlogged");
  DeliverOne(t, options);
  t.CatchUpReplica();
  Set(options, "source.url", t.replica.Url());
  std::string why = "log_replica_updates";
  SECTION("while it is a replica") {}
  SECTION("when it was promoted with more than was delivered") {
    Topology::Insert(t.primary, 2);
    t.CatchUpReplica();
    t.Promote(t.replica);
    why = "can not send";
  }
  const auto refused = Stream::Open(options);
  INFO(refused.status().ToString());
  CHECK(refused.code() == Code::kServerNotReady);
  CHECK_THAT(refused.status().message(), ContainsSubstring(why));
}

// Files are told apart by the second in which they were begun: waits until the server's clock shows
// the next one.
void NextSecond(const LiveServer& server) {
  const std::string now = server.Sql("SELECT UNIX_TIMESTAMP()");
  while (server.Sql("SELECT UNIX_TIMESTAMP()") == now) {
  }
}

TEST_CASE("failover: a server whose binlogs were reset is refused, as the server it was") {
  const LiveServer server(GENERATE(from_range(Kinds())), {});
  const std::string reset = server.mysql() ? "RESET BINARY LOGS AND GTIDS" : "RESET MASTER";
  server.Sql("CREATE DATABASE d");
  server.Sql("CREATE TABLE d.t (id INT PRIMARY KEY, v VARCHAR(2000))");
  TempFolder folder;
  Options options = StreamOptions(server, folder, "d\\.t");
  auto stream = Open(options);
  Replica rows;
  const auto deliver = [&](int id) {
    Topology::Insert(server, id);
    CatchUp(*stream, rows, TableText(server, "d.t"));
  };
  deliver(1);
  SECTION("it is shorter than it was") {
    stream.reset();
    server.Sql(reset);
  }
  SECTION("it has grown again, beyond the place") {
    stream.reset();
    NextSecond(server);
    server.Sql(reset);
    for (int id = 10; id < 40; ++id) Topology::Insert(server, id);
  }
  SECTION("the file is another one of the same name") {
    server.Sql("FLUSH BINARY LOGS");
    deliver(2);
    stream.reset();
    NextSecond(server);
    server.Sql(reset);
    server.Sql("FLUSH BINARY LOGS");
    for (int id = 10; id < 40; ++id) Topology::Insert(server, id);
  }
  SECTION("its data were restored from a backup") {
    const std::string data = server.Env("DATADIR");
    server.Control("stop");
    REQUIRE(std::system(fmt::format("cp -a {0} {0}.backup", data).c_str()) == 0);
    server.Control("start");
    CatchUp(*stream, rows, TableText(server, "d.t"));
    deliver(2);
    stream.reset();
    NextSecond(server);
    server.Control("stop");
    REQUIRE(std::system(fmt::format("rm -r {0} && mv {0}.backup {0}", data).c_str()) == 0);
    server.Control("start");
    for (int id = 10; id < 40; ++id) Topology::Insert(server, id);
  }
  SECTION("while the stream runs") {
    NextSecond(server);
    server.Sql(reset);
    for (int id = 10; id < 40; ++id) Topology::Insert(server, id);
    const Status failure = Failure(*stream);
    INFO(failure.ToString());
    CHECK(failure.code() == Code::kBinlogReset);
    stream.reset();
  }
  const auto refused = Stream::Open(options);
  INFO(refused.status().ToString());
  CHECK(refused.code() == Code::kBinlogReset);
  CHECK_THAT(refused.status().message(),
             ContainsSubstring("reset") && ContainsSubstring("begin a stream of another name"));
}

TEST_CASE("failover: two streams of one identity do not take turns") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const TempFolder folder;
  const TempFolder other;
  auto first = Open(StreamOptions(server, folder, "no\\.such"));
  auto second = Open(StreamOptions(server, other, "no\\.such"));
  const auto lost = first->GetWithoutAck(1, kPatience);
  CHECK(lost.code() == Code::kIdentityClash);
  CHECK_THAT(lost.status().message(), ContainsSubstring("source.server_id"));
  CHECK(second->GetStatus().state == StreamState::kRunning);
}

}  // namespace
}  // namespace towpath::live
