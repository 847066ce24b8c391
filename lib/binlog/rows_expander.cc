#include "binlog/rows_expander.h"

#include <span>

namespace towpath::binlog {

Status RowsExpander::Inflate(RowsEventKind kind, const BuiltTable& table, RowsEvent* rows) {
  if (kind.compressed) {
    CompressedBlock block;
    if (!ParseCompressedBlock(rows->rows, &block))
      return Status(Code::kCorrupted, "the head of its compressed rows can not be right");
    uint8_t* content = arena_->Reserve(block.content_size + rows->first_bitmap.size() +
                                       rows->second_bitmap.size());
    if (!inflater_.Inflate(block.stream, true, content, block.content_size))
      return Status(Code::kCorrupted, "its rows do not decompress");
    rows->rows = {content, block.content_size};
    if (table.compressed_columns.empty()) arena_->Take(block.content_size);
  }
  if (!table.compressed_columns.empty()) {
    const ColumnInflater::Bitmap bitmaps[] = {rows->first_bitmap.data(),
                                              rows->second_bitmap.data()};
    const size_t images = kind.kind == EntryKind::kUpdate ? 2 : 1;
    const auto expanded = column_inflater_.Expand(table.stored, table.compressed_columns,
                                                  std::span(bitmaps).first(images), rows->rows);
    if (!expanded.ok()) return expanded.status();
    arena_->Reserve(expanded->size() + rows->first_bitmap.size() + rows->second_bitmap.size());
    rows->rows = arena_->Copy(*expanded);
  }
  rows->first_bitmap = arena_->Copy(rows->first_bitmap);
  rows->second_bitmap = arena_->Copy(rows->second_bitmap);
  return Status::Ok();
}

Status RowsExpander::CompletePartial(BuiltTable* table, RowsEvent* rows,
                                     const std::shared_ptr<const model::TableVersion>** version) {
  if (!table->compressed_columns.empty())
    return Status(Code::kCorrupted, "no server writes partial rows of compressed columns");
  const bool with_diffs = NeedsJsonDiffs(table->version->layout, *rows);
  const auto completed = partial_rows_.Complete(*table->version, with_diffs, *rows);
  if (!completed.ok()) return completed.status();
  if (with_diffs) {
    if (table->with_json_diffs == nullptr) table->with_json_diffs = WithJsonDiffs(*table->version);
    *version = &table->with_json_diffs;
  }
  arena_->Reserve(completed->size() + rows->first_bitmap.size() + rows->second_bitmap.size());
  rows->rows = arena_->Copy(*completed);
  rows->first_bitmap = arena_->Copy(rows->first_bitmap);
  rows->second_bitmap = arena_->Copy(rows->second_bitmap);
  return Status::Ok();
}

}  // namespace towpath::binlog
