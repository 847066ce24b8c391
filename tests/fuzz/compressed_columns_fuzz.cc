// Rows with compressed columns: {op}* in one piece, with bit 7 for a compressed column; the
// bitmaps in another, their number by a byte; then the rows.
#include "binlog/compressed_columns.h"

#include <vector>

#include "binlog/column_op.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  using binlog::ColumnOp;
  test::FuzzInput input(data, size);
  const size_t images = 1 + (input.Byte() & 1);
  const auto ops = input.Piece();
  if (ops.empty() || ops.size() > 64) return 0;
  model::RowLayout layout;
  std::vector<bool> compressed;
  for (const uint8_t op : ops) {
    const bool is_compressed = (op & 0x80) != 0;
    // Compressed are the forms with a length before the bytes.
    const auto form = is_compressed
                          ? static_cast<ColumnOp>(static_cast<uint8_t>(ColumnOp::kBytes1) + op % 4)
                          : static_cast<ColumnOp>(op % 10);
    model::ColumnLayout column;
    column.kind = is_compressed ? ValueKind::kText : ValueKind::kInt;
    column.op = static_cast<uint8_t>(form);
    layout.columns.push_back(column);
    compressed.push_back(is_compressed);
  }
  std::vector<uint8_t> bitmap[2];
  std::vector<binlog::ColumnInflater::Bitmap> bitmaps;
  for (size_t i = 0; i < images; ++i) {
    for (size_t byte = 0; byte < (ops.size() + 7) / 8; ++byte) bitmap[i].push_back(input.Byte());
    bitmaps.push_back(bitmap[i].data());
  }
  const auto rows = input.Rest();
  binlog::ColumnInflater inflater;
  const auto expanded = inflater.Expand(layout, compressed, bitmaps, rows);
  if (!expanded.ok() && expanded.status().message().empty()) __builtin_trap();
  return 0;
}
