// CursorTracker: from "everything up to this entry is acknowledged" to a place to restart from.
//
// A dump restarts only where a transaction begins. So the tracker keeps the ends of transactions
// that were read and lie behind the ack cursor; a cursor is the last of them at or before an entry,
// with the GTIDs up to it, and the entry itself if it stands inside a later transaction.
//
// Thread safety: none; the stream core guards it.
#ifndef TOWPATH_LIB_STREAM_CURSOR_TRACKER_H_
#define TOWPATH_LIB_STREAM_CURSOR_TRACKER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/chunk.h"
#include "model/cursor.h"
#include "model/entry_data.h"
#include "stream/entry_buffer.h"
#include "stream/fifo.h"
#include "stream/place.h"

namespace towpath::stream {

class CursorTracker {
 public:
  // Where a batch of whole transactions may end: behind a transaction, or behind a heartbeat
  // between two of them (then without a place).
  struct End {
    uint64_t end_seq = 0;  // entries before it
    Gtid gtid;
    std::shared_ptr<const model::BinlogFile> file;  // null: a heartbeat
    uint64_t next_offset = 0;
    Place last_entry;  // of the transaction; its end if no entry of it was delivered
    // Transactions without entries that followed and were merged into this one.
    std::unique_ptr<GtidSet> more;
  };

  explicit CursorTracker(std::shared_ptr<model::MemoryBudget> budget)
      : budget_(std::move(budget)) {}
  ~CursorTracker();
  CursorTracker(const CursorTracker&) = delete;
  CursorTracker& operator=(const CursorTracker&) = delete;

  // `cursor` stands before the entry with sequence number 0. `server` is the identity of the
  // server that ends will belong to (Cursor::server_uuid), number 0 of those that are followed.
  void Start(model::Cursor cursor, std::string server);
  // What is appended from now on may be of another server; returns its number (BinlogFile::server).
  uint32_t AddServer(std::string server);
  // Ends come in order; one at or before the last one (read again after a lost connection) is
  // ignored.
  void Append(End end);

  // With everything before `seq` acknowledged. The ends used are not changed by later ones, so that
  // Advance with this cursor loses nothing.
  struct Advance {
    model::Cursor cursor;
    uint32_t server = 0;  // its number
    uint64_t ends = 0;    // index behind the last end used
  };
  Advance AdvanceTo(uint64_t seq, const EntryBuffer& buffer);
  void Apply(Advance advance);

  // The cursor applied last.
  const model::Cursor& cursor() const { return cursor_; }
  // Whether a cursor for `seq` would restart further on than cursor().
  bool CanAdvance(uint64_t seq) const;
  // Where to read on behind the entry `last` (empty: none since Start), the last one appended: the
  // last end, and that entry.
  model::Cursor ReadCursor(const EntryPlace& last) const;

  // Where the last transaction ends that lies before `seq` as a whole; the cursor when there is
  // none; empty: it has no file.
  Place PlaceAt(uint64_t seq) const;

  // Ends by index since Start: [first_index(), first_index() + count()).
  uint64_t first_index() const { return first_index_; }
  uint64_t end_index() const { return first_index_ + ends_.size(); }
  const End& EndAt(uint64_t index) const { return ends_[index - first_index_]; }

  // The last boundary in (above, up_to], the first one above `above`; nothing when there is none.
  std::optional<uint64_t> LastBoundary(uint64_t above, uint64_t up_to) const;
  std::optional<uint64_t> FirstBoundary(uint64_t above) const;

 private:
  void AddGtids(const End& end, GtidSet* gtids) const;
  // Moves the cursor to an end, or to an entry behind it; its GTIDs are not touched.
  void MoveToEnd(const End& end, Advance* advance) const;
  void MoveToEntry(const EntryPlace& entry, Advance* advance) const;

  std::shared_ptr<model::MemoryBudget> budget_;
  model::Cursor cursor_;
  uint32_t cursor_server_ = 0;
  std::vector<std::string> servers_;
  uint64_t first_index_ = 0;
  uint64_t used_index_ = 0;  // ends below are part of a cursor that was handed out
  Fifo<End> ends_;
  std::shared_ptr<const model::BinlogFile> last_file_;  // of the last end with a place
  uint64_t last_offset_ = 0;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_CURSOR_TRACKER_H_
