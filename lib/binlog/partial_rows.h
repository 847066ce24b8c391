// Partial rows: those of PARTIAL_UPDATE_ROWS events, whose after images have differences of JSON
// documents (json_diff.h) in the place of some documents.
//
//   before image as in an update; then the after image: value options, length-encoded (1: partial
//   JSON); with that option a bit for each JSON column *of the table*, LSB first: set when the
//   column's value is u32 size, differences; then the image as in an update.
// Source: MySQL log_event.cc, unpack_row.
//
// Whoever reads rows should find plain update rows. So these are rewritten once, when their event
// is decoded: a document whose before image the row has is completed. Where it has none
// (binlog_row_image=MINIMAL) nobody can: the value is then of kind kJsonDiff.
#ifndef TOWPATH_LIB_BINLOG_PARTIAL_ROWS_H_
#define TOWPATH_LIB_BINLOG_PARTIAL_ROWS_H_

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "binlog/json_diff.h"
#include "binlog/rows_event.h"
#include "model/row_layout.h"
#include "towpath/status.h"
#include "towpath/value.h"

namespace towpath::binlog {

// Whether differences of these rows may have no document to apply to: a JSON column is in the after
// images and not in the before images. Then they become rows of WithJsonDiffs(table).
bool NeedsJsonDiffs(const model::RowLayout& layout, const RowsEvent& rows);

// The same table, whose rows say of each JSON value whether it is a document or differences
// (ColumnOp::kJsonOrDiff).
std::shared_ptr<const model::TableVersion> WithJsonDiffs(const model::TableVersion& table);

class PartialRows {
 public:
  // Makes update rows of `rows`, laid out as `table` says or, when `with_diffs`, as
  // WithJsonDiffs(table). The result is valid until the next call. kCorrupted, kUnsupported (value
  // options), kLimit; messages name row and column.
  Result<std::span<const uint8_t>> Complete(const model::TableVersion& table, bool with_diffs,
                                            const RowsEvent& rows);

 private:
  enum class Tag : uint8_t { kDocument = 0, kDiff = 1 };  // as kJsonOrDiff has it

  Status CompleteRow(const uint8_t** next, const uint8_t* end);
  void AppendBefore(const uint8_t* first, const uint8_t* end);
  Status AppendAfter(const uint8_t* first, const uint8_t* end, std::span<const uint8_t> partial);
  Status AppendPartial(size_t column, const Value& differences);
  void AppendValue(Tag tag, std::span<const uint8_t> bytes);
  Status Bad(Code code, size_t column, std::string_view what) const;

  // Of the rows in hand.
  const model::TableVersion* table_ = nullptr;
  const model::RowLayout* layout_ = nullptr;  // with no column left out
  bool with_diffs_ = false;
  const uint8_t* before_columns_ = nullptr;
  const uint8_t* after_columns_ = nullptr;
  size_t before_present_ = 0;
  size_t after_present_ = 0;
  size_t row_ = 0;

  model::RowLayout full_layout_;
  std::vector<size_t> json_columns_;
  std::vector<Value> before_;
  std::vector<Value> after_;
  std::vector<uint8_t> out_;
  JsonPatcher patcher_;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_PARTIAL_ROWS_H_
