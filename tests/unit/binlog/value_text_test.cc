// AppendText: what the servers print in ways of their own.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "towpath/value.h"

namespace towpath {
namespace {

Value BytesValue(ValueKind kind, std::span<const uint8_t> bytes) {
  Value value;
  value.kind = kind;
  value.size = static_cast<uint32_t>(bytes.size());
  value.data = bytes.data();
  return value;
}

std::string TextOf(const Value& value) {
  std::string text;
  const Status status = AppendText(Column(), value, &text);
  INFO(status.ToString());
  REQUIRE(status.ok());
  return text;
}

std::string Inet6(std::array<uint16_t, 8> words) {
  std::array<uint8_t, 16> bytes;
  for (size_t i = 0; i < words.size(); ++i) {
    bytes[2 * i] = static_cast<uint8_t>(words[i] >> 8);
    bytes[2 * i + 1] = static_cast<uint8_t>(words[i]);
  }
  return TextOf(BytesValue(ValueKind::kInet6, bytes));
}

TEST_CASE("value text: INET6 as MariaDB 10.11 prints it") {
  CHECK(Inet6({0, 0, 0, 0, 0, 0, 0, 0}) == "::");
  CHECK(Inet6({0, 0, 0, 0, 0, 0, 0, 1}) == "::1");
  CHECK(Inet6({1, 0, 0, 0, 0, 0, 0, 0}) == "1::");
  CHECK(Inet6({0, 0, 0, 0, 0, 0, 0x102, 0x304}) == "::1.2.3.4");
  CHECK(Inet6({0, 0, 0, 0, 0, 0xffff, 0xc0a8, 1}) == "::ffff:192.168.0.1");
  CHECK(Inet6({0, 0, 0, 0, 0, 0xffff, 0, 0}) == "::ffff:0.0.0.0");
  CHECK(Inet6({0, 0xea3e, 0, 0xe4f6, 0, 0xa224, 6, 0xf}) == "::ea3e:0:e4f6:0:a224:6:f");
  CHECK(Inet6({1, 0, 0, 2, 0, 0, 0, 3}) == "1:0:0:2::3");
  CHECK(Inet6({1, 2, 3, 4, 5, 6, 7, 0}) == "1:2:3:4:5:6:7::");
  CHECK(Inet6({1, 2, 3, 4, 5, 6, 7, 8}) == "1:2:3:4:5:6:7:8");
}

TEST_CASE("value text: a JSON decimal of more digits than a column may have") {
  const std::vector<uint8_t> document = {0x0f, 0xf6, 0x21, 0x45, 0x18, 0x7f, 0xff, 0xff, 0xdc,
                                         0xd8, 0xd6, 0xb5, 0x37, 0xc6, 0xe4, 0x00, 0x6b, 0xfe,
                                         0xa1, 0xf7, 0x8d, 0xf8, 0x77, 0xfc, 0x38, 0xea, 0xbf,
                                         0x2b, 0xc0, 0xe5, 0x33, 0xee, 0xcd, 0xfe, 0x2a, 0x5a};
  CHECK(TextOf(BytesValue(ValueKind::kJson, document)) ==
        "-35657017544958136212022939762126354375.356570175449581362120229");
}

TEST_CASE("value text: JSON breaks base64 into lines of 76 digits") {
  const auto text = [](uint8_t size) {
    std::vector<uint8_t> document = {0x0f, 0xfc, size};
    document.resize(3 + size, 0);
    return TextOf(BytesValue(ValueKind::kJson, document));
  };
  CHECK(text(57) == "\"base64:type252:" + std::string(76, 'A') + "\"");
  CHECK(text(58) == "\"base64:type252:" + std::string(76, 'A') + "\\nAA==\"");
  CHECK(text(60) == "\"base64:type252:" + std::string(76, 'A') + "\\nAAAA\"");
  CHECK(text(114) ==
        "\"base64:type252:" + std::string(76, 'A') + "\\n" + std::string(76, 'A') + "\"");
}

}  // namespace
}  // namespace towpath
