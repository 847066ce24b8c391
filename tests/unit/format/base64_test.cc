#include "format/base64.h"

#include <random>

#include "tests/catch.h"

namespace towpath::format {
namespace {

std::string Encode(std::string_view text, size_t zeros = 0) {
  std::string out;
  AppendBase64({reinterpret_cast<const uint8_t*>(text.data()), text.size()}, zeros, &out);
  return out;
}

// By the definition, bit by bit; the padding adds nothing.
std::string Decode(std::string_view text) {
  const std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    bits = bits << 6 | static_cast<unsigned>(alphabet.find(c));
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> count & 0xff);
    }
  }
  return out;
}

TEST_CASE("base64: the vectors of RFC 4648") {
  CHECK(Encode("").empty());
  CHECK(Encode("f") == "Zg==");
  CHECK(Encode("fo") == "Zm8=");
  CHECK(Encode("foo") == "Zm9v");
  CHECK(Encode("foob") == "Zm9vYg==");
  CHECK(Encode("fooba") == "Zm9vYmE=");
  CHECK(Encode("foobar") == "Zm9vYmFy");
}

TEST_CASE("base64: trailing zeros count as bytes") {
  for (size_t size = 0; size < 8; ++size) {
    for (size_t zeros = 0; zeros < 8; ++zeros) {
      const std::string text(size, '\xab');
      CHECK(Encode(text, zeros) == Encode(text + std::string(zeros, '\0')));
    }
  }
}

TEST_CASE("base64: what is encoded can be decoded") {
  std::mt19937 random(1);
  for (size_t size = 0; size < 300; ++size) {
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    const std::string encoded = Encode(bytes);
    REQUIRE(encoded.size() == (size + 2) / 3 * 4);
    REQUIRE(Decode(encoded) == bytes);
  }
}

TEST_CASE("base64: appends") {
  std::string out = "x";
  AppendBase64({}, 1, &out);
  CHECK(out == "xAA==");
}

}  // namespace
}  // namespace towpath::format
