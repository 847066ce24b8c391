// Where a dump starts: every kind of start point on both servers, and what has no place there.
#include <algorithm>
#include <atomic>
#include <thread>

#include "fmt/format.h"
#include "mysql/connection.h"
#include "mysql/start.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

// The status of resolving `start`, and if that works, of opening there and reading `events`.
Status TryStart(const LiveServer& server, const std::string& start, int events = 10) {
  auto settings = server.Source();
  settings.heartbeat = std::chrono::milliseconds(200);
  SourceReader reader(settings);
  reader.Connect();
  auto point = model::StartPoint::Parse(start);
  INFO(start);
  REQUIRE(point.ok());
  auto cursor = reader.source().Resolve(*point);
  if (!cursor.ok()) return cursor.status();
  if (Status s = reader.source().Open(*cursor); !s.ok()) return s;
  model::Frame frame;
  for (int i = 0; i < events; ++i) {
    if (Status s = reader.source().Next(&frame); !s.ok()) return s;
  }
  return Status::Ok();
}

struct End {
  std::string file;
  uint64_t offset;
};

End BinlogEnd(const LiveServer& server) {
  const std::string statement = server.mysql() ? "SHOW BINARY LOG STATUS" : "SHOW BINLOG STATUS";
  return {server.SqlValue(statement, "File"), std::stoull(server.SqlValue(statement, "Position"))};
}

std::string GtidState(const LiveServer& server) {
  return server.Sql(server.mysql() ? "SELECT @@GLOBAL.gtid_executed"
                                   : "SELECT @@GLOBAL.gtid_binlog_pos");
}

// A file that a dump reads, also one of a client that is gone and not missed yet, is not purged.
void PurgeTo(const LiveServer& server, const std::string& file) {
  while (server.SqlValue("SHOW BINARY LOGS", "Log_name") != file) {
    server.Sql(fmt::format("PURGE BINARY LOGS TO '{}'", file));
  }
}

// A table whose rows say in their text which they are.
class Rows {
 public:
  explicit Rows(const LiveServer& server, const std::string& name) : sandbox_(server, name) {
    sandbox_.Sql("CREATE TABLE t (v VARCHAR(40))");
  }
  void Insert(const std::string& text) const {
    sandbox_.Sql(fmt::format("INSERT INTO t VALUES ('row:{}')", text));
  }
  // The next of them that the reader gets.
  static std::string Next(SourceReader& reader) {
    for (;;) {
      const RawEvent event = reader.NextOf(RowsTypes());
      const size_t at = event.text().find("row:");
      if (at == std::string_view::npos) continue;
      std::string_view text = event.text().substr(at + 4);
      return std::string(text.substr(0, text.size() - 4));  // the checksum
    }
  }

 private:
  Sandbox sandbox_;
};

TEST_CASE("start: latest, and the same again by position and by GTIDs") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_latest");
  rows.Insert("before");
  const End end = BinlogEnd(server);
  SourceReader latest(server.Source());
  latest.Connect();
  const model::Cursor cursor = latest.Resolve("latest");
  CHECK(cursor.file == end.file);
  CHECK(cursor.offset == end.offset);
  CHECK(cursor.gtids_known);
  CHECK(cursor.gtids == *GtidSet::Parse(GtidState(server)));
  CHECK(cursor.server_uuid == latest.source().info().server_uuid);
  CHECK(cursor.after.empty());
  CHECK(cursor.not_before_us == 0);
  REQUIRE(latest.source().Open(cursor).ok());

  rows.Insert("first");
  CHECK(Rows::Next(latest) == "first");

  for (const std::string& start :
       {fmt::format("{}:{}", end.file, end.offset), cursor.gtids.ToString()}) {
    CAPTURE(start);
    auto settings = server.Source();
    settings.server_id += 1;
    settings.replica_uuid[0] = 'f';
    SourceReader reader(settings);
    reader.OpenAt(start);
    CHECK(Rows::Next(reader) == "first");
  }
}

TEST_CASE("start: earliest is the oldest binlog") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_earliest");
  server.Sql("FLUSH BINARY LOGS");
  const End end = BinlogEnd(server);
  PurgeTo(server, end.file);
  const std::string before = GtidState(server);
  rows.Insert("after purge");
  SourceReader reader(server.Source());
  reader.Connect();
  const model::Cursor cursor = reader.Resolve("earliest");
  CHECK(cursor.file == end.file);
  CHECK(cursor.offset == 4);
  CHECK(cursor.gtids_known);
  CHECK(cursor.gtids == *GtidSet::Parse(before));
  REQUIRE(reader.source().Open(cursor).ok());
  CHECK(Rows::Next(reader) == "after purge");
}

TEST_CASE("start: the first events say where it is") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_first");
  const End end = BinlogEnd(server);
  SourceReader reader(server.Source());
  reader.OpenAt(fmt::format("{}:{}", end.file, end.offset));
  const RawEvent rotate = reader.Next();
  CHECK(rotate.type() == kRotate);
  CHECK(rotate.timestamp() == 0);
  CHECK_THAT(std::string(rotate.text()), ContainsSubstring(end.file));
  // With a checksum, as announced.
  REQUIRE(reader.source().announced_checksum());
  CHECK(rotate.size() == 19 + 8 + end.file.size() + 4);
  CHECK(reader.Next().type() == kFormatDescription);
}

TEST_CASE("start: a purged file") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_purged");
  const End old = BinlogEnd(server);
  const std::string gtids = GtidState(server);
  rows.Insert("lost");
  SourceReader before(server.Source());
  before.Connect();
  const model::Cursor cursor = before.Resolve("latest");
  server.Sql("FLUSH BINARY LOGS");
  const std::string current = BinlogEnd(server).file;
  PurgeTo(server, current);

  Status status = TryStart(server, fmt::format("{}:{}", old.file, old.offset));
  CHECK(status.code() == Code::kPositionLost);
  CHECK_THAT(status.message(), ContainsSubstring(old.file));
  CHECK_THAT(status.message(), ContainsSubstring(current));
  // By a cursor that was good once.
  status = before.source().Open(cursor);
  CHECK(status.code() == Code::kPositionLost);
  CHECK_THAT(status.message(), ContainsSubstring("Could not find first log file name"));
  // By GTIDs.
  status = TryStart(server, gtids);
  CHECK(status.code() == Code::kPositionLost);
  if (server.mysql()) CHECK_THAT(status.message(), ContainsSubstring("purged"));
  // By time.
  status = TryStart(server, "2000-01-01T00:00:00Z");
  CHECK(status.code() == Code::kPositionLost);
  CHECK_THAT(status.message(), ContainsSubstring("2000-01-01"));
  CHECK_THAT(status.message(), ContainsSubstring("earliest"));
}

TEST_CASE("start: positions that are none") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_none");
  const End begin = BinlogEnd(server);
  rows.Insert("one");
  const End end = BinlogEnd(server);
  const auto expect = [&](const std::string& start, const std::string& part) {
    CAPTURE(start);
    const Status status = TryStart(server, start);
    INFO(status.ToString());
    CHECK(status.code() == Code::kInvalidPosition);
    CHECK_THAT(status.message(), ContainsSubstring(part));
  };
  expect("binlog.999999:4", "binlog.999999");
  expect("other-bin.000001:4", "other-bin.000001");
  expect(fmt::format("{}:{}", end.file, end.offset + 1), std::to_string(end.offset));
  expect(fmt::format("{}:{}", end.file, 3), "offset 4");
  expect(fmt::format("{}:{}", begin.file, begin.offset + 1), std::to_string(begin.offset + 1));
  expect(fmt::format("{}:{}", begin.file, begin.offset + 20), std::to_string(begin.offset + 20));
  expect(fmt::format("{}:{}:0", end.file, end.offset), std::to_string(end.offset));
  expect(fmt::format("{}:{}:0@{}", begin.file, begin.offset, begin.offset + 1), "behind");
}

TEST_CASE("start: the middle of a transaction is refused") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_middle");
  SourceReader reader(server.Source());
  reader.OpenAt("latest");
  const End begin = BinlogEnd(server);
  rows.Insert("one");
  // The transaction's events, from the first on.
  uint64_t offset = begin.offset;
  std::vector<uint64_t> inside;
  for (;;) {
    const RawEvent event = reader.Next();
    if (event.timestamp() == 0 || event.type() == kFormatDescription) continue;
    if (event.type() == kHeartbeat || event.type() == kHeartbeatV2) continue;
    if (offset != begin.offset) inside.push_back(offset);
    offset += event.size();
    if (event.type() == kXid) break;
  }
  REQUIRE(inside.size() >= 3);
  for (const uint64_t at : inside) {
    const Status status = TryStart(server, fmt::format("{}:{}", begin.file, at));
    INFO(at << " " << status.ToString());
    CHECK(status.code() == Code::kInvalidPosition);
    CHECK_THAT(status.message(), ContainsSubstring("inside a transaction"));
  }
  CHECK(TryStart(server, fmt::format("{}:{}", begin.file, begin.offset)).ok());
}

TEST_CASE("start: after an entry, from its transaction on") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_after");
  const End begin = BinlogEnd(server);
  rows.Insert("one");
  SourceReader reader(server.Source());
  reader.Connect();
  const std::string entry = fmt::format("{}:{}:0", begin.file, begin.offset + 70);
  SECTION("with the transaction's offset") {
    const model::Cursor cursor = reader.Resolve(fmt::format("{}@{}", entry, begin.offset));
    CHECK(cursor.offset == begin.offset);
    CHECK(cursor.after.ToString() == entry);
    CHECK(cursor.after.transaction_offset == begin.offset);
    REQUIRE(reader.source().Open(cursor).ok());
    CHECK(Rows::Next(reader) == "one");
  }
  SECTION("without, from the file's beginning") {
    const model::Cursor cursor = reader.Resolve(entry);
    CHECK(cursor.offset == 4);
    CHECK(cursor.after.ToString() == entry);
    CHECK(cursor.gtids_known);
    REQUIRE(reader.source().Open(cursor).ok());
  }
}

TEST_CASE("start: GTIDs of every place are exact") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_gtids");
  server.Sql("FLUSH BINARY LOGS");
  struct Known {
    End end;
    GtidSet gtids;
  };
  std::vector<Known> known;
  for (int i = 0; i < 5; ++i) {
    known.push_back({BinlogEnd(server), *GtidSet::Parse(GtidState(server))});
    if (i == 3) {
      server.Sql("FLUSH BINARY LOGS");
    } else {
      rows.Insert(std::to_string(i));
    }
  }
  SourceReader reader(server.Source());
  reader.Connect();
  for (const Known& place : known) {
    CAPTURE(place.end.file, place.end.offset);
    const model::Cursor cursor =
        reader.Resolve(fmt::format("{}:{}", place.end.file, place.end.offset));
    CHECK(cursor.gtids_known);
    CHECK(cursor.gtids.ToString() == place.gtids.ToString());
  }
}

TEST_CASE("start: GTID sets") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_gtid_sets");
  rows.Insert("one");
  const std::string state = GtidState(server);
  rows.Insert("two");
  SECTION("everything that is not in the set") {
    SourceReader reader(server.Source());
    reader.Connect();
    const model::Cursor cursor = reader.Resolve(state);
    CHECK(cursor.file.empty());
    CHECK(cursor.gtids_known);
    CHECK(cursor.gtids == *GtidSet::Parse(state));
    REQUIRE(reader.source().Open(cursor).ok());
    CHECK(Rows::Next(reader) == "two");
  }
  SECTION("a set with a hole") {
    if (!server.mysql()) return;  // MariaDB's have none
    const std::string uuid = server.Sql("SELECT @@server_uuid");
    auto all = GtidSet::Parse(GtidState(server));
    const auto last = all->sources().begin()->second.back().end - 1;
    SourceReader reader(server.Source());
    reader.OpenAt(fmt::format("{}:1-{}:{}", uuid, last - 2, last));
    CHECK(Rows::Next(reader) == "one");
  }
  SECTION("of the other kind of server") {
    const Status status =
        TryStart(server, server.mysql() ? "0-1-100" : "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5");
    CHECK(status.code() == Code::kInvalidPosition);
    CHECK_THAT(status.message(), ContainsSubstring(server.mysql() ? "MariaDB" : "MySQL"));
  }
  SECTION("ahead of the server") {
    std::string ahead;
    if (server.mysql()) {
      ahead = server.Sql("SELECT @@server_uuid") + ":1-999999999";
    } else {
      ahead = fmt::format("0-{}-999999999", server.Sql("SELECT @@server_id"));
    }
    const Status status = TryStart(server, ahead);
    INFO(status.ToString());
    CHECK(status.code() == Code::kPositionLost);
    CHECK_THAT(status.message(), ContainsSubstring("999999999, behind which the stream is to"));
  }
}

TEST_CASE("start: GTIDs of latest are exact while others commit") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "start_busy");
  server.Sql("FLUSH BINARY LOGS");
  const model::SourceSettings root = server.Source("root");  // Catch allows it in one thread only
  std::atomic<bool> stop{false};
  std::vector<std::thread> writers;
  writers.reserve(4);
  for (int i = 0; i < 4; ++i) {
    writers.emplace_back([&] {
      mysql::Interrupt interrupt;
      auto connection = mysql::Connection::Open(root, interrupt, std::chrono::seconds(60));
      while (connection.ok() && !stop &&
             (*connection)->Execute("INSERT INTO start_busy.t VALUES ('x')").ok()) {
      }
    });
  }
  SourceReader reader(server.Source());
  reader.Connect();
  std::vector<model::Cursor> cursors;
  cursors.reserve(20);
  for (int i = 0; i < 20; ++i) cursors.push_back(reader.Resolve("latest"));
  stop = true;
  for (std::thread& writer : writers) writer.join();
  for (const model::Cursor& cursor : cursors) {
    // A place in the past is resolved by reading the binlog.
    const model::Cursor again = reader.Resolve(fmt::format("{}:{}", cursor.file, cursor.offset));
    CHECK(cursor.gtids_known);
    CHECK(cursor.gtids.ToString() == again.gtids.ToString());
  }
}

TEST_CASE("start: GTIDs with tags") {
  if (std::ranges::count(Kinds(), Kind::kMysql) == 0) return;
  const LiveServer server(Kind::kMysql, {});  // a tag stays in the server's set for good
  const Rows rows(server, "start_tags");
  rows.Insert("untagged");
  server.Sql("SET gtid_next = 'AUTOMATIC:canal'");
  rows.Insert("tagged");
  const std::string state = GtidState(server);
  CHECK_THAT(state, ContainsSubstring(":canal:1"));
  const End end = BinlogEnd(server);
  server.Sql("SET gtid_next = 'AUTOMATIC:later'");
  rows.Insert("later");
  server.Sql("SET gtid_next = 'AUTOMATIC'");

  auto settings = server.Source();
  for (const std::string& start :
       {state, fmt::format("{}:{}", end.file, end.offset), std::string("earliest")}) {
    CAPTURE(start);
    SourceReader reader(settings);
    reader.Connect();
    const model::Cursor cursor = reader.Resolve(start);
    CHECK(cursor.gtids_known);
    if (start != "earliest") CHECK(cursor.gtids == *GtidSet::Parse(state));
    REQUIRE(reader.source().Open(cursor).ok());
    CHECK(Rows::Next(reader) == (start == "earliest" ? "untagged" : "later"));
    settings.server_id += 1;  // each its own, so that none is taken for another's successor
    settings.replica_uuid[0] = settings.replica_uuid[0] == 'a' ? 'b' : 'a';
  }
}

TEST_CASE("start: GTIDs of several domains") {
  const Kind kind = GENERATE(from_range(Kinds()));
  if (kind == Kind::kMysql) return;  // it has no domains
  const LiveServer server(kind, {});
  const Rows rows(server, "start_domains");
  rows.Insert("zero");
  server.Sql("SET gtid_domain_id = 7");
  rows.Insert("seven");
  const std::string state = GtidState(server);
  CHECK_THAT(state, ContainsSubstring("7-"));
  rows.Insert("seven again");
  server.Sql("SET gtid_domain_id = 0");
  rows.Insert("zero again");
  SourceReader reader(server.Source());
  reader.OpenAt(state);
  CHECK(Rows::Next(reader) == "seven again");
  CHECK(Rows::Next(reader) == "zero again");
}

TEST_CASE("start: a timestamp finds its file without reading all") {
  const LiveServer server(GENERATE(from_range(Kinds())), {});
  const Rows rows(server, "start_time");
  struct File {
    std::string name;
    int64_t began;  // the server's clock
  };
  std::vector<File> files;
  // Files of different seconds, with the clock of the server's own making.
  for (int i = 0; i < 5; ++i) {
    rows.Insert(std::to_string(i));
    server.Sql("SELECT SLEEP(1.1)");
    server.Sql("FLUSH BINARY LOGS");
    SourceReader first(server.Source());
    const std::string name = BinlogEnd(server).file;
    first.OpenAt(name + ":4");
    files.push_back({name, first.NextOf({kFormatDescription}).timestamp()});
  }
  SourceReader reader(server.Source());
  reader.Connect();
  for (size_t i = 0; i < files.size(); ++i) {
    CAPTURE(files[i].name);
    model::Cursor cursor = reader.Resolve(fmt::format("@{}", files[i].began));
    CHECK(cursor.file == files[i].name);
    CHECK(cursor.offset == 4);
    CHECK(cursor.not_before_us == files[i].began * 1000000);
    CHECK(cursor.gtids_known);
    cursor = reader.Resolve(fmt::format("@{}", files[i].began - 1));
    CHECK(cursor.file == (i == 0 ? "binlog.000001" : files[i - 1].name));
  }
  // Before everything, on a server that has its first binlog still.
  CHECK(reader.Resolve("@1000000000").file == "binlog.000001");
  CHECK(reader.Resolve("@4000000000").file == files.back().name);
}

TEST_CASE("open: on another server") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "open_other");
  SourceReader reader(server.Source());
  reader.Connect();
  model::Cursor cursor = reader.Resolve("latest");
  rows.Insert("next");
  cursor.server_uuid = "another server";
  cursor.file = "elsewhere.000007";
  SECTION("by GTIDs") {
    REQUIRE(reader.source().Open(cursor).ok());
    CHECK(Rows::Next(reader) == "next");
  }
  SECTION("not without them") {
    cursor.gtids_known = false;
    const Status status = reader.source().Open(cursor);
    CHECK(status.code() == Code::kPositionLost);
    CHECK_THAT(status.message(), ContainsSubstring("elsewhere.000007"));
    CHECK_THAT(status.message(), ContainsSubstring("another server"));
  }
  SECTION("not with the other kind's") {
    cursor.gtids =
        *GtidSet::Parse(server.mysql() ? "0-1-5" : "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5");
    CHECK(reader.source().Open(cursor).code() == Code::kPositionLost);
  }
}

TEST_CASE("open: source.gtid decides") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const Rows rows(server, "open_gtid");
  auto settings = server.Source();
  settings.gtid = GENERATE(model::GtidMode::kAuto, model::GtidMode::kOn, model::GtidMode::kOff);
  CAPTURE(static_cast<int>(settings.gtid));
  SourceReader reader(settings);
  reader.Connect();
  const model::Cursor by_gtid = reader.Resolve("latest");
  rows.Insert("one");
  model::Cursor by_file = reader.Resolve("latest");
  rows.Insert("two");
  by_file.gtids = by_gtid.gtids;  // a cursor at odds with itself shows which half was used
  REQUIRE(reader.source().Open(by_file).ok());
  CHECK(Rows::Next(reader) == (settings.gtid == model::GtidMode::kOn ? "one" : "two"));
}

}  // namespace
}  // namespace towpath::live
