// Decoder: events in, entries out.
//
// It checks the checksum, follows rotation and transactions, keeps the table maps, counts positions
// in 64 bit and hands on row images as bytes: values are decoded by whoever reads them. It does no
// I/O and starts no thread.
//
// What it can not read ends with an error that names file, offset and cause; it never skips.
//
// What a transaction becomes:
//   - Begin, then rows and statements in order, then Commit. Begin stands where the transaction's
//     first event (its GTID) stands. It is held back until the first entry that is kept, so a
//     transaction of which the filter keeps nothing has no entries, but TransactionEnded all the
//     same. Old servers' rows without a transaction around them make one of their own.
//   - A DDL that is its own transaction is one entry, without Begin and Commit. CREATE TABLE ...
//     SELECT is a DDL inside one. Of MariaDB's two-phase ALTER only the second half is an entry.
//   - ROLLBACK at the end of what was logged, and ROLLBACK TO a savepoint (both only appear when
//     tables of an engine without transactions changed too, and not all could be undone) are DDL
//     entries, so that a consumer can see it; the transaction then goes on or ends as usual.
//   - A prepared XA transaction is delivered when it is prepared, with its rows: Begin, rows, the
//     DDL "XA PREPARE X'..',X'..',n", Commit. What became of it, "XA COMMIT ..." or "XA ROLLBACK
//     ...", is a DDL entry of its own, whenever that happens, also of one that had no entries: then
//     nothing of that identity was seen before. (To wait for it could take for ever, and memory
//     without bound.) XA COMMIT ... ONE PHASE is an ordinary transaction.
//   - A transaction that a crash of the server cut short has no Commit and no TransactionEnded: the
//     server rolled it back. The next entry is another transaction's. Whoever applies entries
//     before Commit must undo them at a Begin that follows no Commit.
// Statements that changed rows but were logged as statements (binlog_format=STATEMENT or MIXED)
// stop the stream, or are entries of kind kStatement, as the policy says. Those that plainly name
// one table which the filter does not want are left out; what a trigger of such a table changes
// elsewhere is then not seen.
//
// Positions: frames that know their offset are believed. Otherwise an event stands behind the one
// before it; a next_position in its header moves it on over what the server left out.
#ifndef TOWPATH_LIB_BINLOG_DECODER_H_
#define TOWPATH_LIB_BINLOG_DECODER_H_

#include <cstdint>
#include <memory>
#include <string>

#include "binlog/schema_lookup.h"
#include "model/entry_data.h"
#include "model/settings.h"
#include "towpath/gtid.h"
#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath::binlog {

// Where the decoder puts entries.
class EntrySink {
 public:
  virtual ~EntrySink() = default;
  // The block with room for an entry. It may be another one than last time: what an entry points
  // to must be kept in the block it is appended to.
  virtual model::EntryBlock& BlockForNext() = 0;
  // An entry was appended to that block and is complete.
  virtual void Appended() = 0;
  // A transaction (or a statement that is one) is complete; called after its entries, also when it
  // has none because everything in it was filtered out.
  virtual void TransactionEnded(model::TransactionEnd end) = 0;
  // An event of `bytes` bytes inside a compressed transaction was decoded. False: the rest of the
  // transaction waits for Decoder::Continue, so that what is read ahead stays bounded.
  virtual bool WantsMore(size_t bytes) {
    static_cast<void>(bytes);
    return true;
  }
};

struct DecoderConfig {
  model::SchemaMode schema_mode = model::SchemaMode::kStrict;
  model::StatementPolicy statements = model::StatementPolicy::kError;
  uint32_t events = 0xffffffff;  // bit (1 << EntryKind): kinds to produce; others are dropped
  const TableFilter* filter = nullptr;  // null: every table
  SchemaLookup* schema = nullptr;       // null: only what the binlog itself says
  uint32_t server = 0;                  // BinlogFile::server of what is read
  int64_t not_before_us = 0;  // leave out transactions up to the first that began at or after it
  // Transactions that are passed as if they were not there, but for their ends; null: none.
  const GtidSet* left_out = nullptr;
  // Counts everything the decoder itself allocates for entries (decompressed payloads).
  std::shared_ptr<model::MemoryBudget> budget;
};

struct DecoderCounters {
  uint64_t events = 0;
  uint64_t bytes = 0;
  uint64_t ignored_events = 0;   // unknown, but marked ignorable by the server
  uint64_t filtered_events = 0;  // rows events dropped by the filter
  uint64_t transactions = 0;

  DecoderCounters& operator+=(const DecoderCounters& other) {
    events += other.events;
    bytes += other.bytes;
    ignored_events += other.ignored_events;
    filtered_events += other.filtered_events;
    transactions += other.transactions;
    return *this;
  }
};

class Decoder {
 public:
  explicit Decoder(DecoderConfig config);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  // Begins (again) at an event of `file`: the next frame fed is the one at `offset`, except for the
  // artificial ROTATE and the FORMAT_DESCRIPTION that a server sends first. Forgets table maps and
  // an unfinished transaction. An empty file: the server's first ROTATE names it.
  // `announced_checksum`: whether a ROTATE before the first FORMAT_DESCRIPTION carries a checksum
  // (over the network it does when the client announced CRC32; in a file never).
  void Start(const std::string& file, uint64_t offset, bool announced_checksum);

  // Decodes one event into zero or more entries. After an error the decoder stands still and
  // returns the same error: what was appended before stays valid.
  Status Feed(const model::Frame& frame, EntrySink& sink);
  // The event fed last has more entries: its sink wanted no more at once. The next call must be
  // Continue, which goes on as Feed does.
  bool has_more() const;
  Status Continue(EntrySink& sink);

  // Just behind the last event: file (null before the first is known) and offset in it.
  const std::shared_ptr<const model::BinlogFile>& file() const;
  uint64_t offset() const;
  bool in_transaction() const;
  // "10.11.19-MariaDB-log", from the FORMAT_DESCRIPTION; empty before it.
  const std::string& server_version() const;
  Flavor flavor() const;
  const DecoderCounters& counters() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_DECODER_H_
