// The schema log of a stream in an SQLite store: rows of table `schema_change`, one a change.
#ifndef TOWPATH_LIB_STORE_SQLITE_SCHEMA_LOG_H_
#define TOWPATH_LIB_STORE_SQLITE_SCHEMA_LOG_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/schema_log.h"
#include "store/sqlite_connection.h"

namespace towpath::store {

// Makes the table.
inline constexpr char kMakeSchemaLog[] =
    "CREATE TABLE schema_change ("
    "stream TEXT NOT NULL, number INTEGER NOT NULL, "
    "server TEXT NOT NULL, position TEXT NOT NULL, gtid TEXT NOT NULL, "  // "": at the beginning
    "kind TEXT NOT NULL, "                                                // defined, gone, unknown
    "\"database\" TEXT NOT NULL, \"table\" TEXT NOT NULL, "  // no table: the database itself
    "definition BLOB NOT NULL, reason TEXT NOT NULL, "
    "checksum TEXT NOT NULL, "  // CRC-32 of the fields from server on, each ended by a NUL
    "PRIMARY KEY (stream, number)) WITHOUT ROWID;";

class SqliteSchemaLog final : public SchemaLog {
 public:
  // The caller holds the stream's record.
  SqliteSchemaLog(std::shared_ptr<SharedSqlite> shared, std::string stream)
      : shared_(std::move(shared)), stream_(std::move(stream)) {}
  ~SqliteSchemaLog() override;

  Status Load(const std::function<void(SchemaRecord record)>& visit) override;
  Result<std::optional<SchemaRecord>> Read(int64_t number) override;
  Result<int64_t> Append(const std::vector<SchemaRecord>& records) override;
  Status Remove(const std::vector<int64_t>& numbers) override;

 private:
  Status Damaged(int64_t number, std::string_view what) const;
  // The row that `statement` stands on: the number and kColumns.
  Status Take(SqliteStatement& statement, SchemaRecord* record) const;

  std::shared_ptr<SharedSqlite> shared_;
  std::string stream_;
  std::optional<SqliteStatement> read_;  // made by the first Read
};

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_SQLITE_SCHEMA_LOG_H_
