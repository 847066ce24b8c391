// Character sets: which one a collation id belongs to, and text of any of them as UTF-8.
#ifndef TOWPATH_LIB_BINLOG_CHARSET_H_
#define TOWPATH_LIB_BINLOG_CHARSET_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace towpath::binlog {

struct Charset;

inline constexpr uint32_t kBinaryCollation = 63;

// By the id of a collation, of either server (information_schema.collations). Null when the id is
// 0 or not known.
const Charset* CharsetOfCollation(uint32_t collation);
// By name: "utf8mb4", "latin1", "utf8" (three bytes), ... Null when not known.
const Charset* CharsetByName(std::string_view name);
// Name as the servers have it ("utf8" is "utf8mb3"). Static storage.
std::string_view CharsetName(const Charset& charset);
// Bytes of the longest character.
unsigned CharsetMaxLength(const Charset& charset);

// Appends `text` as UTF-8. False when some of its bytes are no character of the set: those bytes
// are appended as they are, so that nothing is lost. Of a set that is not known here (null), only
// ASCII is taken for text.
bool AppendUtf8(const Charset* charset, std::string_view text, std::string* out);

// Whether `text` is well-formed UTF-8 (RFC 3629: no surrogates, nothing beyond U+10FFFF).
bool IsUtf8(std::string_view text);
// Appends one code point, which is not a surrogate.
void AppendCodePoint(uint32_t code_point, std::string* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_CHARSET_H_
