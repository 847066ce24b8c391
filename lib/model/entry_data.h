// EntryData and EntryBlock: entries as the reader thread lays them out for the consumer.
//
// The reader appends entries to a block; the stream publishes how many of them are visible; a batch
// is a run of published entries in one or more blocks. Nothing in a block moves or changes once it
// is published, so consumers read it without a lock.
#ifndef TOWPATH_LIB_MODEL_ENTRY_DATA_H_
#define TOWPATH_LIB_MODEL_ENTRY_DATA_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/chunk.h"
#include "model/row_layout.h"
#include "towpath/ddl.h"
#include "towpath/entry.h"
#include "towpath/gtid.h"

namespace towpath::model {

// A binlog file by name; shared by everything that stands in it.
struct BinlogFile {
  explicit BinlogFile(std::string n, uint32_t of_server = 0)
      : name(std::move(n)), number(BinlogFileNumber(name)), server(of_server) {}
  std::string name;
  uint64_t number;  // BinlogFileNumber(name)
  // Whose it is: the servers that a stream follows one after the other, from 0. All of a later one
  // lies behind all of an earlier one.
  uint32_t server;
  uint32_t created = 0;  // Cursor::file_created
};

// Facts of a transaction that its entries share. A transaction lies within one binlog file.
struct Transaction {
  Gtid gtid;                        // empty: anonymous
  uint64_t offset = 0;              // of its first event (the GTID event where there is one)
  int64_t commit_timestamp_us = 0;  // original commit time; 0: the server did not say
};

// What a DDL or statement entry has beside its text.
struct StatementFacts {
  std::string database;            // the session's default, UTF-8
  DdlKind kind = DdlKind::kOther;  // DDL only
  std::vector<DdlTable> tables;    // Entry::statement_tables
  bool text_valid = true;          // false: the text could not be converted to UTF-8
};

struct EntryData {
  EntryKind kind = EntryKind::kHeartbeat;
  // A crash of the server cut short what was had with this GTID (Part), and this is another
  // transaction, run since.
  bool rerun = false;
  uint32_t ordinal = 0;
  uint32_t server_id = 0;
  uint32_t size = 0;  // bytes at data
  // Its number in its transaction, from 1, among those that the filter keeps, and the digest of
  // them up to it (Part). 0 for heartbeats.
  uint32_t index = 0;
  uint32_t digest = 0;
  int64_t timestamp_us = 0;
  uint64_t offset = 0;  // of the event in `file`
  const BinlogFile* file = nullptr;
  const Transaction* transaction = nullptr;
  // Rows: the row images, after the column bitmaps. DDL, statement: its text (UTF-8). Else empty.
  const uint8_t* data = nullptr;
  // Rows only.
  const TableVersion* table = nullptr;
  const uint8_t* before_columns = nullptr;  // bitmap of present columns, LSB first; null: no image
  const uint8_t* after_columns = nullptr;
  // DDL and statement only.
  const StatementFacts* statement = nullptr;
};

// What the reader tells the stream when a transaction is complete, also one whose entries were all
// filtered out: a place to restart from, and a GTID that is done.
struct TransactionEnd {
  Gtid gtid;  // empty: anonymous
  std::shared_ptr<const BinlogFile> file;
  uint64_t next_offset = 0;  // just behind the transaction's last event
};

// A fixed number of entries and everything they point to.
class EntryBlock {
 public:
  static constexpr size_t kCapacity = 256;
  static constexpr size_t kBytes = kCapacity * sizeof(EntryData);  // without what they point to
  static constexpr size_t kTransactionsPerPage = 64;

  explicit EntryBlock(std::shared_ptr<MemoryBudget> budget)
      : entries_(new EntryData[kCapacity]), budget_(std::move(budget)) {
    if (budget_ != nullptr) budget_->Charge(kBytes);
  }
  ~EntryBlock() {
    if (budget_ != nullptr) budget_->Release(kBytes);
  }
  EntryBlock(const EntryBlock&) = delete;
  EntryBlock& operator=(const EntryBlock&) = delete;

  const EntryData& operator[](size_t i) const { return entries_[i]; }

  // For the reader thread only.
  bool full() const { return size_ == kCapacity; }
  size_t size() const { return size_; }
  EntryData& Append() { return entries_[size_++]; }  // requires !full()
  EntryData& Last() { return entries_[size_ - 1]; }  // requires that it was not published
  void RemoveLast() { --size_; }                     // the same
  // Keeps what entries point to alive as long as the block; repeated calls with the last one kept
  // cost a comparison. Transactions are copied: their address stays valid.
  void Keep(const std::shared_ptr<Chunk>& chunk) { KeepIn(chunks_, chunk); }
  void Keep(const std::shared_ptr<const TableVersion>& table) { KeepIn(tables_, table); }
  void Keep(const std::shared_ptr<const BinlogFile>& file) { KeepIn(files_, file); }
  void Keep(const std::shared_ptr<const StatementFacts>& facts) { KeepIn(statements_, facts); }
  const Transaction* Keep(const Transaction& transaction) {
    const size_t at = transaction_count_++ % kTransactionsPerPage;
    if (at == 0) transactions_.push_back(std::make_unique<Transaction[]>(kTransactionsPerPage));
    transactions_.back()[at] = transaction;
    return &transactions_.back()[at];
  }

 private:
  template <typename T>
  static void KeepIn(std::vector<T>& kept, const T& item) {
    if (kept.empty() || kept.back() != item) kept.push_back(item);
  }

  std::unique_ptr<EntryData[]> entries_;
  size_t size_ = 0;
  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::vector<std::shared_ptr<const TableVersion>> tables_;
  std::vector<std::shared_ptr<const BinlogFile>> files_;
  std::vector<std::shared_ptr<const StatementFacts>> statements_;
  // In pages, so that none moves and few are allocated.
  std::vector<std::unique_ptr<Transaction[]>> transactions_;
  size_t transaction_count_ = 0;
  std::shared_ptr<MemoryBudget> budget_;
};

// A run of published entries of one block.
struct Segment {
  std::shared_ptr<const EntryBlock> block;
  uint32_t first = 0;
  uint32_t count = 0;
};

struct BatchData {
  int64_t mark = -1;
  size_t size = 0;                // entries in all segments
  std::vector<Segment> segments;  // none of them empty
  std::vector<bool> duplicates;   // by entry; empty: none is
};

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_ENTRY_DATA_H_
