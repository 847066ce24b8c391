#include "binlog/json.h"

#include <bit>
#include <string_view>

#include "binlog/byte_order.h"
#include "binlog/byte_reader.h"
#include "binlog/decimal.h"
#include "binlog/number_text.h"
#include "binlog/table_map.h"
#include "towpath/value.h"

namespace towpath::binlog {
namespace {

enum JsonType : uint8_t {
  kSmallObject = 0,
  kLargeObject = 1,
  kSmallArray = 2,
  kLargeArray = 3,
  kLiteral = 4,
  kInt16 = 5,
  kUint16 = 6,
  kInt32 = 7,
  kUint32 = 8,
  kInt64 = 9,
  kUint64 = 10,
  kDouble = 11,
  kString = 12,
  kOpaque = 15,
};

// Shared references and overlapping values could make a small document print without end.
constexpr size_t kMaxExpansion = 64;
constexpr size_t kMinLimit = size_t{1} << 20;

void AppendQuoted(std::string_view text, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out->push_back('"');
  size_t plain = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<uint8_t>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out->append(text.substr(plain, i - plain));
    plain = i + 1;
    out->push_back('\\');
    switch (c) {
      case '\b':
        out->push_back('b');
        break;
      case '\t':
        out->push_back('t');
        break;
      case '\n':
        out->push_back('n');
        break;
      case '\f':
        out->push_back('f');
        break;
      case '\r':
        out->push_back('r');
        break;
      case '"':
      case '\\':
        out->push_back(static_cast<char>(c));
        break;
      default:
        out->append("u00");
        out->push_back(kHex[c >> 4]);
        out->push_back(kHex[c & 15]);
    }
  }
  out->append(text.substr(plain));
  out->push_back('"');
}

// With a newline, as JSON escapes it, behind each 76 digits that others follow.
void AppendBase64(std::span<const uint8_t> bytes, std::string* out) {
  static constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr size_t kBytesOfLine = 57;
  size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    if (i > 0 && i % kBytesOfLine == 0) out->append("\\n");
    const uint32_t v = uint32_t{bytes[i]} << 16 | uint32_t{bytes[i + 1]} << 8 | bytes[i + 2];
    for (int shift = 18; shift >= 0; shift -= 6) out->push_back(kDigits[v >> shift & 63]);
  }
  const size_t left = bytes.size() - i;
  if (left == 0) return;
  if (i > 0 && i % kBytesOfLine == 0) out->append("\\n");
  const uint32_t v = uint32_t{bytes[i]} << 16 | (left == 2 ? uint32_t{bytes[i + 1]} << 8 : 0);
  out->push_back(kDigits[v >> 18]);
  out->push_back(kDigits[v >> 12 & 63]);
  out->push_back(left == 2 ? kDigits[v >> 6 & 63] : '=');
  out->push_back('=');
}

class Printer {
 public:
  Printer(size_t document_size, std::string* out)
      : out_(out), limit_(out->size() + kMinLimit + document_size * kMaxExpansion) {}

  bool Value(uint8_t type, std::span<const uint8_t> data, int depth) {
    if (out_->size() > limit_) return false;
    switch (type) {
      case kSmallObject:
        return Container(data, true, 2, depth);
      case kLargeObject:
        return Container(data, true, 4, depth);
      case kSmallArray:
        return Container(data, false, 2, depth);
      case kLargeArray:
        return Container(data, false, 4, depth);
      case kLiteral:
        return !data.empty() && Literal(data[0]);
      case kInt16:
        if (data.size() < 2) return false;
        AppendInt(static_cast<int16_t>(LoadLe16(data.data())), out_);
        return true;
      case kUint16:
        if (data.size() < 2) return false;
        AppendUint(LoadLe16(data.data()), out_);
        return true;
      case kInt32:
        if (data.size() < 4) return false;
        AppendInt(static_cast<int32_t>(LoadLe32(data.data())), out_);
        return true;
      case kUint32:
        if (data.size() < 4) return false;
        AppendUint(LoadLe32(data.data()), out_);
        return true;
      case kInt64:
        if (data.size() < 8) return false;
        AppendInt(static_cast<int64_t>(LoadLe64(data.data())), out_);
        return true;
      case kUint64:
        if (data.size() < 8) return false;
        AppendUint(LoadLe64(data.data()), out_);
        return true;
      case kDouble:
        if (data.size() < 8) return false;
        Double(std::bit_cast<double>(LoadLe64(data.data())));
        return true;
      case kString: {
        ByteReader in(data);
        const uint64_t length = VariableLength(in);
        const std::string_view text = in.Text(length);
        if (!in.ok()) return false;
        AppendQuoted(text, out_);
        return true;
      }
      case kOpaque:
        return Opaque(data);
      default:
        return false;
    }
  }

 private:
  // Seven bits a byte, the lowest first; the top bit says that another follows.
  static uint64_t VariableLength(ByteReader& in) {
    uint64_t length = 0;
    for (unsigned i = 0; i < 5; ++i) {
      const uint8_t byte = in.U8();
      length |= uint64_t{byte & 0x7fu} << 7 * i;
      if ((byte & 0x80) == 0) return length;
    }
    in.Skip(in.remaining() + 1);  // longer than any document
    return 0;
  }

  bool Literal(uint8_t literal) {
    switch (literal) {
      case 0:
        out_->append("null");
        return true;
      case 1:
        out_->append("true");
        return true;
      case 2:
        out_->append("false");
        return true;
      default:
        return false;
    }
  }

  // With a point or an exponent, so that it stays apart from an integer.
  void Double(double number) {
    const size_t start = out_->size();
    AppendDouble(number, out_);
    if (out_->find_first_of(".en", start) == std::string::npos) out_->append(".0");
  }

  // `data` reaches from the container's start to the end of what is known; the container's own size
  // must lie within.
  bool Container(std::span<const uint8_t> data, bool object, unsigned width, int depth) {
    if (depth >= kMaxJsonDepth || data.size() < 2 * width) return false;
    const uint64_t count = LoadLe(data.data(), width);
    const uint64_t size = LoadLe(data.data() + width, width);
    if (size > data.size()) return false;
    data = data.first(size);
    const uint64_t key_entry = object ? width + 2 : 0;
    const uint64_t value_entry = 1 + width;
    const uint64_t head = 2 * width + count * (key_entry + value_entry);
    if (head > size) return false;
    out_->push_back(object ? '{' : '[');
    for (uint64_t i = 0; i < count; ++i) {
      if (i > 0) out_->append(", ");
      if (object) {
        const uint8_t* entry = data.data() + 2 * width + i * key_entry;
        const uint64_t offset = LoadLe(entry, width);
        const uint64_t length = LoadLe16(entry + width);
        if (offset > size || length > size - offset) return false;
        AppendQuoted({reinterpret_cast<const char*>(data.data() + offset), length}, out_);
        out_->append(": ");
      }
      const uint8_t* entry = data.data() + 2 * width + count * key_entry + i * value_entry;
      const uint8_t type = entry[0];
      const bool inlined = type == kLiteral || type == kInt16 || type == kUint16 ||
                           (width == 4 && (type == kInt32 || type == kUint32));
      if (inlined) {
        if (!Value(type, {entry + 1, width}, depth + 1)) return false;
        continue;
      }
      const uint64_t offset = LoadLe(entry + 1, width);
      // Nothing lies inside the head; so a value never contains itself.
      if (offset < head || offset >= size) return false;
      if (!Value(type, data.subspan(offset), depth + 1)) return false;
    }
    out_->push_back(object ? '}' : ']');
    return true;
  }

  // field_type u8, length, bytes.
  bool Opaque(std::span<const uint8_t> data) {
    ByteReader in(data);
    const uint8_t field_type = in.U8();
    const uint64_t length = VariableLength(in);
    const auto bytes = in.Bytes(length);
    if (!in.ok()) return false;
    switch (static_cast<WireType>(field_type)) {
      case WireType::kNewDecimal:  // precision u8, scale u8, packed decimal
        return bytes.size() >= 2 && AppendDecimal(bytes.subspan(2), bytes[0], bytes[1], out_);
      case WireType::kDate:
      case WireType::kTime:
      case WireType::kDateTime:
      case WireType::kTimestamp: {
        if (bytes.size() != 8) return false;
        towpath::Value value;
        value.packed = static_cast<int64_t>(LoadLe64(bytes.data()));
        const bool is_time = static_cast<WireType>(field_type) == WireType::kTime;
        value.kind = is_time ? ValueKind::kTime : ValueKind::kDateTime;
        out_->push_back('"');
        if (is_time) {
          AppendTime(value.calendar(), 6, out_);
        } else if (static_cast<WireType>(field_type) == WireType::kDate) {
          AppendDate(value.calendar(), out_);
        } else {
          AppendDateTime(value.calendar(), 6, out_);
        }
        out_->push_back('"');
        return true;
      }
      default:
        out_->append("\"base64:type");
        AppendUint(field_type, out_);
        out_->push_back(':');
        AppendBase64(bytes, out_);
        out_->push_back('"');
        return true;
    }
  }

  std::string* out_;
  size_t limit_;
};

}  // namespace

bool AppendJson(std::span<const uint8_t> document, std::string* out) {
  if (document.empty()) {
    out->append("null");
    return true;
  }
  const size_t start = out->size();
  Printer printer(document.size(), out);
  if (printer.Value(document[0], document.subspan(1), 0)) return true;
  out->resize(start);
  return false;
}

}  // namespace towpath::binlog
