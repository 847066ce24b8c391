#include "binlog/query_event.h"

#include "binlog/byte_reader.h"

namespace towpath::binlog {
namespace {

constexpr uint8_t kPostHeaderLength = 13;

void ParseStatusVariables(std::span<const uint8_t> bytes, QueryEvent* out) {
  ByteReader in(bytes);
  while (!in.empty()) {
    switch (in.U8()) {
      case 0: {  // flags2
        const uint32_t flags = in.U32();
        if (in.ok()) out->flags = flags;
        break;
      }
      case 1: {  // sql_mode
        const uint64_t mode = in.U64();
        if (in.ok()) out->sql_mode = mode;
        break;
      }
      case 2:  // catalog, 5.0.0 to 5.0.3
        in.Skip(uint64_t{in.U8()} + 1);
        break;
      case 3:  // auto_increment
        in.Skip(4);
        break;
      case 4: {  // charset: client, connection, server
        const uint16_t client = in.U16();
        in.Skip(2);
        const uint16_t server = in.U16();
        if (!in.ok()) break;
        out->client_collation = client;
        out->server_collation = server;
        break;
      }
      case 5:  // time_zone
      case 6:  // catalog
        in.Skip(in.U8());
        break;
      case 7:  // lc_time_names
      case 8:  // charset_database
        in.Skip(2);
        break;
      case 9:  // table_map_for_update
        in.Skip(8);
        break;
      case 10:  // master_data_written
        in.Skip(4);
        break;
      case 11:  // invoker: user, host
        in.Skip(in.U8());
        in.Skip(in.U8());
        break;
      case 12: {  // updated_db_names
        const uint8_t count = in.U8();
        if (count == 254) break;  // too many: no names
        for (uint8_t i = 0; i < count && in.ok(); ++i)
          while (in.U8() != 0) {
          }
        break;
      }
      case 13:     // microseconds
      case 128: {  // the same of MariaDB
        const auto microseconds = static_cast<uint32_t>(in.Number(3));
        if (in.ok() && microseconds < 1000000) out->microseconds = microseconds;
        break;
      }
      case 16: {  // explicit_defaults_for_timestamp
        const bool explicit_defaults = in.U8() != 0;
        if (in.ok()) out->explicit_defaults_for_timestamp = explicit_defaults;
        break;
      }
      case 17:  // ddl_xid
        in.Skip(8);
        break;
      case 18: {  // default_collation_for_utf8mb4
        const uint16_t collation = in.U16();
        if (in.ok()) out->utf8mb4_collation = collation;
        break;
      }
      case 19:  // sql_require_primary_key
      case 20:  // default_table_encryption
      case 21:  // cascade triggers
        in.Skip(1);
        break;
      case 129:  // MariaDB: xid
        in.Skip(8);
        break;
      case 130: {  // MariaDB: gtid flags
        const uint8_t flags = in.U8();
        if ((flags & (4 | 8)) != 0) in.Skip(8);
        break;
      }
      case 131:  // MariaDB: character_set_collations
        out->set_collations = in.Bytes(uint64_t{in.U8()} * 4);
        break;
      default:
        return;
    }
  }
}

}  // namespace

std::optional<bool> ExplicitDefaultsForTimestamp(const QueryEvent& query, Flavor flavor) {
  // MariaDB has a flag. Servers too old to log it have the setting off unless told otherwise.
  constexpr uint32_t kMariadbFlag = 1u << 24;
  if (flavor == Flavor::kMariadb) return (query.flags & kMariadbFlag) != 0;
  return query.explicit_defaults_for_timestamp;
}

bool ParseQuery(std::span<const uint8_t> body, uint8_t post_header_length, QueryEvent* out) {
  *out = QueryEvent();
  if (post_header_length < kPostHeaderLength) return false;
  ByteReader in(body);
  in.Skip(8);
  const uint8_t database_length = in.U8();
  out->error = in.U16();
  const uint16_t status_length = in.U16();
  in.Skip(post_header_length - kPostHeaderLength);
  const auto status = in.Bytes(status_length);
  out->database = in.Text(database_length);
  in.Skip(1);
  if (!in.ok()) return false;
  const auto sql = in.rest();
  out->sql = {reinterpret_cast<const char*>(sql.data()), sql.size()};
  ParseStatusVariables(status, out);
  return true;
}

}  // namespace towpath::binlog
