// Store: where what a stream must not forget survives the process.
//
// A store holds one record for each stream (and for each Deduplicator), by name. Whoever attaches
// to a record holds it alone until the holder is destroyed or its process dies, however it dies. A
// save replaces the whole record: after a crash the record is the old one or the new one, never a
// mixture.
//
//   memory:       store/memory_store.*   private to the handle, gone with it
//   sqlite:PATH   store/sqlite_store.*   a file, shared by streams and processes
#ifndef TOWPATH_LIB_STORE_STORE_H_
#define TOWPATH_LIB_STORE_STORE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cursor.h"
#include "store/schema_log.h"
#include "towpath/gtid.h"
#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath::store {

struct StreamRecord {
  model::Cursor ack;  // where to read from so that the first entry not acknowledged comes next
  Position acked;     // the last entry acknowledged; empty: none
  // Dedup: the last entry processed on the server ack.server_uuid, at or behind `acked`; empty:
  // none.
  Position processed;
  // Every transaction complete at `processed`; nothing: the same as ack.gtids.
  std::optional<GtidSet> processed_gtids;
  model::Part processed_part;  // what of its transaction lies at or before `processed`
  // Transactions processed on servers that were followed before, and not acknowledged there.
  GtidSet processed_elsewhere;
  std::vector<model::Part> parts_elsewhere;  // of transactions that are not in it
  // Transactions that come nowhere behind the ack cursor although its file has them there: the
  // stream began by GTIDs, with this set, and servers order transactions differently.
  GtidSet left_out;
  // Marks below may have been handed out; numbering goes on from here.
  int64_t next_mark = 1;
  Flavor flavor = Flavor::kUnknown;  // of the server
  std::string server_version;
  int64_t created_us = 0;  // since 1970-01-01 UTC
  int64_t updated_us = 0;
};

// The exclusive hold of one record; dropping it gives the record free.
// Thread safety: one call at a time.
class RecordHolder {
 public:
  virtual ~RecordHolder() = default;
  // Nothing when the record was never saved. kStore: unreadable or damaged.
  virtual Result<std::optional<StreamRecord>> Load() = 0;
  // Durable when it returns. kStore with cause and remedy: the record is as it was; but when the
  // store is opened again before another write succeeded, it may be the new one.
  virtual Status Save(const StreamRecord& record) = 0;
  // The schema history of the stream; lives as long as the holder.
  virtual SchemaLog& schema_log() = 0;
};

// Thread safety: every call may be made from any thread.
class Store {
 public:
  enum class Kind : uint8_t { kStream, kDeduplicator };  // each has names of its own

  virtual ~Store() = default;
  // kBusy: held elsewhere, in this or another process.
  virtual Result<std::unique_ptr<RecordHolder>> Attach(Kind kind, std::string_view name) = 0;
};

// Opens the store of option store.url. kInvalidOption, kUnsupported, kNotFound (the folder),
// kNotAStore, kStore.
Result<std::shared_ptr<Store>> OpenStore(std::string_view url);

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_STORE_H_
