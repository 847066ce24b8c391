#include "tests/simulation/oracle.h"

#include <algorithm>

#include "stream/place.h"

namespace towpath::test {
namespace {

// Beside the buffer: an event, a block that is begun, two pieces of memory for compressed
// transactions, and the ends of transactions that are published with them.
constexpr uint64_t kSlack = 600 << 10;

bool IsAtOrBefore(const std::string& file_a, uint64_t offset_a, const std::string& file_b,
                  uint64_t offset_b) {
  const uint64_t a = BinlogFileNumber(file_a);
  const uint64_t b = BinlogFileNumber(file_b);
  return a != b ? a < b : offset_a <= offset_b;
}

bool SameEntry(const Position& a, const Position& b) {
  return a.offset == b.offset && a.ordinal == b.ordinal && a.file == b.file;
}

}  // namespace

// --- the list ---

void Oracle::Extend() {
  const auto& items = server_->items();
  for (; next_item_ < items.size(); ++next_item_) {
    const Gtid& gtid = items[next_item_].position.gtid;
    if (!gtid.empty() && excluded_.Contains(gtid)) continue;
    if (IsIn(left_out_part_, next_item_)) {
      // Once: a transaction that a crash cut short may be run again.
      if (!left_out_stretch_) left_out_stretch_ = items[next_item_].stretch;
      if (*left_out_stretch_ == items[next_item_].stretch) continue;
    }
    expected_.push_back(next_item_);
  }
}

size_t Oracle::expected() {
  Extend();
  return expected_.size();
}

size_t Oracle::IndexOf(const Position& position, const char* what) {
  if (position.empty()) return 0;
  const auto& items = server_->items();
  const auto at = std::partition_point(expected_.begin(), expected_.end(), [&](size_t item) {
    return ComparePositions(items[item].position, position) < 0;
  });
  Require(at != expected_.end() && SameEntry(items[*at].position, position),
          "{} is {}, where no entry stands", what, position.ToString());
  return static_cast<size_t>(at - expected_.begin()) + 1;
}

// Whether it is one of the first entries of the part's transaction.
bool Oracle::IsIn(const model::Part& part, size_t item) const {
  const Item& at = server_->items()[item];
  return !part.empty() && at.position.gtid == part.gtid &&
         item - server_->stretches()[at.stretch].first_item < part.entries;
}

bool Oracle::IsDuplicate(size_t index, size_t processed) const {
  if (settings_.dedup == model::DedupMode::kOff) return false;
  if (index < processed) return true;
  for (const model::Part& part : parts_elsewhere_) {
    if (IsIn(part, expected_[index])) return true;
  }
  const Gtid& gtid = ItemAt(index).position.gtid;
  return !elsewhere_.empty() && !gtid.empty() && elsewhere_.Contains(gtid);
}

// --- openings ---

void Oracle::OnSourceOpen(Server& server, const model::Cursor& cursor) {
  opening_at_ = cursor;
  opening_on_ = &server;
}

// Nothing is read twice but the transaction that was cut.
void Oracle::OnReconnect(const Server& server, const model::Cursor& cursor,
                         const StreamStatus& status) {
  if (store_.dead() || !open_) return;
  Require(&server == server_, "a lost connection is opened again on another server");
  Observe(status);
  const size_t read = IndexOf(status.read_position, "status: read_position");
  CheckRestart(cursor, read, "reading on");
}

void Oracle::BeginLife(Server& server, const std::optional<store::StreamRecord>& saved,
                       const model::Cursor& cursor) {
  server_ = &server;
  begun_at_ = cursor;
  expected_.clear();
  next_item_ = 0;
  excluded_ = GtidSet();
  elsewhere_ = GtidSet();
  left_out_part_ = model::Part();
  left_out_stretch_.reset();
  parts_elsewhere_.clear();
  acked_ = processed_ = 0;
  if (cursor.file.empty()) {
    excluded_ = cursor.gtids;
    if (cursor.after.empty() && !excluded_.Contains(cursor.part.gtid)) {
      left_out_part_ = cursor.part;
    }
    if (saved) {
      elsewhere_ = store_.durable()->processed_elsewhere;
      parts_elsewhere_ = store_.durable()->parts_elsewhere;
    }
  }
  // The first transaction that comes.
  for (const Stretch& stretch : server.stretches()) {
    next_item_ = stretch.first_item;
    const bool before = !cursor.file.empty() &&
                        !IsAtOrBefore(cursor.file, cursor.offset, stretch.file, stretch.begin);
    const bool old = stretch.seconds * int64_t{1000000} + 999999 < cursor.not_before_us;
    if (!before && !old && !(cursor.file.empty() && excluded_.Contains(stretch.gtid))) break;
    next_item_ = stretch.end_item;
  }
  const auto& items = server.items();
  while (!cursor.after.empty() && next_item_ < items.size() &&
         ComparePositions(items[next_item_].position, cursor.after) <= 0) {
    ++next_item_;
  }
}

// From one server to another: nothing that is due may be left out. Of the transactions of the last
// entries, Extend and IsDuplicate know the parts.
void Oracle::CheckContinuation(const store::StreamRecord& saved) {
  const auto& gtids = saved.ack.gtids;
  GtidSet elsewhere = saved.processed_elsewhere;
  (void)elsewhere.Add(gtids);
  if (saved.processed_gtids) (void)elsewhere.Add(*saved.processed_gtids);
  Extend();
  for (size_t i = 0; i < expected_.size(); ++i) {
    const Item& item = ItemAt(i);
    const Gtid& gtid = item.position.gtid;
    if (!server_->stretches()[item.stretch].complete) continue;
    const std::string text = item.position.ToString();
    const bool last_acked = acked_ > 0 && item.stretch == ItemAt(acked_ - 1).stretch;
    const bool last_processed = processed_ > 0 && item.stretch == ItemAt(processed_ - 1).stretch;
    if (i >= acked_) {
      Require(!gtids.Contains(gtid), "the GTIDs hold {}, which was not acknowledged", text);
    } else if (!last_acked) {
      Require(gtids.Contains(gtid), "the GTIDs lack {}, which was acknowledged", text);
    }
    if (i >= processed_) {
      Require(elsewhere_.Contains(gtid) || !elsewhere.Contains(gtid),
              "{} was not processed and counts as processed on the next server", text);
    } else if (!last_processed) {
      Require(elsewhere.Contains(gtid),
              "{} was processed and does not count as processed on the next server", text);
    }
  }
}

void Oracle::OnOpened(const std::optional<store::StreamRecord>& saved, const StreamStatus& status) {
  const bool same = saved && server_ == opening_on_ && saved->ack.server_uuid == server_->uuid();
  if (saved && server_ != nullptr) {
    const store::StreamRecord& last = *last_here_;
    Extend();
    acked_ = IndexOf(last.acked, "the acknowledged position");
    processed_ = IndexOf(last.processed, "the processed position");
    Require(acked_ >= durable_acked_, "{} entries were acknowledged durably, the record has {}",
            durable_acked_, acked_);
    Require(processed_ >= durable_processed_,
            "{} entries were processed durably, the record has {}", durable_processed_, processed_);
    CheckGtids(last.ack);
    if (!same) CheckContinuation(last);
  }
  if (!same) BeginLife(*opening_on_, saved, *opening_at_);
  Extend();
  outstanding_.clear();
  acking_.clear();
  marking_.clear();
  getting_ = false;
  unsaved_since_.reset();
  durable_acked_ = acked_;
  durable_processed_ = processed_;
  got_ = read_ = acked_;
  CheckRestart(*opening_at_, acked_, "opening");
  open_ = true;
  Observe(status);
}

void Oracle::OnCrash() {
  open_ = false;
  acking_.clear();
  marking_.clear();
  getting_ = false;
}

void Oracle::OnClosed(const StreamStatus& status) {
  if (!open_) return;
  Require(acking_.empty() && marking_.empty() && !getting_, "calls are under way behind close");
  Observe(status);
  open_ = false;
  const store::StreamRecord& record = *store_.durable();
  Require(IndexOf(record.acked, "the record's ack cursor") == acked_,
          "closed with {} entries acknowledged, the record has {}", acked_,
          IndexOf(record.acked, "the record's ack cursor"));
  Require(IndexOf(record.processed, "the record's processed position") == processed_,
          "closed with {} entries processed, the record has {}", processed_,
          record.processed.ToString());
  Require(record.next_mark == status.next_mark, "closed at mark {}, the record has {}",
          status.next_mark, record.next_mark);
}

// --- restart places ---

// `delivered` entries need not come again, and all behind them must.
void Oracle::CheckRestart(const model::Cursor& cursor, size_t delivered, const char* what) {
  Require(cursor.server_uuid == server_->uuid(), "{}: the cursor is of server {}", what,
          cursor.server_uuid);
  const size_t next = delivered;
  if (next < expected_.size()) {
    const Position& due = PositionOf(next);
    if (!cursor.file.empty()) {
      Require(IsAtOrBefore(cursor.file, cursor.offset, due.file, due.transaction_offset),
              "{}: {}:{} is behind the entry {} that is due", what, cursor.file, cursor.offset,
              due.ToString());
    }
    Require(cursor.after.empty() || ComparePositions(cursor.after, due) < 0,
            "{}: entries up to {} are left out, and {} is due", what, cursor.after.ToString(),
            due.ToString());
    const bool complete = server_->stretches()[ItemAt(next).stretch].complete;
    if (cursor.gtids_known && !due.gtid.empty() && complete) {
      Require(!cursor.gtids.Contains(due.gtid), "{}: the GTIDs hold {}, which is due", what,
              due.ToString());
    }
  }
  if (delivered == 0) return;
  const Position& last = PositionOf(delivered - 1);
  if (cursor.file.empty()) {  // by GTIDs, and the first transaction has no end yet
    Require(SameEntry(cursor.after, last), "{}: {} would come again from no place after '{}'", what,
            last.ToString(), cursor.after.ToString());
    return;
  }
  if (ComparePositions(cursor.after, last) == 0 && !cursor.after.empty()) {
    // No farther back than behind the transaction before, whose end was read.
    size_t before = delivered - 1;
    while (before > 0 && ItemAt(before).stretch == ItemAt(delivered - 1).stretch) --before;
    const Stretch& stretch = server_->stretches()[ItemAt(before).stretch];
    Require(ItemAt(before).stretch == ItemAt(delivered - 1).stretch || !stretch.complete ||
                IsAtOrBefore(stretch.file, stretch.end, cursor.file, cursor.offset),
            "{}: {}:{} is farther back than {} needs", what, cursor.file, cursor.offset,
            last.ToString());
    return;
  }
  Require(IsAtOrBefore(last.file, last.offset + 1, cursor.file, cursor.offset),
          "{}: {} would come again from {}:{} after '{}'", what, last.ToString(), cursor.file,
          cursor.offset, cursor.after.ToString());
}

// Every transaction before the place, and no other.
void Oracle::CheckGtids(const model::Cursor& cursor) {
  if (!cursor.gtids_known) return;
  GtidSet all = begun_at_.gtids;
  for (const Stretch& stretch : server_->stretches()) {
    if (!stretch.complete || cursor.file.empty()) continue;
    if (!IsAtOrBefore(stretch.file, stretch.end, cursor.file, cursor.offset)) continue;
    if (!begun_at_.file.empty() &&
        IsAtOrBefore(stretch.file, stretch.end, begun_at_.file, begun_at_.offset)) {
      continue;
    }
    if (!all.Contains(stretch.gtid)) (void)all.Add(stretch.gtid);
  }
  Require(all == cursor.gtids, "the GTIDs at {}:{} are {}, and should be {}", cursor.file,
          cursor.offset, cursor.gtids.ToString(), all.ToString());
}

// --- writes ---

void Oracle::OnSave(const store::StreamRecord& record) {
  if (store_.dead()) return;
  Require(record.next_mark > last_mark_, "mark {} was given, and the record would go on at {}",
          last_mark_, record.next_mark);
  if (server_ != nullptr && store_.durable()->ack.server_uuid == server_->uuid()) {
    last_here_ = store_.durable();
  }
  if (!open_) return;
  Extend();
  const size_t acked = IndexOf(record.acked, "the record's ack cursor");
  const size_t processed = IndexOf(record.processed, "the record's processed position");
  Require(acked >= durable_acked_, "the ack cursor would go back from {} to {}", durable_acked_,
          acked);
  Require(processed >= durable_processed_, "the processed position would go back from {} to {}",
          durable_processed_, processed);
  Require(processed >= acked, "{} acknowledged, and only {} processed", acked, processed);
  bool known = acked == acked_ || getting_;
  for (const Outstanding& batch : outstanding_) {
    known |= batch.end == acked && !acking_.empty() && batch.mark <= *acking_.rbegin();
  }
  Require(known, "{} entries would be saved as acknowledged; {} are", acked, acked_);
  CheckRestart(record.ack, acked, "saving");
}

void Oracle::CheckInterval() {
  if (settings_.ack_durability != model::AckDurability::kInterval || !unsaved_since_) return;
  if (store_.faults() != unsaved_faults_) {
    unsaved_faults_ = store_.faults();
    unsaved_since_ = scheduler_.Elapsed();
  }
  Require(scheduler_.Elapsed() - *unsaved_since_ <=
              2 * settings_.ack_interval + std::chrono::seconds(5),
          "acknowledged for {} ms and not saved (ack.interval_ms={})",
          (scheduler_.Elapsed() - *unsaved_since_).count() / 1000000,
          settings_.ack_interval.count());
}

// --- status ---

// Outstanding batches that are no more must have been acknowledged by calls under way.
void Oracle::SettleAcks(size_t acked, int64_t oldest_mark) {
  size_t end = acked_;
  while (!outstanding_.empty() && outstanding_.front().mark != oldest_mark) {
    const Outstanding& gone = outstanding_.front();
    Require(!acking_.empty() && gone.mark <= *acking_.rbegin(),
            "mark {} is not outstanding any more, and nobody acknowledged it", gone.mark);
    end = gone.end;
    outstanding_.pop_front();
  }
  Require(acked == end, "{} entries are acknowledged, and should be {}", acked, end);
  if (acked > acked_ && !unsaved_since_) {
    unsaved_since_ = scheduler_.Elapsed();
    unsaved_faults_ = store_.faults();
  }
  acked_ = acked;
}

void Oracle::Compare(const StreamStatus& status) {
  Extend();
  const size_t processed = IndexOf(status.processed, "status: processed");
  Require(processed >= processed_ && processed >= acked_, "{} processed, after {} and {} acked",
          processed, processed_, acked_);
  Require(processed == std::max(processed_, acked_) || marking_.contains(processed),
          "{} are processed, and should be {}", processed, std::max(processed_, acked_));
  processed_ = processed;
  const size_t read = IndexOf(status.read_position, "status: read_position");
  Require(read >= read_, "read {} entries, after {}", read, read_);
  read_ = read;
  Require(read >= got_, "{} handed out, and only {} read", got_, read);
  if (!HasHeartbeats()) {
    Require(status.buffered_entries == read - acked_, "{} buffered, {} read, {} acknowledged",
            status.buffered_entries, read, acked_);
  }
  Require(status.next_mark > last_mark_, "the next mark is {}, after {}", status.next_mark,
          last_mark_);
  if (!keeps_batches_) {
    Require(status.buffered_bytes <= settings_.buffer_bytes + kSlack,
            "{} bytes are in use, with buffer.bytes={}", status.buffered_bytes,
            settings_.buffer_bytes);
  }
}

void Oracle::LookAtStore() {
  const store::StreamRecord& record = *store_.durable();
  durable_acked_ = IndexOf(record.acked, "the record's ack cursor");
  durable_processed_ = IndexOf(record.processed, "the record's processed position");
  if (durable_acked_ >= acked_) unsaved_since_.reset();
  CheckInterval();
}

void Oracle::Observe(const StreamStatus& status) {
  if (store_.dead() || !open_) return;
  Extend();
  LookAtStore();
  const size_t acked = IndexOf(status.ack_position, "status: ack_position");
  const size_t got = IndexOf(status.get_position, "status: get_position");
  if (getting_) {
    // Its batch may be taken or even acknowledged already.
    Require(acked >= acked_ && acked <= got && got >= got_, "acked {} to {}, got {} to {}", acked_,
            acked, got_, got);
    const size_t processed = IndexOf(status.processed, "status: processed");
    Require(processed >= processed_ &&
                (processed == std::max(processed_, acked) || marking_.contains(processed)),
            "{} are processed, and should be {}", processed, std::max(processed_, acked));
    processed_ = processed;
    return;
  }
  SettleAcks(acked, status.oldest_mark);
  Require(status.outstanding == outstanding_.size(), "{} batches are outstanding, and should be {}",
          status.outstanding, outstanding_.size());
  Require(got == std::max(got_, acked_), "{} entries are handed out, and should be {}", got,
          std::max(got_, acked_));
  Compare(status);
}

// --- get ---

void Oracle::Match(const Entry& entry, const Item& item, size_t index) {
  const Position position = entry.position();
  Require(SameEntry(position, item.position), "entry {} is {} {}, and should be {} {}", index,
          EntryKindName(entry.kind()), position.ToString(), EntryKindName(item.kind),
          item.position.ToString());
  Require(entry.kind() == item.kind, "{} is {} and should be {}", position.ToString(),
          EntryKindName(entry.kind()), EntryKindName(item.kind));
  Require(position.transaction_offset == item.position.transaction_offset &&
              position.gtid == item.position.gtid,
          "{} is of transaction {} {}, and should be of {} {}", position.ToString(),
          position.transaction_offset, position.gtid.ToString(), item.position.transaction_offset,
          item.position.gtid.ToString());
  if (!entry.is_rows()) return;
  Require(entry.table()->name() == kTables[item.table], "{} is of table {}", position.ToString(),
          entry.table()->name());
  const std::string name =
      item.renamed == 0 ? std::string("note") : fmt::format("note{}", item.renamed);
  Require(entry.table()->columns()[1].name == name, "{} has column {}, which is {} there",
          position.ToString(), entry.table()->columns()[1].name, name);
  RowReader rows;
  rows.Start(entry);
  Require(rows.Next(), "{} has no row", position.ToString());
  const auto image = rows.before().empty() ? rows.after() : rows.before();
  Require(image[0].i64 == item.id, "{} is of row {}, and should be of {}", position.ToString(),
          image[0].i64, item.id);
}

void Oracle::CheckBatch(const Batch& batch, size_t begin, size_t end, size_t max_entries,
                        size_t processed) {
  const bool flag = settings_.dedup == model::DedupMode::kFlag;
  const bool drop = settings_.dedup == model::DedupMode::kDrop;
  size_t at = begin;
  size_t ddl = expected_.size();
  bool whole_stretches = true;
  const auto skip_dropped = [&] {
    while (drop && at < end && IsDuplicate(at, processed)) ++at;
  };
  size_t heartbeats = 0;
  for (const Entry entry : batch) {
    if (entry.kind() == EntryKind::kHeartbeat) {
      Require(HasHeartbeats() && !entry.duplicate(), "a heartbeat that should not be here");
      ++heartbeats;
      continue;
    }
    skip_dropped();
    Require(at < end, "{} {} is behind the batch's end", EntryKindName(entry.kind()),
            entry.position().ToString());
    const Item& item = ItemAt(at);
    Match(entry, item, at);
    Require(entry.duplicate() == (flag && IsDuplicate(at, processed)), "{} is{} flagged",
            entry.position().ToString(), entry.duplicate() ? "" : " not");
    if (item.kind == EntryKind::kDdl) ddl = at;
    whole_stretches &= server_->stretches()[item.stretch].complete;
    ++at;
    ++checked_;
  }
  skip_dropped();
  Require(at == end, "the batch ends at {}, and the get cursor stands at {}", at, end);
  const bool whole = settings_.batch_whole_transactions;
  if (!whole) {
    Require(batch.size() <= max_entries, "{} entries for {}", batch.size(), max_entries);
  } else if (batch.size() > heartbeats) {
    // What a crash of the server cut short ends with the transaction behind it.
    const Stretch& stretch = server_->stretches()[ItemAt(end - 1).stretch];
    const bool cut = !stretch.complete && expected_[end - 1] + 1 == stretch.end_item;
    Require(ItemAt(end - 1).ends || cut, "a batch ends inside a transaction, at {}",
            PositionOf(end - 1).ToString());
  }
  if (!settings_.batch_isolate_ddl || ddl == expected_.size() || drop || !whole_stretches) return;
  if (!whole) {
    Require(batch.size() == 1, "a DDL comes with {} other entries", batch.size() - 1);
    return;
  }
  Require(heartbeats == 0, "a DDL comes with a heartbeat");
  for (size_t i = begin; i < end; ++i) {
    Require(ItemAt(i).stretch == ItemAt(ddl).stretch, "a DDL comes with {}",
            PositionOf(i).ToString());
  }
}

void Oracle::EndGet(const Result<Batch>& batch, size_t max_entries, bool acknowledges,
                    uint64_t faults_before, const StreamStatus& status) {
  if (acknowledges) getting_ = false;
  if (store_.dead() || !open_) return;
  Extend();
  const size_t got = IndexOf(status.get_position, "status: get_position");
  if (!batch.ok()) {
    if (batch.code() == Code::kStore && status.state != StreamState::kFailed) {
      Require(store_.faults() > faults_before, "get failed without a fault: {}",
              batch.status().ToString());
    }
    if (acknowledges && status.state == StreamState::kClosed) {
      // Its batch was taken, not acknowledged and, behind close, not given back either: nobody
      // sees.
      open_ = false;
      return;
    }
    Observe(status);
    const bool whole = settings_.batch_whole_transactions;
    const bool ended = status.state == StreamState::kFailed && batch.code() != Code::kOutOfOrder &&
                       batch.code() != Code::kStore && batch.code() != Code::kClosed;
    Require(!ended || whole || got_ == read_, "{} before {} entries were handed out",
            batch.status().ToString(), read_ - got_);
    return;
  }
  if (batch->mark() == Batch::kNoMark) {
    Require(batch->empty(), "entries without a mark");
    Observe(status);
    Require(got == read_ || settings_.batch_whole_transactions,
            "nothing was handed out, although {} entries are read", read_ - got);
    return;
  }
  Require(batch->mark() > last_mark_, "mark {} after {}", batch->mark(), last_mark_);
  Require(batch->mark() < store_.durable()->next_mark, "mark {} is not reserved", batch->mark());
  last_mark_ = batch->mark();
  Require(got >= got_, "the get cursor goes from {} to {}", got_, got);
  const size_t processed =
      acknowledges ? processed_before_get_ : IndexOf(status.processed, "status: processed");
  CheckBatch(*batch, got_, got, max_entries, processed);
  outstanding_.push_back({batch->mark(), got_, got, *batch});
  got_ = got;
  if (!acknowledges) return Observe(status);
  acking_.insert(batch->mark());
  Observe(status);
  acking_.erase(batch->mark());
  Require(outstanding_.empty(), "get did not acknowledge its batch");
  if (settings_.ack_durability == model::AckDurability::kSync) {
    Require(durable_acked_ >= got, "get returned, and its ack is not durable");
  }
}

void Oracle::EndGetOutstanding(int64_t mark, const Result<Batch>& batch) {
  if (store_.dead() || !open_) return;
  if (getting_ && mark > last_mark_) return;  // a get that acknowledges may have it already
  const auto found = std::find_if(outstanding_.begin(), outstanding_.end(),
                                  [mark](const auto& o) { return o.mark == mark; });
  if (found == outstanding_.end()) {
    Require(batch.code() == Code::kUnknownMark || batch.code() == Code::kClosed,
            "get_outstanding of mark {}: {}", mark, batch.status().ToString());
    return;
  }
  if (!batch.ok()) {
    // An ack under way may have come first.
    Require(batch.code() == Code::kClosed || (!acking_.empty() && mark <= *acking_.rbegin()),
            "get_outstanding of mark {}: {}", mark, batch.status().ToString());
    return;
  }
  Require(batch->size() == found->batch.size() && batch->mark() == mark,
          "get_outstanding of mark {} is another batch", mark);
  for (size_t i = 0; i < batch->size(); ++i) {
    const Entry again = (*batch)[i];
    const Entry before = found->batch[i];
    Require(&again.data() == &before.data() && again.duplicate() == before.duplicate(),
            "get_outstanding of mark {} differs at entry {}", mark, i);
  }
}

// --- ack, rollback, mark_processed ---

Oracle::AckCall Oracle::BeginAck(int64_t mark, bool through) {
  AckCall call;
  call.mark = mark;
  call.through = through;
  call.faults = store_.faults();
  std::set<int64_t> settled(acking_.begin(), acking_.end());
  settled.insert(0);
  for (const int64_t up_to : settled) {
    const Outstanding* oldest = nullptr;
    const Outstanding* named = nullptr;
    for (const Outstanding& batch : outstanding_) {
      if (batch.mark <= up_to) continue;
      if (oldest == nullptr) oldest = &batch;
      if (batch.mark == mark) named = &batch;
    }
    if (named == nullptr) {
      call.allowed.insert(mark < 1 ? Code::kInvalidArgument : Code::kUnknownMark);
    } else if (!through && named != oldest) {
      call.allowed.insert(Code::kOutOfOrder);
      call.oldest.insert(oldest->mark);
    } else {
      call.allowed.insert(Code::kOk);
      call.end = named->end;
    }
  }
  if (call.allowed.contains(Code::kOk)) acking_.insert(mark);
  return call;
}

void Oracle::EndAck(const AckCall& call, const Status& result, const StreamStatus& status) {
  const auto token = call.allowed.contains(Code::kOk) ? acking_.find(call.mark) : acking_.end();
  const auto finish = [&] {
    if (token != acking_.end()) acking_.erase(token);
  };
  if (store_.dead() || !open_ || result.code() == Code::kClosed) {
    Observe(status);
    return finish();
  }
  if (!result.ok()) {
    finish();
    Observe(status);
    if (result.code() == Code::kStore) {
      Require(store_.faults() > call.faults, "ack of mark {} failed without a fault: {}", call.mark,
              result.ToString());
      return;
    }
    Require(call.allowed.contains(result.code()), "ack of mark {}: {}", call.mark,
            result.ToString());
    if (result.code() != Code::kOutOfOrder) return;
    bool named = false;
    for (const int64_t mark : call.oldest) {
      named |= result.message().find(fmt::format("mark {} is older", mark)) != std::string::npos;
    }
    Require(named, "ack of mark {}: {}", call.mark, result.ToString());
    return;
  }
  Require(call.allowed.contains(Code::kOk), "ack of mark {} was accepted", call.mark);
  Observe(status);
  finish();
  Require(acked_ >= call.end, "ack of mark {} returned, and {} of {} entries are acknowledged",
          call.mark, acked_, call.end);
  if (settings_.ack_durability == model::AckDurability::kSync) {
    Require(durable_acked_ >= call.end, "ack of mark {} returned, and is not durable", call.mark);
  }
}

void Oracle::EndRollback(const Status& result, const StreamStatus& status) {
  if (store_.dead() || !open_) return;
  if (!result.ok()) {
    Require(result.code() == Code::kClosed, "rollback: {}", result.ToString());
    return Observe(status);
  }
  Extend();
  const size_t acked = IndexOf(status.ack_position, "status: ack_position");
  while (!outstanding_.empty() && acked_ < acked)
    SettleAcks(outstanding_.front().end, outstanding_.size() > 1 ? outstanding_[1].mark : -1);
  outstanding_.clear();
  got_ = acked_;
  Observe(status);
}

void Oracle::EndRollbackTo(int64_t mark, const Status& result, const StreamStatus& status) {
  if (store_.dead() || !open_) return;
  if (!result.ok()) {
    Observe(status);
    if (result.code() == Code::kClosed) return;
    Require(result.code() == Code::kUnknownMark, "rollback to {}: {}", mark, result.ToString());
    for (const Outstanding& batch : outstanding_) {
      Require(batch.mark != mark, "rollback to {}: {}", mark, result.ToString());
    }
    return;
  }
  while (!outstanding_.empty() && outstanding_.back().mark > mark) outstanding_.pop_back();
  Require(!outstanding_.empty() && outstanding_.back().mark == mark,
          "rollback to {} succeeded, which is not outstanding", mark);
  got_ = outstanding_.back().begin;
  outstanding_.pop_back();
  Observe(status);
}

Oracle::MarkCall Oracle::BeginMark(size_t index) {
  marking_.insert(index);
  return {index, store_.faults()};
}

void Oracle::EndMark(const MarkCall& call, const Status& result, const StreamStatus& status) {
  const auto token = marking_.find(call.index);
  if (store_.dead() || !open_ || result.code() == Code::kClosed) {
    Observe(status);
    if (token != marking_.end()) marking_.erase(token);
    return;
  }
  if (!result.ok()) {
    marking_.erase(token);
    Observe(status);
    Require(result.code() == Code::kStore && store_.faults() > call.faults, "mark_processed: {}",
            result.ToString());
    return;
  }
  Observe(status);
  marking_.erase(token);
  Require(processed_ >= call.index && durable_processed_ >= call.index,
          "mark_processed of {} entries returned; {} are processed, {} durably", call.index,
          processed_, durable_processed_);
}

}  // namespace towpath::test
