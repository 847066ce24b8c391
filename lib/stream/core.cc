#include "stream/core.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "fmt/format.h"

namespace towpath::stream {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

// How long somebody who looked at the status is taken to be about to look again.
constexpr std::chrono::minutes kAttention{5};

Status Closed() { return Status(Code::kClosed, "the stream was closed"); }

Place PlaceOf(const model::Cursor& cursor, uint32_t server) {
  if (cursor.file.empty()) return Place();
  return Place(std::make_shared<model::BinlogFile>(cursor.file, server), cursor.offset, 0);
}

}  // namespace

// What somebody waits for to be durable.
struct StreamCore::Operation {
  int64_t ack_mark = 0;  // 0: no ack
  uint64_t ack_end = 0;
  const EntryPlace* processed = nullptr;
  bool done = false;
  Status result;
};

// The state as it will be once it is durable.
struct StreamCore::Change {
  store::StreamRecord record;
  int64_t ack_mark = 0;  // 0: the ack cursor stays at its entry
  uint64_t ack_end = 0;
  EntryPlace acked;
  CursorTracker::Advance advance;
  Processed processed;
};

// The entries of the next batch.
struct StreamCore::Plan {
  uint64_t begin = 0;  // first one not left out; those from the get cursor to it are
  uint64_t end = 0;
  bool nothing = true;  // not even a duplicate to leave out
  bool full = false;    // waiting would not add to it
};

StreamCore::StreamCore(const model::Settings& settings, Runtime& runtime, Room& room,
                       std::unique_ptr<store::RecordHolder> holder, store::StreamRecord record)
    : settings_(settings),
      runtime_(runtime),
      room_(room),
      readable_(runtime.NewCondition()),
      written_(runtime.NewCondition()),
      holder_(std::move(holder)),
      record_(std::move(record)),
      ends_(room.budget()),
      statistics_(runtime, PlaceOf(record_.ack, 0)) {
  model::Cursor cursor = record_.ack;
  // They are of no place: kept here.
  cursor.known = GtidSet();
  cursor.known_origins = model::OriginState();
  cursor.delivered = GtidSet();
  ends_.Start(std::move(cursor), record_.ack.server_uuid);
  marks_.Start(record_.next_mark);
  processed_.Start(record_);
  acked_.position = record_.acked;
  last_read_ = acked_;
  left_out_.push_back(record_.left_out);
  if (record_.created_us == 0) record_.created_us = runtime_.WallMicroseconds();
}

StreamCore::~StreamCore() = default;

Status StreamCore::Start() {
  FreedBlocks freed;
  Lock lock(mutex_);
  Operation reserve;
  return Write(&reserve, lock, &freed);
}

// --- the reader ---

void StreamCore::Publish(Publication* publication) {
  const bool news = !publication->empty();
  {
    const std::lock_guard lock(mutex_);
    statistics_.Read(publication->progress);
    for (const model::Segment& segment : publication->entries) buffer_.Append(segment);
    for (CursorTracker::End& end : publication->ends) {
      record_.ack.known_origins.Add(end.gtid);
      ends_.Append(std::move(end));
    }
    if (settings_.batch_isolate_ddl) {
      ddl_.insert(ddl_.end(), publication->ddl.begin(), publication->ddl.end());
    }
    if (!publication->last_read.empty()) last_read_ = std::move(publication->last_read);
    unacknowledged_.store(buffer_.end() - buffer_.begin(), std::memory_order_release);
  }
  if (news) readable_->NotifyAll();
  publication->Clear();
}

void StreamCore::SetState(StreamState state, const Status& error) {
  const std::lock_guard lock(mutex_);
  statistics_.SetState(state, error);
}

void StreamCore::CountReconnect() {
  const std::lock_guard lock(mutex_);
  statistics_.CountReconnect();
}

void StreamCore::LearnEnd(const source::SourceEnd& end) {
  const std::lock_guard lock(mutex_);
  // The server that was asked may not be the one that is read any more.
  if (end.server_uuid == server_uuid_) statistics_.LearnEnd(end);
}

bool StreamCore::WantsEnd() const {
  const std::lock_guard lock(mutex_);
  const bool looked = looked_at_ && runtime_.Elapsed() - *looked_at_ < kAttention;
  return (looked || looks_expected_) && statistics_.WantsEnd();
}

void StreamCore::ExpectLooks() {
  const std::lock_guard lock(mutex_);
  looks_expected_ = true;
}

void StreamCore::End(StreamState state, const Status& why) {
  {
    const std::lock_guard lock(mutex_);
    statistics_.SetState(state, state == StreamState::kFailed ? why : Status::Ok());
    end_ = why;
  }
  readable_->NotifyAll();
}

void StreamCore::SetWaitingForRoom(bool waiting) {
  {
    const std::lock_guard lock(mutex_);
    waiting_for_room_ = waiting;
    statistics_.SetWaitingForRoom(waiting);
  }
  if (waiting) readable_->NotifyAll();
}

uint32_t StreamCore::BeginServer(const std::string& uuid, const GtidSet& left_out) {
  const std::lock_guard lock(mutex_);
  left_out_.push_back(left_out);
  const uint32_t server = ends_.AddServer(uuid);
  processed_.BeginServer();
  statistics_.BeginServer(server);
  return server;
}

std::vector<model::Part> StreamCore::PartsElsewhere() const {
  const std::lock_guard lock(mutex_);
  return processed_.parts_elsewhere();
}

void StreamCore::SetSource(const source::SourceInfo& info) {
  const std::lock_guard lock(mutex_);
  endpoint_ = info.endpoint;
  server_uuid_ = info.server_uuid;
  statistics_.LearnEnd(info.end);
  (void)record_.ack.known.Add(info.known);
  record_.ack.known_origins.Add(info.known_origins);
}

model::Cursor StreamCore::ReadCursor() const {
  const std::lock_guard lock(mutex_);
  const bool read_any = buffer_.end() > 0;
  model::Cursor cursor = ends_.ReadCursor(read_any ? last_read_ : EntryPlace());
  cursor.known = record_.ack.known;
  cursor.known_origins = record_.ack.known_origins;
  store::StreamRecord record;
  record.ack.part = cursor.part;
  processed_.Save(0, &record);  // all of it: on whichever server it was
  cursor.delivered = DeliveredBehind(record);
  return cursor;
}

model::Cursor StreamCore::AckCursor() const {
  const std::lock_guard lock(mutex_);
  return ends_.cursor();
}

void StreamCore::SaveIdleProgress(std::chrono::nanoseconds at_least) {
  FreedBlocks freed;
  Lock lock(mutex_);
  if (closed_ || !ends_.CanAdvance(buffer_.begin())) return;
  if (runtime_.Elapsed() - last_save_ < at_least) return;
  Operation progress;
  // A store that fails here fails the next ack too, which says so.
  (void)Write(&progress, lock, &freed);
}

// --- get ---

bool StreamCore::IsDuplicate(const model::EntryData& entry) const {
  return settings_.dedup != model::DedupMode::kOff && processed_.Covers(entry);
}

StreamCore::Plan StreamCore::PlanBatch(size_t max_entries) const {
  Plan plan;
  uint64_t readable = buffer_.end();
  const bool whole = settings_.batch_whole_transactions;
  if (whole) readable = ends_.LastBoundary(get_seq_, buffer_.end()).value_or(get_seq_);
  if (readable == get_seq_) return plan;
  plan.nothing = false;
  plan.begin = get_seq_;
  if (settings_.dedup == model::DedupMode::kDrop) {
    plan.begin = buffer_.Scan(get_seq_, readable, [this](uint64_t, const model::EntryData& entry) {
      return IsDuplicate(entry);
    });
  }
  plan.end = readable;
  if (readable - plan.begin > max_entries) {
    plan.end = plan.begin + max_entries;
    if (whole) {
      plan.end = ends_.LastBoundary(plan.begin, plan.end)
                     .value_or(ends_.FirstBoundary(plan.begin).value_or(readable));
    }
  }
  plan.full = plan.end - plan.begin >= max_entries || plan.end < readable;
  if (!settings_.batch_isolate_ddl) return plan;
  const auto ddl = std::lower_bound(ddl_.begin(), ddl_.end(), plan.begin);
  if (ddl == ddl_.end() || *ddl >= plan.end) return plan;
  // The unit that must come alone is the statement or, with whole transactions, its transaction.
  uint64_t first = *ddl;
  uint64_t behind = *ddl + 1;
  if (whole) {
    first = ends_.LastBoundary(plan.begin, *ddl).value_or(plan.begin);
    behind = ends_.FirstBoundary(*ddl).value_or(plan.end);
  }
  plan.end = first > plan.begin ? first : behind;
  plan.full = true;
  return plan;
}

Batch StreamCore::MakeBatch(const Plan& plan) {
  auto data = std::make_shared<model::BatchData>();
  data->mark = marks_.Take();
  // On one server, duplicates come first.
  const uint64_t first = buffer_.Scan(
      plan.begin, plan.end,
      [](uint64_t, const model::EntryData& entry) { return entry.kind == EntryKind::kHeartbeat; });
  const bool may_repeat = first < plan.end && settings_.dedup != model::DedupMode::kOff &&
                          (processed_.HasElsewhere() || IsDuplicate(buffer_.At(first)));
  if (!may_repeat) {
    buffer_.Copy(plan.begin, plan.end, &data->segments);
  } else if (settings_.dedup == model::DedupMode::kFlag) {
    buffer_.Copy(plan.begin, plan.end, &data->segments);
    data->duplicates.resize(plan.end - plan.begin);
    buffer_.Scan(plan.begin, plan.end, [&](uint64_t seq, const model::EntryData& entry) {
      data->duplicates[seq - plan.begin] = IsDuplicate(entry);
      return true;
    });
  } else {
    // Duplicates behind a new entry: transactions of another server come in any order.
    uint64_t seq = plan.begin;
    while (seq < plan.end) {
      const auto duplicate = [this](uint64_t, const model::EntryData& e) { return IsDuplicate(e); };
      const auto fresh = [this](uint64_t, const model::EntryData& e) { return !IsDuplicate(e); };
      const uint64_t begin = buffer_.Scan(seq, plan.end, duplicate);
      seq = buffer_.Scan(begin, plan.end, fresh);
      buffer_.Copy(begin, seq, &data->segments);
    }
  }
  for (const model::Segment& segment : data->segments) data->size += segment.count;
  // Flagged, or left out: by this batch, and before it.
  const uint64_t left_out = plan.end - get_seq_ - data->size;
  const auto flagged = std::count(data->duplicates.begin(), data->duplicates.end(), true);
  statistics_.Delivered(data->size, left_out + static_cast<uint64_t>(flagged));
  marks_.Push(OutstandingBatch{data->mark, get_seq_, plan.end, runtime_.Elapsed(), data});
  get_seq_ = plan.end;
  return Batch(std::move(data));
}

Result<Batch> StreamCore::Take(size_t max_entries, milliseconds timeout, bool alone) {
  if (max_entries < 1 || max_entries > std::numeric_limits<int32_t>::max()) {
    return Status(Code::kInvalidArgument,
                  fmt::format("get of {} entries: must be 1 to {}", max_entries,
                              std::numeric_limits<int32_t>::max()));
  }
  // Longer than anybody waits, and far from the end of the clock.
  const milliseconds patience = std::min<milliseconds>(timeout, std::chrono::hours(24 * 365));
  const nanoseconds deadline = runtime_.Elapsed() + patience;
  std::optional<nanoseconds> linger;
  FreedBlocks freed;
  Lock lock(mutex_);
  for (;;) {
    if (closed_) return Closed();
    if (alone && !marks_.empty()) {
      return Status(Code::kOutOfOrder,
                    fmt::format("get acknowledges its batch, but mark {} is older and outstanding: "
                                "acknowledge it or roll back first",
                                marks_.front().mark));
    }
    const Plan plan = PlanBatch(max_entries);
    if (!plan.nothing) {
      const nanoseconds now = runtime_.Elapsed();
      if (!linger) linger = now + settings_.batch_linger;
      const bool may_grow =
          !plan.full && end_.ok() && !waiting_for_room_ && timeout != milliseconds(0);
      if (may_grow && now < *linger) {
        readable_->WaitFor(lock, *linger - now);
        continue;
      }
      if (marks_.available()) return MakeBatch(plan);
      Operation reserve;
      if (Status s = Write(&reserve, lock, &freed); !s.ok()) return s;
      continue;
    }
    if (!end_.ok()) return end_;
    if (settings_.batch_whole_transactions && waiting_for_room_ && marks_.empty() &&
        buffer_.end() > get_seq_) {
      return Status(Code::kLimit,
                    fmt::format("the transaction at {} does not fit into buffer.bytes={} ({} bytes "
                                "in use), and batch.whole_transactions=true does not let it come "
                                "in parts: raise the one or set the other to false",
                                Entry(&buffer_.At(get_seq_), false).position().ToString(),
                                settings_.buffer_bytes, room_.budget()->used()));
    }
    if (timeout == milliseconds(0)) return Batch();
    if (timeout < milliseconds(0)) {
      readable_->Wait(lock);
    } else if (const nanoseconds now = runtime_.Elapsed(); now < deadline) {
      readable_->WaitFor(lock, deadline - now);
    } else {
      timeout = milliseconds(0);
    }
  }
}

Result<Batch> StreamCore::GetWithoutAck(size_t max_entries, milliseconds timeout) {
  return Take(max_entries, timeout, false);
}

Result<Batch> StreamCore::Get(size_t max_entries, milliseconds timeout) {
  auto batch = Take(max_entries, timeout, true);
  if (!batch.ok() || batch->mark() == Batch::kNoMark) return batch;
  if (Status s = Ack(batch->mark(), false); !s.ok()) {
    // Not handed out after all: the next get brings the entries again.
    (void)RollbackTo(batch->mark());
    return s;
  }
  return batch;
}

Result<Batch> StreamCore::GetOutstanding(int64_t mark) const {
  const std::lock_guard lock(mutex_);
  if (closed_) return Closed();
  if (const OutstandingBatch* batch = marks_.Find(mark)) return Batch(batch->data);
  return Status(Code::kUnknownMark, fmt::format("mark {} is not outstanding", mark));
}

// --- ack and rollback ---

Status StreamCore::Ack(int64_t mark, bool through) {
  FreedBlocks freed;  // outlives the lock
  Lock lock(mutex_);
  return AckLocked(mark, through, lock, &freed);
}

Status StreamCore::AckLocked(int64_t mark, bool through, Lock& lock, FreedBlocks* freed) {
  if (closed_) return Closed();
  const auto batch = marks_.CheckAck(mark, settled_mark_, through);
  if (!batch.ok()) return batch.status();
  Operation ack;
  ack.ack_mark = mark;
  ack.ack_end = (*batch)->end;
  settled_mark_ = mark;
  ++acks_under_way_;
  Status result;
  if (settings_.ack_durability == model::AckDurability::kInterval && flush_error_.ok()) {
    while (writing_) written_->Wait(lock);
    Apply(Prepare({&ack}), freed);
    unsaved_ = true;
  } else {
    result = Write(&ack, lock, freed);
  }
  if (--acks_under_way_ == 0) {
    settled_mark_ = 0;
    written_->NotifyAll();
  }
  return result;
}

EntryPlace StreamCore::LastEntry(uint64_t from, uint64_t to) const {
  for (uint64_t seq = to; seq > from; --seq) {
    const model::EntryData& entry = buffer_.At(seq - 1);
    if (entry.kind != EntryKind::kHeartbeat) return EntryPlace(entry);
  }
  return {};
}

EntryPlace StreamCore::Locate(const Position& position) const {
  for (uint32_t server = 0; server < left_out_.size(); ++server) {
    const Place place(position, server);
    uint64_t low = buffer_.begin();
    uint64_t high = buffer_.end();
    while (low < high) {
      const uint64_t middle = low + (high - low) / 2;
      if (Compare(buffer_.At(middle), place) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; low < buffer_.end() && Compare(buffer_.At(low), place) == 0; ++low) {
      const model::EntryData& entry = buffer_.At(low);
      if (entry.kind == EntryKind::kHeartbeat) continue;
      const bool other = !position.gtid.empty() && entry.transaction != nullptr &&
                         entry.transaction->gtid != position.gtid;
      if (!other) return EntryPlace(entry);
    }
  }
  // On one server, any position has its place.
  EntryPlace known;
  if (left_out_.size() == 1) known.position = position;
  return known;
}

StreamCore::Change StreamCore::Prepare(const std::vector<Operation*>& operations) {
  Change change;
  change.ack_end = buffer_.begin();
  change.processed = processed_;
  for (const Operation* operation : operations) {
    if (operation->ack_mark > change.ack_mark) {
      change.ack_mark = operation->ack_mark;
      change.ack_end = std::max(change.ack_end, operation->ack_end);
    }
  }
  change.acked = LastEntry(buffer_.begin(), change.ack_end);
  if (change.acked.empty()) change.acked = acked_;
  change.advance = ends_.AdvanceTo(change.ack_end, buffer_);
  change.processed.Acknowledged(change.acked, change.advance.cursor);
  for (const Operation* operation : operations) {
    if (operation->processed != nullptr && change.processed.IsBefore(*operation->processed)) {
      change.processed.MoveTo(*operation->processed, ends_);
    }
  }
  change.record.ack = change.advance.cursor;
  // A position of the server that the ack cursor belongs to.
  if (change.acked.server == change.advance.server) change.record.acked = change.acked.position;
  change.processed.Save(change.advance.server, &change.record);
  change.record.left_out = left_out_[change.advance.server];
  change.record.ack.known = record_.ack.known;
  change.record.ack.known_origins = record_.ack.known_origins;
  change.record.next_mark = closed_ ? marks_.next() : marks_.reservation();
  change.record.flavor = record_.flavor;
  change.record.server_version = record_.server_version;
  change.record.created_us = record_.created_us;
  change.record.updated_us = runtime_.WallMicroseconds();
  return change;
}

void StreamCore::Apply(Change change, FreedBlocks* freed) {
  processed_ = std::move(change.processed);
  ends_.Apply(std::move(change.advance));
  if (change.ack_mark == 0) return;
  acked_ = std::move(change.acked);
  marks_.DropThrough(change.ack_mark);
  statistics_.Acknowledged(change.ack_end - buffer_.begin());
  buffer_.DropBefore(change.ack_end, freed);
  while (!ddl_.empty() && ddl_.front() < change.ack_end) ddl_.pop_front();
  unacknowledged_.store(buffer_.end() - buffer_.begin(), std::memory_order_release);
  if (buffer_.begin() == buffer_.end()) room_.Poke();
  if (waiting_for_room_ && marks_.empty()) readable_->NotifyAll();  // to say so: Take
}

Status StreamCore::Write(Operation* operation, Lock& lock, FreedBlocks* freed) {
  queue_.push_back(operation);
  while (!operation->done) {
    if (writing_) {
      written_->Wait(lock);
    } else {
      WriteGroup(lock, freed);
    }
  }
  return operation->result;
}

void StreamCore::WriteGroup(Lock& lock, FreedBlocks* freed) {
  writing_ = true;
  std::vector<Operation*> group = std::move(queue_);
  queue_.clear();
  Change change = Prepare(group);
  lock.unlock();
  const std::chrono::nanoseconds begin = runtime_.Elapsed();
  const Status saved = holder_ != nullptr ? holder_->Save(change.record) : Closed();
  const std::chrono::nanoseconds end = runtime_.Elapsed();
  lock.lock();
  statistics_.Wrote(saved.ok(), end - begin);
  writing_ = false;
  if (saved.ok()) {
    marks_.Reserved(change.record.next_mark);
    statistics_.Saved(PlaceOf(change.record.ack, change.advance.server));
    Apply(std::move(change), freed);
    last_save_ = end;
    unsaved_ = false;
    flush_error_ = Status();
  } else {
    // An ack that came meanwhile counts on one of the group.
    settled_mark_ = 0;
    for (auto it = queue_.begin(); it != queue_.end();) {
      if ((*it)->ack_mark != 0) {
        group.push_back(*it);
        it = queue_.erase(it);
      } else {
        ++it;
      }
    }
  }
  for (Operation* operation : group) {
    operation->done = true;
    operation->result = saved;
  }
  written_->NotifyAll();
}

Status StreamCore::RollbackTo(int64_t mark) {
  Lock lock(mutex_);
  while (acks_under_way_ > 0) written_->Wait(lock);
  if (closed_) return Closed();
  const OutstandingBatch* batch = marks_.Find(mark);
  if (batch == nullptr) {
    return Status(Code::kUnknownMark,
                  fmt::format("rollback to mark {}: it is not outstanding", mark));
  }
  get_seq_ = batch->begin;
  marks_.DropFrom(mark);
  statistics_.RolledBack();
  readable_->NotifyAll();
  return Status::Ok();
}

Status StreamCore::Rollback() {
  Lock lock(mutex_);
  while (acks_under_way_ > 0) written_->Wait(lock);
  if (closed_) return Closed();
  get_seq_ = buffer_.begin();
  marks_.DropFrom(0);
  statistics_.RolledBack();
  readable_->NotifyAll();
  return Status::Ok();
}

Status StreamCore::MarkProcessed(const Position& position) {
  if (position.empty()) {
    return Status(Code::kInvalidArgument, "mark_processed of an empty position");
  }
  FreedBlocks freed;
  Lock lock(mutex_);
  if (closed_) return Closed();
  const EntryPlace entry = Locate(position);
  const bool moves = !entry.empty() && processed_.IsBefore(entry);
  if (!moves && !unsaved_) return Status::Ok();
  Operation mark;
  if (moves) mark.processed = &entry;
  return Write(&mark, lock, &freed);
}

// Before it everything is acknowledged, or not for this stream; empty: not known.
Place StreamCore::Acknowledged() const {
  if (buffer_.begin() == buffer_.end() && !statistics_.in_transaction()) return statistics_.read();
  return ends_.PlaceAt(buffer_.begin());
}

// When the oldest entry that is not acknowledged was made, by the server's clock; 0: all are.
int64_t StreamCore::OldestMade() const {
  int64_t made_us = 0;
  buffer_.Scan(buffer_.begin(), buffer_.end(), [&](uint64_t, const model::EntryData& entry) {
    if (entry.kind == EntryKind::kHeartbeat) return true;
    const model::Transaction* transaction = entry.transaction;
    const bool exact = transaction != nullptr && transaction->commit_timestamp_us != 0;
    made_us = exact ? transaction->commit_timestamp_us : entry.timestamp_us;
    return false;
  });
  return made_us;
}

StreamStatus StreamCore::GetStatus() const {
  StreamStatus status;
  const std::lock_guard lock(mutex_);
  const std::chrono::nanoseconds now = runtime_.Elapsed();
  looked_at_ = now;
  status.ack_position = acked_.position;
  status.get_position = LastEntry(buffer_.begin(), get_seq_).position;
  if (status.get_position.empty()) status.get_position = acked_.position;
  status.processed = processed_.position();
  status.read_position = last_read_.position;
  if (ends_.cursor().gtids_known) status.gtid_set = ends_.cursor().gtids.ToString();
  status.next_mark = marks_.next();
  status.outstanding = marks_.size();
  if (!marks_.empty()) {
    status.oldest_mark = marks_.front().mark;
    status.oldest_mark_age_us =
        std::chrono::duration_cast<std::chrono::microseconds>(now - marks_.front().taken_at)
            .count();
  }
  status.buffered_entries = buffer_.end() - buffer_.begin();
  status.buffered_bytes = room_.budget()->used();
  status.buffer_limit = settings_.buffer_bytes;
  status.spilled_bytes = room_.spilled();
  status.endpoint = endpoint_;
  statistics_.Fill(Acknowledged(), OldestMade(), &status);
  return status;
}

// --- intervals and the end ---

void StreamCore::Flush() {
  FreedBlocks freed;
  Lock lock(mutex_);
  if (!unsaved_ || closed_) return;
  Operation flush;
  flush_error_ = Write(&flush, lock, &freed);
}

void StreamCore::Close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    statistics_.SetState(StreamState::kClosed, Status::Ok());
  }
  readable_->NotifyAll();
}

Status StreamCore::Finish() {
  FreedBlocks freed;
  Lock lock(mutex_);
  // An ack of an interval that came before Close may still wait for a write to end.
  while (writing_ || acks_under_way_ > 0 || !queue_.empty()) written_->Wait(lock);
  if (finished_) return finish_status_;
  finished_ = true;
  Operation last;
  finish_status_ = Write(&last, lock, &freed);
  holder_.reset();
  return finish_status_;
}

}  // namespace towpath::stream
