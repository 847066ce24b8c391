#include "stream/cursor_tracker.h"

#include <algorithm>

#include "towpath/entry.h"

namespace towpath::stream {
namespace {

// Whether a restart at `file`:`offset` would read the entry `after` of the same server again.
bool IsBehind(const Position& after, const model::BinlogFile& file, uint64_t offset) {
  if (after.empty()) return false;
  const Place place(after, file.server);
  return ComparePlaces(*place.file, place.offset, place.ordinal, file, offset, 0) >= 0;
}

}  // namespace

CursorTracker::~CursorTracker() {
  if (budget_ != nullptr && !ends_.empty()) budget_->Release(ends_.size() * sizeof(End));
}

void CursorTracker::Start(model::Cursor cursor, std::string server) {
  cursor_ = std::move(cursor);
  cursor_server_ = 0;
  servers_ = {std::move(server)};
  if (!cursor_.file.empty()) {
    last_file_ = std::make_shared<model::BinlogFile>(cursor_.file);
    last_offset_ = cursor_.offset;
  }
}

uint32_t CursorTracker::AddServer(std::string server) {
  servers_.push_back(std::move(server));
  return static_cast<uint32_t>(servers_.size() - 1);
}

void CursorTracker::Append(End end) {
  if (end.file != nullptr) {
    if (last_file_ != nullptr &&
        ComparePlaces(*end.file, end.next_offset, 0, *last_file_, last_offset_, 0) <= 0) {
      return;
    }
    last_file_ = end.file;
    last_offset_ = end.next_offset;
  }
  if (!ends_.empty() && ends_.back().end_seq == end.end_seq && end_index() > used_index_) {
    End& last = ends_.back();
    if (end.file == nullptr) return;
    if (last.file == nullptr) {
      last = std::move(end);
      return;
    }
    if (last.more == nullptr) last.more = std::make_unique<GtidSet>();
    AddGtids(end, last.more.get());
    last.file = std::move(end.file);
    last.next_offset = end.next_offset;
    return;
  }
  if (budget_ != nullptr) budget_->Charge(sizeof(End));
  ends_.push_back(std::move(end));
}

void CursorTracker::AddGtids(const End& end, GtidSet* gtids) const {
  // A source has one flavour, and the stream checked that it is the cursor's.
  if (!end.gtid.empty()) (void)gtids->Add(end.gtid);
  if (end.more != nullptr) (void)gtids->Add(*end.more);
}

void CursorTracker::MoveToEnd(const End& end, Advance* advance) const {
  model::Cursor& cursor = advance->cursor;
  if (end.file->server != advance->server) {
    // Of the transaction that was read in part on the server before, the rest may still be to come.
    cursor.after = Position();
    if (cursor.gtids.Contains(cursor.part.gtid)) cursor.part = model::Part();
  } else if (!IsBehind(cursor.after, *end.file, end.next_offset)) {
    if (!cursor.after.empty() || cursor.gtids.Contains(cursor.part.gtid)) {
      cursor.part = model::Part();
    }
    cursor.after = Position();
  }
  advance->server = end.file->server;
  cursor.server_uuid = servers_[end.file->server];
  cursor.file = end.file->name;
  cursor.offset = end.next_offset;
  cursor.file_created = end.file->created;
}

void CursorTracker::MoveToEntry(const EntryPlace& entry, Advance* advance) const {
  model::Cursor& cursor = advance->cursor;
  if (entry.server != advance->server) {
    // No transaction has ended on that server yet: it is read by GTIDs.
    cursor.file.clear();
    cursor.offset = 0;
    cursor.file_created = 0;
    advance->server = entry.server;
  }
  cursor.server_uuid = servers_[entry.server];
  cursor.after = entry.position;
  cursor.part = entry.part;
}

CursorTracker::Advance CursorTracker::AdvanceTo(uint64_t seq, const EntryBuffer& buffer) {
  Advance advance;
  advance.cursor = cursor_;
  advance.server = cursor_server_;
  advance.ends = first_index_;
  model::Cursor& cursor = advance.cursor;
  const End* place = nullptr;
  uint64_t from = buffer.begin();  // what is before was acknowledged earlier
  for (const End& end : ends_) {
    if (end.end_seq > seq) break;
    ++advance.ends;
    from = std::max(from, end.end_seq);
    if (end.file == nullptr) continue;
    place = &end;
    if (cursor.gtids_known) AddGtids(end, &cursor.gtids);
  }
  used_index_ = std::max(used_index_, advance.ends);
  if (place != nullptr) MoveToEnd(*place, &advance);
  for (uint64_t s = seq; s > buffer.begin() && cursor.not_before_us != 0; --s) {
    // A transaction that is young enough was found.
    if (buffer.At(s - 1).kind != EntryKind::kHeartbeat) cursor.not_before_us = 0;
  }
  for (uint64_t s = seq; s > from; --s) {
    const model::EntryData& entry = buffer.At(s - 1);
    if (entry.kind == EntryKind::kHeartbeat) continue;
    MoveToEntry(EntryPlace(entry), &advance);
    break;
  }
  return advance;
}

void CursorTracker::Apply(Advance advance) {
  cursor_ = std::move(advance.cursor);
  cursor_server_ = advance.server;
  while (first_index_ < advance.ends) {
    ends_.pop_front();
    ++first_index_;
    if (budget_ != nullptr) budget_->Release(sizeof(End));
  }
}

bool CursorTracker::CanAdvance(uint64_t seq) const {
  return !ends_.empty() && ends_.front().end_seq <= seq;
}

model::Cursor CursorTracker::ReadCursor(const EntryPlace& last) const {
  Advance advance;
  advance.cursor = cursor_;
  advance.server = cursor_server_;
  for (const End& end : ends_) {
    if (end.file == nullptr) continue;
    if (advance.cursor.gtids_known) AddGtids(end, &advance.cursor.gtids);
    MoveToEnd(end, &advance);
  }
  if (!last.empty()) {
    // Ends without entries may have followed it on another server.
    if (last.server >= advance.server) MoveToEntry(last, &advance);
    advance.cursor.not_before_us = 0;
  }
  return std::move(advance.cursor);
}

Place CursorTracker::PlaceAt(uint64_t seq) const {
  Place place;
  for (const End& end : ends_) {
    if (end.end_seq > seq) break;
    if (end.file != nullptr) place = Place(end.file, end.next_offset, 0);
  }
  if (!place.empty() || cursor_.file.empty()) return place;
  return Place(std::make_shared<model::BinlogFile>(cursor_.file, cursor_server_), cursor_.offset,
               0);
}

std::optional<uint64_t> CursorTracker::LastBoundary(uint64_t above, uint64_t up_to) const {
  const auto after = std::upper_bound(ends_.begin(), ends_.end(), up_to,
                                      [](uint64_t s, const End& end) { return s < end.end_seq; });
  if (after == ends_.begin()) return std::nullopt;
  const uint64_t seq = std::prev(after)->end_seq;
  return seq > above ? std::optional(seq) : std::nullopt;
}

std::optional<uint64_t> CursorTracker::FirstBoundary(uint64_t above) const {
  const auto after = std::upper_bound(ends_.begin(), ends_.end(), above,
                                      [](uint64_t s, const End& end) { return s < end.end_seq; });
  return after != ends_.end() ? std::optional(after->end_seq) : std::nullopt;
}

}  // namespace towpath::stream
