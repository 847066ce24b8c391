// Statements: what a QUERY event's text does, as far as a change stream must know.
//
// No grammar: the first words decide. What a DDL statement does in full is ddl.h's.
#ifndef TOWPATH_LIB_SQL_STATEMENT_H_
#define TOWPATH_LIB_SQL_STATEMENT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "sql/dialect.h"

namespace towpath::sql {

enum class StatementKind : uint8_t {
  kEmpty,  // comments only
  kBegin,  // BEGIN, START TRANSACTION
  kCommit,
  kRollback,
  kRollbackTo,  // ROLLBACK [WORK] TO [SAVEPOINT] name
  kSavepoint,   // SAVEPOINT, RELEASE SAVEPOINT
  kXaStart,     // XA START, XA BEGIN
  kXaEnd,       // XA END, XA PREPARE
  kXaCommit,
  kXaRollback,
  kDml,  // changes rows: a statement-format change
  kDdl,  // everything else
};

struct Statement {
  StatementKind kind = StatementKind::kEmpty;
  std::string_view verb;  // first word, as written
  // The table that an INSERT, REPLACE, one-table UPDATE or DELETE names; unquoted. An empty table:
  // not found out. An empty database: the session's.
  std::string database;
  std::string table;
};

// `sql` may be in any character set that has ASCII letters as ASCII bytes. Allocates for kDml only.
Statement ClassifyStatement(std::string_view sql, const Dialect& dialect = {});

}  // namespace towpath::sql

#endif  // TOWPATH_LIB_SQL_STATEMENT_H_
