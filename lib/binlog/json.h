// MySQL's binary JSON (json_binary.h), as the text that the server prints for it.
#ifndef TOWPATH_LIB_BINLOG_JSON_H_
#define TOWPATH_LIB_BINLOG_JSON_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace towpath::binlog {

// Appends the document as text in UTF-8. Empty `document` is the literal null. False, and nothing
// appended, when the bytes can not be right.
bool AppendJson(std::span<const uint8_t> document, std::string* out);

// No text of documents of this size in all is longer, unless somebody made them print without end:
// values may share their bytes.
constexpr size_t MaxJsonText(size_t document_size) {
  return (size_t{1} << 20) + document_size * 64;
}

// Appends `text` as a JSON string, in quotes and escaped as the server does it.
void AppendJsonQuoted(std::string_view text, std::string* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_JSON_H_
