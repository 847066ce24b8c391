// ColumnOp: the storage forms of a column in a row image. Little endian unless the name of the form
// says otherwise. Source: MySQL's and MariaDB's Field::pack and my_time.
#ifndef TOWPATH_LIB_BINLOG_COLUMN_OP_H_
#define TOWPATH_LIB_BINLOG_COLUMN_OP_H_

#include <cstdint>

namespace towpath::binlog {

enum class ColumnOp : uint8_t {
  kInt8,
  kInt16,
  kInt24,
  kInt32,
  kInt64,
  kUint8,
  kUint16,
  kUint24,
  kUint32,
  kUint64,
  kFloat,
  kDouble,
  kDecimal,         // width: bytes of the packed decimal
  kYear,            // u8: 0, or years since 1900
  kDate,            // u24: year << 9 | month << 5 | day
  kTime2,           // u24 big endian + 0x800000, then width bytes of fraction
  kDateTime2,       // u40 big endian + 0x8000000000, then width bytes of fraction
  kTimestamp2,      // u32 big endian seconds, then width bytes of fraction
  kTimeOld,         // i24: +-hhmmss
  kDateTimeOld,     // u64: YYYYMMDDhhmmss
  kTimestampOld,    // u32 seconds
  kTimeHires,       // MariaDB 5.3: width bytes big endian; scale says how to read them
  kDateTimeHires,   // the same
  kTimestampHires,  // u32 big endian seconds, then width bytes of fraction in 10^-scale
  kBytes1,          // length in 1, 2, 3, 4 bytes, then as many bytes
  kBytes2,
  kBytes3,
  kBytes4,
  kJsonOrDiff,  // u8 0: a document, 1: differences of one; then as kBytes4 (partial_rows.h)
  kPadded,      // as kBytes1; width: size to which the server padded it with zero bytes
  kUint,        // width bytes: ENUM, SET
  kBit,         // width bytes big endian
  kNothing,     // type NULL: no bytes, always NULL
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_COLUMN_OP_H_
