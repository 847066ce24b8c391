// Dates and times of the binlog as the numbers that Arrow has for them.
#ifndef TOWPATH_LIB_ARROW_CALENDAR_H_
#define TOWPATH_LIB_ARROW_CALENDAR_H_

#include <cstdint>

namespace towpath::arrow {

inline constexpr int64_t kMicrosecondsPerDay = int64_t{86400} * 1000000;

// Of Value::packed; false: no day of the calendar from the year 1 on (zero and partial dates, and
// what ALLOW_INVALID_DATES lets in).
inline bool DaysOf(int64_t packed, int32_t* days) {
  const auto year_month_day = static_cast<uint32_t>(packed >> 41);
  const uint32_t day = year_month_day & 31;
  const uint32_t month = (year_month_day >> 5) % 13;
  uint32_t year = (year_month_day >> 5) / 13;
  constexpr uint8_t kDays[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year == 0 || month == 0 || day == 0) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (day > kDays[month] + (leap && month == 2 ? 1u : 0u)) return false;
  // Days from 0000-03-01, so that the leap day ends a year (H. Hinnant's algorithm).
  if (month <= 2) --year;
  const uint32_t century = year / 100;
  const uint32_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const uint32_t from_march = year * 365 + year / 4 - century + century / 4 + day_of_year;
  *days = static_cast<int32_t>(from_march) - 719468;
  return true;
}

// The time of day, or a TIME without its sign; false: no time.
inline bool MicrosecondsOf(uint64_t packed, uint64_t hours, int64_t* microseconds) {
  const uint64_t minute = packed >> 30 & 63;
  const uint64_t second = packed >> 24 & 63;
  const uint64_t fraction = packed & 0xffffff;
  if (minute > 59 || second > 59 || fraction > 999999) return false;
  *microseconds = static_cast<int64_t>(((hours * 60 + minute) * 60 + second) * 1000000 + fraction);
  return true;
}

inline bool DateTimeOf(int64_t packed, int64_t* microseconds) {
  int32_t days;
  int64_t of_day;
  const uint64_t hours = static_cast<uint64_t>(packed) >> 36 & 31;
  if (!DaysOf(packed, &days) || hours > 23 ||
      !MicrosecondsOf(static_cast<uint64_t>(packed), hours, &of_day))
    return false;
  *microseconds = days * kMicrosecondsPerDay + of_day;
  return true;
}

inline bool TimeOf(int64_t packed, int64_t* microseconds) {
  const uint64_t magnitude =
      packed < 0 ? 0 - static_cast<uint64_t>(packed) : static_cast<uint64_t>(packed);
  if (!MicrosecondsOf(magnitude, magnitude >> 36 & 1023, microseconds)) return false;
  if (packed < 0) *microseconds = -*microseconds;
  return true;
}

}  // namespace towpath::arrow

#endif  // TOWPATH_LIB_ARROW_CALENDAR_H_
