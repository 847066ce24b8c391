// Reader: source -> decoder -> blocks of entries -> core.
//
// It reads step by step and never waits but in the source, so that a thread or a simulation drives
// it. A lost connection is opened again at the restart place of the last entry, on the same server
// or, by GTIDs, on another, and what was read before is left out; giving up, and every other error,
// ends the stream behind the last entry read.
//
// Thread safety: one thread.
#ifndef TOWPATH_LIB_STREAM_READER_H_
#define TOWPATH_LIB_STREAM_READER_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "binlog/decoder.h"
#include "model/cursor.h"
#include "model/entry_data.h"
#include "model/settings.h"
#include "source/source.h"
#include "store/store.h"
#include "stream/core.h"
#include "stream/filter.h"
#include "stream/hosts.h"
#include "stream/room.h"
#include "stream/runtime.h"
#include "stream/schema_history.h"

namespace towpath::stream {

class Reader final : private binlog::EntrySink {
 public:
  enum class Next {
    kStep,     // call Step again
    kRoom,     // ... when there is room, or nothing is unacknowledged
    kBackOff,  // ... after back_off()
    kNothing,  // the stream ended, failed or was closed
  };

  // All must outlive the reader. `seed` makes the jitter of retries.
  Reader(const model::Settings& settings, source::Source& source, Hosts& hosts,
         const RegexTableFilter& filter, SchemaHistory& schemas, const Runtime& runtime, Room& room,
         StreamCore& core, uint64_t seed);
  ~Reader() override;

  // The first opening, on a source that is open at the record's ack cursor; `until`: option
  // source.until, resolved.
  Status Open(const store::StreamRecord& record, const std::optional<model::Cursor>& until);
  Next Step();
  std::chrono::milliseconds back_off() const { return back_off_; }

 private:
  model::EntryBlock& BlockForNext() override;
  void Appended() override;
  void TransactionEnded(model::TransactionEnd end) override;
  bool WantsMore(size_t bytes) override;

  // Reads on from the cursor, at which the source is open.
  Status Begin(const model::Cursor& cursor);
  Status Reopen();
  Status MayMove() const;
  Status MoveUntil();
  Next Read();
  Next Decoded(Status status);
  Next Reconnect();
  Next Lost(const Status& why);
  Next Failed(const Status& why);
  Next Ended(const Status& why);
  bool AtUntil() const;
  bool FrameIsBehindUntil(const model::Frame& frame) const;
  bool WasRead(const model::BinlogFile& file, uint64_t offset) const;
  void Number(model::EntryData& entry);
  Status Differs(const model::Part& part, std::string_view how) const;
  void CheckPart(const model::EntryData& entry, const model::Part& part);
  bool IsInPart(const model::EntryData& entry);
  void BeginTransaction(const model::EntryData& entry);
  void CutShort();
  void CheckLength(const model::Part& part);
  void FollowRotation();
  void TakeBlock();  // adds what the block has to the publication
  // Whether the source has more: perhaps, not at once, or it said that it has not.
  enum class Supply : uint8_t { kPerhaps, kNotAtOnce, kHeartbeat };
  void Publish(Supply supply = Supply::kPerhaps);
  void NoteFrame();  // before it is decoded

  const model::Settings& settings_;
  source::Source& source_;
  Hosts& hosts_;
  const RegexTableFilter& filter_;
  SchemaHistory& schemas_;
  const Runtime& runtime_;
  Room& room_;
  StreamCore& core_;
  std::unique_ptr<binlog::Decoder> decoder_;
  binlog::DecoderCounters counted_;  // by the decoders before this one
  std::string server_uuid_;
  uint32_t server_ = 0;  // its number
  Place until_;          // empty: none
  bool connected_ = false;
  bool finished_ = false;
  model::Frame frame_;

  // Blocks.
  std::shared_ptr<model::EntryBlock> block_;
  size_t block_published_ = 0;  // entries of block_ that are in the publication or beyond
  uint64_t block_bytes_ = 0;    // of events since it was begun
  uint64_t appended_ = 0;       // entries since the opening: the next sequence number
  size_t pending_ = 0;          // entries appended and not published
  uint64_t pending_bytes_ = 0;  // of events since the last publication
  const model::EntryData* last_entry_ = nullptr;  // of those not published; no heartbeat
  bool in_transaction_ = false;  // an entry of the transaction that is being read was appended
  uint64_t last_offset_ = 0;     // the last one of them
  uint32_t last_ordinal_ = 0;
  Publication publication_;
  Place skip_;  // entries at or before it were delivered; empty: none
  // What was delivered or processed of transactions on another server: of the first, these entries
  // come again and are left out; the others are looked at only, whether they are the same here.
  model::Part skip_part_;
  GtidSet passed_;  // without entries, before one that was delivered in part
  std::vector<model::Part> parts_;
  GtidSet reruns_;  // of which there are others than those in parts_, that were cut short
  Status part_error_;
  uint64_t transaction_offset_ = 0;  // of the entry before, and its number and digest
  uint32_t index_ = 0;
  uint32_t digest_ = 0;
  bool rerun_ = false;
  Gtid gtid_;         // of the transaction that is being read, while some were had in part
  GtidSet left_out_;  // transactions that are not delivered
  std::shared_ptr<const model::BinlogFile> file_;  // that is being read
  uint64_t file_size_ = 0;                         // as the last ROTATE found it
  uint32_t last_event_s_ = 0;                      // when the last one of a transaction was made

  // Retries.
  std::mt19937_64 jitter_;
  std::chrono::milliseconds back_off_{0};
  int64_t attempts_ = 0;  // in a row
  std::chrono::nanoseconds lost_at_{0};
  Status first_loss_;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_READER_H_
