// ScriptedServer: a server that exists only in the test, and the Source that follows it.
//
// It serves the binlogs of a BinlogWriter as a real server does over the network (ScriptedDump),
// then waits for more. And it fails as it is told to.
#ifndef TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_
#define TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_

#include <condition_variable>
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
#include "tests/support/scripted_dump.h"

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
  // Sources do not learn where the binlog ends, neither when they connect nor when they ask.
  void HideEnd() {
    Set([this] { hide_end_ = true; });
  }
  // How often one asked.
  int asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
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
  bool hide_end_ = false;
  int asked_ = 0;
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
    info_.end = EndNow();
    return Status::Ok();
  }

  bool can_ask_end() const override { return true; }
  Result<source::SourceEnd> AskEnd() override {
    const std::lock_guard lock(server_->mutex_);
    ++server_->asked_;
    server_->changed_.notify_all();
    return EndNow();
  }

  const source::SourceInfo& info() const override { return info_; }

  Result<model::Cursor> Resolve(const model::StartPoint& start) override {
    const std::lock_guard lock(server_->mutex_);
    return ScriptedDump::Resolve(server_->log_, server_->uuid_, start);
  }

  Status Open(const model::Cursor& cursor) override {
    const std::lock_guard lock(server_->mutex_);
    if (!server_->refuse_open_.ok()) return server_->refuse_open_;
    sent_ = 0;
    return dump_.Open(server_->log_, cursor);
  }

  bool announced_checksum() const override { return true; }

  Status Next(model::Frame* frame) override {
    std::unique_lock lock(server_->mutex_);
    for (;;) {
      if (stopped_) return Status(Code::kClosed, "stopped");
      if (sent_ >= server_->drop_after_) {
        return Status(Code::kConnection, fmt::format("lost after {} events", sent_));
      }
      Bytes event;
      if (dump_.Next(server_->log_, &event)) {
        *frame = ScriptedDump::Frame(event, budget_);
        ++sent_;
        return Status::Ok();
      }
      if (server_->heartbeats_ > 0) {
        --server_->heartbeats_;
        const auto& file = server_->log_.files().back();
        *frame = ScriptedDump::Frame(server_->log_.Heartbeat(file.name, file.end()), budget_);
        return Status::Ok();
      }
      if (!server_->at_end_.ok()) return server_->at_end_;
      server_->changed_.wait(lock);
    }
  }

  bool Ready() const override {
    const std::lock_guard lock(server_->mutex_);
    return dump_.Ready(server_->log_);
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
  source::SourceEnd EndNow() const {
    source::SourceEnd end;
    if (server_->hide_end_) return end;
    for (const auto& file : server_->log_.files()) end.files.push_back({file.name, file.end()});
    return end;
  }

  ScriptedServer* server_;
  std::shared_ptr<model::MemoryBudget> budget_;
  source::SourceInfo info_;
  bool stopped_ = false;
  ScriptedDump dump_;
  uint64_t sent_ = 0;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_
