// The pieces of the pretty format: values and instants for people.
#ifndef TOWPATH_LIB_FORMAT_PRETTY_H_
#define TOWPATH_LIB_FORMAT_PRETTY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "towpath/status.h"
#include "towpath/table.h"
#include "towpath/value.h"

namespace towpath::format {

// Appends UTF-8 text with control characters, DEL and invalid bytes as escapes (\n, \x1b, \xff),
// and at most `max_width` characters of it (0: all); says how long it was when it is shortened.
void AppendPrintable(std::string_view text, size_t max_width, std::string* out);

// Appends a value: text in single quotes, binary as 0x..., NULL, JSON and numbers as they are.
// kCorrupted as AppendText.
Status AppendPrettyValue(const Column& column, const Value& value, size_t max_width,
                         std::string* out);

// Appends "2026-11-21 10:00:00Z", with microseconds when there are some.
void AppendInstant(int64_t microseconds, std::string* out);

}  // namespace towpath::format

#endif  // TOWPATH_LIB_FORMAT_PRETTY_H_
