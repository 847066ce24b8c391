// bench_allocations FILE: shows that reading costs no allocation per row or value.
//
// It counts every allocation of the process while binlog files are read as bench_decode and
// bench_stream do, prints the counts, and fails if there are more than these:
//
//   rows      none at all, once the reader has seen a table
//   decoder   a few for each block of entries (256 of them, or 1 MiB of events), and for each table
//   stream    a few for each block and each batch, those of both threads together
//
// So nothing depends on how many rows there are, on how many values a row has, nor on how many
// transactions they come in.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>

#include "binlog/decoder.h"
#include "digest.h"
#include "measurement.h"
#include "model/cursor.h"
#include "model/entry_data.h"
#include "source/binlog_file.h"
#include "towpath/batch.h"
#include "towpath/options.h"
#include "towpath/stream.h"

namespace {
std::atomic<uint64_t> g_allocations{0};
}  // namespace

// glibc's own, behind the names that everything calls, operator new included.
extern "C" {
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

void* malloc(size_t size) {
  g_allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_malloc(size);
}
// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name)
void* calloc(size_t count, size_t size) {
  g_allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_calloc(count, size);
}
// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name)
void* realloc(void* memory, size_t size) {
  g_allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_realloc(memory, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  g_allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_memalign(alignment, size);
}
}

namespace {

using towpath::Entry;
using towpath::Status;
using towpath::model::EntryBlock;

constexpr uint64_t kBlockBytes = 1 << 20;
constexpr uint64_t kBufferBytes = 64 << 20;  // option buffer.bytes
constexpr size_t kBatchEntries = 1000;

// What is allowed; about twice of what there is.
constexpr uint64_t kForBlock = 40;
constexpr uint64_t kForBatch = 20;
constexpr uint64_t kForTable = 40;
constexpr uint64_t kForAll = 300;

uint64_t Allocations() { return g_allocations.load(std::memory_order_relaxed); }

struct Counts {
  bench_seen seen{};
  uint64_t blocks = 0;   // of entries
  uint64_t batches = 0;  // handed out
  uint64_t tables = 0;
  uint64_t decoder = 0;  // allocations
  uint64_t rows = 0;     // allocations for rows of tables seen before
};

class Sink final : public towpath::binlog::EntrySink {
 public:
  explicit Sink(Counts* counts) : counts_(counts), digest_(&counts->seen) {}

  EntryBlock& BlockForNext() override {
    if (block_ == nullptr || block_->full() || counts_->seen.bytes - block_begin_ > kBlockBytes) {
      block_ = std::make_unique<EntryBlock>(nullptr);
      block_begin_ = counts_->seen.bytes;
      ++counts_->blocks;
    }
    return *block_;
  }
  void Appended() override {
    ++counts_->seen.entries;
    const Entry entry(&(*block_)[block_->size() - 1], false);
    const uint64_t before = Allocations();
    if (Status s = digest_.AddRows(entry); !s.ok() && status_.ok()) status_ = s;
    const uint64_t made = Allocations() - before;
    for_rows_ += made;
    // For the first row of a table, or of a kind with more images, the reader may grow.
    if (entry.table() == last_table_ && entry.kind() == last_kind_) counts_->rows += made;
    if (entry.table() != nullptr && tables_.insert(entry.table()).second) ++counts_->tables;
    last_table_ = entry.table();
    last_kind_ = entry.kind();
  }
  void TransactionEnded(towpath::model::TransactionEnd) override {}

  const Status& status() const { return status_; }
  uint64_t for_rows() const { return for_rows_; }

 private:
  Counts* counts_;
  towpath::bench::Digest digest_;
  std::unique_ptr<EntryBlock> block_;
  uint64_t block_begin_ = 0;
  std::set<const towpath::Table*> tables_;
  const towpath::Table* last_table_ = nullptr;
  towpath::EntryKind last_kind_ = towpath::EntryKind::kHeartbeat;
  uint64_t for_rows_ = 0;
  Status status_;
};

Status Decode(const std::string& path, Counts* counts) {
  towpath::source::BinlogFileSource source(path, std::make_shared<towpath::model::MemoryBudget>(),
                                           kBufferBytes);
  if (Status s = source.Connect(); !s.ok()) return s;
  towpath::model::StartPoint earliest;
  earliest.kind = towpath::model::StartPoint::Kind::kEarliest;
  auto cursor = source.Resolve(earliest);
  if (!cursor.ok()) return cursor.status();
  if (Status s = source.Open(*cursor); !s.ok()) return s;
  towpath::binlog::Decoder decoder{towpath::binlog::DecoderConfig()};
  decoder.Start(cursor->file, cursor->offset, source.announced_checksum());
  Sink sink(counts);
  const uint64_t before = Allocations();
  for (;;) {
    towpath::model::Frame frame;
    if (Status s = source.Next(&frame); !s.ok()) {
      if (s.code() != towpath::Code::kEnd) return s;
      counts->decoder = Allocations() - before - sink.for_rows();
      return sink.status();
    }
    counts->seen.bytes += frame.bytes.size();
    if (Status s = decoder.Feed(frame, sink); !s.ok()) return s;
  }
}

// Sets *allocations to those between the first and the last batch.
Status ReadStream(const std::string& path, Counts* counts, uint64_t* allocations) {
  using namespace std::chrono_literals;
  towpath::Options options;
  const std::pair<const char*, std::string> settings[] = {{"source.url", "file://" + path},
                                                          {"source.start", "earliest"},
                                                          {"stream.name", "bench"},
                                                          {"store.url", "memory:"}};
  for (const auto& [key, value] : settings) {
    if (Status s = options.Set(key, value); !s.ok()) return s;
  }
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) return stream.status();
  towpath::bench::Digest digest(&counts->seen);
  uint64_t before = 0;
  for (;;) {
    auto batch = (*stream)->GetWithoutAck(kBatchEntries, -1ms);
    if (batch.code() == towpath::Code::kEnd) {
      *allocations = Allocations() - before;
      return (*stream)->Close();
    }
    if (!batch.ok()) return batch.status();
    for (const Entry entry : *batch) {
      if (Status s = digest.AddRows(entry); !s.ok()) return s;
    }
    counts->seen.entries += batch->size();
    ++counts->batches;
    if (Status s = (*stream)->Ack(batch->mark()); !s.ok()) return s;
    if (before == 0) before = Allocations();
  }
}

int Fail(const std::string& message) {
  std::fprintf(stderr, "bench_allocations: %s\n", message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_allocations FILE\n");
    return 2;
  }
  Counts decoded;
  if (Status s = Decode(argv[1], &decoded); !s.ok()) return Fail(s.ToString());
  Counts streamed;
  uint64_t stream = 0;
  if (Status s = ReadStream(argv[1], &streamed, &stream); !s.ok()) return Fail(s.ToString());
  const uint64_t decoder_limit = kForBlock * decoded.blocks + kForTable * decoded.tables + kForAll;
  const uint64_t stream_limit = decoder_limit + kForBatch * streamed.batches;
  std::printf("{\"subject\": \"allocations\", \"images\": %" PRIu64 ", \"values\": %" PRIu64
              ", \"entries\": %" PRIu64 ", \"blocks\": %" PRIu64 ", \"batches\": %" PRIu64
              ", \"rows\": %" PRIu64 ", \"decoder\": %" PRIu64 ", \"stream\": %" PRIu64 "}\n",
              decoded.seen.images, decoded.seen.values, decoded.seen.entries, decoded.blocks,
              streamed.batches, decoded.rows, decoded.decoder, stream);
  if (decoded.rows > 0) return Fail("rows of tables seen before were allocated for");
  if (decoded.decoder > decoder_limit)
    return Fail("the decoder made more than " + std::to_string(decoder_limit) + " allocations");
  if (stream > stream_limit)
    return Fail("the stream made more than " + std::to_string(stream_limit) + " allocations");
  return 0;
}
