#include "towpath/gtid.h"

#include <random>
#include <set>

#include "tests/catch.h"

namespace towpath {
namespace {

constexpr const char* kA = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
constexpr const char* kB = "bba4f0ce-0000-11ef-8000-0242ac110002";

GtidSet Set(const std::string& text) {
  auto set = GtidSet::Parse(text);
  INFO(text);
  REQUIRE(set.ok());
  return *set;
}

std::string A(const std::string& numbers) { return std::string(kA) + ":" + numbers; }

std::span<const uint8_t> Bytes(const std::string& text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

TEST_CASE("a GTID survives its text", "[gtid]") {
  for (const std::string& text :
       {A("1"), A("9223372036854775806"), A("audit_1:7"), std::string("0-1-270"),
        std::string("4294967295-4294967295-18446744073709551615")}) {
    INFO(text);
    const auto gtid = Gtid::Parse(text);
    REQUIRE(gtid.ok());
    CHECK(gtid->ToString() == text);
  }
  CHECK(Gtid().ToString().empty());
}

TEST_CASE("what is no GTID is refused", "[gtid]") {
  for (const std::string& text :
       {std::string(), A("0"), A("9223372036854775807"), A("1-5"), A("9x:1"), std::string(kA),
        std::string("0-1"), std::string("0-1-2-3"), std::string("-1-1-1"),
        std::string("4294967296-1-1"), std::string("3e11fa47:1"), A("tag:")}) {
    INFO(text);
    CHECK(Gtid::Parse(text).code() == Code::kInvalidPosition);
  }
}

TEST_CASE("a MySQL set is normalised", "[gtid]") {
  CHECK(Set("").ToString().empty());
  CHECK(Set(A("5:1-3:4:9-7000:8")).ToString() == A("1-5:8-7000"));
  CHECK(Set(A("1-3") + ",\n" + A("4") + " , ").ToString() == A("1-4"));
  CHECK(Set("3E11FA47-71CA-11E1-9E33-C80AA9429562:1-2").ToString() == A("1-2"));
  CHECK(Set("3e11fa4771ca11e19e33c80aa9429562:1").ToString() == A("1"));
  CHECK(Set(A("1-5:7:Tag_a:1-3:9:b:4")).ToString() == A("1-5:7:b:4:tag_a:1-3:9"));
  CHECK(Set(std::string(kB) + ":1," + A("2")).ToString() == A("2") + "," + kB + ":1");
}

TEST_CASE("a MariaDB set holds the last of each domain", "[gtid]") {
  CHECK(Set("1-7-5,0-1-270").ToString() == "0-1-270,1-7-5");
  GtidSet set = Set("0-1-270");
  CHECK(set.Contains(*Gtid::Parse("0-2-270")));
  CHECK_FALSE(set.Contains(*Gtid::Parse("0-1-271")));
  CHECK_FALSE(set.Contains(*Gtid::Parse("1-1-1")));
  REQUIRE(set.Add(*Gtid::Parse("0-2-271")).ok());
  CHECK(set.ToString() == "0-2-271");
  CHECK(Set("0-1-5,1-1-9").Subtract(Set("0-1-5,1-1-8"))->ToString() == "1-1-9");
}

TEST_CASE("flavors do not mix", "[gtid]") {
  GtidSet set = Set("0-1-1");
  CHECK(set.Add(*Gtid::Parse(A("1"))).code() == Code::kInvalidArgument);
  CHECK(set.Add(Set(A("1"))).code() == Code::kInvalidArgument);
  CHECK_FALSE(set.Subtract(Set(A("1"))).ok());
  CHECK_FALSE(GtidSet::Parse("0-1-1," + A("1")).ok());
  CHECK_FALSE(GtidSet::Parse(A("1") + ",0-1-1").ok());
}

TEST_CASE("malformed sets say which member is wrong", "[gtid]") {
  for (const std::string& text : {A("5-1"), A("0-3"), A(""), A("1-2-3"), A("tag"), A("1,x"),
                                  std::string("nonsense"), std::string(kA)}) {
    INFO(text);
    const auto set = GtidSet::Parse(text);
    REQUIRE_FALSE(set.ok());
    CHECK(set.code() == Code::kInvalidPosition);
  }
}

TEST_CASE("encoded sets come back, untagged and tagged", "[gtid]") {
  for (const std::string& text :
       {std::string(), A("1-5:7"), A("1") + "," + kB + ":3-9", A("1-5:tag_a:1-3:zz:7")}) {
    INFO(text);
    const GtidSet set = Set(text);
    const std::string bytes = set.Encode();
    const auto back = GtidSet::Decode(Bytes(bytes));
    REQUIRE(back.ok());
    CHECK(*back == set);
    for (size_t cut = 0; cut < bytes.size(); ++cut) {  // truncated at every byte
      CHECK(GtidSet::Decode(Bytes(bytes.substr(0, cut))).code() == Code::kCorrupted);
    }
  }
  CHECK(Set("").Encode().size() == 8);
  // The head of a tagged set: format 1 in the lowest and highest byte, the count between.
  CHECK(Set(A("t:1")).Encode().substr(0, 8) == std::string("\x01\x01\0\0\0\0\0\x01", 8));
}

TEST_CASE("lengths that lie do not allocate", "[gtid]") {
  std::string bytes(8 + 16 + 8, '\xff');
  CHECK(GtidSet::Decode(Bytes(bytes)).code() == Code::kCorrupted);
  bytes[7] = 0;  // untagged, an absurd count of sources
  CHECK(GtidSet::Decode(Bytes(bytes)).code() == Code::kCorrupted);
}

// The set of numbers that interval arithmetic must agree with.
TEST_CASE("set algebra agrees with plain sets", "[gtid]") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto draw = [&](GtidSet* set, std::set<uint64_t>* plain) {
    for (int i = 0; i < 12; ++i) {
      const uint64_t first = 1 + random() % 60;
      const uint64_t last = first + random() % 6;
      REQUIRE(set->Add(Set(A(std::to_string(first) + "-" + std::to_string(last)))).ok());
      for (uint64_t n = first; n <= last; ++n) plain->insert(n);
    }
  };
  for (int round = 0; round < 300; ++round) {
    GtidSet a, b;
    std::set<uint64_t> plain_a, plain_b;
    draw(&a, &plain_a);
    draw(&b, &plain_b);
    const auto rest = a.Subtract(b);
    REQUIRE(rest.ok());
    bool contained = true;
    for (uint64_t n = 1; n < 70; ++n) {
      Gtid gtid = *Gtid::Parse(A(std::to_string(n)));
      CHECK(a.Contains(gtid) == (plain_a.count(n) == 1));
      CHECK(rest->Contains(gtid) == (plain_a.count(n) == 1 && plain_b.count(n) == 0));
      contained &= plain_a.count(n) == 1 || plain_b.count(n) == 0;
    }
    CHECK(a.Contains(b) == contained);
    for (const auto& [source, intervals] : a.sources()) {
      for (size_t i = 1; i < intervals.size(); ++i) {
        CHECK(intervals[i - 1].end < intervals[i].begin);
      }
    }
  }
}

TEST_CASE("An encoded tag is read in lower case, as text is", "[gtid]") {
  std::string bytes("\x01\x01\0\0\0\0\0\x01", 8);
  bytes += std::string(16, '\x0a') + "\x06" + "TaG";
  bytes += std::string("\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0", 24);
  const auto set = GtidSet::Decode(Bytes(bytes));
  REQUIRE(set.ok());
  CHECK(set->ToString() == "0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a:tag:1-2");
  CHECK(*GtidSet::Parse(set->ToString()) == *set);
}

}  // namespace
}  // namespace towpath
