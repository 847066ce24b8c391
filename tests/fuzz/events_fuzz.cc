// A stream of events, and all that is done with what comes of it: the first byte chooses the
// server, the rest is {type, flags, length of two bytes, body}*.
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/read_entries.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  static constexpr const char* kServers[] = {"9.7.4",           "11.8.3-MariaDB", "8.0.36-log",
                                             "10.2.44-MariaDB", "5.6.51-log",     "5.1.73-log"};
  test::FuzzInput input(data, size);
  const uint8_t choice = input.Byte();
  // Without checksums: what they protect is fuzzed here; the `file` target has them.
  test::BinlogBuilder log(kServers[choice % std::size(kServers)], false);
  log.Format();

  test::EntryCollector sink;
  binlog::DecoderConfig config;
  config.schema_mode = model::SchemaMode::kPositional;
  if ((choice & 0x80) != 0) config.statements = model::StatementPolicy::kDeliver;
  binlog::Decoder decoder(config);
  decoder.Start("binlog.000001", 4, false);
  std::vector<std::string> events = test::SplitEvents(log.bytes());
  while (!input.empty()) {
    const uint8_t type = input.Byte();
    const auto flags = static_cast<uint16_t>(input.Byte());
    const auto body = input.Piece();
    events.push_back(log.Frame(type, {reinterpret_cast<const char*>(body.data()), body.size()}, 0,
                               flags, false));
  }
  for (const std::string& event : events)
    if (!decoder.Feed(test::MakeFrame(event), sink).ok()) break;
  test::ReadEntries(sink.entries());
  return 0;
}
