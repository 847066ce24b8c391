#include "tests/simulation/oracle.h"

#include <algorithm>

#include "stream/place.h"

namespace towpath::test {
namespace {

// Beside the buffer: an event, a block that is begun, two pieces of memory for compressed
// transactions, and the ends of transactions that are published with them.
constexpr uint64_t kSlack = 600 << 10;
// What histories that spill have is less than a block of entries takes.
constexpr uint64_t kLeastBuffer = 64 << 10;

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

// --- what was had ---

void Oracle::Ledger::Add(const Ref& entry) {
  last_of[entry.stretch().transaction] = entry;
  last = entry;
}

bool Oracle::Ledger::HasAll(uint64_t transaction) const {
  const auto found = last_of.find(transaction);
  if (found == last_of.end()) return false;
  const Ref& entry = found->second;
  return entry.server == nullptr ||
         (entry.stretch().complete && entry.item + 1 == entry.stretch().end_item);
}

bool Oracle::Ledger::Has(const Ref& entry) const {
  const auto found = last_of.find(entry.stretch().transaction);
  if (found == last_of.end()) return false;
  const Ref& had = found->second;
  if (HasAll(found->first)) return true;
  // A transaction that a crash cut short is run again, and is another one there.
  if (had.server == entry.server && had.at().stretch != entry.at().stretch) {
    return entry.item < had.item;
  }
  return entry.index() <= had.index();
}

Oracle::Ledger Oracle::Had(size_t count) const {
  Ledger had = had_;
  for (size_t i = 0; i < count; ++i) had.Add(RefAt(i));
  return had;
}

void Oracle::AddProcessed(const Ref& entry) {
  if (!processed_elsewhere_.Has(entry)) processed_elsewhere_.Add(entry);
}

// --- the list ---

// Whether both are the same entries up to there, each in its transaction.
bool Oracle::SamePieces(const Ref& a, const Ref& b) {
  if (a.index() != b.index()) return false;
  for (size_t back = 0; back <= a.index(); ++back) {
    const Item& of_a = a.server->items()[a.item - back];
    const Item& of_b = b.server->items()[b.item - back];
    if (of_a.kind != of_b.kind || of_a.id != of_b.id) return false;
  }
  return true;
}

// Whether it does not count as young enough to begin with.
bool Oracle::IsOld(const Segment& segment, const Stretch& stretch) {
  return stretch.seconds * int64_t{1000000} + 999999 < segment.not_before_us ||
         segment.had.HasAll(stretch.transaction);
}

// Whether it does not come because it was had, or because nothing may follow.
bool Oracle::IsLeftOut(Segment* segment, const Ref& entry) {
  const Stretch& stretch = entry.stretch();
  if (segment->not_before_us != 0) {
    const auto& stretches = segment->server->stretches();
    size_t& old = segment->old_stretches;
    while (old < entry.at().stretch && IsOld(*segment, stretches[old])) ++old;
    if (old == entry.at().stretch && IsOld(*segment, stretch)) {
      segment->had.last_of[stretch.transaction] = had_.last_of[stretch.transaction] = entry;
      return true;
    }
    segment->not_before_us = 0;
  }
  std::optional<Ref>& part = segment->part;
  if (part && part->stretch().transaction == stretch.transaction) {
    if (!segment->part_stretch) segment->part_stretch = entry.at().stretch;
    // Once: a transaction that a crash cut short may be run again.
    if (*segment->part_stretch != entry.at().stretch || entry.index() > part->index()) {
      part.reset();
      return false;
    }
    const bool last = stretch.complete && entry.item + 1 == stretch.end_item;
    if (entry.index() == part->index()) {
      segment->diverged = !SamePieces(entry, *part);
      if (last) part.reset();
    } else {
      segment->diverged = last;
    }
    return true;
  }
  if (segment->had.HasAll(stretch.transaction)) return true;
  // Cut short here, and had as it was run again, with nothing in it for the stream.
  if (!stretch.complete && segment->begun_at.gtids.Contains(stretch.gtid)) return true;
  segment->diverged = part.has_value();
  return segment->diverged;
}

void Oracle::Extend() {
  if (segments_.empty()) return;
  Segment& segment = segments_.back();
  const size_t items = segment.server->items().size();
  for (; segment.next_item < items && !segment.diverged; ++segment.next_item) {
    const Ref entry{segment.server, segment.next_item};
    if (!IsLeftOut(&segment, entry)) expected_.push_back(entry);
  }
}

size_t Oracle::expected() {
  Extend();
  return expected_.size();
}

size_t Oracle::SegmentOf(size_t index) const {
  size_t segment = segments_.size() - 1;
  while (segment > 0 && segments_[segment].first > index) --segment;
  return segment;
}

std::optional<size_t> Oracle::Find(const Position& position) const {
  for (size_t i = 0; i < segments_.size(); ++i) {
    const auto begin = expected_.begin() + static_cast<std::ptrdiff_t>(segments_[i].first);
    const auto end = expected_.begin() + static_cast<std::ptrdiff_t>(SegmentEnd(i));
    const auto at = std::partition_point(begin, end, [&](const Ref& entry) {
      return ComparePositions(entry.at().position, position) < 0;
    });
    if (at != end && SameEntry(at->at().position, position)) {
      return static_cast<size_t>(at - expected_.begin());
    }
  }
  return std::nullopt;
}

size_t Oracle::IndexOf(const Position& position, const char* what) {
  if (position.empty() || SameEntry(position, begun_behind_)) return 0;
  const auto at = Find(position);
  Require(at.has_value(), "{} is {}, where no entry stands", what, position.ToString());
  return *at + 1;
}

size_t Oracle::IndexOfProcessed(const Position& position, const char* what) {
  if (!processed_ahead_.empty() && SameEntry(position, processed_ahead_)) {
    return processed_ahead_at_;
  }
  return IndexOf(position, what);
}

bool Oracle::IsDuplicate(size_t index, size_t processed) const {
  if (settings_.dedup == model::DedupMode::kOff) return false;
  return index < processed || processed_elsewhere_.Has(RefAt(index));
}

bool Oracle::Has(const GtidSet& set, const Ref& entry) {
  const Gtid& gtid = entry.at().position.gtid;
  return !gtid.empty() && set.Contains(gtid);
}

bool Oracle::Has(const model::Part& part, const Ref& entry) {
  const Gtid& gtid = entry.at().position.gtid;
  return !gtid.empty() && part.gtid == gtid && entry.index() < part.entries;
}

bool Oracle::IsProcessedElsewhere(const store::StreamRecord& record, const Ref& entry) {
  return Has(record.processed_elsewhere, entry) ||
         std::any_of(record.parts_elsewhere.begin(), record.parts_elsewhere.end(),
                     [&entry](const model::Part& part) { return Has(part, entry); });
}

// Whether a record has the entry as processed; `counts`: what it has of the list.
bool Oracle::IsProcessed(const store::StreamRecord& record, const Counts& counts,
                         size_t index) const {
  return index < counts.processed || IsProcessedElsewhere(record, RefAt(index));
}

// The count may be less, where what it had more was processed on another server, too.
void Oracle::CheckStillProcessed(const store::StreamRecord& record, const Counts& counts) {
  for (size_t i = counts.processed; i < durable_processed_; ++i) {
    Require(IsProcessed(record, counts, i), "{} entries were processed durably, and now {}: not {}",
            durable_processed_, counts.processed, PositionOf(i).ToString());
  }
}

// A position says it, on the server that the cursor is of. Else the last entry is of another
// server, and the record has transactions and parts: then it is what they have of the list, or the
// most of what was asked for that they have.
Oracle::Counts Oracle::CountsOf(const store::StreamRecord& record) {
  Extend();
  const auto acked = [&](size_t i) {
    return Has(record.ack.gtids, RefAt(i)) || Has(record.ack.part, RefAt(i));
  };
  const auto processed = [&](size_t i) {
    return acked(i) || IsProcessedElsewhere(record, RefAt(i));
  };
  Counts counts;
  if (!record.acked.empty()) {
    counts.acked = IndexOf(record.acked, "the record's ack cursor");
  } else {
    // Not what is run again behind a part of it that a crash cut short, and that is not.
    std::set<uint64_t> not_acked;
    for (size_t i = 0; i < expected_.size(); ++i) {
      const Stretch& stretch = RefAt(i).stretch();
      if (acked(i) && !not_acked.contains(stretch.transaction)) {
        counts.acked = i + 1;
      } else if (stretch.complete) {
        break;
      }
      if (counts.acked <= i) not_acked.insert(stretch.transaction);
    }
  }
  if (!record.processed.empty()) {
    counts.processed = IndexOfProcessed(record.processed, "the record's processed position");
    return counts;
  }
  counts.processed = counts.acked;
  std::set<size_t> candidates = marked_;
  candidates.insert({processed_, durable_processed_});
  size_t had = counts.acked;
  for (const size_t count : candidates) {
    if (count > expected_.size()) break;
    while (had < count && (processed(had) || !RefAt(had).stretch().complete)) ++had;
    if (had < count) break;
    if (count == 0 || !processed(count - 1)) continue;
    counts.processed = std::max(counts.processed, count);
  }
  return counts;
}

// --- openings ---

void Oracle::OnOpening(const std::optional<store::StreamRecord>& saved) {
  if (!left_) left_ = saved;
  if (left_) changed_since_ |= saved->ack.server_uuid != left_->ack.server_uuid;
}

void Oracle::OnSourceOpen(Server& server, const model::Cursor& cursor) {
  opening_at_ = cursor;
  opening_on_ = &server;
  followed_.insert(&server);
}

// Nothing is read twice but the transaction that was cut.
void Oracle::OnReconnect(Server& server, const model::Cursor& cursor, const StreamStatus& status) {
  if (store_.dead() || segments_.empty()) return;
  Observe(status);
  const size_t read = IndexOf(status.read_position, "status: read_position");
  CheckKnown(cursor);
  if (&server == segments_.back().server) {
    if (open_) CheckRestart(cursor, read, "reading on");
    return;
  }
  // What was not read from the server before comes from this one.
  for (size_t i = read; i < processed_; ++i) AddProcessed(RefAt(i));
  if (processed_ > read) {
    processed_ahead_ = PositionOf(processed_ - 1);
    processed_ahead_at_ = processed_ = read;
  }
  Require(got_ <= read, "{} handed out, and only {} read", got_, read);
  durable_processed_ = std::min(durable_processed_, read);
  std::erase_if(marked_, [read](size_t index) { return index > read; });
  expected_.resize(read);
  BeginSegment(server, cursor, Had(read));
  CheckHasAll(server, segments_.back().had, "delivered");
  CheckHasAll(server, processed_elsewhere_, "processed");
  ++moves_;
}

void Oracle::OnRefused(const Server& server, const model::Cursor& cursor, Code code) {
  if (store_.dead() || segments_.empty() || code != Code::kDiverged) return;
  bool strayed = false;
  for (const Stretch& stretch : server.stretches()) {
    strayed |= stretch.errant && !cursor.gtids.Contains(stretch.gtid);
  }
  Require(strayed, "{} is refused for no transaction of its own", server.uuid());
}

// The server must have it, or it would be as if it had never been.
void Oracle::CheckHasAll(const Server& server, const Ledger& ledger, const char* what) {
  for (const auto& [transaction, entry] : ledger.last_of) {
    if (entry.server == nullptr) continue;
    Require(server.Has(transaction), "{} is followed and lacks {}, which was {}", server.uuid(),
            entry.stretch().gtid.ToString(), what);
  }
}

// What servers had that were never followed explains nothing.
void Oracle::CheckKnown(const model::Cursor& cursor) {
  GtidSet known = cursor.known;
  for (const Server* server : followed_) known = *known.Subtract(server->executed());
  Require(known.empty(), "{} counts as known, and no server that was followed had it",
          known.ToString());
}

// To the first transaction that comes.
void Oracle::SkipOld(Segment* segment, const model::Cursor& cursor) const {
  segment->not_before_us = cursor.not_before_us;
  for (const Stretch& stretch : segment->server->stretches()) {
    segment->next_item = stretch.first_item;
    const bool before = !cursor.file.empty() &&
                        !IsAtOrBefore(cursor.file, cursor.offset, stretch.file, stretch.begin);
    if (!before && !IsOld(*segment, stretch)) break;
    segment->next_item = stretch.end_item;
    ++segment->old_stretches;
  }
  const auto& items = segment->server->items();
  while (!cursor.after.empty() && segment->next_item < items.size() &&
         ComparePositions(items[segment->next_item].position, cursor.after) <= 0) {
    ++segment->next_item;
  }
}

void Oracle::BeginSegment(Server& server, const model::Cursor& cursor, Ledger had) {
  followed_.insert(&server);
  Segment segment;
  segment.server = &server;
  segment.first = expected_.size();
  segment.had = std::move(had);
  segment.begun_at = cursor;
  const std::optional<Ref>& last = segment.had.last;
  if (last && !last->stretch().gtid.empty() && !cursor.gtids.Contains(last->stretch().gtid)) {
    segment.part = segment.began_in = last;
  }
  if (cursor.not_before_us != 0) {
    // Nothing was read yet; what was passed over is what the GTIDs say.
    segment.had = Ledger();
    for (const Stretch& stretch : server.stretches()) {
      if (cursor.gtids.Contains(stretch.gtid)) segment.had.last_of[stretch.transaction] = Ref();
    }
    had_ = segment.had;
    SkipOld(&segment, cursor);
    for (size_t i = 0; i < segment.next_item; ++i) {
      const Ref old{&server, i};
      if (segment.had.Has(old)) continue;
      segment.had.last_of[old.stretch().transaction] = had_.last_of[old.stretch().transaction] =
          old;
    }
  }
  segment.begin = segment.next_item;
  segments_.push_back(std::move(segment));
  Extend();
}

// The first one of all.
void Oracle::BeginLife(Server& server, const model::Cursor& cursor) {
  Segment segment;
  segment.server = &server;
  segment.begun_at = cursor;
  followed_.insert(&server);
  if (cursor.file.empty()) {
    for (const Stretch& stretch : server.stretches()) {
      if (cursor.gtids.Contains(stretch.gtid)) had_.last_of[stretch.transaction] = Ref();
    }
    segment.had = had_;
  }
  SkipOld(&segment, cursor);
  for (size_t i = 0; i < segment.next_item; ++i) {
    const Ref before{&server, i};
    if (!had_.HasAll(before.stretch().transaction)) had_.Add(before);
  }
  if (cursor.after.empty()) had_.last.reset();  // nothing of it need go on
  segment.begin = segment.next_item;
  segments_.push_back(std::move(segment));
}

// Behind what the record that was left has as acknowledged, on the same server by its place, on
// another by what it has that was not had.
void Oracle::GoOn(Server& server, const store::StreamRecord& left, bool same,
                  const model::Cursor& cursor) {
  const Counts counts = CountsOf(left);
  Require(counts.acked >= durable_acked_, "{} entries were acknowledged durably, the record has {}",
          durable_acked_, counts.acked);
  CheckStillProcessed(left, counts);
  size_t at = segments_.size();
  while (at > 0 && (segments_[at - 1].server->uuid() != left.ack.server_uuid ||
                    segments_[at - 1].first > counts.acked ||
                    !left.ack.gtids.Contains(segments_[at - 1].begun_at.gtids))) {
    --at;
  }
  Require(at-- > 0, "the ack cursor is of server {}, which was not followed there",
          left.ack.server_uuid);
  Segment segment = segments_[at];
  Require(counts.acked <= SegmentEnd(at), "the ack cursor of {} entries is of server {}",
          counts.acked, left.ack.server_uuid);
  CheckGtids(left.ack, segment);
  Ledger had = Had(counts.acked);
  if (counts.acked > segment.first) {
    segment.begin = RefAt(counts.acked - 1).item + 1;
    segment.part.reset();
    segment.began_in.reset();
  } else {
    segment.part = segment.began_in;  // whose end may have been passed
    if (segment.part && left.ack.gtids.Contains(segment.part->stretch().gtid)) segment.part.reset();
  }
  for (size_t i = counts.acked; i < counts.processed; ++i) AddProcessed(RefAt(i));
  had_ = std::move(had);
  segments_.clear();
  expected_.clear();
  begun_behind_ = Position();
  processed_ahead_ = Position();
  acked_ = processed_ = 0;
  if (!same) {
    BeginSegment(server, cursor, had_);
    CheckHasAll(server, had_, "delivered");
    CheckHasAll(server, processed_elsewhere_, "processed");
    return;
  }
  begun_behind_ = left.acked;
  segment.first = 0;
  segment.next_item = segment.begin;
  segment.part_stretch.reset();
  segment.diverged = false;
  segments_.push_back(std::move(segment));
  Extend();
  processed_ = IndexOf(left.processed, "the processed position");
  for (size_t i = 0; i < processed_; ++i) {
    Require(processed_elsewhere_.Has(RefAt(i)), "{} counts as processed, and was not",
            PositionOf(i).ToString());
  }
}

void Oracle::OnOpened(const std::optional<store::StreamRecord>& saved, const StreamStatus& status) {
  CheckKnown(*opening_at_);
  if (saved && !segments_.empty()) {
    const bool same = !changed_since_ && saved->ack.server_uuid == opening_on_->uuid();
    GoOn(*opening_on_, *left_, same, *opening_at_);
  } else {
    segments_.clear();
    expected_.clear();
    had_ = Ledger();
    BeginLife(*opening_on_, *opening_at_);
  }
  Extend();
  left_.reset();
  changed_since_ = false;
  outstanding_.clear();
  acking_.clear();
  marking_.clear();
  marked_.clear();
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
  const Counts counts = CountsOf(record);
  Require(counts.acked == acked_, "closed with {} entries acknowledged, the record has {}", acked_,
          counts.acked);
  Require(counts.processed == processed_, "closed with {} entries processed, the record has {}",
          processed_, counts.processed);
  Require(record.next_mark == status.next_mark, "closed at mark {}, the record has {}",
          status.next_mark, record.next_mark);
}

void Oracle::CheckDiverged() {
  if (store_.dead() || segments_.empty()) return;
  Extend();
  const Segment& segment = segments_.back();
  // What was had of a transaction is in other pieces here, or there are fewer.
  const auto differs = [&](const Stretch& stretch, const Ref& had) {
    const size_t item = stretch.first_item + had.index();
    if (item >= stretch.end_item) return stretch.complete;
    return !SamePieces(Ref{segment.server, item}, had);
  };
  bool other = segment.diverged;
  for (const Stretch& stretch : segment.server->stretches()) {
    if (segment.part && stretch.transaction == segment.part->stretch().transaction) {
      other |= differs(stretch, *segment.part);
    }
    const auto& processed = processed_elsewhere_.last_of;
    const auto part = processed.find(stretch.transaction);
    if (part != processed.end() && part->second.server != nullptr) {
      other |= differs(stretch, part->second);
    }
  }
  Require(other, "the stream stopped at a transaction that is as it was");
}

// --- restart places ---

// `delivered` entries need not come again, and all behind them must.
void Oracle::CheckRestart(const model::Cursor& cursor, size_t delivered, const char* what) {
  // The server that the last entry is of; at first, the one that is followed.
  const size_t at = SegmentOf(delivered > 0 ? delivered - 1 : 0);
  const Segment& segment = segments_[at];
  bool here = cursor.server_uuid == segment.server->uuid();
  for (size_t later = at + 1; later < segments_.size(); ++later) {
    here &= segments_[later].server != segment.server;  // followed again
  }
  Require(here || segments_.size() > 1, "{}: the cursor is of server {}", what, cursor.server_uuid);
  const size_t next = delivered;
  if (next < expected_.size()) {
    const Position& due = PositionOf(next);
    const bool due_here = here && SegmentOf(next) == at;
    if (due_here && !cursor.file.empty()) {
      Require(IsAtOrBefore(cursor.file, cursor.offset, due.file, due.transaction_offset),
              "{}: {}:{} is behind the entry {} that is due", what, cursor.file, cursor.offset,
              due.ToString());
    }
    Require(!due_here || cursor.after.empty() || ComparePositions(cursor.after, due) < 0,
            "{}: entries up to {} are left out, and {} is due", what, cursor.after.ToString(),
            due.ToString());
    const bool complete = RefAt(next).stretch().complete;
    if (cursor.gtids_known && !due.gtid.empty() && complete) {
      Require(!cursor.gtids.Contains(due.gtid), "{}: the GTIDs hold {}, which is due", what,
              due.ToString());
    }
  }
  if (delivered == 0 || !here) return;
  const Position& last = PositionOf(delivered - 1);
  if (cursor.file.empty()) {  // by GTIDs, and the first transaction has no end yet
    Require(SameEntry(cursor.after, last), "{}: {} would come again from no place after '{}'", what,
            last.ToString(), cursor.after.ToString());
    return;
  }
  if (ComparePositions(cursor.after, last) == 0 && !cursor.after.empty()) {
    // No farther back than behind the transaction before, whose end was read.
    size_t before = delivered - 1;
    while (before > segment.first && ItemAt(before).stretch == ItemAt(delivered - 1).stretch) {
      --before;
    }
    const Stretch& stretch = RefAt(before).stretch();
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
void Oracle::CheckGtids(const model::Cursor& cursor, const Segment& segment) {
  if (!cursor.gtids_known) return;
  const model::Cursor& begun_at = segment.begun_at;
  GtidSet all = begun_at.gtids;
  for (const Stretch& stretch : segment.server->stretches()) {
    if (!stretch.complete || cursor.file.empty()) continue;
    if (!IsAtOrBefore(stretch.file, stretch.end, cursor.file, cursor.offset)) continue;
    if (!begun_at.file.empty() &&
        IsAtOrBefore(stretch.file, stretch.end, begun_at.file, begun_at.offset)) {
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
  if (!open_) return;
  const Counts counts = CountsOf(record);
  const auto [acked, processed] = counts;
  Require(acked >= durable_acked_, "the ack cursor would go back from {} to {}", durable_acked_,
          acked);
  CheckStillProcessed(record, counts);
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
  const size_t processed = IndexOfProcessed(status.processed, "status: processed");
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
    Require(status.buffered_bytes <= std::max(settings_.buffer_bytes, kLeastBuffer) + kSlack,
            "{} bytes are in use, with buffer.bytes={}", status.buffered_bytes,
            settings_.buffer_bytes);
  }
}

void Oracle::LookAtStore() {
  const store::StreamRecord& record = *store_.durable();
  const Counts counts = CountsOf(record);
  durable_acked_ = counts.acked;
  durable_processed_ = counts.processed;
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
    const size_t processed = IndexOfProcessed(status.processed, "status: processed");
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
    whole_stretches &= RefAt(at).stretch().complete;
    ++at;
    ++checked_;
  }
  while (drop && at < end && IsDuplicate(at, processed)) ++at;
  Require(at == end, "the batch ends at {}, and the get cursor stands at {}", at, end);
  const bool whole = settings_.batch_whole_transactions;
  if (!whole) {
    Require(batch.size() <= max_entries, "{} entries for {}", batch.size(), max_entries);
  } else if (batch.size() > heartbeats) {
    // What a crash of the server cut short ends with the transaction behind it.
    const Stretch& stretch = RefAt(end - 1).stretch();
    const bool cut = !stretch.complete && RefAt(end - 1).item + 1 == stretch.end_item;
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
    Require(RefAt(i).stretch().transaction == RefAt(ddl).stretch().transaction,
            "a DDL comes with {}", PositionOf(i).ToString());
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
  const size_t processed = acknowledges ? processed_before_get_
                                        : IndexOfProcessed(status.processed, "status: processed");
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
  marked_.insert(index);
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
