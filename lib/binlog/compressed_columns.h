// Compressed columns: MariaDB's VARCHAR ... COMPRESSED and BLOB ... COMPRESSED, whose values are
// compressed one by one.
//
// Whoever reads rows should find plain values, and find them as long as the batch lives. So rows of
// such tables are rewritten once, when their event is decoded.
#ifndef TOWPATH_LIB_BINLOG_COMPRESSED_COLUMNS_H_
#define TOWPATH_LIB_BINLOG_COMPRESSED_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "binlog/compression.h"
#include "model/row_layout.h"
#include "towpath/status.h"
#include "towpath/value.h"

namespace towpath::binlog {

class ColumnInflater {
 public:
  // One image of a row: which columns it has.
  using Bitmap = const uint8_t*;

  // Rewrites `rows`, whose rows are images with the columns of `bitmaps`, one after the other.
  // `stored` says how columns are stored; those in `compressed` (by column) become four bytes of
  // length and the plain value (ColumnOp::kBytes4). The result is valid until the next call.
  // kCorrupted; kLimit when it would be larger than any event may be.
  Result<std::span<const uint8_t>> Expand(const model::RowLayout& stored,
                                          const std::vector<bool>& compressed,
                                          std::span<const Bitmap> bitmaps,
                                          std::span<const uint8_t> rows);

 private:
  Status AppendValue(const Value& value);

  Inflater inflater_;
  std::vector<Value> values_;
  std::vector<uint8_t> out_;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_COMPRESSED_COLUMNS_H_
