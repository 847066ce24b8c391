#include "binlog/zstd_frame.h"

#include <zstd.h>

#include <string>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"

namespace towpath::binlog {
namespace {

using test::Le;

constexpr uint64_t kMiB = uint64_t{1} << 20;

bool Parse(const std::string& bytes, ZstdFrame* out) {
  return ParseZstdFrame({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, out);
}

std::string Block(int type, uint32_t size, const std::string& bytes, bool last = false) {
  return Le(static_cast<uint64_t>(size) << 3 | static_cast<uint64_t>(type) << 1 | (last ? 1 : 0),
            3) +
         bytes;
}

TEST_CASE("the head of a zstd frame", "[zstd]") {
  const std::string magic = Le(0xfd2fb528, 4);
  ZstdFrame frame;
  // Window and nothing else: 2^21, and 2^21 with seven eighths.
  REQUIRE(Parse(magic + Le(0x00, 1) + Le(0x58, 1), &frame));
  CHECK(frame.window_size == 2 * kMiB);
  CHECK_FALSE(frame.content_size.has_value());
  REQUIRE(Parse(magic + Le(0x04, 1) + Le(0x5f, 1), &frame));
  CHECK(frame.window_size == 2 * kMiB + 7 * kMiB / 4);
  // The size of the content in 1, 2, 4 and 8 bytes; that in two bytes begins at 256.
  REQUIRE(Parse(magic + Le(0x20, 1) + Le(200, 1), &frame));
  CHECK(frame.content_size == 200);
  CHECK(frame.window_size == 200);
  REQUIRE(Parse(magic + Le(0x60, 1) + Le(44, 2), &frame));
  CHECK(frame.content_size == 300);
  REQUIRE(Parse(magic + Le(0xa0, 1) + Le(70000, 4), &frame));
  CHECK(frame.content_size == 70000);
  REQUIRE(Parse(magic + Le(0xe0, 1) + Le(uint64_t{1} << 40, 8), &frame));
  CHECK(frame.content_size == uint64_t{1} << 40);
  // Both, behind the id of a dictionary.
  REQUIRE(Parse(magic + Le(0x83, 1) + Le(0x58, 1) + Le(0xdeadbeef, 4) + Le(5, 4), &frame));
  CHECK(frame.window_size == 2 * kMiB);
  CHECK(frame.content_size == 5);

  REQUIRE(Parse(Le(0x184d2a5f, 4), &frame));
  CHECK(frame.skippable);
  CHECK_FALSE(Parse(Le(0xfd2fb527, 4) + std::string(20, '\0'), &frame));
  const std::string whole = magic + Le(0x83, 1) + Le(0x58, 1) + Le(7, 4) + Le(5, 4);
  for (size_t n = 0; n < whole.size(); ++n) CHECK_FALSE(Parse(whole.substr(0, n), &frame));
}

TEST_CASE("what the blocks of a zstd frame can hold", "[zstd]") {
  const std::string head = Le(0xfd2fb528, 4) + Le(0x00, 1) + Le(0x58, 1);
  const auto most = [&](const std::string& blocks) {
    ZstdFrame frame;
    REQUIRE(Parse(head + blocks, &frame));
    return frame.most_content;
  };
  CHECK(most("") == 0);
  CHECK(most(Block(0, 3, "raw")) == 3);
  CHECK(most(Block(1, 1000, "x")) == 1000);
  CHECK(most(Block(1, 1 << 20, "x")) == kMaxZstdBlock);  // more than a block may have
  CHECK(most(Block(2, 3, "zip")) == kMaxZstdBlock);
  CHECK(most(Block(0, 3, "raw") + Block(1, 10, "x") + Block(2, 1, "z", true)) ==
        13 + kMaxZstdBlock);
  // Behind the last, behind one that can not be, and behind the end is nothing.
  CHECK(most(Block(0, 3, "raw", true) + Block(1, 10, "x")) == 3);
  CHECK(most(Block(0, 3, "raw") + Block(3, 5, "xxxxx") + Block(1, 10, "x")) == 3);
  CHECK(most(Block(0, 3, "raw") + Block(0, 3, "")) == 6);
  CHECK(most(Block(0, 3, "raw") + "\1") == 3);
  // A window below a block's size makes the blocks smaller.
  ZstdFrame frame;
  REQUIRE(Parse(Le(0xfd2fb528, 4) + Le(0x00, 1) + Le(0, 1) + Block(2, 1, "z"), &frame));
  CHECK(frame.most_content == 1024);
}

TEST_CASE("frames of zstd hold what they are said to be able to", "[zstd]") {
  for (const size_t size : {0, 1, 1000, 131072, 131073, 3000000}) {
    std::string content;
    uint32_t state = 7;
    while (content.size() < size) {
      state = state * 1664525 + 1013904223;
      content.append(state >> 24 & 15, static_cast<char>(state >> 16));
    }
    content.resize(size);
    for (const int level : {-5, 1, 3, 19, 22}) {
      std::string bytes(ZSTD_compressBound(size), '\0');
      bytes.resize(
          ZSTD_compress(bytes.data(), bytes.size(), content.data(), content.size(), level));
      ZstdFrame frame;
      REQUIRE(Parse(bytes, &frame));
      CHECK(frame.content_size == size);
      CHECK(frame.most_content >= size);
      // The blocks are not all full.
      CHECK(frame.most_content <= 2 * size + kMaxZstdBlock);
    }
  }
}

TEST_CASE("the byte for a window", "[zstd]") {
  for (unsigned byte = 0; byte < 256; ++byte) {
    ZstdFrame frame;
    REQUIRE(Parse(Le(0xfd2fb528, 4) + Le(0x00, 1) + Le(byte, 1), &frame));
    CHECK(ZstdWindowByte(frame.window_size) == byte);
    if (byte != 255) CHECK(ZstdWindowByte(frame.window_size + 1) == byte + 1);
  }
  CHECK(ZstdWindowByte(0) == 0);
  CHECK(ZstdWindowByte(128 * kMiB) == 17 << 3);
}

}  // namespace
}  // namespace towpath::binlog
