// Builds what is known of a table, and how its rows are read, from its TABLE_MAP and, where that
// says too little, from what is known of it otherwise.
#ifndef TOWPATH_LIB_BINLOG_TABLE_VERSION_H_
#define TOWPATH_LIB_BINLOG_TABLE_VERSION_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "binlog/schema_lookup.h"
#include "binlog/table_map.h"
#include "model/row_layout.h"
#include "model/settings.h"
#include "towpath/gtid.h"
#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath::binlog {

struct TableContext {
  Flavor flavor = Flavor::kUnknown;
  uint32_t server_version = 0;  // FormatDescription::version_number
  model::SchemaMode schema_mode = model::SchemaMode::kStrict;
  SchemaLookup* schema = nullptr;  // may be null
  Position at;                     // of the event
};

struct BuiltTable {
  std::shared_ptr<const model::TableVersion> version;
  // Some of it is what the schema lookup says: to be asked again after a DDL.
  bool from_lookup = false;
  // By column, when some are compressed one by one (compressed_columns.h); else empty. Then
  // `stored` is how the event has the rows, and the version's layout how they are once expanded.
  std::vector<bool> compressed_columns;
  model::RowLayout stored;
  // The version as partial rows without documents have it (WithJsonDiffs); made when first met.
  std::shared_ptr<const model::TableVersion> with_json_diffs;
};

// With complete optional metadata (binlog_row_metadata=FULL) the event alone decides. Without, the
// columns that are remembered of the table are taken if they agree with the event in number, type,
// length, nullability and signedness; if not, those of the catalogue, if they do. If neither does:
// kSchemaMismatch in strict mode, else columns named by position.
// Types that only a definition knows (MariaDB's UUID, INET4, INET6, VECTOR) are asked for where a
// column may be one; no answer is no error.
// kCorrupted, kUnsupported, kSchemaMismatch, and kConnection and kStore of the lookup; messages
// name table and column but not the place.
Result<BuiltTable> BuildTable(const TableMap& map, const TableContext& context);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_TABLE_VERSION_H_
