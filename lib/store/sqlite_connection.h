// SqliteConnection and SqliteStatement: SQLite with errors as Status, for the store's own use.
#ifndef TOWPATH_LIB_STORE_SQLITE_CONNECTION_H_
#define TOWPATH_LIB_STORE_SQLITE_CONNECTION_H_

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "towpath/status.h"

namespace towpath::store {

// Thread safety: one call at a time.
class SqliteConnection {
 public:
  explicit SqliteConnection(std::string path) : path_(std::move(path)) {}
  ~SqliteConnection() { sqlite3_close_v2(db_); }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  const std::string& path() const { return path_; }
  sqlite3* db() const { return db_; }

  Status Open();
  // Statements without rows.
  Status Run(const char* sql);
  // All that `work` does is done, durably, or, when something fails, nothing.
  Status InTransaction(const std::function<Status()>& work);
  // The first column of the first row.
  Result<std::string> Ask(const std::string& sql);
  // What the last call failed with, in words: kStore, kNotAStore.
  Status Error() const;

 private:
  std::string path_;
  sqlite3* db_ = nullptr;
};

// What several holders of one file share.
struct SharedSqlite {
  explicit SharedSqlite(std::string path) : connection(std::move(path)) {}
  std::mutex mutex;  // guards the connection
  SqliteConnection connection;
};

// Must be gone before its connection; guarded as it is.
class SqliteStatement {
 public:
  SqliteStatement() = default;
  ~SqliteStatement() { sqlite3_finalize(statement_); }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;

  Status Prepare(SqliteConnection& connection, const std::string& sql);

  // From 1. Text and bytes must stay as they are until Reset.
  void Bind(int index, std::string_view text) {
    sqlite3_bind_text(statement_, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  void BindBytes(int index, std::string_view bytes) {
    sqlite3_bind_blob(statement_, index, bytes.data(), static_cast<int>(bytes.size()),
                      SQLITE_STATIC);
  }
  void Bind(int index, int64_t number) { sqlite3_bind_int64(statement_, index, number); }
  int Step() { return sqlite3_step(statement_); }
  // From 0. Text or bytes; "" for NULL.
  std::string Text(int column);
  int64_t Number(int column) { return sqlite3_column_int64(statement_, column); }
  void Reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_SQLITE_CONNECTION_H_
