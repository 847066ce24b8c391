#include "describe.h"

#include <span>
#include <string_view>
#include <vector>

#include "towpath/table.h"
#include "towpath/value.h"

namespace quickstart {
namespace {

using towpath::Column;
using towpath::Entry;
using towpath::EntryKind;
using towpath::Status;
using towpath::Value;

Status AppendValue(const Column& column, const Value& value, std::string* out) {
  if (value.is_null()) {
    *out += "NULL";
    return Status::Ok();
  }
  return towpath::AppendText(column, value, out);
}

// Inserts and deletes: every column behind the first, which is the key.
Status DescribeRow(const std::vector<Column>& columns, std::span<const Value> values,
                   std::string* out) {
  for (size_t i = 1; i < values.size(); ++i) {
    *out += i == 1 ? " " : ", ";
    if (Status s = AppendValue(columns[i], values[i], out); !s.ok()) return s;
  }
  return Status::Ok();
}

// Updates: the columns that have changed.
Status DescribeUpdate(const std::vector<Column>& columns, std::span<const Value> before,
                      std::span<const Value> after, std::string* out) {
  bool first = true;
  for (size_t i = 0; i < after.size(); ++i) {
    std::string old_text;
    std::string new_text;
    if (Status s = AppendValue(columns[i], before[i], &old_text); !s.ok()) return s;
    if (Status s = AppendValue(columns[i], after[i], &new_text); !s.ok()) return s;
    if (old_text == new_text) continue;
    *out += first ? " " : ", ";
    *out += columns[i].name + " " + old_text + " -> " + new_text;
    first = false;
  }
  return Status::Ok();
}

// A statement without its line breaks, and not all of it when it is long.
void AppendOneLine(std::string_view sql, std::string* out) {
  constexpr size_t kLongest = 64;
  size_t length = 0;
  for (const char c : sql) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && (length == 0 || out->back() == ' ')) continue;
    const bool begins = (static_cast<unsigned char>(c) & 0xc0) != 0x80;  // a character
    if (length >= kLongest && begins) {
      *out += " ...";
      return;
    }
    *out += space ? ' ' : c;
    ++length;
  }
}

}  // namespace

Status Describe(const Entry& entry, std::string* out) {
  if (!entry.is_rows()) {
    AppendOneLine(entry.sql(), out);
    return Status::Ok();
  }
  const std::vector<Column>& columns = entry.table()->columns();
  const bool update = entry.kind() == EntryKind::kUpdate;
  *out += towpath::EntryKindName(entry.kind());
  *out += ' ';
  *out += entry.table()->name();
  towpath::RowReader rows;
  bool first = true;
  for (rows.Start(entry); rows.Next();) {
    const auto values = entry.kind() == EntryKind::kDelete ? rows.before() : rows.after();
    *out += first ? " " : "; ";
    first = false;
    if (Status s = AppendValue(columns[0], values[0], out); !s.ok()) return s;
    *out += ':';
    Status s = update ? DescribeUpdate(columns, rows.before(), rows.after(), out)
                      : DescribeRow(columns, values, out);
    if (!s.ok()) return s;
  }
  return rows.status();
}

}  // namespace quickstart
