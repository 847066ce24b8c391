// The consumer of the quickstart: one thread gets and processes, another one acknowledges, slower.
//
//   quickstart_shop FOLDER URL RUN [--die-after=N] [--without-dedup]
//
// It keeps its stream's cursors in FOLDER/store.db and writes what it has done to FOLDER/journal,
// the system "downstream": each change must get there exactly once. The first run reads on until it
// has processed N changes and then kills itself in the middle of its work; the run without
// --die-after reads to the binlog's present end and stops.
//
// A line of the journal: RUN, "get", "process", "skip" or "ack", MARK, POSITION (of a change), and
// the change as JSON; separated by tabs.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "console.h"
#include "describe.h"
#include "fmt/format.h"
#include "towpath/format.h"
#include "towpath/options.h"
#include "towpath/stream.h"

namespace {

using quickstart::Console;
using quickstart::Paint;
using towpath::Code;
using towpath::Entry;
using towpath::Status;

constexpr size_t kEntriesPerGet = 6;
// Work takes a moment, and word of it comes back later still.
constexpr std::chrono::milliseconds kProcessDelay{4};
constexpr std::chrono::milliseconds kAckDelay{30};
// So many batches the slow thread is behind at least when the program dies.
constexpr size_t kOutstandingAtDeath = 3;

struct Arguments {
  std::string folder;
  std::string url;
  std::string run;
  uint64_t die_after = 0;  // changes; 0: live to the end
  bool dedup = true;
};

std::optional<Arguments> ParseArguments(int argc, char** argv) {
  if (argc < 4) return std::nullopt;
  Arguments arguments{.folder = argv[1], .url = argv[2], .run = argv[3]};
  for (int i = 4; i < argc; ++i) {
    const std::string_view argument = argv[i];
    constexpr std::string_view kDieAfter = "--die-after=";
    if (argument.starts_with(kDieAfter)) {
      arguments.die_after = std::strtoull(argv[i] + kDieAfter.size(), nullptr, 10);
      if (arguments.die_after == 0) return std::nullopt;
    } else if (argument == "--without-dedup") {
      arguments.dedup = false;
    } else {
      return std::nullopt;
    }
  }
  return arguments;
}

// The system downstream. A line is written by one system call, so a dead process leaves whole ones.
class Journal {
 public:
  explicit Journal(const Arguments& arguments)
      : run_(arguments.run),
        file_(open((arguments.folder + "/journal").c_str(),
                   O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {}
  ~Journal() {
    if (file_ >= 0) close(file_);
  }
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  Status Write(std::string_view event, int64_t mark, std::string_view position,
               std::string_view change) {
    const std::string line =
        fmt::format("{}\t{}\t{}\t{}\t{}\n", run_, event, mark, position, change);
    if (write(file_, line.data(), line.size()) == static_cast<ssize_t>(line.size())) {
      return Status::Ok();
    }
    return Status(Code::kIo, "can not write the journal");
  }

 private:
  const std::string run_;
  const int file_;
};

// Marks on their way from the thread that gets to the one that acknowledges.
class MarkQueue {
 public:
  void Push(int64_t mark, std::string end) {
    const std::lock_guard lock(mutex_);
    marks_.emplace_back(mark, std::move(end));
    changed_.notify_all();
  }
  void Finish() {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    changed_.notify_all();
  }
  // The oldest mark and the position at which its batch ends, once more than `behind` are waiting
  // or all have come; nothing when all are gone.
  std::optional<std::pair<int64_t, std::string>> Pop(size_t behind) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return finished_ || marks_.size() > behind; });
    if (marks_.empty()) return std::nullopt;
    auto front = std::move(marks_.front());
    marks_.pop_front();
    return front;
  }
  size_t size() const {
    const std::lock_guard lock(mutex_);
    return marks_.size();
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<int64_t, std::string>> marks_;
  bool finished_ = false;
};

class Consumer {
 public:
  Consumer(const Arguments& arguments, towpath::Stream& stream)
      : arguments_(arguments), stream_(stream), journal_(arguments) {}

  // Until the end, or never (--die-after).
  Status Run() {
    Status acked;
    std::thread acker([&] { acked = AckSlowly(); });
    const Status got = GetAndProcess();
    queue_.Finish();
    acker.join();
    return got.ok() ? acked : got;
  }

 private:
  Status GetAndProcess() {
    for (;;) {
      const auto batch = stream_.GetWithoutAck(kEntriesPerGet, std::chrono::milliseconds(-1));
      if (!batch.ok()) return batch.code() == Code::kEnd ? Status::Ok() : batch.status();
      if (batch->empty()) continue;
      const int64_t mark = batch->mark();
      const towpath::Position first = (*batch)[0].position();
      const std::string end = (*batch)[batch->size() - 1].position().ToString();
      if (Status s = journal_.Write("get", mark, "", ""); !s.ok()) return s;
      console_.Line(first, mark, "get", fmt::format("{} entries", batch->size()), Paint::kPlain);
      for (const Entry entry : *batch) {
        if (Status s = ProcessOnce(entry, mark); !s.ok()) return s;
      }
      queue_.Push(mark, end);
    }
  }

  // An entry that was processed before the stop comes with its duplicate flag set.
  Status ProcessOnce(const Entry& entry, int64_t mark) {
    const bool change = entry.is_rows() || entry.kind() == towpath::EntryKind::kDdl;
    if (!change) return Status::Ok();
    const std::string position = entry.position().ToString();
    std::string what;
    if (Status s = quickstart::Describe(entry, &what); !s.ok()) return s;
    if (entry.duplicate()) {
      console_.Line(entry.position(), mark, "skip", what + " (already processed)", Paint::kDim);
      return journal_.Write("skip", mark, position, "");
    }
    std::string json;
    if (Status s = towpath::AppendJson(entry, &json); !s.ok()) return s;
    std::this_thread::sleep_for(kProcessDelay);
    // The effect, then the promise that it need not be repeated.
    if (Status s = journal_.Write("process", mark, position, json); !s.ok()) return s;
    if (Status s = stream_.MarkProcessed(entry.position()); !s.ok()) return s;
    console_.Line(entry.position(), mark, "process", what, Paint::kGreen);
    ++processed_;
    if (arguments_.die_after != 0 && processed_ >= arguments_.die_after &&
        queue_.size() >= kOutstandingAtDeath) {
      console_.Line(entry.position(), mark, "kill -9", "the program dies here, acks outstanding",
                    Paint::kRed);
      std::fflush(stdout);
      static_cast<void>(raise(SIGKILL));
    }
    return Status::Ok();
  }

  Status AckSlowly() {
    const size_t behind = arguments_.die_after != 0 ? kOutstandingAtDeath : 0;
    while (const auto next = queue_.Pop(behind)) {
      std::this_thread::sleep_for(kAckDelay);
      const auto& [mark, end] = *next;
      if (Status s = stream_.Ack(mark); !s.ok()) return s;
      if (Status s = journal_.Write("ack", mark, end, ""); !s.ok()) return s;
      const auto position = towpath::Position::Parse(end);
      if (!position.ok()) return position.status();
      console_.Line(*position, mark, "ack", "", Paint::kBlue);
    }
    return Status::Ok();
  }

  const Arguments& arguments_;
  towpath::Stream& stream_;
  Journal journal_;
  Console console_;
  MarkQueue queue_;
  uint64_t processed_ = 0;
};

Status SetOptions(const Arguments& arguments, towpath::Options* options) {
  const std::pair<std::string_view, std::string> values[] = {
      {"source.url", arguments.url},
      {"source.start", "earliest"},
      {"source.until", arguments.die_after != 0 ? "" : "latest"},
      {"stream.name", "shop"},
      {"store.url", "sqlite:" + arguments.folder + "/store.db"},
      {"filter.tables", "shop\\..*"},
      {"dedup.mode", arguments.dedup ? "flag" : "off"},
  };
  for (const auto& [key, value] : values) {
    if (Status s = options->Set(key, value); !s.ok()) return s;
  }
  return Status::Ok();
}

Status Follow(const Arguments& arguments) {
  towpath::Options options;
  if (Status s = SetOptions(arguments, &options); !s.ok()) return s;
  const auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) return stream.status();
  if (Status s = Consumer(arguments, **stream).Run(); !s.ok()) return s;
  if (const size_t outstanding = (*stream)->GetStatus().outstanding; outstanding != 0) {
    return Status(Code::kInternal, fmt::format("{} marks are still outstanding", outstanding));
  }
  return (*stream)->Close();
}

}  // namespace

int main(int argc, char** argv) {
  const auto arguments = ParseArguments(argc, argv);
  if (!arguments) {
    fmt::print(stderr, "usage: quickstart_shop FOLDER URL RUN [--die-after=N] [--without-dedup]\n");
    return 2;
  }
  const Status status = Follow(*arguments);
  if (status.ok()) return 0;
  fmt::print(stderr, "quickstart_shop: {}\n", status.ToString());
  return 1;
}
