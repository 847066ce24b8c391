// GTID events of all kinds: a byte that chooses which, then the body.
#include "binlog/gtid_event.h"

#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const uint8_t choice = input.Byte();
  binlog::GtidEvent event;
  const auto body = input.Rest();
  bool good = false;
  switch (choice & 3) {
    case 0:
      good = binlog::ParseTaggedGtid(body, &event);
      break;
    case 1:
      good = binlog::ParseMysqlGtid(body, (choice & 4) != 0, &event);
      break;
    default:
      good = binlog::ParseMariadbGtid(body, 7, &event);
      break;
  }
  if (!good || event.gtid.empty()) return 0;
  // A GTID that was read is one that can be written and be part of a set.
  GtidSet set;
  if (!set.Add(event.gtid).ok() || !set.Contains(event.gtid)) __builtin_trap();
  const auto again = GtidSet::Parse(set.ToString());
  if (!again.ok() || !(*again == set)) __builtin_trap();
  return 0;
}
