#include "sql/ddl.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"
#include "sql/table_elements.h"
#include "sql/tokenizer.h"

namespace towpath::sql {
namespace {

using Kind = AlterOperation::Kind;

class Parser : public TableElementParser {
 public:
  using TableElementParser::TableElementParser;

  Ddl Run() {
    Statement();
    ddl_.not_understood = failure();
    return std::move(ddl_);
  }
  void AddTable() {
    DdlTable table = TableName();
    if (!failed()) ddl_.tables.push_back(std::move(table));
  }

  // -- Statements.

  void Statement() {
    if (Is("set") && NextIs("statement")) {  // MariaDB: SET STATEMENT a=1, b=2 FOR ...
      while (!AtEnd() && token_.kind != TokenKind::kBad && !Is("for")) Advance();
      if (!Accept("for")) return;
    }
    if (Accept("create")) return Create();
    if (Accept("alter")) return Alter();
    if (Accept("drop")) return Drop();
    if (Accept("rename")) return Rename();
    if (Accept("truncate")) {
      ddl_.kind = DdlKind::kTruncateTable;
      Accept("table");
      return AddTable();
    }
    if (IsOneOf({"grant", "revoke"})) {
      ddl_.kind = DdlKind::kAccount;
    } else if (Is("set")) {
      Advance();
      if (IsOneOf({"password", "role", "default"})) ddl_.kind = DdlKind::kAccount;
    } else if (IsOneOf({"rollback", "xa", "commit", "savepoint", "release", "begin", "start"})) {
      ddl_.kind = DdlKind::kTransaction;
    } else if (IsOneOf({"analyze", "optimize", "repair", "check", "checksum", "flush"})) {
      Maintenance();
    }
  }

  void Maintenance() {
    ddl_.kind = DdlKind::kMaintenance;
    Advance();
    AcceptOneOf({"no_write_to_binlog", "local"});
    if (!AcceptOneOf({"table", "tables"})) return;
    while (token_.IsName() && !IsOneOf({"with", "for"})) {
      AddTable();
      if (!AcceptOp(",")) return;
    }
  }

  void SkipUser() {
    if (AtEnd()) return Fail();
    Advance();                                           // name, 'name', CURRENT_USER
    if (token_.kind == TokenKind::kVariable) Advance();  // @host
    if (IsOp("(")) SkipParentheses();                    // CURRENT_USER()
  }

  // ALGORITHM = x, DEFINER = x, SQL SECURITY x
  bool SkipViewOption() {
    if (Accept("definer")) {
      AcceptOp("=");
      SkipUser();
    } else if (Is("algorithm")) {
      Advance();
      AcceptOp("=");
      Advance();
    } else if (Is("sql") && NextIs("security")) {
      Advance();
      Advance();
      Advance();
    } else {
      return false;
    }
    return true;
  }

  void Create() {
    if (Is("or") && NextIs("replace")) {
      Advance();
      Advance();
      ddl_.or_replace = true;
    }
    AcceptOneOf({"online", "offline"});
    ddl_.temporary = Accept("temporary");
    while (SkipViewOption()) {
    }
    if (AcceptOneOf({"table", "tables"})) return CreateTable();
    if (AcceptOneOf({"database", "schema"})) {
      ddl_.kind = DdlKind::kCreateDatabase;
      ddl_.if_not_exists = IfNotExists();
      ddl_.database = Identifier();
      return DatabaseOptions();
    }
    if (AcceptOneOf({"unique", "fulltext", "spatial", "vector"})) {
      if (!IsOneOf({"index", "key"})) return;  // CREATE SPATIAL REFERENCE SYSTEM
    }
    if (AcceptOneOf({"index", "key"})) {
      ddl_.kind = DdlKind::kCreateIndex;
      ddl_.if_not_exists = IfNotExists();
      return TableBehindOn();
    }
    if (Accept("view")) return Named(DdlKind::kCreateView);
    if (Accept("sequence")) {
      Named(DdlKind::kCreateSequence);
      if (Accept("as")) ddl_.sequence_type = model::ToLower(Identifier());
      return;
    }
    if (Accept("trigger")) {
      ddl_.kind = DdlKind::kCreateTrigger;
      ddl_.if_not_exists = IfNotExists();
      return TableBehindOn();
    }
    if (Accept("aggregate")) {
      if (Is("function")) ddl_.kind = DdlKind::kCreateFunction;
      return;
    }
    Simple({DdlKind::kCreateProcedure, DdlKind::kCreateFunction, DdlKind::kCreateEvent});
  }

  // Kinds of which nothing more is said.
  struct Routines {
    DdlKind procedure, function, event;
  };
  void Simple(const Routines& kinds) {
    if (Is("procedure")) ddl_.kind = kinds.procedure;
    if (Is("function")) ddl_.kind = kinds.function;
    if (Is("event")) ddl_.kind = kinds.event;
    if (IsOneOf({"user", "role"})) ddl_.kind = DdlKind::kAccount;
    if (Is("tablespace") || (Is("logfile") && NextIs("group")) ||
        (Is("undo") && NextIs("tablespace")))
      ddl_.kind = DdlKind::kTablespace;
  }

  void Named(DdlKind kind) {
    ddl_.kind = kind;
    ddl_.if_not_exists = IfNotExists();
    ddl_.if_exists = IfExists();
    AddTable();
  }

  void TableBehindOn() {
    while (!AtEnd() && !Is("on") && token_.kind != TokenKind::kBad) Advance();
    Expect("on");
    AddTable();
  }

  void DatabaseOptions() {
    while (!AtEnd() && !failed()) {
      Accept("default");
      if (Charset(&ddl_.text) || Collate(&ddl_.text)) continue;
      // ENCRYPTION [=] 'Y', COMMENT [=] 'x', READ ONLY [=] 1, UPGRADE DATA DIRECTORY NAME
      Advance();
    }
  }

  void Drop() {
    ddl_.temporary = Accept("temporary");
    if (AcceptOneOf({"table", "tables"})) return DropList(DdlKind::kDropTable);
    if (Accept("view")) return DropList(DdlKind::kDropView);
    if (Accept("sequence")) return DropList(DdlKind::kDropSequence);
    if (AcceptOneOf({"database", "schema"})) {
      ddl_.kind = DdlKind::kDropDatabase;
      ddl_.if_exists = IfExists();
      ddl_.database = Identifier();
      return;
    }
    if (AcceptOneOf({"index", "key"})) {
      ddl_.kind = DdlKind::kDropIndex;
      ddl_.if_exists = IfExists();
      AlterOperation drop;
      drop.kind = Kind::kDropKey;
      drop.name = Identifier();
      drop.if_exists = ddl_.if_exists;
      TableBehindOn();
      ddl_.operations.push_back(std::move(drop));
      return;
    }
    if (Accept("trigger")) {  // which table's, it does not say
      ddl_.kind = DdlKind::kDropTrigger;
      return;
    }
    Simple({DdlKind::kDropProcedure, DdlKind::kDropFunction, DdlKind::kDropEvent});
  }

  void DropList(DdlKind kind) {
    ddl_.kind = kind;
    ddl_.if_exists = IfExists();
    do {
      AddTable();
    } while (AcceptOp(",") && !failed());
    SkipWait();
    AcceptOneOf({"restrict", "cascade"});
    if (!AtEnd()) Fail();
  }

  void Rename() {
    if (!AcceptOneOf({"table", "tables"})) {
      if (Is("user")) ddl_.kind = DdlKind::kAccount;
      return;
    }
    ddl_.kind = DdlKind::kRenameTable;
    ddl_.if_exists = IfExists();
    do {
      AddTable();
      SkipWait();
      Expect("to");
      AddTable();
    } while (AcceptOp(",") && !failed());
    if (!AtEnd()) Fail();
  }

  void Alter() {
    while (SkipViewOption()) {
    }
    AcceptOneOf({"online", "offline"});
    Accept("ignore");
    if (Accept("table")) return AlterTable();
    if (AcceptOneOf({"database", "schema"})) {
      ddl_.kind = DdlKind::kAlterDatabase;
      ddl_.database = default_database_;
      const bool option = AtCharset() || IsOneOf({"collate", "default", "encryption", "comment"}) ||
                          (Is("read") && NextIs("only"));
      if (!option) ddl_.database = Identifier();
      return DatabaseOptions();
    }
    if (Accept("view")) return Named(DdlKind::kAlterView);
    if (Accept("sequence")) {
      Named(DdlKind::kAlterSequence);
      if (Accept("as")) ddl_.sequence_type = model::ToLower(Identifier());
      return;
    }
    Simple({DdlKind::kAlterProcedure, DdlKind::kAlterFunction, DdlKind::kAlterEvent});
  }

  // -- CREATE TABLE.

  void CreateTable() {
    ddl_.kind = DdlKind::kCreateTable;
    ddl_.if_not_exists = IfNotExists();
    AddTable();
    if (Accept("like")) {
      ddl_.like = true;
      AddTable();
      return;
    }
    if (IsOp("(")) {
      const Token inner = scan_.Peek();
      if (inner.Is("like")) {
        Advance();
        Advance();
        ddl_.like = true;
        AddTable();
        return;
      }
      if (inner.IsOneOf({"select", "with", "values", "table"}) || inner.IsOperator("(")) {
        ddl_.as_select = true;
        return;
      }
      Advance();
      do {
        TableElement();
      } while (AcceptOp(",") && !failed());
      ExpectOp(")");
    }
    TableOptions();
  }

  // A column, key or constraint in the parentheses of CREATE TABLE or ADD.
  void TableElement() {
    if (AtKey()) {
      KeySpec key;
      if (Key(&key)) ddl_.keys.push_back(std::move(key));
      return;
    }
    if (Is("period") && NextIs("for")) {
      std::string start, end;
      if (Period(&start, &end)) {
        ddl_.period_start = std::move(start);
        ddl_.period_end = std::move(end);
      }
      return;
    }
    ddl_.columns.push_back(Column());
  }

  // What stands behind the columns: options, partitions, the query of CREATE TABLE ... SELECT.
  void TableOptions() {
    while (!AtEnd() && !failed()) {
      if (AcceptOp(",")) continue;
      if (Is("partition")) {
        PartitionsOfCreate();
        return;
      }
      if (AtQuery()) {
        ddl_.as_select = true;
        return;
      }
      if (Is("with") && NextIs("system")) {
        Advance();
        Advance();
        Expect("versioning");
        ddl_.system_versioned = true;
        continue;
      }
      TableOption(&ddl_.text);
    }
  }

  bool AtQuery() const {
    if (IsOneOf({"as", "select", "ignore", "replace", "values"}) || IsOp("(")) return true;
    if (Is("with")) return !NextIs("system");
    return Is("table") && scan_.Peek().IsName();
  }

  void PartitionsOfCreate() {
    while (!AtEnd() && !failed()) {
      if (token_.kind == TokenKind::kBad) return Fail();
      if (IsOneOf({"as", "select"})) {
        ddl_.as_select = true;
        return;
      }
      if (IsOp("("))
        SkipParentheses();
      else
        Advance();
    }
  }

  // -- ALTER TABLE.

  AlterOperation& AddOperation(Kind kind) {
    ddl_.operations.emplace_back();
    ddl_.operations.back().kind = kind;
    return ddl_.operations.back();
  }

  void AlterTable() {
    ddl_.kind = DdlKind::kAlterTable;
    ddl_.if_exists = IfExists();
    AddTable();
    SkipWait();
    bool comma_due = false;
    while (!AtEnd() && !failed()) {
      if (AcceptOp(",")) {
        comma_due = false;
        continue;
      }
      if (IsOneOf({"partition", "remove"})) return SkipToEnd();
      // Table options follow each other with or without one.
      if (comma_due && IsOneOf({"add", "drop", "change", "modify", "rename", "alter"}))
        return Fail();
      comma_due = true;
      Operation();
    }
  }

  void Operation() {
    if (Accept("add")) return Add();
    if (Accept("drop")) return DropOperation();
    if (Accept("change")) {
      Accept("column");
      AlterOperation op;
      op.kind = Kind::kChangeColumn;
      op.if_exists = IfExists();
      op.name = Identifier();
      return ChangeTo(std::move(op));
    }
    if (Accept("modify")) {
      Accept("column");
      AlterOperation op;
      op.kind = Kind::kChangeColumn;
      op.if_exists = IfExists();
      if (token_.IsName()) op.name = NameOf(token_);
      return ChangeTo(std::move(op));
    }
    if (Accept("rename")) return RenameOperation();
    if (Accept("alter")) return AlterColumn();
    if (Is("convert")) return Convert();
    if (Accept("order")) return SkipToEnd();
    if (IsOneOf({"truncate", "coalesce", "reorganize", "analyze", "check", "optimize", "rebuild",
                 "repair", "discard", "import"}))
      return SkipToEnd();
    if (Accept("exchange")) return Exchange();
    if (IsOneOf({"disable", "enable"})) {
      Advance();
      return Expect("keys");
    }
    if (IsOneOf({"with", "without"}) && NextIs("validation")) {
      Advance();
      Advance();
      return;
    }
    if (AcceptOneOf({"force", "secondary_load", "secondary_unload"})) return;
    CharsetClause text;
    if (!TableOption(&text)) return;
    // "CHARACTER SET x COLLATE y" is one clause.
    if (!failed() && !text.charset.empty()) {
      if (Is("default") && NextIs("collate")) Advance();
      Collate(&text);
    }
    AddOperation(Kind::kDefaultCharset).text = std::move(text);
  }

  ColumnPlace Place() {
    ColumnPlace place;
    if (Accept("first")) {
      place.first = true;
    } else if (Accept("after")) {
      place.after = Identifier();
    }
    return place;
  }

  void ChangeTo(AlterOperation op) {
    op.column = Column();
    op.place = Place();
    ddl_.operations.push_back(std::move(op));
  }

  void Add() {
    if (Is("partition")) return SkipToEnd();
    if (Is("system") && NextIs("versioning")) {
      Advance();
      Advance();
      AddOperation(Kind::kAddVersioning);
      return;
    }
    const bool column_said = Accept("column");
    if (!column_said && Is("period") && NextIs("for")) {
      AlterOperation op;
      op.kind = Kind::kAddPeriod;
      if (Period(&op.name, &op.new_name)) ddl_.operations.push_back(std::move(op));
      return;
    }
    if (!column_said && AtKey()) {
      AlterOperation op;
      op.kind = Kind::kAddKey;
      if (Key(&op.key)) ddl_.operations.push_back(std::move(op));
      return;
    }
    const bool if_not_exists = IfNotExists();
    if (AcceptOp("(")) {
      do {
        if (AtKey()) {
          AlterOperation op;
          op.kind = Kind::kAddKey;
          if (Key(&op.key)) ddl_.operations.push_back(std::move(op));
          continue;
        }
        AlterOperation& op = AddOperation(Kind::kAddColumn);
        op.if_not_exists = if_not_exists;
        op.column = Column();
      } while (AcceptOp(",") && !failed());
      return ExpectOp(")");
    }
    AlterOperation op;
    op.kind = Kind::kAddColumn;
    op.if_not_exists = if_not_exists;
    ChangeTo(std::move(op));
  }

  void DropOperation() {
    if (Is("partition")) return SkipToEnd();
    if (Is("system") && NextIs("versioning")) {
      Advance();
      Advance();
      AddOperation(Kind::kDropVersioning);
      return;
    }
    if (Is("period") && NextIs("for")) {
      Advance();
      Advance();
      IfExists();
      if (model::ToLower(Identifier()) == "system_time") AddOperation(Kind::kDropPeriod);
      return;
    }
    if (Is("primary")) {
      Advance();
      Expect("key");
      AddOperation(Kind::kDropPrimaryKey);
      return;
    }
    AlterOperation op;
    op.kind = Kind::kDropColumn;
    if (Accept("foreign")) {
      Expect("key");
      IfExists();
      Identifier();
      return;
    }
    if (Is("check")) {
      Advance();
      Identifier();
      return;
    }
    if (AcceptOneOf({"index", "key"})) {
      op.kind = Kind::kDropKey;
    } else if (Accept("constraint")) {
      op.kind = Kind::kDropConstraint;
    } else {
      Accept("column");
    }
    op.if_exists = IfExists();
    op.name = Identifier();
    AcceptOneOf({"restrict", "cascade"});
    ddl_.operations.push_back(std::move(op));
  }

  void RenameOperation() {
    if (Is("column")) {
      Advance();
      AlterOperation op;
      op.kind = Kind::kRenameColumn;
      op.if_exists = IfExists();
      op.name = Identifier();
      Expect("to");
      op.new_name = Identifier();
      ddl_.operations.push_back(std::move(op));
      return;
    }
    if (AcceptOneOf({"index", "key"})) {
      IfExists();
      Identifier();
      Expect("to");
      Identifier();
      return;
    }
    if (!AcceptOneOf({"to", "as"})) AcceptOp("=");
    AlterOperation op;
    op.kind = Kind::kRenameTo;
    op.table = TableName();
    if (failed()) return;
    // The last one counts.
    ddl_.tables.resize(1);
    ddl_.tables.push_back(op.table);
    ddl_.operations.push_back(std::move(op));
  }

  void AlterColumn() {
    if (AcceptOneOf({"index", "key", "check", "constraint"})) return SkipItem();
    Accept("column");
    const bool if_exists = IfExists();
    const std::string name = Identifier();
    if (Accept("drop")) return Expect("default");
    Expect("set");
    if (Accept("default")) return SkipValue();
    AlterOperation op;
    op.kind = Kind::kSetVisible;
    op.if_exists = if_exists;
    op.name = name;
    op.flag = Is("visible");
    if (!AcceptOneOf({"visible", "invisible"})) return Fail();
    ddl_.operations.push_back(std::move(op));
  }

  // PARTITION p WITH TABLE t: the rows of both change places, and none is logged.
  void Exchange() {
    Expect("partition");
    Identifier();
    Expect("with");
    Expect("table");
    AddTable();
    SkipToEnd();
  }

  void Convert() {
    Advance();
    if (IsOneOf({"partition", "table"})) return Fail();  // makes or takes in another table
    Expect("to");
    AlterOperation op;
    op.kind = Kind::kConvertCharset;
    if (!Charset(&op.text)) return Fail();
    Collate(&op.text);
    ddl_.operations.push_back(std::move(op));
  }

  Ddl ddl_;
};

}  // namespace

Ddl ParseDdl(std::string_view sql, const Dialect& dialect, std::string_view default_database) {
  return Parser(sql, dialect, default_database).Run();
}

}  // namespace towpath::sql

namespace towpath {

std::string_view DdlKindName(DdlKind kind) {
  static constexpr std::string_view kNames[] = {
      "other",           "create_table",     "alter_table",     "drop_table",     "rename_table",
      "truncate_table",  "create_database",  "alter_database",  "drop_database",  "create_index",
      "drop_index",      "create_view",      "alter_view",      "drop_view",      "create_trigger",
      "drop_trigger",    "create_procedure", "alter_procedure", "drop_procedure", "create_function",
      "alter_function",  "drop_function",    "create_event",    "alter_event",    "drop_event",
      "create_sequence", "alter_sequence",   "drop_sequence",   "account",        "tablespace",
      "maintenance",     "transaction"};
  const auto index = static_cast<size_t>(kind);
  return index < std::size(kNames) ? kNames[index] : kNames[0];
}

}  // namespace towpath
