// Prints every change of a server as JSON:  quick mysql://user:password@host/
#include <chrono>
#include <cstdio>
#include <string>

#include "towpath/format.h"
#include "towpath/stream.h"

int Fail(const towpath::Status& status) {
  std::fprintf(stderr, "%s\n", status.ToString().c_str());
  return 1;
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  towpath::Options options;
  if (towpath::Status s = options.Set("source.url", argv[1]); !s.ok()) return Fail(s);
  if (towpath::Status s = options.Set("stream.name", "quick"); !s.ok()) return Fail(s);
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) return Fail(stream.status());
  while (true) {
    auto batch = (*stream)->GetWithoutAck(1000, std::chrono::milliseconds(-1));
    if (!batch.ok()) return Fail(batch.status());
    for (const towpath::Entry entry : *batch) {
      std::string json;
      if (towpath::Status s = AppendJson(entry, &json); !s.ok()) return Fail(s);
      std::puts(json.c_str());
    }
    std::fflush(stdout);
    if (towpath::Status s = (*stream)->Ack(batch->mark()); !s.ok()) return Fail(s);
  }
}
