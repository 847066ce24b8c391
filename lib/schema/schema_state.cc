#include "schema/schema_state.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fmt/format.h"
#include "schema/charsets.h"
#include "schema/column_rules.h"
#include "schema/names.h"

namespace towpath::schema {
namespace {

// Begins the value of a table that is unknown; a serialised definition begins with its version.
constexpr char kUnknownTag = '\0';

using Operation = sql::AlterOperation;
using Kind = sql::AlterOperation::Kind;
using Columns = std::vector<ColumnDefinition>;

Status Unknown(std::string why) { return Status(Code::kUnsupported, std::move(why)); }

template <typename List>
auto FindColumn(List& columns, std::string_view name) {
  return std::find_if(columns.begin(), columns.end(),
                      [&](const auto& column) { return SameName(column.name, name); });
}

void AddHiddenPeriod(TableDefinition* table) {
  for (const std::string_view name : {"row_start", "row_end"})
    if (FindColumn(table->columns, name) == table->columns.end())
      table->columns.push_back(HiddenPeriodColumn(name));
}

// Makes the named columns the primary key, which is never NULL.
Status SetKey(const std::vector<std::string>& names, TableDefinition* table) {
  table->primary_key.clear();
  for (ColumnDefinition& column : table->columns) column.is_key = false;
  for (const std::string& name : names) {
    const auto column = FindColumn(table->columns, name);
    if (column == table->columns.end())
      return Unknown(
          fmt::format("its primary key has the column \"{}\", which is not known", name));
    if (column->is_key)
      return Unknown(fmt::format("its primary key names the column \"{}\" twice", name));
    column->is_key = true;
    column->nullable = false;
    table->primary_key.push_back(static_cast<uint32_t>(column - table->columns.begin()));
  }
  return Status::Ok();
}

std::vector<std::string> KeyNames(const TableDefinition& table) {
  std::vector<std::string> names;
  names.reserve(table.primary_key.size());
  for (const uint32_t column : table.primary_key) names.push_back(table.columns[column].name);
  return names;
}

Status CheckNames(const TableDefinition& table) {
  std::set<std::string> names;
  for (const ColumnDefinition& column : table.columns)
    if (!names.insert(FoldName(column.name)).second)
      return Unknown(fmt::format("it would have two columns \"{}\"", column.name));
  return Status::Ok();
}

Result<TableDefinition> Create(const sql::Ddl& ddl, const TextSet& database,
                               const DdlContext& context) {
  if (ddl.as_select)
    return Unknown("its columns come from a SELECT that was logged as a statement");
  TableDefinition table;
  const TextSet text = Resolve(ddl.text, database, context);
  table.charset = text.charset;
  table.collation = text.collation;
  bool versioned = ddl.system_versioned;
  bool declares_period = !ddl.period_start.empty();
  std::vector<std::string> key;
  for (const sql::ColumnSpec& spec : ddl.columns) {
    auto column = DefineColumn(spec, text, context);
    if (!column.ok()) return column.status();
    if (spec.primary_key) key = {spec.name};
    versioned |= spec.versioned.value_or(false);
    declares_period |= spec.row_start;
    table.columns.push_back(*std::move(column));
  }
  if (table.columns.empty()) return Unknown("the statement declares no columns");
  for (const sql::KeySpec& spec : ddl.keys)
    if (spec.primary) key = spec.columns;
  if (Status status = SetKey(key, &table); !status.ok()) return status;
  if (versioned || declares_period) table.system_versioned = ddl.system_versioned || versioned;
  if (table.system_versioned && !declares_period) AddHiddenPeriod(&table);
  if (Status status = CheckNames(table); !status.ok()) return status;
  return table;
}

// MariaDB's sequences are tables of one row.
Result<TableDefinition> CreateSequence(const sql::Ddl& ddl, const TextSet& database,
                                       const DdlContext& context) {
  std::string type = ddl.sequence_type.empty() ? "bigint" : ddl.sequence_type;
  if (type != "bigint") return Unknown(fmt::format("a sequence of type \"{}\"", type));
  sql::Ddl table;
  for (const std::string_view name :
       {"next_not_cached_value", "minimum_value", "maximum_value", "start_value", "increment",
        "cache_size", "cycle_option", "cycle_count"}) {
    sql::ColumnSpec column;
    column.name = name;
    column.type.name = name == "cycle_option" ? "tinyint" : "bigint";
    if (name == "cycle_option")
      column.type.length = 1;
    else if (name != "cache_size")
      column.type.length = 21;
    else
      column.type.length = 21;
    column.type.is_unsigned = name == "cache_size" || name == "cycle_option";
    column.nullable = false;
    table.columns.push_back(std::move(column));
  }
  return Create(table, database, context);
}

// One ALTER TABLE, as the servers do it: drop, change and rename in place, then put what is new or
// moved where it belongs, then the keys.
class Alteration {
 public:
  Alteration(TableDefinition* table, const sql::Ddl& ddl, const TextSet& database,
             const DdlContext& context)
      : table_(*table), ddl_(ddl), database_(database), context_(context) {}

  Status Run() {
    DefaultSet();
    const std::vector<std::string> key = KeyNames(table_);
    key_ = key;
    if (Status status = InPlace(); !status.ok()) return status;
    if (Status status = NewAndMoved(); !status.ok()) return status;
    if (converted_.known()) {
      for (ColumnDefinition& column : table_.columns)
        if (Status status = ConvertColumn(converted_, context_.dialect.mysql(), &column);
            !status.ok())
          return status;
    }
    Versioning();
    if (Status status = Keys(); !status.ok()) return status;
    return CheckNames(table_);
  }

 private:
  // What new columns get is what the statement leaves as the table's default: what it says of that,
  // wherever it stands, goes before CONVERT.
  void DefaultSet() {
    for (const Kind kind : {Kind::kConvertCharset, Kind::kDefaultCharset}) {
      for (const Operation& op : ddl_.operations) {
        if (op.kind != kind) continue;
        const TextSet before =
            op.text.charset == "default" ? database_ : TextSet{table_.charset, table_.collation};
        const TextSet text = Resolve(op.text, before, context_);
        table_.charset = text.charset;
        table_.collation = text.collation;
        if (kind == Kind::kConvertCharset) converted_ = text;
      }
    }
    text_ = {table_.charset, table_.collation};
  }

  // MySQL may make such a TEXT a TINYTEXT.
  Status CheckConverted(const sql::ColumnSpec& spec) const {
    if (!converted_.known() || spec.type.text.empty() || !spec.type.name.ends_with("text"))
      return Status::Ok();
    return Unknown(fmt::format(
        "what \"{}\" becomes, declared with a character set beside CONVERT TO CHARACTER SET",
        spec.name));
  }

  Status InPlace() {
    Columns columns;
    std::vector<bool> used(ddl_.operations.size());
    for (ColumnDefinition& column : table_.columns) {
      const Operation* change = nullptr;
      const Operation* rename = nullptr;
      bool dropped = false;
      for (size_t i = 0; i < ddl_.operations.size(); ++i) {
        const Operation& op = ddl_.operations[i];
        if (op.name.empty() || !SameName(op.name, column.name)) continue;
        switch (op.kind) {
          case Kind::kDropColumn:
            dropped = true;
            break;
          case Kind::kChangeColumn:
            change = &op;
            break;
          case Kind::kRenameColumn:
            rename = &op;
            break;
          case Kind::kSetVisible:
            column.invisible = !op.flag;
            break;
          default:
            continue;
        }
        used[i] = true;
      }
      if (dropped) {
        std::erase_if(key_, [&](const std::string& name) { return SameName(name, column.name); });
        continue;
      }
      if (change != nullptr) {
        RenameInKey(column.name, change->column.name);
        // Those that move do so later, and can be named by AFTER until then.
        if (!change->place.empty()) moved_.push_back(change);
        if (Status status = CheckConverted(change->column); !status.ok()) return status;
        auto changed = DefineColumn(change->column, text_, context_);
        if (!changed.ok()) return changed.status();
        if (change->column.primary_key) key_ = {change->column.name};
        columns.push_back(*std::move(changed));
        continue;
      }
      if (rename != nullptr) {
        RenameInKey(column.name, rename->new_name);
        column.name = rename->new_name;
      }
      columns.push_back(std::move(column));
    }
    table_.columns = std::move(columns);
    for (size_t i = 0; i < used.size(); ++i)
      if (!used[i])
        if (Status status = WithoutColumn(ddl_.operations[i]); !status.ok()) return status;
    return Status::Ok();
  }

  // An operation on a column that is not there: allowed, already done, or a contradiction.
  Status WithoutColumn(const Operation& op) {
    switch (op.kind) {
      case Kind::kDropColumn:
        return Status::Ok();
      case Kind::kChangeColumn: {
        const auto there = FindColumn(table_.columns, op.column.name);
        if (there != table_.columns.end() && !SameName(op.name, op.column.name)) {
          auto changed = DefineColumn(op.column, text_, context_);
          if (!changed.ok()) return changed.status();
          *there = *std::move(changed);
          return Status::Ok();
        }
        break;
      }
      case Kind::kRenameColumn:
        if (FindColumn(table_.columns, op.new_name) != table_.columns.end()) return Status::Ok();
        break;
      case Kind::kSetVisible:
        break;
      default:
        return Status::Ok();
    }
    if (op.if_exists) return Status::Ok();
    return Unknown(
        fmt::format("the statement changes its column \"{}\", which is not known", op.name));
  }

  void RenameInKey(std::string_view from, std::string_view to) {
    if (SameName(from, to) && from == to) return;
    for (std::string& name : key_)
      if (SameName(name, from)) name = to;
  }

  Status NewAndMoved() {
    for (const Operation& op : ddl_.operations) {
      const bool moved = std::find(moved_.begin(), moved_.end(), &op) != moved_.end();
      if (op.kind != Kind::kAddColumn && !moved) continue;
      if (Status status = CheckConverted(op.column); !status.ok()) return status;
      auto column = DefineColumn(op.column, text_, context_);
      if (!column.ok()) return column.status();
      if (moved)
        std::erase_if(table_.columns,
                      [&](const ColumnDefinition& c) { return SameName(c.name, op.column.name); });
      const auto there = FindColumn(table_.columns, op.column.name);
      if (!moved && there != table_.columns.end()) {
        if (op.if_not_exists) {
          skipped_.push_back(&op);
          continue;
        }
        column->is_key = there->is_key;
        if (there->is_key) column->nullable = false;
        if (*there == *column) continue;  // was there already
        return Unknown(fmt::format("the statement adds the column \"{}\", and another is there",
                                   op.column.name));
      }
      auto at = std::find_if(table_.columns.begin(), table_.columns.end(),
                             [](const ColumnDefinition& c) { return c.hidden; });
      if (op.place.first) {
        at = table_.columns.begin();
        if (HasGeneratedKey()) ++at;
      } else if (!op.place.after.empty()) {
        at = FindColumn(table_.columns, op.place.after);
        if (at == table_.columns.end())
          return Unknown(fmt::format(
              "the statement puts a column behind \"{}\", which is not known", op.place.after));
        ++at;
      }
      if (op.column.row_start) declares_period_ = true;
      table_.columns.insert(at, *std::move(column));
    }
    return Status::Ok();
  }

  // MySQL's sql_generate_invisible_primary_key: that column stays the first.
  bool HasGeneratedKey() const {
    if (!context_.dialect.mysql() || table_.columns.empty() || key_.size() != 1) return false;
    const ColumnDefinition& first = table_.columns.front();
    return first.name == "my_row_id" && first.invisible && first.data_type == "bigint" &&
           first.is_unsigned && key_.front() == first.name;
  }

  void Versioning() {
    for (const Operation& op : ddl_.operations) {
      if (op.kind == Kind::kAddVersioning) {
        table_.system_versioned = true;
        const bool period =
            declares_period_ ||
            std::any_of(ddl_.operations.begin(), ddl_.operations.end(),
                        [](const Operation& o) { return o.kind == Kind::kAddPeriod; });
        if (!period) AddHiddenPeriod(&table_);
      } else if (op.kind == Kind::kDropVersioning) {
        table_.system_versioned = false;
        std::erase_if(table_.columns, [](const ColumnDefinition& c) { return c.hidden; });
      }
    }
  }

  Status Keys() {
    for (const Operation& op : ddl_.operations) {
      if (Skipped(op)) continue;
      const bool drops = op.kind == Kind::kDropPrimaryKey ||
                         ((op.kind == Kind::kDropKey || op.kind == Kind::kDropConstraint) &&
                          SameName(op.name, "primary"));
      const bool inline_key =
          (op.kind == Kind::kAddColumn || op.kind == Kind::kChangeColumn) && op.column.primary_key;
      if (drops && !AddsKey()) key_.clear();
      if (op.kind == Kind::kAddKey && op.key.primary) key_ = op.key.columns;
      if (inline_key) key_ = {op.column.name};
    }
    return SetKey(key_, &table_);
  }

  bool Skipped(const Operation& op) const {
    return std::find(skipped_.begin(), skipped_.end(), &op) != skipped_.end();
  }

  bool AddsKey() const {
    return std::any_of(ddl_.operations.begin(), ddl_.operations.end(), [this](const Operation& op) {
      return !Skipped(op) &&
             ((op.kind == Kind::kAddKey && op.key.primary) || op.column.primary_key);
    });
  }

  TableDefinition& table_;
  const sql::Ddl& ddl_;
  const TextSet& database_;
  const DdlContext& context_;
  TextSet text_;
  TextSet converted_;  // of CONVERT TO CHARACTER SET; not known: there is none
  bool declares_period_ = false;
  std::vector<const Operation*> moved_;
  std::vector<const Operation*> skipped_;  // IF NOT EXISTS, of what exists
  std::vector<std::string> key_;
};

}  // namespace

// -- The map.

std::string SchemaState::Key(std::string_view database, std::string_view table) const {
  std::string key = fold_names_ ? FoldName(database) : std::string(database);
  key += '\0';
  key += fold_names_ ? FoldName(table) : std::string(table);
  return key;
}

void SchemaState::Keep(std::string key, std::string text) {
  text.shrink_to_fit();
  tables_.insert_or_assign(std::move(key), Kept{std::make_shared<std::string>(std::move(text)), 0});
}

SchemaState::Text SchemaState::TextOf(const std::string& key, const Kept& kept) const {
  if (kept.text != nullptr) return kept.text;
  if (const auto found = read_back_.find(kept.number); found != read_back_.end()) {
    return found->second;
  }
  std::string text(1, kUnknownTag);
  const std::optional<SchemaChange> change = fetch_(kept.number);
  if (!change || Key(change->database, change->table) != key) {
    return std::make_shared<std::string>(text + "what was kept of it is not there any more");
  }
  if (change->kind == SchemaChange::Kind::kDefined) {
    text = change->definition;
  } else {
    text += change->reason;
  }
  if (read_back_bytes_ + text.size() > kReadBack) {
    read_back_.clear();
    read_back_bytes_ = 0;
  }
  read_back_bytes_ += text.size();
  return read_back_[kept.number] = std::make_shared<std::string>(std::move(text));
}

std::optional<SchemaState::Found> SchemaState::Find(std::string_view database,
                                                    std::string_view table) const {
  const auto it = tables_.find(Key(database, table));
  if (it == tables_.end()) return std::nullopt;
  Found found;
  const Text text = TextOf(it->first, it->second);
  if (text->front() == kUnknownTag) {
    found.unknown_reason = text->substr(1);
    return found;
  }
  auto definition = ParseTableDefinition(*text);
  if (!definition.ok()) {
    found.unknown_reason = definition.status().message();
    return found;
  }
  found.known = true;
  found.definition = *std::move(definition);
  return found;
}

bool SchemaState::Contains(std::string_view database, std::string_view table) const {
  return tables_.contains(Key(database, table));
}

void SchemaState::Put(std::string_view database, std::string_view table,
                      const TableDefinition& definition) {
  Keep(Key(database, table), Serialize(definition));
}

void SchemaState::PutUnknown(std::string_view database, std::string_view table,
                             std::string_view reason) {
  Keep(Key(database, table), kUnknownTag + std::string(reason));
}

Status SchemaState::PutSerialized(std::string_view database, std::string_view table,
                                  std::string_view bytes) {
  if (auto parsed = ParseTableDefinition(bytes); !parsed.ok()) return parsed.status();
  Keep(Key(database, table), std::string(bytes));
  return Status::Ok();
}

void SchemaState::Erase(std::string_view database, std::string_view table) {
  tables_.erase(Key(database, table));
}

std::optional<DatabaseDefinition> SchemaState::FindDatabase(std::string_view database) const {
  const auto it = databases_.find(fold_names_ ? FoldName(database) : std::string(database));
  if (it == databases_.end()) return std::nullopt;
  return it->second;
}

void SchemaState::PutDatabase(std::string_view database, const DatabaseDefinition& definition) {
  databases_.insert_or_assign(fold_names_ ? FoldName(database) : std::string(database), definition);
}

void SchemaState::EraseDatabase(std::string_view database) {
  const std::string first = Key(database, {});
  auto it = tables_.lower_bound(first);
  while (it != tables_.end() && it->first.starts_with(first)) it = tables_.erase(it);
  databases_.erase(first.substr(0, first.size() - 1));
}

Status SchemaState::Replay(const SchemaChange& change) {
  switch (change.kind) {
    case SchemaChange::Kind::kGone:
      if (change.table.empty())
        EraseDatabase(change.database);
      else
        Erase(change.database, change.table);
      return Status::Ok();
    case SchemaChange::Kind::kUnknown:
      PutUnknown(change.database, change.table, change.reason);
      return Status::Ok();
    case SchemaChange::Kind::kDefined:
      break;
  }
  if (!change.table.empty()) return PutSerialized(change.database, change.table, change.definition);
  auto definition = ParseDatabaseDefinition(change.definition);
  if (!definition.ok()) return definition.status();
  PutDatabase(change.database, *definition);
  return Status::Ok();
}

void SchemaState::PutAway(const SchemaChange& change, int64_t number) {
  if (change.table.empty() || change.kind == SchemaChange::Kind::kGone)
    return;  // databases are few
  const auto it = tables_.find(Key(change.database, change.table));
  if (it != tables_.end()) it->second = Kept{nullptr, number};
}

size_t SchemaState::memory_bytes() const {
  // Of the trees: three pointers and a colour. Of the table: a pointer, and one in the array.
  constexpr size_t kNode = 32;
  // With its two counters.
  const auto size = [](const Text& text) {
    return text == nullptr ? 0 : 16 + sizeof(std::string) + text->capacity();
  };
  size_t bytes = 0;
  for (const auto& [key, kept] : tables_)
    bytes += kNode + sizeof(std::string) + sizeof(kept) + key.capacity() + size(kept.text);
  for (const auto& [number, text] : read_back_)
    bytes += 2 * sizeof(void*) + sizeof(number) + sizeof(text) + size(text);
  for (const auto& [key, value] : databases_)
    bytes += kNode + 3 * sizeof(std::string) + key.capacity() + value.charset.capacity() +
             value.collation.capacity();
  return bytes;
}

void SchemaState::ForEach(
    const std::function<void(std::string_view database, std::string_view table,
                             std::string_view definition)>& visit) const {
  for (const auto& [key, kept] : tables_) {
    const size_t separator = key.find('\0');
    const std::string_view names(key);
    const Text text = TextOf(key, kept);
    visit(names.substr(0, separator), names.substr(separator + 1),
          text->front() == kUnknownTag ? std::string_view() : std::string_view(*text));
  }
}

void SchemaState::ForEachDatabase(
    const std::function<void(std::string_view database, const DatabaseDefinition&)>& visit) const {
  for (const auto& [name, definition] : databases_) visit(name, definition);
}

// -- Applying a statement.

class SchemaState::Applier {
 public:
  Applier(SchemaState* state, const sql::Ddl& ddl, const DdlContext& context)
      : state_(*state), ddl_(ddl), context_(context) {}

  std::vector<SchemaChange> Run() {
    if (ddl_.temporary) return {};
    if (context_.failed && Failed()) return std::move(changes_);
    switch (ddl_.kind) {
      case DdlKind::kCreateTable:
        CreateTable();
        break;
      case DdlKind::kCreateSequence:
        if (!NotUnderstood() && !IsThere())
          Define(ddl_.tables[0], CreateSequence(ddl_, Database(ddl_.tables[0].database), context_));
        break;
      case DdlKind::kAlterTable:
        AlterTable();
        break;
      case DdlKind::kDropIndex:
        if (SameName(ddl_.operations.empty() ? "" : ddl_.operations[0].name, "primary"))
          AlterTable();
        break;
      case DdlKind::kAlterSequence:
        if (!ddl_.sequence_type.empty() && !ddl_.tables.empty())
          SetUnknown(ddl_.tables[0], "ALTER SEQUENCE changed its type");
        break;
      case DdlKind::kDropTable:
      case DdlKind::kDropSequence:
        for (const DdlTable& table : ddl_.tables) SetGone(table);
        if (!ddl_.not_understood.empty()) NotUnderstood();
        break;
      case DdlKind::kRenameTable:
        if (!NotUnderstood()) Rename(ddl_.tables);
        break;
      case DdlKind::kCreateDatabase:
        CreateDatabase();
        break;
      case DdlKind::kAlterDatabase:
        AlterDatabase();
        break;
      case DdlKind::kDropDatabase:
        DropDatabase();
        break;
      default:
        break;
    }
    return std::move(changes_);
  }

 private:
  SchemaChange& Change(SchemaChange::Kind kind, const DdlTable& table) {
    // A table that changes twice is told once, as it ends.
    std::erase_if(changes_, [&](const SchemaChange& change) {
      return change.database == table.database && change.table == table.name;
    });
    changes_.emplace_back();
    changes_.back().kind = kind;
    changes_.back().database = table.database;
    changes_.back().table = table.name;
    return changes_.back();
  }

  void SetUnknown(const DdlTable& table, std::string_view why) {
    state_.PutUnknown(table.database, table.name, why);
    Change(SchemaChange::Kind::kUnknown, table).reason = why;
  }
  void SetGone(const DdlTable& table) {
    if (!state_.Contains(table.database, table.name)) return;
    state_.Erase(table.database, table.name);
    Change(SchemaChange::Kind::kGone, table);
  }
  void SetDefined(const DdlTable& table, std::string definition) {
    const std::string key = state_.Key(table.database, table.name);
    const auto kept = state_.tables_.find(key);
    if (kept != state_.tables_.end() && *state_.TextOf(key, kept->second) == definition) return;
    MoveTo(table, std::move(definition));
  }
  void Define(const DdlTable& table, const Result<TableDefinition>& definition) {
    if (definition.ok())
      SetDefined(table, Serialize(*definition));
    else
      SetUnknown(table, definition.status().message());
  }

  // A statement that failed half-way. False: what it did is what it says.
  bool Failed() {
    switch (ddl_.kind) {
      case DdlKind::kDropTable:  // the tables that were dropped
      case DdlKind::kDropSequence:
        return false;
      case DdlKind::kCreateTable:  // OR REPLACE: the table before it is gone
      case DdlKind::kCreateSequence:
        if (ddl_.or_replace && !ddl_.tables.empty()) SetGone(ddl_.tables[0]);
        return true;
      case DdlKind::kDropDatabase: {
        std::vector<DdlTable> tables;
        for (const auto& [key, kept] : state_.tables_) {
          const size_t separator = key.find('\0');
          if (SameName(std::string_view(key).substr(0, separator), ddl_.database))
            tables.push_back({key.substr(0, separator), key.substr(separator + 1)});
        }
        for (const DdlTable& table : tables) SetUnknown(table, "DROP DATABASE failed half-way");
        return true;
      }
      default:
        for (const DdlTable& table : ddl_.tables)
          if (state_.Contains(table.database, table.name))
            SetUnknown(table, "the statement that changed it failed half-way");
        return true;
    }
  }

  // True when the statement was not understood; then its tables are unknown.
  bool NotUnderstood() {
    if (ddl_.not_understood.empty()) return false;
    for (const DdlTable& table : ddl_.tables)
      SetUnknown(table, fmt::format("the statement is not understood: {}", ddl_.not_understood));
    return true;
  }
  // CREATE ... IF NOT EXISTS of what is there changes nothing.
  bool IsThere() const {
    return ddl_.tables.empty() ||
           (ddl_.if_not_exists && state_.Contains(ddl_.tables[0].database, ddl_.tables[0].name));
  }

  TextSet Database(std::string_view name) const {
    const auto database = state_.FindDatabase(name);
    if (!database) return {};
    return {database->charset, database->collation};
  }

  void CreateTable() {
    if (IsThere() || NotUnderstood()) return;
    const DdlTable& table = ddl_.tables[0];
    if (!ddl_.like) return Define(table, Create(ddl_, Database(table.database), context_));
    const DdlTable& model = ddl_.tables[1];
    const auto found = state_.Find(model.database, model.name);
    if (!found)
      return SetUnknown(table, fmt::format("it is made like {}.{}, which is not known",
                                           model.database, model.name));
    if (!found->known) return SetUnknown(table, found->unknown_reason);
    SetDefined(table, Serialize(found->definition));
  }

  void AlterTable() {
    if (ddl_.tables.empty()) return;
    const DdlTable& table = ddl_.tables[0];
    const DdlTable* renamed = ddl_.tables.size() > 1 ? &ddl_.tables[1] : nullptr;
    auto found = state_.Find(table.database, table.name);
    // Done already, when only the new name is there.
    const DdlTable& target =
        renamed != nullptr && !found && state_.Contains(renamed->database, renamed->name) ? *renamed
                                                                                          : table;
    if (&target != &table) found = state_.Find(target.database, target.name);
    if (NotUnderstood()) return;
    if (!found) {
      if (ddl_.if_exists) return;
      SetUnknown(renamed != nullptr ? *renamed : table,
                 fmt::format("{}.{} was altered and not known before", table.database, table.name));
      return;
    }
    if (found->known && !ddl_.operations.empty()) {
      TableDefinition altered = found->definition;
      const Status status = Alteration(&altered, ddl_, Database(target.database), context_).Run();
      if (status.ok())
        SetDefined(target, Serialize(altered));
      else
        SetUnknown(target, status.message());
    }
    if (renamed != nullptr && &target == &table) Rename({table, *renamed});
  }

  bool Same(const DdlTable& a, const DdlTable& b) const {
    return state_.Key(a.database, a.name) == state_.Key(b.database, b.name);
  }

  // `tables`: old, new, old, new, ...
  void Rename(const std::vector<DdlTable>& tables) {
    if (tables.size() == 2 && Same(tables[0], tables[1])) return;
    if (!Fits(tables)) {
      std::vector<DdlTable> back(tables.rbegin(), tables.rend());
      if (Fits(back)) return;  // done already
    }
    for (size_t i = 0; i + 1 < tables.size(); i += 2) {
      const DdlTable& from = tables[i];
      const DdlTable& to = tables[i + 1];
      const auto node = state_.tables_.extract(state_.Key(from.database, from.name));
      if (node.empty()) {
        if (ddl_.if_exists) continue;
        SetUnknown(
            to, fmt::format("it was {}.{} before, which is not known", from.database, from.name));
        continue;
      }
      Change(SchemaChange::Kind::kGone, from);
      const Text text = state_.TextOf(node.key(), node.mapped());
      if (text->front() == kUnknownTag)
        SetUnknown(to, std::string_view(*text).substr(1));
      else
        MoveTo(to, *text);
    }
  }
  void MoveTo(const DdlTable& table, std::string definition) {
    state_.Keep(state_.Key(table.database, table.name), definition);
    Change(SchemaChange::Kind::kDefined, table).definition = std::move(definition);
  }

  // Whether the renames can be done from here: each table there, its new name free.
  bool Fits(const std::vector<DdlTable>& tables) const {
    std::map<std::string, bool> there;
    const auto known = [&](const DdlTable& table) -> bool& {
      const auto [it, fresh] = there.try_emplace(state_.Key(table.database, table.name));
      if (fresh) it->second = state_.tables_.contains(it->first);
      return it->second;
    };
    for (size_t i = 0; i + 1 < tables.size(); i += 2) {
      bool& from = known(tables[i]);
      bool& to = known(tables[i + 1]);
      if (!from || to) return false;
      from = false;
      to = true;
    }
    return true;
  }

  void SetDatabase(const TextSet& text) {
    const DatabaseDefinition definition{text.charset, text.collation};
    if (state_.FindDatabase(ddl_.database) == definition) return;
    state_.PutDatabase(ddl_.database, definition);
    Change(SchemaChange::Kind::kDefined, {ddl_.database, {}}).definition = Serialize(definition);
  }

  void CreateDatabase() {
    if (ddl_.database.empty()) return;
    if (ddl_.if_not_exists && state_.FindDatabase(ddl_.database)) return;
    if (ddl_.or_replace) DropDatabase();
    const TextSet server =
        SetOfCollation(CollationNameOfId(context_.server_collation, context_.dialect.flavor));
    SetDatabase(Resolve(ddl_.text, server, context_));
  }

  void AlterDatabase() {
    if (ddl_.database.empty() || ddl_.text.empty()) return;
    SetDatabase(Resolve(ddl_.text, Database(ddl_.database), context_));
  }

  void DropDatabase() {
    if (ddl_.database.empty()) return;
    const std::string first = state_.Key(ddl_.database, {});
    bool any = state_.FindDatabase(ddl_.database).has_value();
    for (auto it = state_.tables_.lower_bound(first);
         it != state_.tables_.end() && it->first.starts_with(first); ++it) {
      any = true;
      Change(SchemaChange::Kind::kGone, {ddl_.database, it->first.substr(first.size())});
    }
    if (!any) return;
    state_.EraseDatabase(ddl_.database);
    Change(SchemaChange::Kind::kGone, {ddl_.database, {}});
  }

  SchemaState& state_;
  const sql::Ddl& ddl_;
  const DdlContext& context_;
  std::vector<SchemaChange> changes_;
};

std::vector<SchemaChange> SchemaState::Apply(const sql::Ddl& ddl, const DdlContext& context) {
  return Applier(this, ddl, context).Run();
}

}  // namespace towpath::schema
