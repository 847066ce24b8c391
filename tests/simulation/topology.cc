#include "tests/simulation/topology.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"

namespace towpath::test {

// --- one server ---

Server::Server(Scheduler& scheduler, Flavor flavor, const Wanted& wanted, size_t number, bool gtids,
               bool names)
    : scheduler_(scheduler),
      wanted_(wanted),
      uuid_(fmt::format("server-{}", number)),
      log_(flavor, number == 0 ? "binlog" : fmt::format("bin-{}", number), 1 + number * 97),
      changed_(scheduler.NewCondition()) {
  log_.gtids = gtids;
  log_.names = names;
}

void Server::Append(const Transaction& transaction, bool cut, bool alone) {
  log_.timestamp = transaction.seconds;
  log_.Number(transaction.gtid.number);
  log_.uuid = transaction.gtid.uuid;
  log_.domain = transaction.gtid.domain;
  if (log_.flavor() == Flavor::kMariadb) log_.server_id = transaction.gtid.server_id;
  stretch_ = Stretch();
  stretch_.transaction = transaction.id;
  stretch_.errant = alone;
  stretch_.gtid = log_.gtids ? transaction.gtid : Gtid();
  stretch_.complete = !cut;
  stretch_.file = log_.file().name;
  stretch_.begin = log_.next_offset();
  stretch_.first_item = items_.size();
  stretch_.seconds = log_.timestamp;
  begun_ = false;
  using Kind = Transaction::Kind;
  const bool standalone = transaction.kind == Kind::kDdl || transaction.kind == Kind::kXaEnd;
  log_.Announce(standalone);
  if (standalone) {
    log_.Query("shop", transaction.sql);
    const bool wanted = transaction.kind == Kind::kXaEnd || wanted_.tables[transaction.table];
    if (wanted && wanted_.Kind(EntryKind::kDdl)) Add(EntryKind::kDdl, last_offset(), 0);
    if (transaction.renames) ++renamed_[transaction.table];
  } else {
    in_payload_ = transaction.compressed;
    if (in_payload_) log_.BeginPayload();
    if (transaction.kind == Kind::kXaPrepare) {
      log_.Query("shop", "XA START " + transaction.sql);
    } else if (log_.flavor() == Flavor::kMysql) {
      log_.Query("shop", "BEGIN");
    }
    for (const Change& change : transaction.changes) Write(change);
    if (!cut) WriteEnd(transaction);
    if (in_payload_) log_.EndPayload();
    in_payload_ = false;
  }
  stretch_.end = log_.next_offset();
  stretch_.end_item = items_.size();
  if (!cut && items_.size() > stretch_.first_item) items_.back().ends = true;
  stretches_.push_back(stretch_);
  if (!cut) {
    complete_.insert(transaction.id);
    if (!stretch_.gtid.empty()) (void)executed_.Add(stretch_.gtid);
    origins_.Add(stretch_.gtid);
  }
  if (cut) {
    has_cut_ = true;
    log_.Crash();
    Cut();
  }
  changed_->NotifyAll();
}

void Server::Write(const Change& change) {
  const std::string table = fmt::format("shop.{}", kTables[change.table]);
  const std::vector<BinlogRow> row = {{change.id, std::string(change.note, 'n')}};
  bool wanted = wanted_.tables[change.table];
  switch (change.kind) {
    case EntryKind::kUpdate:
      log_.Updates(table, {row[0], {change.id, "was " + std::to_string(change.id)}});
      break;
    case EntryKind::kDelete:
      log_.Deletes(table, row);
      break;
    case EntryKind::kStatement:
      log_.Query("shop", fmt::format("INSERT INTO {} VALUES ({}, 'x')", table, change.id));
      break;
    case EntryKind::kDdl:
      log_.Query("shop", "ROLLBACK TO `here`");
      wanted = begun_;
      break;
    default:
      log_.Rows(table, row);
      break;
  }
  if (!wanted || !wanted_.Kind(change.kind)) return;
  EnsureBegun();
  Add(change.kind, last_offset(), last_ordinal());
  items_.back().table = change.table;
  items_.back().id = change.id;
  items_.back().renamed = renamed_[change.table];
}

void Server::WriteEnd(const Transaction& transaction) {
  bool outcome = true;  // that is told as a statement
  switch (transaction.kind) {
    case Transaction::Kind::kRollback:
      log_.Query("shop", "ROLLBACK");
      break;
    case Transaction::Kind::kXaPrepare:
      log_.Query("shop", "XA END " + transaction.sql);
      log_.XaPrepare("x");
      break;
    default:
      log_.Commit();
      outcome = false;
      break;
  }
  if (!begun_) return;
  uint32_t ordinal = last_ordinal();
  if (outcome && wanted_.Kind(EntryKind::kDdl)) Add(EntryKind::kDdl, last_offset(), ordinal++);
  if (wanted_.Kind(EntryKind::kCommit)) Add(EntryKind::kCommit, last_offset(), ordinal);
}

uint64_t Server::last_offset() const {
  return in_payload_ ? log_.next_offset() : log_.file().events.back().offset;
}

uint32_t Server::last_ordinal() const { return in_payload_ ? log_.next_in_payload() - 1 : 0; }

void Server::EnsureBegun() {
  if (!begun_ && wanted_.Kind(EntryKind::kBegin)) Add(EntryKind::kBegin, stretch_.begin, 0);
  begun_ = true;
}

void Server::Add(EntryKind kind, uint64_t offset, uint32_t ordinal) {
  Item item;
  item.kind = kind;
  item.position.file = stretch_.file;
  item.position.offset = offset;
  item.position.ordinal = ordinal;
  item.position.transaction_offset = stretch_.begin;
  item.position.gtid = stretch_.gtid;
  item.stretch = stretches_.size();
  items_.push_back(std::move(item));
}

void Server::NewFile(bool flush) {
  if (flush) {
    log_.Rotate();
  } else {
    log_.Crash();
    Cut();
  }
  changed_->NotifyAll();
}

void Server::Purge() { log_.Purge(); }

void Server::Cut() {
  ++cuts_;
  changed_->NotifyAll();
}

// --- all of them ---

Topology::Topology(Scheduler& scheduler, const Wanted& wanted, bool statements)
    : scheduler_(scheduler), statements_(statements) {
  Random& random = scheduler.random();
  flavor_ = random.Pick({Flavor::kMysql, Flavor::kMariadb});
  gtids_ = flavor_ == Flavor::kMariadb || random.Chance(75);
  names_ = random.Chance(75);
  list_ = random.Chance(50);
  replicates_ = random.Pick({0U, 30U, 90U});
  // What was lost, tables that changed by it, and MariaDB's numbers, which others get again, would
  // need a history each.
  const bool parts = names_ && gtids_ && flavor_ == Flavor::kMysql;
  loses_ = parts ? random.Pick({0U, 0U, 30U}) : 0;
  strays_ = parts ? random.Pick({0U, 0U, 50U}) : 0;
  big_ = random.Pick({0U, 0U, 0U, 0U, 5U});
  const size_t servers = 1 + random.Below(3);
  // Of a number that was given twice, it can not be told which of the two was had: not simulated
  // with several servers.
  cut_ = servers == 1 ? random.Pick({0U, 3U}) : 0;
  for (size_t i = 0; i < servers; ++i) {
    servers_.push_back(std::make_unique<Server>(scheduler, flavor_, wanted, i, gtids_, names_));
  }
  if (names_) return;
  for (size_t table = 0; table < kTables.size(); ++table) {
    Transaction create = Make();
    create.kind = Transaction::Kind::kDdl;
    create.table = table;
    create.renames = false;
    create.sql =
        fmt::format("CREATE TABLE {} (id INT NOT NULL, note VARCHAR(200) CHARACTER SET utf8mb4)",
                    kTables[table]);
    history_.push_back(std::move(create));
  }
  renamed_ = {};
  CatchUp(at_address());
}

Transaction Topology::Make() {
  Random& random = scheduler_.random();
  Transaction made;
  made.id = next_transaction_++;
  made.seconds = static_cast<uint32_t>(scheduler_.WallMicroseconds() / 1'000'000);
  // Who gives the GTID: two servers (MySQL) or two domains (MariaDB); they are not ordered among
  // each other.
  const size_t source = random.Chance(80) ? 0 : 1;
  made.gtid.flavor = flavor_;
  made.gtid.number = ++numbers_[source];
  if (flavor_ == Flavor::kMysql) {
    made.gtid.uuid = Uuid{static_cast<uint8_t>(0xa0 + source), 7};
  } else {
    made.gtid.domain = static_cast<uint32_t>(source);
    made.gtid.server_id = 7;
  }
  using Kind = Transaction::Kind;
  const uint64_t kind = random.Below(100);
  if (kind < 8) {
    made.kind = Kind::kDdl;
    made.table = random.Below(kTables.size());
    made.renames = !names_ && random.Chance(50);
    const std::string_view table = kTables[made.table];
    if (made.renames) {
      unsigned& version = renamed_[made.table];
      const auto name = [](unsigned v) { return v == 0 ? "note" : fmt::format("note{}", v); };
      made.sql = fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {}", table, name(version),
                             name(version + 1));
      ++version;
    } else {
      made.sql = fmt::format("TRUNCATE TABLE {}", table);
    }
    return made;
  }
  if (kind < 12 && !prepared_.empty()) {
    made.kind = Kind::kXaEnd;
    made.sql = fmt::format("XA {} {}", random.Chance(50) ? "COMMIT" : "ROLLBACK", prepared_.back());
    prepared_.pop_back();
    return made;
  }
  if (kind < 18) made.kind = Kind::kRollback;
  if (kind >= 18 && kind < 24 && flavor_ == Flavor::kMysql) {
    made.kind = Kind::kXaPrepare;
    made.sql = fmt::format("X'{:08x}',X'',1", next_id_);
    prepared_.push_back(made.sql);
  }
  made.compressed = flavor_ == Flavor::kMysql && made.kind == Kind::kRows && random.Chance(25);
  size_t changes = 1 + random.Below(random.Chance(15) ? 30 : 4);
  if (random.Chance(big_)) changes = 200 + random.Below(400);
  if (random.Chance(5)) changes = 0;
  const bool one_table = random.Chance(70);
  size_t table = random.Below(kTables.size());
  for (size_t i = 0; i < changes; ++i) {
    Change change;
    if (!one_table) table = random.Below(kTables.size());
    change.table = table;
    change.id = next_id_++;
    change.kind = random.Pick(
        {EntryKind::kInsert, EntryKind::kInsert, EntryKind::kUpdate, EntryKind::kDelete});
    if (statements_ && random.Chance(5)) change.kind = EntryKind::kStatement;
    if (i > 0 && random.Chance(3)) change.kind = EntryKind::kDdl;
    change.note = random.Chance(4) ? random.Below(3000) : random.Below(40);
    made.changes.push_back(change);
  }
  return made;
}

void Topology::Commit() {
  Random& random = scheduler_.random();
  if (at_address().down) Failover();
  if (at_address().down) at_address().down = false;
  const bool cut = random.Chance(cut_);
  Transaction made = Make();
  using Kind = Transaction::Kind;
  if (cut && made.kind == Kind::kRows && !made.compressed) {
    // It never happened; its number is given to the next one.
    at_address().Append(made, /*cut=*/true);
    scheduler_.Trace("{} crashed inside {}", at_address().uuid(), made.gtid.ToString());
    made.changes.resize(std::min<size_t>(made.changes.size(), 2));
  }
  history_.push_back(std::move(made));
  CatchUp(at_address());
  for (const auto& server : servers_) {
    if (server.get() != &at_address() && random.Chance(replicates_)) {
      CatchUp(*server, 1 + random.Below(5));
    }
  }
}

void Topology::CatchUp(Server& server, size_t most) {
  if (server.stale) return;
  Random& random = scheduler_.random();
  std::vector<size_t> order;
  size_t end = server.copied;
  for (; end < history_.size() && most > 0; ++end, --most) {
    if (!server.Has(history_[end].id)) order.push_back(end);
  }
  // Transactions of different sources may come in another order, unless tables change by them.
  for (size_t i = 1; names_ && i < order.size(); ++i) {
    const Gtid& a = history_[order[i - 1]].gtid;
    const Gtid& b = history_[order[i]].gtid;
    if ((a.uuid != b.uuid || a.domain != b.domain) && random.Chance(50)) {
      std::swap(order[i - 1], order[i]);
    }
  }
  for (const size_t i : order) {
    if (order.size() > 1 && random.Chance(10)) server.NewFile(true);
    server.Append(history_[i], /*cut=*/false);
  }
  server.copied = end;
}

void Topology::Failover() {
  Random& random = scheduler_.random();
  if (servers_.size() < 2) return;
  const size_t next = (at_address_ + 1 + random.Below(servers_.size() - 1)) % servers_.size();
  if (servers_[next]->stale) return;
  Server& server = *servers_[next];
  if (random.Chance(loses_) && server.copied < history_.size()) {
    scheduler_.Trace("{} transactions are lost", history_.size() - server.copied);
    parted_ = true;
    for (const auto& other : servers_) other->stale |= other->copied > server.copied;
    history_.resize(server.copied);
  }
  Promote(next);
}

void Topology::Promote(size_t server) {
  ++failovers_;
  at_address().Cut();
  at_address_ = server;
  Server& now = at_address();
  now.down = false;
  CatchUp(now);
  // The others get from it what it alone had.
  for (Transaction& transaction : now.errant) history_.push_back(std::move(transaction));
  now.errant.clear();
  now.copied = now.stale ? now.copied : history_.size();
  scheduler_.Trace("{} answers now", now.uuid());
}

void Topology::TurnOneOver() {
  if (!list_) return;
  Server& server = *servers_[scheduler_.random().Below(servers_.size())];
  server.down = !server.down;
  if (server.down) server.Cut();
  scheduler_.Trace("{} is {}", server.uuid(), server.down ? "down" : "up");
}

void Topology::Stray() {
  Random& random = scheduler_.random();
  const size_t at = random.Below(servers_.size());
  if (at == at_address_ || servers_[at]->stale || !random.Chance(strays_)) return;
  Transaction stray;
  stray.id = next_transaction_++;
  stray.seconds = static_cast<uint32_t>(scheduler_.WallMicroseconds() / 1'000'000);
  stray.gtid.flavor = flavor_;
  stray.gtid.uuid = Uuid{static_cast<uint8_t>(0xe0 + at), static_cast<uint8_t>(stray.id),
                         static_cast<uint8_t>(stray.id >> 8)};
  stray.gtid.number = 1;
  Change change;
  change.table = random.Below(kTables.size());
  change.id = next_id_++;
  stray.changes.push_back(change);
  scheduler_.Trace("{} strays by {}", servers_[at]->uuid(), stray.gtid.ToString());
  parted_ = true;
  servers_[at]->Append(stray, /*cut=*/false, /*alone=*/true);
  servers_[at]->errant.push_back(std::move(stray));
}

void Topology::Heal(const std::string& uuid) {
  for (size_t i = 0; i < servers_.size(); ++i) {
    servers_[i]->down = false;
    if (servers_[i]->uuid() == uuid && i != at_address_) Promote(i);
  }
  for (const auto& server : servers_) CatchUp(*server);
  scheduler_.Trace("healed, for {}", uuid);
}

}  // namespace towpath::test
