// What a declared column is: its type after synonyms, modes and sizes, as information_schema will
// show it.
#ifndef TOWPATH_LIB_SCHEMA_COLUMN_RULES_H_
#define TOWPATH_LIB_SCHEMA_COLUMN_RULES_H_

#include <string>

#include "schema/charsets.h"
#include "schema/table_definition.h"
#include "sql/ddl.h"

namespace towpath::schema {

struct DdlContext;

// `table` is the table's default set; it matters to text without a set of its own. kUnsupported
// says what can not be known.
Result<ColumnDefinition> DefineColumn(const sql::ColumnSpec& spec, const TextSet& table,
                                      const DdlContext& context);

// CONVERT TO CHARACTER SET: what it makes of a column. Types without text stay.
Status ConvertColumn(const TextSet& to, bool mysql, ColumnDefinition* column);

// ENUM and SET with their labels, as information_schema writes them.
std::string LabelledType(const std::string& type, const std::vector<std::string>& labels);

}  // namespace towpath::schema

#endif  // TOWPATH_LIB_SCHEMA_COLUMN_RULES_H_
