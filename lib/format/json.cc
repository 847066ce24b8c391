#include "format/json.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "binlog/charset.h"
#include "fmt/format.h"
#include "format/base64.h"
#include "format/entry_error.h"
#include "model/entry_data.h"
#include "towpath/entry.h"
#include "towpath/format.h"

namespace towpath {
namespace format {
namespace {

constexpr char kHex[] = "0123456789abcdef";
constexpr std::string_view kControlEscape = "\\u00";       // and two hexadecimal digits
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool IsPlain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

// Length of the longest prefix of plain bytes: ASCII that JSON takes as it is. Eight at a time:
// the high bit of a byte of `special` is set where that byte, or one below it, is not plain.
size_t PlainPrefix(std::string_view text) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kHighs = kOnes * 0x80;
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + i, sizeof(word));
    const uint64_t control = word - kOnes * 0x20;
    const uint64_t quote = (word ^ kOnes * '"') - kOnes;
    const uint64_t backslash = (word ^ kOnes * '\\') - kOnes;
    const uint64_t special = (word | control | quote | backslash) & kHighs;
    if (special != 0) break;
  }
  while (i < text.size() && IsPlain(static_cast<unsigned char>(text[i]))) ++i;
  return i;
}

// Bytes that `c` takes in a JSON string.
size_t EscapedSize(unsigned char c) {
  if (c == '"' || c == '\\') return 2;
  if (c >= 0x20) return 1;
  return c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ? 2 : 6;
}

// Length of the well-formed UTF-8 sequence at the start of `text`, 0 when there is none.
size_t SequenceLength(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return length <= text.size() && binlog::IsUtf8(text.substr(0, length)) ? length : 0;
}

template <typename Number>
void AppendNumber(Number number, std::string* out) {
  char digits[24];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out->append(digits, end);
}

void AppendQuotedBase64(const Value& value, std::string* out) {
  *out += '"';
  AppendBase64(value.bytes(), value.padding, out);
  *out += '"';
}

// AppendText as a JSON string.
Status AppendQuotedText(const Column& column, const Value& value, std::string* out) {
  const size_t start = out->size();
  if (Status s = AppendText(column, value, out); !s.ok()) return s;
  const std::string_view text(out->data() + start, out->size() - start);
  const size_t plain = PlainPrefix(text);
  if (plain < text.size() && !binlog::IsUtf8(text.substr(plain))) {
    // AppendText keeps bytes that are no character of the column's set, or of an unknown set. What
    // is encoded are the column's own bytes, where it has any.
    const auto bytes = value.bytes();
    if (!bytes.empty()) {
      out->resize(start);
      *out += "{\"base64\":";
      AppendQuotedBase64(value, out);
      *out += '}';
    } else {
      const std::string copy(text);
      out->resize(start);
      AppendJsonText(copy, out);
    }
    return Status::Ok();
  }
  QuoteTail(start, out);
  return Status::Ok();
}

// FLOAT and DOUBLE. The servers store no NaN and no infinity; bytes that say so are shown as
// strings, since JSON has no such numbers.
Status AppendFloat(const Column& column, const Value& value, std::string* out) {
  if (std::isfinite(value.f64)) return AppendText(column, value, out);
  *out += std::isnan(value.f64) ? "\"NaN\"" : value.f64 > 0 ? "\"Infinity\"" : "\"-Infinity\"";
  return Status::Ok();
}

// Whether the column's labels cover an ENUM or SET value.
bool HasLabels(const Column& column, const Value& value) {
  const uint64_t last =
      value.kind == ValueKind::kEnum ? value.u64 : static_cast<uint64_t>(std::bit_width(value.u64));
  return last <= column.labels.size();
}

// A JSON column. Its text is JSON already; only bytes that are not UTF-8 need care.
Status AppendEmbedded(const Column& column, const Value& value, std::string* out) {
  const size_t start = out->size();
  if (Status s = AppendText(column, value, out); !s.ok()) return s;
  const std::string_view text(out->data() + start, out->size() - start);
  if (!binlog::IsUtf8(text)) {
    out->resize(start);
    return Status(
        Code::kCorrupted,
        fmt::format("column {}: a JSON document with bytes that are not UTF-8", column.name));
  }
  return Status::Ok();
}

}  // namespace

void QuoteTail(size_t start, std::string* out) {
  const std::string_view text(out->data() + start, out->size() - start);
  const size_t length = text.size();
  size_t escaped = PlainPrefix(text);
  if (escaped < length) {
    for (const char c : text.substr(escaped)) escaped += EscapedSize(static_cast<unsigned char>(c));
  }
  out->resize(start + escaped + 2);
  // From the back, so that nothing is overwritten before it is read.
  char* const base = out->data() + start;
  char* to = base + escaped + 1;
  *to = '"';
  const char* from = base + length;
  // `to` is one ahead of `from` once what is left needs no escapes: it moves by one, in one piece.
  while (to - from > 1) {
    const auto c = static_cast<unsigned char>(*--from);
    switch (EscapedSize(c)) {
      case 1:
        *--to = static_cast<char>(c);
        break;
      case 2:
        *--to = c == '\b'   ? 'b'
                : c == '\t' ? 't'
                : c == '\n' ? 'n'
                : c == '\f' ? 'f'
                : c == '\r' ? 'r'
                            : static_cast<char>(c);
        *--to = '\\';
        break;
      default:
        *--to = kHex[c & 15];
        *--to = kHex[c >> 4];
        to -= 4;
        std::memcpy(to, kControlEscape.data(), kControlEscape.size());
    }
  }
  std::memmove(base + 1, base, static_cast<size_t>(from - base));
  *base = '"';
}

void AppendJsonString(std::string_view text, std::string* out) {
  const size_t start = out->size();
  size_t good = PlainPrefix(text);
  if (good < text.size() && binlog::IsUtf8(text.substr(good))) good = text.size();
  out->append(text.substr(0, good));
  text.remove_prefix(good);
  while (!text.empty()) {
    const size_t length = SequenceLength(text);
    out->append(length != 0 ? text.substr(0, length) : kReplacement);
    text.remove_prefix(length != 0 ? length : 1);
  }
  QuoteTail(start, out);
}

void AppendJsonText(std::string_view text, std::string* out) {
  const size_t plain = PlainPrefix(text);
  if (plain == text.size() || binlog::IsUtf8(text.substr(plain))) {
    const size_t start = out->size();
    out->append(text);
    QuoteTail(start, out);
    return;
  }
  *out += "{\"base64\":\"";
  AppendBase64({reinterpret_cast<const uint8_t*>(text.data()), text.size()}, 0, out);
  *out += "\"}";
}

Status AppendJsonValue(const Column& column, const Value& value, std::string* out) {
  switch (value.kind) {
    case ValueKind::kAbsent:
    case ValueKind::kNull:
      *out += "null";
      return Status::Ok();
    case ValueKind::kInt:
      AppendNumber(value.i64, out);
      return Status::Ok();
    case ValueKind::kUint:
    case ValueKind::kYear:
    case ValueKind::kBit:
      AppendNumber(value.u64, out);
      return Status::Ok();
    case ValueKind::kFloat:
    case ValueKind::kDouble:
      return AppendFloat(column, value, out);
    case ValueKind::kEnum:
    case ValueKind::kSet:
      if (!HasLabels(column, value)) {
        AppendNumber(value.u64, out);
        return Status::Ok();
      }
      return AppendQuotedText(column, value, out);
    case ValueKind::kJson:
    case ValueKind::kJsonDiff:
      return AppendEmbedded(column, value, out);
    case ValueKind::kBinary:
    case ValueKind::kGeometry:
    case ValueKind::kVector:
      AppendQuotedBase64(value, out);
      return Status::Ok();
    case ValueKind::kDecimal:
    case ValueKind::kDate:
    case ValueKind::kTime:
    case ValueKind::kDateTime:
    case ValueKind::kTimestamp:
    case ValueKind::kText:
    case ValueKind::kUuid:
    case ValueKind::kInet4:
    case ValueKind::kInet6:
      return AppendQuotedText(column, value, out);
  }
  return Status(Code::kInternal,
                fmt::format("a value of unknown kind {}", static_cast<unsigned>(value.kind)));
}

namespace {

// One row image, as an object with a member for each column that is present and whose value is
// known; or, when `diffs`, for each of which only the difference is. *left_out: the image has
// others.
Status AppendImage(const Table& table, std::span<const Value> values, bool diffs, bool* left_out,
                   std::string* out) {
  *out += '{';
  bool first = true;
  *left_out = false;
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i].is_absent()) continue;
    if ((values[i].kind == ValueKind::kJsonDiff) != diffs) {
      *left_out = true;
      continue;
    }
    if (!first) *out += ',';
    first = false;
    const Column& column = table.columns()[i];
    AppendJsonString(column.name, out);
    *out += ':';
    if (Status s = AppendJsonValue(column, values[i], out); !s.ok()) return s;
  }
  *out += '}';
  return Status::Ok();
}

Status AppendRows(const Entry& entry, std::string* out) {
  // Kept for its memory: a reader allocates only for wider tables than it has met.
  thread_local RowReader rows;
  const Table& table = *entry.table();
  const bool has_before = entry.kind() != EntryKind::kInsert;
  const bool has_after = entry.kind() != EntryKind::kDelete;
  *out += ",\"rows\":[";
  bool first = true;
  for (rows.Start(entry); rows.Next();) {
    *out += first ? "{" : ",{";
    first = false;
    if (has_before) {
      *out += "\"before\":";
      bool left_out = false;
      if (Status s = AppendImage(table, rows.before(), false, &left_out, out); !s.ok())
        return AtEntry(entry, s);
    }
    if (has_after) {
      *out += has_before ? ",\"after\":" : "\"after\":";
      bool left_out = false;
      if (Status s = AppendImage(table, rows.after(), false, &left_out, out); !s.ok())
        return AtEntry(entry, s);
      if (left_out) {
        *out += ",\"json_diff\":";
        if (Status s = AppendImage(table, rows.after(), true, &left_out, out); !s.ok())
          return AtEntry(entry, s);
      }
    }
    *out += '}';
  }
  *out += ']';
  return rows.status();
}

void AppendTables(std::span<const DdlTable> tables, std::string* out) {
  *out += ",\"tables\":[";
  for (size_t i = 0; i < tables.size(); ++i) {
    *out += i == 0 ? "{\"database\":" : ",{\"database\":";
    AppendJsonString(tables[i].database, out);
    *out += ",\"table\":";
    AppendJsonString(tables[i].name, out);
    *out += '}';
  }
  *out += ']';
}

Status AppendEntry(const Entry& entry, std::string* out) {
  const model::EntryData& data = entry.data();
  *out += "{\"type\":\"";
  *out += EntryKindName(entry.kind());
  *out += '"';
  if (data.file != nullptr) {
    *out += ",\"position\":";
    const size_t start = out->size();
    fmt::format_to(std::back_inserter(*out), "{}:{}:{}", data.file->name, data.offset,
                   data.ordinal);
    QuoteTail(start, out);
  }
  if (!entry.gtid().empty()) {
    *out += ",\"gtid\":";
    AppendJsonString(entry.gtid().ToString(), out);
  }
  *out += ",\"ts_us\":";
  AppendNumber(entry.timestamp_us(), out);
  if (entry.duplicate()) *out += ",\"duplicate\":true";
  if (const std::string_view database = entry.database(); !database.empty()) {
    *out += ",\"database\":";
    AppendJsonString(database, out);
  }
  if (entry.is_rows()) {
    *out += ",\"table\":";
    AppendJsonString(entry.table()->name(), out);
    if (Status s = AppendRows(entry, out); !s.ok()) return s;
  } else if (entry.kind() == EntryKind::kDdl || entry.kind() == EntryKind::kStatement) {
    if (entry.kind() == EntryKind::kDdl) {
      *out += ",\"kind\":\"";
      *out += DdlKindName(entry.ddl_kind());
      *out += '"';
    }
    if (!entry.statement_tables().empty()) AppendTables(entry.statement_tables(), out);
    *out += ",\"sql\":";
    AppendJsonText(entry.sql(), out);
  }
  *out += '}';
  return Status::Ok();
}

}  // namespace
}  // namespace format

Status AppendJson(const Entry& entry, std::string* out) {
  const size_t start = out->size();
  Status status = format::AppendEntry(entry, out);
  if (!status.ok()) out->resize(start);
  return status;
}

}  // namespace towpath
