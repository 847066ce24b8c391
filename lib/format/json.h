// The pieces of JSON text (RFC 8259) that the JSON formats are made of.
//
// Everything appends to a string that the caller keeps and reuses, so that a long run of entries
// allocates nothing once the string has grown.
#ifndef TOWPATH_LIB_FORMAT_JSON_H_
#define TOWPATH_LIB_FORMAT_JSON_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "towpath/status.h"
#include "towpath/table.h"
#include "towpath/value.h"

namespace towpath::format {

// Turns what stands in `out` from `start` on into a JSON string, in place: quotes around it, and
// quotes, backslashes and control characters escaped. The text must be UTF-8.
void QuoteTail(size_t start, std::string* out);

// Appends `text` as a JSON string; bytes that are not UTF-8 become U+FFFD. For names, which servers
// send in UTF-8.
void AppendJsonString(std::string_view text, std::string* out);

// Appends text that a user stored: a JSON string, or {"base64":"..."} of its bytes when they are
// not UTF-8, so that nothing is lost and no string is mistaken for another.
void AppendJsonText(std::string_view text, std::string* out);

// Appends a value that is not absent, as AppendJson (towpath/format.h) describes.
// kCorrupted: `out` is unchanged.
Status AppendJsonValue(const Column& column, const Value& value, std::string* out);

}  // namespace towpath::format

#endif  // TOWPATH_LIB_FORMAT_JSON_H_
