#include "model/settings.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/catch.h"
#include "towpath/entry.h"

namespace towpath::model {
namespace {

SourceUrl Url(const std::string& text) {
  auto url = SourceUrl::Parse(text);
  INFO(text);
  REQUIRE(url.ok());
  return *url;
}

StartPoint Start(const std::string& text) {
  auto start = StartPoint::Parse(text);
  INFO(text);
  REQUIRE(start.ok());
  return *start;
}

TEST_CASE("a server URL gives host, port, user, password and socket", "[settings]") {
  const SourceUrl full = Url("mysql://re%40pl:s%3Ac%2Fr@db.example:3307/");
  CHECK(full.kind == SourceUrl::Kind::kServer);
  CHECK(full.user == "re@pl");
  CHECK(full.password == "s:c/r");
  CHECK(full.host == "db.example");
  CHECK(full.port == 3307);
  CHECK(full.Display() == "db.example:3307");

  CHECK(Url("MariaDB://u@h").port == 3306);
  CHECK(Url("mysql://").host == "127.0.0.1");
  CHECK(Url("mysql://u:p@[::1]:3308/").Display() == "[::1]:3308");
  CHECK(Url("mysql://u:a@b@host/").password == "a@b");
  CHECK(Url("mysql://u@localhost/?socket=/run/my%20sql.sock").socket == "/run/my sql.sock");
}

TEST_CASE("a server URL may list several hosts", "[settings]") {
  const auto hosts = SourceUrl::ParseList("mysql://u:p%2C@a:3306,b,[::1]:3308,[fe80::1]/");
  REQUIRE(hosts.ok());
  std::string shown;
  for (const SourceUrl& host : *hosts) {
    CHECK(host.user == "u");
    CHECK(host.password == "p,");
    shown += host.Display() + ' ';
  }
  CHECK(shown == "a:3306 b:3306 [::1]:3308 [fe80::1]:3306 ");
  CHECK(Url("mysql://a:1,b:2/").Display() == "a:1");
  const auto refused = GENERATE(values<std::pair<std::string, std::string>>({
      {"mysql://a,,b/", "empty name"},
      {"mysql://a,b,/", "empty name"},
      {"mysql://a,b,a:3306/", "a:3306 is named twice"},
      {"mysql://a,b:0/", "port \"0\""},
      {"mysql://a,[::1/", "no ]"},
      {"mysql://u@a,b/?socket=/s", "list of hosts"},
      {"mysql://u:secret@a,b:x/", "port \"x\""},
  }));
  const auto status = SourceUrl::ParseList(refused.first).status();
  CHECK(status.code() == Code::kInvalidOption);
  CHECK_THAT(status.message(), ContainsSubstring(refused.second));
  CHECK_THAT(status.message(), !ContainsSubstring("secret"));
}

TEST_CASE("a part of a transaction and a state of origins are what their texts say", "[settings]") {
  for (const char* text :
       {"0-1-7/3/0000beef", "3e11fa47-71ca-11e1-9e33-c80aa9429562:tag:5/1/00000000"}) {
    const auto part = Part::Parse(text);
    REQUIRE(part.ok());
    CHECK(part->ToString() == text);
  }
  CHECK(Part::Parse("")->empty());
  for (const char* text : {"0-1-7", "0-1-7/0/0", "0-1-7/x/0", "/1/0", "0-1-7/1/0/0"}) {
    CAPTURE(text);
    CHECK(Part::Parse(text).code() == Code::kInvalidPosition);
  }
  auto state = *OriginState::Parse("0-1-5, 0-2-7,1-1-3");
  CHECK(state.ToString() == "0-1-5,0-2-7,1-1-3");
  state.Add(*Gtid::Parse("0-1-4"));
  state.Add(*Gtid::Parse("2-9-1"));
  CHECK(state.ToString() == "0-1-5,0-2-7,1-1-3,2-9-1");
  CHECK(state.Contains(*Gtid::Parse("0-1-5")));
  CHECK_FALSE(state.Contains(*Gtid::Parse("0-1-6")));
  CHECK_FALSE(state.Contains(*Gtid::Parse("0-3-1")));
  CHECK_FALSE(OriginState::Parse("3e11fa47-71ca-11e1-9e33-c80aa9429562:5").ok());
}

TEST_CASE("a file URL gives a path", "[settings]") {
  CHECK(Url("file:///var/lib/mysql/binlog.000001").path == "/var/lib/mysql/binlog.000001");
  CHECK(Url("file:binlog.000001").path == "binlog.000001");
  CHECK(Url("file://localhost/x%25y.1").path == "/x%y.1");
  CHECK_FALSE(SourceUrl::Parse("file://elsewhere/x.1").ok());
  CHECK_FALSE(SourceUrl::Parse("file:///folder/").ok());
  CHECK_FALSE(SourceUrl::Parse("file:").ok());
}

TEST_CASE("a start is recognised by its form", "[settings]") {
  using Kind = StartPoint::Kind;
  CHECK(Start("latest").kind == Kind::kLatest);
  CHECK(Start("earliest").kind == Kind::kEarliest);
  CHECK(Start("binlog.000002:1547").kind == Kind::kPosition);
  const StartPoint after = Start("binlog.000002:1547:0@1320");
  CHECK(after.kind == Kind::kAfterEntry);
  CHECK(after.position.transaction_offset == 1320);
  CHECK(Start("binlog.000002:1547:0").kind == Kind::kAfterEntry);
  CHECK(Start("0-1-270,1-1-5").kind == Kind::kGtidSet);
  CHECK(Start("3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5").kind == Kind::kGtidSet);
  CHECK(Start("@1700000000").timestamp_us == 1700000000000000);
  CHECK(Start("2023-11-14T22:13:20Z").timestamp_us == 1700000000000000);
  CHECK(Start("2023-11-14 22:13:20").timestamp_us == 1700000000000000);
  CHECK(Start("2023-11-14T23:13:20.25+01:00").timestamp_us == 1700000000250000);
  for (const char* bad : {"", " ", "now", "binlog.000002", "@", "@-1", "2023-11-14T22:13:20Zz",
                          "2023-13-14T22:13:20Z", "1969-12-31T23:59:59Z"}) {
    INFO(bad);
    CHECK(StartPoint::Parse(bad).code() == Code::kInvalidPosition);
  }
}

TEST_CASE("options become settings", "[settings]") {
  Options options;
  REQUIRE(options.Set("stream.name", "orders").ok());
  REQUIRE(options.Set("source.url", "mysql://u:p@h/").ok());
  auto settings = Settings::From(options);
  REQUIRE(settings.ok());
  CHECK(settings->buffer_bytes == 64u << 20);
  CHECK(settings->dedup == DedupMode::kFlag);
  CHECK(settings->ack_durability == AckDurability::kSync);
  CHECK(settings->source.tls_mode == TlsMode::kPreferred);
  CHECK((settings->filter_events >> static_cast<int>(EntryKind::kHeartbeat) & 1) == 0);
  CHECK((settings->filter_events >> static_cast<int>(EntryKind::kCommit) & 1) == 1);
  // Derived identities are stable over releases: servers and other replicas know us by them.
  CHECK(settings->source.server_id >= 0x80000000u);
  CHECK(settings->source.replica_uuid.size() == 36);

  REQUIRE(options.Set("dedup.mode", "drop").ok());
  REQUIRE(options.Set("ack.durability", "interval").ok());
  REQUIRE(options.Set("source.tls.mode", "verify_identity").ok());
  REQUIRE(options.Set("schema.mode", "positional").ok());
  REQUIRE(options.Set("log.level", "error").ok());
  auto changed = Settings::From(options);
  REQUIRE(changed.ok());
  CHECK(changed->dedup == DedupMode::kDrop);
  CHECK(changed->ack_durability == AckDurability::kInterval);
  CHECK(changed->source.tls_mode == TlsMode::kVerifyIdentity);
  CHECK(changed->schema_mode == SchemaMode::kPositional);
  CHECK(changed->log_level == LogLevel::kError);
  CHECK(changed->source.server_id == settings->source.server_id);

  REQUIRE(options.Set("stream.name", "payments").ok());
  CHECK(Settings::From(options)->source.replica_uuid != settings->source.replica_uuid);
}

TEST_CASE("settings that do not fit together are refused", "[settings]") {
  Options options;
  CHECK(Settings::From(options).code() == Code::kInvalidName);
  CHECK(Settings::From(options, /*need_stream=*/false).code() == Code::kInvalidOption);
  REQUIRE(options.Set("source.url", "mysql://u:p@h/").ok());
  CHECK(Settings::From(options, false).ok());
  REQUIRE(options.Set("source.tls.cert", "/x.pem").ok());
  CHECK(Settings::From(options, false).code() == Code::kInvalidOption);
}

TEST_CASE("a password file gives the password", "[settings]") {
  const auto folder = std::filesystem::temp_directory_path() / "towpath-settings-test";
  std::filesystem::create_directories(folder);
  const std::string path = folder / "password";
  std::ofstream(path) << "s3cret\r\nsecond line\n";
  Options options;
  REQUIRE(options.Set("source.url", "mysql://u@h/").ok());
  REQUIRE(options.Set("source.password_file", path).ok());
  CHECK(Settings::From(options, false)->source.url.password == "s3cret");
  REQUIRE(options.Set("source.url", "mysql://u:also@h/").ok());
  CHECK(Settings::From(options, false).code() == Code::kInvalidOption);
  REQUIRE(options.Set("source.password_file", path + ".none").ok());
  REQUIRE(options.Set("source.url", "mysql://u@h/").ok());
  CHECK(Settings::From(options, false).code() == Code::kNotFound);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace towpath::model
