// MySQL's binary JSON (json_binary.h), as the text that the server prints for it.
#ifndef TOWPATH_LIB_BINLOG_JSON_H_
#define TOWPATH_LIB_BINLOG_JSON_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace towpath::binlog {

// Appends the document as text in UTF-8. Empty `document` is the literal null. False, and nothing
// appended, when the bytes can not be right.
bool AppendJson(std::span<const uint8_t> document, std::string* out);

// Appends `text` as a JSON string, in quotes and escaped as the server does it.
void AppendJsonQuoted(std::string_view text, std::string* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_JSON_H_
