#include "stream/statistics.h"

#include <algorithm>
#include <utility>

namespace towpath::stream {
namespace {

int64_t Microseconds(std::chrono::nanoseconds time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

Position PositionOf(const Place& place) {
  Position position;
  if (place.empty()) return position;
  position.file = place.file->name;
  position.offset = place.offset;
  return position;
}

}  // namespace

Statistics::Statistics(Runtime& runtime, const Place& resume)
    : runtime_(runtime),
      opened_(runtime.Elapsed()),
      opened_us_(runtime.WallMicroseconds()),
      state_since_(opened_),
      read_(resume),
      resume_(resume) {
  entry_rate_.Start(opened_);
  byte_rate_.Start(opened_);
  ack_rate_.Start(opened_);
}

// --- the reader ---

void Statistics::NoteFile(const model::BinlogFile& file, uint64_t size) {
  if (file.number != 0) sizes_[file.number] = size;
}

void Statistics::LeaveEnd(Time then) {
  if (!AtEnd()) return;
  was_at_end_ = true;
  last_at_end_ = then;
}

void Statistics::Read(const Progress& progress) {
  const Time now = runtime_.Elapsed();
  if (!progress.waiting) LeaveEnd(now);
  for (const Progress::FileEnd& left : progress.files) NoteFile(*left.file, left.size);
  if (progress.file != nullptr) {
    Place place(progress.file, progress.offset, 0);
    if (Compare(read_, place) != 0) fresh_ = false;
    read_ = std::move(place);
  }
  in_transaction_ = progress.in_transaction;
  waiting_ = progress.waiting;
  if (progress.counters.events != counters_.events) {
    received_ = true;
    last_received_ = now;
    last_received_us_ = runtime_.WallMicroseconds();
  }
  if (progress.last_event_s != 0) last_event_s_ = progress.last_event_s;
  if (progress.heartbeat && !read_.empty()) {
    // Sent when all was sent. While a server looks for the place to begin at it sends them too, so
    // an end further on stays.
    end_ = End();
    end_known_us_ = runtime_.WallMicroseconds();
    fresh_ = true;
  }
  entry_rate_.Add(progress.entries - entries_, now);
  byte_rate_.Add(progress.counters.bytes - counters_.bytes, now);
  entries_ = progress.entries;
  counters_ = progress.counters;
}

void Statistics::BeginServer(uint32_t server) {
  LeaveEnd(received_ ? last_received_ : opened_);
  server_ = server;
  read_ = Place();
  end_ = Place();
  end_known_us_ = 0;
  fresh_ = false;
  waiting_ = false;
  sizes_.clear();
}

void Statistics::LearnEnd(const source::SourceEnd& end) {
  if (end.clock_offset_us) clock_offset_us_ = *end.clock_offset_us;
  if (!end.known()) return;
  LeaveEnd(runtime_.Elapsed());
  std::shared_ptr<const model::BinlogFile> last;
  for (const source::FileSize& file : end.files) {
    last = std::make_shared<model::BinlogFile>(file.name, server_);
    NoteFile(*last, file.size);
  }
  end_ = Place(std::move(last), end.files.back().size, 0);
  end_known_us_ = runtime_.WallMicroseconds();
  fresh_ = Compare(end_, read_) >= 0;
}

void Statistics::SetState(StreamState state, const Status& error) {
  if (state_ == StreamState::kClosed) return;
  if (!error.ok()) {
    error_ = error;
    error_us_ = runtime_.WallMicroseconds();
  }
  if (state == state_) return;
  // Whoever lost the connection knows no more than what came last.
  LeaveEnd(received_ ? last_received_ : opened_);
  state_ = state;
  state_since_ = runtime_.Elapsed();
  waiting_ = false;
}

void Statistics::CountReconnect() {
  ++reconnects_;
  reconnected_us_ = runtime_.WallMicroseconds();
}

void Statistics::SetWaitingForRoom(bool waiting) {
  const Time now = runtime_.Elapsed();
  if (waiting && !waiting_for_room_) {
    ++room_waits_;
    room_since_ = now;
  } else if (!waiting && waiting_for_room_) {
    room_wait_ += now - room_since_;
  }
  waiting_for_room_ = waiting;
}

// --- consumers and the store ---

void Statistics::Acknowledged(uint64_t entries) {
  acked_ += entries;
  ack_rate_.Add(entries, runtime_.Elapsed());
}

void Statistics::Saved(Place resume) {
  resume_ = std::move(resume);
  if (resume_.empty() || resume_.file->server != server_) return;
  sizes_.erase(sizes_.begin(), sizes_.lower_bound(resume_.file->number));
}

void Statistics::Wrote(bool ok, Time time) {
  if (!ok) {
    ++write_failures_;
    return;
  }
  ++writes_;
  write_time_ += time;
  write_max_ = std::max(write_max_, time);
}

// --- what it all means ---

// The source has nothing more at once, and no end is known that is further on. On a slow network
// it may have more: for as long as the end was not asked for, at the most.
bool Statistics::AtEnd() const {
  if (state_ == StreamState::kEnded) return true;
  return state_ == StreamState::kRunning && waiting_ && !end_.empty() && Compare(read_, end_) >= 0;
}

int64_t Statistics::Distance(const Place& from, const Place& to) const {
  if (from.empty() || to.empty() || from.file->server != to.file->server) return -1;
  if (Compare(from, to) >= 0) return 0;
  if (from.file->number == to.file->number) {
    const bool same = from.file->number != 0 || from.file->name == to.file->name;
    return same ? static_cast<int64_t>(to.offset - from.offset) : -1;
  }
  if (from.file->number == 0) return -1;
  uint64_t bytes = to.offset;
  auto file = sizes_.find(from.file->number);
  for (uint64_t number = from.file->number; number < to.file->number; ++number, ++file) {
    if (file == sizes_.end() || file->first != number) return -1;
    bytes += file->second;
  }
  return static_cast<int64_t>(bytes - std::min(bytes, from.offset));
}

void Statistics::Fill(const Place& acked, int64_t oldest_us, StreamStatus* status) const {
  const Time now = runtime_.Elapsed();
  const int64_t wall_us = runtime_.WallMicroseconds();
  const int64_t server_us = wall_us + clock_offset_us_;
  StreamStatus& out = *status;
  out.state = state_;
  out.error = error_;
  out.time_us = wall_us;
  out.opened_us = opened_us_;
  out.state_age_us = Microseconds(now - state_since_);
  out.error_us = error_us_;
  out.reconnects = reconnects_;
  out.reconnected_us = reconnected_us_;
  out.last_received_us = last_received_us_;

  const Place end = end_.empty() ? Place() : End();
  out.source_position = PositionOf(read_);
  out.resume_position = PositionOf(resume_);
  out.end_position = PositionOf(end);
  out.end_known_us = end_known_us_;
  out.at_end = AtEnd();
  out.clock_offset_us = clock_offset_us_;
  out.last_event_us = int64_t{last_event_s_} * 1'000'000;
  out.read_lag_bytes = Distance(read_, end);
  out.lag_bytes = Distance(acked, end);
  // Everything that the server had at this moment was read.
  int64_t complete_us = out.last_event_us;
  if (was_at_end_)
    complete_us = std::max(complete_us, server_us - Microseconds(now - last_at_end_));
  if (out.at_end) {
    out.read_lag_us = 0;
  } else if (complete_us > 0) {
    out.read_lag_us = std::max<int64_t>(0, server_us - complete_us);
  }
  out.lag_us = oldest_us > 0 ? std::max<int64_t>(0, server_us - oldest_us) : out.read_lag_us;

  out.events_read = counters_.events;
  out.bytes_read = counters_.bytes;
  out.transactions_read = counters_.transactions;
  out.entries_read = entries_;
  out.events_filtered = counters_.filtered_events;
  out.events_ignored = counters_.ignored_events;
  out.batches_delivered = batches_;
  out.entries_delivered = delivered_;
  out.entries_acked = acked_;
  out.duplicates = duplicates_;
  out.rollbacks = rollbacks_;
  out.entries_read_per_second = entry_rate_.PerSecond(now);
  out.bytes_read_per_second = byte_rate_.PerSecond(now);
  out.entries_acked_per_second = ack_rate_.PerSecond(now);

  out.waiting_for_room = waiting_for_room_;
  out.room_waits = room_waits_;
  out.room_wait_us =
      Microseconds(waiting_for_room_ ? room_wait_ + (now - room_since_) : room_wait_);
  out.writes = writes_;
  out.write_failures = write_failures_;
  if (writes_ > 0) out.write_mean_us = Microseconds(write_time_) / static_cast<int64_t>(writes_);
  out.write_max_us = Microseconds(write_max_);
}

}  // namespace towpath::stream
