// ScriptedServer: a server that exists only in the test, and the Source that follows it.
//
// It serves the binlogs of a BinlogWriter as a real server does over the network: an artificial
// ROTATE and FORMAT_DESCRIPTION first, then the events from the asked place on, then waiting for
// more. And it fails as it is told to.
#ifndef TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_
#define TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_

#include <condition_variable>
#include <deque>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "fmt/format.h"
#include "model/chunk.h"
#include "model/cursor.h"
#include "source/source.h"
#include "tests/support/binlog_writer.h"

namespace towpath::test {

// Thread safety: every call may be made from any thread.
class ScriptedServer {
 public:
  explicit ScriptedServer(Flavor flavor = Flavor::kMysql, std::string uuid = "server-a")
      : log_(flavor), uuid_(std::move(uuid)) {}

  // Changes the binlog; sources that wait see it.
  template <typename Change>
  void Write(Change change) {
    {
      const std::lock_guard lock(mutex_);
      change(log_);
    }
    changed_.notify_all();
  }
  template <typename Question>
  auto Read(Question question) const {
    const std::lock_guard lock(mutex_);
    return question(log_);
  }

  // --- how it fails ---

  // Connections are lost after this many events (each; those of a start count too).
  void DropAfter(uint64_t events) {
    Set([=, this] { drop_after_ = events; });
  }
  // This many connection attempts fail from now on.
  void RefuseConnects(int count) {
    Set([=, this] { refuse_ = count; });
  }
  // What Next returns at the end instead of waiting: kEnd for a finite source. kOk: waits.
  void AtEnd(Status status) {
    Set([&, this] { at_end_ = std::move(status); });
  }
  void RefuseOpen(Status status) {
    Set([&, this] { refuse_open_ = std::move(status); });
  }
  // Connects wait until the source is stopped.
  void HangConnects() {
    Set([this] { hang_ = true; });
  }
  void SendHeartbeat() {
    Set([this] { ++heartbeats_; });
  }
  // Another server answers at this address from now on.
  void BecomeServer(std::string uuid) {
    Set([&, this] { uuid_ = std::move(uuid); });
  }
  int connects() const {
    const std::lock_guard lock(mutex_);
    return connects_;
  }

 private:
  friend class ScriptedSource;

  template <typename Change>
  void Set(Change change) {
    {
      const std::lock_guard lock(mutex_);
      change();
    }
    changed_.notify_all();
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  BinlogWriter log_;
  std::string uuid_;
  uint64_t drop_after_ = std::numeric_limits<uint64_t>::max();
  int refuse_ = 0;
  bool hang_ = false;
  int connects_ = 0;
  int heartbeats_ = 0;
  Status at_end_;
  Status refuse_open_;
};

class ScriptedSource final : public source::Source {
 public:
  ScriptedSource(ScriptedServer* server, std::shared_ptr<model::MemoryBudget> budget)
      : server_(server), budget_(std::move(budget)) {
    info_.endpoint = "scripted";
  }

  Status Connect() override {
    std::unique_lock lock(server_->mutex_);
    server_->changed_.wait(lock, [this] { return !server_->hang_ || stopped_; });
    if (stopped_) return Status(Code::kClosed, "stopped");
    if (server_->refuse_ > 0) {
      --server_->refuse_;
      return Status(Code::kConnection, "connection refused");
    }
    ++server_->connects_;
    info_.version = "test";
    info_.flavor = server_->log_.flavor();
    info_.server_uuid = server_->uuid_;
    return Status::Ok();
  }

  const source::SourceInfo& info() const override { return info_; }

  Result<model::Cursor> Resolve(const model::StartPoint& start) override {
    const std::lock_guard lock(server_->mutex_);
    const auto& files = server_->log_.files();
    model::Cursor cursor;
    cursor.server_uuid = server_->uuid_;
    using Kind = model::StartPoint::Kind;
    switch (start.kind) {
      case Kind::kLatest:
        cursor.file = files.back().name;
        cursor.offset = files.back().end();
        cursor.gtids_known = server_->log_.gtids;
        if (cursor.gtids_known) cursor.gtids = AllGtids();
        break;
      case Kind::kEarliest:
        cursor.file = files.front().name;
        cursor.offset = 4;
        cursor.gtids_known = server_->log_.gtids;
        break;
      case Kind::kTimestamp:
        cursor.file = files.front().name;
        cursor.offset = 4;
        cursor.not_before_us = start.timestamp_us;
        break;
      case Kind::kGtidSet:
        cursor.gtids_known = true;
        cursor.gtids = start.gtids;
        break;
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
    return cursor;
  }

  Status Open(const model::Cursor& cursor) override {
    const std::lock_guard lock(server_->mutex_);
    if (!server_->refuse_open_.ok()) return server_->refuse_open_;
    sent_ = 0;
    front_.clear();
    const BinlogWriter& log = server_->log_;
    if (cursor.file.empty()) {
      file_ = 0;
      event_ = 0;
      skip_ = cursor.gtids;
    } else {
      skip_ = GtidSet();
      for (file_ = 0; file_ < log.files().size(); ++file_) {
        if (log.files()[file_].name == cursor.file) break;
      }
      if (file_ == log.files().size()) {
        return Status(Code::kPositionLost, fmt::format("{} is purged", cursor.file));
      }
      const auto& events = log.files()[file_].events;
      for (event_ = 0; event_ < events.size(); ++event_) {
        if (events[event_].offset >= cursor.offset) break;
      }
      if (event_ < events.size() && events[event_].offset != cursor.offset) {
        return Status(Code::kPositionLost, "no event begins there");
      }
    }
    Announce();
    return Status::Ok();
  }

  bool announced_checksum() const override { return true; }

  Status Next(model::Frame* frame) override {
    std::unique_lock lock(server_->mutex_);
    for (;;) {
      if (stopped_) return Status(Code::kClosed, "stopped");
      if (sent_ >= server_->drop_after_) {
        return Status(Code::kConnection, fmt::format("lost after {} events", sent_));
      }
      if (!front_.empty()) {
        *frame = Frame(front_.front());
        front_.pop_front();
        ++sent_;
        return Status::Ok();
      }
      if (const BinlogEvent* event = NextEvent()) {
        *frame = Frame(event->bytes);
        ++sent_;
        return Status::Ok();
      }
      if (!front_.empty()) continue;
      if (server_->heartbeats_ > 0) {
        --server_->heartbeats_;
        const auto& file = server_->log_.files().back();
        *frame = Frame(server_->log_.Heartbeat(file.name, file.end()));
        return Status::Ok();
      }
      if (!server_->at_end_.ok()) return server_->at_end_;
      server_->changed_.wait(lock);
    }
  }

  bool Ready() const override {
    const std::lock_guard lock(server_->mutex_);
    const auto& files = server_->log_.files();
    return !front_.empty() || event_ < files[file_].events.size() || file_ + 1 < files.size();
  }

  schema::Catalogue* catalogue() override { return nullptr; }

  void Stop() override {
    {
      const std::lock_guard lock(server_->mutex_);
      stopped_ = true;
    }
    server_->changed_.notify_all();
  }

 private:
  void Announce() {
    const auto& file = server_->log_.files()[file_];
    const uint64_t offset = event_ < file.events.size() ? file.events[event_].offset : file.end();
    front_.push_back(server_->log_.ArtificialRotate(file.name, offset));
    if (event_ > 0) front_.push_back(BinlogWriter::FormatMidFile(file));
  }

  // The next event of the files; null at the end, or when something was put before it.
  const BinlogEvent* NextEvent() {
    const auto& files = server_->log_.files();
    for (;;) {
      const auto& events = files[file_].events;
      if (event_ == events.size()) {
        if (file_ + 1 == files.size()) return nullptr;
        ++file_;
        event_ = 0;
        Announce();
        return nullptr;
      }
      const BinlogEvent& event = events[event_++];
      if (skip_.empty()) return &event;
      if (IsGtid(event)) skipping_ = skip_.Contains(GtidOf(event));
      if (!skipping_ || event.type() == BinlogWriter::kFormatDescription) return &event;
    }
  }

  static bool IsGtid(const BinlogEvent& event) {
    return event.type() == BinlogWriter::kGtid || event.type() == BinlogWriter::kMariadbGtid;
  }
  Gtid GtidOf(const BinlogEvent& event) const {
    const auto number = [&](size_t at) {
      uint64_t n = 0;
      for (size_t i = 8; i-- > 0;) n = n << 8 | event.bytes[at + i];
      return n;
    };
    Gtid gtid;
    gtid.flavor = server_->log_.flavor();
    if (gtid.flavor == Flavor::kMysql) {
      std::copy_n(event.bytes.begin() + 20, 16, gtid.uuid.begin());
      gtid.number = number(36);
    } else {
      gtid.number = number(19);
      gtid.domain = server_->log_.domain;
      gtid.server_id = server_->log_.server_id;
    }
    return gtid;
  }
  GtidSet AllGtids() const {
    GtidSet set;
    for (const auto& file : server_->log_.files()) {
      for (const BinlogEvent& event : file.events) {
        if (IsGtid(event)) (void)set.Add(GtidOf(event));
      }
    }
    return set;
  }

  model::Frame Frame(const Bytes& bytes) const {
    model::Frame frame;
    frame.chunk = model::Chunk::Allocate(bytes.size(), budget_);
    std::copy(bytes.begin(), bytes.end(), frame.chunk->data());
    frame.bytes = {frame.chunk->data(), bytes.size()};
    return frame;
  }

  ScriptedServer* server_;
  std::shared_ptr<model::MemoryBudget> budget_;
  source::SourceInfo info_;
  bool stopped_ = false;
  std::deque<Bytes> front_;  // artificial events that come before the files' next one
  size_t file_ = 0;
  size_t event_ = 0;
  uint64_t sent_ = 0;
  GtidSet skip_;
  bool skipping_ = false;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_
