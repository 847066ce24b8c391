// What tests of whole streams on real servers share: a table as the stream's changes make it, to be
// compared with the table.
#ifndef TOWPATH_TESTS_LIVE_STREAM_SUPPORT_H_
#define TOWPATH_TESTS_LIVE_STREAM_SUPPORT_H_

#include <chrono>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <thread>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::live {

// Long enough for any server on any machine; no test waits for it unless it fails.
inline constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(60);

inline std::unique_ptr<Stream> Open(const Options& options) {
  auto stream = Stream::Open(options);
  INFO(stream.status().ToString());
  REQUIRE(stream.ok());
  return *std::move(stream);
}

inline void Set(Options& options, const std::string& key, const std::string& value) {
  const Status status = options.Set(key, value);
  INFO(status.ToString());
  REQUIRE(status.ok());
}

inline Options StreamOptions(const LiveServer& server, const test::TempFolder& folder,
                             const std::string& tables) {
  Options options = server.StreamOptions();
  Set(options, "store.url", "sqlite:" + folder.File("towpath.db"));
  Set(options, "filter.tables", tables);
  Set(options, "source.retry.initial_ms", "20");
  Set(options, "source.retry.max_ms", "200");
  return options;
}

inline Batch Get(Stream& stream, size_t max_entries = 1000) {
  auto batch = stream.GetWithoutAck(max_entries, kPatience);
  INFO(batch.status().ToString());
  REQUIRE(batch.ok());
  REQUIRE(batch->mark() != Batch::kNoMark);
  return *batch;
}

inline std::string Text(const Entry& entry, std::span<const Value> values, size_t column) {
  std::string text;
  const Status status = AppendText(entry.table()->columns()[column], values[column], &text);
  REQUIRE(status.ok());
  return text;
}

// A table (id INT PRIMARY KEY, v VARCHAR) as its changes make it.
class Replica {
 public:
  void Apply(const Entry& entry) {
    if (!entry.is_rows()) return;
    RowReader rows;
    for (rows.Start(entry); rows.Next();) {
      const bool before = !rows.before().empty();
      const bool after = !rows.after().empty();
      // A change that comes twice, or out of order, does not fit.
      if (before) REQUIRE(rows_.erase(std::stoi(Text(entry, rows.before(), 0))) == 1);
      if (after) {
        REQUIRE(rows_.emplace(std::stoi(Text(entry, rows.after(), 0)), Text(entry, rows.after(), 1))
                    .second);
      }
    }
    REQUIRE(rows.status().ok());
  }

  std::string AsText() const {
    std::string text;
    for (const auto& [id, v] : rows_)
      text += fmt::format("{}{}\t{}", text.empty() ? "" : "\n", id, v);
    return text;
  }
  size_t size() const { return rows_.size(); }

 private:
  std::map<int, std::string> rows_;
};

inline std::string TableText(const LiveServer& server, const std::string& table) {
  return server.Sql("SELECT id, v FROM " + table + " ORDER BY id");
}

// Gets and acknowledges until the replica is what the table is.
inline void CatchUp(Stream& stream, Replica& replica, const std::string& expected) {
  while (replica.AsText() != expected) {
    const Batch batch = Get(stream, 50);
    for (const Entry entry : batch) replica.Apply(entry);
    REQUIRE(stream.Ack(batch.mark()).ok());
  }
}

// A server keeps files that a dump still reads, and it notices only by and by that one is gone.
inline void PurgeTo(const LiveServer& server, const std::string& file) {
  for (;;) {
    server.Sql(fmt::format("PURGE BINARY LOGS TO '{}'", file));
    if (server.SqlValue("SHOW BINARY LOGS", "Log_name") == file) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_STREAM_SUPPORT_H_
