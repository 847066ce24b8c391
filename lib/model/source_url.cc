#include "model/source_url.h"

#include <optional>

#include "fmt/format.h"
#include "model/text.h"

namespace towpath::model {
namespace {

constexpr std::string_view kExpected =
    "expected mysql://user:password@host:3306/, mariadb://..., "
    "mysql://user:password@localhost/?socket=/path, or file:///folder/binlog.000001";

Status Bad(std::string_view why) {
  return Status(Code::kInvalidOption, fmt::format("source.url: {}; {}", why, kExpected));
}

std::optional<std::string> PercentDecode(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const auto value = ParseNumber<uint8_t>(text.substr(i + 1, 2), 16);
    if (!value || i + 2 >= text.size()) return std::nullopt;
    out += static_cast<char>(*value);
    i += 2;
  }
  if (out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

Result<SourceUrl> ParseFile(std::string_view rest) {
  // file:///abs, file:rel; an authority other than none or localhost names another machine.
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    const size_t slash = rest.find('/');
    const std::string_view host = rest.substr(0, slash);
    if (!host.empty() && host != "localhost") return Bad("a file URL names a file of this machine");
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
  }
  SourceUrl url;
  url.kind = SourceUrl::Kind::kFile;
  const auto path = PercentDecode(rest);
  if (!path || path->empty() || path->back() == '/') return Bad("no file name");
  url.path = *path;
  return url;
}

}  // namespace

Result<SourceUrl> SourceUrl::Parse(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return Bad("no scheme");
  const std::string scheme = ToLower(text.substr(0, colon));
  std::string_view rest = text.substr(colon + 1);
  if (scheme == "file") return ParseFile(rest);
  if (scheme != "mysql" && scheme != "mariadb") {
    return Bad(fmt::format("unknown scheme \"{}\"", scheme));
  }
  if (rest.substr(0, 2) != "//") return Bad("no // behind the scheme");
  rest.remove_prefix(2);
  SourceUrl url;
  url.host = "127.0.0.1";

  std::string_view query;
  if (const size_t mark = rest.find('?'); mark != std::string_view::npos) {
    query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  if (const size_t slash = rest.find('/'); slash != std::string_view::npos) {
    if (slash + 1 != rest.size()) {
      return Bad("nothing may follow the host: choose tables with filter.tables");
    }
    rest = rest.substr(0, slash);
  }
  if (const size_t at = rest.rfind('@'); at != std::string_view::npos) {
    const std::string_view login = rest.substr(0, at);
    rest = rest.substr(at + 1);
    const size_t split = login.find(':');
    const auto user = PercentDecode(login.substr(0, split));
    const auto password = PercentDecode(split == std::string_view::npos ? std::string_view()
                                                                        : login.substr(split + 1));
    if (!user || !password) return Bad("malformed % escape in user or password");
    url.user = *user;
    url.password = *password;
  }
  std::string_view port;
  if (!rest.empty() && rest[0] == '[') {  // IPv6
    const size_t close = rest.find(']');
    if (close == std::string_view::npos) return Bad("no ] behind the IPv6 address");
    url.host = std::string(rest.substr(1, close - 1));
    rest = rest.substr(close + 1);
    if (!rest.empty() && rest[0] != ':') return Bad("only :PORT may follow the IPv6 address");
    port = rest.empty() ? rest : rest.substr(1);
  } else {
    const size_t split = rest.find(':');
    const auto host = PercentDecode(rest.substr(0, split));
    if (!host) return Bad("malformed % escape in the host");
    if (!host->empty()) url.host = *host;
    if (split != std::string_view::npos) {
      port = rest.substr(split + 1);
      if (port.empty()) return Bad("no number behind the ':' of the port");
    }
  }
  if (!port.empty()) {
    const auto number = ParseNumber<uint16_t>(port);
    if (!number || *number == 0) {
      return Bad(fmt::format("port \"{}\" is not a number from 1 to 65535", port));
    }
    url.port = *number;
  }
  if (!query.empty()) {
    constexpr std::string_view kSocket = "socket=";
    const auto socket = query.substr(0, kSocket.size()) == kSocket
                            ? PercentDecode(query.substr(kSocket.size()))
                            : std::nullopt;
    if (!socket || socket->empty()) return Bad("behind '?' only socket=/path is known");
    url.socket = *socket;
  }
  return url;
}

std::string SourceUrl::Display() const {
  if (kind == Kind::kFile) return path;
  if (!socket.empty()) return socket;
  return host.find(':') == std::string::npos ? fmt::format("{}:{}", host, port)
                                             : fmt::format("[{}]:{}", host, port);
}

}  // namespace towpath::model
