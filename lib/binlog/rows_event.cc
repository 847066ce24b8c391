#include "binlog/rows_event.h"

#include "binlog/byte_reader.h"
#include "binlog/table_map.h"

namespace towpath::binlog {
namespace {

constexpr uint16_t kStatementEnd = 1;

bool ReadHead(ByteReader& in, uint8_t post_header_length, RowsEvent* out) {
  out->table_id = post_header_length == 6 ? in.U32() : in.U48();
  out->statement_end = (in.U16() & kStatementEnd) != 0;
  return in.ok();
}

}  // namespace

bool RowsEventKindOf(EventType type, RowsEventKind* out) {
  switch (type) {
    case EventType::kWriteRowsV1:
      *out = {EntryKind::kInsert, false, false};
      return true;
    case EventType::kUpdateRowsV1:
      *out = {EntryKind::kUpdate, false, false};
      return true;
    case EventType::kDeleteRowsV1:
      *out = {EntryKind::kDelete, false, false};
      return true;
    case EventType::kWriteRows:
      *out = {EntryKind::kInsert, true, false};
      return true;
    case EventType::kUpdateRows:
    case EventType::kPartialUpdateRows:
      *out = {EntryKind::kUpdate, true, false};
      return true;
    case EventType::kDeleteRows:
      *out = {EntryKind::kDelete, true, false};
      return true;
    case EventType::kWriteRowsCompressedV1:
      *out = {EntryKind::kInsert, false, true};
      return true;
    case EventType::kUpdateRowsCompressedV1:
      *out = {EntryKind::kUpdate, false, true};
      return true;
    case EventType::kDeleteRowsCompressedV1:
      *out = {EntryKind::kDelete, false, true};
      return true;
    case EventType::kWriteRowsCompressed:
      *out = {EntryKind::kInsert, true, true};
      return true;
    case EventType::kUpdateRowsCompressed:
      *out = {EntryKind::kUpdate, true, true};
      return true;
    case EventType::kDeleteRowsCompressed:
      *out = {EntryKind::kDelete, true, true};
      return true;
    default:
      return false;
  }
}

bool ParseRowsHead(std::span<const uint8_t> body, uint8_t post_header_length, RowsEvent* out) {
  ByteReader in(body);
  return ReadHead(in, post_header_length, out);
}

bool ParseRows(std::span<const uint8_t> body, uint8_t post_header_length, RowsEventKind kind,
               RowsEvent* out) {
  ByteReader in(body);
  if (!ReadHead(in, post_header_length, out)) return false;
  if (kind.version2) {
    const uint16_t extra = in.U16();
    if (extra < 2) return false;
    in.Skip(extra - 2u);
  }
  out->columns = in.Lenenc();
  if (!in.ok() || out->columns > kMaxColumns) return false;
  out->first_bitmap = in.Bytes((out->columns + 7) / 8);
  out->second_bitmap = {};
  if (kind.kind == EntryKind::kUpdate) out->second_bitmap = in.Bytes((out->columns + 7) / 8);
  if (!in.ok()) return false;
  out->rows = in.rest();
  return true;
}

}  // namespace towpath::binlog
