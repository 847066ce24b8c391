// RowLayout: what a reader of row images needs of each column, packed for the hot loop.
//
// Built once for each version of a table, from its TABLE_MAP event (binlog/table_map.*), and read
// by binlog/row_reader.*, for every value of every row.
#ifndef TOWPATH_LIB_MODEL_ROW_LAYOUT_H_
#define TOWPATH_LIB_MODEL_ROW_LAYOUT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "model/chunk.h"
#include "towpath/table.h"
#include "towpath/value.h"

namespace towpath::model {

// What to do with the bytes of a column: a storage form of the binlog and the head of its value.
struct ColumnLayout {
  // The first bytes of the column's values that are not NULL.
  ValueKind kind = ValueKind::kAbsent;
  uint8_t precision = 0;
  uint8_t scale = 0;
  uint8_t padding = 0;  // 0

  uint8_t op = 0;     // binlog::ColumnOp
  uint8_t width = 0;  // as the op says
};

struct RowLayout {
  std::vector<ColumnLayout> columns;  // of the row images
  // By column, when the filter leaves some out (filter.columns): those have no Value and are no
  // columns of the Table. Empty: none is.
  std::vector<bool> left_out;
  size_t left_out_count = 0;

  // Columns that the Table has and that a row is read into.
  size_t kept() const { return columns.size() - left_out_count; }
};

// A table and how its rows are laid out; immutable, shared by all entries of that version.
struct TableVersion {
  TableVersion(Table t, RowLayout l) : table(std::move(t)), layout(std::move(l)) {}
  ~TableVersion() {
    if (charged_ != nullptr) charged_->Release(bytes());
  }
  TableVersion(const TableVersion&) = delete;
  TableVersion& operator=(const TableVersion&) = delete;

  // The name of a column of the row images, which may be left out.
  std::string_view NameOf(size_t column) const {
    if (layout.left_out.empty()) return table.columns()[column].name;
    if (layout.left_out[column]) return "left out";
    const auto at = layout.left_out.begin() + static_cast<std::ptrdiff_t>(column);
    const auto kept = std::count(layout.left_out.begin(), at, false);
    return table.columns()[static_cast<size_t>(kept)].name;
  }

  // About what it takes.
  size_t bytes() const;
  // From now on it counts in the budget, until it is gone. Called at most once, by a thread that
  // holds it.
  void ChargeTo(std::shared_ptr<MemoryBudget> budget) const {
    budget->Charge(bytes());
    charged_ = std::move(budget);
  }

  Table table;
  RowLayout layout;

 private:
  mutable std::shared_ptr<MemoryBudget> charged_;
};

inline size_t TableVersion::bytes() const {
  const auto heap = [](const std::string& text) {
    return text.capacity() > std::string().capacity() ? text.capacity() + 1 : 0;
  };
  size_t size = sizeof *this + 16;  // with its counters
  size += heap(table.database()) + heap(table.name());
  size += table.columns().capacity() * sizeof(Column) +
          layout.columns.capacity() * sizeof(ColumnLayout) +
          table.primary_key().capacity() * sizeof(uint32_t);
  for (const Column& column : table.columns()) {
    size += heap(column.name) + column.labels.capacity() * sizeof(std::string);
    for (const std::string& label : column.labels) size += heap(label);
  }
  return size;
}

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_ROW_LAYOUT_H_
