#include "binlog/partial_rows.h"

#include <fmt/format.h>

#include "binlog/byte_reader.h"
#include "binlog/column_op.h"
#include "binlog/row_image.h"

namespace towpath::binlog {
namespace {

constexpr uint64_t kPartialJson = 1;
constexpr size_t kPrefix = 4;              // bytes of a JSON value's length
constexpr size_t kKept = size_t{4} << 20;  // working memory beyond it is not kept
constexpr size_t kNoColumn = SIZE_MAX;
constexpr uint64_t kMaxSize = UINT32_MAX;  // of an entry's rows

bool Bit(const uint8_t* bitmap, size_t i) { return (bitmap[i / 8] >> i % 8 & 1) != 0; }

bool IsJson(const model::ColumnLayout& column) { return column.kind == ValueKind::kJson; }

bool IsLeftOut(const model::RowLayout& layout, size_t column) {
  return layout.left_out_count != 0 && layout.left_out[column];
}

}  // namespace

bool NeedsJsonDiffs(const model::RowLayout& layout, const RowsEvent& rows) {
  for (size_t i = 0; i < layout.columns.size(); ++i)
    if (IsJson(layout.columns[i]) && !IsLeftOut(layout, i) && Bit(rows.second_bitmap.data(), i) &&
        !Bit(rows.first_bitmap.data(), i))
      return true;
  return false;
}

std::shared_ptr<const model::TableVersion> WithJsonDiffs(const model::TableVersion& table) {
  model::RowLayout layout = table.layout;
  for (size_t i = 0; i < layout.columns.size(); ++i)
    if (IsJson(layout.columns[i]) && !IsLeftOut(layout, i))
      layout.columns[i].op = static_cast<uint8_t>(ColumnOp::kJsonOrDiff);
  return std::make_shared<const model::TableVersion>(table.table, std::move(layout));
}

Result<std::span<const uint8_t>> PartialRows::Complete(const model::TableVersion& table,
                                                       bool with_diffs, const RowsEvent& rows) {
  const auto& columns = table.layout.columns;
  table_ = &table;
  layout_ = &table.layout;
  if (layout_->left_out_count != 0) {  // here every column is read
    full_layout_.columns = columns;
    layout_ = &full_layout_;
  }
  with_diffs_ = with_diffs;
  before_columns_ = rows.first_bitmap.data();
  after_columns_ = rows.second_bitmap.data();
  before_present_ = CountBits(before_columns_, columns.size());
  after_present_ = CountBits(after_columns_, columns.size());
  row_ = 0;
  before_.resize(columns.size());
  after_.resize(columns.size());
  if (out_.capacity() > kKept) out_ = {};
  out_.clear();
  json_columns_.clear();
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!IsJson(columns[i])) continue;
    if (static_cast<ColumnOp>(columns[i].op) != ColumnOp::kBytes4)
      return Bad(Code::kCorrupted, i, "JSON of another storage form than the servers'");
    json_columns_.push_back(i);
  }

  const uint8_t* next = rows.rows.data();
  const uint8_t* const end = next + rows.rows.size();
  while (next < end) {
    ++row_;
    if (Status s = CompleteRow(&next, end); !s.ok()) return s;
    if (out_.size() > kMaxSize)
      return Status(Code::kLimit, "its rows with all documents completed exceed 4 GiB");
  }
  return std::span<const uint8_t>(out_);
}

Status PartialRows::CompleteRow(const uint8_t** next, const uint8_t* end) {
  size_t bad_column = 0;
  const uint8_t* const before = *next;
  const uint8_t* const options_at = ReadImage(*layout_, before_columns_, before_present_, before,
                                              end, before_.data(), &bad_column);
  if (options_at == nullptr)
    return Bad(Code::kCorrupted, bad_column, "the before image does not fit the table");
  AppendBefore(before, options_at);

  ByteReader in({options_at, end});
  const uint64_t options = in.Lenenc();
  std::span<const uint8_t> partial;
  if ((options & kPartialJson) != 0) partial = in.Bytes((json_columns_.size() + 7) / 8);
  if (!in.ok()) return Bad(Code::kCorrupted, kNoColumn, "it ends before its after image");
  if ((options & ~kPartialJson) != 0)
    return Bad(Code::kUnsupported, kNoColumn, fmt::format("value options {:#x}", options));
  const uint8_t* const after = in.position();
  *next =
      ReadImage(*layout_, after_columns_, after_present_, after, end, after_.data(), &bad_column);
  if (*next == nullptr)
    return Bad(Code::kCorrupted, bad_column, "the after image does not fit the table");
  return AppendAfter(after, *next, partial);
}

void PartialRows::AppendBefore(const uint8_t* first, const uint8_t* end) {
  if (with_diffs_) {
    for (const size_t column : json_columns_) {
      const Value& value = before_[column];
      if (value.kind != ValueKind::kJson || IsLeftOut(table_->layout, column)) continue;
      out_.insert(out_.end(), first, value.data - kPrefix);
      AppendValue(Tag::kDocument, value.bytes());
      first = value.data + value.size;
    }
  }
  out_.insert(out_.end(), first, end);
}

// `partial`: a bit for each JSON column; empty: none of them.
Status PartialRows::AppendAfter(const uint8_t* first, const uint8_t* end,
                                std::span<const uint8_t> partial) {
  for (size_t i = 0; i < json_columns_.size(); ++i) {
    const size_t column = json_columns_[i];
    const Value& value = after_[column];
    const bool is_partial = !partial.empty() && Bit(partial.data(), i);
    if (value.kind != ValueKind::kJson || (!is_partial && !with_diffs_)) continue;
    // Nobody reads it: its bytes are passed over by their length.
    if (IsLeftOut(table_->layout, column)) continue;
    out_.insert(out_.end(), first, value.data - kPrefix);
    first = value.data + value.size;
    if (!is_partial) {
      AppendValue(Tag::kDocument, value.bytes());
    } else if (Status s = AppendPartial(column, value); !s.ok()) {
      return s;
    }
  }
  out_.insert(out_.end(), first, end);
  return Status::Ok();
}

Status PartialRows::AppendPartial(size_t column, const Value& differences) {
  const Value& before = before_[column];
  if (before.is_absent()) {
    AppendValue(Tag::kDiff, differences.bytes());
    return Status::Ok();
  }
  if (before.is_null()) return Bad(Code::kCorrupted, column, "differences of a document to NULL");
  AppendValue(Tag::kDocument, {});
  const size_t document = out_.size();
  if (Status s = patcher_.Apply(before.bytes(), differences.bytes(), &out_); !s.ok())
    return Bad(s.code(), column, s.message());
  StoreLe32(out_.data() + document - kPrefix, static_cast<uint32_t>(out_.size() - document));
  return Status::Ok();
}

void PartialRows::AppendValue(Tag tag, std::span<const uint8_t> bytes) {
  if (with_diffs_) out_.push_back(static_cast<uint8_t>(tag));
  out_.resize(out_.size() + kPrefix);
  StoreLe32(out_.data() + out_.size() - kPrefix, static_cast<uint32_t>(bytes.size()));
  out_.insert(out_.end(), bytes.begin(), bytes.end());
}

Status PartialRows::Bad(Code code, size_t column, std::string_view what) const {
  const Table& table = table_->table;
  std::string place = fmt::format("row {} of {}.{}", row_, table.database(), table.name());
  if (column != kNoColumn) place += fmt::format(", column {}", table_->NameOf(column));
  return Status(code, fmt::format("{}: {}", place, what));
}

}  // namespace towpath::binlog
