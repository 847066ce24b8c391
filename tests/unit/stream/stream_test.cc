// The whole stream, threads and decoder included, on a scripted server: what it delivers, and how
// it begins and ends.
#include "towpath/stream.h"

#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/catch.h"
#include "tests/support/stream_fixture.h"
#include "tests/support/temp_folder.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// --- opening ---

TEST_CASE("S1: latest means the first opening", "[stream]") {
  StreamFixture f;
  f.settings.source.start = StartAt("latest");
  f.server.Write([](BinlogWriter& log) { Fill(log, 5); });
  REQUIRE(f.Open().ok());
  if (GENERATE(false, true)) {
    f.Crash();
  } else {
    f.stream.reset();
  }
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{77, "new"}}); });
  REQUIRE(f.Open().ok());
  CHECK(f.Get(1).size() == 1);
  CHECK_THAT(StreamFixture::Describe(f.Get(1)[0]), ContainsSubstring("77 new"));
}

TEST_CASE("S1: a stream resumes after its ack cursor, wherever that stands", "[stream]") {
  std::vector<std::string> all;
  {
    StreamFixture f(Flavor::kMariadb);
    f.server.Write([](BinlogWriter& log) { Fill(log, 15); });
    f.server.AtEnd(kTheEnd);
    REQUIRE(f.Open().ok());
    all = f.Drain();
  }
  CHECK(all.size() > 60);
  for (size_t ack = 0; ack <= all.size(); ++ack) {
    INFO("ack of " << ack);
    StreamFixture f(Flavor::kMariadb);
    f.server.Write([](BinlogWriter& log) { Fill(log, 15); });
    f.server.AtEnd(kTheEnd);
    REQUIRE(f.Open().ok());
    for (size_t got = 0; got < ack;) {
      auto batch = f.stream->Get(ack - got, kForever);
      REQUIRE(batch.ok());
      got += batch->size();
    }
    if (ack % 2 == 0) {
      f.Crash();
    } else {
      REQUIRE(f.stream->Close().ok());
    }
    REQUIRE(f.Open().ok());
    REQUIRE(f.Drain() == std::vector<std::string>(all.begin() + static_cast<long>(ack), all.end()));
  }
}

TEST_CASE("a start after an entry leaves out what is at or before it", "[stream]") {
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) { Fill(log, 10); });
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  std::vector<Position> positions;
  std::vector<std::string> all;
  for (;;) {
    auto batch = f.stream->Get(1, kForever);
    if (!batch.ok()) break;
    positions.push_back((*batch)[0].position());
    all.push_back(StreamFixture::Describe((*batch)[0]));
  }
  for (const size_t i : {size_t{0}, size_t{4}, size_t{13}, all.size() - 2}) {
    StreamFixture g;
    g.server.Write([](BinlogWriter& log) { Fill(log, 10); });
    g.server.AtEnd(kTheEnd);
    g.settings.source.start = StartAt(positions[i].ToResumeString());
    REQUIRE(g.Open().ok());
    CHECK(g.Drain() == std::vector<std::string>(all.begin() + static_cast<long>(i) + 1, all.end()));
    // The same, from the file's beginning.
    StreamFixture h;
    h.server.Write([](BinlogWriter& log) { Fill(log, 10); });
    h.server.AtEnd(kTheEnd);
    h.settings.source.start = StartAt(positions[i].ToString());
    REQUIRE(h.Open().ok());
    CHECK(h.Drain() == std::vector<std::string>(all.begin() + static_cast<long>(i) + 1, all.end()));
  }
}

TEST_CASE("a start at a time delivers everything from the first transaction that is young enough",
          "[stream]") {
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) {
    log.timestamp = 1000;
    log.Insert("shop.orders", {{1, "old"}});
    log.timestamp = 2000;
    log.Insert("shop.orders", {{2, "young"}});
    log.timestamp = 500;  // SET timestamp
    log.Insert("shop.orders", {{3, "odd"}});
  });
  f.server.AtEnd(kTheEnd);
  f.settings.source.start = StartAt("@1500");
  REQUIRE(f.Open().ok());
  std::string ids;
  for (const std::string& entry : f.Drain()) {
    if (entry.find("insert") != std::string::npos) ids += entry.substr(entry.size() - 5);
  }
  CHECK(ids ==
        "young"
        "3 odd");
}

TEST_CASE("a heartbeat does not end the search for the time to start at", "[stream]") {
  StreamFixture f;
  f.settings.filter_events |= 1u << static_cast<unsigned>(EntryKind::kHeartbeat);
  f.settings.batch_whole_transactions = GENERATE(false, true);
  f.settings.source.start = StartAt("@1500");
  REQUIRE(f.Open().ok());
  f.server.SendHeartbeat();
  const Batch heartbeat = f.Get();
  REQUIRE(heartbeat.size() == 1);
  CHECK(heartbeat[0].kind() == EntryKind::kHeartbeat);
  REQUIRE(f.stream->Ack(heartbeat.mark()).ok());
  const bool lost = GENERATE(false, true);
  if (lost) {
    const int connects = f.server.connects();
    f.server.DropAfter(0);
    while (f.server.connects() == connects) std::this_thread::yield();
    f.server.DropAfter(1000);
  } else {
    f.Crash();
    REQUIRE(f.Open().ok());
  }
  // A replica that lags still gets what is old.
  f.server.Write([](BinlogWriter& log) {
    log.timestamp = 1000;
    log.Insert("shop.orders", {{1, "old"}});
    log.timestamp = 2000;
    log.Insert("shop.orders", {{2, "young"}});
  });
  f.server.AtEnd(kTheEnd);
  std::string rows;
  for (const std::string& entry : f.Drain()) {
    if (entry.find("insert") != std::string::npos) rows += entry.substr(entry.size() - 7);
  }
  CHECK(rows == "2 young");
}

TEST_CASE("what is wrong is found in order: filter, store, source", "[stream]") {
  TempFolder folder;
  Options options;
  REQUIRE(options.Set("stream.name", "s").ok());
  REQUIRE(options.Set("source.url", "file://" + folder.File("binlog.000001")).ok());
  REQUIRE(options.Set("store.url", "sqlite:" + folder.File("none/towpath.db")).ok());
  REQUIRE(options.Set("filter.tables", "(").ok());
  CHECK(Stream::Open(options).code() == Code::kInvalidFilter);
  REQUIRE(options.Set("filter.tables", "").ok());
  CHECK(Stream::Open(options).code() == Code::kNotFound);
  REQUIRE(options.Set("store.url", "sqlite:" + folder.File("towpath.db")).ok());
  const auto missing = Stream::Open(options);
  CHECK(missing.code() == Code::kNotFound);
  CHECK_THAT(missing.status().message(), ContainsSubstring("binlog.000001"));
}

TEST_CASE("a stream that is open is BUSY, and can be opened once it is closed", "[stream]") {
  StreamFixture f;
  REQUIRE(f.Open().ok());
  auto first = std::move(f.stream);
  CHECK(f.Open().code() == Code::kBusy);
  REQUIRE(first->Close().ok());
  CHECK(f.Open().ok());  // although the closed one is still there
  f.stream.reset();
}

TEST_CASE("an opening that fails leaves the store as it was", "[stream]") {
  StreamFixture f;
  SECTION("no connection") {
    f.server.RefuseConnects(1);
    CHECK(f.Open().code() == Code::kConnection);
  }
  SECTION("no such place") {
    f.settings.source.start = StartAt("binlog.000009:4");
    CHECK(f.Open().code() == Code::kPositionLost);
    f.settings.source.start = StartAt("earliest");
  }
  SECTION("the store fails") {
    f.store->fail_next = 1;
    CHECK(f.Open().code() == Code::kStore);
  }
  CHECK(f.store->saves == 0);
  CHECK(f.Open().ok());
}

// --- reading ---

TEST_CASE("an entry is seen as soon as the source has no more", "[stream]") {
  StreamFixture f;
  REQUIRE(f.Open().ok());
  for (int i = 0; i < 20; ++i) {
    f.server.Write([i](BinlogWriter& log) { log.Insert("shop.orders", {{i, "x"}}); });
    size_t got = 0;
    while (got < 3) got += f.Get(10).size();
    CHECK(got == 3);
  }
}

TEST_CASE("filters decide what is delivered, and the ack cursor follows the rest", "[stream]") {
  StreamFixture f;
  f.settings.filter_tables = "shop\\.orders";
  f.server.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    for (int i = 0; i < 100; ++i) log.Insert("shop.noise", {{i, "x"}});
  });
  REQUIRE(f.Open().ok());
  CHECK(f.stream->Get(100, kForever)->size() == 3);
  const Position acked = f.stream->GetStatus().ack_position;
  // At the heartbeat, the stream stands behind the noise.
  f.server.SendHeartbeat();
  const std::string end =
      f.server.Read([](const BinlogWriter& log) { return std::to_string(log.transactions()); });
  while (f.stream->GetStatus().gtid_set.find("-" + end) == std::string::npos) {
    std::this_thread::yield();
  }
  CHECK(f.stream->GetStatus().ack_position.ToString() == acked.ToString());
  f.Crash();
  REQUIRE(f.Open().ok());
  CHECK_THAT(f.stream->GetStatus().gtid_set, ContainsSubstring("-" + end));
}

TEST_CASE("a stream of which everything is left out moves on all the same", "[stream]") {
  const auto flavor = GENERATE(Flavor::kMysql, Flavor::kMariadb);
  const bool gtids = flavor == Flavor::kMariadb || GENERATE(true, false);
  StreamFixture f(flavor);
  const uint32_t kinds = f.settings.filter_events;
  switch (GENERATE(0, 1, 2)) {
    case 0:
      f.settings.filter_tables = "nothing\\..*";
      break;
    case 1:
      f.settings.filter_exclude = ".*";
      break;
    default:
      f.settings.filter_events = 1u << static_cast<unsigned>(EntryKind::kStatement);
      break;
  }
  f.server.Write([&](BinlogWriter& log) {
    log.gtids = gtids;
    for (int i = 0; i < 60; ++i) {
      log.Insert("shop.orders", {{i, "x"}, {i, "y"}});
      if (i % 25 == 24) log.Rotate();
    }
  });
  // What was passed is not read again after a lost connection: then it would never come to the end.
  f.server.DropAfter(40);
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  CHECK(f.Drain().empty());
  CHECK(f.stream->GetStatus().reconnects >= 6);
  f.Crash();
  const auto end = f.server.Read([](const BinlogWriter& log) { return log.files().back(); });
  {
    auto holder = f.store->Attach(store::Store::Kind::kStream, "test");
    REQUIRE(holder.ok());
    const model::Cursor cursor = (*(*holder)->Load())->ack;
    CHECK(cursor.file == end.name);
    CHECK(cursor.offset == end.end());
    CHECK(cursor.gtids_known == gtids);
    if (gtids) CHECK_THAT(cursor.gtids.ToString(), ContainsSubstring("-60"));
  }
  // Nor when it is opened again, whatever its filter is then.
  f.settings.filter_tables = f.settings.filter_exclude = "";
  f.settings.filter_events = kinds;
  REQUIRE(f.Open().ok());
  CHECK(f.Drain().empty());
  CHECK(f.stream->GetStatus().reconnects == 0);
}

TEST_CASE("kinds of entries can be left out", "[stream]") {
  StreamFixture f;
  f.settings.filter_events = 1u << static_cast<unsigned>(EntryKind::kInsert);
  f.server.Write([](BinlogWriter& log) { Fill(log, 12); });
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  const auto entries = f.Drain(1);
  CHECK(entries.size() == 30);
  for (const std::string& entry : entries) CHECK_THAT(entry, ContainsSubstring("insert"));
  f.stream.reset();
  REQUIRE(f.Open().ok());
  CHECK(f.Drain().empty());
}

TEST_CASE("heartbeats are entries when asked for, and never replays", "[stream]") {
  StreamFixture f;
  f.settings.filter_events |= 1u << static_cast<unsigned>(EntryKind::kHeartbeat);
  f.settings.batch_whole_transactions = GENERATE(false, true);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  size_t got = 0;
  while (got < 3) got += f.Get().size();
  f.server.SendHeartbeat();
  const Batch heartbeat = f.Get();
  REQUIRE(heartbeat.size() == 1);
  CHECK(heartbeat[0].kind() == EntryKind::kHeartbeat);
  // Its position is no replay's beginning: what follows is new.
  REQUIRE(f.stream->MarkProcessed(heartbeat[0].position()).ok());
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{2, "x"}}); });
  const Batch next = f.Get();
  CHECK_FALSE(next[0].duplicate());
  REQUIRE(f.stream->AckThrough(next.mark()).ok());
  f.Crash();
  REQUIRE(f.Open().ok());
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{3, "x"}}); });
  std::string inserts;
  while (inserts.find("3 x") == std::string::npos) {
    for (const Entry entry : f.Get()) {
      if (entry.is_rows()) inserts += StreamFixture::Describe(entry);
    }
  }
  CHECK(inserts.find("2 x") == std::string::npos);
}

TEST_CASE("S10: what can not be read stops the stream behind everything before it", "[stream]") {
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    log.Begin();
    log.Write(200, {1, 2, 3});  // a type that nobody knows
    log.Commit();
  });
  REQUIRE(f.Open().ok());
  std::vector<Batch> batches;
  size_t got = 0;
  while (got < 3) {
    batches.push_back(f.Get());
    got += batches.back().size();
  }
  const auto failed = f.stream->GetWithoutAck(10, kForever);
  CHECK(failed.code() == Code::kUnsupported);
  CHECK_THAT(failed.status().message(),
             ContainsSubstring("binlog.000001:") && ContainsSubstring("200"));
  CHECK(f.stream->GetStatus().state == StreamState::kFailed);
  for (const Batch& batch : batches) CHECK(f.stream->Ack(batch.mark()).ok());
}

TEST_CASE("an expression that can not be matched stops the stream", "[stream]") {
  StreamFixture f;
  f.settings.filter_tables = "(x+x+)+[0-9]\\.y+";
  f.server.Write([](BinlogWriter& log) {
    log.Insert(std::string(60, 'x') + "." + std::string(60, 'y'), {{1, "x"}});
  });
  REQUIRE(f.Open().ok());
  Result<Batch> got = Batch();
  while (got.ok()) got = f.stream->Get(10, kForever);
  CHECK(got.code() == Code::kInvalidFilter);
}

// --- the end ---

TEST_CASE("source.until ends the stream at a transaction's end", "[stream]") {
  StreamFixture f;
  uint64_t middle = 0;
  f.server.Write([&](BinlogWriter& log) {
    log.timestamp = 1000;
    log.Insert("shop.orders", {{1, "a"}});
    log.timestamp = 2000;
    log.Insert("shop.orders", {{2, "b"}, {2, "b"}});
    middle = log.file().end() - 40;  // inside the second transaction
    log.timestamp = 3000;
    log.Insert("shop.orders", {{3, "c"}});
    log.Ddl("CREATE TABLE shop.t (a INT)");
  });
  const auto count = [&](const std::string& until) {
    f.settings.source.until = StartAt(until);
    f.stream.reset();
    f.store = std::make_shared<FaultyStore>();
    REQUIRE(f.Open().ok());
    const size_t size = f.Drain().size();
    CHECK(f.stream->GetStatus().state == StreamState::kEnded);
    return size;
  };
  CHECK(count("latest") == 11);
  CHECK(count(fmt::format("binlog.000001:{}", middle)) == 7);
  CHECK(count("@2500") == 7);
  CHECK(count("@2000") == 3);
  CHECK(count("@999") == 0);
  CHECK(count("@4000") == 11);  // passed, and nothing that young is there
  CHECK(count("binlog.000001:4") == 0);
  f.settings.source.start = StartAt("latest");
  CHECK(count("latest") == 0);
}

TEST_CASE("a stream on which nothing happens follows the binlog's rotation", "[stream]") {
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  for (size_t got = 0; got < 3;) got += f.stream->Get(10, kForever)->size();
  f.server.Write([](BinlogWriter& log) {
    for (int i = 0; i < 3; ++i) log.Rotate();
  });
  const int before = f.store->saves;
  f.server.SendHeartbeat();
  while (f.store->saves == before) std::this_thread::yield();
  f.Crash();
  auto holder = f.store->Attach(store::Store::Kind::kStream, "test");
  REQUIRE(holder.ok());
  CHECK((*(*holder)->Load())->ack.file == "binlog.000004");
}

// --- schemas ---

TEST_CASE("columns have the names that the statements read so far gave them", "[stream]") {
  StreamFixture f;
  f.settings.filter_events = 1u << static_cast<unsigned>(EntryKind::kInsert);
  f.server.Write([](BinlogWriter& log) {
    log.names = false;
    log.Ddl("CREATE TABLE orders (id INT NOT NULL, note VARCHAR(200) CHARACTER SET utf8mb4)");
    log.Insert("shop.orders", {{1, "a"}});
    log.Ddl("ALTER TABLE orders RENAME COLUMN note TO remark");
    log.Insert("shop.orders", {{2, "b"}});
    log.Rotate();
    log.Ddl("DROP TABLE other");
    log.Ddl("ALTER TABLE orders RENAME COLUMN remark TO note, RENAME COLUMN id TO number");
    log.Insert("shop.orders", {{3, "c"}});
  });
  f.server.AtEnd(kTheEnd);
  const auto names = [](const Batch& batch) {
    std::string text;
    for (const Entry entry : batch)
      for (const Column& column : entry.table()->columns()) text += column.name + " ";
    return text;
  };
  REQUIRE(f.Open().ok());
  const Batch first = f.Get(1);
  CHECK(names(first) == "id note ");
  CHECK(names(f.Get(1)) == "id remark ");
  CHECK(names(f.Get(1)) == "number note ");
  REQUIRE(f.stream->Ack(first.mark()).ok());
  SECTION("also after a crash") {
    f.Crash();
    REQUIRE(f.Open().ok());
    CHECK(names(f.Get(1)) == "id remark ");
    CHECK(names(f.Get(1)) == "number note ");
  }
  SECTION("also on another server") {
    REQUIRE(f.stream->Close().ok());
    StreamFixture g;
    g.settings.filter_events = f.settings.filter_events;
    g.server.Write([&](BinlogWriter& log) {
      log = BinlogWriter(Flavor::kMysql, "other", 900);
      log.names = false;
      log.Ddl("CREATE TABLE orders (id INT NOT NULL, note VARCHAR(200) CHARACTER SET utf8mb4)");
      log.Insert("shop.orders", {{1, "a"}});
      log.Rotate();
      log.Ddl("ALTER TABLE orders RENAME COLUMN note TO remark");
      log.Insert("shop.orders", {{2, "b"}});
      log.Ddl("DROP TABLE other");
      log.Ddl("ALTER TABLE orders RENAME COLUMN remark TO note, RENAME COLUMN id TO number");
      log.Insert("shop.orders", {{3, "c"}});
    });
    g.server.BecomeServer("server-b");
    g.server.AtEnd(kTheEnd);
    g.store = f.store;
    REQUIRE(g.Open().ok());
    CHECK(names(g.Get(1)) == "id remark ");
    CHECK(names(g.Get(1)) == "number note ");
  }
}

TEST_CASE("statements that were followed on another server are not followed again", "[stream]") {
  const auto write = [](BinlogWriter& log) {
    log.names = false;
    log.Ddl("DROP TABLE other");
    log.Rotate();
    log.Ddl("CREATE TABLE orders (id INT NOT NULL, note VARCHAR(200) CHARACTER SET utf8mb4)");
    log.Insert("shop.orders", {{1, "a"}});
    log.Ddl("ALTER TABLE orders RENAME COLUMN note TO remark");
  };
  StreamFixture f;
  f.server.Write(write);
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  CHECK(f.Drain().size() == 6);
  REQUIRE(f.stream->Close().ok());

  StreamFixture g;
  g.server.Write([&](BinlogWriter& log) {
    log = BinlogWriter(Flavor::kMysql, "other", 900);
    write(log);
    log.Insert("shop.orders", {{2, "b"}, {3, "c"}});
  });
  g.server.BecomeServer("server-b");
  g.server.AtEnd(kTheEnd);
  // Inside the last one; then the second file is read from its beginning, up to behind CREATE
  // TABLE.
  g.server.DropAfter(2 + 2 + 2);
  g.store = f.store;
  REQUIRE(g.Open().ok());
  while (g.stream->GetStatus().reconnects < 2) std::this_thread::yield();
  // Nothing was saved of that: by GTIDs again.
  g.Crash();
  g.server.DropAfter(1000);
  REQUIRE(g.Open().ok());
  size_t rows = 0;
  for (;;) {
    const auto batch = g.stream->Get(1, kForever);
    if (batch.code() == Code::kEnd) break;
    INFO(batch.status().ToString());
    REQUIRE(batch.ok());
    for (const Entry entry : *batch) {
      if (!entry.is_rows()) continue;
      ++rows;
      CHECK(entry.table()->columns()[1].name == "remark");
    }
  }
  CHECK(rows == 2);
}

// --- memory ---

TEST_CASE("S9: memory stays within buffer.bytes however slow the consumer is", "[stream]") {
  StreamFixture f;
  f.settings.buffer_bytes = 1 << 20;
  f.server.Write([](BinlogWriter& log) {
    for (int i = 0; i < 40; ++i) {
      log.Begin();
      for (int row = 0; row < 20; ++row) log.Rows("shop.orders", {{row, std::string(10000, 'x')}});
      log.Commit();
    }
  });
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  // What one step reads, and the blocks that are begun.
  constexpr uint64_t kSlack = 100'000;
  // While nobody reads it fills the buffer: there is more to read than goes in.
  uint64_t most = 0;
  while (most <= f.settings.buffer_bytes / 2) {
    most = std::max(most, f.stream->GetStatus().buffered_bytes);
    std::this_thread::yield();
  }
  size_t entries = 0;
  for (;;) {
    const auto batch = f.stream->GetWithoutAck(7, kForever);
    if (!batch.ok()) break;
    for (int i = 0; i < 20; ++i) {
      most = std::max(most, f.stream->GetStatus().buffered_bytes);
      std::this_thread::yield();
    }
    entries += batch->size();
    REQUIRE(f.stream->Ack(batch->mark()).ok());
  }
  CHECK(entries == 40 * 22);
  CHECK(most < f.settings.buffer_bytes + kSlack);
}

TEST_CASE("S9: a consumer that keeps its batches does not stop the stream", "[stream]") {
  StreamFixture f;
  f.settings.buffer_bytes = 1 << 20;
  f.server.Write([](BinlogWriter& log) {
    for (int i = 0; i < 400; ++i) log.Insert("shop.orders", {{i, std::string(10000, 'x')}});
  });
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  std::vector<Batch> kept;
  for (;;) {
    const auto batch = f.stream->Get(100, kForever);
    if (!batch.ok()) break;
    kept.push_back(*batch);
  }
  size_t entries = 0;
  for (const Batch& batch : kept) entries += batch.size();
  CHECK(entries == 1200);
}

TEST_CASE("S9: a transaction larger than the buffer comes in parts, or is a LIMIT", "[stream]") {
  StreamFixture f;
  f.settings.buffer_bytes = 1 << 20;
  f.settings.batch_whole_transactions = GENERATE(false, true);
  f.server.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    log.Begin();
    for (int i = 0; i < 400; ++i) log.Rows("shop.orders", {{i, std::string(10000, 'x')}});
    log.Commit();
  });
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  size_t entries = 0;
  Result<Batch> batch = Batch();
  while ((batch = f.stream->Get(50, kForever)).ok()) entries += batch->size();
  if (f.settings.batch_whole_transactions) {
    CHECK(batch.code() == Code::kLimit);
    CHECK(entries == 3);
  } else {
    CHECK(batch.code() == Code::kEnd);
    CHECK(entries == 405);
  }
}

// --- closing ---

TEST_CASE("S11: close is prompt from every state", "[stream]") {
  StreamFixture f;
  f.settings.buffer_bytes = 1 << 20;
  SECTION("waiting for events") { REQUIRE(f.Open().ok()); }
  SECTION("waiting for room") {
    f.server.Write([](BinlogWriter& log) {
      for (int i = 0; i < 400; ++i) log.Insert("shop.orders", {{i, std::string(10000, 'x')}});
    });
    REQUIRE(f.Open().ok());
    while (f.stream->GetStatus().buffered_bytes < f.settings.buffer_bytes) {
      std::this_thread::yield();
    }
  }
  SECTION("waiting before a retry") {
    f.settings.source.retry.initial = f.settings.source.retry.max = std::chrono::hours(1);
    REQUIRE(f.Open().ok());
    f.server.DropAfter(0);
    while (f.stream->GetStatus().state != StreamState::kConnecting) std::this_thread::yield();
  }
  SECTION("connecting") {
    REQUIRE(f.Open().ok());
    f.server.HangConnects();
    f.server.DropAfter(0);
    while (f.stream->GetStatus().state != StreamState::kConnecting) std::this_thread::yield();
  }
  SECTION("failed") {
    REQUIRE(f.Open().ok());
    f.server.AtEnd(Status(Code::kTruncated, "cut"));
    while (f.stream->GetStatus().state != StreamState::kFailed) std::this_thread::yield();
  }
  std::atomic<int> closed{0};
  std::thread consumer([&] {
    for (;;) {
      const auto batch = f.stream->GetWithoutAck(10, kForever);
      if (batch.code() == Code::kClosed) ++closed;
      if (!batch.ok()) return;
    }
  });
  std::thread second([&] { closed += f.stream->Close().ok(); });
  CHECK(f.stream->Close().ok());
  second.join();
  consumer.join();
  CHECK(closed >= 1);
  CHECK(f.stream->Close().ok());
  CHECK(f.stream->GetStatus().state == StreamState::kClosed);
}

TEST_CASE("close tells when the last state could not be saved", "[stream]") {
  StreamFixture f;
  f.settings.ack_durability = model::AckDurability::kInterval;
  f.settings.ack_interval = std::chrono::hours(1);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  REQUIRE(f.stream->Get(1, kForever).ok());
  f.store->fail_next = 1;
  CHECK(f.stream->Close().code() == Code::kStore);
}

TEST_CASE("with ack.durability=interval acks are durable within the interval", "[stream]") {
  StreamFixture f;
  f.settings.ack_durability = model::AckDurability::kInterval;
  f.settings.ack_interval = milliseconds(1);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  const int before = f.store->saves;
  REQUIRE(f.stream->Get(1, kForever).ok());
  while (f.store->saves == before) std::this_thread::yield();
  f.Crash();
  REQUIRE(f.Open().ok());
  CHECK_FALSE(f.stream->GetStatus().ack_position.empty());
}

// --- all at once ---

TEST_CASE("consumers, lost connections, a full buffer and close at once", "[stream][threads]") {
  const uint64_t seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 5; ++round) {
    StreamFixture f;
    f.settings.buffer_bytes = 1 << 20;
    f.settings.filter_events |= 1u << static_cast<unsigned>(EntryKind::kHeartbeat);
    f.server.Write([](BinlogWriter& log) { Fill(log, 300); });
    f.server.DropAfter(20 + random() % 100);
    REQUIRE(f.Open().ok());
    std::vector<std::thread> threads;
    std::atomic<bool> stop{false};
    std::atomic<uint64_t> got{0};
    threads.emplace_back([&] {
      for (int i = 0; !stop; ++i) {
        f.server.Write([i](BinlogWriter& log) { Fill(log, 1, i); });
        if (i % 10 == 0) f.server.SendHeartbeat();
        std::this_thread::yield();
      }
    });
    for (int t = 0; t < 2; ++t) {
      threads.emplace_back([&, t] {
        for (;;) {
          const auto batch = f.stream->GetWithoutAck(20, milliseconds(1));
          if (!batch.ok()) return;
          for (const Entry entry : *batch) (void)entry.row_count();
          got += batch->size();
          if (t == 0) (void)f.stream->Rollback();
          const int64_t oldest = f.stream->GetStatus().oldest_mark;
          if (oldest > 0) (void)f.stream->Ack(oldest);
        }
      });
    }
    while (got < 2000) std::this_thread::yield();
    CHECK(f.stream->Close().ok());
    stop = true;
    for (std::thread& thread : threads) thread.join();
  }
}

// --- by options ---

TEST_CASE("a stream reads binlog files by options alone", "[stream]") {
  TempFolder folder;
  BinlogWriter log(GENERATE(Flavor::kMysql, Flavor::kMariadb));
  Fill(log, 30);
  log.Save(folder.path());
  Options options;
  REQUIRE(options.Set("stream.name", "files").ok());
  REQUIRE(options.Set("source.url", "file://" + folder.File("binlog.000001")).ok());
  REQUIRE(options.Set("source.start", "earliest").ok());
  REQUIRE(options.Set("store.url", "sqlite:" + folder.File("towpath.db")).ok());
  size_t entries = 0;
  int64_t last_mark = 0;
  for (int opening = 0; opening < 4; ++opening) {
    auto stream = Stream::Open(options);
    INFO(stream.status().ToString());
    REQUIRE(stream.ok());
    CHECK(Stream::Open(options).code() == Code::kBusy);
    for (int i = 0; i < 50; ++i) {
      const auto batch = (*stream)->GetWithoutAck(1, kForever);
      if (batch.code() == Code::kEnd) break;
      REQUIRE(batch.ok());
      CHECK(batch->mark() > last_mark);
      last_mark = batch->mark();
      entries += batch->size();
      REQUIRE((*stream)->Ack(batch->mark()).ok());
    }
  }
  CHECK(entries == 60 + 73 + 4);  // begins and commits, inserts, statements
}

}  // namespace
}  // namespace towpath::test
