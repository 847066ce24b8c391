#include "mysql/catalogue.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "model/text.h"
#include "mysql/column_type.h"

namespace towpath::mysql {

Result<binlog::CatalogueTable> Catalogue::Lookup(std::string_view database,
                                                 std::string_view table) {
  const bool had_connection = connection_ != nullptr;
  auto answer = Ask(database, table);
  // The server may have closed a connection that was idle for hours: one more try.
  if (had_connection && answer.code() == Code::kConnection) return Ask(database, table);
  return answer;
}

Result<binlog::CatalogueTable> Catalogue::Ask(std::string_view database, std::string_view table) {
  if (connection_ == nullptr) {
    auto opened = Connection::Open(settings_, interrupt_, settings_.connect_timeout);
    if (!opened.ok()) return opened.status();
    connection_ = *std::move(opened);
  }
  Connection& c = *connection_;
  // The key's columns come along through a join, so that one round trip answers everything.
  const std::string where =
      fmt::format("c.TABLE_SCHEMA={} AND c.TABLE_NAME={}", c.Quote(database), c.Quote(table));
  auto set = c.Query(fmt::format(
      "SELECT c.COLUMN_NAME, c.DATA_TYPE, c.COLUMN_TYPE, c.CHARACTER_SET_NAME, c.COLLATION_NAME, "
      "c.IS_NULLABLE, c.DATETIME_PRECISION, s.SEQ_IN_INDEX "
      "FROM information_schema.COLUMNS c LEFT JOIN information_schema.STATISTICS s "
      "ON s.TABLE_SCHEMA={} AND s.TABLE_NAME={} AND s.INDEX_NAME='PRIMARY' "
      "AND s.COLUMN_NAME=c.COLUMN_NAME WHERE {} ORDER BY c.ORDINAL_POSITION",
      c.Quote(database), c.Quote(table), where));
  if (!set.ok()) {
    if (set.code() == Code::kConnection) connection_.reset();
    return set.status();
  }
  if (set->rows.empty()) {
    return Status(Code::kNotFound, fmt::format("{} has no table {}.{} that the user '{}' may see",
                                               c.endpoint(), database, table, settings_.url.user));
  }
  binlog::CatalogueTable found;
  std::vector<std::pair<uint32_t, uint32_t>> key;  // place in the key, column
  for (size_t row = 0; row < set->rows.size(); ++row) {
    binlog::CatalogueColumn& column = found.columns.emplace_back();
    column.name = set->Text(row, 0);
    column.data_type = model::ToLower(set->Text(row, 1));
    column.column_type = set->Text(row, 2);
    column.charset = set->Text(row, 3);
    column.collation = set->Text(row, 4);
    column.nullable = set->Text(row, 5) == "YES";
    column.is_unsigned = IsUnsigned(column.column_type);
    column.fractional_digits = model::ParseNumber<int>(set->Text(row, 6)).value_or(-1);
    auto labels = ParseLabels(column.column_type);
    if (!labels.ok()) {
      return Status(labels.code(), fmt::format("{}.{}.{}: {}", database, table, column.name,
                                               labels.status().message()));
    }
    column.labels = *std::move(labels);
    if (const auto place = model::ParseNumber<uint32_t>(set->Text(row, 7))) {
      column.is_key = true;
      key.emplace_back(*place, static_cast<uint32_t>(row));
    }
  }
  std::sort(key.begin(), key.end());
  for (const auto& [place, column] : key) found.primary_key.push_back(column);
  return found;
}

}  // namespace towpath::mysql
