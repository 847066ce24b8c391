#include "binlog/column_selection.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace towpath::binlog {

void KeepColumns(const std::vector<bool>& wanted, BuiltTable* built) {
  const Table& all = built->version->table;
  const size_t count = all.columns().size();
  if (std::find(wanted.begin(), wanted.end(), false) == wanted.end()) return;

  std::vector<Column> columns;
  std::vector<uint32_t> new_index(count, 0);
  model::RowLayout layout = built->version->layout;
  layout.left_out.assign(count, false);
  layout.left_out_count = 0;
  for (size_t i = 0; i < count; ++i) {
    new_index[i] = static_cast<uint32_t>(columns.size());
    if (wanted[i]) {
      columns.push_back(all.columns()[i]);
      continue;
    }
    layout.left_out[i] = true;
    ++layout.left_out_count;
    if (!built->compressed_columns.empty() && built->compressed_columns[i]) {
      built->compressed_columns[i] = false;
      layout.columns[i] = built->stored.columns[i];
    }
  }
  if (std::find(built->compressed_columns.begin(), built->compressed_columns.end(), true) ==
      built->compressed_columns.end())
    built->compressed_columns.clear();

  std::vector<uint32_t> primary_key;
  for (const uint32_t index : all.primary_key()) {
    if (index >= count || !wanted[index]) {
      primary_key.clear();
      break;
    }
    primary_key.push_back(new_index[index]);
  }
  built->version = std::make_shared<const model::TableVersion>(
      Table(all.database(), all.name(), std::move(columns), std::move(primary_key),
            all.names_known()),
      std::move(layout));
}

}  // namespace towpath::binlog
