#include "binlog/table_version.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "binlog/charset.h"
#include "binlog/column_op.h"
#include "binlog/decimal.h"
#include "model/text.h"

namespace towpath::binlog {
namespace {

using model::ColumnLayout;

constexpr uint32_t kVersionWithVector = 11u << 16 | 7u << 8;  // MariaDB 11.7

std::string TableName(const TableMap& map) { return fmt::format("{}.{}", map.database, map.table); }

// What the wire type alone says of a column.
Status DescribeColumn(const WireColumn& wire, bool is_unsigned, uint32_t collation, Column* column,
                      ColumnLayout* layout) {
  const auto set = [&](ColumnType type, ColumnOp op, ValueKind kind, unsigned width = 0) {
    column->type = type;
    layout->op = static_cast<uint8_t>(op);
    layout->kind = kind;
    layout->width = static_cast<uint8_t>(width);
  };
  const auto integer = [&](ColumnType type, ColumnOp with_sign, ColumnOp without) {
    column->is_unsigned = is_unsigned;
    set(type, is_unsigned ? without : with_sign, is_unsigned ? ValueKind::kUint : ValueKind::kInt);
  };
  const auto bad_meta = [&] {
    return Status(Code::kCorrupted,
                  fmt::format("type {} has metadata {}", wire.raw_type, wire.meta));
  };
  const auto fraction = [&](unsigned* bytes) {
    column->scale = static_cast<uint8_t>(wire.meta);
    *bytes = (wire.meta + 1u) / 2;
    return wire.meta <= 6;
  };
  const bool binary = collation == kBinaryCollation;
  unsigned width = 0;

  switch (wire.type) {
    case WireType::kTiny:
      integer(ColumnType::kTinyInt, ColumnOp::kInt8, ColumnOp::kUint8);
      break;
    case WireType::kShort:
      integer(ColumnType::kSmallInt, ColumnOp::kInt16, ColumnOp::kUint16);
      break;
    case WireType::kInt24:
      integer(ColumnType::kMediumInt, ColumnOp::kInt24, ColumnOp::kUint24);
      break;
    case WireType::kLong:
      integer(ColumnType::kInt, ColumnOp::kInt32, ColumnOp::kUint32);
      break;
    case WireType::kLongLong:
      integer(ColumnType::kBigInt, ColumnOp::kInt64, ColumnOp::kUint64);
      break;
    case WireType::kFloat:
      if (wire.meta != 4) return bad_meta();
      column->is_unsigned = is_unsigned;
      set(ColumnType::kFloat, ColumnOp::kFloat, ValueKind::kFloat);
      break;
    case WireType::kDouble:
      if (wire.meta != 8) return bad_meta();
      column->is_unsigned = is_unsigned;
      set(ColumnType::kDouble, ColumnOp::kDouble, ValueKind::kDouble);
      break;
    case WireType::kNewDecimal: {
      const auto precision = static_cast<uint8_t>(wire.meta);
      const auto scale = static_cast<uint8_t>(wire.meta >> 8);
      if (precision == 0 || precision > kMaxDecimalPrecision || scale > precision ||
          scale > kMaxDecimalScale)
        return bad_meta();
      column->precision = precision;
      column->scale = scale;
      column->is_unsigned = is_unsigned;
      set(ColumnType::kDecimal, ColumnOp::kDecimal, ValueKind::kDecimal,
          PackedDecimalSize(precision, scale));
      break;
    }
    case WireType::kYear:
      set(ColumnType::kYear, ColumnOp::kYear, ValueKind::kYear);
      break;
    case WireType::kDate:
    case WireType::kNewDate:
      set(ColumnType::kDate, ColumnOp::kDate, ValueKind::kDate);
      break;
    case WireType::kTime2:
      if (!fraction(&width)) return bad_meta();
      set(ColumnType::kTime, ColumnOp::kTime2, ValueKind::kTime, width);
      break;
    case WireType::kDateTime2:
      if (!fraction(&width)) return bad_meta();
      set(ColumnType::kDateTime, ColumnOp::kDateTime2, ValueKind::kDateTime, width);
      break;
    case WireType::kTimestamp2:
      if (!fraction(&width)) return bad_meta();
      set(ColumnType::kTimestamp, ColumnOp::kTimestamp2, ValueKind::kTimestamp, width);
      break;
    case WireType::kTime:
      set(ColumnType::kTime, ColumnOp::kTimeOld, ValueKind::kTime);
      break;
    case WireType::kDateTime:
      set(ColumnType::kDateTime, ColumnOp::kDateTimeOld, ValueKind::kDateTime);
      break;
    case WireType::kTimestamp:
      set(ColumnType::kTimestamp, ColumnOp::kTimestampOld, ValueKind::kTimestamp);
      break;
    case WireType::kVarchar:
    case WireType::kVarString:
      column->length = wire.meta;
      set(binary ? ColumnType::kVarbinary : ColumnType::kVarchar,
          wire.meta < 256 ? ColumnOp::kBytes1 : ColumnOp::kBytes2,
          binary ? ValueKind::kBinary : ValueKind::kText);
      break;
    case WireType::kVarcharCompressed:  // the longest value has one byte more than the text
      column->length = wire.meta == 0 ? 0 : wire.meta - 1u;
      set(binary ? ColumnType::kVarbinary : ColumnType::kVarchar,
          wire.meta < 256 ? ColumnOp::kBytes1 : ColumnOp::kBytes2,
          binary ? ValueKind::kBinary : ValueKind::kText);
      break;
    case WireType::kString:
      column->length = wire.meta;
      if (binary && wire.meta < 256) {
        set(ColumnType::kBinary, ColumnOp::kPadded, ValueKind::kBinary, wire.meta);
      } else {
        set(binary ? ColumnType::kBinary : ColumnType::kChar,
            wire.meta < 256 ? ColumnOp::kBytes1 : ColumnOp::kBytes2,
            binary ? ValueKind::kBinary : ValueKind::kText);
      }
      break;
    case WireType::kTinyBlob:
    case WireType::kMediumBlob:
    case WireType::kLongBlob:
    case WireType::kBlob:
    case WireType::kBlobCompressed:
    case WireType::kJson:
    case WireType::kGeometry:
    case WireType::kVector: {
      if (wire.meta < 1 || wire.meta > 4) return bad_meta();
      const auto op =
          static_cast<ColumnOp>(static_cast<uint8_t>(ColumnOp::kBytes1) + wire.meta - 1);
      column->length = static_cast<uint32_t>((uint64_t{1} << 8 * wire.meta) - 1);
      if (wire.type == WireType::kJson) {
        set(ColumnType::kJson, op, ValueKind::kJson);
      } else if (wire.type == WireType::kGeometry) {
        set(ColumnType::kGeometry, op, ValueKind::kGeometry);
      } else if (wire.type == WireType::kVector) {
        set(ColumnType::kVector, op, ValueKind::kVector);
      } else if (binary || collation == 0) {
        // Where nothing says whether it is text, bytes are the safer reading.
        set(ColumnType::kBlob, op, ValueKind::kBinary);
      } else {
        set(ColumnType::kText, op, ValueKind::kText);
      }
      break;
    }
    case WireType::kEnum:
      if (wire.meta < 1 || wire.meta > 2) return bad_meta();
      set(ColumnType::kEnum, ColumnOp::kUint, ValueKind::kEnum, wire.meta);
      break;
    case WireType::kSet:
      if (wire.meta < 1 || wire.meta > 8) return bad_meta();
      set(ColumnType::kSet, ColumnOp::kUint, ValueKind::kSet, wire.meta);
      break;
    case WireType::kBit: {
      const unsigned bits = (wire.meta & 0xffu) + (wire.meta >> 8) * 8u;
      if (bits < 1 || bits > 64) return bad_meta();
      column->length = bits;
      set(ColumnType::kBit, ColumnOp::kBit, ValueKind::kBit, (bits + 7) / 8);
      break;
    }
    case WireType::kNull:
      set(ColumnType::kUnknown, ColumnOp::kNothing, ValueKind::kNull);
      break;
    default:
      return Status(Code::kUnsupported, fmt::format("type {} is not read", wire.raw_type));
  }
  column->wire_type = wire.raw_type;
  column->wire_meta = wire.raw_meta;
  if (collation != 0) {
    column->collation = collation;
    if (const Charset* charset = CharsetOfCollation(collation))
      column->charset = CharsetName(*charset);
  }
  layout->precision =
      wire.type == WireType::kBit ? static_cast<uint8_t>(column->length) : column->precision;
  layout->scale = column->scale;
  return Status::Ok();
}

// The number in parentheses of a declared type: "varchar(20)" has 20; index 1 of "decimal(10,2)"
// has 2.
std::optional<uint32_t> DeclaredNumber(std::string_view column_type, int index) {
  const size_t open = column_type.find('(');
  const size_t close = column_type.find(')', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  const auto parts = model::Split(column_type.substr(open + 1, close - open - 1), ',');
  if (static_cast<size_t>(index) >= parts.size()) return std::nullopt;
  return model::ParseNumber<uint32_t>(model::Trim(parts[static_cast<size_t>(index)]));
}

bool OneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether a column that is declared so is stored as the event says.
bool StorageAgrees(const schema::ColumnDefinition& column, const WireColumn& wire) {
  const std::string_view type = column.data_type;
  const auto declared = [&](int index) { return DeclaredNumber(column.column_type, index); };
  const auto longest = [&](uint32_t extra) {  // bytes of CHAR and VARCHAR
    const auto characters = declared(0);
    const Charset* charset = column.charset.empty() ? CharsetOfCollation(kBinaryCollation)
                                                    : CharsetByName(column.charset);
    if (!characters || charset == nullptr) return true;
    return wire.meta == *characters * CharsetMaxLength(*charset) + extra;
  };
  switch (wire.type) {
    case WireType::kTiny:
      return OneOf(type, {"tinyint", "bool", "boolean"});
    case WireType::kShort:
      return type == "smallint";
    case WireType::kInt24:
      return type == "mediumint";
    case WireType::kLong:
      return OneOf(type, {"int", "integer"});
    case WireType::kLongLong:
      return type == "bigint";
    case WireType::kFloat:
      return type == "float";
    case WireType::kDouble:
      return OneOf(type, {"double", "real"});
    case WireType::kNewDecimal: {
      if (!OneOf(type, {"decimal", "numeric"})) return false;
      const auto precision = declared(0);
      const auto scale = declared(1);
      return (!precision || *precision == (wire.meta & 0xffu)) &&
             (!scale || *scale == (wire.meta >> 8));
    }
    case WireType::kYear:
      return type == "year";
    case WireType::kDate:
    case WireType::kNewDate:
      return type == "date";
    case WireType::kTime2:
      return type == "time" && std::max(column.fractional_digits, 0) == wire.meta;
    case WireType::kDateTime2:
      return type == "datetime" && std::max(column.fractional_digits, 0) == wire.meta;
    case WireType::kTimestamp2:
      return type == "timestamp" && std::max(column.fractional_digits, 0) == wire.meta;
    case WireType::kTime:
      return type == "time";
    case WireType::kDateTime:
      return type == "datetime";
    case WireType::kTimestamp:
      return type == "timestamp";
    case WireType::kVarchar:
    case WireType::kVarString:
      if (type == "vector") {
        const auto dimension = declared(0);
        return !dimension || wire.meta == *dimension * 4;
      }
      return OneOf(type, {"varchar", "varbinary"}) && longest(0);
    case WireType::kVarcharCompressed:
      return OneOf(type, {"varchar", "varbinary"}) && longest(1);
    case WireType::kString:
      if (OneOf(type, {"uuid", "inet6"})) return wire.meta == 16;
      if (type == "inet4") return wire.meta == 4;
      return OneOf(type, {"char", "binary"}) && longest(0);
    case WireType::kTinyBlob:
    case WireType::kMediumBlob:
    case WireType::kLongBlob:
    case WireType::kBlob:
    case WireType::kBlobCompressed:
      switch (wire.meta) {
        case 1:
          return OneOf(type, {"tinytext", "tinyblob"});
        case 2:
          return OneOf(type, {"text", "blob"});
        case 3:
          return OneOf(type, {"mediumtext", "mediumblob"});
        default:
          return OneOf(type, {"longtext", "longblob", "json"});
      }
    case WireType::kGeometry:
      return OneOf(type,
                   {"geometry", "point", "linestring", "polygon", "multipoint", "multilinestring",
                    "multipolygon", "geometrycollection", "geomcollection"});
    case WireType::kJson:
      return type == "json";
    case WireType::kVector:
      return type == "vector";
    case WireType::kEnum:
      return type == "enum" &&
             (column.labels.empty() || (column.labels.size() > 255) == (wire.meta == 2));
    case WireType::kSet: {
      const size_t n = column.labels.size();
      const unsigned bytes = n > 32 ? 8 : n > 24 ? 4 : n > 16 ? 3 : n > 8 ? 2 : 1;
      return type == "set" && (n == 0 || wire.meta == bytes);
    }
    case WireType::kBit: {
      const auto bits = declared(0);
      return type == "bit" && (!bits || *bits == (wire.meta & 0xffu) + (wire.meta >> 8) * 8u);
    }
    default:
      return false;
  }
}

bool HasSign(WireType type) {
  switch (type) {
    case WireType::kTiny:
    case WireType::kShort:
    case WireType::kInt24:
    case WireType::kLong:
    case WireType::kLongLong:
      return true;
    default:
      return false;
  }
}

// Servers say of every column of a table that it may be NULL when the statement joined it from
// outside (MariaDB's Field::maybe_null; UPDATE a LEFT JOIN b). Then the event says nothing of
// NOT NULL.
bool SaysNullable(const TableMap& map) {
  for (size_t i = 0; i < map.types.size(); ++i)
    if (!map.is_nullable(i)) return true;
  return false;
}

// What differs between the event and what is known, `where`; empty when they agree.
std::string Disagreement(const TableMap& map, const std::vector<WireColumn>& wire,
                         const OptionalMetadata& optional, const schema::TableDefinition& known,
                         std::string_view where) {
  if (known.columns.size() != wire.size())
    return fmt::format("it has {} columns there and {} {}", wire.size(), known.columns.size(),
                       where);
  const bool says_nullable = SaysNullable(map);
  for (size_t i = 0; i < wire.size(); ++i) {
    const schema::ColumnDefinition& column = known.columns[i];
    if (!optional.names.empty() && optional.names[i] != column.name)
      return fmt::format("column {} is called {} there and {} {}", i + 1, optional.names[i],
                         column.name, where);
    if (!StorageAgrees(column, wire[i]))
      return fmt::format("column {} is stored as type {} with metadata {} there and is {} {} {}",
                         i + 1, wire[i].raw_type, wire[i].raw_meta, column.name, column.column_type,
                         where);
    if (says_nullable && map.is_nullable(i) != column.nullable)
      return fmt::format("column {} ({}) {} NULL there and {} {}", i + 1, column.name,
                         map.is_nullable(i) ? "may be" : "is never",
                         column.nullable ? "may be" : "is not", where);
    if (optional.has_signedness && HasSign(wire[i].type) &&
        optional.is_unsigned[i] != column.is_unsigned)
      return fmt::format("column {} ({}) is {} there and not so {}", i + 1, column.name,
                         optional.is_unsigned[i] ? "unsigned" : "signed", where);
  }
  return {};
}

// Whether only a definition can tell what the column is.
bool MayHideAType(const WireColumn& wire, uint32_t collation, const TableContext& context) {
  if (context.flavor != Flavor::kMariadb || collation != kBinaryCollation) return false;
  if (wire.type == WireType::kString) return wire.meta == 16 || wire.meta == 4;
  return wire.type == WireType::kVarchar && wire.meta != 0 && wire.meta % 4 == 0 &&
         context.server_version >= kVersionWithVector;
}

bool IsOldTemporal(WireType type) {
  return type == WireType::kTime || type == WireType::kDateTime || type == WireType::kTimestamp;
}

// What only a definition says: types that look like BINARY, and the fraction of old temporals.
void Enrich(const schema::ColumnDefinition& from, const WireColumn& wire, Column* column,
            ColumnLayout* layout) {
  const auto set = [&](ColumnType type, ValueKind kind) {
    column->type = type;
    layout->kind = kind;
  };
  if (wire.type == WireType::kString) {
    const bool is_uuid = from.data_type == "uuid";
    const bool is_inet6 = from.data_type == "inet6";
    const bool is_inet4 = from.data_type == "inet4";
    if (!is_uuid && !is_inet6 && !is_inet4) return;
    layout->op = static_cast<uint8_t>(ColumnOp::kPadded);
    layout->width = static_cast<uint8_t>(wire.meta);
    column->collation = kBinaryCollation;
    column->charset = CharsetName(*CharsetOfCollation(kBinaryCollation));
    if (is_uuid) set(ColumnType::kUuid, ValueKind::kUuid);
    if (is_inet6) set(ColumnType::kInet6, ValueKind::kInet6);
    if (is_inet4) set(ColumnType::kInet4, ValueKind::kInet4);
    return;
  }
  if (wire.type == WireType::kVarchar && from.data_type == "vector") {
    set(ColumnType::kVector, ValueKind::kVector);
    return;
  }
  if (!IsOldTemporal(wire.type) || from.fractional_digits <= 0 || from.fractional_digits > 6)
    return;
  static constexpr uint8_t kTimeBytes[] = {3, 4, 4, 5, 5, 5, 6};
  static constexpr uint8_t kDateTimeBytes[] = {5, 6, 6, 7, 7, 7, 8};
  static constexpr uint8_t kFractionBytes[] = {0, 1, 1, 2, 2, 3, 3};
  column->scale = static_cast<uint8_t>(from.fractional_digits);
  layout->scale = column->scale;
  if (wire.type == WireType::kTime) {
    layout->op = static_cast<uint8_t>(ColumnOp::kTimeHires);
    layout->width = kTimeBytes[column->scale];
  } else if (wire.type == WireType::kDateTime) {
    layout->op = static_cast<uint8_t>(ColumnOp::kDateTimeHires);
    layout->width = kDateTimeBytes[column->scale];
  } else {
    layout->op = static_cast<uint8_t>(ColumnOp::kTimestampHires);
    layout->width = kFractionBytes[column->scale];
  }
}

// A collation's id by charset name, for definitions: any one of the set will do.
uint32_t SomeCollationOf(std::string_view charset_name) {
  const Charset* charset = CharsetByName(charset_name);
  if (charset == nullptr) return 0;
  for (uint32_t id = 1; id < 256; ++id)
    if (CharsetOfCollation(id) == charset) return id;
  return 0;
}

bool HasText(ColumnType type) {
  switch (type) {
    case ColumnType::kChar:
    case ColumnType::kVarchar:
    case ColumnType::kText:
    case ColumnType::kBinary:
    case ColumnType::kVarbinary:
    case ColumnType::kBlob:
      return true;
    default:
      return false;
  }
}

// The definition that agrees with the event, or nothing and why. Errors are those of the lookup.
Result<std::optional<schema::TableDefinition>> FindDefinition(const TableMap& map,
                                                              const std::vector<WireColumn>& wire,
                                                              const OptionalMetadata& optional,
                                                              const TableContext& context,
                                                              std::string* why_not) {
  using Found = std::optional<schema::TableDefinition>;
  SchemaLookup& schema = *context.schema;
  std::string why;
  if (Found remembered = schema.Remembered(map.database, map.table, &why)) {
    why = Disagreement(map, wire, optional, *remembered, "in what is known of its history");
    if (why.empty()) return remembered;
  }
  Result<schema::TableDefinition> asked = schema.Ask(context.at, map.database, map.table);
  if (asked.code() == Code::kNotFound) {
    *why_not = why.empty() ? asked.status().message()
                           : fmt::format("{}, and {}", why, asked.status().message());
    return Found();
  }
  if (!asked.ok()) return asked.status();
  std::string disagreement = Disagreement(map, wire, optional, *asked, "in the server's catalogue");
  if (disagreement.empty()) {
    if (Status s = schema.Remember(context.at, map.database, map.table, *asked); !s.ok()) return s;
    return Found(*std::move(asked));
  }
  *why_not = why.empty() ? std::move(disagreement) : fmt::format("{}; {}", why, disagreement);
  return Found();
}

}  // namespace

Result<BuiltTable> BuildTable(const TableMap& map, const TableContext& context) {
  std::vector<WireColumn> wire;
  if (!ParseWireColumns(map, &wire)) {
    for (size_t i = 0; i < map.types.size(); ++i) {
      const auto type = static_cast<WireType>(map.types[i]);
      if (type == WireType::kTypedArray || type == WireType::kDecimalOld)
        return Status(Code::kUnsupported,
                      fmt::format("table {}: column {} has type {}, which is not read",
                                  TableName(map), i + 1, map.types[i]));
    }
    return Status(Code::kCorrupted,
                  fmt::format("table {}: types and their metadata do not fit", TableName(map)));
  }
  OptionalMetadata optional;
  if (!ParseOptionalMetadata(map, wire, context.flavor, &optional))
    return Status(Code::kCorrupted,
                  fmt::format("table {}: optional metadata can not be right", TableName(map)));

  // Is a definition needed, or useful?
  bool useful = false;
  for (size_t i = 0; i < wire.size(); ++i)
    useful |= MayHideAType(wire[i], optional.collation[i], context) ||
              (IsOldTemporal(wire[i].type) && context.flavor == Flavor::kMariadb);
  std::optional<schema::TableDefinition> definition;
  std::string why_not = "there is no server to ask";
  if (context.schema != nullptr && (!optional.complete() || useful)) {
    auto found = FindDefinition(map, wire, optional, context, &why_not);
    if (found.ok()) {
      definition = *std::move(found);
    } else if (!optional.complete()) {
      return found.status();
    }
  }
  if (!optional.complete() && !definition && context.schema_mode == model::SchemaMode::kStrict)
    return Status(
        Code::kSchemaMismatch,
        fmt::format("table {}: the binlog does not name its columns, and {}; from SET GLOBAL "
                    "binlog_row_metadata=FULL on, the binlog names them (schema.mode=positional "
                    "reads older events with columns called @1, @2, ...)",
                    TableName(map), why_not));

  BuiltTable built;
  std::vector<Column> columns(wire.size());
  model::RowLayout layout;
  layout.columns.resize(wire.size());
  const bool says_nullable = SaysNullable(map);
  for (size_t i = 0; i < wire.size(); ++i) {
    Column& column = columns[i];
    const schema::ColumnDefinition* known = definition ? &definition->columns[i] : nullptr;
    bool is_unsigned = optional.has_signedness && optional.is_unsigned[i];
    uint32_t collation = optional.collation[i];
    if (!optional.complete() && known != nullptr) {
      if (!optional.has_signedness) is_unsigned = known->is_unsigned;
      if (collation == 0)
        collation = known->charset.empty() ? kBinaryCollation : SomeCollationOf(known->charset);
    }
    Status status = DescribeColumn(wire[i], is_unsigned, collation, &column, &layout.columns[i]);
    if (!status.ok())
      return Status(status.code(), fmt::format("table {}, column {}: {}", TableName(map), i + 1,
                                               status.message()));
    column.nullable = known != nullptr && !says_nullable ? known->nullable : map.is_nullable(i);
    if (optional.complete()) {
      column.name = optional.names[i];
    } else if (known != nullptr) {
      column.name = known->name;
      column.is_key = known->is_key;
      column.labels = known->labels;
      // kText needs a name for its set even when the id is one that this build does not know.
      if (!HasText(column.type) && column.type != ColumnType::kEnum &&
          column.type != ColumnType::kSet) {
        column.collation = 0;
        column.charset = {};
      }
    } else {
      column.name = fmt::format("@{}", i + 1);
    }
    if (i < optional.labels.size() && !optional.labels[i].empty()) {
      column.labels.clear();
      const Charset* charset = CharsetOfCollation(column.collation);
      for (std::string_view label : optional.labels[i])
        AppendUtf8(charset, label, &column.labels.emplace_back());
    }
    if (!optional.visible.empty()) column.visible = optional.visible[i];
    if (known != nullptr) Enrich(*known, wire[i], &column, &layout.columns[i]);
    if (wire[i].type == WireType::kBlobCompressed || wire[i].type == WireType::kVarcharCompressed) {
      built.compressed_columns.resize(wire.size());
      built.compressed_columns[i] = true;
    }
  }
  std::vector<uint32_t> primary_key = std::move(optional.primary_key);
  if (!optional.complete() && definition) primary_key = definition->primary_key;
  for (uint32_t index : primary_key)
    if (index < columns.size()) {
      columns[index].is_key = true;
      columns[index].nullable = false;
    }
  if (!built.compressed_columns.empty()) {
    built.stored = layout;
    for (size_t i = 0; i < wire.size(); ++i)
      if (built.compressed_columns[i])
        layout.columns[i].op = static_cast<uint8_t>(ColumnOp::kBytes4);
  }
  built.from_lookup = definition.has_value();
  built.version = std::make_shared<const model::TableVersion>(
      Table(std::string(map.database), std::string(map.table), std::move(columns),
            std::move(primary_key), optional.complete() || definition.has_value()),
      std::move(layout));
  return built;
}

}  // namespace towpath::binlog
