// bench_decode framing|rows FILE [TABLES]: binlog files through the floors below the stream, in one
// thread: the file source, the decoder, the row reader. FILE is the first; those that follow it in
// sequence are read too.
//
//   framing    every event framed, its checksum verified, tables and transactions followed, entries
//              made; rows stay bytes
//   rows       every value of every row
//
// TABLES is an option filter.tables: only tables that it matches.
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "binlog/decoder.h"
#include "digest.h"
#include "measurement.h"
#include "model/cursor.h"
#include "model/entry_data.h"
#include "source/binlog_file.h"
#include "stream/filter.h"

namespace {

using towpath::Entry;
using towpath::Status;
using towpath::model::EntryBlock;

// A block of entries is let go of after so many bytes of events, as the stream does.
constexpr uint64_t kBlockBytes = 1 << 20;
constexpr uint64_t kBufferBytes = 64 << 20;  // option buffer.bytes

// Takes entries; visits their values when told to.
class Sink final : public towpath::binlog::EntrySink {
 public:
  Sink(bench_seen* seen, bool visit_rows) : seen_(seen), visit_rows_(visit_rows), digest_(seen) {}

  EntryBlock& BlockForNext() override {
    if (block_ == nullptr || block_->full() || seen_->bytes - block_begin_ > kBlockBytes) {
      block_ = std::make_unique<EntryBlock>(nullptr);
      block_begin_ = seen_->bytes;
    }
    return *block_;
  }
  void Appended() override {
    ++seen_->entries;
    if (!visit_rows_) return;
    const Entry entry(&(*block_)[block_->size() - 1], false);
    if (Status s = digest_.AddRows(entry); !s.ok() && status_.ok()) status_ = s;
  }
  void TransactionEnded(towpath::model::TransactionEnd) override {}

  const Status& status() const { return status_; }

 private:
  bench_seen* seen_;
  bool visit_rows_;
  towpath::bench::Digest digest_;
  std::unique_ptr<EntryBlock> block_;
  uint64_t block_begin_ = 0;
  Status status_;
};

Status Run(const std::string& path, std::string_view tables, bool visit_rows, bench_seen* seen) {
  auto filter = towpath::stream::RegexTableFilter::Compile({.tables = tables});
  if (!filter.ok()) return filter.status();
  towpath::source::BinlogFileSource source(path, std::make_shared<towpath::model::MemoryBudget>(),
                                           kBufferBytes);
  if (Status s = source.Connect(); !s.ok()) return s;
  towpath::model::StartPoint earliest;
  earliest.kind = towpath::model::StartPoint::Kind::kEarliest;
  auto cursor = source.Resolve(earliest);
  if (!cursor.ok()) return cursor.status();
  if (Status s = source.Open(*cursor); !s.ok()) return s;

  towpath::binlog::DecoderConfig config;
  config.filter = filter->get();
  towpath::binlog::Decoder decoder(config);
  decoder.Start(cursor->file, cursor->offset, source.announced_checksum());
  Sink sink(seen, visit_rows);
  towpath::model::Frame frame;
  for (;;) {
    if (Status s = source.Next(&frame); !s.ok()) {
      seen->events = decoder.counters().events;
      return s.code() == towpath::Code::kEnd ? sink.status() : s;
    }
    seen->bytes += frame.bytes.size();
    if (Status s = decoder.Feed(frame, sink); !s.ok()) return s;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view subject = argc == 3 || argc == 4 ? argv[1] : "";
  if (subject != "framing" && subject != "rows") {
    std::fprintf(stderr, "usage: bench_decode framing|rows FILE [TABLES]\n");
    return 2;
  }
  bench_measurement m;
  bench_begin(&m);
  const Status status = Run(argv[2], argc == 4 ? argv[3] : "", subject == "rows", &m.seen);
  if (!status.ok()) {
    std::fprintf(stderr, "bench_decode: %s\n", status.ToString().c_str());
    return 1;
  }
  bench_end(&m, argv[1]);
  return 0;
}
