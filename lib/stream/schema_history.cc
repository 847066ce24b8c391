#include "stream/schema_history.h"

#include <map>
#include <utility>

#include "fmt/format.h"
#include "stream/place.h"

namespace towpath::stream {
namespace {

using schema::SchemaChange;
using schema::TableDefinition;
using store::SchemaRecord;

constexpr size_t kSeedsAtOnce = 1000;  // written in one transaction

// The same for every reading of a place, also on another server when transactions have GTIDs.
std::string PlaceKey(const Position& at) {
  return at.gtid.empty() ? at.ToString() : at.gtid.ToString();
}

std::string TableKey(std::string_view database, std::string_view table) {
  std::string key(database);
  key += '\0';
  key += table;
  return key;
}

// Whether a reader that begins at the cursor has the event behind it.
bool IsBehind(const SchemaRecord& record, const model::Cursor& cursor) {
  const Position& at = record.position;
  if (at.empty()) return true;
  const bool same_server = record.server_uuid == cursor.server_uuid;
  if (same_server && !cursor.file.empty()) {
    Position begin;
    begin.file = cursor.file;
    begin.offset = cursor.offset;
    return ComparePositions(at, begin) < 0;
  }
  if (!at.gtid.empty() && cursor.gtids_known) return cursor.gtids.Contains(at.gtid);
  // Without GTIDs no stream moves to another server.
  return true;
}

// Finds the records that a later one makes needless, for a reader that has all of them behind it.
class Needless {
 public:
  void See(const SchemaRecord& record) {
    const std::string key = TableKey(record.change.database, record.change.table);
    const bool gone = record.change.kind == SchemaChange::Kind::kGone;
    // A database goes with its tables, whose keys begin with its own.
    auto at = last_.lower_bound(key);
    while (at != last_.end() && (at->first == key || (gone && record.change.table.empty() &&
                                                      at->first.starts_with(key)))) {
      numbers_.push_back(at->second);
      at = last_.erase(at);
    }
    // That a table is gone need not be known once nothing says that it was there.
    if (gone) {
      numbers_.push_back(record.number);
    } else {
      last_.emplace(key, record.number);
    }
  }
  const std::vector<int64_t>& numbers() const { return numbers_; }

 private:
  std::map<std::string, int64_t> last_;
  std::vector<int64_t> numbers_;
};

}  // namespace

Status SchemaHistory::Clear() {
  std::vector<int64_t> numbers;
  Status s = log_.Load([&](const SchemaRecord& record) { numbers.push_back(record.number); });
  return s.ok() ? log_.Remove(numbers) : s;
}

Status SchemaHistory::Seed(const binlog::TableFilter& wanted) {
  if (catalogue_ == nullptr) return Status::Ok();
  std::vector<SchemaRecord> seeds;
  Status written;
  const auto add = [&](std::string_view database, std::string_view table, std::string definition) {
    if (!written.ok()) return;
    SchemaRecord& seed = seeds.emplace_back();
    seed.change.database = database;
    seed.change.table = table;
    seed.change.definition = std::move(definition);
    if (seeds.size() < kSeedsAtOnce) return;
    written = log_.Append(seeds);
    seeds.clear();
  };
  schema::Catalogue::Visitor visitor;
  visitor.wanted = [&](std::string_view database, std::string_view table) {
    return wanted.Wants(database, table);
  };
  visitor.database = [&](std::string_view database, const schema::DatabaseDefinition& definition) {
    add(database, "", Serialize(definition));
  };
  visitor.table = [&](std::string_view database, std::string_view table,
                      const TableDefinition& definition) {
    add(database, table, Serialize(definition));
  };
  if (Status s = catalogue_->ReadAll(visitor); !s.ok()) return s;
  if (!written.ok()) return written;
  return log_.Append(seeds);
}

Status SchemaHistory::Rewind(const model::Cursor& cursor, const GtidSet& left_out,
                             bool fold_names) {
  state_ = schema::SchemaState(fold_names ? 1 : 0);
  server_uuid_ = cursor.server_uuid;
  ahead_.clear();
  changed_at_.clear();
  Status replayed;
  Status loaded = log_.Load([&](SchemaRecord record) {
    if (!replayed.ok()) return;
    if (IsBehind(record, cursor) || left_out.Contains(record.position.gtid)) {
      replayed = state_.Replay(record.change);
    } else {
      ahead_[PlaceKey(record.position)].push_back(std::move(record.change));
    }
  });
  if (!loaded.ok()) return loaded;
  if (replayed.ok()) return Status::Ok();
  return Status(Code::kStore,
                fmt::format("the schema history can not be read: {}", replayed.message()));
}

Status SchemaHistory::Trim(const model::Cursor& acked) {
  Needless needless;
  Status s = log_.Load([&](const SchemaRecord& record) {
    if (IsBehind(record, acked)) needless.See(record);
  });
  if (!s.ok()) return s;
  untrimmed_ = 0;
  return log_.Remove(needless.numbers());
}

std::optional<TableDefinition> SchemaHistory::Remembered(std::string_view database,
                                                         std::string_view table,
                                                         std::string* why_not) {
  auto found = state_.Find(database, table);
  if (!found) return std::nullopt;
  if (found->known) return std::move(found->definition);
  *why_not = std::move(found->unknown_reason);
  return std::nullopt;
}

Result<TableDefinition> SchemaHistory::Ask(const Position& at, std::string_view database,
                                           std::string_view table) {
  if (const auto found = ahead_.find(PlaceKey(at)); found != ahead_.end()) {
    for (const SchemaChange& change : found->second) {
      if (change.kind == SchemaChange::Kind::kDefined && change.database == database &&
          change.table == table) {
        return schema::ParseTableDefinition(change.definition);
      }
    }
  }
  if (catalogue_ == nullptr) return Status(Code::kNotFound, "there is no server to ask");
  return catalogue_->Lookup(database, table);
}

Status SchemaHistory::Remember(const Position& at, std::string_view database,
                               std::string_view table, const TableDefinition& definition) {
  // Since when it is so: since the statement that made it unknown; from the beginning, when it was
  // never known; from here on, when something else was known up to here.
  Position since;
  const auto changed = changed_at_.find(TableKey(database, table));
  if (changed != changed_at_.end()) {
    since = changed->second;
  } else if (state_.Contains(database, table)) {
    since = at;
  }
  state_.Put(database, table, definition);
  SchemaChange change;
  change.database = database;
  change.table = table;
  change.definition = Serialize(definition);
  return Append(since, {std::move(change)});
}

Result<bool> SchemaHistory::Apply(const Position& at, const sql::Ddl& ddl,
                                  const schema::DdlContext& context) {
  std::vector<SchemaChange> changes;
  const auto read_before = ahead_.find(PlaceKey(at));
  if (read_before != ahead_.end()) {
    changes = std::move(read_before->second);
    ahead_.erase(read_before);
    for (const SchemaChange& change : changes) {
      if (Status s = state_.Replay(change); !s.ok()) return s;
    }
  } else {
    changes = state_.Apply(ddl, context);
    if (Status s = Append(at, changes); !s.ok()) return s;
  }
  for (const SchemaChange& change : changes) {
    const std::string key = TableKey(change.database, change.table);
    if (change.kind == SchemaChange::Kind::kDefined) {
      changed_at_.erase(key);
    } else {
      changed_at_[key] = at;
    }
  }
  return !changes.empty();
}

Status SchemaHistory::Append(const Position& at, std::vector<SchemaChange> changes) {
  std::vector<SchemaRecord> records;
  records.reserve(changes.size());
  for (SchemaChange& change : changes) {
    records.push_back({.position = at,
                       .server_uuid = at.empty() ? "" : server_uuid_,
                       .change = std::move(change)});
  }
  untrimmed_ += records.size();
  return log_.Append(records);
}

}  // namespace towpath::stream
