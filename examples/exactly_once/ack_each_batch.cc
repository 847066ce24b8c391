// Exactly once while it lives: batches are acknowledged, and when the receiver fails in the middle
// of one, only what it has not taken comes again.
//
//   ack_each_batch URL FOLDER [UNTIL]
//
// The receiver is the file FOLDER/journal; while there is a file FOLDER/closed, it takes nothing.
// Then what was taken so far is marked as processed and the batch is rolled back: with
// dedup.mode=drop the marked entries do not come again. After a crash the batch that was not
// acknowledged comes again as a whole, at most 100 entries here. Cheaper than a mark for each
// entry: one durable write a batch.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "towpath/format.h"
#include "towpath/stream.h"

using towpath::Code;
using towpath::Entry;
using towpath::Status;

namespace {

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

void Check(const Status& status) {
  if (!status.ok()) Fail(status.ToString());
}

class Receiver {
 public:
  explicit Receiver(const std::string& folder)
      : closed_(folder + "/closed"),
        journal_(open((folder + "/journal").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600)) {
    if (journal_ < 0) Fail("can not open the journal in " + folder);
  }
  ~Receiver() { close(journal_); }
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  // False: it takes nothing now.
  bool Take(const Entry& entry) {
    if (access(closed_.c_str(), F_OK) == 0) return false;
    std::string line = entry.position().ToString() + "\t";
    Check(AppendJson(entry, &line));
    line += "\n";
    return write(journal_, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  }

 private:
  const std::string closed_;
  const int journal_;
};

// Whether the receiver has taken all; if not, the stream is back behind what it has taken.
bool TakeBatch(const towpath::Batch& batch, Receiver& receiver, towpath::Stream& stream) {
  towpath::Position taken;
  for (const Entry entry : batch) {
    if (!receiver.Take(entry)) {
      if (!taken.empty()) Check(stream.MarkProcessed(taken));
      Check(stream.Rollback());
      return false;
    }
    taken = entry.position();
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) Fail("usage: ack_each_batch URL FOLDER [UNTIL]");
  const std::string folder = argv[2];
  Receiver receiver(folder);

  towpath::Options options;
  Check(options.Set("source.url", argv[1]));
  Check(options.Set("source.start", "earliest"));
  Check(options.Set("source.until", argc > 3 ? argv[3] : ""));
  Check(options.Set("filter.tables", "shop\\.movements"));
  Check(options.Set("filter.events", "insert,update,delete"));
  Check(options.Set("stream.name", "batches"));
  Check(options.Set("store.url", "sqlite:" + folder + "/store.db"));
  Check(options.Set("dedup.mode", "drop"));
  const auto stream = towpath::Stream::Open(options);
  Check(stream.status());
  for (;;) {
    const auto batch = (*stream)->GetWithoutAck(100, std::chrono::milliseconds(-1));
    if (batch.code() == Code::kEnd) return 0;
    Check(batch.status());
    if (TakeBatch(*batch, receiver, **stream)) {
      Check((*stream)->Ack(batch->mark()));
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
}
