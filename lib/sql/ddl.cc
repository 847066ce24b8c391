#include "sql/ddl.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"
#include "sql/tokenizer.h"

namespace towpath::sql {
namespace {

using Kind = AlterOperation::Kind;

class Parser {
 public:
  Parser(std::string_view sql, const Dialect& dialect, std::string_view default_database)
      : scan_(sql, dialect), default_database_(default_database) {
    token_ = scan_.Next();
  }

  Ddl Run() {
    Statement();
    return std::move(ddl_);
  }

 private:
  // -- Tokens.

  const Dialect& dialect() const { return scan_.dialect(); }
  bool AtEnd() const {
    return token_.kind == TokenKind::kEnd || token_.kind == TokenKind::kSemicolon;
  }
  bool failed() const { return !ddl_.not_understood.empty(); }
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

  void Fail() {
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
    ddl_.not_understood = shown;
    token_ = Token();
  }
  void Expect(std::string_view keyword) {
    if (!Accept(keyword)) Fail();
  }
  void ExpectOp(std::string_view op) {
    if (!AcceptOp(op)) Fail();
  }

  std::string Name() {
    std::string name;
    if (token_.IsName() || (token_.kind == TokenKind::kString)) {
      name = token_.kind == TokenKind::kString ? ValueOf(token_, dialect()) : NameOf(token_);
      Advance();
    } else {
      Fail();
    }
    return name;
  }
  // A name that is not a string.
  std::string Identifier() {
    if (token_.IsName()) return Name();
    Fail();
    return {};
  }

  DdlTable TableName() {
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
  void AddTable() {
    DdlTable table = TableName();
    if (!failed()) ddl_.tables.push_back(std::move(table));
  }

  // `token_` is "(": goes behind the one that closes it.
  void SkipParentheses() {
    size_t depth = 0;
    do {
      if (token_.kind == TokenKind::kEnd || token_.kind == TokenKind::kBad) return Fail();
      if (IsOp("(")) ++depth;
      if (IsOp(")")) --depth;
      Advance();
    } while (depth > 0 && !failed());
  }
  void SkipToEnd() {
    while (!AtEnd()) {
      if (token_.kind == TokenKind::kBad) return Fail();
      Advance();
    }
  }
  // To a comma or closing parenthesis outside parentheses, or the end.
  void SkipItem() {
    while (!AtEnd() && !IsOp(",") && !IsOp(")")) {
      if (token_.kind == TokenKind::kBad) return Fail();
      if (IsOp("("))
        SkipParentheses();
      else
        Advance();
    }
  }
  void SkipStrings() {
    while (token_.kind == TokenKind::kString || token_.kind == TokenKind::kNational ||
           token_.kind == TokenKind::kHex || token_.kind == TokenKind::kBits)
      Advance();
  }
  // A value without operators: what may follow DEFAULT and ON UPDATE.
  void SkipValue() {
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

  bool IfExists() {
    if (!Is("if") || !NextIs("exists")) return false;
    Advance();
    Advance();
    return true;
  }
  bool IfNotExists() {
    if (!Is("if") || !NextIs("not")) return false;
    Advance();
    Advance();
    Expect("exists");
    return true;
  }
  // WAIT n, NOWAIT (MariaDB)
  void SkipWait() {
    if (Accept("nowait")) return;
    if (Is("wait") && scan_.Peek().kind == TokenKind::kNumber) {
      Advance();
      Advance();
    }
  }

  // -- Character sets.

  bool AtCharset() const {
    return Is("charset") || ((Is("character") || Is("char")) && NextIs("set"));
  }
  // CHARACTER SET [=] name: true when it is there.
  bool Charset(CharsetClause* text) {
    if (!AtCharset()) return false;
    if (!Accept("charset")) {
      Advance();
      Advance();
    }
    AcceptOp("=");
    text->charset = model::ToLower(Name());
    return true;
  }
  bool Collate(CharsetClause* text) {
    if (!Accept("collate")) return false;
    AcceptOp("=");
    text->collation = model::ToLower(Name());
    return true;
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

  bool AtKey() const {
    if (IsOneOf({"constraint", "primary", "unique", "index", "key", "fulltext", "spatial",
                 "foreign", "check"}))
      return true;
    if (!Is("vector")) return false;
    const Token next = scan_.Peek();
    return next.IsOneOf({"index", "key"}) || next.IsOperator("(");
  }

  // A key or constraint; true when it is a key.
  bool Key(KeySpec* key) {
    if (Accept("constraint") && !IsOneOf({"primary", "unique", "foreign", "check"})) {
      IfNotExists();
      if (!IsOneOf({"primary", "unique", "foreign", "check"})) key->name = Identifier();
    }
    if (Accept("check")) {
      IfNotExists();
      SkipParentheses();
      SkipEnforced();
      return false;
    }
    if (Accept("foreign")) {
      Expect("key");
      IfNotExists();
      if (!IsOp("(")) Identifier();
      if (!IsOp("(")) Fail();
      SkipParentheses();
      if (!Is("references")) Fail();
      References();
      return false;
    }
    if (Accept("primary")) {
      Expect("key");
      key->primary = true;
    } else if (AcceptOneOf({"unique", "fulltext", "spatial", "vector"})) {
      AcceptOneOf({"index", "key"});
    } else {
      Advance();  // INDEX, KEY
    }
    IfNotExists();
    if (token_.IsName() && !IsOneOf({"using", "type"})) key->name = Identifier();
    while (AcceptOneOf({"using", "type"})) Advance();
    if (!IsOp("(")) {
      Fail();
      return false;
    }
    Advance();
    do {
      KeyPart(key);
    } while (AcceptOp(",") && !failed());
    ExpectOp(")");
    // USING BTREE, COMMENT 'x', KEY_BLOCK_SIZE = 1, WITH PARSER x, VISIBLE, CLUSTERING = YES, ...
    while (!AtEnd() && !IsOp(",") && !IsOp(")")) {
      if (IsOneOf({"partition", "remove"})) break;
      if (IsOp("(")) {
        SkipParentheses();
      } else {
        Advance();
      }
    }
    return true;
  }

  void KeyPart(KeySpec* key) {
    if (IsOp("(")) {  // an expression
      key->columns.emplace_back();
      SkipParentheses();
    } else {
      key->columns.push_back(Identifier());
      if (Is("without") && NextIs("overlaps")) {
        Advance();
        Advance();
        key->columns.pop_back();  // a period, whose columns follow the key's
      }
      if (IsOp("(")) SkipParentheses();  // a prefix length
    }
    AcceptOneOf({"asc", "desc"});
  }

  bool Period(std::string* start, std::string* end) {
    Advance();
    Expect("for");
    IfNotExists();
    const bool system_time = model::ToLower(Identifier()) == "system_time";
    ExpectOp("(");
    *start = Identifier();
    ExpectOp(",");
    *end = Identifier();
    ExpectOp(")");
    return system_time;
  }

  void SkipEnforced() {
    Accept("not");
    Accept("enforced");
  }

  void References() {
    Expect("references");
    TableName();
    if (IsOp("(")) SkipParentheses();
    if (Accept("match")) Advance();
    while (Is("on") && (NextIs("delete") || NextIs("update"))) {
      Advance();
      Advance();
      if (AcceptOneOf({"restrict", "cascade"})) continue;
      if (AcceptOneOf({"set", "no"})) {  // SET NULL, SET DEFAULT, NO ACTION
        Advance();
        continue;
      }
      return Fail();
    }
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

  // One table option. True when it was a character set or collation.
  bool TableOption(CharsetClause* text) {
    if (Is("default")) Advance();
    if (Charset(text) || Collate(text)) return true;
    if (Is("start") && NextIs("transaction")) {
      Advance();
      Advance();
      return false;
    }
    if (IsOneOf({"data", "index"}) && NextIs("directory")) Advance();
    if (!token_.IsName()) {
      Fail();
      return false;
    }
    Advance();
    const bool equals = AcceptOp("=");
    if (IsOp("(")) {  // UNION=(a,b)
      SkipParentheses();
      return false;
    }
    if (AtEnd() || IsOp(",")) {
      if (equals) Fail();
      return false;  // a word alone
    }
    if (token_.kind == TokenKind::kOperator || token_.kind == TokenKind::kBad) {
      Fail();
      return false;
    }
    Advance();
    if (Accept("storage")) Advance();  // TABLESPACE x STORAGE DISK
    return false;
  }

  // -- Columns.

  ColumnSpec Column() {
    ColumnSpec column;
    column.name = Identifier();
    Type(&column);
    Attributes(&column);
    return column;
  }

  std::optional<uint64_t> NumberToken() {
    if (token_.kind != TokenKind::kNumber) {
      Fail();
      return std::nullopt;
    }
    const auto number = model::ParseNumber<uint64_t>(token_.text);
    if (!number) {
      Fail();
      return std::nullopt;
    }
    Advance();
    return number;
  }

  void TypeLength(TypeSpec* type) {
    if (!IsOp("(")) return;
    Advance();
    if (AcceptOp(")")) return;
    if (AcceptOp("*")) {  // NUMBER(*,2)
      type->length = 38;
    } else {
      type->length = NumberToken();
    }
    if (AcceptOp(",")) {
      AcceptOp("-");
      type->decimals = NumberToken();
    } else {
      AcceptOneOf({"char", "byte"});  // Oracle's VARCHAR2(10 CHAR)
    }
    ExpectOp(")");
  }

  void Labels(TypeSpec* type) {
    ExpectOp("(");
    do {
      std::string charset;
      if (token_.kind == TokenKind::kWord && token_.text.starts_with('_')) {
        charset = model::ToLower(token_.text.substr(1));
        Advance();
      }
      if (token_.kind != TokenKind::kString && token_.kind != TokenKind::kNational &&
          token_.kind != TokenKind::kHex && token_.kind != TokenKind::kBits)
        return Fail();
      if (charset.empty() && (token_.kind == TokenKind::kHex || token_.kind == TokenKind::kBits))
        charset = "binary";
      type->labels.push_back(ValueOf(token_, dialect()));
      if (!charset.empty() && type->label_charsets.empty())
        type->label_charsets.resize(type->labels.size() - 1);
      if (!charset.empty() || !type->label_charsets.empty())
        type->label_charsets.push_back(std::move(charset));
      Advance();
    } while (AcceptOp(",") && !failed());
    ExpectOp(")");
  }

  void Type(ColumnSpec* column) {
    TypeSpec* type = &column->type;
    if (token_.kind != TokenKind::kWord) return Fail();
    std::string word = model::ToLower(token_.text);
    // A column without a type, as MariaDB's GENERATED ALWAYS AS ROW START must not have.
    Advance();
    if (word == "enum" || word == "set") {
      type->name = std::move(word);
      Labels(type);
      return TypeAttributes(type);
    }
    if (word == "national") {
      type->national = true;
      word = model::ToLower(Identifier());
      if (word == "character") word = "char";
      if (word == "varcharacter") word = "varchar";
    }
    if (word == "nchar") {
      type->national = true;
      word = "char";
    }
    if (word == "nvarchar") {
      type->national = true;
      word = "varchar";
    }
    if (word == "character") word = "char";
    if (word == "char" && AcceptOneOf({"varying", "varchar", "varcharacter"})) word = "varchar";
    if (word == "long") {
      word = "mediumtext";
      if (Accept("varbinary")) {
        word = "mediumblob";
      } else if (IsOneOf({"char", "character"}) && NextIs("varying")) {
        Advance();
        Advance();
      } else {
        AcceptOneOf({"varchar", "varcharacter"});
      }
    }
    if (word == "double") Accept("precision");
    if (word == "serial") {
      word = "bigint";
      type->is_unsigned = true;
      column->nullable = false;
      column->auto_increment = true;
      column->unique = true;
    }
    if (word == "bool" || word == "boolean") {
      type->name = "tinyint";
      type->length = 1;
      return TypeAttributes(type);
    }
    struct Synonym {
      std::string_view from, to;
    };
    static constexpr Synonym kSynonyms[] = {
        {"integer", "int"},          {"int1", "tinyint"},
        {"int2", "smallint"},        {"int3", "mediumint"},
        {"middleint", "mediumint"},  {"int4", "int"},
        {"int8", "bigint"},          {"float4", "float"},
        {"float8", "double"},        {"dec", "decimal"},
        {"fixed", "decimal"},        {"numeric", "decimal"},
        {"varcharacter", "varchar"}, {"geomcollection", "geometrycollection"},
    };
    for (const Synonym& synonym : kSynonyms)
      if (word == synonym.from) word = synonym.to;
    static constexpr std::string_view kTypes[] = {"tinyint",      "smallint",
                                                  "mediumint",    "int",
                                                  "bigint",       "float",
                                                  "double",       "real",
                                                  "decimal",      "bit",
                                                  "year",         "date",
                                                  "time",         "datetime",
                                                  "timestamp",    "char",
                                                  "varchar",      "tinytext",
                                                  "text",         "mediumtext",
                                                  "longtext",     "binary",
                                                  "varbinary",    "tinyblob",
                                                  "blob",         "mediumblob",
                                                  "longblob",     "json",
                                                  "geometry",     "point",
                                                  "linestring",   "polygon",
                                                  "multipoint",   "multilinestring",
                                                  "multipolygon", "geometrycollection",
                                                  "vector",       "uuid",
                                                  "inet4",        "inet6",
                                                  "varchar2",     "number",
                                                  "raw",          "clob"};
    if (std::find(std::begin(kTypes), std::end(kTypes), word) == std::end(kTypes)) {
      if (!failed()) ddl_.not_understood = fmt::format("the type \"{}\"", word);
      token_ = Token();
      return;
    }
    type->name = std::move(word);
    TypeLength(type);
    TypeAttributes(type);
  }

  // Attributes that belong to the type; some servers take them later too.
  void TypeAttributes(TypeSpec* type) {
    while (TypeAttribute(type) && !failed()) {
    }
  }

  bool TypeAttribute(TypeSpec* type) {
    if (Accept("unsigned")) {
      type->is_unsigned = true;
    } else if (Accept("zerofill")) {
      type->is_unsigned = true;
      type->zerofill = true;
    } else if (Accept("signed")) {
    } else if (Accept("binary")) {
      type->binary = true;
    } else if (Accept("ascii")) {
      type->ascii = true;
    } else if (Accept("unicode")) {
      type->unicode = true;
    } else if (Accept("byte")) {
      type->byte = true;
    } else {
      return Charset(&type->text);
    }
    return true;
  }

  void Attributes(ColumnSpec* column) {
    while (!failed() && !AtEnd() && !IsOp(",") && !IsOp(")") &&
           !IsOneOf({"first", "after", "partition", "remove"})) {
      if (TypeAttribute(&column->type) || Collate(&column->type.text)) continue;
      Attribute(column);
    }
  }

  void Attribute(ColumnSpec* column) {
    if (Accept("null")) {
      column->nullable = true;
    } else if (Accept("not")) {
      if (Accept("null")) {
        column->nullable = false;
      } else if (!AcceptOneOf({"secondary", "enforced"})) {
        Fail();
      }
    } else if (AcceptOneOf({"enforced", "virtual", "stored", "persistent"})) {
    } else if (Accept("default")) {
      column->has_default = true;
      column->default_null = Is("null");
      SkipValue();
    } else if (Is("on") && NextIs("update")) {
      Advance();
      Advance();
      column->on_update = true;
      SkipValue();
    } else if (Accept("auto_increment")) {
      column->auto_increment = true;
      column->nullable = false;
    } else if (Is("serial") && NextIs("default")) {
      Advance();
      Advance();
      Expect("value");
      column->nullable = false;
      column->auto_increment = true;
      column->unique = true;
    } else if (Accept("unique")) {
      Accept("key");
      column->unique = true;
    } else if (Accept("primary")) {
      Accept("key");
      column->primary_key = true;
    } else if (Accept("key")) {
      column->primary_key = true;
    } else if (Accept("comment")) {
      SkipValue();
    } else if (AcceptOneOf({"column_format", "storage", "srid"})) {
      Advance();
    } else if (Accept("visible")) {
      column->visible = true;
    } else if (Accept("invisible")) {
      column->invisible = true;
    } else if (Is("generated") || Is("as")) {
      Generated(column);
    } else if (Is("references")) {
      References();
    } else if (Accept("constraint")) {
      if (!Is("check")) Identifier();
    } else if (Accept("check")) {
      if (!IsOp("(")) return Fail();
      SkipParentheses();
    } else if (Accept("compressed")) {
      column->type.compressed = true;
      if (AcceptOp("=")) Advance();
    } else if (IsOneOf({"with", "without"}) && NextIs("system")) {
      column->versioned = Is("with");
      Advance();
      Advance();
      Expect("versioning");
    } else if (AcceptOneOf({"engine_attribute", "secondary_engine_attribute"})) {
      AcceptOp("=");
      Advance();
    } else if (token_.IsName() && scan_.Peek().IsOperator("=")) {  // MariaDB: of the engine
      Advance();
      Advance();
      if (AtEnd() || token_.kind == TokenKind::kOperator) return Fail();
      Advance();
    } else {
      Fail();
    }
  }

  void Generated(ColumnSpec* column) {
    if (Accept("generated")) {
      Expect("always");
      if (!Is("as")) return Fail();
    }
    Expect("as");
    column->generated = true;
    if (Accept("row")) {
      if (Accept("start")) {
        column->row_start = true;
      } else if (Accept("end")) {
        column->row_end = true;
      } else {
        Fail();
      }
      return;
    }
    if (!IsOp("(")) return Fail();
    SkipParentheses();
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
                 "repair", "exchange", "discard", "import"}))
      return SkipToEnd();
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

  Tokenizer scan_;
  Token token_;
  std::string_view default_database_;
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
