// MySQL's binary JSON, as the text that the server prints for it.
//
//   type u8, then: objects and arrays: count, size, then entries that say where keys and values
//   stand, counted from the container's start; small ones count in u16, large ones in u32; values
//   of up to that size stand in the entry itself.
// Only the offsets are followed: an update in place leaves gaps. Source: MySQL json_binary.h.
#ifndef TOWPATH_LIB_BINLOG_JSON_H_
#define TOWPATH_LIB_BINLOG_JSON_H_

#include <cstdint>
#include <span>
#include <string>

namespace towpath::binlog {

// Deeper documents can not be made: the server refuses them.
inline constexpr int kMaxJsonDepth = 100;

// Appends the document as text in UTF-8. Empty `document` is the literal null. False, and nothing
// appended, when the bytes can not be right.
bool AppendJson(std::span<const uint8_t> document, std::string* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_JSON_H_
