// Arrow: changed rows of a table as columns, in the Arrow C data interface, which pyarrow, polars,
// DuckDB, Arrow C++, Rust and Java read without a copy.
//
//   towpath::ArrowBuilder rows({.table = "shop.orders", .max_rows = 100'000});
//   for (...) {
//     if (towpath::Status s = rows.Add(batch); !s.ok()) ...
//     while (auto table = rows.TakeComplete()) {
//       ArrowArrayStream stream;
//       table->Export(&stream);       // give it to whom it may concern: they release it
//     }
//   }
//   auto rest = rows.Take();
//
// One row of Arrow is one changed row: the columns of the table as the row is after the change (a
// deleted row: as it was), then what is known of the change, in columns whose names begin with "_".
// docs/arrow.md says which, and what becomes of each type.
//
// Rows are decoded from their binlog images straight into columns. A change of the table's
// definition ends a record batch and the ArrowTable it is in.
#ifndef TOWPATH_ARROW_H_
#define TOWPATH_ARROW_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "towpath/batch.h"
#include "towpath/status.h"

// The structs of https://arrow.apache.org/docs/format/CDataInterface.html, which asks everybody to
// declare them so.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
extern "C" {
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
}
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
extern "C" {
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
}
#endif

namespace towpath {

namespace arrow {
struct TableData;
class Gathering;
}  // namespace arrow

// Which row images there are. Numbers are part of the C ABI.
enum class ArrowImages : uint8_t {
  kLatest = 0,  // the row after the change; of a deleted row, before it
  kBoth = 1,    // also, in columns "_before.NAME", the row before the change; inserted: nulls
};

struct ArrowOptions {
  std::string table = {};  // "database.table"; "": every table, each on its own
  ArrowImages images = ArrowImages::kLatest;
  // What the names of the columns begin with that are not the table's own; may be empty.
  std::string prefix = "_";
  // A DECIMAL of more than 38 digits as decimal256, which polars and DuckDB do not read, and not as
  // text.
  bool decimal256 = false;
  size_t max_rows = 0;   // of a record batch; 0: 2^31 - 1
  size_t max_bytes = 0;  // of all that is gathered, see ArrowBuilder::Add; 0: no bound
};

// Rows of one table that have one schema, in one or more record batches. A counted reference;
// independent of the batches and the stream that the rows came from.
// Thread safety: immutable; may be read and exported from many threads.
class ArrowTable {
 public:
  explicit ArrowTable(std::shared_ptr<const arrow::TableData> data) : data_(std::move(data)) {}

  const std::string& database() const;
  const std::string& name() const;
  size_t rows() const;
  size_t bytes() const;  // about the memory it holds
  size_t record_batches() const;

  // The record batches as a stream, without a copy; any number of times. `out` is written over; who
  // has it calls its release. What it hands out lives as long as it is not released, also without
  // this object.
  void Export(ArrowArrayStream* out) const;

 private:
  std::shared_ptr<const arrow::TableData> data_;
};

// Gathers rows over batches.
// Thread safety: for one thread at a time.
class ArrowBuilder {
 public:
  explicit ArrowBuilder(ArrowOptions options);
  ~ArrowBuilder();
  ArrowBuilder(ArrowBuilder&&) noexcept;
  ArrowBuilder& operator=(ArrowBuilder&&) noexcept;

  // Adds all rows of the batch that the options want. A record batch is complete, and another one
  // begins, when it has max_rows, when a column of it is full (2 GiB), and when the table's
  // definition changed; and all of them are when they hold max_bytes together, looked at after each
  // entry. Complete ones wait to be taken: to bound memory, take them after each batch.
  // On failure nothing of the batch was added:
  //   kCorrupted        an image or value that can not be right; the message says where
  //   kLimit            a single value of more than 2 GiB as text
  //   kInvalidArgument  a column of the table has the name of one that is added: choose another
  //                     prefix; or the prefix is not UTF-8 or has a NUL
  Status Add(const Batch& batch);

  // The oldest complete record batches of a table, as many as follow each other in its history with
  // the same schema. Nothing: none is complete.
  std::optional<ArrowTable> TakeComplete();
  // The same of everything that was gathered, complete or not. Nothing: there is nothing.
  std::optional<ArrowTable> Take();

  size_t rows() const;   // that were not taken
  size_t bytes() const;  // about what they hold

 private:
  std::unique_ptr<arrow::Gathering> gathering_;
};

// All rows of a table that a batch has. Nothing: it has none.
// kInvalidArgument: options.table is empty and the batch has rows of several tables.
// kSchemaMismatch: the table's definition changes within the batch; an ArrowBuilder gives what is
// before and what is behind, and option batch.isolate_ddl=true keeps them in batches of their own.
// Otherwise as ArrowBuilder::Add.
Result<std::optional<ArrowTable>> ToArrow(const Batch& batch, const ArrowOptions& options);

}  // namespace towpath

#endif  // TOWPATH_ARROW_H_
