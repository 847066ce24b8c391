#include "arrow/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "binlog/charset.h"
#include "binlog/column_op.h"
#include "format/json.h"

namespace towpath::arrow {
namespace {

constexpr unsigned kMaxDecimal128Precision = 38;

// A number of the type that a storage form has, and its format; null: it is none.
const char* NumberFormat(binlog::ColumnOp op, uint8_t* width) {
  using binlog::ColumnOp;
  const auto is = [width](uint8_t bytes, const char* format) {
    *width = bytes;
    return format;
  };
  switch (op) {
    case ColumnOp::kInt8:
      return is(1, "c");
    case ColumnOp::kInt16:
      return is(2, "s");
    case ColumnOp::kInt24:
    case ColumnOp::kInt32:
      return is(4, "i");
    case ColumnOp::kInt64:
      return is(8, "l");
    case ColumnOp::kUint8:
      return is(1, "C");
    case ColumnOp::kUint16:
    case ColumnOp::kYear:
      return is(2, "S");
    case ColumnOp::kUint24:
    case ColumnOp::kUint32:
      return is(4, "I");
    case ColumnOp::kUint64:
    case ColumnOp::kBit:
      return is(8, "L");
    case ColumnOp::kFloat:
      return is(4, "f");
    case ColumnOp::kDouble:
      return is(8, "g");
    default:
      return nullptr;
  }
}

bool AreUtf8(const std::vector<std::string>& texts) {
  return std::all_of(texts.begin(), texts.end(),
                     [](const std::string& text) { return binlog::IsUtf8(text); });
}

void SetFixed(Form form, uint8_t width, std::string format, Field* field) {
  field->form = form;
  field->width = width;
  field->format = std::move(format);
}

void SetText(Form form, Field* field) {
  field->form = form;
  field->format = form == Form::kBinary ? "z" : "u";
}

// Labels, each once, and where that of each member is.
void SetLabels(const std::vector<std::string>& labels, Field* field) {
  auto texts = std::make_shared<Texts>();
  auto label_of = std::make_shared<std::vector<int32_t>>(1, -1);
  std::unordered_map<std::string_view, int32_t> known;
  for (const std::string& label : labels) {
    const auto [found, added] = known.try_emplace(label, static_cast<int32_t>(texts->size()));
    if (added) texts->Add(label);
    label_of->push_back(found->second);
  }
  if (const auto empty = known.find(""); empty != known.end()) {
    label_of->front() = empty->second;
  } else {
    label_of->front() = static_cast<int32_t>(texts->size());
    texts->Add("");
    field->extra_label = true;
  }
  if (texts->size() <= size_t{std::numeric_limits<int16_t>::max()}) {
    SetFixed(Form::kEnum, 2, "s", field);
  } else {
    SetFixed(Form::kEnum, 4, "i", field);
  }
  field->labels = std::move(texts);
  field->label_of = std::move(label_of);
}

Field FieldOf(const Column& column, const model::ColumnLayout& layout, bool decimal256) {
  Field field;
  uint8_t width = 0;
  if (const char* format = NumberFormat(static_cast<binlog::ColumnOp>(layout.op), &width)) {
    SetFixed(Form::kNumber, width, format, &field);
    return field;
  }
  switch (layout.kind) {
    case ValueKind::kDecimal:
      if (layout.precision <= kMaxDecimal128Precision) {
        SetFixed(Form::kDecimal128, 16, fmt::format("d:{},{}", layout.precision, layout.scale),
                 &field);
      } else if (decimal256) {
        SetFixed(Form::kDecimal256, 32, fmt::format("d:{},{},256", layout.precision, layout.scale),
                 &field);
      } else {
        SetText(Form::kMadeText, &field);
      }
      break;
    case ValueKind::kDate:
      SetFixed(Form::kDate, 4, "tdD", &field);
      break;
    case ValueKind::kDateTime:
      SetFixed(Form::kDateTime, 8, "tsu:", &field);
      break;
    case ValueKind::kTimestamp:
      SetFixed(Form::kTimestamp, 8, "tsu:UTC", &field);
      break;
    case ValueKind::kTime:
      SetFixed(Form::kTime, 8, "tDu", &field);
      break;
    case ValueKind::kEnum:
      if (column.labels.empty() || !AreUtf8(column.labels)) {
        SetFixed(Form::kNumber, 2, "S", &field);
      } else {
        SetLabels(column.labels, &field);
      }
      break;
    case ValueKind::kSet:
      if (column.labels.empty() || !AreUtf8(column.labels)) {
        SetFixed(Form::kNumber, 8, "L", &field);
      } else {
        SetText(Form::kMadeText, &field);
      }
      break;
    case ValueKind::kText:
      // Nothing has to be made of text in these sets.
      SetText(column.charset.starts_with("utf8") || column.charset == "ascii" ? Form::kUtf8
                                                                              : Form::kMadeText,
              &field);
      break;
    case ValueKind::kJson:
      SetText(Form::kMadeText, &field);
      field.json = true;
      break;
    case ValueKind::kUuid:
    case ValueKind::kInet4:
    case ValueKind::kInet6:
      SetText(Form::kMadeText, &field);
      break;
    case ValueKind::kVector:
      field.form = Form::kVector;
      field.format = "+l";
      break;
    case ValueKind::kBinary:
    case ValueKind::kGeometry:
      SetText(Form::kBinary, &field);
      break;
    default:  // of type NULL
      SetText(Form::kUtf8, &field);
      break;
  }
  return field;
}

Field FixedField(std::string name, Form form, uint8_t width, std::string format) {
  Field field;
  field.name = std::move(name);
  SetFixed(form, width, std::move(format), &field);
  return field;
}

Field TextField(std::string name, bool json = false) {
  Field field;
  field.name = std::move(name);
  SetText(Form::kUtf8, &field);
  field.json = json;
  return field;
}

Field TextListField(std::string name) {
  Field field;
  field.name = std::move(name);
  field.form = Form::kTextList;
  field.format = "+l";
  return field;
}

// Operations in a dictionary, by index as RowDecoder stores them.
Field OperationField(std::string name) {
  Field field = FixedField(std::move(name), Form::kEnum, 1, "c");
  auto labels = std::make_shared<Texts>();
  for (const char* operation : {"insert", "update", "delete"}) labels->Add(operation);
  field.labels = std::move(labels);
  return field;
}

// The files of a record batch are its own.
Field FileField(std::string name) { return FixedField(std::move(name), Form::kEnum, 4, "i"); }

template <typename T>
void AppendRaw(const T& value, std::string* out) {
  out->append(reinterpret_cast<const char*>(&value), sizeof(T));
}

void AppendSized(std::string_view text, std::string* out) {
  AppendRaw(static_cast<uint32_t>(text.size()), out);
  out->append(text);
}

// Equal for two versions of a table whose rows can stand in one record batch.
std::string DescribeLayout(const model::TableVersion& version) {
  std::string out;
  for (size_t i = 0; i < version.layout.columns.size(); ++i) {
    if (!version.layout.left_out.empty() && version.layout.left_out[i]) continue;
    AppendRaw(version.layout.columns[i], &out);
  }
  for (const Column& column : version.table.columns()) {
    AppendSized(column.name, &out);
    AppendSized(column.charset, &out);
    AppendRaw(column.collation, &out);
    AppendRaw(static_cast<uint32_t>(column.labels.size()), &out);
    for (const std::string& label : column.labels) AppendSized(label, &out);
  }
  for (const uint32_t column : version.table.primary_key()) AppendRaw(column, &out);
  return out;
}

// Names of columns are the same whatever their case, as in MySQL and in DuckDB.
std::string Folded(std::string_view name) {
  std::string folded(name);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

// A JSON array of the names.
std::string PrimaryKey(const Table& table) {
  std::string out = "[";
  for (const uint32_t column : table.primary_key()) {
    if (out.size() > 1) out += ',';
    format::AppendJsonString(table.columns()[column].name, &out);
  }
  return out += ']';
}

}  // namespace

std::string EncodeMetadata(
    const std::vector<std::pair<std::string_view, std::string_view>>& pairs) {
  std::string out;
  AppendRaw(static_cast<int32_t>(pairs.size()), &out);
  for (const auto& [key, value] : pairs) {
    AppendSized(key, &out);
    AppendSized(value, &out);
  }
  return out;
}

Status Fields::Add(Field field) {
  if (!binlog::IsUtf8(field.name) || field.name.find('\0') != std::string::npos) {
    return Status(Code::kCorrupted, fmt::format("{}.{}: a column's name is not UTF-8",
                                                table_.database(), table_.name()));
  }
  AppendSized(field.name, &schema_);
  AppendSized(field.format, &schema_);
  schema_ += field.json ? 'j' : '-';
  row_bytes_ += HasOffsets(field.form) ? sizeof(int32_t) : field.width;
  fields_.push_back(std::move(field));
  return Status::Ok();
}

Result<std::shared_ptr<const Fields>> Fields::Make(const model::TableVersion& version,
                                                   const ArrowOptions& options) {
  std::shared_ptr<Fields> fields(new Fields(version.table));
  fields->layout_ = DescribeLayout(version);
  fields->has_before_ = options.images == ArrowImages::kBoth;
  const Table& table = fields->table_;
  const std::string& prefix = options.prefix;

  std::vector<Field> before;
  size_t column = 0;
  for (size_t i = 0; i < version.layout.columns.size(); ++i) {
    if (!version.layout.left_out.empty() && version.layout.left_out[i]) continue;
    Field field = FieldOf(table.columns()[column], version.layout.columns[i], options.decimal256);
    field.column = column;
    field.name = table.columns()[column].name;
    if (fields->has_before_) {
      before.push_back(field);
      before.back().name = prefix + "before." + field.name;
    }
    if (Status s = fields->Add(std::move(field)); !s.ok()) return s;
    ++column;
  }

  std::vector<Field> extra;  // in the order of Extra
  extra.push_back(OperationField(prefix + "op"));
  extra.push_back(FixedField(prefix + "timestamp", Form::kTimestamp, 8, "tsu:UTC"));
  extra.push_back(FileField(prefix + "file"));
  extra.push_back(FixedField(prefix + "offset", Form::kNumber, 8, "L"));
  extra.push_back(FixedField(prefix + "ordinal", Form::kNumber, 4, "I"));
  extra.push_back(FixedField(prefix + "row", Form::kNumber, 4, "I"));
  extra.push_back(FixedField(prefix + "transaction_offset", Form::kNumber, 8, "L"));
  extra.push_back(TextField(prefix + "gtid"));
  extra.push_back(FixedField(prefix + "server_id", Form::kNumber, 4, "I"));
  extra.push_back(FixedField(prefix + "duplicate", Form::kBool, 0, "b"));
  extra.push_back(TextListField(prefix + "columns"));
  extra.push_back(TextField(prefix + "exceptions", true));
  if (fields->has_before_) extra.push_back(TextListField(prefix + "before_columns"));
  for (Field& field : before) extra.push_back(std::move(field));

  std::unordered_set<std::string> names;
  for (const Column& of_table : table.columns()) names.insert(Folded(of_table.name));
  for (Field& field : extra) {
    if (!names.insert(Folded(field.name)).second) {
      return Status(Code::kInvalidArgument,
                    fmt::format("{}.{} has a column named {}, as a column that is added to it: "
                                "choose another prefix than \"{}\"",
                                table.database(), table.name(), field.name, prefix));
    }
    if (Status s = fields->Add(std::move(field)); !s.ok()) return s;
  }

  fields->metadata_ = EncodeMetadata({{"towpath.database", table.database()},
                                      {"towpath.table", table.name()},
                                      {"towpath.primary_key", PrimaryKey(table)}});
  fields->schema_ += fields->metadata_;
  return std::shared_ptr<const Fields>(std::move(fields));
}

bool Fields::Describes(const model::TableVersion& version) const {
  return version.table.database() == table_.database() && version.table.name() == table_.name() &&
         DescribeLayout(version) == layout_;
}

}  // namespace towpath::arrow
