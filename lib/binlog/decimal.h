// Packed decimals: MySQL's storage of DECIMAL(precision, scale).
//
// Digits before and behind the point are cut into groups of nine from the point outwards, each a
// big-endian number of four bytes; the incomplete group at either end takes fewer. The first bit is
// inverted, and negative numbers have all bits inverted. Source: decimal2bin in MySQL's decimal.c.
#ifndef TOWPATH_LIB_BINLOG_DECIMAL_H_
#define TOWPATH_LIB_BINLOG_DECIMAL_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace towpath::binlog {

inline constexpr unsigned kMaxDecimalPrecision = 65;  // of a column
// Inside MySQL's JSON the digits before the point are counted in groups: nine groups in all.
inline constexpr unsigned kMaxPackedPrecision = 81;
inline constexpr unsigned kMaxDecimalScale = 38;  // MariaDB's; MySQL's is 30

// Bytes of a packed decimal. Requires scale <= precision.
unsigned PackedDecimalSize(unsigned precision, unsigned scale);

// Appends the number in full: "-12.340". False, and nothing appended, when the size is not that of
// the type or a group has more digits than it may.
bool AppendDecimal(std::span<const uint8_t> packed, unsigned precision, unsigned scale,
                   std::string* out);

// The number without its point, "-12340", in two's complement, least significant word first. Two
// words are enough for 38 digits. False as AppendDecimal.
inline constexpr size_t kDecimalWords = 4;
bool DecimalToInteger(std::span<const uint8_t> packed, unsigned precision, unsigned scale,
                      uint64_t (&words)[kDecimalWords]);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_DECIMAL_H_
