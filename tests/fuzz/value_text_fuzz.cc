// AppendText of any value in any column.
#include <string>

#include "tests/fuzz/fuzz_input.h"
#include "towpath/value.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  Column column;
  column.collation = static_cast<uint32_t>(input.Number(2));
  column.labels.resize(input.Byte() % 65, "label");
  Value value;
  value.kind = static_cast<ValueKind>(input.Byte() % 24);
  value.precision = input.Byte();
  value.scale = input.Byte() % 7;
  value.padding = input.Byte();
  if (value.kind == ValueKind::kDecimal) value.scale = input.Byte();
  switch (value.kind) {
    case ValueKind::kFloat:
      value.f64 = static_cast<float>(static_cast<int64_t>(input.Number(8)));
      break;
    case ValueKind::kDecimal:
    case ValueKind::kText:
    case ValueKind::kBinary:
    case ValueKind::kJson:
    case ValueKind::kGeometry:
    case ValueKind::kVector:
    case ValueKind::kUuid:
    case ValueKind::kInet4:
    case ValueKind::kInet6:
    case ValueKind::kJsonDiff: {
      const auto rest = input.Rest();
      value.data = rest.data();
      value.size = static_cast<uint32_t>(rest.size());
      break;
    }
    default:
      value.u64 = input.Number(8);
      break;
  }
  std::string out = "before";
  if (!AppendText(column, value, &out).ok() && out != "before") __builtin_trap();
  return 0;
}
