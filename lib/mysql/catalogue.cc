#include "mysql/catalogue.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"
#include "mysql/column_type.h"

namespace towpath::mysql {
namespace {

using schema::ColumnDefinition;
using schema::TableDefinition;

// For the columns of all tables of a server.
constexpr std::chrono::minutes kPatience{10};
// So many tables, or one in so many, are asked for one by one.
constexpr size_t kFew = 8;

// Older servers call utf8mb3 utf8.
std::string CharsetName(std::string_view name) {
  return name == "utf8" ? "utf8mb3" : std::string(name);
}
std::string CollationName(std::string_view name) {
  return name.starts_with("utf8_") ? fmt::format("utf8mb3_{}", name.substr(5)) : std::string(name);
}
std::string_view CharsetOf(std::string_view collation) {
  return collation.substr(0, collation.find('_'));
}

// What is selected of information_schema.COLUMNS, in the order that Builder reads it.
std::string ColumnFields(const Connection& connection) {
  // MySQL 5.6 has no generated columns.
  const bool generated =
      connection.flavor() == Flavor::kMariadb || connection.version_number() >= 50706;
  return fmt::format(
      "c.COLUMN_NAME, c.DATA_TYPE, c.COLUMN_TYPE, c.CHARACTER_SET_NAME, c.COLLATION_NAME, "
      "c.IS_NULLABLE, c.DATETIME_PRECISION, c.EXTRA, {}",
      generated ? "c.GENERATION_EXPRESSION" : "''");
}

// What information_schema says of a table beside its columns. Small: there is one for each table of
// a database at once.
struct TableFacts {
  std::string_view collation;  // TABLE_COLLATION; of whoever made the facts
  bool is_view = false;
  bool system_versioned = false;
  bool memory_engine = false;
  // MariaDB: unique keys over what is too long for an index; each has a hidden column.
  unsigned hashes = 0;
};
// Indexes that are such keys. MEMORY has hash indexes of its own, without a column.
constexpr char kIsHash[] = "INDEX_TYPE='HASH' AND NON_UNIQUE=0 AND INDEX_NAME<>'PRIMARY'";

// A definition, column by column.
class Builder {
 public:
  // `row` has ColumnFields from `first` on. kCorrupted: labels that can not be read.
  Status Add(const Connection::Row& row, size_t first) {
    const auto text = [&](size_t i) { return row[first + i].value_or(std::string_view()); };
    ColumnDefinition& column = table_.columns.emplace_back();
    column.name = text(0);
    column.data_type = model::ToLower(text(1));
    column.column_type = text(2);
    column.charset = CharsetName(text(3));
    column.collation = CollationName(text(4));
    column.nullable = text(5) == "YES";
    column.is_unsigned = IsUnsigned(column.column_type);
    column.fractional_digits = model::ParseNumber<int>(text(6)).value_or(-1);
    const std::string_view extra = text(7);
    const auto has = [&](std::string_view word) {
      return extra.find(word) != std::string_view::npos;
    };
    column.invisible = has("INVISIBLE");
    column.generated = has("VIRTUAL GENERATED") || has("STORED GENERATED");
    declares_period_ |= text(8) == "ROW START";
    auto labels = ParseLabels(column.column_type);
    if (!labels.ok()) {
      return Status(labels.code(),
                    fmt::format("column {}: {}", column.name, labels.status().message()));
    }
    column.labels = *std::move(labels);
    return Status::Ok();
  }

  // The last column added is in the primary key, at that place.
  void AddKey(uint32_t place) {
    table_.columns.back().is_key = true;
    key_.emplace_back(place, static_cast<uint32_t>(table_.columns.size() - 1));
  }

  bool empty() const { return table_.columns.empty(); }

  // Leaves the builder empty.
  TableDefinition Finish(const TableFacts& facts) {
    std::sort(key_.begin(), key_.end());
    for (const auto& [place, column] : key_) table_.primary_key.push_back(column);
    table_.collation = CollationName(facts.collation);
    table_.charset = CharsetOf(table_.collation);
    table_.system_versioned = facts.system_versioned;
    if (table_.system_versioned && !declares_period_) {
      table_.columns.push_back(schema::HiddenPeriodColumn("row_start"));
      table_.columns.push_back(schema::HiddenPeriodColumn("row_end"));
    }
    for (unsigned n = 1; !facts.memory_engine && n <= facts.hashes; ++n) {
      table_.columns.push_back(schema::HiddenHashColumn(n));
    }
    TableDefinition finished = std::move(table_);
    *this = Builder();
    return finished;
  }

 private:
  TableDefinition table_;
  bool declares_period_ = false;                    // its own row start and end columns
  std::vector<std::pair<uint32_t, uint32_t>> key_;  // place in the key, column
};

Status Named(const Status& status, std::string_view database, std::string_view table) {
  return Status(status.code(), fmt::format("{}.{}: {}", database, table, status.message()));
}

// MySQL's engines with hash indexes have them without hidden columns.
unsigned HashCount(const Connection& connection, std::string_view count) {
  if (connection.flavor() != Flavor::kMariadb) return 0;
  return model::ParseNumber<unsigned>(count).value_or(0);
}

void SetType(std::string_view type, std::string_view engine, TableFacts* facts) {
  facts->is_view = type.ends_with("VIEW");
  facts->system_versioned = type == "SYSTEM VERSIONED";
  facts->memory_engine = engine == "MEMORY";
}

bool IsServersOwn(std::string_view database) {
  const std::string name = model::ToLower(database);
  return name == "mysql" || name == "information_schema" || name == "performance_schema" ||
         name == "sys";
}

}  // namespace

Status Catalogue::Connect(std::chrono::milliseconds read_timeout) {
  if (connection_ != nullptr) return Status::Ok();
  auto opened = Connection::Open(settings_, interrupt_, read_timeout);
  if (!opened.ok()) return opened.status();
  connection_ = *std::move(opened);
  return Status::Ok();
}

Status Catalogue::Try(const std::function<Status()>& ask) {
  const auto once = [&] {
    if (Status s = Connect(settings_.connect_timeout); !s.ok()) return s;
    Status answer = ask();
    if (answer.code() == Code::kConnection) connection_.reset();
    return answer;
  };
  // The server may have closed a connection that was idle for hours.
  const bool had_connection = connection_ != nullptr;
  Status answer = once();
  return had_connection && answer.code() == Code::kConnection ? once() : answer;
}

Result<TableDefinition> Catalogue::Lookup(std::string_view database, std::string_view table) {
  TableDefinition found;
  bool is_view = false;
  if (Status s = Try([&] { return LookupOnce(database, table, &found, &is_view); }); !s.ok()) {
    return s;
  }
  return found;
}

Status Catalogue::LookupOnce(std::string_view database, std::string_view table,
                             TableDefinition* found, bool* is_view) {
  Connection& c = *connection_;
  Builder builder;
  TableFacts facts;
  std::string collation;
  // The key's columns and the table's own facts come along through joins, so that one round trip
  // answers everything. What is joined has a LIMIT, which keeps it a question of its own about one
  // table: merged into the join, it would be answered for every table of the server.
  Status asked = c.QueryEach(
      fmt::format(
          "SELECT {2}, s.SEQ_IN_INDEX, t.TABLE_COLLATION, t.TABLE_TYPE, t.ENGINE, "
          "(SELECT COUNT(DISTINCT INDEX_NAME) FROM information_schema.STATISTICS "
          "WHERE TABLE_SCHEMA={0} AND TABLE_NAME={1} AND {3}) "
          "FROM information_schema.COLUMNS c LEFT JOIN (SELECT COLUMN_NAME, SEQ_IN_INDEX "
          "FROM information_schema.STATISTICS WHERE TABLE_SCHEMA={0} AND TABLE_NAME={1} "
          "AND INDEX_NAME='PRIMARY' AND CAST(TABLE_NAME AS BINARY)=CAST({1} AS BINARY) LIMIT 64) s "
          "ON s.COLUMN_NAME=c.COLUMN_NAME LEFT JOIN (SELECT TABLE_COLLATION, TABLE_TYPE, ENGINE "
          "FROM information_schema.TABLES WHERE TABLE_SCHEMA={0} AND TABLE_NAME={1} "
          "AND CAST(TABLE_NAME AS BINARY)=CAST({1} AS BINARY) LIMIT 1) t ON TRUE "
          "WHERE c.TABLE_SCHEMA={0} AND c.TABLE_NAME={1} ORDER BY c.ORDINAL_POSITION",
          c.Quote(database), c.Quote(table), ColumnFields(c), kIsHash),
      [&](const Connection::Row& row) {
        if (Status s = builder.Add(row, 0); !s.ok()) return Named(s, database, table);
        const auto text = [&](size_t i) { return row[i].value_or(std::string_view()); };
        const auto place = model::ParseNumber<uint32_t>(text(9));
        if (place) builder.AddKey(*place);
        collation = text(10);
        SetType(text(11), text(12), &facts);
        facts.hashes = HashCount(c, text(13));
        return Status::Ok();
      });
  if (!asked.ok()) return asked;
  if (builder.empty()) {
    return Status(Code::kNotFound, fmt::format("{} has no table {}.{} that the user '{}' may see",
                                               c.endpoint(), database, table, settings_.url.user));
  }
  facts.collation = collation;
  *found = builder.Finish(facts);
  *is_view = facts.is_view;
  return Status::Ok();
}

Status Catalogue::ReadAll(const Visitor& visitor) {
  connection_.reset();
  if (Status s = Connect(kPatience); !s.ok()) return s;
  std::vector<std::string> databases;
  Status status = ReadDatabases(visitor, &databases);
  for (const std::string& database : databases) {
    if (status.ok()) status = ReadTables(database, visitor);
  }
  connection_.reset();
  return status;
}

Status Catalogue::ReadDatabases(const Visitor& visitor, std::vector<std::string>* names) {
  std::map<std::string, schema::DatabaseDefinition> found;
  Status asked = connection_->QueryEach(
      "SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME "
      "FROM information_schema.SCHEMATA",
      [&](const Connection::Row& row) {
        const std::string name(row[0].value_or(std::string_view()));
        if (!IsServersOwn(name)) {
          found[name] = {CharsetName(row[1].value_or(std::string_view())),
                         CollationName(row[2].value_or(std::string_view()))};
        }
        return Status::Ok();
      });
  if (!asked.ok()) return asked;
  for (const auto& [name, definition] : found) {
    visitor.database(name, definition);
    names->push_back(name);
  }
  return Status::Ok();
}

struct Catalogue::SeenTable : TableFacts {
  // Of the primary key's columns: place, name, NUL.
  std::string key;

  // The column's place; nothing: it is not in the key.
  std::optional<uint32_t> PlaceOf(std::string_view column) const {
    for (std::string_view rest = key; !rest.empty();) {
      const size_t end = rest.find('\0', 1);
      if (rest.substr(1, end - 1) == column) return static_cast<uint8_t>(rest[0]);
      rest.remove_prefix(end + 1);
    }
    return std::nullopt;
  }
  void AddToKey(uint32_t place, std::string_view column) {
    key.push_back(static_cast<char>(place));
    key.append(column);
    key.push_back('\0');
  }
};

Status Catalogue::ReadTables(const std::string& database, const Visitor& visitor) {
  SeenTables wanted;
  size_t total = 0;
  // The names alone a server knows without opening the tables.
  Status asked = connection_->QueryEach(
      fmt::format("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA={}",
                  connection_->Quote(database)),
      [&](const Connection::Row& row) {
        ++total;
        const std::string_view name = row[0].value_or(std::string_view());
        if (visitor.wanted(database, name)) wanted.try_emplace(std::string(name));
        return Status::Ok();
      });
  if (!asked.ok() || wanted.empty()) return asked;
  if (wanted.size() > kFew && wanted.size() > total / kFew) {
    return ReadAllColumns(database, &wanted, visitor);
  }
  for (const auto& [name, facts] : wanted) {
    TableDefinition found;
    bool is_view = false;
    Status status = LookupOnce(database, name, &found, &is_view);
    if (status.code() == Code::kNotFound) continue;  // dropped meanwhile
    if (!status.ok()) return status;
    if (!is_view) visitor.table(database, name, found);
  }
  return Status::Ok();
}

Status Catalogue::ReadAllColumns(const std::string& database, SeenTables* wanted,
                                 const Visitor& visitor) {
  Connection& c = *connection_;
  const std::string quoted = c.Quote(database);
  SeenTables& tables = *wanted;
  std::set<std::string, std::less<>> collations;
  Status asked =
      c.QueryEach(fmt::format("SELECT TABLE_NAME, TABLE_COLLATION, TABLE_TYPE, ENGINE "
                              "FROM information_schema.TABLES WHERE TABLE_SCHEMA={}",
                              quoted),
                  [&](const Connection::Row& row) {
                    const auto text = [&](size_t i) { return row[i].value_or(std::string_view()); };
                    const auto table = tables.find(text(0));
                    if (table == tables.end()) return Status::Ok();
                    table->second.collation = *collations.emplace(text(1)).first;
                    SetType(text(2), text(3), &table->second);
                    return Status::Ok();
                  });
  if (!asked.ok()) return asked;
  // Views, and what was dropped meanwhile.
  std::erase_if(tables, [](const auto& t) {
    return t.second.is_view || t.second.collation.data() == nullptr;
  });
  asked =
      c.QueryEach(fmt::format("SELECT TABLE_NAME, COLUMN_NAME, SEQ_IN_INDEX, INDEX_NAME "
                              "FROM information_schema.STATISTICS "
                              "WHERE TABLE_SCHEMA={} AND (INDEX_NAME='PRIMARY' OR ({}))",
                              quoted, kIsHash),
                  [&](const Connection::Row& row) {
                    const auto text = [&](size_t i) { return row[i].value_or(std::string_view()); };
                    const auto table = tables.find(text(0));
                    const auto place = model::ParseNumber<uint8_t>(text(2));
                    if (table == tables.end() || !place) return Status::Ok();
                    if (text(3) == "PRIMARY") {
                      table->second.AddToKey(*place, text(1));
                    } else if (*place == 1) {
                      table->second.hashes += HashCount(c, "1");
                    }
                    return Status::Ok();
                  });
  if (!asked.ok()) return asked;

  Builder builder;
  auto current = tables.end();
  const auto finish = [&] {
    if (current == tables.end() || builder.empty()) return;
    visitor.table(database, current->first, builder.Finish(current->second));
  };
  asked =
      c.QueryEach(fmt::format("SELECT c.TABLE_NAME, {} FROM information_schema.COLUMNS c "
                              "WHERE c.TABLE_SCHEMA={} ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION",
                              ColumnFields(c), quoted),
                  [&](const Connection::Row& row) {
                    const std::string_view name = row[0].value_or(std::string_view());
                    if (current == tables.end() || current->first != name) {
                      finish();
                      current = tables.find(name);
                    }
                    if (current == tables.end()) return Status::Ok();
                    if (Status s = builder.Add(row, 1); !s.ok()) return Named(s, database, name);
                    const auto key = current->second.PlaceOf(row[1].value_or(std::string_view()));
                    if (key) builder.AddKey(*key);
                    return Status::Ok();
                  });
  if (asked.ok()) finish();
  return asked;
}

}  // namespace towpath::mysql
