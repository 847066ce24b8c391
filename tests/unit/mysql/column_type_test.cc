#include "mysql/column_type.h"

#include "tests/catch.h"

namespace towpath::mysql {
namespace {

using Labels = std::vector<std::string>;

TEST_CASE("column type: labels") {
  CHECK(*ParseLabels("enum('a','b')") == Labels{"a", "b"});
  CHECK(*ParseLabels("set('x')") == Labels{"x"});
  CHECK(*ParseLabels("enum('')") == Labels{""});
  CHECK(*ParseLabels("enum('it''s','a,b','','''','(',')')") ==
        Labels{"it's", "a,b", "", "'", "(", ")"});
  CHECK(*ParseLabels(R"(enum('\\','a\nb','\r','\0','\\''','\\n'))") ==
        Labels{"\\", "a\nb", "\r", std::string(1, '\0'), "\\'", "\\n"});
  CHECK(*ParseLabels("enum('größe','日本')") == Labels{"größe", "日本"});
  CHECK(ParseLabels("int(11)")->empty());
  CHECK(ParseLabels("varchar(20)")->empty());
}

TEST_CASE("column type: what is no list of labels is refused") {
  for (const char* text : {"enum(", "enum()", "enum('a'", "enum('a", "enum('a',)", "enum('a' 'b')",
                           "set(a)", "enum('a',b)", "enum('a'''", "enum('a\\", "enum('a\\'"}) {
    CAPTURE(text);
    CHECK(ParseLabels(text).code() == Code::kCorrupted);
  }
}

TEST_CASE("column type: signedness") {
  CHECK(IsUnsigned("int(10) unsigned"));
  CHECK(IsUnsigned("int unsigned"));
  CHECK(IsUnsigned("decimal(10,2) unsigned zerofill"));
  CHECK_FALSE(IsUnsigned("bigint(20)"));
  CHECK_FALSE(IsUnsigned("enum('a',' unsigned')"));
}

}  // namespace
}  // namespace towpath::mysql
