#include "sql/table_elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/text.h"

namespace towpath::sql {

ColumnSpec TableElementParser::Column() {
  ColumnSpec column;
  column.name = Identifier();
  Type(&column);
  Attributes(&column);
  return column;
}

bool TableElementParser::AtKey() const {
  if (IsOneOf({"constraint", "primary", "unique", "index", "key", "fulltext", "spatial", "foreign",
               "check"}))
    return true;
  if (!Is("vector")) return false;
  const Token next = scan_.Peek();
  return next.IsOneOf({"index", "key"}) || next.IsOperator("(");
}

bool TableElementParser::Key(KeySpec* key) {
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

bool TableElementParser::Period(std::string* start, std::string* end) {
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

void TableElementParser::References() {
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

bool TableElementParser::TableOption(CharsetClause* text) {
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

void TableElementParser::KeyPart(KeySpec* key) {
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

void TableElementParser::SkipEnforced() {
  Accept("not");
  Accept("enforced");
}

std::optional<uint64_t> TableElementParser::NumberToken() {
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

void TableElementParser::TypeLength(TypeSpec* type) {
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

void TableElementParser::Labels(TypeSpec* type) {
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

void TableElementParser::Type(ColumnSpec* column) {
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
    FailWith(fmt::format("the type \"{}\"", word));
    return;
  }
  type->name = std::move(word);
  TypeLength(type);
  TypeAttributes(type);
}

void TableElementParser::TypeAttributes(TypeSpec* type) {
  while (TypeAttribute(type) && !failed()) {
  }
}

bool TableElementParser::TypeAttribute(TypeSpec* type) {
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

void TableElementParser::Attributes(ColumnSpec* column) {
  while (!failed() && !AtEnd() && !IsOp(",") && !IsOp(")") &&
         !IsOneOf({"first", "after", "partition", "remove"})) {
    if (TypeAttribute(&column->type) || Collate(&column->type.text)) continue;
    Attribute(column);
  }
}

void TableElementParser::Attribute(ColumnSpec* column) {
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

void TableElementParser::Generated(ColumnSpec* column) {
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

}  // namespace towpath::sql
