#include "binlog/json_binary.h"

namespace towpath::binlog {

JsonSlot JsonRoot(std::span<const uint8_t> document) {
  static constexpr uint8_t kNull[] = {0};
  if (document.empty()) return {JsonType::kLiteral, kNull};
  return {static_cast<JsonType>(document[0]), document.subspan(1)};
}

uint64_t ReadJsonLength(ByteReader& in) {
  uint64_t length = 0;
  for (unsigned i = 0; i < 5; ++i) {
    const uint8_t byte = in.U8();
    length |= uint64_t{byte & 0x7fu} << 7 * i;
    if ((byte & 0x80) == 0) return length;
  }
  in.Skip(in.remaining() + 1);  // longer than any document
  return 0;
}

bool JsonExtent(const JsonSlot& slot, size_t* size) {
  ByteReader in(slot.data);
  switch (slot.type) {
    case JsonType::kSmallObject:
    case JsonType::kSmallArray:
      in.Skip(2);
      *size = in.U16();
      return in.ok() && *size >= 4 && *size <= slot.data.size();
    case JsonType::kLargeObject:
    case JsonType::kLargeArray:
      in.Skip(4);
      *size = in.U32();
      return in.ok() && *size >= 8 && *size <= slot.data.size();
    case JsonType::kLiteral:
      in.Skip(1);
      break;
    case JsonType::kInt16:
    case JsonType::kUint16:
      in.Skip(2);
      break;
    case JsonType::kInt32:
    case JsonType::kUint32:
      in.Skip(4);
      break;
    case JsonType::kInt64:
    case JsonType::kUint64:
    case JsonType::kDouble:
      in.Skip(8);
      break;
    case JsonType::kString:
      in.Skip(ReadJsonLength(in));
      break;
    case JsonType::kOpaque:
      in.Skip(1);
      in.Skip(ReadJsonLength(in));
      break;
    default:
      return false;
  }
  *size = slot.data.size() - in.remaining();
  return in.ok();
}

bool JsonContainer::Open(const JsonSlot& slot) {
  if (!IsJsonContainer(slot.type)) return false;
  object_ = slot.type == JsonType::kSmallObject || slot.type == JsonType::kLargeObject;
  width_ = slot.type == JsonType::kLargeObject || slot.type == JsonType::kLargeArray ? 4 : 2;
  if (slot.data.size() < 2 * width_) return false;
  const uint64_t count = LoadLe(slot.data.data(), width_);
  const uint64_t size = LoadLe(slot.data.data() + width_, width_);
  key_entry_ = object_ ? width_ + 2 : 0;
  const uint64_t head = 2 * width_ + count * (key_entry_ + 1 + width_);
  if (size > slot.data.size() || head > size) return false;
  data_ = slot.data.first(size);
  count_ = count;
  head_ = head;
  return true;
}

bool JsonContainer::Key(size_t i, std::string_view* key) const {
  const uint8_t* entry = data_.data() + 2 * width_ + i * key_entry_;
  const uint64_t offset = LoadLe(entry, width_);
  const uint64_t length = LoadLe16(entry + width_);
  if (offset > data_.size() || length > data_.size() - offset) return false;
  *key = {reinterpret_cast<const char*>(data_.data() + offset), length};
  return true;
}

bool JsonContainer::Value(size_t i, JsonSlot* value) const {
  const uint8_t* entry = data_.data() + 2 * width_ + count_ * key_entry_ + i * (1 + width_);
  value->type = static_cast<JsonType>(entry[0]);
  if (IsJsonInlined(value->type, width_)) {
    value->data = {entry + 1, width_};
    return true;
  }
  const uint64_t offset = LoadLe(entry + 1, width_);
  // Nothing lies inside the head; so a value never contains itself.
  if (offset < head_ || offset >= data_.size()) return false;
  value->data = data_.subspan(offset);
  return true;
}

}  // namespace towpath::binlog
