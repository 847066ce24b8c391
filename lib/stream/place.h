// Place: a position as numbers, cheap to compare with entries; the order is ComparePositions', of
// the servers that a stream follows one after the other as one binlog behind the other.
#ifndef TOWPATH_LIB_STREAM_PLACE_H_
#define TOWPATH_LIB_STREAM_PLACE_H_

#include <compare>
#include <cstdint>
#include <memory>
#include <utility>

#include "model/cursor.h"
#include "model/entry_data.h"
#include "towpath/entry.h"
#include "towpath/position.h"

namespace towpath::stream {

struct Place {
  std::shared_ptr<const model::BinlogFile> file;  // null: before everything
  uint64_t offset = 0;
  uint32_t ordinal = 0;

  Place() = default;
  Place(std::shared_ptr<const model::BinlogFile> f, uint64_t o, uint32_t n)
      : file(std::move(f)), offset(o), ordinal(n) {}
  Place(const Position& p, uint32_t server) : offset(p.offset), ordinal(p.ordinal) {
    if (!p.empty()) file = std::make_shared<model::BinlogFile>(p.file, server);
  }

  bool empty() const { return file == nullptr; }
};

inline std::strong_ordering ComparePlaces(const model::BinlogFile& file_a, uint64_t offset_a,
                                          uint32_t ordinal_a, const model::BinlogFile& file_b,
                                          uint64_t offset_b, uint32_t ordinal_b) {
  if (file_a.server != file_b.server) return file_a.server <=> file_b.server;
  if (file_a.number != file_b.number) return file_a.number <=> file_b.number;
  if (file_a.number == 0 && &file_a != &file_b) {
    if (const auto order = file_a.name <=> file_b.name; order != 0) return order;
  }
  if (offset_a != offset_b) return offset_a <=> offset_b;
  return ordinal_a <=> ordinal_b;
}

inline std::strong_ordering Compare(const Place& a, const Place& b) {
  if (a.empty() || b.empty()) return !a.empty() <=> !b.empty();
  return ComparePlaces(*a.file, a.offset, a.ordinal, *b.file, b.offset, b.ordinal);
}

// An entry without a file (none was named yet) stands before everything.
inline std::strong_ordering Compare(const model::EntryData& a, const Place& b) {
  if (a.file == nullptr || b.empty()) return (a.file != nullptr) <=> !b.empty();
  return ComparePlaces(*a.file, a.offset, a.ordinal, *b.file, b.offset, b.ordinal);
}

// What is remembered of an entry once its block is gone.
struct EntryPlace {
  Position position;  // empty: of none
  uint32_t server = 0;
  bool rerun = false;  // EntryData::rerun
  model::Part part;

  EntryPlace() = default;
  explicit EntryPlace(const model::EntryData& entry)
      : position(Entry(&entry, false).position()),
        server(entry.file != nullptr ? entry.file->server : 0),
        rerun(entry.rerun) {
    if (entry.transaction == nullptr || entry.transaction->gtid.empty()) return;
    part = {entry.transaction->gtid, entry.index, entry.digest};
  }

  bool empty() const { return position.empty(); }
  Place place() const { return {position, server}; }
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_PLACE_H_
