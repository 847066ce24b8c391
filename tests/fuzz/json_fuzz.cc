// MySQL's binary JSON.
#include "binlog/json.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string out = "before";
  if (!towpath::binlog::AppendJson({data, size}, &out) && out != "before") __builtin_trap();
  return 0;
}
