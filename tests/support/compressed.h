// Content as servers compress it: MySQL's transaction payloads, MariaDB's events.
#ifndef TOWPATH_TESTS_SUPPORT_COMPRESSED_H_
#define TOWPATH_TESTS_SUPPORT_COMPRESSED_H_

#include <zlib.h>
#include <zstd.h>

#include <cstdint>
#include <optional>
#include <string>

#include "tests/support/binlog_builder.h"

namespace towpath::test {

// One zstd frame.
inline std::string Zstd(const std::string& content, int level = 3) {
  std::string out(ZSTD_compressBound(content.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), content.data(), content.size(), level));
  return out;
}

// The body of a TRANSACTION_PAYLOAD. content_size: as its header says it; nothing: it does not.
// algorithm 0 is zstd, 255 none.
inline std::string PayloadBody(const std::string& payload,
                               std::optional<uint64_t> content_size = std::nullopt,
                               uint64_t algorithm = 0) {
  const auto field = [](uint8_t type, uint64_t value) {
    return Le(type, 1) + Text1(Lenenc(value));
  };
  return field(2, algorithm) + (content_size ? field(3, *content_size) : "") +
         field(1, payload.size()) + Le(0, 1) + payload;
}

// What MariaDB compresses of an event, or of a column's value behind its first three bytes: a byte
// that says how many others hold the size of the content, below 64 KiB here, and a zlib stream.
inline std::string ZlibBlock(const std::string& content) {
  uLongf size = compressBound(content.size());
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size,
           reinterpret_cast<const Bytef*>(content.data()), content.size());
  out.resize(size);
  return Le(0x82, 1) + Be(content.size(), 2) + out;
}

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_COMPRESSED_H_
