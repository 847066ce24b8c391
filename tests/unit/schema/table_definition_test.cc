#include "schema/table_definition.h"

#include "tests/catch.h"

namespace towpath::schema {
namespace {

TableDefinition Orders() {
  TableDefinition table;
  table.charset = "utf8mb4";
  table.collation = "utf8mb4_0900_ai_ci";
  table.system_versioned = true;
  const auto add = [&](std::string name, std::string type, std::string column_type) {
    ColumnDefinition column;
    column.name = std::move(name);
    column.data_type = std::move(type);
    column.column_type = std::move(column_type);
    return &table.columns.emplace_back(std::move(column));
  };
  ColumnDefinition* id = add("id", "bigint", "bigint(20) unsigned");
  id->is_unsigned = true;
  id->nullable = false;
  id->is_key = true;
  ColumnDefinition* name = add("größe", "varchar", "varchar(20)");
  name->charset = "utf8mb4";
  name->collation = "utf8mb4_0900_ai_ci";
  ColumnDefinition* old = add("old", "text", "text");
  old->charset = "latin1";
  old->collation = "latin1_swedish_ci";
  ColumnDefinition* at = add("at", "datetime", "datetime(6)");
  at->fractional_digits = 6;
  at->invisible = true;
  at->is_key = true;
  ColumnDefinition* state = add("state", "enum", "enum('a','b''')");
  state->labels = {"a", "b'", ""};
  ColumnDefinition* shape = add("shape", "point", "geometry");
  shape->generated = true;
  ColumnDefinition* end = add("row_end", "timestamp", "timestamp(6)");
  end->hidden = true;
  end->fractional_digits = 0;
  table.primary_key = {3, 0};
  return table;
}

TEST_CASE("a definition is the same after storing", "[schema]") {
  const TableDefinition orders = Orders();
  const auto parsed = ParseTableDefinition(Serialize(orders));
  REQUIRE(parsed.ok());
  CHECK(*parsed == orders);
  const auto empty = ParseTableDefinition(Serialize(TableDefinition()));
  REQUIRE(empty.ok());
  CHECK(*empty == TableDefinition());
  const DatabaseDefinition database{"latin1", "latin1_bin"};
  const auto again = ParseDatabaseDefinition(Serialize(database));
  REQUIRE(again.ok());
  CHECK(*again == database);
}

TEST_CASE("stored definitions that can not be right", "[schema]") {
  const std::string good = Serialize(Orders());
  for (size_t size = 0; size < good.size(); ++size) {
    CAPTURE(size);
    CHECK(ParseTableDefinition(std::string_view(good).substr(0, size)).code() == Code::kCorrupted);
  }
  CHECK(ParseTableDefinition(good + "x").code() == Code::kCorrupted);
  CHECK(ParseDatabaseDefinition(good).code() == Code::kCorrupted);
  std::string later = good;
  later[0] = 2;
  CHECK(ParseTableDefinition(later).code() == Code::kUnsupported);
  // Counts that promise more than there is, and key columns that are not there or twice.
  CHECK(ParseTableDefinition(std::string("\1T\0\0\0\xff\xff\xff\xff\x0f", 10)).code() ==
        Code::kCorrupted);
  CHECK(ParseTableDefinition(std::string("\1T\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\1\0", 14))
            .code() == Code::kCorrupted);
  CHECK(ParseTableDefinition(std::string("\1T\0\0\0\0\1\0", 8)).code() == Code::kCorrupted);
  TableDefinition twice = Orders();
  twice.primary_key = {0, 0};
  CHECK(ParseTableDefinition(Serialize(twice)).code() == Code::kCorrupted);
  // Any byte changed: a definition or an error, never a crash.
  for (size_t i = 0; i < good.size(); ++i) {
    for (const int bit : {1, 16, 128}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ bit);
      const auto parsed = ParseTableDefinition(bad);
      if (parsed.ok()) CHECK(parsed->columns.size() <= bad.size());
    }
  }
}

}  // namespace
}  // namespace towpath::schema
