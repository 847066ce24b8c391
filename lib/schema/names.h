// Names of columns, databases and tables, compared without case as the servers do.
#ifndef TOWPATH_LIB_SCHEMA_NAMES_H_
#define TOWPATH_LIB_SCHEMA_NAMES_H_

#include <string>
#include <string_view>

namespace towpath::schema {

// `name` (UTF-8) with its letters in lower case: ASCII, Latin, Greek, Cyrillic, Armenian and
// full-width letters, one character for one. Bytes that are no UTF-8 stay.
std::string FoldName(std::string_view name);
bool SameName(std::string_view a, std::string_view b);

}  // namespace towpath::schema

#endif  // TOWPATH_LIB_SCHEMA_NAMES_H_
