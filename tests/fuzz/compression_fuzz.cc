// Compressed blocks and payloads: a byte that chooses which, then their bytes.
#include "binlog/compression.h"

#include <algorithm>
#include <vector>

#include "tests/fuzz/fuzz_input.h"

namespace {

// A payload may expand to any size; the first part of it shows what there is to see.
constexpr size_t kEnough = 256 << 10;

void ReadPayload(std::span<const uint8_t> body) {
  using namespace towpath::binlog;
  TransactionPayload payload;
  if (!ParseTransactionPayload(body, &payload).ok()) return;
  PayloadReader reader;
  reader.Start(payload);
  std::vector<uint8_t> piece(1 + body.size() % 8192);
  for (size_t read = 0; read < kEnough;) {
    size_t filled = 0;
    if (!reader.Read(piece.data(), piece.size(), &filled).ok()) return;
    if (filled > piece.size()) __builtin_trap();
    if (filled < piece.size()) break;
    read += filled;
  }
}

void ReadBlock(std::span<const uint8_t> bytes) {
  using namespace towpath::binlog;
  CompressedBlock block;
  if (!ParseCompressedBlock(bytes, &block)) return;
  std::vector<uint8_t> content(block.content_size);
  Inflater inflater;
  (void)inflater.Inflate(block.stream, true, content.data(), content.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  towpath::test::FuzzInput input(data, size);
  if ((input.Byte() & 1) != 0) {
    ReadPayload(input.Rest());
  } else {
    ReadBlock(input.Rest());
  }
  return 0;
}
