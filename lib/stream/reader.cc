#include "stream/reader.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"
#include "stream/processed.h"
#include "towpath/entry.h"

namespace towpath::stream {
namespace {

using std::chrono::milliseconds;

// What was read is published when the source has no more at once, and after so many entries, or
// bytes of events, in any case: waking a consumer costs as much as reading dozens of entries.
constexpr size_t kPublishEntries = 256;
constexpr uint64_t kPublishBytes = 256 << 10;
// How long the progress of a stream may go unsaved while nothing in it is for this stream.
constexpr std::chrono::seconds kIdleSave{10};

// So many schema changes may be kept that no restart needs.
constexpr size_t kTrimSchemas = 10'000;

// Of the 19-byte event header (binlog/event.h).
constexpr size_t kHeaderSize = 19;
constexpr uint8_t kRotate = 4;
uint8_t TypeOf(const model::Frame& frame) { return frame.bytes[4]; }
uint32_t SecondsOf(const model::Frame& frame) {
  return frame.bytes[0] | frame.bytes[1] << 8 | frame.bytes[2] << 16 |
         static_cast<uint32_t>(frame.bytes[3]) << 24;
}
bool IsHeartbeat(const model::Frame& frame) {
  constexpr uint8_t kHeartbeat = 27;
  constexpr uint8_t kHeartbeatV2 = 41;
  return frame.bytes.size() >= kHeaderSize &&
         (TypeOf(frame) == kHeartbeat || TypeOf(frame) == kHeartbeatV2);
}
// Made for the dump, and in no file: a ROTATE of that kind knows no next position.
bool IsArtificial(const model::Frame& frame) {
  return (frame.bytes[13] | frame.bytes[14] | frame.bytes[15] | frame.bytes[16]) == 0;
}
// Events that stand between transactions and say nothing of when the next one was.
bool IsBetweenTransactions(uint8_t type) {
  switch (type) {
    case 3:  // STOP
    case kRotate:
    case 15:   // FORMAT_DESCRIPTION
    case 27:   // HEARTBEAT
    case 35:   // PREVIOUS_GTIDS
    case 41:   // HEARTBEAT_V2
    case 161:  // BINLOG_CHECKPOINT
    case 163:  // GTID_LIST
    case 164:  // START_ENCRYPTION
      return true;
    default:
      return false;
  }
}

}  // namespace

Reader::Reader(const model::Settings& settings, source::Source& source, Hosts& hosts,
               const RegexTableFilter& filter, SchemaHistory& schemas, const Runtime& runtime,
               Room& room, StreamCore& core, uint64_t seed)
    : settings_(settings),
      source_(source),
      hosts_(hosts),
      filter_(filter),
      schemas_(schemas),
      runtime_(runtime),
      room_(room),
      core_(core),
      jitter_(seed) {}

Reader::~Reader() = default;

// --- opening ---

Status Reader::Open(const store::StreamRecord& record, const std::optional<model::Cursor>& until) {
  left_out_ = record.left_out;
  parts_ = record.parts_elsewhere;
  if (until) {
    until_ = Place(std::make_shared<model::BinlogFile>(until->file), until->offset, 0);
  }
  server_uuid_ = source_.info().server_uuid;
  core_.SetSource(source_.info());
  if (Status s = Begin(record.ack); !s.ok()) return s;
  connected_ = true;
  return Status::Ok();
}

Status Reader::Begin(const model::Cursor& cursor) {
  if (Status s = schemas_.Rewind(cursor, left_out_, source_.info().folds_table_names); !s.ok())
    return s;
  binlog::DecoderConfig config;
  config.schema_mode = settings_.schema_mode;
  config.statements = settings_.statements;
  config.events = settings_.filter_events;
  config.filter = &filter_;
  config.schema = &schemas_;
  config.server = server_;
  config.not_before_us = cursor.not_before_us;
  if (!left_out_.empty()) config.left_out = &left_out_;
  config.budget = room_.budget();
  if (decoder_ != nullptr) counted_ += decoder_->counters();
  decoder_ = std::make_unique<binlog::Decoder>(std::move(config));
  decoder_->Start(cursor.file, cursor.offset, source_.announced_checksum());
  file_ = decoder_->file();
  skip_ = Place(cursor.after, server_);
  skip_part_ = model::Part();
  passed_ = GtidSet();
  if (cursor.after.empty() && !cursor.gtids.Contains(cursor.part.gtid)) skip_part_ = cursor.part;
  index_ = 0;
  return Status::Ok();
}

Status Reader::Reopen() {
  // All of it is published; what entries that were taken back pointed to goes with it.
  frame_ = model::Frame();
  block_.reset();
  const model::Cursor read = core_.ReadCursor();
  model::Cursor cursor;
  Status followed = hosts_.Follow([&] {
    cursor = read;
    const bool move = source_.info().server_uuid != server_uuid_;
    if (move) {
      if (Status s = MayMove(); !s.ok()) return s;
    }
    if (Status s = ContinueOnServer(source_.info(), &cursor); !s.ok()) return s;
    return source_.Open(cursor);
  });
  if (!followed.ok()) return followed;
  const std::string& uuid = source_.info().server_uuid;
  if (uuid != server_uuid_) {
    settings_.Log(
        LogLevel::kWarning,
        fmt::format("stream {}: goes on with server {} at {}, behind {}; it was server {}",
                    settings_.stream_name, uuid, source_.info().endpoint, cursor.gtids.ToString(),
                    server_uuid_));
    server_uuid_ = uuid;
    // Servers order transactions differently: what was read stays read.
    left_out_ = cursor.gtids;
    server_ = core_.BeginServer(uuid, left_out_);
    parts_ = core_.PartsElsewhere();
    reruns_ = GtidSet();
    in_transaction_ = false;
    if (Status s = MoveUntil(); !s.ok()) return s;
  }
  core_.SetSource(source_.info());
  cursor.server_uuid = uuid;
  return Begin(cursor);
}

// A place to end at is one of the server that was followed when the stream was opened.
Status Reader::MayMove() const {
  const std::optional<model::StartPoint>& until = settings_.source.until;
  using Kind = model::StartPoint::Kind;
  if (!until || (until->kind != Kind::kPosition && until->kind != Kind::kAfterEntry)) {
    return Status::Ok();
  }
  return Status(Code::kPositionLost,
                fmt::format("source.until={} is a place of server {}, and {} is server {}",
                            until->position.ToString(), server_uuid_, source_.info().endpoint,
                            source_.info().server_uuid));
}

// The end as it was at the opening may lie anywhere here, but not behind the end as it is now.
Status Reader::MoveUntil() {
  if (until_.empty()) return Status::Ok();
  auto latest = source_.Resolve(model::StartPoint());
  if (!latest.ok()) return latest.status();
  until_ = Place(std::make_shared<model::BinlogFile>(latest->file, server_), latest->offset, 0);
  return Status::Ok();
}

// --- entries ---

model::EntryBlock& Reader::BlockForNext() {
  // No sooner than what it holds is more than what it takes itself.
  const uint64_t seal =
      std::clamp<uint64_t>(settings_.buffer_bytes / 16, model::EntryBlock::kBytes, 1 << 20);
  if (block_ != nullptr && !block_->full() && block_bytes_ < seal) return *block_;
  auto next = std::make_shared<model::EntryBlock>(room_.budget());
  if (block_ != nullptr && block_->full()) Publish();
  TakeBlock();
  block_ = std::move(next);
  block_published_ = 0;
  block_bytes_ = 0;
  return *block_;
}

void Reader::TakeBlock() {
  if (block_ == nullptr || block_->size() == block_published_) return;
  const auto first = static_cast<uint32_t>(block_published_);
  const auto count = static_cast<uint32_t>(block_->size() - block_published_);
  publication_.entries.push_back(model::Segment{block_, first, count});
  block_published_ = block_->size();
}

void Reader::Appended() {
  model::EntryData& entry = block_->Last();
  const bool heartbeat = entry.kind == EntryKind::kHeartbeat;
  if (!heartbeat) Number(entry);
  if (!skip_.empty() && !heartbeat) {
    if (Compare(entry, skip_) <= 0) {
      block_->RemoveLast();
      return;
    }
    skip_ = Place();
  }
  if (!heartbeat && IsInPart(entry)) {
    block_->RemoveLast();
    return;
  }
  ++appended_;
  ++pending_;
  if (heartbeat) {
    if (!in_transaction_ && skip_part_.empty()) {
      CursorTracker::End boundary;
      boundary.end_seq = appended_;
      publication_.ends.push_back(std::move(boundary));
    }
    return;
  }
  if (entry.kind == EntryKind::kDdl) publication_.ddl.push_back(appended_ - 1);
  in_transaction_ = true;
  last_offset_ = entry.offset;
  last_ordinal_ = entry.ordinal;
  last_entry_ = &entry;
}

void Reader::BeginTransaction(const model::EntryData& entry) {
  const bool named = entry.transaction != nullptr;
  rerun_ = named && !reruns_.empty() && reruns_.Contains(entry.transaction->gtid);
  if (skip_part_.empty() && parts_.empty()) return;
  gtid_ = named ? entry.transaction->gtid : Gtid();
}

// A crash of the server cut the transaction short: its rest never comes, and another one gets its
// GTID. What was had of it was this one if so many entries of it are here, as they were there.
void Reader::CutShort() {
  const uint32_t entries = std::exchange(index_, 0);
  if (entries == 0 || gtid_.empty()) return;
  const auto was_this = [&](const model::Part& part) {
    return part.gtid == gtid_ && part.entries <= entries;
  };
  if (was_this(skip_part_)) skip_part_ = model::Part();
  if (std::erase_if(parts_, was_this) > 0) (void)reruns_.Add(gtid_);
}

// Sizes are those of rows as they are logged, without what differs between servers.
void Reader::Number(model::EntryData& entry) {
  const uint64_t transaction = entry.transaction != nullptr ? entry.transaction->offset : 0;
  if (index_ == 0 || transaction != transaction_offset_) {
    index_ = 0;
    digest_ = 0;
    transaction_offset_ = transaction;
    BeginTransaction(entry);
  }
  entry.rerun = rerun_;
  constexpr uint32_t kMix = 0x9e3779b1;
  digest_ = (digest_ ^ (entry.size * 16 + static_cast<uint32_t>(entry.kind))) * kMix;
  digest_ ^= digest_ >> 15;
  entry.index = ++index_;
  entry.digest = digest_;
}

Status Reader::Differs(const model::Part& part, std::string_view how) const {
  return Status(
      Code::kDiverged,
      fmt::format("transaction {}: {} entries of it were delivered from another server, and {} {}, "
                  "so that the rest can not be told: connect to that server again; or, if the "
                  "transaction may be delivered once more, begin a stream of another name with "
                  "source.start='{}'",
                  part.gtid.ToString(), part.entries, source_.info().endpoint, how,
                  core_.AckCursor().gtids.ToString()));
}

void Reader::CheckPart(const model::EntryData& entry, const model::Part& part) {
  if (entry.index != part.entries || entry.digest == part.digest || !part_error_.ok()) return;
  part_error_ = Differs(part, fmt::format("has it in other pieces, at {}",
                                          Entry(&entry, false).position().ToString()));
}

// Whether the entry was delivered from another server, as one of the first of its transaction.
bool Reader::IsInPart(const model::EntryData& entry) {
  if (!part_error_.ok()) return true;  // nothing behind what is wrong is delivered
  if (skip_part_.empty() && parts_.empty()) return false;
  if (entry.transaction == nullptr) return false;
  for (const model::Part& part : parts_) {
    if (entry.transaction->gtid == part.gtid) CheckPart(entry, part);
  }
  if (skip_part_.empty()) return false;
  if (entry.transaction->gtid != skip_part_.gtid) {
    // A consumer must not see one transaction inside another.
    if (part_error_.ok()) {
      part_error_ = Differs(
          skip_part_, fmt::format("has {} before it, at {}", entry.transaction->gtid.ToString(),
                                  Entry(&entry, false).position().ToString()));
    }
    return true;
  }
  CheckPart(entry, skip_part_);
  return entry.index <= skip_part_.entries;
}

// Whether the place lies before the last entry that was delivered, inside whose transaction reading
// began again. No transaction ends there but such as are left out, which a dump by GTIDs did not
// have and a dump from a place in the file has; and, by GTIDs, such as had nothing to deliver.
bool Reader::WasRead(const model::BinlogFile& file, uint64_t offset) const {
  return !skip_.empty() &&
         ComparePlaces(file, offset, 0, *skip_.file, skip_.offset, skip_.ordinal) <= 0;
}

// A new file is a place to restart from: the one before may be purged while nothing happens.
void Reader::FollowRotation() {
  const std::shared_ptr<const model::BinlogFile>& file = decoder_->file();
  if (file == file_) return;
  if (file_ != nullptr && file != nullptr && file->name == file_->name) {
    file_ = file;  // more is known of it
    return;
  }
  if (file_ != nullptr) CutShort();
  if (file_ != nullptr) publication_.progress.files.push_back({file_, file_size_});
  if (file_ != nullptr && file != nullptr && !decoder_->in_transaction() && skip_part_.empty()) {
    constexpr uint64_t kFirstEvent = 4;
    CursorTracker::End mark;
    mark.end_seq = appended_;
    mark.file = file;
    mark.next_offset = std::max(decoder_->offset(), kFirstEvent);
    mark.last_entry = Place(file, mark.next_offset, 0);
    if (!WasRead(*file, mark.next_offset)) publication_.ends.push_back(std::move(mark));
  }
  file_ = file;
}

void Reader::CheckLength(const model::Part& part) {
  if (index_ >= part.entries || !part_error_.ok()) return;
  part_error_ = Differs(part, fmt::format("has only {} entries of it", index_));
}

void Reader::TransactionEnded(model::TransactionEnd end) {
  if (!skip_part_.empty() && end.gtid == skip_part_.gtid) {
    CheckLength(skip_part_);
    skip_part_ = model::Part();
  }
  for (const model::Part& part : parts_) {
    if (end.gtid == part.gtid && !left_out_.Contains(end.gtid)) CheckLength(part);
  }
  index_ = 0;
  if (!part_error_.ok()) return;
  if (!skip_part_.empty() || WasRead(*end.file, end.next_offset)) {
    // Before a transaction that was delivered in part: no place to end at.
    if (!end.gtid.empty() && !left_out_.Contains(end.gtid)) (void)passed_.Add(end.gtid);
    return;
  }
  CursorTracker::End mark;
  mark.end_seq = appended_;
  if (!passed_.empty()) {
    mark.more = std::make_unique<GtidSet>(std::move(passed_));
    passed_ = GtidSet();
  }
  // What is left out is in the cursor's set, which MariaDB's lower numbers would take back.
  if (!left_out_.Contains(end.gtid)) mark.gtid = std::move(end.gtid);
  // A transaction lies within one file.
  mark.last_entry = in_transaction_ ? Place(end.file, last_offset_, last_ordinal_)
                                    : Place(end.file, end.next_offset, 0);
  mark.file = std::move(end.file);
  mark.next_offset = end.next_offset;
  publication_.ends.push_back(std::move(mark));
  in_transaction_ = false;
  attempts_ = 0;
}

// A compressed transaction is read in pieces as long as what is published at once, with a look for
// room between them.
bool Reader::WantsMore(size_t bytes) {
  block_bytes_ += bytes;
  pending_bytes_ += bytes;
  return pending_ < kPublishEntries && pending_bytes_ < kPublishBytes;
}

void Reader::Publish(Supply supply) {
  TakeBlock();
  if (last_entry_ != nullptr) {
    publication_.last_read = EntryPlace(*last_entry_);
    last_entry_ = nullptr;
  }
  Progress& progress = publication_.progress;
  progress.file = decoder_->file();
  progress.offset = decoder_->offset();
  progress.in_transaction = decoder_->in_transaction();
  progress.waiting = supply != Supply::kPerhaps;
  progress.heartbeat = supply == Supply::kHeartbeat;
  progress.last_event_s = last_event_s_;
  progress.entries = appended_;
  progress.counters = counted_;
  progress.counters += decoder_->counters();
  core_.Publish(&publication_);
  pending_ = 0;
  pending_bytes_ = 0;
}

void Reader::NoteFrame() {
  if (frame_.bytes.size() < kHeaderSize) return;
  const uint8_t type = TypeOf(frame_);
  if (!IsBetweenTransactions(type)) {
    last_event_s_ = SecondsOf(frame_);
  } else if (type == kRotate) {
    // A file that a crash of the server ended has none of its own at its end.
    file_size_ = decoder_->offset() + (IsArtificial(frame_) ? 0 : frame_.bytes.size());
  }
}

// --- steps ---

Reader::Next Reader::Step() {
  if (finished_) return Next::kNothing;
  if (!connected_) return Reconnect();
  return Read();
}

Reader::Next Reader::Read() {
  if (room_.full() && (core_.unacknowledged() > 0 || pending_ > 0)) {
    Publish();
    block_.reset();  // so that acks give back all of it
    frame_ = model::Frame();
    return Next::kRoom;
  }
  const bool inside_event = decoder_->has_more();
  if (!inside_event && AtUntil()) {
    return Ended(Status(Code::kEnd, "the stream reached source.until"));
  }
  if (pending_ >= kPublishEntries || pending_bytes_ >= kPublishBytes ||
      (!inside_event && !source_.Ready())) {
    Publish(!inside_event && !source_.Ready() ? Supply::kNotAtOnce : Supply::kPerhaps);
    core_.SaveIdleProgress(kIdleSave);
  }
  if (inside_event) return Decoded(decoder_->Continue(*this));
  if (Status s = source_.Next(&frame_); !s.ok()) {
    Publish();
    switch (s.code()) {
      case Code::kClosed:
        finished_ = true;
        return Next::kNothing;
      case Code::kEnd:
        return Ended(s);
      case Code::kConnection:
        return Lost(s);
      default:
        return Failed(s);
    }
  }
  if (FrameIsBehindUntil(frame_)) {
    return Ended(Status(Code::kEnd, "the stream reached source.until"));
  }
  block_bytes_ += frame_.bytes.size();
  pending_bytes_ += frame_.bytes.size();
  NoteFrame();
  const Next next = Decoded(decoder_->Feed(frame_, *this));
  if (next != Next::kStep) return next;
  if (IsHeartbeat(frame_)) {
    attempts_ = 0;
    // One that waited in files tells nothing of the server's end (stream/spool.h).
    Publish(source_.Ready() ? Supply::kPerhaps : Supply::kHeartbeat);
    core_.SaveIdleProgress(std::chrono::nanoseconds(0));
  }
  return Next::kStep;
}

// What follows from how decoding went.
Reader::Next Reader::Decoded(Status status) {
  if (status.ok()) status = filter_.status();
  if (status.ok()) status = part_error_;
  if (!status.ok()) {
    Publish();
    // The catalogue is asked over a connection too.
    return status.code() == Code::kConnection ? Lost(status) : Failed(status);
  }
  FollowRotation();
  if (schemas_.untrimmed() > kTrimSchemas) {
    if (Status s = schemas_.Trim(core_.AckCursor()); !s.ok()) {
      Publish();
      return Failed(s);
    }
  }
  return Next::kStep;
}

bool Reader::AtUntil() const {
  if (until_.empty() || decoder_->in_transaction() || decoder_->file() == nullptr) return false;
  return ComparePlaces(*decoder_->file(), decoder_->offset(), 0, *until_.file, until_.offset, 0) >=
         0;
}

bool Reader::FrameIsBehindUntil(const model::Frame& frame) const {
  if (!settings_.source.until ||
      settings_.source.until->kind != model::StartPoint::Kind::kTimestamp ||
      frame.bytes.size() < kHeaderSize || decoder_->in_transaction()) {
    return false;
  }
  return !IsBetweenTransactions(TypeOf(frame)) &&
         SecondsOf(frame) * int64_t{1000000} >= settings_.source.until->timestamp_us;
}

Reader::Next Reader::Ended(const Status& why) {
  Publish();
  finished_ = true;
  core_.SaveIdleProgress(std::chrono::nanoseconds(0));
  core_.End(StreamState::kEnded, why);
  return Next::kNothing;
}

Reader::Next Reader::Failed(const Status& why) {
  finished_ = true;
  settings_.Log(LogLevel::kError,
                fmt::format("stream {} failed: {}", settings_.stream_name, why.ToString()));
  core_.End(StreamState::kFailed, why);
  return Next::kNothing;
}

// --- retries ---

Reader::Next Reader::Lost(const Status& why) {
  connected_ = false;
  const model::RetrySettings& retry = settings_.source.retry;
  if (attempts_ == 0) {
    lost_at_ = runtime_.Elapsed();
    first_loss_ = why;
  }
  if (retry.max_attempts >= 0 && attempts_ >= retry.max_attempts) {
    const double seconds = std::chrono::duration<double>(runtime_.Elapsed() - lost_at_).count();
    return Failed(
        Status(Code::kConnection,
               attempts_ == 0
                   ? fmt::format("{} (source.retry.max_attempts=0: not tried again)", why.message())
                   : fmt::format("gave up after {} reconnections in {:.1f} s "
                                 "(source.retry.max_attempts): lost by: {}; last: {}",
                                 attempts_, seconds, first_loss_.message(), why.message())));
  }
  // Doubled each time, up to the longest; from half of it to all of it.
  milliseconds wait = std::min(retry.initial, retry.max);
  for (int64_t i = 0; i < attempts_ && wait < retry.max; ++i) wait = std::min(wait * 2, retry.max);
  std::uniform_int_distribution<int64_t> spread(wait.count() - wait.count() / 2, wait.count());
  back_off_ = milliseconds(spread(jitter_));
  ++attempts_;
  settings_.Log(LogLevel::kWarning,
                fmt::format("stream {}: {}; reconnection {} in {} ms", settings_.stream_name,
                            why.message(), attempts_, back_off_.count()));
  core_.SetState(StreamState::kConnecting, why);
  return Next::kBackOff;
}

Reader::Next Reader::Reconnect() {
  if (Status s = Reopen(); !s.ok()) {
    switch (s.code()) {
      case Code::kClosed:
        finished_ = true;
        return Next::kNothing;
      case Code::kConnection:
        return Lost(s);
      default:
        return Failed(s);
    }
  }
  connected_ = true;
  core_.CountReconnect();
  core_.SetState(StreamState::kRunning, Status::Ok());
  settings_.Log(LogLevel::kInfo, fmt::format("stream {}: connected again to {}",
                                             settings_.stream_name, source_.info().endpoint));
  return Next::kStep;
}

}  // namespace towpath::stream
