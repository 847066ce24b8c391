#include "mysql/dump_session.h"

#include <mysql.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <limits>

#include "binlog/event.h"
#include "fmt/format.h"
#include "mysql/dump_protocol.h"

namespace towpath::mysql {
namespace {

using std::chrono::milliseconds;

// A server that is to start by GTIDs looks for the place, in files that may be large or many, and
// may send nothing until then.
constexpr milliseconds kSearchSilence{60000};
// How long the server waits for us to read on before it gives up; its default of a minute would
// end the dump of a stream whose consumer takes its time. Seconds.
constexpr int kNetWriteTimeout = 7 * 24 * 3600;

// What SHOW REPLICAS shows as our host: the machine, and the stream's uuid, by which preflight
// knows its own dead connections from other replicas.
std::string ReportedHost(const std::string& uuid) {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) name[0] = '\0';
  return fmt::format("{}/{}", std::string_view(name.data()).substr(0, 23), uuid);
}

}  // namespace

std::string DumpStart::ToString() const {
  if (file.empty()) return fmt::format("GTID set '{}'", gtids.ToString());
  return fmt::format("{}:{}", file, offset);
}

DumpSession::DumpSession(std::unique_ptr<Connection> connection,
                         const model::SourceSettings& settings, const DumpStart& start)
    : connection_(std::move(connection)),
      start_(start),
      user_(settings.url.user),
      heartbeat_(settings.heartbeat),
      connect_timeout_(settings.connect_timeout) {}

Result<std::unique_ptr<DumpSession>> DumpSession::Begin(std::unique_ptr<Connection> connection,
                                                        const model::SourceSettings& settings,
                                                        const DumpStart& start, bool visible,
                                                        std::shared_ptr<model::MemoryBudget> budget,
                                                        size_t chunk_bytes) {
  std::unique_ptr<DumpSession> session(new DumpSession(std::move(connection), settings, start));
  if (Status s = session->Prepare(settings, visible); !s.ok()) return s;
  session->connection_->EndByReset();
  if (Status s = session->Send(settings); !s.ok()) return s;
  session->reader_ = PacketReader::Create(*session->connection_, std::move(budget), chunk_bytes);
  return session;
}

Status DumpSession::Prepare(const model::SourceSettings& settings, bool visible) {
  Connection& c = *connection_;
  const int64_t period_ns = std::chrono::nanoseconds(heartbeat_).count();
  // Semi-synchronous replication is never asked for: the server would wait for our acks.
  std::string sets = fmt::format(
      "SET SESSION net_write_timeout={}, @master_binlog_checksum='CRC32', "
      "@master_heartbeat_period={}",
      kNetWriteTimeout, period_ns);
  if (c.flavor() == Flavor::kMariadb) {
    // 4: knows MariaDB's GTIDs. Less, and the server replaces events it thinks we can not read.
    sets += ", @mariadb_slave_capability=4";
    if (start_.file.empty()) {
      sets += fmt::format(
          ", @slave_connect_state={}, @slave_gtid_strict_mode=0, @slave_gtid_ignore_duplicates=0",
          c.Quote(start_.gtids.ToString()));
    }
  } else {
    // Each server reads the name it knows.
    sets += fmt::format(
        ", @source_binlog_checksum='CRC32', @source_heartbeat_period={}, @slave_uuid={}, "
        "@replica_uuid={}",
        period_ns, c.Quote(settings.replica_uuid), c.Quote(settings.replica_uuid));
  }
  if (Status s = c.Execute(sets); !s.ok()) return s;
  if (!visible) return Status::Ok();
  return Command(kComRegisterSlave,
                 RegisterCommand(settings.server_id, ReportedHost(settings.replica_uuid)), true);
}

Status DumpSession::Send(const model::SourceSettings& settings) {
  const bool mysql = connection_->flavor() == Flavor::kMysql;
  uint16_t flags = start_.non_block ? kDumpNonBlock : 0;
  if (!mysql) {
    flags |= kDumpSendAnnotate;  // offsets are counted by adding up events: all must come
  } else if (connection_->version_number() >= 80026) {
    flags |= kDumpHeartbeatV2;
  }
  const uint32_t id = settings.server_id;
  if (start_.file.empty()) {
    if (!mysql) return Command(kComBinlogDump, DumpCommand("", 4, flags, id), false);
    return Command(kComBinlogDumpGtid, DumpGtidCommand("", 4, flags, id, start_.gtids.Encode()),
                   false);
  }
  if (start_.leave_out) {
    return Command(kComBinlogDumpGtid,
                   DumpGtidCommand(start_.file, start_.offset, flags, id, start_.gtids.Encode()),
                   false);
  }
  if (start_.offset <= std::numeric_limits<uint32_t>::max()) {
    return Command(kComBinlogDump,
                   DumpCommand(start_.file, static_cast<uint32_t>(start_.offset), flags, id),
                   false);
  }
  // Beyond 4 GiB only MySQL's other command can name the offset, and only with GTIDs switched on.
  if (mysql) {
    auto mode = connection_->QueryValue("SELECT @@GLOBAL.gtid_mode");
    if (!mode.ok()) return mode.status();
    if (*mode == "ON") {
      return Command(kComBinlogDumpGtid,
                     DumpGtidCommand(start_.file, start_.offset, flags, id, GtidSet().Encode()),
                     false);
    }
  }
  skip_to_ = start_.offset;
  return Command(kComBinlogDump, DumpCommand(start_.file, 4, flags, id), false);
}

Status DumpSession::Command(uint8_t command, const std::string& body, bool answered) {
  MYSQL* mysql = connection_->handle();
  const int failed =
      mysql->methods->db_command(mysql, static_cast<enum_server_command>(command), body.data(),
                                 body.size(), static_cast<my_bool>(!answered), nullptr);
  if (failed == 0) return Status::Ok();
  if (connection_->interrupt().triggered()) return Status(Code::kClosed, "the stream was closed");
  return DumpError(mysql_errno(mysql), mysql_error(mysql), connection_->endpoint(),
                   start_.ToString(), connection_->flavor(), user_);
}

// Longer than this, and the link is dead.
milliseconds DumpSession::Silence() const {
  const milliseconds usual = 2 * heartbeat_;
  if (settled_) return usual;
  if (start_.file.empty() || start_.leave_out) return std::max(usual, kSearchSilence);
  // Where a file and an offset are given, only the first packet is an answer to wait for.
  return answered_ ? usual : std::max(usual, connect_timeout_);
}

Status DumpSession::Next(model::Frame* frame) {
  for (;;) {
    const milliseconds silence = Silence();
    switch (reader_->Next(silence, frame)) {
      case PacketReader::Kind::kEvent:
        break;
      case PacketReader::Kind::kEnd:
        if (start_.non_block) return Status(Code::kEnd, "the end of the binlog");
        return Status(Code::kConnection, fmt::format("{} ended the dump: it is shutting down",
                                                     connection_->endpoint()));
      case PacketReader::Kind::kError:
        return DumpError(reader_->error(), reader_->text(), connection_->endpoint(),
                         start_.ToString(), connection_->flavor(), user_);
      case PacketReader::Kind::kLost:
        return Status(Code::kConnection,
                      fmt::format("connection to {} lost: {} ({})", connection_->endpoint(),
                                  reader_->text(), reader_->error()));
      case PacketReader::Kind::kSilent:
        return Status(Code::kConnection,
                      fmt::format("connection to {} lost: not even a heartbeat for {} ms",
                                  connection_->endpoint(), silence.count()));
      case PacketReader::Kind::kMalformed:
        return Status(Code::kCorrupted, fmt::format("{} at {}: {}", connection_->endpoint(),
                                                    start_.ToString(), reader_->text()));
      case PacketReader::Kind::kInterrupted:
        return Status(Code::kClosed, "the stream was closed");
    }
    answered_ = true;
    const auto& bytes = frame->bytes;
    if (bytes.size() < binlog::kHeaderSize) {
      return Status(Code::kCorrupted, fmt::format("{} sent an event of {} bytes",
                                                  connection_->endpoint(), bytes.size()));
    }
    using binlog::EventType;
    const binlog::EventHeader header = binlog::ParseEventHeader(bytes.data());
    const EventType type = header.type;
    if (type != EventType::kRotate && type != EventType::kFormatDescription) settled_ = true;
    if (skip_to_ == 0) return Status::Ok();
    // Before the offset asked for: only what says which file this is and how it is written.
    const bool counts =
        type != EventType::kHeartbeat && type != EventType::kHeartbeatV2 && !header.artificial();
    const uint64_t begin = position_;
    if (counts) position_ += header.length;
    if (begin >= skip_to_ || !counts) {
      if (counts) {
        skip_to_ = 0;
        if (begin > start_.offset) {
          return Status(Code::kInvalidPosition,
                        fmt::format("{}: no event begins there", start_.ToString()));
        }
      }
      return Status::Ok();
    }
    if (type == EventType::kFormatDescription) return Status::Ok();
  }
}

}  // namespace towpath::mysql
