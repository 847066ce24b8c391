#include "binlog/charset.h"

#include <string>

#include "tests/catch.h"

namespace towpath::binlog {
namespace {

std::string Utf8(std::string_view set, std::string_view text, bool good = true) {
  const Charset* charset = CharsetByName(set);
  REQUIRE(charset != nullptr);
  std::string out = "x";
  CHECK(AppendUtf8(charset, text, &out) == good);
  return out.substr(1);
}

TEST_CASE("collation ids of both servers", "[charset]") {
  const auto name = [](uint32_t id) {
    const Charset* charset = CharsetOfCollation(id);
    return charset != nullptr ? CharsetName(*charset) : "";
  };
  CHECK(name(0).empty());
  CHECK(name(1) == "big5");
  CHECK(name(8) == "latin1");
  CHECK(name(33) == "utf8mb3");
  CHECK(name(45) == "utf8mb4");
  CHECK(name(63) == "binary");
  CHECK(name(76) == "utf8mb3");
  CHECK(name(95) == "cp932");
  CHECK(name(224) == "utf8mb4");
  CHECK(name(248) == "gb18030");
  CHECK(name(255) == "utf8mb4");  // MySQL: utf8mb4_0900_ai_ci
  CHECK(name(323) == "utf8mb4");
  CHECK(name(576) == "utf8mb3");  // MariaDB: utf8mb3_croatian_ci
  CHECK(name(672) == "utf16");
  CHECK(name(1032) == "latin1");  // latin1_swedish_nopad_ci
  CHECK(name(1087) == "binary");
  CHECK(name(1270) == "utf8mb4");
  CHECK(name(2048) == "utf8mb3");
  CHECK(name(2304) == "utf8mb4");  // utf8mb4_uca1400_ai_ci
  CHECK(name(2560) == "ucs2");
  CHECK(name(3271) == "utf32");
  CHECK(name(3328).empty());
  CHECK(name(0xffffffff).empty());
  CHECK(CharsetByName("utf8") == CharsetByName("utf8mb3"));
  CHECK(CharsetByName("") == nullptr);
  CHECK(CharsetByName("klingon") == nullptr);
  CHECK(CharsetMaxLength(*CharsetByName("utf8mb4")) == 4);
  CHECK(CharsetMaxLength(*CharsetByName("latin1")) == 1);
  CHECK(CharsetMaxLength(*CharsetByName("ujis")) == 3);
}

TEST_CASE("characters without a meaning stay whole, broken ones byte by byte", "[charset]") {
  // The bytes behind the first would be characters on their own.
  CHECK(Utf8("ujis", "\x8f\xa1\xa1z", false) == "\x8f\xa1\xa1z");
  CHECK(Utf8("eucjpms", "\x8f\xf3\xed", false) == "\x8f\xf3\xed");
  CHECK(Utf8("sjis", "\x81\xad", false) == "\x81\xad");
  CHECK(Utf8("cp932", "\xfc\xdd", false) == "\xfc\xdd");
  CHECK(Utf8("big5", "\xa3\xe1", false) == "\xa3\xe1");  // a euro elsewhere
  CHECK(Utf8("gb18030", "\x84\x31\xa4\x39\x90\x30\x81\x30") == "\xef\xbf\xbf\xf0\x90\x80\x80");
  CHECK(Utf8("gb18030", "\x84\x31\xa5\x30", false) == "\x84\x31\xa5\x30");
  // Not followed by what has to follow.
  CHECK(Utf8("gbk", "\xba", false) == "\xba");
  CHECK(Utf8("gbk", "\xba\x20\xba\xba", false) == "\xba \xe6\xb1\x89");
  CHECK(Utf8("ujis", "\x8f\xb0", false) == "\x8f\xb0");
  CHECK(Utf8("ujis", "\x8e\x41", false) == "\x8e\x41");
  CHECK(Utf8("sjis", "\xfd\xff", false) == "\xfd\xff");
  CHECK(Utf8("gb18030", "\x84\x31\xa4", false) == "\x84\x31\xa4");
}

TEST_CASE("text of every kind of set as UTF-8", "[charset]") {
  CHECK(Utf8("latin1", "a\xe4\x80\x81z") == "a\xc3\xa4\xe2\x82\xac\xc2\x81z");
  CHECK(Utf8("cp1251", "\xc4\xe6") == "\xd0\x94\xd0\xb6");
  CHECK(Utf8("koi8r", "\xe4\xd6") == "\xd0\x94\xd0\xb6");
  CHECK(Utf8("latin2", "\xb3") == "\xc5\x82");
  CHECK(Utf8("greek", "\xe1") == "\xce\xb1");
  CHECK(Utf8("swe7", "a@[\\]^`{|}~") ==
        "a\xc3\x89\xc3\x84\xc3\x96\xc3\x85\xc3\x9c\xc3\xa9\xc3\xa4\xc3\xb6\xc3\xa5\xc3\xbc");
  CHECK(Utf8("gbk", "a\xba\xba\xd7\xd6z") == "a\xe6\xb1\x89\xe5\xad\x97z");
  CHECK(Utf8("gb2312", "\xba\xba") == "\xe6\xb1\x89");
  CHECK(Utf8("gb18030", std::string_view("\xba\xba\x94\x39\xda\x33", 6)) ==
        "\xe6\xb1\x89\xf0\x9f\x92\xa9");
  CHECK(Utf8("sjis", "\x8a\xbf\xb1\\~") == "\xe6\xbc\xa2\xef\xbd\xb1\\~");
  CHECK(Utf8("sjis", "\x81\x5f") == "\\");  // as the servers' table has it
  CHECK(Utf8("cp932", "\x81\x5f\x87\x40") == "\xef\xbc\xbc\xe2\x91\xa0");
  CHECK(Utf8("ujis", "\xb4\xc1\x8e\xb1\x8f\xb0\xa1") == "\xe6\xbc\xa2\xef\xbd\xb1\xe4\xb8\x82");
  CHECK(Utf8("ujis", "\xf5\xa1") == "\xee\x80\x80");
  CHECK(Utf8("eucjpms", "\xad\xa1") == "\xe2\x91\xa0");
  CHECK(Utf8("euckr", "\xc7\xd1") == "\xed\x95\x9c");
  CHECK(Utf8("big5", "\xba\x7e") == "\xe6\xbc\xa2");
  CHECK(Utf8("big5", "\xc6\xa5\xc6\xf7") == "\xe3\x81\x81\xe3\x82\x93");
  CHECK(Utf8("ucs2", std::string_view("\0a\x6f\x22", 4)) == "a\xe6\xbc\xa2");
  CHECK(Utf8("utf16", std::string_view("\xd8\x3d\xde\x00\0z", 6)) == "\xf0\x9f\x98\x80z");
  CHECK(Utf8("utf16le", std::string_view("\x3d\xd8\x00\xde", 4)) == "\xf0\x9f\x98\x80");
  CHECK(Utf8("utf32", std::string_view("\0\x01\xf6\0\0\0\0a", 8)) ==
        "\xf0\x9f\x98\x80"
        "a");
  CHECK(Utf8("ascii", "abc") == "abc");
  CHECK(Utf8("utf8mb4", "\xf0\x9f\x98\x80") == "\xf0\x9f\x98\x80");
  CHECK(Utf8("binary", "abc") == "abc");
  for (const char* set : {"latin1", "gbk", "utf16", "utf32", "utf8mb4", "swe7", "ascii"})
    CHECK(Utf8(set, "").empty());
}

TEST_CASE("bytes that are no character stay as they are", "[charset]") {
  CHECK(Utf8("utf8mb4", "a\xff", false) == "a\xff");
  CHECK(Utf8("ascii", "a\xe4", false) == "a\xe4");
  CHECK(Utf8("hebrew", "a\xff", false) == "a\xff");
  CHECK(Utf8("gbk", "a\xba", false) == "a\xba");
  CHECK(Utf8("gbk", "\xff\xff\xba\xba", false) == "\xff\xff\xe6\xb1\x89");
  CHECK(Utf8("gb18030", std::string_view("\x81\x30\x81", 3), false) == "\x81\x30\x81");
  CHECK(Utf8("utf16", std::string_view("\xd8\x3d\0a", 4), false) == std::string_view("\xd8\x3d"
                                                                                     "a"));
  CHECK(Utf8("utf16", "\xde", false) == "\xde");
  CHECK(Utf8("utf16", std::string_view("\xde\0", 2), false) == std::string_view("\xde\0", 2));
  CHECK(Utf8("utf32", std::string_view("\0\x11\0\0", 4), false) ==
        std::string_view("\0\x11\0\0", 4));
  CHECK(Utf8("utf32", std::string_view("\0\0\0", 3), false) == std::string_view("\0\0\0", 3));
  std::string out;
  CHECK(AppendUtf8(nullptr, "abc", &out));
  CHECK_FALSE(AppendUtf8(nullptr, "\xe4", &out));
  CHECK(out == "abc\xe4");
}

TEST_CASE("well-formed UTF-8", "[charset]") {
  for (const char* good :
       {"", "abcdefghijklmnop", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
        "\xee\x80\x80", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "abcdefg\xc3\xa4hijklmno"})
    CHECK(IsUtf8(good));
  for (const char* bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xc2", "\xe0\x9f\xbf", "\xed\xa0\x80",
                          "\xe1\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
                          "\xff", "abcdefgh\xc3", "\xe1\x80\x41"})
    CHECK_FALSE(IsUtf8(bad));
  // Every code point, there and back.
  for (uint32_t c = 1; c <= 0x10ffff; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    std::string text;
    AppendCodePoint(c, &text);
    if (!IsUtf8(text)) FAIL("code point " << c);
  }
}

}  // namespace
}  // namespace towpath::binlog
