// BinlogBuilder: binlog files and events made by hand, byte by byte, for tests.
//
// It knows only the format (reference: MySQL's binlog version 4), nothing of the library's code but
// the checksum, so that a test compares two readings of the format.
#ifndef TOWPATH_TESTS_SUPPORT_BINLOG_BUILDER_H_
#define TOWPATH_TESTS_SUPPORT_BINLOG_BUILDER_H_

#include <zlib.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/chunk.h"

namespace towpath::test {

// Little-endian bytes.
inline std::string Le(uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out.push_back(i < 8 ? static_cast<char>(value >> 8 * i) : '\0');
  return out;
}
inline std::string Be(uint64_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out.push_back(static_cast<char>(value >> 8 * i));
  return out;
}
inline std::string Lenenc(uint64_t value) {
  if (value < 251) return Le(value, 1);
  if (value < 65536) return Le(252, 1) + Le(value, 2);
  if (value < 1 << 24) return Le(253, 1) + Le(value, 3);
  return Le(254, 1) + Le(value, 8);
}
inline std::string Text1(std::string_view text) { return Le(text.size(), 1) + std::string(text); }

// One column of a TABLE_MAP.
struct MapColumn {
  uint8_t type;
  std::string meta;  // as many bytes as the type has
  bool nullable = true;
};

class BinlogBuilder {
 public:
  // MariaDB when the version says so; both write checksums unless told otherwise.
  explicit BinlogBuilder(std::string version = "8.0.36", bool checksums = true)
      : version_(std::move(version)), checksums_(checksums) {
    bytes_ = std::string(
        "\xfe"
        "bin",
        4);
  }

  const std::string& bytes() const { return bytes_; }
  // Where each event begins.
  const std::vector<uint64_t>& offsets() const { return offsets_; }
  uint64_t size() const { return bytes_.size(); }
  uint32_t server_id = 7;
  uint32_t timestamp = 1700000000;
  bool zero_next_position = false;  // as MariaDB 11.4 inside a transaction

  BinlogBuilder& Format(uint32_t created = 0, uint16_t flags = 0) {
    std::string body = Le(4, 2);
    std::string version = version_;
    version.resize(50, '\0');
    body += version + Le(created, 4) + Le(19, 1);
    const bool mariadb = version_.find("MariaDB") != std::string::npos;
    std::string lengths(mariadb ? 171 : 42, '\0');
    const auto set = [&](int type, int length) {
      lengths[static_cast<size_t>(type - 1)] = static_cast<char>(length);
    };
    set(2, 13);
    set(4, 8);
    set(15, static_cast<int>(57 + lengths.size()));
    set(17, 4);
    set(18, 26);
    set(19, 8);
    for (int type : {23, 24, 25}) set(type, 8);
    set(26, 2);
    for (int type : {30, 31, 32}) set(type, 10);
    set(33, 42);
    set(34, 42);
    if (mariadb) {
      set(161, 4);
      set(162, 19);
      set(163, 4);
      set(165, 13);
      for (int type : {166, 167, 168}) set(type, 8);
      for (int type : {169, 170, 171}) set(type, 10);
    } else {
      set(39, 10);
    }
    body += lengths + Le(checksums_ ? 1 : 0, 1);
    // The FORMAT_DESCRIPTION has room for a checksum even when none are written.
    return Add(15, body, flags, true);
  }

  BinlogBuilder& Event(uint8_t type, std::string_view body, uint16_t flags = 0) {
    return Add(type, std::string(body), flags, checksums_);
  }
  BinlogBuilder& Query(std::string_view database, std::string_view sql,
                       const std::string& status = "") {
    return Event(2, QueryBody(database, sql, status));
  }
  static std::string QueryBody(std::string_view database, std::string_view sql,
                               const std::string& status = "") {
    return Le(9, 4) + Le(0, 4) + Le(database.size(), 1) + Le(0, 2) + Le(status.size(), 2) + status +
           std::string(database) + Le(0, 1) + std::string(sql);
  }
  BinlogBuilder& Xid(uint64_t xid = 1) { return Event(16, Le(xid, 8)); }
  BinlogBuilder& Rotate(std::string_view file, uint64_t position = 4) {
    return Event(4, Le(position, 8) + std::string(file));
  }
  // uuid: 16 bytes of the same value.
  BinlogBuilder& Gtid(uint8_t uuid, uint64_t number, uint64_t commit_us = 0) {
    std::string body = Le(1, 1) + std::string(16, static_cast<char>(uuid)) + Le(number, 8);
    body += Le(2, 1) + Le(0, 8) + Le(1, 8);
    if (commit_us != 0) body += Le(commit_us, 7);
    return Event(33, body);
  }
  BinlogBuilder& AnonymousGtid() {
    return Event(34, Le(1, 1) + std::string(16, '\0') + Le(0, 8) + Le(2, 1) + Le(0, 16));
  }
  BinlogBuilder& MariadbGtid(uint32_t domain, uint64_t number, uint8_t flags,
                             const std::string& more = "") {
    std::string body = Le(number, 8) + Le(domain, 4) + Le(flags, 1) + more;
    if (body.size() < 19) body.resize(19, '\0');
    return Event(162, body);
  }

  static std::string TableMapBody(uint64_t id, std::string_view database, std::string_view table,
                                  const std::vector<MapColumn>& columns,
                                  const std::string& optional = "") {
    std::string body = Le(id, 6) + Le(1, 2) + Text1(database) + Le(0, 1) + Text1(table) + Le(0, 1) +
                       Lenenc(columns.size());
    std::string meta;
    std::string nullable((columns.size() + 7) / 8, '\0');
    for (size_t i = 0; i < columns.size(); ++i) {
      body += static_cast<char>(columns[i].type);
      meta += columns[i].meta;
      if (columns[i].nullable) nullable[i / 8] = static_cast<char>(nullable[i / 8] | 1 << i % 8);
    }
    return body + Lenenc(meta.size()) + meta + nullable + optional;
  }
  BinlogBuilder& TableMap(uint64_t id, std::string_view database, std::string_view table,
                          const std::vector<MapColumn>& columns, const std::string& optional = "") {
    return Event(19, TableMapBody(id, database, table, columns, optional));
  }
  // One optional field of a TABLE_MAP.
  static std::string Field(uint8_t type, const std::string& value) {
    return Le(type, 1) + Lenenc(value.size()) + value;
  }
  // COLUMN_NAME for as many columns: "c1", "c2", ...
  static std::string Names(size_t count) {
    std::string names;
    for (size_t i = 1; i <= count; ++i) names += Text1("c" + std::to_string(i));
    return Field(4, names);
  }

  // `rows`: images, with their null bitmaps. All columns present unless bitmaps are given.
  static std::string RowsBody(uint8_t type, uint64_t id, size_t columns, const std::string& rows,
                              bool statement_end = true, const std::string& bitmaps = "") {
    const bool version2 = type >= 30 && type <= 39;
    const bool update = type == 24 || type == 31 || type == 39 || type == 167 || type == 170;
    std::string body = Le(id, 6) + Le(statement_end ? 1 : 0, 2);
    if (version2 || type >= 169) body += Le(2, 2);
    body += Lenenc(columns);
    if (bitmaps.empty()) {
      const std::string all((columns + 7) / 8, '\xff');
      body += all + (update ? all : "");
    } else {
      body += bitmaps;
    }
    return body + rows;
  }
  BinlogBuilder& Rows(uint8_t type, uint64_t id, size_t columns, const std::string& rows,
                      bool statement_end = true, const std::string& bitmaps = "") {
    return Event(type, RowsBody(type, id, columns, rows, statement_end, bitmaps));
  }

  // An event as bytes, outside the file.
  std::string Frame(uint8_t type, std::string_view body, uint32_t next_position, uint16_t flags = 0,
                    bool checksum = true) const {
    const size_t size = 19 + body.size() + (checksum ? 4 : 0);
    std::string event = Le(timestamp, 4) + Le(type, 1) + Le(server_id, 4) + Le(size, 4) +
                        Le(next_position, 4) + Le(flags, 2) + std::string(body);
    if (checksum) {
      std::string covered = event;
      if (type == 15) covered[17] = static_cast<char>(covered[17] & ~1);
      event += Le(crc32(0, reinterpret_cast<const Bytef*>(covered.data()),
                        static_cast<uInt>(covered.size())),
                  4);
    }
    return event;
  }

 private:
  BinlogBuilder& Add(uint8_t type, const std::string& body, uint16_t flags, bool checksum) {
    offsets_.push_back(bytes_.size());
    const size_t end = bytes_.size() + 19 + body.size() + (checksum ? 4 : 0);
    bytes_ +=
        Frame(type, body, zero_next_position ? 0 : static_cast<uint32_t>(end), flags, checksum);
    return *this;
  }

  std::string version_;
  bool checksums_;
  std::string bytes_;
  std::vector<uint64_t> offsets_;
};

// A frame with memory of its own, as a source over the network delivers it.
inline model::Frame MakeFrame(std::string_view event, uint64_t offset = 0) {
  model::Frame frame;
  frame.chunk = model::Chunk::Allocate(event.size(), nullptr);
  std::memcpy(frame.chunk->data(), event.data(), event.size());
  frame.bytes = {frame.chunk->data(), event.size()};
  frame.offset = offset;
  return frame;
}

// The events of a file's bytes, one string each.
inline std::vector<std::string> SplitEvents(const std::string& file) {
  std::vector<std::string> events;
  size_t at = 4;
  while (at + 19 <= file.size()) {
    uint32_t length;
    std::memcpy(&length, file.data() + at + 9, 4);
    events.push_back(file.substr(at, length));
    at += length;
  }
  return events;
}

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_BINLOG_BUILDER_H_
