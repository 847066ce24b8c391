#include "stream/filter.h"

#include <string>

#include "tests/catch.h"

namespace towpath::stream {
namespace {

bool Wants(const std::string& tables, const std::string& exclude, const std::string& database,
           const std::string& table) {
  auto filter = RegexTableFilter::Compile({.tables = tables, .exclude = exclude});
  INFO(tables << " / " << exclude);
  REQUIRE(filter.ok());
  const bool wanted = (*filter)->Wants(database, table);
  REQUIRE((*filter)->status().ok());
  return wanted;
}

TEST_CASE("an empty filter wants every table", "[filter]") {
  CHECK(Wants("", "", "shop", "orders"));
  CHECK(Wants(" , ,", "", "shop", "orders"));
}

TEST_CASE("an expression matches the whole of database.table", "[filter]") {
  CHECK(Wants("shop\\.orders", "", "shop", "orders"));
  CHECK_FALSE(Wants("shop\\.orders", "", "shop", "orders_old"));
  CHECK_FALSE(Wants("shop\\.orders", "", "workshop", "orders"));
  CHECK_FALSE(Wants("shop", "", "shop", "orders"));
  CHECK(Wants(".*\\..*", "", "a", "b"));
  CHECK(Wants("a|shop\\.orders", "", "shop", "orders"));
  CHECK_FALSE(Wants("shop\\.|x", "", "shop", "orders"));
}

TEST_CASE("case does not matter", "[filter]") {
  CHECK(Wants("SHOP\\.Orders", "", "shop", "ORDERS"));
  CHECK(Wants("größe\\.t", "", "GRÖSSE", "t") == false);  // ß has no simple upper case
  CHECK(Wants("grün\\.t", "", "GRÜN", "t"));
}

TEST_CASE("classes of characters know every script", "[filter]") {
  CHECK(Wants("shop\\.\\w+", "", "shop", "订单"));
  CHECK(Wants("shop\\.[\\w]+", "", "shop", "größe"));
  CHECK(Wants("shop\\.t\\d", "", "shop", "t\u0661"));    // ARABIC-INDIC DIGIT ONE
  CHECK(Wants("shop\\.a\\sb", "", "shop", "a\u3000b"));  // IDEOGRAPHIC SPACE
  CHECK_FALSE(Wants("shop\\.t\\b.*", "", "shop", "t订"));
  CHECK_FALSE(Wants("shop\\.\\W+", "", "shop", "订单"));
}

TEST_CASE("the exclusion list wins", "[filter]") {
  CHECK_FALSE(Wants("shop\\..*", "shop\\.tmp_.*", "shop", "tmp_1"));
  CHECK(Wants("shop\\..*", "shop\\.tmp_.*", "shop", "orders"));
  CHECK_FALSE(Wants("", "mysql\\..*", "mysql", "user"));
  CHECK(Wants("", "mysql\\..*", "shop", "user"));
}

TEST_CASE("commas inside braces, brackets and parentheses belong to the expression", "[filter]") {
  using List = std::vector<std::string_view>;
  CHECK(SplitExpressions("a,b") == List{"a", "b"});
  CHECK(SplitExpressions(" a , b ") == List{"a", "b"});
  CHECK(SplitExpressions("test\\.order_\\d{1,2},x") == List{"test\\.order_\\d{1,2}", "x"});
  CHECK(SplitExpressions("a[,]b,c") == List{"a[,]b", "c"});
  CHECK(SplitExpressions("a(b,c(d,e)),f") == List{"a(b,c(d,e))", "f"});
  CHECK(SplitExpressions("a\\,b,c") == List{"a\\,b", "c"});
  CHECK(SplitExpressions("[]a,],b") == List{"[]a,]", "b"});
  CHECK(SplitExpressions("[^],],b") == List{"[^],]", "b"});
  CHECK(SplitExpressions("a\\(,b") == List{"a\\(", "b"});
  CHECK(SplitExpressions("[(],b") == List{"[(]", "b"});
  CHECK(SplitExpressions("a)},b") == List{"a)}", "b"});
  CHECK(SplitExpressions("").empty());
  CHECK(SplitExpressions("a\\") == List{"a\\"});
  CHECK(Wants("test\\.order_\\d{1,2}", "", "test", "order_42"));
  CHECK_FALSE(Wants("test\\.order_\\d{1,2}", "", "test", "order_421"));
}

TEST_CASE("an expression that does not compile is refused with its place", "[filter]") {
  const auto bad = RegexTableFilter::Compile({.tables = "shop\\.ok,shop\\.(orders"});
  CHECK(bad.code() == Code::kInvalidFilter);
  CHECK_THAT(bad.status().message(), ContainsSubstring("filter.tables") &&
                                         ContainsSubstring("shop\\.(orders") &&
                                         ContainsSubstring("offset 13"));
  CHECK(RegexTableFilter::Compile({.exclude = "[z-a]"}).code() == Code::kInvalidFilter);
  CHECK(RegexTableFilter::Compile({.tables = "\xff\xfe"}).code() == Code::kInvalidFilter);
}

TEST_CASE("a name that is not UTF-8 is told, not guessed", "[filter]") {
  auto filter = RegexTableFilter::Compile({.tables = "a.*"});
  REQUIRE(filter.ok());
  CHECK((*filter)->Wants("b\xff", "c"));
  CHECK((*filter)->status().code() == Code::kInvalidFilter);
}

TEST_CASE("an expression that needs too many steps is told, not guessed", "[filter]") {
  auto filter = RegexTableFilter::Compile({.tables = "shop\\..*,(x+x+)+[0-9]\\.y+"});
  REQUIRE(filter.ok());
  CHECK((*filter)->Wants("shop", "orders"));
  CHECK_FALSE((*filter)->Wants("xx", "y"));
  REQUIRE((*filter)->status().ok());
  CHECK((*filter)->Wants(std::string(64, 'x'), std::string(64, 'y')));  // not lost
  CHECK((*filter)->status().code() == Code::kInvalidFilter);
  CHECK_THAT((*filter)->status().message(),
             ContainsSubstring("(x+x+)+") && ContainsSubstring("xxx"));
}

// canal's own cases (AviaterFilterTest), as code and as property files have them.
TEST_CASE("lists of canal mean the same here", "[filter]") {
  for (const std::string all : {".*\\..*", ".*\\\\..*", ".*"}) {
    CHECK(Wants(all, "", "s1", "t1"));
    CHECK(Wants(all, "", "s2", "t1"));
  }
  for (const std::string one_schema : {"s1\\..*", "s1\\\\..*"}) {
    CHECK(Wants(one_schema, "", "s1", "t1"));
    CHECK_FALSE(Wants(one_schema, "", "s2", "t1"));
    CHECK_FALSE(Wants(one_schema, "", "s12", "t1"));
  }
  const std::string two = "s1.t1,s2.t2";
  CHECK(Wants(two, "", "s1", "t1"));
  CHECK(Wants(two, "", "s2", "t2"));
  CHECK_FALSE(Wants(two, "", "s1", "t2"));
  for (const std::string count : {"test\\.order_\\d{1,2}", "test\\\\.order_\\\\d{1,2}"}) {
    CHECK(Wants(count, "", "test", "order_1"));
    CHECK(Wants(count, "", "TEST", "ORDER_12"));
    CHECK_FALSE(Wants(count, "", "test", "order_123"));
  }
  CHECK_FALSE(Wants(".*\\..*", "mysql\\\\.slave_.*", "mysql", "slave_master_info"));
  CHECK(Wants(".*\\..*", "mysql\\\\.slave_.*", "mysql", "user"));
  // Longest first, as canal orders them, or not: the same tables match.
  CHECK(Wants("foo\\..*,foo\\.bar", "", "foo", "bar"));
  CHECK(Wants("foo\\.a|foo\\.ab", "", "foo", "ab"));  // canal's matcher is not so thorough
  CHECK(Wants("^foo\\.bar$", "", "foo", "bar"));
  CHECK(Wants("FOO\\.[A-Z]+", "", "foo", "bar"));
  CHECK(Wants("foo\\.(?!tmp_).*", "", "foo", "bar"));
  CHECK_FALSE(Wants("foo\\.(?!tmp_).*", "", "foo", "tmp_1"));
  CHECK(Wants("foo\\.a\\$b", "", "foo", "a$b"));
  CHECK(Wants("a\\\\\\\\b\\.t", "", "a\\b", "t"));
}

Table TableOf(const std::vector<std::string>& names, bool known = true) {
  std::vector<Column> columns;
  for (const std::string& name : names) columns.emplace_back().name = name;
  return Table("shop", "orders", std::move(columns), {}, known);
}

// The names that are left of a,B,c,ü, or "all".
std::string Selected(const std::string& columns, const std::string& exclude,
                     std::vector<std::string>* warnings = nullptr) {
  auto filter = RegexTableFilter::Compile({.columns = columns, .columns_exclude = exclude});
  INFO(columns << " / " << exclude);
  REQUIRE(filter.ok());
  (*filter)->SetWarner([&](const std::string& text) {
    if (warnings != nullptr) warnings->push_back(text);
  });
  const Table table = TableOf({"a", "B", "c", "ü"});
  std::vector<bool> wanted{true};
  Status status;
  for (int i = 0; i < 2; ++i) status = (*filter)->SelectColumns(table, &wanted);
  REQUIRE(status.ok());
  if (wanted.empty()) return "all";
  REQUIRE(wanted.size() == 4);
  std::string names;
  for (size_t i = 0; i < 4; ++i)
    if (wanted[i]) names += table.columns()[i].name;
  return names;
}

TEST_CASE("lists of columns choose columns", "[filter]") {
  CHECK(Selected("", "") == "all");
  CHECK(Selected("shop\\.items:a", "crm\\..*:a") == "all");
  CHECK(Selected("shop\\.orders:a/C", "") == "ac");
  CHECK(Selected("shop\\\\.ORDERS: ü / b ", "") == "Bü");
  CHECK(Selected("", "shop\\.orders:Ü/A") == "Bc");             // as the servers compare names
  CHECK(Selected(".*:a,shop\\.orders:c,x\\.y:B", "") == "ac");  // of all that match
  CHECK(Selected("", "shop\\.orders:b") == "acü");
  CHECK(Selected("", ".*:a,.*:c") == "Bü");
  CHECK(Selected("shop\\..*:a/b", ".*:a") == "B");  // the exclusion wins
  CHECK(Selected("(?:shop|x)\\.orders:a", "") == "a");
  CHECK(Selected("shop\\.o{1,2}rders:a", "") == "a");
}

TEST_CASE("a name that a table does not have is a warning, once", "[filter]") {
  std::vector<std::string> warnings;
  CHECK(Selected("shop\\.orders:a/nope", "shop\\.orders:zip", &warnings) == "a");
  CHECK(warnings == std::vector<std::string>{
                        "filter.columns: table shop.orders has no column nope at this point",
                        "filter.columns.exclude: table shop.orders has no column zip at this "
                        "point"});
}

TEST_CASE("separators behind a backslash belong to a name", "[filter]") {
  auto filter =
      RegexTableFilter::Compile({.columns = "shop\\.orders:a\\/b/c\\,d/e\\:f/g\\\\\\\\h"});
  REQUIRE(filter.ok());
  std::vector<bool> wanted;
  REQUIRE((*filter)->SelectColumns(TableOf({"x", "a/b", "c,d", "e:f", "g\\h", "a"}), &wanted).ok());
  CHECK(wanted == std::vector<bool>{false, true, true, true, true, false});
}

TEST_CASE("lists of columns that leave nothing, or can not be applied, are told", "[filter]") {
  std::vector<bool> wanted;
  auto filter = RegexTableFilter::Compile({.columns = "shop\\.orders:nope"});
  REQUIRE(filter.ok());
  const Status none = (*filter)->SelectColumns(TableOf({"a", "b"}), &wanted);
  CHECK(none.code() == Code::kInvalidFilter);
  CHECK_THAT(none.message(),
             ContainsSubstring("shop.orders") && ContainsSubstring("none of its 2 columns"));

  filter = RegexTableFilter::Compile({.columns_exclude = "shop\\.orders:secret"});
  REQUIRE(filter.ok());
  const Status unknown = (*filter)->SelectColumns(TableOf({"@1", "@2"}, false), &wanted);
  CHECK(unknown.code() == Code::kInvalidFilter);
  CHECK_THAT(unknown.message(), ContainsSubstring("shop.orders") && ContainsSubstring("secret") &&
                                    ContainsSubstring("binlog_row_metadata=FULL"));
  filter = RegexTableFilter::Compile({.columns_exclude = "shop\\.orders:@2"});
  REQUIRE(filter.ok());
  REQUIRE((*filter)->SelectColumns(TableOf({"@1", "@2"}, false), &wanted).ok());
  CHECK(wanted == std::vector<bool>{true, false});
}

TEST_CASE("a list of columns that is wrong is refused", "[filter]") {
  const auto refused = [](const std::string& list) {
    const auto filter = RegexTableFilter::Compile({.columns_exclude = list});
    REQUIRE(filter.code() == Code::kInvalidFilter);
    CHECK_THAT(filter.status().message(), ContainsSubstring("filter.columns.exclude"));
    return filter.status().message();
  };
  CHECK_THAT(refused("shop\\.orders"), ContainsSubstring("names no columns"));
  CHECK_THAT(refused("shop\\.orders\\:a"), ContainsSubstring("names no columns"));
  CHECK_THAT(refused("shop\\.orders:"), ContainsSubstring("empty name"));
  CHECK_THAT(refused("shop\\.orders:a//b"), ContainsSubstring("empty name"));
  CHECK_THAT(refused(":a"), ContainsSubstring("names no table"));
  CHECK_THAT(refused("shop\\.(:a"), ContainsSubstring("at offset"));
}

}  // namespace
}  // namespace towpath::stream
