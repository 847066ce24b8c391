#include "binlog/row_image.h"

#include <bit>
#include <cstring>

#include "binlog/byte_order.h"
#include "binlog/column_op.h"

namespace towpath::binlog {
namespace {

using model::ColumnLayout;

constexpr uint32_t kMicrosecondsOf[] = {1000000, 10000, 100, 1};  // by bytes of fraction

inline bool Bit(const uint8_t* bitmap, size_t i) { return (bitmap[i >> 3] >> (i & 7) & 1) != 0; }

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

constexpr uint64_t kPowersOfTen[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

// MariaDB 5.3: seconds of the day or of all time since year 0, times 10^scale, plus the fraction.
inline bool ReadTimeHires(const uint8_t* p, const ColumnLayout& column, int64_t* packed) {
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

inline bool ReadDateTimeHires(const uint8_t* p, const ColumnLayout& column, int64_t* packed) {
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

inline void SetHead(const ColumnLayout& column, uint8_t padding, uint32_t size, Value* value) {
  value->kind = column.kind;
  value->precision = column.precision;
  value->scale = column.scale;
  value->padding = padding;
  value->size = size;
}

enum class Mode { kRead, kSkip };

// One loop for all, so that what can be skipped is exactly what can be read. kAll: every column is
// present, the usual case. kKeepSome: some columns are left out.
template <Mode kMode, bool kAll, bool kKeepSome>
const uint8_t* Walk(const model::RowLayout& layout, const uint8_t* bitmap, size_t present,
                    const uint8_t* next, const uint8_t* end, Value* values, size_t* bad_column) {
  constexpr bool kRead = kMode == Mode::kRead;
  const size_t null_bytes = (present + 7) / 8;
  const size_t count = layout.columns.size();
  const ColumnLayout* const columns = layout.columns.data();
  *bad_column = 0;
  if (static_cast<size_t>(end - next) < null_bytes) return nullptr;
  const uint8_t* const nulls = next;
  const uint8_t* p = next + null_bytes;
  size_t null_bit = 0;
  Value nowhere;    // what is left out goes there
  size_t kept = 0;  // number of columns before this one that are not left out

  for (size_t i = 0; i < count; ++i) {
    const ColumnLayout column = columns[i];
    Value* value = nullptr;
    if constexpr (kRead && kKeepSome) {
      value = layout.left_out[i] ? &nowhere : values + kept++;
    } else if constexpr (kRead) {
      value = values + i;
    }
    if constexpr (!kAll) {
      if (!Bit(bitmap, i)) {
        if constexpr (kRead) *value = Value();
        continue;
      }
    }
    if (Bit(nulls, null_bit++)) {
      if constexpr (kRead) {
        *value = Value();
        value->kind = ValueKind::kNull;
      }
      continue;
    }

    const auto left = static_cast<size_t>(end - p);
    const auto fail = [&]() -> const uint8_t* {
      *bad_column = i;
      return nullptr;
    };
    const auto scalar = [&](size_t size, auto&& load) {
      if (left < size) return false;
      if constexpr (kRead) {
        SetHead(column, 0, 0, value);
        load();
      }
      p += size;
      return true;
    };
    // Of a form that knows values it can not have.
    const auto checked = [&](size_t size, auto&& load) {
      int64_t packed = 0;
      if (left < size || !load(&packed)) return false;
      if constexpr (kRead) {
        SetHead(column, 0, 0, value);
        value->packed = packed;
      }
      p += size;
      return true;
    };
    const auto bytes = [&](size_t prefix, size_t size, uint8_t padding) {
      if (left - prefix < size) return false;
      if constexpr (kRead) {
        SetHead(column, padding, static_cast<uint32_t>(size), value);
        value->data = p + prefix;
      }
      p += prefix + size;
      return true;
    };

    switch (static_cast<ColumnOp>(column.op)) {
      case ColumnOp::kInt8:
        if (!scalar(1, [&] { value->i64 = static_cast<int8_t>(*p); })) return fail();
        break;
      case ColumnOp::kInt16:
        if (!scalar(2, [&] { value->i64 = static_cast<int16_t>(LoadLe16(p)); })) return fail();
        break;
      case ColumnOp::kInt24:
        if (!scalar(3, [&] { value->i64 = static_cast<int32_t>(LoadLe24(p) << 8) >> 8; }))
          return fail();
        break;
      case ColumnOp::kInt32:
        if (!scalar(4, [&] { value->i64 = static_cast<int32_t>(LoadLe32(p)); })) return fail();
        break;
      case ColumnOp::kInt64:
        if (!scalar(8, [&] { value->i64 = static_cast<int64_t>(LoadLe64(p)); })) return fail();
        break;
      case ColumnOp::kUint8:
        if (!scalar(1, [&] { value->u64 = *p; })) return fail();
        break;
      case ColumnOp::kUint16:
        if (!scalar(2, [&] { value->u64 = LoadLe16(p); })) return fail();
        break;
      case ColumnOp::kUint24:
        if (!scalar(3, [&] { value->u64 = LoadLe24(p); })) return fail();
        break;
      case ColumnOp::kUint32:
        if (!scalar(4, [&] { value->u64 = LoadLe32(p); })) return fail();
        break;
      case ColumnOp::kUint64:
        if (!scalar(8, [&] { value->u64 = LoadLe64(p); })) return fail();
        break;
      case ColumnOp::kFloat:
        if (!scalar(4, [&] { value->f64 = double{std::bit_cast<float>(LoadLe32(p))}; }))
          return fail();
        break;
      case ColumnOp::kDouble:
        if (!scalar(8, [&] { value->f64 = std::bit_cast<double>(LoadLe64(p)); })) return fail();
        break;
      case ColumnOp::kDecimal:
        if (left < column.width || !bytes(0, column.width, 0)) return fail();
        break;
      case ColumnOp::kYear:
        if (!scalar(1, [&] { value->u64 = *p == 0 ? 0 : 1900u + *p; })) return fail();
        break;
      case ColumnOp::kDate:
        if (!scalar(3, [&] {
              const uint32_t date = LoadLe24(p);
              value->packed = Pack((date >> 9) * 13 + (date >> 5 & 15), date & 31, 0, 0, 0);
            }))
          return fail();
        break;
      case ColumnOp::kTime2:
        if (!scalar(3u + column.width, [&] { value->packed = ReadTime2(p, column.width); }))
          return fail();
        break;
      case ColumnOp::kDateTime2:
        if (!scalar(5u + column.width, [&] { value->packed = ReadDateTime2(p, column.width); }))
          return fail();
        break;
      case ColumnOp::kTimestamp2:
        if (!scalar(4u + column.width, [&] {
              value->i64 =
                  int64_t{LoadBe32(p)} * 1000000 +
                  static_cast<int64_t>(LoadBe(p + 4, column.width)) * kMicrosecondsOf[column.width];
            }))
          return fail();
        break;
      case ColumnOp::kTimeOld:
        if (!checked(3, [&](int64_t* packed) {
              return ReadTimeOld(static_cast<int32_t>(LoadLe24(p) << 8) >> 8, packed);
            }))
          return fail();
        break;
      case ColumnOp::kDateTimeOld:
        if (!checked(8, [&](int64_t* packed) { return ReadDateTimeOld(LoadLe64(p), packed); }))
          return fail();
        break;
      case ColumnOp::kTimestampOld:
        if (!scalar(4, [&] { value->i64 = int64_t{LoadLe32(p)} * 1000000; })) return fail();
        break;
      case ColumnOp::kTimeHires:
        if (!checked(column.width,
                     [&](int64_t* packed) { return ReadTimeHires(p, column, packed); }))
          return fail();
        break;
      case ColumnOp::kDateTimeHires:
        if (!checked(column.width,
                     [&](int64_t* packed) { return ReadDateTimeHires(p, column, packed); }))
          return fail();
        break;
      case ColumnOp::kTimestampHires:
        if (!scalar(4u + column.width, [&] {
              value->i64 = int64_t{LoadBe32(p)} * 1000000 +
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
        const uint8_t* const tag = p;
        if (left < 5 || *tag > 1 || !bytes(5, LoadLe32(p + 1), 0)) return fail();
        if constexpr (kRead) {
          if (*tag == 1) value->kind = ValueKind::kJsonDiff;
        }
        break;
      }
      case ColumnOp::kPadded:
        if (left < 1 || *p > column.width || !bytes(1, *p, static_cast<uint8_t>(column.width - *p)))
          return fail();
        break;
      case ColumnOp::kUint:
        if (!scalar(column.width, [&] { value->u64 = LoadLe(p, column.width); })) return fail();
        break;
      case ColumnOp::kBit:
        if (!scalar(column.width, [&] { value->u64 = LoadBe(p, column.width); })) return fail();
        break;
      case ColumnOp::kNothing:
        if constexpr (kRead) {
          *value = Value();
          value->kind = ValueKind::kNull;
        }
        break;
    }
  }
  return p;
}

}  // namespace

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
  if (layout.left_out_count != 0)
    return Walk<Mode::kRead, false, true>(layout, bitmap, present, next, end, values, bad_column);
  return present == layout.columns.size()
             ? Walk<Mode::kRead, true, false>(layout, bitmap, present, next, end, values,
                                              bad_column)
             : Walk<Mode::kRead, false, false>(layout, bitmap, present, next, end, values,
                                               bad_column);
}

const uint8_t* SkipImage(const model::RowLayout& layout, const uint8_t* bitmap, size_t present,
                         const uint8_t* next, const uint8_t* end) {
  size_t bad_column;
  return present == layout.columns.size()
             ? Walk<Mode::kSkip, true, false>(layout, bitmap, present, next, end, nullptr,
                                              &bad_column)
             : Walk<Mode::kSkip, false, false>(layout, bitmap, present, next, end, nullptr,
                                               &bad_column);
}

}  // namespace towpath::binlog
