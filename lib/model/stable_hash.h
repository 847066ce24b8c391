// StableHash: a hash that is the same in every release and on every machine.
//
// For numbers that outlive the process: a server knows a replica by its id, and a lock file a
// stream by its byte. Not against an adversary.
#ifndef TOWPATH_LIB_MODEL_STABLE_HASH_H_
#define TOWPATH_LIB_MODEL_STABLE_HASH_H_

#include <cstdint>
#include <string_view>

namespace towpath::model {

// FNV-1a, 64 bit, of the text; other seeds give independent hashes.
constexpr uint64_t StableHash(std::string_view text, uint64_t seed) {
  uint64_t hash = 14695981039346656037u ^ seed;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211u;
  }
  hash ^= hash >> 32;
  return hash;
}

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_STABLE_HASH_H_
