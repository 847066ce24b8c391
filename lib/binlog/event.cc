#include "binlog/event.h"

#include <libdeflate.h>

#include <array>

#include "binlog/byte_order.h"

namespace towpath::binlog {

std::string_view EventTypeName(EventType type) {
  static constexpr std::array<std::string_view, 43> kMysql = {
      "UNKNOWN",
      "START_V3",
      "QUERY",
      "STOP",
      "ROTATE",
      "INTVAR",
      "LOAD",
      "SLAVE",
      "CREATE_FILE",
      "APPEND_BLOCK",
      "EXEC_LOAD",
      "DELETE_FILE",
      "NEW_LOAD",
      "RAND",
      "USER_VAR",
      "FORMAT_DESCRIPTION",
      "XID",
      "BEGIN_LOAD_QUERY",
      "EXECUTE_LOAD_QUERY",
      "TABLE_MAP",
      "PRE_GA_WRITE_ROWS",
      "PRE_GA_UPDATE_ROWS",
      "PRE_GA_DELETE_ROWS",
      "WRITE_ROWS_V1",
      "UPDATE_ROWS_V1",
      "DELETE_ROWS_V1",
      "INCIDENT",
      "HEARTBEAT",
      "IGNORABLE",
      "ROWS_QUERY",
      "WRITE_ROWS",
      "UPDATE_ROWS",
      "DELETE_ROWS",
      "GTID",
      "ANONYMOUS_GTID",
      "PREVIOUS_GTIDS",
      "TRANSACTION_CONTEXT",
      "VIEW_CHANGE",
      "XA_PREPARE",
      "PARTIAL_UPDATE_ROWS",
      "TRANSACTION_PAYLOAD",
      "HEARTBEAT_V2",
      "GTID_TAGGED",
  };
  static constexpr std::array<std::string_view, 12> kMariadb = {
      "ANNOTATE_ROWS",
      "BINLOG_CHECKPOINT",
      "GTID",
      "GTID_LIST",
      "START_ENCRYPTION",
      "QUERY_COMPRESSED",
      "WRITE_ROWS_COMPRESSED_V1",
      "UPDATE_ROWS_COMPRESSED_V1",
      "DELETE_ROWS_COMPRESSED_V1",
      "WRITE_ROWS_COMPRESSED",
      "UPDATE_ROWS_COMPRESSED",
      "DELETE_ROWS_COMPRESSED",
  };
  const auto number = static_cast<size_t>(type);
  if (number < kMysql.size()) return kMysql[number];
  if (number >= 160 && number - 160 < kMariadb.size()) return kMariadb[number - 160];
  return "UNKNOWN";
}

uint32_t ChecksumOf(std::span<const uint8_t> event) {
  const bool in_use = static_cast<EventType>(event[4]) == EventType::kFormatDescription &&
                      (event[17] & kFlagInUse) != 0;
  if (!in_use) return libdeflate_crc32(0, event.data(), event.size());
  const uint8_t flags = event[17] & static_cast<uint8_t>(~kFlagInUse);
  uint32_t crc = libdeflate_crc32(0, event.data(), 17);
  crc = libdeflate_crc32(crc, &flags, 1);
  return libdeflate_crc32(crc, event.data() + 18, event.size() - 18);
}

bool ChecksumMatches(std::span<const uint8_t> event) {
  const size_t covered = event.size() - kChecksumSize;
  return ChecksumOf(event.first(covered)) == LoadLe32(event.data() + covered);
}

}  // namespace towpath::binlog
