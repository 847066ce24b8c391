#include "mysql/binlog_dump.h"

#include <algorithm>
#include <utility>

#include "binlog/event.h"
#include "fmt/format.h"
#include "mysql/binlog_probe.h"
#include "mysql/continuity.h"
#include "mysql/preflight.h"

namespace towpath::mysql {
namespace {

// Bytes of a chunk of small events: little beside the stream's buffer, and enough to make reads few
// (from 64 KiB on, more made no difference).
size_t ChunkBytes(uint64_t buffer_bytes) {
  constexpr uint64_t kLeast = 16 * 1024;
  constexpr uint64_t kMost = 128 * 1024;
  return static_cast<size_t>(std::clamp(buffer_bytes / 32, kLeast, kMost));
}

}  // namespace

BinlogDump::BinlogDump(model::SourceSettings settings, std::shared_ptr<model::MemoryBudget> budget,
                       uint64_t buffer_bytes, Log log)
    : settings_(std::move(settings)),
      budget_(std::move(budget)),
      chunk_bytes_(ChunkBytes(buffer_bytes)),
      log_(std::move(log)),
      catalogue_(settings_, interrupt_),
      end_probe_(interrupt_, read_timeout()) {
  info_.endpoint = settings_.url.Display();
}

void BinlogDump::Choose(size_t host) {
  if (host == chosen_) return;
  session_.reset();
  connection_.reset();
  catalogue_.Forget();
  chosen_ = host;
  settings_.url = settings_.hosts[host];
  info_.endpoint = settings_.url.Display();
}

BinlogDump::~BinlogDump() = default;

std::chrono::milliseconds BinlogDump::read_timeout() const {
  return std::max(settings_.connect_timeout, 2 * settings_.heartbeat);
}

void BinlogDump::LogFindings(const Connection& connection, const std::vector<Finding>& findings) {
  if (!log_) return;
  if (logged_.insert(info_.endpoint).second) {
    log_(LogLevel::kInfo, fmt::format("{}: {} {}, {}", info_.endpoint,
                                      connection.flavor() == Flavor::kMysql ? "MySQL" : "MariaDB",
                                      connection.version(), connection.tls() ? "TLS" : "no TLS"));
  }
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::kWarning ||
        !logged_.insert(info_.endpoint + ' ' + finding.check).second) {
      continue;
    }
    log_(LogLevel::kWarning, fmt::format("{}: {} is {}: {}: {}", info_.endpoint, finding.check,
                                         finding.found, finding.message, finding.remedy));
  }
}

Status BinlogDump::Connect() {
  session_.reset();
  connection_.reset();
  first_.clear();
  file_.clear();
  created_ = 0;
  auto connection = Connection::Open(settings_, interrupt_, read_timeout());
  if (!connection.ok()) return connection.status();
  auto facts = ReadServerFacts(**connection);
  if (!facts.ok()) return facts.status();
  auto findings = CheckServer(**connection, *facts, settings_);
  if (!findings.ok()) return findings.status();
  if (Status s = RefuseUnready((*connection)->endpoint(), *findings); !s.ok()) return s;
  LogFindings(**connection, *findings);
  auto end = ReadSourceEnd(**connection);
  if (!end.ok()) return end.status();
  info_.end = *std::move(end);
  info_.end.server_uuid = facts->uuid;
  end_probe_.Follow(settings_, facts->uuid);
  facts_ = *std::move(facts);
  info_.version = (*connection)->version();
  info_.flavor = (*connection)->flavor();
  info_.server_uuid = facts_.uuid;
  info_.folds_table_names = facts_.folds_table_names;
  info_.names_columns = facts_.names_columns;
  info_.known = facts_.executed;
  info_.known_origins = facts_.origins;
  connection_ = *std::move(connection);
  return Status::Ok();
}

Result<model::Cursor> BinlogDump::Resolve(const model::StartPoint& start) {
  if (connection_ != nullptr) {
    return ResolveStart(*connection_, facts_, settings_, interrupt_, start);
  }
  auto connection = Connection::Open(settings_, interrupt_, read_timeout());
  if (!connection.ok()) return connection.status();
  return ResolveStart(**connection, facts_, settings_, interrupt_, start);
}

Result<DumpStart> BinlogDump::ChooseStart(const model::Cursor& cursor) const {
  using model::GtidMode;
  const bool same_server = cursor.server_uuid.empty() || cursor.server_uuid == info_.server_uuid;
  const bool has_file = !cursor.file.empty();
  const bool has_gtids = cursor.gtids_known && facts_.gtids &&
                         (cursor.gtids.empty() || cursor.gtids.flavor() == info_.flavor);
  DumpStart start;
  start.gtids = cursor.gtids;
  if (has_file && same_server && (settings_.gtid != GtidMode::kOn || !has_gtids)) {
    start.file = cursor.file;
    start.offset = std::max<uint64_t>(cursor.offset, 4);
    return start;
  }
  if (has_gtids && (settings_.gtid != GtidMode::kOff || !has_file)) return start;

  std::string why;
  if (cursor.gtids_known && !cursor.gtids.empty() && cursor.gtids.flavor() != info_.flavor) {
    why = "its GTIDs are those of the other kind of server";
  } else if (cursor.gtids_known && !facts_.gtids) {
    why = "the server's gtid_mode is not ON";
  } else if (!cursor.gtids_known) {
    why = "its GTIDs are not known";
  } else {
    why = "source.gtid is off";
  }
  if (same_server) {
    return Status(Code::kPositionLost,
                  fmt::format("{}: the stream must resume by GTIDs, but {}", info_.endpoint, why));
  }
  return Status(
      Code::kPositionLost,
      fmt::format("{} is server {}, but the stream stands at {}:{} of server {}, and can not "
                  "resume by GTIDs: {}",
                  info_.endpoint, info_.server_uuid, cursor.file, cursor.offset, cursor.server_uuid,
                  why));
}

Status BinlogDump::Open(const model::Cursor& cursor) {
  if (connection_ == nullptr) {
    if (Status s = Connect(); !s.ok()) return s;
  }
  auto start = ChooseStart(cursor);
  if (!start.ok()) return start.status();
  if (Status s = CheckContinuity(*connection_, facts_, settings_, interrupt_, cursor, *start);
      !s.ok()) {
    return s;
  }
  dump_socket_ = connection_->socket();
  auto session = DumpSession::Begin(std::move(connection_), settings_, *start, /*visible=*/true,
                                    budget_, chunk_bytes_);
  connection_.reset();
  if (!session.ok()) return session.status();
  session_ = *std::move(session);
  if (Status s = ReadBeginning(cursor, !start->file.empty()); !s.ok()) {
    session_.reset();
    first_.clear();
    return start->file.empty() ? s : ExplainRefusal(s, info_.endpoint, cursor);
  }
  return Status::Ok();
}

// A server that can not start there says so at once. Where it can, the FORMAT_DESCRIPTION of the
// file comes first, and tells whether it is the file that it was.
Status BinlogDump::ReadBeginning(const model::Cursor& cursor, bool by_file) {
  using binlog::EventType;
  for (;;) {
    model::Frame& frame = first_.emplace_back();
    if (Status s = session_->Next(&frame); !s.ok()) return s;
    if (!by_file) return Status::Ok();
    const binlog::EventHeader header = binlog::ParseEventHeader(frame.bytes.data());
    if (header.type == EventType::kRotate) continue;
    if (header.type != EventType::kFormatDescription) return Status::Ok();
    return CheckFileCreated(info_.endpoint, cursor, header.timestamp);
  }
}

Status BinlogDump::Next(model::Frame* frame) {
  if (interrupt_.triggered()) return Status(Code::kClosed, "the stream was closed");
  if (!first_.empty()) {
    *frame = std::move(first_.front());
    first_.pop_front();
    Watch(*frame);
    return Status::Ok();
  }
  if (session_ == nullptr) {
    return Status(Code::kConnection, fmt::format("{}: not connected", info_.endpoint));
  }
  Status status = session_->Next(frame);
  if (status.ok()) {
    Watch(*frame);
    return status;
  }
  session_.reset();
  return Explain(status);
}

// Remembers which file is read, for Explain.
void BinlogDump::Watch(const model::Frame& frame) {
  using binlog::EventType;
  const binlog::EventHeader header = binlog::ParseEventHeader(frame.bytes.data());
  if (header.type == EventType::kFormatDescription) {
    created_ = header.timestamp;
  } else if (header.type == EventType::kRotate) {
    // Position u64, name, and the checksum that was announced.
    constexpr size_t kBefore = binlog::kHeaderSize + 8;
    if (frame.bytes.size() < kBefore + binlog::kChecksumSize) return;
    file_.assign(reinterpret_cast<const char*>(frame.bytes.data()) + kBefore,
                 frame.bytes.size() - kBefore - binlog::kChecksumSize);
    created_ = 0;
  }
}

// A server whose binlogs are reset under a dump says anything but that.
Status BinlogDump::Explain(const Status& status) {
  if (status.code() != Code::kInvalidPosition && status.code() != Code::kCorrupted &&
      status.code() != Code::kPositionLost) {
    return status;
  }
  model::Cursor cursor;
  cursor.file = file_;
  cursor.file_created = created_;
  BinlogProbe probe(settings_, interrupt_);
  auto head = probe.ReadHead(file_);
  if (!head.ok()) return status;
  const Status same =
      CheckFileCreated(info_.endpoint, cursor, static_cast<uint32_t>(head->began_us / 1000000));
  return same.ok() ? status : Status(same.code(), same.message() + "; " + status.message());
}

bool BinlogDump::Ready() const {
  return !first_.empty() || (session_ != nullptr && session_->Ready());
}

}  // namespace towpath::mysql
