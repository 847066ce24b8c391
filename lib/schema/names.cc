#include "schema/names.h"

#include <cstdint>

#include "model/text.h"

namespace towpath::schema {
namespace {

constexpr bool Within(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }

// Code points of two bytes, 0x80 to 0x7ff, and those of three that have case.
constexpr uint32_t ToLowerCodePoint(uint32_t c) {
  if (Within(c, 0xc0, 0xde) && c != 0xd7) return c + 32;
  if (Within(c, 0x100, 0x12f) || Within(c, 0x132, 0x137) || Within(c, 0x14a, 0x177)) return c | 1;
  if (Within(c, 0x139, 0x148) || Within(c, 0x179, 0x17e)) return c + (c & 1);
  if (c == 0x178) return 0xff;
  if (Within(c, 0x1cd, 0x1dc)) return c + (c & 1);
  if (Within(c, 0x1de, 0x1ef) || Within(c, 0x1f8, 0x21f) || Within(c, 0x222, 0x233)) return c | 1;
  if (c == 0x386) return 0x3ac;
  if (Within(c, 0x388, 0x38a)) return c + 37;
  if (c == 0x38c) return 0x3cc;
  if (c == 0x38e || c == 0x38f) return c + 63;
  if (Within(c, 0x391, 0x3ab) && c != 0x3a2) return c + 32;
  if (Within(c, 0x400, 0x40f)) return c + 80;
  if (Within(c, 0x410, 0x42f)) return c + 32;
  if (Within(c, 0x460, 0x481) || Within(c, 0x48a, 0x4bf) || Within(c, 0x4d0, 0x52f)) return c | 1;
  if (Within(c, 0x4c1, 0x4ce)) return c + (c & 1);
  if (Within(c, 0x531, 0x556)) return c + 48;
  if (Within(c, 0x1e00, 0x1e95) || Within(c, 0x1ea0, 0x1eff)) return c | 1;
  if (Within(c, 0xff21, 0xff3a)) return c + 32;
  return c;
}

}  // namespace

std::string FoldName(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  const auto continues = [&](size_t i) {
    return i < name.size() && (static_cast<uint8_t>(name[i]) & 0xc0) == 0x80;
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<uint8_t>(name[i]);
    const auto low = [&](size_t at) { return static_cast<uint8_t>(name[at]) & 0x3fu; };
    if (byte < 0x80) {
      out += model::ToLower(name[i]);
    } else if ((byte & 0xe0) == 0xc0 && continues(i + 1)) {
      const uint32_t c = ToLowerCodePoint((byte & 0x1fu) << 6 | low(i + 1));
      out += static_cast<char>(0xc0 | c >> 6);
      out += static_cast<char>(0x80 | (c & 0x3f));
      ++i;
    } else if ((byte & 0xf0) == 0xe0 && continues(i + 1) && continues(i + 2)) {
      const uint32_t c = ToLowerCodePoint((byte & 0xfu) << 12 | low(i + 1) << 6 | low(i + 2));
      out += static_cast<char>(0xe0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
      out += static_cast<char>(0x80 | (c & 0x3f));
      i += 2;
    } else {
      out += name[i];
    }
  }
  return out;
}

bool SameName(std::string_view a, std::string_view b) {
  return a == b || FoldName(a) == FoldName(b);
}

}  // namespace towpath::schema
