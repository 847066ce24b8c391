// BinlogWriter: makes binlogs that a server could have written, event by event.
//
// MySQL 8 or MariaDB 10 by flavour: FORMAT_DESCRIPTION, GTID, QUERY, TABLE_MAP with full metadata,
// WRITE/UPDATE/DELETE_ROWS, XID, XA_PREPARE, ROTATE, STOP, HEARTBEAT, all with CRC-32; and
// payloads. Tables are (id INT PRIMARY KEY, note VARCHAR(200) utf8mb4). Layouts are those of the
// MySQL source, libs/mysql/binlog/event, and of MariaDB's sql/log_event.h.
#ifndef TOWPATH_TESTS_SUPPORT_BINLOG_WRITER_H_
#define TOWPATH_TESTS_SUPPORT_BINLOG_WRITER_H_

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "towpath/gtid.h"

namespace towpath::test {

using Bytes = std::vector<uint8_t>;

// Little-endian integers and the rest of what events are made of, at the end of a vector.
class ByteWriter {
 public:
  explicit ByteWriter(Bytes* out) : out_(out) {}
  ByteWriter& Int(uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out_->push_back(static_cast<uint8_t>(value >> (8 * i)));
    return *this;
  }
  ByteWriter& Text(std::string_view text) {
    out_->insert(out_->end(), text.begin(), text.end());
    return *this;
  }
  ByteWriter& Fill(size_t count, uint8_t byte = 0) {
    out_->insert(out_->end(), count, byte);
    return *this;
  }
  template <typename Range>
  ByteWriter& Copy(const Range& bytes) {
    out_->insert(out_->end(), std::begin(bytes), std::end(bytes));
    return *this;
  }

 private:
  Bytes* out_;
};

struct BinlogEvent {
  uint64_t offset = 0;  // in its file
  Bytes bytes;          // header to checksum
  uint64_t end() const { return offset + bytes.size(); }
  uint8_t type() const { return bytes[4]; }
};

struct BinlogRow {
  int32_t id = 0;
  std::string note;
};

class BinlogWriter {
 public:
  enum Type : uint8_t {
    kQuery = 2,
    kStop = 3,
    kRotate = 4,
    kFormatDescription = 15,
    kXid = 16,
    kTableMap = 19,
    kWriteRowsV1 = 23,
    kUpdateRowsV1 = 24,
    kDeleteRowsV1 = 25,
    kHeartbeat = 27,
    kWriteRows = 30,
    kUpdateRows = 31,
    kDeleteRows = 32,
    kGtid = 33,
    kAnonymousGtid = 34,
    kXaPrepare = 38,
    kTransactionPayload = 40,
    kMariadbGtid = 162,
  };

  struct File {
    std::string name;
    std::vector<BinlogEvent> events;  // without the magic number
    uint64_t end() const { return events.empty() ? 4 : events.back().end(); }
  };

  explicit BinlogWriter(Flavor flavor, std::string base = "binlog", uint64_t first_file = 1)
      : flavor_(flavor), base_(std::move(base)), file_number_(first_file) {
    StartFile();
  }

  Flavor flavor() const { return flavor_; }
  const std::vector<File>& files() const { return files_; }
  const File& file() const { return files_.back(); }
  // Transactions so far; every one has a GTID while `gtids` is true.
  uint64_t transactions() const { return next_number_ - 1; }

  bool gtids = true;      // MySQL only: else anonymous
  bool names = true;      // full row metadata, or none
  Uuid uuid{0xaa, 0xbb};  // MySQL: of the server
  uint32_t server_id = 1;
  uint32_t domain = 0;                 // MariaDB
  uint32_t timestamp = 1'700'000'000;  // of the events to come, seconds
  std::string note = "note";           // what the tables' second column is called

  // The next transaction's number in its GTID; they count up by themselves.
  void Number(uint64_t next) { next_number_ = next; }

  // --- whole transactions ---

  // One transaction with a WRITE_ROWS event of one row for each of `rows`.
  void Insert(const std::string& table, const std::vector<BinlogRow>& rows) {
    Begin();
    for (const BinlogRow& row : rows) Rows(table, {row});
    Commit();
  }
  void Ddl(std::string_view sql) {
    Announce(/*standalone=*/true);
    Query("shop", sql);
  }

  // --- their parts ---

  void Begin() {
    Announce(/*standalone=*/false);
    if (flavor_ == Flavor::kMysql) Query("shop", "BEGIN");
  }
  // TABLE_MAP and one event of rows; `table` is "shop.orders".
  void Rows(const std::string& table, const std::vector<BinlogRow>& rows) {
    WriteRows(flavor_ == Flavor::kMysql ? kWriteRows : kWriteRowsV1, table, rows, 1);
  }
  // Before and after images by turns.
  void Updates(const std::string& table, const std::vector<BinlogRow>& images) {
    WriteRows(flavor_ == Flavor::kMysql ? kUpdateRows : kUpdateRowsV1, table, images, 2);
  }
  void Deletes(const std::string& table, const std::vector<BinlogRow>& rows) {
    WriteRows(flavor_ == Flavor::kMysql ? kDeleteRows : kDeleteRowsV1, table, rows, 1);
  }
  void Commit() {
    Bytes body;
    ByteWriter(&body).Int(next_number_, 8);
    Write(kXid, body);
  }
  // The end of a prepared XA transaction that began with XA START (MySQL).
  void XaPrepare(std::string_view id) {
    Bytes body;
    ByteWriter(&body).Int(0, 1).Int(1, 4).Int(id.size(), 4).Int(0, 4).Text(id);
    Write(kXaPrepare, body);
  }
  // The event that names a transaction; `standalone`: one statement follows.
  void Announce(bool standalone) {
    Bytes body;
    ByteWriter out(&body);
    const uint64_t number = next_number_++;
    if (flavor_ == Flavor::kMariadb) {
      out.Int(number, 8).Int(domain, 4).Int(standalone ? 1 : 0, 1).Fill(6);
      Write(kMariadbGtid, body);
      return;
    }
    out.Int(1, 1);
    if (gtids) {
      out.Copy(uuid).Int(number, 8);
    } else {
      out.Fill(24);
    }
    out.Int(2, 1).Int(number - 1, 8).Int(number, 8);  // logical clock
    Write(gtids ? kGtid : kAnonymousGtid, body);
  }
  void Query(std::string_view database, std::string_view sql) {
    Bytes body;
    ByteWriter out(&body);
    const uint8_t charset[] = {4, 45, 0, 45, 0, 45, 0};  // status variable 4: utf8mb4
    out.Int(7, 4).Int(0, 4).Int(database.size(), 1).Int(0, 2).Int(std::size(charset), 2);
    out.Copy(charset).Text(database).Int(0, 1).Text(sql);
    Write(kQuery, body);
  }

  // What is written between the two becomes one compressed event (MySQL).
  void BeginPayload() { payload_.emplace(); }
  void EndPayload() {
    Bytes content;
    for (const Bytes& event : *payload_) content.insert(content.end(), event.begin(), event.end());
    payload_.reset();
    Bytes packed(ZSTD_compressBound(content.size()));
    packed.resize(ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), 1));
    Bytes body;
    ByteWriter out(&body);
    const auto length = [&out](uint64_t value) { out.Int(253, 1).Int(value, 3); };
    out.Int(2, 1).Int(1, 1).Int(0, 1);  // compression: zstd
    out.Int(3, 1).Int(4, 1);            // its size without
    length(content.size());
    out.Int(1, 1).Int(4, 1);  // its size
    length(packed.size());
    out.Int(0, 1).Copy(packed);
    Write(kTransactionPayload, body);
  }
  // Where the next event will begin, and its number in the payload that was begun.
  uint64_t next_offset() const { return files_.back().end(); }
  uint32_t next_in_payload() const {
    return payload_ ? static_cast<uint32_t>(payload_->size()) : 0;
  }

  // The oldest file is purged; there must be others.
  void Purge() {
    for (const BinlogEvent& event : files_.front().events) {
      if (IsGtid(event)) (void)purged_gtids_.Add(GtidOf(event));
    }
    files_.erase(files_.begin());
    ++purged_;
  }
  uint64_t purged() const { return purged_; }  // files
  const GtidSet& purged_gtids() const { return purged_gtids_; }
  // The number of the file that is written, if the first one ever is 0.
  uint64_t newest() const { return purged_ + files_.size() - 1; }

  static bool IsGtid(const BinlogEvent& event) {
    return event.type() == kGtid || event.type() == kMariadbGtid;
  }
  // Requires IsGtid.
  static Gtid GtidOf(const BinlogEvent& event) {
    const auto number = [&](size_t at, size_t size) {
      uint64_t n = 0;
      for (size_t i = size; i-- > 0;) n = n << 8 | event.bytes[at + i];
      return n;
    };
    Gtid gtid;
    if (event.type() == kGtid) {
      gtid.flavor = Flavor::kMysql;
      std::copy_n(event.bytes.begin() + 20, 16, gtid.uuid.begin());
      gtid.number = number(36, 8);
    } else {
      gtid.flavor = Flavor::kMariadb;
      gtid.number = number(19, 8);
      gtid.domain = static_cast<uint32_t>(number(27, 4));
      gtid.server_id = static_cast<uint32_t>(number(5, 4));
    }
    return gtid;
  }

  // A ROTATE event, and a new file.
  void Rotate() {
    Bytes body;
    ++file_number_;
    ByteWriter(&body).Int(4, 8).Text(FileName());
    Write(kRotate, body);
    StartFile();
  }
  // As a crash leaves it: a new file without a ROTATE.
  void Crash() {
    ++file_number_;
    StartFile();
  }
  // Appends any event.
  void Write(uint8_t type, const Bytes& body, uint16_t flags = 0) {
    if (payload_) {
      Bytes event = Make(type, body, timestamp, 0, flags, false);
      event.resize(event.size() - 4);  // without a checksum
      SetLength(&event);
      payload_->push_back(std::move(event));
      return;
    }
    File& file = files_.back();
    BinlogEvent event;
    event.offset = file.end();
    event.bytes = Make(type, body, timestamp, event.offset, flags);
    file.events.push_back(std::move(event));
  }

  // --- events that are in no file ---

  // The artificial ROTATE with which a server names a file.
  Bytes ArtificialRotate(const std::string& file, uint64_t offset) const {
    Bytes body;
    ByteWriter(&body).Int(offset, 8).Text(file);
    return Make(kRotate, body, 0, 0, 0x20, /*next_position=*/false);
  }
  // A HEARTBEAT at a place.
  Bytes Heartbeat(const std::string& file, uint64_t offset) const {
    Bytes body;
    ByteWriter(&body).Text(file);
    Bytes event = Make(kHeartbeat, body, 0, offset, 0, false);
    SetNextPosition(offset, &event);
    return event;
  }
  // The FORMAT_DESCRIPTION of a file as it comes when the dump starts in its middle.
  static Bytes FormatMidFile(const File& file) {
    Bytes event = file.events.front().bytes;
    SetNextPosition(0, &event);
    return event;
  }

  // The file as it is on disk.
  static Bytes Image(const File& file) {
    Bytes bytes{0xfe, 'b', 'i', 'n'};
    for (const BinlogEvent& event : file.events) ByteWriter(&bytes).Copy(event.bytes);
    return bytes;
  }
  void Save(const std::string& folder) const {
    for (const File& file : files_) {
      const Bytes bytes = Image(file);
      std::ofstream(folder + "/" + file.name, std::ios::binary)
          .write(reinterpret_cast<const char*>(bytes.data()),
                 static_cast<std::streamsize>(bytes.size()));
    }
  }

 private:
  std::string FileName() const { return fmt::format("{}.{:06}", base_, file_number_); }

  void StartFile() {
    files_.push_back(File{FileName(), {}});
    Bytes body;
    ByteWriter out(&body);
    const std::string_view version =
        flavor_ == Flavor::kMysql ? "8.0.40-test" : "10.11.19-MariaDB-test";
    out.Int(4, 2).Text(version).Fill(50 - version.size());
    out.Int(timestamp, 4).Int(19, 1);
    // Post-header lengths by type, from 1.
    constexpr uint8_t kLengths[] = {56, 13, 0,  8,  0,  18, 0, 4,  4,  4, 4,  18, 0, 0,
                                    95, 0,  4,  26, 8,  0,  0, 0,  8,  8, 8,  2,  0, 0,
                                    0,  10, 10, 10, 42, 42, 0, 18, 52, 0, 10, 40, 0};
    out.Copy(kLengths);
    if (flavor_ == Flavor::kMariadb) {
      out.Fill(159 - std::size(kLengths));
      constexpr uint8_t kMore[] = {0, 4, 19, 4, 0, 13, 8, 8, 8, 10, 10, 10};  // from 160
      out.Copy(kMore);
    }
    out.Int(1, 1);  // CRC-32
    Write(kFormatDescription, body);
  }

  void WriteRows(Type type, const std::string& table, const std::vector<BinlogRow>& images,
                 int images_of_row) {
    const uint64_t id = WriteTableMap(table);
    Bytes body;
    ByteWriter out(&body);
    out.Int(id, 6).Int(1 /* STMT_END */, 2);
    if (flavor_ == Flavor::kMysql) out.Int(2, 2);             // no extra data
    out.Int(2, 1);                                            // columns
    for (int i = 0; i < images_of_row; ++i) out.Int(0x3, 1);  // all are present
    for (const BinlogRow& image : images) {
      out.Int(0, 1);  // no NULLs
      out.Int(static_cast<uint32_t>(image.id), 4);
      out.Int(image.note.size(), 2).Text(image.note);
    }
    Write(type, body);
  }

  uint64_t WriteTableMap(const std::string& name) {
    const uint64_t id = table_ids_.try_emplace(name, 100 + table_ids_.size()).first->second;
    const size_t dot = name.find('.');
    const std::string database = name.substr(0, dot);
    const std::string table = name.substr(dot + 1);
    Bytes body;
    ByteWriter out(&body);
    out.Int(id, 6).Int(1, 2);
    out.Int(database.size(), 1).Text(database).Int(0, 1);
    out.Int(table.size(), 1).Text(table).Int(0, 1);
    out.Int(2, 1).Int(3, 1).Int(15, 1);  // LONG, VARCHAR
    out.Int(2, 1).Int(800, 2);           // metadata: VARCHAR's longest value
    out.Int(0x2, 1);                     // `note` may be NULL
    if (names) {
      out.Int(1, 1).Int(1, 1).Int(0, 1);   // SIGNEDNESS: signed
      out.Int(2, 1).Int(1, 1).Int(45, 1);  // DEFAULT_CHARSET: utf8mb4_general_ci
      out.Int(4, 1).Int(4 + note.size(), 1).Int(2, 1).Text("id");  // COLUMN_NAME
      out.Int(note.size(), 1).Text(note);
      out.Int(8, 1).Int(1, 1).Int(0, 1);  // SIMPLE_PRIMARY_KEY
    }
    Write(kTableMap, body);
    return id;
  }

  Bytes Make(uint8_t type, const Bytes& body, uint32_t when, uint64_t offset, uint16_t flags,
             bool next_position = true) const {
    Bytes event;
    const size_t length = 19 + body.size() + 4;
    ByteWriter out(&event);
    out.Int(when, 4).Int(type, 1).Int(server_id, 4).Int(length, 4);
    out.Int(next_position ? offset + length : 0, 4).Int(flags, 2);
    out.Copy(body).Fill(4);
    Seal(&event);
    return event;
  }

  static void SetNextPosition(uint64_t position, Bytes* event) {
    for (size_t i = 0; i < 4; ++i) {
      (*event)[13 + i] = static_cast<uint8_t>(position >> (8 * i));
    }
    Seal(event);
  }

  static void SetLength(Bytes* event) {
    for (size_t i = 0; i < 4; ++i) {
      (*event)[9 + i] = static_cast<uint8_t>(event->size() >> (8 * i));
    }
  }

  static void Seal(Bytes* event) {
    const size_t length = event->size() - 4;
    const uint64_t crc = crc32(0, event->data(), static_cast<uInt>(length));
    for (size_t i = 0; i < 4; ++i) (*event)[length + i] = static_cast<uint8_t>(crc >> (8 * i));
  }

  Flavor flavor_;
  std::string base_;
  uint64_t file_number_;
  uint64_t next_number_ = 1;
  std::optional<std::vector<Bytes>> payload_;  // the events of one that was begun
  uint64_t purged_ = 0;
  GtidSet purged_gtids_;
  std::vector<File> files_;
  std::map<std::string, uint64_t> table_ids_;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_BINLOG_WRITER_H_
