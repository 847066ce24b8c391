// Column types as information_schema writes them: "enum('a','it''s')", "decimal(10,2) unsigned".
#ifndef TOWPATH_LIB_MYSQL_COLUMN_TYPE_H_
#define TOWPATH_LIB_MYSQL_COLUMN_TYPE_H_

#include <string>
#include <string_view>
#include <vector>

#include "towpath/status.h"

namespace towpath::mysql {

// The members of an ENUM or SET type, in order. Inside its quotes a quote is written twice, and a
// backslash, NUL, line feed and carriage return as \\, \0, \n and \r, whatever the sql_mode (both
// servers' append_unescaped). Empty for other types. kCorrupted: not such a list.
Result<std::vector<std::string>> ParseLabels(std::string_view column_type);

// Whether the type is unsigned (ZEROFILL makes it so).
bool IsUnsigned(std::string_view column_type);

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_COLUMN_TYPE_H_
