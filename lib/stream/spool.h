// Spool: a Source between a server and the reader, with a thread of its own that goes on reading
// while the reader waits for room (option buffer.spill_bytes).
//
//   while the reader keeps up     events pass through a short queue in memory; no file is touched
//   while it waits for room       they go into files, up to the limit; beyond it this waits too
//   when it goes on               it reads the files, each gone once read, and what comes meanwhile
//                                 goes behind them; after the last one the queue serves again
//
// So what the consumer has no time for is on the local disk: the server may purge it, and sees a
// replica that keeps up. What ends the inner source, a lost connection too, comes behind the events
// read before it: the reader connects again, perhaps to another server, once it has read those.
//
// The files are a buffer and no store: what is not acknowledged is read from the server again when
// the stream is opened again, and when the reader connects again before it came to their end.
//
// A file that can not be written makes this wait, as if the limit were reached; no event is lost.
// Each run of events has a checksum. One that can not be read back, or is damaged, ends like a lost
// connection: the reader begins again at the server.
//
// Memory: the queue, which is charged to the room like all else, and one event that is larger: it
// is handed over from hand to hand or into a file, so that beside the one that the reader has there
// is never more than one.
//
// Thread safety: as Source.
#ifndef TOWPATH_LIB_STREAM_SPOOL_H_
#define TOWPATH_LIB_STREAM_SPOOL_H_

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "model/chunk.h"
#include "source/source.h"
#include "stream/room.h"
#include "stream/runtime.h"
#include "stream/spill_file.h"
#include "towpath/log.h"

namespace towpath::stream {

class Spool final : public source::Source {
 public:
  struct Limits {
    uint64_t queue_bytes = 1 << 20;  // of events in memory, or one run of them
    uint64_t spill_bytes = 0;        // of all files
    uint64_t file_bytes = 64 << 20;  // a file is closed when it has so many
  };
  using Log = std::function<void(LogLevel level, const std::string& message)>;

  // `runtime` and `room` must outlive it; the room is told how much is in files.
  Spool(std::unique_ptr<source::Source> inner, std::unique_ptr<SpillFolder> folder, Limits limits,
        Runtime& runtime, Room& room, Log log);
  ~Spool() override;

  // The reader stopped to wait for room, or goes on. Its own thread says so.
  void SetReaderWaits(bool waits);

  size_t hosts() const override { return inner_->hosts(); }
  void Choose(size_t host) override;
  size_t chosen() const override { return inner_->chosen(); }
  Status Connect() override;
  const source::SourceInfo& info() const override { return inner_->info(); }
  Result<model::Cursor> Resolve(const model::StartPoint& start) override {
    return inner_->Resolve(start);
  }
  Status Open(const model::Cursor& cursor) override;
  bool announced_checksum() const override { return inner_->announced_checksum(); }
  Status Next(model::Frame* frame) override;
  bool Ready() const override;
  bool can_ask_end() const override { return inner_->can_ask_end(); }
  Result<source::SourceEnd> AskEnd() override { return inner_->AskEnd(); }
  schema::Catalogue* catalogue() override { return inner_->catalogue(); }
  void Stop() override;

 private:
  // Events that are handed on together.
  struct Run {
    std::vector<model::Frame> frames;
    uint64_t bytes = 0;  // of the events
  };
  struct File {
    std::unique_ptr<SpillFile> file;
    uint64_t written = 0;  // complete runs
    uint64_t read = 0;
  };

  // --- the thread of its own ---
  void Pump();
  // False: it is not wanted any more.
  bool Deliver(Run run);
  // Puts the run behind what `file` has, or into a new file when it is null. kClosed: it is not
  // wanted any more.
  Status Write(const Run& run, std::shared_ptr<File>* file);
  // A piece at a time, so that a stop need not wait for a large event.
  template <typename Byte, typename Move>
  Status InPieces(uint64_t offset, std::span<Byte> bytes, Move move);

  // --- the reader's ---
  // Ends the thread, and forgets what it read.
  void EndPump();
  // The run at *at of a file, of which so many bytes are written, into taken_; *at is then behind
  // it. kConnection when it is not what was put there.
  Status ReadBack(SpillFile& file, uint64_t written, uint64_t* at);
  void Changed();  // with mutex_ held: tells the other thread, and the room

  const std::unique_ptr<source::Source> inner_;
  const std::unique_ptr<SpillFolder> folder_;
  const Limits limits_;
  Runtime& runtime_;
  Room& room_;
  const Log log_;
  std::unique_ptr<Thread> thread_;  // null: not running

  std::mutex mutex_;
  const std::unique_ptr<Condition> changed_;
  // Guarded by mutex_. What is in the queue comes before what is in the files.
  std::deque<Run> queue_;
  uint64_t queued_bytes_ = 0;
  std::deque<std::shared_ptr<File>> files_;
  uint64_t spilled_bytes_ = 0;
  bool writing_ = false;       // the last file grows, without the lock
  bool reader_waits_ = false;  // for room
  bool reader_wants_ = false;  // an event, and there is none
  bool refused_ = false;       // a write failed: not tried again until the reader waits or goes on
  bool abandoned_ = false;
  bool stopped_ = false;
  bool ended_ = false;
  Status end_;  // of the inner source

  std::atomic<bool> available_{false};  // the queue or a file has something
  bool complained_ = false;             // of the pump: that a write failed, the last time too
  bool told_ = false;                   // of the pump: that the limit is reached

  // Of the reader: taken from the queue, or read back; before all else.
  std::vector<model::Frame> taken_;
  size_t next_taken_ = 0;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_SPOOL_H_
