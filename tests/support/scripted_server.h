// ScriptedServer: a server that exists only in the test, and the Source that follows it.
//
// It serves the binlogs of a BinlogWriter as a real server does over the network (ScriptedDump),
// then waits for more. And it fails as it is told to.
#ifndef TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_
#define TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_

#include <atomic>
#include <condition_variable>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

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
  // Only so many succeed from now on.
  void AcceptConnects(int count) {
    Set([=, this] { accept_ = count; });
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
  int accept_ = std::numeric_limits<int>::max();
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
      : ScriptedSource(std::vector{server}, std::move(budget)) {}
  // A list of hosts: their endpoints are "scripted", "scripted 2", ...
  ScriptedSource(std::vector<ScriptedServer*> servers, std::shared_ptr<model::MemoryBudget> budget)
      : servers_(std::move(servers)), server_(servers_.front()), budget_(std::move(budget)) {
    info_.endpoint = "scripted";
  }

  size_t hosts() const override { return servers_.size(); }
  void Choose(size_t host) override {
    chosen_ = host;
    server_ = servers_[host];
    info_.endpoint = host == 0 ? "scripted" : fmt::format("scripted {}", host + 1);
  }
  size_t chosen() const override { return chosen_; }

  Status Connect() override {
    std::unique_lock lock(server()->mutex_);
    server()->changed_.wait(lock, [this] { return !server()->hang_ || stopped_; });
    if (stopped_) return Status(Code::kClosed, "stopped");
    if (server()->refuse_ > 0) {
      --server()->refuse_;
      return Status(Code::kConnection, "connection refused");
    }
    if (server()->accept_ == 0) return Status(Code::kConnection, "connection refused");
    --server()->accept_;
    ++server()->connects_;
    info_.version = "test";
    info_.flavor = server()->log_.flavor();
    info_.server_uuid = server()->uuid_;
    info_.end = EndNow();
    return Status::Ok();
  }

  bool can_ask_end() const override { return true; }
  Result<source::SourceEnd> AskEnd() override {
    const std::lock_guard lock(server()->mutex_);
    ++server()->asked_;
    server()->changed_.notify_all();
    return EndNow();
  }

  const source::SourceInfo& info() const override { return info_; }

  Result<model::Cursor> Resolve(const model::StartPoint& start) override {
    const std::lock_guard lock(server()->mutex_);
    return ScriptedDump::Resolve(server()->log_, server()->uuid_, start);
  }

  Status Open(const model::Cursor& cursor) override {
    const std::lock_guard lock(server()->mutex_);
    if (!server()->refuse_open_.ok()) return server()->refuse_open_;
    sent_ = 0;
    return dump_.Open(server()->log_, cursor);
  }

  bool announced_checksum() const override { return true; }

  Status Next(model::Frame* frame) override {
    std::unique_lock lock(server()->mutex_);
    for (;;) {
      if (stopped_) return Status(Code::kClosed, "stopped");
      if (sent_ >= server()->drop_after_) {
        return Status(Code::kConnection, fmt::format("lost after {} events", sent_));
      }
      Bytes event;
      if (dump_.Next(server()->log_, &event)) {
        *frame = ScriptedDump::Frame(event, budget_);
        ++sent_;
        return Status::Ok();
      }
      if (server()->heartbeats_ > 0) {
        --server()->heartbeats_;
        const auto& file = server()->log_.files().back();
        *frame = ScriptedDump::Frame(server()->log_.Heartbeat(file.name, file.end()), budget_);
        return Status::Ok();
      }
      if (!server()->at_end_.ok()) return server()->at_end_;
      server()->changed_.wait(lock);
    }
  }

  bool Ready() const override {
    const std::lock_guard lock(server()->mutex_);
    return dump_.Ready(server()->log_);
  }

  schema::Catalogue* catalogue() override { return nullptr; }

  void Stop() override {
    stopped_ = true;
    for (ScriptedServer* each : servers_) {
      // Whoever is about to wait sees it before, or is woken.
      { const std::lock_guard lock(each->mutex_); }
      each->changed_.notify_all();
    }
  }

 private:
  source::SourceEnd EndNow() const {
    source::SourceEnd end;
    if (server()->hide_end_) return end;
    end.server_uuid = server()->uuid_;
    for (const auto& file : server()->log_.files()) end.files.push_back({file.name, file.end()});
    return end;
  }

  ScriptedServer* server() const { return server_; }

  std::vector<ScriptedServer*> servers_;
  std::atomic<ScriptedServer*> server_;  // that is chosen
  size_t chosen_ = 0;
  std::shared_ptr<model::MemoryBudget> budget_;
  source::SourceInfo info_;
  std::atomic<bool> stopped_ = false;
  ScriptedDump dump_;
  uint64_t sent_ = 0;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_SCRIPTED_SERVER_H_
