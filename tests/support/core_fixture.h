// A stream core without a source: entries are made by hand, as a reader would hand them over.
//
// ScriptedLog is a server's binlog as a list of entries and transaction ends; ScriptedStream opens
// a StreamCore on it, feeds it as told, and opens it again after a close or a crash from what the
// store has, reading on from the restart place as the real reader does.
#ifndef TOWPATH_TESTS_SUPPORT_CORE_FIXTURE_H_
#define TOWPATH_TESTS_SUPPORT_CORE_FIXTURE_H_

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "model/entry_data.h"
#include "store/memory_store.h"
#include "stream/core.h"
#include "stream/room.h"
#include "stream/runtime.h"
#include "tests/catch.h"

namespace towpath::test {

// Time passes faster when the test says so.
class ManualClock final : public stream::SystemRuntime {
 public:
  std::chrono::nanoseconds Elapsed() const override { return SystemRuntime::Elapsed() + passed_; }
  void Pass(std::chrono::nanoseconds time) { passed_ += time; }

 private:
  std::chrono::nanoseconds passed_{0};
};

// A store whose writes can be made to fail, and that forgets its user on demand as a crash does.
class FaultyStore final : public store::Store {
 public:
  std::atomic<int> saves{0};              // that succeeded
  int fail_next = 0;                      // this many saves fail
  std::function<void()> on_save = [] {};  // called first in each
  bool crashed = false;                   // every save fails and changes nothing, until Recover

  Result<std::unique_ptr<store::RecordHolder>> Attach(Kind kind, std::string_view name) override {
    auto holder = inner_->Attach(kind, name);
    if (!holder.ok()) return holder.status();
    return std::unique_ptr<store::RecordHolder>(new Holder(this, *std::move(holder)));
  }

 private:
  class Holder final : public store::RecordHolder {
   public:
    Holder(FaultyStore* store, std::unique_ptr<store::RecordHolder> inner)
        : store_(store), inner_(std::move(inner)) {}
    Result<std::optional<store::StreamRecord>> Load() override { return inner_->Load(); }
    Status Save(const store::StreamRecord& record) override {
      store_->on_save();
      if (store_->crashed) return Status(Code::kStore, "crashed");
      if (store_->fail_next > 0) {
        --store_->fail_next;
        return Status(Code::kStore, "the disk is full");
      }
      ++store_->saves;
      return inner_->Save(record);
    }
    store::SchemaLog& schema_log() override { return inner_->schema_log(); }

   private:
    FaultyStore* store_;
    std::unique_ptr<store::RecordHolder> inner_;
  };

  std::shared_ptr<store::Store> inner_ = store::NewMemoryStore();
};

struct ScriptedLog {
  struct Item {
    bool end = false;  // of a transaction; else an entry
    EntryKind kind = EntryKind::kInsert;
    uint64_t offset = 0;  // of the entry, or behind the transaction
    uint64_t transaction_offset = 0;
    Gtid gtid;
    std::shared_ptr<const model::BinlogFile> file;
  };
  std::vector<Item> items;
  std::shared_ptr<const model::BinlogFile> file =
      std::make_shared<model::BinlogFile>("binlog.000001");
  uint64_t offset = 4;
  uint64_t next_number = 1;
  bool gtids = true;
  Uuid uuid{1};

  // A transaction of begin, `rows` inserts and commit.
  void Transaction(int rows) {
    Begin();
    Add(EntryKind::kBegin);
    for (int i = 0; i < rows; ++i) Add(EntryKind::kInsert);
    Add(EntryKind::kCommit);
    End();
  }
  // One of which nothing is delivered.
  void Filtered() {
    Begin();
    offset += 500;
    End();
  }
  void Ddl() {
    Begin();
    Add(EntryKind::kDdl);
    End();
  }
  void Heartbeat() {
    Item item;
    item.kind = EntryKind::kHeartbeat;
    item.offset = offset;
    item.file = file;
    items.push_back(item);
  }
  void Rotate() {
    file = std::make_shared<model::BinlogFile>(fmt::format("binlog.{:06}", file->number + 1));
    offset = 4;
  }

  void Begin() {
    transaction_offset_ = offset;
    gtid_ = Gtid();
    if (gtids) {
      gtid_.flavor = Flavor::kMysql;
      gtid_.uuid = uuid;
      gtid_.number = next_number++;
    }
    offset += 60;
  }
  void Add(EntryKind kind) {
    Item item;
    item.kind = kind;
    item.offset = offset;
    item.transaction_offset = transaction_offset_;
    item.gtid = gtid_;
    item.file = file;
    items.push_back(item);
    offset += 100;
  }
  void End() {
    Item item;
    item.end = true;
    item.offset = offset;
    item.gtid = gtid_;
    item.file = file;
    items.push_back(item);
  }

 private:
  uint64_t transaction_offset_ = 0;
  Gtid gtid_;
};

class ScriptedStream {
 public:
  explicit ScriptedStream(ScriptedLog* log, model::Settings settings = model::Settings())
      : log_(log), settings_(std::move(settings)) {
    settings_.stream_name = "test";
    if (settings_.buffer_bytes == 0) settings_.buffer_bytes = 64 << 20;
  }
  ~ScriptedStream() {
    if (core_ != nullptr) (void)Close();
  }

  model::Settings& settings() { return settings_; }
  FaultyStore& store() { return store_; }
  ManualClock& clock() { return clock_; }
  stream::StreamCore& core() { return *core_; }
  stream::StreamCore* operator->() { return core_.get(); }
  stream::Room& room() { return *room_; }
  const store::StreamRecord& opened_with() const { return record_; }

  // Opens from what the store has; begins before item `start` when it has nothing.
  Status Open(size_t start = 0) {
    auto holder = store_.Attach(store::Store::Kind::kStream, "test");
    if (!holder.ok()) return holder.status();
    auto saved = (*holder)->Load();
    if (!saved.ok()) return saved.status();
    store::StreamRecord record;
    if (*saved) {
      record = **saved;
    } else {
      record.ack.server_uuid = "A";
      record.ack.gtids_known = log_->gtids;
      record.ack.file = "binlog.000001";
      record.ack.offset = 4;
      for (size_t i = 0; i < start; ++i) {
        const ScriptedLog::Item& item = log_->items[i];
        if (!item.end) continue;
        record.ack.file = item.file->name;
        record.ack.offset = item.offset;
        if (!item.gtid.empty()) REQUIRE(record.ack.gtids.Add(item.gtid).ok());
      }
    }
    record_ = record;
    room_ = std::make_unique<stream::Room>(settings_.buffer_bytes, clock_);
    core_ =
        std::make_unique<stream::StreamCore>(settings_, clock_, *room_, *std::move(holder), record);
    SeekTo(record.ack);
    return core_->Start();
  }

  // Publishes up to `count` items more; returns how many.
  size_t Feed(size_t count = SIZE_MAX) {
    stream::Publication publication;
    auto block = std::make_shared<model::EntryBlock>(room_->budget());
    size_t first = 0;
    const auto flush = [&] {
      if (block->size() > first) {
        publication.entries.push_back(model::Segment{block, static_cast<uint32_t>(first),
                                                     static_cast<uint32_t>(block->size() - first)});
      }
      first = block->size();
    };
    size_t fed = 0;
    for (; fed < count && next_ < log_->items.size(); ++fed) {
      const ScriptedLog::Item& item = log_->items[next_++];
      if (item.end) {
        stream::CursorTracker::End end;
        end.end_seq = seq_;
        end.gtid = item.gtid;
        end.file = item.file;
        end.next_offset = item.offset;
        end.last_entry = open_ ? last_ : stream::Place(item.file, item.offset, 0);
        publication.ends.push_back(std::move(end));
        open_ = false;
        continue;
      }
      if (item.kind != EntryKind::kHeartbeat && !skip_.empty() &&
          stream::Compare(stream::Place(item.file, item.offset, 0), skip_) <= 0) {
        continue;
      }
      if (block->full()) {
        flush();
        block = std::make_shared<model::EntryBlock>(room_->budget());
        first = 0;
      }
      Append(item, block.get());
      if (item.kind == EntryKind::kHeartbeat) {
        if (!open_) {
          stream::CursorTracker::End boundary;
          boundary.end_seq = seq_;
          publication.ends.push_back(std::move(boundary));
        }
        continue;
      }
      if (item.kind == EntryKind::kDdl) publication.ddl.push_back(seq_ - 1);
      open_ = true;
      last_ = stream::Place(item.file, item.offset, 0);
      publication.last_read = stream::EntryPlace((*block)[block->size() - 1]);
    }
    flush();
    core_->Publish(&publication);
    return fed;
  }

  // The item of the log that comes next.
  size_t next_item() const { return next_; }

  Status Close() {
    core_->Close();
    Status status = core_->Finish();
    core_.reset();
    return status;
  }
  // What a dead process leaves: the store as the last save made it.
  void Crash() {
    store_.crashed = true;
    core_.reset();
    store_.crashed = false;
  }

  Batch GetNow(size_t max_entries) {
    auto batch = core_->GetWithoutAck(max_entries, std::chrono::milliseconds(0));
    REQUIRE(batch.status().ToString() == "OK");
    return *batch;
  }

 private:
  // As a server does: from the restart place on.
  void SeekTo(const model::Cursor& cursor) {
    next_ = 0;
    seq_ = 0;
    open_ = false;
    const stream::Place place(std::make_shared<model::BinlogFile>(cursor.file), cursor.offset, 0);
    while (next_ < log_->items.size()) {
      const ScriptedLog::Item& item = log_->items[next_];
      const stream::Place here(item.file, item.offset, 0);
      if (item.end ? stream::Compare(here, place) > 0 : stream::Compare(here, place) >= 0) {
        break;
      }
      ++next_;
    }
    skip_ = stream::Place(cursor.after, 0);
  }

  void Append(const ScriptedLog::Item& item, model::EntryBlock* block) {
    block->Keep(item.file);
    model::EntryData& entry = block->Append();
    entry.kind = item.kind;
    entry.offset = item.offset;
    entry.file = item.file.get();
    if (item.kind != EntryKind::kHeartbeat) {
      model::Transaction transaction;
      transaction.gtid = item.gtid;
      transaction.offset = item.transaction_offset;
      entry.transaction = block->Keep(transaction);
    }
    ++seq_;
  }

  ScriptedLog* log_;
  model::Settings settings_;
  FaultyStore store_;
  ManualClock clock_;
  std::unique_ptr<stream::Room> room_;
  std::unique_ptr<stream::StreamCore> core_;
  store::StreamRecord record_;
  size_t next_ = 0;  // item
  uint64_t seq_ = 0;
  bool open_ = false;
  stream::Place last_;
  stream::Place skip_;
};

// "binlog.000001:164:0 ..." for comparing what batches hold.
inline std::vector<std::string> Positions(const Batch& batch) {
  std::vector<std::string> positions;
  for (const Entry entry : batch) positions.push_back(entry.position().ToString());
  return positions;
}

inline std::vector<bool> Duplicates(const Batch& batch) {
  std::vector<bool> duplicates;
  for (const Entry entry : batch) duplicates.push_back(entry.duplicate());
  return duplicates;
}

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_CORE_FIXTURE_H_
