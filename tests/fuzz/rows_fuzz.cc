// A TABLE_MAP and rows for it: server, kind, then the map's body and the rows event's body.
#include <string>

#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/read_entries.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const bool mariadb = (input.Byte() & 1) != 0;
  static constexpr uint8_t kTypes[] = {23,  24,  25,  30,  31,  32, 39, 166,
                                       167, 168, 169, 170, 171, 20, 21, 22};
  const uint8_t type = kTypes[input.Byte() % sizeof(kTypes)];
  const auto text = [](std::span<const uint8_t> bytes) {
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  };
  test::BinlogBuilder log(mariadb ? "11.8.3-MariaDB" : "9.7.4", false);
  log.Format();
  log.Event(19, test::Le(1, 6) + text(input.Piece()));
  log.Event(type, test::Le(1, 6) + text(input.Rest()));

  test::EntryCollector sink;
  binlog::DecoderConfig config;
  config.schema_mode = model::SchemaMode::kPositional;
  binlog::Decoder decoder(config);
  decoder.Start("binlog.000001", 4, false);
  for (const std::string& event : test::SplitEvents(log.bytes()))
    if (!decoder.Feed(test::MakeFrame(event), sink).ok()) break;
  test::ReadEntries(sink.entries());
  return 0;
}
