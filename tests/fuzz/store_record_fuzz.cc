// Records of a store: the fields, each ended by a NUL, with a checksum that fits.
#include <zlib.h>

#include <cstdio>
#include <string>

#include "store/record_fields.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath::store;
  RecordFields fields;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  size_t begin = 0;
  std::string covered;
  for (size_t i = 0; i + 1 < fields.size(); ++i) {
    const size_t end = std::min(text.find('\0', begin), text.size());
    if (begin < end) fields[i] = text.substr(begin, end - begin);
    begin = end + 1;
    if (i >= kFirstNewField) {
      if (fields[i].empty()) continue;
      covered += kRecordFields[i];
    }
    covered += fields[i] + '\0';
  }
  // A checksum that is right, as nobody finds one by chance; the last byte may ask for a wrong one.
  uint32_t crc = static_cast<uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(covered.data()), static_cast<uInt>(covered.size())));
  const bool wrong = size != 0 && data[size - 1] == 0xff;
  if (wrong) crc ^= 1;
  char hex[9];
  std::snprintf(hex, sizeof hex, "%08x", crc);
  fields.back() = hex;
  const auto record = DecodeRecord(fields);
  if (!record.ok()) {
    if (record.status().message().empty()) __builtin_trap();
    return 0;
  }
  if (wrong) __builtin_trap();
  // What is read is written so that the same is read again.
  const RecordFields once = EncodeRecord(*record);
  const auto again = DecodeRecord(once);
  if (!again.ok() || EncodeRecord(*again) != once) __builtin_trap();
  return 0;
}
