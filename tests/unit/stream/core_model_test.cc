// The stream core against an oracle of a few lines, over random histories.
//
// The oracle knows the log as a list of entries and four numbers: entries acknowledged, processed,
// handed out and read. Every history is made from a seed that a failure prints.
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <random>

#include "tests/catch.h"
#include "tests/support/core_fixture.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;

ScriptedLog RandomLog(std::mt19937_64& random) {
  ScriptedLog log;
  log.gtids = random() % 4 != 0;
  const int transactions = 20 + static_cast<int>(random() % 150);
  for (int i = 0; i < transactions; ++i) {
    switch (random() % 12) {
      case 0:
        log.Ddl();
        break;
      case 1:
      case 2:
        for (uint64_t n = random() % 30; n > 0; --n) log.Filtered();
        break;
      case 3:
        log.Rotate();
        break;
      case 4:
        log.Transaction(static_cast<int>(random() % 400));
        break;
      default:
        log.Transaction(static_cast<int>(random() % 5));
        break;
    }
  }
  return log;
}

class Model {
 public:
  explicit Model(uint64_t seed)
      : random_(seed), log_(RandomLog(random_)), stream_(&log_, RandomSettings()) {
    for (const ScriptedLog::Item& item : log_.items) {
      if (item.end) {
        if (!entries_.empty()) {
          ends_.push_back(entries_.size());
          end_items_.push_back(static_cast<size_t>(&item - log_.items.data()));
        }
        continue;
      }
      Position position;
      position.file = item.file->name;
      position.offset = item.offset;
      entries_.push_back({position, item.kind});
    }
    REQUIRE(stream_.Open().ok());
  }

  void Step() {
    const uint64_t action = random_() % 16;
    switch (action) {
      case 0:
      case 1:
      case 2:
        return Feed();
      case 3:
      case 4:
      case 5:
      case 6:
        return Get();
      case 7:
      case 8:
        return AckOldest();
      case 9:
        return AckThrough();
      case 10:
        return RefusedAck();
      case 11:
        return Rollback();
      case 12:
        return RollbackTo();
      case 13:
        return MarkProcessed();
      case 14:
        return Idle();
      default:
        if (random_() % 4 == 0) return Reopen();
        return GetOutstanding();
    }
  }

  void CheckStatus() {
    const StreamStatus status = stream_->GetStatus();
    REQUIRE(status.ack_position.ToString() == PositionBefore(acked_));
    REQUIRE(status.processed.ToString() == PositionBefore(processed_));
    REQUIRE(status.get_position.ToString() == PositionBefore(std::max(got_, acked_)));
    REQUIRE(status.outstanding == outstanding_.size());
    REQUIRE(status.oldest_mark == (outstanding_.empty() ? -1 : outstanding_.front().mark));
    REQUIRE(status.buffered_entries == read_ - acked_);
    REQUIRE(status.next_mark > last_mark_);
  }

  // Reads, gets and acknowledges all the rest.
  void Finish() {
    REQUIRE(stream_->Rollback().ok());
    outstanding_.clear();
    got_ = acked_;
    while (read_ < entries_.size()) Feed();
    stream_.Feed();  // the last transaction's end
    for (;;) {
      const size_t before = got_;
      Get();
      if (got_ == before) break;
      while (!outstanding_.empty()) AckOldest();
    }
    REQUIRE(acked_ == entries_.size());
  }

 private:
  struct Item {
    Position position;
    EntryKind kind;
  };
  struct Outstanding {
    int64_t mark;
    size_t begin;
    size_t end;
    Batch batch;
  };

  model::Settings RandomSettings() {
    model::Settings settings;
    settings.dedup = static_cast<model::DedupMode>(random_() % 3);
    settings.batch_whole_transactions = random_() % 3 == 0;
    settings.batch_isolate_ddl = random_() % 3 == 0;
    if (random_() % 3 == 0) settings.ack_durability = model::AckDurability::kInterval;
    return settings;
  }

  bool interval() { return stream_.settings().ack_durability == model::AckDurability::kInterval; }
  bool drop() { return stream_.settings().dedup == model::DedupMode::kDrop; }
  bool IsEnd(size_t index) const { return std::binary_search(ends_.begin(), ends_.end(), index); }

  std::string PositionBefore(size_t index) const {
    return index == 0 ? "" : entries_[index - 1].position.ToString();
  }

  // A save that fails, now and then.
  bool MaybeFail() {
    const bool fail = random_() % 8 == 0;
    if (fail) stream_.store().fail_next = 1;
    return fail;
  }
  void EndFail() { stream_.store().fail_next = 0; }

  void Feed() {
    const size_t before = stream_->GetStatus().buffered_entries;
    stream_.Feed(1 + random_() % 60);
    read_ += stream_->GetStatus().buffered_entries - before;
  }

  void Get() {
    const size_t max = 1 + random_() % 100;
    MaybeFail();  // only when a range of marks ends does get write
    auto got = stream_->GetWithoutAck(max, milliseconds(0));
    const bool failed = stream_.store().fail_next == 0;
    EndFail();
    if (!got.ok()) {
      REQUIRE(failed);
      REQUIRE(got.code() == Code::kStore);
      return;
    }
    const Batch batch = *got;
    const bool whole = stream_.settings().batch_whole_transactions;
    size_t readable = read_;
    if (whole) {
      // The last end that was read, which may lack for the last entry that was.
      const auto end = std::lower_bound(end_items_.begin(), end_items_.end(), stream_.next_item());
      readable =
          end == end_items_.begin() ? 0 : ends_[static_cast<size_t>(end - end_items_.begin()) - 1];
    }
    if (readable <= got_) {
      REQUIRE(batch.mark() == Batch::kNoMark);
      REQUIRE(batch.empty());
      return;
    }
    REQUIRE(batch.mark() > last_mark_);
    last_mark_ = batch.mark();

    size_t begin = got_;
    if (drop()) begin = std::max(got_, std::min(processed_, readable));
    const size_t end = begin + batch.size();
    REQUIRE(end <= readable);
    for (size_t i = 0; i < batch.size(); ++i) {
      REQUIRE(batch[i].position().ToString() == entries_[begin + i].position.ToString());
      const bool flagged =
          stream_.settings().dedup == model::DedupMode::kFlag && begin + i < processed_;
      REQUIRE(batch[i].duplicate() == flagged);
    }
    if (whole) {
      REQUIRE((batch.empty() || IsEnd(end)));
    } else {
      REQUIRE(batch.size() <= max);
    }
    if (stream_.settings().batch_isolate_ddl) {
      for (size_t i = begin; i < end; ++i) {
        if (entries_[i].kind == EntryKind::kDdl) REQUIRE(batch.size() == 1);
      }
    } else if (!whole) {
      REQUIRE(end == std::min(readable, begin + max));
    }
    outstanding_.push_back({batch.mark(), got_, std::max(end, begin), batch});
    got_ = outstanding_.back().end;
  }

  void Acknowledged(size_t count) {
    acked_ = outstanding_[count - 1].end;
    processed_ = std::max(processed_, acked_);
    outstanding_.erase(outstanding_.begin(), outstanding_.begin() + static_cast<long>(count));
  }
  // What a crash would leave.
  void Durable() {
    durable_acked_ = acked_;
    durable_processed_ = processed_;
  }

  void Ack(size_t count, bool through) {
    const int before = stream_.store().saves;
    const bool fail = MaybeFail();
    const Status status = stream_->Ack(outstanding_[count - 1].mark, through);
    const bool written = stream_.store().saves > before;
    EndFail();
    if (!status.ok()) {
      REQUIRE(fail);
      REQUIRE(status.code() == Code::kStore);
      return;
    }
    Acknowledged(count);
    REQUIRE((interval() || written));
    if (written) Durable();
  }
  void AckOldest() {
    if (!outstanding_.empty()) Ack(1, random_() % 2 == 0);
  }
  void AckThrough() {
    if (!outstanding_.empty()) Ack(1 + random_() % outstanding_.size(), true);
  }
  void RefusedAck() {
    if (outstanding_.size() >= 2) {
      const size_t i = 1 + random_() % (outstanding_.size() - 1);
      REQUIRE(stream_->Ack(outstanding_[i].mark, false).code() == Code::kOutOfOrder);
    }
    REQUIRE(stream_->Ack(last_mark_ + 1 + static_cast<int64_t>(random_() % 3), random_() % 2 == 0)
                .code() == Code::kUnknownMark);
    if (last_mark_ > 0 && (outstanding_.empty() || outstanding_.front().mark > 1)) {
      const int64_t gone = outstanding_.empty() ? last_mark_ : outstanding_.front().mark - 1;
      REQUIRE(stream_->Ack(gone, random_() % 2 == 0).code() == Code::kUnknownMark);
    }
  }
  void Rollback() {
    if (random_() % 2 == 0) return;
    REQUIRE(stream_->Rollback().ok());
    outstanding_.clear();
    got_ = acked_;
  }
  void RollbackTo() {
    if (outstanding_.empty()) {
      REQUIRE(stream_->RollbackTo(last_mark_ + 1).code() == Code::kUnknownMark);
      return;
    }
    const size_t i = random_() % outstanding_.size();
    REQUIRE(stream_->RollbackTo(outstanding_[i].mark).ok());
    got_ = outstanding_[i].begin;
    outstanding_.erase(outstanding_.begin() + static_cast<long>(i), outstanding_.end());
  }
  void MarkProcessed() {
    const size_t most = std::max(got_, processed_);
    if (most == 0) return;
    const size_t index = 1 + random_() % most;
    const bool fail = MaybeFail();
    const int before = stream_.store().saves;
    const Status status = stream_->MarkProcessed(entries_[index - 1].position);
    const bool written = stream_.store().saves > before;
    EndFail();
    if (!status.ok()) {
      REQUIRE(fail);
      return;
    }
    REQUIRE((written || index <= durable_processed_));
    processed_ = std::max(processed_, index);
    if (written) Durable();
  }
  void GetOutstanding() {
    if (outstanding_.empty()) return;
    const Outstanding& wanted = outstanding_[random_() % outstanding_.size()];
    const auto again = stream_->GetOutstanding(wanted.mark);
    REQUIRE(again.ok());
    REQUIRE(again->size() == wanted.batch.size());
    for (size_t i = 0; i < again->size(); ++i) {
      REQUIRE(&(*again)[i].data() == &wanted.batch[i].data());
      REQUIRE((*again)[i].duplicate() == wanted.batch[i].duplicate());
    }
  }
  void Idle() {
    const int before = stream_.store().saves;
    MaybeFail();
    stream_.clock().Pass(std::chrono::seconds(random_() % 20));
    if (random_() % 2 == 0) {
      stream_->SaveIdleProgress(std::chrono::seconds(10));
    } else {
      stream_->Flush();
    }
    EndFail();
    if (stream_.store().saves > before) Durable();
  }
  void Reopen() {
    if (random_() % 2 == 0) {
      REQUIRE(stream_.Close().ok());
      Durable();
    } else {
      stream_.Crash();
    }
    REQUIRE(stream_.Open().ok());
    acked_ = durable_acked_;
    processed_ = durable_processed_;
    got_ = read_ = acked_;
    outstanding_.clear();
    if (acked_ == 0) return;
    // It restarts where a transaction begins, at or before the ack cursor.
    const model::Cursor& cursor = stream_.opened_with().ack;
    // (Its end may not have been read when the last entry of a transaction was acknowledged.)
    if (cursor.after.empty()) {
      REQUIRE(IsEnd(acked_));
    } else {
      REQUIRE(cursor.after.ToString() == PositionBefore(acked_));
    }
  }

  std::mt19937_64 random_;
  ScriptedLog log_;
  ScriptedStream stream_;
  std::vector<Item> entries_;
  std::vector<size_t> ends_;       // entries before each transaction's end; ascending, may repeat
  std::vector<size_t> end_items_;  // where it is in the log
  size_t acked_ = 0;
  size_t processed_ = 0;
  size_t got_ = 0;
  size_t read_ = 0;
  size_t durable_acked_ = 0;
  size_t durable_processed_ = 0;
  int64_t last_mark_ = 0;
  std::deque<Outstanding> outstanding_;
};

TEST_CASE("random histories of a stream agree with the oracle", "[stream][model]") {
  // TOWPATH_SEED=N repeats one history.
  const char* given = std::getenv("TOWPATH_SEED");
  const uint64_t first =
      given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  for (uint64_t seed = first; seed < first + (given != nullptr ? 1 : 300); ++seed) {
    INFO("seed " << seed);
    Model model(seed);
    for (int step = 0; step < 400; ++step) {
      INFO("step " << step);
      model.Step();
      model.CheckStatus();
    }
    model.Finish();
  }
}

}  // namespace
}  // namespace towpath::test
