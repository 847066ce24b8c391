#include "store/memory_store.h"

#include <map>
#include <mutex>
#include <utility>

#include "fmt/format.h"

namespace towpath::store {
namespace {

using Key = std::pair<Store::Kind, std::string>;

struct Slot {
  bool held = false;
  std::optional<StreamRecord> record;
};

struct Records {
  std::mutex mutex;
  std::map<Key, Slot> slots;  // never erased: addresses stay valid
};

class MemoryHolder final : public RecordHolder {
 public:
  MemoryHolder(std::shared_ptr<Records> records, Slot* slot)
      : records_(std::move(records)), slot_(slot) {}
  ~MemoryHolder() override {
    const std::lock_guard lock(records_->mutex);
    slot_->held = false;
  }

  Result<std::optional<StreamRecord>> Load() override {
    const std::lock_guard lock(records_->mutex);
    return slot_->record;
  }

  Status Save(const StreamRecord& record) override {
    const std::lock_guard lock(records_->mutex);
    slot_->record = record;
    return Status::Ok();
  }

 private:
  std::shared_ptr<Records> records_;
  Slot* slot_;
};

class MemoryStore final : public Store {
 public:
  Result<std::unique_ptr<RecordHolder>> Attach(Kind kind, std::string_view name) override {
    const std::lock_guard lock(records_->mutex);
    Slot& slot = records_->slots[Key(kind, name)];
    if (slot.held) {
      return Status(Code::kBusy, fmt::format("\"{}\" is open already: close it first", name));
    }
    slot.held = true;
    return std::unique_ptr<RecordHolder>(new MemoryHolder(records_, &slot));
  }

 private:
  std::shared_ptr<Records> records_ = std::make_shared<Records>();
};

}  // namespace

std::shared_ptr<Store> NewMemoryStore() { return std::make_shared<MemoryStore>(); }

}  // namespace towpath::store
