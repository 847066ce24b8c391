#include "binlog/decimal.h"

#include <array>
#include <cstring>

#include "binlog/byte_order.h"

namespace towpath::binlog {
namespace {

constexpr unsigned kDigitsPerGroup = 9;
constexpr uint8_t kBytesOfDigits[kDigitsPerGroup + 1] = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
constexpr uint32_t kPowersOfTen[kDigitsPerGroup + 1] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

// "00", "01", ... "99": two digits cost one division.
constexpr auto kPairs = [] {
  std::array<char, 200> pairs{};
  for (unsigned i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

// Exactly `digits` digits, with leading zeros.
char* WriteDigits(uint32_t value, unsigned digits, char* to) {
  unsigned left = digits;
  for (; left >= 2; left -= 2) {
    std::memcpy(to + left - 2, &kPairs[value % 100 * 2], 2);
    value /= 100;
  }
  if (left != 0) *to = static_cast<char>('0' + value);
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

  char text[kMaxPackedPrecision + 3];  // with room for "-0" before the digits, and the point
  char* const digits = text + 2;
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
  char* const point = to;
  if (scale > 0) *to++ = '.';
  for (unsigned i = 0; i < scale / kDigitsPerGroup; ++i)
    if (!group(kDigitsPerGroup)) return false;
  if (scale % kDigitsPerGroup != 0 && !group(scale % kDigitsPerGroup)) return false;

  char* first = digits;
  while (first < point && *first == '0') ++first;
  if (first == point) *--first = '0';
  if (negative) *--first = '-';
  out->append(first, to);
  return true;
}

}  // namespace towpath::binlog
