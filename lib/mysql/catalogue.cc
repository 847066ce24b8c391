#include "mysql/catalogue.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "model/text.h"
#include "mysql/column_type.h"

namespace towpath::mysql {
namespace {

// Older servers call utf8mb3 utf8.
std::string CharsetName(std::string_view name) {
  return name == "utf8" ? "utf8mb3" : std::string(name);
}
std::string CollationName(std::string_view name) {
  return name.starts_with("utf8_") ? fmt::format("utf8mb3_{}", name.substr(5)) : std::string(name);
}

}  // namespace

Result<schema::TableDefinition> Catalogue::Lookup(std::string_view database,
                                                  std::string_view table) {
  const bool had_connection = connection_ != nullptr;
  auto answer = Ask(database, table);
  // The server may have closed a connection that was idle for hours: one more try.
  if (had_connection && answer.code() == Code::kConnection) return Ask(database, table);
  return answer;
}

Result<schema::TableDefinition> Catalogue::Ask(std::string_view database, std::string_view table) {
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
      "c.IS_NULLABLE, c.DATETIME_PRECISION, s.SEQ_IN_INDEX, c.EXTRA, c.GENERATION_EXPRESSION, "
      "t.TABLE_COLLATION, t.TABLE_TYPE, t.ENGINE, (SELECT COUNT(DISTINCT h.INDEX_NAME) "
      "FROM information_schema.STATISTICS h WHERE h.TABLE_SCHEMA={0} AND h.TABLE_NAME={1} "
      "AND h.INDEX_TYPE='HASH' AND h.NON_UNIQUE=0 AND h.INDEX_NAME<>'PRIMARY') "
      "FROM information_schema.COLUMNS c LEFT JOIN information_schema.STATISTICS s "
      "ON s.TABLE_SCHEMA={0} AND s.TABLE_NAME={1} AND s.INDEX_NAME='PRIMARY' "
      "AND BINARY s.TABLE_NAME=BINARY c.TABLE_NAME AND s.COLUMN_NAME=c.COLUMN_NAME LEFT JOIN "
      "information_schema.TABLES t "
      "ON t.TABLE_SCHEMA={0} AND t.TABLE_NAME={1} AND BINARY t.TABLE_NAME=BINARY c.TABLE_NAME "
      "WHERE {2} ORDER BY c.ORDINAL_POSITION",
      c.Quote(database), c.Quote(table), where));
  if (!set.ok()) {
    if (set.code() == Code::kConnection) connection_.reset();
    return set.status();
  }
  if (set->rows.empty()) {
    return Status(Code::kNotFound, fmt::format("{} has no table {}.{} that the user '{}' may see",
                                               c.endpoint(), database, table, settings_.url.user));
  }
  schema::TableDefinition found;
  bool declares_period = false;                    // its own row start and end columns
  std::vector<std::pair<uint32_t, uint32_t>> key;  // place in the key, column
  for (size_t row = 0; row < set->rows.size(); ++row) {
    schema::ColumnDefinition& column = found.columns.emplace_back();
    column.name = set->Text(row, 0);
    column.data_type = model::ToLower(set->Text(row, 1));
    column.column_type = set->Text(row, 2);
    column.charset = CharsetName(set->Text(row, 3));
    column.collation = CollationName(set->Text(row, 4));
    column.nullable = set->Text(row, 5) == "YES";
    column.is_unsigned = IsUnsigned(column.column_type);
    column.fractional_digits = model::ParseNumber<int>(set->Text(row, 6)).value_or(-1);
    auto labels = ParseLabels(column.column_type);
    if (!labels.ok()) {
      return Status(labels.code(), fmt::format("{}.{}.{}: {}", database, table, column.name,
                                               labels.status().message()));
    }
    column.labels = *std::move(labels);
    const std::string extra = set->Text(row, 8);
    column.invisible = extra.find("INVISIBLE") != std::string::npos;
    column.generated = extra.find("VIRTUAL GENERATED") != std::string::npos ||
                       extra.find("STORED GENERATED") != std::string::npos;
    declares_period |= set->Text(row, 9) == "ROW START";
    if (const auto place = model::ParseNumber<uint32_t>(set->Text(row, 7))) {
      column.is_key = true;
      key.emplace_back(*place, static_cast<uint32_t>(row));
    }
  }
  std::sort(key.begin(), key.end());
  for (const auto& [place, column] : key) found.primary_key.push_back(column);
  found.collation = CollationName(set->Text(0, 10));
  found.charset = found.collation.substr(0, found.collation.find('_'));
  found.system_versioned = set->Text(0, 11) == "SYSTEM VERSIONED";
  if (found.system_versioned && !declares_period) {
    found.columns.push_back(schema::HiddenPeriodColumn("row_start"));
    found.columns.push_back(schema::HiddenPeriodColumn("row_end"));
  }
  // MEMORY has such indexes of its own, without a column.
  if (c.flavor() == Flavor::kMariadb && set->Text(0, 12) != "MEMORY") {
    const auto hashes = model::ParseNumber<unsigned>(set->Text(0, 13)).value_or(0);
    for (unsigned n = 1; n <= hashes; ++n) found.columns.push_back(schema::HiddenHashColumn(n));
  }
  return found;
}

}  // namespace towpath::mysql
