#include "binlog/statement.h"

#include <initializer_list>

#include "model/text.h"

namespace towpath::binlog {
namespace {

constexpr bool IsWordByte(char c) {
  return model::IsAlpha(c) || model::IsDigit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool EqualsNoCase(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i)
    if (model::ToLower(text[i]) != lower[i]) return false;
  return true;
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view w : words)
    if (EqualsNoCase(word, w)) return true;
  return false;
}

// Tokens of SQL text: words, back-quoted names, single other characters.
class Scanner {
 public:
  explicit Scanner(std::string_view sql) : rest_(sql) {}

  // The next token; empty at the end. A back-quoted name comes with its quotes.
  std::string_view Next() {
    SkipBlank();
    if (rest_.empty()) return {};
    size_t n = 1;
    if (rest_[0] == '`') {
      while (n < rest_.size()) {
        if (rest_[n] == '`') {
          if (n + 1 >= rest_.size() || rest_[n + 1] != '`') break;
          ++n;
        }
        ++n;
      }
      if (n < rest_.size()) ++n;
    } else if (IsWordByte(rest_[0])) {
      while (n < rest_.size() && IsWordByte(rest_[n])) ++n;
    }
    const std::string_view token = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return token;
  }

  std::string_view Peek() {
    const std::string_view saved = rest_;
    const std::string_view token = Next();
    rest_ = saved;
    return token;
  }

 private:
  void SkipBlank() {
    for (;;) {
      while (!rest_.empty() && (model::IsSpace(rest_[0]) || rest_[0] == '\0'))
        rest_.remove_prefix(1);
      if (rest_.starts_with("/*")) {
        // "/*!NNNNN" and MariaDB's "/*M!NNNNN" open text that the server executes.
        size_t at = 2;
        if (at < rest_.size() && rest_[at] == 'M') ++at;
        if (at < rest_.size() && rest_[at] == '!') {
          ++at;
          while (at < rest_.size() && model::IsDigit(rest_[at])) ++at;
          rest_.remove_prefix(at);
          continue;
        }
        const size_t end = rest_.find("*/", 2);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 2);
      } else if (rest_.starts_with("*/")) {  // the end of a versioned comment
        rest_.remove_prefix(2);
      } else if (rest_.starts_with("#") || rest_.starts_with("-- ") || rest_.starts_with("--\t") ||
                 rest_.starts_with("--\n")) {
        const size_t end = rest_.find('\n');
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      } else {
        return;
      }
    }
  }

  std::string_view rest_;
};

std::string Unquote(std::string_view token) {
  if (!token.starts_with('`')) return std::string(token);
  token.remove_prefix(1);
  if (token.ends_with('`')) token.remove_suffix(1);
  std::string name;
  for (size_t i = 0; i < token.size(); ++i) {
    name += token[i];
    if (token[i] == '`' && i + 1 < token.size() && token[i + 1] == '`') ++i;
  }
  return name;
}

bool IsName(std::string_view token) {
  return !token.empty() && (token[0] == '`' || IsWordByte(token[0]));
}

// The one table that the statement changes, when it plainly names one.
void FindTarget(Scanner scan, Statement* statement) {
  const bool update = EqualsNoCase(statement->verb, "update");
  const bool erase = EqualsNoCase(statement->verb, "delete");
  if (!update && !erase && !IsOneOf(statement->verb, {"insert", "replace"})) return;
  std::string_view token = scan.Next();
  while (IsOneOf(token, {"low_priority", "delayed", "high_priority", "ignore", "quick"}))
    token = scan.Next();
  if (erase) {
    if (!EqualsNoCase(token, "from")) return;  // of several tables
    token = scan.Next();
  } else if (!update && EqualsNoCase(token, "into")) {
    token = scan.Next();
  }
  if (!IsName(token)) return;
  std::string database;
  std::string table = Unquote(token);
  if (scan.Peek() == ".") {
    scan.Next();
    token = scan.Next();
    if (!IsName(token)) return;
    database = std::move(table);
    table = Unquote(token);
  }
  token = scan.Peek();
  if (update) {
    // Another table may follow, by comma or join; only SET (after at most an alias) is plain.
    if (EqualsNoCase(token, "as")) scan.Next();
    if (!EqualsNoCase(scan.Peek(), "set")) {
      scan.Next();
      if (!EqualsNoCase(scan.Peek(), "set")) return;
    }
  } else if (erase && (token == "," || token == "." || EqualsNoCase(token, "using"))) {
    return;
  }
  statement->database = std::move(database);
  statement->table = std::move(table);
}

}  // namespace

Statement ClassifyStatement(std::string_view sql) {
  Statement statement;
  Scanner scan(sql);
  const std::string_view first = scan.Next();
  statement.verb = first;
  if (first.empty()) return statement;
  switch (model::ToLower(first[0])) {
    case 'b':
      if (EqualsNoCase(first, "begin")) {
        statement.kind = StatementKind::kBegin;
        return statement;
      }
      break;
    case 'c':
      if (EqualsNoCase(first, "commit")) {
        statement.kind = StatementKind::kCommit;
        return statement;
      }
      break;
    case 'r': {
      if (EqualsNoCase(first, "release")) {
        statement.kind = StatementKind::kSavepoint;
        return statement;
      }
      if (!EqualsNoCase(first, "rollback")) break;
      std::string_view second = scan.Next();
      if (EqualsNoCase(second, "work")) second = scan.Next();
      statement.kind =
          EqualsNoCase(second, "to") ? StatementKind::kRollbackTo : StatementKind::kRollback;
      return statement;
    }
    case 's':
      if (EqualsNoCase(first, "savepoint")) {
        statement.kind = StatementKind::kSavepoint;
        return statement;
      }
      if (EqualsNoCase(first, "start") && EqualsNoCase(scan.Peek(), "transaction")) {
        statement.kind = StatementKind::kBegin;
        return statement;
      }
      break;
    case 'x': {
      if (!EqualsNoCase(first, "xa")) break;
      const std::string_view second = scan.Next();
      if (IsOneOf(second, {"start", "begin"}))
        statement.kind = StatementKind::kXaStart;
      else if (IsOneOf(second, {"end", "prepare"}))
        statement.kind = StatementKind::kXaEnd;
      else if (EqualsNoCase(second, "commit"))
        statement.kind = StatementKind::kXaCommit;
      else if (EqualsNoCase(second, "rollback"))
        statement.kind = StatementKind::kXaRollback;
      else
        statement.kind = StatementKind::kDdl;
      return statement;
    }
    default:
      break;
  }
  if (first == "(" || IsOneOf(first, {"insert", "replace", "update", "delete", "load", "select",
                                      "with", "call", "do", "values"})) {
    statement.kind = StatementKind::kDml;
    FindTarget(scan, &statement);
    return statement;
  }
  statement.kind = StatementKind::kDdl;
  return statement;
}

}  // namespace towpath::binlog
