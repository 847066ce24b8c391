#include "store/memory_store.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "fmt/format.h"

namespace towpath::store {
namespace {

using schema::SchemaChange;

using Key = std::pair<Store::Kind, std::string>;

// Texts of which there are many equal ones, each once for as long as it is used.
class Texts {
 public:
  using Shared = std::shared_ptr<const std::string>;
  Shared Share(std::string_view text) {
    if (texts_.size() > limit_) {
      std::erase_if(texts_, [](const auto& entry) { return entry.second.use_count() == 1; });
      limit_ = 2 * texts_.size() + 64;
    }
    if (const auto found = texts_.find(text); found != texts_.end()) return found->second;
    auto shared = std::make_shared<const std::string>(text);
    texts_.emplace(*shared, shared);
    return shared;
  }

 private:
  std::unordered_map<std::string_view, Shared> texts_;  // keys view values
  size_t limit_ = 64;
};

// A SchemaRecord in little memory: a store may have one for each of many thousand tables.
class CompactRecord {
 public:
  CompactRecord(const SchemaRecord& record, Texts& texts)
      : definition_(texts.Share(record.change.definition)),
        file_(texts.Share(record.position.file)),
        server_(texts.Share(record.server_uuid)),
        offset_(record.position.offset),
        transaction_offset_(record.position.transaction_offset),
        ordinal_(record.position.ordinal),
        kind_(record.change.kind) {
    const SchemaChange& change = record.change;
    const std::string gtid = record.position.gtid.ToString();
    rest_.reserve(change.database.size() + change.table.size() + gtid.size() +
                  change.reason.size() + 3);
    for (const std::string* text : {&change.database, &change.table, &gtid}) {
      rest_.append(*text);
      rest_.push_back('\0');
    }
    rest_.append(change.reason);
  }

  SchemaRecord Expand(int64_t number) const {
    SchemaRecord record;
    record.number = number;
    record.position.file = *file_;
    record.position.offset = offset_;
    record.position.ordinal = ordinal_;
    record.position.transaction_offset = transaction_offset_;
    record.server_uuid = *server_;
    record.change.kind = kind_;
    record.change.definition = *definition_;
    std::string_view rest = rest_;
    const auto next = [&rest] {
      const size_t end = rest.find('\0');
      const std::string_view text = rest.substr(0, end);
      rest.remove_prefix(end + 1);
      return text;
    };
    record.change.database = next();
    record.change.table = next();
    if (const std::string_view gtid = next(); !gtid.empty()) {
      record.position.gtid = *Gtid::Parse(gtid);
    }
    record.change.reason = rest;
    return record;
  }

 private:
  Texts::Shared definition_;
  Texts::Shared file_;
  Texts::Shared server_;
  uint64_t offset_;
  uint64_t transaction_offset_;
  uint32_t ordinal_;
  SchemaChange::Kind kind_;
  std::string rest_;  // database, table, GTID, each ended by a NUL; reason
};

struct Slot {
  bool held = false;
  std::optional<StreamRecord> record;
  Texts texts;
  std::map<int64_t, CompactRecord> schema;  // by number
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
    for (const auto& [number, record] : slot_->schema) visit(record.Expand(number));
    return Status::Ok();
  }

  Result<std::optional<SchemaRecord>> Read(int64_t number) override {
    const std::lock_guard lock(records_->mutex);
    const auto found = slot_->schema.find(number);
    if (found == slot_->schema.end()) return std::optional<SchemaRecord>();
    return std::optional(found->second.Expand(number));
  }

  Result<int64_t> Append(const std::vector<SchemaRecord>& records) override {
    const std::lock_guard lock(records_->mutex);
    const int64_t first = slot_->next_number;
    for (const SchemaRecord& record : records) {
      slot_->schema.emplace(slot_->next_number++, CompactRecord(record, slot_->texts));
    }
    return first;
  }

  Status Remove(const std::vector<int64_t>& numbers) override {
    const std::lock_guard lock(records_->mutex);
    for (const int64_t number : numbers) slot_->schema.erase(number);
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
