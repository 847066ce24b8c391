// Numbers, dates and times as the servers print them.
#ifndef TOWPATH_LIB_BINLOG_NUMBER_TEXT_H_
#define TOWPATH_LIB_BINLOG_NUMBER_TEXT_H_

#include <cstdint>
#include <string>

#include "towpath/value.h"

namespace towpath::binlog {

void AppendInt(int64_t number, std::string* out);
void AppendUint(uint64_t number, std::string* out);

// The shortest decimal that reads back as the same number, in the servers' notation: "1.5", "-0",
// "1e20", "1.5e-15" (exponents from 1e15 up and below 1e-14, as my_gcvt chooses).
void AppendDouble(double number, std::string* out);
void AppendFloat(float number, std::string* out);

// "2024-02-29", "-838:59:59.000000", "2024-02-29 12:00:00.5"; `digits` (0..6) behind the seconds.
void AppendDate(const Calendar& c, std::string* out);
void AppendTime(const Calendar& c, unsigned digits, std::string* out);
void AppendDateTime(const Calendar& c, unsigned digits, std::string* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_NUMBER_TEXT_H_
