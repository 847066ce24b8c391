// SchemaLog: how the tables of a stream came to be as they are, change by change, with the places
// in the binlog where they changed. What it keeps is the stream's, and so is under the stream's
// hold.
#ifndef TOWPATH_LIB_STORE_SCHEMA_LOG_H_
#define TOWPATH_LIB_STORE_SCHEMA_LOG_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "schema/schema_state.h"
#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath::store {

struct SchemaRecord {
  int64_t number = 0;  // grows; given by Append
  // The event that made the change, and the server whose binlog has it there. An empty position:
  // so it was when the stream began.
  Position position;
  std::string server_uuid;
  schema::SchemaChange change;
};

// Thread safety: one call at a time; the holder of the stream's record may be used meanwhile.
class SchemaLog {
 public:
  virtual ~SchemaLog() = default;
  // Each record, in the order they were appended; `visit` must not use the store. kStore:
  // unreadable or damaged.
  virtual Status Load(const std::function<void(SchemaRecord record)>& visit) = 0;
  // The record of that number; nothing: it was removed. kStore as of Load.
  virtual Result<std::optional<SchemaRecord>> Read(int64_t number) = 0;
  // All of them or, with an error, none; durable when it returns. The number of the first: those of
  // the others follow it one by one. kStore.
  virtual Result<int64_t> Append(const std::vector<SchemaRecord>& records) = 0;
  virtual Status Remove(const std::vector<int64_t>& numbers) = 0;
};

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_SCHEMA_LOG_H_
