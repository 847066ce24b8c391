// bench_dump HOST PORT USER PASSWORD FILE: the ceiling of everything that reads a server's binlog
// over the network: the events from FILE to the binlog's end, counted by a client of a few lines
// over MariaDB Connector/C, and otherwise not looked at.
#include <mysql.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "measurement.h"

namespace {

constexpr auto kComBinlogDump = static_cast<enum_server_command>(18);
constexpr unsigned kEndAtLastEvent = 1;  // BINLOG_DUMP_NON_BLOCK
constexpr unsigned kSendAllEvents = 2;   // MariaDB: BINLOG_SEND_ANNOTATE_ROWS_EVENT
constexpr unsigned kServerId = 4022250974;
constexpr uint64_t kHeaderSize = 19;

int Fail(MYSQL* mysql, const char* what) {
  std::fprintf(stderr, "bench_dump: %s: %s\n", what, mysql_error(mysql));
  return 1;
}

void AppendLe(std::string* out, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out->push_back(static_cast<char>(value >> 8 * i));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fprintf(stderr, "usage: bench_dump HOST PORT USER PASSWORD FILE\n");
    return 2;
  }
  bench_measurement m;
  bench_begin(&m);
  MYSQL* mysql = mysql_init(nullptr);
  const auto port = static_cast<unsigned>(std::atoi(argv[2]));
  if (mysql_real_connect(mysql, argv[1], argv[3], argv[4], nullptr, port, nullptr, 0) == nullptr)
    return Fail(mysql, "connecting");
  for (const char* sql : {"SET @master_binlog_checksum = @@global.binlog_checksum",
                          "SET @source_binlog_checksum = @@global.binlog_checksum",
                          "SET @mariadb_slave_capability = 4"}) {
    if (mysql_query(mysql, sql) != 0) return Fail(mysql, sql);
  }
  std::string command;
  AppendLe(&command, 4, 4);  // position
  AppendLe(&command, kEndAtLastEvent | kSendAllEvents, 2);
  AppendLe(&command, kServerId, 4);
  command += argv[5];
  if (mysql->methods->db_command(mysql, kComBinlogDump, command.data(), command.size(), 1,
                                 nullptr) != 0)
    return Fail(mysql, "asking for the binlog");
  for (;;) {
    const unsigned long size = mysql_net_read_packet(mysql);
    if (size == packet_error) return Fail(mysql, "reading the binlog");
    const unsigned char* packet = mysql->net.read_pos;
    if (packet[0] == 0xfe && size < 9) break;
    if (size < 1 + kHeaderSize) return Fail(mysql, "a packet that is no event");
    m.seen.bytes += size - 1;  // without the OK byte
    ++m.seen.events;
  }
  mysql_close(mysql);
  bench_end(&m, "dump");
  return 0;
}
