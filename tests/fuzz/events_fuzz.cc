// A stream of events: the first byte chooses the server, the rest is {type, body}*.
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_input.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const bool mariadb = (input.Byte() & 1) != 0;
  // Without checksums: a fuzzer does not find right ones.
  test::BinlogBuilder log(mariadb ? "11.8.3-MariaDB" : "9.7.4", false);
  log.Format();

  test::EntryCollector sink;
  binlog::DecoderConfig config;
  config.schema_mode = model::SchemaMode::kPositional;
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
  for (const Entry& entry : sink.entries()) {
    Status status;
    test::RowsAsText(entry, &status);
    if (entry.is_rows()) (void)entry.row_count();
    (void)entry.position().ToString();
  }
  return 0;
}
