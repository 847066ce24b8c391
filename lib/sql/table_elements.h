// TableElementParser: what a table is declared of: columns, keys, constraints and table options, as
// CREATE TABLE and ALTER TABLE have them.
#ifndef TOWPATH_LIB_SQL_TABLE_ELEMENTS_H_
#define TOWPATH_LIB_SQL_TABLE_ELEMENTS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "sql/ddl.h"
#include "sql/token_cursor.h"

namespace towpath::sql {

class TableElementParser : public TokenCursor {
 protected:
  using TokenCursor::TokenCursor;

  ColumnSpec Column();
  // A key or constraint begins here, and no column.
  bool AtKey() const;
  // A key or constraint; true when it is a key.
  bool Key(KeySpec* key);
  // PERIOD FOR name(start, end); true when it is that of SYSTEM_TIME.
  bool Period(std::string* start, std::string* end);
  // One table option; true when it was a character set or collation.
  bool TableOption(CharsetClause* text);

 private:
  void KeyPart(KeySpec* key);
  void SkipEnforced();
  void References();

  void Type(ColumnSpec* column);
  std::optional<uint64_t> NumberToken();
  void TypeLength(TypeSpec* type);
  void Labels(TypeSpec* type);
  // Attributes that belong to the type; some servers take them later too.
  void TypeAttributes(TypeSpec* type);
  bool TypeAttribute(TypeSpec* type);
  void Attributes(ColumnSpec* column);
  void Attribute(ColumnSpec* column);
  void Generated(ColumnSpec* column);
};

}  // namespace towpath::sql

#endif  // TOWPATH_LIB_SQL_TABLE_ELEMENTS_H_
