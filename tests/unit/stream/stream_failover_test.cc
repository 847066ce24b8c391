// The whole stream when another server goes on, and what GTIDs tell there.
#include "towpath/stream.h"

#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "tests/catch.h"
#include "tests/support/stream_fixture.h"

namespace towpath::test {
namespace {

TEST_CASE("a stream does not follow positions onto another server", "[stream]") {
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  f.server.Write([](BinlogWriter& log) { log.gtids = false; });
  REQUIRE(f.Open().ok());
  Status status;
  SECTION("that answers after a lost connection") {
    f.server.BecomeServer("server-b");
    f.server.DropAfter(0);
    Result<Batch> got = Batch();
    while (got.ok()) got = f.stream->Get(10, kForever);
    status = got.status();
  }
  SECTION("that answers when it is opened again") {
    f.stream.reset();
    f.server.BecomeServer("server-b");
    status = f.Open();
  }
  CHECK(status.code() == Code::kPositionLost);
  CHECK_THAT(status.message(), ContainsSubstring("server-a") && ContainsSubstring("server-b") &&
                                   ContainsSubstring("GTID"));
}

// Two servers of one topology: the same transactions, in other files at other offsets.
struct Topology : StreamFixture {
  ScriptedServer second;

  explicit Topology(Flavor flavor = Flavor::kMysql)
      : StreamFixture(flavor), second(flavor, "server-b") {
    servers = {&server, &second};
    second.Write([&](BinlogWriter& binlog) { binlog = BinlogWriter(flavor, "other", 900); });
  }
  // On both, or on one of them.
  template <typename Change>
  void Write(Change change) {
    server.Write(change);
    second.Write(change);
  }
  void LoseFirst() {
    server.RefuseConnects(std::numeric_limits<int>::max());
    server.DropAfter(0);
  }
};

// "3b" is the begin of row 3's transaction, "3" the row, "3c" its commit.
std::string Short(const Entry& entry, std::string* id) {
  if (entry.kind() == EntryKind::kInsert) {
    RowReader rows;
    rows.Start(entry);
    REQUIRE(rows.Next());
    id->clear();
    REQUIRE(AppendText(entry.table()->columns()[0], rows.after()[0], id).ok());
    return *id;
  }
  return entry.kind() == EntryKind::kBegin ? "b" : entry.kind() == EntryKind::kCommit ? "c" : "?";
}

TEST_CASE("a stream goes on with the next host, at any entry, and repeats nothing",
          "[stream][failover]") {
  Topology t(GENERATE(Flavor::kMysql, Flavor::kMariadb));
  const bool reopen = GENERATE(false, true);
  // Three transactions, the second one of many entries.
  const auto fill = [](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    log.Insert("shop.orders", {{2, "x"}, {3, "xy"}, {4, ""}, {5, "x"}});
    log.Insert("shop.orders", {{6, "x"}, {7, "x"}});
  };
  t.second.Write([](BinlogWriter& log) { log.Rotate(); });
  t.Write(fill);
  t.second.AtEnd(kTheEnd);
  const std::string all = "b 1 c b 2 3 4 5 c b 6 7 c ";
  std::string seen;
  std::string id;
  std::vector<Batch> batches;
  // How many entries are acknowledged before it is opened again, or how many events are read before
  // the connection is lost.
  const size_t before = GENERATE(range(size_t{0}, size_t{26}));
  CAPTURE(before, reopen);
  if (reopen) {
    REQUIRE(t.Open().ok());
    for (size_t i = 0; i < std::min<size_t>(before, 13); ++i) {
      auto batch = t.stream->Get(1, kForever);
      REQUIRE(batch.ok());
      for (const Entry entry : *batch) seen += Short(entry, &id) + ' ';
    }
    t.stream.reset();
    t.LoseFirst();
    REQUIRE(t.Open().ok());
  } else {
    t.server.DropAfter(before);
    t.server.AcceptConnects(1);
    REQUIRE(t.Open().ok());
    t.server.Write([](BinlogWriter& log) { log.Rotate(); });  // something to read behind all
  }
  for (;;) {
    auto batch = t.stream->GetWithoutAck(2, kForever);
    if (batch.code() == Code::kEnd) break;
    INFO(batch.status().ToString());
    REQUIRE(batch.ok());
    for (const Entry entry : *batch) {
      CHECK_FALSE(entry.duplicate());
      seen += Short(entry, &id) + ' ';
    }
    batches.push_back(*batch);
  }
  CHECK(seen == all);
  CHECK(t.stream->GetStatus().endpoint == "scripted 2");
  // What was handed out before is acknowledged as ever, and the new server's positions count.
  for (const Batch& batch : batches) REQUIRE(t.stream->Ack(batch.mark()).ok());
  REQUIRE(t.stream->Close().ok());
  REQUIRE(t.Open().ok());
  CHECK(t.Drain().empty());
}

TEST_CASE("a transaction that another server has in other pieces is not guessed at",
          "[stream][failover]") {
  Topology t;
  t.server.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}, {2, "x"}, {3, "x"}});
  });
  SECTION("other rows") {
    t.second.Write([](BinlogWriter& log) {
      log.Insert("shop.orders", {{1, "xyz"}, {2, "x"}, {3, "x"}});
    });
  }
  SECTION("fewer") {
    t.second.Write([](BinlogWriter& log) { log.Insert("shop.orders", {}); });
  }
  SECTION("another transaction comes first") {
    t.second.Write([](BinlogWriter& log) {
      const Uuid own = log.uuid;
      log.uuid = Uuid{0xcc};
      log.Insert("shop.orders", {{9, "x"}});
      log.uuid = own;
    });
  }
  // ROTATE, FORMAT_DESCRIPTION, GTID, BEGIN, and twice TABLE_MAP and rows.
  t.server.DropAfter(8);
  t.server.AcceptConnects(1);
  REQUIRE(t.Open().ok());
  Result<Batch> got = Batch();
  while (got.ok()) got = t.stream->GetWithoutAck(1, kForever);
  CHECK(got.code() == Code::kDiverged);
  CHECK_THAT(got.status().message(), ContainsSubstring("source.start=") &&
                                         ContainsSubstring("entries of it were delivered"));
}

TEST_CASE("what runs again with the GTID of a transaction that a crash cut short is another one",
          "[stream][failover][dedup]") {
  Topology t;
  t.settings.dedup = GENERATE(model::DedupMode::kFlag, model::DedupMode::kDrop);
  t.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  t.server.Write([](BinlogWriter& log) {
    log.Begin();
    for (const int id : {2, 3, 4}) log.Rows("shop.orders", {{id, "cut"}});
  });
  REQUIRE(t.Open().ok());
  size_t got = 0;
  Batch batch;
  for (; got < 7; got += batch.size()) {  // b 1 c b 2 3 4
    batch = t.Get(1);
    if (got == 2) REQUIRE(t.stream->AckThrough(batch.mark()).ok());
  }
  REQUIRE(t.stream->MarkProcessed(batch[0].position()).ok());
  t.Crash();
  const auto run_again = [](BinlogWriter& log) {
    log.Insert("shop.orders", {{8, "again"}});
    log.Insert("shop.orders", {{9, "new"}});
  };
  t.server.Write([&](BinlogWriter& log) {
    log.Crash();
    log.Number(2);
    run_again(log);
  });
  t.second.Write(run_again);
  t.server.AtEnd(kTheEnd);
  t.second.AtEnd(kTheEnd);
  // The other server does not know that it was cut short.
  t.server.RefuseConnects(1);
  REQUIRE(t.Open().ok());
  Result<Batch> refused = Batch();
  while (refused.ok()) refused = t.stream->GetWithoutAck(1, kForever);
  CHECK(refused.code() == Code::kDiverged);
  CHECK_THAT(refused.status().message(), ContainsSubstring("has only 3 entries of it"));
  t.stream.reset();
  // This one does. A connection is lost anywhere.
  const uint64_t events = GENERATE(range(uint64_t{2}, uint64_t{20}));
  const bool reopen = GENERATE(false, true);
  CAPTURE(events, reopen);
  t.server.DropAfter(events);
  const int connects = t.server.connects();
  std::string seen;
  std::string id;
  for (int openings = 0; openings < 3; ++openings) {
    t.second.RefuseConnects(1000);
    REQUIRE(t.Open().ok());
    while (t.server.connects() < connects + 2) std::this_thread::yield();
    t.server.DropAfter(1000);
    for (;;) {
      auto next = t.stream->GetWithoutAck(1, kForever);
      if (next.code() == Code::kEnd) break;
      INFO(next.status().ToString());
      REQUIRE(next.ok());
      if (!next->empty() && !(*next)[0].duplicate()) seen += Short((*next)[0], &id) + ' ';
      REQUIRE(t.stream->Ack(next->mark()).ok());
      if (reopen && openings == 0 && seen.ends_with("8 ")) break;
    }
    t.stream.reset();
  }
  CHECK(seen == "b 8 c b 9 c ");
}

TEST_CASE("hosts that can not go on are passed over, each with its reason", "[stream][failover]") {
  Topology t;
  ScriptedServer third(Flavor::kMysql, "server-c");
  t.servers.push_back(&third);
  t.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  third.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}, {2, "x"}}); });
  t.server.RefuseConnects(1);
  t.second.RefuseOpen(Status(Code::kServerBehind, "lacks what was delivered"));
  SECTION("the third takes over") {
    REQUIRE(t.Open().ok());
    CHECK(t.stream->GetStatus().endpoint == "scripted 3");
    CHECK_FALSE(t.Get(10).empty());
    t.stream.reset();
    CHECK_THAT(t.log.front(), ContainsSubstring("scripted: CONNECTION: connection refused") &&
                                  ContainsSubstring("scripted 2: SERVER_BEHIND: lacks what"));
  }
  SECTION("none is left, and one may come back") {
    third.RefuseOpen(Status(Code::kDiverged, "has diverged"));
    const Status status = t.Open();
    CHECK(status.code() == Code::kConnection);
    CHECK_THAT(status.message(), ContainsSubstring("scripted: CONNECTION: connection refused") &&
                                     ContainsSubstring("scripted 2: SERVER_BEHIND: lacks what") &&
                                     ContainsSubstring("scripted 3: DIVERGED: has diverged"));
  }
  SECTION("none is left, for good") {
    third.RefuseOpen(Status(Code::kDiverged, "has diverged"));
    t.server.RefuseConnects(0);
    t.server.RefuseOpen(Status(Code::kBinlogReset, "was reset"));
    CHECK(t.Open().code() == Code::kBinlogReset);
  }
  SECTION("a running stream tries until one comes back") {
    t.second.RefuseOpen(Status(Code::kServerBehind, "lacks what was delivered"));
    third.RefuseOpen(Status(Code::kDiverged, "has diverged"));
    t.server.RefuseConnects(0);
    REQUIRE(t.Open().ok());
    REQUIRE_FALSE(t.Get(3).empty());
    t.LoseFirst();
    t.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{2, "x"}}); });
    while (t.stream->GetStatus().state != StreamState::kConnecting) std::this_thread::yield();
    CHECK_THAT(t.stream->GetStatus().error.message(),
               ContainsSubstring("scripted 2") || ContainsSubstring("lost after"));
    t.server.DropAfter(1000);
    t.server.RefuseConnects(0);
    CHECK_FALSE(t.Get().empty());
    CHECK(t.stream->GetStatus().endpoint == "scripted");
  }
}

TEST_CASE("a place to start from, or to end at, is one of the first host's", "[stream][failover]") {
  Topology t;
  t.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  SECTION("start") {
    t.settings.source.start = StartAt("binlog.000001:4");
    t.server.RefuseConnects(1);
    const Status status = t.Open();
    CHECK(status.code() == Code::kConnection);
    CHECK_THAT(status.message(), ContainsSubstring("INVALID_POSITION: source.start="));
  }
  SECTION("end") {
    t.settings.source.until = StartAt("binlog.000099:4");
    t.settings.source.retry.max_attempts = 1;
    REQUIRE(t.Open().ok());
    REQUIRE(t.Get(3).size() == 3);
    t.LoseFirst();
    t.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{2, "x"}}); });
    Result<Batch> got = Batch();
    while (got.ok()) got = t.stream->GetWithoutAck(10, kForever);
    CHECK_THAT(got.status().message(), ContainsSubstring("POSITION_LOST: source.until="));
  }
  SECTION("the end as it was, wherever it is elsewhere") {
    t.settings.source.until = StartAt("latest");
    REQUIRE(t.Open().ok());
    t.LoseFirst();
    CHECK(t.Drain().size() == 3);
  }
}

TEST_CASE("dedup: what is marked as processed on each of two servers",
          "[stream][failover][dedup]") {
  Topology t;
  t.settings.dedup = GENERATE(model::DedupMode::kFlag, model::DedupMode::kDrop);
  t.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    log.Insert("shop.orders", {{2, "x"}, {3, "x"}, {4, "x"}});
    log.Insert("shop.orders", {{5, "x"}, {6, "x"}});
  });
  t.second.AtEnd(kTheEnd);
  REQUIRE(t.Open().ok());
  const Batch first = t.Get(5);  // b 1 c b 2
  t.LoseFirst();
  t.server.Write([](BinlogWriter& log) { log.Rotate(); });
  const Batch second = t.Get(1);
  const size_t processed = GENERATE(0, 1, 4);  // of the first server's; else of the second's
  CAPTURE(processed);
  size_t expected = 0;
  if (processed == 0) {
    REQUIRE(t.stream->MarkProcessed(second[0].position()).ok());
    expected = 6;
  } else {
    // A position without its server: its transaction tells which of the two is meant.
    REQUIRE(t.stream->MarkProcessed(first[processed].position()).ok());
    expected = processed + 1;
  }
  // Once in this opening, and once more in the next, on the second server.
  for (const bool again : {false, true}) {
    if (again) {
      t.Crash();
      REQUIRE(t.Open().ok());
    } else {
      REQUIRE(t.stream->Rollback().ok());
    }
    std::string flags;
    for (;;) {
      auto batch = t.stream->GetWithoutAck(100, kForever);
      if (batch.code() == Code::kEnd) break;
      REQUIRE(batch.ok());
      for (const Entry entry : *batch) flags += entry.duplicate() ? 'd' : 'n';
    }
    const size_t all = 12;
    const bool drop = t.settings.dedup == model::DedupMode::kDrop;
    CHECK(flags == (drop ? "" : std::string(expected, 'd')) + std::string(all - expected, 'n'));
  }
}

TEST_CASE("dedup: what was processed and not read again is a replay on another server too",
          "[stream][failover][dedup]") {
  Topology t(GENERATE(Flavor::kMysql, Flavor::kMariadb));
  t.settings.dedup = GENERATE(model::DedupMode::kFlag, model::DedupMode::kDrop);
  t.second.Write([](BinlogWriter& log) { log.Rotate(); });
  t.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    log.Insert("shop.orders", {{2, "x"}, {3, "xy"}, {4, ""}, {5, "x"}});
    log.Insert("shop.orders", {{6, "x"}, {7, "x"}});
  });
  t.second.AtEnd(kTheEnd);
  const size_t all = 13;
  const size_t processed = GENERATE(range(size_t{1}, size_t{13}));
  const size_t events = GENERATE(range(size_t{0}, size_t{26}));  // that are read of the first again
  CAPTURE(processed, events);
  REQUIRE(t.Open().ok());
  for (size_t i = 1; i <= processed; ++i) {
    const Batch batch = t.Get(1);
    if (i == processed) REQUIRE(t.stream->MarkProcessed(batch[0].position()).ok());
  }
  t.Crash();
  t.server.DropAfter(events);
  t.server.AcceptConnects(1);
  REQUIRE(t.Open().ok());
  t.server.Write([](BinlogWriter& log) { log.Rotate(); });  // something to read behind all
  std::string flags;
  std::vector<Batch> batches;
  for (;;) {
    auto batch = t.stream->GetWithoutAck(2, kForever);
    if (batch.code() == Code::kEnd) break;
    INFO(batch.status().ToString());
    REQUIRE(batch.ok());
    for (const Entry entry : *batch) flags += entry.duplicate() ? 'd' : 'n';
    batches.push_back(*batch);
  }
  const bool drop = t.settings.dedup == model::DedupMode::kDrop;
  CHECK(flags == (drop ? "" : std::string(processed, 'd')) + std::string(all - processed, 'n'));
  for (const Batch& batch : batches) REQUIRE(t.stream->Ack(batch.mark()).ok());
  REQUIRE(t.stream->Close().ok());
  REQUIRE(t.Open().ok());
  CHECK(t.Drain().empty());
}

TEST_CASE("no batch of whole transactions ends where a stream moved to another server",
          "[stream][failover]") {
  Topology t;
  t.settings.batch_whole_transactions = true;
  t.settings.filter_tables = "shop\\.orders";
  // Before the transaction that is read in part, the next server has a file's end and a transaction
  // without entries.
  t.second.Write([](BinlogWriter& log) {
    const Uuid own = log.uuid;
    log.uuid = Uuid{0xcc};
    log.Insert("shop.noise", {{9, "x"}});
    log.uuid = own;
    log.Number(1);
    log.Rotate();
  });
  t.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}, {2, "x"}, {3, "x"}}); });
  t.second.AtEnd(kTheEnd);
  const uint64_t events = GENERATE(range(uint64_t{3}, uint64_t{10}));
  CAPTURE(events);
  t.server.DropAfter(events);
  t.server.AcceptConnects(1);
  REQUIRE(t.Open().ok());
  t.server.Write([](BinlogWriter& log) { log.Rotate(); });
  const Batch batch = t.Get(1);
  std::string seen;
  std::string id;
  for (const Entry entry : batch) seen += Short(entry, &id) + ' ';
  CHECK(seen == "b 1 2 3 c ");
  // And the transaction without entries is not forgotten.
  REQUIRE(t.stream->Ack(batch.mark()).ok());
  const auto gtids = GtidSet::Parse(t.stream->GetStatus().gtid_set);
  REQUIRE(gtids.ok());
  CHECK(gtids->sources().size() == 2);
}

TEST_CASE("a place inside a transaction means nothing on another server, before something is read",
          "[stream][failover]") {
  Topology t;
  t.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}, {2, "x"}, {3, "x"}}); });
  REQUIRE(t.Open().ok());
  const Position behind = t.Get(2)[1].position();
  t.stream.reset();
  t.settings.stream_name = "another";
  t.settings.source.start.kind = model::StartPoint::Kind::kAfterEntry;
  t.settings.source.start.position = behind;
  t.server.DropAfter(0);  // so that nothing is
  REQUIRE(t.Open().ok());
  t.stream.reset();
  t.servers = {&t.second};
  const Status status = t.Open();
  CHECK(status.code() == Code::kPositionLost);
  CHECK_THAT(status.message(),
             ContainsSubstring(behind.ToString()) && ContainsSubstring("server-b"));
}

TEST_CASE("dedup: after a failover, replays are told by GTID", "[stream][dedup]") {
  StreamFixture f;
  for (int i = 0; i < 10; ++i) {
    f.server.Write([i](BinlogWriter& log) { log.Insert("shop.orders", {{i, "x"}}); });
  }
  f.settings.dedup = GENERATE(model::DedupMode::kFlag, model::DedupMode::kDrop);
  REQUIRE(f.Open().ok());
  std::vector<Entry> seen;
  std::vector<Batch> batches;
  while (seen.size() < 30) {
    batches.push_back(f.Get(5));
    for (const Entry entry : batches.back()) seen.push_back(entry);
  }
  REQUIRE(f.stream->Ack(batches[0].mark()).ok());              // one transaction and two entries
  REQUIRE(f.stream->MarkProcessed(seen[16].position()).ok());  // five, and two entries
  f.stream.reset();

  // The same transactions, in other files at other offsets.
  StreamFixture g;
  g.server.Write([](BinlogWriter& log) { log = BinlogWriter(Flavor::kMysql, "other", 900); });
  g.server.Write([](BinlogWriter& log) {
    log.Ddl("CREATE TABLE shop.x (a INT)");
    log.uuid = Uuid{0xcc};
    log.Ddl("CREATE TABLE shop.x (a INT)");
  });
  g.server.Write([](BinlogWriter& log) {
    log = BinlogWriter(Flavor::kMysql, "other", 900);
    log.Rotate();
    for (int i = 0; i < 12; ++i) log.Insert("shop.orders", {{i, "x"}});
  });
  g.server.BecomeServer("server-b");
  g.server.AtEnd(kTheEnd);
  g.settings.dedup = f.settings.dedup;
  g.store = f.store;
  REQUIRE(g.Open().ok());
  CHECK(g.stream->GetStatus().processed.empty());
  std::string text;
  std::vector<Batch> got;
  for (;;) {
    auto batch = g.stream->GetWithoutAck(4, kForever);
    if (!batch.ok()) break;
    got.push_back(*batch);
    for (const Entry entry : *batch) {
      if (entry.is_rows()) text += entry.duplicate() ? "d" : "n";
    }
  }
  // The second one's row was acknowledged. Transactions 3 to 5 were processed, and of the sixth
  // begin and row.
  CHECK(text == (f.settings.dedup == model::DedupMode::kFlag ? "ddddnnnnnn" : "nnnnnn"));
  for (const Batch& batch : got) REQUIRE(g.stream->Ack(batch.mark()).ok());
  REQUIRE(g.stream->Close().ok());
  // On the new server positions count again.
  REQUIRE(g.Open().ok());
  CHECK(g.Drain().empty());
}

TEST_CASE("what a GTID set holds is not delivered later either", "[stream]") {
  // On the new server the transactions that the stream has lie among others.
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});  // 1, in the set
    log.Insert("shop.orders", {{2, "x"}});  // 2
    log.Insert("shop.orders", {{3, "x"}});  // 3, in the set
    log.Insert("shop.orders", {{4, "x"}});  // 4
  });
  f.server.AtEnd(kTheEnd);
  const std::string uuid = Gtid{Flavor::kMysql, 0, 0, 1, Uuid{0xaa, 0xbb}, ""}.ToString();
  f.settings.source.start = StartAt(uuid + ":3");
  REQUIRE(f.Open().ok());
  // The second one, and then the stream goes on by file and offset.
  CHECK(f.stream->Get(3, kForever)->size() == 3);
  f.Crash();
  REQUIRE(f.Open().ok());
  const auto rest = f.Drain();
  REQUIRE(rest.size() == 3);
  CHECK_THAT(rest[1], ContainsSubstring("insert 4 x"));
}

TEST_CASE("the GTID set after an ack is where a stream on another server goes on", "[stream]") {
  const Flavor flavor = GENERATE(Flavor::kMysql, Flavor::kMariadb);
  const auto fill = [](BinlogWriter& log) {
    for (int i = 0; i < 10; ++i) log.Insert("shop.orders", {{i, "x"}});
  };
  StreamFixture f(flavor);
  f.server.Write(fill);
  f.settings.batch_whole_transactions = true;
  REQUIRE(f.Open().ok());
  const Batch batch = f.Get(7);
  REQUIRE(batch[batch.size() - 1].kind() == EntryKind::kCommit);
  REQUIRE(f.stream->Ack(batch.mark()).ok());
  const std::string gtids = f.stream->GetStatus().gtid_set;
  f.stream.reset();

  // The same transactions at other places, and nothing in the store.
  StreamFixture g(flavor);
  g.server.Write([&](BinlogWriter& log) {
    log = BinlogWriter(flavor, "other", 900);
    log.Rotate();
    fill(log);
  });
  g.server.BecomeServer("server-b");
  g.server.AtEnd(kTheEnd);
  g.settings.source.start = StartAt(gtids);
  REQUIRE(g.Open().ok());
  const auto rest = g.Drain();
  constexpr size_t kEntries = 3;  // of a transaction
  CHECK(rest.size() == 10 * kEntries - batch.size());
  CHECK_THAT(rest[1], ContainsSubstring(fmt::format("insert {} x", batch.size() / kEntries)));
}

TEST_CASE("what a GTID set holds ends no transaction that is read again", "[stream]") {
  // The dump by GTIDs leaves the second one out; the one after the lost connection does not.
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    log.Insert("shop.orders", {{2, "x"}});  // in the set
    log.Insert("shop.orders", {{3, "x"}, {4, "x"}, {5, "x"}});
  });
  f.server.AtEnd(kTheEnd);
  const std::string uuid = Gtid{Flavor::kMysql, 0, 0, 1, Uuid{0xaa, 0xbb}, ""}.ToString();
  f.settings.source.start = StartAt(uuid.substr(0, uuid.size() - 1) + "2");
  f.server.DropAfter(2 + 5 + 6);  // inside the third one
  f.settings.batch_whole_transactions = GENERATE(false, true);
  REQUIRE(f.Open().ok());
  while (f.stream->GetStatus().reconnects < 2) std::this_thread::yield();
  f.server.DropAfter(1000);
  while (f.stream->GetStatus().state != StreamState::kEnded) std::this_thread::yield();
  const Batch batch = f.Get(6);
  if (f.settings.batch_whole_transactions) {
    CHECK(batch.size() == 3);
    return;
  }
  REQUIRE(batch.size() == 6);
  REQUIRE(f.stream->Ack(batch.mark()).ok());
  f.Crash();
  REQUIRE(f.Open().ok());
  CHECK(f.Drain().size() == 2);
}

TEST_CASE("the GTIDs of a stream never go back over what its start left out", "[stream]") {
  StreamFixture f(Flavor::kMariadb);
  f.server.Write([](BinlogWriter& log) {
    log.Insert("shop.orders", {{1, "x"}});
    log.domain = 1;
    log.Number(1);
    log.Insert("shop.orders", {{2, "x"}});
    log.domain = 0;
    log.Number(2);
    log.Insert("shop.orders", {{3, "x"}});
  });
  f.server.AtEnd(kTheEnd);
  f.settings.source.start = StartAt("0-1-3");
  REQUIRE(f.Open().ok());
  CHECK(f.Drain().size() == 3);  // the one of the other domain
  f.Crash();
  REQUIRE(f.Open().ok());  // by file and offset, from behind it on
  CHECK(f.Drain().empty());
  CHECK(f.stream->GetStatus().gtid_set == "0-1-3,1-1-1");
}

}  // namespace
}  // namespace towpath::test
