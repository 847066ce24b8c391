// Status and Result: how every fallible call of Towpath reports what went wrong.
//
// A Status is a code that a program can act on and a message that a person can act on: it names the
// thing (option, host, file and offset, mark) and, where there is one, the remedy. Passwords never
// appear in a message. Codes are the same numbers and names in C, Python and Java.
//
// Thread safety: values; distinct objects may be used from distinct threads.
#ifndef TOWPATH_STATUS_H_
#define TOWPATH_STATUS_H_

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace towpath {

// Numbers are part of the C ABI: append, never renumber.
enum class Code : int32_t {
  kOk = 0,
  kInvalidArgument = 1,  // an argument that can never be right (null, negative count, bad mark)
  kUnknownOption = 2,    // no such option key; the message names the nearest known key
  kInvalidOption = 3,    // a known option with a value it does not accept
  kInvalidName = 4,      // a stream name with characters or a length that is not allowed
  kInvalidFilter = 5,    // a table filter whose regular expression does not compile
  kInvalidPosition = 6,  // a position or GTID text that does not parse, or that names no event
  kConnection = 7,       // the server could not be reached, or the connection was lost
  kAuthentication = 8,   // the server refused the user or password
  kTls = 9,              // TLS failed: handshake, certificate, or refused by the server
  kServerNotReady = 10,  // server settings or grants forbid replication; the message has the remedy
  kPositionLost = 11,    // the binlog the stream needs is purged or was never on this server
  kIdentityClash = 12,   // another replica with our server_id or UUID took the connection over
  kNotFound = 13,        // a file that does not exist
  kIo = 14,              // the operating system failed to read or write a file
  kTruncated = 15,       // a binlog file ends inside an event
  kCorrupted = 16,       // bytes that can not be right: checksum, lengths, unknown layout
  kEncrypted = 17,       // an encrypted binlog file; only the server can read it
  kUnsupported = 18,     // a correct event or feature that Towpath does not read
  kSchemaMismatch = 19,  // a table's known schema disagrees with its rows
  kStore = 20,           // the store failed (disk full, read-only, locked)
  kNotAStore = 21,       // a store file that is not ours, or of a newer version
  kBusy = 22,            // the stream is open elsewhere
  kClosed = 23,          // the stream was closed
  kEnd = 24,             // the source has an end, and everything before it was handed out
  kOutOfOrder = 25,      // ack of a mark that is not the oldest outstanding one
  kUnknownMark = 26,     // a mark that is not outstanding
  kLimit = 27,           // something exceeds a stated bound
  kInternal = 28,        // a bug in Towpath; the message says where
  kOutOfMemory = 29,     // C ABI only: the call could not allocate (C++ throws std::bad_alloc)
  kServerBehind = 30,    // the server lacks transactions that the stream has delivered
  kDiverged = 31,        // the server has transactions before the stream's place that no other had
  kBinlogReset = 32,     // the server is the same, its binlogs are not: reset, or restored
};

// "OK", "INVALID_ARGUMENT", ... ; "UNKNOWN" for a number that is no code. Static storage.
std::string_view CodeName(Code code);

class [[nodiscard]] Status {
 public:
  Status() = default;  // kOk
  Status(Code code, std::string message) : code_(code), message_(std::move(message)) {}
  static Status Ok() { return {}; }

  bool ok() const { return code_ == Code::kOk; }
  Code code() const { return code_; }
  const std::string& message() const { return message_; }  // empty when ok

  // "OUT_OF_ORDER: ack of mark 7: ..."; "OK".
  std::string ToString() const;

 private:
  Code code_ = Code::kOk;
  std::string message_;
};

// A value or the Status that says why there is none. value() and operator* require ok().
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(Status status) : state_(std::move(status)) {  // NOLINT(google-explicit-constructor)
    assert(!std::get<Status>(state_).ok());
  }

  bool ok() const { return std::holds_alternative<T>(state_); }
  Status status() const { return ok() ? Status() : std::get<Status>(state_); }
  Code code() const { return ok() ? Code::kOk : std::get<Status>(state_).code(); }

  T& value() & { return std::get<T>(state_); }
  const T& value() const& { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<Status, T> state_;
};

}  // namespace towpath

#endif  // TOWPATH_STATUS_H_
