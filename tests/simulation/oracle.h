// Oracle: what a stream must do, as a plain list of entries and a few numbers, and whether it did.
//
// The list is what the followed server's binlog holds for the stream; the numbers count entries of
// it: acknowledged, processed, handed out. After each call the stream's own status must be one that
// the calls under way allow; nothing else may have moved.
#ifndef TOWPATH_TESTS_SIMULATION_ORACLE_H_
#define TOWPATH_TESTS_SIMULATION_ORACLE_H_

#include <chrono>
#include <cstdint>
#include <deque>
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

  // The source begins to read at `cursor`, when a stream is opened.
  void OnSourceOpen(Server& server, const model::Cursor& cursor);
  // The same after a lost connection.
  void OnReconnect(const Server& server, const model::Cursor& cursor, const StreamStatus& status);
  // The stream is open; `saved` is what the store had before.
  void OnOpened(const std::optional<store::StreamRecord>& saved, const StreamStatus& status);
  // The process died, and its calls returned.
  void OnCrash();
  // Close returned OK, and so did every other call.
  void OnClosed(const StreamStatus& status);

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
  const Server* server() const { return server_; }
  void KeepsBatches(bool keeps) { keeps_batches_ = keeps; }
  uint64_t checked() const { return checked_; }  // entries

 private:
  template <typename... Arguments>
  void Require(bool good, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    if (!good) scheduler_.Fail(fmt::format(format, std::forward<Arguments>(arguments)...));
  }
  void BeginLife(Server& server, const std::optional<store::StreamRecord>& saved,
                 const model::Cursor& cursor);
  void CheckContinuation(const store::StreamRecord& saved);
  void CheckRestart(const model::Cursor& cursor, size_t delivered, const char* what);
  void CheckGtids(const model::Cursor& cursor);
  void Extend();
  const Item& ItemAt(size_t index) const { return server_->items()[expected_[index]]; }
  // Entries up to and including the one at the position.
  size_t IndexOf(const Position& position, const char* what);
  bool IsIn(const model::Part& part, size_t item) const;
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

  // On the server that is followed.
  Server* server_ = nullptr;
  std::vector<size_t> expected_;  // items of the server
  size_t next_item_ = 0;
  GtidSet excluded_;   // transactions that do not come
  GtidSet elsewhere_;  // transactions that were processed on another server
  // Of one transaction, entries that do not come; of others, entries that were processed elsewhere.
  model::Part left_out_part_;
  std::optional<size_t> left_out_stretch_;
  std::vector<model::Part> parts_elsewhere_;
  model::Cursor begun_at_;

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

  std::optional<std::chrono::nanoseconds> unsaved_since_;
  uint64_t unsaved_faults_ = 0;
  uint64_t checked_ = 0;
  std::optional<store::StreamRecord> last_here_;  // the last one that the store had of server_
  std::optional<model::Cursor> opening_at_;
  Server* opening_on_ = nullptr;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_ORACLE_H_
