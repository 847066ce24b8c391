// The stream contract, sentence by sentence (S2 to S8 and dedup), on the core.
#include <chrono>
#include <thread>

#include "tests/catch.h"
#include "tests/support/core_fixture.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kNow{0};
constexpr milliseconds kForever{-1};

// --- S1 ---

TEST_CASE("S1: opening the same name again resumes after its ack cursor", "[stream]") {
  ScriptedLog log;
  for (int i = 0; i < 4; ++i) log.Transaction(3);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();

  SECTION("at a transaction's end") {
    const Batch first = stream.GetNow(5);
    CHECK(first.size() == 5);
    REQUIRE(stream->Ack(first.mark(), false).ok());
    const auto rest = Positions(stream.GetNow(100));
    REQUIRE(stream.Close().ok());
    REQUIRE(stream.Open().ok());
    CHECK(stream.opened_with().ack.after.empty());
    CHECK(stream.opened_with().ack.gtids.ToString() == log.items[5].gtid.ToString());
    stream.Feed();
    CHECK(Positions(stream.GetNow(100)) == rest);
  }
  SECTION("inside a transaction") {
    const Batch first = stream.GetNow(8);
    REQUIRE(stream->Ack(first.mark(), false).ok());
    const auto rest = Positions(stream.GetNow(100));
    REQUIRE(stream.Close().ok());
    REQUIRE(stream.Open().ok());
    // The restart place is the transaction's start; what was acknowledged of it is left out.
    CHECK(stream.opened_with().ack.offset == log.items[5].offset);
    CHECK(stream.opened_with().ack.after.ToString() == Positions(first).back());
    stream.Feed();
    CHECK(Positions(stream.GetNow(100)) == rest);
  }
  SECTION("without any ack: from the first opening's start") {
    const auto all = Positions(stream.GetNow(100));
    REQUIRE(stream.Close().ok());
    REQUIRE(stream.Open(6).ok());  // the start is asked for at the first opening only
    stream.Feed();
    CHECK(Positions(stream.GetNow(100)) == all);
  }
}

// --- S2 ---

TEST_CASE("S2: get returns the next entries after the get cursor with a new mark", "[stream]") {
  ScriptedLog log;
  log.Transaction(3);
  log.Transaction(3);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch a = stream.GetNow(4);
  const Batch b = stream.GetNow(100);
  CHECK(a.mark() == 1);
  CHECK(b.mark() == 2);
  CHECK(a.size() == 4);
  CHECK(b.size() == 6);
  CHECK(Positions(a).back() < Positions(b).front());
}

TEST_CASE("S2: get returns as soon as there is an entry, with what is there", "[stream]") {
  ScriptedLog log;
  log.Transaction(1);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed(1);
  auto batch = stream->GetWithoutAck(1000, kForever);
  REQUIRE(batch.ok());
  CHECK(batch->size() == 1);

  std::thread reader([&] { stream.Feed(); });
  batch = stream->GetWithoutAck(1000, kForever);  // waits for the reader
  reader.join();
  REQUIRE(batch.ok());
  CHECK(batch->size() == 2);
}

TEST_CASE("S2: nothing to hand out is an empty batch with mark -1 and nothing to ack", "[stream]") {
  ScriptedLog log;
  log.Transaction(1);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  for (const milliseconds timeout : {kNow, milliseconds(5)}) {
    const auto batch = stream->GetWithoutAck(10, timeout);
    REQUIRE(batch.ok());
    CHECK(batch->empty());
    CHECK(batch->mark() == Batch::kNoMark);
  }
  CHECK(stream->Ack(Batch::kNoMark, false).code() == Code::kInvalidArgument);
  stream.Feed();
  CHECK(stream.GetNow(10).mark() == 1);  // no mark was spent on the empty ones
}

TEST_CASE("S2: get is get_without_ack with the ack done", "[stream]") {
  ScriptedLog log;
  log.Transaction(3);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  auto batch = stream->Get(2, kNow);
  REQUIRE(batch.ok());
  CHECK(batch->mark() == 1);
  CHECK(stream->GetStatus().outstanding == 0);
  CHECK(stream->GetStatus().ack_position.ToString() == Positions(*batch).back());

  SECTION("it does not pass over a batch that is outstanding") {
    const Batch outstanding = stream.GetNow(1);
    batch = stream->Get(1, kNow);
    CHECK(batch.code() == Code::kOutOfOrder);
    CHECK_THAT(batch.status().message(), ContainsSubstring("mark 2"));
    REQUIRE(stream->Ack(outstanding.mark(), false).ok());
    CHECK(stream->Get(1, kNow).ok());
  }
  SECTION("when the ack fails, the entries come again") {
    stream.store().fail_next = 1;
    CHECK(stream->Get(1, kNow).code() == Code::kStore);
    CHECK(stream->GetStatus().outstanding == 0);
    const auto again = stream->Get(100, kNow);
    REQUIRE(again.ok());
    CHECK(again->size() == 3);
  }
}

TEST_CASE("S2: a get asks for 1 to 2^31-1 entries", "[stream]") {
  ScriptedLog log;
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  CHECK(stream->GetWithoutAck(0, kNow).code() == Code::kInvalidArgument);
  CHECK(stream->GetWithoutAck(size_t{1} << 31, kNow).code() == Code::kInvalidArgument);
  CHECK(stream->GetWithoutAck((size_t{1} << 31) - 1, kNow).ok());
}

TEST_CASE("S2: batch.linger_ms waits for a fuller batch", "[stream]") {
  ScriptedLog log;
  log.Transaction(8);
  ScriptedStream stream(&log);
  stream.settings().batch_linger = std::chrono::hours(1);
  REQUIRE(stream.Open().ok());
  stream.Feed(1);
  std::thread reader([&] {
    while (stream.Feed(1) > 0) std::this_thread::yield();
  });
  // An hour is never waited for: the batch is full before.
  auto batch = stream->GetWithoutAck(6, kForever);
  reader.join();
  REQUIRE(batch.ok());
  CHECK(batch->size() == 6);

  SECTION("timeout 0 returns at once") {
    batch = stream->GetWithoutAck(1000, kNow);
    REQUIRE(batch.ok());
    CHECK(batch->size() == 4);
  }
  SECTION("the end of the source ends the wait") {
    stream->End(StreamState::kEnded, Status(Code::kEnd, "the end"));
    batch = stream->GetWithoutAck(1000, kForever);
    REQUIRE(batch.ok());
    CHECK(batch->size() == 4);
  }
}

// --- S3 ---

TEST_CASE("S3: marks start at 1 and only grow, after rollback and reopening too", "[stream]") {
  ScriptedLog log;
  for (int i = 0; i < 10; ++i) log.Transaction(1);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  CHECK(stream.GetNow(1).mark() == 1);
  CHECK(stream.GetNow(1).mark() == 2);
  REQUIRE(stream->Rollback().ok());
  CHECK(stream.GetNow(1).mark() == 3);
  REQUIRE(stream.Close().ok());
  REQUIRE(stream.Open().ok());
  stream.Feed();
  CHECK(stream.GetNow(1).mark() == 4);  // a clean close gives the rest of the range back
}

TEST_CASE("S3: marks only grow after a crash", "[stream]") {
  ScriptedLog log;
  for (int i = 0; i < 2000; ++i) log.Transaction(1);
  ScriptedStream stream(&log);
  int64_t last = 0;
  for (int round = 0; round < 5; ++round) {
    REQUIRE(stream.Open().ok());
    stream.Feed();
    for (int i = 0; i < 700; ++i) {
      const int64_t mark = stream.GetNow(1).mark();
      REQUIRE(mark > last);
      last = mark;
    }
    stream.Crash();
  }
}

TEST_CASE("S3: a range of marks costs one write for many gets", "[stream]") {
  ScriptedLog log;
  log.Transaction(5000);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const int before = stream.store().saves;
  for (int i = 0; i < 5000; ++i) REQUIRE(stream.GetNow(1).mark() == i + 1);
  CHECK(stream.store().saves - before <= 5000 / stream::Marks::kReserve);

  // Without the store no new range is begun, and what failed can be tried again.
  int refused = 0;
  stream.store().fail_next = 1;
  for (int i = 0; i < 2; ++i) {
    const auto batch = stream->GetWithoutAck(1, kNow);
    if (!batch.ok()) {
      CHECK(batch.code() == Code::kStore);
      ++refused;
    }
  }
  CHECK(refused <= 1);
}

// --- S4 ---

TEST_CASE("S4: ack must name the oldest outstanding mark", "[stream]") {
  ScriptedLog log;
  log.Transaction(10);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  for (int i = 0; i < 4; ++i) stream.GetNow(2);
  const StreamStatus before = stream->GetStatus();

  const Status later = stream->Ack(3, false);
  CHECK(later.code() == Code::kOutOfOrder);
  CHECK_THAT(later.message(), ContainsSubstring("mark 1"));
  for (const int64_t unknown : {int64_t{5}, int64_t{1000}, INT64_MAX}) {
    CHECK(stream->Ack(unknown, false).code() == Code::kUnknownMark);
    CHECK(stream->Ack(unknown, true).code() == Code::kUnknownMark);
  }
  CHECK(stream->Ack(0, false).code() == Code::kInvalidArgument);
  CHECK(stream->Ack(-7, true).code() == Code::kInvalidArgument);

  // A refused ack changes nothing.
  const StreamStatus after = stream->GetStatus();
  CHECK(after.outstanding == before.outstanding);
  CHECK(after.oldest_mark == 1);
  CHECK(after.ack_position.ToString() == before.ack_position.ToString());

  REQUIRE(stream->Ack(1, false).ok());
  CHECK(stream->Ack(1, false).code() == Code::kUnknownMark);  // twice
  REQUIRE(stream->Ack(2, false).ok());
}

TEST_CASE("S4: ack_through acknowledges every outstanding mark up to and including it",
          "[stream]") {
  ScriptedLog log;
  log.Transaction(10);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  std::vector<Batch> batches;
  batches.reserve(4);
  for (int i = 0; i < 4; ++i) batches.push_back(stream.GetNow(2));
  REQUIRE(stream->Ack(3, true).ok());
  const StreamStatus status = stream->GetStatus();
  CHECK(status.outstanding == 1);
  CHECK(status.oldest_mark == 4);
  CHECK(status.ack_position.ToString() == Positions(batches[2]).back());
  CHECK(stream->Ack(2, true).code() == Code::kUnknownMark);
  REQUIRE(stream->Ack(4, true).ok());
}

TEST_CASE("S4: a failed write changes nothing, and the ack may be tried again", "[stream]") {
  ScriptedLog log;
  log.Transaction(10);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch batch = stream.GetNow(4);
  stream.store().fail_next = 2;
  for (int i = 0; i < 2; ++i) {
    CHECK(stream->Ack(1, false).code() == Code::kStore);
    CHECK(stream->GetStatus().oldest_mark == 1);
    CHECK(stream->GetStatus().ack_position.empty());
    CHECK(stream->GetStatus().processed.empty());
    CHECK(stream->GetOutstanding(1).ok());
  }
  CHECK(stream->MarkProcessed(batch[0].position()).ok());
  REQUIRE(stream->Ack(1, false).ok());
  CHECK(stream->GetStatus().outstanding == 0);
}

// --- S5 ---

TEST_CASE("S5: when ack returns, the ack cursor is durable", "[stream]") {
  ScriptedLog log;
  log.Transaction(4);
  log.Transaction(4);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch batch = stream.GetNow(7);
  REQUIRE(stream->Ack(batch.mark(), false).ok());
  stream.Crash();
  REQUIRE(stream.Open().ok());
  CHECK(stream.opened_with().acked.ToString() == Positions(batch).back());
  stream.Feed();
  CHECK(stream.GetNow(100).size() == 5);
}

TEST_CASE("S5: with ack.durability=interval it is durable with the next flush", "[stream]") {
  ScriptedLog log;
  log.Transaction(4);
  ScriptedStream stream(&log);
  stream.settings().ack_durability = model::AckDurability::kInterval;
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const int before = stream.store().saves;
  REQUIRE(stream->Ack(stream.GetNow(2).mark(), false).ok());
  REQUIRE(stream->Ack(stream.GetNow(2).mark(), false).ok());
  CHECK(stream.store().saves == before);

  SECTION("a crash before it loses the acks and nothing else") {
    stream.Crash();
    REQUIRE(stream.Open().ok());
    stream.Feed();
    CHECK(stream.GetNow(100).size() == 6);
  }
  SECTION("after it they are durable") {
    stream->Flush();
    CHECK(stream.store().saves == before + 1);
    stream->Flush();
    CHECK(stream.store().saves == before + 1);  // nothing new
    stream.Crash();
    REQUIRE(stream.Open().ok());
    stream.Feed();
    CHECK(stream.GetNow(100).size() == 2);
  }
  SECTION("close flushes") {
    REQUIRE(stream.Close().ok());
    REQUIRE(stream.Open().ok());
    stream.Feed();
    CHECK(stream.GetNow(100).size() == 2);
  }
  SECTION("a flush that failed is told to the next ack, which changes nothing") {
    stream.store().fail_next = 2;
    stream->Flush();
    const Batch batch = stream.GetNow(1);
    CHECK(stream->Ack(batch.mark(), false).code() == Code::kStore);
    CHECK(stream->GetStatus().outstanding == 1);
    REQUIRE(stream->Ack(batch.mark(), false).ok());
    CHECK(stream.store().saves == before + 1);  // that one was written at once
    stream.Crash();
    REQUIRE(stream.Open().ok());
    stream.Feed();
    CHECK(stream.GetNow(100).size() == 1);
  }
}

// --- S6 ---

TEST_CASE("S6: rollback drops all marks and goes back to the ack cursor", "[stream]") {
  ScriptedLog log;
  log.Transaction(10);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  REQUIRE(stream->Ack(stream.GetNow(3).mark(), false).ok());
  const auto a = Positions(stream.GetNow(2));
  const auto b = Positions(stream.GetNow(2));
  REQUIRE(stream->Rollback().ok());
  CHECK(stream->GetStatus().outstanding == 0);
  CHECK(stream->Ack(2, false).code() == Code::kUnknownMark);
  CHECK(stream->Ack(3, false).code() == Code::kUnknownMark);
  CHECK(stream->GetOutstanding(2).code() == Code::kUnknownMark);
  const Batch again = stream.GetNow(4);
  CHECK(again.mark() == 4);
  auto both = a;
  both.insert(both.end(), b.begin(), b.end());
  CHECK(Positions(again) == both);
  CHECK(stream->Rollback().ok());
  CHECK(stream->Rollback().ok());  // nothing outstanding: nothing to do
}

TEST_CASE("S6: rollback to a mark drops it and the ones after it", "[stream]") {
  ScriptedLog log;
  log.Transaction(10);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  std::vector<Batch> batches;
  batches.reserve(4);
  for (int i = 0; i < 4; ++i) batches.push_back(stream.GetNow(2));
  REQUIRE(stream->RollbackTo(3).ok());
  CHECK(stream->GetStatus().outstanding == 2);
  CHECK(stream->RollbackTo(3).code() == Code::kUnknownMark);
  CHECK(stream->RollbackTo(99).code() == Code::kUnknownMark);
  const Batch again = stream.GetNow(2);
  CHECK(again.mark() == 5);
  CHECK(Positions(again) == Positions(batches[2]));
  // What canal gets wrong: an old mark must not ack what came again.
  CHECK(stream->Ack(3, false).code() == Code::kUnknownMark);
  REQUIRE(stream->Ack(1, false).ok());
  REQUIRE(stream->Ack(2, false).ok());
  REQUIRE(stream->Ack(5, false).ok());
  CHECK(stream->GetStatus().ack_position.ToString() == Positions(batches[2]).back());
}

// --- S7 ---

TEST_CASE("S7: an outstanding batch can be read again by its mark, the same to the byte",
          "[stream]") {
  ScriptedLog log;
  log.Transaction(10);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch a = stream.GetNow(4);
  const Batch b = stream.GetNow(4);
  REQUIRE(stream->MarkProcessed(b[3].position()).ok());  // does not reach into what was handed out
  for (const Batch* batch : {&a, &b}) {
    const auto again = stream->GetOutstanding(batch->mark());
    REQUIRE(again.ok());
    REQUIRE(again->size() == batch->size());
    for (size_t i = 0; i < batch->size(); ++i) {
      CHECK(&(*again)[i].data() == &(*batch)[i].data());
      CHECK((*again)[i].duplicate() == (*batch)[i].duplicate());
    }
  }
  REQUIRE(stream->Ack(a.mark(), false).ok());
  CHECK(stream->GetOutstanding(a.mark()).code() == Code::kUnknownMark);
  CHECK(a.size() == 4);  // whoever kept it still has it
  CHECK(a[3].kind() == EntryKind::kInsert);
}

// --- S8 ---

TEST_CASE("S8: batches hold entries in binlog order without gaps, whatever their sizes",
          "[stream]") {
  ScriptedLog log;
  for (int i = 0; i < 300; ++i) {
    log.Transaction(i % 7);
    if (i % 50 == 49) log.Rotate();
  }
  std::vector<std::string> expected;
  for (const auto& item : log.items) {
    if (!item.end) expected.push_back(fmt::format("{}:{}:0", item.file->name, item.offset));
  }
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  std::vector<std::string> got;
  size_t size = 1;
  for (;;) {
    const size_t fed = stream.Feed(size * 3 % 17 + 1);
    const Batch batch = stream.GetNow(size);
    if (fed == 0 && batch.empty()) break;
    for (const Entry entry : batch) {
      CHECK(entry.gtid().number > 0);  // every entry carries its transaction's identity
      got.push_back(entry.position().ToString());
    }
    size = size * 5 % 1009 + 1;
  }
  CHECK(got == expected);
}

TEST_CASE("S8: with batch.whole_transactions a batch ends only at a transaction's end",
          "[stream]") {
  ScriptedLog log;
  log.Transaction(2);   // 4 entries
  log.Transaction(2);   // 4
  log.Transaction(10);  // 12
  log.Transaction(1);   // 3
  ScriptedStream stream(&log);
  stream.settings().batch_whole_transactions = true;
  REQUIRE(stream.Open().ok());
  stream.Feed(3);
  CHECK(stream.GetNow(10).empty());  // not complete
  stream.Feed();
  CHECK(stream.GetNow(9).size() == 8);   // as many as fit
  CHECK(stream.GetNow(5).size() == 12);  // one that does not fit comes whole all the same
  CHECK(stream.GetNow(100).size() == 3);
}

TEST_CASE("S8: with batch.isolate_ddl a DDL comes alone", "[stream]") {
  ScriptedLog log;
  log.Transaction(1);
  log.Ddl();
  log.Ddl();
  log.Transaction(1);
  log.Transaction(1);
  ScriptedStream stream(&log);
  stream.settings().batch_isolate_ddl = true;
  stream.settings().batch_whole_transactions = GENERATE(false, true);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  std::vector<size_t> sizes;
  for (Batch batch = stream.GetNow(100); !batch.empty(); batch = stream.GetNow(100)) {
    sizes.push_back(batch.size());
  }
  CHECK(sizes == std::vector<size_t>{3, 1, 1, 6});
}

TEST_CASE("S8: a DDL inside a transaction comes with it when transactions are whole", "[stream]") {
  ScriptedLog log;
  log.Transaction(1);
  log.Begin();  // CREATE TABLE ... SELECT
  log.Add(EntryKind::kBegin);
  log.Add(EntryKind::kDdl);
  log.Add(EntryKind::kInsert);
  log.Add(EntryKind::kCommit);
  log.End();
  log.Transaction(1);
  ScriptedStream stream(&log);
  stream.settings().batch_isolate_ddl = true;
  stream.settings().batch_whole_transactions = true;
  REQUIRE(stream.Open().ok());
  stream.Feed();
  CHECK(stream.GetNow(100).size() == 3);
  CHECK(stream.GetNow(100).size() == 4);
  CHECK(stream.GetNow(100).size() == 3);
}

// --- S9 ---

TEST_CASE("S9: a transaction that does not fit into the buffer is an error, not a deadlock",
          "[stream]") {
  ScriptedLog log;
  log.Transaction(1);
  log.Transaction(1000);
  ScriptedStream stream(&log);
  stream.settings().batch_whole_transactions = true;
  REQUIRE(stream.Open().ok());
  stream.Feed(500);
  const Batch first = stream.GetNow(10);
  CHECK(first.size() == 3);
  stream->SetWaitingForRoom(true);
  // An ack may make room: so far it is a wait like any other.
  CHECK(stream->GetWithoutAck(10, kNow).ok());
  Status acked;
  std::thread acker([&] { acked = stream->Ack(first.mark(), false); });
  const auto refused = stream->GetWithoutAck(10, kForever);
  acker.join();
  CHECK(acked.ok());
  CHECK(refused.code() == Code::kLimit);
  CHECK_THAT(refused.status().message(),
             ContainsSubstring("buffer.bytes") && ContainsSubstring("batch.whole_transactions"));
}

// --- S10 ---

TEST_CASE("S10: an error comes after everything that was read before it, and stays", "[stream]") {
  ScriptedLog log;
  log.Transaction(2);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch outstanding = stream.GetNow(1);
  stream->End(StreamState::kFailed, Status(Code::kCorrupted, "binlog.000001:400: checksum"));
  CHECK(stream.GetNow(100).size() == 3);
  for (const milliseconds timeout : {kNow, kForever}) {
    const auto failed = stream->GetWithoutAck(1, timeout);
    CHECK(failed.code() == Code::kCorrupted);
    CHECK_THAT(failed.status().message(), ContainsSubstring("binlog.000001:400"));
  }
  CHECK(stream->GetStatus().state == StreamState::kFailed);
  CHECK(stream->GetStatus().error.code() == Code::kCorrupted);
  // Whatever was delivered stays ackable, and a rollback brings it again.
  REQUIRE(stream->Ack(outstanding.mark(), false).ok());
  REQUIRE(stream->Rollback().ok());
  CHECK(stream.GetNow(100).size() == 3);
}

// --- S11 ---

TEST_CASE("S11: close makes blocked and later calls return CLOSED", "[stream]") {
  ScriptedLog log;
  log.Transaction(2);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch kept = stream.GetNow(100);
  std::vector<std::thread> blocked;
  std::atomic<int> closed{0};
  blocked.reserve(3);
  for (int i = 0; i < 3; ++i) {
    blocked.emplace_back([&] {
      if (stream->GetWithoutAck(1, kForever).code() == Code::kClosed) ++closed;
    });
  }
  stream->Close();
  for (std::thread& thread : blocked) thread.join();
  CHECK(closed == 3);
  CHECK(stream->GetWithoutAck(1, kNow).code() == Code::kClosed);
  CHECK(stream->Get(1, kNow).code() == Code::kClosed);
  CHECK(stream->GetOutstanding(1).code() == Code::kClosed);
  CHECK(stream->Ack(1, false).code() == Code::kClosed);
  CHECK(stream->Rollback().code() == Code::kClosed);
  CHECK(stream->RollbackTo(1).code() == Code::kClosed);
  CHECK(stream->MarkProcessed(kept[0].position()).code() == Code::kClosed);
  CHECK(stream->GetStatus().state == StreamState::kClosed);
  REQUIRE(stream.Close().ok());
  CHECK(kept.size() == 4);  // batches stay valid
  CHECK(kept[3].kind() == EntryKind::kCommit);
}

// --- Dedup ---

TEST_CASE("dedup: ack moves the processed position to the batch's end", "[stream][dedup]") {
  ScriptedLog log;
  log.Transaction(4);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch batch = stream.GetNow(3);
  CHECK(stream->GetStatus().processed.empty());
  REQUIRE(stream->Ack(batch.mark(), false).ok());
  CHECK(stream->GetStatus().processed.ToString() == Positions(batch).back());
}

TEST_CASE("dedup: mark_processed moves it durably, forward only", "[stream][dedup]") {
  ScriptedLog log;
  log.Transaction(4);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch batch = stream.GetNow(100);
  REQUIRE(stream->MarkProcessed(batch[3].position()).ok());
  REQUIRE(stream->MarkProcessed(batch[1].position()).ok());
  CHECK(stream->GetStatus().processed.ToString() == batch[3].position().ToString());
  CHECK(stream->MarkProcessed(Position()).code() == Code::kInvalidArgument);
  stream.Crash();
  REQUIRE(stream.Open().ok());
  CHECK(stream->GetStatus().processed.ToString() == batch[3].position().ToString());
  stream.store().fail_next = 1;
  stream.Feed();
  CHECK(stream->MarkProcessed(batch[4].position()).code() == Code::kStore);
  CHECK(stream->GetStatus().processed.ToString() == batch[3].position().ToString());
}

TEST_CASE("dedup: after rollback or crash, entries at or before it are replays",
          "[stream][dedup]") {
  ScriptedLog log;
  log.Transaction(4);
  log.Heartbeat();
  log.Transaction(4);
  ScriptedStream stream(&log);
  stream.settings().dedup =
      GENERATE(model::DedupMode::kOff, model::DedupMode::kFlag, model::DedupMode::kDrop);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch first = stream.GetNow(10);
  const std::vector<bool> fresh(first.size(), false);
  CHECK(Duplicates(first) == fresh);
  REQUIRE(stream->MarkProcessed(first[8].position()).ok());
  if (GENERATE(false, true)) {
    stream.Crash();
    REQUIRE(stream.Open().ok());
    stream.Feed();
  } else {
    REQUIRE(stream->Rollback().ok());
  }
  const Batch again = stream.GetNow(10);
  switch (stream.settings().dedup) {
    case model::DedupMode::kOff:
      CHECK(Positions(again) == Positions(first));
      CHECK(Duplicates(again) == fresh);
      break;
    case model::DedupMode::kFlag:
      CHECK(Positions(again) == Positions(first));
      // The seventh is the heartbeat.
      CHECK(Duplicates(again) == std::vector<bool>{1, 1, 1, 1, 1, 1, 0, 1, 1, 0});
      break;
    case model::DedupMode::kDrop: {
      std::vector<std::string> rest;
      for (const Entry entry : again) {
        if (entry.kind() != EntryKind::kHeartbeat) rest.push_back(entry.position().ToString());
      }
      CHECK(rest.front() == first[9].position().ToString());
      CHECK(rest.size() == 4);  // and filled up with what is new
      break;
    }
  }
  REQUIRE(stream->Ack(again.mark(), false).ok());
}

TEST_CASE("dedup: with drop a batch may come out empty and its mark still counts",
          "[stream][dedup]") {
  ScriptedLog log;
  log.Transaction(4);
  log.Transaction(1);
  ScriptedStream stream(&log);
  stream.settings().dedup = model::DedupMode::kDrop;
  REQUIRE(stream.Open().ok());
  stream.Feed(7);
  const Batch first = stream.GetNow(6);
  REQUIRE(stream->MarkProcessed(first[5].position()).ok());
  REQUIRE(stream->Rollback().ok());
  const Batch empty = stream.GetNow(100);
  CHECK(empty.empty());
  CHECK(empty.mark() == 2);
  stream.Feed();
  const Batch next = stream.GetNow(100);
  CHECK(next.size() == 3);
  CHECK(stream->Ack(next.mark(), false).code() == Code::kOutOfOrder);
  REQUIRE(stream->Ack(empty.mark(), false).ok());
  CHECK(stream->GetStatus().ack_position.ToString() == first[5].position().ToString());
  REQUIRE(stream->Ack(next.mark(), false).ok());
}

TEST_CASE("dedup: rotation is no problem", "[stream][dedup]") {
  ScriptedLog log;
  log.file = std::make_shared<model::BinlogFile>("binlog.999999");
  log.offset = 900000;
  log.Transaction(2);
  log.Rotate();  // binlog.1000000:4, less as text and as offset
  log.Transaction(2);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch first = stream.GetNow(100);
  CHECK(first[4].position().file == "binlog.1000000");
  REQUIRE(stream->MarkProcessed(first[4].position()).ok());
  REQUIRE(stream->Rollback().ok());
  CHECK(Duplicates(stream.GetNow(100)) == std::vector<bool>{1, 1, 1, 1, 1, 0, 0, 0});
}

// --- Cursors over traffic that is not delivered ---

TEST_CASE("the ack cursor follows transactions that have nothing to deliver", "[stream]") {
  ScriptedLog log;
  log.Transaction(2);
  for (int i = 0; i < 1000; ++i) log.Filtered();
  log.Transaction(2);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed(1005);
  const uint64_t idle_end = log.items[1004].offset;

  SECTION("not while something is unacknowledged") {
    stream.GetNow(100);
    stream->SaveIdleProgress(seconds(0));
    stream.Crash();
    REQUIRE(stream.Open().ok());
    CHECK(stream.opened_with().ack.offset == 4);
  }
  SECTION("with the next ack") {
    REQUIRE(stream->Ack(stream.GetNow(100).mark(), false).ok());
    stream.Crash();
    REQUIRE(stream.Open().ok());
    CHECK(stream.opened_with().ack.offset == idle_end);
    CHECK(stream.opened_with().ack.gtids.ToString() ==
          Gtid{Flavor::kMysql, 0, 0, 1, log.uuid, ""}.ToString() + "-1001");
    stream.Feed();
    CHECK(stream.GetNow(100).size() == 4);
  }
  SECTION("lazily while the stream is idle") {
    const Batch first = stream.GetNow(100);
    REQUIRE(stream->Ack(first.mark(), false).ok());
    log.items.resize(1005);
    for (int i = 0; i < 10; ++i) log.Filtered();
    stream.Feed();
    const int before = stream.store().saves;
    stream->SaveIdleProgress(seconds(10));  // too soon
    CHECK(stream.store().saves == before);
    stream.clock().Pass(seconds(11));
    stream->SaveIdleProgress(seconds(10));
    CHECK(stream.store().saves == before + 1);
    stream->SaveIdleProgress(seconds(0));  // nothing new
    CHECK(stream.store().saves == before + 1);
    stream.Crash();
    REQUIRE(stream.Open().ok());
    CHECK(stream.opened_with().ack.offset == log.items.back().offset);
    CHECK(stream->GetStatus().ack_position.ToString() == Positions(first).back());
  }
}

TEST_CASE("after a lost connection, reading goes on behind the last entry read", "[stream]") {
  ScriptedLog log;
  log.Transaction(2);
  log.Transaction(6);
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  CHECK(stream->ReadCursor().offset == 4);
  CHECK(stream->ReadCursor().after.empty());
  stream.Feed(5);
  CHECK(stream->ReadCursor().offset == log.items[4].offset);
  stream.Feed(3);
  const model::Cursor cursor = stream->ReadCursor();
  CHECK(cursor.offset == log.items[4].offset);
  CHECK(cursor.after.offset == log.items[7].offset);
  CHECK(cursor.gtids.Contains(log.items[0].gtid));
  CHECK_FALSE(cursor.gtids.Contains(log.items[7].gtid));
}

TEST_CASE("whoever goes on for a lost server must have what was processed, read again or not",
          "[stream][failover]") {
  ScriptedLog log;
  for (int i = 0; i < 3; ++i) log.Transaction(2);
  const auto gtid = [&log](size_t transaction) { return log.items[5 * transaction].gtid; };
  ScriptedStream stream(&log);
  REQUIRE(stream.Open().ok());
  stream.Feed();
  const Batch batch = stream.GetNow(100);
  REQUIRE(batch.size() == 12);
  REQUIRE(stream->MarkProcessed(batch[7].position()).ok());  // the end of the second transaction
  stream.Crash();
  REQUIRE(stream.Open().ok());
  const model::Cursor cursor = stream->ReadCursor();
  CHECK_FALSE(cursor.gtids.Contains(gtid(0)));
  CHECK(cursor.delivered.Contains(gtid(0)));
  CHECK(cursor.delivered.Contains(gtid(1)));
  CHECK_FALSE(cursor.delivered.Contains(gtid(2)));
}

}  // namespace
}  // namespace towpath::test
