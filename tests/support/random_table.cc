#include "tests/support/random_table.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"
#include "tests/support/random_text.h"
#include "tests/support/sql_text.h"

namespace towpath::test {
namespace {

using Generated = RandomColumn::Generated;

// The server's limit is 65535; some is kept for null bits and lengths.
constexpr unsigned kRowBytes = 64000;
// InnoDB's is a little over 8000.
constexpr unsigned kPageBytes = 7000;

RandomColumn NumberColumn(const char* sql, std::string name) {
  RandomColumn column;
  column.name = std::move(name);
  column.type = sql;
  column.facts.type = ColumnType::kBigInt;
  column.facts.is_unsigned = column.type.ends_with("UNSIGNED");
  column.nullable = false;
  column.probes = {{"{}", Compare::kText}};
  return column;
}

RandomColumn GeneratedColumn(Random& random, const std::string& revision) {
  const std::string from = QuoteName(revision);
  const bool stored = random.Chance(50);
  RandomColumn column;
  if (random.Chance(50)) {
    column.type = "BIGINT";
    column.facts.type = ColumnType::kBigInt;
    column.attributes = fmt::format("({} + {})", from, random.Between(-100, 100));
    column.probes = {{"{}", Compare::kText}};
  } else {
    column.type = "VARCHAR(80) CHARACTER SET utf8mb4";
    column.facts.type = ColumnType::kVarchar;
    column.facts.charset = "utf8mb4";
    column.facts.length = 320;
    column.row_bytes = 322;
    column.page_bytes = 42;
    column.attributes = fmt::format("(CONCAT({}, 'é', {} * 7))", from, from);
    column.probes = {{"{}", Compare::kText}};
  }
  column.attributes =
      fmt::format("GENERATED ALWAYS AS {} {}", column.attributes, stored ? "STORED" : "VIRTUAL");
  column.generated = stored ? Generated::kStored : Generated::kVirtual;
  return column;
}

std::string ColumnSql(const RandomColumn& column, Flavor flavor) {
  std::string sql = QuoteName(column.name) + " " + column.type;
  const bool generated = column.generated != Generated::kNot;
  // MariaDB knows no NOT NULL on generated columns.
  if (!generated) sql += column.nullable ? " NULL" : " NOT NULL";
  if (!column.attributes.empty()) sql += " " + column.attributes;
  if (generated && !column.nullable && flavor == Flavor::kMysql) sql += " NOT NULL";
  if (!column.visible) sql += " INVISIBLE";
  return sql;
}

}  // namespace

std::string RandomTable::Quoted() const { return QuoteName(database) + "." + QuoteName(name); }

std::string RandomTable::QuotedColumn(size_t column) const {
  return QuoteName(columns[column].name);
}

std::string RandomTable::SelectList() const {
  std::string list;
  for (size_t i = 0; i < columns.size(); ++i) {
    for (const Probe& probe : columns[i].probes) {
      if (!list.empty()) list += ", ";
      list += fmt::format(fmt::runtime(probe.select), QuotedColumn(i));
    }
  }
  return list;
}

size_t RandomTable::probe_count() const {
  size_t count = 0;
  for (const RandomColumn& column : columns) count += column.probes.size();
  return count;
}

std::vector<size_t> RandomTable::ChooseColumns(Random& random) const {
  const bool all = random.Chance(70);
  std::vector<size_t> given;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].generated != Generated::kNot) continue;
    const bool may_be_left_out = i != id && (columns[i].can_be_left_out || columns[i].nullable);
    if (!all && may_be_left_out && random.Chance(50)) continue;
    given.push_back(i);
  }
  return given;
}

std::string RandomTable::Values(Random& random, const std::vector<size_t>& given,
                                const std::vector<int64_t>& ids) const {
  std::string sql = "(";
  for (const size_t column : given) sql += (sql.size() > 1 ? ", " : "") + QuotedColumn(column);
  sql += ") VALUES ";
  for (size_t row = 0; row < ids.size(); ++row) {
    sql += row == 0 ? "(" : ", (";
    for (size_t i = 0; i < given.size(); ++i) {
      if (i > 0) sql += ", ";
      const RandomColumn& column = columns[given[i]];
      if (given[i] == id) {
        sql += std::to_string(ids[row]);
      } else if (given[i] == revision) {
        sql += std::to_string(random.Below(1000));
      } else {
        sql += column.nullable && random.Chance(15) ? "NULL" : column.value(random);
      }
    }
    sql += ")";
  }
  return sql;
}

std::string RandomTable::Insert(Random& random, const std::vector<int64_t>& ids) const {
  const std::vector<size_t> given = ChooseColumns(random);
  return fmt::format("INSERT INTO {} {}", Quoted(), Values(random, given, ids));
}

std::string RandomTable::InsertOrUpdate(Random& random, const std::vector<int64_t>& ids) const {
  const std::string insert = Insert(random, ids);
  return insert + " ON DUPLICATE KEY UPDATE " + Assignments(random);
}

std::string RandomTable::Copy(const std::vector<int64_t>& ids, int64_t distance) const {
  std::string names;
  std::string values;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].generated != Generated::kNot) continue;
    if (!names.empty()) names += ", ", values += ", ";
    names += QuotedColumn(i);
    values += QuotedColumn(i);
    if (i == id) values += fmt::format(" + {}", distance);
  }
  return fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}{}", Quoted(), names, values, Quoted(),
                     WhereId(ids));
}

std::string RandomTable::Assignments(Random& random) const {
  std::string sql = fmt::format("{0} = {0} + 1", QuotedColumn(revision));
  const unsigned chance = random.Pick({5, 20, 50, 100});
  for (size_t i = 0; i < columns.size(); ++i) {
    const RandomColumn& column = columns[i];
    if (i == id || i == revision || column.generated != Generated::kNot || !random.Chance(chance))
      continue;
    const std::string quoted = QuotedColumn(i);
    sql += ", " + quoted + " = ";
    if (column.nullable && random.Chance(15)) {
      sql += "NULL";
    } else if (column.change && random.Chance(60)) {
      sql += column.change(random, quoted);
    } else {
      sql += column.value(random);
    }
  }
  return sql;
}

std::string RandomTable::Update(Random& random, const std::vector<int64_t>& ids,
                                std::optional<int64_t> new_id) const {
  std::string sql = fmt::format("UPDATE {} SET {}", Quoted(), Assignments(random));
  if (new_id) sql += fmt::format(", {} = {}", QuotedColumn(id), *new_id);
  return sql + WhereId(ids);
}

std::string RandomTable::WhereId(const std::vector<int64_t>& ids) const {
  return fmt::format(" WHERE {} IN ({})", QuotedColumn(id), fmt::join(ids, ","));
}

std::string RandomTable::Delete(const std::vector<int64_t>& ids) const {
  return fmt::format("DELETE FROM {}{}", Quoted(), WhereId(ids));
}

std::string RandomTable::Select(const std::vector<int64_t>& ids) const {
  return fmt::format("SELECT {} FROM {}{}", SelectList(), Quoted(), WhereId(ids));
}

std::string RandomTable::SelectAll() const {
  return fmt::format("SELECT {} FROM {}", SelectList(), Quoted());
}

RandomTable MakeRandomTable(Random& random, const ColumnChoices& choices, TypeDeck& deck,
                            const std::string& database, size_t number) {
  const bool mysql = choices.flavor == Flavor::kMysql;
  RandomTable table;
  table.flavor = choices.flavor;
  table.database = database;
  table.name = RandomName(random, number);
  table.generated_key = mysql && random.Chance(10);
  std::string engine = "InnoDB";
  if (!table.generated_key && random.Chance(20)) {
    table.transactional = false;
    engine = mysql || random.Chance(50) ? "MyISAM" : "Aria";
  }

  // Columns. Hundreds of them make bitmaps and counts longer than usual; InnoDB's limit is 1017.
  const bool wide = random.Chance(5);
  const auto count = static_cast<size_t>(wide ? random.Chance(20) ? random.Between(1000, 1008)
                                                                  : random.Between(240, 300)
                                              : random.Between(random.Chance(20) ? 0 : 3, 22));
  unsigned row_bytes = kRowBytes;
  unsigned page_bytes = kPageBytes;
  for (size_t i = 0; i < count; ++i) {
    RandomColumn column =
        wide ? MakeSmallColumn(random)
             : MakeRandomColumn(random, deck.Deal(random), choices, std::max(row_bytes, 200u) - 100,
                                std::max(page_bytes, 200u) - 100);
    row_bytes -= std::min(row_bytes, column.row_bytes);
    page_bytes -= std::min(page_bytes, column.page_bytes);
    column.name = RandomName(random, i);
    column.nullable = random.Chance(60);
    table.columns.push_back(std::move(column));
    if (row_bytes < 400 || page_bytes < 400) break;
  }
  const std::string revision = RandomName(random, 1000);
  while (random.Chance(25) && table.columns.size() < 1012) {
    RandomColumn column = GeneratedColumn(random, revision);
    column.name = RandomName(random, 2000 + table.columns.size());
    table.columns.push_back(std::move(column));
  }
  for (size_t i = table.columns.size(); i > 1; --i)
    std::swap(table.columns[i - 1], table.columns[random.Below(i)]);
  const auto insert = [&](RandomColumn column) {
    const auto at = static_cast<int64_t>(random.Below(table.columns.size() + 1));
    table.columns.insert(table.columns.begin() + at, std::move(column));
  };
  insert(NumberColumn("BIGINT", revision));
  const std::string id = table.generated_key ? "my_row_id" : RandomName(random, 1001);
  if (table.generated_key) {
    table.columns.insert(table.columns.begin(), NumberColumn("BIGINT UNSIGNED", id));
  } else {
    insert(NumberColumn(random.Chance(50) ? "BIGINT" : "BIGINT UNSIGNED", id));
  }
  for (size_t i = 0; i < table.columns.size(); ++i) {
    RandomColumn& column = table.columns[i];
    if (column.name == id) {
      table.id = i;
    } else if (column.name == revision) {
      table.revision = i;
      column.attributes = "DEFAULT 0";
    } else if (!column.is_large && column.can_be_left_out && random.Chance(7)) {
      column.visible = false;
      column.nullable = true;
    }
  }
  if (table.generated_key) table.columns[0].visible = false;

  // Keys: none, the id alone, unique only, or together with others.
  std::vector<std::string> keys;
  if (table.generated_key) {
    table.primary_key = {0};
    table.has_unique_id = true;
  } else {
    const uint64_t choice = random.Below(5);
    table.has_unique_id = choice != 0;
    switch (choice) {
      case 0:
        break;
      case 1:
        keys.push_back(fmt::format("UNIQUE KEY ({})", QuoteName(id)));
        break;
      case 2:
        table.primary_key = {static_cast<uint32_t>(table.id)};
        break;
      default: {
        table.primary_key = {static_cast<uint32_t>(table.id)};
        for (size_t i = 0; i < table.columns.size() && table.primary_key.size() < 4; ++i) {
          RandomColumn& column = table.columns[i];
          if (!column.can_be_key || !column.visible || !random.Chance(40)) continue;
          column.nullable = false;
          table.primary_key.push_back(static_cast<uint32_t>(i));
        }
        std::rotate(table.primary_key.begin(),
                    table.primary_key.begin() +
                        static_cast<int64_t>(random.Below(table.primary_key.size())),
                    table.primary_key.end());
        keys.push_back(fmt::format("UNIQUE KEY ({})", QuoteName(id)));
      }
    }
    if (!table.primary_key.empty()) {
      std::string parts;
      for (const uint32_t part : table.primary_key) {
        const RandomColumn& column = table.columns[part];
        if (!parts.empty()) parts += ", ";
        parts += QuoteName(column.name);
        // A key over a part of the text is told differently in the binlog.
        if (column.facts.type == ColumnType::kVarchar && column.facts.length > 16 &&
            random.Chance(50))
          parts += "(1)";
      }
      keys.push_back(fmt::format("PRIMARY KEY ({})", parts));
    }
  }

  // A key over an expression is a column that no one sees, and that the binlog leaves out.
  if (mysql && engine == "InnoDB" && !wide && random.Chance(15))
    keys.push_back(fmt::format("KEY (({} + 1))", QuoteName(revision)));

  std::string sql;
  // MyISAM takes no column that is bound to the surface of the earth.
  for (const RandomColumn& column : table.columns) {
    if (!column.type.ends_with(" SRID 4326")) continue;
    engine = "InnoDB";
    table.transactional = true;
  }
  for (size_t i = table.generated_key ? 1 : 0; i < table.columns.size(); ++i)
    sql += (sql.empty() ? "" : ", ") + ColumnSql(table.columns[i], choices.flavor);
  for (const std::string& key : keys) sql += ", " + key;
  table.create = fmt::format("CREATE TABLE {} ({}) ENGINE={}", table.Quoted(), sql, engine);
  // Partitions are part of a rows event. The id is in every key, and shapes can not be partitioned.
  const bool has_shape = std::any_of(
      table.columns.begin(), table.columns.end(),
      [](const RandomColumn& column) { return column.facts.type == ColumnType::kGeometry; });
  if (engine == "InnoDB" && !table.generated_key && !has_shape && random.Chance(20))
    table.create +=
        fmt::format(" PARTITION BY HASH ({}) PARTITIONS {}", QuoteName(id), random.Between(1, 7));
  return table;
}

}  // namespace towpath::test
