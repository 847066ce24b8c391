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

// Tells `take(value, digits)` of each group of digits, from the first on; `point()` when the point
// comes. Returns false when the bytes are no decimal, or `take` did.
template <typename Take, typename Point>
bool ForEachGroup(std::span<const uint8_t> packed, unsigned precision, unsigned scale,
                  bool* negative, Take&& take, Point&& point) {
  if (precision == 0 || precision > kMaxPackedPrecision || scale > precision ||
      packed.size() != PackedDecimalSize(precision, scale))
    return false;
  uint8_t bytes[kMaxPackedPrecision];
  *negative = (packed[0] & 0x80) == 0;
  const uint8_t mask = *negative ? 0xff : 0;
  for (size_t i = 0; i < packed.size(); ++i) bytes[i] = packed[i] ^ mask;
  bytes[0] ^= 0x80;

  const uint8_t* from = bytes;
  const auto group = [&](unsigned count) {
    const unsigned size = kBytesOfDigits[count];
    const auto value = static_cast<uint32_t>(LoadBe(from, size));
    from += size;
    if (value >= kPowersOfTen[count]) return false;
    take(value, count);
    return true;
  };
  const unsigned whole = precision - scale;
  if (whole % kDigitsPerGroup != 0 && !group(whole % kDigitsPerGroup)) return false;
  for (unsigned i = 0; i < whole / kDigitsPerGroup; ++i)
    if (!group(kDigitsPerGroup)) return false;
  point();
  for (unsigned i = 0; i < scale / kDigitsPerGroup; ++i)
    if (!group(kDigitsPerGroup)) return false;
  return scale % kDigitsPerGroup == 0 || group(scale % kDigitsPerGroup);
}

}  // namespace

unsigned PackedDecimalSize(unsigned precision, unsigned scale) {
  const unsigned whole = precision - scale;
  return whole / kDigitsPerGroup * 4 + kBytesOfDigits[whole % kDigitsPerGroup] +
         scale / kDigitsPerGroup * 4 + kBytesOfDigits[scale % kDigitsPerGroup];
}

bool AppendDecimal(std::span<const uint8_t> packed, unsigned precision, unsigned scale,
                   std::string* out) {
  char text[kMaxPackedPrecision + 3];  // with room for "-0" before the digits, and the point
  char* const digits = text + 2;
  char* to = digits;
  char* point = digits;
  bool negative = false;
  const bool good = ForEachGroup(
      packed, precision, scale, &negative,
      [&to](uint32_t value, unsigned count) { to = WriteDigits(value, count, to); },
      [&] {
        point = to;
        if (scale > 0) *to++ = '.';
      });
  if (!good) return false;

  char* first = digits;
  while (first < point && *first == '0') ++first;
  if (first == point) *--first = '0';
  if (negative) *--first = '-';
  out->append(first, to);
  return true;
}

bool DecimalToInteger(std::span<const uint8_t> packed, unsigned precision, unsigned scale,
                      uint64_t (&words)[kDecimalWords]) {
  __extension__ using Wide = unsigned __int128;
  for (uint64_t& word : words) word = 0;
  bool negative = false;
  // Most numbers are of one word; the next is looked at once something was carried over.
  size_t used = 1;
  const bool good = ForEachGroup(
      packed, precision, scale, &negative,
      [&](uint32_t value, unsigned count) {
        uint64_t carry = value;
        for (size_t i = 0; i < used; ++i) {
          const Wide product = Wide{words[i]} * kPowersOfTen[count] + carry;
          words[i] = static_cast<uint64_t>(product);
          carry = static_cast<uint64_t>(product >> 64);
        }
        if (carry != 0 && used < kDecimalWords) words[used++] = carry;
      },
      [] {});
  if (!good) return false;
  if (negative) {
    uint64_t carry = 1;
    for (uint64_t& word : words) {
      word = ~word + carry;
      carry = carry != 0 && word == 0 ? 1 : 0;
    }
  }
  return true;
}

}  // namespace towpath::binlog
