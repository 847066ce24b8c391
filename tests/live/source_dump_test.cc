// The running dump: events of every size, heartbeats, and every way it ends.
#include <atomic>
#include <csignal>
#include <thread>

#include "fmt/format.h"
#include "model/text.h"
#include "mysql/binlog_dump.h"
#include "mysql/dump_session.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

using model::TlsMode;
using mysql::BinlogDump;

// The server's threads that run a dump for `user`.
std::string DumpThreads(const LiveServer& server, const std::string& user = "towpath") {
  return server.Sql(
      fmt::format("SELECT id FROM information_schema.processlist WHERE user = '{}' AND command "
                  "LIKE 'Binlog Dump%'",
                  user));
}

TEST_CASE("dump: delivers what happens after latest, with TLS and without") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "dump_latest");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20))");
  auto settings = server.Source();
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  SourceReader reader(settings);
  reader.OpenAt("latest");
  sandbox.Sql("INSERT INTO t VALUES (1, 'one'), (2, 'two')");
  const RawEvent event = reader.NextOf(RowsTypes());
  CHECK_THAT(std::string(event.text()), ContainsSubstring("two"));
}

TEST_CASE("dump: many events, all of them, in order") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "dump_many");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(2000))");
  auto settings = server.Source();
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  SourceReader reader(settings, 1 << 20);
  reader.OpenAt("latest");
  constexpr int kRows = 3000;
  std::string insert = "INSERT INTO t VALUES ";
  for (int i = 0; i < kRows; ++i) {
    if (i > 0) insert += ',';
    insert += fmt::format("({}, REPEAT('x', {}))", i, i % 1900);
  }
  sandbox.Sql(insert);
  // Offsets add up, event by event, to where the server says it is. MariaDB 11.4 and later say so
  // only at the ends of a transaction.
  const bool may_be_silent = !server.mysql() && server.IsAtLeast(1104);
  uint64_t offset = 0;
  size_t bytes = 0;
  for (;;) {
    const RawEvent event = reader.Next();
    if (event.type() == kHeartbeat || event.type() == kHeartbeatV2 || event.timestamp() == 0) {
      continue;
    }
    uint64_t end = event.next_position();
    if (end == 0 && may_be_silent && event.type() != kXid) end = offset + event.size();
    if (offset != 0) CHECK(end == offset + event.size());
    if (event.type() != kFormatDescription) offset = end;
    if (RowsTypes().contains(event.type())) bytes += event.size();
    if (event.type() == kXid) break;
  }
  CHECK(bytes > kRows * 800);  // the values alone
}

TEST_CASE("dump: large events, and sizes at which a packet needs a successor") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  auto settings = server.Source();
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  Sandbox sandbox(server, "dump_large");
  sandbox.Sql("CREATE TABLE t (v LONGBLOB)");
  SourceReader reader(settings);
  reader.OpenAt("latest");
  // How much larger than its value a rows event is.
  sandbox.Sql("INSERT INTO t VALUES (REPEAT('x', 70000))");
  const size_t overhead = reader.NextOf(RowsTypes()).size() - 70000;
  // A packet holds 2^24-1 bytes: the OK byte and the event.
  std::vector<size_t> sizes = {40u << 20, 2 * 0xffffff - 1};
  for (size_t size = 16777213; size <= 16777216; ++size) sizes.push_back(size);
  for (const size_t size : sizes) {
    CAPTURE(size);
    sandbox.Sql(fmt::format("INSERT INTO t VALUES (CONCAT('BEGIN', REPEAT('{}', {}), 'END.'))",
                            static_cast<char>('a' + size % 26), size - overhead - 9));
    const RawEvent event = reader.NextOf(RowsTypes());
    CHECK(event.size() == size);
    const std::string_view text = event.text();
    const size_t begin = text.find("BEGIN");
    REQUIRE(begin != std::string_view::npos);
    const std::string_view value = text.substr(begin + 5, size - overhead - 9);
    CHECK(value.find_first_not_of(static_cast<char>('a' + size % 26)) == std::string_view::npos);
    CHECK(text.substr(begin + 5 + value.size(), 4) == "END.");
  }
  sandbox.Sql("INSERT INTO t VALUES ('small again')");
  CHECK_THAT(std::string(reader.NextOf(RowsTypes()).text()), ContainsSubstring("small again"));
}

TEST_CASE("dump: heartbeats come, and a quiet server is not a lost one") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  auto settings = server.Source();
  settings.heartbeat = std::chrono::milliseconds(100);
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  SourceReader reader(settings);
  reader.OpenAt("latest");
  for (int i = 0; i < 10; ++i) reader.NextOf({kHeartbeat, kHeartbeatV2});
  // MySQL was asked for the kind with 64-bit positions.
  CHECK(reader.NextOf({kHeartbeat, kHeartbeatV2}).type() ==
        (server.mysql() ? kHeartbeatV2 : kHeartbeat));
}

TEST_CASE("dump: ready only when an event is there") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "dump_ready");
  sandbox.Sql("CREATE TABLE t (v INT)");
  auto settings = server.Source();
  settings.heartbeat = std::chrono::hours(1);
  SourceReader reader(settings);
  reader.OpenAt("latest");
  while (reader.source().Ready()) reader.Next();
  sandbox.Sql("INSERT INTO t VALUES (1)");
  reader.NextOf({kMysqlGtid, kMariadbGtid});
  // A small transaction arrives in one piece.
  int ready = 0;
  for (; reader.source().Ready(); ++ready) reader.Next();
  CHECK(ready > 0);
}

TEST_CASE("dump: a killed connection is lost, and can be opened again") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "dump_kill");
  sandbox.Sql("CREATE TABLE t (v VARCHAR(20))");
  auto settings = server.Source();
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  SourceReader reader(settings);
  reader.Connect();
  const model::Cursor cursor = reader.Resolve("latest");
  REQUIRE(reader.source().Open(cursor).ok());
  const std::string id = DumpThreads(server);
  REQUIRE(model::ParseNumber<uint64_t>(id).has_value());
  server.Sql("KILL " + id);
  const Status status = reader.ReadUntilError();
  CHECK(status.code() == Code::kConnection);
  CHECK_THAT(status.message(), ContainsSubstring("127.0.0.1:" + server.Env("PORT")));
  model::Frame frame;
  CHECK(reader.source().Next(&frame).code() == Code::kConnection);

  REQUIRE(reader.source().Connect().ok());
  REQUIRE(reader.source().Open(cursor).ok());
  sandbox.Sql("INSERT INTO t VALUES ('again')");
  CHECK_THAT(std::string(reader.NextOf(RowsTypes()).text()), ContainsSubstring("again"));
}

TEST_CASE("dump: a second replica of the same identity ends the first") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  auto settings = server.Source();
  SourceReader first(settings);
  first.OpenAt("latest");
  SourceReader second(settings);
  second.OpenAt("latest");
  const Status status = first.ReadUntilError();
  CHECK(status.code() == Code::kIdentityClash);
  CHECK_THAT(status.message(), ContainsSubstring("source.server_id"));
  second.NextOf({kHeartbeat, kHeartbeatV2});
}

TEST_CASE("dump: an orderly shutdown of the server is a lost connection") {
  const LiveServer server(GENERATE(from_range(Kinds())), {});
  SourceReader reader(server.Source());
  reader.Connect();
  const model::Cursor cursor = reader.Resolve("latest");
  REQUIRE(reader.source().Open(cursor).ok());
  server.Control("stop");
  Status status = reader.ReadUntilError();
  CHECK(status.code() == Code::kConnection);
  status = reader.source().Connect();
  CHECK(status.code() == Code::kConnection);
  server.Control("start");
  REQUIRE(reader.source().Connect().ok());
  REQUIRE(reader.source().Open(cursor).ok());
  // The server has gone on to a file of its new life.
  for (;;) {
    const RawEvent event = reader.NextOf({kRotate});
    if (event.text().find(cursor.file) == std::string_view::npos) break;
  }
}

TEST_CASE("dump: a server that dies is a lost connection") {
  const LiveServer server(GENERATE(from_range(Kinds())), {});
  SourceReader reader(server.Source());
  reader.OpenAt("latest");
  server.Control("kill");
  CHECK(reader.ReadUntilError().code() == Code::kConnection);
}

TEST_CASE("dump: a server that hangs is a lost connection") {
  const LiveServer server(GENERATE(from_range(Kinds())), {}, /*tls=*/true);
  auto settings = server.Source();
  settings.heartbeat = std::chrono::milliseconds(200);
  settings.connect_timeout = std::chrono::milliseconds(500);
  for (const auto mode : {TlsMode::kOff, TlsMode::kRequired}) {
    CAPTURE(static_cast<int>(mode));
    settings.tls_mode = mode;
    SourceReader reader(settings);
    reader.OpenAt("latest");
    reader.NextOf({kHeartbeat, kHeartbeatV2});
    server.Signal(SIGSTOP);
    CHECK(reader.ReadUntilError().code() == Code::kConnection);
    CHECK(reader.source().Connect().code() == Code::kConnection);
    server.Signal(SIGCONT);
    CHECK(reader.source().Connect().ok());
  }
}

TEST_CASE("dump: its owner is told what was found, warnings once") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const ScopedGlobal setting(server, "binlog_row_metadata", "'MINIMAL'");
  std::vector<std::string> infos;
  std::vector<std::string> warnings;
  BinlogDump source(server.Source(), nullptr, 1 << 20,
                    [&](LogLevel level, const std::string& message) {
                      (level == LogLevel::kInfo ? infos : warnings).push_back(message);
                    });
  REQUIRE(source.Connect().ok());
  REQUIRE(source.Connect().ok());
  REQUIRE(infos.size() == 1);
  CHECK_THAT(infos[0], ContainsSubstring(server.Env("VERSION")));
  REQUIRE(warnings.size() == 1);
  CHECK_THAT(warnings[0], ContainsSubstring("SET GLOBAL binlog_row_metadata = 'FULL'"));
}

TEST_CASE("dump: stop ends a blocked read") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  auto settings = server.Source();
  settings.heartbeat = std::chrono::hours(1);  // nothing else would end the read
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  SourceReader reader(settings);
  reader.OpenAt("latest");
  std::atomic<bool> reading{false};
  std::thread stopper([&] {
    while (!reading) std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // likely blocked by now
    reader.source().Stop();
  });
  reading = true;
  CHECK(reader.ReadUntilError().code() == Code::kClosed);
  stopper.join();
  model::Frame frame;
  CHECK(reader.source().Next(&frame).code() == Code::kClosed);
  CHECK(reader.source().Open(model::Cursor()).code() == Code::kClosed);
  CHECK(reader.source().catalogue()->Lookup("a", "b").code() == Code::kClosed);
}

// Also: when a reader stops while the server is blocked in sending to it, the server must learn so
// at once, or its next dump of the same replica waits until the kernel forgets the connection.
TEST_CASE("dump: stop in the middle of a large event") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "dump_stop_large");
  sandbox.Sql("CREATE TABLE t (v LONGBLOB)");
  auto settings = server.Source();
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  for (int round = 0; round < 8; ++round) {
    SourceReader reader(settings);
    reader.OpenAt("latest");
    sandbox.Sql("INSERT INTO t VALUES (REPEAT('x', 10000000))");
    std::thread stopper([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(2 * round));
      reader.source().Stop();
    });
    CHECK(reader.ReadUntilError().code() == Code::kClosed);
    stopper.join();
  }
}

TEST_CASE("dump: the server sees a replica") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const auto settings = server.Source();
  SourceReader reader(settings);
  reader.OpenAt("latest");
  const std::string replicas = server.Sql(server.mysql() ? "SHOW REPLICAS" : "SHOW REPLICA HOSTS");
  CHECK_THAT(replicas, ContainsSubstring(std::to_string(settings.server_id)));
  CHECK_THAT(replicas, ContainsSubstring(settings.replica_uuid));
}

TEST_CASE("dump: a connection that is dropped does not linger on the server") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  {
    SourceReader reader(server.Source());
    reader.OpenAt("latest");
    CHECK_FALSE(DumpThreads(server).empty());
  }
  // Gone at the latest when its next heartbeat has nowhere to go.
  while (!DumpThreads(server).empty()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

TEST_CASE("dump: binlogs with and without checksums") {
  const LiveServer server(GENERATE(from_range(Kinds())), {});
  Sandbox sandbox(server, "dump_checksum");
  sandbox.Sql("CREATE TABLE t (v VARCHAR(20))");
  SourceReader live(server.Source());
  live.OpenAt("latest");
  sandbox.Sql("INSERT INTO t VALUES ('with')");
  // Each change begins a new file.
  sandbox.Sql("SET GLOBAL binlog_checksum = NONE");
  sandbox.Sql("INSERT INTO t VALUES ('without')");
  sandbox.Sql("SET GLOBAL binlog_checksum = CRC32");
  sandbox.Sql("INSERT INTO t VALUES ('again')");
  const auto read = [&](SourceReader& reader) {
    for (const char* text : {"with", "without", "again"}) {
      const std::string event(reader.NextOf(RowsTypes()).text());
      CAPTURE(event);
      const bool ends_with_text = event.ends_with(text);
      CHECK(ends_with_text == (std::string_view(text) == "without"));
      CHECK_THAT(event, ContainsSubstring(text));
    }
  };
  read(live);
  // From the past, while the server's setting is another one than the files'.
  sandbox.Sql("SET GLOBAL binlog_checksum = NONE");
  auto settings = server.Source();
  settings.server_id += 1;
  settings.replica_uuid[0] = 'f';
  SourceReader past(settings);
  past.OpenAt("earliest");
  const RawEvent rotate = past.Next();
  REQUIRE(rotate.type() == kRotate);
  CHECK(rotate.size() == 19 + 8 + std::string_view("binlog.000001").size() + 4);
  read(past);
}

TEST_CASE("dump: a slow reader does not lose its connection") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  // The dump raises it for itself: a session's value counts, and the default would be too short.
  const ScopedGlobal timeout(server, "net_write_timeout", "1");
  Sandbox sandbox(server, "dump_slow");
  sandbox.Sql("CREATE TABLE t (v LONGBLOB)");
  SourceReader reader(server.Source());
  reader.OpenAt("latest");
  for (int i = 0; i < 20; ++i) sandbox.Sql("INSERT INTO t VALUES (REPEAT('x', 3000000))");
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));
  for (int i = 0; i < 20; ++i) reader.NextOf(RowsTypes());
}

TEST_CASE("dump: the end of a dump that does not wait") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  auto settings = server.Source();
  mysql::Interrupt interrupt;
  auto connection = mysql::Connection::Open(settings, interrupt, std::chrono::seconds(10));
  REQUIRE(connection.ok());
  mysql::DumpStart start;
  start.file = server.SqlValue("SHOW BINARY LOGS", "Log_name");
  start.non_block = true;
  auto session =
      mysql::DumpSession::Begin(*std::move(connection), settings, start, false, nullptr, 1 << 16);
  REQUIRE(session.ok());
  model::Frame frame;
  Status status;
  while (status.ok()) status = (*session)->Next(&frame);
  CHECK(status.code() == Code::kEnd);
}

}  // namespace
}  // namespace towpath::live
