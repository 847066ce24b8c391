#include "mysql/dump_protocol.h"

#include "tests/catch.h"

namespace towpath::mysql {
namespace {

using namespace std::string_literals;

TEST_CASE("dump protocol: commands byte by byte") {
  CHECK(DumpCommand("b.000001", 0x01020304, 2, 0x0a0b0c0d) ==
        "\x04\x03\x02\x01\x02\x00\x0d\x0c\x0b\x0a"s
        "b.000001"s);
  CHECK(DumpGtidCommand("b.1", 0x0102030405060708, 1, 7, "SET") ==
        "\x01\x00\x07\x00\x00\x00\x03\x00\x00\x00"s
        "b.1"s
        "\x08\x07\x06\x05\x04\x03\x02\x01\x03\x00\x00\x00"s
        "SET"s);
  CHECK(RegisterCommand(0x01020304, "host") ==
        "\x04\x03\x02\x01\x04host\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"s);
  CHECK(RegisterCommand(1, std::string(100, 'h')).size() == 4 + 1 + 60 + 12);
}

// The texts are those of MySQL 9.7.4, MariaDB 10.11.19 and 11.8.9.
TEST_CASE("dump protocol: what the servers' errors mean") {
  const auto [error, text, code] = GENERATE(table<unsigned, const char*, Code>({
      {1236, "Could not find first log file name in binary log index file", Code::kPositionLost},
      {1236,
       "Cannot replicate because the source purged required binary logs. Replicate the missing "
       "transactions from elsewhere",
       Code::kPositionLost},
      {1236,
       "Error: connecting slave requested to start from GTID 0-410-99999999, which is not in the "
       "master's binlog",
       Code::kPositionLost},
      {1236,
       "Could not find GTID state requested by slave in any binlog files. Probably the slave state "
       "is too old",
       Code::kPositionLost},
      {1236, "could not find next log; the first event '' at 4", Code::kPositionLost},
      {1236, "Replica has more GTIDs than the source has, using the source's SERVER_UUID.",
       Code::kPositionLost},
      {1236, "Client requested source to start replication from position > file size",
       Code::kInvalidPosition},
      {1236, "Client requested master to start replication from impossible position",
       Code::kInvalidPosition},
      {1236, "Client requested source to start replication from position < 4",
       Code::kInvalidPosition},
      {1236,
       "log event entry exceeded max_allowed_packet; Increase max_allowed_packet on source; the "
       "first event 'binlog.000001' at 200",
       Code::kInvalidPosition},
      {1236, "bogus data in log event; the first event 'binlog.000001' at 200",
       Code::kInvalidPosition},
      {1236, "binlog truncated in the middle of event; consider out of disk space on source",
       Code::kInvalidPosition},
      {1236,
       "A replica with the same server_uuid/server_id as this replica has connected to the source",
       Code::kIdentityClash},
      {4052, "A slave with the same server_uuid/server_id as this slave has connected",
       Code::kIdentityClash},
      {1227, "Access denied; you need (at least one of) the REPLICATION SLAVE privilege(s)",
       Code::kServerNotReady},
      {1045, "Access denied for user 'nogrant'@'localhost' (using password: YES)",
       Code::kServerNotReady},
      {1236,
       "The replication sender thread cannot start in AUTO_POSITION mode: this server has "
       "GTID_MODE = OFF instead of ON.",
       Code::kServerNotReady},
      {1236, "Binary log is not open", Code::kServerNotReady},
      {1317, "Query execution was interrupted", Code::kConnection},
      {2013, "Lost connection to server during query", Code::kConnection},
  }));
  CAPTURE(text);
  const Status status = DumpError(error, text, "db1:3306", "binlog.000001:4", Flavor::kMysql, "u");
  CHECK(status.code() == code);
  CHECK_THAT(status.message(), ContainsSubstring(text));
  CHECK_THAT(status.message(), ContainsSubstring("db1:3306"));
  CHECK_THAT(status.message(), ContainsSubstring("binlog.000001:4"));
}

}  // namespace
}  // namespace towpath::mysql
