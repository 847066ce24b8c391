#include "schema/column_rules.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "model/text.h"
#include "schema/schema_state.h"

namespace towpath::schema {
namespace {

bool OneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsAscii(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

constexpr uint64_t kLongestVarchar = 65535;  // bytes

// The smallest of the four sizes of TEXT or BLOB that holds so many bytes.
std::string SizedBlob(uint64_t bytes, bool text) {
  const std::string_view size = bytes < 256        ? "tiny"
                                : bytes < 65536    ? ""
                                : bytes < 16777216 ? "medium"
                                                   : "long";
  return fmt::format("{}{}", size, text ? "text" : "blob");
}

uint64_t BlobBytes(std::string_view type) {
  if (type.starts_with("tiny")) return 255;
  if (type.starts_with("medium")) return 16777215;
  if (type.starts_with("long")) return 4294967295;
  return 65535;
}

bool IsText(std::string_view type) {
  return OneOf(type, {"tinytext", "text", "mediumtext", "longtext"});
}
bool IsBlob(std::string_view type) {
  return OneOf(type, {"tinyblob", "blob", "mediumblob", "longblob"});
}

struct IntegerType {
  std::string_view name;
  int width, unsigned_width;  // that are shown where none is declared
};
constexpr IntegerType kIntegers[] = {{"tinyint", 4, 3},
                                     {"smallint", 6, 5},
                                     {"mediumint", 9, 8},
                                     {"int", 11, 10},
                                     {"bigint", 20, 20}};

Status Unknown(std::string why) { return Status(Code::kUnsupported, std::move(why)); }

// Builds one column.
class Definer {
 public:
  Definer(const sql::ColumnSpec& spec, const TextSet& table, const DdlContext& context)
      : spec_(spec), type_(spec.type), table_(table), context_(context) {}

  Result<ColumnDefinition> Run() {
    column_.name = spec_.name;
    column_.invisible = spec_.invisible;
    column_.generated = spec_.generated;
    if (spec_.row_start || spec_.row_end) {
      column_.generated = true;
      column_.nullable = false;
    }
    if (Status status = Type(); !status.ok()) return status;
    if (spec_.nullable) column_.nullable = *spec_.nullable;
    if (spec_.primary_key) column_.nullable = false;
    return std::move(column_);
  }

 private:
  const sql::Dialect& dialect() const { return context_.dialect; }
  // MySQL 8.0.19 stopped to show widths of integers and years.
  bool shows_widths() const { return !dialect().mysql() || !dialect().AtLeast(8, 0, 19); }
  bool strict() const {
    return dialect().Has(sql::kModeStrictAllTables | sql::kModeStrictTransTables);
  }

  void Is(std::string_view type, std::string text) {
    column_.data_type = type;
    column_.column_type = std::move(text);
  }
  void Is(std::string_view type) { Is(type, std::string(type)); }

  std::string Sign() const {
    return fmt::format("{}{}", type_.is_unsigned ? " unsigned" : "",
                       type_.zerofill ? " zerofill" : "");
  }

  Status Type() {
    std::string name = type_.name;
    std::optional<uint64_t> length = type_.length;
    const bool oracle = dialect().oracle();
    // Names that mean different things to different servers and modes.
    if (name == "real") name = dialect().Has(sql::kModeRealAsFloat) ? "float" : "double";
    if (name == "varchar2") name = "varchar";
    if (name == "raw") name = "varbinary";
    if (name == "number") name = length ? "decimal" : "double";
    if (name == "clob") name = "longtext";
    if (oracle && name == "blob" && !length) name = "longblob";
    if (oracle && name == "date") name = "datetime";
    if (name == "timestamp" && dialect().mariadb() && dialect().Has(sql::kModeMaxDb))
      name = "datetime";
    const bool json_alias = name == "json" && !dialect().mysql();

    for (const IntegerType& integer : kIntegers)
      if (name == integer.name) return Integer(integer, length);
    if (name == "float" || name == "double") return Floating(name, length);
    if (name == "decimal") {
      const uint64_t precision = length.value_or(10) == 0 ? 10 : length.value_or(10);
      column_.is_unsigned = type_.is_unsigned;
      Is(name, fmt::format("decimal({},{}){}", precision, type_.decimals.value_or(0), Sign()));
      return Status::Ok();
    }
    if (name == "bit") {
      Is(name, fmt::format("bit({})", length.value_or(1) == 0 ? 1 : length.value_or(1)));
      return Status::Ok();
    }
    if (name == "year") {
      if (shows_widths()) {
        // Of unsigned numbers in their fields; only the text shows it.
        Is(name, fmt::format("year({})", length == 2 ? 2 : 4));
      } else {
        Is(name);
      }
      return Status::Ok();
    }
    if (name == "date") {
      Is(name);
      return Status::Ok();
    }
    if (OneOf(name, {"time", "datetime", "timestamp"})) return Temporal(name, length);
    if (name == "enum" || name == "set") return Labelled(name);
    if (name == "json" && !json_alias) {
      Is(name);
      return Status::Ok();
    }
    if (json_alias) {
      column_.charset = "utf8mb4";
      column_.collation = "utf8mb4_bin";
      Is("longtext", "longtext" + Compressed());
      return Status::Ok();
    }
    if (name == "vector") {
      if (!length && !dialect().mysql()) return Unknown("a VECTOR without its dimension");
      Is(name, fmt::format("vector({})", length.value_or(2048)));
      return Status::Ok();
    }
    if (name == "geometrycollection" && dialect().mysql() && dialect().AtLeast(8, 0)) {
      Is("geomcollection");
      return Status::Ok();
    }
    if (name == "char" || name == "varchar") return Characters(name, length);
    if (name == "binary" || name == "varbinary") return Bytes(name, length.value_or(1));
    if (IsText(name)) return Text(name, length);
    if (IsBlob(name)) return Blob(name, length);
    Is(name);  // geometry, uuid, inet4, inet6
    return Status::Ok();
  }

  Status Integer(const IntegerType& integer, std::optional<uint64_t> length) {
    column_.is_unsigned = type_.is_unsigned;
    const int width = type_.is_unsigned ? integer.unsigned_width : integer.width;
    const uint64_t shown = length.value_or(static_cast<uint64_t>(width));
    const bool is_bool = integer.name == "tinyint" && length == 1 && !type_.is_unsigned;
    if (shows_widths() || type_.zerofill || is_bool) {
      Is(integer.name, fmt::format("{}({}){}", integer.name, shown, Sign()));
    } else {
      Is(integer.name, fmt::format("{}{}", integer.name, Sign()));
    }
    return Status::Ok();
  }

  Status Floating(std::string name, std::optional<uint64_t> length) {
    column_.is_unsigned = type_.is_unsigned;
    if (length && !type_.decimals) {
      if (name == "float") name = *length > 24 ? "double" : "float";  // FLOAT(p): bits
      Is(name, name + Sign());
    } else if (length) {
      Is(name, fmt::format("{}({},{}){}", name, *length, *type_.decimals, Sign()));
    } else {
      Is(name, name + Sign());
    }
    return Status::Ok();
  }

  Status Temporal(const std::string& name, std::optional<uint64_t> length) {
    column_.fractional_digits = static_cast<int>(length.value_or(0));
    if (column_.fractional_digits > 0) {
      Is(name, fmt::format("{}({})", name, column_.fractional_digits));
    } else {
      Is(name);
    }
    if (name == "timestamp") {
      const bool explicit_defaults = context_.explicit_defaults_for_timestamp.value_or(
          dialect().mysql() ? dialect().AtLeast(8, 0, 2) : dialect().AtLeast(10, 10));
      if (!explicit_defaults && !spec_.generated) column_.nullable = false;
    }
    return Status::Ok();
  }

  std::string Compressed() const { return type_.compressed ? " /*M!100301 COMPRESSED*/" : ""; }

  // The set that text of this column is in. Attributes beside a set do not name one themselves.
  Status TextOf(TextSet* set) {
    *set = table_;
    if (type_.national) *set = DefaultOfCharset("utf8mb3", context_);
    if (type_.ascii) *set = DefaultOfCharset("latin1", context_);
    if (type_.unicode) *set = DefaultOfCharset("ucs2", context_);
    *set = Resolve(type_.text, *set, context_);
    if (!set->known()) return Unknown("the character set of its table is not known");
    if (MaxLengthOfCharset(set->charset) == 0)
      return Unknown(fmt::format("the character set \"{}\"", set->charset));
    if (type_.binary && type_.text.collation.empty() && set->charset != "binary")
      set->collation = set->charset + "_bin";
    return Status::Ok();
  }

  Status Characters(const std::string& name, std::optional<uint64_t> length) {
    const uint64_t characters = length.value_or(1);
    if (type_.byte) return Bytes(name == "char" ? "binary" : "varbinary", characters);
    TextSet set;
    if (Status status = TextOf(&set); !status.ok()) return status;
    if (set.charset == "binary") return Bytes(name == "char" ? "binary" : "varbinary", characters);
    const uint64_t bytes = characters * MaxLengthOfCharset(set.charset);
    column_.charset = set.charset;
    column_.collation = set.collation;
    if (bytes > kLongestVarchar && !strict()) {
      Is(SizedBlob(bytes, true));
      column_.column_type += Compressed();
    } else {
      Is(name, fmt::format("{}({}){}", name, characters, Compressed()));
    }
    return Status::Ok();
  }

  Status Bytes(std::string_view name, uint64_t length) {
    if (length > kLongestVarchar && !strict()) {
      Is(SizedBlob(length, false));
      column_.column_type += Compressed();
    } else {
      Is(name, fmt::format("{}({}){}", name, length, Compressed()));
    }
    return Status::Ok();
  }

  Status Text(std::string name, std::optional<uint64_t> length) {
    if (type_.byte) {
      name.replace(name.size() - 4, 4, "blob");
      return Blob(std::move(name), length);
    }
    TextSet set;
    if (Status status = TextOf(&set); !status.ok()) return status;
    if (set.charset == "binary") {
      name.replace(name.size() - 4, 4, "blob");
      return Blob(std::move(name), length);
    }
    if (length && *length != 0) name = SizedBlob(*length * MaxLengthOfCharset(set.charset), true);
    column_.charset = set.charset;
    column_.collation = set.collation;
    Is(name, name + Compressed());
    return Status::Ok();
  }

  Status Blob(std::string name, std::optional<uint64_t> length) {
    if (length && *length != 0) name = SizedBlob(*length, false);
    Is(name, name + Compressed());
    return Status::Ok();
  }

  Status Labelled(const std::string& name) {
    TextSet set;
    if (type_.byte) {
      set = {"binary", "binary"};
    } else if (Status status = TextOf(&set); !status.ok()) {
      return status;
    }
    column_.charset = set.charset;
    column_.collation = set.collation;
    for (size_t i = 0; i < type_.labels.size(); ++i) {
      std::string label = type_.labels[i];
      if (i < type_.label_charsets.size() && !type_.label_charsets[i].empty()) {
        const std::string charset = CanonicalCharset(type_.label_charsets[i]);
        const bool wide = OneOf(charset, {"ucs2", "utf16", "utf16le", "utf32"});
        if (wide || (!IsAscii(label) && !charset.starts_with("utf8")))
          return Unknown(fmt::format("a label of \"{}\" written in {}", spec_.name, charset));
      }
      if (set.charset != "binary")
        while (label.ends_with(' ')) label.pop_back();
      column_.labels.push_back(std::move(label));
    }
    Is(name, LabelledType(name, column_.labels));
    if (set.charset == "binary" && dialect().mysql()) {  // MySQL does not show it
      column_.charset.clear();
      column_.collation.clear();
    }
    return Status::Ok();
  }

  const sql::ColumnSpec& spec_;
  const sql::TypeSpec& type_;
  const TextSet& table_;
  const DdlContext& context_;
  ColumnDefinition column_;
};

}  // namespace

std::string LabelledType(const std::string& type, const std::vector<std::string>& labels) {
  std::string text = type + "(";
  for (const std::string& label : labels) {
    if (text.back() == '\'') text += ',';
    text += '\'';
    for (const char c : label) {
      switch (c) {
        case '\'':
          text += "''";
          break;
        case '\\':
          text += "\\\\";
          break;
        case '\0':
          text += "\\0";
          break;
        case '\n':
          text += "\\n";
          break;
        case '\r':
          text += "\\r";
          break;
        default:
          text += c;
      }
    }
    text += '\'';
  }
  return text + ")";
}

Result<ColumnDefinition> DefineColumn(const sql::ColumnSpec& spec, const TextSet& table,
                                      const DdlContext& context) {
  return Definer(spec, table, context).Run();
}

Status ConvertColumn(const TextSet& to, bool mysql, ColumnDefinition* column) {
  // The binary set is what a column has, not what it is written in.
  if (column->charset.empty() || column->charset == "binary") return Status::Ok();
  // Servers keep the labels' bytes and read them in the new set.
  if (!column->labels.empty() && to.charset != column->charset &&
      !(column->charset.starts_with("utf8") && to.charset.starts_with("utf8"))) {
    for (const std::string_view set :
         {std::string_view(column->charset), std::string_view(to.charset)})
      if (OneOf(set, {"ucs2", "utf16", "utf16le", "utf32"}) ||
          !std::all_of(column->labels.begin(), column->labels.end(), IsAscii))
        return Unknown(fmt::format("what the labels of \"{}\" become when converted from {} to {}",
                                   column->name, column->charset, to.charset));
  }
  const unsigned before = MaxLengthOfCharset(column->charset);
  const unsigned after = MaxLengthOfCharset(to.charset);
  if (before == 0 || after == 0)
    return Unknown(
        fmt::format("the character set \"{}\"", before == 0 ? column->charset : to.charset));
  const size_t suffix = column->column_type.find(" /*M!");
  const std::string compressed =
      suffix == std::string::npos ? std::string() : column->column_type.substr(suffix);
  if (to.charset == "binary") {
    column->charset.clear();
    column->collation.clear();
    if (IsText(column->data_type)) {
      column->data_type.replace(column->data_type.size() - 4, 4, "blob");
      column->column_type = column->data_type + compressed;
    } else if (column->data_type == "char" || column->data_type == "varchar") {
      const std::string type = column->data_type == "char" ? "binary" : "varbinary";
      column->column_type.replace(0, column->data_type.size(), type);
      column->data_type = type;
    } else {
      column->charset = mysql ? "" : to.charset;
      column->collation = mysql ? "" : to.collation;
    }
    return Status::Ok();
  }
  if (IsText(column->data_type) && after > before) {
    column->data_type = SizedBlob(BlobBytes(column->data_type) / before * after, true);
    column->column_type = column->data_type + compressed;
  }
  if (column->data_type == "varchar") {
    const auto characters = model::ParseNumber<uint64_t>(
        column->column_type.substr(8, column->column_type.find(')') - 8));
    if (!characters) return Unknown(fmt::format("the type \"{}\"", column->column_type));
    if (*characters * after > kLongestVarchar) {
      column->data_type = SizedBlob(*characters * after, true);
      column->column_type = column->data_type + compressed;
    }
  }
  column->charset = to.charset;
  column->collation = to.collation;
  return Status::Ok();
}

}  // namespace towpath::schema
