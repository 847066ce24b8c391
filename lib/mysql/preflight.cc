#include "mysql/preflight.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"
#include "towpath/options.h"

namespace towpath {

bool PreflightReport::ready() const {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kError) return false;
  }
  return true;
}

Result<PreflightReport> Preflight(const Options& options) {
  auto settings = model::Settings::From(options, /*need_stream=*/false);
  if (!settings.ok()) return settings.status();
  const model::SourceSettings& source = settings->source;
  if (source.url.kind != model::SourceUrl::Kind::kServer) {
    return Status(Code::kInvalidOption,
                  "source.url: only a server can be checked, and this is a file");
  }
  mysql::Interrupt interrupt;
  auto connection = mysql::Connection::Open(source, interrupt, source.connect_timeout);
  if (!connection.ok()) return connection.status();
  auto facts = mysql::ReadServerFacts(**connection);
  if (!facts.ok()) return facts.status();
  auto findings = mysql::CheckServer(**connection, *facts, source);
  if (!findings.ok()) return findings.status();
  PreflightReport report;
  report.server =
      fmt::format("{} {} at {}", (*connection)->flavor() == Flavor::kMariadb ? "MariaDB" : "MySQL",
                  (*connection)->version(), (*connection)->endpoint());
  report.findings = *std::move(findings);
  return report;
}

namespace mysql {
namespace {

constexpr unsigned int kAccessDenied = 1227;  // ER_SPECIFIC_ACCESS_DENIED_ERROR

// The checks share what the server said once.
class Checker {
 public:
  Checker(Connection& connection, const ServerFacts& facts, const model::SourceSettings& settings)
      : connection_(connection), facts_(facts), settings_(settings) {}

  Status Run() {
    if (Status s = Load(); !s.ok()) return s;
    CheckLogBin();
    if (Variable("log_bin") != "OFF") {
      CheckFormat();
      CheckRowImage();
      CheckRowMetadata();
      CheckPartialJson();
      CheckCompression();
      CheckGtids();
      CheckFilters();
      CheckExpiry();
      if (Status s = CheckReplicatedChanges(); !s.ok()) return s;
    }
    if (Status s = CheckGrants(); !s.ok()) return s;
    CheckServerId();
    return Status::Ok();
  }

  std::vector<Finding> Take() { return std::move(findings_); }

 private:
  bool mysql() const { return connection_.flavor() == Flavor::kMysql; }
  uint32_t version() const { return connection_.version_number(); }

  const std::string& Variable(const std::string& name) const {
    static const std::string none;
    const auto found = variables_.find(name);
    return found == variables_.end() ? none : found->second;
  }
  bool Has(const std::string& name) const { return variables_.contains(name); }

  void Ok(std::string check, std::string found, std::string message = "") {
    findings_.push_back(
        {Severity::kOk, std::move(check), std::move(found), std::move(message), ""});
  }
  void Warn(std::string check, std::string found, std::string message, std::string remedy) {
    findings_.push_back({Severity::kWarning, std::move(check), std::move(found), std::move(message),
                         std::move(remedy)});
  }
  void Fail(std::string check, std::string found, std::string message, std::string remedy) {
    findings_.push_back({Severity::kError, std::move(check), std::move(found), std::move(message),
                         std::move(remedy)});
  }

  Status Load();
  // A statement that needs a privilege: nothing when it is missing.
  Result<std::optional<ResultSet>> Privileged(std::string_view statement);

  void CheckLogBin();
  void CheckFormat();
  void CheckRowImage();
  void CheckRowMetadata();
  void CheckPartialJson();
  void CheckCompression();
  void CheckGtids();
  void CheckFilters();
  void CheckExpiry();
  Status CheckReplicatedChanges();
  Status CheckGrants();
  void CheckServerId();

  Connection& connection_;
  const ServerFacts& facts_;
  const model::SourceSettings& settings_;
  std::map<std::string, std::string> variables_;
  std::string account_;                     // 'user'@'host', as GRANT wants it
  std::optional<ResultSet> binlog_status_;  // nothing: not permitted
  std::optional<ResultSet> replicas_;       // nothing: not permitted
  std::vector<Finding> findings_;
};

// 'user'@'host' of CURRENT_USER(), which leaves the quotes out.
std::string QuoteAccount(std::string_view account) {
  const size_t at = account.rfind('@');
  const auto quote = [](std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
      if (c == '\'') out += '\'';
      out += c;
    }
    return out + "'";
  };
  if (at == std::string_view::npos) return quote(account);
  return quote(account.substr(0, at)) + "@" + quote(account.substr(at + 1));
}

Result<std::optional<ResultSet>> Checker::Privileged(std::string_view statement) {
  auto set = connection_.Query(statement);
  if (set.ok()) return std::optional<ResultSet>(*std::move(set));
  if (connection_.error_number() == kAccessDenied) return std::optional<ResultSet>();
  return set.status();
}

Status Checker::Load() {
  auto set = connection_.Query(
      "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('log_bin', 'binlog_format', "
      "'binlog_row_image', 'binlog_row_metadata', 'binlog_row_value_options', "
      "'binlog_transaction_compression', 'log_bin_compress', 'gtid_mode', "
      "'enforce_gtid_consistency', 'binlog_expire_logs_seconds', 'expire_logs_days', "
      "'log_slave_updates', 'log_replica_updates', 'server_id')");
  if (!set.ok()) return set.status();
  for (size_t row = 0; row < set->rows.size(); ++row) {
    variables_[model::ToLower(set->Text(row, 0))] = set->Text(row, 1);
  }
  auto account = connection_.QueryValue("SELECT CURRENT_USER()");
  if (!account.ok()) return account.status();
  account_ = QuoteAccount(*account);

  std::string_view status = "SHOW MASTER STATUS";
  std::string_view replicas = "SHOW SLAVE HOSTS";
  if (mysql()) {
    if (version() >= 80200) status = "SHOW BINARY LOG STATUS";
    if (version() >= 80022) replicas = "SHOW REPLICAS";
  } else if (version() >= 100502) {
    status = "SHOW BINLOG STATUS";
  }
  if (Variable("log_bin") != "OFF") {
    auto answer = Privileged(status);
    if (!answer.ok()) return answer.status();
    binlog_status_ = *std::move(answer);
  }
  auto answer = Privileged(replicas);
  if (!answer.ok()) return answer.status();
  replicas_ = *std::move(answer);
  return Status::Ok();
}

void Checker::CheckLogBin() {
  if (Variable("log_bin") != "OFF") return Ok("log_bin", "ON");
  Fail("log_bin", "OFF", "without a binlog there are no changes to read",
       "in my.cnf under [mysqld] set log_bin = binlog, and restart the server");
}

void Checker::CheckFormat() {
  const std::string& format = Variable("binlog_format");
  if (format.empty() || format == "ROW") return Ok("binlog_format", "ROW");
  Fail("binlog_format", format,
       "changes are logged as statements, which do not say what they changed; sessions that are "
       "open keep their format until they reconnect",
       "SET GLOBAL binlog_format = 'ROW'");
}

void Checker::CheckRowImage() {
  const std::string& image = Variable("binlog_row_image");
  if (image.empty() || image == "FULL") return Ok("binlog_row_image", "FULL");
  Warn("binlog_row_image", image,
       "updates and deletes come without the columns that were not needed",
       "SET GLOBAL binlog_row_image = 'FULL'");
}

void Checker::CheckRowMetadata() {
  const std::string& metadata = Variable("binlog_row_metadata");
  if (metadata == "FULL") return Ok("binlog_row_metadata", metadata);
  constexpr std::string_view kWhy =
      "the binlog does not name columns: they are looked up in information_schema, as they are "
      "named today, in tables that the user has a privilege on";
  if (metadata.empty())
    return Ok("binlog_row_metadata", "not known to this version", std::string(kWhy));
  Warn("binlog_row_metadata", metadata, std::string(kWhy),
       "SET GLOBAL binlog_row_metadata = 'FULL'");
}

void Checker::CheckPartialJson() {
  if (!Has("binlog_row_value_options")) return;
  const std::string& options = Variable("binlog_row_value_options");
  if (options.empty()) return Ok("binlog_row_value_options", "");
  if (Variable("binlog_row_image") != "MINIMAL")
    return Ok("binlog_row_value_options", options,
              "JSON documents are completed from the rows' before images");
  Warn("binlog_row_value_options", options,
       "updates of JSON columns may come as what changed inside the document, and without the "
       "document, which binlog_row_image=MINIMAL leaves out",
       "SET GLOBAL binlog_row_value_options = ''");
}

void Checker::CheckCompression() {
  for (const char* name : {"binlog_transaction_compression", "log_bin_compress"}) {
    if (Has(name)) Ok(name, Variable(name));
  }
}

void Checker::CheckGtids() {
  using model::GtidMode;
  if (!mysql()) return Ok("gtid", "ON");
  const std::string mode = Has("gtid_mode") ? Variable("gtid_mode") : "not known to this version";
  if (mode == "ON") return Ok("gtid_mode", mode);
  if (settings_.gtid == GtidMode::kOff) return Ok("gtid_mode", mode, "source.gtid is off");
  std::string remedy;
  if (Variable("enforce_gtid_consistency") != "ON") {
    remedy = "SET GLOBAL enforce_gtid_consistency = ON; ";
  }
  if (mode == "OFF") remedy += "SET GLOBAL gtid_mode = OFF_PERMISSIVE; ";
  if (mode != "ON_PERMISSIVE") remedy += "SET GLOBAL gtid_mode = ON_PERMISSIVE; ";
  remedy += "SET GLOBAL gtid_mode = ON";
  const std::string message = "without GTIDs a stream can not move to another server";
  if (settings_.gtid == GtidMode::kOn) {
    return Fail("gtid_mode", mode, message + ", and source.gtid is on", remedy);
  }
  Warn("gtid_mode", mode, message, remedy);
}

void Checker::CheckFilters() {
  if (!binlog_status_) return;
  for (const char* name : {"Binlog_Do_DB", "Binlog_Ignore_DB"}) {
    const std::string databases = binlog_status_->Text(0, binlog_status_->Find(name));
    const std::string check = model::ToLower(name);
    if (databases.empty()) {
      Ok(check, "");
    } else {
      Warn(check, databases, "the server leaves changes out of its binlog",
           fmt::format("remove {} from my.cnf, and restart the server", check));
    }
  }
}

void Checker::CheckExpiry() {
  constexpr int64_t kDay = 24 * 3600;
  std::string name = "binlog_expire_logs_seconds";
  int64_t seconds = model::ParseNumber<int64_t>(Variable(name)).value_or(0);
  const std::string& days_text = Variable("expire_logs_days");
  if (seconds == 0 && !days_text.empty() && !days_text.starts_with("0.0")) {
    if (const auto days = model::ParseNumber<int64_t>(days_text.substr(0, days_text.find('.')))) {
      if (*days > 0 || !Has(name)) {
        name = "expire_logs_days";
        seconds = *days * kDay;
      }
    }
  }
  if (!Has(name)) return;
  if (seconds == 0 || seconds >= kDay) return Ok(name, Variable(name));
  Warn(name, Variable(name),
       fmt::format("a stream that stands still for {} s may find its binlog purged", seconds),
       name == "expire_logs_days" ? "SET GLOBAL expire_logs_days = 7"
                                  : "SET GLOBAL binlog_expire_logs_seconds = 604800");
}

Status Checker::CheckReplicatedChanges() {
  const std::string name = Has("log_replica_updates") ? "log_replica_updates" : "log_slave_updates";
  if (Variable(name) != "OFF") {
    Ok(name, Variable(name));
    return Status::Ok();
  }
  auto channels =
      Privileged(mysql() && version() >= 80022 ? "SHOW REPLICA STATUS" : "SHOW SLAVE STATUS");
  if (!channels.ok()) return channels.status();
  if (!*channels || (*channels)->rows.empty()) {
    Ok(name, "OFF",
       "matters on a replica only, and this server shows none of a replica's channels");
    return Status::Ok();
  }
  Warn(name, "OFF", "this server is a replica, and what it replicates is not in its binlog",
       fmt::format("in my.cnf under [mysqld] set {} = ON, and restart the server", name));
  return Status::Ok();
}

Status Checker::CheckGrants() {
  bool may_dump = replicas_.has_value();
  if (!mysql()) {
    // MariaDB asks for another privilege to list replicas; read the grants, those of the active
    // role included.
    auto grants = connection_.Query("SHOW GRANTS");
    if (!grants.ok()) return grants.status();
    may_dump = false;
    for (size_t row = 0; row < grants->rows.size(); ++row) {
      const std::string grant = grants->Text(row, 0);
      const size_t on = grant.find(" ON *.* TO ");
      if (on == std::string::npos) continue;
      const std::string_view privileges = std::string_view(grant).substr(0, on);
      for (const std::string_view part : model::Split(privileges, ',')) {
        std::string_view privilege = model::Trim(part);
        if (privilege.starts_with("GRANT ")) privilege.remove_prefix(6);
        if (privilege == "ALL PRIVILEGES" || privilege == "REPLICATION SLAVE") may_dump = true;
      }
    }
  }
  if (may_dump) {
    Ok("REPLICATION SLAVE", "granted");
  } else {
    Fail("REPLICATION SLAVE", "not granted", "the server sends its binlog to such users only",
         fmt::format("GRANT REPLICATION SLAVE ON *.* TO {}", account_));
  }
  if (Variable("log_bin") == "OFF") return Status::Ok();
  const std::string monitor =
      !mysql() && version() >= 100502 ? "BINLOG MONITOR" : "REPLICATION CLIENT";
  if (binlog_status_) {
    Ok(monitor, "granted");
  } else {
    Fail(monitor, "not granted", "needed to ask where the binlog begins and ends",
         fmt::format("GRANT {} ON *.* TO {}", monitor, account_));
  }
  return Status::Ok();
}

void Checker::CheckServerId() {
  const std::string ours = std::to_string(settings_.server_id);
  if (facts_.server_id == 0) {
    Fail("server_id", "0", "a server without an id has no replicas",
         "SET GLOBAL server_id = 1, and the same in my.cnf under [mysqld]");
    return;
  }
  if (facts_.server_id == settings_.server_id) {
    Fail("server_id", ours, "the server has the id that this stream presents as a replica",
         "set source.server_id to another number");
    return;
  }
  if (!replicas_) {
    Ok("server_id", ours, "other replicas are not shown to this user");
    return;
  }
  const int id = replicas_->Find("Server_id");
  const int host = replicas_->Find("Host");
  const int uuid = std::max(replicas_->Find("Replica_UUID"), replicas_->Find("Slave_UUID"));
  for (size_t row = 0; row < replicas_->rows.size(); ++row) {
    if (replicas_->Text(row, id) != ours) continue;
    const std::string where = replicas_->Text(row, host);
    // A connection of ours that the server has not missed yet. MariaDB has no uuids: there, the
    // host that we report holds it.
    if (replicas_->Text(row, uuid) == settings_.replica_uuid ||
        where.ends_with("/" + settings_.replica_uuid)) {
      continue;
    }
    Fail("server_id", ours,
         fmt::format("another replica with this id is connected, from '{}'", where),
         "set source.server_id to another number, or give the stream another stream.name");
    return;
  }
  Ok("server_id", ours);
}

}  // namespace

Result<std::vector<Finding>> CheckServer(Connection& connection, const ServerFacts& facts,
                                         const model::SourceSettings& settings) {
  Checker checker(connection, facts, settings);
  if (Status s = checker.Run(); !s.ok()) return s;
  return checker.Take();
}

Status RefuseUnready(std::string_view endpoint, const std::vector<Finding>& findings) {
  std::string message;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::kError) continue;
    message += fmt::format("{}{} is {}: {}: {}", message.empty() ? "" : "; ", finding.check,
                           finding.found, finding.message, finding.remedy);
  }
  if (message.empty()) return Status::Ok();
  return Status(Code::kServerNotReady, fmt::format("{} is not ready: {}", endpoint, message));
}

}  // namespace mysql
}  // namespace towpath
