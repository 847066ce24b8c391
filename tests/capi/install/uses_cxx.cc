// Reads a binlog file through the installed C++ library: uses_cxx FILE-URL
#include <towpath/stream.h>
#include <towpath/version.h>

#include <chrono>
#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  towpath::Options options;
  for (const auto& [key, value] : {std::pair{"source.url", argv[1]},
                                   {"source.start", const_cast<char*>("earliest")},
                                   {"stream.name", const_cast<char*>("cxx")},
                                   {"store.url", const_cast<char*>("memory:")}}) {
    if (towpath::Status s = options.Set(key, value); !s.ok()) return 1;
  }
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) {
    std::fprintf(stderr, "%s\n", stream.status().ToString().c_str());
    return 1;
  }
  size_t entries = 0;
  while (true) {
    const auto batch = (*stream)->Get(100, std::chrono::milliseconds(-1));
    if (batch.code() == towpath::Code::kEnd) break;
    if (!batch.ok()) {
      std::fprintf(stderr, "%s\n", batch.status().ToString().c_str());
      return 1;
    }
    entries += batch->size();
  }
  std::printf("%zu entries\n", entries);
  return 0;
}
