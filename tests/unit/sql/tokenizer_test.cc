#include "sql/tokenizer.h"

#include <string>
#include <vector>

#include "tests/catch.h"

namespace towpath::sql {
namespace {

using Texts = std::vector<std::string>;

Dialect Mysql(uint32_t version = 0x080400, uint64_t mode = 0) {
  return {Flavor::kMysql, version, mode};
}
Dialect Mariadb(uint32_t version = 0x0a0b00, uint64_t mode = 0) {
  return {Flavor::kMariadb, version, mode};
}

Texts Tokens(std::string_view sql, const Dialect& dialect = {}) {
  Texts texts;
  Tokenizer scan(sql, dialect);
  for (Token t = scan.Next(); t.kind != TokenKind::kEnd; t = scan.Next()) {
    CHECK(sql.substr(t.offset, t.text.size()) == t.text);
    texts.emplace_back(t.text);
  }
  return texts;
}

std::vector<TokenKind> KindsOf(std::string_view sql, const Dialect& dialect = {}) {
  std::vector<TokenKind> kinds;
  Tokenizer scan(sql, dialect);
  for (Token t = scan.Next(); t.kind != TokenKind::kEnd; t = scan.Next()) kinds.push_back(t.kind);
  return kinds;
}

std::string Value(std::string_view sql, const Dialect& dialect = {}) {
  return ValueOf(Tokenizer(sql, dialect).Next(), dialect);
}

std::string Name(std::string_view sql, const Dialect& dialect = {}) {
  return NameOf(Tokenizer(sql, dialect).Next());
}

TEST_CASE("tokens of a statement", "[sql]") {
  CHECK(Tokens("CREATE TABLE a.`b c` (x INT(10) DEFAULT -1.5e3);") ==
        Texts{"CREATE", "TABLE", "a", ".", "`b c`", "(", "x", "INT", "(", "10", ")", "DEFAULT", "-",
              "1.5e3", ")", ";"});
  CHECK(Tokens("a<=>b->>'$.x'||c:=d") ==
        Texts{"a", "<=>", "b", "->>", "'$.x'", "||", "c", ":=", "d"});
  CHECK(Tokens("db . t") == Texts{"db", ".", "t"});
  CHECK(Tokens("größe 日本.語") == Texts{"größe", "日本", ".", "語"});
  CHECK(Tokens("DEFINER=`a`@`b%` SET @x=@@global.y, @'q r'=1") ==
        Texts{"DEFINER", "=", "`a`", "@`b%`", "SET", "@x", "=", "@@global.y", ",", "@'q r'", "=",
              "1"});
  CHECK(Tokens("").empty());
  CHECK(Tokens(std::string_view("a\0b", 3)) == Texts{"a", "b"});
}

TEST_CASE("names and numbers that begin with digits", "[sql]") {
  using K = TokenKind;
  CHECK(KindsOf("1a 1_ 1$ 12 1.5 .5 1e5 1e-5 1E+5") ==
        std::vector<K>{K::kWord, K::kWord, K::kWord, K::kNumber, K::kNumber, K::kNumber, K::kNumber,
                       K::kNumber, K::kNumber});
  CHECK(KindsOf("1e 1ea 0x 0xg 0x1g 0b2 0b12") == std::vector<K>(7, K::kWord));
  CHECK(KindsOf("0x1F 0b101 x'1f' B'1'") == std::vector<K>{K::kHex, K::kBits, K::kHex, K::kBits});
  CHECK(Tokens("db.1t.2e5") == Texts{"db", ".", "1t", ".", "2e5"});
  CHECK(KindsOf("db.1.`t`.5") == std::vector<K>{K::kWord, K::kOperator, K::kWord, K::kOperator,
                                                K::kQuotedName, K::kOperator, K::kWord});
  CHECK(Tokens("a .5") == Texts{"a", ".5"});
  CHECK(Tokens("1.e3.x") == Texts{"1.e3", ".", "x"});
  CHECK(Tokens("t.x'1'") == Texts{"t", ".", "x", "'1'"});
}

TEST_CASE("strings and what they stand for", "[sql]") {
  CHECK(Value("'it''s'") == "it's");
  CHECK(Value(R"('a\'b\\c\n\t\0\Z\%\_\x')") == std::string("a'b\\c\n\t\0\x1a\\%\\_x", 14));
  CHECK(Value("\"a\"\"b'c\"") == "a\"b'c");
  CHECK(Value(R"('a\')", Mysql(0, kModeNoBackslashEscapes)) == "a\\");
  CHECK(Value("N'x'") == "x");
  CHECK(Value("x'4142'") == "AB");
  CHECK(Value("0x142") == "\x01\x42");
  CHECK(Value("b'100000101'") == "\x01\x05");
  CHECK(Value("''").empty());
  CHECK(Tokens(R"('a\'b' c)") == Texts{R"('a\'b')", "c"});
  CHECK(Tokens(R"('a\' b)", Mysql(0, kModeNoBackslashEscapes)) == Texts{R"('a\')", "b"});
  CHECK(Tokens("_utf8mb4'x' N'y' n'z'") == Texts{"_utf8mb4", "'x'", "N'y'", "n'z'"});
  CHECK(Name("`a``b`") == "a`b");
  CHECK(Name(R"(`a\`)") == "a\\");
  CHECK(Name("plain") == "plain");
  CHECK(Name("\"a\"\"b\"", Mysql(0, kModeAnsiQuotes)) == "a\"b");
  CHECK(KindsOf("\"a\"") == std::vector<TokenKind>{TokenKind::kString});
  CHECK(KindsOf("\"a\"", Mysql(0, kModeAnsiQuotes)) ==
        std::vector<TokenKind>{TokenKind::kQuotedName});
}

TEST_CASE("what is not closed runs to the end", "[sql]") {
  for (const std::string_view sql :
       {"'abc", "'abc\\'", "`abc", "\"abc", "N'abc", "x'ab", "@'abc"}) {
    CAPTURE(sql);
    CHECK(KindsOf(sql) == std::vector<TokenKind>{TokenKind::kBad});
  }
  CHECK(Tokens("a /* b").size() == 1);
  CHECK(Tokens("a /*!80000 b", Mysql()) == Texts{"a", "b"});
  CHECK(Tokens("a /*!99999 b", Mysql()) == Texts{"a"});
  CHECK(KindsOf("'a\\") == std::vector<TokenKind>{TokenKind::kBad});
}

TEST_CASE("comments", "[sql]") {
  CHECK(Tokens("a # x ' y\nb -- z `\nc /* ' /* */ d") == Texts{"a", "b", "c", "d"});
  CHECK(Tokens("1--1") == Texts{"1", "-", "-", "1"});
  CHECK(Tokens("a --") == Texts{"a"});
  CHECK(Tokens("a --\nb") == Texts{"a", "b"});
  CHECK(Tokens("a/**/b") == Texts{"a", "b"});
  CHECK(Tokens("a /*/ b */ c") == Texts{"a", "c"});
}

TEST_CASE("versioned comments, as each server reads them", "[sql]") {
  const std::string_view old = "a /*!50600 b */ c";
  CHECK(Tokens(old, Mysql()) == Texts{"a", "b", "c"});
  CHECK(Tokens(old, Mariadb()) == Texts{"a", "b", "c"});
  const std::string_view since8 = "a /*!80023 INVISIBLE */ c";
  CHECK(Tokens(since8, Mysql(0x080017)) == Texts{"a", "INVISIBLE", "c"});
  CHECK(Tokens(since8, Mysql(0x080016)) == Texts{"a", "c"});
  CHECK(Tokens(since8, Mariadb()) == Texts{"a", "c"});
  const std::string_view maria = "a /*M!100301 b */ c";
  CHECK(Tokens(maria, Mariadb()) == Texts{"a", "b", "c"});
  CHECK(Tokens(maria, Mariadb(0x0a0300)) == Texts{"a", "c"});
  CHECK(Tokens(maria, Mysql()) == Texts{"a", "c"});
  CHECK(Tokens("a /*!100301 b */ c", Mariadb()) == Texts{"a", "b", "c"});
  CHECK(Tokens("a /*!100301 b */ c", Mysql()) == Texts{"a", "c"});
  CHECK(Tokens("a /*M!50701 b */ c", Mariadb()) == Texts{"a", "b", "c"});
  CHECK(Tokens("a /*! b */ c", Mysql()) == Texts{"a", "b", "c"});
  CHECK(Tokens("a /*!12 b */ c", Mysql()) == Texts{"a", "12", "b", "c"});
  CHECK(Tokens("a /*!50003 b /* x */ d */ c", Mysql()) == Texts{"a", "b", "d", "c"});
  CHECK(Tokens("a /*!99999 b /* x */ d */ c", Mysql()) == Texts{"a", "c"});
  CHECK(Tokens("a * / b") == Texts{"a", "*", "/", "b"});
}

TEST_CASE("any bytes are cut in linear time and within bounds", "[sql]") {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "/*!99999 /* ";
  CHECK(Tokens(deep, Mysql()).empty());
  std::string quotes(100001, '\'');
  CHECK(Tokens(quotes).size() == 1);
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (size_t from = 0; from < all.size(); ++from) {
    for (const size_t size : {1u, 2u, 3u, 17u}) {
      const std::string_view part = std::string_view(all).substr(from, size);
      for (const std::string& token : Tokens(part)) CHECK(!token.empty());
    }
  }
}

}  // namespace
}  // namespace towpath::sql
