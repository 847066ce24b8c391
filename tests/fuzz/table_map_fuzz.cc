// TABLE_MAP: a byte that chooses server and schema mode, a post-header length, then the body.
#include "binlog/table_map.h"

#include <vector>

#include "binlog/table_version.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const uint8_t choice = input.Byte();
  const uint8_t post_header = (choice & 4) != 0 ? 6 : 8;
  binlog::TableMap map;
  if (!binlog::ParseTableMap(input.Rest(), post_header, &map)) return 0;
  binlog::TableContext context;
  context.flavor = (choice & 1) != 0 ? Flavor::kMariadb : Flavor::kMysql;
  context.server_version = (choice & 1) != 0 ? 0x0b0803 : 0x090704;
  context.schema_mode =
      (choice & 2) != 0 ? model::SchemaMode::kStrict : model::SchemaMode::kPositional;
  const auto built = binlog::BuildTable(map, context);
  if (!built.ok()) {
    if (built.status().message().empty()) __builtin_trap();
    return 0;
  }
  const model::TableVersion& version = *built->version;
  if (version.table.columns().size() != version.layout.columns.size()) __builtin_trap();
  for (const uint32_t index : version.table.primary_key())
    if (index >= version.table.columns().size()) __builtin_trap();
  return 0;
}
