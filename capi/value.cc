// Values of the C ABI, one at a time.
#include "towpath/value.h"

#include "internal.h"

namespace towpath::capi {

uint32_t ColumnFlags(const Column& column) {
  uint32_t flags = 0;
  if (column.is_unsigned) flags |= TOWPATH_COLUMN_IS_UNSIGNED;
  if (column.nullable) flags |= TOWPATH_COLUMN_IS_NULLABLE;
  if (column.is_key) flags |= TOWPATH_COLUMN_IS_KEY;
  if (!column.visible) flags |= TOWPATH_COLUMN_IS_INVISIBLE;
  return flags;
}

uint32_t KeyPart(const Table& table, size_t column) {
  const std::vector<uint32_t>& key = table.primary_key();
  for (size_t i = 0; i < key.size(); ++i) {
    if (key[i] == column) return static_cast<uint32_t>(i + 1);
  }
  return 0;
}

bool IsUtf8(const Column& column) {
  return column.charset.starts_with("utf8") || column.charset == "ascii";
}

bool IsText(ValueKind kind) {
  switch (kind) {
    case ValueKind::kText:
    case ValueKind::kDecimal:
    case ValueKind::kJson:
    case ValueKind::kUuid:
    case ValueKind::kInet4:
    case ValueKind::kInet6:
    case ValueKind::kJsonDiff:
      return true;
    default:
      return false;
  }
}

bool IsBytes(ValueKind kind) {
  return kind == ValueKind::kBinary || kind == ValueKind::kGeometry || kind == ValueKind::kVector;
}

Form FormOf(const Value& value, bool utf8) {
  if (value.kind == ValueKind::kText) return utf8 ? Form::kView : Form::kMade;
  if (IsText(value.kind)) return Form::kMade;
  if (IsBytes(value.kind)) return value.padding == 0 ? Form::kView : Form::kMade;
  return Form::kNumber;
}

Status AppendMade(const Column& column, const Value& value, std::string* out) {
  if (IsText(value.kind)) return AppendText(column, value, out);
  out->append(reinterpret_cast<const char*>(value.data), value.size);
  out->append(value.padding, '\0');
  return Status::Ok();
}

towpath_value Head(const Value& value) {
  towpath_value out;
  out.kind = static_cast<uint8_t>(value.kind);
  out.precision = value.precision;
  out.scale = value.scale;
  out.reserved = 0;
  out.size = 0;
  out.as.i64 = value.is_null() || value.is_absent() ? 0 : value.i64;
  return out;
}

namespace {

// Locates the rows of an entry. Throws std::bad_alloc.
std::unique_ptr<towpath_rows> LocateRows(const Entry& entry) {
  auto rows = std::make_unique<towpath_rows>();
  RowReader reader;
  for (reader.Start(entry); reader.Next();) {
    for (const auto& image : {reader.before(), reader.after()}) {
      rows->values.insert(rows->values.end(), image.begin(), image.end());
    }
    ++rows->row_count;
  }
  rows->status = reader.status();
  rows->columns = entry.table() != nullptr ? entry.table()->columns().size() : 0;
  rows->images = entry.kind() == EntryKind::kUpdate ? 2 : entry.is_rows() ? 1 : 0;
  return rows;
}

// Which image of a row of this kind of entry stands first, second; -1: it has none.
int ImageIndex(EntryKind kind, int32_t image) {
  switch (kind) {
    case EntryKind::kInsert:
      return image == TOWPATH_AFTER ? 0 : -1;
    case EntryKind::kDelete:
      return image == TOWPATH_BEFORE ? 0 : -1;
    case EntryKind::kUpdate:
      return image == TOWPATH_BEFORE ? 0 : image == TOWPATH_AFTER ? 1 : -1;
    default:
      return -1;
  }
}

Status Bad(std::string message) {
  return Status(Code::kInvalidArgument, "towpath_row_value: " + std::move(message));
}

}  // namespace
}  // namespace towpath::capi

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

towpath_status towpath_row_value(const towpath_entry* entry, size_t row, int32_t image,
                                 size_t column, towpath_value* value, towpath_error** error) {
  if (value != nullptr) *value = towpath_value{};
  return Guard("towpath_row_value", error, {{"entry", entry}, {"value", value}}, [&] {
    const EntryKind kind = entry->data->kind;
    const int which = ImageIndex(kind, image);
    if (which < 0) {
      return Bad("an entry of kind " + std::string(EntryKindName(kind)) + " has no image " +
                 std::to_string(image));
    }
    std::call_once(entry->rows_once, [entry] { entry->rows = LocateRows(entry->cpp()); });
    towpath_rows& rows = *entry->rows;
    if (row >= rows.row_count) {
      if (!rows.status.ok()) return rows.status;
      return Bad("there is no row " + std::to_string(row) + ": there are " +
                 std::to_string(rows.row_count) + ", numbered from 0");
    }
    if (column >= rows.columns) {
      return Bad("there is no column " + std::to_string(column) + ": there are " +
                 std::to_string(rows.columns) + ", numbered from 0");
    }
    const size_t index = (row * rows.images + static_cast<size_t>(which)) * rows.columns + column;
    const Value& from = rows.values[index];
    const Column& facts = entry->data->table->table.columns()[column];
    towpath_value out = Head(from);
    switch (FormOf(from, IsUtf8(facts))) {
      case Form::kNumber:
        break;
      case Form::kView:
        out.size = from.size;
        out.as.data = reinterpret_cast<const char*>(from.data);
        break;
      case Form::kMade: {
        const std::lock_guard lock(entry->batch->mutex);
        auto made = rows.made.find(index);
        if (made == rows.made.end()) {
          std::string bytes;
          if (Status s = AppendMade(facts, from, &bytes); !s.ok()) return s;
          if (bytes.size() > UINT32_MAX) {
            return Status(Code::kLimit, "a value of more than 4 GiB as text");
          }
          made = rows.made.emplace(index, std::move(bytes)).first;
        }
        out.size = static_cast<uint32_t>(made->second.size());
        out.as.data = made->second.data();
        break;
      }
    }
    *value = out;
    return Status::Ok();
  });
}

towpath_status towpath_value_text(const towpath_table* table, size_t column,
                                  const towpath_value* value, towpath_buffer** text,
                                  towpath_error** error) {
  if (text != nullptr) *text = nullptr;
  return Guard("towpath_value_text", error, {{"value", value}, {"text", text}}, [&] {
    static const Column kNoColumn;
    const Column* facts = &kNoColumn;
    if (table != nullptr) {
      const std::vector<Column>& columns = reinterpret_cast<const Table*>(table)->columns();
      if (column >= columns.size()) {
        return Status(Code::kInvalidArgument,
                      "towpath_value_text: there is no column " + std::to_string(column));
      }
      facts = &columns[column];
    }
    if (value->kind > TOWPATH_VALUE_JSON_DIFF) {
      return Status(Code::kInvalidArgument,
                    "towpath_value_text: there is no value kind " + std::to_string(value->kind));
    }
    std::string out;
    const auto kind = static_cast<ValueKind>(value->kind);
    if (IsText(kind) || IsBytes(kind)) {  // the text is made already
      if (value->size != 0) out.assign(value->as.data, value->size);
    } else {
      Value cpp;
      cpp.kind = kind;
      cpp.precision = value->precision;
      cpp.scale = value->scale;
      cpp.i64 = value->as.i64;
      if (Status s = AppendText(*facts, cpp, &out); !s.ok()) return s;
    }
    *text = MakeBuffer(std::move(out));
    return Status::Ok();
  });
}

towpath_status towpath_value_calendar(const towpath_value* value, towpath_calendar* calendar,
                                      towpath_error** error) {
  return Guard("towpath_value_calendar", error, {{"value", value}, {"calendar", calendar}}, [&] {
    Value cpp;
    switch (value->kind) {
      case TOWPATH_VALUE_DATE:
      case TOWPATH_VALUE_TIME:
      case TOWPATH_VALUE_DATETIME:
      case TOWPATH_VALUE_TIMESTAMP:
        cpp.kind = static_cast<ValueKind>(value->kind);
        cpp.i64 = value->as.i64;
        break;
      default:
        return Status(Code::kInvalidArgument,
                      "towpath_value_calendar: the value is no date or time");
    }
    const Calendar from = cpp.calendar();
    towpath_calendar out{};
    out.negative = from.negative ? 1 : 0;
    out.year = from.year;
    out.month = from.month;
    out.day = from.day;
    out.hour = from.hour;
    out.minute = from.minute;
    out.second = from.second;
    out.microsecond = static_cast<int32_t>(from.microsecond);
    return CopyOut(out, calendar, "towpath_calendar");
  });
}
