// Record: one record batch while it is gathered, and after. Columns grow together, so that a value
// is stored without asking whether there is room.
#ifndef TOWPATH_LIB_ARROW_RECORD_H_
#define TOWPATH_LIB_ARROW_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "arrow/buffer.h"
#include "arrow/fields.h"

namespace towpath::arrow {

// Offsets are of 32 bits, and Arrow's lengths signed.
inline constexpr size_t kMaxColumnBytes = std::numeric_limits<int32_t>::max();
inline constexpr size_t kMaxRows = std::numeric_limits<int32_t>::max();

struct ColumnData {
  const Field* field = nullptr;
  Buffer values;  // of Form kUtf8 and following: the offset behind each, and 0 before them
  Buffer bytes;   // what offsets point to; of kTextList: the text of all its items
  Buffer items;   // of kTextList: the offset behind each item, and 0 before them
  Buffer valid;   // a bit for each row that has room; empty: no row is null
  bool extra_label_met = false;  // Field::extra_label is in the dictionary, if there is one

  void SetNull(size_t row, size_t capacity) {
    if (valid.size() == 0) MakeValid(capacity);
    SetBits(valid.data(), row, row + 1, false);
    if (HasOffsets(field->form)) {
      values.Store<int32_t>(row + 1, values.Load<int32_t>(row));
    } else if (field->width != 0) {
      std::memset(values.data() + row * field->width, 0, field->width);
    }
  }
  void SetNulls(size_t first, size_t last, size_t capacity);
  void MakeValid(size_t capacity) {
    valid.Resize((capacity + 7) / 8);
    std::memset(valid.data(), 0xff, valid.size());
  }
};

class Record {
 public:
  Record(std::shared_ptr<const Fields> fields, size_t max_column_bytes);

  const Fields& fields() const { return *fields_; }
  const std::shared_ptr<const Fields>& shared_fields() const { return fields_; }
  size_t rows() const { return rows_; }
  size_t bytes() const;
  std::vector<ColumnData>& columns() { return columns_; }
  const std::vector<ColumnData>& columns() const { return columns_; }
  ColumnData& extra(Extra which) { return columns_[fields_->at(which)]; }

  // Room for one more row in all columns.
  void ReserveRow() {
    if (rows_ == capacity_) Grow();
  }
  size_t capacity() const { return capacity_; }
  size_t max_column_bytes() const { return max_column_bytes_; }
  void AddRow() { ++rows_; }
  // Forgets the rows behind the first `rows`, and what was stored for one that was not added.
  void Truncate(size_t rows);

  // What offsets point to. False, and nothing is appended: the column is full.
  bool Append(ColumnData* column, const void* bytes, size_t size) const {
    if (size > max_column_bytes_ - column->bytes.size()) return false;
    column->bytes.Append(bytes, size);
    return true;
  }
  bool AppendZeros(ColumnData* column, size_t size) const {
    if (size > max_column_bytes_ - column->bytes.size()) return false;
    column->bytes.AppendZeros(size);
    return true;
  }

  // The index of a file's name in the dictionary of Extra::kFile.
  int32_t FileIndex(std::string_view name);
  const Texts& files() const { return files_; }

  // How many rows it had when the batch that is being added was begun.
  size_t rows_before = 0;

 private:
  void Grow();

  std::shared_ptr<const Fields> fields_;
  size_t max_column_bytes_;
  size_t rows_ = 0;
  size_t capacity_ = 0;
  std::vector<ColumnData> columns_;
  Texts files_;
};

}  // namespace towpath::arrow

#endif  // TOWPATH_LIB_ARROW_RECORD_H_
