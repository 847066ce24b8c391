// SimulatedSource: the stream's connection to whichever server of a topology answers at the
// address, or to those of a list of hosts.
//
// It begins where the server's real source would (mysql/binlog_dump): by file and offset on the
// server that the cursor is of, else by GTIDs. And it refuses as that one does (mysql/continuity),
// by what the cursor says, which is all that it knows of the stream. Connections are lost and
// refused at random.
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
  // What the oracle is told: where reading begins on the server, before it does, or with which code
  // that is refused; `first`: not after a lost connection.
  using OnOpen =
      std::function<void(Server& server, const model::Cursor& cursor, Code code, bool first)>;

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

  size_t hosts() const override { return topology_.list() ? topology_.size() : 1; }
  void Choose(size_t host) override { chosen_ = host; }
  size_t chosen() const override { return chosen_; }

  Status Connect() override {
    scheduler_.Yield();
    if (stopped_) return Closed();
    reading_ = false;
    server_ = topology_.list() ? &topology_.server(chosen_) : &topology_.at_address();
    info_.endpoint = topology_.list() ? "host of " + server_->uuid() : "simulated";
    if (topology_.refuses || server_->down || scheduler_.random().Chance(faults_.refuses)) {
      scheduler_.Trace("connect to {}: refused", server_->uuid());
      return Status(Code::kConnection, "connection refused");
    }
    cuts_ = server_->cuts();
    broken_ = false;
    scheduler_.Trace("connected to {}", server_->uuid());
    info_.version = "simulated";
    info_.flavor = server_->log().flavor();
    info_.server_uuid = server_->uuid();
    info_.names_columns = topology_.names();
    info_.known = GtidSet();
    info_.known_origins = model::OriginState();
    if (info_.flavor == Flavor::kMysql) {
      info_.known = server_->executed();
    } else {
      info_.known_origins = server_->origins();
    }
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
    model::Cursor from = cursor;
    Status s = CheckContinuity(&from);
    if (s.ok()) s = dump_.Open(server_->log(), from);
    scheduler_.Trace("dump from {}:{} after {} gtids {}: {}", from.file, from.offset,
                     from.after.ToString(), from.gtids.ToString(), s.ToString());
    model::Cursor here = cursor;
    if (here.file.empty()) here.server_uuid = server_->uuid();  // GTIDs are of any server
    on_open_(*server_, here, s.code(), !opened_);
    reading_ = s.ok();
    opened_ |= s.ok();
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

  void Break() override {
    broken_ = true;
    if (server_ != nullptr) server_->changed().NotifyAll();
  }

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
  // Whether the server can go on exactly there; `from` becomes what to dump.
  Status CheckContinuity(model::Cursor* from) const {
    const bool same_server = from->server_uuid == server_->uuid();
    const bool by_gtids = from->gtids_known && server_->log().gtids;
    if (by_gtids) {
      const GtidSet& has = server_->executed();
      if (!has.Contains(from->gtids) || !has.Contains(from->delivered)) {
        const bool never = same_server && !has.Contains(from->gtids);
        return never ? Status(Code::kPositionLost, "it does not have these GTIDs")
                     : Status(Code::kServerBehind, "it lacks what was delivered");
      }
      if (!same_server) {
        if (Status s = CheckOrder(*from); !s.ok()) return s;
      }
    }
    if (!from->file.empty() && same_server && !(gtid_ == model::GtidMode::kOn && by_gtids)) {
      return Status::Ok();
    }
    from->file.clear();
    return by_gtids ? Status::Ok() : Status(Code::kPositionLost, "the GTIDs are not known");
  }
  // None of its own transactions lies before what was delivered, unless a server that was followed
  // had it too.
  Status CheckOrder(const model::Cursor& from) const {
    const Gtid* errant = nullptr;
    for (const Stretch& stretch : server_->stretches()) {
      if (from.gtids.Contains(stretch.gtid)) {
        if (errant != nullptr) return Status(Code::kDiverged, errant->ToString() + " is errant");
      } else if (stretch.errant && !from.known.Contains(stretch.gtid)) {
        errant = &stretch.gtid;
      }
    }
    return Status::Ok();
  }

  bool IsLost() const { return broken_ || server_->cuts() != cuts_; }
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
  size_t chosen_ = 0;
  Server* server_ = nullptr;  // connected to last
  uint64_t cuts_ = 0;
  ScriptedDump dump_;
  std::mutex mutex_;
  bool stopped_ = false;
  bool broken_ = false;
  bool opened_ = false;
  bool reading_ = false;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_SOURCE_H_
