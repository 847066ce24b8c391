#include "towpath/value.h"

#include <cstddef>

namespace towpath {
namespace {

// Days since 1970-01-01 to a date of the proleptic Gregorian calendar (H. Hinnant's algorithm).
void SetDate(int64_t days, Calendar* out) {
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const auto day_of_era = static_cast<uint32_t>(days - era * 146097);
  const uint32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const uint32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const uint32_t shifted_month = (5 * day_of_year + 2) / 153;
  out->day = static_cast<uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  out->month = static_cast<uint8_t>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  out->year = static_cast<uint16_t>(year_of_era + era * 400 + (out->month <= 2 ? 1 : 0));
}

Calendar FromTimestamp(int64_t microseconds) {
  Calendar c;
  if (microseconds == 0) return c;
  int64_t seconds = microseconds / 1000000;
  int64_t fraction = microseconds % 1000000;
  if (fraction < 0) {
    fraction += 1000000;
    seconds -= 1;
  }
  int64_t days = seconds / 86400;
  int64_t of_day = seconds % 86400;
  if (of_day < 0) {
    of_day += 86400;
    days -= 1;
  }
  SetDate(days, &c);
  c.hour = static_cast<uint16_t>(of_day / 3600);
  c.minute = static_cast<uint8_t>(of_day / 60 % 60);
  c.second = static_cast<uint8_t>(of_day % 60);
  c.microsecond = static_cast<uint32_t>(fraction);
  return c;
}

}  // namespace

std::span<const uint8_t> Value::bytes() const {
  switch (kind) {
    case ValueKind::kDecimal:
    case ValueKind::kText:
    case ValueKind::kBinary:
    case ValueKind::kJson:
    case ValueKind::kGeometry:
    case ValueKind::kVector:
    case ValueKind::kUuid:
    case ValueKind::kInet4:
    case ValueKind::kInet6:
    case ValueKind::kJsonDiff:
      return {data, size};
    default:
      return {};
  }
}

Calendar Value::calendar() const {
  if (kind == ValueKind::kTimestamp) return FromTimestamp(i64);
  Calendar c;
  if (kind != ValueKind::kDate && kind != ValueKind::kTime && kind != ValueKind::kDateTime)
    return c;
  c.negative = packed < 0;
  const uint64_t bits =
      c.negative ? 0 - static_cast<uint64_t>(packed) : static_cast<uint64_t>(packed);
  c.microsecond = static_cast<uint32_t>(bits & 0xffffff);
  c.second = static_cast<uint8_t>(bits >> 24 & 0x3f);
  c.minute = static_cast<uint8_t>(bits >> 30 & 0x3f);
  if (kind == ValueKind::kTime) {
    c.hour = static_cast<uint16_t>(bits >> 36 & 0x3ff);
    return c;
  }
  c.hour = static_cast<uint16_t>(bits >> 36 & 0x1f);
  c.day = static_cast<uint8_t>(bits >> 41 & 0x1f);
  const uint64_t year_month = bits >> 46;
  c.year = static_cast<uint16_t>(year_month / 13);
  c.month = static_cast<uint8_t>(year_month % 13);
  return c;
}

}  // namespace towpath
