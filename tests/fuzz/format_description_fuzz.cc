// FORMAT_DESCRIPTION: a whole event whose checksum is made to fit, and events behind it.
#include "binlog/format_description.h"

#include <zlib.h>

#include <string>

#include "tests/support/binlog_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  std::string event(reinterpret_cast<const char*>(data), size);
  if (event.size() >= 23) {
    std::string covered = event.substr(0, event.size() - 4);
    covered[17] = static_cast<char>(covered[17] & ~1);
    event.replace(event.size() - 4, 4,
                  test::Le(crc32(0, reinterpret_cast<const Bytef*>(covered.data()),
                                 static_cast<uInt>(covered.size())),
                           4));
  }
  const auto format = binlog::FormatDescription::Parse(
      {reinterpret_cast<const uint8_t*>(event.data()), event.size()});
  if (!format.ok()) {
    if (format.status().message().empty()) __builtin_trap();
    return 0;
  }
  for (int type = 0; type < 256; ++type) (void)format->TypeOf(static_cast<binlog::EventType>(type));
  (void)format->rows_not_released();
  return 0;
}
