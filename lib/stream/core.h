// StreamCore: the state of an open stream, between the reader that fills it and the consumers that
// get, ack and roll back; the stream contract lives here.
//
// Everything is guarded by one mutex, which is never held during a durable write. Writes to the
// store are grouped: whoever needs one while another is under way waits, and one of the waiting
// writes for all of them. What a write makes durable changes in memory only after it succeeded, so
// a failed write changes nothing.
//
// It knows neither threads nor sources.
//
// Thread safety: every call may be made from any thread; those of the reader from one at a time.
#ifndef TOWPATH_LIB_STREAM_CORE_H_
#define TOWPATH_LIB_STREAM_CORE_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/settings.h"
#include "source/source.h"
#include "store/store.h"
#include "stream/cursor_tracker.h"
#include "stream/entry_buffer.h"
#include "stream/marks.h"
#include "stream/processed.h"
#include "stream/room.h"
#include "stream/runtime.h"
#include "stream/statistics.h"
#include "towpath/batch.h"
#include "towpath/stream.h"

namespace towpath::stream {

// What the reader hands over at once.
struct Publication {
  std::vector<model::Segment> entries;
  std::vector<CursorTracker::End> ends;
  std::vector<uint64_t> ddl;  // sequence numbers of DDL entries
  EntryPlace last_read;       // the last entry that is no heartbeat; empty: none among them
  Progress progress;

  bool empty() const { return entries.empty() && ends.empty(); }
  void Clear() {
    entries.clear();
    ends.clear();
    ddl.clear();
    last_read = EntryPlace();
    progress.files.clear();
  }
};

class StreamCore {
 public:
  // `settings`, `runtime` and `room` must outlive the core. `record` is what the holder's record is
  // to become with the first save.
  StreamCore(const model::Settings& settings, Runtime& runtime, Room& room,
             std::unique_ptr<store::RecordHolder> holder, store::StreamRecord record);
  ~StreamCore();

  // Writes the record, with marks reserved. Must succeed before anything else is called.
  Status Start();

  // --- the reader ---

  void Publish(Publication* publication);  // leaves it empty
  // Entries published and not acknowledged; without a lock.
  uint64_t unacknowledged() const { return unacknowledged_.load(std::memory_order_acquire); }
  void SetState(StreamState state, const Status& error);
  void CountReconnect();
  // Reading goes on with another server, at a place where the transactions `left_out` are known.
  // What is published from now on has the number that is returned (BinlogFile::server).
  uint32_t BeginServer(const std::string& uuid, const GtidSet& left_out);
  // What was processed of transactions on the servers before.
  std::vector<model::Part> PartsElsewhere() const;
  // What the server that is read says of itself, each time that it is connected to.
  void SetSource(const source::SourceInfo& info);
  // What the source said of its end, from the thread that asks it.
  void LearnEnd(const source::SourceEnd& end);
  // Whether somebody looked at the status lately, and asking the source could tell them more.
  bool WantsEnd() const;
  // Somebody will look at the status at intervals, for as long as the stream is open.
  void ExpectLooks();
  // Nothing more will come, and get says why once everything before was handed out.
  void End(StreamState state, const Status& why);
  // Whether the reader waits until memory is given back.
  void SetWaitingForRoom(bool waiting);
  // Where to read on after a lost connection.
  model::Cursor ReadCursor() const;
  // Where a stream opened again would read from: what is acknowledged, and written.
  model::Cursor AckCursor() const;
  // Saves a cursor that moved over transactions which had nothing to deliver; at most one write in
  // `at_least`.
  void SaveIdleProgress(std::chrono::nanoseconds at_least);

  // --- consumers; as in towpath/stream.h ---

  Result<Batch> GetWithoutAck(size_t max_entries, std::chrono::milliseconds timeout);
  Result<Batch> Get(size_t max_entries, std::chrono::milliseconds timeout);
  Result<Batch> GetOutstanding(int64_t mark) const;
  Status Ack(int64_t mark, bool through);
  Status RollbackTo(int64_t mark);
  Status Rollback();
  Status MarkProcessed(const Position& position);
  StreamStatus GetStatus() const;

  // --- ack.durability=interval, and the end ---

  // Writes what was acknowledged since the last write; a failure is told to the next ack.
  void Flush();
  // From now on every call returns kClosed, blocked ones included.
  void Close();
  // After Close, once the reader stopped: writes the last state, gives unused marks back and lets
  // the record go. Repeated calls return the first one's result.
  Status Finish();

 private:
  struct Operation;
  struct Change;
  struct Plan;
  using Lock = std::unique_lock<std::mutex>;

  Plan PlanBatch(size_t max_entries) const;
  Batch MakeBatch(const Plan& plan);
  Result<Batch> Take(size_t max_entries, std::chrono::milliseconds timeout, bool alone);
  bool IsDuplicate(const model::EntryData& entry) const;
  EntryPlace LastEntry(uint64_t from, uint64_t to) const;
  // The entry that a consumer means; empty when it can not be told whose position it is, and so was
  // acknowledged before.
  EntryPlace Locate(const Position& position) const;
  Place Acknowledged() const;
  int64_t OldestMade() const;

  Status AckLocked(int64_t mark, bool through, Lock& lock, FreedBlocks* freed);
  Change Prepare(const std::vector<Operation*>& operations);
  void Apply(Change change, FreedBlocks* freed);
  // Makes the operation durable, with the others that wait; returns its result.
  Status Write(Operation* operation, Lock& lock, FreedBlocks* freed);
  void WriteGroup(Lock& lock, FreedBlocks* freed);

  const model::Settings& settings_;
  Runtime& runtime_;
  Room& room_;
  std::atomic<uint64_t> unacknowledged_{0};

  mutable std::mutex mutex_;
  const std::unique_ptr<Condition> readable_;  // entries, an end, room, or closed
  const std::unique_ptr<Condition> written_;   // a group of operations has its result

  std::unique_ptr<store::RecordHolder> holder_;
  store::StreamRecord record_;  // what does not change; the rest is made when saving
  EntryBuffer buffer_;          // begins at the ack cursor
  CursorTracker ends_;
  Marks marks_;
  Processed processed_;
  EntryPlace acked_;
  EntryPlace last_read_;
  std::vector<GtidSet> left_out_;  // StreamRecord::left_out, by the server's number
  std::string endpoint_;           // of the server that is read
  std::string server_uuid_;        // as well
  uint64_t get_seq_ = 0;
  std::deque<uint64_t> ddl_;

  Status end_;  // not ok: nothing more will come
  bool waiting_for_room_ = false;
  bool closed_ = false;
  bool finished_ = false;
  Status finish_status_;
  Statistics statistics_;
  mutable std::optional<std::chrono::nanoseconds> looked_at_;  // the status; nothing: never
  bool looks_expected_ = false;

  std::vector<Operation*> queue_;  // wait to be written
  bool writing_ = false;
  size_t acks_under_way_ = 0;  // in the queue or being written
  int64_t settled_mark_ = 0;   // marks up to this one are acknowledged or about to be
  bool unsaved_ = false;       // acknowledged (interval) and not written
  Status flush_error_;         // of the last write of an interval
  std::chrono::nanoseconds last_save_{0};
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_CORE_H_
