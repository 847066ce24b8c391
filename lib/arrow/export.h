// Records in the Arrow C data interface.
#ifndef TOWPATH_LIB_ARROW_EXPORT_H_
#define TOWPATH_LIB_ARROW_EXPORT_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "arrow/record.h"
#include "towpath/arrow.h"

namespace towpath::arrow {

// What an ArrowTable refers to. All records have the same schema; dictionaries may differ.
struct TableData {
  std::vector<std::shared_ptr<const Record>> records;  // at least one
  size_t rows = 0;
  size_t bytes = 0;
};

// Throw std::bad_alloc; `out` is written over. What is exported keeps what it needs.
void ExportSchema(const Fields& fields, ArrowSchema* out);
void ExportRecord(const std::shared_ptr<const Record>& record, ArrowArray* out);
void ExportStream(std::shared_ptr<const TableData> table, ArrowArrayStream* out);

}  // namespace towpath::arrow

#endif  // TOWPATH_LIB_ARROW_EXPORT_H_
