// Schemas that follow DDL: bytes that choose the server, then statements, in pieces. Replaying the
// changes that came of a statement must give the state that the statement gave.
#include "schema/schema_state.h"

#include <string>
#include <string_view>

#include "sql/ddl.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

using towpath::schema::DatabaseDefinition;
using towpath::schema::SchemaState;

std::string Describe(const SchemaState& state) {
  std::string text;
  const auto add = [&](std::string_view part) { (text += part) += '\0'; };
  state.ForEach(
      [&](std::string_view database, std::string_view table, std::string_view definition) {
        add(database);
        add(table);
        add(definition);
        const auto found = state.Find(database, table);
        if (!found || found->known == definition.empty()) __builtin_trap();
        add(found->unknown_reason);
      });
  state.ForEachDatabase([&](std::string_view name, const DatabaseDefinition& database) {
    add(name);
    add(database.charset);
    add(database.collation);
  });
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const uint8_t choice = input.Byte();
  const uint8_t more = input.Byte();
  schema::DdlContext context;
  context.default_database = "shop";
  context.dialect.flavor = (choice & 1) != 0 ? Flavor::kMysql : Flavor::kMariadb;
  static constexpr uint32_t kVersions[] = {0x050600, 0x050700, 0x080400, 0x0a0b00};
  context.dialect.version = kVersions[choice >> 1 & 3];
  if ((choice & 8) != 0) context.dialect.sql_mode |= sql::kModeAnsiQuotes;
  if ((choice & 16) != 0) context.dialect.sql_mode |= sql::kModeStrictTransTables;
  if ((choice & 32) != 0) context.explicit_defaults_for_timestamp = (choice & 64) != 0;
  if ((choice & 128) != 0) context.set_collations.emplace_back(45, 224);
  context.server_collation = (more & 1) != 0 ? 255 : 0;
  context.utf8mb4_collation = (more & 2) != 0 ? 255 : 0;
  const auto lower_case_table_names = static_cast<uint8_t>(more >> 2 & 1);

  SchemaState state(lower_case_table_names);
  SchemaState replayed(lower_case_table_names);
  for (SchemaState* each : {&state, &replayed})
    each->PutDatabase("shop", {"utf8mb4", "utf8mb4_bin"});
  while (!input.empty()) {
    // The first bit of a piece: the statement ended with an error.
    const auto piece = input.Piece();
    if (piece.empty()) continue;
    context.failed = (piece[0] & 0x80) != 0;
    const std::string_view text(reinterpret_cast<const char*>(piece.data()), piece.size());
    const sql::Ddl ddl = sql::ParseDdl(context.failed ? text.substr(1) : text, context.dialect,
                                       context.default_database);
    for (const schema::SchemaChange& change : state.Apply(ddl, context))
      if (!replayed.Replay(change).ok()) __builtin_trap();
    if (Describe(state) != Describe(replayed)) __builtin_trap();
  }
  return 0;
}
