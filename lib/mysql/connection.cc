#include "mysql/connection.h"

#include <errmsg.h>
#include <mysql.h>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include "fmt/format.h"
#include "model/text.h"

namespace towpath::mysql {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// Client plugins that Connector/C may use. Others (mysql_clear_password, dialog) send the bare
// password to whoever asks for it.
constexpr char kAllowedAuthentication[] =
    "mysql_native_password,caching_sha2_password,sha256_password,client_ed25519";

// What the wait hook below needs while mysql_real_connect runs in this thread; Connector/C gives it
// the socket and nothing else.
struct ConnectContext {
  Interrupt* interrupt;
  milliseconds timeout;
  bool want_tls;
  Clock::time_point deadline;  // of this socket: each address of a host has its own
  int socket = -1;             // Connector/C's descriptor
  int duplicate = -1;          // attached to the interrupt
  bool lacks_tls = false;
};
thread_local ConnectContext* current_connect = nullptr;

milliseconds Left(Clock::time_point deadline) {
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(deadline - Clock::now()));
}

// Whether the peer sends nothing behind what has come.
bool HasEnded(int socket) {
  pollfd state{socket, POLLRDHUP, 0};
  return poll(&state, 1, 0) > 0 && (state.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

// Looks at the greeting without taking it from the socket. False: stop connecting.
bool InspectGreeting(ConnectContext& context) {
  std::array<char, 512> bytes;
  for (;;) {
    switch (context.interrupt->WaitFor(context.socket, true, Left(context.deadline))) {
      case Interrupt::Wait::kTriggered:
        return false;
      case Interrupt::Wait::kTimeout:
        errno = ETIMEDOUT;
        return false;
      case Interrupt::Wait::kReady:
        break;
    }
    const bool ended = HasEnded(context.socket);  // before the look at what came
    const ssize_t size = recv(context.socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
    if (size <= 0) return true;  // Connector/C meets the same and says so
    if (const auto offers = GreetingOffersTls({bytes.data(), static_cast<size_t>(size)})) {
      context.lacks_tls = !*offers;
      return *offers;
    }
    if (static_cast<size_t>(size) == bytes.size()) return true;  // no greeting we know
    if (ended) return true;                                      // as above
    // The rest is on its way. The socket stays readable meanwhile, so poll can not wait for it.
    if (context.interrupt->Sleep(milliseconds(2)) == Interrupt::Wait::kTriggered) return false;
    if (Left(context.deadline).count() == 0) {
      errno = ETIMEDOUT;
      return false;
    }
  }
}

// Connector/C calls this wherever it would wait on an unencrypted socket: > 0 ready, 0 timeout.
// A TCP connection begins with such a wait, so its socket is known here before anything is sent.
int WaitHook(my_socket socket, my_bool is_read, int timeout_ms) {
  ConnectContext* context = current_connect;
  if (context == nullptr) {
    static const Interrupt* const never = new Interrupt;  // outlives every thread
    const auto wait =
        never->WaitFor(socket, is_read != 0, milliseconds(timeout_ms > 0 ? timeout_ms : -1));
    if (wait == Interrupt::Wait::kReady) return 1;
    errno = ETIMEDOUT;
    return 0;
  }
  const bool fresh = context->socket != socket;
  if (fresh) {
    context->interrupt->Detach(context->duplicate);
    context->duplicate = context->interrupt->Attach(socket);
    context->socket = socket;
    context->deadline = Clock::now() + context->timeout;
  }
  switch (context->interrupt->WaitFor(socket, is_read != 0, Left(context->deadline))) {
    case Interrupt::Wait::kTriggered:
      errno = ECANCELED;
      return 0;
    case Interrupt::Wait::kTimeout:
      errno = ETIMEDOUT;
      return 0;
    case Interrupt::Wait::kReady:
      break;
  }
  if (fresh && context->want_tls) {
    // A refused connection is ready, too. Its error is Connector/C's to read: reading clears it.
    pollfd state{socket, POLLOUT, 0};
    if (poll(&state, 1, 0) < 0 || (state.revents & (POLLERR | POLLHUP)) != 0) return 1;
    if (!InspectGreeting(*context)) return 0;
  }
  return 1;
}

// Looks the host name up on a thread of its own, because a lookup can not be interrupted and may
// take as long as the resolver likes. The thread uses the C library only and is left behind when
// nobody waits for it any more. Connector/C then looks it up again, while the answer is fresh: it
// must know the name, not the address, to verify a certificate.
Status LookUp(const std::string& host, Interrupt& interrupt, milliseconds timeout) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICHOST;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) == 0) {
    freeaddrinfo(found);
    return Status::Ok();
  }
  struct State {
    explicit State(std::string h) : host(std::move(h)) {}
    ~State() {
      if (event >= 0) close(event);
    }
    const std::string host;
    const int event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<int> error{0};
  };
  const auto state = std::make_shared<State>(host);
  if (state->event < 0) return Status(Code::kConnection, "no file descriptors left");
  std::thread([state] {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* addresses = nullptr;
    state->error = getaddrinfo(state->host.c_str(), nullptr, &wanted, &addresses);
    if (addresses != nullptr) freeaddrinfo(addresses);
    const uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(state->event, &one, sizeof one);
  }).detach();
  switch (interrupt.WaitFor(state->event, true, timeout)) {
    case Interrupt::Wait::kTriggered:
      return Status(Code::kClosed, "the stream was closed");
    case Interrupt::Wait::kTimeout:
      return Status(Code::kConnection, fmt::format("the lookup of host {} took too long", host));
    case Interrupt::Wait::kReady:
      break;
  }
  if (const int error = state->error; error != 0) {
    return Status(Code::kConnection,
                  fmt::format("can not find host {}: {}", host, gai_strerror(error)));
  }
  return Status::Ok();
}

Status CheckReadable(std::string_view option, const std::string& path) {
  if (path.empty() || access(path.c_str(), R_OK) == 0) return Status::Ok();
  return Status(Code::kTls,
                fmt::format("{}: can not read {}: {}", option, path, std::strerror(errno)));
}

// Codes of the server and of Connector/C that say that the login, not the link, is at fault.
bool IsAuthenticationError(unsigned int error) {
  switch (error) {
    case 1045:  // ER_ACCESS_DENIED_ERROR
    case 1130:  // ER_HOST_NOT_PRIVILEGED
    case 1251:  // ER_NOT_SUPPORTED_AUTH_MODE
    case 1275:  // ER_SERVER_IS_IN_SECURE_AUTH_MODE
    case 1524:  // ER_PLUGIN_IS_NOT_LOADED
    case 1698:  // ER_ACCESS_DENIED_NO_PASSWORD_ERROR
    case 1820:  // ER_MUST_CHANGE_PASSWORD
    case 1862:  // ER_MUST_CHANGE_PASSWORD_LOGIN
    case 3118:  // ER_ACCOUNT_HAS_BEEN_LOCKED (MySQL)
    case 3955:  // ER_USER_ACCESS_DENIED_FOR_USER_ACCOUNT_BLOCKED_BY_PASSWORD_LOCK
    case 4151:  // ER_ACCOUNT_HAS_BEEN_LOCKED (MariaDB)
    case CR_AUTH_PLUGIN_CANNOT_LOAD:
    case CR_AUTH_PLUGIN_ERR:
    case CR_SECURE_AUTH:
    case CR_PLUGIN_NOT_ALLOWED:
      return true;
    default:
      return false;
  }
}

bool IsTlsError(unsigned int error) {
  return error == CR_SSL_CONNECTION_ERROR || error == 3159;  // ER_SECURE_TRANSPORT_REQUIRED
}

// Whether Connector/C's error is what a link makes of it that broke, or fell silent, before the
// login was done, though it names TLS or the login.
bool IsBrokenLogin(unsigned int error, std::string_view text, bool verifies) {
  const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
  // The answer to caching_sha2_password's question for the server's key.
  if (error == CR_AUTH_PLUGIN_ERR) return has("read RSA public key");
  if (error != CR_SSL_CONNECTION_ERROR) return false;
  if (has("unexpected eof")) return true;
  // Of a handshake that fails for whatever reason it tells what is wrong with the certificate, if
  // it came that far: also where nobody asked.
  if (!verifies && has("certificate")) return true;
  // A number at the end is the system's errno; the TLS library's own errors have none.
  const size_t open = text.rfind(" (");
  return open != std::string_view::npos && text.ends_with(')') &&
         model::ParseNumber<uint32_t>(text.substr(open + 2, text.size() - open - 3)).has_value();
}

bool IsConnectionError(unsigned int error) {
  return (error >= 2000 && error < 3000) ||                   // Connector/C's own
         (error >= 5000 && error < 6000) || error == 1040 ||  // ER_CON_COUNT_ERROR
         error == 1053 ||                                     // ER_SERVER_SHUTDOWN
         error == 1129 ||                                     // ER_HOST_IS_BLOCKED
         error == 1203 ||                                     // ER_TOO_MANY_USER_CONNECTIONS
         error == 1226 ||                                     // ER_USER_LIMIT_REACHED
         error == 1317 ||                                     // ER_QUERY_INTERRUPTED
         error == 1927 ||                                     // ER_CONNECTION_KILLED
         error == 3032;                                       // ER_SERVER_OFFLINE_MODE
}

bool IsPrivilegeError(unsigned int error) {
  return error == 1044 || error == 1045 || error == 1142 || error == 1227;
}

}  // namespace

int ResultSet::Find(std::string_view column) const {
  const std::string wanted = model::ToLower(column);
  for (size_t i = 0; i < columns.size(); ++i) {
    if (model::ToLower(columns[i]) == wanted) return static_cast<int>(i);
  }
  return -1;
}

std::string ResultSet::Text(size_t row, int column) const {
  if (row >= rows.size() || column < 0) return "";
  const auto index = static_cast<size_t>(column);
  if (index >= rows[row].size()) return "";
  return rows[row][index].value_or("");
}

uint32_t ParseVersion(std::string_view text) {
  uint32_t number = 0;
  for (int part = 0; part < 3; ++part) {
    size_t digits = 0;
    while (digits < text.size() && model::IsDigit(text[digits])) ++digits;
    const auto value = model::ParseNumber<uint32_t>(text.substr(0, digits));
    if (!value || *value > 999) return 0;
    number = number * 100 + *value;
    text.remove_prefix(digits);
    if (part == 2) return number;
    if (text.empty() || text.front() != '.') return 0;
    text.remove_prefix(1);
  }
  return number;
}

std::optional<bool> GreetingOffersTls(std::string_view bytes) {
  // Header: length (3 bytes), number. Then protocol (10), version text and NUL, thread id (4),
  // scramble (8), filler (1), capabilities: CLIENT_SSL is bit 11 of their lower 16.
  constexpr size_t kHeader = 4;
  if (bytes.size() <= kHeader) return std::nullopt;
  if (bytes[kHeader] != 10) return true;  // an error, or an old protocol: not ours to judge
  const size_t nul = bytes.find('\0', kHeader + 1);
  if (nul == std::string_view::npos) return std::nullopt;
  const size_t capabilities = nul + 1 + 4 + 8 + 1;
  if (bytes.size() < capabilities + 2) return std::nullopt;
  return (static_cast<uint8_t>(bytes[capabilities + 1]) & 0x08) != 0;
}

Connection::Connection(Interrupt& interrupt, std::string endpoint, std::string user)
    : interrupt_(interrupt), endpoint_(std::move(endpoint)), user_(std::move(user)) {}

Connection::~Connection() {
  // First our duplicate: while it is open, closing the other one would not end the connection.
  interrupt_.Detach(duplicate_);
  if (handle_ != nullptr) mysql_close(handle_);
}

Result<std::unique_ptr<Connection>> Connection::Open(const model::SourceSettings& settings,
                                                     Interrupt& interrupt,
                                                     milliseconds read_timeout) {
  using model::TlsMode;
  if (interrupt.triggered()) return Status(Code::kClosed, "the stream was closed");
  if (!interrupt.usable()) return Status(Code::kConnection, "no file descriptors left");
  const bool is_socket = !settings.url.socket.empty();
  const TlsMode mode = settings.tls_mode;
  if (mode == TlsMode::kVerifyCa && settings.tls_ca.empty()) {
    return Status(Code::kInvalidOption,
                  "source.tls.mode=verify_ca needs source.tls.ca: the file of the authorities");
  }
  if (mode != TlsMode::kOff) {
    for (const auto& [option, path] : {std::pair("source.tls.ca", &settings.tls_ca),
                                       std::pair("source.tls.cert", &settings.tls_cert),
                                       std::pair("source.tls.key", &settings.tls_key)}) {
      if (Status s = CheckReadable(option, *path); !s.ok()) return s;
    }
  }
  std::unique_ptr<Connection> connection(
      new Connection(interrupt, settings.url.Display(), settings.url.user));
  if (!is_socket) {
    const Status s = LookUp(settings.url.host, interrupt, settings.connect_timeout);
    if (!s.ok()) {
      if (s.code() == Code::kClosed) return s;
      return Status(s.code(),
                    fmt::format("can not connect to {}: {}", connection->endpoint_, s.message()));
    }
  }
  // A unix socket is private already: there, TLS only when it is asked for.
  const bool want_tls = mode != TlsMode::kOff && !(is_socket && mode == TlsMode::kPreferred);
  Status status = connection->Connect(settings, want_tls, read_timeout);
  if (!status.ok() && connection->server_lacks_tls_ && mode == TlsMode::kPreferred) {
    status = connection->Connect(settings, false, read_timeout);
  }
  if (!status.ok()) return status;
  return connection;
}

Status Connection::Connect(const model::SourceSettings& settings, bool tls,
                           milliseconds read_timeout) {
  server_lacks_tls_ = false;
  handle_ = mysql_init(nullptr);
  if (handle_ == nullptr) return Status(Code::kConnection, "out of memory");
  const auto seconds = [](milliseconds time) {
    return static_cast<unsigned int>(
        std::max<int64_t>(1, std::chrono::ceil<std::chrono::seconds>(time).count()));
  };
  const unsigned int connect_seconds = seconds(settings.connect_timeout);
  const unsigned int read_seconds = seconds(read_timeout);
  const unsigned int off = 0;
  mysql_options(handle_, MYSQL_OPT_CONNECT_TIMEOUT, &connect_seconds);
  mysql_options(handle_, MYSQL_OPT_READ_TIMEOUT, &read_seconds);
  mysql_options(handle_, MYSQL_OPT_WRITE_TIMEOUT, &read_seconds);
  mysql_options(handle_, MYSQL_OPT_LOCAL_INFILE, &off);
  mysql_options(handle_, MYSQL_SET_CHARSET_NAME, "utf8mb4");
  mysql_optionsv(handle_, MYSQL_OPT_CONNECT_ATTR_ADD, "program_name", "towpath");
  mysql_optionsv(handle_, MARIADB_OPT_RESTRICTED_AUTH, kAllowedAuthentication);
  mysql_optionsv(handle_, MARIADB_OPT_IO_WAIT, &WaitHook);
  const bool is_socket = !settings.url.socket.empty();
  const unsigned int protocol = is_socket ? MYSQL_PROTOCOL_SOCKET : MYSQL_PROTOCOL_TCP;
  mysql_options(handle_, MYSQL_OPT_PROTOCOL, &protocol);
  if (tls) {
    const my_bool on = 1;
    mysql_options(handle_, MYSQL_OPT_SSL_ENFORCE, &on);
    const auto set_path = [&](mysql_option option, const std::string& path) {
      if (!path.empty()) mysql_options(handle_, option, path.c_str());
    };
    set_path(MYSQL_OPT_SSL_CA, settings.tls_ca);
    set_path(MYSQL_OPT_SSL_CERT, settings.tls_cert);
    set_path(MYSQL_OPT_SSL_KEY, settings.tls_key);
    // Checks the names, and the chain (which a CA file alone makes it check, too).
    if (settings.tls_mode == model::TlsMode::kVerifyIdentity) {
      mysql_options(handle_, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &on);
    }
  }

  ConnectContext context{.interrupt = &interrupt_,
                         .timeout = settings.connect_timeout,
                         .want_tls = tls && !is_socket,
                         .deadline = Clock::now() + settings.connect_timeout};
  current_connect = &context;
  const bool connected =
      mysql_real_connect(handle_, is_socket ? "localhost" : settings.url.host.c_str(),
                         settings.url.user.c_str(), settings.url.password.c_str(), nullptr,
                         settings.url.port, is_socket ? settings.url.socket.c_str() : nullptr,
                         0) != nullptr;
  current_connect = nullptr;
  duplicate_ = context.duplicate;
  server_lacks_tls_ = context.lacks_tls;
  Status status;
  if (!connected) {
    const unsigned int error = mysql_errno(handle_);
    const std::string text = mysql_error(handle_);
    if (interrupt_.triggered()) {
      status = Status(Code::kClosed, "the stream was closed");
    } else if (server_lacks_tls_) {
      status = Status(Code::kTls,
                      fmt::format("{} offers no TLS, which source.tls.mode asks for", endpoint_));
    } else if (IsBrokenLogin(
                   error, text,
                   settings.tls_mode >= model::TlsMode::kVerifyCa || !settings.tls_ca.empty())) {
      status =
          Status(Code::kConnection,
                 fmt::format("can not connect to {}: the link broke, or nothing came any more, "
                             "before the login was done: {} ({})",
                             endpoint_, text, error));
    } else if (IsAuthenticationError(error)) {
      status = Status(Code::kAuthentication,
                      fmt::format("{} refused user '{}': {} ({})", endpoint_, user_, text, error));
    } else {
      status = Status(IsTlsError(error) ? Code::kTls : Code::kConnection,
                      fmt::format("can not connect to {}: {} ({})", endpoint_, text, error));
    }
  } else {
    tls_ = mysql_get_ssl_cipher(handle_) != nullptr;
    // Over a unix socket the greeting may have been read before anybody could look at it.
    if (tls && !tls_) {
      status = Status(Code::kTls,
                      fmt::format("{} offers no TLS, which source.tls.mode asks for", endpoint_));
    } else if (duplicate_ < 0) {
      duplicate_ = interrupt_.Attach(static_cast<int>(mysql_get_socket(handle_)));
      if (duplicate_ < 0) status = Status(Code::kConnection, "no file descriptors left");
    }
  }
  if (!status.ok()) {
    interrupt_.Detach(duplicate_);
    duplicate_ = -1;
    mysql_close(handle_);
    handle_ = nullptr;
    return status;
  }
  const char* version = mysql_get_server_info(handle_);
  version_ = version == nullptr ? "" : version;
  version_number_ = ParseVersion(version_);
  flavor_ = mariadb_connection(handle_) != 0 ? Flavor::kMariadb : Flavor::kMysql;
  return Status::Ok();
}

void Connection::EndByReset() const {
  // Means nothing to a unix socket, whose peer sees the end at once anyway.
  const linger reset{.l_onoff = 1, .l_linger = 0};
  (void)setsockopt(duplicate_, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
}

unsigned int Connection::error_number() const { return mysql_errno(handle_); }

Status Connection::LastError(std::string_view doing) const {
  if (interrupt_.triggered()) return Status(Code::kClosed, "the stream was closed");
  const unsigned int error = mysql_errno(handle_);
  Code code = Code::kServerNotReady;
  if (IsPrivilegeError(error)) {
    code = Code::kServerNotReady;
  } else if (IsTlsError(error)) {
    code = tls_ ? Code::kConnection : Code::kTls;  // an established link that breaks is just lost
  } else if (IsConnectionError(error)) {
    code = Code::kConnection;
  }
  return Status(code,
                fmt::format("{}: {}: {} ({})", endpoint_, doing, mysql_error(handle_), error));
}

Result<ResultSet> Connection::Query(std::string_view sql) {
  if (interrupt_.triggered()) return Status(Code::kClosed, "the stream was closed");
  // The statements are ours and hold no secret: name them.
  const auto failed = [&] { return LastError(fmt::format("\"{}\"", sql.substr(0, 200))); };
  if (mysql_real_query(handle_, sql.data(), sql.size()) != 0) return failed();
  ResultSet set;
  MYSQL_RES* result = mysql_store_result(handle_);
  if (result == nullptr) {
    if (mysql_errno(handle_) != 0) return failed();
    return set;
  }
  const unsigned int count = mysql_num_fields(result);
  const MYSQL_FIELD* fields = mysql_fetch_fields(result);
  for (unsigned int i = 0; i < count; ++i) {
    set.columns.emplace_back(fields[i].name, fields[i].name_length);
  }
  set.rows.reserve(mysql_num_rows(result));
  while (MYSQL_ROW row = mysql_fetch_row(result)) {
    const unsigned long* lengths = mysql_fetch_lengths(result);
    auto& values = set.rows.emplace_back();
    values.reserve(count);
    for (unsigned int i = 0; i < count; ++i) {
      if (row[i] == nullptr) {
        values.emplace_back(std::nullopt);
      } else {
        values.emplace_back(std::string(row[i], lengths[i]));
      }
    }
  }
  mysql_free_result(result);
  return set;
}

Status Connection::QueryEach(std::string_view sql, const std::function<Status(const Row&)>& visit) {
  if (interrupt_.triggered()) return Status(Code::kClosed, "the stream was closed");
  const auto failed = [&] { return LastError(fmt::format("\"{}\"", sql.substr(0, 200))); };
  if (mysql_real_query(handle_, sql.data(), sql.size()) != 0) return failed();
  MYSQL_RES* result = mysql_use_result(handle_);
  if (result == nullptr) return mysql_errno(handle_) != 0 ? failed() : Status::Ok();
  Row values(mysql_num_fields(result));
  Status status;
  while (MYSQL_ROW row = mysql_fetch_row(result)) {
    const unsigned long* lengths = mysql_fetch_lengths(result);
    for (size_t i = 0; i < values.size(); ++i) {
      values[i] = row[i] == nullptr ? std::optional<std::string_view>()
                                    : std::string_view(row[i], lengths[i]);
    }
    if (status.ok()) status = visit(values);  // the rest is read all the same: it is on its way
  }
  if (status.ok() && mysql_errno(handle_) != 0) status = failed();
  mysql_free_result(result);
  return status;
}

Result<std::string> Connection::QueryValue(std::string_view sql) {
  auto set = Query(sql);
  if (!set.ok()) return set.status();
  return set->Text(0, 0);
}

std::string Connection::Quote(std::string_view text) const {
  std::string out(text.size() * 2 + 3, '\0');
  out[0] = '\'';
  const unsigned long size =
      mysql_real_escape_string(handle_, out.data() + 1, text.data(), text.size());
  out[size + 1] = '\'';
  out.resize(size + 2);
  return out;
}

}  // namespace towpath::mysql
