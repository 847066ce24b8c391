// TABLE_MAP: names the table that a table id stands for in the rows events that follow, and how its
// columns are stored.
//
//   table_id u48 (u32 when the FORMAT_DESCRIPTION's post-header length is 6), flags u16,
//   database and table: length u8, text, NUL; column count; type u8 for each column;
//   metadata: length, then 0, 1 or 2 bytes for each column by its type; nullable: bitmap, LSB
//   first; then, when binlog_row_metadata says so, optional fields: {type u8, length, value}*.
// Counts and lengths are length-encoded. Source: MySQL Table_map_event.
#ifndef TOWPATH_LIB_BINLOG_TABLE_MAP_H_
#define TOWPATH_LIB_BINLOG_TABLE_MAP_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "towpath/gtid.h"
#include "towpath/status.h"

namespace towpath::binlog {

// enum_field_types, as on the wire.
enum class WireType : uint8_t {
  kDecimalOld = 0,
  kTiny = 1,
  kShort = 2,
  kLong = 3,
  kFloat = 4,
  kDouble = 5,
  kNull = 6,
  kTimestamp = 7,
  kLongLong = 8,
  kInt24 = 9,
  kDate = 10,
  kTime = 11,
  kDateTime = 12,
  kYear = 13,
  kNewDate = 14,
  kVarchar = 15,
  kBit = 16,
  kTimestamp2 = 17,
  kDateTime2 = 18,
  kTime2 = 19,
  kTypedArray = 20,
  kBlobCompressed = 140,     // MariaDB
  kVarcharCompressed = 141,  // MariaDB
  kVector = 242,             // MySQL 9
  kJson = 245,
  kNewDecimal = 246,
  kEnum = 247,
  kSet = 248,
  kTinyBlob = 249,
  kMediumBlob = 250,
  kLongBlob = 251,
  kBlob = 252,
  kVarString = 253,
  kString = 254,
  kGeometry = 255,
};

// Parts of the event, as views into it.
struct TableMap {
  uint64_t id = 0;
  std::string_view database;
  std::string_view table;
  std::span<const uint8_t> types;
  std::span<const uint8_t> metadata;
  std::span<const uint8_t> nullable;
  std::span<const uint8_t> optional;

  bool is_nullable(size_t column) const { return (nullable[column / 8] >> column % 8 & 1) != 0; }
};

// No server has wider tables.
inline constexpr size_t kMaxColumns = 4096;

// `body` is the event without header and checksum. False when it can not be right.
bool ParseTableMap(std::span<const uint8_t> body, uint8_t post_header_length, TableMap* out);

// The type and metadata of a column once they are taken apart: ENUM and SET hide in STRING, and so
// do two bits of a long CHAR's length.
struct WireColumn {
  WireType type = WireType::kNull;
  uint16_t meta = 0;  // little endian as on the wire; STRING, ENUM, SET: the length alone
  uint16_t raw_meta = 0;
  uint8_t raw_type = 0;
};

// One for each column. False when the metadata does not fit the types, or a type is not known.
bool ParseWireColumns(const TableMap& map, std::vector<WireColumn>* out);

// The optional fields, taken apart by column. Absent fields leave their vectors empty.
struct OptionalMetadata {
  bool has_signedness = false;
  std::vector<bool> is_unsigned;                      // by column
  std::vector<uint32_t> collation;                    // by column; 0: none
  std::vector<std::string_view> names;                // by column, UTF-8
  std::vector<std::vector<std::string_view>> labels;  // by column, in the column's character set
  std::vector<uint32_t> primary_key;                  // column indexes in key order
  std::vector<bool> visible;                          // by column

  bool complete() const { return !names.empty(); }  // binlog_row_metadata=FULL
};

// Which columns a field counts differs by server. False when a field can not be right; fields of
// an unknown type are left out.
bool ParseOptionalMetadata(const TableMap& map, const std::vector<WireColumn>& columns,
                           Flavor flavor, OptionalMetadata* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_TABLE_MAP_H_
