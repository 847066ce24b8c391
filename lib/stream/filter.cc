#include "stream/filter.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"
#include "schema/names.h"

namespace towpath::stream {
namespace {

// Steps of the matcher for one name (at most 64 + 1 + 64 characters); an ordinary expression needs
// some hundreds.
constexpr uint32_t kMatchLimit = 1'000'000;
constexpr uint32_t kHeapLimitKiB = 4096;

std::string Message(int error) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(error, text.data(), text.size());
  return reinterpret_cast<const char*>(text.data());
}

// Two backslashes are one, as in property files.
std::string Unescape(std::string_view list) {
  std::string out;
  out.reserve(list.size());
  for (size_t i = 0; i < list.size(); ++i) {
    out += list[i];
    if (list[i] == '\\' && i + 1 < list.size() && list[i + 1] == '\\') ++i;
  }
  return out;
}

// Of those that no backslash stands before.
size_t LastColon(std::string_view text) {
  size_t last = std::string_view::npos;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == ':') {
      last = i;
    }
  }
  return last;
}

std::string FullName(std::string_view database, std::string_view table) {
  std::string name;
  name.reserve(database.size() + 1 + table.size());
  return name.append(database).append(1, '.').append(table);
}

}  // namespace

// A compiled expression.
class RegexTableFilter::Expression {
 public:
  static Result<Expression> Compile(std::string_view option, std::string_view text) {
    // UCP: \w, \d and \s know the letters, digits and spaces of every script, as canal's do.
    constexpr uint32_t kOptions =
        PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_CASELESS | PCRE2_DOTALL | PCRE2_UTF | PCRE2_UCP;
    int error = 0;
    size_t offset = 0;
    Expression e;
    e.text_ = std::string(text);
    e.code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), kOptions,
                                &error, &offset, nullptr));
    if (e.code_ == nullptr) {
      return Status(Code::kInvalidFilter,
                    fmt::format("{}: the expression \"{}\" is wrong at offset {}: {}", option, text,
                                offset, Message(error)));
    }
    e.match_.reset(pcre2_match_data_create(1, nullptr));
    e.context_.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(e.context_.get(), kMatchLimit);
    pcre2_set_heap_limit(e.context_.get(), kHeapLimitKiB);
    return e;
  }

  const std::string& text() const { return text_; }
  // Not negative: it matches. PCRE2_ERROR_NOMATCH, or another error.
  int Match(std::string_view name) const {
    return pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(name.data()), name.size(), 0, 0,
                       match_.get(), context_.get());
  }

 private:
  struct Free {
    void operator()(pcre2_code* p) const { pcre2_code_free(p); }
    void operator()(pcre2_match_data* p) const { pcre2_match_data_free(p); }
    void operator()(pcre2_match_context* p) const { pcre2_match_context_free(p); }
  };

  std::string text_;
  std::unique_ptr<pcre2_code, Free> code_;
  std::unique_ptr<pcre2_match_data, Free> match_;
  std::unique_ptr<pcre2_match_context, Free> context_;
};

// Tables, and names of columns.
struct RegexTableFilter::ColumnList {
  Expression tables;
  std::vector<std::string> columns;  // as written, without backslashes

  static Result<ColumnList> Compile(std::string_view option, std::string_view text);
};

Result<RegexTableFilter::ColumnList> RegexTableFilter::ColumnList::Compile(std::string_view option,
                                                                           std::string_view text) {
  const auto wrong = [&](std::string_view why) {
    return Status(Code::kInvalidFilter,
                  fmt::format("{}: \"{}\" {}; expected EXPRESSION:column/column/..., for example "
                              "shop\\.orders:id/price",
                              option, text, why));
  };
  const size_t colon = LastColon(text);
  if (colon == std::string_view::npos) return wrong("names no columns");
  auto tables = Expression::Compile(option, model::Trim(text.substr(0, colon)));
  if (!tables.ok()) return tables.status();
  if (tables->text().empty()) return wrong("names no table");
  ColumnList list{*std::move(tables), {}};
  std::string name;
  const auto add = [&] {
    const std::string_view trimmed = model::Trim(name);
    if (trimmed.empty()) return false;
    list.columns.emplace_back(trimmed);
    name.clear();
    return true;
  };
  for (size_t i = colon + 1; i < text.size(); ++i) {
    if (text[i] == '/') {
      if (!add()) return wrong("has an empty name");
      continue;
    }
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    name += text[i];
  }
  if (!add()) return wrong("has an empty name");
  return list;
}

std::vector<std::string_view> SplitExpressions(std::string_view list) {
  std::vector<std::string_view> expressions;
  size_t begin = 0;
  int depth = 0;          // of {} and ()
  bool in_class = false;  // [] does not nest, and the others mean nothing in it
  size_t class_begin = 0;
  const auto add = [&](size_t end) {
    const std::string_view expression = model::Trim(list.substr(begin, end - begin));
    if (!expression.empty()) expressions.push_back(expression);
    begin = end + 1;
  };
  for (size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      // "[]a]" and "[^]a]": a bracket that comes first is a member.
      const bool first = i == class_begin + 1 || (i == class_begin + 2 && list[i - 1] == '^');
      if (c == ']' && !first) in_class = false;
    } else if (c == '[') {
      in_class = true;
      class_begin = i;
    } else if (c == '{' || c == '(') {
      ++depth;
    } else if (c == '}' || c == ')') {
      if (depth > 0) --depth;
    } else if (c == ',' && depth == 0) {
      add(i);
    }
  }
  if (begin < list.size()) add(list.size());
  return expressions;
}

RegexTableFilter::RegexTableFilter() = default;
RegexTableFilter::~RegexTableFilter() = default;

Result<std::unique_ptr<RegexTableFilter>> RegexTableFilter::Compile(const FilterLists& lists) {
  std::unique_ptr<RegexTableFilter> filter(new RegexTableFilter);
  const auto compile = [](std::string_view option, std::string_view list, auto* out) {
    const std::string text = Unescape(list);
    for (const std::string_view member : SplitExpressions(text)) {
      auto compiled = std::decay_t<decltype(*out)>::value_type::Compile(option, member);
      if (!compiled.ok()) return compiled.status();
      out->push_back(*std::move(compiled));
    }
    return Status::Ok();
  };
  Status s = compile("filter.tables", lists.tables, &filter->tables_);
  if (s.ok()) s = compile("filter.exclude", lists.exclude, &filter->exclude_);
  if (s.ok()) s = compile("filter.columns", lists.columns, &filter->columns_);
  if (s.ok())
    s = compile("filter.columns.exclude", lists.columns_exclude, &filter->columns_exclude_);
  if (!s.ok()) return s;
  return filter;
}

bool RegexTableFilter::Matches(const Expression& expression, std::string_view name) const {
  const int rc = expression.Match(name);
  if (rc >= 0) return true;
  if (rc != PCRE2_ERROR_NOMATCH && status_.ok()) {
    status_ = Status(Code::kInvalidFilter,
                     fmt::format("the filter expression \"{}\" can not be matched against table "
                                 "{}: {}{}",
                                 expression.text(), name, Message(rc),
                                 rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_HEAPLIMIT
                                     ? "; write it with fewer nested repetitions"
                                     : ""));
  }
  return false;
}

bool RegexTableFilter::AnyMatches(const std::vector<Expression>& expressions,
                                  std::string_view name) const {
  return std::any_of(expressions.begin(), expressions.end(),
                     [&](const Expression& e) { return Matches(e, name); });
}

bool RegexTableFilter::Wants(std::string_view database, std::string_view table) const {
  if (tables_.empty() && exclude_.empty()) return true;
  const std::string name = FullName(database, table);
  const bool wanted = (tables_.empty() || AnyMatches(tables_, name)) && !AnyMatches(exclude_, name);
  return wanted || !status_.ok();
}

// Gives the columns that `lists` name for the table the `value`; *any: whether a list is for it.
Status RegexTableFilter::Mark(const std::vector<ColumnList>& lists, std::string_view option,
                              const Table& table, bool value, bool* any,
                              std::vector<bool>* marks) const {
  const std::string full_name = FullName(table.database(), table.name());
  const std::vector<Column>& columns = table.columns();
  for (const ColumnList& list : lists) {
    if (!Matches(list.tables, full_name)) continue;
    if (!*any) marks->assign(columns.size(), !value);
    *any = true;
    for (const std::string& name : list.columns) {
      const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) {
        return schema::SameName(c.name, name);
      });
      if (found != columns.end()) {
        (*marks)[static_cast<size_t>(found - columns.begin())] = value;
        continue;
      }
      if (!table.names_known() && !name.starts_with('@'))
        return Status(
            Code::kInvalidFilter,
            fmt::format("table {}: {} names column {}, and the names of its columns are not known "
                        "(schema.mode=positional); SET GLOBAL binlog_row_metadata=FULL makes the "
                        "server log them, or name columns @1, @2, ... as they are delivered",
                        full_name, option, name));
      std::string warning =
          fmt::format("{}: table {} has no column {} at this point", option, full_name, name);
      if (warner_ && warned_.insert(warning).second) warner_(warning);
    }
  }
  return status_;
}

Status RegexTableFilter::SelectColumns(const Table& table, std::vector<bool>* wanted) const {
  wanted->clear();
  if (columns_.empty() && columns_exclude_.empty()) return Status::Ok();
  bool included = false;
  Status s = Mark(columns_, "filter.columns", table, true, &included, wanted);
  if (!s.ok()) return s;
  bool excluded = false;
  std::vector<bool> kept;
  s = Mark(columns_exclude_, "filter.columns.exclude", table, false, &excluded, &kept);
  if (!s.ok()) return s;
  if (excluded && !included) *wanted = kept;
  if (excluded && included)
    for (size_t i = 0; i < kept.size(); ++i) (*wanted)[i] = (*wanted)[i] && kept[i];
  if (!wanted->empty() && std::find(wanted->begin(), wanted->end(), true) == wanted->end())
    return Status(
        Code::kInvalidFilter,
        fmt::format("table {}.{}: filter.columns and filter.columns.exclude leave none of "
                    "its {} columns; filter.exclude leaves out the whole table",
                    table.database(), table.name(), table.columns().size()));
  return Status::Ok();
}

}  // namespace towpath::stream
