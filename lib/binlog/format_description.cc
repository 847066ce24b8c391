#include "binlog/format_description.h"

#include <fmt/format.h>

#include <cstring>
#include <iterator>
#include <string_view>

#include "binlog/byte_reader.h"

namespace towpath::binlog {
namespace {

constexpr size_t kVersionSize = 50;
constexpr uint8_t kChecksumOff = 0;
constexpr uint8_t kChecksumCrc32 = 1;

// "10.11.19-MariaDB-log" is 10 << 16 | 11 << 8 | 19.
uint32_t VersionNumber(const std::string& version) {
  uint32_t parts[3] = {};
  size_t at = 0;
  for (uint32_t& part : parts) {
    uint32_t number = 0;
    while (at < version.size() && version[at] >= '0' && version[at] <= '9' && number < 256)
      number = number * 10 + static_cast<uint32_t>(version[at++] - '0');
    part = number < 256 ? number : 255;
    if (at >= version.size() || version[at] != '.') break;
    ++at;
  }
  return parts[0] << 16 | parts[1] << 8 | parts[2];
}

// As MySQL's Format_description_log_event knows them: 5.1.1 to 5.1.5, 5.4.0 and 5.2.0 to 5.2.2 with
// "-a_drop" behind.
bool IsTrial(std::string_view version) {
  return version.size() > 12 && version.substr(5, 7) == "-a_drop" &&
         ((version.starts_with("5.1.") && version[4] >= '1' && version[4] <= '5') ||
          version.starts_with("5.4.0") ||
          (version.starts_with("5.2.") && version[4] >= '0' && version[4] <= '2'));
}

}  // namespace

EventType FormatDescription::TrialType(EventType number) {
  using enum EventType;
  static constexpr EventType kFrom16[] = {
      kTableMap, kPreGaWriteRows, kPreGaUpdateRows, kPreGaDeleteRows,
      kXid,      kBeginLoadQuery, kExecuteLoadQuery};
  const size_t at = static_cast<size_t>(number) - 16;
  return at < std::size(kFrom16) ? kFrom16[at] : number;
}

Result<FormatDescription> FormatDescription::Parse(std::span<const uint8_t> event) {
  ByteReader in(event);
  in.Skip(kHeaderSize);
  const uint16_t binlog_version = in.U16();
  const std::string_view version = in.Text(kVersionSize);
  FormatDescription format;
  format.created = in.U32();
  const uint8_t header_length = in.U8();
  if (!in.ok()) return Status(Code::kCorrupted, "the event is too short");
  if (binlog_version != 4)
    return Status(
        Code::kUnsupported,
        fmt::format("binlog version {} (4, of MySQL 5.0 and later, is read)", binlog_version));
  if (header_length != kHeaderSize)
    return Status(Code::kUnsupported,
                  fmt::format("events with headers of {} bytes (19 are read)", header_length));
  format.server_version.assign(version.data(), ::strnlen(version.data(), version.size()));
  format.version_number = VersionNumber(format.server_version);
  format.flavor = format.server_version.find("MariaDB") != std::string::npos ? Flavor::kMariadb
                                                                             : Flavor::kMysql;
  format.has_checksum_byte =
      format.version_number >= (format.flavor == Flavor::kMariadb ? 0x050300u : 0x050601u);

  std::span<const uint8_t> lengths = in.rest();
  if (format.has_checksum_byte) {
    if (lengths.size() < 1 + kChecksumSize)
      return Status(Code::kCorrupted, "the event is too short for its checksum");
    lengths = lengths.first(lengths.size() - 1 - kChecksumSize);
    const uint8_t algorithm = lengths.data()[lengths.size()];
    if (algorithm != kChecksumOff && algorithm != kChecksumCrc32)
      return Status(Code::kUnsupported, fmt::format("checksum algorithm {}", algorithm));
    format.checksums = algorithm == kChecksumCrc32;
    if (format.checksums && !ChecksumMatches(event))
      return Status(Code::kCorrupted, "the checksum does not match");
  }
  if (lengths.size() > 255) return Status(Code::kCorrupted, "too many event types");
  format.trial_numbers = IsTrial(format.server_version);
  for (size_t i = 0; i < lengths.size(); ++i) {
    const EventType type = format.TypeOf(static_cast<EventType>(i + 1));
    format.post_header_lengths[static_cast<size_t>(type)] = lengths[i];
  }
  return format;
}

}  // namespace towpath::binlog
