// RowReader and Entry::row_count: the rows of an entry, from the bytes of its event.
#include "binlog/row_image.h"
#include "model/entry_data.h"
#include "towpath/entry.h"

namespace towpath {
void RowReader::Start(const Entry& entry) {
  data_ = &entry.data();
  status_ = Status();
  before_ = {};
  after_ = {};
  before_image_ = {};
  after_image_ = {};
  row_ = 0;
  empty_row_ = false;
  if (data_->table == nullptr) {
    next_ = end_ = nullptr;
    return;
  }
  next_ = data_->data;
  end_ = next_ + data_->size;
  const size_t columns = data_->table->layout.columns.size();
  const auto image = [columns](const uint8_t* bitmap) {
    return Image{bitmap, bitmap != nullptr ? binlog::CountBits(bitmap, columns) : 0};
  };
  before_image_ = image(data_->before_columns);
  after_image_ = image(data_->after_columns);
  empty_row_ = next_ == end_ && before_image_.present + after_image_.present == 0;
  const size_t needed =
      data_->table->layout.kept() *
      ((before_image_.columns != nullptr ? 1u : 0u) + (after_image_.columns != nullptr ? 1u : 0u));
  if (values_.size() < needed) values_.resize(needed);
}

bool RowReader::Next() {
  before_ = {};
  after_ = {};
  if (next_ == end_ && !empty_row_) return false;
  const model::RowLayout& layout = data_->table->layout;
  const size_t columns = layout.kept();
  const uint8_t* next = next_;
  Value* values = values_.data();
  std::span<const Value> images[2];
  const Image* wanted[2] = {&before_image_, &after_image_};
  for (int i = 0; i < 2; ++i) {
    const Image& image = *wanted[i];
    if (image.columns == nullptr) continue;
    size_t bad_column;
    next = binlog::ReadImage(layout, image.columns, image.present, next, end_, values, &bad_column);
    if (next == nullptr) {
      status_ = binlog::BadRow(*data_, row_, bad_column);
      next_ = end_;
      empty_row_ = false;
      return false;
    }
    images[i] = {values, columns};
    values += columns;
  }
  if (next == next_ && !empty_row_) {  // bytes that no column claims
    status_ = binlog::BadRow(*data_, row_, 0);
    next_ = end_;
    return false;
  }
  empty_row_ = false;
  next_ = next;
  ++row_;
  before_ = images[0];
  after_ = images[1];
  return true;
}

size_t Entry::row_count() const {
  if (data_->table == nullptr) return 0;
  const model::RowLayout& layout = data_->table->layout;
  const size_t columns = layout.columns.size();
  const uint8_t* next = data_->data;
  const uint8_t* const end = next + data_->size;
  const uint8_t* const bitmaps[2] = {data_->before_columns, data_->after_columns};
  size_t present[2];
  for (int i = 0; i < 2; ++i)
    present[i] = bitmaps[i] != nullptr ? binlog::CountBits(bitmaps[i], columns) : 0;
  if (next == end) return present[0] + present[1] == 0 ? 1 : 0;
  size_t rows = 0;
  while (next < end) {
    const uint8_t* const row = next;
    for (int i = 0; i < 2; ++i) {
      if (bitmaps[i] == nullptr) continue;
      next = binlog::SkipImage(layout, bitmaps[i], present[i], next, end);
      if (next == nullptr) return rows;
    }
    if (next == row) return rows;
    ++rows;
  }
  return rows;
}

}  // namespace towpath
