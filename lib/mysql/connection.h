// Connection: one authenticated session with a MySQL or MariaDB server, over Connector/C.
//
// What Connector/C 3.3 leaves open is closed here:
// - A server that offers no TLS is recognised by its greeting, before anything is sent to it.
//   Connector/C would go on in plain text unless a host name is to be verified, and its
//   caching_sha2_password plugin would send the password unprotected, taking the wish for TLS for
//   the fact.
// - source.tls.mode=verify_ca checks the certificate's chain against source.tls.ca;
//   verify_identity checks its names as well. Without source.tls.ca it trusts the system's
//   authorities.
// - Only authentication methods that never send the bare password over an open line are allowed,
//   and the server can not ask for local files.
// - Every wait ends when the Interrupt is triggered: the lookup of the host name, the connection,
//   the TLS handshake, authentication, and each answer.
//
// Thread safety: one thread at a time; only the Interrupt may be triggered from others.
#ifndef TOWPATH_LIB_MYSQL_CONNECTION_H_
#define TOWPATH_LIB_MYSQL_CONNECTION_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/settings.h"
#include "mysql/interrupt.h"
#include "towpath/gtid.h"
#include "towpath/status.h"

struct st_mysql;  // Connector/C's MYSQL

namespace towpath::mysql {

// The rows of a query as text; nothing where the value is NULL.
struct ResultSet {
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;

  // Index of a column by name (ASCII case ignored), or -1.
  int Find(std::string_view column) const;
  // The value, or "" when there is no such row or column, or it is NULL.
  std::string Text(size_t row, int column) const;
};

class Connection {
 public:
  // Connects and authenticates. `read_timeout` bounds the wait for an answer later on.
  // kConnection, kAuthentication, kTls, kInvalidOption; kClosed once `interrupt` is triggered.
  // `interrupt` must outlive the connection.
  static Result<std::unique_ptr<Connection>> Open(const model::SourceSettings& settings,
                                                  Interrupt& interrupt,
                                                  std::chrono::milliseconds read_timeout);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Flavor flavor() const { return flavor_; }
  const std::string& version() const { return version_; }      // "10.11.19-MariaDB-log"
  uint32_t version_number() const { return version_number_; }  // 101119
  const std::string& endpoint() const { return endpoint_; }    // "127.0.0.1:3306"
  bool tls() const { return tls_; }

  // One statement and its rows, if it has any. The last server error is in error_number().
  Result<ResultSet> Query(std::string_view sql);
  // The same, row by row: for results too large to hold. `visit` must not use the connection.
  using Row = std::vector<std::optional<std::string_view>>;
  Status QueryEach(std::string_view sql, const std::function<Status(const Row&)>& visit);
  // The first column of the first row; "" when there is none.
  Result<std::string> QueryValue(std::string_view sql);
  Status Execute(std::string_view sql) { return Query(sql).status(); }
  // `text` as a string literal of SQL, quotes included.
  std::string Quote(std::string_view text) const;

  // Number of the last error (of the server or of Connector/C), 0 when there was none.
  unsigned int error_number() const;
  // The last error as a Status: kClosed when interrupted, else a code by its number.
  Status LastError(std::string_view doing) const;

  // From now on the connection ends by a reset, also when the process dies. To end it in order
  // would not wake a server that is blocked in sending: for as long as the kernel keeps our half
  // closed socket (a minute) its thread stays, and a new dump of the same replica waits for it.
  void EndByReset() const;

  // For the dump, which Connector/C has no call for.
  st_mysql* handle() { return handle_; }
  int socket() const { return duplicate_; }
  const Interrupt& interrupt() const { return interrupt_; }

 private:
  Connection(Interrupt& interrupt, std::string endpoint, std::string user);
  Status Connect(const model::SourceSettings& settings, bool tls,
                 std::chrono::milliseconds read_timeout);

  Interrupt& interrupt_;
  st_mysql* handle_ = nullptr;
  int duplicate_ = -1;  // of the socket; attached to interrupt_
  Flavor flavor_ = Flavor::kUnknown;
  std::string version_;
  uint32_t version_number_ = 0;
  std::string endpoint_;
  std::string user_;
  bool tls_ = false;
  bool server_lacks_tls_ = false;  // seen in the greeting
};

// 101119 of "10.11.19-MariaDB-log"; 0 when the text does not begin with three numbers.
uint32_t ParseVersion(std::string_view text);

// Whether a server greeting (the first packet, its 4-byte header included) offers TLS. Nothing
// while the bytes are too few to tell.
std::optional<bool> GreetingOffersTls(std::string_view bytes);

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_CONNECTION_H_
