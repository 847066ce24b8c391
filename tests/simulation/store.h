// SimulatedStore: one record and its schema log, as a disk keeps them, with the disk's faults.
//
// Others run during a write, and a write may fail, or be the last thing that the process does:
// then the record is the old one or the new one, and nobody was told which. Nor does anybody know
// of a save that failed, when the store is opened again before another write succeeded.
#ifndef TOWPATH_TESTS_SIMULATION_STORE_H_
#define TOWPATH_TESTS_SIMULATION_STORE_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/store.h"
#include "tests/simulation/scheduler.h"

namespace towpath::test {

// Thread safety: none; fibers of one scheduler.
class SimulatedStore final : public store::Store {
 public:
  // `keeps`: the store that does not fail.
  SimulatedStore(Scheduler& scheduler, std::shared_ptr<store::Store> keeps)
      : scheduler_(scheduler), keeps_(std::move(keeps)), died_(scheduler.NewCondition()) {}

  // --- faults, in percent of writes ---
  unsigned fails = 0;
  unsigned dies = 0;
  unsigned slow = 0;  // takes up to a second

  // Called with each record that is to be written, before it is.
  std::function<void(const store::StreamRecord&)> on_save = [](const auto&) {};

  // The process is dead: nothing more is written until Revive.
  void Die() {
    dead_ = true;
    died_->NotifyAll();
  }
  void Revive() { dead_ = false; }
  // Before each opening: decides what became of a save that failed.
  void Settle() {
    if (!doubtful_) return;
    if (scheduler_.random().Chance(50)) {
      auto holder = keeps_->Attach(Kind::kStream, name_);
      if (!holder.ok() || !(*holder)->Save(*doubtful_).ok()) scheduler_.Fail("the store fails");
      durable_ = doubtful_;
      scheduler_.Trace("a save that failed is there");
    }
    doubtful_.reset();
  }
  bool dead() const { return dead_; }
  stream::Condition& died() { return *died_; }

  uint64_t faults() const { return faults_; }  // writes that failed so far
  // The record as it is on the disk.
  const std::optional<store::StreamRecord>& durable() const { return durable_; }

  Result<std::unique_ptr<store::RecordHolder>> Attach(Kind kind, std::string_view name) override {
    auto holder = keeps_->Attach(kind, name);
    if (!holder.ok()) return holder.status();
    name_ = name;
    return std::unique_ptr<store::RecordHolder>(std::make_unique<Holder>(this, *std::move(holder)));
  }

 private:
  class Holder final : public store::RecordHolder, public store::SchemaLog {
   public:
    Holder(SimulatedStore* store, std::unique_ptr<store::RecordHolder> keeps)
        : store_(store), keeps_(std::move(keeps)) {}

    // --- the record ---

    Result<std::optional<store::StreamRecord>> Load() override {
      auto loaded = keeps_->Load();
      if (loaded.ok()) store_->durable_ = *loaded;
      return loaded;
    }
    Status Save(const store::StreamRecord& record) override {
      store_->on_save(record);
      Status saved = store_->Write("save", [&] {
        Status s = keeps_->Save(record);
        if (s.ok()) store_->durable_ = record;
        return s;
      });
      if (!saved.ok() && !store_->dead_) store_->doubtful_ = record;
      return saved;
    }
    store::SchemaLog& schema_log() override { return *this; }

    // --- the schema log ---

    Status Load(const std::function<void(store::SchemaRecord record)>& visit) override {
      return keeps_->schema_log().Load(visit);
    }
    Result<std::optional<store::SchemaRecord>> Read(int64_t number) override {
      return keeps_->schema_log().Read(number);
    }
    Result<int64_t> Append(const std::vector<store::SchemaRecord>& records) override {
      int64_t first = 0;
      if (records.empty()) return first;
      Status s = store_->Write("append", [&] {
        auto appended = keeps_->schema_log().Append(records);
        if (appended.ok()) first = *appended;
        return appended.status();
      });
      if (!s.ok()) return s;
      return first;
    }
    Status Remove(const std::vector<int64_t>& numbers) override {
      if (numbers.empty()) return Status::Ok();
      return store_->Write("remove", [&] { return keeps_->schema_log().Remove(numbers); });
    }

   private:
    SimulatedStore* store_;
    std::unique_ptr<store::RecordHolder> keeps_;
  };

  template <typename Do>
  Status Write(std::string_view what, Do write) {
    Random& random = scheduler_.random();
    scheduler_.Yield();
    if (random.Chance(slow)) scheduler_.Sleep(std::chrono::milliseconds(random.Below(1000)));
    if (dead_) return Dead();
    if (random.Chance(dies)) {
      const bool written = random.Chance(50);
      scheduler_.Trace("{}: the process dies {} it", what, written ? "behind" : "before");
      if (written) (void)write();
      Die();
      return Dead();
    }
    if (random.Chance(fails)) {
      scheduler_.Trace("{}: fails", what);
      scheduler_.Yield();
      ++faults_;
      return Status(Code::kStore, "the disk is full");
    }
    Status s = write();
    if (s.ok()) doubtful_.reset();
    if (random.Chance(slow)) scheduler_.Sleep(std::chrono::milliseconds(random.Below(1000)));
    scheduler_.Trace("{}: {}", what, s.ToString());
    scheduler_.Yield();
    return dead_ ? Dead() : s;
  }
  static Status Dead() { return Status(Code::kStore, "the process is dead"); }

  Scheduler& scheduler_;
  std::shared_ptr<store::Store> keeps_;
  bool dead_ = false;
  uint64_t faults_ = 0;
  std::string name_;
  std::optional<store::StreamRecord> durable_;
  std::optional<store::StreamRecord> doubtful_;  // by a save that failed last
  std::unique_ptr<stream::Condition> died_;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_STORE_H_
