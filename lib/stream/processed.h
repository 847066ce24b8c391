// Processed: up to where entries were processed, and which entries are replays because of it.
//
// On one server that is a position. When the stream goes on with another server, positions mean
// nothing there: then it is the set of transactions that were processed completely on the servers
// before, and how many entries of others were.
//
// Thread safety: none; the stream core guards it.
#ifndef TOWPATH_LIB_STREAM_PROCESSED_H_
#define TOWPATH_LIB_STREAM_PROCESSED_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/entry_data.h"
#include "source/source.h"
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
  const Position& position() const { return at_.position; }
  // Whether `entry` is behind it (and so moves it).
  bool IsBefore(const EntryPlace& entry) const;
  // Whether the entry is a replay. Never true for heartbeats.
  bool Covers(const model::EntryData& entry) const;
  // Whether an entry may be covered although one before it was not.
  bool HasElsewhere() const { return !elsewhere_.empty() || !parts_elsewhere_.empty(); }

  // Moves forward to `entry`; requires IsBefore(entry). `ends` and the ack cursor it holds say
  // which transactions are complete there.
  void MoveTo(const EntryPlace& entry, const CursorTracker& ends);
  // Everything up to the ack cursor, whose last entry is `acked`, is processed.
  void Acknowledged(const EntryPlace& acked, const model::Cursor& cursor);

  // From now on another server is followed: what was processed and not read yet comes from there.
  void BeginServer();

  // What was processed of transactions on servers before.
  const std::vector<model::Part>& parts_elsewhere() const { return parts_elsewhere_; }

  // `server`: of the record's ack cursor, by its number.
  void Save(uint32_t server, store::StreamRecord* record) const;

 private:
  void ForgetCut(const EntryPlace& entry);

  EntryPlace at_;
  Place place_;                   // of at_
  std::optional<GtidSet> gtids_;  // of transactions complete at_; nothing: the ack cursor's
  uint64_t next_end_ = 0;         // first end of the tracker that is not in gtids_
  GtidSet elsewhere_;
  std::vector<model::Part> parts_elsewhere_;
};

// Turns a cursor into one for the server that `info` describes, if that is another one than the
// cursor's: by GTIDs, with the cursor's server_uuid left as it is. kPositionLost: the stream has no
// GTIDs, or was begun by a place inside a transaction of which nothing was read since.
Status ContinueOnServer(const source::SourceInfo& info, model::Cursor* cursor);
// The same for all of a record: its processed transactions as a set, too.
Status ContinueOnServer(const source::SourceInfo& info, store::StreamRecord* record);

// What a server must have for the stream to go on with it, beside the ack cursor's transactions.
GtidSet DeliveredBehind(const store::StreamRecord& record);

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_PROCESSED_H_
