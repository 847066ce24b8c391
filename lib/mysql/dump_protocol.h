// The commands that start a binlog dump, and the errors that end one: bytes and texts, no I/O.
//
// Source: MySQL's COM_BINLOG_DUMP, COM_BINLOG_DUMP_GTID and COM_REGISTER_SLAVE; MariaDB has the
// first and the last. Integers are little endian. Each function gives the body of the command,
// without the command byte.
#ifndef TOWPATH_LIB_MYSQL_DUMP_PROTOCOL_H_
#define TOWPATH_LIB_MYSQL_DUMP_PROTOCOL_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "towpath/gtid.h"
#include "towpath/status.h"

namespace towpath::mysql {

inline constexpr uint8_t kComBinlogDump = 18;
inline constexpr uint8_t kComRegisterSlave = 21;
inline constexpr uint8_t kComBinlogDumpGtid = 30;

// Flags of a dump. Bit 1 means different things to the two servers.
inline constexpr uint16_t kDumpNonBlock = 0x1;      // an EOF packet at the end, instead of waiting
inline constexpr uint16_t kDumpHeartbeatV2 = 0x2;   // MySQL 8.0.26: 64-bit positions in heartbeats
inline constexpr uint16_t kDumpSendAnnotate = 0x2;  // MariaDB: send ANNOTATE_ROWS events

// The first event of `file` to send begins at `position`. An empty file is the oldest one, or on
// MariaDB the one that @slave_connect_state asks for.
std::string DumpCommand(std::string_view file, uint32_t position, uint16_t flags,
                        uint32_t server_id);
// Everything that is not in `encoded_set` (GtidSet::Encode), from `position` of `file` on, or with
// an empty file from the oldest file that has something of it.
std::string DumpGtidCommand(std::string_view file, uint64_t position, uint16_t flags,
                            uint32_t server_id, std::string_view encoded_set);
// `host` is what SHOW REPLICAS shows, at most 60 bytes of it.
std::string RegisterCommand(uint32_t server_id, std::string_view host);

// What an ERR packet during a dump means. The status keeps the server's text, and says what to do
// where that is not in it. `where` is the endpoint, `start` the place that was asked for.
Status DumpError(unsigned int error, std::string_view text, std::string_view where,
                 std::string_view start, Flavor flavor, std::string_view user);

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_DUMP_PROTOCOL_H_
