// ScriptedDump: what a server sends to one that follows the binlogs of a BinlogWriter, as over the
// network: an artificial ROTATE and FORMAT_DESCRIPTION first, then the events from the asked place
// on. Purged files are refused as servers refuse them.
#ifndef TOWPATH_TESTS_SUPPORT_SCRIPTED_DUMP_H_
#define TOWPATH_TESTS_SUPPORT_SCRIPTED_DUMP_H_

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "fmt/format.h"
#include "model/chunk.h"
#include "model/cursor.h"
#include "tests/support/binlog_writer.h"

namespace towpath::test {

class ScriptedDump {
 public:
  // The place that the user means, on a server `uuid`.
  static model::Cursor Resolve(const BinlogWriter& log, const std::string& uuid,
                               const model::StartPoint& start) {
    const auto& files = log.files();
    model::Cursor cursor;
    cursor.server_uuid = uuid;
    using Kind = model::StartPoint::Kind;
    switch (start.kind) {
      case Kind::kLatest:
        cursor.file = files.back().name;
        cursor.offset = files.back().end();
        break;
      case Kind::kEarliest:
        cursor.file = files.front().name;
        cursor.offset = 4;
        break;
      case Kind::kTimestamp:
        cursor.file = files.front().name;
        cursor.offset = 4;
        cursor.not_before_us = start.timestamp_us;
        break;
      case Kind::kGtidSet:
        cursor.gtids_known = true;
        cursor.gtids = start.gtids;
        return cursor;
      case Kind::kPosition:
      case Kind::kAfterEntry:
        cursor.file = start.position.file;
        cursor.offset = start.position.offset;
        if (start.kind == Kind::kAfterEntry) {
          cursor.after = start.position;
          cursor.offset = std::max<uint64_t>(4, start.position.transaction_offset);
        }
        break;
    }
    cursor.gtids_known = log.gtids;
    if (cursor.gtids_known) cursor.gtids = GtidsBefore(log, cursor.file, cursor.offset);
    return cursor;
  }

  // Begins at the cursor's place, or by its GTIDs if it has no file.
  Status Open(const BinlogWriter& log, const model::Cursor& cursor) {
    front_.clear();
    skipping_ = false;
    skip_ = GtidSet();
    event_ = 0;
    file_ = log.purged();
    if (cursor.file.empty()) {
      skip_ = cursor.gtids;
      if (!skip_.Contains(log.purged_gtids())) {
        return Status(Code::kPositionLost, "transactions that are needed are purged");
      }
    } else {
      const auto& files = log.files();
      const auto found = std::find_if(files.begin(), files.end(),
                                      [&](const auto& file) { return file.name == cursor.file; });
      if (found == files.end()) {
        return Status(Code::kPositionLost, fmt::format("{} is purged", cursor.file));
      }
      file_ += static_cast<uint64_t>(found - files.begin());
      const auto& events = found->events;
      for (event_ = 0; event_ < events.size(); ++event_) {
        if (events[event_].offset >= cursor.offset) break;
      }
      if (event_ < events.size() && events[event_].offset != cursor.offset) {
        return Status(Code::kPositionLost, "no event begins there");
      }
    }
    AnnounceFile(log);
    return Status::Ok();
  }

  // Whether Next has an event.
  bool Ready(const BinlogWriter& log) const {
    return !front_.empty() || event_ < File(log).events.size() || file_ < log.newest();
  }
  // The file that is being read; it must not be purged.
  uint64_t file() const { return file_; }

  // False at the end of what there is.
  bool Next(const BinlogWriter& log, Bytes* event) {
    for (;;) {
      if (!front_.empty()) {
        *event = std::move(front_.front());
        front_.pop_front();
        return true;
      }
      const auto& events = File(log).events;
      if (event_ == events.size()) {
        if (file_ == log.newest()) return false;
        ++file_;
        event_ = 0;
        AnnounceFile(log);
        continue;
      }
      const BinlogEvent& next = events[event_++];
      if (!skip_.empty()) {
        if (BinlogWriter::IsGtid(next)) skipping_ = skip_.Contains(BinlogWriter::GtidOf(next));
        if (skipping_ && next.type() != BinlogWriter::kFormatDescription) continue;
      }
      *event = next.bytes;
      return true;
    }
  }

  // A frame as a source hands it over.
  static model::Frame Frame(const Bytes& bytes,
                            const std::shared_ptr<model::MemoryBudget>& budget) {
    model::Frame frame;
    frame.chunk = model::Chunk::Allocate(bytes.size(), budget);
    std::copy(bytes.begin(), bytes.end(), frame.chunk->data());
    frame.bytes = {frame.chunk->data(), bytes.size()};
    return frame;
  }

 private:
  const BinlogWriter::File& File(const BinlogWriter& log) const {
    return log.files()[file_ - log.purged()];
  }

  void AnnounceFile(const BinlogWriter& log) {
    const auto& file = File(log);
    const uint64_t offset = event_ < file.events.size() ? file.events[event_].offset : file.end();
    front_.push_back(log.ArtificialRotate(file.name, offset));
    if (event_ > 0) front_.push_back(BinlogWriter::FormatMidFile(file));
  }

  // Every transaction before the place.
  static GtidSet GtidsBefore(const BinlogWriter& log, const std::string& name, uint64_t offset) {
    GtidSet set = log.purged_gtids();
    for (const auto& file : log.files()) {
      for (const BinlogEvent& event : file.events) {
        if (file.name == name && event.offset >= offset) return set;
        if (BinlogWriter::IsGtid(event)) (void)set.Add(BinlogWriter::GtidOf(event));
      }
      if (file.name == name) break;
    }
    return set;
  }

  std::deque<Bytes> front_;  // artificial events that come before the files' next one
  uint64_t file_ = 0;        // purged ones count
  size_t event_ = 0;
  GtidSet skip_;
  bool skipping_ = false;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_SCRIPTED_DUMP_H_
