#include "stream/schema_history.h"

#include <string>
#include <unordered_map>
#include <utility>

#include "fmt/format.h"
#include "stream/place.h"

namespace towpath::stream {
namespace {

using schema::SchemaChange;
using schema::TableDefinition;
using store::SchemaRecord;

constexpr size_t kSeedsAtOnce = 1000;  // written in one transaction
constexpr size_t kMaxPlaces = 4096;    // of tables that are not known

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
    const SchemaChange& change = record.change;
    const bool gone = change.kind == SchemaChange::Kind::kGone;
    std::unordered_map<std::string, int64_t>& tables = last_[change.database];
    if (gone && change.table.empty()) {  // a database goes with its tables
      for (const auto& [table, number] : tables) numbers_.push_back(number);
      tables.clear();
    } else if (const auto last = tables.find(change.table); last != tables.end()) {
      numbers_.push_back(last->second);
      tables.erase(last);
    }
    // That a table is gone need not be known once nothing says that it was there.
    if (gone) {
      numbers_.push_back(record.number);
    } else {
      tables.emplace(change.table, record.number);
    }
    if (tables.empty()) last_.erase(change.database);
  }
  const std::vector<int64_t>& numbers() const { return numbers_; }

 private:
  std::unordered_map<std::string, std::unordered_map<std::string, int64_t>> last_;
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
    written = log_.Append(seeds).status();
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
  return log_.Append(seeds).status();
}

Status SchemaHistory::Rewind(const model::Cursor& cursor, const GtidSet& left_out,
                             bool fold_names) {
  unreadable_ = Status();
  const auto fetch = [this](int64_t number) -> std::optional<SchemaChange> {
    auto record = log_.Read(number);
    if (!record.ok()) unreadable_ = record.status();
    if (!record.ok() || !record->has_value()) return std::nullopt;
    return std::move((*record)->change);
  };
  state_ = schema::SchemaState(fold_names ? 1 : 0, fetch);
  server_uuid_ = cursor.server_uuid;
  ahead_.clear();
  changed_at_.clear();
  noted_.clear();
  gave_up_ = false;
  Status replayed;
  Status loaded = log_.Load([&](const SchemaRecord& record) {
    if (!replayed.ok()) return;
    if (IsBehind(record, cursor) || left_out.Contains(record.position.gtid)) {
      replayed = state_.Replay(record.change);
      if (replayed.ok()) state_.PutAway(record.change, record.number);
    } else {
      ahead_[PlaceKey(record.position)].push_back(record.number);
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

Result<std::vector<SchemaRecord>> SchemaHistory::Ahead(const Position& at) {
  std::vector<SchemaRecord> records;
  const auto found = ahead_.find(PlaceKey(at));
  if (found == ahead_.end()) return records;
  for (const int64_t number : found->second) {
    auto record = log_.Read(number);
    if (!record.ok()) return record.status();
    if (record->has_value()) records.push_back(**std::move(record));
  }
  return records;
}

Result<TableDefinition> SchemaHistory::Ask(const Position& at, std::string_view database,
                                           std::string_view table) {
  if (!unreadable_.ok()) return unreadable_;
  const auto ahead = Ahead(at);
  if (!ahead.ok()) return ahead.status();
  for (const SchemaRecord& record : *ahead) {
    const SchemaChange& change = record.change;
    if (change.kind == SchemaChange::Kind::kDefined && change.database == database &&
        change.table == table) {
      return schema::ParseTableDefinition(change.definition);
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
  } else if (gave_up_ || state_.Contains(database, table)) {
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
    auto records = Ahead(at);
    if (!records.ok()) return records.status();
    for (SchemaRecord& record : *records) {
      if (Status s = state_.Replay(record.change); !s.ok()) return s;
      state_.PutAway(record.change, record.number);
      changes.push_back(std::move(record.change));
    }
    ahead_.erase(read_before);
  } else {
    changes = state_.Apply(ddl, context);
    if (!unreadable_.ok()) return unreadable_;
    if (Status s = Append(at, changes); !s.ok()) return s;
  }
  for (const SchemaChange& change : changes) {
    std::string key = TableKey(change.database, change.table);
    if (change.kind == SchemaChange::Kind::kDefined) {
      changed_at_.erase(key);
    } else {
      NotePlace(std::move(key), at);
    }
  }
  return !changes.empty();
}

// A server that makes and drops tables all day must not make this grow.
void SchemaHistory::NotePlace(std::string key, const Position& at) {
  changed_at_[key] = at;
  noted_.push_back(std::move(key));
  while (noted_.size() > kMaxPlaces) {
    changed_at_.erase(noted_.front());
    noted_.pop_front();
    gave_up_ = true;
  }
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
  const auto first = log_.Append(records);
  if (!first.ok()) return first.status();
  int64_t number = *first;
  for (const SchemaRecord& record : records) state_.PutAway(record.change, number++);
  return Status::Ok();
}

}  // namespace towpath::stream
