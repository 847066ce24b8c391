// Preflight: is this server ready to be followed, and what would make it so.
#ifndef TOWPATH_PREFLIGHT_H_
#define TOWPATH_PREFLIGHT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "towpath/options.h"
#include "towpath/status.h"

namespace towpath {

enum class Severity : uint8_t {
  kOk = 0,
  kWarning = 1,
  kError = 2
};  // kError: Stream::Open refuses

struct Finding {
  Severity severity = Severity::kOk;
  std::string check;    // what was looked at: "binlog_format"
  std::string found;    // "MIXED"
  std::string message;  // why it matters
  std::string remedy;   // the statement or setting that fixes it; empty when kOk
};

struct PreflightReport {
  std::string server;  // "MariaDB 10.11.19", with host and port
  std::vector<Finding> findings;
  bool ready() const;  // no finding is an error
};

// Connects to source.url and looks at settings and grants; changes nothing on the server.
// Blocks for at most source.connect_timeout_ms and a few queries.
Result<PreflightReport> Preflight(const Options& options);

}  // namespace towpath

#endif  // TOWPATH_PREFLIGHT_H_
