// What the decoder makes of a QUERY event's statement: its text in UTF-8, and the settings of its
// session that decide what a DDL statement does.
#ifndef TOWPATH_LIB_BINLOG_QUERY_TEXT_H_
#define TOWPATH_LIB_BINLOG_QUERY_TEXT_H_

#include <string>
#include <string_view>

#include "binlog/format_description.h"
#include "binlog/query_event.h"
#include "schema/schema_state.h"
#include "sql/dialect.h"

namespace towpath::binlog {

// A statement in UTF-8. Views the event where its bytes are UTF-8 already; not copied or moved.
class QueryText {
 public:
  explicit QueryText(const QueryEvent& query);
  QueryText(const QueryText&) = delete;
  QueryText& operator=(const QueryText&) = delete;

  std::string_view utf8() const { return utf8_; }
  // False: some bytes are no text in the session's character set, and are in utf8() as they came.
  bool valid() const { return valid_; }
  // utf8() is memory of this object and not the event's.
  bool converted() const { return !converted_.empty() && utf8_.data() == converted_.data(); }

 private:
  std::string converted_;
  std::string_view utf8_;
  bool valid_ = true;
};

sql::Dialect DialectOf(const QueryEvent& query, const FormatDescription& format);

schema::DdlContext DdlContextOf(const QueryEvent& query, const FormatDescription& format);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_QUERY_TEXT_H_
