// Leaves columns out of a table and of what is read of its rows (option filter.columns).
#ifndef TOWPATH_LIB_BINLOG_COLUMN_SELECTION_H_
#define TOWPATH_LIB_BINLOG_COLUMN_SELECTION_H_

#include <vector>

#include "binlog/table_version.h"

namespace towpath::binlog {

// Keeps the columns that are `wanted` (by column; at least one). The bytes of the others stay in
// the row images and are passed over; those compressed one by one are not decompressed. A primary
// key of which a column is left out is none: primary_key() is then empty, while the columns that
// are kept have is_key still.
void KeepColumns(const std::vector<bool>& wanted, BuiltTable* built);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_COLUMN_SELECTION_H_
