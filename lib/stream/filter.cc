#include "stream/filter.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"

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

}  // namespace

struct RegexTableFilter::Expression {
  struct FreeCode {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  };
  struct FreeMatch {
    void operator()(pcre2_match_data* match) const { pcre2_match_data_free(match); }
  };
  struct FreeContext {
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  };

  std::string text;
  std::unique_ptr<pcre2_code, FreeCode> code;
  std::unique_ptr<pcre2_match_data, FreeMatch> match;
  std::unique_ptr<pcre2_match_context, FreeContext> context;

  static Result<Expression> Compile(std::string_view option, std::string_view text) {
    constexpr uint32_t kOptions =
        PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_CASELESS | PCRE2_DOTALL | PCRE2_UTF;
    int error = 0;
    size_t offset = 0;
    Expression e;
    e.text = std::string(text);
    e.code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), kOptions,
                               &error, &offset, nullptr));
    if (e.code == nullptr) {
      return Status(Code::kInvalidFilter,
                    fmt::format("{}: the expression \"{}\" is wrong at offset {}: {}", option, text,
                                offset, Message(error)));
    }
    e.match.reset(pcre2_match_data_create(1, nullptr));
    e.context.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(e.context.get(), kMatchLimit);
    pcre2_set_heap_limit(e.context.get(), kHeapLimitKiB);
    return e;
  }
};

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

Result<std::unique_ptr<RegexTableFilter>> RegexTableFilter::Compile(std::string_view tables,
                                                                    std::string_view exclude) {
  std::unique_ptr<RegexTableFilter> filter(new RegexTableFilter);
  const auto compile = [](std::string_view option, std::string_view list,
                          std::vector<Expression>* out) {
    for (const std::string_view text : SplitExpressions(list)) {
      auto expression = Expression::Compile(option, text);
      if (!expression.ok()) return expression.status();
      out->push_back(*std::move(expression));
    }
    return Status::Ok();
  };
  if (Status s = compile("filter.tables", tables, &filter->tables_); !s.ok()) return s;
  if (Status s = compile("filter.exclude", exclude, &filter->exclude_); !s.ok()) return s;
  return filter;
}

bool RegexTableFilter::AnyMatches(const std::vector<Expression>& expressions,
                                  std::string_view name) const {
  for (const Expression& e : expressions) {
    const int rc = pcre2_match(e.code.get(), reinterpret_cast<PCRE2_SPTR>(name.data()), name.size(),
                               0, 0, e.match.get(), e.context.get());
    if (rc >= 0) return true;
    if (rc != PCRE2_ERROR_NOMATCH && status_.ok()) {
      status_ = Status(Code::kInvalidFilter,
                       fmt::format("the filter expression \"{}\" can not be matched against table "
                                   "{}: {}{}",
                                   e.text, name, Message(rc),
                                   rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_HEAPLIMIT
                                       ? "; write it with fewer nested repetitions"
                                       : ""));
    }
  }
  return false;
}

bool RegexTableFilter::Wants(std::string_view database, std::string_view table) const {
  if (tables_.empty() && exclude_.empty()) return true;
  std::string name;
  name.reserve(database.size() + 1 + table.size());
  name.append(database).append(1, '.').append(table);
  const bool wanted = (tables_.empty() || AnyMatches(tables_, name)) && !AnyMatches(exclude_, name);
  return wanted || !status_.ok();
}

}  // namespace towpath::stream
