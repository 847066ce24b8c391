#include "arrow/record.h"

#include <algorithm>

namespace towpath::arrow {

void ColumnData::SetNulls(size_t first, size_t last, size_t capacity) {
  if (first == last) return;
  if (valid.size() == 0) MakeValid(capacity);
  SetBits(valid.data(), first, last, false);
  if (HasOffsets(field->form)) {
    const auto end = values.Load<int32_t>(first);
    for (size_t row = first; row < last; ++row) values.Store(row + 1, end);
  } else if (field->width != 0) {
    std::memset(values.data() + first * field->width, 0, (last - first) * field->width);
  }
}

Record::Record(std::shared_ptr<const Fields> fields, size_t max_column_bytes)
    : fields_(std::move(fields)), max_column_bytes_(max_column_bytes) {
  columns_.resize(fields_->all().size());
  for (size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].field = &fields_->all()[i];
    if (columns_[i].field->form == Form::kTextList) {
      const int32_t zero = 0;
      columns_[i].items.Append(&zero, sizeof(zero));
    }
  }
}

size_t Record::bytes() const {
  size_t bytes = rows_ * fields_->row_bytes();
  for (const ColumnData& column : columns_)
    bytes += column.bytes.size() + column.items.size() + (column.valid.size() != 0 ? rows_ / 8 : 0);
  return bytes;
}

void Record::Grow() {
  constexpr size_t kFirst = 64;
  const size_t capacity = std::max(2 * capacity_, kFirst);
  for (ColumnData& column : columns_) {
    const Field& field = *column.field;
    const bool first = column.values.size() == 0;
    if (HasOffsets(field.form)) {
      column.values.Resize((capacity + 1) * sizeof(int32_t));
      if (first) column.values.Store<int32_t>(0, 0);
    } else if (field.form == Form::kBool) {
      column.values.Resize((capacity + 7) / 8);
    } else {
      column.values.Resize(capacity * field.width);
    }
    if (column.valid.size() != 0) {
      column.valid.Resize((capacity + 7) / 8);
      SetBits(column.valid.data(), capacity_, capacity, true);
    }
  }
  capacity_ = capacity;
}

void Record::Truncate(size_t rows) {
  for (ColumnData& column : columns_) {
    if (column.valid.size() != 0) SetBits(column.valid.data(), rows, capacity_, true);
    if (!HasOffsets(column.field->form) || capacity_ == 0) continue;
    auto end = static_cast<size_t>(column.values.Load<int32_t>(rows));
    if (column.field->form == Form::kTextList) {
      column.items.Resize((end + 1) * sizeof(int32_t));
      end = static_cast<size_t>(column.items.Load<int32_t>(end));
    } else if (column.field->form == Form::kVector) {
      end *= sizeof(float);
    }
    column.bytes.Resize(end);
  }
  rows_ = rows;
}

int32_t Record::FileIndex(std::string_view name) {
  for (size_t i = files_.size(); i > 0; --i)
    if (files_[i - 1] == name) return static_cast<int32_t>(i - 1);
  files_.Add(name);
  return static_cast<int32_t>(files_.size() - 1);
}

}  // namespace towpath::arrow
