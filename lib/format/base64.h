// Base64 (RFC 4648 section 4, with padding), for binary values in text formats.
#ifndef TOWPATH_LIB_FORMAT_BASE64_H_
#define TOWPATH_LIB_FORMAT_BASE64_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace towpath::format {

// Appends the encoding of `bytes` followed by `zeros` zero bytes.
void AppendBase64(std::span<const uint8_t> bytes, size_t zeros, std::string* out);

}  // namespace towpath::format

#endif  // TOWPATH_LIB_FORMAT_BASE64_H_
