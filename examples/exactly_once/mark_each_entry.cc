// Exactly once but for one entry a crash: each entry is marked as processed when its effect is
// made.
//
//   mark_each_entry URL FOLDER [UNTIL]
//
// The effect is a line in FOLDER/journal, a place that knows no transactions. MarkProcessed is
// durable when it returns, so after a crash every entry that was marked comes with its duplicate
// flag set. Between an effect and its mark lies one entry: after a crash just there it comes again,
// as new. The line begins with the entry's position, by which a receiver can tell that one.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

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

// One line, one write.
void Append(int journal, const Entry& entry) {
  std::string line = entry.position().ToString() + "\t";
  Check(AppendJson(entry, &line));
  line += "\n";
  if (write(journal, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
    Fail("can not write the journal");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) Fail("usage: mark_each_entry URL FOLDER [UNTIL]");
  const std::string folder = argv[2];
  const int journal = open((folder + "/journal").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (journal < 0) Fail("can not open the journal in " + folder);

  towpath::Options options;
  Check(options.Set("source.url", argv[1]));
  Check(options.Set("source.start", "earliest"));
  Check(options.Set("source.until", argc > 3 ? argv[3] : ""));
  Check(options.Set("filter.tables", "shop\\.movements"));
  Check(options.Set("filter.events", "insert,update,delete"));
  Check(options.Set("stream.name", "journal"));
  Check(options.Set("store.url", "sqlite:" + folder + "/store.db"));
  Check(options.Set("dedup.mode", "flag"));
  const auto stream = towpath::Stream::Open(options);
  Check(stream.status());
  for (;;) {
    const auto batch = (*stream)->GetWithoutAck(100, std::chrono::milliseconds(-1));
    if (batch.code() == Code::kEnd) return 0;
    Check(batch.status());
    for (const Entry entry : *batch) {
      if (entry.duplicate()) continue;
      Append(journal, entry);
      Check((*stream)->MarkProcessed(entry.position()));
    }
    Check((*stream)->Ack(batch->mark()));
  }
}
