// Follows a stream and compares what it delivers with the journal of a workload.
#ifndef TOWPATH_TESTS_LIVE_SELECT_ORACLE_CHECK_H_
#define TOWPATH_TESTS_LIVE_SELECT_ORACLE_CHECK_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/live/select_oracle_journal.h"
#include "towpath/entry.h"
#include "towpath/options.h"
#include "towpath/table.h"
#include "towpath/value.h"

namespace towpath::live {

struct OracleCounts {
  uint64_t inserted = 0;  // rows
  uint64_t rows = 0;      // delivered as inserted, updated or deleted
  uint64_t images = 0;    // before or after images of rows
  uint64_t values = 0;    // compared with SELECT, NULLs included
  uint64_t absent = 0;    // left out of an image by the server, as its row image setting allows
  uint64_t state = 0;     // values of the replayed state compared with the tables in the end
  uint64_t mismatches = 0;
  std::map<ColumnType, uint64_t> by_type;  // of `values`, those that are not NULL

  void Add(const OracleCounts& other);
  std::string ToString() const;
};

class StreamChecker {
 public:
  // `label` stands in every report: how to run this again. `visibility_known`: the server writes
  // into the binlog which columns are invisible.
  StreamChecker(Journal journal, std::string label, bool visibility_known);

  // Opens a stream and reads it until a row of Journal::end_table comes; then compares the replayed
  // rows with the tables. A mismatch is printed as it is found; after ten of them it gives up.
  OracleCounts Follow(const Options& options);

 private:
  // A value as the stream has it, kept beyond its batch.
  struct Delivered {
    ValueKind kind = ValueKind::kAbsent;
    uint64_t bits = 0;  // of the number, for kinds that are one
    std::string text;
  };
  using DeliveredRow = std::vector<Delivered>;

  bool HasFailed() const { return counts_.mismatches >= 10; }
  // False at the end of the journal.
  bool CheckEntry(const Entry& entry);
  void CheckRow(const Entry& entry, size_t table, std::span<const Value> before,
                std::span<const Value> after);
  void CheckTable(const Table& table, size_t index);
  void CheckImage(const Entry& entry, const ExpectedStatement& statement, bool is_after,
                  const DeliveredRow& delivered, const SelectedRow& expected,
                  const SelectedRow* other);
  bool MayBeAbsent(const ExpectedStatement& statement, size_t column, bool is_after,
                   bool unchanged) const;
  void CheckState();
  DeliveredRow Deliver(const Table& table, std::span<const Value> image);
  std::optional<size_t> FindTable(const Table& table) const;
  void Report(const std::string& what, size_t table, std::string_view details);

  Journal journal_;
  const std::string label_;
  const bool visibility_known_;
  OracleCounts counts_;
  RowReader reader_;
  std::set<const Table*> checked_tables_;
  std::vector<std::map<int64_t, DeliveredRow>> state_;  // by table, id
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_SELECT_ORACLE_CHECK_H_
