#include "towpath/options.h"

#include <algorithm>

#include "tests/catch.h"

namespace towpath {
namespace {

TEST_CASE("the option table is sorted, documented and has valid defaults", "[options]") {
  const auto table = OptionTable();
  REQUIRE_FALSE(table.empty());
  CHECK(std::is_sorted(table.begin(), table.end(),
                       [](const auto& a, const auto& b) { return a.key < b.key; }));
  for (const OptionSpec& spec : table) {
    INFO(spec.key);
    CHECK(FindOption(spec.key) == &spec);
    CHECK_FALSE(spec.doc.empty());
    CHECK(spec.doc.back() == '.');
    Options options;
    if (!spec.default_value.empty()) {
      CHECK(options.Set(spec.key, spec.default_value).ok());
    }
    CHECK(*options.Get(spec.key) == spec.default_value);
  }
}

TEST_CASE("an unknown key is refused with the nearest known one", "[options]") {
  Options options;
  const Status s = options.Set("source.ulr", "x");
  CHECK(s.code() == Code::kUnknownOption);
  CHECK_THAT(s.message(), ContainsSubstring("source.ulr"));
  CHECK_THAT(s.message(), ContainsSubstring("source.url"));
  CHECK(options.Get("nonsense").code() == Code::kUnknownOption);
  CHECK(FindOption("") == nullptr);
}

TEST_CASE("a bad value names key, value and what is accepted, and changes nothing", "[options]") {
  const struct {
    const char* key;
    const char* value;
    const char* expected;
  } cases[] = {
      {"dedup.mode", "maybe", "off|flag|drop"},
      {"batch.isolate_ddl", "yes", "true or false"},
      {"buffer.bytes", "12 MB", "KiB"},
      {"buffer.bytes", "1", "1048576"},
      {"buffer.bytes", "99999999999999GiB", "bytes"},
      {"source.server_id", "-1", "an integer from 0"},
      {"source.server_id", "4294967296", "4294967295"},
      {"source.server_id", "1.5", "an integer"},
      {"source.heartbeat_ms", "", "an integer"},
      {"filter.events", "insert,upsert", "comma list"},
      {"filter.events", "", "comma list"},
      {"filter.events", "begin,commit", "would never come"},
      {"filter.events", "commit,heartbeat", "would never come"},
  };
  for (const auto& c : cases) {
    INFO(c.key << "=" << c.value);
    Options options;
    const Status s = options.Set(c.key, c.value);
    CHECK(s.code() == Code::kInvalidOption);
    CHECK_THAT(s.message(), ContainsSubstring(c.key));
    CHECK_THAT(s.message(), ContainsSubstring(c.expected));
    CHECK_FALSE(options.IsSet(c.key));
  }
}

TEST_CASE("positions and names are checked when they are set", "[options]") {
  Options options;
  CHECK(options.Set("source.start", "somewhere").code() == Code::kInvalidPosition);
  CHECK(options.Set("source.until", "earliest").code() == Code::kInvalidOption);
  CHECK(options.Set("source.until", "").ok());
  CHECK(options.Set("stream.name", "orders.v2_eu-1").ok());
  for (const char* name : {"", "a b", "../x", "-x", ".x", "é", "a/b", "a\nb"}) {
    INFO(name);
    CHECK(options.Set("stream.name", name).code() == Code::kInvalidName);
  }
  CHECK(options.Set("stream.name", std::string(128, 'n')).ok());
  CHECK(options.Set("stream.name", std::string(129, 'n')).code() == Code::kInvalidName);
  CHECK(options.Set("stream.name", std::string_view("a\0b", 3)).code() == Code::kInvalidOption);
}

TEST_CASE("a password never shows in an error", "[options]") {
  Options options;
  for (const char* url : {"mysql://user:s3cret@host:99999/", "mysq://user:s3cret@host/",
                          "mysql://user:s3cret%@host/", "mysql://user:s3cret@host/db",
                          "mysql://user:s3cret@host/?x=1", "mysql://user:s3cret@[::1/"}) {
    INFO(url);
    const Status s = options.Set("source.url", url);
    CHECK(s.code() == Code::kInvalidOption);
    CHECK(s.message().find("s3cret") == std::string::npos);
  }
}

}  // namespace
}  // namespace towpath
