// Connecting: authentication, TLS, what is refused, and stopping at any moment of it.
#include <sys/stat.h>

#include <filesystem>
#include <future>
#include <random>

#include "fmt/format.h"
#include "mysql/binlog_dump.h"
#include "mysql/connection.h"
#include "tests/catch.h"
#include "tests/live/fake_server.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

using model::TlsMode;
using mysql::BinlogDump;
using mysql::Connection;
using mysql::Interrupt;
using std::chrono::milliseconds;

Result<std::unique_ptr<Connection>> Open(const model::SourceSettings& settings,
                                         Interrupt& interrupt) {
  return Connection::Open(settings, interrupt, std::chrono::seconds(60));
}

// The status of a connection attempt, and whether TLS was used.
struct Outcome {
  Status status;
  bool tls = false;
};

Outcome Try(const model::SourceSettings& settings) {
  Interrupt interrupt;
  auto connection = Open(settings, interrupt);
  if (!connection.ok()) return {connection.status(), false};
  // What the server says, not what we believe.
  auto cipher = (*connection)->Query("SHOW SESSION STATUS LIKE 'Ssl_cipher'");
  REQUIRE(cipher.ok());
  CHECK((*connection)->tls() == !cipher->Text(0, 1).empty());
  return {Status::Ok(), (*connection)->tls()};
}

size_t OpenDescriptors() {
  size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    ++count;
  }
  return count;
}

TEST_CASE("connect: says what server it found") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  SourceReader reader(server.Source());
  reader.Connect();
  const source::SourceInfo& info = reader.source().info();
  CHECK(info.flavor == (server.mysql() ? Flavor::kMysql : Flavor::kMariadb));
  CHECK(info.endpoint == "127.0.0.1:" + server.Env("PORT"));
  CHECK_THAT(info.version, ContainsSubstring(server.Env("VERSION")));
  CHECK(info.server_uuid == (server.mysql() ? server.Sql("SELECT @@server_uuid")
                                            : "server_id:" + server.Sql("SELECT @@server_id")));
}

TEST_CASE("connect: every authentication method, with TLS and without") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const auto user = GENERATE(as<std::string>(), "towpath", "native", "ed25519", "sha2", "odd");
  if (user == (server.mysql() ? "native" : "sha2") || (server.mysql() && user == "ed25519")) return;
  const auto mode = GENERATE(TlsMode::kOff, TlsMode::kPreferred, TlsMode::kRequired);
  CAPTURE(server.Env("VERSION"), user, static_cast<int>(mode));
  model::SourceSettings settings = server.Source();
  settings.url.user = user;
  settings.url.password = user == "odd" ? "a:b@c/d?e#f%20g" : user;
  settings.tls_mode = mode;
  if (server.mysql()) server.Sql("FLUSH PRIVILEGES");  // forgets the fast way of caching_sha2
  for (int time = 0; time < 2; ++time) {               // the whole way, then the fast one
    const Outcome outcome = Try(settings);
    INFO(outcome.status.ToString());
    CHECK(outcome.status.ok());
    CHECK(outcome.tls == (mode != TlsMode::kOff));
  }
  settings.url.password += 'x';
  const Outcome outcome = Try(settings);
  CHECK(outcome.status.code() == Code::kAuthentication);
  CHECK_THAT(outcome.status.message(), ContainsSubstring("'" + user + "'"));
  CHECK_THAT(outcome.status.message(), ContainsSubstring(settings.url.Display()));
  CHECK_THAT(outcome.status.message(), !ContainsSubstring(settings.url.password));
}

TEST_CASE("connect: over a unix socket") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  model::SourceSettings settings = server.Source();
  settings.url.socket = server.Env("SOCKET");
  settings.url.host = "no-such-host.invalid";  // not looked at
  if (server.mysql()) server.Sql("FLUSH PRIVILEGES");
  settings.tls_mode = TlsMode::kPreferred;
  CHECK(Try(settings).status.ok());
  CHECK_FALSE(Try(settings).tls);
  settings.tls_mode = TlsMode::kRequired;
  CHECK(Try(settings).tls);

  SourceReader reader(settings);
  reader.OpenAt("latest");
  CHECK(reader.source().info().endpoint == settings.url.socket);

  settings.url.socket += ".not";
  const Outcome outcome = Try(settings);
  CHECK(outcome.status.code() == Code::kConnection);
  CHECK_THAT(outcome.status.message(), ContainsSubstring(settings.url.socket));
}

TEST_CASE("connect: wrong host and port") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  model::SourceSettings settings = server.Source();
  SECTION("no such host") { settings.url.host = "no-such-host.invalid"; }
  SECTION("no such address") { settings.url.host = "256.256.256.256"; }
  SECTION("nobody listens") { settings.url.port = 1; }
  const Outcome outcome = Try(settings);
  CHECK(outcome.status.code() == Code::kConnection);
  CHECK_THAT(outcome.status.message(),
             ContainsSubstring(fmt::format("{}:{}", settings.url.host, settings.url.port)));
}

TEST_CASE("connect: a host name with several addresses") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  model::SourceSettings settings = server.Source();
  settings.url.host = "localhost";  // ::1, where nobody listens, and 127.0.0.1
  settings.tls_mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  const Outcome outcome = Try(settings);
  INFO(outcome.status.ToString());
  CHECK(outcome.status.ok());
}

TEST_CASE("tls: the chain and the names are verified") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const auto mode = GENERATE(TlsMode::kVerifyCa, TlsMode::kVerifyIdentity);
  CAPTURE(static_cast<int>(mode));
  model::SourceSettings settings = server.Source();
  settings.tls_mode = mode;
  settings.tls_ca = server.Env("CA");
  SECTION("right") {
    settings.url.host = GENERATE(as<std::string>(), "127.0.0.1", "localhost");
    const Outcome outcome = Try(settings);
    INFO(outcome.status.ToString());
    CHECK(outcome.status.ok());
    CHECK(outcome.tls);
    SourceReader reader(settings);
    reader.OpenAt("latest");
  }
  SECTION("another authority") {
    settings.tls_ca = server.Env("WRONG_CA");
    const Outcome outcome = Try(settings);
    CHECK(outcome.status.code() == Code::kTls);
    CHECK_THAT(outcome.status.message(), ContainsSubstring("certificate"));
  }
  SECTION("a name that is not in the certificate") {
    settings.url.host = "127.1";  // the same address
    const Outcome outcome = Try(settings);
    CHECK(outcome.status.code() == (mode == TlsMode::kVerifyCa ? Code::kOk : Code::kTls));
  }
  SECTION("no authority given") {
    settings.tls_ca.clear();
    // The system's authorities do not know a throwaway one.
    CHECK(Try(settings).status.code() ==
          (mode == TlsMode::kVerifyCa ? Code::kInvalidOption : Code::kTls));
  }
  SECTION("no such file") {
    settings.tls_ca = "/nowhere/ca.pem";
    const Outcome outcome = Try(settings);
    CHECK(outcome.status.code() == Code::kTls);
    CHECK_THAT(outcome.status.message(), ContainsSubstring("/nowhere/ca.pem"));
  }
  SECTION("a file without a certificate") {
    settings.tls_ca = "/etc/passwd";
    CHECK(Try(settings).status.code() == Code::kTls);
  }
}

TEST_CASE("tls: an authority that is given is checked in every mode that uses TLS") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  model::SourceSettings settings = server.Source();
  settings.tls_mode = GENERATE(TlsMode::kPreferred, TlsMode::kRequired);
  settings.tls_ca = server.Env("CA");
  CHECK(Try(settings).status.ok());
  settings.tls_ca = server.Env("WRONG_CA");
  CHECK(Try(settings).status.code() == Code::kTls);
}

TEST_CASE("tls: accounts that require it") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  model::SourceSettings settings = server.Source("tlsonly");
  CHECK(Try(settings).status.code() == Code::kAuthentication);
  settings.tls_mode = TlsMode::kPreferred;
  CHECK(Try(settings).status.ok());
  settings = server.Source("x509");
  settings.tls_mode = TlsMode::kRequired;
  CHECK(Try(settings).status.code() == Code::kAuthentication);
  settings.tls_cert = server.Env("CLIENT_CERT");
  settings.tls_key = server.Env("CLIENT_KEY");
  const Outcome outcome = Try(settings);
  INFO(outcome.status.ToString());
  CHECK(outcome.status.ok());
}

// --- servers that only a test would be ---

model::SourceSettings FakeSource(uint16_t port, TlsMode mode) {
  model::SourceSettings settings;
  settings.url.host = "127.0.0.1";
  settings.url.port = port;
  settings.url.user = "user";
  settings.url.password = "very-secret";
  settings.tls_mode = mode;
  settings.replica_uuid = "00000000-0000-8000-8000-000000000000";
  settings.server_id = 77;
  return settings;
}

TEST_CASE("tls: a server that offers none is told nothing") {
  std::promise<std::string> received;
  FakeServer server([&](int, FakeClient& client) {
    client.Send(GreetingPayload(kPlainCapabilities, "mysql_native_password"), 0);
    received.set_value(client.ReceiveAll());
  });
  model::SourceSettings settings = FakeSource(
      server.port(), GENERATE(TlsMode::kRequired, TlsMode::kVerifyCa, TlsMode::kVerifyIdentity));
  settings.tls_ca = "/etc/hostname";  // not read: it does not come to that
  const Outcome outcome = Try(settings);
  CHECK(outcome.status.code() == Code::kTls);
  CHECK_THAT(outcome.status.message(), ContainsSubstring("offers no TLS"));
  CHECK(received.get_future().get().empty());
}

TEST_CASE("tls: preferred goes on without it, and never sends the bare password") {
  std::promise<std::string> first_received;
  std::promise<std::string> received;
  FakeServer server([&](int connection, FakeClient& client) {
    client.Send(GreetingPayload(kPlainCapabilities, "caching_sha2_password"), 0);
    std::string all = client.Receive();
    if (connection == 0) {
      first_received.set_value(all);
      return;
    }
    client.Send(std::string("\x01\x04"), 2);  // "send your password in full"
    all += client.ReceiveAll();
    received.set_value(all);
  });
  model::SourceSettings settings = FakeSource(server.port(), TlsMode::kPreferred);
  settings.connect_timeout = milliseconds(1000);
  CHECK_FALSE(Try(settings).status.ok());
  CHECK(first_received.get_future().get().empty());  // seen to offer no TLS, and left
  const std::string sent = received.get_future().get();
  CHECK_THAT(sent, ContainsSubstring("user"));
  CHECK_THAT(sent, !ContainsSubstring("very-secret"));
  CHECK(sent.back() == '\x02');  // asks for a key to encrypt it with
}

TEST_CASE("connect: authentication methods that send the bare password are refused") {
  std::promise<std::string> received;
  FakeServer server([&](int, FakeClient& client) {
    client.Send(GreetingPayload(kPlainCapabilities, "mysql_native_password"), 0);
    std::string all = client.Receive();
    client.Send(std::string("\xfemysql_clear_password\0", 22), 2);  // "use this one"
    all += client.ReceiveAll();
    received.set_value(all);
  });
  CHECK(Try(FakeSource(server.port(), TlsMode::kOff)).status.code() == Code::kAuthentication);
  CHECK_THAT(received.get_future().get(), !ContainsSubstring("very-secret"));
}

TEST_CASE("connect: a server that does not answer") {
  FakeServer server;  // never accepts: the kernel connects, and nothing comes
  model::SourceSettings settings =
      FakeSource(server.port(), GENERATE(TlsMode::kOff, TlsMode::kPreferred));
  settings.connect_timeout = milliseconds(200);
  const Outcome outcome = Try(settings);
  CHECK(outcome.status.code() == Code::kConnection);
  CHECK_THAT(outcome.status.message(),
             ContainsSubstring(fmt::format("127.0.0.1:{}", server.port())));
}

// In what the connection is stuck when the stop comes.
enum class Stuck { kGreeting, kHalfGreeting, kHalfGreetingSeen, kAuthentication, kHandshake };

TEST_CASE("stop: while connecting to a server that is stuck") {
  const auto stuck =
      GENERATE(Stuck::kGreeting, Stuck::kHalfGreeting, Stuck::kAuthentication, Stuck::kHandshake);
  CAPTURE(static_cast<int>(stuck));
  std::promise<void> there;
  FakeServer server([&](int, FakeClient& client) {
    const uint32_t capabilities =
        stuck == Stuck::kHandshake ? kPlainCapabilities | kClientSsl : kPlainCapabilities;
    const std::string greeting = GreetingPayload(capabilities, "mysql_native_password");
    if (stuck == Stuck::kHalfGreeting || stuck == Stuck::kHalfGreetingSeen) {
      client.Send(greeting, 0, 10);
    } else if (stuck != Stuck::kGreeting) {
      client.Send(greeting, 0);
      client.Receive();  // its answer: now it waits for ours
    }
    there.set_value();
    client.ReceiveAll();
  });
  // The client's default would not end this test's wait within any patience.
  model::SourceSettings settings =
      FakeSource(server.port(), stuck == Stuck::kHandshake ? TlsMode::kRequired : TlsMode::kOff);
  settings.connect_timeout = std::chrono::hours(1);
  BinlogDump source(settings, nullptr, 1 << 20);
  std::thread stopper([&] {
    there.get_future().wait();
    source.Stop();
  });
  CHECK(source.Connect().code() == Code::kClosed);
  stopper.join();
  CHECK(source.Connect().code() == Code::kClosed);
}

TEST_CASE("stop: at any moment of connecting and reading") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const auto mode = GENERATE(TlsMode::kOff, TlsMode::kRequired);
  const auto seed = std::random_device{}();
  CAPTURE(seed, static_cast<int>(mode));
  std::mt19937 random(seed);
  model::SourceSettings settings = server.Source();
  settings.tls_mode = mode;
  settings.heartbeat = std::chrono::hours(1);
  settings.connect_timeout = std::chrono::hours(1);
  const size_t descriptors = OpenDescriptors();
  for (int round = 0; round < 60; ++round) {
    BinlogDump source(settings, nullptr, 1 << 20);
    const auto delay = std::chrono::microseconds(random() % 30000);
    std::thread stopper([&] {
      std::this_thread::sleep_for(delay);
      source.Stop();
    });
    Status status = source.Connect();
    if (status.ok()) {
      auto cursor = source.Resolve(model::StartPoint());
      status = cursor.status();
      if (status.ok()) status = source.Open(*cursor);
      model::Frame frame;
      while (status.ok()) status = source.Next(&frame);
    }
    CAPTURE(round, delay.count(), status.ToString());
    CHECK(status.code() == Code::kClosed);
    stopper.join();
  }
  CHECK(OpenDescriptors() == descriptors);
}

TEST_CASE("connect: failures leave no descriptors open") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  model::SourceSettings wrong_password = server.Source();
  wrong_password.url.password = "wrong";
  model::SourceSettings wrong_port = server.Source();
  wrong_port.url.port = 1;
  model::SourceSettings wrong_ca = server.Source();
  wrong_ca.tls_mode = TlsMode::kVerifyCa;
  wrong_ca.tls_ca = server.Env("WRONG_CA");
  Try(wrong_ca);  // what the libraries open once
  const size_t descriptors = OpenDescriptors();
  for (int round = 0; round < 5; ++round) {
    for (const auto& settings : {wrong_password, wrong_port, wrong_ca, server.Source()}) {
      Try(settings);
    }
  }
  CHECK(OpenDescriptors() == descriptors);
}

}  // namespace
}  // namespace towpath::live
