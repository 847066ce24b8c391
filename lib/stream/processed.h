// Processed: up to where entries were processed, and which entries are replays because of it.
//
// On one server that is a position. When the stream goes on with another server, positions mean
// nothing there: then it is the set of transactions that were processed completely on the servers
// before. A transaction processed in part comes again as new, for nobody can say which of its
// entries on the other server were meant.
//
// Thread safety: none; the stream core guards it.
#ifndef TOWPATH_LIB_STREAM_PROCESSED_H_
#define TOWPATH_LIB_STREAM_PROCESSED_H_

#include <cstdint>
#include <optional>

#include "model/entry_data.h"
#include "store/store.h"
#include "stream/cursor_tracker.h"
#include "stream/place.h"
#include "towpath/gtid.h"
#include "towpath/position.h"

namespace towpath::stream {

class Processed {
 public:
  void Start(const store::StreamRecord& record);

  // Empty: nothing was processed on this server.
  const Position& position() const { return position_; }
  // Whether `position` is behind it (and so moves it).
  bool IsBefore(const Position& position) const;
  // Whether the entry is a replay. Never true for heartbeats.
  bool Covers(const model::EntryData& entry) const;
  // Whether an entry may be covered although one before it was not.
  bool HasElsewhere() const { return !elsewhere_.empty(); }

  // Moves forward to `position`; requires IsBefore(position). `ends` and the ack cursor it holds
  // say which transactions are complete there.
  void MoveTo(const Position& position, const CursorTracker& ends);
  // Everything up to the ack cursor, whose last entry is `acked`, is processed.
  void Acknowledged(const Position& acked, const model::Cursor& cursor);

  void Save(store::StreamRecord* record) const;

 private:
  Position position_;
  Place place_;  // position_
  std::optional<GtidSet>
      gtids_;              // of transactions complete at position_; nothing: the ack cursor's
  uint64_t next_end_ = 0;  // first end of the tracker that is not in gtids_
  GtidSet elsewhere_;
};

// Turns a record of one server into one for the server `uuid`, of the same topology: cursors by
// GTID, the processed transactions as a set. kPositionLost: the stream has no GTIDs.
Status ContinueOnServer(const std::string& uuid, store::StreamRecord* record);

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_PROCESSED_H_
