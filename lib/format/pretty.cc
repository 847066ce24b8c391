#include "format/pretty.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "binlog/charset.h"
#include "fmt/format.h"
#include "format/entry_error.h"
#include "model/entry_data.h"
#include "towpath/entry.h"
#include "towpath/format.h"

namespace towpath {
namespace format {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kYellow = "\x1b[33m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kMagenta = "\x1b[35m";

std::string_view ColorOf(EntryKind kind) {
  switch (kind) {
    case EntryKind::kInsert:
      return kGreen;
    case EntryKind::kUpdate:
      return kYellow;
    case EntryKind::kDelete:
      return kRed;
    case EntryKind::kDdl:
    case EntryKind::kStatement:
      return kMagenta;
    case EntryKind::kBegin:
    case EntryKind::kCommit:
    case EntryKind::kHeartbeat:
      return kDim;
  }
  return kDim;
}

// A character of UTF-8 text, or the one byte that does not belong to any.
std::string_view NextCharacter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return length <= text.size() && binlog::IsUtf8(text.substr(0, length)) ? text.substr(0, length)
                                                                         : text.substr(0, 1);
}

void AppendCharacter(std::string_view character, std::string* out) {
  const auto c = static_cast<unsigned char>(character[0]);
  if (character == "\n") {
    *out += "\\n";
  } else if (character == "\r") {
    *out += "\\r";
  } else if (character == "\t") {
    *out += "\\t";
  } else if (character.size() == 1 && (c < 0x20 || c >= 0x7f)) {
    fmt::format_to(std::back_inserter(*out), "\\x{:02x}", c);
  } else if (character.size() == 2 && c == 0xc2 &&
             static_cast<unsigned char>(character[1]) < 0xa0) {
    // C1 controls: some terminals obey them.
    fmt::format_to(std::back_inserter(*out), "\\u00{:02x}",
                   static_cast<unsigned char>(character[1]));
  } else {
    out->append(character);
  }
}

void AppendHex(std::span<const uint8_t> bytes, size_t zeros, size_t max_width, std::string* out) {
  const size_t total = bytes.size() + zeros;
  const size_t shown = max_width == 0 ? total : std::min(total, max_width / 2);
  *out += "0x";
  for (size_t i = 0; i < shown; ++i) {
    const unsigned byte = i < bytes.size() ? bytes[i] : 0;
    fmt::format_to(std::back_inserter(*out), "{:02x}", byte);
  }
  if (shown < total) fmt::format_to(std::back_inserter(*out), "... ({} bytes)", total);
}

// Characters, not bytes; good enough to align columns.
size_t Width(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

class Writer {
 public:
  Writer(const PrettyStyle& style, std::string* out) : style_(style), out_(out) {}

  Status AppendEntry(const Entry& entry) {
    AppendHeading(entry);
    if (entry.kind() == EntryKind::kDdl || entry.kind() == EntryKind::kStatement) {
      *out_ += "    ";
      AppendPrintable(entry.sql(), 0, out_);
      *out_ += '\n';
    }
    return entry.is_rows() ? AppendRows(entry) : Status::Ok();
  }

 private:
  void Color(std::string_view color) {
    if (style_.color) out_->append(color);
  }

  void AppendHeading(const Entry& entry) {
    const model::EntryData& data = entry.data();
    Color(ColorOf(entry.kind()));
    fmt::format_to(std::back_inserter(*out_), "{:<9}", EntryKindName(entry.kind()));
    if (style_.color) out_->append(kReset);
    const std::string file = data.file != nullptr ? data.file->name : std::string("-");
    fmt::format_to(std::back_inserter(*out_), " {:<26} ",
                   fmt::format("{}:{}:{}", file, data.offset, data.ordinal));
    Color(kDim);
    if (entry.timestamp_us() != 0) {
      AppendInstant(entry.timestamp_us(), out_);
    } else {
      *out_ += "-                   ";
    }
    if (style_.color) out_->append(kReset);
    if (entry.is_rows()) {
      *out_ += "  ";
      AppendPrintable(entry.table()->database(), 0, out_);
      *out_ += '.';
      AppendPrintable(entry.table()->name(), 0, out_);
      const size_t rows = entry.row_count();
      fmt::format_to(std::back_inserter(*out_), "  {} row{}", rows, rows == 1 ? "" : "s");
    } else if (!entry.statement_tables().empty()) {
      AppendDdlKind(entry);
      const char* separator = "  ";
      for (const DdlTable& table : entry.statement_tables()) {
        *out_ += std::exchange(separator, ", ");
        AppendPrintable(table.database, 0, out_);
        *out_ += '.';
        AppendPrintable(table.name, 0, out_);
      }
    } else {
      AppendDdlKind(entry);
      if (!entry.database().empty()) {
        *out_ += "  ";
        AppendPrintable(entry.database(), 0, out_);
      }
    }
    if (entry.kind() == EntryKind::kBegin && !entry.gtid().empty()) {
      fmt::format_to(std::back_inserter(*out_), "  gtid {}", entry.gtid().ToString());
    }
    if (entry.duplicate()) *out_ += "  duplicate";
    *out_ += '\n';
  }

  void AppendDdlKind(const Entry& entry) {
    if (entry.kind() == EntryKind::kDdl)
      fmt::format_to(std::back_inserter(*out_), "  {}", DdlKindName(entry.ddl_kind()));
  }

  Status AppendRows(const Entry& entry) {
    const Table& table = *entry.table();
    size_t name_width = 0;
    for (const Column& column : table.columns()) {
      name_width = std::max(name_width, Width(column.name));
    }
    name_width = std::min<size_t>(name_width, 32);
    RowReader rows;
    size_t number = 0;
    for (rows.Start(entry); rows.Next();) {
      if (++number > 1) {
        Color(kDim);
        fmt::format_to(std::back_inserter(*out_), "    -- row {}\n", number);
        if (style_.color) out_->append(kReset);
      }
      if (Status s = AppendRow(entry, rows, name_width); !s.ok()) return AtEntry(entry, s);
    }
    return rows.status();
  }

  Status AppendRow(const Entry& entry, const RowReader& rows, size_t name_width) {
    const bool update = entry.kind() == EntryKind::kUpdate;
    const auto values = entry.kind() == EntryKind::kDelete ? rows.before() : rows.after();
    for (size_t i = 0; i < values.size(); ++i) {
      const Value before = update ? rows.before()[i] : Value();
      const Value after = values[i];
      if (before.is_absent() && after.is_absent()) continue;
      const Column& column = entry.table()->columns()[i];
      *out_ += "    ";
      const size_t start = out_->size();
      AppendPrintable(column.name, 0, out_);
      const size_t width = Width(std::string_view(*out_).substr(start));
      out_->append(width < name_width ? name_width - width + 2 : 2, ' ');
      if (Status s = AppendChange(column, before, after, update); !s.ok()) return s;
      *out_ += '\n';
    }
    return Status::Ok();
  }

  // "value", or "old -> new" where an update changed it. A row image may lack either side.
  Status AppendChange(const Column& column, const Value& before, const Value& after, bool update) {
    const size_t max_width = style_.max_value_width;
    if (!update) return AppendPrettyValue(column, after, max_width, out_);
    if (after.is_absent()) return AppendPrettyValue(column, before, max_width, out_);
    if (before.is_absent()) {
      *out_ += "-> ";
      return AppendPrettyValue(column, after, max_width, out_);
    }
    // Compared whole, shown shortened.
    old_.clear();
    new_.clear();
    if (Status s = AppendPrettyValue(column, before, 0, &old_); !s.ok()) return s;
    if (Status s = AppendPrettyValue(column, after, 0, &new_); !s.ok()) return s;
    if (old_ == new_) return AppendPrettyValue(column, after, max_width, out_);
    Color(kRed);
    if (Status s = AppendPrettyValue(column, before, max_width, out_); !s.ok()) return s;
    if (style_.color) out_->append(kReset);
    *out_ += " -> ";
    Color(kGreen);
    if (Status s = AppendPrettyValue(column, after, max_width, out_); !s.ok()) return s;
    if (style_.color) out_->append(kReset);
    return Status::Ok();
  }

  const PrettyStyle& style_;
  std::string* out_;
  std::string old_;
  std::string new_;
};

}  // namespace

void AppendPrintable(std::string_view text, size_t max_width, std::string* out) {
  const size_t bytes = text.size();
  for (size_t shown = 0; !text.empty(); ++shown) {
    if (max_width != 0 && shown == max_width) {
      fmt::format_to(std::back_inserter(*out), "... ({} bytes)", bytes);
      return;
    }
    const std::string_view character = NextCharacter(text);
    AppendCharacter(character, out);
    text.remove_prefix(character.size());
  }
}

Status AppendPrettyValue(const Column& column, const Value& value, size_t max_width,
                         std::string* out) {
  switch (value.kind) {
    case ValueKind::kAbsent:
      *out += "(absent)";
      return Status::Ok();
    case ValueKind::kNull:
      *out += "NULL";
      return Status::Ok();
    case ValueKind::kBinary:
    case ValueKind::kGeometry:
    case ValueKind::kVector:
      AppendHex(value.bytes(), value.padding, max_width, out);
      return Status::Ok();
    default:
      break;
  }
  const bool quoted = value.kind == ValueKind::kText || value.kind == ValueKind::kEnum ||
                      value.kind == ValueKind::kSet;
  std::string text;
  if (Status s = AppendText(column, value, &text); !s.ok()) return s;
  if (value.kind == ValueKind::kJsonDiff) *out += "diff ";
  if (quoted) *out += '\'';
  AppendPrintable(text, max_width, out);
  if (quoted) *out += '\'';
  return Status::Ok();
}

void AppendInstant(int64_t microseconds, std::string* out) {
  Value instant;
  instant.kind = ValueKind::kTimestamp;
  instant.i64 = microseconds;
  const Calendar c = instant.calendar();
  fmt::format_to(std::back_inserter(*out), "{:04}-{:02}-{:02} {:02}:{:02}:{:02}", c.year, c.month,
                 c.day, c.hour, c.minute, c.second);
  if (c.microsecond != 0) fmt::format_to(std::back_inserter(*out), ".{:06}", c.microsecond);
  *out += 'Z';
}

}  // namespace format

Status AppendPretty(const Entry& entry, const PrettyStyle& style, std::string* out) {
  const size_t start = out->size();
  Status status = format::Writer(style, out).AppendEntry(entry);
  if (!status.ok()) out->resize(start);
  return status;
}

}  // namespace towpath
