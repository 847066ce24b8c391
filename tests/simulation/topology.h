// Topology: simulated servers that hold the same transactions, each in binlogs of its own.
//
// One of them answers at the address that the stream knows, or all do, in a list of hosts. The
// first writes; the others copy what it wrote, in another order where theirs may differ: while it
// goes on, and when they take its place. One of them may have transactions of its own (errant), and
// one that takes the place may lack some for good, so that those before are left behind (stale).
// Beside each binlog stands the plain list of what a stream with the given filter must make of it.
#ifndef TOWPATH_TESTS_SIMULATION_TOPOLOGY_H_
#define TOWPATH_TESTS_SIMULATION_TOPOLOGY_H_

#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/cursor.h"
#include "tests/simulation/scheduler.h"
#include "tests/support/binlog_writer.h"
#include "towpath/entry.h"

namespace towpath::test {

inline constexpr std::array<const char*, 3> kTables = {"orders", "lines", "noise"};  // of `shop`

// What the filter lets through.
struct Wanted {
  uint32_t kinds = 0;  // bit (1 << EntryKind)
  std::array<bool, kTables.size()> tables{};
  bool Kind(EntryKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1) != 0; }
};

// What the database did.
struct Change {
  EntryKind kind = EntryKind::kInsert;  // kDdl: ROLLBACK TO a savepoint
  size_t table = 0;
  int32_t id = 0;
  size_t note = 0;  // length
};
struct Transaction {
  uint64_t id = 0;  // the same on every server
  enum class Kind : uint8_t {
    kRows,
    kRollback,   // rows, then ROLLBACK
    kXaPrepare,  // rows, then XA PREPARE
    kXaEnd,      // XA COMMIT or XA ROLLBACK
    kDdl,
  };
  Kind kind = Kind::kRows;
  Gtid gtid;             // empty: anonymous
  uint32_t seconds = 0;  // when it was
  bool compressed = false;
  std::vector<Change> changes;
  std::string sql;       // kXaEnd, kDdl; of the others, the XA identity
  size_t table = 0;      // kDdl
  bool renames = false;  // kDdl: its column `note`, from now on note1, note2, ...
};

// An entry that the stream must deliver.
struct Item {
  Position position;
  EntryKind kind = EntryKind::kInsert;
  size_t table = 0;      // rows only, as the next two
  int32_t id = 0;        // of the first row
  unsigned renamed = 0;  // how often the table's column was
  size_t stretch = 0;    // its transaction
  bool ends = false;     // the last one of a transaction that has an end
};

// A transaction in a binlog.
struct Stretch {
  uint64_t transaction = 0;  // Transaction::id
  Gtid gtid;
  bool complete = true;  // false: a crash of the server cut it short
  bool errant = false;   // written here alone
  std::string file;
  uint64_t begin = 0;
  uint64_t end = 0;
  size_t first_item = 0;
  size_t end_item = 0;
  uint32_t seconds = 0;
};

class Server {
 public:
  Server(Scheduler& scheduler, Flavor flavor, const Wanted& wanted, size_t number, bool gtids,
         bool names);

  // Writes it. `cut`: but not its end; the server crashes. `alone`: no other server has it.
  void Append(const Transaction& transaction, bool cut, bool alone = false);
  // `flush`: as FLUSH LOGS does; else as a crash leaves it.
  void NewFile(bool flush);
  // Drops the oldest file.
  void Purge();
  // Its connections are lost.
  void Cut();

  const BinlogWriter& log() const { return log_; }
  const std::string& uuid() const { return uuid_; }
  const std::vector<Item>& items() const { return items_; }
  const std::vector<Stretch>& stretches() const { return stretches_; }
  uint64_t cuts() const { return cuts_; }
  // Whether it has all of the transaction.
  bool Has(uint64_t transaction) const { return complete_.contains(transaction); }
  // All that it has, complete ones.
  const GtidSet& executed() const { return executed_; }
  const model::OriginState& origins() const { return origins_; }
  // Whether a crash cut a transaction short: its GTID event is there, and it never was.
  bool has_cut() const { return has_cut_; }
  // Notified of everything above.
  stream::Condition& changed() { return *changed_; }

  size_t copied = 0;                // transactions of the history that it has
  bool down = false;                // refuses connections
  bool stale = false;               // it has transactions that were lost, and copies no more
  std::vector<Transaction> errant;  // that no other server has

 private:
  void Add(EntryKind kind, uint64_t offset, uint32_t ordinal);
  void EnsureBegun();
  void Write(const Change& change);
  void WriteEnd(const Transaction& transaction);
  // Of the event written last.
  uint64_t last_offset() const;
  uint32_t last_ordinal() const;

  Scheduler& scheduler_;
  const Wanted& wanted_;
  std::string uuid_;
  BinlogWriter log_;
  std::vector<Item> items_;
  std::vector<Stretch> stretches_;
  std::array<unsigned, kTables.size()> renamed_{};
  uint64_t cuts_ = 0;
  bool has_cut_ = false;
  std::set<uint64_t> complete_;
  GtidSet executed_;
  model::OriginState origins_;
  std::unique_ptr<stream::Condition> changed_;

  Stretch stretch_;  // that is being written
  bool begun_ = false;
  bool in_payload_ = false;
};

class Topology {
 public:
  Topology(Scheduler& scheduler, const Wanted& wanted, bool statements);

  Flavor flavor() const { return flavor_; }
  bool gtids() const { return gtids_; }
  bool names() const { return names_; }
  size_t size() const { return servers_.size(); }
  Server& server(size_t i) { return *servers_[i]; }
  // The one that answers.
  Server& at_address() { return *servers_[at_address_]; }

  // Whether the stream knows all servers as a list, and not one address.
  bool list() const { return list_; }

  // The database goes on by one transaction, on the server that answers; others may copy.
  void Commit();
  // Another server takes the place of the one that answers, and its connections are lost.
  void Failover();
  // A server, any of them, goes down or comes back.
  void TurnOneOver();
  // A replica gets a transaction that no other server has.
  void Stray();
  // The server with that uuid answers, all are up, and have what they can have.
  void Heal(const std::string& uuid);

  uint64_t failovers() const { return failovers_; }
  // Whether servers may have parted for good.
  bool parted() const { return parted_; }

  bool refuses = false;  // connections

 private:
  Transaction Make();
  // Copies up to so many transactions of the history.
  void CatchUp(Server& server, size_t most = SIZE_MAX);
  void Promote(size_t server);

  Scheduler& scheduler_;
  bool statements_;
  Flavor flavor_;
  bool gtids_;
  bool names_;
  bool list_;
  unsigned replicates_ = 0;  // percent of commits behind which a replica copies
  unsigned loses_ = 0;       // percent of failovers in which transactions are lost
  unsigned strays_ = 0;      // percent of chances for an errant transaction
  bool parted_ = false;
  uint64_t next_transaction_ = 1;
  unsigned big_ = 0;  // percent of transactions with hundreds of rows
  unsigned cut_ = 0;  // percent of transactions during which the server crashes
  std::vector<std::unique_ptr<Server>> servers_;
  size_t at_address_ = 0;
  uint64_t failovers_ = 0;
  std::vector<Transaction> history_;
  std::array<uint64_t, 3> numbers_{};  // by source of GTIDs
  std::array<unsigned, kTables.size()> renamed_{};
  std::vector<std::string> prepared_;  // XA identities
  int32_t next_id_ = 1;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_TOPOLOGY_H_
