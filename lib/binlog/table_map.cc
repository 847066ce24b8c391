#include "binlog/table_map.h"

#include "binlog/byte_reader.h"

namespace towpath::binlog {
namespace {

enum OptionalField : uint8_t {
  kSignedness = 1,
  kDefaultCharset = 2,
  kColumnCharset = 3,
  kColumnName = 4,
  kSetLabels = 5,
  kEnumLabels = 6,
  kGeometryType = 7,
  kSimplePrimaryKey = 8,
  kPrimaryKeyWithPrefix = 9,
  kEnumAndSetDefaultCharset = 10,
  kEnumAndSetColumnCharset = 11,
  kColumnVisibility = 12,
  kVectorDimension = 13,
};

bool IsNumeric(WireType type) {
  switch (type) {
    case WireType::kTiny:
    case WireType::kShort:
    case WireType::kInt24:
    case WireType::kLong:
    case WireType::kLongLong:
    case WireType::kNewDecimal:
    case WireType::kFloat:
    case WireType::kDouble:
    case WireType::kYear:
      return true;
    default:
      return false;
  }
}

// Columns that the character set fields count. The servers disagree about two kinds that have none.
bool IsCharacter(WireType type, Flavor flavor) {
  switch (type) {
    case WireType::kString:
    case WireType::kVarString:
    case WireType::kVarchar:
    case WireType::kTinyBlob:
    case WireType::kMediumBlob:
    case WireType::kLongBlob:
    case WireType::kBlob:
    case WireType::kBlobCompressed:
    case WireType::kVarcharCompressed:
      return true;
    case WireType::kVector:
      return flavor == Flavor::kMysql;
    case WireType::kGeometry:
      return flavor == Flavor::kMariadb;
    default:
      return false;
  }
}

bool IsLabelled(WireType type) { return type == WireType::kEnum || type == WireType::kSet; }

std::vector<uint32_t> Indexes(const std::vector<WireColumn>& columns, auto&& wanted) {
  std::vector<uint32_t> indexes;
  for (uint32_t i = 0; i < columns.size(); ++i)
    if (wanted(columns[i].type)) indexes.push_back(i);
  return indexes;
}

// Default collation, then {index among the counted columns, collation}*.
bool ParseDefaultCharset(ByteReader in, const std::vector<uint32_t>& counted,
                         std::vector<uint32_t>* collation) {
  const auto fallback = static_cast<uint32_t>(in.Lenenc());
  for (uint32_t column : counted) (*collation)[column] = fallback;
  while (!in.empty()) {
    const uint64_t index = in.Lenenc();
    const auto id = static_cast<uint32_t>(in.Lenenc());
    if (!in.ok() || index >= counted.size()) return false;
    (*collation)[counted[index]] = id;
  }
  return in.ok();
}

bool ParseColumnCharset(ByteReader in, const std::vector<uint32_t>& counted,
                        std::vector<uint32_t>* collation) {
  for (uint32_t column : counted) (*collation)[column] = static_cast<uint32_t>(in.Lenenc());
  return in.ok();
}

// Bits, most significant first.
bool ParseBits(ByteReader in, const std::vector<uint32_t>& counted, std::vector<bool>* out) {
  const auto bits = in.rest();
  if (bits.size() * 8 < counted.size()) return false;
  for (size_t i = 0; i < counted.size(); ++i)
    (*out)[counted[i]] = (bits[i / 8] >> (7 - i % 8) & 1) != 0;
  return true;
}

bool ParseLabels(ByteReader in, const std::vector<uint32_t>& counted, size_t column_count,
                 std::vector<std::vector<std::string_view>>* out) {
  out->resize(column_count);
  for (uint32_t column : counted) {
    const uint64_t count = in.Lenenc();
    if (count > in.remaining()) return false;
    for (uint64_t i = 0; i < count; ++i) (*out)[column].push_back(in.Text(in.Lenenc()));
  }
  return in.ok();
}

}  // namespace

bool ParseTableMap(std::span<const uint8_t> body, uint8_t post_header_length, TableMap* out) {
  if (post_header_length != 6 && post_header_length < 8) return false;
  ByteReader in(body);
  out->id = post_header_length == 6 ? in.U32() : in.U48();
  in.Skip(post_header_length - (post_header_length == 6 ? 4u : 6u));  // flags
  out->database = in.Text(in.Lenenc());
  in.Skip(1);
  // Names have at most 64 characters of at most 4 bytes.
  out->table = in.Text(in.Lenenc());
  in.Skip(1);
  const uint64_t count = in.Lenenc();
  if (!in.ok() || count == 0 || count > kMaxColumns) return false;
  out->types = in.Bytes(count);
  out->metadata = in.Bytes(in.Lenenc());
  out->nullable = in.Bytes((count + 7) / 8);
  if (!in.ok()) return false;
  out->optional = in.rest();
  return true;
}

bool ParseWireColumns(const TableMap& map, std::vector<WireColumn>* out) {
  out->resize(map.types.size());
  ByteReader in(map.metadata);
  for (size_t i = 0; i < map.types.size(); ++i) {
    WireColumn& column = (*out)[i];
    column.raw_type = map.types[i];
    column.type = static_cast<WireType>(map.types[i]);
    switch (column.type) {
      case WireType::kFloat:
      case WireType::kDouble:
      case WireType::kTinyBlob:
      case WireType::kMediumBlob:
      case WireType::kLongBlob:
      case WireType::kBlob:
      case WireType::kGeometry:
      case WireType::kJson:
      case WireType::kVector:
      case WireType::kTimestamp2:
      case WireType::kDateTime2:
      case WireType::kTime2:
      case WireType::kBlobCompressed:
        column.meta = in.U8();
        column.raw_meta = column.meta;
        break;
      case WireType::kVarchar:
      case WireType::kVarString:
      case WireType::kBit:
      case WireType::kNewDecimal:  // precision, then scale
      case WireType::kVarcharCompressed:
        column.meta = in.U16();
        column.raw_meta = column.meta;
        break;
      case WireType::kString:
      case WireType::kEnum:
      case WireType::kSet: {
        const uint8_t high = in.U8();
        const uint8_t low = in.U8();
        column.raw_meta = static_cast<uint16_t>(high | low << 8);
        if (high == 0) {  // servers before 5.0 had no real type here
          column.meta = low;
        } else if ((high & 0x30) != 0x30) {
          column.type = static_cast<WireType>(high | 0x30);
          column.meta = static_cast<uint16_t>(low | ((high & 0x30) ^ 0x30) << 4);
        } else {
          column.type = static_cast<WireType>(high);
          column.meta = low;
        }
        if (column.type != WireType::kString && column.type != WireType::kEnum &&
            column.type != WireType::kSet && column.type != WireType::kVarString)
          return false;
        break;
      }
      case WireType::kTiny:
      case WireType::kShort:
      case WireType::kLong:
      case WireType::kLongLong:
      case WireType::kInt24:
      case WireType::kNull:
      case WireType::kTimestamp:
      case WireType::kDate:
      case WireType::kTime:
      case WireType::kDateTime:
      case WireType::kYear:
      case WireType::kNewDate:
        break;
      case WireType::kDecimalOld:
      case WireType::kTypedArray:
      default:
        return false;
    }
  }
  return in.ok();
}

bool ParseOptionalMetadata(const TableMap& map, const std::vector<WireColumn>& columns,
                           Flavor flavor, OptionalMetadata* out) {
  *out = OptionalMetadata();
  const size_t count = columns.size();
  out->collation.assign(count, 0);
  const auto character = [flavor](WireType type) { return IsCharacter(type, flavor); };
  ByteReader in(map.optional);
  while (!in.empty()) {
    const uint8_t field = in.U8();
    const auto value = in.Bytes(in.Lenenc());
    if (!in.ok()) return false;
    ByteReader reader(value);
    bool good = true;
    switch (field) {
      case kSignedness:
        out->has_signedness = true;
        out->is_unsigned.assign(count, false);
        good = ParseBits(reader, Indexes(columns, IsNumeric), &out->is_unsigned);
        break;
      case kDefaultCharset:
        good = ParseDefaultCharset(reader, Indexes(columns, character), &out->collation);
        break;
      case kColumnCharset:
        good = ParseColumnCharset(reader, Indexes(columns, character), &out->collation);
        break;
      case kEnumAndSetDefaultCharset:
        good = ParseDefaultCharset(reader, Indexes(columns, IsLabelled), &out->collation);
        break;
      case kEnumAndSetColumnCharset:
        good = ParseColumnCharset(reader, Indexes(columns, IsLabelled), &out->collation);
        break;
      case kColumnName:
        out->names.clear();
        for (size_t i = 0; i < count; ++i) out->names.push_back(reader.Text(reader.Lenenc()));
        good = reader.ok();
        break;
      case kSetLabels:
        good = ParseLabels(reader, Indexes(columns, [](WireType t) { return t == WireType::kSet; }),
                           count, &out->labels);
        break;
      case kEnumLabels:
        good =
            ParseLabels(reader, Indexes(columns, [](WireType t) { return t == WireType::kEnum; }),
                        count, &out->labels);
        break;
      case kSimplePrimaryKey:
      case kPrimaryKeyWithPrefix:
        out->primary_key.clear();
        while (!reader.empty()) {
          const uint64_t index = reader.Lenenc();
          if (field == kPrimaryKeyWithPrefix) reader.Lenenc();  // characters of the prefix
          if (!reader.ok() || index >= count) return false;
          out->primary_key.push_back(static_cast<uint32_t>(index));
        }
        break;
      case kColumnVisibility: {
        std::vector<uint32_t> all(count);
        for (uint32_t i = 0; i < count; ++i) all[i] = i;
        out->visible.assign(count, true);
        good = ParseBits(reader, all, &out->visible);
        break;
      }
      case kGeometryType:
      case kVectorDimension:
      default:
        break;
    }
    if (!good) return false;
  }
  return true;
}

}  // namespace towpath::binlog
