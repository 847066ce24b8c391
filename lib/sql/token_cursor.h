// TokenCursor: reads a statement token by token, and says where it stopped understanding it.
//
// The base of the parsers of this folder: what all of them read, names, values and character sets,
// and how they skip what does not matter to them.
#ifndef TOWPATH_LIB_SQL_TOKEN_CURSOR_H_
#define TOWPATH_LIB_SQL_TOKEN_CURSOR_H_

#include <initializer_list>
#include <string>
#include <string_view>

#include "sql/ddl.h"
#include "sql/dialect.h"
#include "sql/tokenizer.h"

namespace towpath::sql {

class TokenCursor {
 public:
  TokenCursor(std::string_view sql, const Dialect& dialect, std::string_view default_database)
      : scan_(sql, dialect), default_database_(default_database) {
    token_ = scan_.Next();
  }

 protected:
  const Dialect& dialect() const { return scan_.dialect(); }
  bool AtEnd() const {
    return token_.kind == TokenKind::kEnd || token_.kind == TokenKind::kSemicolon;
  }

  bool failed() const { return !failure_.empty(); }
  // What was not understood, and where; empty while everything was.
  const std::string& failure() const { return failure_; }
  // After a failure nothing more is read.
  void Advance() { token_ = failed() ? Token() : scan_.Next(); }
  bool Is(std::string_view keyword) const { return token_.Is(keyword); }
  bool IsOp(std::string_view op) const { return token_.IsOperator(op); }
  bool IsOneOf(std::initializer_list<std::string_view> words) const {
    return token_.IsOneOf(words);
  }
  bool Accept(std::string_view keyword) {
    if (!token_.Is(keyword)) return false;
    Advance();
    return true;
  }
  bool AcceptOp(std::string_view op) {
    if (!token_.IsOperator(op)) return false;
    Advance();
    return true;
  }
  bool AcceptOneOf(std::initializer_list<std::string_view> words) {
    if (!token_.IsOneOf(words)) return false;
    Advance();
    return true;
  }
  bool NextIs(std::string_view keyword) const { return scan_.Peek().Is(keyword); }
  void Expect(std::string_view keyword) {
    if (!Accept(keyword)) Fail();
  }
  void ExpectOp(std::string_view op) {
    if (!AcceptOp(op)) Fail();
  }

  // The token at hand is not understood. Only the first failure counts.
  void Fail();
  void FailWith(std::string what);

  // A name, also as a string.
  std::string Name();
  // A name that is not a string.
  std::string Identifier();
  // [database.]table
  DdlTable TableName();
  // IF EXISTS, IF NOT EXISTS: true when it is there.
  bool IfExists();
  bool IfNotExists();
  bool AtCharset() const;
  // CHARACTER SET [=] name, COLLATE [=] name: true when it is there.
  bool Charset(CharsetClause* text);
  bool Collate(CharsetClause* text);

  // `token_` is "(": goes behind the one that closes it.
  void SkipParentheses();
  void SkipToEnd();
  // To a comma or closing parenthesis outside parentheses, or the end.
  void SkipItem();
  void SkipStrings();
  // A value without operators: what may follow DEFAULT and ON UPDATE.
  void SkipValue();
  // WAIT n, NOWAIT (MariaDB)
  void SkipWait();

  Tokenizer scan_;
  Token token_;  // the one at hand
  std::string_view default_database_;

 private:
  std::string failure_;
};

}  // namespace towpath::sql

#endif  // TOWPATH_LIB_SQL_TOKEN_CURSOR_H_
