#include "towpath/stream_status.h"

namespace towpath {

std::string_view StreamStateName(StreamState state) {
  switch (state) {
    case StreamState::kConnecting:
      return "connecting";
    case StreamState::kRunning:
      return "running";
    case StreamState::kEnded:
      return "ended";
    case StreamState::kFailed:
      return "failed";
    case StreamState::kClosed:
      return "closed";
  }
  return "unknown";
}

}  // namespace towpath
