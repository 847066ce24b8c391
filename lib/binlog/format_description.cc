#include "binlog/format_description.h"

#include <fmt/format.h>

#include <cstring>

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

}  // namespace

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
  for (size_t i = 0; i < lengths.size(); ++i) format.post_header_lengths[i + 1] = lengths[i];
  return format;
}

}  // namespace towpath::binlog
