#include "binlog/gtid_event.h"

#include <string>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"

namespace towpath::binlog {
namespace {

using test::Le;

std::span<const uint8_t> Bytes(const std::string& s) {
  return {reinterpret_cast<const uint8_t*>(s.data()), s.size()};
}

TEST_CASE("MySQL's GTID event of every age", "[gtid]") {
  std::string body = Le(0, 1);
  for (uint64_t i = 0; i < 16; ++i) body += Le(i * 16 + i, 1);
  body += Le(123456789012, 8);
  GtidEvent event;
  // 5.6: nothing more.
  REQUIRE(ParseMysqlGtid(Bytes(body), false, &event));
  CHECK(event.gtid.ToString() == "00112233-4455-6677-8899-aabbccddeeff:123456789012");
  CHECK(event.commit_timestamp_us == 0);
  // 5.7: logical timestamps.
  body += Le(2, 1) + Le(5, 8) + Le(6, 8);
  REQUIRE(ParseMysqlGtid(Bytes(body), false, &event));
  CHECK(event.commit_timestamp_us == 0);
  // 8.0: commit time here, and there when it was replicated.
  std::string here = body + Le(1700000000000001, 7) + test::Lenenc(300) + Le(80036, 4);
  REQUIRE(ParseMysqlGtid(Bytes(here), false, &event));
  CHECK(event.commit_timestamp_us == 1700000000000001);
  std::string replicated =
      body + Le(1700000000000001 | uint64_t{1} << 55, 7) + Le(1600000000000002, 7);
  REQUIRE(ParseMysqlGtid(Bytes(replicated), false, &event));
  CHECK(event.commit_timestamp_us == 1600000000000002);

  CHECK_FALSE(ParseMysqlGtid(Bytes(body.substr(0, 24)), false, &event));
  CHECK_FALSE(ParseMysqlGtid(Bytes(std::string(25, '\0')), false, &event));  // number 0
  CHECK_FALSE(ParseMysqlGtid(Bytes(Le(0, 17) + Le(uint64_t{1} << 63, 8)), false, &event));
  CHECK_FALSE(ParseMysqlGtid(Bytes(Le(0, 17) + Le(INT64_MAX, 8)), false, &event));
  REQUIRE(ParseMysqlGtid(Bytes(Le(0, 17) + Le(INT64_MAX - 1, 8)), false, &event));
  CHECK(event.gtid.number == INT64_MAX - 1);
  REQUIRE(ParseMysqlGtid(Bytes(std::string(25, '\0')), true, &event));
  CHECK(event.gtid.empty());
}

// MySQL's variable-length integers, by the rule of its documentation.
std::string Var(uint64_t value) {
  for (int more = 0; more < 8; ++more) {
    const int bits = 7 * (more + 1);
    if (value >> bits != 0) continue;
    const uint64_t ones = (uint64_t{1} << more) - 1;
    return Le(value << (more + 1) | ones, more + 1);
  }
  return "\xff" + Le(value, 8);
}
std::string SignedVar(int64_t value) {
  const auto u = static_cast<uint64_t>(value);
  return Var(u << 1 ^ (value < 0 ? ~uint64_t{0} : 0));
}
std::string Message(const std::string& fields, uint64_t last_required = 0, uint64_t version = 1) {
  // Version, size (of all of it), last required field.
  for (size_t size = fields.size() + 3;; ++size) {
    std::string message = Var(version) + Var(size) + Var(last_required) + fields;
    if (message.size() == size) return message;
  }
}

TEST_CASE("tagged GTIDs", "[gtid]") {
  std::string uuid = Var(1);
  for (uint64_t i = 0; i < 16; ++i) uuid += Var(i * 17);
  GtidEvent event;
  const std::string tag(32, 'z');
  const std::string fields = Var(0) + Var(1) + uuid + Var(2) + SignedVar(5000000000) + Var(3) +
                             Var(tag.size()) + tag + Var(4) + SignedVar(-1) + Var(5) +
                             SignedVar(84) + Var(6) + Var(1700000000000001);
  REQUIRE(ParseTaggedGtid(Bytes(Message(fields)), &event));
  CHECK(event.gtid.ToString() == "00112233-4455-6677-8899-aabbccddeeff:" + tag + ":5000000000");
  CHECK(event.commit_timestamp_us == 1700000000000001);
  REQUIRE(
      ParseTaggedGtid(Bytes(Message(fields + Var(7) + Var(1600000000000002) + Var(8) + Var(345) +
                                    Var(9) + Var(90704) + Var(11) + Var(~uint64_t{0}))),
                      &event));
  CHECK(event.commit_timestamp_us == 1600000000000002);

  // Later versions add fields: those the event does not depend on are passed over.
  CHECK(ParseTaggedGtid(Bytes(Message(fields + Var(30) + "whatever", 11)), &event));
  CHECK_FALSE(ParseTaggedGtid(Bytes(Message(fields + Var(30) + "whatever", 30)), &event));

  CHECK_FALSE(ParseTaggedGtid(Bytes(Message(fields, 0, 2)), &event));
  CHECK_FALSE(ParseTaggedGtid({}, &event));
  CHECK_FALSE(ParseTaggedGtid(Bytes(Message(uuid + Var(2) + SignedVar(-5))), &event));
  CHECK_FALSE(ParseTaggedGtid(Bytes(Message(Var(1) + std::string(16, '\x7f'))), &event));
  CHECK_FALSE(ParseTaggedGtid(Bytes(Message(fields + Var(2) + SignedVar(5))), &event));  // order
  CHECK_FALSE(ParseTaggedGtid(
      Bytes(Message(uuid + Var(2) + SignedVar(5) + Var(3) + Var(33) + std::string(33, 'a'))),
      &event));
  CHECK_FALSE(ParseTaggedGtid(Bytes(Message(uuid + Var(2) + SignedVar(5) + Var(3) + Var(1) + "A")),
                              &event));
  const std::string whole = Message(fields);
  for (size_t n = 0; n < whole.size(); ++n)
    CHECK_FALSE(ParseTaggedGtid(Bytes(whole.substr(0, n)), &event));
}

// Numbers and tags that no server gives, but that a message can hold: a GTID made of them could not
// be written as text, or be in a set.
TEST_CASE("tagged GTIDs beyond what a server can give are refused", "[gtid]") {
  std::string uuid = Var(1);
  for (uint64_t i = 0; i < 16; ++i) uuid += Var(i);
  const auto parse = [&](int64_t number, const std::string& tag, GtidEvent* event) {
    return ParseTaggedGtid(
        Bytes(Message(uuid + Var(2) + SignedVar(number) + Var(3) + Var(tag.size()) + tag)), event);
  };
  GtidEvent event;
  CHECK_FALSE(parse(0, "tag", &event));
  CHECK_FALSE(parse(-1, "tag", &event));
  CHECK_FALSE(parse(INT64_MIN, "tag", &event));
  CHECK_FALSE(parse(INT64_MAX, "tag", &event));  // GNO_END
  REQUIRE(parse(INT64_MAX - 1, "tag", &event));
  CHECK(event.gtid.number == INT64_MAX - 1);
  CHECK_FALSE(ParseTaggedGtid(Bytes(Message(uuid + Var(3) + Var(1) + "a")), &event));  // no number

  for (const std::string& tag :
       {std::string("1"), std::string("9lives"), std::string("Tag"), std::string("a-b"),
        std::string("a b"), std::string("a:1"), std::string("a,b"), std::string("\0", 1),
        std::string("a\0", 2), std::string("t\xc3\xa4g"), std::string(33, 'a')}) {
    INFO('"' << tag << '"');
    CHECK_FALSE(parse(1, tag, &event));
  }
  for (const std::string& tag : {std::string(), std::string("a"), std::string("_"),
                                 std::string("a9"), std::string("_9_z"), std::string(32, 'z')}) {
    INFO('"' << tag << '"');
    REQUIRE(parse(1, tag, &event));
    CHECK(event.gtid.tag == tag);
    GtidSet set;
    REQUIRE(set.Add(event.gtid).ok());
    const auto again = GtidSet::Parse(set.ToString());
    REQUIRE(again.ok());
    CHECK(*again == set);
    const std::string encoded = set.Encode();
    const auto decoded = GtidSet::Decode(Bytes(encoded));
    REQUIRE(decoded.ok());
    CHECK(*decoded == set);
  }
  // A length that lies.
  CHECK_FALSE(ParseTaggedGtid(
      Bytes(Message(uuid + Var(2) + SignedVar(1) + Var(3) + Var(20) + "short")), &event));
  CHECK_FALSE(ParseTaggedGtid(
      Bytes(Message(uuid + Var(2) + SignedVar(1) + Var(3) + Var(~uint64_t{0}) + "short")), &event));
}

TEST_CASE("a tagged GTID as a server writes it", "[gtid]") {
  // Of MySQL 9.7, without the fields from the commit time on; the rest of the UUID is made up.
  const std::string hex =
      "02 76 00 00 00 02 ed02 9102 42 1e 02 04 06 08 0a 0c 0e 10 12 14 16 18"
      "04 04 06 0a 74 61 67 5f 61 08 9902 0a a102";
  std::string body;
  std::string digits;
  for (char c : hex)
    if (c != ' ') digits += c;
  for (size_t i = 0; i < digits.size(); i += 2)
    body += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  GtidEvent event;
  // The size names more than is here.
  CHECK_FALSE(ParseTaggedGtid(Bytes(body), &event));
  body[1] = static_cast<char>(body.size() << 1);
  REQUIRE(ParseTaggedGtid(Bytes(body), &event));
  CHECK(event.gtid.tag == "tag_a");
  CHECK(event.gtid.number == 1);
  CHECK(event.gtid.uuid[0] == 0xbb);
  CHECK(event.gtid.uuid[1] == 0xa4);
}

TEST_CASE("MariaDB's GTID event", "[gtid]") {
  GtidEvent event;
  REQUIRE(ParseMariadbGtid(Bytes(Le(270, 8) + Le(3, 4) + Le(0x29, 1) + Le(0, 6)), 12, &event));
  CHECK(event.gtid.ToString() == "3-12-270");
  CHECK(event.standalone);
  CHECK_FALSE(event.alter_without_effect);
  REQUIRE(ParseMariadbGtid(Bytes(Le(270, 8) + Le(3, 4) + Le(0x0c, 1)), 12, &event));
  CHECK_FALSE(event.standalone);
  CHECK_FALSE(ParseMariadbGtid(Bytes(Le(270, 8) + Le(3, 4)), 12, &event));
  CHECK_FALSE(ParseMariadbGtid(Bytes(Le(270, 8) + Le(3, 4) + Le(2, 1) + Le(0, 7)), 12, &event));
  CHECK_FALSE(ParseMariadbGtid(
      Bytes(Le(270, 8) + Le(3, 4) + Le(0x40, 1) + Le(1, 4) + Le(64, 1) + Le(64, 1) + "short"), 12,
      &event));
}

}  // namespace
}  // namespace towpath::binlog
