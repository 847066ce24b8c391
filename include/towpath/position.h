// Position: where an entry stands in the binlog, and the order of entries.
//
// Text: FILE:OFFSET:ORDINAL, for example "binlog.000002:1547:0". OFFSET is the byte at which the
// entry's event begins; ORDINAL tells apart entries that share an event (a compressed transaction
// is one event). Positions of one server are totally ordered by file sequence number, offset and
// ordinal; positions of different servers are ordered by GTID sets only.
//
// As a place to start from (option source.start):
//   FILE:OFFSET            at the event that begins there, which must begin a transaction
//   FILE:OFFSET:ORDINAL    after that entry, wherever it stands: what a consumer stores
//   FILE:OFFSET:ORDINAL@T  the same, with the offset T of the transaction's first event, which
//                          spares reading the file from its beginning (ToResumeString)
#ifndef TOWPATH_POSITION_H_
#define TOWPATH_POSITION_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "towpath/gtid.h"
#include "towpath/status.h"

namespace towpath {

struct Position {
  std::string file;                 // name without folder; empty: no position
  uint64_t offset = 0;              // bytes from the file's start, 64 bit beyond 4 GiB
  uint32_t ordinal = 0;             // 0 but for entries of one compressed payload
  uint64_t transaction_offset = 0;  // where the entry's transaction begins; 0: not known
  Gtid gtid;                        // of the entry's transaction; not part of the text or order

  bool empty() const { return file.empty(); }
  std::string ToString() const;        // FILE:OFFSET:ORDINAL, "" when empty
  std::string ToResumeString() const;  // FILE:OFFSET:ORDINAL@TRANSACTION_OFFSET
  // Accepts the three forms above; a missing ordinal is 0. File names may hold ':' only before the
  // last two numbers. kInvalidPosition otherwise.
  static Result<Position> Parse(std::string_view text);
};

// The number behind the last dot of a binlog's name: "mysql-bin.000042" is 42. 0 when there is
// none.
uint64_t BinlogFileNumber(std::string_view file);

// Binlog order on one server. File names are compared by number, by name only if both lack one.
std::strong_ordering ComparePositions(const Position& a, const Position& b);

}  // namespace towpath

#endif  // TOWPATH_POSITION_H_
