// bench_stream URL [OPTION=VALUE...]: every value of a source through the public C++ API.
//
// The source must have an end: binlog files, or source.until=latest. Batches of at most 1,000
// entries are acknowledged one by one; store.url=sqlite:PATH makes that durable.
#include <cstdio>
#include <string>

#include "digest.h"
#include "measurement.h"
#include "towpath/batch.h"
#include "towpath/options.h"
#include "towpath/stream.h"

namespace {

constexpr size_t kBatchEntries = 1000;

int Fail(const towpath::Status& status) {
  std::fprintf(stderr, "bench_stream: %s\n", status.ToString().c_str());
  return 1;
}

towpath::Status Run(const towpath::Options& options, bench_seen* seen) {
  using namespace std::chrono_literals;
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) return stream.status();
  towpath::bench::Digest digest(seen);
  for (;;) {
    auto batch = (*stream)->GetWithoutAck(kBatchEntries, -1ms);
    if (batch.code() == towpath::Code::kEnd) return (*stream)->Close();
    if (!batch.ok()) return batch.status();
    for (const towpath::Entry entry : *batch) {
      if (towpath::Status s = digest.AddRows(entry); !s.ok()) return s;
    }
    seen->entries += batch->size();
    if (towpath::Status s = (*stream)->Ack(batch->mark()); !s.ok()) return s;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_stream URL [OPTION=VALUE...]\n");
    return 2;
  }
  towpath::Options options;
  const auto set = [&options](const std::string& setting) {
    const size_t equals = setting.find('=');
    if (equals == std::string::npos) {
      return towpath::Status(towpath::Code::kInvalidArgument, setting + ": expected OPTION=VALUE");
    }
    return options.Set(setting.substr(0, equals), setting.substr(equals + 1));
  };
  for (const char* setting : {"stream.name=bench", "source.start=earliest", "store.url=memory:"}) {
    if (towpath::Status s = set(setting); !s.ok()) return Fail(s);
  }
  if (towpath::Status s = set(std::string("source.url=") + argv[1]); !s.ok()) return Fail(s);
  for (int i = 2; i < argc; ++i) {
    if (towpath::Status s = set(argv[i]); !s.ok()) return Fail(s);
  }
  bench_measurement m;
  bench_begin(&m);
  if (towpath::Status s = Run(options, &m.seen); !s.ok()) return Fail(s);
  bench_end(&m, "stream");
  return 0;
}
