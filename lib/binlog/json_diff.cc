#include "binlog/json_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iterator>

#include "binlog/json.h"

namespace towpath::binlog {
namespace {

constexpr size_t kNoPlace = SIZE_MAX;
constexpr uint64_t kMaxSmall = 0xffff;  // size of a container that counts in u16
// Working memory beyond this is not kept for the next document.
constexpr size_t kKeptMembers = 4096;
constexpr size_t kKeptContainers = 64;
// Of a path in a message.
constexpr size_t kShownPath = 128;

std::string_view OperationName(JsonOperation operation) {
  switch (operation) {
    case JsonOperation::kReplace:
      return "replace";
    case JsonOperation::kInsert:
      return "insert";
    case JsonOperation::kRemove:
      return "remove";
  }
  return "";
}

// The order of an object's keys.
bool KeyBefore(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

bool ReadHex4(std::string_view text, uint32_t* out) {
  if (text.size() < 4) return false;
  *out = 0;
  for (const char c : text.substr(0, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return false;
    *out = *out << 4 | static_cast<uint32_t>(digit);
  }
  return true;
}

void AppendCodePoint(uint32_t c, std::string* out) {
  const auto put = [out](uint32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | c >> 6);
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3f));
    put(0x80 | (c >> 6 & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

// One escape of a JSON string, behind its backslash; *used says how long it is.
bool AppendUnescaped(std::string_view text, std::string* out, size_t* used) {
  if (text.empty()) return false;
  *used = 1;
  switch (text[0]) {
    case '"':
    case '\\':
    case '/':
      out->push_back(text[0]);
      return true;
    case 'b':
      out->push_back('\b');
      return true;
    case 'f':
      out->push_back('\f');
      return true;
    case 'n':
      out->push_back('\n');
      return true;
    case 'r':
      out->push_back('\r');
      return true;
    case 't':
      out->push_back('\t');
      return true;
    case 'u': {
      uint32_t c = 0;
      if (!ReadHex4(text.substr(1), &c)) return false;
      *used = 5;
      if (c >= 0xd800 && c < 0xe000) {  // the first half of a pair
        uint32_t low = 0;
        if (c >= 0xdc00 || text.substr(5, 2) != "\\u" || !ReadHex4(text.substr(7), &low) ||
            low < 0xdc00 || low >= 0xe000)
          return false;
        c = 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00));
        *used = 11;
      }
      AppendCodePoint(c, out);
      return true;
    }
    default:
      return false;
  }
}

// Digits at the start of *text, which are taken from it.
bool TakeNumber(std::string_view* text, uint64_t* number) {
  size_t digits = 0;
  *number = 0;
  while (digits < text->size() && (*text)[digits] >= '0' && (*text)[digits] <= '9') {
    if (digits == 10) return false;  // the server has 32 bits
    *number = *number * 10 + static_cast<uint64_t>((*text)[digits++] - '0');
  }
  text->remove_prefix(digits);
  return digits > 0;
}

}  // namespace

bool JsonDiffReader::Next(JsonDifference* out) {
  if (!ok_ || in_.empty()) return false;
  const uint8_t operation = in_.U8();
  out->operation = static_cast<JsonOperation>(operation);
  out->path = in_.Text(in_.Lenenc());
  out->value = {};
  if (out->operation != JsonOperation::kRemove) out->value = in_.Bytes(in_.Lenenc());
  ok_ = in_.ok() && operation <= static_cast<uint8_t>(JsonOperation::kRemove);
  return ok_;
}

bool AppendJsonDiff(std::span<const uint8_t> differences, std::string* out) {
  const size_t start = out->size();
  JsonDiffReader reader(differences);
  JsonDifference difference;
  bool good = true;
  out->push_back('[');
  while (good && reader.Next(&difference)) {
    if (out->back() != '[') out->push_back(',');
    out->append("{\"op\":\"").append(OperationName(difference.operation)).append("\",\"path\":");
    AppendJsonQuoted(difference.path, out);
    if (difference.operation != JsonOperation::kRemove) {
      out->append(",\"value\":");
      good = AppendJson(difference.value, out) &&
             out->size() - start <= MaxJsonText(differences.size());
    }
    out->push_back('}');
  }
  out->push_back(']');
  if (good && reader.ok()) return true;
  out->resize(start);
  return false;
}

JsonPathReader::JsonPathReader(std::string_view path) : rest_(path) {
  ok_ = rest_.starts_with('$');
  rest_.remove_prefix(ok_ ? 1 : rest_.size());
}

bool JsonPathReader::Next(JsonLeg* leg) {
  if (!ok_ || rest_.empty()) return false;
  *leg = JsonLeg();
  const char first = rest_[0];
  rest_.remove_prefix(1);
  if (first == '.') {
    leg->is_member = true;
    ok_ = rest_.starts_with('"') ? ReadQuoted(leg) : ReadName(leg);
  } else {
    ok_ = first == '[' && ReadIndex(leg);
  }
  return ok_;
}

bool JsonPathReader::ReadName(JsonLeg* leg) {
  leg->name = rest_.substr(0, rest_.find_first_of(".["));
  rest_.remove_prefix(leg->name.size());
  return !leg->name.empty() && leg->name != "*";
}

bool JsonPathReader::ReadQuoted(JsonLeg* leg) {
  rest_.remove_prefix(1);
  const size_t plain = std::min(rest_.find_first_of("\"\\"), rest_.size());
  if (plain < rest_.size() && rest_[plain] == '"') {
    leg->name = rest_.substr(0, plain);
    rest_.remove_prefix(plain + 1);
    return true;
  }
  unescaped_.assign(rest_.substr(0, plain));
  rest_.remove_prefix(plain);
  while (!rest_.empty() && rest_[0] != '"') {
    size_t used = 1;
    if (rest_[0] != '\\') {
      unescaped_.push_back(rest_[0]);
    } else {
      rest_.remove_prefix(1);
      if (!AppendUnescaped(rest_, &unescaped_, &used)) return false;
    }
    rest_.remove_prefix(used);
  }
  if (rest_.empty()) return false;
  rest_.remove_prefix(1);
  leg->name = unescaped_;
  leg->escaped = true;
  return true;
}

bool JsonPathReader::ReadIndex(JsonLeg* leg) {
  if (rest_.starts_with("last")) {
    rest_.remove_prefix(4);
    leg->from_end = true;
    if (rest_.starts_with('-')) {
      rest_.remove_prefix(1);
      if (!TakeNumber(&rest_, &leg->index)) return false;
    }
  } else if (!TakeNumber(&rest_, &leg->index)) {
    return false;
  }
  if (!rest_.starts_with(']')) return false;
  rest_.remove_prefix(1);
  return true;
}

Status JsonPatcher::Apply(std::span<const uint8_t> document, std::span<const uint8_t> differences,
                          std::vector<uint8_t>* out) {
  if (differences.empty()) {
    out->insert(out->end(), document.begin(), document.end());
    return Status::Ok();
  }
  ForgetLarge();
  opened_count_ = 0;
  names_.clear();
  // A member takes three bytes at least, and no two share them unless somebody made them to.
  members_left_ = (uint64_t{document.size()} + differences.size()) / 3;
  if (!MakeNode(JsonRoot(document), &root_))
    return Status(Code::kCorrupted, "a JSON document that can not be right");

  JsonDiffReader reader(differences);
  JsonDifference difference;
  for (size_t number = 1; reader.Next(&difference); ++number) {
    if (!ApplyOne(difference))
      return Status(
          Code::kCorrupted,
          fmt::format("difference {} of a JSON document ({} {}) does not fit the document", number,
                      OperationName(difference.operation), difference.path.substr(0, kShownPath)));
  }
  if (!reader.ok())
    return Status(Code::kCorrupted, "differences of a JSON document that can not be right");

  // At least one difference fitted, so the root is opened.
  Opened& root = *opened_[root_.size];
  const uint64_t size = Measure(&root);
  // A member's entries grow at most to double when its container counts in u32 from now on.
  if (size > 2 * (uint64_t{document.size()} + differences.size()) + 64)
    return Status(Code::kCorrupted, "a JSON document whose values overlap");
  const size_t start = out->size();
  out->resize(start + 1 + size);
  uint8_t* const to = out->data() + start;
  const JsonType type = root.object ? (root.large ? JsonType::kLargeObject : JsonType::kSmallObject)
                                    : (root.large ? JsonType::kLargeArray : JsonType::kSmallArray);
  to[0] = static_cast<uint8_t>(type);
  Write(root, to + 1);
  return Status::Ok();
}

bool JsonPatcher::MakeNode(const JsonSlot& slot, Node* node) {
  size_t size = 0;
  if (!JsonExtent(slot, &size) || size > UINT32_MAX) return false;
  *node = {slot.data.data(), static_cast<uint32_t>(size), slot.type, false};
  return true;
}

// Takes a container apart, if it is one.
JsonPatcher::Opened* JsonPatcher::Open(Node* node) {
  if (node->opened) return opened_[node->size].get();
  JsonContainer container;
  if (!container.Open({node->type, {node->data, node->size}}) || container.count() > members_left_)
    return nullptr;
  members_left_ -= container.count();
  if (opened_count_ == opened_.size()) opened_.push_back(std::make_unique<Opened>());
  Opened* const opened = opened_[opened_count_].get();
  opened->object = container.is_object();
  opened->keys.resize(container.is_object() ? container.count() : 0);
  opened->values.resize(container.count());
  for (size_t i = 0; i < container.count(); ++i) {
    JsonSlot value;
    if ((container.is_object() && !container.Key(i, &opened->keys[i])) ||
        !container.Value(i, &value) || !MakeNode(value, &opened->values[i]))
      return nullptr;
  }
  node->opened = true;
  node->size = static_cast<uint32_t>(opened_count_++);
  return opened;
}

bool JsonPatcher::ApplyOne(const JsonDifference& difference) {
  JsonPathReader path(difference.path);
  JsonLeg leg;
  Node* node = &root_;
  for (int depth = 0; depth < kMaxJsonDepth; ++depth) {
    if (!path.Next(&leg)) return false;  // of no legs too: the root is never part of a difference
    Opened* const container = Open(node);
    if (container == nullptr || container->object != leg.is_member) return false;
    size_t place = kNoPlace;
    if (leg.is_member) {
      const auto& keys = container->keys;
      const auto found = std::lower_bound(keys.begin(), keys.end(), leg.name, KeyBefore);
      if (found != keys.end() && *found == leg.name)
        place = static_cast<size_t>(found - keys.begin());
    } else if (leg.index < container->values.size()) {
      place = leg.from_end ? container->values.size() - 1 - leg.index : leg.index;
    }
    if (path.at_end()) return Change(difference, leg, place, container);
    if (place == kNoPlace) return false;
    node = &container->values[place];
  }
  return false;
}

// `place`: where the leg leads to in the container.
bool JsonPatcher::Change(const JsonDifference& difference, const JsonLeg& leg, size_t place,
                         Opened* container) {
  auto& keys = container->keys;
  auto& values = container->values;
  const auto offset = static_cast<ptrdiff_t>(place);
  if (difference.operation == JsonOperation::kRemove) {
    if (place == kNoPlace) return false;
    values.erase(values.begin() + offset);
    if (container->object) keys.erase(keys.begin() + offset);
    return true;
  }
  Node value;
  if (!MakeNode(JsonRoot(difference.value), &value)) return false;
  if (difference.operation == JsonOperation::kReplace) {
    if (place == kNoPlace) return false;
    values[place] = value;
    return true;
  }
  if (!container->object) {
    // Before the element; beyond the array's end, or beyond its start: there.
    const ptrdiff_t at = place != kNoPlace ? offset : leg.from_end ? 0 : std::ssize(values);
    values.insert(values.begin() + at, value);
    return true;
  }
  if (place != kNoPlace || leg.name.size() > UINT16_MAX) return false;
  const auto name = leg.escaped ? std::string_view(names_.emplace_back(leg.name)) : leg.name;
  const auto at = std::lower_bound(keys.begin(), keys.end(), name, KeyBefore);
  values.insert(values.begin() + (at - keys.begin()), value);
  keys.insert(at, name);
  return true;
}

uint64_t JsonPatcher::Measure(Opened* container) {
  const uint64_t count = container->values.size();
  uint64_t small = 4 + count * (container->object ? 7 : 3);
  uint64_t large = 8 + count * (container->object ? 11 : 5);
  uint64_t keys = 0;
  for (const std::string_view key : container->keys) keys += key.size();
  small += keys;
  large += keys;
  for (const Node& value : container->values) {
    const uint64_t size = value.opened ? Measure(opened_[value.size].get()) : value.size;
    if (!IsJsonInlined(value.type, 2)) small += size;
    if (!IsJsonInlined(value.type, 4)) large += size;
  }
  container->large = small > kMaxSmall;
  container->size = container->large ? large : small;
  return container->size;
}

void JsonPatcher::Write(const Opened& container, uint8_t* to) const {
  const unsigned width = container.large ? 4 : 2;
  uint8_t* const start = to;
  const auto put = [&](uint64_t number, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) *to++ = static_cast<uint8_t>(number >> 8 * i);
  };
  const size_t count = container.values.size();
  put(count, width);
  put(container.size, width);
  uint64_t at = 2 * width + count * ((container.object ? width + 2 : 0) + 1 + width);
  for (const std::string_view key : container.keys) {
    put(at, width);
    put(key.size(), 2);
    if (!key.empty()) std::memcpy(start + at, key.data(), key.size());
    at += key.size();
  }
  for (const Node& value : container.values) {
    if (IsJsonInlined(value.type, width)) {
      put(static_cast<uint64_t>(value.type), 1);
      put(LoadLe(value.data, value.size), width);
      continue;
    }
    JsonType type = value.type;
    uint64_t size = value.size;
    if (value.opened) {
      const Opened& inner = *opened_[value.size];
      type = inner.object ? (inner.large ? JsonType::kLargeObject : JsonType::kSmallObject)
                          : (inner.large ? JsonType::kLargeArray : JsonType::kSmallArray);
      size = inner.size;
      Write(inner, start + at);
    } else {
      std::memcpy(start + at, value.data, size);
    }
    put(static_cast<uint64_t>(type), 1);
    put(at, width);
    at += size;
  }
}

// One huge document should not keep its memory taken for all that follow.
void JsonPatcher::ForgetLarge() {
  if (opened_.size() > kKeptContainers) opened_.resize(kKeptContainers);
  for (const auto& opened : opened_)
    if (opened->values.capacity() > kKeptMembers) *opened = Opened();
}

}  // namespace towpath::binlog
