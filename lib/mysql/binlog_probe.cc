#include "mysql/binlog_probe.h"

#include <cstring>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "binlog/byte_order.h"
#include "binlog/event.h"
#include "binlog/format_description.h"
#include "binlog/gtid_event.h"
#include "fmt/format.h"
#include "model/chunk.h"

namespace towpath::mysql {
namespace {

using binlog::EventHeader;
using binlog::EventType;

constexpr size_t kChunkBytes = 64 * 1024;

// Follows a dump from its first event on: which file this is, where in it, and with checksums or
// not.
class Walker {
 public:
  explicit Walker(uint64_t offset) : offset_(offset) {}

  Status Take(const model::Frame& frame) {
    bytes_ = frame.bytes;  // not shorter than a header: DumpSession saw to that
    header_ = binlog::ParseEventHeader(bytes_.data());
    begin_ = next_;
    real_ = !header_.artificial() && header_.type != EventType::kHeartbeat &&
            header_.type != EventType::kHeartbeatV2;
    if (header_.type == EventType::kFormatDescription) {
      auto format = binlog::FormatDescription::Parse(bytes_);
      if (!format.ok()) return format.status();
      format_ = *std::move(format);
      // Sent out of its place, its position is 0.
      if (header_.next_position == 0) real_ = false;
    }
    if (header_.type == EventType::kRotate && bytes_.size() >= binlog::kHeaderSize + 8) {
      // Before the first FORMAT_DESCRIPTION there is the checksum that was announced.
      const auto body = Body(format_.version_number == 0 || format_.checksums);
      if (body.size() < 8) return Status(Code::kCorrupted, "a ROTATE event without its position");
      const std::string_view name(reinterpret_cast<const char*>(body.data()) + 8, body.size() - 8);
      if (!real_) {
        // Names the file that follows; the first one may start anywhere in it.
        if (!file_.empty() && file_ != name) offset_ = binlog::LoadLe64(body.data());
        file_ = name;
        next_ = begin_ = offset_;
      }
    }
    if (real_) next_ = begin_ + bytes_.size();
    return Status::Ok();
  }

  const EventHeader& header() const { return header_; }
  bool real() const { return real_; }  // stands in the file
  const std::string& file() const { return file_; }
  uint64_t begin() const { return begin_; }  // of a real event
  const binlog::FormatDescription& format() const { return format_; }
  std::span<const uint8_t> body() const { return Body(format_.checksums); }

 private:
  std::span<const uint8_t> Body(bool checksum) const {
    const size_t tail = checksum ? binlog::kChecksumSize : 0;
    if (bytes_.size() < binlog::kHeaderSize + tail) return {};
    return bytes_.subspan(binlog::kHeaderSize, bytes_.size() - binlog::kHeaderSize - tail);
  }

  std::span<const uint8_t> bytes_;
  EventHeader header_;
  binlog::FormatDescription format_;
  std::string file_;
  uint64_t offset_;  // where the dump, or the next file, starts
  uint64_t begin_ = 0;
  uint64_t next_ = 0;
  bool real_ = false;
};

bool BeginsTransaction(EventType type, const binlog::FormatDescription& format) {
  switch (type) {
    case EventType::kGtid:
    case EventType::kAnonymousGtid:
    case EventType::kGtidTagged:
    case EventType::kMariadbGtid:
    // What stands between transactions.
    case EventType::kFormatDescription:
    case EventType::kPreviousGtids:
    case EventType::kMariadbGtidList:
    case EventType::kBinlogCheckpoint:
    case EventType::kStartEncryption:
    case EventType::kRotate:
    case EventType::kStop:
    case EventType::kIncident:
    case EventType::kIgnorable:
      return true;
    case EventType::kQuery:
      // Before they had GTID events of any kind, BEGIN was the first.
      return format.version_number < (format.flavor == Flavor::kMysql ? 0x050705u : 0x0a0000u);
    default:
      return false;
  }
}

// The GTID of the walker's event; empty when it is of another type.
Result<Gtid> GtidOf(const Walker& walker) {
  binlog::GtidEvent event;
  bool good = true;
  switch (walker.header().type) {
    case EventType::kGtid:
      good = binlog::ParseMysqlGtid(walker.body(), /*anonymous=*/false, &event);
      break;
    case EventType::kGtidTagged:
      good = binlog::ParseTaggedGtid(walker.body(), &event);
      break;
    case EventType::kMariadbGtid:
      good = binlog::ParseMariadbGtid(walker.body(), walker.header().server_id, &event);
      break;
    default:
      break;
  }
  if (!good) {
    return Status(Code::kCorrupted, fmt::format("{}: a GTID event that is none", walker.file()));
  }
  return event.gtid;
}

// MariaDB's GTID_LIST: the last transaction of each server in each domain, those of a domain in
// order. Count u32 (with flags in its upper four bits), then domain u32, server u32, sequence u64.
std::vector<Gtid> ListOf(std::span<const uint8_t> body) {
  std::vector<Gtid> list;
  if (body.size() < 4) return list;
  const uint32_t count = binlog::LoadLe32(body.data()) & 0x0fffffff;
  for (size_t i = 0; i < count && 4 + (i + 1) * 16 <= body.size(); ++i) {
    const uint8_t* at = body.data() + 4 + i * 16;
    Gtid gtid;
    gtid.flavor = Flavor::kMariadb;
    gtid.domain = binlog::LoadLe32(at);
    gtid.server_id = binlog::LoadLe32(at + 4);
    gtid.number = binlog::LoadLe64(at + 8);
    list.push_back(std::move(gtid));
  }
  return list;
}

}  // namespace

BinlogProbe::BinlogProbe(const model::SourceSettings& settings, Interrupt& interrupt)
    : settings_(settings), interrupt_(interrupt) {
  settings_.server_id ^= 0x40000000;
  if (!settings_.replica_uuid.empty()) {
    char& digit = settings_.replica_uuid.front();
    digit = digit == 'f' ? '0' : 'f';
  }
}

Result<std::unique_ptr<DumpSession>> BinlogProbe::Begin(DumpStart start) {
  auto connection = Connection::Open(settings_, interrupt_, settings_.connect_timeout);
  if (!connection.ok()) return connection.status();
  start.non_block = true;
  return DumpSession::Begin(*std::move(connection), settings_, start, /*visible=*/false, nullptr,
                            kChunkBytes);
}

Result<BinlogProbe::FileHead> BinlogProbe::ReadHead(const std::string& file) {
  auto session = Begin({.file = file});
  if (!session.ok()) return session.status();
  FileHead head;
  Walker walker(4);
  model::Frame frame;
  for (;;) {
    if (Status s = (*session)->Next(&frame); !s.ok()) {
      if (s.code() == Code::kEnd && head.began_us != 0) return head;  // empty but for its head
      return s;
    }
    if (Status s = walker.Take(frame); !s.ok()) return s;
    switch (walker.header().type) {
      case EventType::kRotate:
      case EventType::kHeartbeat:
      case EventType::kHeartbeatV2:
        break;
      case EventType::kFormatDescription:
        head.began_us = int64_t{walker.header().timestamp} * 1000000;
        break;
      case EventType::kPreviousGtids: {
        auto gtids = GtidSet::Decode(walker.body());
        if (!gtids.ok()) return gtids.status();
        head.gtids = *std::move(gtids);
        return head;
      }
      default:
        return head;
    }
  }
}

Status BinlogProbe::CheckTransactionStart(const std::string& file, uint64_t offset) {
  if (offset <= 4) return Status::Ok();
  auto session = Begin({.file = file, .offset = offset});
  if (!session.ok()) return session.status();
  Walker walker(offset);
  model::Frame frame;
  do {
    if (Status s = (*session)->Next(&frame); !s.ok()) {
      return s.code() == Code::kEnd ? Status::Ok() : s;
    }
    if (Status s = walker.Take(frame); !s.ok()) return s;
  } while (!walker.real());
  const EventType type = walker.header().type;
  if (BeginsTransaction(type, walker.format())) return Status::Ok();
  return Status(Code::kInvalidPosition,
                fmt::format("{}:{}: the {} event there is inside a transaction, and events can be "
                            "read from a transaction's beginning only",
                            file, offset, binlog::EventTypeName(type)));
}

Result<GtidSet> BinlogProbe::GtidsBefore(const std::string& file, uint64_t offset) {
  GtidSet gtids;
  auto session = Begin({.file = file});
  if (!session.ok()) return session.status();
  if (Status s = Collect(**session, file, offset, &gtids); !s.ok()) return s;
  return gtids;
}

Status BinlogProbe::AddGtidsBefore(const std::string& file, uint64_t offset, GtidSet* gtids) {
  auto session = Begin({.gtids = *gtids});
  if (!session.ok()) return session.status();
  return Collect(**session, file, offset, gtids);
}

// Adds what the dump brings until it has reached the place, or its end.
Status BinlogProbe::Collect(DumpSession& session, const std::string& file, uint64_t offset,
                            GtidSet* gtids) {
  Walker walker(4);
  model::Frame frame;
  const uint64_t number = BinlogFileNumber(file);
  for (;;) {
    if (Status s = session.Next(&frame); !s.ok()) {
      return s.code() == Code::kEnd ? Status::Ok() : s;
    }
    if (Status s = walker.Take(frame); !s.ok()) return s;
    if (!walker.real()) continue;
    // A dump by GTIDs leaves events out, so offsets do not add up; but each says where it ends.
    const uint64_t end = walker.header().next_position;
    const uint64_t here = BinlogFileNumber(walker.file());
    if (here > number || (here == number && end > offset)) return Status::Ok();
    if (walker.header().type == EventType::kPreviousGtids) {
      auto before = GtidSet::Decode(walker.body());
      if (!before.ok()) return before.status();
      if (Status s = gtids->Add(*before); !s.ok()) return s;
      continue;
    }
    auto gtid = GtidOf(walker);
    if (!gtid.ok()) return gtid.status();
    if (Status s = gtids->Add(*gtid); !s.ok()) return s;
  }
}

Status BinlogProbe::EachGtid(DumpStart start, const Visit& visit) {
  const uint64_t offset = start.offset;
  auto session = Begin(std::move(start));
  if (!session.ok()) return session.status();
  Walker walker(offset);
  model::Frame frame;
  for (;;) {
    if (Status s = (*session)->Next(&frame); !s.ok()) {
      return s.code() == Code::kEnd ? Status::Ok() : s;
    }
    if (Status s = walker.Take(frame); !s.ok()) return s;
    if (!walker.real()) continue;
    auto gtid = GtidOf(walker);
    if (!gtid.ok()) return gtid.status();
    if (gtid->empty()) continue;
    const uint64_t begin = walker.header().next_position - frame.bytes.size();
    if (!visit(*gtid, walker.file(), begin)) return Status::Ok();
  }
}

Result<BinlogProbe::Behind> BinlogProbe::GtidsBehindFirstOther(const GtidSet& gtids,
                                                               const GtidSet& others) {
  Behind behind;
  std::string file;
  uint64_t offset = 0;
  Status status = EachGtid({.gtids = gtids}, [&](const Gtid&, const std::string& f, uint64_t o) {
    file = f;
    offset = o;
    return false;
  });
  if (!status.ok()) return status;
  if (file.empty()) return behind;
  std::string last_file;
  uint64_t last_offset = 0;
  // Transactions that are newer than `others` come too.
  status = EachGtid({.file = file, .offset = offset, .gtids = others, .leave_out = true},
                    [&](const Gtid& gtid, const std::string& f, uint64_t o) {
                      if (!gtids.Contains(gtid)) return true;
                      (void)behind.gtids.Add(gtid);
                      last_file = f;
                      last_offset = o;
                      return true;
                    });
  if (!status.ok()) return status;
  if (behind.gtids.empty()) return behind;
  status = EachGtid({.file = file, .offset = offset, .gtids = gtids, .leave_out = true},
                    [&](const Gtid& gtid, const std::string& f, uint64_t o) {
                      const uint64_t here = BinlogFileNumber(f);
                      const uint64_t last = BinlogFileNumber(last_file);
                      if (here > last || (here == last && o > last_offset)) return false;
                      (void)behind.others.Add(gtid);
                      return true;
                    });
  if (!status.ok()) return status;
  return behind;
}

Result<std::string> BinlogProbe::UnknownBefore(const GtidSet& gtids,
                                               const model::OriginState& known) {
  // The file in which the server begins for this state.
  DumpStart start{.gtids = gtids};
  {
    auto session = Begin(start);
    if (!session.ok()) return session.status();
    Walker walker(4);
    model::Frame frame;
    while (walker.file().empty()) {
      if (Status s = (*session)->Next(&frame); !s.ok()) return s;
      if (Status s = walker.Take(frame); !s.ok()) return s;
    }
    start = {.file = walker.file()};
  }
  auto session = Begin(start);
  if (!session.ok()) return session.status();
  std::map<uint32_t, Gtid> left = gtids.domains();  // not reached yet
  std::string unknown;
  const auto look = [&](const Gtid& gtid) {
    const auto at = left.find(gtid.domain);
    if (at == left.end()) return;
    const bool ours = gtid.server_id == at->second.server_id && gtid.number <= at->second.number;
    if (!ours && !known.Contains(gtid)) {
      if (!unknown.empty()) unknown += ',';
      unknown += gtid.ToString();
    }
    if (gtid == at->second) left.erase(at);
  };
  Walker walker(4);
  model::Frame frame;
  while (!left.empty()) {
    if (Status s = (*session)->Next(&frame); !s.ok()) {
      if (s.code() == Code::kEnd) break;
      return s;
    }
    if (Status s = walker.Take(frame); !s.ok()) return s;
    if (!walker.real()) continue;
    if (walker.header().type == EventType::kMariadbGtidList) {
      for (const Gtid& gtid : ListOf(walker.body())) look(gtid);
      continue;
    }
    auto gtid = GtidOf(walker);
    if (!gtid.ok()) return gtid.status();
    if (!gtid->empty()) look(*gtid);
  }
  return unknown;
}

}  // namespace towpath::mysql
