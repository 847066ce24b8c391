#include "binlog/json.h"

#include <bit>
#include <string_view>

#include "binlog/byte_order.h"
#include "binlog/byte_reader.h"
#include "binlog/decimal.h"
#include "binlog/json_binary.h"
#include "binlog/number_text.h"
#include "binlog/table_map.h"
#include "towpath/value.h"

namespace towpath::binlog {
namespace {

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
      : out_(out), limit_(out->size() + MaxJsonText(document_size)) {}

  bool Value(const JsonSlot& slot, int depth) {
    if (out_->size() > limit_) return false;
    const std::span<const uint8_t> data = slot.data;
    switch (slot.type) {
      case JsonType::kSmallObject:
      case JsonType::kLargeObject:
      case JsonType::kSmallArray:
      case JsonType::kLargeArray:
        return Container(slot, depth);
      case JsonType::kLiteral:
        return !data.empty() && Literal(data[0]);
      case JsonType::kInt16:
        if (data.size() < 2) return false;
        AppendInt(static_cast<int16_t>(LoadLe16(data.data())), out_);
        return true;
      case JsonType::kUint16:
        if (data.size() < 2) return false;
        AppendUint(LoadLe16(data.data()), out_);
        return true;
      case JsonType::kInt32:
        if (data.size() < 4) return false;
        AppendInt(static_cast<int32_t>(LoadLe32(data.data())), out_);
        return true;
      case JsonType::kUint32:
        if (data.size() < 4) return false;
        AppendUint(LoadLe32(data.data()), out_);
        return true;
      case JsonType::kInt64:
        if (data.size() < 8) return false;
        AppendInt(static_cast<int64_t>(LoadLe64(data.data())), out_);
        return true;
      case JsonType::kUint64:
        if (data.size() < 8) return false;
        AppendUint(LoadLe64(data.data()), out_);
        return true;
      case JsonType::kDouble:
        if (data.size() < 8) return false;
        Double(std::bit_cast<double>(LoadLe64(data.data())));
        return true;
      case JsonType::kString: {
        ByteReader in(data);
        const uint64_t length = ReadJsonLength(in);
        const std::string_view text = in.Text(length);
        if (!in.ok()) return false;
        AppendJsonQuoted(text, out_);
        return true;
      }
      case JsonType::kOpaque:
        return Opaque(data);
      default:
        return false;
    }
  }

 private:
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

  bool Container(const JsonSlot& slot, int depth) {
    JsonContainer container;
    if (depth >= kMaxJsonDepth || !container.Open(slot)) return false;
    const bool object = container.is_object();
    out_->push_back(object ? '{' : '[');
    for (size_t i = 0; i < container.count(); ++i) {
      if (i > 0) out_->append(", ");
      if (object) {
        std::string_view key;
        if (!container.Key(i, &key)) return false;
        AppendJsonQuoted(key, out_);
        out_->append(": ");
      }
      JsonSlot value;
      if (!container.Value(i, &value) || !Value(value, depth + 1)) return false;
    }
    out_->push_back(object ? '}' : ']');
    return true;
  }

  // field_type u8, length, bytes.
  bool Opaque(std::span<const uint8_t> data) {
    ByteReader in(data);
    const uint8_t field_type = in.U8();
    const uint64_t length = ReadJsonLength(in);
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

void AppendJsonQuoted(std::string_view text, std::string* out) {
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

bool AppendJson(std::span<const uint8_t> document, std::string* out) {
  const size_t start = out->size();
  Printer printer(document.size(), out);
  if (printer.Value(JsonRoot(document), 0)) return true;
  out->resize(start);
  return false;
}

}  // namespace towpath::binlog
