// Stream: a named, durable subscription to one source, with canal's contract made precise.
//
//   auto stream = towpath::Stream::Open(options);
//   while (...) {
//     auto batch = (*stream)->GetWithoutAck(1000, std::chrono::seconds(1));
//     process(*batch);
//     (*stream)->Ack(batch->mark());
//   }
//
// The get cursor says what was handed out, the ack cursor what was acknowledged; the ack cursor,
// the processed position and the marks live in the store and survive a crash. Opening the same name
// again resumes after the ack cursor.
//
// Marks are 64-bit, start at 1 and only grow over the whole life of the stream: never reused after
// rollback, reopening or a crash.
//
// Thread safety: every call may be made from any thread, also while another one waits; get on one
// thread and ack on another is the usual shape.
//
// Errors of the source do not lose what was read: get first hands out everything before the error,
// then returns it (and returns it again each time); acks go on working.
#ifndef TOWPATH_STREAM_H_
#define TOWPATH_STREAM_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "towpath/batch.h"
#include "towpath/options.h"
#include "towpath/position.h"
#include "towpath/status.h"
#include "towpath/stream_status.h"

namespace towpath {

class Stream {
 public:
  // Loads the cursors of stream.name from the store and starts reading. Returns when the server was
  // reached and accepted (connection, authentication, preflight and start position are checked), or
  // with the error that says what to change. kBusy: open elsewhere, in this or another process.
  static Result<std::unique_ptr<Stream>> Open(const Options& options);

  virtual ~Stream() = default;  // closes
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // The next entries after the get cursor as a batch with a new mark: at least one entry, at most
  // max_entries (1 to 2^31-1), as soon as there is one. timeout 0 returns at once, positive waits
  // that long for the first entry, negative without limit. Nothing to hand out: an empty batch with
  // mark -1. kEnd: the source has an end and everything was handed out.
  virtual Result<Batch> GetWithoutAck(size_t max_entries, std::chrono::milliseconds timeout) = 0;
  // The same with the ack done before it returns.
  virtual Result<Batch> Get(size_t max_entries, std::chrono::milliseconds timeout) = 0;
  // An outstanding batch again, the same to the byte. kUnknownMark.
  virtual Result<Batch> GetOutstanding(int64_t mark) = 0;

  // Acknowledges the oldest outstanding batch. kOutOfOrder: `mark` is outstanding but not the
  // oldest (the message names that one); kUnknownMark: not outstanding. A refused ack changes
  // nothing. On return the ack cursor is durable (ack.durability=sync).
  // kStore: not made durable; nothing changed, and the ack may be tried again. (If no write
  // succeeds before the stream is opened again, it may count all the same: nobody knows what a disk
  // that fails has done.)
  virtual Status Ack(int64_t mark) = 0;
  // Acknowledges every outstanding batch up to and including `mark`.
  virtual Status AckThrough(int64_t mark) = 0;

  // Drops all outstanding marks and goes back to the ack cursor; the entries come again under new
  // marks. RollbackTo drops `mark` and the ones after it.
  virtual Status Rollback() = 0;
  virtual Status RollbackTo(int64_t mark) = 0;

  // Moves the processed position, durably, to `position` (that of an entry of this stream) if it is
  // behind it. Entries at or before it are replays when they come again (option dedup.mode).
  virtual Status MarkProcessed(const Position& position) = 0;

  // Costs about a microsecond; asks nobody.
  virtual StreamStatus GetStatus() const = 0;

  // Stops reading, makes blocked calls return kClosed, flushes the store, waits for a callback that
  // runs on another thread; none begins afterwards. Idempotent. Batches stay valid. Outstanding
  // marks are given up: their entries come again at the next opening.
  virtual Status Close() = 0;

 protected:
  Stream() = default;
};

}  // namespace towpath

#endif  // TOWPATH_STREAM_H_
