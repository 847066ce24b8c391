// A status as JSON: names, order, and what is not known.
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tests/catch.h"
#include "towpath/stream_status.h"

namespace towpath::test {
namespace {

std::string Json(const StreamStatus& status) {
  std::string json;
  AppendJson(status, &json);
  return json;
}

TEST_CASE("a status that knows nothing says null", "[status]") {
  const std::string json = Json(StreamStatus());
  CHECK_THAT(json, Catch::Matchers::StartsWith(R"({"state":"connecting","time_us":0,)"));
  for (const char* member :
       {"error_us", "reconnected_us", "last_received_us", "get_position", "ack_position",
        "processed", "read_position", "source_position", "resume_position", "end_position",
        "end_known_us", "lag_us", "read_lag_us", "lag_bytes", "read_lag_bytes", "last_event_us",
        "oldest_mark", "oldest_mark_age_us"}) {
    INFO(member);
    CHECK_THAT(json, ContainsSubstring('"' + std::string(member) + "\":null,"));
  }
  CHECK_THAT(json, ContainsSubstring(R"("error":"OK","error_message":"",)"));
  CHECK_THAT(json, Catch::Matchers::EndsWith(R"("write_max_us":0})"));
}

TEST_CASE("a status with everything", "[status]") {
  StreamStatus status;
  status.state = StreamState::kFailed;
  status.error = Status(Code::kCorrupted, "\"bad\"\nevent \xff");
  status.error_us = 1'700'000'000'000'001;
  status.ack_position = *Position::Parse("binlog.000002:1547:3");
  status.end_position = *Position::Parse("binlog.000009:4294967296");
  status.lag_us = 0;
  status.lag_bytes = 9'000'000'000'000;
  status.clock_offset_us = -12;
  status.at_end = true;
  status.bytes_read = 18'446'744'073'709'551'615U;
  status.bytes_read_per_second = 1234.56789;
  status.oldest_mark = 7;
  const std::string json = Json(status);
  for (const char* member :
       {R"("state":"failed",)", R"("error":"CORRUPTED",)",
        R"("error_message":"\"bad\"\nevent )"
        "\xEF\xBF\xBD\",",
        R"("error_us":1700000000000001,)", R"("ack_position":"binlog.000002:1547:3",)",
        R"("end_position":"binlog.000009:4294967296",)", R"("lag_us":0,)",
        R"("lag_bytes":9000000000000,)", R"("clock_offset_us":-12,)", R"("at_end":true,)",
        R"("bytes_read":18446744073709551615,)", R"("bytes_read_per_second":1234.568,)",
        R"("oldest_mark":7,)"}) {
    CHECK_THAT(json, ContainsSubstring(member));
  }
}

TEST_CASE("every member is documented", "[status]") {
  std::ifstream file(TOWPATH_SOURCE_FOLDER "/docs/observability.md");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::string json = Json(StreamStatus());
  int members = 0;
  for (size_t at = json.find("\":"); at != std::string::npos; at = json.find("\":", at + 1)) {
    const size_t begin = json.rfind('"', at - 1) + 1;
    CHECK_THAT(text, ContainsSubstring('`' + json.substr(begin, at - begin) + '`'));
    ++members;
  }
  CHECK(members > 50);
}

TEST_CASE("states have names", "[status]") {
  std::set<std::string_view> names;
  for (int state = 0; state <= static_cast<int>(StreamState::kClosed); ++state) {
    names.insert(StreamStateName(static_cast<StreamState>(state)));
  }
  CHECK(names == std::set<std::string_view>{"connecting", "running", "ended", "failed", "closed"});
  CHECK(StreamStateName(static_cast<StreamState>(99)) == "unknown");
}

}  // namespace
}  // namespace towpath::test
