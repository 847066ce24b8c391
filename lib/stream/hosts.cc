#include "stream/hosts.h"

#include <vector>

#include "fmt/format.h"

namespace towpath::stream {
namespace {

// Whether another server may do what this one could not.
bool IsOfTheHost(Code code) {
  switch (code) {
    case Code::kInvalidPosition:
    case Code::kConnection:
    case Code::kAuthentication:
    case Code::kTls:
    case Code::kServerNotReady:
    case Code::kPositionLost:
    case Code::kIdentityClash:
    case Code::kCorrupted:
    case Code::kUnsupported:
    case Code::kServerBehind:
    case Code::kDiverged:
    case Code::kBinlogReset:
      return true;
    default:
      return false;
  }
}

}  // namespace

Status Hosts::Follow(const std::function<Status()>& go_on) {
  std::vector<size_t> order{current_};
  for (size_t host = 0; host < source_.hosts(); ++host) {
    if (host != current_) order.push_back(host);
  }
  Code code = Code::kOk;
  std::string reasons;
  for (const size_t host : order) {
    source_.Choose(host);
    Status status = source_.Connect();
    if (status.ok()) status = go_on();
    if (status.ok()) {
      current_ = host;
      if (!reasons.empty()) {
        settings_.Log(LogLevel::kWarning,
                      fmt::format("stream {}: follows {}; passed over: {}", settings_.stream_name,
                                  source_.info().endpoint, reasons));
      }
      return status;
    }
    if (!many() || !IsOfTheHost(status.code())) return status;
    if (code == Code::kOk || status.code() == Code::kConnection) code = status.code();
    reasons += fmt::format("{}{}: {}", reasons.empty() ? "" : "; ", source_.info().endpoint,
                           status.ToString());
  }
  source_.Choose(current_);
  return Status(code, fmt::format("no server of source.url can go on: {}", reasons));
}

}  // namespace towpath::stream
