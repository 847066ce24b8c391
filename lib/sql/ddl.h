// Ddl: a DDL statement taken apart: what it does, to which tables, and for CREATE and ALTER TABLE
// every column and key it declares. What that makes of a table is lib/schema's to say.
//
// A parser by hand, over the tokenizer. What does not matter to columns (storage options, checks,
// references, partitions, expressions) is skipped by its own syntax: parentheses are balanced,
// strings are strings. What it does not understand it says, with the place; it never guesses.
#ifndef TOWPATH_LIB_SQL_DDL_H_
#define TOWPATH_LIB_SQL_DDL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "towpath/ddl.h"

namespace towpath::sql {

// CHARACTER SET and COLLATE as written, lower case; empty: not said. Charset "default" is the word.
struct CharsetClause {
  std::string charset;
  std::string collation;
  bool empty() const { return charset.empty() && collation.empty(); }
};

// A declared type.
struct TypeSpec {
  // Lower case, one word, after the synonyms that are the same for every server and mode are
  // resolved: "int", "varchar", "double", "longtext", "geometrycollection", ... Those that are not
  // are as written: "json", "float", "real", "varchar2", "raw", "number", "clob", "serial", "date".
  std::string name;
  std::optional<uint64_t> length;    // first number in parentheses
  std::optional<uint64_t> decimals;  // second
  std::vector<std::string> labels;   // ENUM and SET, UTF-8; trailing blanks not yet cut
  bool is_unsigned = false;          // UNSIGNED or ZEROFILL
  bool zerofill = false;
  // Bytes of a label as the statement has them when it names a set for it (_latin1'...'), by label.
  std::vector<std::string> label_charsets;  // "" where it names none; empty: no label names one
  CharsetClause text;
  bool national = false;    // NCHAR and its like: utf8mb3
  bool binary = false;      // attribute BINARY: the _bin collation of the set
  bool ascii = false;       // attribute ASCII: latin1
  bool unicode = false;     // attribute UNICODE: ucs2
  bool byte = false;        // attribute BYTE: a binary type
  bool compressed = false;  // MariaDB's COMPRESSED
};

struct ColumnSpec {
  std::string name;
  TypeSpec type;
  std::optional<bool> nullable;  // NULL, NOT NULL, or what AUTO_INCREMENT and SERIAL say; the last
  bool has_default = false;
  bool default_null = false;  // DEFAULT NULL
  bool on_update = false;
  bool auto_increment = false;
  bool primary_key = false;
  bool unique = false;
  bool generated = false;  // from an expression
  bool invisible = false;
  bool visible = false;    // said so
  bool row_start = false;  // MariaDB: GENERATED ALWAYS AS ROW START
  bool row_end = false;
  std::optional<bool> versioned;  // MariaDB: WITH, WITHOUT SYSTEM VERSIONING
};

struct KeySpec {
  bool primary = false;
  std::string name;                  // "": not said
  std::vector<std::string> columns;  // in key order; an expression is ""
};

// Where ADD, CHANGE or MODIFY puts a column.
struct ColumnPlace {
  bool first = false;
  std::string after;  // "": not said
  bool empty() const { return !first && after.empty(); }
};

struct AlterOperation {
  enum class Kind : uint8_t {
    kAddColumn,     // column, place
    kDropColumn,    // name
    kChangeColumn,  // name -> column, place; MODIFY is a CHANGE that keeps the name
    kRenameColumn,  // name -> new_name
    kSetVisible,    // name, flag: ALTER COLUMN ... SET VISIBLE, INVISIBLE
    kAddKey,        // key
    kDropKey,       // name
    kDropPrimaryKey,
    kDropConstraint,  // name: may be a column's check, a key or a foreign key
    kRenameTo,        // table
    kConvertCharset,  // text: CONVERT TO CHARACTER SET
    kDefaultCharset,  // text: [DEFAULT] CHARACTER SET, COLLATE
    kAddVersioning,   // MariaDB: ADD SYSTEM VERSIONING
    kDropVersioning,
    kAddPeriod,  // name, new_name: PERIOD FOR SYSTEM_TIME(start, end)
    kDropPeriod,
  };
  Kind kind = Kind::kAddColumn;
  bool if_exists = false;      // MariaDB
  bool if_not_exists = false;  // MariaDB
  std::string name;
  std::string new_name;
  bool flag = false;
  ColumnSpec column;
  ColumnPlace place;
  KeySpec key;
  CharsetClause text;
  DdlTable table;
};

struct Ddl {
  DdlKind kind = DdlKind::kOther;
  bool if_exists = false;
  bool if_not_exists = false;
  bool or_replace = false;
  // Of a temporary table, which is no table of the stream's. (DROP TEMPORARY TABLE touches none.)
  bool temporary = false;

  // In order. CREATE, ALTER, TRUNCATE, indexes, triggers, views: one; ALTER ... RENAME TO: old,
  // new; ALTER ... EXCHANGE PARTITION: both; DROP: each; RENAME: old, new, old, new; CREATE TABLE
  // ... LIKE: the new one, then its model.
  std::vector<DdlTable> tables;

  // Of CREATE, ALTER and DROP DATABASE.
  std::string database;

  // CREATE TABLE.
  bool like = false;
  bool as_select = false;  // its columns are not all in the text
  std::vector<ColumnSpec> columns;
  std::vector<KeySpec> keys;
  bool system_versioned = false;
  std::string period_start, period_end;  // PERIOD FOR SYSTEM_TIME
  // CREATE TABLE, CREATE and ALTER DATABASE.
  CharsetClause text;

  std::string sequence_type;  // CREATE SEQUENCE ... AS type; "": not said

  // ALTER TABLE, DROP INDEX: in the order written. Clauses without an effect on columns and keys
  // are left out.
  std::vector<AlterOperation> operations;

  // Empty: all that matters to tables was understood. Else what was not, and where: the tables in
  // `tables` may have become anything.
  std::string not_understood;
};

// `sql` is UTF-8. Never fails: what can not be read is kOther, or has `not_understood` set.
Ddl ParseDdl(std::string_view sql, const Dialect& dialect, std::string_view default_database);

}  // namespace towpath::sql

#endif  // TOWPATH_LIB_SQL_DDL_H_
