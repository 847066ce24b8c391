// LiveServer: a real server that tests/harness started, as a test sees it.
//
//   const LiveServer server(GENERATE(Kind::kMariadb, Kind::kMysql));
//   server.Sql("CREATE TABLE ...");
//   mysql::BinlogDump source(server.Source(), nullptr, 1 << 20);
#ifndef TOWPATH_TESTS_LIVE_LIVE_SERVER_H_
#define TOWPATH_TESTS_LIVE_LIVE_SERVER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/settings.h"
#include "mysql/connection.h"
#include "towpath/options.h"

namespace towpath::live {

// kMariadb: the distribution's, whatever its version.
enum class Kind { kMariadb, kMysql, kMariadb118 };

// By its name in servers.py.
std::string_view KindName(Kind kind);

// The servers that this run is meant to have: MariaDB and MySQL, unless TOWPATH_TEST_ONLY names
// one.
std::vector<Kind> Kinds();

class LiveServer {
 public:
  // The server that the harness started for the whole run; fails the test when there is none.
  explicit LiveServer(Kind kind);
  // A server of its own, with these settings ("name=value"), removed with this object. For tests
  // that stop or restart it, or that need what can only be set at a start.
  LiveServer(Kind kind, const std::vector<std::string>& settings, bool tls = false);
  ~LiveServer();
  LiveServer(const LiveServer&) = delete;
  LiveServer& operator=(const LiveServer&) = delete;

  // Only with a server of its own: "stop", "kill", "start", "restart" of servers.py.
  void Control(const std::string& command) const;
  // The same: sends its process a signal.
  void Signal(int signal) const;

  Kind kind() const { return kind_; }
  bool mysql() const { return kind_ == Kind::kMysql; }
  // "MariaDB 10.11.6-MariaDB", for reports.
  std::string Label() const;
  // The value of TOWPATH_TEST_<kind>_<name>. Fails the test when it is not set.
  std::string Env(const std::string& name) const;
  std::string host() const { return Env("HOST"); }
  uint16_t port() const;
  // True for a server of this version, as 1104 for 11.4, or of a later one.
  bool IsAtLeast(int version) const;

  // mysql://USER:PASSWORD@HOST:PORT/; the password is the user's name.
  std::string Url(const std::string& user = "towpath") const;
  // Options of a stream "live" of this server: a short heartbeat, no TLS.
  Options StreamOptions(const std::string& user = "towpath") const;
  model::SourceSettings Source(const std::string& user = "towpath") const;

  // As root; fails the test on an error. The rows joined by '\n', columns by '\t'.
  std::string Sql(std::string_view statement) const;
  // For the end of a scope: reports an error, but does not throw.
  void CleanUp(std::string_view statement) const;
  // The value of a column of the first row.
  std::string SqlValue(std::string_view statement, std::string_view column) const;

 private:
  mysql::ResultSet Query(std::string_view statement) const;

  Kind kind_;
  std::string folder_;                      // of a server of its own
  std::map<std::string, std::string> env_;  // of a server of its own
  mutable mysql::Interrupt interrupt_;
  mutable std::unique_ptr<mysql::Connection> admin_;
};

// Sets a global variable, and back to what it was at the end of the scope.
class ScopedGlobal {
 public:
  ScopedGlobal(const LiveServer& server, const std::string& name, const std::string& value);
  ~ScopedGlobal();
  ScopedGlobal(const ScopedGlobal&) = delete;
  ScopedGlobal& operator=(const ScopedGlobal&) = delete;

 private:
  const LiveServer& server_;
  const std::string name_;
  const std::string before_;
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_LIVE_SERVER_H_
