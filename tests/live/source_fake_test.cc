// Dumps as only a broken server, a broken link, or a very large binlog has them.
#include <functional>
#include <future>
#include <string>

#include "binlog/byte_order.h"
#include "mysql/connection.h"
#include "mysql/dump_session.h"
#include "tests/catch.h"
#include "tests/live/fake_server.h"

namespace towpath::live {
namespace {

using mysql::Connection;
using mysql::DumpSession;
using mysql::DumpStart;
using mysql::Interrupt;
using std::chrono::milliseconds;

constexpr uint8_t kComQuit = 1;
constexpr uint8_t kComBinlogDump = 18;

// An event as a dump sends it, with the OK byte before it. `length` is what its header claims.
std::string DumpEvent(uint8_t type, uint32_t length, uint16_t flags, const std::string& body = "") {
  std::string event(19, '\0');
  auto* bytes = reinterpret_cast<uint8_t*>(event.data());
  bytes[4] = type;
  binlog::StoreLe32(bytes + 9, length);
  bytes[17] = static_cast<uint8_t>(flags);
  return '\0' + event + body;
}

// A MariaDB server that grants everything, until it is asked for its binlog: then `dump` is run
// with the command's body.
class FakeMaster {
 public:
  using Dump = std::function<void(FakeClient& client, const std::string& command)>;

  explicit FakeMaster(Dump dump)
      : server_([dump = std::move(dump)](int, FakeClient& client) {
          client.Send(GreetingPayload(kPlainCapabilities, "mysql_native_password",
                                      "5.5.5-10.11.99-MariaDB"),
                      0);
          client.Receive();
          const std::string ok("\0\0\0\x02\0\0\0", 7);
          client.Send(ok, 2);
          for (;;) {
            const std::string packet = client.Receive();  // short commands arrive in one piece
            if (packet.size() < 5 || packet[4] == kComQuit) return;
            if (packet[4] == kComBinlogDump) {
              dump(client, packet.substr(5));
              client.ReceiveAll();
              return;
            }
            client.Send(ok, 1);
          }
        }) {}

  // A dump of this server from the offset given; the heartbeat is 100 ms.
  Result<std::unique_ptr<DumpSession>> Begin(uint64_t offset = 4) {
    model::SourceSettings settings;
    settings.url.host = "127.0.0.1";
    settings.url.port = server_.port();
    settings.url.user = "user";
    settings.tls_mode = model::TlsMode::kOff;
    settings.heartbeat = milliseconds(100);
    settings.server_id = 77;
    auto connection = Connection::Open(settings, interrupt_, std::chrono::seconds(10));
    if (!connection.ok()) return connection.status();
    return DumpSession::Begin(*std::move(connection), settings,
                              DumpStart{.file = "b.000001", .offset = offset}, /*visible=*/true,
                              nullptr, 1 << 16);
  }

 private:
  Interrupt interrupt_;
  FakeServer server_;
};

// The status that ends the dump, and how many events came before.
Status Drain(DumpSession& session, int* events) {
  model::Frame frame;
  for (*events = 0;; ++*events) {
    if (Status s = session.Next(&frame); !s.ok()) return s;
  }
}

TEST_CASE("fake: a link that falls silent after a heartbeat is lost") {
  FakeMaster master([](FakeClient& client, const std::string&) {
    client.Send(DumpEvent(4, 19, 0x20), 1);
    client.Send(DumpEvent(27, 19, 0), 2);
  });
  auto session = master.Begin();
  REQUIRE(session.ok());
  int events = 0;
  const Status status = Drain(**session, &events);
  CHECK(events == 2);
  CHECK(status.code() == Code::kConnection);
  CHECK_THAT(status.message(), ContainsSubstring("heartbeat"));
}

TEST_CASE("fake: a link that falls silent inside an event is lost") {
  const size_t size = GENERATE(1000, 1000000);
  FakeMaster master([&](FakeClient& client, const std::string&) {
    client.Send(DumpEvent(27, 19, 0), 1);
    client.Send(DumpEvent(30, static_cast<uint32_t>(size), 0, std::string(size, 'x')), 2, size / 2);
  });
  auto session = master.Begin();
  REQUIRE(session.ok());
  int events = 0;
  CHECK(Drain(**session, &events).code() == Code::kConnection);
  CHECK(events == 1);
}

TEST_CASE("fake: what is no event, and what ends a dump") {
  struct Case {
    std::string payload;
    Code code;
  };
  const auto c = GENERATE(values<Case>({
      {std::string("\0too short", 10), Code::kCorrupted},
      {"\x07?", Code::kCorrupted},
      {std::string("\xfe\0\0\x02\0", 5), Code::kConnection},
      {"\xff\xd4\x04#HY000Could not find first log file name in binary log index file",
       Code::kPositionLost},
      {"\xff\x25\x05#70100Query execution was interrupted", Code::kConnection},
  }));
  FakeMaster master([&](FakeClient& client, const std::string&) { client.Send(c.payload, 1); });
  auto session = master.Begin();
  REQUIRE(session.ok());
  int events = 0;
  CHECK(Drain(**session, &events).code() == c.code);
  CHECK(events == 0);
}

TEST_CASE("fake: an offset beyond 4 GiB is reached by reading up to it") {
  constexpr uint32_t kGib = 1u << 30;
  constexpr uint64_t kWanted = 4 + 100 + uint64_t{5} * kGib;
  const uint64_t offset = GENERATE_COPY(as<uint64_t>(), kWanted, kWanted + 1);
  std::promise<std::string> asked;
  FakeMaster master([&](FakeClient& client, const std::string& body) {
    asked.set_value(body);
    uint8_t number = 1;
    const auto send = [&](const std::string& payload) { client.Send(payload, number++); };
    send(DumpEvent(4, 40, 0x20));  // ROTATE, made up
    send(DumpEvent(15, 100, 0));   // FORMAT_DESCRIPTION
    for (int i = 0; i < 4; ++i) send(DumpEvent(30, kGib, 0, "skipped"));
    send(DumpEvent(27, 40, 0));  // a heartbeat stands nowhere
    send(DumpEvent(30, kGib, 0, "skipped"));
    send(DumpEvent(162, 50, 0, "wanted"));
    send(DumpEvent(30, 60, 0, "next"));
    send(std::string("\xfe\0\0\x02\0", 5));
  });
  auto session = master.Begin(offset);
  REQUIRE(session.ok());
  // MariaDB can be told a start of 32 bits only: it was told the file's.
  std::string seen;
  model::Frame frame;
  Status status;
  while ((status = (*session)->Next(&frame)).ok()) {
    seen += std::to_string(frame.bytes[4]);
    seen += ' ';
  }
  const std::string command = asked.get_future().get();
  CHECK(binlog::LoadLe32(reinterpret_cast<const uint8_t*>(command.data())) == 4);
  if (offset == kWanted) {
    CHECK(seen == "4 15 27 162 30 ");
    CHECK(status.code() == Code::kConnection);  // the end
  } else {
    CHECK(seen == "4 15 27 ");
    CHECK(status.code() == Code::kInvalidPosition);
    CHECK_THAT(status.message(), ContainsSubstring(std::to_string(offset)));
  }
}

TEST_CASE("fake: what a dump asks for") {
  std::promise<std::string> asked;
  FakeMaster master([&](FakeClient& client, const std::string& body) {
    asked.set_value(body);
    client.Send(std::string("\xfe\0\0\x02\0", 5), 1);
  });
  auto session = master.Begin(0x01020304);
  REQUIRE(session.ok());
  int events = 0;
  CHECK(Drain(**session, &events).code() == Code::kConnection);
  // Offset, flags (ANNOTATE_ROWS, so that offsets add up), server id, file.
  CHECK(asked.get_future().get() ==
        std::string("\x04\x03\x02\x01\x02\x00\x4d\x00\x00\x00", 10) + "b.000001");
}

}  // namespace
}  // namespace towpath::live
