// The public Deduplicator: a processed position with a record of its own.
#include <mutex>
#include <utility>

#include "model/option_values.h"
#include "store/store.h"
#include "stream/runtime.h"
#include "towpath/dedup.h"

namespace towpath {
namespace {

class DeduplicatorImpl final : public Deduplicator {
 public:
  DeduplicatorImpl(std::unique_ptr<store::RecordHolder> holder, store::StreamRecord record)
      : holder_(std::move(holder)), record_(std::move(record)) {}

  bool IsProcessed(const Position& position) const override {
    const std::lock_guard lock(mutex_);
    return !record_.processed.empty() && ComparePositions(position, record_.processed) <= 0;
  }

  Status MarkProcessed(const Position& position) override {
    if (position.empty()) {
      return Status(Code::kInvalidArgument, "mark_processed of an empty position");
    }
    // Held during the write: a second mark that returned at once would not be durable.
    const std::lock_guard writing(write_mutex_);
    store::StreamRecord record;
    {
      const std::lock_guard lock(mutex_);
      if (!record_.processed.empty() && ComparePositions(position, record_.processed) <= 0) {
        return Status::Ok();
      }
      record = record_;
    }
    record.processed = position;
    record.updated_us = stream::SystemRuntime().WallMicroseconds();
    if (record.created_us == 0) record.created_us = record.updated_us;
    if (Status s = holder_->Save(record); !s.ok()) return s;
    const std::lock_guard lock(mutex_);
    record_ = std::move(record);
    return Status::Ok();
  }

  Position last() const override {
    const std::lock_guard lock(mutex_);
    return record_.processed;
  }

 private:
  std::mutex write_mutex_;    // one write at a time
  mutable std::mutex mutex_;  // record_
  std::unique_ptr<store::RecordHolder> holder_;
  store::StreamRecord record_;
};

}  // namespace

Result<std::unique_ptr<Deduplicator>> Deduplicator::Open(std::string_view store_url,
                                                         std::string_view name) {
  if (Status s = model::CheckStreamName(name); !s.ok()) return s;
  auto store = store::OpenStore(store_url);
  if (!store.ok()) return store.status();
  auto holder = (*store)->Attach(store::Store::Kind::kDeduplicator, name);
  if (!holder.ok()) return holder.status();
  auto record = (*holder)->Load();
  if (!record.ok()) return record.status();
  return std::unique_ptr<Deduplicator>(std::make_unique<DeduplicatorImpl>(
      *std::move(holder), (*std::move(record)).value_or(store::StreamRecord())));
}

}  // namespace towpath
