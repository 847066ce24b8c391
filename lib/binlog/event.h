// Events: the units a binlog is made of, and the header that all of them share.
//
//   timestamp u32, type u8, server_id u32, length u32 (of the whole event, checksum included),
//   next_position u32, flags u16; then the body; then, where checksums are on, a CRC-32.
// All little endian. Source: MySQL's Log_event_header, binlog version 4.
#ifndef TOWPATH_LIB_BINLOG_EVENT_H_
#define TOWPATH_LIB_BINLOG_EVENT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "binlog/byte_order.h"

namespace towpath::binlog {

inline constexpr uint8_t kMagic[4] = {0xfe, 'b', 'i', 'n'};           // a binlog file begins so
inline constexpr uint8_t kEncryptedMagic[4] = {0xfd, 'b', 'i', 'n'};  // MySQL's encrypted one
inline constexpr size_t kHeaderSize = 19;
inline constexpr size_t kChecksumSize = 4;
// No server writes a longer event: max_allowed_packet ends at 1 GiB.
inline constexpr uint32_t kMaxEventSize = (1u << 30) + (1u << 20);

// Numbers as on the wire. From 160 on they are MariaDB's.
enum class EventType : uint8_t {
  kUnknown = 0,
  kStartV3 = 1,
  kQuery = 2,
  kStop = 3,
  kRotate = 4,
  kIntvar = 5,
  kLoad = 6,
  kSlave = 7,
  kCreateFile = 8,
  kAppendBlock = 9,
  kExecLoad = 10,
  kDeleteFile = 11,
  kNewLoad = 12,
  kRand = 13,
  kUserVar = 14,
  kFormatDescription = 15,
  kXid = 16,
  kBeginLoadQuery = 17,
  kExecuteLoadQuery = 18,
  kTableMap = 19,
  kPreGaWriteRows = 20,
  kPreGaUpdateRows = 21,
  kPreGaDeleteRows = 22,
  kWriteRowsV1 = 23,
  kUpdateRowsV1 = 24,
  kDeleteRowsV1 = 25,
  kIncident = 26,
  kHeartbeat = 27,
  kIgnorable = 28,
  kRowsQuery = 29,
  kWriteRows = 30,
  kUpdateRows = 31,
  kDeleteRows = 32,
  kGtid = 33,
  kAnonymousGtid = 34,
  kPreviousGtids = 35,
  kTransactionContext = 36,
  kViewChange = 37,
  kXaPrepare = 38,
  kPartialUpdateRows = 39,
  kTransactionPayload = 40,
  kHeartbeatV2 = 41,
  kGtidTagged = 42,
  kAnnotateRows = 160,
  kBinlogCheckpoint = 161,
  kMariadbGtid = 162,
  kMariadbGtidList = 163,
  kStartEncryption = 164,
  kQueryCompressed = 165,
  kWriteRowsCompressedV1 = 166,
  kUpdateRowsCompressedV1 = 167,
  kDeleteRowsCompressedV1 = 168,
  kWriteRowsCompressed = 169,
  kUpdateRowsCompressed = 170,
  kDeleteRowsCompressed = 171,
};

// "TABLE_MAP", "WRITE_ROWS", ... as the servers call them; "UNKNOWN" for other numbers.
std::string_view EventTypeName(EventType type);

// Bits of EventHeader::flags.
inline constexpr uint16_t kFlagInUse = 0x1;  // FORMAT_DESCRIPTION of a file not closed cleanly
inline constexpr uint16_t kFlagArtificial = 0x20;  // made for the replica, not in the file
inline constexpr uint16_t kFlagRelayLog = 0x40;
inline constexpr uint16_t kFlagIgnorable = 0x80;  // may be left out by who does not know its type

struct EventHeader {
  uint32_t timestamp = 0;  // seconds since 1970 UTC; 0 for artificial events
  EventType type = EventType::kUnknown;
  uint32_t server_id = 0;
  uint32_t length = 0;
  // Low 32 bits of the offset behind the event; 0 where the server does not say: artificial events,
  // events of a compressed transaction, and MariaDB 11.4+ inside a transaction.
  uint32_t next_position = 0;
  uint16_t flags = 0;

  bool artificial() const { return (flags & kFlagArtificial) != 0; }
};

// `bytes` has at least kHeaderSize bytes.
inline EventHeader ParseEventHeader(const uint8_t* bytes) {
  EventHeader header;
  header.timestamp = LoadLe32(bytes);
  header.type = static_cast<EventType>(bytes[4]);
  header.server_id = LoadLe32(bytes + 5);
  header.length = LoadLe32(bytes + 9);
  header.next_position = LoadLe32(bytes + 13);
  header.flags = LoadLe16(bytes + 17);
  return header;
}

// Whether the last four bytes of an event are the CRC-32 (zlib's polynomial) of those before them.
// `event` has at least kHeaderSize + kChecksumSize bytes. The CRC of a FORMAT_DESCRIPTION does not
// cover its flag kFlagInUse.
bool ChecksumMatches(std::span<const uint8_t> event);
// The CRC-32 that belongs at the end of `event`, which is given without it.
uint32_t ChecksumOf(std::span<const uint8_t> event);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_EVENT_H_
