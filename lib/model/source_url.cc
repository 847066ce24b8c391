#include "model/source_url.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"

namespace towpath::model {
namespace {

constexpr std::string_view kExpected =
    "expected mysql://user:password@host:3306/, mysql://user:password@host1:3306,host2:3306/, "
    "mariadb://..., mysql://user:password@localhost/?socket=/path, or "
    "file:///folder/binlog.000001";

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

// HOST, HOST:PORT, [IPV6] or [IPV6]:PORT; an empty host is this machine.
Status ParseHost(std::string_view text, SourceUrl* url) {
  url->host = "127.0.0.1";
  std::string_view port;
  if (!text.empty() && text[0] == '[') {  // IPv6
    const size_t close = text.find(']');
    if (close == std::string_view::npos) return Bad("no ] behind the IPv6 address");
    url->host = std::string(text.substr(1, close - 1));
    text = text.substr(close + 1);
    if (!text.empty() && text[0] != ':') return Bad("only :PORT may follow the IPv6 address");
    port = text.empty() ? text : text.substr(1);
  } else {
    const size_t split = text.find(':');
    const auto host = PercentDecode(text.substr(0, split));
    if (!host) return Bad("malformed % escape in the host");
    if (!host->empty()) url->host = *host;
    if (split != std::string_view::npos) {
      port = text.substr(split + 1);
      if (port.empty()) return Bad("no number behind the ':' of the port");
    }
  }
  if (port.empty()) return Status::Ok();
  const auto number = ParseNumber<uint16_t>(port);
  if (!number || *number == 0) {
    return Bad(fmt::format("port \"{}\" is not a number from 1 to 65535", port));
  }
  url->port = *number;
  return Status::Ok();
}

}  // namespace

Result<SourceUrl> SourceUrl::Parse(std::string_view text) {
  auto urls = ParseList(text);
  if (!urls.ok()) return urls.status();
  return std::move(urls->front());
}

Result<std::vector<SourceUrl>> SourceUrl::ParseList(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return Bad("no scheme");
  const std::string scheme = ToLower(text.substr(0, colon));
  std::string_view rest = text.substr(colon + 1);
  if (scheme == "file") {
    auto file = ParseFile(rest);
    if (!file.ok()) return file.status();
    return std::vector<SourceUrl>{*std::move(file)};
  }
  if (scheme != "mysql" && scheme != "mariadb") {
    return Bad(fmt::format("unknown scheme \"{}\"", scheme));
  }
  if (rest.substr(0, 2) != "//") return Bad("no // behind the scheme");
  rest.remove_prefix(2);

  SourceUrl common;
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
    common.user = *user;
    common.password = *password;
  }
  const std::vector<std::string_view> hosts = Split(rest, ',');
  if (!query.empty()) {
    constexpr std::string_view kSocket = "socket=";
    const auto socket = query.substr(0, kSocket.size()) == kSocket
                            ? PercentDecode(query.substr(kSocket.size()))
                            : std::nullopt;
    if (!socket || socket->empty()) return Bad("behind '?' only socket=/path is known");
    if (hosts.size() > 1) return Bad("socket= names one server, and there is a list of hosts");
    common.socket = *socket;
  }
  std::vector<SourceUrl> urls;
  for (const std::string_view host : hosts) {
    if (host.empty() && hosts.size() > 1) return Bad("an empty name in the list of hosts");
    SourceUrl url = common;
    if (Status s = ParseHost(host, &url); !s.ok()) return s;
    const std::string shown = url.Display();
    if (std::any_of(urls.begin(), urls.end(),
                    [&](const SourceUrl& other) { return other.Display() == shown; })) {
      return Bad(fmt::format("{} is named twice", shown));
    }
    urls.push_back(std::move(url));
  }
  return urls;
}

std::string SourceUrl::Display() const {
  if (kind == Kind::kFile) return path;
  if (!socket.empty()) return socket;
  return host.find(':') == std::string::npos ? fmt::format("{}:{}", host, port)
                                             : fmt::format("[{}]:{}", host, port);
}

}  // namespace towpath::model
