// Follows a server to its present end, and prints what it saw and the memory that it took.
//
//   consumer KEY=VALUE... [--batch=N] [--hold=N] [--sleep=SECONDS] [--spilled=BYTES]
//
// KEY=VALUE are options of the stream. Every value of every row is looked at.
//   --batch   entries asked for in a get; 1000
//   --hold    batches that are outstanding before the first is acknowledged; then all of them
//             are; 1
//   --sleep   sleeps once, behind the first batch, with everything unread waiting on the server
//   --spilled sleeps there until so many bytes are in files
//
// One line of JSON: rows, bytes (of values), batches, base_kib (resident before the stream is
// opened), peak_kib (the most there ever was), reconnects.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>
#include <thread>

#include "fmt/format.h"
#include "towpath/stream.h"

namespace {

using towpath::Code;
using towpath::Entry;
using towpath::Status;

void Check(const Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "consumer: %s\n", status.ToString().c_str());
  std::exit(1);
}

// A line of /proc/self/status, which counts from the start of this program; getrusage begins with
// the memory of the one that started it.
uint64_t OwnKib(std::string_view key) {
  std::FILE* file = std::fopen("/proc/self/status", "r");
  if (file == nullptr) return 0;
  char line[256];
  uint64_t value = 0;
  while (std::fgets(line, sizeof line, file) != nullptr) {
    if (std::string_view(line).starts_with(key)) {
      value = std::strtoull(line + key.size() + 1, nullptr, 10);
    }
  }
  std::fclose(file);
  return value;
}

struct Seen {
  uint64_t rows = 0;
  uint64_t bytes = 0;
  uint64_t batches = 0;
};

void Look(const towpath::Batch& batch, Seen* seen) {
  ++seen->batches;
  towpath::RowReader rows;
  for (const Entry entry : batch) {
    for (rows.Start(entry); rows.Next(); ++seen->rows) {
      for (const towpath::Value& value : rows.after()) {
        for (const uint8_t byte : value.bytes()) seen->bytes += byte != 0 ? 1 : 0;
      }
    }
    Check(rows.status());
  }
}

}  // namespace

int main(int argc, char** argv) {
  size_t batch_size = 1000;
  size_t hold = 1;
  uint64_t sleep = 0;
  uint64_t spilled = 0;
  towpath::Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const size_t equals = argument.find('=');
    if (equals == std::string_view::npos) return 2;
    const std::string key(argument.substr(0, equals));
    const std::string value(argument.substr(equals + 1));
    if (key == "--batch") {
      batch_size = std::stoul(value);
    } else if (key == "--hold") {
      hold = std::stoul(value);
    } else if (key == "--sleep") {
      sleep = std::stoul(value);
    } else if (key == "--spilled") {
      spilled = std::stoul(value);
    } else {
      Check(options.Set(key, value));
    }
  }
  const uint64_t base_kib = OwnKib("VmRSS:");
  const auto stream = towpath::Stream::Open(options);
  Check(stream.status());

  Seen seen;
  std::deque<int64_t> held;
  for (;;) {
    const auto batch = (*stream)->GetWithoutAck(batch_size, std::chrono::milliseconds(-1));
    if (batch.code() == Code::kEnd) break;
    Check(batch.status());
    Look(*batch, &seen);
    if (sleep != 0) std::this_thread::sleep_for(std::chrono::seconds(sleep));
    sleep = 0;
    while ((*stream)->GetStatus().spilled_bytes < spilled) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    spilled = 0;
    held.push_back(batch->mark());
    if (held.size() < hold) continue;
    for (; !held.empty(); held.pop_front()) Check((*stream)->Ack(held.front()));
  }
  for (; !held.empty(); held.pop_front()) Check((*stream)->Ack(held.front()));
  const uint64_t reconnects = (*stream)->GetStatus().reconnects;
  Check((*stream)->Close());
  fmt::print(
      "{{\"rows\": {}, \"bytes\": {}, \"batches\": {}, \"base_kib\": {}, \"peak_kib\": {}, "
      "\"reconnects\": {}}}\n",
      seen.rows, seen.bytes, seen.batches, base_kib, OwnKib("VmHWM:"), reconnects);
  return 0;
}
