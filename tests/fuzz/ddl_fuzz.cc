// DDL: a byte that chooses the dialect, then the statement.
#include "sql/ddl.h"

#include <string_view>

#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const uint8_t choice = input.Byte();
  sql::Dialect dialect;
  dialect.flavor = (choice & 1) != 0 ? Flavor::kMysql : Flavor::kMariadb;
  if ((choice & 2) != 0) dialect.version = 0x050600;
  if ((choice & 4) != 0) dialect.sql_mode |= sql::kModeAnsiQuotes;
  if ((choice & 8) != 0) dialect.sql_mode |= sql::kModeNoBackslashEscapes;
  if ((choice & 16) != 0) dialect.sql_mode |= sql::kModeOracle;
  const auto rest = input.Rest();
  const std::string_view text(reinterpret_cast<const char*>(rest.data()), rest.size());
  const sql::Ddl full = sql::ParseDdl(text, dialect, "shop");
  // Nothing is made of nothing.
  if (full.columns.size() + full.operations.size() + full.tables.size() > size + 1)
    __builtin_trap();
  return 0;
}
