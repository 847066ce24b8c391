// FORMAT_DESCRIPTION: what the events after it look like, and who wrote them.
//
//   binlog_version u16, server_version char[50], created u32, header_length u8,
//   post_header_lengths u8[] (by event type, from 1), then, where the server knows checksums,
//   checksum_algorithm u8 and four bytes of checksum.
// A tail byte alone does not say whether there is an algorithm: only the server's version does
// (MySQL 5.6.1, MariaDB 5.3.0).
#ifndef TOWPATH_LIB_BINLOG_FORMAT_DESCRIPTION_H_
#define TOWPATH_LIB_BINLOG_FORMAT_DESCRIPTION_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "binlog/event.h"
#include "towpath/gtid.h"
#include "towpath/status.h"

namespace towpath::binlog {

struct FormatDescription {
  std::string server_version;
  uint32_t version_number = 0;  // major << 16 | minor << 8 | patch
  Flavor flavor = Flavor::kUnknown;
  uint32_t created = 0;  // not 0: the server had just started, nothing before it goes on
  bool has_checksum_byte = false;
  bool checksums = false;                          // events end with a CRC-32
  std::array<uint8_t, 256> post_header_lengths{};  // by event type; 0 when the file names none

  // Written by a trial version (5.1.1-a_drop5p3 and its like) that numbered events 16 to 22
  // otherwise. post_header_lengths has the usual numbers.
  bool trial_numbers = false;

  uint8_t post_header_length(EventType type) const {
    return post_header_lengths[static_cast<uint8_t>(type)];
  }

  // The type that the number in an event's header stands for.
  EventType TypeOf(EventType number) const { return trial_numbers ? TrialType(number) : number; }

  // Written by a MySQL 5.1 (or 5.2) from before its rows events were final.
  bool rows_not_released() const {
    return flavor == Flavor::kMysql && ((version_number >= 0x050100 && version_number < 0x050112) ||
                                        version_number >> 8 == 0x0502);
  }

  static EventType TrialType(EventType number);

  // `event` is the whole event. kCorrupted (lengths, checksum), kUnsupported (version, checksum
  // algorithm); messages do not name the place.
  static Result<FormatDescription> Parse(std::span<const uint8_t> event);
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_FORMAT_DESCRIPTION_H_
