// QUERY: a statement as text, and of its session's settings those that its text depends on.
#ifndef TOWPATH_LIB_BINLOG_QUERY_EVENT_H_
#define TOWPATH_LIB_BINLOG_QUERY_EVENT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "towpath/gtid.h"

namespace towpath::binlog {

struct QueryEvent {
  std::string_view database;      // the session's default, UTF-8; may be empty
  std::string_view sql;           // in the session's character set
  uint16_t client_collation = 0;  // character_set_client as a collation id; 0: not said
  uint32_t microseconds = 0;      // of the statement's time, beside the header's seconds

  uint16_t error = 0;  // of the server; not 0: the statement failed, but had an effect all the same

  // What a DDL statement's effect depends on (schema::DdlContext). Collations are ids; 0: not said.
  uint64_t sql_mode = 0;
  uint16_t server_collation = 0;                        // collation_server
  uint16_t utf8mb4_collation = 0;                       // MySQL: default_collation_for_utf8mb4
  uint32_t flags = 0;                                   // "flags2": bits of the session's options
  std::optional<bool> explicit_defaults_for_timestamp;  // MySQL
  std::span<const uint8_t> set_collations;  // MariaDB: {collation u16, its set's default u16}*
};

// Whether TIMESTAMP columns are declared as other columns are; nothing: the event does not say.
std::optional<bool> ExplicitDefaultsForTimestamp(const QueryEvent& query, Flavor flavor);

// `body` is the event without header and checksum; `post_header_length` is the FORMAT_DESCRIPTION's
// for the type (13; more when the event has more of a fixed head, as EXECUTE_LOAD_QUERY).
//
//   thread_id u32, execution_seconds u32, database_length u8, error u16, status_length u16, then
//   status variables, database, NUL, statement.
// Status variables are {code u8, value of the code's own layout}*; an unknown code ends what is
// read of them and harms nothing. False when the event can not be right.
bool ParseQuery(std::span<const uint8_t> body, uint8_t post_header_length, QueryEvent* out);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_QUERY_EVENT_H_
