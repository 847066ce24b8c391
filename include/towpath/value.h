// Value: one column of one row, as the binlog has it, in 16 bytes that own nothing.
//
// Reading a value copies and allocates nothing: strings, blobs, decimals and JSON are views into
// the batch's bytes and live as long as the batch. What needs work (decimal digits, JSON text,
// character sets) is done when asked for, by AppendText.
//
// Absent is not NULL: with binlog_row_image MINIMAL, NOBLOB or (MariaDB 11.4) FULL_NODUP the server
// leaves columns out.
#ifndef TOWPATH_VALUE_H_
#define TOWPATH_VALUE_H_

#include <cstdint>
#include <span>
#include <string>

#include "towpath/status.h"
#include "towpath/table.h"

namespace towpath {

// Numbers are part of the C ABI.
enum class ValueKind : uint8_t {
  kAbsent = 0,  // not in this row image
  kNull = 1,
  kInt = 2,         // i64
  kUint = 3,        // u64
  kFloat = 4,       // f64 holds a FLOAT exactly
  kDouble = 5,      // f64
  kDecimal = 6,     // bytes(): MySQL's packed decimal of Value::precision and scale
  kYear = 7,        // u64: 0 or 1901..2155
  kDate = 8,        // calendar()
  kTime = 9,        // calendar(), may be negative, hours up to 838
  kDateTime = 10,   // calendar()
  kTimestamp = 11,  // i64: microseconds since 1970-01-01 UTC; 0 is MySQL's '0000-00-00 00:00:00'
  kText = 12,       // bytes() in the column's character set
  kBinary = 13,     // bytes() followed by `padding` zero bytes that the server left out
  kEnum = 14,       // u64: 1-based member; 0 is the '' of an invalid value
  kSet = 15,        // u64: bit n is member n
  kBit = 16,        // u64
  kJson = 17,       // bytes(): MySQL's binary JSON; empty stands for the JSON literal null
  kGeometry = 18,   // bytes(): SRID u32 little endian, then WKB
  kVector = 19,     // bytes(): float32 little endian
  kUuid = 20,       // as kBinary, 16 bytes with padding
  kInet4 = 21,      // as kBinary, 4 bytes with padding
  kInet6 = 22,      // as kBinary, 16 bytes with padding
  kJsonDiff = 23,   // bytes(): what an update did to a JSON document; see below
};

// A date, time or both as the server stores it: zero and partial dates (2024-00-00) are legal.
struct Calendar {
  bool negative = false;  // times only
  uint16_t year = 0;      // 0..9999
  uint8_t month = 0;      // 0..12
  uint8_t day = 0;        // 0..31
  uint16_t hour = 0;      // 0..23; times 0..838
  uint8_t minute = 0;
  uint8_t second = 0;
  uint32_t microsecond = 0;  // 0..999999
};

struct Value {
  ValueKind kind = ValueKind::kAbsent;
  uint8_t precision = 0;  // kDecimal: digits in all; kBit: bits
  uint8_t scale = 0;      // kDecimal, and fractional digits (0..6) of temporal kinds
  uint8_t padding = 0;    // kBinary and its like: zero bytes to append
  uint32_t size = 0;      // bytes at data
  union {
    int64_t i64;
    uint64_t u64;
    double f64;
    int64_t packed;  // kDate, kTime, kDateTime: see calendar()
    const uint8_t* data;
  };

  Value() : i64(0) {}
  bool is_null() const { return kind == ValueKind::kNull; }
  bool is_absent() const { return kind == ValueKind::kAbsent; }

  // For kinds whose comment says bytes(); empty for others.
  std::span<const uint8_t> bytes() const;

  // kDate, kTime, kDateTime from `packed`, which is MySQL's in-memory form, so that comparing two
  // packed values of a kind compares the instants (times: sign included):
  //   date, datetime: ((year*13 + month) << 5 | day) << 41 | hour << 36 | minute << 30 |
  //                   second << 24 | microsecond
  //   time:           +-(hour << 36 | minute << 30 | second << 24 | microsecond)
  // kTimestamp gives the UTC calendar. Other kinds give zeros.
  Calendar calendar() const;
};
static_assert(sizeof(Value) == 16);

// kJsonDiff: with binlog_row_value_options=PARTIAL_JSON MySQL may log what an UPDATE did to a JSON
// column instead of its new value. Where the row's before image has the document, the after image
// has the new one, as kJson. Where it has not (binlog_row_image=MINIMAL) only what changed
// is known. bytes() is then a run of differences, to be applied in order, none when the document
// stayed as it was:
//   operation u8: 0 replace, 1 insert (a member that was not there; in an array, before the element
//   of the path), 2 remove; path: length, UTF-8, as in JSON_SET; unless removed the value: length,
//   binary JSON as of kJson. Lengths are MySQL's length-encoded integers.
// Its text is a JSON array:
// [{"op":"replace","path":"$.a[2]","value":1},{"op":"remove","path":"$.b"}]

// Appends the value as text, in MySQL's own notation and UTF-8, as the server's SELECT prints it in
// a session with time_zone '+00:00': integers and decimals in full, dates and times with the
// declared fractional digits and zero dates kept, enum and set labels (their number when labels are
// not known), JSON as MySQL prints it, binary kinds as their bytes. Where SELECT loses something,
// this does not: FLOAT and DOUBLE are the shortest text that reads back as the same number (SELECT
// cuts a FLOAT to six digits), and bytes that are no character of their set are passed on as they
// are. Not in the binlog, and so not in the text: the zeros of ZEROFILL and the M,D of FLOAT(M,D).
// Labels that came from the catalogue (no full row metadata) have '?' for characters beyond the
// basic plane, since servers answer so. kNull and kAbsent append nothing.
// kCorrupted when the bytes can not be right (packed decimal, JSON, differences of JSON); `out` is
// then unchanged.
Status AppendText(const Column& column, const Value& value, std::string* out);

}  // namespace towpath

#endif  // TOWPATH_VALUE_H_
