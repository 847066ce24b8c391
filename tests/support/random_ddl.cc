#include "tests/support/random_ddl.h"

#include <algorithm>
#include <cctype>

#include "fmt/format.h"

namespace towpath::test {

std::string RandomDdl::Next(bool ansi_quotes) {
  ansi_quotes_ = ansi_quotes;
  auto_increment_used_ = false;
  ++count_;
  schema::TableDefinition any;
  size_t tables = 0;
  state_.ForEach([&](std::string_view, std::string_view, std::string_view) { ++tables; });
  const uint64_t choice = random_.Below(100);
  // Databases may have been dropped.
  if (tables < 3 && Chance(30)) return "CREATE DATABASE IF NOT EXISTS " + random_.Pick(databases_);
  if (tables < 3 || (choice < 15 && tables < 12)) return Comment() + CreateTable();
  if (choice < 80) return Comment() + AlterTable();
  if (choice < 87) return Comment() + Rename();
  if (choice < 93) return Comment() + DropTable();
  return Comment() + DatabaseStatement();
}

// Quoted now and then, always where it must be.
std::string RandomDdl::Name(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
  });
  const bool only_digits = std::all_of(
      name.begin(), name.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)); });
  const bool reserved =
      name == "key" || name == "order" || name == "primary2" || name == "select" || name == "check";
  if (plain && !only_digits && !reserved && Chance(50)) return Chance(10) ? Case(name) : name;
  const char quote = ansi_quotes_ && Chance(50) ? '"' : '`';
  std::string quoted(1, quote);
  for (const char c : name) {
    if (c == quote) quoted += c;
    quoted += c;
  }
  return quoted + quote;
}

// Another case, as columns may have.
std::string RandomDdl::Case(std::string word) {
  for (char& c : word)
    if (Chance(30)) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return word;
}

std::string RandomDdl::NewColumnName() {
  const std::string base =
      Pick({"a",        "b",          "id",        "name",       "größe",   "naïve", "日本",
            "key",      "order",      "check",     "it's",       "`t",      "q\"",   "с_имя",
            "1st",      "with space", "unsigned_", "enum_value", "comment", "date",  "after_",
            "position", "vector",     "sequence",  "period",     "visible", "value", "2e",
            "end_",     "(x)",        "a,b",       "/*c*/",      "--d",     "#e"});
  return Chance(60) ? fmt::format("{}{}", base, random_.Below(40)) : base;
}

std::string RandomDdl::Comment() {
  switch (random_.Below(20)) {
    case 0:
      return "/* ALTER TABLE x DROP y; ' */ ";
    case 1:
      return "-- it's\n";
    case 2:
      return "# `\n";
    default:
      return "";
  }
}

std::string RandomDdl::SomeTable(schema::TableDefinition* definition) {
  std::vector<std::pair<std::string, std::string>> names;
  state_.ForEach([&](std::string_view database, std::string_view table, std::string_view) {
    names.emplace_back(database, table);
  });
  const auto& [database, table] = random_.Pick(names);
  const auto found = state_.Find(database, table);
  if (found && found->known) *definition = found->definition;
  // The tables' names differ by case on these servers.
  return fmt::format("`{}`{}.{}`{}`", database, Chance(10) ? " " : "", Chance(10) ? " " : "",
                     table);
}

std::string RandomDdl::NewTable() {
  const std::string& database = random_.Pick(databases_);
  return fmt::format("{}.`{}{}`", database, Pick({"t", "T", "tbl ", "名", "x.y", "Ä"}),
                     random_.Below(10));
}

std::string RandomDdl::Charset() {
  return Pick({"utf8mb4", "utf8", "utf8mb3", "latin1", "latin2",  "ascii",   "binary",
               "gbk",     "sjis", "utf16",   "utf32",  "ucs2",    "big5",    "cp1251",
               "koi8r",   "ujis", "eucjpms", "tis620", "UTF8MB4", "'latin1'"});
}

std::string RandomDdl::CharsetClause() {
  switch (random_.Below(9)) {
    case 0:
      return " CHARACTER SET " + Charset();
    case 1:
      return " CHARSET " + Charset();
    case 2:
      return " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    case 3:
      return " COLLATE latin1_german1_ci";
    case 4:
      return mysql() ? " COLLATE utf8mb4_ja_0900_as_cs" : " COLLATE utf8mb4_croatian_ci";
    case 5:
      return mysql() ? " BINARY" : " BINARY CHARACTER SET latin1";
    case 6:
      return mysql() ? " COLLATE utf8_unicode_ci" : " COLLATE uca1400_ai_ci";
    case 7:
      return Pick({" ASCII", " UNICODE", " CHARACTER SET latin1 BINARY", " CHARACTER SET ucs2",
                   " CHAR SET utf8mb4"});
    default:
      return " COLLATE utf8mb4_unicode_ci";
  }
}

std::string RandomDdl::Labels() {
  std::string labels;
  const size_t n = Chance(4) ? 260 : Chance(10) ? 40 : 1 + random_.Below(5);
  for (size_t i = 0; i < n; ++i) {
    if (i > 0) labels += Pick({",", ", ", " ,"});
    std::string label =
        Pick({"'a", "'it''s ", "'ä", "'(x)", "'b ", "'-- ", "'/*", "'\"", "'x;", "'`"});
    labels += fmt::format("{}{}{}", label, i, Chance(20) ? "  '" : "'");
  }
  return labels;
}

std::string RandomDdl::Type() {
  const auto text = [&](const std::string& type) {
    return Chance(40) ? type + CharsetClause() : type;
  };
  const auto number = [&](std::string type) {
    if (Chance(25)) type += Pick({" UNSIGNED", " unsigned zerofill", " ZEROFILL", " SIGNED"});
    return type;
  };
  switch (random_.Below(16)) {
    case 0:
      return number(Pick({"INT", "INTEGER", "int(5)", "TINYINT", "tinyint(1)", "SMALLINT",
                          "MEDIUMINT", "MIDDLEINT", "BIGINT", "bigint(20)", "INT1", "INT2", "INT3",
                          "INT4", "INT8", "TINYINT(3)"}));
    case 1:
      return number(Pick(
          {"DECIMAL", "DEC(5)", "NUMERIC(65,30)", "FIXED(10,2)", "decimal(8, 3)", "DECIMAL(0)"}));
    case 2:
      return number(
          Pick({"FLOAT", "FLOAT(10)", "FLOAT(24)", "FLOAT(25)", "FLOAT(53)", "FLOAT(7,3)", "DOUBLE",
                "DOUBLE PRECISION", "REAL", "DOUBLE(10,2)", "FLOAT4", "FLOAT8", "REAL(10,3)"}));
    case 3:
      return Pick({"BOOL", "BOOLEAN", "BIT", "BIT(9)", "BIT(64)", "YEAR", "YEAR(4)", "DATE"});
    case 4:
      return Pick({"TIME", "TIME(3)", "DATETIME", "DATETIME(6)", "TIMESTAMP", "TIMESTAMP(2)",
                   "datetime(0)", "TIMESTAMP NULL"});
    case 5:
      return text(Pick({"CHAR", "CHAR(10)", "CHARACTER(3)", "CHAR(255)", "CHAR(0)"}));
    case 6:
      return text(Pick({"VARCHAR(20)", "CHARACTER VARYING(300)", "CHAR VARYING(5)",
                        "VARCHARACTER(7)", "VARCHAR(1000)", "VARCHAR(0)"}));
    case 7:
      return Pick({"NCHAR(3)", "NATIONAL CHAR(4)", "NVARCHAR(5)", "NATIONAL VARCHAR(6)",
                   "NCHAR VARCHAR(7)", "NATIONAL CHARACTER VARYING(8)", "NCHAR VARYING(9)",
                   "NATIONAL CHAR VARYING(3)", "NCHAR", "NCHAR(3) BINARY"});
    case 8:
      return text(Pick({"TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "TEXT(10)", "TEXT(100)",
                        "TEXT(20000)", "TEXT(70000)", "LONG", "LONG VARCHAR", "TEXT(5000000)",
                        "LONG CHAR VARYING"}));
    case 9:
      return Pick({"TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB", "BLOB(10)", "BLOB(300)",
                   "BLOB(70000)", "LONG VARBINARY", "BINARY", "BINARY(16)", "VARBINARY(30)",
                   "CHAR(5) BYTE", "VARCHAR(6) BYTE", "TEXT BYTE", "BLOB(20000000)"});
    case 10:
    case 11:
      return text(fmt::format("{}({})", Pick({"ENUM", "enum "}), Labels()));
    case 12:
      return text(fmt::format("SET({})", Pick({"'a','b'", "'x ', 'y'", "'it''s','\xc3\xa4'",
                                               "'1','2','3','4',"
                                               "'5','6','7','8','9'"})));
    case 13:
      return Pick({"GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING",
                   "MULTIPOLYGON", "GEOMETRYCOLLECTION"}) +
             (mysql() && Chance(30) ? " SRID 4326" : "");
    case 14:
      return mysql() ? Pick({"JSON", "VECTOR(5)", "VECTOR", "GEOMCOLLECTION", "json"})
                     : Pick({"JSON", "UUID", "INET6", "INET4", "VARCHAR2(10)", "RAW(5)", "CLOB",
                             "NUMBER", "NUMBER(10,2)", "VARCHAR(30) COMPRESSED", "TEXT COMPRESSED",
                             "BLOB COMPRESSED=zlib", "VARBINARY(9) COMPRESSED"});
    default:
      return text(Pick({"VARCHAR(20)", "VARCHAR(30000)", "TEXT"}));
  }
}

std::string RandomDdl::ColumnDefinition(const std::string& name, const std::string& other_column) {
  std::string text = Name(name) + " ";
  if (Chance(3) && !auto_increment_used_) {
    auto_increment_used_ = true;
    return text +
           Pick({"SERIAL", "BIGINT UNSIGNED AUTO_INCREMENT UNIQUE KEY", "INT SERIAL DEFAULT VALUE",
                 "INT AUTO_INCREMENT PRIMARY KEY", "INT AUTO_INCREMENT UNIQUE COMMENT 'x'"});
  }
  if (Chance(8) && !other_column.empty()) {
    return text + fmt::format("{}{} AS ({}({}, ' )', \"b)\")){}{}",
                              Pick({"VARCHAR(300)", "TEXT", "VARCHAR(200) CHARACTER SET utf8mb4"}),
                              Pick({"", " GENERATED ALWAYS"}), Pick({"concat", "CONCAT"}),
                              Name(other_column), Pick({"", " VIRTUAL", " STORED"}),
                              Chance(15) ? " COMMENT 'made, (up)'" : "");
  }
  if (Chance(6))
    return text + Pick({"INT DEFAULT (1 + (2 * 3)) NOT NULL", "INT DEFAULT -1",
                        "DATETIME(3) DEFAULT NOW(3) ON UPDATE CURRENT_TIMESTAMP(3)",
                        "TIMESTAMP NOT NULL DEFAULT NOW() ON UPDATE NOW()",
                        "VARCHAR(9) DEFAULT _utf8mb4'a, b) \\\\' COLLATE utf8mb4_bin",
                        "VARCHAR(9) DEFAULT 'NOT NULL' NULL", "BIT(4) DEFAULT b'101'",
                        "BINARY(3) DEFAULT x'414243'", "BLOB DEFAULT ('x,)')",
                        "CHAR(5) DEFAULT N'ab' NOT NULL", "DOUBLE DEFAULT 1e5",
                        "DATE DEFAULT '2020-01-01' COMMENT 'FIRST AFTER'",
                        "DATETIME DEFAULT LOCALTIMESTAMP", "TIMESTAMP DEFAULT 0",
                        "DECIMAL(5,2) DEFAULT +1.5 CHECK (1 > 0)"});
  text += Type();
  std::vector<std::string> attributes;
  if (Chance(30)) attributes.push_back(Pick({" NOT NULL", " NULL"}));
  if (Chance(20)) attributes.push_back(Pick({" COMMENT 'a, (b) NOT NULL'", " COMMENT \"it's\""}));
  if (ansi_quotes_ && !attributes.empty() && attributes.back().find('"') != std::string::npos)
    attributes.pop_back();
  if (Chance(8)) attributes.emplace_back(mysql() ? " /*!80023 INVISIBLE */" : " INVISIBLE");
  if (Chance(5)) attributes.emplace_back(" UNIQUE");
  if (Chance(6)) attributes.emplace_back(" PRIMARY KEY");
  if (Chance(6)) attributes.push_back(fmt::format(" CHECK ({} IS NOT NULL OR 1)", Name(name)));
  if (Chance(4) && mysql()) attributes.push_back(Pick({" COLUMN_FORMAT DEFAULT", " STORAGE DISK"}));
  if (Chance(4) && mysql()) attributes.emplace_back(" ENGINE_ATTRIBUTE '{\"a\": 1}'");
  if (Chance(5)) attributes.emplace_back(" DEFAULT NULL");
  for (const std::string& attribute : attributes) text += attribute;
  return text;
}

std::string RandomDdl::KeyColumns(const schema::TableDefinition& table) {
  std::string columns;
  const size_t n = 1 + random_.Below(3);
  for (size_t i = 0; i < n; ++i) {
    const auto& column = random_.Pick(table.columns);
    if (i > 0) columns += ", ";
    columns += Name(column.name);
    if (column.data_type.ends_with("text") || column.data_type.ends_with("blob")) columns += "(5)";
    if (Chance(20)) columns += Pick({" ASC", " DESC"});
  }
  return columns;
}

std::string RandomDdl::Place(const schema::TableDefinition& table) {
  if (Chance(60)) return "";
  if (Chance(30)) return " FIRST";
  return " AFTER " + Name(random_.Pick(table.columns).name);
}

std::string RandomDdl::CreateTable() {
  schema::TableDefinition model;
  if (state_.table_count() > 0 && Chance(12)) {
    const std::string like = SomeTable(&model);
    return fmt::format("CREATE TABLE {} {}", NewTable(),
                       Chance(50) ? "LIKE " + like : "(LIKE " + like + ")");
  }
  std::string text = Chance(15)               ? "CREATE TABLE IF NOT EXISTS "
                     : !mysql() && Chance(15) ? "CREATE OR REPLACE TABLE "
                                              : "CREATE TABLE ";
  text += NewTable();
  if (state_.table_count() > 0 && Chance(8)) {
    return text + Pick({" AS ", " ", " (extra INT) "}) + "SELECT * FROM " + SomeTable(&model);
  }
  text += Pick({" (", "(", "\n(\n  "});
  const size_t columns = 1 + random_.Below(8);
  std::vector<std::string> names;
  std::string last_text;
  std::vector<std::string> parts;
  for (size_t i = 0; i < columns; ++i) {
    std::string name = NewColumnName();
    if (std::find(names.begin(), names.end(), name) != names.end()) name += fmt::format("_{}", i);
    names.push_back(name);
    parts.push_back(ColumnDefinition(name, last_text));
    if (parts.back().find("VARCHAR(20)") != std::string::npos) last_text = name;
  }
  if (Chance(25))
    parts.push_back(
        fmt::format("{}PRIMARY KEY {}({}{}{})", Pick({"", "CONSTRAINT ", "CONSTRAINT c "}),
                    Pick({"", "pk ", "USING BTREE "}), Name(random_.Pick(names)),
                    Chance(30) ? "(4)" : "", Chance(30) ? ", " + Name(random_.Pick(names)) : ""));
  if (Chance(20))
    parts.push_back(fmt::format("{} {} ({})", Pick({"KEY", "UNIQUE", "INDEX", "UNIQUE KEY"}),
                                Pick({"k", "`k,(`", "i2"}), Name(random_.Pick(names))));
  if (Chance(10))
    parts.push_back(fmt::format("{}CHECK ({} <> 'a,)(' )", Pick({"", "CONSTRAINT ch "}),
                                Name(random_.Pick(names))));
  if (Chance(20)) std::rotate(parts.begin(), parts.end() - 1, parts.end());
  for (size_t i = 0; i < parts.size(); ++i)
    text += (i > 0 ? Pick({", ", ",", ",\n  "}) : "") + parts[i];
  text += ")";
  if (Chance(30))
    text += Pick({" ENGINE=InnoDB", " ENGINE = MyISAM", " ENGINE InnoDB ROW_FORMAT=DYNAMIC"});
  if (Chance(40)) {
    text += fmt::format(" {}{}{}", Pick({"", "DEFAULT "}),
                        Pick({"CHARSET=", "CHARACTER SET ", "CHARACTER SET = "}), Charset());
  } else if (Chance(20)) {
    text += Pick({" COLLATE=utf8mb4_bin", " DEFAULT COLLATE latin1_swedish_ci"});
  }
  if (Chance(20)) text += Pick({" COMMENT='a, b'", " AUTO_INCREMENT=5", " STATS_PERSISTENT=1"});
  if (Chance(5))
    text += fmt::format(" PARTITION BY KEY ({}) PARTITIONS 3", Name(random_.Pick(names)));
  if (!mysql() && Chance(8)) text += " WITH SYSTEM VERSIONING";
  return text;
}

std::string RandomDdl::AlterClause(const schema::TableDefinition& table) {
  const auto& column = random_.Pick(table.columns);
  std::string text_column;
  for (const auto& c : table.columns)
    if (c.data_type == "varchar" && !c.generated) text_column = c.name;
  const std::string maybe_column = Pick({"", "COLUMN "});
  const auto if_exists = [&] { return !mysql() && Chance(10) ? "IF EXISTS " : ""; };
  switch (random_.Below(22)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return fmt::format("ADD {}{}{}{}", maybe_column, "",
                         ColumnDefinition(Chance(5) ? column.name : NewColumnName(), text_column),
                         Place(table));
    case 4:
      // With PRIMARY KEY in a column that IF NOT EXISTS names, MariaDB takes the wrong one.
      if (!mysql() && Chance(30))
        return fmt::format("ADD {}IF NOT EXISTS {} {}", maybe_column,
                           Name(Chance(50) ? column.name : NewColumnName()), Type());
      return fmt::format("ADD {}({}, {})", maybe_column, ColumnDefinition(NewColumnName(), ""),
                         ColumnDefinition(NewColumnName() + "_", ""));
    case 5:
    case 6:
      return fmt::format("DROP {}{}{}", maybe_column, if_exists(), Name(column.name));
    case 7:
    case 8:
      return fmt::format("MODIFY {}{}{}{}", maybe_column, if_exists(),
                         ColumnDefinition(column.name, text_column), Place(table));
    case 9:
    case 10:
      return fmt::format("CHANGE {}{}{} {}{}", maybe_column, if_exists(), Name(column.name),
                         ColumnDefinition(Chance(30) ? column.name : NewColumnName(), text_column),
                         Place(table));
    case 11:
    case 12:
      return fmt::format("RENAME COLUMN {} TO {}", Name(column.name),
                         Name(Chance(10) ? random_.Pick(table.columns).name : NewColumnName()));
    case 13:
      if (mysql() && Chance(50))
        return fmt::format("ALTER {}{} SET {}", maybe_column, Name(column.name),
                           Pick({"INVISIBLE", "VISIBLE"}));
      return fmt::format("ALTER {}{} {}", maybe_column, Name(column.name),
                         Pick({"SET DEFAULT '1'", "DROP DEFAULT", "SET DEFAULT (1+1)"}));
    case 14:
      return fmt::format("CONVERT TO {} {}{}", Pick({"CHARACTER SET", "CHARSET"}), Charset(),
                         Chance(20) ? " COLLATE utf8mb4_bin" : "");
    case 15:
      return Pick({"DEFAULT CHARACTER SET latin1", "CHARSET=utf8mb4", "CHARACTER SET = gbk",
                   "COLLATE utf8mb4_bin", "DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci",
                   "CHARACTER SET utf8mb4, COLLATE utf8mb4_unicode_ci",
                   "COMMENT='x' DEFAULT COLLATE=latin1_bin"});
    case 16:
      return fmt::format("ADD {}PRIMARY KEY ({})", Pick({"", "CONSTRAINT x "}), KeyColumns(table));
    case 17:
      return Pick({"DROP PRIMARY KEY", "DROP PRIMARY KEY", "DROP KEY k", "DROP INDEX `PRIMARY`"});
    case 18:
      return fmt::format("ADD {} {} ({})", Pick({"INDEX", "UNIQUE", "KEY", "UNIQUE KEY"}),
                         Pick({"k", "i2", "i3", ""}), KeyColumns(table));
    case 19:
      return Pick({"ENGINE=InnoDB", "COMMENT 'add (a, b)'", "ROW_FORMAT=DYNAMIC", "FORCE",
                   "AUTO_INCREMENT 7", "ALGORITHM=COPY", "LOCK=SHARED", "DISABLE KEYS",
                   "STATS_PERSISTENT=0 COMMENT=''"});
    case 20:
      return fmt::format("ADD {}CHECK ({} IS NULL OR '),' <> 'x')", Pick({"", "CONSTRAINT "}),
                         Name(column.name));
    default:
      // With other clauses beside RENAME, MariaDB 10.11 sometimes leaves the old table behind.
      if (!mysql()) return Pick({"ADD SYSTEM VERSIONING", "DROP SYSTEM VERSIONING"});
      return fmt::format("RENAME {}{}", Pick({"TO ", "AS ", ""}), NewTable());
  }
}

std::string RandomDdl::AlterTable() {
  schema::TableDefinition table;
  std::string name = SomeTable(&table);
  std::erase_if(table.columns, [](const auto& c) { return c.hidden; });
  if (table.columns.empty()) return "DROP TABLE " + name;
  if (Chance(5))
    return fmt::format("CREATE {}INDEX {} ON {} ({})", Pick({"", "UNIQUE "}), Pick({"k", "k9"}),
                       name, KeyColumns(table));
  if (Chance(3)) return fmt::format("DROP INDEX `PRIMARY` ON {}", name);
  std::string text = fmt::format("{} {}{} ", Pick({"ALTER TABLE", "alter\ttable"}),
                                 !mysql() && Chance(5) ? "IF EXISTS " : "", name);
  if (Chance(5)) return text + fmt::format("RENAME {}{}", Pick({"TO ", "AS ", ""}), NewTable());
  const size_t clauses = Chance(60) ? 1 : 1 + random_.Below(5);
  for (size_t i = 0; i < clauses; ++i) text += (i > 0 ? ", " : "") + AlterClause(table);
  if (Chance(2)) text += fmt::format(" ORDER BY {}", KeyColumns(table));
  if (Chance(2)) text += Pick({" PARTITION BY KEY() PARTITIONS 2", " REMOVE PARTITIONING"});
  return text;
}

std::string RandomDdl::Rename() {
  schema::TableDefinition table;
  const std::string a = SomeTable(&table);
  if (Chance(60)) return fmt::format("RENAME TABLE {} TO {}", a, NewTable());
  // The swap of gh-ost and pt-online-schema-change, and a full exchange.
  const std::string b = SomeTable(&table);
  const std::string spare = databases_[0] + ".`_spare_`";
  if (Chance(50)) return fmt::format("RENAME TABLE {0} TO {2}, {1} TO {0}", a, b, NewTable());
  return fmt::format("RENAME TABLES {0} TO {2}, {1} TO {0}, {2} TO {1}", a, b, spare);
}

std::string RandomDdl::DropTable() {
  schema::TableDefinition table;
  if (Chance(20)) return fmt::format("TRUNCATE TABLE {}", SomeTable(&table));
  std::string text =
      fmt::format("DROP TABLE {}{}", Chance(30) ? "IF EXISTS " : "", SomeTable(&table));
  if (Chance(20)) text += ", " + SomeTable(&table);
  if (Chance(10)) text += " /* , x */ RESTRICT";
  return text;
}

std::string RandomDdl::DatabaseStatement() {
  const std::string& database = random_.Pick(databases_);
  switch (random_.Below(8)) {
    case 0:
      return fmt::format("DROP DATABASE {}", database);
    case 1:
      return fmt::format("CREATE DATABASE IF NOT EXISTS {}", database);
    case 2:
      return fmt::format("CREATE OR REPLACE DATABASE {} CHARACTER SET {}", database, Charset());
    case 3:
      return fmt::format("CREATE SCHEMA IF NOT EXISTS {} DEFAULT CHARSET={}", database, Charset());
    case 4:
      return fmt::format("ALTER DATABASE {} COLLATE = utf8mb4_bin", database);
    case 5:
      return fmt::format("ALTER DATABASE {} CHARACTER SET latin1 COLLATE latin1_bin", database);
    case 6:
      return fmt::format("CREATE OR REPLACE VIEW {}.v AS SELECT 1 AS a", database);
    default:
      return fmt::format("ALTER DATABASE {} DEFAULT CHARACTER SET {}", database, Charset());
  }
}

}  // namespace towpath::test
