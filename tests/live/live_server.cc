#include "tests/live/live_server.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "fmt/format.h"
#include "model/text.h"
#include "tests/catch.h"

namespace towpath::live {
namespace {

// Runs servers.py and returns what it prints; fails the test when it fails.
std::string Harness(const std::string& arguments) {
  const char* program = std::getenv("TOWPATH_TEST_SERVERS");
  if (program == nullptr) FAIL("TOWPATH_TEST_SERVERS is not set: run this through servers.py run");
  FILE* pipe = popen(fmt::format("{} {}", program, arguments).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> buffer;
  while (const size_t size = fread(buffer.data(), 1, buffer.size(), pipe)) {
    out.append(buffer.data(), size);
  }
  INFO("servers.py " << arguments << ": " << out);
  REQUIRE(pclose(pipe) == 0);
  return out;
}

}  // namespace

std::string_view KindName(Kind kind) {
  switch (kind) {
    case Kind::kMariadb:
      return "mariadb";
    case Kind::kMysql:
      return "mysql";
    case Kind::kMariadb118:
      return "mariadb118";
  }
  return "";
}

std::vector<Kind> Kinds() {
  const char* only = std::getenv("TOWPATH_TEST_ONLY");
  if (only == nullptr) return {Kind::kMariadb, Kind::kMysql};
  for (const Kind kind : {Kind::kMariadb, Kind::kMysql, Kind::kMariadb118})
    if (KindName(kind) == only) return {kind};
  FAIL("TOWPATH_TEST_ONLY is " << only << ", not mariadb, mysql or mariadb118");
  return {};
}

LiveServer::LiveServer(Kind kind) : kind_(kind) { Env("URL"); }

LiveServer::LiveServer(Kind kind, const std::vector<std::string>& settings, bool tls)
    : kind_(kind) {
  std::string folder = (std::filesystem::temp_directory_path() / "towpath-live-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  folder_ = folder;
  std::string arguments =
      fmt::format("start --server {} --dir {} --owner {}", KindName(kind), folder_, getpid());
  for (const std::string& setting : settings) arguments += " --set " + setting;
  if (tls) arguments += " --tls";
  const std::string out = Harness(arguments);
  for (const std::string_view line : model::Split(out, '\n')) {
    const size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    std::string_view value = line.substr(equals + 1);
    if (value.size() > 1 && value.front() == '\'') value = value.substr(1, value.size() - 2);
    env_[std::string(line.substr(0, equals))] = value;
  }
}

LiveServer::~LiveServer() {
  admin_.reset();
  if (folder_.empty()) return;
  const std::string command =
      fmt::format("{} remove --dir {}", std::getenv("TOWPATH_TEST_SERVERS"), folder_);
  CHECK(std::system(command.c_str()) == 0);
}

void LiveServer::Control(const std::string& command) const {
  REQUIRE(!folder_.empty());
  admin_.reset();
  Harness(fmt::format("{} --dir {}", command, folder_));
}

void LiveServer::Signal(int signal) const {
  REQUIRE(!folder_.empty());
  const std::string state = Harness("status --dir " + folder_);  // "running PID"
  const auto pid = model::ParseNumber<pid_t>(model::Trim(state.substr(state.find(' ') + 1)));
  INFO(state);
  REQUIRE(pid.has_value());
  REQUIRE(::kill(*pid, signal) == 0);
}

std::string LiveServer::Env(const std::string& name) const {
  std::string full = fmt::format("TOWPATH_TEST_{}_{}", KindName(kind_), name);
  std::ranges::transform(full, full.begin(), [](unsigned char c) { return std::toupper(c); });
  if (!folder_.empty()) {
    const auto found = env_.find(full);
    INFO(full);
    REQUIRE(found != env_.end());
    return found->second;
  }
  const char* value = std::getenv(full.c_str());
  if (value == nullptr) {
    FAIL(full << " is not set: run this through tests/harness/servers.py run --server both --tls");
  }
  return value;
}

uint16_t LiveServer::port() const { return *model::ParseNumber<uint16_t>(Env("PORT")); }

std::string LiveServer::Label() const { return (mysql() ? "MySQL " : "MariaDB ") + Env("VERSION"); }

bool LiveServer::IsAtLeast(int version) const {
  const std::string text = Env("VERSION");
  const std::vector<std::string_view> parts = model::Split(text, '.');
  REQUIRE(parts.size() >= 2);
  return *model::ParseNumber<int>(parts[0]) * 100 + *model::ParseNumber<int>(parts[1]) >= version;
}

std::string LiveServer::Url(const std::string& user) const {
  if (user == "root") return Env("ADMIN_URL");
  return fmt::format("mysql://{}:{}@{}:{}/", user, user, host(), port());
}

Options LiveServer::StreamOptions(const std::string& user) const {
  Options options;
  const auto set = [&](std::string_view key, const std::string& value) {
    const Status status = options.Set(key, value);
    INFO(status.message());
    REQUIRE(status.ok());
  };
  set("source.url", Url(user));
  set("stream.name", "live");
  set("source.heartbeat_ms", "500");
  set("source.tls.mode", "off");
  return options;
}

model::SourceSettings LiveServer::Source(const std::string& user) const {
  auto settings = model::Settings::From(StreamOptions(user));
  INFO(settings.status().message());
  REQUIRE(settings.ok());
  return settings->source;
}

mysql::ResultSet LiveServer::Query(std::string_view statement) const {
  if (admin_ == nullptr) {
    auto settings = Source("root");
    auto connection = mysql::Connection::Open(settings, interrupt_, std::chrono::minutes(10));
    INFO(connection.status().message());
    REQUIRE(connection.ok());
    admin_ = *std::move(connection);
  }
  auto set = admin_->Query(statement);
  INFO(set.status().message());
  REQUIRE(set.ok());
  return *std::move(set);
}

std::string LiveServer::Sql(std::string_view statement) const {
  const mysql::ResultSet set = Query(statement);
  std::string out;
  for (const auto& row : set.rows) {
    if (!out.empty()) out += '\n';
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += '\t';
      out += row[i].value_or("NULL");
    }
  }
  return out;
}

void LiveServer::CleanUp(std::string_view statement) const {
  if (admin_ == nullptr) return;
  const auto set = admin_->Query(statement);
  INFO(set.status().message());
  CHECK(set.ok());
}

std::string LiveServer::SqlValue(std::string_view statement, std::string_view column) const {
  const mysql::ResultSet set = Query(statement);
  return set.Text(0, set.Find(column));
}

ScopedGlobal::ScopedGlobal(const LiveServer& server, const std::string& name,
                           const std::string& value)
    : server_(server), name_(name), before_(server.Sql("SELECT @@GLOBAL." + name)) {
  server_.Sql(fmt::format("SET GLOBAL {} = {}", name_, value));
}

ScopedGlobal::~ScopedGlobal() {
  const bool number = model::ParseNumber<int64_t>(before_).has_value();
  server_.CleanUp(number ? fmt::format("SET GLOBAL {} = {}", name_, before_)
                         : fmt::format("SET GLOBAL {} = '{}'", name_, before_));
}

}  // namespace towpath::live
