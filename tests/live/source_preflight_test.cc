// Preflight: what it finds on servers made unfit, and that its remedies are cures.
#include "towpath/preflight.h"

#include <algorithm>

#include "fmt/format.h"
#include "model/text.h"
#include "mysql/preflight.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

PreflightReport Check(const Options& options) {
  auto report = Preflight(options);
  INFO(report.status().ToString());
  REQUIRE(report.ok());
  return *report;
}

PreflightReport Check(const LiveServer& server, const std::string& user = "towpath") {
  return Check(server.StreamOptions(user));
}

const Finding* Find(const PreflightReport& report, const std::string& check) {
  for (const Finding& finding : report.findings) {
    if (finding.check == check) return &finding;
  }
  return nullptr;
}

// The finding, which must be there with this severity; an unfit one has a message and a remedy.
Finding Require(const PreflightReport& report, const std::string& check, Severity severity) {
  const Finding* finding = Find(report, check);
  CAPTURE(check);
  REQUIRE(finding != nullptr);
  CAPTURE(finding->found, finding->message, finding->remedy);
  CHECK(finding->severity == severity);
  CHECK(finding->remedy.empty() == (severity == Severity::kOk));
  CHECK((severity == Severity::kOk || !finding->message.empty()));
  return *finding;
}

// Runs the statements of a remedy, as a person would paste them.
void Cure(const LiveServer& server, const std::string& remedy) {
  CAPTURE(remedy);
  for (const std::string_view statement : model::Split(remedy, ';')) {
    server.Sql(model::Trim(statement));
  }
}

// What Stream::Open would say.
Status Connect(const model::SourceSettings& settings) {
  mysql::BinlogDump source(settings, nullptr, 1 << 20);
  return source.Connect();
}

TEST_CASE("preflight: a server as the harness makes it is ready") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const PreflightReport report = Check(server);
  CHECK(report.ready());
  CHECK_THAT(report.server, ContainsSubstring(server.Env("VERSION")));
  CHECK_THAT(report.server, ContainsSubstring("127.0.0.1:" + server.Env("PORT")));
  CHECK_THAT(report.server, ContainsSubstring(server.mysql() ? "MySQL " : "MariaDB "));
  for (const Finding& finding : report.findings) {
    CAPTURE(finding.check, finding.found, finding.message);
    CHECK(finding.severity == Severity::kOk);
    CHECK(finding.remedy.empty());
  }
  for (const char* check : {"log_bin", "binlog_format", "binlog_row_image", "binlog_row_metadata",
                            "REPLICATION SLAVE", "server_id"}) {
    Require(report, check, Severity::kOk);
  }
}

TEST_CASE("preflight: settings that are wrong, and the statements that right them") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  struct Case {
    const char* variable;
    const char* value;
    Severity severity;
    bool mysql, mariadb;
  };
  const auto c = GENERATE(values<Case>({
      {"binlog_format", "STATEMENT", Severity::kError, true, true},
      {"binlog_format", "MIXED", Severity::kError, true, true},
      {"binlog_row_image", "MINIMAL", Severity::kWarning, true, true},
      {"binlog_row_image", "NOBLOB", Severity::kWarning, true, true},
      {"binlog_row_image", "FULL_NODUP", Severity::kWarning, false, true},
      {"binlog_row_metadata", "MINIMAL", Severity::kWarning, true, true},
      {"binlog_row_metadata", "NO_LOG", Severity::kWarning, false, true},
      {"binlog_row_value_options", "PARTIAL_JSON", Severity::kOk, true, false},
      {"binlog_expire_logs_seconds", "60", Severity::kWarning, true, true},
  }));
  if (!(server.mysql() ? c.mysql : c.mariadb)) return;
  if (std::string_view(c.value) == "FULL_NODUP" && !server.IsAtLeast(1104)) return;
  CAPTURE(c.variable, c.value);
  const bool number = model::ParseNumber<int>(c.value).has_value();
  const ScopedGlobal setting(server, c.variable, number ? c.value : fmt::format("'{}'", c.value));
  PreflightReport report = Check(server);
  const Finding finding = Require(report, c.variable, c.severity);
  CHECK(finding.found == c.value);
  CHECK(report.ready() == (c.severity != Severity::kError));
  const Status status = Connect(server.Source());
  if (c.severity == Severity::kError) {
    CHECK(status.code() == Code::kServerNotReady);
    CHECK_THAT(status.message(), ContainsSubstring(finding.remedy));
    CHECK_THAT(status.message(), ContainsSubstring(c.variable));
  } else {
    CHECK(status.ok());
  }
  if (c.severity == Severity::kOk) return;
  Cure(server, finding.remedy);
  report = Check(server);
  Require(report, c.variable, Severity::kOk);
  CHECK(report.ready());
}

TEST_CASE("preflight: differences of JSON without the documents") {
  if (Kinds().back() != Kind::kMysql) return;  // MariaDB has none
  const LiveServer server(Kind::kMysql);
  const ScopedGlobal image(server, "binlog_row_image", "'MINIMAL'");
  const ScopedGlobal partial(server, "binlog_row_value_options", "'PARTIAL_JSON'");
  const Finding finding = Require(Check(server), "binlog_row_value_options", Severity::kWarning);
  CHECK_THAT(finding.message, ContainsSubstring("binlog_row_image=MINIMAL"));
  Cure(server, finding.remedy);
  Require(Check(server), "binlog_row_value_options", Severity::kOk);
}

TEST_CASE("preflight: grants that are missing, and the statements that give them") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  const std::string monitor = server.mysql() ? "REPLICATION CLIENT" : "BINLOG MONITOR";
  const std::string account = "'o''brien'@'%'";
  server.Sql("DROP USER IF EXISTS " + account);
  server.Sql(fmt::format("CREATE USER {} IDENTIFIED BY 'o'", account));
  Options options = server.StreamOptions();
  REQUIRE(
      options
          .Set("source.url", fmt::format("mysql://o'brien:o@{}:{}/", server.host(), server.port()))
          .ok());
  auto settings = model::Settings::From(options);
  REQUIRE(settings.ok());

  PreflightReport report = Check(options);
  CHECK_FALSE(report.ready());
  const Finding dump = Require(report, "REPLICATION SLAVE", Severity::kError);
  const Finding look = Require(report, monitor, Severity::kError);
  CHECK(dump.remedy == "GRANT REPLICATION SLAVE ON *.* TO " + account);
  CHECK(look.remedy == fmt::format("GRANT {} ON *.* TO {}", monitor, account));
  Status status = Connect(settings->source);
  CHECK(status.code() == Code::kServerNotReady);
  CHECK_THAT(status.message(), ContainsSubstring(dump.remedy));
  CHECK_THAT(status.message(), ContainsSubstring(look.remedy));

  Cure(server, dump.remedy);
  report = Check(options);
  Require(report, "REPLICATION SLAVE", Severity::kOk);
  Require(report, monitor, Severity::kError);
  Cure(server, look.remedy);
  CHECK(Check(options).ready());
  SourceReader reader(settings->source);
  reader.OpenAt("latest");
  server.Sql("DROP USER " + account);
}

TEST_CASE("preflight: grants that come with a role") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  for (const char* statement :
       {"DROP USER IF EXISTS roleuser", "DROP ROLE IF EXISTS followers",
        "CREATE USER roleuser IDENTIFIED BY 'roleuser'", "CREATE ROLE followers",
        "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO followers",
        "GRANT followers TO roleuser"}) {
    server.Sql(statement);
  }
  CHECK_FALSE(Check(server, "roleuser").ready());
  server.Sql(server.mysql() ? "SET DEFAULT ROLE followers TO roleuser"
                            : "SET DEFAULT ROLE followers FOR roleuser");
  CHECK(Check(server, "roleuser").ready());
  SourceReader reader(server.Source("roleuser"));
  reader.OpenAt("latest");
  server.Sql("DROP USER roleuser");
  server.Sql("DROP ROLE followers");
}

TEST_CASE("preflight: the server's own id") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Options options = server.StreamOptions();
  REQUIRE(options.Set("source.server_id", server.Sql("SELECT @@server_id")).ok());
  const PreflightReport report = Check(options);
  CHECK_FALSE(report.ready());
  const Finding finding = Require(report, "server_id", Severity::kError);
  CHECK_THAT(finding.remedy, ContainsSubstring("source.server_id"));
}

TEST_CASE("preflight: an id that another replica has, and one that is our own of before") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  // MariaDB shows its replicas to few: MASTER ADMIN, or root.
  const std::string user = server.mysql() ? "towpath" : "root";
  SourceReader other(server.Source(user));
  other.OpenAt("latest");
  Options options = server.StreamOptions(user);
  CHECK(Check(options).ready());  // the same stream, not missed yet
  auto settings = model::Settings::From(options);
  REQUIRE(options.Set("source.server_id", std::to_string(settings->source.server_id)).ok());
  REQUIRE(options.Set("stream.name", "somebody-else").ok());
  const PreflightReport report = Check(options);
  CHECK_FALSE(report.ready());
  const Finding finding = Require(report, "server_id", Severity::kError);
  CHECK_THAT(finding.message, ContainsSubstring("another replica"));
}

TEST_CASE("preflight: GTIDs switched off") {
  if (std::ranges::count(Kinds(), Kind::kMysql) == 0) return;
  const LiveServer server(Kind::kMysql, {"gtid_mode=OFF", "enforce_gtid_consistency=OFF"});
  Finding finding = Require(Check(server), "gtid_mode", Severity::kWarning);
  CHECK(finding.found == "OFF");
  Options options = server.StreamOptions();
  REQUIRE(options.Set("source.gtid", "on").ok());
  CHECK_FALSE(Check(options).ready());
  REQUIRE(options.Set("source.gtid", "off").ok());
  Require(Check(options), "gtid_mode", Severity::kOk);
  // Everything but GTIDs works without them.
  SourceReader reader(server.Source());
  reader.OpenAt("latest");
  CHECK_FALSE(reader.Resolve("earliest").gtids_known);
  auto by_gtid = reader.source().Resolve(
      *model::StartPoint::Parse("3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5"));
  CHECK(by_gtid.code() == Code::kServerNotReady);
  model::Cursor elsewhere = reader.Resolve("latest");
  elsewhere.server_uuid = "another server";
  CHECK(reader.source().Open(elsewhere).code() == Code::kPositionLost);

  Cure(server, finding.remedy);
  CHECK(server.Sql("SELECT @@GLOBAL.gtid_mode") == "ON");
  Require(Check(server), "gtid_mode", Severity::kOk);
}

TEST_CASE("preflight: no binlog at all, and one with databases left out") {
  const auto kind = GENERATE(from_range(Kinds()));
  SECTION("none") {
    const LiveServer server(kind, {"skip_log_bin"});
    const PreflightReport report = Check(server);
    CHECK_FALSE(report.ready());
    const Finding finding = Require(report, "log_bin", Severity::kError);
    CHECK_THAT(finding.remedy, ContainsSubstring("log_bin = "));
    CHECK_THAT(finding.remedy, ContainsSubstring("restart"));
    const Status status = Connect(server.Source());
    CHECK(status.code() == Code::kServerNotReady);
    CHECK_THAT(status.message(), ContainsSubstring(finding.remedy));
  }
  SECTION("filtered") {
    const LiveServer server(kind, {"binlog_ignore_db=secret", "binlog_do_db=shop"});
    const PreflightReport report = Check(server);
    CHECK(report.ready());
    CHECK(Require(report, "binlog_do_db", Severity::kWarning).found == "shop");
    CHECK(Require(report, "binlog_ignore_db", Severity::kWarning).found == "secret");
  }
}

TEST_CASE("preflight: a replica that does not log what it replicates") {
  const LiveServer source(GENERATE(from_range(Kinds())));
  const LiveServer replica(source.kind(),
                           {source.mysql() ? "log_replica_updates=OFF" : "log_slave_updates=OFF"});
  const std::string check = source.mysql() ? "log_replica_updates" : "log_slave_updates";
  // Alone it replicates nothing.
  Require(Check(replica, "root"), check, Severity::kOk);
  replica.Sql(source.mysql() ? "CHANGE REPLICATION SOURCE TO SOURCE_HOST='127.0.0.1'"
                             : "CHANGE MASTER TO MASTER_HOST='127.0.0.1'");
  CHECK_THAT(Require(Check(replica, "root"), check, Severity::kWarning).remedy,
             ContainsSubstring(check + " = ON"));
}

TEST_CASE("preflight: what is no server, or does not let us in") {
  Options options;
  REQUIRE(options.Set("source.url", "file:///tmp/binlog.000001").ok());
  CHECK(Preflight(options).code() == Code::kInvalidOption);
  CHECK(Preflight(Options()).code() == Code::kInvalidOption);
  const LiveServer server(GENERATE(from_range(Kinds())));
  REQUIRE(options
              .Set("source.url",
                   fmt::format("mysql://towpath:wrong@{}:{}/", server.host(), server.port()))
              .ok());
  CHECK(Preflight(options).code() == Code::kAuthentication);
}

}  // namespace
}  // namespace towpath::live
