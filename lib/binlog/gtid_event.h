// The events that begin a transaction and give it its identity: GTID, ANONYMOUS_GTID and
// GTID_TAGGED of MySQL, GTID of MariaDB.
#ifndef TOWPATH_LIB_BINLOG_GTID_EVENT_H_
#define TOWPATH_LIB_BINLOG_GTID_EVENT_H_

#include <cstdint>
#include <span>

#include "towpath/gtid.h"

namespace towpath::binlog {

struct GtidEvent {
  Gtid gtid;                        // empty: anonymous
  int64_t commit_timestamp_us = 0;  // on the server that ran it first; 0: not said
  // MariaDB: exactly one event follows, and no end of transaction.
  bool standalone = false;
  // MariaDB with binlog_alter_two_phase: this statement only starts an ALTER that a later
  // transaction commits, or rolls it back; neither changes anything.
  bool alter_without_effect = false;
};

// `body` is the event without header and checksum. False when it can not be right.
//
// GTID and ANONYMOUS_GTID (MySQL Gtid_event): flags u8, uuid[16], number i64, then as long as
// bytes remain: type u8 = 2, last_committed i64, sequence_number i64; immediate commit u56 with bit
// 55 announcing original commit u56 (microseconds); and more that is not needed here.
bool ParseMysqlGtid(std::span<const uint8_t> body, bool anonymous, GtidEvent* out);
// GTID_TAGGED: fields of MySQL's serialization library (mysql/serialization).
bool ParseTaggedGtid(std::span<const uint8_t> body, GtidEvent* out);
// MariaDB's GTID: number u64, domain u32, flags u8, then what the flags announce, then padding.
// `server_id` is the header's.
bool ParseMariadbGtid(std::span<const uint8_t> body, uint32_t server_id, GtidEvent* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_GTID_EVENT_H_
