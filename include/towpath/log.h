// Log lines: what a stream tells its owner while it runs (connects, retries, warnings).
//
// There is no global logger: each stream has the callback of its Options, and none by default.
#ifndef TOWPATH_LOG_H_
#define TOWPATH_LOG_H_

#include <cstdint>
#include <functional>
#include <string_view>

namespace towpath {

// Numbers are part of the C ABI.
enum class LogLevel : uint8_t { kDebug = 0, kInfo = 1, kWarning = 2, kError = 3 };

// Called from any thread of the stream, one call at a time for a stream. Must not call into the
// stream and should return quickly. `message` is UTF-8 and holds no password.
using LogCallback = std::function<void(LogLevel level, std::string_view message)>;

}  // namespace towpath

#endif  // TOWPATH_LOG_H_
