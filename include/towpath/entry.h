// Entry and RowReader: one unit of the stream, and the rows it changes.
//
//   towpath::RowReader rows;                       // keep it: it reuses its memory
//   for (towpath::Entry entry : batch) {
//     for (rows.Start(entry); rows.Next();) {
//       const towpath::Value& id = rows.after()[0];
//     }
//     if (!rows.status().ok()) ...
//   }
//
// An Entry is a view (pointer size, copied freely) into its Batch and lives as long as it.
// Thread safety: entries are immutable and may be read from many threads; a RowReader belongs to
// one thread at a time.
#ifndef TOWPATH_ENTRY_H_
#define TOWPATH_ENTRY_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "towpath/ddl.h"
#include "towpath/position.h"
#include "towpath/status.h"
#include "towpath/table.h"
#include "towpath/value.h"

namespace towpath {

namespace model {
struct EntryData;
}

// Numbers are part of the C ABI.
enum class EntryKind : uint8_t {
  kBegin = 1,      // a transaction begins
  kInsert = 2,     // rows change; after images
  kUpdate = 3,     // rows change; before and after images
  kDelete = 4,     // rows change; before images
  kDdl = 5,        // a statement that is not a row change: sql()
  kCommit = 6,     // the transaction ends
  kHeartbeat = 7,  // the server is alive and has nothing to send (only when filter.events asks)
  // A change of rows that the server logged as its statement, sql(), and not as rows: which rows it
  // changed, and to what, is not known (only with source.statements=deliver).
  kStatement = 8,
};

// "begin", "insert", ... as the JSON format has them. Static storage.
std::string_view EntryKindName(EntryKind kind);

class Entry {
 public:
  Entry(const model::EntryData* data, bool duplicate) : data_(data), duplicate_(duplicate) {}

  EntryKind kind() const;
  bool is_rows() const;  // insert, update or delete
  Position position() const;
  // The server's clock when the statement ran, microseconds since 1970-01-01 UTC. Whole seconds
  // for most events; begin and commit have microseconds where the server's GTID event has them.
  int64_t timestamp_us() const;
  const Gtid& gtid() const;    // of the transaction; empty when anonymous
  uint32_t server_id() const;  // of the server that ran the transaction first

  // Rows: never null. Others: null.
  const Table* table() const;
  // Rows: the table's. DDL, statement: the default of its session, may be empty. Else empty.
  std::string_view database() const;

  // DDL, statement: its text. In UTF-8, unless sql_valid() is false: then some of its bytes are no
  // text in the character set that the session named, and are here as they were logged.
  std::string_view sql() const;
  bool sql_valid() const;  // true for other kinds
  // DDL: what it does. kOther for other kinds.
  DdlKind ddl_kind() const;
  // DDL: the tables, views or sequences that it creates, changes or drops, in the order of its
  // text: old and new name of each that is renamed; of a trigger or an index, its table; both of
  // EXCHANGE PARTITION; of CREATE TABLE ... LIKE, the new one and then its model. Statement: its
  // table, where the text plainly names one. Empty when there is none or it could not be found out,
  // and for other kinds.
  std::span<const DdlTable> statement_tables() const;

  // Number of rows. Walks the images without decoding values; O(rows). 0 for other kinds, and the
  // number of readable rows when the images are corrupted (a RowReader says how).
  size_t row_count() const;

  // At or before the stream's processed position: seen before a rollback, restart or crash.
  bool duplicate() const { return duplicate_; }

  const model::EntryData& data() const { return *data_; }  // for the library's own floors

 private:
  const model::EntryData* data_;
  bool duplicate_;
};

// Reads the rows of an entry in order. Start with any entry (one without rows has none); then Next
// until it is false. The values live as long as the batch, but before() and after() only until the
// next call of Next or Start. Allocates only when a table has more columns than any before.
class RowReader {
 public:
  void Start(const Entry& entry);
  // False at the end, and when the bytes can not be right: then status() is kCorrupted and names
  // the position, and the rows before were complete.
  bool Next();
  const Status& status() const { return status_; }

  // One Value per column of the table; empty when the kind has no such image (insert: no before).
  std::span<const Value> before() const { return before_; }
  std::span<const Value> after() const { return after_; }

 private:
  struct Image {                       // of every row of the entry
    const uint8_t* columns = nullptr;  // bitmap of present columns; null: there is no such image
    size_t present = 0;                // number of them
  };

  const model::EntryData* data_ = nullptr;
  const uint8_t* next_ = nullptr;
  const uint8_t* end_ = nullptr;
  Image before_image_;
  Image after_image_;
  size_t row_ = 0;          // rows read
  bool empty_row_ = false;  // the next row has no bytes, because no column is present
  std::vector<Value> values_;
  std::span<const Value> before_;
  std::span<const Value> after_;
  Status status_;
};

}  // namespace towpath

#endif  // TOWPATH_ENTRY_H_
