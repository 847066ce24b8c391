// Statistics: what a stream counts beside its work, and the lag that follows from it.
//
// The reader tells how far it came once for each publication, not for each entry. The source tells
// where it ends when it connects and when it is asked; heartbeats say that all of it was read.
//
// Bytes between two places in different files need the sizes of the files from the one to the
// other: the source lists them, and each rotation that is read tells one.
//
// Thread safety: none; the stream core guards it.
#ifndef TOWPATH_LIB_STREAM_STATISTICS_H_
#define TOWPATH_LIB_STREAM_STATISTICS_H_

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "binlog/decoder.h"
#include "model/entry_data.h"
#include "source/source_end.h"
#include "stream/place.h"
#include "stream/rate.h"
#include "stream/runtime.h"
#include "towpath/stream_status.h"

namespace towpath::stream {

// How far the reader came.
struct Progress {
  struct FileEnd {
    std::shared_ptr<const model::BinlogFile> file;
    uint64_t size = 0;
  };

  std::shared_ptr<const model::BinlogFile> file;  // of the last event; null: not known yet
  uint64_t offset = 0;                            // behind it
  bool in_transaction = false;
  bool waiting = false;       // the source has nothing more at once
  bool heartbeat = false;     // the source said so
  uint32_t last_event_s = 0;  // when the last event was made; 0: not known
  uint64_t entries = 0;       // since the opening, as the counters
  binlog::DecoderCounters counters;
  std::vector<FileEnd> files;  // left since the last publication
};

class Statistics {
 public:
  // `resume` is where reading begins: from the store.
  Statistics(Runtime& runtime, const Place& resume);

  // --- the reader ---

  void Read(const Progress& progress);
  // From now on places are of another server, the one with this number (BinlogFile::server).
  void BeginServer(uint32_t server);
  void LearnEnd(const source::SourceEnd& end);  // of the server that is read
  // kClosed stays.
  void SetState(StreamState state, const Status& error);
  void CountReconnect();
  void SetWaitingForRoom(bool waiting);
  // Whether to ask the source for its end could tell something.
  bool WantsEnd() const { return state_ == StreamState::kRunning && !(AtEnd() && fresh_); }

  // --- consumers and the store ---

  void Delivered(uint64_t entries, uint64_t duplicates) {
    ++batches_;
    delivered_ += entries;
    duplicates_ += duplicates;
  }
  void LeftOut(uint64_t duplicates) { duplicates_ += duplicates; }
  void Acknowledged(uint64_t entries);
  void RolledBack() { ++rollbacks_; }
  void Wrote(bool ok, std::chrono::nanoseconds time);
  // What is on disk.
  void Saved(Place resume);

  // --- what it all means ---

  // The place behind the last event read, and whether it stands inside a transaction.
  const Place& read() const { return read_; }
  bool in_transaction() const { return in_transaction_; }

  // Fills everything but what the core knows itself. `acked`: everything before it is acknowledged
  // or not for this stream. `oldest_us`: when the oldest entry that is not acknowledged was made,
  // by the server's clock; 0: all are.
  void Fill(const Place& acked, int64_t oldest_us, StreamStatus* status) const;

 private:
  using Time = std::chrono::nanoseconds;

  bool AtEnd() const;
  Place End() const { return Compare(read_, end_) > 0 ? read_ : end_; }
  // Binlog bytes from one place to another; -1 when the files between are not known, and between
  // servers.
  int64_t Distance(const Place& from, const Place& to) const;
  void LeaveEnd(Time then);  // before something changes that AtEnd depends on
  void NoteFile(const model::BinlogFile& file, uint64_t size);

  Runtime& runtime_;
  const Time opened_;
  const int64_t opened_us_;

  StreamState state_ = StreamState::kRunning;
  Status error_;
  Time state_since_;
  int64_t error_us_ = 0;
  int64_t reconnected_us_ = 0;
  uint64_t reconnects_ = 0;

  uint32_t server_ = 0;  // BinlogFile::server of what is read
  Place read_;           // empty: nothing of this server yet
  Place end_;            // as the source told; empty: it has not
  bool fresh_ = false;   // nothing was read since
  int64_t end_known_us_ = 0;
  bool in_transaction_ = false;
  bool waiting_ = false;
  bool was_at_end_ = false;
  Time last_at_end_{0};
  Time last_received_{0};
  int64_t last_received_us_ = 0;
  bool received_ = false;
  uint32_t last_event_s_ = 0;
  int64_t clock_offset_us_ = 0;
  std::map<uint64_t, uint64_t> sizes_;  // of this server's files, by BinlogFile::number

  uint64_t entries_ = 0;
  binlog::DecoderCounters counters_;
  uint64_t batches_ = 0;
  uint64_t delivered_ = 0;
  uint64_t acked_ = 0;
  uint64_t duplicates_ = 0;
  uint64_t rollbacks_ = 0;
  Rate entry_rate_;
  Rate byte_rate_;
  Rate ack_rate_;

  bool waiting_for_room_ = false;
  Time room_since_{0};
  Time room_wait_{0};
  uint64_t room_waits_ = 0;

  Place resume_;
  uint64_t writes_ = 0;
  uint64_t write_failures_ = 0;
  Time write_time_{0};
  Time write_max_{0};
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_STATISTICS_H_
