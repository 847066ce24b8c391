// The walk through the bytes of one row image: what every reader of images shares, so that what one
// of them can read, the others can.
//
// Who reads is a Sink, inlined into the loop. It has, for each column of the layout in order,
//
//   Cell At(size_t i)                 the column that comes now; Cell is the sink's own
//   void Absent(Cell)                 not in this image
//   void Null(Cell)
//   void Number(Cell, column, n)      int8_t to int64_t, uint8_t to uint64_t (by the bits stored;
//   of
//                                     24 bits: 32), float, double
//   void Year(Cell, column, u64)      0 or 1901..2155
//   void Packed(Cell, column, i64)    DATE, TIME, DATETIME: Value::packed
//   void Instant(Cell, column, i64)   TIMESTAMP: microseconds since 1970, 0 for the zero date
//   void Members(Cell, column, u64)   ENUM, SET
//   void Bits(Cell, column, u64)      BIT
//   void Bytes(Cell, column, const uint8_t*, size_t, uint8_t padding)   all others
//   void JsonDiff(Cell, column, const uint8_t*, size_t)
//
// where `column` is the column's ColumnLayout.
#ifndef TOWPATH_LIB_BINLOG_ROW_WALK_H_
#define TOWPATH_LIB_BINLOG_ROW_WALK_H_

#include <bit>
#include <cstddef>
#include <cstdint>

#include "binlog/byte_order.h"
#include "binlog/column_op.h"
#include "model/row_layout.h"

namespace towpath::binlog {

inline bool Bit(const uint8_t* bitmap, size_t i) { return (bitmap[i >> 3] >> (i & 7) & 1) != 0; }

namespace walk {

inline constexpr uint32_t kMicrosecondsOf[] = {1000000, 10000, 100, 1};  // by bytes of fraction

inline int64_t Pack(uint64_t year_month, uint64_t day, uint64_t hour, uint64_t minute,
                    uint64_t second) {
  return static_cast<int64_t>((year_month << 5 | day) << 41 | hour << 36 | minute << 30 |
                              second << 24);
}

// u24 big endian with 0x800000 for zero, then the fraction; negative times are the complement of
// the whole number.
inline int64_t ReadTime2(const uint8_t* p, unsigned fraction_bytes) {
  const auto raw = static_cast<int64_t>(LoadBe(p, 3 + fraction_bytes));
  const int64_t zero = int64_t{0x800000} << 8 * fraction_bytes;
  int64_t value = raw - zero;
  const bool negative = value < 0;
  if (negative) value = -value;
  const int64_t whole = value >> 8 * fraction_bytes;
  const int64_t fraction = value & ((int64_t{1} << 8 * fraction_bytes) - 1);
  const int64_t packed = whole << 24 | (fraction * kMicrosecondsOf[fraction_bytes] & 0xffffff);
  return negative ? -packed : packed;
}

inline int64_t ReadDateTime2(const uint8_t* p, unsigned fraction_bytes) {
  const auto whole = static_cast<int64_t>(LoadBe(p, 5)) - 0x8000000000;
  const auto fraction = static_cast<int64_t>(LoadBe(p + 5, fraction_bytes));
  const int64_t packed = (whole & 0x7fffffffff) << 24;
  return packed | (fraction * kMicrosecondsOf[fraction_bytes] & 0xffffff);
}

// False when the digits are no date and time: then the column is stored in another form.
inline bool ReadDateTimeOld(uint64_t number, int64_t* packed) {
  const uint64_t date = number / 1000000;
  const uint64_t time = number % 1000000;
  const uint64_t year = date / 10000;
  const uint64_t month = date / 100 % 100;
  const uint64_t day = date % 100;
  if (year > 9999 || month > 12 || day > 31 || time / 10000 > 23 || time / 100 % 100 > 59 ||
      time % 100 > 59)
    return false;
  *packed = Pack(year * 13 + month, day, time / 10000, time / 100 % 100, time % 100);
  return true;
}

inline bool ReadTimeOld(int32_t number, int64_t* packed) {
  const bool negative = number < 0;
  const auto n = static_cast<uint64_t>(negative ? -int64_t{number} : number);
  if (n / 10000 > 838 || n / 100 % 100 > 59 || n % 100 > 59) return false;
  const int64_t value = Pack(0, 0, n / 10000, n / 100 % 100, n % 100);
  *packed = negative ? -value : value;
  return true;
}

inline constexpr uint64_t kPowersOfTen[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

// MariaDB 5.3: seconds of the day or of all time since year 0, times 10^scale, plus the fraction.
inline bool ReadTimeHires(const uint8_t* p, const model::ColumnLayout& column, int64_t* packed) {
  const uint64_t unit = kPowersOfTen[column.scale];
  const auto zero = static_cast<int64_t>(3020400 * unit);
  int64_t value = static_cast<int64_t>(LoadBe(p, column.width)) - zero;
  const bool negative = value < 0;
  if (negative) value = -value;
  const uint64_t fraction = static_cast<uint64_t>(value) % unit;
  const uint64_t seconds = static_cast<uint64_t>(value) / unit;
  if (seconds / 3600 > 838) return false;
  *packed = Pack(0, 0, seconds / 3600, seconds / 60 % 60, seconds % 60) |
            static_cast<int64_t>(fraction * kPowersOfTen[6 - column.scale]);
  if (negative) *packed = -*packed;
  return true;
}

inline bool ReadDateTimeHires(const uint8_t* p, const model::ColumnLayout& column,
                              int64_t* packed) {
  uint64_t value = LoadBe(p, column.width);
  const uint64_t unit = kPowersOfTen[column.scale];
  const uint64_t fraction = value % unit;
  value /= unit;
  const uint64_t second = value % 60;
  value /= 60;
  const uint64_t minute = value % 60;
  value /= 60;
  const uint64_t hour = value % 24;
  value /= 24;
  const uint64_t day = value % 32;
  value /= 32;
  if (value / 13 > 9999) return false;
  *packed = Pack(value, day, hour, minute, second) |
            static_cast<int64_t>(fraction * kPowersOfTen[6 - column.scale]);
  return true;
}

}  // namespace walk

// Tells the sink of one image at `next`. kAll: every column is present, the usual case; then
// `bitmap` is not looked at. Returns the byte behind the image, or null when it does not fit before
// `end`, or a value can not be right: then *bad_column says which, and the sink was told of some
// columns before it.
template <bool kAll, typename Sink>
const uint8_t* WalkImage(const model::RowLayout& layout, const uint8_t* bitmap, size_t present,
                         const uint8_t* next, const uint8_t* end, Sink& sink, size_t* bad_column) {
  using namespace walk;  // NOLINT(google-build-using-namespace)
  const size_t null_bytes = (present + 7) / 8;
  const size_t count = layout.columns.size();
  const model::ColumnLayout* const columns = layout.columns.data();
  *bad_column = 0;
  if (static_cast<size_t>(end - next) < null_bytes) return nullptr;
  const uint8_t* const nulls = next;
  const uint8_t* p = next + null_bytes;
  size_t null_bit = 0;

  for (size_t i = 0; i < count; ++i) {
    const model::ColumnLayout column = columns[i];
    const auto cell = sink.At(i);
    if constexpr (!kAll) {
      if (!Bit(bitmap, i)) {
        sink.Absent(cell);
        continue;
      }
    }
    if (Bit(nulls, null_bit++)) {
      sink.Null(cell);
      continue;
    }

    const auto left = static_cast<size_t>(end - p);
    const auto fail = [&]() -> const uint8_t* {
      *bad_column = i;
      return nullptr;
    };
    const auto number = [&](size_t size, auto&& load) {
      if (left < size) return false;
      sink.Number(cell, column, load());
      p += size;
      return true;
    };
    const auto packed = [&](size_t size, auto&& load) {
      if (left < size) return false;
      sink.Packed(cell, column, load());
      p += size;
      return true;
    };
    // Of a form that knows values it can not have.
    const auto checked = [&](size_t size, auto&& load) {
      int64_t value = 0;
      if (left < size || !load(&value)) return false;
      sink.Packed(cell, column, value);
      p += size;
      return true;
    };
    const auto instant = [&](size_t size, auto&& load) {
      if (left < size) return false;
      sink.Instant(cell, column, load());
      p += size;
      return true;
    };
    const auto bytes = [&](size_t prefix, size_t size, uint8_t padding) {
      if (left - prefix < size) return false;
      sink.Bytes(cell, column, p + prefix, size, padding);
      p += prefix + size;
      return true;
    };

    switch (static_cast<ColumnOp>(column.op)) {
      case ColumnOp::kInt8:
        if (!number(1, [&] { return static_cast<int8_t>(*p); })) return fail();
        break;
      case ColumnOp::kInt16:
        if (!number(2, [&] { return static_cast<int16_t>(LoadLe16(p)); })) return fail();
        break;
      case ColumnOp::kInt24:
        if (!number(3, [&] { return static_cast<int32_t>(LoadLe24(p) << 8) >> 8; })) return fail();
        break;
      case ColumnOp::kInt32:
        if (!number(4, [&] { return static_cast<int32_t>(LoadLe32(p)); })) return fail();
        break;
      case ColumnOp::kInt64:
        if (!number(8, [&] { return static_cast<int64_t>(LoadLe64(p)); })) return fail();
        break;
      case ColumnOp::kUint8:
        if (!number(1, [&] { return *p; })) return fail();
        break;
      case ColumnOp::kUint16:
        if (!number(2, [&] { return LoadLe16(p); })) return fail();
        break;
      case ColumnOp::kUint24:
        if (!number(3, [&] { return LoadLe24(p); })) return fail();
        break;
      case ColumnOp::kUint32:
        if (!number(4, [&] { return LoadLe32(p); })) return fail();
        break;
      case ColumnOp::kUint64:
        if (!number(8, [&] { return LoadLe64(p); })) return fail();
        break;
      case ColumnOp::kFloat:
        if (!number(4, [&] { return std::bit_cast<float>(LoadLe32(p)); })) return fail();
        break;
      case ColumnOp::kDouble:
        if (!number(8, [&] { return std::bit_cast<double>(LoadLe64(p)); })) return fail();
        break;
      case ColumnOp::kDecimal:
        if (left < column.width || !bytes(0, column.width, 0)) return fail();
        break;
      case ColumnOp::kYear:
        if (left < 1) return fail();
        sink.Year(cell, column, *p == 0 ? 0 : 1900u + *p);
        p += 1;
        break;
      case ColumnOp::kDate:
        if (!packed(3, [&] {
              const uint32_t date = LoadLe24(p);
              return Pack((date >> 9) * 13 + (date >> 5 & 15), date & 31, 0, 0, 0);
            }))
          return fail();
        break;
      case ColumnOp::kTime2:
        if (!packed(3u + column.width, [&] { return ReadTime2(p, column.width); })) return fail();
        break;
      case ColumnOp::kDateTime2:
        if (!packed(5u + column.width, [&] { return ReadDateTime2(p, column.width); }))
          return fail();
        break;
      case ColumnOp::kTimestamp2:
        if (!instant(4u + column.width, [&] {
              return int64_t{LoadBe32(p)} * 1000000 +
                     static_cast<int64_t>(LoadBe(p + 4, column.width)) *
                         kMicrosecondsOf[column.width];
            }))
          return fail();
        break;
      case ColumnOp::kTimeOld:
        if (!checked(3, [&](int64_t* value) {
              return ReadTimeOld(static_cast<int32_t>(LoadLe24(p) << 8) >> 8, value);
            }))
          return fail();
        break;
      case ColumnOp::kDateTimeOld:
        if (!checked(8, [&](int64_t* value) { return ReadDateTimeOld(LoadLe64(p), value); }))
          return fail();
        break;
      case ColumnOp::kTimestampOld:
        if (!instant(4, [&] { return int64_t{LoadLe32(p)} * 1000000; })) return fail();
        break;
      case ColumnOp::kTimeHires:
        if (!checked(column.width, [&](int64_t* value) { return ReadTimeHires(p, column, value); }))
          return fail();
        break;
      case ColumnOp::kDateTimeHires:
        if (!checked(column.width,
                     [&](int64_t* value) { return ReadDateTimeHires(p, column, value); }))
          return fail();
        break;
      case ColumnOp::kTimestampHires:
        if (!instant(4u + column.width, [&] {
              return int64_t{LoadBe32(p)} * 1000000 +
                     static_cast<int64_t>(LoadBe(p + 4, column.width) *
                                          kPowersOfTen[6 - column.scale]);
            }))
          return fail();
        break;
      case ColumnOp::kBytes1:
        if (left < 1 || !bytes(1, *p, 0)) return fail();
        break;
      case ColumnOp::kBytes2:
        if (left < 2 || !bytes(2, LoadLe16(p), 0)) return fail();
        break;
      case ColumnOp::kBytes3:
        if (left < 3 || !bytes(3, LoadLe24(p), 0)) return fail();
        break;
      case ColumnOp::kBytes4:
        if (left < 4 || !bytes(4, LoadLe32(p), 0)) return fail();
        break;
      case ColumnOp::kJsonOrDiff: {
        if (left < 5 || *p > 1) return fail();
        const size_t size = LoadLe32(p + 1);
        if (left - 5 < size) return fail();
        if (*p == 1) {
          sink.JsonDiff(cell, column, p + 5, size);
        } else {
          sink.Bytes(cell, column, p + 5, size, 0);
        }
        p += 5 + size;
        break;
      }
      case ColumnOp::kPadded:
        if (left < 1 || *p > column.width || !bytes(1, *p, static_cast<uint8_t>(column.width - *p)))
          return fail();
        break;
      case ColumnOp::kUint:
        if (left < column.width) return fail();
        sink.Members(cell, column, LoadLe(p, column.width));
        p += column.width;
        break;
      case ColumnOp::kBit:
        if (left < column.width) return fail();
        sink.Bits(cell, column, LoadBe(p, column.width));
        p += column.width;
        break;
      case ColumnOp::kNothing:
        sink.Null(cell);
        break;
    }
  }
  return p;
}

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_ROW_WALK_H_
