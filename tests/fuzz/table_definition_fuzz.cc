// Stored definitions of tables and databases; what is read is written so that the same is read
// again.
#include "schema/table_definition.h"

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath::schema;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = ParseTableDefinition(bytes);
  if (table.ok()) {
    for (const uint32_t column : table->primary_key)
      if (column >= table->columns.size() || !table->columns[column].is_key) __builtin_trap();
    const auto again = ParseTableDefinition(Serialize(*table));
    if (!again.ok() || !(*again == *table)) __builtin_trap();
  } else if (table.status().message().empty()) {
    __builtin_trap();
  }
  const auto database = ParseDatabaseDefinition(bytes);
  if (database.ok()) {
    if (table.ok()) __builtin_trap();
    const auto again = ParseDatabaseDefinition(Serialize(*database));
    if (!again.ok() || !(*again == *database)) __builtin_trap();
  } else if (database.status().message().empty()) {
    __builtin_trap();
  }
  return 0;
}
