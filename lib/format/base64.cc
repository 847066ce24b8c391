#include "format/base64.h"

namespace towpath::format {
namespace {

constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void EncodeGroup(uint32_t group, char* to) {
  to[0] = kAlphabet[group >> 18 & 63];
  to[1] = kAlphabet[group >> 12 & 63];
  to[2] = kAlphabet[group >> 6 & 63];
  to[3] = kAlphabet[group & 63];
}

}  // namespace

void AppendBase64(std::span<const uint8_t> bytes, size_t zeros, std::string* out) {
  const size_t total = bytes.size() + zeros;
  const size_t start = out->size();
  out->resize(start + (total + 2) / 3 * 4);
  char* to = out->data() + start;
  size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3, to += 4) {
    EncodeGroup(uint32_t{bytes[i]} << 16 | uint32_t{bytes[i + 1]} << 8 | bytes[i + 2], to);
  }
  // The rest may reach into the zeros, and into nothing: the padding.
  const auto at = [&](size_t index) { return index < bytes.size() ? uint32_t{bytes[index]} : 0; };
  for (; i < total; i += 3, to += 4) {
    EncodeGroup(at(i) << 16 | at(i + 1) << 8 | at(i + 2), to);
    if (i + 1 == total) to[2] = '=';
    if (i + 2 >= total) to[3] = '=';
  }
}

}  // namespace towpath::format
