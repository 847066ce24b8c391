// The whole stream, threads and decoder included, on a scripted server.
#include "towpath/stream.h"

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

#include "stream/stream_impl.h"
#include "tests/catch.h"
#include "tests/support/core_fixture.h"
#include "tests/support/scripted_server.h"
#include "tests/support/temp_folder.h"

namespace towpath::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kNow{0};
constexpr milliseconds kForever{-1};

constexpr uint32_t kDefaultEvents = 0x7e;  // all but heartbeats

model::StartPoint StartAt(const std::string& text) {
  auto start = model::StartPoint::Parse(text);
  REQUIRE(start.ok());
  return *start;
}

// One stream on one server, with a store that outlives it.
struct Fixture {
  ScriptedServer server;
  std::vector<ScriptedServer*> servers{&server};  // of source.url, in order
  std::shared_ptr<FaultyStore> store = std::make_shared<FaultyStore>();
  model::Settings settings;
  std::unique_ptr<Stream> stream;
  std::mutex log_mutex;
  std::vector<std::string> log;

  explicit Fixture(Flavor flavor = Flavor::kMysql) : server(flavor) {
    settings.stream_name = "test";
    settings.buffer_bytes = 16 << 20;
    settings.filter_events = kDefaultEvents;
    settings.source.start = StartAt("earliest");
    settings.source.retry.initial = milliseconds(1);
    settings.source.retry.max = milliseconds(2);
    settings.logger = [this](LogLevel, std::string_view message) {
      const std::lock_guard lock(log_mutex);
      log.emplace_back(message);
    };
  }

  Status Open() {
    stream::Parts parts;
    parts.store = store;
    parts.runtime = std::make_shared<stream::SystemRuntime>();
    parts.seed = 1;
    parts.open_source = [this](const model::Settings&, std::shared_ptr<model::MemoryBudget> budget)
        -> Result<std::unique_ptr<source::Source>> {
      return std::unique_ptr<source::Source>(
          std::make_unique<ScriptedSource>(servers, std::move(budget)));
    };
    auto opened = stream::OpenStream(settings, std::move(parts));
    if (!opened.ok()) return opened.status();
    stream = *std::move(opened);
    return Status::Ok();
  }
  // The process dies: nothing more reaches the store.
  void Crash() {
    store->crashed = true;
    stream.reset();
    store->crashed = false;
  }

  Batch Get(size_t max_entries = 1000, milliseconds timeout = kForever) const {
    auto batch = stream->GetWithoutAck(max_entries, timeout);
    INFO(batch.status().ToString());
    REQUIRE(batch.ok());
    return *batch;
  }
  // Everything up to the source's end, acknowledged.
  std::vector<std::string> Drain(size_t max_entries = 1000) const {
    std::vector<std::string> entries;
    for (;;) {
      const auto batch = stream->Get(max_entries, kForever);
      if (batch.code() == Code::kEnd) return entries;
      INFO(batch.status().ToString());
      REQUIRE(batch.ok());
      for (const Entry entry : *batch) entries.push_back(Describe(entry));
    }
  }

  // "insert 7 note" or "begin"; with the position.
  static std::string Describe(const Entry& entry) {
    std::string text =
        fmt::format("{} {}", entry.position().ToString(), EntryKindName(entry.kind()));
    RowReader rows;
    for (rows.Start(entry); rows.Next();) {
      for (size_t i = 0; i < rows.after().size(); ++i) {
        text += ' ';
        REQUIRE(AppendText(entry.table()->columns()[i], rows.after()[i], &text).ok());
      }
    }
    REQUIRE(rows.status().ok());
    return text;
  }
};

void Fill(BinlogWriter& log, int transactions, int first_id = 0) {
  for (int i = 0; i < transactions; ++i) {
    std::vector<BinlogRow> rows;
    for (int row = 0; row <= i % 4; ++row) {
      rows.push_back({first_id + i * 10 + row, std::string(static_cast<size_t>(i % 30), 'n')});
    }
    log.Insert("shop.orders", rows);
    if (i % 7 == 3) log.Ddl("CREATE TABLE shop.t" + std::to_string(i) + " (a INT)");
    if (i % 11 == 10) log.Rotate();
  }
}

const Status kTheEnd(Code::kEnd, "the end");

// --- opening ---

TEST_CASE("S1: latest means the first opening", "[stream]") {
  Fixture f;
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
  CHECK_THAT(Fixture::Describe(f.Get(1)[0]), ContainsSubstring("77 new"));
}

TEST_CASE("S1: a stream resumes after its ack cursor, wherever that stands", "[stream]") {
  std::vector<std::string> all;
  {
    Fixture f(Flavor::kMariadb);
    f.server.Write([](BinlogWriter& log) { Fill(log, 15); });
    f.server.AtEnd(kTheEnd);
    REQUIRE(f.Open().ok());
    all = f.Drain();
  }
  CHECK(all.size() > 60);
  for (size_t ack = 0; ack <= all.size(); ++ack) {
    INFO("ack of " << ack);
    Fixture f(Flavor::kMariadb);
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
  Fixture f;
  f.server.Write([](BinlogWriter& log) { Fill(log, 10); });
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  std::vector<Position> positions;
  std::vector<std::string> all;
  for (;;) {
    auto batch = f.stream->Get(1, kForever);
    if (!batch.ok()) break;
    positions.push_back((*batch)[0].position());
    all.push_back(Fixture::Describe((*batch)[0]));
  }
  for (const size_t i : {size_t{0}, size_t{4}, size_t{13}, all.size() - 2}) {
    Fixture g;
    g.server.Write([](BinlogWriter& log) { Fill(log, 10); });
    g.server.AtEnd(kTheEnd);
    g.settings.source.start = StartAt(positions[i].ToResumeString());
    REQUIRE(g.Open().ok());
    CHECK(g.Drain() == std::vector<std::string>(all.begin() + static_cast<long>(i) + 1, all.end()));
    // The same, from the file's beginning.
    Fixture h;
    h.server.Write([](BinlogWriter& log) { Fill(log, 10); });
    h.server.AtEnd(kTheEnd);
    h.settings.source.start = StartAt(positions[i].ToString());
    REQUIRE(h.Open().ok());
    CHECK(h.Drain() == std::vector<std::string>(all.begin() + static_cast<long>(i) + 1, all.end()));
  }
}

TEST_CASE("a start at a time delivers everything from the first transaction that is young enough",
          "[stream]") {
  Fixture f;
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
  Fixture f;
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
  Fixture f;
  REQUIRE(f.Open().ok());
  auto first = std::move(f.stream);
  CHECK(f.Open().code() == Code::kBusy);
  REQUIRE(first->Close().ok());
  CHECK(f.Open().ok());  // although the closed one is still there
  f.stream.reset();
}

TEST_CASE("an opening that fails leaves the store as it was", "[stream]") {
  Fixture f;
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
  Fixture f;
  REQUIRE(f.Open().ok());
  for (int i = 0; i < 20; ++i) {
    f.server.Write([i](BinlogWriter& log) { log.Insert("shop.orders", {{i, "x"}}); });
    size_t got = 0;
    while (got < 3) got += f.Get(10).size();
    CHECK(got == 3);
  }
}

TEST_CASE("filters decide what is delivered, and the ack cursor follows the rest", "[stream]") {
  Fixture f;
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
  Fixture f(flavor);
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
  Fixture f;
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
  Fixture f;
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
      if (entry.is_rows()) inserts += Fixture::Describe(entry);
    }
  }
  CHECK(inserts.find("2 x") == std::string::npos);
}

TEST_CASE("S10: what can not be read stops the stream behind everything before it", "[stream]") {
  Fixture f;
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
  Fixture f;
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
  Fixture f;
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

// --- reconnection ---

TEST_CASE("a connection lost anywhere costs nothing and repeats nothing", "[stream]") {
  std::vector<std::string> all;
  {
    Fixture f;
    f.server.Write([](BinlogWriter& log) { Fill(log, 40); });
    f.server.AtEnd(kTheEnd);
    REQUIRE(f.Open().ok());
    all = f.Drain();
  }
  // The longest transaction has eleven events, and two come before it.
  for (uint64_t drop = 13; drop < 60; ++drop) {
    INFO("lost after " << drop << " events");
    Fixture f;
    f.server.Write([](BinlogWriter& log) { Fill(log, 40); });
    f.server.AtEnd(kTheEnd);
    f.server.DropAfter(drop);
    REQUIRE(f.Open().ok());
    REQUIRE(f.Drain(drop % 5 + 1) == all);
    CHECK(f.stream->GetStatus().reconnects > 0);
  }
}

TEST_CASE("reconnection is tried again and again, and told", "[stream]") {
  Fixture f;
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  size_t got = 0;
  while (got < 3) got += f.Get().size();
  f.server.RefuseConnects(10);
  f.server.DropAfter(0);
  while (f.stream->GetStatus().state != StreamState::kConnecting) std::this_thread::yield();
  CHECK(f.stream->GetStatus().error.code() == Code::kConnection);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{2, "x"}}); });
  f.server.DropAfter(1000);
  CHECK_FALSE(f.Get().empty());
  CHECK(f.stream->GetStatus().reconnects >= 1);
  f.stream.reset();
  const std::lock_guard lock(f.log_mutex);
  CHECK(f.log.size() >= 11);
}

TEST_CASE("giving up tells the whole story", "[stream]") {
  Fixture f;
  f.settings.source.retry.max_attempts = GENERATE(0, 3);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  size_t got = 0;
  while (got < 3) got += f.Get().size();
  f.server.RefuseConnects(1000);
  f.server.DropAfter(0);
  const auto failed = f.stream->GetWithoutAck(10, kForever);
  CHECK(failed.code() == Code::kConnection);
  CHECK_THAT(failed.status().message(), ContainsSubstring("source.retry.max_attempts"));
  if (f.settings.source.retry.max_attempts == 3) {
    CHECK_THAT(failed.status().message(), ContainsSubstring("3 reconnections") &&
                                              ContainsSubstring("lost after") &&
                                              ContainsSubstring("connection refused"));
  }
  CHECK(f.stream->GetStatus().state == StreamState::kFailed);
  CHECK(f.stream->AckThrough(f.stream->GetStatus().next_mark - 1).ok());
}

TEST_CASE("a binlog purged while the connection was lost is a fatal error", "[stream]") {
  Fixture f;
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  f.server.RefuseOpen(Status(Code::kPositionLost, "binlog.000001 is purged"));
  f.server.DropAfter(0);
  Result<Batch> got = Batch();
  while (got.ok()) got = f.stream->Get(10, kForever);
  CHECK(got.code() == Code::kPositionLost);
}

// --- another server ---

TEST_CASE("a stream does not follow positions onto another server", "[stream]") {
  Fixture f;
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
struct Topology : Fixture {
  ScriptedServer second;

  explicit Topology(Flavor flavor = Flavor::kMysql) : Fixture(flavor), second(flavor, "server-b") {
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
    REQUIRE(t.Open().ok());
    t.server.RefuseConnects(std::numeric_limits<int>::max());
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
  REQUIRE(t.Open().ok());
  t.server.RefuseConnects(std::numeric_limits<int>::max());
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
  REQUIRE(t.Open().ok());
  t.server.RefuseConnects(std::numeric_limits<int>::max());
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
  REQUIRE(t.Open().ok());
  t.server.RefuseConnects(std::numeric_limits<int>::max());
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
  Fixture f;
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
  Fixture g;
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
  Fixture f;
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
  Fixture f(flavor);
  f.server.Write(fill);
  f.settings.batch_whole_transactions = true;
  REQUIRE(f.Open().ok());
  const Batch batch = f.Get(7);
  REQUIRE(batch[batch.size() - 1].kind() == EntryKind::kCommit);
  REQUIRE(f.stream->Ack(batch.mark()).ok());
  const std::string gtids = f.stream->GetStatus().gtid_set;
  f.stream.reset();

  // The same transactions at other places, and nothing in the store.
  Fixture g(flavor);
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
  Fixture f;
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
  Fixture f(Flavor::kMariadb);
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

TEST_CASE("a stream on which nothing happens follows the binlog's rotation", "[stream]") {
  Fixture f;
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
  Fixture f;
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
    Fixture g;
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
  Fixture f;
  f.server.Write(write);
  f.server.AtEnd(kTheEnd);
  REQUIRE(f.Open().ok());
  CHECK(f.Drain().size() == 6);
  REQUIRE(f.stream->Close().ok());

  Fixture g;
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
  Fixture f;
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
  Fixture f;
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
  Fixture f;
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
  Fixture f;
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
  Fixture f;
  f.settings.ack_durability = model::AckDurability::kInterval;
  f.settings.ack_interval = std::chrono::hours(1);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  REQUIRE(f.stream->Get(1, kForever).ok());
  f.store->fail_next = 1;
  CHECK(f.stream->Close().code() == Code::kStore);
}

TEST_CASE("with ack.durability=interval acks are durable within the interval", "[stream]") {
  Fixture f;
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
    Fixture f;
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
