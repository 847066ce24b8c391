#include "stream/processed.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"

namespace towpath::stream {
namespace {

bool IsMove(const source::SourceInfo& info, const model::Cursor& cursor) {
  // Where one of them is not known (binlog files), positions are all there is.
  return !cursor.server_uuid.empty() && !info.server_uuid.empty() &&
         cursor.server_uuid != info.server_uuid;
}

// Adds to a set that may be of the other flavour: then nothing of it is left to compare with.
void AddTo(GtidSet* set, const GtidSet& more) { (void)set->Add(more); }

void AddTo(GtidSet* set, const model::Part& part) {
  if (part.empty()) return;
  GtidSet one;
  (void)one.Add(part.gtid);
  AddTo(set, one);
}

}  // namespace

void Processed::Start(const store::StreamRecord& record) {
  at_.position = record.processed;
  at_.part = record.processed_part;
  place_ = at_.place();
  gtids_ = record.processed_gtids;
  elsewhere_ = record.processed_elsewhere;
  parts_elsewhere_ = record.parts_elsewhere;
}

bool Processed::IsBefore(const EntryPlace& entry) const {
  return Compare(place_, entry.place()) < 0;
}

bool Processed::Covers(const model::EntryData& entry) const {
  if (entry.kind == EntryKind::kHeartbeat) return false;
  if (!place_.empty() && Compare(entry, place_) <= 0) return true;
  if (!HasElsewhere() || entry.transaction == nullptr || entry.transaction->gtid.empty()) {
    return false;
  }
  const Gtid& gtid = entry.transaction->gtid;
  if (!elsewhere_.empty() && elsewhere_.Contains(gtid)) return true;
  if (entry.rerun) return false;
  return std::any_of(parts_elsewhere_.begin(), parts_elsewhere_.end(), [&](const auto& part) {
    return entry.index <= part.entries && part.gtid == gtid;
  });
}

// From an entry of what was run again on, the position tells of what was cut short before it.
void Processed::ForgetCut(const EntryPlace& entry) {
  if (!entry.rerun) return;
  std::erase_if(parts_elsewhere_,
                [&](const model::Part& part) { return part.gtid == entry.part.gtid; });
}

void Processed::MoveTo(const EntryPlace& entry, const CursorTracker& ends) {
  ForgetCut(entry);
  at_ = entry;
  place_ = entry.place();
  if (!ends.cursor().gtids_known) return;
  if (!gtids_ || next_end_ < ends.first_index()) {
    if (!gtids_) gtids_.emplace();
    (void)gtids_->Add(ends.cursor().gtids);
    next_end_ = ends.first_index();
  }
  for (; next_end_ < ends.end_index(); ++next_end_) {
    const CursorTracker::End& end = ends.EndAt(next_end_);
    if (end.file == nullptr) continue;
    if (Compare(end.last_entry, place_) > 0) break;
    if (!end.gtid.empty()) (void)gtids_->Add(end.gtid);
    if (end.more != nullptr) (void)gtids_->Add(*end.more);
  }
}

void Processed::Acknowledged(const EntryPlace& acked, const model::Cursor& cursor) {
  ForgetCut(acked);
  if (!acked.empty()) {
    const Place place = acked.place();
    const auto order = Compare(place_, place);
    if (order < 0) {
      at_ = acked;
      place_ = place;
    }
    if (order <= 0) gtids_.reset();
  }
  if (!cursor.gtids_known || !HasElsewhere()) return;
  if (cursor.gtids.Contains(elsewhere_)) elsewhere_ = GtidSet();
  std::erase_if(parts_elsewhere_,
                [&](const model::Part& part) { return cursor.gtids.Contains(part.gtid); });
}

void Processed::BeginServer() {
  // Without a set of its own it is the ack cursor, behind which reading begins.
  if (!gtids_) return;
  AddTo(&elsewhere_, *gtids_);
  if (!at_.part.empty()) parts_elsewhere_.push_back(at_.part);
}

void Processed::Save(uint32_t server, store::StreamRecord* record) const {
  record->processed_elsewhere = elsewhere_;
  record->parts_elsewhere = parts_elsewhere_;
  if (at_.empty() || at_.server == server) {
    record->processed = at_.position;
    record->processed_gtids = gtids_;
    record->processed_part = at_.part;
    return;
  }
  // Processed on a server that was followed after the one of the ack cursor.
  record->processed = Position();
  record->processed_gtids.reset();
  record->processed_part = model::Part();
  if (gtids_) AddTo(&record->processed_elsewhere, *gtids_);
  if (!at_.part.empty()) record->parts_elsewhere.push_back(at_.part);
}

Status ContinueOnServer(const source::SourceInfo& info, model::Cursor* cursor) {
  if (!IsMove(info, *cursor)) return Status::Ok();
  if (!cursor->gtids_known) {
    return Status(
        Code::kPositionLost,
        fmt::format("the stream stands at {}:{} of server {}, but {} is server {}, and without "
                    "GTIDs a place of one can not be found on the other; connect to the first one, "
                    "or begin a stream of another name",
                    cursor->file, cursor->offset, cursor->server_uuid, info.endpoint,
                    info.server_uuid));
  }
  if (!cursor->after.empty() && cursor->part.empty()) {
    return Status(
        Code::kPositionLost,
        fmt::format("the stream was begun behind {} of server {}, inside a transaction of which it "
                    "has read nothing yet, but {} is server {}, where that place means nothing; "
                    "connect to the first one, or begin a stream of another name",
                    cursor->after.ToString(), cursor->server_uuid, info.endpoint,
                    info.server_uuid));
  }
  cursor->file.clear();
  cursor->offset = 0;
  cursor->file_created = 0;
  cursor->after = Position();
  return Status::Ok();
}

Status ContinueOnServer(const source::SourceInfo& info, store::StreamRecord* record) {
  model::Cursor& ack = record->ack;
  if (!IsMove(info, ack)) return Status::Ok();
  if (Status s = ContinueOnServer(info, &ack); !s.ok()) return s;
  GtidSet& elsewhere = record->processed_elsewhere;
  if (Status s = elsewhere.Add(ack.gtids); !s.ok()) return s;
  if (record->processed_gtids) {
    if (Status s = elsewhere.Add(*record->processed_gtids); !s.ok()) return s;
  }
  std::vector<model::Part>& parts = record->parts_elsewhere;
  if (!record->processed_part.empty()) parts.push_back(record->processed_part);
  std::erase_if(parts, [&](const model::Part& part) { return elsewhere.Contains(part.gtid); });
  if (ack.gtids.Contains(elsewhere)) elsewhere = GtidSet();
  record->processed = Position();
  record->processed_gtids.reset();
  record->processed_part = model::Part();
  record->acked = Position();
  return Status::Ok();
}

GtidSet DeliveredBehind(const store::StreamRecord& record) {
  GtidSet set = record.processed_elsewhere;
  if (record.processed_gtids) AddTo(&set, *record.processed_gtids);
  AddTo(&set, record.ack.part);
  AddTo(&set, record.processed_part);
  for (const model::Part& part : record.parts_elsewhere) AddTo(&set, part);
  return set;
}

}  // namespace towpath::stream
