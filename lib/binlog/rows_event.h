// Rows events: WRITE, UPDATE and DELETE of one table, of versions 1 and 2.
//
//   table_id u48 (u32 when the post-header length is 6), flags u16; version 2: extra_length u16,
//   which counts itself, and extra data; column count length-encoded; bitmap of the columns in the
//   images, LSB first; UPDATE: another one for the after images; then row images to the end.
#ifndef TOWPATH_LIB_BINLOG_ROWS_EVENT_H_
#define TOWPATH_LIB_BINLOG_ROWS_EVENT_H_

#include <cstdint>
#include <span>

#include "binlog/event.h"
#include "towpath/entry.h"

namespace towpath::binlog {

// A rows event for no table: it only ends a statement.
inline constexpr uint64_t kDummyTableId = 0xffffff;

struct RowsEvent {
  uint64_t table_id = 0;
  bool statement_end = false;
  uint64_t columns = 0;
  std::span<const uint8_t> first_bitmap;
  std::span<const uint8_t> second_bitmap;  // UPDATE only
  std::span<const uint8_t> rows;
};

// What a type of rows event does and how it is laid out; false for other types.
struct RowsEventKind {
  EntryKind kind;
  bool version2;
  bool compressed;  // MariaDB: the rows are a compressed block
};
bool RowsEventKindOf(EventType type, RowsEventKind* out);

// The table id and flags alone, which is enough to drop the event. False when it is too short.
bool ParseRowsHead(std::span<const uint8_t> body, uint8_t post_header_length, RowsEvent* out);
// All of it. False when it can not be right.
bool ParseRows(std::span<const uint8_t> body, uint8_t post_header_length, RowsEventKind kind,
               RowsEvent* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_ROWS_EVENT_H_
