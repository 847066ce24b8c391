// Cursor and StartPoint: where a source is to be read from.
//
// A server can restart a dump only where a transaction begins. So a cursor is such a place, and the
// last entry behind it that need not be delivered again.
#ifndef TOWPATH_LIB_MODEL_CURSOR_H_
#define TOWPATH_LIB_MODEL_CURSOR_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "towpath/gtid.h"
#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath::model {

// The first entries of a transaction, in a way that means the same on every server that has it: how
// many they are, and a digest of their kinds and sizes, which tells whether another server wrote
// the transaction in the same pieces. Text: GTID/ENTRIES/DIGEST, "" when empty.
struct Part {
  Gtid gtid;
  uint32_t entries = 0;
  uint32_t digest = 0;

  bool empty() const { return entries == 0 || gtid.empty(); }
  std::string ToString() const;
  static Result<Part> Parse(std::string_view text);  // kInvalidPosition
  friend bool operator==(const Part&, const Part&) = default;
};

// MariaDB: the last transaction of each server in each domain (@@gtid_binlog_state). What a
// GtidSet, with the last of each domain, can not tell: whether another server's transactions of
// lower numbers are known. Text as a list of GTIDs.
class OriginState {
 public:
  static Result<OriginState> Parse(std::string_view text);  // kInvalidPosition
  std::string ToString() const;
  bool empty() const { return last_.empty(); }
  void Add(const Gtid& gtid);
  void Add(const OriginState& other);
  bool Contains(const Gtid& gtid) const;
  // (domain, server id) -> sequence number
  const std::map<std::pair<uint32_t, uint32_t>, uint64_t>& last() const { return last_; }

 private:
  std::map<std::pair<uint32_t, uint32_t>, uint64_t> last_;
};

struct Cursor {
  // A transaction's start on the server `server_uuid`. An empty file: start by `gtids` alone.
  std::string file;
  uint64_t offset = 0;
  std::string server_uuid;  // MySQL: @@server_uuid; MariaDB: "server_id:N"; "" not known (files)
  // When the server began that file, by its clock, seconds since 1970; 0: not known. A file of the
  // same name that began at another time is another one: the binlogs were reset, or restored.
  uint32_t file_created = 0;
  // Every transaction before that place. Not known when a stream began at FILE:OFFSET on a server
  // without GTIDs.
  bool gtids_known = false;
  GtidSet gtids;
  // Entries at or before this one are left out; empty: none.
  Position after;
  // The same for another server: what of its transaction lies at or before `after`.
  Part part;
  // Transactions behind the place of which something was delivered or processed. Not kept: a server
  // that is to go on from here must have them.
  GtidSet delivered;
  // What the server had in all, as far as the stream has seen: a server to move to may have
  // transactions before this place that are not in `gtids`, but none that are not in here either.
  GtidSet known;              // MySQL
  OriginState known_origins;  // MariaDB
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
