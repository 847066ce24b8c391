#include "binlog/number_text.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace towpath::binlog {
namespace {

// 'f' notation is used up to 10^15 and down to 10^-15, whatever its length; else 'e'.
constexpr int kMaxPointForPlain = 15;

template <typename T>
void AppendNumber(T number, std::string* out) {
  char buffer[24];
  const auto result = std::to_chars(buffer, buffer + sizeof(buffer), number);
  out->append(buffer, result.ptr);
}

template <typename T>
void AppendFloating(T number, std::string* out) {
  if (!std::isfinite(number)) {  // no server stores these
    out->append(std::isnan(number) ? "nan" : number < 0 ? "-inf" : "inf");
    return;
  }
  // d.ddde[+-]xx, the shortest digits.
  char buffer[64];
  const auto result =
      std::to_chars(buffer, buffer + sizeof(buffer), number, std::chars_format::scientific);
  const char* from = buffer;
  const char* const end = result.ptr;
  if (*from == '-') {
    out->push_back('-');
    ++from;
  }
  const auto* e = static_cast<const char*>(std::memchr(from, 'e', static_cast<size_t>(end - from)));
  char digits[32];
  int count = 0;
  for (const char* p = from; p < e; ++p)
    if (*p != '.') digits[count++] = *p;
  while (count > 1 && digits[count - 1] == '0') --count;
  int exponent = 0;
  std::from_chars(e[1] == '+' ? e + 2 : e + 1, end, exponent);
  const int point = digits[0] == '0' ? 1 : exponent + 1;  // where the decimal point stands

  if (point < -kMaxPointForPlain + 1 || (point > kMaxPointForPlain && count <= point)) {
    out->push_back(digits[0]);
    if (count > 1) {
      out->push_back('.');
      out->append(digits + 1, static_cast<size_t>(count - 1));
    }
    out->push_back('e');
    AppendInt(point - 1, out);
  } else if (point <= 0) {
    out->append("0.");
    out->append(static_cast<size_t>(-point), '0');
    out->append(digits, static_cast<size_t>(count));
  } else if (count <= point) {
    out->append(digits, static_cast<size_t>(count));
    out->append(static_cast<size_t>(point - count), '0');
  } else {
    out->append(digits, static_cast<size_t>(point));
    out->push_back('.');
    out->append(digits + point, static_cast<size_t>(count - point));
  }
}

char* Write2(unsigned n, char* to) {
  to[0] = static_cast<char>('0' + n / 10 % 10);
  to[1] = static_cast<char>('0' + n % 10);
  return to + 2;
}

char* WriteFraction(uint32_t microsecond, unsigned digits, char* to) {
  if (digits == 0) return to;
  *to++ = '.';
  uint32_t unit = 100000;
  for (unsigned i = 0; i < digits && i < 6; ++i) {
    *to++ = static_cast<char>('0' + microsecond / unit % 10);
    unit /= 10;
  }
  return to;
}

char* WriteDate(const Calendar& c, char* to) {
  // Years beyond 9999 can not be right, and have a fifth digit.
  if (c.year > 9999) *to++ = static_cast<char>('0' + c.year / 10000);
  to = Write2(c.year / 100u % 100u, to);
  to = Write2(c.year % 100u, to);
  *to++ = '-';
  to = Write2(c.month, to);
  *to++ = '-';
  return Write2(c.day, to);
}

}  // namespace

void AppendInt(int64_t number, std::string* out) { AppendNumber(number, out); }
void AppendUint(uint64_t number, std::string* out) { AppendNumber(number, out); }
void AppendDouble(double number, std::string* out) { AppendFloating(number, out); }
void AppendFloat(float number, std::string* out) { AppendFloating(number, out); }

void AppendDate(const Calendar& c, std::string* out) {
  char buffer[16];
  out->append(buffer, WriteDate(c, buffer));
}

void AppendTime(const Calendar& c, unsigned digits, std::string* out) {
  char buffer[32];
  char* to = buffer;
  if (c.negative) *to++ = '-';
  if (c.hour > 999) *to++ = static_cast<char>('0' + c.hour / 1000 % 10);
  if (c.hour > 99) *to++ = static_cast<char>('0' + c.hour / 100 % 10);
  to = Write2(c.hour % 100u, to);
  *to++ = ':';
  to = Write2(c.minute, to);
  *to++ = ':';
  to = Write2(c.second, to);
  to = WriteFraction(c.microsecond, digits, to);
  out->append(buffer, to);
}

void AppendDateTime(const Calendar& c, unsigned digits, std::string* out) {
  char buffer[40];
  char* to = WriteDate(c, buffer);
  *to++ = ' ';
  to = Write2(c.hour, to);
  *to++ = ':';
  to = Write2(c.minute, to);
  *to++ = ':';
  to = Write2(c.second, to);
  to = WriteFraction(c.microsecond, digits, to);
  out->append(buffer, to);
}

}  // namespace towpath::binlog
