#include "binlog/query_text.h"

#include "binlog/byte_order.h"
#include "binlog/charset.h"

namespace towpath::binlog {

QueryText::QueryText(const QueryEvent& query) : utf8_(query.sql) {
  const Charset* charset = CharsetOfCollation(query.client_collation);
  const std::string_view name = charset != nullptr ? CharsetName(*charset) : "utf8mb4";
  if (name.starts_with("utf8mb") || name == "binary" || name == "ascii") {
    valid_ = IsUtf8(query.sql);
    return;
  }
  valid_ = AppendUtf8(charset, query.sql, &converted_);
  if (converted_ != query.sql) utf8_ = converted_;
}

sql::Dialect DialectOf(const QueryEvent& query, const FormatDescription& format) {
  return {format.flavor, format.version_number, query.sql_mode};
}

schema::DdlContext DdlContextOf(const QueryEvent& query, const FormatDescription& format) {
  schema::DdlContext context;
  context.dialect = DialectOf(query, format);
  context.default_database = query.database;
  context.server_collation = query.server_collation;
  context.utf8mb4_collation = query.utf8mb4_collation;
  for (size_t i = 0; i + 4 <= query.set_collations.size(); i += 4) {
    const uint8_t* pair = query.set_collations.data() + i;
    context.set_collations.emplace_back(LoadLe16(pair), LoadLe16(pair + 2));
  }
  context.explicit_defaults_for_timestamp = ExplicitDefaultsForTimestamp(query, format.flavor);
  context.failed = query.error != 0;
  return context;
}

}  // namespace towpath::binlog
