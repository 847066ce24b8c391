#include "binlog/decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "binlog/arena.h"
#include "binlog/byte_reader.h"
#include "binlog/charset.h"
#include "binlog/compression.h"
#include "binlog/event.h"
#include "binlog/format_description.h"
#include "binlog/gtid_event.h"
#include "binlog/payload_events.h"
#include "binlog/query_event.h"
#include "binlog/query_text.h"
#include "binlog/rows_event.h"
#include "binlog/rows_expander.h"
#include "binlog/table_map.h"
#include "binlog/table_plans.h"
#include "sql/ddl.h"
#include "sql/statement.h"

namespace towpath::binlog {
namespace {

using model::BinlogFile;
using model::Chunk;
using model::EntryBlock;
using model::EntryData;
using model::StatementFacts;
using model::TableVersion;
using model::Transaction;
using sql::Statement;
using sql::StatementKind;

// One event on its way through the decoder.
struct Event {
  EventHeader header;
  std::span<const uint8_t> body;        // without header and checksum
  const std::shared_ptr<Chunk>& chunk;  // that holds the body
};

constexpr uint32_t BitOf(EntryKind kind) { return 1u << static_cast<unsigned>(kind); }

constexpr int64_t Microseconds(uint32_t seconds) { return int64_t{seconds} * 1000000; }

// "X'6162',X'',1", as the servers write a transaction's XA identity.
std::string XaText(uint32_t format_id, std::span<const uint8_t> gtrid,
                   std::span<const uint8_t> bqual) {
  std::string text;
  for (const auto part : {gtrid, bqual}) {
    text += "X'";
    for (uint8_t byte : part) fmt::format_to(std::back_inserter(text), "{:02x}", byte);
    text += "',";
  }
  return text + fmt::format("{}", static_cast<int32_t>(format_id));
}

}  // namespace

class Decoder::Impl {
 public:
  explicit Impl(DecoderConfig config)
      : config_(std::move(config)),
        tables_(config_.filter, config_.budget),
        arena_(config_.budget),
        rows_expander_(&arena_),
        payload_(config_.budget) {}

  void Start(const std::string& file, uint64_t offset, bool announced_checksum);
  Status Feed(const model::Frame& frame, EntrySink& sink);
  bool has_more() const { return payload_.reading(); }
  Status Continue(EntrySink& sink);

  const std::shared_ptr<const BinlogFile>& file() const { return file_; }
  uint64_t offset() const { return offset_; }
  bool in_transaction() const { return state_ != State::kNone; }
  const FormatDescription& format() const { return format_; }
  const DecoderCounters& counters() const { return counters_; }

 private:
  enum class State : uint8_t {
    kNone,
    kAnnounced,  // a GTID was read; what follows decides
    kOpen,       // until XID, COMMIT, ROLLBACK or XA_PREPARE
    kImplicit,   // rows without a transaction around them: until the statement's end
  };

  Status FeedEvent(const model::Frame& frame, EntrySink& sink);
  Status Dispatch(const Event& event, EntrySink& sink);
  Status CheckFrame(std::span<const uint8_t> bytes, const EventHeader& header,
                    std::span<const uint8_t>* body);
  void Locate(const model::Frame& frame, const EventHeader& header);
  uint64_t NearestPosition(uint32_t low, uint64_t expected) const;

  Status OnFormatDescription(const model::Frame& frame);
  Status OnRotate(const Event& event, bool inside_file);
  Status OnHeartbeat(const Event& event, EntrySink& sink);
  Status OnIncident(const Event& event);
  Status OnGtid(const Event& event, EntrySink& sink);
  Status OnQuery(const Event& event, EntrySink& sink);
  Status OnCompressedQuery(const Event& event, EntrySink& sink);
  Status OnStatement(const Event& event, const QueryEvent& query, EntrySink& sink);
  Status OnXaPrepare(const Event& event, EntrySink& sink);
  Status OnTableMap(const Event& event);
  Status OnRows(const Event& event, RowsEventKind kind, EntrySink& sink);
  Status OnPayload(const Event& event, EntrySink& sink);
  Status ContinuePayload(EntrySink& sink);

  void BeginTransaction(const EventHeader& header, State state);
  void EnsureBegun(EntrySink& sink);
  void EndTransaction(const EventHeader& header, EntrySink& sink);
  void ForgetTransaction() {
    state_ = State::kNone;
    transaction_ = Transaction();
    kept_transaction_ = nullptr;
  }

  bool Wants(EntryKind kind) const { return (config_.events & BitOf(kind)) != 0 && !skipping_; }
  EntryData& Append(EntrySink& sink, EntryBlock** out, EntryKind kind, const EventHeader& header);
  void AppendQuery(const Event& event, const QueryEvent& query, const QueryText& text,
                   EntryKind kind, std::shared_ptr<StatementFacts> facts, EntrySink& sink);
  void AppendOutcome(const Event& event, const QueryEvent& query, EntrySink& sink);
  Position Here() const;
  Status OnDdl(const Event& event, const QueryEvent& query, EntrySink& sink);
  bool FilterWants(const sql::Ddl& ddl, const QueryText& text);
  Status FollowDdl(const Event& event, const QueryEvent& query, const sql::Ddl& ddl);
  Status OnDml(const Event& event, const QueryEvent& query, EntrySink& sink);
  Status RefuseDml(const Event& event, const QueryText& text, const Statement& statement,
                   std::string_view database) const;

  Status Fail(Code code, EventType type, std::string_view what) const {
    return Status(code, fmt::format("{}:{}: {} event: {}", file_ != nullptr ? file_->name : "",
                                    event_offset_, EventTypeName(type), what));
  }
  Status Fail(const Event& event, const Status& status) const {
    return Fail(status.code(), event.header.type, status.message());
  }
  Status Corrupted(const Event& event) const {
    return Fail(Code::kCorrupted, event.header.type, "its fields can not be right");
  }

  DecoderConfig config_;
  DecoderCounters counters_;
  Status status_;

  // Place.
  std::shared_ptr<const BinlogFile> file_;
  uint64_t offset_ = 0;        // just behind the last event
  uint64_t event_offset_ = 0;  // of the event in hand, as its entries have it
  uint64_t event_end_ = 0;
  uint32_t ordinal_ = 0;    // of the next entry of this event
  bool format_due_ = true;  // a FORMAT_DESCRIPTION is the next real event

  // Format.
  bool announced_checksum_ = false;
  bool has_format_ = false;
  FormatDescription format_;

  // Transaction.
  State state_ = State::kNone;
  Transaction transaction_;
  GtidEvent gtid_event_;
  EventHeader begin_header_;
  uint32_t begin_ordinal_ = 0;
  bool standalone_ = false;      // MariaDB: one event follows the GTID
  bool without_effect_ = false;  // MariaDB: the statement is only announced, or taken back
  bool begun_ = false;           // its Begin was appended, or would have been
  bool touched_ = false;         // it has a statement or rows
  bool skipping_ = false;        // nothing of it is delivered
  bool left_out_ = false;        // nor are its statements followed
  const EntryBlock* kept_block_ = nullptr;
  const Transaction* kept_transaction_ = nullptr;  // transaction_ in kept_block_

  TablePlans tables_;

  // What entries point to and no event has: expanded rows, converted statements.
  Arena arena_;
  Inflater inflater_;
  RowsExpander rows_expander_;
  PayloadEvents payload_;
};

void Decoder::Impl::Start(const std::string& file, uint64_t offset, bool announced_checksum) {
  status_ = Status();
  if (file.empty()) {
    file_ = nullptr;
  } else if (file_ == nullptr || file_->name != file) {
    file_ = std::make_shared<const BinlogFile>(file, config_.server);
  }
  offset_ = offset;
  format_due_ = true;
  announced_checksum_ = announced_checksum;
  has_format_ = false;
  ForgetTransaction();
  tables_.ForgetIds();
  payload_.Stop();
}

Status Decoder::Impl::Feed(const model::Frame& frame, EntrySink& sink) {
  if (!status_.ok()) return status_;
  Status status = payload_.reading()
                      ? Status(Code::kInternal, "an event was fed before the last one's end")
                      : FeedEvent(frame, sink);
  if (!status.ok()) status_ = status;
  return status;
}

Status Decoder::Impl::Continue(EntrySink& sink) {
  if (!status_.ok() || !payload_.reading()) return status_;
  Status status = ContinuePayload(sink);
  if (!status.ok()) status_ = status;
  return status;
}

// Of the positions that end in these 32 bits, the one nearest to `expected`.
uint64_t Decoder::Impl::NearestPosition(uint32_t low, uint64_t expected) const {
  constexpr uint64_t kWrap = uint64_t{1} << 32;
  uint64_t position = (expected & ~(kWrap - 1)) | low;
  if (position + kWrap / 2 < expected) return position + kWrap;
  if (position > expected + kWrap / 2 && position >= kWrap) return position - kWrap;
  return position;
}

// Where the event stands. A file's reader knows; over the network the last event's end is where
// this one begins, unless the header's 32 bits say that the server left events out.
void Decoder::Impl::Locate(const model::Frame& frame, const EventHeader& header) {
  const bool in_file = frame.offset != 0;
  const bool artificial =
      !in_file && (header.artificial() || header.type == EventType::kHeartbeat ||
                   header.type == EventType::kHeartbeatV2);
  event_offset_ = in_file ? frame.offset : offset_;
  if (!in_file && !artificial && header.next_position != 0) {
    const uint64_t end = NearestPosition(header.next_position, offset_ + header.length);
    if (end >= header.length && end - header.length > event_offset_)
      event_offset_ = end - header.length;
  }
  event_end_ = artificial ? offset_ : event_offset_ + header.length;
  ordinal_ = 0;
}

Status Decoder::Impl::CheckFrame(std::span<const uint8_t> bytes, const EventHeader& header,
                                 std::span<const uint8_t>* body) {
  if (header.length != bytes.size())
    return Fail(
        Code::kCorrupted, header.type,
        fmt::format("it names a length of {} bytes and has {}", header.length, bytes.size()));
  bool checksum = has_format_ ? format_.checksums : false;
  if (!has_format_) {
    if (header.type == EventType::kStartV3)
      return Fail(Code::kUnsupported, header.type, "binlogs of MySQL before 5.0 are not read");
    if (header.type != EventType::kRotate && header.type != EventType::kHeartbeat &&
        header.type != EventType::kHeartbeatV2)
      return Fail(Code::kCorrupted, header.type, "it comes before any FORMAT_DESCRIPTION event");
    checksum = announced_checksum_;
  }
  if (checksum) {
    if (bytes.size() < kHeaderSize + kChecksumSize)
      return Fail(Code::kCorrupted, header.type, "it is too short for its checksum");
    if (!ChecksumMatches(bytes))
      return Fail(Code::kCorrupted, header.type, "its checksum does not match");
    bytes = bytes.first(bytes.size() - kChecksumSize);
  }
  *body = bytes.subspan(kHeaderSize);
  return Status::Ok();
}

Status Decoder::Impl::FeedEvent(const model::Frame& frame, EntrySink& sink) {
  if (frame.bytes.size() < kHeaderSize)
    return Status(Code::kCorrupted,
                  fmt::format("{}:{}: {} bytes are no event", file_ != nullptr ? file_->name : "",
                              offset_, frame.bytes.size()));
  EventHeader header = ParseEventHeader(frame.bytes.data());
  header.type = format_.TypeOf(header.type);
  Locate(frame, header);
  ++counters_.events;
  counters_.bytes += frame.bytes.size();
  if (header.type == EventType::kFormatDescription) return OnFormatDescription(frame);

  Event event{header, {}, frame.chunk};
  Status status = CheckFrame(frame.bytes, header, &event.body);
  if (!status.ok()) return status;
  if (header.type == EventType::kRotate) return OnRotate(event, frame.offset != 0);
  const uint64_t end = event_end_;
  status = Dispatch(event, sink);
  if (status.ok() && end > offset_) offset_ = end;
  return status;
}

Status Decoder::Impl::Dispatch(const Event& event, EntrySink& sink) {
  RowsEventKind rows;
  switch (event.header.type) {
    case EventType::kQuery:
      return OnQuery(event, sink);
    case EventType::kXid:
      touched_ = true;
      if (state_ != State::kNone) EndTransaction(event.header, sink);
      return Status::Ok();
    case EventType::kTableMap:
      return OnTableMap(event);
    case EventType::kGtid:
    case EventType::kAnonymousGtid:
    case EventType::kGtidTagged:
    case EventType::kMariadbGtid:
      return OnGtid(event, sink);
    case EventType::kXaPrepare:
      return OnXaPrepare(event, sink);
    case EventType::kTransactionPayload:
      return OnPayload(event, sink);
    case EventType::kQueryCompressed:
      return OnCompressedQuery(event, sink);
    case EventType::kHeartbeat:
    case EventType::kHeartbeatV2:
      return OnHeartbeat(event, sink);
    case EventType::kIncident:
      return OnIncident(event);

    // Nothing that changes data, and nothing that is needed.
    case EventType::kStop:
    case EventType::kIgnorable:
    case EventType::kRowsQuery:
    case EventType::kPreviousGtids:
    case EventType::kTransactionContext:
    case EventType::kViewChange:
    case EventType::kAnnotateRows:
    case EventType::kBinlogCheckpoint:
    case EventType::kMariadbGtidList:
    case EventType::kStartEncryption:  // over the network, events arrive decrypted
      return Status::Ok();

    // The context of a statement-format change. The QUERY event that follows says which one.
    case EventType::kIntvar:
    case EventType::kRand:
    case EventType::kUserVar:
    case EventType::kBeginLoadQuery:
    case EventType::kAppendBlock:
    case EventType::kDeleteFile:
      return Status::Ok();
    // LOAD DATA as a statement: the post-header is longer, and what it names is a file of the
    // server's.
    case EventType::kExecuteLoadQuery:
      return OnQuery(event, sink);
    case EventType::kLoad:
    case EventType::kNewLoad:
    case EventType::kCreateFile:
    case EventType::kExecLoad:
      return Fail(Code::kUnsupported, event.header.type,
                  "a LOAD DATA statement was logged as a statement, not as rows; set "
                  "binlog_format=ROW on the server, globally and in the sessions that write");

    case EventType::kPreGaWriteRows:
    case EventType::kPreGaUpdateRows:
    case EventType::kPreGaDeleteRows:
      return Fail(Code::kUnsupported, event.header.type,
                  "rows events of MySQL before 5.1.18 are not read");
    default:
      break;
  }
  if (RowsEventKindOf(event.header.type, &rows)) return OnRows(event, rows, sink);
  if ((event.header.flags & kFlagIgnorable) != 0) {
    ++counters_.ignored_events;
    return Status::Ok();
  }
  return Fail(Code::kUnsupported, event.header.type,
              fmt::format("type {} is not known, and the server does not mark it as ignorable",
                          static_cast<unsigned>(event.header.type)));
}

Status Decoder::Impl::OnFormatDescription(const model::Frame& frame) {
  const EventHeader header = ParseEventHeader(frame.bytes.data());
  if (header.length != frame.bytes.size())
    return Fail(
        Code::kCorrupted, header.type,
        fmt::format("it names a length of {} bytes and has {}", header.length, frame.bytes.size()));
  Result<FormatDescription> format = FormatDescription::Parse(frame.bytes);
  if (!format.ok()) return Fail(format.code(), header.type, format.status().message());
  format_ = std::move(format).value();
  has_format_ = true;
  tables_.ForgetIds();
  // The server had died: what it had not finished never happened.
  if (format_.created != 0 && state_ != State::kNone) ForgetTransaction();
  if (file_ != nullptr && file_->created == 0 && header.timestamp != 0) {
    auto file = std::make_shared<BinlogFile>(*file_);
    file->created = header.timestamp;
    file_ = std::move(file);
  }
  // A dump or a reader that begins inside a file is sent the file's first event before.
  if (!format_due_ || offset_ <= sizeof(kMagic))
    offset_ = std::max<uint64_t>(event_offset_, sizeof(kMagic)) + header.length;
  format_due_ = false;
  return Status::Ok();
}

// `inside_file`: read from a file by its own reader, which announces the next file itself. What
// stands in a file may also be a copy from another server (relay logs).
Status Decoder::Impl::OnRotate(const Event& event, bool inside_file) {
  ByteReader in(event.body);
  const uint64_t position = in.U64();
  const auto name = in.rest();
  if (!in.ok() || name.empty()) return Corrupted(event);
  if (inside_file) {
    offset_ = event_end_;
    return Status::Ok();
  }
  const std::string_view text{reinterpret_cast<const char*>(name.data()), name.size()};
  if (file_ == nullptr || file_->name != text)
    file_ = std::make_shared<const BinlogFile>(std::string(text), config_.server);
  offset_ = position;
  format_due_ = true;
  return Status::Ok();
}

Status Decoder::Impl::OnHeartbeat(const Event& event, EntrySink& sink) {
  std::string_view name;
  uint64_t position = 0;
  if (event.header.type == EventType::kHeartbeat) {
    name = {reinterpret_cast<const char*>(event.body.data()), event.body.size()};
    position = NearestPosition(event.header.next_position, offset_);
  } else {
    ByteReader in(event.body);
    for (;;) {  // {type u8, length, value}
      const uint8_t type = in.U8();
      if (!in.ok()) return Corrupted(event);
      if (type == 0) break;
      const auto value = in.Bytes(in.Lenenc());
      if (type == 1) name = {reinterpret_cast<const char*>(value.data()), value.size()};
      if (type == 2) position = ByteReader(value).Lenenc();
    }
  }
  // The server passed transactions that it does not send. Inside a transaction nothing is passed.
  if (state_ == State::kNone && file_ != nullptr && name == file_->name && position > offset_)
    offset_ = event_end_ = position;
  if ((config_.events & BitOf(EntryKind::kHeartbeat)) == 0) return Status::Ok();
  // It stands before the event that will begin here, and behind the one that ended here.
  event_offset_ = offset_ > 0 ? offset_ - 1 : 0;
  const bool alone = state_ == State::kNone;
  if (alone) {
    transaction_ = Transaction();
    transaction_.offset = offset_;
    kept_transaction_ = nullptr;
  }
  EntryBlock* block;
  EntryData& entry = Append(sink, &block, EntryKind::kHeartbeat, event.header);
  entry.timestamp_us = Microseconds(event.header.timestamp);
  sink.Appended();
  if (alone) kept_transaction_ = nullptr;
  return Status::Ok();
}

Status Decoder::Impl::OnIncident(const Event& event) {
  ByteReader in(event.body);
  const uint16_t incident = in.U16();
  const std::string_view message = in.Text(in.U8());
  return Fail(Code::kPositionLost, event.header.type,
              fmt::format("the server says that changes are missing from its binlog here "
                          "(incident {}{}{}); take a new copy of the tables and start behind it",
                          incident, message.empty() ? "" : ": ", message));
}

Status Decoder::Impl::OnGtid(const Event& event, EntrySink& sink) {
  if (state_ != State::kNone) {
    if (touched_)
      return Fail(
          Code::kCorrupted, event.header.type,
          fmt::format("the transaction before it, at offset {}, has no end", transaction_.offset));
    // It ended where this one begins.
    const uint64_t end = std::exchange(event_end_, event_offset_);
    EndTransaction(event.header, sink);
    event_end_ = end;
  }
  bool good = false;
  switch (event.header.type) {
    case EventType::kGtid:
      good = ParseMysqlGtid(event.body, false, &gtid_event_);
      break;
    case EventType::kAnonymousGtid:
      good = ParseMysqlGtid(event.body, true, &gtid_event_);
      break;
    case EventType::kGtidTagged:
      good = ParseTaggedGtid(event.body, &gtid_event_);
      break;
    default:
      good = ParseMariadbGtid(event.body, event.header.server_id, &gtid_event_);
      break;
  }
  if (!good) return Corrupted(event);
  const bool open = event.header.type == EventType::kMariadbGtid && !gtid_event_.standalone;
  BeginTransaction(event.header, open ? State::kOpen : State::kAnnounced);
  transaction_.gtid = gtid_event_.gtid;
  left_out_ = config_.left_out != nullptr && config_.left_out->Contains(gtid_event_.gtid);
  skipping_ |= left_out_;
  transaction_.commit_timestamp_us = gtid_event_.commit_timestamp_us;
  standalone_ = gtid_event_.standalone;
  without_effect_ = gtid_event_.alter_without_effect;
  return Status::Ok();
}

Status Decoder::Impl::OnQuery(const Event& event, EntrySink& sink) {
  QueryEvent query;
  if (!ParseQuery(event.body, format_.post_header_length(event.header.type), &query))
    return Corrupted(event);
  return OnStatement(event, query, sink);
}

Status Decoder::Impl::OnCompressedQuery(const Event& event, EntrySink& sink) {
  QueryEvent query;
  CompressedBlock block;
  if (!ParseQuery(event.body, format_.post_header_length(EventType::kQuery), &query) ||
      !ParseCompressedBlock({reinterpret_cast<const uint8_t*>(query.sql.data()), query.sql.size()},
                            &block))
    return Corrupted(event);
  // Statement and database in one piece, so that one chunk holds both.
  const std::string_view database = query.database;
  uint8_t* sql = arena_.Reserve(block.content_size + database.size());
  if (!inflater_.Inflate(block.stream, true, sql, block.content_size))
    return Fail(Code::kCorrupted, event.header.type, "its statement does not decompress");
  char* copy = reinterpret_cast<char*>(sql) + block.content_size;
  std::copy(database.begin(), database.end(), copy);
  arena_.Take(block.content_size + database.size());
  query.sql = {reinterpret_cast<const char*>(sql), block.content_size};
  query.database = {copy, database.size()};
  const std::shared_ptr<Chunk> chunk = arena_.chunk();
  return OnStatement({event.header, event.body, chunk}, query, sink);
}

Status Decoder::Impl::OnStatement(const Event& event, const QueryEvent& query, EntrySink& sink) {
  if (event.header.type == EventType::kExecuteLoadQuery) return OnDml(event, query, sink);
  const Statement statement = sql::ClassifyStatement(query.sql, DialectOf(query, format_));
  switch (statement.kind) {
    case StatementKind::kEmpty:
      if (state_ == State::kAnnounced) EndTransaction(event.header, sink);
      return Status::Ok();

    case StatementKind::kBegin:
    case StatementKind::kXaStart:
      if (state_ == State::kNone) {
        BeginTransaction(event.header, State::kOpen);
      } else if (touched_) {
        return Fail(
            Code::kCorrupted, event.header.type,
            fmt::format("a transaction begins inside the one at offset {}", transaction_.offset));
      }
      state_ = State::kOpen;
      touched_ = true;
      return Status::Ok();

    case StatementKind::kCommit:
      if (state_ != State::kNone) EndTransaction(event.header, sink);
      return Status::Ok();

    case StatementKind::kRollback:
      if (state_ == State::kNone) return Status::Ok();
      if (begun_) AppendOutcome(event, query, sink);
      EndTransaction(event.header, sink);
      return Status::Ok();

    case StatementKind::kRollbackTo:
      if (begun_ && state_ != State::kNone) AppendOutcome(event, query, sink);
      return Status::Ok();

    case StatementKind::kSavepoint:
    case StatementKind::kXaEnd:
      touched_ = true;
      return Status::Ok();

    case StatementKind::kDml:
      return OnDml(event, query, sink);

    case StatementKind::kXaCommit:
    case StatementKind::kXaRollback:
    case StatementKind::kDdl:
      break;
  }
  if (statement.kind == StatementKind::kDdl) {
    if (state_ == State::kOpen || state_ == State::kImplicit) {  // CREATE TABLE ... SELECT
      touched_ = true;
      return OnDdl(event, query, sink);
    }
  } else if (state_ == State::kOpen && touched_) {
    return Fail(
        Code::kCorrupted, event.header.type,
        fmt::format("an XA statement inside the transaction at offset {}", transaction_.offset));
  }
  // A transaction of its own.
  if (state_ == State::kNone) BeginTransaction(event.header, State::kAnnounced);
  if (statement.kind == StatementKind::kDdl) {
    if (Status s = OnDdl(event, query, sink); !s.ok()) return s;
  } else {
    AppendOutcome(event, query, sink);
  }
  EndTransaction(event.header, sink);
  return Status::Ok();
}

Status Decoder::Impl::OnDdl(const Event& event, const QueryEvent& query, EntrySink& sink) {
  const bool follow = config_.schema != nullptr && !without_effect_ && !left_out_;
  const bool deliver = Wants(EntryKind::kDdl) && !without_effect_;
  if (!follow && !deliver) return Status::Ok();
  const QueryText text(query);
  sql::Ddl ddl = sql::ParseDdl(text.utf8(), DialectOf(query, format_), query.database);
  if (follow) {
    if (Status s = FollowDdl(event, query, ddl); !s.ok()) return s;
  }
  if (!deliver || !FilterWants(ddl, text)) return Status::Ok();
  auto facts = std::make_shared<StatementFacts>();
  facts->kind = ddl.kind;
  facts->tables = std::move(ddl.tables);
  if (state_ != State::kAnnounced) EnsureBegun(sink);  // one of its own is without Begin and Commit
  AppendQuery(event, query, text, EntryKind::kDdl, std::move(facts), sink);
  return Status::Ok();
}

// A DDL is left out only when it surely touches tables that are not wanted, and no others.
bool Decoder::Impl::FilterWants(const sql::Ddl& ddl, const QueryText& text) {
  if (config_.filter == nullptr || ddl.tables.empty() || !ddl.not_understood.empty() ||
      !text.valid())
    return true;
  const bool wanted = std::any_of(ddl.tables.begin(), ddl.tables.end(), [&](const DdlTable& table) {
    return config_.filter->Wants(table.database, table.name);
  });
  if (!wanted) ++counters_.filtered_events;
  return wanted;
}

// What is known of tables goes with the statements that change them, wanted or not: a table may
// get a wanted name later.
Status Decoder::Impl::FollowDdl(const Event& event, const QueryEvent& query, const sql::Ddl& ddl) {
  Result<bool> changed = config_.schema->Apply(Here(), ddl, DdlContextOf(query, format_));
  if (!changed.ok()) return Fail(event, changed.status());
  if (*changed) tables_.ForgetLookedUp();
  return Status::Ok();
}

// A statement-format change. When it names one table and that is not wanted, it is left out.
Status Decoder::Impl::OnDml(const Event& event, const QueryEvent& query, EntrySink& sink) {
  // Old servers log a change of a table without transactions with nothing around it.
  if (state_ == State::kNone) BeginTransaction(event.header, State::kAnnounced);
  const bool alone = state_ == State::kAnnounced;
  touched_ = true;
  const QueryText text(query);
  const Statement statement = sql::ClassifyStatement(text.utf8(), DialectOf(query, format_));
  const std::string_view database =
      statement.database.empty() ? query.database : std::string_view(statement.database);
  const bool named = !statement.table.empty() && text.valid();
  if (config_.filter != nullptr && named && !config_.filter->Wants(database, statement.table)) {
    ++counters_.filtered_events;
  } else if (config_.statements == model::StatementPolicy::kError && !skipping_) {
    return RefuseDml(event, text, statement, database);
  } else if (Wants(EntryKind::kStatement)) {
    auto facts = std::make_shared<StatementFacts>();
    if (named) facts->tables.push_back({std::string(database), statement.table});
    EnsureBegun(sink);
    AppendQuery(event, query, text, EntryKind::kStatement, std::move(facts), sink);
  }
  if (alone) EndTransaction(event.header, sink);
  return Status::Ok();
}

Status Decoder::Impl::RefuseDml(const Event& event, const QueryText& text,
                                const Statement& statement, std::string_view database) const {
  std::string shown(text.utf8().substr(0, 120));
  if (text.utf8().size() > shown.size()) {
    // Not in the middle of a character.
    const auto continues = [&] { return (text.utf8()[shown.size()] & 0xc0) == 0x80; };
    while (!shown.empty() && continues()) shown.pop_back();
    shown += "...";
  }
  if (!text.valid())
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return (c & 0x80) != 0; }, '?');
  const bool named = !statement.table.empty() && text.valid();
  return Fail(Code::kUnsupported, event.header.type,
              fmt::format("{} changed rows{}{} and was logged as a statement, not as rows: \"{}\"; "
                          "set binlog_format=ROW on the server, globally and in the sessions that "
                          "write (source.statements=deliver hands over the statement instead)",
                          statement.verb, named ? " of " : "",
                          named ? fmt::format("{}.{}", database, statement.table) : "", shown));
}

Status Decoder::Impl::OnXaPrepare(const Event& event, EntrySink& sink) {
  ByteReader in(event.body);
  const bool one_phase = in.U8() != 0;
  const uint32_t format_id = in.U32();
  const uint32_t gtrid_length = in.U32();
  const uint32_t bqual_length = in.U32();
  const auto gtrid = in.Bytes(gtrid_length);
  const auto bqual = in.Bytes(bqual_length);
  if (!in.ok()) return Corrupted(event);
  if (state_ == State::kNone) return Status::Ok();
  if (begun_ && !one_phase) {
    const std::string text = "XA PREPARE " + XaText(format_id, gtrid, bqual);
    const auto sql = arena_.Copy({reinterpret_cast<const uint8_t*>(text.data()), text.size()});
    QueryEvent query;
    query.sql = {reinterpret_cast<const char*>(sql.data()), sql.size()};
    AppendOutcome({event.header, event.body, arena_.chunk()}, query, sink);
  }
  EndTransaction(event.header, sink);
  return Status::Ok();
}

Status Decoder::Impl::OnTableMap(const Event& event) {
  const uint8_t post_header = format_.post_header_length(EventType::kTableMap);
  const size_t id_size = post_header == 6 ? 4 : 6;
  if (event.body.size() < id_size) return Corrupted(event);
  if (state_ == State::kNone) {
    BeginTransaction(event.header, State::kImplicit);
  } else if (state_ == State::kAnnounced) {
    // MariaDB promised a single statement; MySQL always says BEGIN.
    state_ = standalone_ ? State::kImplicit : State::kOpen;
  }
  touched_ = true;
  const uint64_t id = LoadLe(event.body.data(), static_cast<unsigned>(id_size));
  const auto content = event.body.subspan(id_size);
  if (tables_.Reuse(id, content)) return Status::Ok();

  if (format_.rows_not_released())
    return Fail(Code::kUnsupported, event.header.type,
                fmt::format("rows events of MySQL before 5.1.18 are not read (this is {}): their "
                            "table maps say neither how long columns are nor which may be NULL, so "
                            "that rows could only be guessed at",
                            format_.server_version));
  TableMap map;
  if (!ParseTableMap(event.body, post_header, &map)) return Corrupted(event);
  TableContext context;
  context.flavor = format_.flavor;
  context.server_version = format_.version_number;
  context.schema_mode = config_.schema_mode;
  context.schema = config_.schema;
  context.at = Here();
  const Status status = tables_.Add(id, content, map, context, skipping_);
  return status.ok() ? status : Fail(event, status);
}

Status Decoder::Impl::OnRows(const Event& event, RowsEventKind kind, EntrySink& sink) {
  const uint8_t post_header = format_.post_header_length(event.header.type);
  RowsEvent rows;
  if (!ParseRowsHead(event.body, post_header, &rows)) return Corrupted(event);
  touched_ = true;
  TablePlan* const table = tables_.Find(rows.table_id);
  if (table == nullptr && rows.table_id != kDummyTableId && !skipping_)
    return Fail(Code::kCorrupted, event.header.type,
                fmt::format("no TABLE_MAP says what table {} is", rows.table_id));

  if (table != nullptr && (!table->wanted || !Wants(kind.kind))) {
    ++counters_.filtered_events;
  } else if (table != nullptr) {
    const TableVersion& version = *table->built.version;
    if (!ParseRows(event.body, post_header, kind, &rows)) return Corrupted(event);
    if (rows.columns != version.layout.columns.size())
      return Fail(Code::kCorrupted, event.header.type,
                  fmt::format("it has {} columns, and its TABLE_MAP ({}.{}) has {}", rows.columns,
                              version.table.database(), version.table.name(),
                              version.layout.columns.size()));
    const std::shared_ptr<Chunk>* chunk = &event.chunk;
    const std::shared_ptr<const TableVersion>* entry_table = &table->built.version;
    if (kind.compressed || !table->built.compressed_columns.empty()) {
      const Status status = rows_expander_.Inflate(kind, table->built, &rows);
      if (!status.ok()) return Fail(event, status);
      chunk = &arena_.chunk();
    }
    if (event.header.type == EventType::kPartialUpdateRows) {
      const Status status = rows_expander_.CompletePartial(&table->built, &rows, &entry_table);
      if (!status.ok()) return Fail(event, status);
      chunk = &arena_.chunk();
    }
    EnsureBegun(sink);
    EntryBlock* block;
    EntryData& entry = Append(sink, &block, kind.kind, event.header);
    entry.table = entry_table->get();
    entry.data = rows.rows.data();
    entry.size = static_cast<uint32_t>(rows.rows.size());
    const bool before_first = kind.kind != EntryKind::kInsert;
    entry.before_columns = before_first ? rows.first_bitmap.data() : nullptr;
    entry.after_columns = kind.kind == EntryKind::kUpdate   ? rows.second_bitmap.data()
                          : kind.kind == EntryKind::kInsert ? rows.first_bitmap.data()
                                                            : nullptr;
    block->Keep(*chunk);
    block->Keep(*entry_table);
    sink.Appended();
  }
  if (!rows.statement_end) return Status::Ok();
  if (state_ == State::kImplicit) EndTransaction(event.header, sink);
  tables_.Trim();
  return Status::Ok();
}

Status Decoder::Impl::OnPayload(const Event& event, EntrySink& sink) {
  if (payload_.reading()) return Corrupted(event);
  TransactionPayload payload;
  if (Status s = ParseTransactionPayload(event.body, &payload); !s.ok()) return Fail(event, s);
  payload_.Start(payload, event.chunk);
  return ContinuePayload(sink);
}

// Up to the end of the content, or to where the sink wants no more for now.
Status Decoder::Impl::ContinuePayload(EntrySink& sink) {
  const auto done = [&](Status status) {
    payload_.Stop();
    return status;
  };
  for (;;) {
    ordinal_ = payload_.index();
    const Result<std::span<const uint8_t>> bytes = payload_.Next();
    if (!bytes.ok())
      return done(Fail(bytes.code(), EventType::kTransactionPayload, bytes.status().message()));
    if (bytes->empty()) return done(Status::Ok());
    const Event inner{ParseEventHeader(bytes->data()), bytes->subspan(kHeaderSize),
                      payload_.chunk()};
    if (Status status = Dispatch(inner, sink); !status.ok()) return done(std::move(status));
    if (!sink.WantsMore(bytes->size())) return Status::Ok();
  }
}

void Decoder::Impl::BeginTransaction(const EventHeader& header, State state) {
  state_ = state;
  transaction_.gtid = Gtid();
  transaction_.offset = event_offset_;
  transaction_.commit_timestamp_us = 0;
  kept_transaction_ = nullptr;
  begin_header_ = header;
  begin_ordinal_ = ordinal_;
  standalone_ = false;
  without_effect_ = false;
  begun_ = false;
  touched_ = false;
  left_out_ = false;
  // The header has whole seconds: only what is surely older is left out.
  skipping_ =
      config_.not_before_us != 0 && Microseconds(header.timestamp) + 999999 < config_.not_before_us;
  // From the first one that is young enough on, every one counts: sessions may set their clock.
  if (!skipping_) config_.not_before_us = 0;
}

void Decoder::Impl::EnsureBegun(EntrySink& sink) {
  if (begun_) return;
  begun_ = true;
  if (!Wants(EntryKind::kBegin)) return;
  EntryBlock* block;
  const uint32_t ordinal = ordinal_;
  EntryData& entry = Append(sink, &block, EntryKind::kBegin, begin_header_);
  ordinal_ = ordinal;
  entry.offset = transaction_.offset;
  entry.ordinal = begin_ordinal_;
  if (transaction_.commit_timestamp_us != 0) entry.timestamp_us = transaction_.commit_timestamp_us;
  sink.Appended();
}

void Decoder::Impl::EndTransaction(const EventHeader& header, EntrySink& sink) {
  ++counters_.transactions;
  if (begun_ && Wants(EntryKind::kCommit)) {
    EntryBlock* block;
    EntryData& entry = Append(sink, &block, EntryKind::kCommit, header);
    if (transaction_.commit_timestamp_us != 0)
      entry.timestamp_us = transaction_.commit_timestamp_us;
    sink.Appended();
  }
  state_ = State::kNone;
  kept_transaction_ = nullptr;
  sink.TransactionEnded({transaction_.gtid, file_, event_end_});
}

EntryData& Decoder::Impl::Append(EntrySink& sink, EntryBlock** out, EntryKind kind,
                                 const EventHeader& header) {
  EntryBlock& block = sink.BlockForNext();
  // A new block may stand where an old one stood: then it is empty.
  if (&block != kept_block_ || kept_transaction_ == nullptr || block.size() == 0) {
    if (file_ != nullptr) block.Keep(file_);
    kept_transaction_ = block.Keep(transaction_);
    kept_block_ = &block;
  }
  EntryData& entry = block.Append();
  entry = EntryData();  // the sink may have taken back one that stood here
  entry.kind = kind;
  entry.ordinal = ordinal_++;
  entry.server_id = header.server_id;
  entry.timestamp_us = Microseconds(header.timestamp);
  entry.offset = event_offset_;
  entry.file = file_.get();
  entry.transaction = kept_transaction_;
  *out = &block;
  return entry;
}

void Decoder::Impl::AppendQuery(const Event& event, const QueryEvent& query, const QueryText& text,
                                EntryKind kind, std::shared_ptr<StatementFacts> facts,
                                EntrySink& sink) {
  facts->database = query.database;
  facts->text_valid = text.valid();
  std::span<const uint8_t> sql{reinterpret_cast<const uint8_t*>(text.utf8().data()),
                               text.utf8().size()};
  if (text.converted()) sql = arena_.Copy(sql);
  EntryBlock* block;
  EntryData& entry = Append(sink, &block, kind, event.header);
  entry.timestamp_us += query.microseconds;
  entry.data = sql.data();
  entry.size = static_cast<uint32_t>(sql.size());
  entry.statement = facts.get();
  block->Keep(text.converted() ? arena_.chunk() : event.chunk);
  block->Keep(std::shared_ptr<const StatementFacts>(std::move(facts)));
  sink.Appended();
}

// ROLLBACK, XA COMMIT and their like: what became of a transaction, or of a part of it.
void Decoder::Impl::AppendOutcome(const Event& event, const QueryEvent& query, EntrySink& sink) {
  if (!Wants(EntryKind::kDdl)) return;
  auto facts = std::make_shared<StatementFacts>();
  facts->kind = DdlKind::kTransaction;
  AppendQuery(event, query, QueryText(query), EntryKind::kDdl, std::move(facts), sink);
}

Position Decoder::Impl::Here() const {
  Position here;
  if (file_ != nullptr) here.file = file_->name;
  here.offset = event_offset_;
  here.ordinal = ordinal_;
  here.transaction_offset = transaction_.offset;
  here.gtid = transaction_.gtid;
  return here;
}

Decoder::Decoder(DecoderConfig config) : impl_(std::make_unique<Impl>(std::move(config))) {}
Decoder::~Decoder() = default;

void Decoder::Start(const std::string& file, uint64_t offset, bool announced_checksum) {
  impl_->Start(file, offset, announced_checksum);
}
Status Decoder::Feed(const model::Frame& frame, EntrySink& sink) {
  return impl_->Feed(frame, sink);
}
bool Decoder::has_more() const { return impl_->has_more(); }
Status Decoder::Continue(EntrySink& sink) { return impl_->Continue(sink); }
const std::shared_ptr<const model::BinlogFile>& Decoder::file() const { return impl_->file(); }
uint64_t Decoder::offset() const { return impl_->offset(); }
bool Decoder::in_transaction() const { return impl_->in_transaction(); }
const std::string& Decoder::server_version() const { return impl_->format().server_version; }
Flavor Decoder::flavor() const { return impl_->format().flavor; }
const DecoderCounters& Decoder::counters() const { return impl_->counters(); }

}  // namespace towpath::binlog
