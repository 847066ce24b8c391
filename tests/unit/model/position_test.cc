#include "towpath/position.h"

#include "tests/catch.h"

namespace towpath {
namespace {

Position At(const std::string& text) {
  auto p = Position::Parse(text);
  REQUIRE(p.ok());
  return *p;
}

TEST_CASE("a position survives its text", "[position]") {
  const Position p = At("mysql-bin.000042:8589934592:7@154");
  CHECK(p.file == "mysql-bin.000042");
  CHECK(p.offset == 8589934592);
  CHECK(p.ordinal == 7);
  CHECK(p.transaction_offset == 154);
  CHECK(p.ToString() == "mysql-bin.000042:8589934592:7");
  CHECK(p.ToResumeString() == "mysql-bin.000042:8589934592:7@154");
  CHECK(At("binlog.000001:4").ToString() == "binlog.000001:4:0");
  CHECK(Position().ToString().empty());
}

TEST_CASE("a file name may hold a colon before the numbers", "[position]") {
  const Position p = At("odd:name.000003:120:1");
  CHECK(p.file == "odd:name.000003");
  CHECK(p.offset == 120);
  CHECK(p.ordinal == 1);
}

TEST_CASE("what is no position says what one looks like", "[position]") {
  for (const char* text :
       {"", "binlog.000001", ":4", "binlog.000001:", "binlog.000001:-4", "binlog.000001:4x",
        "binlog.000001:18446744073709551616", "binlog.000001:4:4294967296", "a/b.000001:4",
        "binlog.000001:4:0@", "binlog.000001:4:0@x", "binlog.000001:+4", "binlog.000001: 4"}) {
    INFO(text);
    const auto p = Position::Parse(text);
    REQUIRE_FALSE(p.ok());
    CHECK(p.code() == Code::kInvalidPosition);
    CHECK_THAT(p.status().message(), ContainsSubstring("FILE:OFFSET"));
  }
}

TEST_CASE("binlog order goes by file number, offset and ordinal", "[position]") {
  const char* ascending[] = {"bin.000009:500:0", "bin.000010:4:0",   "bin.000010:4:1",
                             "bin.000010:99:0",  "bin.999999:4:0",   "bin.1000000:4:0",
                             "bin.1000000:10:0", "other.1000001:4:0"};
  for (size_t i = 0; i < std::size(ascending); ++i) {
    for (size_t j = 0; j < std::size(ascending); ++j) {
      INFO(ascending[i] << " and " << ascending[j]);
      CHECK(ComparePositions(At(ascending[i]), At(ascending[j])) == (i <=> j));
    }
  }
}

TEST_CASE("files without a number are ordered by name", "[position]") {
  CHECK(BinlogFileNumber("binlog") == 0);
  CHECK(BinlogFileNumber("binlog.") == 0);
  CHECK(BinlogFileNumber("binlog.old") == 0);
  CHECK(BinlogFileNumber("a.b.000012") == 12);
  CHECK(ComparePositions(At("alpha:9"), At("beta:4")) == std::strong_ordering::less);
}

}  // namespace
}  // namespace towpath
