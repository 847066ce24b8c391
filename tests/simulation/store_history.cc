#include "tests/simulation/store_history.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "fmt/format.h"
#include "store/record_fields.h"
#include "store/store.h"
#include "tests/simulation/disk.h"
#include "tests/support/random.h"
#include "tests/support/temp_folder.h"

namespace towpath::test {
namespace {

using store::SchemaRecord;
using store::StreamRecord;

// What the store holds, as texts to compare.
struct Content {
  std::string record;               // "": none
  std::vector<std::string> schema;  // by number
  bool operator==(const Content&) const = default;

  std::string ToString() const {
    return fmt::format("record {} with {} changes", record.substr(0, record.find('\n')),
                       schema.size());
  }
};

class StoreHistory {
 public:
  StoreHistory(uint64_t seed, std::vector<std::string>* trace)
      : trace_(trace), random_(seed), disk_(random_), url_("sqlite:" + folder_.File("towpath.db")) {
    fails_ = random_.Pick({0U, 0U, 5U, 30U});
  }

  std::string Run() {
    const uint64_t openings = 2 + random_.Below(6);
    for (uint64_t i = 0; i < openings && failure_.empty(); ++i) {
      const bool last = i + 1 == openings;
      disk_.fails = last ? 0 : fails_;
      if (!last && random_.Chance(60)) disk_.CutPowerAfter(random_.Below(120));
      Open();
      if (holder_ != nullptr) Look();
      for (uint64_t n = random_.Below(25); n > 0 && holder_ != nullptr && failure_.empty(); --n) {
        Write();
      }
      if (random_.Chance(30)) disk_.CutPower();
      holder_.reset();
      store_.reset();
      if (disk_.off()) {
        disk_.Restart();
        Trace("power cut");
      }
    }
    return failure_;
  }

 private:
  void Trace(std::string text) {
    if (trace_ != nullptr) trace_->push_back(std::move(text));
  }
  void Require(bool good, std::string why) {
    if (!good && failure_.empty()) failure_ = std::move(why);
  }
  // An error of the store: there must have been a fault, and it must say what it is.
  void RequireFault(const Status& s, const char* what) {
    Trace(fmt::format("{}: {}", what, s.ToString()));
    Require(disk_.off() || disk_.faults() > faults_,
            fmt::format("{} failed without a fault: {}", what, s.ToString()));
    Require(s.code() == Code::kStore, fmt::format("{}: {}", what, s.ToString()));
    faults_ = disk_.faults();
  }

  void Open() {
    faults_ = disk_.faults();
    for (;;) {
      auto opened = store::OpenStore(url_);
      if (!opened.ok()) {
        RequireFault(opened.status(), "open");
        if (!failure_.empty() || disk_.off()) return;
        continue;
      }
      store_ = *std::move(opened);
      auto holder = store_->Attach(store::Store::Kind::kStream, "s");
      Require(holder.ok(), "attach: " + holder.status().ToString());
      if (holder.ok()) holder_ = *std::move(holder);
      return;
    }
  }

  // Nothing: it could not be read, for a fault.
  bool Load(Content* content) {
    const auto record = holder_->Load();
    if (!record.ok()) {
      RequireFault(record.status(), "load");
      return false;
    }
    if (*record) {
      for (const std::string& field : store::EncodeRecord(**record))
        content->record += field + '\n';
    }
    const Status s = holder_->schema_log().Load(
        [&](const SchemaRecord& change) { content->schema.push_back(change.change.definition); });
    if (!s.ok()) RequireFault(s, "load of the schema log");
    return s.ok();
  }

  // What is there after an opening.
  void Look() {
    Content found;
    if (!Load(&found)) return;
    Trace("opened with " + found.ToString());
    const bool doubted = std::find(doubtful_.begin(), doubtful_.end(), found) != doubtful_.end();
    Require(found == content_ || doubted, fmt::format("the store has {}, and should have {}",
                                                      found.ToString(), content_.ToString()));
    content_ = std::move(found);
    doubtful_.clear();
  }

  void Write() {
    Content next = content_;
    Status s;
    const char* what = "save";
    switch (random_.Below(4)) {
      case 0: {
        what = "append";
        std::vector<SchemaRecord> changes(1 + random_.Below(40));
        for (SchemaRecord& change : changes) {
          change.change.table = "t";
          change.change.definition = fmt::format("{} {}", ++written_, random_.Bytes(50));
          next.schema.push_back(change.change.definition);
        }
        s = holder_->schema_log().Append(changes).status();
        break;
      }
      case 1: {
        what = "remove";
        std::vector<int64_t> numbers;
        std::vector<std::string> kept;
        const Status loaded = holder_->schema_log().Load([&](const SchemaRecord& change) {
          if (random_.Chance(30)) {
            numbers.push_back(change.number);
          } else {
            kept.push_back(change.change.definition);
          }
        });
        if (!loaded.ok()) return RequireFault(loaded, "load of the schema log");
        if (numbers.empty()) return;  // nothing is written
        next.schema = std::move(kept);
        s = holder_->schema_log().Remove(numbers);
        break;
      }
      default: {
        const StreamRecord record = Record();
        next.record.clear();
        for (const std::string& field : store::EncodeRecord(record)) next.record += field + '\n';
        s = holder_->Save(record);
        break;
      }
    }
    if (s.ok()) {
      Trace(fmt::format("{}: OK, {}", what, next.ToString()));
      content_ = std::move(next);
      doubtful_.clear();
      return;
    }
    RequireFault(s, what);
    doubtful_.push_back(std::move(next));
    Content now;
    if (disk_.off() || !Load(&now)) return;
    Require(now == content_, fmt::format("behind a {} that failed the store has {}, before it {}",
                                         what, now.ToString(), content_.ToString()));
  }

  StreamRecord Record() {
    StreamRecord record;
    ++written_;
    record.ack.server_uuid = fmt::format("{} of {}", written_, url_.size());
    record.ack.file = "binlog.000001";
    record.ack.offset = written_ * 100;
    record.acked.file = "binlog.000001";
    record.acked.offset = written_ * 100 - 50;
    record.next_mark = static_cast<int64_t>(written_);
    record.server_version = std::string(random_.Below(2000), 'v');
    return record;
  }

  std::vector<std::string>* trace_;
  Random random_;
  TempFolder folder_;
  Disk disk_;
  std::string url_;
  unsigned fails_ = 0;
  std::shared_ptr<store::Store> store_;
  std::unique_ptr<store::RecordHolder> holder_;
  Content content_;                // by the last write that returned OK
  std::vector<Content> doubtful_;  // by those that failed since
  uint64_t faults_ = 0;
  uint64_t written_ = 0;
  std::string failure_;
};

}  // namespace

std::string PlayStoreHistory(uint64_t seed, std::vector<std::string>* trace) {
  return StoreHistory(seed, trace).Run();
}

}  // namespace towpath::test
