#include "arrow/calendar.h"

#include <chrono>

#include "tests/catch.h"

namespace towpath::arrow {
namespace {

int64_t PackDate(int64_t year, int64_t month, int64_t day) {
  return ((year * 13 + month) << 5 | day) << 41;
}
int64_t PackTime(int64_t hour, int64_t minute, int64_t second, int64_t microsecond) {
  return hour << 36 | minute << 30 | second << 24 | microsecond;
}

TEST_CASE("arrow calendar: every date that MySQL can store") {
  size_t days_met = 0;
  for (int year = 0; year <= 9999; ++year) {
    for (unsigned month = 0; month <= 12; ++month) {
      for (unsigned day = 0; day <= 31; ++day) {
        const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                               std::chrono::day(day)};
        int32_t days = 0;
        const bool good = DaysOf(PackDate(year, month, day), &days);
        if (good != (year > 0 && date.ok())) FAIL(year << '-' << month << '-' << day);
        if (!good) continue;
        ++days_met;
        if (days != std::chrono::sys_days(date).time_since_epoch().count())
          FAIL(year << '-' << month << '-' << day << " is " << days);
      }
    }
  }
  CHECK(days_met == 3652059);  // from 0001-01-01 to 9999-12-31
}

TEST_CASE("arrow calendar: dates and times") {
  int64_t us = 0;
  REQUIRE(DateTimeOf(PackDate(1970, 1, 1) | PackTime(0, 0, 1, 2), &us));
  CHECK(us == 1000002);
  REQUIRE(DateTimeOf(PackDate(1969, 12, 31) | PackTime(23, 59, 59, 999999), &us));
  CHECK(us == -1);
  REQUIRE(DateTimeOf(PackDate(9999, 12, 31) | PackTime(23, 59, 59, 999999), &us));
  CHECK(us == 253402300799999999);
  CHECK_FALSE(DateTimeOf(PackDate(2024, 0, 1) | PackTime(1, 2, 3, 0), &us));
  CHECK_FALSE(DateTimeOf(PackDate(2024, 1, 1) | PackTime(24, 0, 0, 0), &us));
  CHECK_FALSE(DateTimeOf(PackDate(2024, 1, 1) | PackTime(0, 60, 0, 0), &us));
  CHECK_FALSE(DateTimeOf(PackDate(2024, 1, 1) | PackTime(0, 0, 60, 0), &us));
  CHECK_FALSE(DateTimeOf(PackDate(2024, 1, 1) | PackTime(0, 0, 0, 1000000), &us));
  REQUIRE(TimeOf(-PackTime(838, 59, 59, 1), &us));
  CHECK(us == -3020399000001);
  REQUIRE(TimeOf(PackTime(0, 0, 0, 0), &us));
  CHECK(us == 0);
  CHECK_FALSE(TimeOf(-PackTime(1, 63, 0, 0), &us));
}

}  // namespace
}  // namespace towpath::arrow
