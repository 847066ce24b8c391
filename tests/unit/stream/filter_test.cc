#include "stream/filter.h"

#include <string>

#include "tests/catch.h"

namespace towpath::stream {
namespace {

bool Wants(const std::string& tables, const std::string& exclude, const std::string& database,
           const std::string& table) {
  auto filter = RegexTableFilter::Compile(tables, exclude);
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
  const auto bad = RegexTableFilter::Compile("shop\\.ok,shop\\.(orders", "");
  CHECK(bad.code() == Code::kInvalidFilter);
  CHECK_THAT(bad.status().message(), ContainsSubstring("filter.tables") &&
                                         ContainsSubstring("shop\\.(orders") &&
                                         ContainsSubstring("offset 13"));
  CHECK(RegexTableFilter::Compile("", "[z-a]").code() == Code::kInvalidFilter);
  CHECK(RegexTableFilter::Compile("\xff\xfe", "").code() == Code::kInvalidFilter);
}

TEST_CASE("a name that is not UTF-8 is told, not guessed", "[filter]") {
  auto filter = RegexTableFilter::Compile("a.*", "");
  REQUIRE(filter.ok());
  CHECK((*filter)->Wants("b\xff", "c"));
  CHECK((*filter)->status().code() == Code::kInvalidFilter);
}

TEST_CASE("an expression that needs too many steps is told, not guessed", "[filter]") {
  auto filter = RegexTableFilter::Compile("shop\\..*,(x+x+)+[0-9]\\.y+", "");
  REQUIRE(filter.ok());
  CHECK((*filter)->Wants("shop", "orders"));
  CHECK_FALSE((*filter)->Wants("xx", "y"));
  REQUIRE((*filter)->status().ok());
  CHECK((*filter)->Wants(std::string(64, 'x'), std::string(64, 'y')));  // not lost
  CHECK((*filter)->status().code() == Code::kInvalidFilter);
  CHECK_THAT((*filter)->status().message(),
             ContainsSubstring("(x+x+)+") && ContainsSubstring("xxx"));
}

}  // namespace
}  // namespace towpath::stream
