// AppendText: values as the servers print them.
#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstring>
#include <iterator>

#include "binlog/charset.h"
#include "binlog/decimal.h"
#include "binlog/json.h"
#include "binlog/json_diff.h"
#include "binlog/number_text.h"
#include "towpath/value.h"

namespace towpath {
namespace {

std::string_view TextOf(const Value& value) {
  return {reinterpret_cast<const char*>(value.data), value.size};
}

void AppendPadded(const Value& value, std::string* out) {
  out->append(TextOf(value));
  out->append(value.padding, '\0');
}

// The value with its padding, which makes N bytes; false when it does not.
template <size_t N>
bool Unpad(const Value& value, std::array<uint8_t, N>* out) {
  if (size_t{value.size} + value.padding != N) return false;
  out->fill(0);
  std::memcpy(out->data(), value.data, value.size);
  return true;
}

// "123e4567-e89b-12d3-a456-426655440000"
bool AppendUuid(const Value& value, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::array<uint8_t, 16> bytes;
  if (!Unpad(value, &bytes)) return false;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out->push_back('-');
    out->push_back(kHex[bytes[i] >> 4]);
    out->push_back(kHex[bytes[i] & 15]);
  }
  return true;
}

bool AppendInet4(const Value& value, std::string* out) {
  std::array<uint8_t, 4> bytes;
  if (!Unpad(value, &bytes)) return false;
  fmt::format_to(std::back_inserter(*out), "{}.{}.{}.{}", bytes[0], bytes[1], bytes[2], bytes[3]);
  return true;
}

// As MariaDB writes it: the first of the longest runs of zero words becomes "::", also a run of
// one (RFC 5952 and inet_ntop leave that one alone).
bool AppendInet6(const Value& value, std::string* out) {
  std::array<uint8_t, 16> bytes;
  if (!Unpad(value, &bytes)) return false;
  const auto word = [&](size_t i) { return bytes[2 * i] << 8 | bytes[2 * i + 1]; };
  size_t gap = 8;
  size_t gap_length = 0;
  for (size_t i = 0; i < 8; ++i) {
    size_t length = 0;
    while (i + length < 8 && word(i + length) == 0) ++length;
    if (length <= gap_length) continue;
    gap = i;
    gap_length = length;
  }
  auto to = std::back_inserter(*out);
  for (size_t i = 0; i < 8; ++i) {
    if (i == gap) {
      out->append(i == 0 ? "::" : ":");
      i += gap_length - 1;
    } else if (i == 6 && gap == 0 && (gap_length == 6 || (gap_length == 5 && word(5) == 0xffff))) {
      fmt::format_to(to, "{}.{}.{}.{}", bytes[12], bytes[13], bytes[14], bytes[15]);
      break;
    } else {
      fmt::format_to(to, "{:x}{}", word(i), i < 7 ? ":" : "");
    }
  }
  return true;
}

void AppendSet(const Column& column, uint64_t members, std::string* out) {
  bool first = true;
  for (uint64_t left = members; left != 0; left &= left - 1) {
    const auto index = static_cast<size_t>(std::countr_zero(left));
    if (index >= column.labels.size()) break;
    if (!first) out->push_back(',');
    first = false;
    out->append(column.labels[index]);
  }
}

Status Bad(const Column& column, std::string_view what) {
  return Status(Code::kCorrupted,
                fmt::format("column {}: bytes that are no {}", column.name, what));
}

}  // namespace

Status AppendText(const Column& column, const Value& value, std::string* out) {
  switch (value.kind) {
    case ValueKind::kAbsent:
    case ValueKind::kNull:
      break;
    case ValueKind::kInt:
      binlog::AppendInt(value.i64, out);
      break;
    case ValueKind::kUint:
    case ValueKind::kBit:
      binlog::AppendUint(value.u64, out);
      break;
    case ValueKind::kFloat:
      binlog::AppendFloat(static_cast<float>(value.f64), out);
      break;
    case ValueKind::kDouble:
      binlog::AppendDouble(value.f64, out);
      break;
    case ValueKind::kDecimal:
      if (!binlog::AppendDecimal(value.bytes(), value.precision, value.scale, out))
        return Bad(column, "decimal");
      break;
    case ValueKind::kYear:
      if (value.u64 == 0) {
        out->append("0000");
      } else {
        binlog::AppendUint(value.u64, out);
      }
      break;
    case ValueKind::kDate:
      binlog::AppendDate(value.calendar(), out);
      break;
    case ValueKind::kTime:
      binlog::AppendTime(value.calendar(), value.scale, out);
      break;
    case ValueKind::kDateTime:
    case ValueKind::kTimestamp:
      binlog::AppendDateTime(value.calendar(), value.scale, out);
      break;
    case ValueKind::kText:
      binlog::AppendUtf8(column.collation != 0 ? binlog::CharsetOfCollation(column.collation)
                                               : binlog::CharsetByName(column.charset),
                         TextOf(value), out);
      break;
    case ValueKind::kBinary:
    case ValueKind::kGeometry:
    case ValueKind::kVector:
      AppendPadded(value, out);
      break;
    case ValueKind::kEnum:
      if (value.u64 == 0) break;
      if (value.u64 <= column.labels.size()) {
        out->append(column.labels[value.u64 - 1]);
      } else {
        binlog::AppendUint(value.u64, out);
      }
      break;
    case ValueKind::kSet:
      if (value.u64 != 0 && static_cast<size_t>(std::bit_width(value.u64)) > column.labels.size()) {
        binlog::AppendUint(value.u64, out);
      } else {
        AppendSet(column, value.u64, out);
      }
      break;
    case ValueKind::kJson:
      if (!binlog::AppendJson(value.bytes(), out)) return Bad(column, "JSON");
      break;
    case ValueKind::kJsonDiff:
      if (!binlog::AppendJsonDiff(value.bytes(), out)) return Bad(column, "differences of JSON");
      break;
    case ValueKind::kUuid:
      if (!AppendUuid(value, out)) return Bad(column, "UUID");
      break;
    case ValueKind::kInet4:
      if (!AppendInet4(value, out)) return Bad(column, "INET4");
      break;
    case ValueKind::kInet6:
      if (!AppendInet6(value, out)) return Bad(column, "INET6");
      break;
  }
  return Status::Ok();
}

}  // namespace towpath
