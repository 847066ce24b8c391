#include "binlog/row_image.h"

#include <fmt/format.h>

#include <bit>
#include <concepts>

#include "binlog/byte_order.h"
#include "binlog/row_walk.h"

namespace towpath::binlog {
namespace {

using model::ColumnLayout;

// Makes a Value of each column. kKeepSome: some columns are left out, and go nowhere.
template <bool kKeepSome>
class ValueSink {
 public:
  ValueSink(const model::RowLayout& layout, Value* values) : layout_(layout), values_(values) {}

  Value* At(size_t i) {
    if constexpr (kKeepSome) {
      return layout_.left_out[i] ? &nowhere_ : values_++;
    } else {
      return values_ + i;
    }
  }
  static void Absent(Value* value) { *value = Value(); }
  static void Null(Value* value) {
    *value = Value();
    value->kind = ValueKind::kNull;
  }
  static void Number(Value* value, const ColumnLayout& column, std::signed_integral auto n) {
    SetHead(column, 0, 0, value);
    value->i64 = n;
  }
  static void Number(Value* value, const ColumnLayout& column, std::unsigned_integral auto n) {
    SetHead(column, 0, 0, value);
    value->u64 = n;
  }
  static void Number(Value* value, const ColumnLayout& column, std::floating_point auto n) {
    SetHead(column, 0, 0, value);
    value->f64 = n;
  }
  static void Year(Value* value, const ColumnLayout& column, uint64_t n) {
    Number(value, column, n);
  }
  static void Members(Value* value, const ColumnLayout& column, uint64_t n) {
    Number(value, column, n);
  }
  static void Bits(Value* value, const ColumnLayout& column, uint64_t n) {
    Number(value, column, n);
  }
  static void Packed(Value* value, const ColumnLayout& column, int64_t packed) {
    SetHead(column, 0, 0, value);
    value->packed = packed;
  }
  static void Instant(Value* value, const ColumnLayout& column, int64_t microseconds) {
    Number(value, column, microseconds);
  }
  static void Bytes(Value* value, const ColumnLayout& column, const uint8_t* data, size_t size,
                    uint8_t padding) {
    SetHead(column, padding, static_cast<uint32_t>(size), value);
    value->data = data;
  }
  static void JsonDiff(Value* value, const ColumnLayout& column, const uint8_t* data, size_t size) {
    Bytes(value, column, data, size, 0);
    value->kind = ValueKind::kJsonDiff;
  }

 private:
  static void SetHead(const ColumnLayout& column, uint8_t padding, uint32_t size, Value* value) {
    value->kind = column.kind;
    value->precision = column.precision;
    value->scale = column.scale;
    value->padding = padding;
    value->size = size;
  }

  const model::RowLayout& layout_;
  Value* values_;
  Value nowhere_;
};

struct SkipSink {
  struct Cell {};
  static Cell At(size_t) { return {}; }
  static void Absent(Cell) {}
  static void Null(Cell) {}
  static void Number(Cell, const ColumnLayout&, auto) {}
  static void Year(Cell, const ColumnLayout&, uint64_t) {}
  static void Packed(Cell, const ColumnLayout&, int64_t) {}
  static void Instant(Cell, const ColumnLayout&, int64_t) {}
  static void Members(Cell, const ColumnLayout&, uint64_t) {}
  static void Bits(Cell, const ColumnLayout&, uint64_t) {}
  static void Bytes(Cell, const ColumnLayout&, const uint8_t*, size_t, uint8_t) {}
  static void JsonDiff(Cell, const ColumnLayout&, const uint8_t*, size_t) {}
};

}  // namespace

Status BadRow(const model::EntryData& data, size_t row, size_t column) {
  const Table& table = data.table->table;
  return Status(
      Code::kCorrupted,
      fmt::format("{}:{}: row {} of {}.{} can not be read at column {} ({}): the bytes do not fit "
                  "the table",
                  data.file != nullptr ? data.file->name : "", data.offset, row + 1,
                  table.database(), table.name(), column + 1, data.table->NameOf(column)));
}

size_t CountBits(const uint8_t* bitmap, size_t columns) {
  size_t count = 0;
  size_t i = 0;
  for (; i + 64 <= columns; i += 64)
    count += static_cast<size_t>(std::popcount(LoadLe64(bitmap + i / 8)));
  for (; i < columns; ++i) count += Bit(bitmap, i) ? 1 : 0;
  return count;
}

const uint8_t* ReadImage(const model::RowLayout& layout, const uint8_t* bitmap, size_t present,
                         const uint8_t* next, const uint8_t* end, Value* values,
                         size_t* bad_column) {
  if (layout.left_out_count != 0) {
    ValueSink<true> sink(layout, values);
    return WalkImage<false>(layout, bitmap, present, next, end, sink, bad_column);
  }
  ValueSink<false> sink(layout, values);
  return present == layout.columns.size()
             ? WalkImage<true>(layout, bitmap, present, next, end, sink, bad_column)
             : WalkImage<false>(layout, bitmap, present, next, end, sink, bad_column);
}

const uint8_t* SkipImage(const model::RowLayout& layout, const uint8_t* bitmap, size_t present,
                         const uint8_t* next, const uint8_t* end) {
  size_t bad_column;
  SkipSink sink;
  return present == layout.columns.size()
             ? WalkImage<true>(layout, bitmap, present, next, end, sink, &bad_column)
             : WalkImage<false>(layout, bitmap, present, next, end, sink, &bad_column);
}

}  // namespace towpath::binlog
