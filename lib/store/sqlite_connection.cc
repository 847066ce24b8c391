#include "store/sqlite_connection.h"

#include <cerrno>
#include <cstring>

#include "fmt/format.h"

namespace towpath::store {
namespace {

constexpr int kBusyTimeoutMs = 10000;  // for the moment in which another stream of the file saves

}  // namespace

Status SqliteConnection::Open() {
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2(path_.c_str(), &db_, flags, nullptr) != SQLITE_OK) return Error();
  sqlite3_busy_timeout(db_, kBusyTimeoutMs);
  return Status::Ok();
}

Status SqliteConnection::Run(const char* sql) {
  return sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK ? Status::Ok() : Error();
}

Status SqliteConnection::InTransaction(const std::function<Status()>& work) {
  if (Status s = Run("BEGIN IMMEDIATE"); !s.ok()) return s;
  Status status = work();
  if (status.ok()) status = Run("COMMIT");
  if (!status.ok() && sqlite3_get_autocommit(db_) == 0) {
    // The first error is the one to tell.
    (void)Run("ROLLBACK");
  }
  return status;
}

Result<std::string> SqliteConnection::Ask(const std::string& sql) {
  SqliteStatement statement;
  if (Status s = statement.Prepare(*this, sql); !s.ok()) return s;
  const int rc = statement.Step();
  if (rc != SQLITE_ROW && rc != SQLITE_DONE) return Error();
  return rc == SQLITE_ROW ? statement.Text(0) : std::string();
}

Status SqliteConnection::Error() const {
  const int rc = sqlite3_extended_errcode(db_);
  const int os_error = sqlite3_system_errno(db_);
  std::string cause = sqlite3_errmsg(db_);
  if (os_error != 0) cause += fmt::format(" ({})", std::strerror(os_error));
  const auto store = [&](std::string_view what, std::string_view remedy) {
    return Status(Code::kStore, fmt::format("store {}: {}: {}; {}", path_, what, cause, remedy));
  };
  if (os_error == ENOSPC || os_error == EDQUOT) {
    return store("the disk is full", "free space on it, then try again");
  }
  switch (rc & 0xff) {
    case SQLITE_NOTADB:
      return Status(Code::kNotAStore,
                    fmt::format("{} is not a Towpath store: it is no SQLite database; name "
                                "another file in store.url, or move this one away",
                                path_));
    case SQLITE_CORRUPT:
      return store("the file is damaged",
                   "restore it from a backup, or move it away and give source.start");
    case SQLITE_FULL:
      return store("the disk is full", "free space on it, then try again");
    case SQLITE_READONLY:
      return store("it can not be written",
                   "the process needs write permission for the file and its folder");
    case SQLITE_CANTOPEN:
      return store("it can not be opened",
                   "the process needs read and write permission for the file and its folder");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return store("another program holds it locked",
                   "end that program's transaction, then try again");
    default:
      return store("it failed", "when the cause is gone, try again");
  }
}

Status SqliteStatement::Prepare(SqliteConnection& connection, const std::string& sql) {
  const int rc = sqlite3_prepare_v3(connection.db(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT,
                                    &statement_, nullptr);
  return rc == SQLITE_OK ? Status::Ok() : connection.Error();
}

std::string SqliteStatement::Text(int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes == nullptr
             ? std::string()
             : std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column)));
}

}  // namespace towpath::store
