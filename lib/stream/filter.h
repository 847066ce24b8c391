// RegexTableFilter: options filter.tables and filter.exclude.
//
// Comma lists of Perl regular expressions (PCRE2), with canal's rules: each must match the whole of
// database.table, case does not matter, '.' matches line breaks too, and commas inside {}, () and
// [] or behind a backslash belong to the expression. An empty filter.tables wants every table;
// filter.exclude wins.
//
// Thread safety: one thread at a time.
#ifndef TOWPATH_LIB_STREAM_FILTER_H_
#define TOWPATH_LIB_STREAM_FILTER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "binlog/schema_lookup.h"
#include "towpath/status.h"

namespace towpath::stream {

// The expressions of a comma list without white space around them; empty ones are left out.
std::vector<std::string_view> SplitExpressions(std::string_view list);

class RegexTableFilter final : public binlog::TableFilter {
 public:
  // kInvalidFilter with the option, the expression, the offset and what is wrong there.
  static Result<std::unique_ptr<RegexTableFilter>> Compile(std::string_view tables,
                                                           std::string_view exclude);
  ~RegexTableFilter() override;

  // When an expression takes too many steps on a name (catastrophic backtracking), or the name is
  // not UTF-8, nobody knows whether the table is wanted: then true, and status() says so from then
  // on.
  bool Wants(std::string_view database, std::string_view table) const override;
  const Status& status() const { return status_; }

 private:
  struct Expression;
  RegexTableFilter();
  bool AnyMatches(const std::vector<Expression>& expressions, std::string_view name) const;

  std::vector<Expression> tables_;
  std::vector<Expression> exclude_;
  mutable Status status_;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_FILTER_H_
