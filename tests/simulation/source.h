// SimulatedSource: the stream's connection to whichever server of a topology answers.
//
// It begins where the server's real source would (mysql/binlog_dump): by file and offset on the
// server that the cursor is of, else by GTIDs. Connections are lost and refused at random.
#ifndef TOWPATH_TESTS_SIMULATION_SOURCE_H_
#define TOWPATH_TESTS_SIMULATION_SOURCE_H_

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "model/settings.h"
#include "source/source.h"
#include "tests/simulation/topology.h"
#include "tests/support/scripted_dump.h"

namespace towpath::test {

struct SourceFaults {
  unsigned drops = 0;    // in thousandths of events
  unsigned refuses = 0;  // in percent of connects
};

class SimulatedSource final : public source::Source {
 public:
  // What the oracle is told: where reading begins on the server, before it does; `first`: not after
  // a lost connection.
  using OnOpen = std::function<void(Server& server, const model::Cursor& cursor, bool first)>;

  SimulatedSource(Scheduler& scheduler, Topology& topology, const SourceFaults& faults,
                  const model::Settings& settings, std::shared_ptr<model::MemoryBudget> budget,
                  OnOpen on_open)
      : scheduler_(scheduler),
        topology_(topology),
        faults_(faults),
        gtid_(settings.source.gtid),
        heartbeat_(settings.source.heartbeat),
        budget_(std::move(budget)),
        on_open_(std::move(on_open)) {
    info_.endpoint = "simulated";
  }

  Status Connect() override {
    scheduler_.Yield();
    if (stopped_) return Closed();
    if (topology_.refuses || scheduler_.random().Chance(faults_.refuses)) {
      scheduler_.Trace("connect: refused");
      return Status(Code::kConnection, "connection refused");
    }
    // One opening is of one server here, so that what it must bring is a list of places.
    if (opened_ && server_ != &topology_.at_address()) {
      return Status(Code::kPositionLost, "another server answers");
    }
    server_ = &topology_.at_address();
    cuts_ = server_->cuts();
    scheduler_.Trace("connected to {}", server_->uuid());
    info_.version = "simulated";
    info_.flavor = server_->log().flavor();
    info_.server_uuid = server_->uuid();
    info_.names_columns = topology_.names();
    return Status::Ok();
  }

  const source::SourceInfo& info() const override { return info_; }

  Result<model::Cursor> Resolve(const model::StartPoint& start) override {
    model::Cursor cursor = ScriptedDump::Resolve(server_->log(), server_->uuid(), start);
    if (gtid_ == model::GtidMode::kOff) {
      cursor.gtids_known = false;
      cursor.gtids = GtidSet();
    }
    return cursor;
  }

  Status Open(const model::Cursor& cursor) override {
    scheduler_.Yield();
    if (stopped_) return Closed();
    if (IsLost()) return Lost();
    model::Cursor here = cursor;
    if (here.file.empty()) here.server_uuid = server_->uuid();  // GTIDs are of any server
    on_open_(*server_, here, !opened_);
    opened_ = true;
    const bool same_server = cursor.server_uuid == server_->uuid();
    const bool has_gtids = cursor.gtids_known && server_->log().gtids;
    model::Cursor from = cursor;
    if (cursor.file.empty() || !same_server || (gtid_ == model::GtidMode::kOn && has_gtids)) {
      if (!has_gtids) return Status(Code::kPositionLost, "the GTIDs are not known");
      from.file.clear();
    }
    Status s = dump_.Open(server_->log(), from);
    scheduler_.Trace("dump from {}:{} after {} gtids {}: {}", from.file, from.offset,
                     from.after.ToString(), from.gtids.ToString(), s.ToString());
    reading_ = s.ok();
    return s;
  }

  bool announced_checksum() const override { return true; }

  Status Next(model::Frame* frame) override {
    if (scheduler_.random().Chance(20)) scheduler_.Yield();
    for (;;) {
      if (stopped_) return Closed();
      if (IsLost() || scheduler_.random().Below(1000) < faults_.drops) {
        reading_ = false;
        return Lost();
      }
      Bytes event;
      if (dump_.Next(server_->log(), &event)) {
        *frame = ScriptedDump::Frame(event, budget_);
        return Status::Ok();
      }
      const std::chrono::nanoseconds silent_until = scheduler_.Elapsed() + heartbeat_;
      std::unique_lock lock(mutex_);
      server_->changed().WaitFor(lock, heartbeat_);
      if (stopped_ || IsLost() || dump_.Ready(server_->log()) ||
          scheduler_.Elapsed() < silent_until) {
        continue;
      }
      const auto& file = server_->log().file();
      scheduler_.Trace("heartbeat");
      *frame = ScriptedDump::Frame(server_->log().Heartbeat(file.name, file.end()), budget_);
      return Status::Ok();
    }
  }
  bool Ready() const override {
    return !stopped_ && !IsLost() && dump_.Ready(server_->log()) && scheduler_.random().Chance(70);
  }

  schema::Catalogue* catalogue() override { return nullptr; }

  void Stop() override {
    stopped_ = true;
    if (server_ != nullptr) server_->changed().NotifyAll();
  }

  // Whether it reads that file of the server, which then can not be purged.
  bool Reads(const Server& server, uint64_t file) const {
    return reading_ && server_ == &server && !IsLost() && dump_.file() == file;
  }
  const Server* server() const { return server_; }

 private:
  bool IsLost() const { return server_->cuts() != cuts_; }
  Status Lost() {
    scheduler_.Trace("connection lost");
    return Status(Code::kConnection, "connection lost");
  }
  static Status Closed() { return Status(Code::kClosed, "stopped"); }

  Scheduler& scheduler_;
  Topology& topology_;
  const SourceFaults& faults_;
  const model::GtidMode gtid_;
  const std::chrono::milliseconds heartbeat_;
  std::shared_ptr<model::MemoryBudget> budget_;
  OnOpen on_open_;
  source::SourceInfo info_;
  Server* server_ = nullptr;
  uint64_t cuts_ = 0;
  ScriptedDump dump_;
  std::mutex mutex_;
  bool stopped_ = false;
  bool opened_ = false;
  bool reading_ = false;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_SOURCE_H_
