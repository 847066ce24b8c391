// Text in the servers' character sets of several bytes, as UTF-8: big5, the Japanese, Korean and
// Chinese ones. Unicode's own forms are in charset.cc.
#ifndef TOWPATH_LIB_BINLOG_CHARSET_MULTIBYTE_H_
#define TOWPATH_LIB_BINLOG_CHARSET_MULTIBYTE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace towpath::binlog {

enum class MultibyteSet : uint8_t {
  kBig5,
  kCp932,
  kEucjpms,
  kEuckr,
  kGb18030,
  kGb2312,
  kGbk,
  kSjis,
  kUjis,
};

// As AppendUtf8 of charset.h: false when some bytes are no character of the set, and these are
// appended as they are. A character that is well formed and has no meaning stays whole.
bool AppendMultibyte(MultibyteSet set, std::string_view text, std::string* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_CHARSET_MULTIBYTE_H_
