#include "sql/statement.h"

#include "model/text.h"
#include "sql/tokenizer.h"

namespace towpath::sql {
namespace {

// The one table that the statement changes, when it plainly names one.
void FindTarget(Tokenizer scan, const Token& verb, Statement* statement) {
  const bool update = verb.Is("update");
  const bool erase = verb.Is("delete");
  if (!update && !erase && !verb.IsOneOf({"insert", "replace"})) return;
  Token token = scan.Next();
  while (token.IsOneOf({"low_priority", "delayed", "high_priority", "ignore", "quick"}))
    token = scan.Next();
  if (erase) {
    if (!token.Is("from")) return;  // of several tables
    token = scan.Next();
  } else if (!update && token.Is("into")) {
    token = scan.Next();
  }
  if (!token.IsName()) return;
  std::string database;
  std::string table = NameOf(token);
  if (scan.Peek().IsOperator(".")) {
    scan.Next();
    token = scan.Next();
    if (!token.IsName()) return;
    database = std::move(table);
    table = NameOf(token);
  }
  token = scan.Peek();
  if (update) {
    // Another table may follow, by comma or join; only SET (after at most an alias) is plain.
    if (token.Is("as")) scan.Next();
    if (!scan.Peek().Is("set")) {
      scan.Next();
      if (!scan.Peek().Is("set")) return;
    }
  } else if (erase && (token.IsOperator(",") || token.IsOperator(".") || token.Is("using"))) {
    return;
  }
  statement->database = std::move(database);
  statement->table = std::move(table);
}

}  // namespace

Statement ClassifyStatement(std::string_view sql, const Dialect& dialect) {
  Statement statement;
  Tokenizer scan(sql, dialect);
  const Token first = scan.Next();
  statement.verb = first.text;
  if (first.kind == TokenKind::kEnd) return statement;
  const auto is = [&statement](StatementKind kind) {
    statement.kind = kind;
    return statement;
  };
  if (first.Is("begin")) return is(StatementKind::kBegin);
  if (first.Is("commit")) return is(StatementKind::kCommit);
  if (first.IsOneOf({"savepoint", "release"})) return is(StatementKind::kSavepoint);
  if (first.Is("start") && scan.Peek().Is("transaction")) return is(StatementKind::kBegin);
  if (first.Is("rollback")) {
    Token second = scan.Next();
    if (second.Is("work")) second = scan.Next();
    return is(second.Is("to") ? StatementKind::kRollbackTo : StatementKind::kRollback);
  }
  if (first.Is("xa")) {
    const Token second = scan.Next();
    if (second.IsOneOf({"start", "begin"})) return is(StatementKind::kXaStart);
    if (second.IsOneOf({"end", "prepare"})) return is(StatementKind::kXaEnd);
    if (second.Is("commit")) return is(StatementKind::kXaCommit);
    if (second.Is("rollback")) return is(StatementKind::kXaRollback);
    return is(StatementKind::kDdl);
  }
  if (first.IsOperator("(") || first.IsOneOf({"insert", "replace", "update", "delete", "load",
                                              "select", "with", "call", "do", "values"})) {
    FindTarget(scan, first, &statement);
    return is(StatementKind::kDml);
  }
  return is(StatementKind::kDdl);
}

}  // namespace towpath::sql
