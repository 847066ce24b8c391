#include "tests/simulation/world.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "stream/stream_impl.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr uint32_t Bit(EntryKind kind) { return 1U << static_cast<unsigned>(kind); }
constexpr uint32_t kAllKinds = 0x1fe;  // all that there are, heartbeats too

}  // namespace

World::World(Scheduler& scheduler, std::shared_ptr<store::Store> keeps)
    : scheduler_(scheduler),
      store_(scheduler, std::move(keeps)),
      store_handle_(&store_, [](SimulatedStore*) {}),
      oracle_(scheduler, store_, wanted_, settings_),
      turn_(scheduler.NewCondition()) {
  store_.on_save = [this](const store::StreamRecord& record) { oracle_.OnSave(record); };
}

// --- settings ---

void World::ChooseSettings() {
  Random& r = random();
  wanted_.kinds = kAllKinds & ~Bit(EntryKind::kHeartbeat);
  if (r.Chance(25)) wanted_.kinds |= Bit(EntryKind::kHeartbeat);
  if (r.Chance(30)) wanted_.kinds &= ~(Bit(EntryKind::kBegin) | Bit(EntryKind::kCommit));
  if (r.Chance(10)) wanted_.kinds &= ~Bit(EntryKind::kDdl);
  if (r.Chance(10)) wanted_.kinds &= ~Bit(EntryKind::kUpdate);
  settings_.stream_name = "simulated";
  settings_.filter_events = wanted_.kinds;
  wanted_.tables = {true, true, true};
  switch (r.Below(4)) {
    case 0:
      settings_.filter_tables = "shop\\.orders, shop\\.lines";
      wanted_.tables[2] = false;
      break;
    case 1:
      settings_.filter_tables = "shop\\..*";
      settings_.filter_exclude = ".*\\.(noise|lines)";
      wanted_.tables[1] = wanted_.tables[2] = false;
      break;
    default:
      break;
  }
  settings_.buffer_bytes = r.Pick({256U << 10, 256U << 10, 1U << 20, 16U << 20});
  settings_.spill_bytes = r.Pick({0U, 100U << 10, 1U << 20, 1U << 30});
  // So little that histories are long beside it.
  if (settings_.spill_bytes > 0) settings_.buffer_bytes = r.Pick({8U << 10, 32U << 10, 256U << 10});
  if (r.Chance(50)) spill_faults_ = {r.Pick({0U, 50U, 300U}), r.Pick({0U, 20U}), r.Pick({0U, 20U})};
  settings_.batch_whole_transactions = r.Chance(30);
  settings_.batch_isolate_ddl = r.Chance(30);
  settings_.batch_linger = milliseconds(r.Pick({0, 0, 5, 200}));
  settings_.ack_durability =
      r.Chance(35) ? model::AckDurability::kInterval : model::AckDurability::kSync;
  settings_.ack_interval = milliseconds(r.Pick({10, 1000, 20000}));
  settings_.dedup =
      r.Pick({model::DedupMode::kOff, model::DedupMode::kFlag, model::DedupMode::kDrop});
  settings_.statements =
      r.Chance(30) ? model::StatementPolicy::kDeliver : model::StatementPolicy::kError;
  settings_.source.gtid = r.Pick({model::GtidMode::kAuto, model::GtidMode::kAuto,
                                  model::GtidMode::kOn, model::GtidMode::kOff});
  settings_.source.retry.initial = milliseconds(r.Pick({1, 200}));
  settings_.source.retry.max = milliseconds(r.Pick({1000, 30000}));
  settings_.source.retry.max_attempts = r.Pick({-1, -1, -1, 3});
  store_.fails = r.Pick({0U, 0U, 2U, 10U});
  store_.dies = r.Pick({0U, 0U, 1U, 4U});
  store_.slow = r.Pick({0U, 0U, 10U, 50U});
  source_faults_.drops = r.Pick({0U, 2U, 10U, 30U});
  source_faults_.refuses = r.Pick({0U, 0U, 20U});
  if (scheduler_.tracing()) {
    settings_.logger = [this](LogLevel, std::string_view message) {
      scheduler_.Trace("log: {}", message);
    };
  }
}

// Where the first opening begins.
void World::ChooseStart() {
  model::StartPoint& start = settings_.source.start;
  using Kind = model::StartPoint::Kind;
  start.kind = Kind::kEarliest;
  Server& server = topology_->at_address();
  if (!topology_->names() || random().Chance(60) || server.stretches().empty() ||
      server.has_cut()) {
    return;
  }
  const Stretch& stretch = random().Pick(server.stretches());
  switch (random().Below(5)) {
    case 0:
      start.kind = Kind::kLatest;
      break;
    case 1:
      start.kind = Kind::kPosition;
      start.position.file = stretch.file;
      start.position.offset = stretch.begin;
      break;
    case 2:
      if (server.items().empty()) return;
      start.kind = Kind::kAfterEntry;
      start.position = random().Pick(server.items()).position;
      break;
    case 3:
      start.kind = Kind::kTimestamp;
      start.timestamp_us = int64_t{stretch.seconds} * 1000000 + random().Between(0, 999999);
      break;
    default:
      if (!topology_->gtids() || settings_.source.gtid == model::GtidMode::kOff) return;
      start.kind = Kind::kGtidSet;
      for (const Stretch& s : server.stretches()) {
        if (!s.complete) continue;
        if (&s > &stretch) break;
        // MySQL's sets may have holes.
        if (topology_->flavor() == Flavor::kMariadb || random().Chance(80)) {
          (void)start.gtids.Add(s.gtid);
        }
      }
      break;
  }
}

// --- the process ---

World::Opened World::Open() {
  stream::Parts parts;
  parts.store = store_handle_;
  parts.runtime = std::shared_ptr<stream::Runtime>(&scheduler_, [](stream::Runtime*) {});
  parts.seed = random().Bits();
  parts.open_source =
      [this](
          const model::Settings& settings,
          std::shared_ptr<model::MemoryBudget> budget) -> Result<std::unique_ptr<source::Source>> {
    auto source = std::make_unique<SimulatedSource>(
        scheduler_, *topology_, source_faults_, settings, std::move(budget),
        [this](Server& server, const model::Cursor& cursor, Code code, bool first) {
          if (code != Code::kOk) {
            oracle_.OnRefused(server, cursor, code);
          } else if (first) {
            oracle_.OnSourceOpen(server, cursor);
          } else if (stream_ != nullptr) {
            oracle_.OnReconnect(server, cursor, stream_->GetStatus());
          }
        });
    source_ = source.get();
    return std::unique_ptr<source::Source>(std::move(source));
  };
  parts.open_spill_folder = [this](const std::string&) {
    return std::make_unique<SimulatedSpillFolder>(scheduler_, spill_faults_, spilled_);
  };
  store_.Settle();
  const std::optional<store::StreamRecord> saved = store_.durable();
  const uint64_t faults = store_.faults();
  oracle_.OnOpening(saved);
  scheduler_.Trace("open");
  auto opened = stream::OpenStream(settings_, std::move(parts));
  scheduler_.Trace("open: {}", opened.status().ToString());
  if (store_.dead()) {
    if (opened.ok()) {
      (void)(*opened)->Close();
      opened->reset();
    }
    source_ = nullptr;
    return Opened::kAgain;
  }
  if (opened.ok()) {
    stream_ = *std::move(opened);
    failure_ = Status();
    oracle_.OnOpened(saved, stream_->GetStatus());
    open_ = true;
    turn_->NotifyAll();
    return Opened::kYes;
  }
  source_ = nullptr;
  switch (opened.code()) {
    case Code::kConnection:
      return Opened::kAgain;  // the source refused, or was cut
    case Code::kStore:
      if (store_.faults() == faults) {
        scheduler_.Fail("open failed without a fault: " + opened.status().ToString());
      }
      return Opened::kAgain;
    default:
      if (!MayRefuse(opened.code(), saved)) break;
      topology_->Heal(saved ? saved->ack.server_uuid : topology_->at_address().uuid());
      return ++refusals_ < 20 ? Opened::kAgain : Opened::kNever;
  }
  scheduler_.Fail("open: " + opened.status().ToString());
}

// Whether no server need go on from the record; healed, those that did not part can.
bool World::MayRefuse(Code code, const std::optional<store::StreamRecord>& saved) const {
  const bool moved = topology_->list() || topology_->failovers() > 0;
  switch (code) {
    case Code::kServerBehind:
    case Code::kDiverged:
      return moved;
    case Code::kInvalidPosition:  // a place to start from is of the first host
      return !saved && topology_->list();
    case Code::kPositionLost:
      return moved || purges_ > 0;
    default:
      return false;
  }
}

void World::OpenAgain() {
  refusals_ = 0;
  for (int i = 0; i < 1000; ++i) {
    if (store_.dead()) {
      oracle_.OnCrash();
      store_.Revive();
    }
    switch (Open()) {
      case Opened::kYes:
        return;
      case Opened::kNever:
        ended_ = true;
        turn_->NotifyAll();
        return;
      case Opened::kAgain:
        scheduler_.Sleep(milliseconds(random().Below(100)));
        if (i == 100) topology_->Heal(topology_->at_address().uuid());
        break;
    }
  }
  scheduler_.Fail("1000 openings failed");
}

void World::WaitForCalls() {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  while (calls_ > 0) turn_->Wait(lock);
}

void World::Crash() {
  scheduler_.Trace("crash");
  store_.Die();
  open_ = false;
  // The rest of the process's life changes nothing that outlives it.
  (void)stream_->Close();
  WaitForCalls();
  kept_.clear();
  stream_.reset();
  source_ = nullptr;
  oracle_.OnCrash();
  store_.Revive();
}

void World::Close() {
  scheduler_.Trace("close");
  open_ = false;
  const uint64_t faults = store_.faults();
  const Status closed = stream_->Close();
  WaitForCalls();
  scheduler_.Trace("closed: {}", closed.ToString());
  if (!store_.dead()) {
    if (closed.ok()) {
      oracle_.OnClosed(stream_->GetStatus());
    } else if (store_.faults() == faults) {
      scheduler_.Fail("close failed without a fault: " + closed.ToString());
    } else {
      oracle_.OnCrash();
    }
  }
  kept_.clear();
  stream_.reset();
  source_ = nullptr;
}

// Whether the stream may have failed so; false: it can never go on.
bool World::ExplainFailure(const Status& why) {
  switch (why.code()) {
    case Code::kDiverged:
      if (why.message().find("entries of it were delivered") != std::string::npos) {
        oracle_.CheckDiverged();
      }
      [[fallthrough]];
    case Code::kServerBehind:
      return MayRefuse(why.code(), store_.durable()) && random().Chance(80);
    case Code::kPositionLost:
      if (purges_ > 0) return false;
      if (MayRefuse(why.code(), store_.durable())) return random().Chance(80);
      break;
    case Code::kConnection:
      if (settings_.source.retry.max_attempts >= 0) return true;
      break;
    case Code::kStore:
      if (store_.faults() > 0) return true;
      break;
    case Code::kLimit:
      if (settings_.batch_whole_transactions) {
        settings_.batch_whole_transactions = false;
        return true;
      }
      break;
    default:
      break;
  }
  scheduler_.Fail("the stream failed: " + why.ToString());
}

// --- actors ---

void World::RunDatabase() {
  const uint64_t rounds = 2 + random().Below(12);
  for (uint64_t i = 0; i < rounds && !ended_; ++i) {
    for (uint64_t n = 1 + random().Below(6); n > 0; --n) topology_->Commit();
    if (random().Chance(20)) topology_->at_address().NewFile(random().Chance(80));
    scheduler_.Sleep(random().Chance(20) ? nanoseconds(seconds(random().Below(15)))
                                         : nanoseconds(milliseconds(random().Below(300))));
  }
  quiet_ = true;
  turn_->NotifyAll();
}

void World::Purge(bool cruel) {
  Server& server = topology_->at_address();
  if (server.log().files().size() < 2 || server.has_cut()) return;
  const std::string& oldest = server.log().files().front().name;
  if (source_ != nullptr && source_->Reads(server, server.log().purged())) return;
  if (!cruel) {
    // Nobody needs it.
    const auto& record = store_.durable();
    if (!record || record->ack.server_uuid != server.uuid() || record->ack.file.empty() ||
        BinlogFileNumber(record->ack.file) <= BinlogFileNumber(oldest) ||
        settings_.source.gtid == model::GtidMode::kOn) {
      return;
    }
    if (oracle_.server() != &server) return;
  } else {
    ++purges_;
  }
  scheduler_.Trace("purge {} of {}", oldest, server.uuid());
  server.Purge();
}

void World::Disturb() {
  switch (random().Below(14)) {
    case 0:
    case 1:
      Crash();
      break;
    case 2:
      Close();
      break;
    case 3:
      if (CanMove()) topology_->Failover();
      return;
    case 4:
      topology_->at_address().Cut();
      return;
    case 5:
      topology_->at_address().NewFile(false);
      return;
    case 6:
      topology_->refuses = true;
      topology_->at_address().Cut();
      scheduler_.Sleep(milliseconds(random().Below(3000)));
      topology_->refuses = false;
      return;
    case 7:
      Purge(random().Chance(3));
      return;
    case 8:
      if (CanMove()) topology_->TurnOneOver();
      return;
    case 9:
      if (CanMove()) topology_->Stray();
      return;
    default:
      return;
  }
  scheduler_.Sleep(milliseconds(random().Below(50)));
}

void World::Run() {
  ChooseSettings();
  topology_ = std::make_unique<Topology>(scheduler_, wanted_,
                                         settings_.statements == model::StatementPolicy::kDeliver);
  for (uint64_t n = random().Below(12); n > 0; --n) {
    topology_->Commit();
    scheduler_.Sleep(milliseconds(random().Below(1500)));
  }
  if (random().Chance(50)) topology_->at_address().NewFile(true);
  ChooseStart();
  OpenAgain();
  std::vector<std::unique_ptr<stream::Thread>> threads;
  threads.push_back(scheduler_.Start("database", [this] { RunDatabase(); }));
  for (uint64_t n = 1 + random().Below(3); n > 0; --n) {
    threads.push_back(scheduler_.Start("consumer", [this] { RunConsumer(); }));
  }
  const nanoseconds pace = milliseconds(random().Pick({20, 300, 3000}));
  for (int i = 0; !ended_ && (!quiet_ || i < 3); ++i) {
    const nanoseconds until =
        scheduler_.Elapsed() + nanoseconds(random().Below(static_cast<uint64_t>(2 * pace.count())));
    std::mutex mutex;
    std::unique_lock lock(mutex);
    while (!store_.dead() && failure_.ok() && scheduler_.Elapsed() < until) {
      store_.died().WaitFor(lock, until - scheduler_.Elapsed());
    }
    if (store_.dead()) {
      Crash();
    } else if (!failure_.ok()) {
      ended_ = !ExplainFailure(failure_);
      random().Chance(70) ? Close() : Crash();
    } else {
      Disturb();
    }
    if (stream_ == nullptr && !ended_) OpenAgain();
  }
  FinishAndDrain();
  turn_->NotifyAll();
  for (const auto& thread : threads) thread->Join();
}

bool World::CanMove() const {
  return topology_->gtids() && settings_.source.gtid != model::GtidMode::kOff;
}

// No faults any more: all that is due arrives, and is acknowledged.
void World::FinishAndDrain() {
  store_.fails = store_.dies = store_.slow = 0;
  source_faults_ = SourceFaults();
  spill_faults_ = SpillFaults();
  open_ = false;
  scheduler_.Trace("the end begins");
  {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    while (!quiet_ && !ended_) turn_->Wait(lock);
  }
  topology_->Heal(topology_->at_address().uuid());
  // Calls that wait for more to come return now.
  if (stream_ != nullptr && calls_ > 0) Close();
  for (int i = 0; !ended_; ++i) {
    if (i > 20) scheduler_.Fail("the end does not come");
    if (stream_ == nullptr || store_.dead()) {
      if (stream_ != nullptr) Crash();
      OpenAgain();
      open_ = false;
      continue;
    }
    WaitForCalls();
    Rollback();
    Status failed;
    nanoseconds progress = scheduler_.Elapsed();
    while (failed.ok() && oracle_.acked() < oracle_.expected()) {
      const size_t before = oracle_.acked();
      const auto batch = stream_->GetWithoutAck(1 + random().Below(200), milliseconds(-1));
      oracle_.EndGet(batch, SIZE_MAX, false, store_.faults(), stream_->GetStatus());
      if (!batch.ok()) {
        failed = batch.status();
        break;
      }
      if (batch->mark() == Batch::kNoMark) scheduler_.Fail("a get without limit ended empty");
      const auto call = oracle_.BeginAck(batch->mark(), false);
      const Status acked = stream_->Ack(batch->mark());
      oracle_.EndAck(call, acked, stream_->GetStatus());
      if (!acked.ok()) scheduler_.Fail("ack at the end: " + acked.ToString());
      if (oracle_.acked() > before) progress = scheduler_.Elapsed();
      if (scheduler_.Elapsed() - progress > std::chrono::hours(1)) {
        scheduler_.Fail(fmt::format("nothing arrives any more: {} of {} entries did",
                                    oracle_.acked(), oracle_.expected()));
      }
    }
    if (failed.ok()) {
      Close();
      return;
    }
    scheduler_.Trace("at the end: {}", failed.ToString());
    ended_ = !ExplainFailure(failed);
    Close();
  }
  if (stream_ != nullptr) Close();
}

// --- consumers ---

void World::RunConsumer() {
  const uint64_t pace = random().Pick({300U, 20'000U, 400'000U});
  std::mutex mutex;
  while (!ended_ && !quiet_) {
    {
      std::unique_lock lock(mutex);
      while ((!open_ || store_.dead()) && !ended_ && !quiet_) {
        turn_->WaitFor(lock, milliseconds(100));
      }
    }
    if (ended_ || quiet_) return;
    ++calls_;
    Call();
    --calls_;
    turn_->NotifyAll();
    // Patience grows, so that every history has an end.
    constexpr uint64_t kMany = 500;
    scheduler_.Sleep(std::chrono::microseconds(random().Below(pace)) +
                     (++called_ > kMany ? seconds(1) : seconds(0)));
  }
}

void World::Call() {
  switch (random().Below(24)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7: {
      if (gate_) return;
      ++gets_;
      constexpr int kTimeouts[] = {0, 0, 5, 400, 12000, -1};
      Get(1 + random().Below(random().Chance(50) ? 4 : 150),
          milliseconds(kTimeouts[random().Below(std::size(kTimeouts))]));
      --gets_;
      return;
    }
    case 8:
      return GetAndAck();
    case 9:
    case 10:
    case 11:
    case 12:
    case 13:
    case 14:
      return Ack();
    case 15:
      return RefusedAck();
    case 16:
      if (random().Chance(50) || gate_) return;
      ++gets_;
      Rollback();
      --gets_;
      return;
    case 17:
      if (gate_) return;
      ++gets_;
      RollbackTo();
      --gets_;
      return;
    case 18:
    case 19:
      return MarkProcessed();
    case 20:
      return GetOutstanding();
    case 21:
      kept_.clear();
      if (!oracle_.outstanding().empty() && random().Chance(20)) {
        kept_.push_back(oracle_.outstanding().back().batch);
      }
      oracle_.KeepsBatches(!kept_.empty());
      return;
    default:
      oracle_.Observe(stream_->GetStatus());
      return;
  }
}

void World::Get(size_t max_entries, milliseconds timeout) {
  const uint64_t faults = store_.faults();
  const auto batch = stream_->GetWithoutAck(max_entries, timeout);
  scheduler_.Trace("get {} within {} ms: {}, mark {}, {} entries", max_entries, timeout.count(),
                   batch.status().ToString(), batch.ok() ? batch->mark() : 0,
                   batch.ok() ? batch->size() : 0);
  const StreamStatus status = stream_->GetStatus();
  oracle_.EndGet(batch, max_entries, false, faults, status);
  if (store_.dead() || batch.ok() || batch.code() == Code::kClosed) return;
  if (status.state != StreamState::kFailed && batch.code() != Code::kLimit) return;
  failure_ = status.state == StreamState::kFailed ? status.error : batch.status();
  store_.died().NotifyAll();
}

// A get that acknowledges must be alone: batches that others took before it must be settled.
void World::GetAndAck() {
  if (gate_ || gets_ > 0 || !oracle_.outstanding().empty()) return;
  gate_ = true;
  oracle_.BeginGet();
  const uint64_t faults = store_.faults();
  const size_t max_entries = 1 + random().Below(50);
  const auto batch = stream_->Get(max_entries, milliseconds(random().Pick({0, 100})));
  scheduler_.Trace("get and ack: {}, mark {}, {} entries", batch.status().ToString(),
                   batch.ok() ? batch->mark() : 0, batch.ok() ? batch->size() : 0);
  oracle_.EndGet(batch, max_entries, true, faults, stream_->GetStatus());
  gate_ = false;
}

void World::Ack() {
  const auto& outstanding = oracle_.outstanding();
  if (outstanding.empty() || gate_) return;
  const bool through = random().Chance(40);
  const size_t i = random().Chance(through ? 50 : 15) ? random().Below(outstanding.size()) : 0;
  const auto call = oracle_.BeginAck(outstanding[i].mark, through);
  const int64_t mark = call.mark;
  const Status s = through ? stream_->AckThrough(mark) : stream_->Ack(mark);
  scheduler_.Trace("ack{} {}: {}", through ? " through" : "", mark, s.ToString());
  oracle_.EndAck(call, s, stream_->GetStatus());
}

void World::RefusedAck() {
  if (gate_) return;
  const int64_t mark = random().Between(-1, oracle_.last_mark() + 2);
  for (const auto& batch : oracle_.outstanding()) {
    if (batch.mark == mark) return;
  }
  const auto call = oracle_.BeginAck(mark, random().Chance(50));
  const Status s = call.through ? stream_->AckThrough(mark) : stream_->Ack(mark);
  oracle_.EndAck(call, s, stream_->GetStatus());
}

void World::Rollback() {
  const Status s = stream_->Rollback();
  scheduler_.Trace("rollback: {}", s.ToString());
  oracle_.EndRollback(s, stream_->GetStatus());
}

void World::RollbackTo() {
  const auto& outstanding = oracle_.outstanding();
  const int64_t mark = outstanding.empty() || random().Chance(10)
                           ? oracle_.last_mark() + 1
                           : outstanding[random().Below(outstanding.size())].mark;
  const Status s = stream_->RollbackTo(mark);
  scheduler_.Trace("rollback to {}: {}", mark, s.ToString());
  oracle_.EndRollbackTo(mark, s, stream_->GetStatus());
}

void World::MarkProcessed() {
  const size_t most = std::max(oracle_.got(), oracle_.processed());
  if (most == 0) return;
  const size_t index = 1 + random().Below(most);
  const Position position = oracle_.PositionOf(index - 1);
  const auto call = oracle_.BeginMark(index);
  const Status s = stream_->MarkProcessed(position);
  scheduler_.Trace("mark_processed {} ({}): {}", position.ToString(), index, s.ToString());
  oracle_.EndMark(call, s, stream_->GetStatus());
}

void World::GetOutstanding() {
  const auto& outstanding = oracle_.outstanding();
  const int64_t mark = outstanding.empty() || random().Chance(20)
                           ? random().Between(1, oracle_.last_mark() + 1)
                           : outstanding[random().Below(outstanding.size())].mark;
  const auto batch = stream_->GetOutstanding(mark);
  oracle_.EndGetOutstanding(mark, batch);
}

}  // namespace towpath::test
