#include "stream/processed.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"

namespace towpath::stream {

void Processed::Start(const store::StreamRecord& record) {
  position_ = record.processed;
  place_ = Place(position_);
  gtids_ = record.processed_gtids;
  elsewhere_ = record.processed_elsewhere;
}

bool Processed::IsBefore(const Position& position) const {
  return Compare(place_, Place(position)) < 0;
}

bool Processed::Covers(const model::EntryData& entry) const {
  if (entry.kind == EntryKind::kHeartbeat) return false;
  if (!place_.empty() && Compare(entry, place_) <= 0) return true;
  return !elsewhere_.empty() && entry.transaction != nullptr && !entry.transaction->gtid.empty() &&
         elsewhere_.Contains(entry.transaction->gtid);
}

void Processed::MoveTo(const Position& position, const CursorTracker& ends) {
  position_ = position;
  place_ = Place(position);
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

void Processed::Acknowledged(const Position& acked, const model::Cursor& cursor) {
  if (!acked.empty() && Compare(place_, Place(acked)) <= 0) {
    position_ = acked;
    place_ = Place(acked);
    gtids_.reset();
  }
  if (!elsewhere_.empty() && cursor.gtids_known && cursor.gtids.Contains(elsewhere_)) {
    elsewhere_ = GtidSet();
  }
}

void Processed::Save(store::StreamRecord* record) const {
  record->processed = position_;
  record->processed_gtids = gtids_;
  record->processed_elsewhere = elsewhere_;
}

Status ContinueOnServer(const std::string& uuid, store::StreamRecord* record) {
  model::Cursor& ack = record->ack;
  if (ack.server_uuid == uuid) return Status::Ok();
  if (ack.server_uuid.empty() || uuid.empty()) {
    // One of them is not known (binlog files): positions are all there is.
    if (!uuid.empty()) ack.server_uuid = uuid;
    return Status::Ok();
  }
  if (!ack.gtids_known) {
    return Status(
        Code::kPositionLost,
        fmt::format("the stream stands at {}:{} of server {}, but this is server {}, and without "
                    "GTIDs a place of one can not be found on the other; connect to the first one, "
                    "or begin a stream of another name",
                    ack.file, ack.offset, ack.server_uuid, uuid));
  }
  GtidSet& elsewhere = record->processed_elsewhere;
  if (Status s = elsewhere.Add(ack.gtids); !s.ok()) return s;
  if (record->processed_gtids) {
    if (Status s = elsewhere.Add(*record->processed_gtids); !s.ok()) return s;
  }
  if (ack.gtids.Contains(elsewhere)) elsewhere = GtidSet();
  record->processed = Position();
  record->processed_gtids.reset();
  record->acked = Position();
  ack.file.clear();
  ack.offset = 0;
  ack.after = Position();
  ack.server_uuid = uuid;
  return Status::Ok();
}

}  // namespace towpath::stream
