// Character sets and collations as DDL names them: defaults, ids, lengths.
#ifndef TOWPATH_LIB_SCHEMA_CHARSETS_H_
#define TOWPATH_LIB_SCHEMA_CHARSETS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/table_definition.h"
#include "sql/ddl.h"

namespace towpath::schema {

struct DdlContext;

// A character set with its collation, as a column or table has them. Empty: not known.
struct TextSet {
  std::string charset;
  std::string collation;
  bool known() const { return !charset.empty(); }
  bool operator==(const TextSet&) const = default;
};

// "utf8" is "utf8mb3", "utf8_bin" is "utf8mb3_bin"; lower case.
std::string CanonicalCharset(std::string_view name);
std::string CanonicalCollation(std::string_view name);

// Bytes of the longest character; 0: no such set.
unsigned MaxLengthOfCharset(std::string_view charset);
// The set that a collation belongs to; "": no such set.
std::string_view CharsetOfCollationName(std::string_view collation);
// The name of a collation by its id; "": not known.
std::string CollationNameOfId(uint32_t id, Flavor flavor);

// The set by itself, with the collation that it has by default. Unknown sets are kept by name,
// without a collation.
TextSet DefaultOfCharset(std::string_view charset, const DdlContext& context);
TextSet SetOfCollation(std::string_view collation);
// What "CHARACTER SET x COLLATE y" means where `otherwise` is the default.
TextSet Resolve(const sql::CharsetClause& clause, const TextSet& otherwise,
                const DdlContext& context);

}  // namespace towpath::schema

#endif  // TOWPATH_LIB_SCHEMA_CHARSETS_H_
