// RegexTableFilter: options filter.tables, filter.exclude, filter.columns and
// filter.columns.exclude.
//
// Comma lists of Perl regular expressions (PCRE2), with canal's rules: each must match the whole of
// database.table, case does not matter, '.' matches line breaks too, \w, \d and \s know every
// script, and commas inside {}, () and [] or behind a backslash belong to the expression. An empty
// filter.tables wants every table; filter.exclude wins. Two backslashes are read as one, as in
// canal's property files, so that lists can be copied from there; a backslash in a name is then
// written as four.
//
// The lists of columns have EXPRESSION:column/column/... instead: what stands before the last ':'
// is as above, behind it are names, case ignored, where a backslash takes the meaning from a
// separator that belongs to a name. Of a table that a member of filter.columns matches, the columns
// that it and other matching members name are delivered; of others, all of them. What
// filter.columns.exclude names is never delivered.
//
// Thread safety: one thread at a time.
#ifndef TOWPATH_LIB_STREAM_FILTER_H_
#define TOWPATH_LIB_STREAM_FILTER_H_

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "binlog/schema_lookup.h"
#include "towpath/status.h"

namespace towpath::stream {

// The members of a comma list without white space around them; empty ones are left out.
std::vector<std::string_view> SplitExpressions(std::string_view list);

// The values of the options, or views of them.
struct FilterLists {
  std::string_view tables = {};
  std::string_view exclude = {};
  std::string_view columns = {};
  std::string_view columns_exclude = {};
};

class RegexTableFilter final : public binlog::TableFilter {
 public:
  // kInvalidFilter with the option, the expression, the offset and what is wrong there.
  static Result<std::unique_ptr<RegexTableFilter>> Compile(const FilterLists& lists);
  ~RegexTableFilter() override;

  // Is told, once, of each column that a list names and a table it matches does not have.
  void SetWarner(std::function<void(const std::string&)> warner) { warner_ = std::move(warner); }

  // When an expression takes too many steps on a name (catastrophic backtracking), or the name is
  // not UTF-8, nobody knows whether the table is wanted: then true, and status() says so from then
  // on.
  bool Wants(std::string_view database, std::string_view table) const override;
  // A column that the table does not have is no error, as tables change: an older or a later form
  // of the table may have it. kInvalidFilter when no column would be left, and when the names of
  // the columns are not known (schema.mode=positional) and the lists name others than @1, @2, ...
  Status SelectColumns(const Table& table, std::vector<bool>* wanted) const override;
  const Status& status() const { return status_; }

 private:
  class Expression;
  struct ColumnList;
  RegexTableFilter();
  bool Matches(const Expression& expression, std::string_view name) const;
  bool AnyMatches(const std::vector<Expression>& expressions, std::string_view name) const;
  Status Mark(const std::vector<ColumnList>& lists, std::string_view option, const Table& table,
              bool value, bool* any, std::vector<bool>* marks) const;

  std::vector<Expression> tables_;
  std::vector<Expression> exclude_;
  std::vector<ColumnList> columns_;
  std::vector<ColumnList> columns_exclude_;
  std::function<void(const std::string&)> warner_;
  mutable std::set<std::string> warned_;
  mutable Status status_;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_FILTER_H_
