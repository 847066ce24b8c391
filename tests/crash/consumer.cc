// The consumer that gets killed: follows a server through a stream, writes down what it sees, and
// acknowledges on a second thread, later.
//
//   consumer URL STORE JOURNAL [UNTIL]
//
// The journal has a line for each thing that happened, each written by one write(2), so that
// SIGKILL loses none that was said before it:
//   get MARK ENTRIES            a batch was handed out
//   row POSITION DUPLICATE      a row entry is being processed (DUPLICATE: 0 or 1)
//   done POSITION               mark_processed has returned for it
//   ack MARK                    ack has returned for it
//   end                         everything up to UNTIL was handed out and acknowledged
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <random>
#include <string>
#include <thread>

#include "fmt/format.h"
#include "towpath/stream.h"

namespace {

using towpath::Code;
using towpath::Status;

int journal = -1;

void Say(const std::string& line) {
  const std::string text = line + "\n";
  if (write(journal, text.data(), text.size()) != static_cast<ssize_t>(text.size())) std::exit(3);
}

[[noreturn]] void Fail(const Status& status) {
  std::fprintf(stderr, "consumer: %s\n", status.ToString().c_str());
  std::exit(1);
}

void Check(const Status& status) {
  if (!status.ok()) Fail(status);
}

// Acknowledges marks in order, somewhat behind.
class Acknowledger {
 public:
  explicit Acknowledger(towpath::Stream& stream) : stream_(stream) {}

  void Add(int64_t mark) {
    const std::lock_guard lock(mutex_);
    marks_.push_back(mark);
    changed_.notify_one();
  }
  void Finish() {
    {
      const std::lock_guard lock(mutex_);
      finished_ = true;
      changed_.notify_one();
    }
    thread_.join();
  }

 private:
  void Run() {
    std::mt19937 random(std::random_device{}());
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !marks_.empty() || finished_; });
      if (marks_.empty()) return;
      const int64_t mark = marks_.front();
      marks_.pop_front();
      const bool hurry = finished_;
      lock.unlock();
      if (!hurry) std::this_thread::sleep_for(std::chrono::microseconds(random() % 4000));
      Check(stream_.Ack(mark));
      Say(fmt::format("ack {}", mark));
    }
  }

  towpath::Stream& stream_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int64_t> marks_;
  bool finished_ = false;
  std::thread thread_{[this] { Run(); }};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) return 2;
  journal = open(argv[3], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (journal < 0) return 3;
  towpath::Options options;
  Check(options.Set("source.url", argv[1]));
  Check(options.Set("store.url", std::string("sqlite:") + argv[2]));
  Check(options.Set("stream.name", "crash"));
  Check(options.Set("source.start", "earliest"));
  Check(options.Set("filter.tables", "crash\\..*"));
  if (argc == 5) Check(options.Set("source.until", argv[4]));
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) Fail(stream.status());

  Acknowledger acknowledger(**stream);
  for (;;) {
    const auto batch = (*stream)->GetWithoutAck(7, std::chrono::milliseconds(-1));
    if (batch.code() == Code::kEnd) break;
    if (!batch.ok()) Fail(batch.status());
    Say(fmt::format("get {} {}", batch->mark(), batch->size()));
    for (const towpath::Entry entry : *batch) {
      if (!entry.is_rows()) continue;
      const std::string position = entry.position().ToString();
      Say(fmt::format("row {} {}", position, entry.duplicate() ? 1 : 0));
      if (entry.duplicate()) continue;
      Check((*stream)->MarkProcessed(entry.position()));
      Say(fmt::format("done {}", position));
    }
    acknowledger.Add(batch->mark());
  }
  acknowledger.Finish();
  Check((*stream)->Close());
  Say("end");
  return 0;
}
