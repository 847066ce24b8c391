#include "sql/token_cursor.h"

#include <fmt/format.h>

#include <utility>

#include "model/text.h"

namespace towpath::sql {

void TokenCursor::Fail() {
  if (failed()) return;
  std::string shown;
  if (token_.kind == TokenKind::kEnd) {
    shown = "the statement ends too early";
  } else {
    std::string_view text = token_.text.substr(0, 40);
    // Not in the middle of a character.
    while (text.size() == 40 && !text.empty() && (text.back() & 0x80) != 0) text.remove_suffix(1);
    shown = fmt::format("at byte {}, \"{}\"", token_.offset, text);
  }
  FailWith(std::move(shown));
}

void TokenCursor::FailWith(std::string what) {
  if (!failed()) failure_ = std::move(what);
  token_ = Token();
}

std::string TokenCursor::Name() {
  std::string name;
  if (token_.IsName() || (token_.kind == TokenKind::kString)) {
    name = token_.kind == TokenKind::kString ? ValueOf(token_, dialect()) : NameOf(token_);
    Advance();
  } else {
    Fail();
  }
  return name;
}

std::string TokenCursor::Identifier() {
  if (token_.IsName()) return Name();
  Fail();
  return {};
}

DdlTable TokenCursor::TableName() {
  DdlTable table{std::string(default_database_), {}};
  if (AcceptOp(".")) {  // ".t" is "t"
    table.name = Identifier();
    return table;
  }
  table.name = Identifier();
  if (AcceptOp(".")) {
    table.database = std::move(table.name);
    table.name = Identifier();
  }
  return table;
}

void TokenCursor::SkipParentheses() {
  size_t depth = 0;
  do {
    if (token_.kind == TokenKind::kEnd || token_.kind == TokenKind::kBad) return Fail();
    if (IsOp("(")) ++depth;
    if (IsOp(")")) --depth;
    Advance();
  } while (depth > 0 && !failed());
}

void TokenCursor::SkipToEnd() {
  while (!AtEnd()) {
    if (token_.kind == TokenKind::kBad) return Fail();
    Advance();
  }
}

void TokenCursor::SkipItem() {
  while (!AtEnd() && !IsOp(",") && !IsOp(")")) {
    if (token_.kind == TokenKind::kBad) return Fail();
    if (IsOp("("))
      SkipParentheses();
    else
      Advance();
  }
}

void TokenCursor::SkipStrings() {
  while (token_.kind == TokenKind::kString || token_.kind == TokenKind::kNational ||
         token_.kind == TokenKind::kHex || token_.kind == TokenKind::kBits)
    Advance();
}

void TokenCursor::SkipValue() {
  while (IsOp("-") || IsOp("+") || IsOp("~") || IsOp("!")) Advance();
  if (AtEnd() || token_.kind == TokenKind::kBad) return Fail();
  if (IsOp("(")) return SkipParentheses();
  if (Is("next") && NextIs("value")) {
    Advance();
    Advance();
    Expect("for");
    TableName();
    return;
  }
  if (token_.IsName()) {
    Advance();
    while (AcceptOp(".")) Identifier();
    SkipStrings();  // _charset'x', DATE 'x'
    if (IsOp("(")) SkipParentheses();
    return;
  }
  if (token_.kind == TokenKind::kOperator) return Fail();
  Advance();
  SkipStrings();
}

bool TokenCursor::IfExists() {
  if (!Is("if") || !NextIs("exists")) return false;
  Advance();
  Advance();
  return true;
}

bool TokenCursor::IfNotExists() {
  if (!Is("if") || !NextIs("not")) return false;
  Advance();
  Advance();
  Expect("exists");
  return true;
}

void TokenCursor::SkipWait() {
  if (Accept("nowait")) return;
  if (Is("wait") && scan_.Peek().kind == TokenKind::kNumber) {
    Advance();
    Advance();
  }
}

bool TokenCursor::AtCharset() const {
  return Is("charset") || ((Is("character") || Is("char")) && NextIs("set"));
}

bool TokenCursor::Charset(CharsetClause* text) {
  if (!AtCharset()) return false;
  if (!Accept("charset")) {
    Advance();
    Advance();
  }
  AcceptOp("=");
  text->charset = model::ToLower(Name());
  return true;
}

bool TokenCursor::Collate(CharsetClause* text) {
  if (!Accept("collate")) return false;
  AcceptOp("=");
  text->collation = model::ToLower(Name());
  return true;
}

}  // namespace towpath::sql
