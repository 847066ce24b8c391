#include "schema/table_definition.h"

#include <cstddef>
#include <optional>

#include "fmt/format.h"

// Version 1 of the format. Numbers are varints (7 bits a byte, least significant first); a text is
// its length and its bytes.
//   table:    version u8, 'T', flags u8 (1 system versioned), charset, collation, column count,
//             columns, key length, key column indexes
//   column:   flags u8, name, column type, [data type], [charset, collation],
//             fractional digits + 1 u8, label count, labels
//   database: version u8, 'D', charset, collation

namespace towpath::schema {
namespace {

constexpr char kVersion = 1;

enum TableFlag : uint8_t { kSystemVersioned = 1 };

enum ColumnFlag : uint8_t {
  kUnsigned = 1,
  kNullable = 2,
  kInvisible = 4,
  kGenerated = 8,
  kHidden = 16,
  kTextOfTable = 32,  // charset and collation are the table's
  kHasText = 64,      // they are others, and written
  kOwnDataType = 128  // data type is not the first word of the column type
};

// "decimal(10,2) unsigned" is a "decimal".
std::string_view FirstWord(std::string_view column_type) {
  return column_type.substr(0, column_type.find_first_of("( "));
}

void AppendNumber(uint64_t number, std::string* out) {
  while (number >= 0x80) {
    *out += static_cast<char>(number | 0x80);
    number >>= 7;
  }
  *out += static_cast<char>(number);
}

void AppendText(std::string_view text, std::string* out) {
  AppendNumber(text.size(), out);
  *out += text;
}

// After the first field that does not fit, ok() is false and every read gives zero or nothing.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  size_t remaining() const { return rest_.size(); }

  uint8_t Byte() {
    if (rest_.empty()) {
      Fail();
      return 0;
    }
    const char byte = rest_.front();
    rest_.remove_prefix(1);
    return static_cast<uint8_t>(byte);
  }
  uint64_t Number() {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      const uint8_t byte = Byte();
      number |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
    Fail();
    return 0;
  }
  // A number of things of which each takes at least a byte.
  size_t Count() {
    const uint64_t count = Number();
    if (count > rest_.size()) Fail();
    return ok_ ? static_cast<size_t>(count) : 0;
  }
  std::string Text() {
    const size_t size = Count();
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }

 private:
  void Fail() {
    ok_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool ok_ = true;
};

Status CheckStart(Reader* in, char kind, std::string_view what) {
  const auto version = static_cast<char>(in->Byte());
  if (version > kVersion)
    return Status(Code::kUnsupported,
                  fmt::format("the stored definition of a {} has format {}, and this version of "
                              "Towpath reads up to {}",
                              what, static_cast<int>(version), static_cast<int>(kVersion)));
  if (version != kVersion || static_cast<char>(in->Byte()) != kind)
    return Status(Code::kCorrupted, fmt::format("not the stored definition of a {}", what));
  return Status::Ok();
}

void AppendColumn(const ColumnDefinition& column, const TableDefinition& table, std::string* out) {
  const bool of_table = column.charset == table.charset && column.collation == table.collation;
  const bool has_text = !of_table && !(column.charset.empty() && column.collation.empty());
  const bool own_type = column.data_type != FirstWord(column.column_type);
  unsigned flags = 0;
  if (column.is_unsigned) flags |= kUnsigned;
  if (column.nullable) flags |= kNullable;
  if (column.invisible) flags |= kInvisible;
  if (column.generated) flags |= kGenerated;
  if (column.hidden) flags |= kHidden;
  if (of_table) flags |= kTextOfTable;
  if (has_text) flags |= kHasText;
  if (own_type) flags |= kOwnDataType;
  *out += static_cast<char>(flags);
  AppendText(column.name, out);
  AppendText(column.column_type, out);
  if (own_type) AppendText(column.data_type, out);
  if (has_text) {
    AppendText(column.charset, out);
    AppendText(column.collation, out);
  }
  *out += static_cast<char>(column.fractional_digits + 1);
  AppendNumber(column.labels.size(), out);
  for (const std::string& label : column.labels) AppendText(label, out);
}

ColumnDefinition ReadColumn(Reader* in, const TableDefinition& table) {
  ColumnDefinition column;
  const uint8_t flags = in->Byte();
  column.is_unsigned = (flags & kUnsigned) != 0;
  column.nullable = (flags & kNullable) != 0;
  column.invisible = (flags & kInvisible) != 0;
  column.generated = (flags & kGenerated) != 0;
  column.hidden = (flags & kHidden) != 0;
  column.name = in->Text();
  column.column_type = in->Text();
  column.data_type =
      (flags & kOwnDataType) != 0 ? in->Text() : std::string(FirstWord(column.column_type));
  if ((flags & kTextOfTable) != 0) {
    column.charset = table.charset;
    column.collation = table.collation;
  } else if ((flags & kHasText) != 0) {
    column.charset = in->Text();
    column.collation = in->Text();
  }
  column.fractional_digits = static_cast<int>(in->Byte()) - 1;
  const size_t labels = in->Count();
  for (size_t i = 0; i < labels && in->ok(); ++i) column.labels.push_back(in->Text());
  return column;
}

Status Damaged(std::string_view what) {
  return Status(Code::kCorrupted, fmt::format("the stored definition of a {} is damaged", what));
}

}  // namespace

ColumnDefinition HiddenPeriodColumn(std::string_view name) {
  ColumnDefinition column;
  column.name = name;
  column.data_type = "timestamp";
  column.column_type = "timestamp(6)";
  column.nullable = false;
  column.invisible = true;
  column.generated = true;
  column.hidden = true;
  column.fractional_digits = 6;
  return column;
}

ColumnDefinition HiddenHashColumn(unsigned n) {
  ColumnDefinition column;
  column.name = fmt::format("DB_ROW_HASH_{}", n);
  column.data_type = "bigint";
  column.column_type = "bigint(20) unsigned";
  column.is_unsigned = true;
  column.invisible = true;
  column.generated = true;
  column.hidden = true;
  return column;
}

std::string Serialize(const TableDefinition& definition) {
  std::string out{kVersion, 'T',
                  static_cast<char>(definition.system_versioned ? kSystemVersioned : 0)};
  AppendText(definition.charset, &out);
  AppendText(definition.collation, &out);
  AppendNumber(definition.columns.size(), &out);
  for (const ColumnDefinition& column : definition.columns) AppendColumn(column, definition, &out);
  AppendNumber(definition.primary_key.size(), &out);
  for (const uint32_t column : definition.primary_key) AppendNumber(column, &out);
  return out;
}

std::string Serialize(const DatabaseDefinition& definition) {
  std::string out{kVersion, 'D'};
  AppendText(definition.charset, &out);
  AppendText(definition.collation, &out);
  return out;
}

Result<TableDefinition> ParseTableDefinition(std::string_view bytes) {
  Reader in(bytes);
  if (Status status = CheckStart(&in, 'T', "table"); !status.ok()) return status;
  TableDefinition table;
  table.system_versioned = (in.Byte() & kSystemVersioned) != 0;
  table.charset = in.Text();
  table.collation = in.Text();
  const size_t columns = in.Count();
  for (size_t i = 0; i < columns && in.ok(); ++i) table.columns.push_back(ReadColumn(&in, table));
  const size_t key = in.Count();
  for (size_t i = 0; i < key && in.ok(); ++i) {
    const uint64_t column = in.Number();
    if (column >= table.columns.size() || table.columns[column].is_key) return Damaged("table");
    table.columns[column].is_key = true;
    table.primary_key.push_back(static_cast<uint32_t>(column));
  }
  if (!in.ok() || in.remaining() != 0) return Damaged("table");
  return table;
}

Result<DatabaseDefinition> ParseDatabaseDefinition(std::string_view bytes) {
  Reader in(bytes);
  if (Status status = CheckStart(&in, 'D', "database"); !status.ok()) return status;
  DatabaseDefinition database;
  database.charset = in.Text();
  database.collation = in.Text();
  if (!in.ok() || in.remaining() != 0) return Damaged("database");
  return database;
}

}  // namespace towpath::schema
