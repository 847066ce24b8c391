#include <ctime>
#include <string>

#include "fmt/format.h"
#include "model/cursor.h"
#include "model/text.h"

namespace towpath::model {
namespace {

bool ParseTimestamp(std::string_view text, int64_t* microseconds) {
  if (!text.empty() && text[0] == '@') {
    const auto seconds = ParseNumber<int64_t>(text.substr(1));
    if (!seconds || *seconds < 0 || *seconds > INT64_MAX / 1000000) return false;
    *microseconds = *seconds * 1000000;
    return true;
  }
  std::tm time{};
  const std::string owned(text);  // strptime wants a terminating NUL
  const char* rest = strptime(owned.c_str(), "%Y-%m-%d", &time);
  if (rest == nullptr || (*rest != 'T' && *rest != ' ')) return false;
  rest = strptime(rest + 1, "%H:%M:%S", &time);
  if (rest == nullptr) return false;
  int64_t fraction = 0;
  if (*rest == '.') {
    ++rest;
    for (int64_t unit = 100000; IsDigit(*rest); ++rest, unit /= 10) {
      fraction += (*rest - '0') * unit;  // digits behind the sixth count nothing
    }
  }
  if (*rest == 'Z' && rest[1] == '\0') ++rest;
  long zone = 0;  // seconds east of UTC
  if (*rest != '\0') {
    std::tm offset{};
    rest = strptime(rest, "%z", &offset);
    if (rest == nullptr || *rest != '\0') return false;
    zone = offset.tm_gmtoff;
  }
  const int64_t seconds = timegm(&time) - zone;
  if (seconds < 0) return false;
  *microseconds = seconds * 1000000 + fraction;
  return true;
}

}  // namespace

Result<StartPoint> StartPoint::Parse(std::string_view text) {
  StartPoint start;
  if (text == "latest") return start;
  if (text == "earliest") {
    start.kind = Kind::kEarliest;
    return start;
  }
  if (ParseTimestamp(text, &start.timestamp_us)) {
    start.kind = Kind::kTimestamp;
    return start;
  }
  if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
    if (auto gtids = GtidSet::Parse(text); gtids.ok()) {
      start.kind = Kind::kGtidSet;
      start.gtids = *std::move(gtids);
      return start;
    }
    if (auto position = Position::Parse(text); position.ok()) {
      start.position = *std::move(position);
      const std::string_view behind_file = text.substr(start.position.file.size() + 1);
      start.kind =
          behind_file.find(':') == std::string_view::npos ? Kind::kPosition : Kind::kAfterEntry;
      return start;
    }
  }
  return Status(
      Code::kInvalidPosition,
      fmt::format("\"{}\" is no place to start from: expected latest, earliest, FILE:OFFSET "
                  "(binlog.000002:1547), FILE:OFFSET:ORDINAL (after that entry), a GTID set, "
                  "or a timestamp (2026-11-21T10:00:00Z, @1795255200)",
                  text));
}

}  // namespace towpath::model
