// Oracle: what a stream must do, as a plain list of entries and a few numbers, and whether it did.
//
// The list is what the followed servers' binlogs hold for the stream, one behind the other: of
// each, what was read from it, and of the last, all that was not read before. The numbers count
// entries of the list: acknowledged, processed, handed out. After each call the stream's own status
// must be one that the calls under way allow; nothing else may have moved.
//
// What was had from other servers is the oracle's own account, of transactions as the database
// knows them and how many entries of each (Ledger); of the record only the places are believed, and
// compared with what was asked for.
#ifndef TOWPATH_TESTS_SIMULATION_ORACLE_H_
#define TOWPATH_TESTS_SIMULATION_ORACLE_H_

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/settings.h"
#include "tests/simulation/store.h"
#include "tests/simulation/topology.h"
#include "towpath/stream.h"

namespace towpath::test {

class Oracle {
 public:
  Oracle(Scheduler& scheduler, const SimulatedStore& store, const Wanted& wanted,
         const model::Settings& settings)
      : scheduler_(scheduler), store_(store), wanted_(wanted), settings_(settings) {}

  // --- openings ---

  // The stream is about to be opened with what the store has.
  void OnOpening(const std::optional<store::StreamRecord>& saved);
  // The source begins to read at `cursor`, when a stream is opened.
  void OnSourceOpen(Server& server, const model::Cursor& cursor);
  // The same after a lost connection, perhaps on another server.
  void OnReconnect(Server& server, const model::Cursor& cursor, const StreamStatus& status);
  // The source refused to.
  void OnRefused(const Server& server, const model::Cursor& cursor, Code code);
  // The stream is open; `saved` is what the store had before.
  void OnOpened(const std::optional<store::StreamRecord>& saved, const StreamStatus& status);
  // The process died, and its calls returned.
  void OnCrash();
  // Close returned OK, and so did every other call.
  void OnClosed(const StreamStatus& status);
  // The stream stopped for a transaction that is not as it was on the server before.
  void CheckDiverged();

  // --- writes ---

  void OnSave(const store::StreamRecord& record);

  // --- calls: Begin before, End behind, with the status as it is then ---

  void BeginGet() {  // with its ack
    getting_ = true;
    processed_before_get_ = processed_;
  }
  void EndGet(const Result<Batch>& batch, size_t max_entries, bool acknowledges,
              uint64_t faults_before, const StreamStatus& status);

  struct AckCall {
    int64_t mark = 0;
    bool through = false;
    size_t end = 0;            // entries that are acknowledged if it succeeds
    std::set<Code> allowed;    // codes; kOk stands for kStore too
    std::set<int64_t> oldest;  // marks that an OUT_OF_ORDER may name
    uint64_t faults = 0;
  };
  AckCall BeginAck(int64_t mark, bool through);
  void EndAck(const AckCall& call, const Status& result, const StreamStatus& status);

  void EndRollback(const Status& result, const StreamStatus& status);
  void EndRollbackTo(int64_t mark, const Status& result, const StreamStatus& status);

  struct MarkCall {
    size_t index = 0;
    uint64_t faults = 0;
  };
  MarkCall BeginMark(size_t index);
  void EndMark(const MarkCall& call, const Status& result, const StreamStatus& status);

  void EndGetOutstanding(int64_t mark, const Result<Batch>& batch);
  // Whenever nothing was called.
  void Observe(const StreamStatus& status);

  // --- what consumers choose from ---

  struct Outstanding {
    int64_t mark = 0;
    size_t begin = 0;
    size_t end = 0;
    Batch batch;
  };
  const std::deque<Outstanding>& outstanding() const { return outstanding_; }
  int64_t last_mark() const { return last_mark_; }
  size_t acked() const { return acked_; }
  size_t processed() const { return processed_; }
  size_t got() const { return got_; }
  // Entries that the followed server has for the stream.
  size_t expected();
  const Position& PositionOf(size_t index) const { return ItemAt(index).position; }
  const Server* server() const { return segments_.empty() ? nullptr : segments_.back().server; }
  void KeepsBatches(bool keeps) { keeps_batches_ = keeps; }
  uint64_t checked() const { return checked_; }  // entries
  uint64_t moves() const { return moves_; }      // of streams that were open

 private:
  template <typename... Arguments>
  void Require(bool good, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    if (!good) scheduler_.Fail(fmt::format(format, std::forward<Arguments>(arguments)...));
  }
  // An item of a server.
  struct Ref {
    const Server* server = nullptr;
    size_t item = 0;
    const Item& at() const { return server->items()[item]; }
    const Stretch& stretch() const { return server->stretches()[at().stretch]; }
    size_t index() const { return item - stretch().first_item; }  // in its transaction
  };
  // What was had: of each transaction, the last entry of those that were.
  struct Ledger {
    std::map<uint64_t, Ref> last_of;  // by transaction; without a server: all of it
    std::optional<Ref> last;          // of all
    void Add(const Ref& entry);
    bool HasAll(uint64_t transaction) const;
    bool Has(const Ref& entry) const;
  };
  // What is read from one server without another between.
  struct Segment {
    Server* server = nullptr;
    size_t first = 0;      // in expected_
    size_t begin = 0;      // item that it begins with
    size_t next_item = 0;  // that is not looked at yet
    Ledger had;            // before it
    model::Cursor begun_at;
    std::optional<Ref> began_in;  // the last entry that was had of a transaction that is to go on
    std::optional<Ref> part;      // the same, until it goes on
    std::optional<size_t> part_stretch;
    bool diverged = false;  // nothing may follow
    // Until a transaction is young enough, how many are not.
    int64_t not_before_us = 0;
    size_t old_stretches = 0;
  };

  void BeginLife(Server& server, const model::Cursor& cursor);
  void GoOn(Server& server, const store::StreamRecord& left, bool same,
            const model::Cursor& cursor);
  void BeginSegment(Server& server, const model::Cursor& cursor, Ledger had);
  void SkipOld(Segment* segment, const model::Cursor& cursor) const;
  void CheckHasAll(const Server& server, const Ledger& ledger, const char* what);
  void CheckKnown(const model::Cursor& cursor);
  void CheckRestart(const model::Cursor& cursor, size_t delivered, const char* what);
  void CheckGtids(const model::Cursor& cursor, const Segment& segment);
  void Extend();
  static bool IsOld(const Segment& segment, const Stretch& stretch);
  static bool SamePieces(const Ref& a, const Ref& b);
  bool IsLeftOut(Segment* segment, const Ref& entry);
  const Ref& RefAt(size_t index) const { return expected_[index]; }
  const Item& ItemAt(size_t index) const { return RefAt(index).at(); }
  size_t SegmentOf(size_t index) const;
  size_t SegmentEnd(size_t segment) const {
    return segment + 1 < segments_.size() ? segments_[segment + 1].first : expected_.size();
  }
  // What was acknowledged before the list begins, and so many entries of it.
  Ledger Had(size_t count) const;
  void AddProcessed(const Ref& entry);
  // Entries up to and including the one at the position.
  std::optional<size_t> Find(const Position& position) const;
  size_t IndexOf(const Position& position, const char* what);
  size_t IndexOfProcessed(const Position& position, const char* what);
  // How much of the list a record has as acknowledged and as processed.
  struct Counts {
    size_t acked = 0;
    size_t processed = 0;
  };
  Counts CountsOf(const store::StreamRecord& record);
  static bool Has(const GtidSet& set, const Ref& entry);
  static bool Has(const model::Part& part, const Ref& entry);
  static bool IsProcessedElsewhere(const store::StreamRecord& record, const Ref& entry);
  bool IsProcessed(const store::StreamRecord& record, const Counts& counts, size_t index) const;
  void CheckStillProcessed(const store::StreamRecord& record, const Counts& counts);
  bool IsDuplicate(size_t index, size_t processed) const;
  void CheckBatch(const Batch& batch, size_t begin, size_t end, size_t max_entries,
                  size_t processed);
  void Match(const Entry& entry, const Item& item, size_t index);
  void SettleAcks(size_t acked, int64_t oldest_mark);
  void Compare(const StreamStatus& status);
  void LookAtStore();
  void CheckInterval();
  bool HasHeartbeats() const { return wanted_.Kind(EntryKind::kHeartbeat); }

  Scheduler& scheduler_;
  const SimulatedStore& store_;
  const Wanted& wanted_;
  const model::Settings& settings_;

  // Since the opening.
  std::vector<Segment> segments_;  // the last one is of the server that is followed
  std::vector<Ref> expected_;
  Ledger had_;                  // acknowledged before the list begins
  Ledger processed_elsewhere_;  // and neither in processed_ nor acknowledged
  Position begun_behind_;       // the last one acknowledged before the list begins
  // Processed when a server was left, but not read from it again: stands for the last entry that
  // was.
  Position processed_ahead_;
  size_t processed_ahead_at_ = 0;
  std::set<const Server*> followed_;  // ever

  size_t acked_ = 0;
  size_t processed_ = 0;
  size_t got_ = 0;
  size_t read_ = 0;
  size_t durable_acked_ = 0;  // as the store has it
  size_t durable_processed_ = 0;
  int64_t last_mark_ = 0;
  std::deque<Outstanding> outstanding_;
  bool open_ = false;  // and what happens counts
  bool keeps_batches_ = false;

  // Under way.
  bool getting_ = false;
  size_t processed_before_get_ = 0;  // what counts for its duplicates
  std::multiset<int64_t> acking_;
  std::multiset<size_t> marking_;
  std::set<size_t> marked_;  // asked for since the opening

  std::optional<std::chrono::nanoseconds> unsaved_since_;
  uint64_t unsaved_faults_ = 0;
  uint64_t checked_ = 0;
  uint64_t moves_ = 0;
  // What the store had when the last life ended; an opening that failed may have changed it.
  std::optional<store::StreamRecord> left_;
  bool changed_since_ = false;  // ... for another server
  std::optional<model::Cursor> opening_at_;
  Server* opening_on_ = nullptr;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_ORACLE_H_
