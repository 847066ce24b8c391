// RowsExpander: makes plain row images of those that are logged in another form: MariaDB's
// compressed rows events and compressed columns, and MySQL's partial updates.
#ifndef TOWPATH_LIB_BINLOG_ROWS_EXPANDER_H_
#define TOWPATH_LIB_BINLOG_ROWS_EXPANDER_H_

#include <memory>

#include "binlog/arena.h"
#include "binlog/compressed_columns.h"
#include "binlog/compression.h"
#include "binlog/partial_rows.h"
#include "binlog/rows_event.h"
#include "binlog/table_version.h"
#include "towpath/status.h"

namespace towpath::binlog {

class RowsExpander {
 public:
  // The plain rows, bitmaps and all, are put into the arena's chunk().
  explicit RowsExpander(Arena* arena) : arena_(arena) {}

  // Rewrites *rows, which are `table`'s, in place. Errors: kCorrupted, kUnsupported, kLimit;
  // messages do not name the place.
  Status Inflate(RowsEventKind kind, const BuiltTable& table, RowsEvent* rows);
  // *version: which version of the table the rows are of, now.
  Status CompletePartial(BuiltTable* table, RowsEvent* rows,
                         const std::shared_ptr<const model::TableVersion>** version);

 private:
  Arena* arena_;
  Inflater inflater_;
  ColumnInflater column_inflater_;
  PartialRows partial_rows_;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_ROWS_EXPANDER_H_
