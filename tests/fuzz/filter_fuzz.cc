// Filters of tables and columns: four lists and a name, in pieces.
#include "stream/filter.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const auto text = [](std::span<const uint8_t> bytes) {
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  };
  const std::string tables = text(input.Piece());
  const std::string exclude = text(input.Piece());
  const std::string columns = text(input.Piece());
  const std::string columns_exclude = text(input.Piece());
  const std::string database = text(input.Piece()).substr(0, 64);
  const std::string table = text(input.Rest()).substr(0, 64);
  size_t covered = 0;
  for (const std::string_view expression : stream::SplitExpressions(tables)) {
    if (expression.empty()) __builtin_trap();
    covered += expression.size();
  }
  if (covered > tables.size()) __builtin_trap();
  const auto filter = stream::RegexTableFilter::Compile({.tables = tables,
                                                         .exclude = exclude,
                                                         .columns = columns,
                                                         .columns_exclude = columns_exclude});
  if (!filter.ok()) {
    if (filter.status().message().empty()) __builtin_trap();
    return 0;
  }
  (void)(*filter)->Wants(database, table);
  std::vector<Column> names(3);
  names[0].name = "id";
  names[1].name = "Price";
  names[2].name = "@3";
  std::vector<bool> wanted;
  const Status status =
      (*filter)->SelectColumns(Table(database, table, std::move(names), {0}, true), &wanted);
  if (status.ok() && !wanted.empty() &&
      (wanted.size() != 3 || std::find(wanted.begin(), wanted.end(), true) == wanted.end()))
    __builtin_trap();
  return 0;
}
