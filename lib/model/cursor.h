// Cursor and StartPoint: where a source is to be read from.
//
// A server can restart a dump only where a transaction begins. So a cursor is such a place, and the
// last entry behind it that need not be delivered again.
#ifndef TOWPATH_LIB_MODEL_CURSOR_H_
#define TOWPATH_LIB_MODEL_CURSOR_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "towpath/gtid.h"
#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath::model {

struct Cursor {
  // A transaction's start on the server `server_uuid`. An empty file: start by `gtids` alone.
  std::string file;
  uint64_t offset = 0;
  std::string server_uuid;  // MySQL: @@server_uuid; MariaDB: "server_id:N"; "" not known (files)
  // Every transaction before that place. Not known when a stream began at FILE:OFFSET on a server
  // without GTIDs.
  bool gtids_known = false;
  GtidSet gtids;
  // Entries at or before this one are left out; empty: none.
  Position after;
  // Transactions whose first event is older than this are left out; 0: none. Microseconds UTC.
  int64_t not_before_us = 0;
};

// Option source.start (and source.until), parsed: what the user asked for.
struct StartPoint {
  enum class Kind : uint8_t { kLatest, kEarliest, kPosition, kAfterEntry, kGtidSet, kTimestamp };
  Kind kind = Kind::kLatest;
  Position position;         // kPosition, kAfterEntry
  GtidSet gtids;             // kGtidSet: every transaction not in it
  int64_t timestamp_us = 0;  // kTimestamp

  // "latest", "earliest", FILE:OFFSET, FILE:OFFSET:ORDINAL[@T], a GTID set of either flavour, or a
  // timestamp: RFC 3339 ("2026-11-21T10:00:00Z", "2026-11-21 10:00:00" is UTC) or "@SECONDS" since
  // 1970. kInvalidPosition names what is accepted.
  static Result<StartPoint> Parse(std::string_view text);
};

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_CURSOR_H_
