#include "mysql/dump_protocol.h"

#include "fmt/format.h"

namespace towpath::mysql {
namespace {

template <typename T>
void Append(std::string& out, T value) {
  for (size_t i = 0; i < sizeof(T); ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

std::string DumpCommand(std::string_view file, uint32_t position, uint16_t flags,
                        uint32_t server_id) {
  std::string body;
  Append(body, position);
  Append(body, flags);
  Append(body, server_id);
  body += file;
  return body;
}

std::string DumpGtidCommand(std::string_view file, uint64_t position, uint16_t flags,
                            uint32_t server_id, std::string_view encoded_set) {
  std::string body;
  Append(body, flags);
  Append(body, server_id);
  Append(body, static_cast<uint32_t>(file.size()));
  body += file;
  Append(body, position);
  Append(body, static_cast<uint32_t>(encoded_set.size()));
  body += encoded_set;
  return body;
}

std::string RegisterCommand(uint32_t server_id, std::string_view host) {
  host = host.substr(0, 60);
  std::string body;
  Append(body, server_id);
  body += static_cast<char>(host.size());
  body += host;
  body += '\0';                            // no user
  body += '\0';                            // no password
  Append(body, static_cast<uint16_t>(0));  // port
  Append(body, static_cast<uint32_t>(0));  // rank, ignored
  Append(body, static_cast<uint32_t>(0));  // source's server id, filled in by the server
  return body;
}

Status DumpError(unsigned int error, std::string_view text, std::string_view where,
                 std::string_view start, Flavor flavor, std::string_view user) {
  const auto make = [&](Code code, std::string_view advice) {
    return Status(code, fmt::format("{} at {}: {} ({}){}{}", where, start, text, error,
                                    advice.empty() ? "" : "; ", advice));
  };
  constexpr std::string_view kLost =
      "what is missing can not be read from this server any more: take a new snapshot, or open "
      "under another stream.name from source.start=earliest";
  constexpr std::string_view kClash =
      "give each stream a stream.name or source.server_id of its own";
  switch (error) {
    case 1227:  // ER_SPECIFIC_ACCESS_DENIED_ERROR
    case 1045:  // ER_ACCESS_DENIED_ERROR: MariaDB's answer to COM_REGISTER_SLAVE
      return make(Code::kServerNotReady, fmt::format("GRANT REPLICATION SLAVE ON *.* TO {}", user));
    case 4052:  // MariaDB: ER_SLAVE_SAME_ID
      return make(Code::kIdentityClash, kClash);
    case 1236:  // ER_MASTER_FATAL_ERROR_READING_BINLOG: everything else that can go wrong
      break;
    case 1053:  // ER_SERVER_SHUTDOWN
    case 1317:  // ER_QUERY_INTERRUPTED: KILL QUERY
    case 1927:  // ER_CONNECTION_KILLED
      return make(Code::kConnection, "");
    default:
      return make(error >= 2000 && error < 3000 ? Code::kConnection : Code::kServerNotReady, "");
  }
  if (Has(text, "same server_uuid") || Has(text, "same server_id")) {
    return make(Code::kIdentityClash, kClash);
  }
  if (Has(text, "Could not find first log file name") || Has(text, "purged required binary logs") ||
      Has(text, "Could not find GTID state requested") || Has(text, "could not find next log") ||
      Has(text, "missing transactions")) {
    return make(Code::kPositionLost, kLost);
  }
  if (Has(text, "has more GTIDs than the") || Has(text, "not in the master's binlog") ||
      Has(text, "has diverged")) {
    return make(Code::kPositionLost,
                "this server does not have every transaction that the stream has seen: it is "
                "behind, or it is another one than before");
  }
  if (Has(text, "GTID_MODE = OFF") || Has(text, "AUTO_POSITION")) {
    return make(Code::kServerNotReady,
                flavor == Flavor::kMysql ? "set gtid_mode=ON, or source.gtid=off" : "");
  }
  if (Has(text, "> file size") || Has(text, "impossible position")) {
    return make(Code::kInvalidPosition,
                "the position is behind the end of the file: the server lost its last events in a "
                "crash, or it is another one than before");
  }
  if (Has(text, "< 4")) return make(Code::kInvalidPosition, "events begin at offset 4");
  // The servers report garbage lengths when they read from inside an event.
  if (Has(text, "max_allowed_packet") || Has(text, "bogus data in log event") ||
      Has(text, "truncated in the middle of event") ||
      Has(text, "event read from binlog did not") || Has(text, "too short") ||
      Has(text, "read_pos") || Has(text, "event checksum")) {
    return make(Code::kInvalidPosition, "most likely no event begins at that position");
  }
  if (Has(text, "checksum")) return make(Code::kCorrupted, "");
  if (Has(text, "binary log is not open") || Has(text, "Binary log is not open")) {
    return make(Code::kServerNotReady, "start the server with log_bin");
  }
  return make(Code::kCorrupted, "");
}

}  // namespace towpath::mysql
