// What the files of the C ABI share: the handles, and the guard that every fallible call runs in.
//
// Nothing may throw across the ABI: a call does its work in a lambda given to Guard, which turns a
// Status, and whatever was thrown, into a towpath_status and a towpath_error.
#ifndef TOWPATH_CAPI_INTERNAL_H_
#define TOWPATH_CAPI_INTERNAL_H_

#include <array>
#include <cstdint>
#include <cstring>
#include <exception>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/entry_data.h"
#include "towpath.h"
#include "towpath/arrow.h"
#include "towpath/batch.h"
#include "towpath/entry.h"
#include "towpath/options.h"
#include "towpath/position.h"
#include "towpath/status.h"
#include "towpath/stream.h"
#include "towpath/stream_status.h"
#include "towpath/table.h"
#include "towpath/value.h"

struct towpath_error {
  towpath::Code code;
  std::string message;
};

struct towpath_options {
  towpath::Options cpp;
};

struct towpath_stream {
  std::unique_ptr<towpath::Stream> cpp;
};

// The rows of an entry, located at the first call for one of them.
struct towpath_rows {
  size_t row_count = 0;
  size_t columns = 0;
  size_t images = 0;                   // for each row
  std::vector<towpath::Value> values;  // [row][image][column]
  towpath::Status status;              // why there are no more rows
  // Values whose bytes had to be made, by index in `values`. Guarded by towpath_batch::mutex.
  std::unordered_map<size_t, std::string> made;
};

struct towpath_entry {
  const towpath_batch* batch = nullptr;
  const towpath::model::EntryData* data = nullptr;
  bool duplicate = false;
  mutable std::once_flag rows_once;
  mutable std::unique_ptr<towpath_rows> rows;

  towpath::Entry cpp() const { return {data, duplicate}; }
};

struct towpath_batch {
  explicit towpath_batch(towpath::Batch b) : cpp(std::move(b)) {}

  towpath::Batch cpp;
  mutable std::once_flag entries_once;
  mutable std::unique_ptr<towpath_entry[]> entries;
  mutable std::mutex mutex;
  // Texts of GTIDs that were asked for. Guarded by `mutex`; texts never move.
  mutable std::unordered_map<const towpath::model::Transaction*, std::string> gtids;
};

struct towpath_arrow_builder {
  towpath::ArrowBuilder cpp;
};

struct towpath_arrow_table {
  towpath::ArrowTable cpp;
};

namespace towpath::capi {

inline towpath_text Text(std::string_view text) { return {text.data(), text.size()}; }

// Stores the error that a status stands for, if it is one and there is memory for it.
towpath_status Report(const Status& status, towpath_error** error) noexcept;
// The same from a handler: for the exception in flight.
towpath_status ReportException(towpath_error** error) noexcept;

// An argument that must not be NULL.
struct Required {
  const char* name;
  const void* pointer;
};
Status CheckArguments(const char* function, std::initializer_list<Required> arguments);

// Checks the arguments, then runs `work`, which returns a Status; see above.
template <typename Work>
towpath_status Guard(const char* function, towpath_error** error,
                     std::initializer_list<Required> arguments, Work&& work) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    Status status = CheckArguments(function, arguments);
    if (status.ok()) status = std::forward<Work>(work)();
    return Report(status, error);
  } catch (...) {
    return ReportException(error);
  }
}

// A status as C programs get it: the public struct with what its texts point to. The struct comes
// first, so that a pointer to it is one to all of this.
struct StreamInfo {
  explicit StreamInfo(StreamStatus s);
  StreamInfo(const StreamInfo&) = delete;
  StreamInfo& operator=(const StreamInfo&) = delete;

  towpath_stream_info head{};
  StreamStatus status;

 private:
  static constexpr size_t kPositions = 7;
  std::array<std::string, kPositions> gtids_;
  std::array<towpath_position, kPositions> positions_;
};

// Whether the text format, an argument of a call, is one that there is.
Status CheckFormat(const char* format);

// A buffer that owns `text`.
towpath_buffer* MakeBuffer(std::string text);

// Copies `from` to a caller's struct, which may be of an older or newer version of this header:
// fields it lacks are left out, fields we do not know are zeroed. `from` has struct_size first.
// kInvalidArgument: smaller than `oldest`, its first version.
template <typename T>
Status CopyOut(const T& from, T* to, const char* name, size_t oldest = sizeof(T)) {
  const uint32_t size = to->struct_size;
  if (size < oldest || size > 4096) {
    return Status(Code::kInvalidArgument, std::string(name) + ".struct_size is " +
                                              std::to_string(size) + ", expected sizeof(" + name +
                                              "), which is " + std::to_string(sizeof(T)));
  }
  std::memset(to, 0, size);
  std::memcpy(to, &from, size < sizeof(T) ? size : sizeof(T));
  to->struct_size = size;
  return Status::Ok();
}

// The C view of a position; its texts point into `position` and `gtid`.
towpath_position View(const Position& position, std::string_view gtid);
// kInvalidArgument when struct_size or the GTID can not be right.
Result<Position> FromC(const towpath_position& position);

// TOWPATH_COLUMN_IS_... bits, and the 1-based place in the primary key (0: none).
uint32_t ColumnFlags(const Column& column);
uint32_t KeyPart(const Table& table, size_t column);

// How a value reaches a C program.
enum class Form : uint8_t {
  kNumber,  // in the struct
  kView,    // its bytes as they are
  kMade,    // bytes that have to be made: see AppendMade
};
// Whether text in the column's character set is UTF-8 as it stands.
bool IsUtf8(const Column& column);
bool IsText(ValueKind kind);   // UTF-8 in C: text, decimal, JSON, UUID, INET
bool IsBytes(ValueKind kind);  // other bytes
Form FormOf(const Value& value, bool utf8);
// Appends the bytes of a value of Form kMade.
Status AppendMade(const Column& column, const Value& value, std::string* out);
// Kind, precision, scale and the number; size is 0.
towpath_value Head(const Value& value);

}  // namespace towpath::capi

#endif  // TOWPATH_CAPI_INTERNAL_H_
