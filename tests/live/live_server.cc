#include "tests/live/live_server.h"

#include <cstdlib>

#include "fmt/format.h"
#include "model/text.h"
#include "tests/catch.h"

namespace towpath::live {

std::vector<Kind> Kinds() {
  const char* only = std::getenv("TOWPATH_TEST_ONLY");
  if (only == nullptr) return {Kind::kMariadb, Kind::kMysql};
  const std::string name = only;
  if (name == "mariadb") return {Kind::kMariadb};
  if (name == "mysql") return {Kind::kMysql};
  FAIL("TOWPATH_TEST_ONLY is " << name << ", not mariadb or mysql");
  return {};
}

LiveServer::LiveServer(Kind kind) : kind_(kind) { Env("URL"); }

std::string LiveServer::Env(const std::string& name) const {
  const std::string full = fmt::format("TOWPATH_TEST_{}_{}", mysql() ? "MYSQL" : "MARIADB", name);
  const char* value = std::getenv(full.c_str());
  if (value == nullptr) {
    FAIL(full << " is not set: run this through tests/harness/servers.py run --server both --tls");
  }
  return value;
}

uint16_t LiveServer::port() const { return *model::ParseNumber<uint16_t>(Env("PORT")); }

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

std::string LiveServer::Sql(std::string_view statement) const {
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
  std::string out;
  for (const auto& row : set->rows) {
    if (!out.empty()) out += '\n';
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += '\t';
      out += row[i].value_or("NULL");
    }
  }
  return out;
}

ScopedGlobal::ScopedGlobal(const LiveServer& server, const std::string& name,
                           const std::string& value)
    : server_(server), name_(name), before_(server.Sql("SELECT @@GLOBAL." + name)) {
  server_.Sql(fmt::format("SET GLOBAL {} = {}", name_, value));
}

ScopedGlobal::~ScopedGlobal() {
  const bool number = model::ParseNumber<int64_t>(before_).has_value();
  server_.Sql(number ? fmt::format("SET GLOBAL {} = {}", name_, before_)
                     : fmt::format("SET GLOBAL {} = '{}'", name_, before_));
}

}  // namespace towpath::live
