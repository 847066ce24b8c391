#include "binlog/table_version.h"

#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"

namespace towpath::binlog {
namespace {

using test::BinlogBuilder;
using test::Le;
using test::Lenenc;
using test::MapColumn;
using test::Text1;

std::span<const uint8_t> Bytes(const std::string& s) {
  return {reinterpret_cast<const uint8_t*>(s.data()), s.size()};
}

Result<BuiltTable> Build(const std::vector<MapColumn>& columns, const std::string& optional,
                         TableContext context = {}) {
  const std::string body = BinlogBuilder::TableMapBody(1, "shop", "t", columns, optional);
  TableMap map;
  REQUIRE(ParseTableMap(Bytes(body), 8, &map));
  if (context.flavor == Flavor::kUnknown) context.flavor = Flavor::kMysql;
  context.at.offset = 77;
  return BuildTable(map, context);
}

class Catalogue final : public SchemaLookup {
 public:
  std::optional<schema::TableDefinition> Remembered(std::string_view database,
                                                    std::string_view table,
                                                    std::string* why_not) override {
    CHECK(database == "shop");
    CHECK(table == "t");
    *why_not = unknown;
    return remembered;
  }
  Result<schema::TableDefinition> Ask(const Position& at, std::string_view database,
                                      std::string_view table) override {
    ++asked;
    CHECK(at.offset == 77);
    CHECK(database == "shop");
    CHECK(table == "t");
    if (!status.ok()) return status;
    return answer;
  }
  Status Remember(const Position& at, std::string_view database, std::string_view table,
                  const schema::TableDefinition& definition) override {
    CHECK(at.offset == 77);
    CHECK(database == "shop");
    CHECK(table == "t");
    remembered = definition;
    return keep;
  }
  Result<bool> Apply(const Position&, const sql::Ddl&, const schema::DdlContext&) override {
    FAIL("no DDL here");
    return false;
  }
  schema::ColumnDefinition& Add(std::string name, std::string data_type, std::string column_type) {
    schema::ColumnDefinition column;
    column.name = std::move(name);
    column.data_type = std::move(data_type);
    column.column_type = std::move(column_type);
    answer.columns.push_back(std::move(column));
    return answer.columns.back();
  }
  schema::TableDefinition answer;
  Status status;
  std::optional<schema::TableDefinition> remembered;
  std::string unknown;
  Status keep;
  int asked = 0;
};

TEST_CASE("full metadata says everything", "[table_map]") {
  // id INT UNSIGNED, y YEAR, n BIGINT, name VARCHAR(20) latin1, e ENUM latin1, s SET, blob, text
  const std::vector<MapColumn> columns = {{3, "", false},  {13, ""},          {8, ""},
                                          {15, Le(20, 2)}, {254, "\xf7\x01"}, {254, "\xf8\x01"},
                                          {252, Le(2, 1)}, {252, Le(2, 1)}};
  const std::string optional =
      BinlogBuilder::Field(1, "\xc0") +  // id and y unsigned, n not: YEAR counts
      BinlogBuilder::Field(2, Lenenc(255) + Lenenc(0) + Lenenc(8) + Lenenc(1) + Lenenc(63)) +
      BinlogBuilder::Names(8) + BinlogBuilder::Field(5, Lenenc(2) + Text1("x") + Text1("y,z")) +
      BinlogBuilder::Field(6, Lenenc(1) + Text1("\xe9")) +
      BinlogBuilder::Field(11, Lenenc(8) + Lenenc(45)) +
      BinlogBuilder::Field(9, Lenenc(3) + Lenenc(5) + Lenenc(0) + Lenenc(0)) +
      BinlogBuilder::Field(12, "\xbf") + BinlogBuilder::Field(99, "later versions");
  const auto built = Build(columns, optional);
  REQUIRE(built.ok());
  const Table& table = built->version->table;
  CHECK(table.database() == "shop");
  CHECK(table.name() == "t");
  CHECK(table.names_known());
  CHECK_FALSE(built->from_lookup);
  CHECK(table.primary_key() == std::vector<uint32_t>{3, 0});
  const auto& c = table.columns();
  CHECK(c[0].name == "c1");
  CHECK(c[0].type == ColumnType::kInt);
  CHECK(c[0].is_unsigned);
  CHECK(c[0].is_key);
  CHECK_FALSE(c[0].nullable);
  CHECK(c[1].type == ColumnType::kYear);
  CHECK_FALSE(c[1].is_key);
  CHECK_FALSE(c[1].visible);
  CHECK(c[1].nullable);
  CHECK_FALSE(c[2].is_unsigned);
  CHECK(c[2].visible);
  CHECK(c[3].collation == 8);
  CHECK(c[3].charset == "latin1");
  CHECK(c[3].length == 20);
  CHECK(c[4].labels == std::vector<std::string>{"\xc3\xa9"});
  CHECK(c[4].type == ColumnType::kEnum);
  CHECK(c[5].labels == std::vector<std::string>{"x", "y,z"});
  CHECK(c[5].type == ColumnType::kSet);
  CHECK(c[6].type == ColumnType::kBlob);
  CHECK(c[6].collation == 63);
  CHECK(c[7].type == ColumnType::kText);
  CHECK(c[7].collation == 255);
  CHECK(c[7].charset == "utf8mb4");
  CHECK(c[7].wire_type == 252);
  CHECK(c[7].wire_meta == 2);
  CHECK(c[4].wire_type == 254);
}

TEST_CASE("the servers count character columns differently", "[table_map]") {
  // GEOMETRY, then VARCHAR: MariaDB counts both. VECTOR, then VARCHAR: MySQL counts both.
  const std::string names = BinlogBuilder::Names(2);
  const auto second = [&](Flavor flavor, const MapColumn& first) {
    TableContext context;
    context.flavor = flavor;
    const auto built = Build({first, {15, Le(20, 2)}},
                             names + BinlogBuilder::Field(3, Lenenc(63) + Lenenc(8)), context);
    REQUIRE(built.ok());
    return built->version->table.columns()[1].collation;
  };
  CHECK(second(Flavor::kMariadb, {255, Le(4, 1)}) == 8);
  CHECK(second(Flavor::kMysql, {255, Le(4, 1)}) == 63);
  CHECK(second(Flavor::kMysql, {242, Le(4, 1)}) == 8);
  CHECK(second(Flavor::kMysql, {245, Le(4, 1)}) == 63);  // JSON is not counted
  CHECK(second(Flavor::kMariadb, {140, Le(4, 1)}) == 8);
}

TEST_CASE("without names a catalogue is asked", "[table_map]") {
  const std::vector<MapColumn> columns = {{3, "", false},
                                          {15, Le(80, 2)},
                                          {246, Le(10, 1) + Le(2, 1)},
                                          {254, "\xf7\x01"},
                                          {18, Le(3, 1)}};
  Catalogue catalogue;
  catalogue.Add("id", "int", "int(10) unsigned").nullable = false;
  catalogue.answer.columns[0].is_unsigned = true;
  catalogue.answer.columns[0].is_key = true;
  catalogue.Add("name", "varchar", "varchar(20)").charset = "utf8mb4";
  catalogue.Add("price", "decimal", "decimal(10,2)");
  catalogue.Add("kind", "enum", "enum('a','b')").charset = "utf8mb4";
  catalogue.answer.columns[3].labels = {"a", "b"};
  catalogue.Add("made", "datetime", "datetime(3)").fractional_digits = 3;
  catalogue.answer.primary_key = {0};
  TableContext context;
  context.schema = &catalogue;

  SECTION("and believed when it agrees") {
    const auto built = Build(columns, "", context);
    INFO(built.status().ToString());
    REQUIRE(built.ok());
    CHECK(built->from_lookup);
    const Table& table = built->version->table;
    CHECK(table.names_known());
    CHECK(table.primary_key() == std::vector<uint32_t>{0});
    CHECK(table.columns()[0].name == "id");
    CHECK(table.columns()[0].is_unsigned);
    CHECK(table.columns()[0].is_key);
    CHECK(table.columns()[1].charset == "utf8mb4");
    CHECK(table.columns()[1].type == ColumnType::kVarchar);
    CHECK(table.columns()[2].charset.empty());
    CHECK(table.columns()[3].labels == std::vector<std::string>{"a", "b"});
    CHECK(table.columns()[4].scale == 3);
  }

  SECTION("and refused when it does not") {
    std::string part;
    SECTION("columns") {
      catalogue.answer.columns.pop_back();
      part = "it has 5 columns there and 4 in the server's catalogue";
    }
    SECTION("type") {
      catalogue.answer.columns[0].data_type = "bigint";
      catalogue.answer.columns[0].column_type = "bigint(20)";
      part = "column 1 is stored as type 3";
    }
    SECTION("length") {
      catalogue.answer.columns[1].column_type = "varchar(21)";
      part = "column 2 is stored as type 15 with metadata 80 there and is name varchar(21)";
    }
    SECTION("precision") {
      catalogue.answer.columns[2].column_type = "decimal(10,3)";
      part = "column 3";
    }
    SECTION("fraction") {
      catalogue.answer.columns[4].fractional_digits = 6;
      part = "column 5";
    }
    SECTION("nullability") {
      catalogue.answer.columns[0].nullable = true;
      part = "column 1 (id) is never NULL there";
    }
    SECTION("no such table") {
      catalogue.status = Status(Code::kNotFound, "no such table");
      part = "and no such table; from SET GLOBAL";
    }
    auto built = Build(columns, "", context);
    CHECK(built.code() == Code::kSchemaMismatch);
    CHECK_THAT(built.status().message(), ContainsSubstring(part));
    CHECK_THAT(built.status().message(), ContainsSubstring("table shop.t"));
    CHECK_THAT(built.status().message(), ContainsSubstring("SET GLOBAL binlog_row_metadata=FULL"));
    context.schema_mode = model::SchemaMode::kPositional;
    built = Build(columns, "", context);
    REQUIRE(built.ok());
    CHECK_FALSE(built->version->table.names_known());
    CHECK(built->version->table.columns()[1].name == "@2");
    CHECK_FALSE(built->from_lookup);
  }

  SECTION("signedness is compared when the event has it") {
    const std::string optional = BinlogBuilder::Field(1, std::string(1, '\0'));
    CHECK(Build(columns, optional, context).code() == Code::kSchemaMismatch);
    CHECK(Build(columns, BinlogBuilder::Field(1, "\x80"), context).ok());
  }

  SECTION("a lost connection is passed on") {
    catalogue.status = Status(Code::kConnection, "gone");
    CHECK(Build(columns, "", context).code() == Code::kConnection);
  }

  SECTION("but not when the event says everything") {
    CHECK(Build(columns, BinlogBuilder::Names(5), context).ok());
    CHECK(catalogue.asked == 0);
  }

  SECTION("and there may be none") {
    context.schema = nullptr;
    const auto built = Build(columns, "", context);
    CHECK(built.code() == Code::kSchemaMismatch);
    CHECK_THAT(built.status().message(), ContainsSubstring("there is no server to ask"));
  }
}

TEST_CASE("a table that a server joined from outside has no NOT NULL", "[table_map]") {
  Catalogue catalogue;
  catalogue.Add("id", "int", "int").nullable = false;
  catalogue.Add("a", "int", "int").nullable = false;
  catalogue.Add("b", "int", "int");
  catalogue.answer.primary_key = {0};
  TableContext context;
  context.schema = &catalogue;
  const auto joined = Build({{3, ""}, {3, ""}, {3, ""}}, "", context);
  REQUIRE(joined.ok());
  const std::vector<Column>& columns = joined->version->table.columns();
  CHECK_FALSE(columns[0].nullable);
  CHECK_FALSE(columns[1].nullable);
  CHECK(columns[2].nullable);
  // Some columns, but not all, are no outer join.
  CHECK(Build({{3, "", false}, {3, ""}, {3, ""}}, "", context).code() == Code::kSchemaMismatch);

  // With full metadata only the key is known to be NOT NULL.
  const auto full =
      Build({{3, ""}, {3, ""}}, BinlogBuilder::Names(2) + BinlogBuilder::Field(8, Lenenc(0)));
  REQUIRE(full.ok());
  CHECK_FALSE(full->version->table.columns()[0].nullable);
  CHECK(full->version->table.columns()[1].nullable);
}

TEST_CASE("what is remembered of a table comes before what its catalogue says", "[table_map]") {
  const std::vector<MapColumn> columns = {{3, "", false}, {15, Le(20, 2)}};
  Catalogue catalogue;
  catalogue.Add("id", "int", "int").nullable = false;
  catalogue.Add("renamed", "varchar", "varchar(20)").charset = "latin1";
  schema::TableDefinition before = catalogue.answer;
  before.columns[1].name = "name";
  TableContext context;
  context.schema = &catalogue;

  SECTION("as it is") {
    catalogue.remembered = before;
    const auto built = Build(columns, "", context);
    REQUIRE(built.ok());
    CHECK(built->version->table.columns()[1].name == "name");
    CHECK(built->from_lookup);
    CHECK(catalogue.asked == 0);
  }
  SECTION("unless it does not fit: then what the catalogue says is remembered") {
    before.columns.pop_back();
    catalogue.remembered = before;
    const auto built = Build(columns, "", context);
    REQUIRE(built.ok());
    CHECK(built->version->table.columns()[1].name == "renamed");
    CHECK(catalogue.asked == 1);
    REQUIRE(catalogue.remembered);
    CHECK(*catalogue.remembered == catalogue.answer);
  }
  SECTION("and both are told when neither fits") {
    before.columns.pop_back();
    catalogue.remembered = before;
    catalogue.Add("more", "int", "int");
    const auto built = Build(columns, "", context);
    CHECK(built.code() == Code::kSchemaMismatch);
    CHECK_THAT(built.status().message(),
               ContainsSubstring("it has 2 columns there and 1 in what is known of its history") &&
                   ContainsSubstring("it has 2 columns there and 3 in the server's catalogue"));
    CHECK(catalogue.remembered->columns.size() == 1);
  }
  SECTION("or why nothing is remembered") {
    catalogue.unknown = "ALTER TABLE could not be read";
    catalogue.status = Status(Code::kNotFound, "no such table");
    const auto built = Build(columns, "", context);
    CHECK(built.code() == Code::kSchemaMismatch);
    CHECK_THAT(built.status().message(),
               ContainsSubstring("ALTER TABLE could not be read, and no such table"));
  }
  SECTION("and what can not be kept stops the stream") {
    catalogue.keep = Status(Code::kStore, "the disk is full");
    CHECK(Build(columns, "", context).code() == Code::kStore);
  }
}

TEST_CASE("types that only MariaDB's catalogue knows", "[table_map]") {
  const std::vector<MapColumn> columns = {
      {254, "\xfe\x10"}, {254, "\xfe\x10"}, {254, "\xfe\x04"}, {254, "\xfe\x10"}, {15, Le(12, 2)}};
  const std::string optional = BinlogBuilder::Names(5) + BinlogBuilder::Field(2, Lenenc(63));
  Catalogue catalogue;
  catalogue.Add("c1", "uuid", "uuid");
  catalogue.Add("c2", "inet6", "inet6");
  catalogue.Add("c3", "inet4", "inet4");
  catalogue.Add("c4", "binary", "binary(16)");
  catalogue.Add("c5", "vector", "vector(3)");
  TableContext context;
  context.flavor = Flavor::kMariadb;
  context.server_version = 11 << 16 | 8 << 8;
  context.schema = &catalogue;
  auto built = Build(columns, optional, context);
  REQUIRE(built.ok());
  const auto type = [&](size_t i) { return built->version->table.columns()[i].type; };
  CHECK(type(0) == ColumnType::kUuid);
  CHECK(type(1) == ColumnType::kInet6);
  CHECK(type(2) == ColumnType::kInet4);
  CHECK(type(3) == ColumnType::kBinary);
  CHECK(type(4) == ColumnType::kVector);
  // No answer, or one that does not fit, is no error.
  catalogue.remembered.reset();
  catalogue.answer.columns[0].name = "other";
  built = Build(columns, optional, context);
  REQUIRE(built.ok());
  CHECK(type(0) == ColumnType::kBinary);
  catalogue.status = Status(Code::kConnection, "gone");
  built = Build(columns, optional, context);
  REQUIRE(built.ok());
  CHECK(type(4) == ColumnType::kVarbinary);
  CHECK(built->version->table.names_known());

  // As text.
  catalogue.status = Status();
  catalogue.answer.columns[0].name = "c1";
  built = Build(columns, optional, context);
  const auto text = [&](size_t column, ValueKind kind, const std::string& bytes, uint8_t padding) {
    Value value;
    value.kind = kind;
    value.size = static_cast<uint32_t>(bytes.size());
    value.data = reinterpret_cast<const uint8_t*>(bytes.data());
    value.padding = padding;
    std::string out;
    const Status status = AppendText(built->version->table.columns()[column], value, &out);
    return status.ok() ? out : std::string("BAD");
  };
  CHECK(text(0, ValueKind::kUuid, "\x12\x3e\x45\x67\xe8\x9b\x12\xd3\xa4\x56\x42\x66\x55\x44", 2) ==
        "123e4567-e89b-12d3-a456-426655440000");
  CHECK(text(0, ValueKind::kUuid, "", 16) == "00000000-0000-0000-0000-000000000000");
  CHECK(text(0, ValueKind::kUuid, "abc", 2) == "BAD");
  CHECK(text(2, ValueKind::kInet4, "\x7f", 3) == "127.0.0.0");
  CHECK(text(1, ValueKind::kInet6, "", 16) == "::");
  CHECK(text(1, ValueKind::kInet6, "\x20\x01\x0d\xb8", 12) == "2001:db8::");
}

TEST_CASE("MariaDB's old temporals have their fraction in the catalogue only", "[table_map]") {
  const std::vector<MapColumn> columns = {{11, ""}, {12, ""}, {7, ""}};
  Catalogue catalogue;
  catalogue.Add("c1", "time", "time(3)").fractional_digits = 3;
  catalogue.Add("c2", "datetime", "datetime(6)").fractional_digits = 6;
  catalogue.Add("c3", "timestamp", "timestamp(1)").fractional_digits = 1;
  TableContext context;
  context.flavor = Flavor::kMariadb;
  context.schema = &catalogue;
  const auto built = Build(columns, BinlogBuilder::Names(3), context);
  REQUIRE(built.ok());
  CHECK(built->version->table.columns()[0].scale == 3);
  CHECK(built->version->table.columns()[1].scale == 6);
  CHECK(built->version->layout.columns[0].width == 5);
  CHECK(built->version->layout.columns[1].width == 8);
  CHECK(built->version->layout.columns[2].width == 1);
}

TEST_CASE("table maps that can not be right", "[table_map]") {
  const std::string good = BinlogBuilder::TableMapBody(
      0x123456789abc, "shop", "t", {{3, ""}, {15, Le(20, 2)}}, BinlogBuilder::Names(2));
  TableMap map;
  REQUIRE(ParseTableMap(Bytes(good), 8, &map));
  CHECK(map.id == 0x123456789abc);
  // Cut anywhere before the optional fields.
  for (size_t n = 0; n + BinlogBuilder::Names(2).size() < good.size(); ++n)
    CHECK_FALSE(ParseTableMap(Bytes(good.substr(0, n)), 8, &map));
  // 5.1's short ids.
  REQUIRE(ParseTableMap(Bytes(Le(77, 4) + good.substr(6)), 6, &map));
  CHECK(map.id == 77);
  CHECK_FALSE(ParseTableMap(Bytes(good), 7, &map));

  const auto code = [](const std::vector<MapColumn>& columns, const std::string& optional) {
    return Build(columns, optional).code();
  };
  CHECK(code({{3, "x"}}, BinlogBuilder::Names(1)) == Code::kOk);  // more metadata than needed
  CHECK(code({{15, "x"}}, BinlogBuilder::Names(1)) == Code::kCorrupted);
  CHECK(code({{254, std::string("\x00\x05", 2)}}, BinlogBuilder::Names(1)) == Code::kOk);  // of old
  CHECK(code({{254, "\x0f\x05"}}, BinlogBuilder::Names(1)) == Code::kCorrupted);
  CHECK(code({{3, ""}}, BinlogBuilder::Names(2)) == Code::kOk);
  CHECK(code({{3, ""}, {3, ""}}, BinlogBuilder::Names(1)) == Code::kCorrupted);
  CHECK(code({{3, ""}}, BinlogBuilder::Names(1) + BinlogBuilder::Field(1, "")) == Code::kCorrupted);
  CHECK(code({{3, ""}}, BinlogBuilder::Names(1) + BinlogBuilder::Field(8, Lenenc(1))) ==
        Code::kCorrupted);
  CHECK(code({{15, Le(9, 2)}}, BinlogBuilder::Names(1) +
                                   BinlogBuilder::Field(2, Lenenc(8) + Lenenc(5) + Lenenc(8))) ==
        Code::kCorrupted);
  CHECK(code({{254, "\xf7\x01"}}, BinlogBuilder::Names(1) + BinlogBuilder::Field(6, Lenenc(200))) ==
        Code::kCorrupted);
  CHECK(code({{3, ""}}, "\x04") == Code::kCorrupted);
  CHECK(code({{3, ""}},
             "\x04\x05"
             "abc") == Code::kCorrupted);
}

}  // namespace
}  // namespace towpath::binlog
