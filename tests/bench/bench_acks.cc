// bench_acks fsync FOLDER COUNT             the ceiling: a page written and synced, COUNT times
// bench_acks ack|mark FILE THREADS COUNT [OPTION=VALUE...]
//
// What it costs to make progress durable: COUNT batches of one entry of a binlog file, each
// acknowledged, or its entry marked as processed, by THREADS threads. Acks go in order, so a thread
// whose turn it is not tries again.
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "measurement.h"
#include "towpath/batch.h"
#include "towpath/options.h"
#include "towpath/stream.h"

namespace {

struct Calls {
  std::vector<double> seconds;  // by call
  double total = 0;
};

int Fail(const towpath::Status& status) {
  std::fprintf(stderr, "bench_acks: %s\n", status.ToString().c_str());
  return 1;
}

void Print(const char* subject, Calls calls) {
  std::sort(calls.seconds.begin(), calls.seconds.end());
  const size_t count = calls.seconds.size();
  double sum = 0;
  for (const double s : calls.seconds) sum += s;
  std::printf(
      "{\"subject\": \"%s\", \"count\": %zu, \"seconds\": %.6f, \"mean_us\": %.2f, "
      "\"p99_us\": %.2f}\n",
      subject, count, calls.total, sum / static_cast<double>(count) * 1e6,
      calls.seconds[count * 99 / 100] * 1e6);
}

// As SQLite commits in WAL mode with synchronous=FULL: a page behind the others, and a sync.
int Sync(const std::string& folder, size_t count) {
  const std::string path = folder + "/fsync";
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) {
    std::perror(path.c_str());
    return 1;
  }
  const std::string page(4096 + 24, 'x');
  Calls calls;
  const double begin = bench_wall_seconds();
  for (size_t i = 0; i < count; ++i) {
    const double before = bench_wall_seconds();
    if (::write(fd, page.data(), page.size()) != static_cast<ssize_t>(page.size()) ||
        ::fdatasync(fd) != 0) {
      std::perror(path.c_str());
      return 1;
    }
    calls.seconds.push_back(bench_wall_seconds() - before);
  }
  calls.total = bench_wall_seconds() - begin;
  ::close(fd);
  ::unlink(path.c_str());
  Print("fsync", std::move(calls));
  return 0;
}

towpath::Status Run(const towpath::Options& options, bool mark, unsigned threads, size_t count,
                    Calls* calls) {
  using namespace std::chrono_literals;
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) return stream.status();
  std::vector<towpath::Batch> batches;
  while (batches.size() < count) {
    auto batch = (*stream)->GetWithoutAck(1, -1ms);
    if (!batch.ok()) return batch.status();
    batches.push_back(*std::move(batch));
  }
  calls->seconds.resize(count);
  std::atomic<size_t> next{0};
  std::vector<towpath::Status> results(threads);
  const auto work = [&](towpath::Status* result) {
    for (size_t i = next++; i < count && result->ok(); i = next++) {
      const double before = bench_wall_seconds();
      for (;;) {
        *result = mark ? (*stream)->MarkProcessed((*batches[i].begin()).position())
                       : (*stream)->Ack(batches[i].mark());
        if (result->code() != towpath::Code::kOutOfOrder) break;
        sched_yield();
      }
      calls->seconds[i] = bench_wall_seconds() - before;
    }
  };
  const double begin = bench_wall_seconds();
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back(work, &results[i]);
  for (std::thread& worker : workers) worker.join();
  calls->total = bench_wall_seconds() - begin;
  for (const towpath::Status& result : results) {
    if (!result.ok()) return result;
  }
  return (*stream)->Close();
}

towpath::Status Set(towpath::Options* options, const std::string& setting) {
  const size_t equals = setting.find('=');
  if (equals == std::string::npos) {
    return {towpath::Code::kInvalidArgument, setting + ": expected OPTION=VALUE"};
  }
  return options->Set(setting.substr(0, equals), setting.substr(equals + 1));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "fsync" && argc == 4) return Sync(argv[2], std::strtoul(argv[3], nullptr, 10));
  if ((what != "ack" && what != "mark") || argc < 5) {
    std::fprintf(stderr,
                 "usage: bench_acks fsync FOLDER COUNT\n"
                 "       bench_acks ack|mark FILE THREADS COUNT [OPTION=VALUE...]\n");
    return 2;
  }
  towpath::Options options;
  std::vector<std::string> settings = {
      "stream.name=bench", "source.start=earliest",
      "store.url=memory:", std::string("source.url=file://") + argv[2]};
  settings.insert(settings.end(), argv + 5, argv + argc);
  for (const std::string& setting : settings) {
    if (towpath::Status s = Set(&options, setting); !s.ok()) return Fail(s);
  }
  Calls calls;
  const auto threads = static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10));
  if (towpath::Status s =
          Run(options, what == "mark", threads, std::strtoul(argv[4], nullptr, 10), &calls);
      !s.ok()) {
    return Fail(s);
  }
  Print(argv[1], std::move(calls));
  return 0;
}
