// The layout of MySQL's binary JSON: where its values and keys stand.
//
//   type u8, then: objects and arrays: count, size, then entries that say where keys and values
//   stand, counted from the container's start; small ones count in u16, large ones in u32; values
//   of up to that size stand in the entry itself.
// Only the offsets are followed: an update in place leaves gaps. Everything that a container holds
// lies within its size and is counted from its start, so that a container can be copied as bytes.
// The keys of an object are in order of length, then bytes. Source: MySQL json_binary.h.
#ifndef TOWPATH_LIB_BINLOG_JSON_BINARY_H_
#define TOWPATH_LIB_BINLOG_JSON_BINARY_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "binlog/byte_reader.h"

namespace towpath::binlog {

// Deeper documents can not be made: the server refuses them.
inline constexpr int kMaxJsonDepth = 100;

enum class JsonType : uint8_t {
  kSmallObject = 0,
  kLargeObject = 1,
  kSmallArray = 2,
  kLargeArray = 3,
  kLiteral = 4,  // u8: 0 null, 1 true, 2 false
  kInt16 = 5,
  kUint16 = 6,
  kInt32 = 7,
  kUint32 = 8,
  kInt64 = 9,
  kUint64 = 10,
  kDouble = 11,
  kString = 12,  // length, UTF-8
  kOpaque = 15,  // field type u8, length, bytes
};

constexpr bool IsJsonContainer(JsonType type) { return type <= JsonType::kLargeArray; }

// A value where it stands. `data` begins with it, behind its type, and reaches to the end of what
// is known.
struct JsonSlot {
  JsonType type = JsonType::kLiteral;
  std::span<const uint8_t> data;
};

// The value of a document; an empty one is the literal null.
JsonSlot JsonRoot(std::span<const uint8_t> document);

// Whether a value of this type stands in its entry, in a container that counts in `width` bytes.
constexpr bool IsJsonInlined(JsonType type, unsigned width) {
  return type == JsonType::kLiteral || type == JsonType::kInt16 || type == JsonType::kUint16 ||
         (width == 4 && (type == JsonType::kInt32 || type == JsonType::kUint32));
}

// The length of a string or an opaque value: seven bits a byte, the lowest first; the top bit says
// that another follows.
uint64_t ReadJsonLength(ByteReader& in);

// How many of the bytes at slot.data are the value's; false when they do not hold it. What a
// container holds is not looked at.
bool JsonExtent(const JsonSlot& slot, size_t* size);

// An object or array in place.
class JsonContainer {
 public:
  // False when its head does not fit.
  bool Open(const JsonSlot& slot);

  bool is_object() const { return object_; }
  size_t count() const { return count_; }
  // Of member `i`; false when it stands where it can not.
  bool Key(size_t i, std::string_view* key) const;
  bool Value(size_t i, JsonSlot* value) const;

 private:
  std::span<const uint8_t> data_;
  size_t count_ = 0;
  size_t head_ = 0;
  unsigned width_ = 2;
  unsigned key_entry_ = 0;
  bool object_ = false;
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_JSON_BINARY_H_
