#include "binlog/compressed_columns.h"

#include "binlog/byte_order.h"
#include "binlog/column_op.h"
#include "binlog/event.h"
#include "binlog/row_image.h"

namespace towpath::binlog {
namespace {

Status BadRows() {
  return Status(Code::kCorrupted, "its rows do not fit the table, which has compressed columns");
}

}  // namespace

// Empty values have no head. Others begin with a byte: 0 before a plain value; else
// algorithm << 4 (8: zlib) | raw << 3 | n, then the size in n bytes big endian, then the stream
// (MariaDB field.cc, Field_longstr::compress).
Status ColumnInflater::AppendValue(const Value& value) {
  const std::span<const uint8_t> bytes{value.data, value.size};
  std::span<const uint8_t> stream = bytes;
  size_t size = bytes.size();
  bool inflate = false;
  bool zlib_wrapped = false;
  if (!bytes.empty()) {
    const uint8_t head = bytes[0];
    const unsigned length_bytes = head & 7;
    stream = bytes.subspan(1);
    size = stream.size();
    if (head != 0) {
      if (head >> 4 != 8 || length_bytes < 1 || length_bytes > 4 || stream.size() < length_bytes)
        return Status(Code::kCorrupted, "a compressed column's value can not be right");
      size = LoadBe(stream.data(), length_bytes);
      stream = stream.subspan(length_bytes);
      if (!CanInflateTo(stream.size(), size))
        return Status(Code::kCorrupted, "a compressed column's value names a size it can not have");
      inflate = true;
      zlib_wrapped = (head & 8) == 0;
    }
  }
  if (size + 4 > kMaxEventSize - out_.size())
    return Status(Code::kLimit, "its compressed columns hold more than 1 GiB");
  const size_t at = out_.size();
  out_.resize(at + 4 + size);
  StoreLe32(out_.data() + at, static_cast<uint32_t>(size));
  if (!inflate) {
    std::copy(stream.begin(), stream.end(), out_.begin() + static_cast<ptrdiff_t>(at + 4));
  } else if (!inflater_.Inflate(stream, zlib_wrapped, out_.data() + at + 4, size)) {
    return Status(Code::kCorrupted, "a compressed column's value does not decompress");
  }
  return Status::Ok();
}

Result<std::span<const uint8_t>> ColumnInflater::Expand(const model::RowLayout& stored,
                                                        const std::vector<bool>& compressed,
                                                        std::span<const Bitmap> bitmaps,
                                                        std::span<const uint8_t> rows) {
  const size_t columns = stored.columns.size();
  values_.resize(columns);
  out_.clear();
  const uint8_t* next = rows.data();
  const uint8_t* const end = next + rows.size();
  while (next < end) {
    const uint8_t* const row = next;
    for (const Bitmap bitmap : bitmaps) {
      size_t bad_column;
      const uint8_t* copied = next;  // everything before it is in out_
      next = ReadImage(stored, bitmap, CountBits(bitmap, columns), next, end, values_.data(),
                       &bad_column);
      if (next == nullptr) return BadRows();
      for (size_t i = 0; i < columns; ++i) {
        const Value& value = values_[i];
        if (!compressed[i] || value.is_null() || value.is_absent()) continue;
        const auto op = static_cast<ColumnOp>(stored.columns[i].op);
        const size_t prefix = static_cast<size_t>(op) - static_cast<size_t>(ColumnOp::kBytes1) + 1;
        out_.insert(out_.end(), copied, value.data - prefix);
        copied = value.data + value.size;
        Status status = AppendValue(value);
        if (!status.ok()) return status;
      }
      out_.insert(out_.end(), copied, next);
    }
    if (next == row) return BadRows();
    if (out_.size() > kMaxEventSize)
      return Status(Code::kLimit, "its compressed columns hold more than 1 GiB");
  }
  return std::span<const uint8_t>(out_);
}

}  // namespace towpath::binlog
