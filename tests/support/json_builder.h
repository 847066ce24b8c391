// JsonBuilder: documents of MySQL's binary JSON made by hand, for tests.
#ifndef TOWPATH_TESTS_SUPPORT_JSON_BUILDER_H_
#define TOWPATH_TESTS_SUPPORT_JSON_BUILDER_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/binlog_builder.h"

namespace towpath::test::json {

// A value of binary JSON: its type, and its bytes or what stands in the container's entry.
struct Json {
  uint8_t type;
  std::string bytes;
  bool inlined = false;
};

inline std::string VarLength(size_t n) {
  std::string out;
  do {
    out += static_cast<char>((n & 0x7f) | (n > 0x7f ? 0x80 : 0));
    n >>= 7;
  } while (n != 0);
  return out;
}
inline Json Text(const std::string& s) { return {12, VarLength(s.size()) + s}; }
inline Json Literal(uint8_t v) { return {4, Le(v, 1), true}; }
inline Json Int16(int16_t v) { return {5, Le(static_cast<uint16_t>(v), 2), true}; }
inline Json Double(double d) {
  uint64_t bits;
  std::memcpy(&bits, &d, 8);
  return {11, Le(bits, 8)};
}
inline Json Opaque(uint8_t type, const std::string& bytes) {
  return {15, Le(type, 1) + VarLength(bytes.size()) + bytes};
}
inline std::string Document(const Json& value) { return Le(value.type, 1) + value.bytes; }

inline Json Container(bool object, const std::vector<std::pair<std::string, Json>>& members,
                      bool large, const std::string& gap = "") {
  const int width = large ? 4 : 2;
  const auto n = members.size();
  const size_t head = static_cast<size_t>(2 * width) +
                      n * static_cast<size_t>((object ? width + 2 : 0) + 1 + width);
  std::string keys;
  std::string values;
  std::string key_entries;
  std::string value_entries;
  size_t key_bytes = 0;
  for (const auto& [key, value] : members) key_bytes += object ? key.size() : 0;
  for (const auto& [key, value] : members) {
    if (object) {
      key_entries += Le(head + keys.size(), width) + Le(key.size(), 2);
      keys += key;
    }
    const bool inlined = value.inlined || (large && (value.type == 7 || value.type == 8));
    if (inlined) {
      std::string entry = value.bytes;
      entry.resize(static_cast<size_t>(width), '\0');
      value_entries += Le(value.type, 1) + entry;
    } else {
      values += gap;
      value_entries += Le(value.type, 1) + Le(head + key_bytes + values.size(), width);
      values += value.bytes;
    }
  }
  const size_t size = head + keys.size() + values.size();
  return {static_cast<uint8_t>((object ? 0 : 2) + (large ? 1 : 0)),
          Le(n, width) + Le(size, width) + key_entries + value_entries + keys + values};
}

// Of the small form.
inline Json Object(const std::vector<std::pair<std::string, Json>>& members) {
  return Container(true, members, false);
}
inline Json Array(const std::vector<Json>& elements, bool large = false) {
  std::vector<std::pair<std::string, Json>> members;
  members.reserve(elements.size());
  for (const Json& element : elements) members.emplace_back("", element);
  return Container(false, members, large);
}

// Differences of a document, as rows of PARTIAL_UPDATE_ROWS have them behind their size.
inline std::string Replace(const std::string& path, const Json& value) {
  return Le(0, 1) + Lenenc(path.size()) + path + Lenenc(Document(value).size()) + Document(value);
}
inline std::string Insert(const std::string& path, const Json& value) {
  std::string difference = Replace(path, value);
  difference[0] = 1;
  return difference;
}
inline std::string Remove(const std::string& path) { return Le(2, 1) + Lenenc(path.size()) + path; }

}  // namespace towpath::test::json

#endif  // TOWPATH_TESTS_SUPPORT_JSON_BUILDER_H_
