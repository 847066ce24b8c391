// GTIDs and sets of them: as text and as the servers encode them; what is read is written the same.
#include <string_view>

#include "towpath/gtid.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using towpath::GtidSet;
  if (const auto decoded = GtidSet::Decode({data, size}); decoded.ok()) {
    const auto again = GtidSet::Parse(decoded->ToString());
    if (!again.ok() || !(*again == *decoded)) __builtin_trap();
  }
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto gtid = towpath::Gtid::Parse(text); gtid.ok()) {
    const auto again = towpath::Gtid::Parse(gtid->ToString());
    if (!again.ok() || !(*again == *gtid)) __builtin_trap();
    GtidSet set;
    if (!gtid->empty() && (!set.Add(*gtid).ok() || !set.Contains(*gtid))) __builtin_trap();
  }
  if (const auto parsed = GtidSet::Parse(text); parsed.ok()) {
    const auto again = GtidSet::Parse(parsed->ToString());
    if (!again.ok() || !(*again == *parsed)) __builtin_trap();
    if (parsed->flavor() == towpath::Flavor::kMysql) {
      const std::string encoded = parsed->Encode();
      const auto decoded =
          GtidSet::Decode({reinterpret_cast<const uint8_t*>(encoded.data()), encoded.size()});
      if (!decoded.ok() || !(*decoded == *parsed)) __builtin_trap();
    }
  }
  return 0;
}
