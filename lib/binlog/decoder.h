// Decoder: events in, entries out.
//
// It checks the checksum, follows rotation and transactions, keeps the table maps, counts positions
// in 64 bit and hands on row images as bytes: values are decoded by whoever reads them. It does no
// I/O and starts no thread.
//
// What it can not read ends with an error that names file, offset and cause; it never skips.
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
};

struct DecoderConfig {
  model::SchemaMode schema_mode = model::SchemaMode::kStrict;
  uint32_t events = 0xffffffff;  // bit (1 << EntryKind): kinds to produce; others are dropped
  const TableFilter* filter = nullptr;  // null: every table
  SchemaLookup* schema = nullptr;       // null: only what the binlog itself says
  int64_t not_before_us = 0;  // leave out transactions up to the first that began at or after it
  // Counts everything the decoder itself allocates for entries (decompressed payloads).
  std::shared_ptr<model::MemoryBudget> budget;
};

struct DecoderCounters {
  uint64_t events = 0;
  uint64_t bytes = 0;
  uint64_t ignored_events = 0;   // unknown, but marked ignorable by the server
  uint64_t filtered_events = 0;  // rows events dropped by the filter
  uint64_t transactions = 0;
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
