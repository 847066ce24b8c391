#include "binlog/decimal.h"

#include <algorithm>

#include "binlog/byte_order.h"

namespace towpath::binlog {
namespace {

constexpr unsigned kDigitsPerGroup = 9;
constexpr uint8_t kBytesOfDigits[kDigitsPerGroup + 1] = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
constexpr uint32_t kPowersOfTen[kDigitsPerGroup + 1] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

// Exactly `digits` digits, with leading zeros.
char* WriteDigits(uint32_t value, unsigned digits, char* to) {
  for (unsigned i = digits; i > 0; --i) {
    to[i - 1] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  return to + digits;
}

}  // namespace

unsigned PackedDecimalSize(unsigned precision, unsigned scale) {
  const unsigned whole = precision - scale;
  return whole / kDigitsPerGroup * 4 + kBytesOfDigits[whole % kDigitsPerGroup] +
         scale / kDigitsPerGroup * 4 + kBytesOfDigits[scale % kDigitsPerGroup];
}

bool AppendDecimal(std::span<const uint8_t> packed, unsigned precision, unsigned scale,
                   std::string* out) {
  if (precision == 0 || precision > kMaxPackedPrecision || scale > precision ||
      packed.size() != PackedDecimalSize(precision, scale))
    return false;
  uint8_t bytes[kMaxPackedPrecision];
  const bool negative = (packed[0] & 0x80) == 0;
  const uint8_t mask = negative ? 0xff : 0;
  for (size_t i = 0; i < packed.size(); ++i) bytes[i] = packed[i] ^ mask;
  bytes[0] ^= 0x80;

  char digits[kMaxPackedPrecision + 1];
  char* to = digits;
  const uint8_t* from = bytes;
  const auto group = [&](unsigned count) {
    const unsigned size = kBytesOfDigits[count];
    const auto value = static_cast<uint32_t>(LoadBe(from, size));
    from += size;
    if (value >= kPowersOfTen[count]) return false;
    to = WriteDigits(value, count, to);
    return true;
  };
  const unsigned whole = precision - scale;
  if (whole % kDigitsPerGroup != 0 && !group(whole % kDigitsPerGroup)) return false;
  for (unsigned i = 0; i < whole / kDigitsPerGroup; ++i)
    if (!group(kDigitsPerGroup)) return false;
  for (unsigned i = 0; i < scale / kDigitsPerGroup; ++i)
    if (!group(kDigitsPerGroup)) return false;
  if (scale % kDigitsPerGroup != 0 && !group(scale % kDigitsPerGroup)) return false;

  const char* first = digits;
  const char* point = digits + whole;
  while (first < point && *first == '0') ++first;
  if (negative) out->push_back('-');
  if (first == point) {
    out->push_back('0');
  } else {
    out->append(first, point);
  }
  if (scale > 0) {
    out->push_back('.');
    out->append(point, static_cast<const char*>(to));
  }
  return true;
}

}  // namespace towpath::binlog
