// StreamStatus: a stream at one moment, as Stream::GetStatus and the statistics callback tell it.
//
//   options.SetStatistics([](const towpath::StreamStatus& status) {
//     std::string json;
//     AppendJson(status, &json);
//     ...
//   });
//
// Times end in _us and are microseconds. A moment is since 1970-01-01 UTC by this machine's clock,
// 0 when there was none; a duration is by a clock that never goes back. docs/observability.md has
// every field, what it means, and when it is not known.
//
// Lag has two ends. What the *reader* has read lags behind the server (read_lag_*); what the
// consumer has *acknowledged* lags behind the server too, and includes the former (lag_*). Bytes
// are bytes of the server's binlog, whatever of it is for this stream. Ages are by the server's
// clock: the difference to this machine's is measured at each connect, and taken out. A stream that
// is at the server's end has no lag, however long the server was idle.
#ifndef TOWPATH_STREAM_STATUS_H_
#define TOWPATH_STREAM_STATUS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath {

enum class StreamState : uint8_t {
  kConnecting = 0,  // also while waiting before a retry
  kRunning = 1,
  kEnded = 2,   // the source has an end (a file, source.until) and all of it was read
  kFailed = 3,  // StreamStatus::error says why
  kClosed = 4,
};

// "connecting", "running", ...; "unknown" for a number that is no state. Static storage.
std::string_view StreamStateName(StreamState state);

struct StreamStatus {
  StreamState state = StreamState::kConnecting;
  Status error;                   // the failure, or what the last retry was for
  Position get_position;          // last entry handed out; empty: none yet
  Position ack_position;          // last entry acknowledged
  Position processed;             // dedup: last entry processed
  Position read_position;         // last entry read from the source
  std::string gtid_set;           // transactions acknowledged, where the server has GTIDs
  int64_t next_mark = 0;          // the mark of the next batch
  size_t outstanding = 0;         // batches handed out and not acknowledged
  int64_t oldest_mark = -1;       // the mark that ack expects; -1 when none is outstanding
  uint64_t buffered_entries = 0;  // read and not acknowledged
  uint64_t buffered_bytes = 0;    // memory held for them, against buffer_limit
  uint64_t reconnects = 0;
  std::string endpoint;  // the server that is read, or was last: host:port, a socket, a file

  // Moments and durations.
  int64_t time_us = 0;           // when this was told
  int64_t opened_us = 0;         // when the stream was opened
  int64_t state_age_us = 0;      // how long it has been in `state`
  int64_t error_us = 0;          // when `error` happened
  int64_t reconnected_us = 0;    // the last reconnect that succeeded
  int64_t last_received_us = 0;  // when something, a heartbeat too, was last read from the source

  // Places between events (the ordinal is 0), which move on also while everything is filtered out.
  Position source_position;  // behind the last event read; empty: not known yet
  Position resume_position;  // where the stream would begin to read if it were opened again now: on
                             // disk; empty: by GTIDs only
  Position end_position;     // where the server's binlog ended at end_known_us, or source_position
                             // if that is further on; empty: not known
  int64_t end_known_us = 0;  // when the server last told, by an answer or a heartbeat

  // Lag; -1: not known.
  int64_t lag_us = -1;          // age of the oldest entry read and not acknowledged; read_lag_us
                                // when there is none
  int64_t read_lag_us = -1;     // 0 at the server's end; else age of the last event read, or time
                                // since the stream was last at the end if that is less
  int64_t lag_bytes = -1;       // binlog from what is acknowledged to end_position
  int64_t read_lag_bytes = -1;  // binlog from source_position to end_position
  int64_t last_event_us = 0;    // when the last event read was made: by the server's clock, whole
                                // seconds
  int64_t clock_offset_us = 0;  // the server's clock minus this machine's; 0 also: not known
  bool at_end = false;          // connected, and nothing is known to be unread

  // Totals since the stream was opened.
  uint64_t events_read = 0;        // of the binlog, heartbeats and what is filtered out included
  uint64_t bytes_read = 0;         // of these events
  uint64_t transactions_read = 0;  // complete ones, those without an entry included
  uint64_t entries_read = 0;       // that are for this stream
  uint64_t events_filtered = 0;    // rows events of tables that are not
  uint64_t events_ignored = 0;     // of a kind not known, that the server marks as ignorable
  uint64_t batches_delivered = 0;
  uint64_t entries_delivered = 0;  // again after a rollback, too
  uint64_t entries_acked = 0;
  uint64_t duplicates = 0;  // entries found to be replays by a get: flagged or left out
  uint64_t rollbacks = 0;

  // Means over the last ten seconds, or since the opening if that is less.
  double entries_read_per_second = 0;
  double bytes_read_per_second = 0;
  double entries_acked_per_second = 0;

  // The buffer.
  uint64_t buffer_limit = 0;      // option buffer.bytes
  bool waiting_for_room = false;  // the reader waits until something is acknowledged
  uint64_t room_waits = 0;        // how often it did
  int64_t room_wait_us = 0;       // and how long in total
  uint64_t spilled_bytes = 0;     // in files instead of memory, against option buffer.spill_bytes

  int64_t oldest_mark_age_us = -1;  // since the batch oldest_mark was handed out; -1: none is

  // Durable writes, most of them acks: what ack.durability=sync costs.
  uint64_t writes = 0;  // that succeeded
  uint64_t write_failures = 0;
  int64_t write_mean_us = 0;  // of those that succeeded
  int64_t write_max_us = 0;
};

// Appends the status as one JSON object (RFC 8259, UTF-8) without a line break, its members in the
// order of docs/observability.md and with these names; positions are texts, null where they are
// empty, and so are numbers where they are not known.
void AppendJson(const StreamStatus& status, std::string* out);

// Called every stats.interval_ms while the stream is open, on a thread that does nothing else but
// that and asking the server for its end; no lock is held. It may call the stream, and close it:
// then it is not called again. It may even destroy it. While it runs no other call of it begins,
// and Close on another thread waits for it to return. What it throws is logged.
using StatisticsCallback = std::function<void(const StreamStatus& status)>;

}  // namespace towpath

#endif  // TOWPATH_STREAM_STATUS_H_
