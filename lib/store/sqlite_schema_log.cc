#include "store/sqlite_schema_log.h"

#include <libdeflate.h>

#include <array>

#include "fmt/format.h"

namespace towpath::store {
namespace {

using schema::SchemaChange;

enum Field : size_t {
  kServer,
  kPosition,
  kGtid,
  kKind,
  kDatabase,
  kTable,
  kDefinition,
  kReason,
  kFields,
};
using Fields = std::array<std::string, kFields>;
constexpr char kColumns[] =
    "server, position, gtid, kind, \"database\", \"table\", definition, reason, checksum";

std::string Checksum(const Fields& fields) {
  uint32_t crc = 0;
  for (const std::string& field : fields) {
    crc = libdeflate_crc32(crc, field.c_str(), field.size() + 1);
  }
  return fmt::format("{:08x}", crc);
}

std::string_view KindText(SchemaChange::Kind kind) {
  switch (kind) {
    case SchemaChange::Kind::kDefined:
      return "defined";
    case SchemaChange::Kind::kGone:
      return "gone";
    case SchemaChange::Kind::kUnknown:
      break;
  }
  return "unknown";
}

Fields Encode(const SchemaRecord& record) {
  Fields f;
  f[kServer] = record.server_uuid;
  f[kPosition] = record.position.empty() ? "" : record.position.ToResumeString();
  f[kGtid] = record.position.gtid.ToString();
  f[kKind] = KindText(record.change.kind);
  f[kDatabase] = record.change.database;
  f[kTable] = record.change.table;
  f[kDefinition] = record.change.definition;
  f[kReason] = record.change.reason;
  return f;
}

// Null, or what can not be right.
const char* Decode(Fields fields, SchemaRecord* out) {
  out->server_uuid = std::move(fields[kServer]);
  if (!fields[kPosition].empty()) {
    auto position = Position::Parse(fields[kPosition]);
    if (!position.ok()) return "its position";
    out->position = *std::move(position);
    if (!fields[kGtid].empty()) {
      auto gtid = Gtid::Parse(fields[kGtid]);
      if (!gtid.ok()) return "its GTID";
      out->position.gtid = *std::move(gtid);
    }
  }
  bool known = false;
  for (const auto kind :
       {SchemaChange::Kind::kDefined, SchemaChange::Kind::kGone, SchemaChange::Kind::kUnknown}) {
    if (fields[kKind] != KindText(kind)) continue;
    out->change.kind = kind;
    known = true;
  }
  if (!known) return "its kind";
  out->change.database = std::move(fields[kDatabase]);
  out->change.table = std::move(fields[kTable]);
  out->change.definition = std::move(fields[kDefinition]);
  out->change.reason = std::move(fields[kReason]);
  return nullptr;
}

}  // namespace

Status SqliteSchemaLog::Damaged(int64_t number, std::string_view what) const {
  return Status(
      Code::kStore,
      fmt::format("store {}: change {} of the schema history of stream \"{}\" is damaged: "
                  "{}; restore the file from a backup, or begin a stream of another name",
                  shared_->connection.path(), number, stream_, what));
}

SqliteSchemaLog::~SqliteSchemaLog() {
  const std::lock_guard lock(shared_->mutex);
  read_.reset();
}

Status SqliteSchemaLog::Take(SqliteStatement& statement, SchemaRecord* record) const {
  record->number = statement.Number(0);
  Fields fields;
  for (size_t i = 0; i < fields.size(); ++i) fields[i] = statement.Text(static_cast<int>(i) + 1);
  if (statement.Text(static_cast<int>(kFields) + 1) != Checksum(fields)) {
    return Damaged(record->number, "its checksum does not match");
  }
  const char* what = Decode(std::move(fields), record);
  return what != nullptr ? Damaged(record->number, what) : Status::Ok();
}

Result<std::optional<SchemaRecord>> SqliteSchemaLog::Read(int64_t number) {
  const std::lock_guard lock(shared_->mutex);
  SqliteConnection& connection = shared_->connection;
  if (!read_) {
    read_.emplace();
    Status s = read_->Prepare(
        connection,
        fmt::format("SELECT number, {} FROM schema_change WHERE stream = ?1 AND number = ?2",
                    kColumns));
    if (!s.ok()) {
      read_.reset();
      return s;
    }
  }
  read_->Bind(1, stream_);
  read_->Bind(2, number);
  std::optional<SchemaRecord> found;
  Status status;
  const int rc = read_->Step();
  if (rc == SQLITE_ROW) {
    status = Take(*read_, &found.emplace());
  } else if (rc != SQLITE_DONE) {
    status = connection.Error();
  }
  read_->Reset();
  if (!status.ok()) return status;
  return found;
}

Status SqliteSchemaLog::Load(const std::function<void(SchemaRecord record)>& visit) {
  const std::lock_guard lock(shared_->mutex);
  SqliteConnection& connection = shared_->connection;
  SqliteStatement load;
  if (Status s = load.Prepare(
          connection,
          fmt::format("SELECT number, {} FROM schema_change WHERE stream = ?1 ORDER BY number",
                      kColumns));
      !s.ok()) {
    return s;
  }
  load.Bind(1, stream_);
  for (;;) {
    const int rc = load.Step();
    if (rc == SQLITE_DONE) return Status::Ok();
    if (rc != SQLITE_ROW) return connection.Error();
    SchemaRecord record;
    if (Status s = Take(load, &record); !s.ok()) return s;
    visit(std::move(record));
  }
}

Result<int64_t> SqliteSchemaLog::Append(const std::vector<SchemaRecord>& records) {
  if (records.empty()) return int64_t{0};
  const std::lock_guard lock(shared_->mutex);
  SqliteConnection& connection = shared_->connection;
  int64_t first = 0;
  Status appended = connection.InTransaction([&]() -> Status {
    SqliteStatement next;
    if (Status s = next.Prepare(
            connection, "SELECT coalesce(max(number), 0) + 1 FROM schema_change WHERE stream = ?1");
        !s.ok()) {
      return s;
    }
    next.Bind(1, stream_);
    if (next.Step() != SQLITE_ROW) return connection.Error();
    first = next.Number(0);
    next.Reset();
    SqliteStatement insert;
    if (Status s = insert.Prepare(
            connection,
            fmt::format("INSERT INTO schema_change (stream, number, {}) VALUES (?1, ?2, ?3, ?4, "
                        "?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                        kColumns));
        !s.ok()) {
      return s;
    }
    int64_t number = first;
    for (const SchemaRecord& record : records) {
      const Fields fields = Encode(record);
      const std::string checksum = Checksum(fields);
      insert.Bind(1, stream_);
      insert.Bind(2, number++);
      for (size_t i = 0; i < fields.size(); ++i) {
        const int index = static_cast<int>(i) + 3;
        if (i == kDefinition) {
          insert.BindBytes(index, fields[i]);
        } else {
          insert.Bind(index, fields[i]);
        }
      }
      insert.Bind(static_cast<int>(kFields) + 3, checksum);
      const int rc = insert.Step();
      Status status = rc == SQLITE_DONE ? Status::Ok() : connection.Error();
      insert.Reset();
      if (!status.ok()) return status;
    }
    return Status::Ok();
  });
  if (!appended.ok()) return appended;
  return first;
}

Status SqliteSchemaLog::Remove(const std::vector<int64_t>& numbers) {
  if (numbers.empty()) return Status::Ok();
  const std::lock_guard lock(shared_->mutex);
  SqliteConnection& connection = shared_->connection;
  return connection.InTransaction([&]() -> Status {
    SqliteStatement remove;
    if (Status s = remove.Prepare(connection,
                                  "DELETE FROM schema_change WHERE stream = ?1 AND number = ?2");
        !s.ok()) {
      return s;
    }
    for (const int64_t number : numbers) {
      remove.Bind(1, stream_);
      remove.Bind(2, number);
      const int rc = remove.Step();
      Status status = rc == SQLITE_DONE ? Status::Ok() : connection.Error();
      remove.Reset();
      if (!status.ok()) return status;
    }
    return Status::Ok();
  });
}

}  // namespace towpath::store
