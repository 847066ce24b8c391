// What a stream has to deliver: the journal that a workload keeps of its changes, as the server's
// SELECT shows them.
#ifndef TOWPATH_TESTS_LIVE_SELECT_ORACLE_JOURNAL_H_
#define TOWPATH_TESTS_LIVE_SELECT_ORACLE_JOURNAL_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/random_table.h"
#include "towpath/entry.h"

namespace towpath::live {

// The results of a table's probes for one row, in order; nothing is NULL.
using SelectedRow = std::vector<std::optional<std::string>>;
// Null: there is no such row.
using SelectedRowPtr = std::shared_ptr<const SelectedRow>;
// Rows by id.
using SelectedRows = std::map<int64_t, SelectedRowPtr>;

enum class RowImage { kFull, kMinimal, kNoBlob };

// One statement's changes of one table. Rows of a statement may come in any order.
struct ExpectedStatement {
  struct Change {
    SelectedRowPtr before;
    SelectedRowPtr after;
  };

  size_t table = 0;
  RowImage image = RowImage::kFull;
  std::string sql;  // the beginning of it
  // By kind of change, and id of the row before (insert: after) it.
  std::map<std::pair<EntryKind, int64_t>, Change> changes;
};

struct Journal {
  // The workload ends with an INSERT into this table of its database.
  static constexpr const char* kEndTable = "the end";

  std::string database;
  std::vector<test::RandomTable> tables;
  std::deque<ExpectedStatement> statements;  // of committed transactions, in binlog order
  std::vector<SelectedRows> rows;            // by table: its rows in the end, as SELECT * has them
  uint64_t inserted = 0;                     // rows, rolled back ones left out
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_SELECT_ORACLE_JOURNAL_H_
