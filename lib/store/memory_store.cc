#include "store/memory_store.h"

#include <map>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "fmt/format.h"

namespace towpath::store {
namespace {

using Key = std::pair<Store::Kind, std::string>;

struct Slot {
  bool held = false;
  std::optional<StreamRecord> record;
  std::vector<SchemaRecord> schema;
  int64_t next_number = 1;
};

struct Records {
  std::mutex mutex;
  std::map<Key, Slot> slots;  // never erased: addresses stay valid
};

class MemorySchemaLog final : public SchemaLog {
 public:
  MemorySchemaLog(std::shared_ptr<Records> records, Slot* slot)
      : records_(std::move(records)), slot_(slot) {}

  Status Load(const std::function<void(SchemaRecord record)>& visit) override {
    const std::lock_guard lock(records_->mutex);
    for (const SchemaRecord& record : slot_->schema) visit(record);
    return Status::Ok();
  }

  Status Append(const std::vector<SchemaRecord>& records) override {
    const std::lock_guard lock(records_->mutex);
    for (const SchemaRecord& record : records) {
      slot_->schema.push_back(record);
      slot_->schema.back().number = slot_->next_number++;
    }
    return Status::Ok();
  }

  Status Remove(const std::vector<int64_t>& numbers) override {
    const std::lock_guard lock(records_->mutex);
    const std::set<int64_t> removed(numbers.begin(), numbers.end());
    std::erase_if(slot_->schema,
                  [&](const SchemaRecord& record) { return removed.contains(record.number); });
    return Status::Ok();
  }

 private:
  std::shared_ptr<Records> records_;
  Slot* slot_;
};

class MemoryHolder final : public RecordHolder {
 public:
  MemoryHolder(std::shared_ptr<Records> records, Slot* slot)
      : records_(std::move(records)), slot_(slot), schema_log_(records_, slot) {}
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

  SchemaLog& schema_log() override { return schema_log_; }

 private:
  std::shared_ptr<Records> records_;
  Slot* slot_;
  MemorySchemaLog schema_log_;
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
