#include "store/sqlite_store.h"

#include <sqlite3.h>

#include <filesystem>
#include <mutex>
#include <system_error>

#include "fmt/format.h"
#include "model/stable_hash.h"
#include "store/file_lock.h"
#include "store/record_fields.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_schema_log.h"

namespace towpath::store {
namespace {

constexpr uint64_t kMakingByte = 0;  // of the lock file

std::string_view KindText(Store::Kind kind) {
  return kind == Store::Kind::kStream ? "stream" : "deduplicator";
}

// The byte of the lock file that stands for a record.
uint64_t LockByte(Store::Kind kind, std::string_view name) {
  constexpr uint64_t kMask = (uint64_t{1} << 62) - 1;
  return (model::StableHash(name, static_cast<uint64_t>(kind)) & kMask) | 1;
}

// "server, file, ...", or with each name made by `format`.
std::string FieldList(std::string_view format) {
  std::string list;
  for (const std::string_view name : kRecordFields) {
    if (!list.empty()) list += ", ";
    list += fmt::format(fmt::runtime(format), name);
  }
  return list;
}

class SqliteHolder final : public RecordHolder {
 public:
  SqliteHolder(std::shared_ptr<SharedSqlite> shared, Store::Kind kind, std::string_view name,
               FileLock lock)
      : shared_(std::move(shared)),
        kind_(kind),
        name_(name),
        lock_(std::move(lock)),
        schema_log_(shared_, name_) {}

  ~SqliteHolder() override {
    const std::lock_guard lock(shared_->mutex);
    save_.reset();
  }

  SchemaLog& schema_log() override { return schema_log_; }

  Result<std::optional<StreamRecord>> Load() override {
    const std::lock_guard lock(shared_->mutex);
    SqliteConnection& connection = shared_->connection;
    SqliteStatement load;
    if (Status s = load.Prepare(connection, fmt::format("SELECT {} FROM record WHERE kind = ?1 AND "
                                                        "name = ?2",
                                                        FieldList("\"{}\"")));
        !s.ok()) {
      return s;
    }
    load.Bind(1, KindText(kind_));
    load.Bind(2, name_);
    const int rc = load.Step();
    if (rc == SQLITE_DONE) return std::optional<StreamRecord>();
    if (rc != SQLITE_ROW) return connection.Error();
    RecordFields fields;
    for (size_t i = 0; i < fields.size(); ++i) fields[i] = load.Text(static_cast<int>(i));
    auto record = DecodeRecord(fields);
    if (!record.ok()) {
      return Status(
          Code::kStore,
          fmt::format("store {}: the record of {} \"{}\" is damaged: {}; restore the "
                      "file from a backup, or begin a stream of another name",
                      connection.path(), KindText(kind_), name_, record.status().message()));
    }
    return std::optional<StreamRecord>(*std::move(record));
  }

  Status Save(const StreamRecord& record) override {
    const RecordFields fields = EncodeRecord(record);
    const std::lock_guard lock(shared_->mutex);
    SqliteConnection& connection = shared_->connection;
    if (save_ == nullptr) {
      std::string values = "?1, ?2";
      for (size_t i = 0; i < fields.size(); ++i) values += fmt::format(", ?{}", i + 3);
      auto save = std::make_unique<SqliteStatement>();
      if (Status s = save->Prepare(
              connection, fmt::format("INSERT OR REPLACE INTO record (kind, name, {}) VALUES ({})",
                                      FieldList("\"{}\""), values));
          !s.ok()) {
        return s;
      }
      save_ = std::move(save);
    }
    save_->Bind(1, KindText(kind_));
    save_->Bind(2, name_);
    for (size_t i = 0; i < fields.size(); ++i) save_->Bind(static_cast<int>(i) + 3, fields[i]);
    const int rc = save_->Step();
    Status status = rc == SQLITE_DONE ? Status::Ok() : connection.Error();
    save_->Reset();
    return status;
  }

 private:
  std::shared_ptr<SharedSqlite> shared_;
  Store::Kind kind_;
  std::string name_;
  FileLock lock_;
  std::unique_ptr<SqliteStatement> save_;
  SqliteSchemaLog schema_log_;
};

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(std::shared_ptr<SharedSqlite> shared) : shared_(std::move(shared)) {}

  Result<std::unique_ptr<RecordHolder>> Attach(Kind kind, std::string_view name) override {
    const std::string& path = shared_->connection.path();
    auto lock = FileLock::Acquire(path + "-lock", LockByte(kind, name), false);
    if (lock.code() == Code::kBusy) {
      return Status(Code::kBusy,
                    fmt::format("{} \"{}\" of store {} is open elsewhere, in this or another "
                                "process: close it there first",
                                KindText(kind), name, path));
    }
    if (!lock.ok()) return lock.status();
    return std::unique_ptr<RecordHolder>(
        std::make_unique<SqliteHolder>(shared_, kind, name, *std::move(lock)));
  }

 private:
  std::shared_ptr<SharedSqlite> shared_;
};

enum class Content { kEmpty, kOurs, kFormat1, kFormat2 };

// Looks at the file and changes nothing.
Result<Content> Examine(SqliteConnection& connection) {
  const auto application = connection.Ask("PRAGMA application_id");
  if (!application.ok()) return application.status();
  const auto version = connection.Ask("PRAGMA user_version");
  if (!version.ok()) return version.status();
  const auto tables = connection.Ask("SELECT count(*) FROM sqlite_schema");
  if (!tables.ok()) return tables.status();
  if (*application == "0" && *version == "0" && *tables == "0") return Content::kEmpty;
  if (*application != fmt::to_string(kSqliteApplicationId)) {
    return Status(Code::kNotAStore,
                  fmt::format("{} is not a Towpath store but the SQLite database of another "
                              "program; name another file in store.url",
                              connection.path()));
  }
  if (*version == "1") return Content::kFormat1;
  if (*version == "2") return Content::kFormat2;
  if (*version != fmt::to_string(kSqliteFormatVersion)) {
    return Status(Code::kNotAStore,
                  fmt::format("store {} has format {}, and this version of Towpath knows format "
                              "{}: open it with the newer version that made it",
                              connection.path(), *version, kSqliteFormatVersion));
  }
  return Content::kOurs;
}

Status Make(SqliteConnection& connection) {
  const auto mode = connection.Ask("PRAGMA journal_mode = WAL");
  if (!mode.ok()) return mode.status();
  const std::string sql = fmt::format(
      "CREATE TABLE record (kind TEXT NOT NULL, name TEXT NOT NULL, {}, PRIMARY KEY (kind, name))"
      " WITHOUT ROWID;"
      "{}"
      "PRAGMA application_id = {};"
      "PRAGMA user_version = {}",
      FieldList("\"{}\" TEXT NOT NULL"), kMakeSchemaLog, kSqliteApplicationId,
      kSqliteFormatVersion);
  return connection.InTransaction([&] { return connection.Run(sql.c_str()); });
}

// Format 1 had no schema log, and neither had the fields that came with format 3.
Status Upgrade(SqliteConnection& connection, Content content) {
  std::string sql;
  if (content == Content::kFormat1) sql = kMakeSchemaLog;
  for (size_t i = kFirstNewField; i + 1 < kRecordFields.size(); ++i) {
    sql += fmt::format("ALTER TABLE record ADD COLUMN \"{}\" TEXT NOT NULL DEFAULT '';",
                       kRecordFields[i]);
  }
  sql += fmt::format("PRAGMA user_version = {}", kSqliteFormatVersion);
  return connection.InTransaction([&] { return connection.Run(sql.c_str()); });
}

Status CheckFolder(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
    return Status(Code::kNotFound, fmt::format("store {}: there is no folder {}; make it first",
                                               path, folder.string()));
  }
  if (std::filesystem::is_directory(path, error)) {
    return Status(Code::kNotAStore,
                  fmt::format("{} is a folder; store.url must name a file", path));
  }
  return Status::Ok();
}

}  // namespace

Result<std::shared_ptr<Store>> OpenSqliteStore(const std::string& named_path) {
  if (Status s = CheckFolder(named_path); !s.ok()) return s;
  // One file, one lock file: whatever the working folder and through whatever links.
  std::error_code error;
  const std::filesystem::path resolved = std::filesystem::weakly_canonical(named_path, error);
  const std::string path = error ? named_path : resolved.string();
  auto shared = std::make_shared<SharedSqlite>(path);
  SqliteConnection& connection = shared->connection;
  if (Status s = connection.Open(); !s.ok()) return s;
  // Somebody else's file is left alone: not even a lock file beside it.
  if (auto content = Examine(connection); !content.ok()) return content.status();
  const auto making = FileLock::Acquire(path + "-lock", kMakingByte, true);
  if (!making.ok()) return making.status();
  const auto content = Examine(connection);
  if (!content.ok()) return content.status();
  if (*content == Content::kEmpty) {
    if (Status s = Make(connection); !s.ok()) return s;
  } else if (*content != Content::kOurs) {
    if (Status s = Upgrade(connection, *content); !s.ok()) return s;
  }
  // FULL: a commit returns when the write-ahead log is on the disk.
  if (Status s = connection.Run("PRAGMA synchronous = FULL"); !s.ok()) return s;
  const auto check = connection.Ask("PRAGMA quick_check(1)");
  if (!check.ok()) return check.status();
  if (*check != "ok") {
    return Status(Code::kStore,
                  fmt::format("store {}: the file is damaged: {}; restore it from a backup, or "
                              "move it away and give source.start",
                              path, *check));
  }
  // Whether it can be written shows now, not at the first ack.
  if (Status s = connection.Run("BEGIN IMMEDIATE; COMMIT"); !s.ok()) return s;
  return std::shared_ptr<Store>(std::make_shared<SqliteStore>(std::move(shared)));
}

}  // namespace towpath::store
