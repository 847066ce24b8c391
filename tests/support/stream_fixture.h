// StreamFixture: a whole stream, threads and decoder included, on a scripted server, with a store
// that outlives it.
#ifndef TOWPATH_TESTS_SUPPORT_STREAM_FIXTURE_H_
#define TOWPATH_TESTS_SUPPORT_STREAM_FIXTURE_H_

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "stream/stream_impl.h"
#include "tests/catch.h"
#include "tests/support/core_fixture.h"
#include "tests/support/scripted_server.h"
#include "towpath/stream.h"

namespace towpath::test {

inline constexpr std::chrono::milliseconds kNow{0};
inline constexpr std::chrono::milliseconds kForever{-1};

inline constexpr uint32_t kDefaultEvents = 0x7e;  // all but heartbeats

inline model::StartPoint StartAt(const std::string& text) {
  auto start = model::StartPoint::Parse(text);
  REQUIRE(start.ok());
  return *start;
}

// One stream on one server, with a store that outlives it.
struct StreamFixture {
  ScriptedServer server;
  std::vector<ScriptedServer*> servers{&server};  // of source.url, in order
  std::shared_ptr<FaultyStore> store = std::make_shared<FaultyStore>();
  model::Settings settings;
  std::unique_ptr<Stream> stream;
  std::mutex log_mutex;
  std::vector<std::string> log;

  explicit StreamFixture(Flavor flavor = Flavor::kMysql) : server(flavor) {
    settings.stream_name = "test";
    settings.buffer_bytes = 16 << 20;
    settings.filter_events = kDefaultEvents;
    settings.source.start = StartAt("earliest");
    settings.source.retry.initial = std::chrono::milliseconds(1);
    settings.source.retry.max = std::chrono::milliseconds(2);
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

  Batch Get(size_t max_entries = 1000, std::chrono::milliseconds timeout = kForever) const {
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

inline void Fill(BinlogWriter& log, int transactions, int first_id = 0) {
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

inline const Status kTheEnd(Code::kEnd, "the end");

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_STREAM_FIXTURE_H_
