#include "towpath/status.h"

namespace towpath {

std::string_view CodeName(Code code) {
  switch (code) {
    case Code::kOk:
      return "OK";
    case Code::kInvalidArgument:
      return "INVALID_ARGUMENT";
    case Code::kUnknownOption:
      return "UNKNOWN_OPTION";
    case Code::kInvalidOption:
      return "INVALID_OPTION";
    case Code::kInvalidName:
      return "INVALID_NAME";
    case Code::kInvalidFilter:
      return "INVALID_FILTER";
    case Code::kInvalidPosition:
      return "INVALID_POSITION";
    case Code::kConnection:
      return "CONNECTION";
    case Code::kAuthentication:
      return "AUTHENTICATION";
    case Code::kTls:
      return "TLS";
    case Code::kServerNotReady:
      return "SERVER_NOT_READY";
    case Code::kPositionLost:
      return "POSITION_LOST";
    case Code::kIdentityClash:
      return "IDENTITY_CLASH";
    case Code::kNotFound:
      return "NOT_FOUND";
    case Code::kIo:
      return "IO";
    case Code::kTruncated:
      return "TRUNCATED";
    case Code::kCorrupted:
      return "CORRUPTED";
    case Code::kEncrypted:
      return "ENCRYPTED";
    case Code::kUnsupported:
      return "UNSUPPORTED";
    case Code::kSchemaMismatch:
      return "SCHEMA_MISMATCH";
    case Code::kStore:
      return "STORE";
    case Code::kNotAStore:
      return "NOT_A_STORE";
    case Code::kBusy:
      return "BUSY";
    case Code::kClosed:
      return "CLOSED";
    case Code::kEnd:
      return "END";
    case Code::kOutOfOrder:
      return "OUT_OF_ORDER";
    case Code::kUnknownMark:
      return "UNKNOWN_MARK";
    case Code::kLimit:
      return "LIMIT";
    case Code::kInternal:
      return "INTERNAL";
    case Code::kOutOfMemory:
      return "OUT_OF_MEMORY";
    case Code::kServerBehind:
      return "SERVER_BEHIND";
    case Code::kDiverged:
      return "DIVERGED";
    case Code::kBinlogReset:
      return "BINLOG_RESET";
  }
  return "UNKNOWN";
}

std::string Status::ToString() const {
  std::string text(CodeName(code_));
  if (!message_.empty()) {
    text += ": ";
    text += message_;
  }
  return text;
}

}  // namespace towpath
