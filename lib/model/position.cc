#include "towpath/position.h"

#include "fmt/format.h"
#include "model/text.h"

namespace towpath {
namespace {

// The longest run of decimal digits at the end of `text`, cut off with the ':' before it.
bool CutNumber(std::string_view* text, uint64_t* number) {
  const size_t colon = text->rfind(':');
  if (colon == std::string_view::npos) return false;
  const auto parsed = model::ParseNumber<uint64_t>(text->substr(colon + 1));
  if (!parsed) return false;
  *number = *parsed;
  *text = text->substr(0, colon);
  return true;
}

}  // namespace

std::string Position::ToString() const {
  return empty() ? std::string() : fmt::format("{}:{}:{}", file, offset, ordinal);
}

std::string Position::ToResumeString() const {
  return empty() ? std::string()
                 : fmt::format("{}:{}:{}@{}", file, offset, ordinal, transaction_offset);
}

Result<Position> Position::Parse(std::string_view text) {
  const Status bad(Code::kInvalidPosition,
                   fmt::format("\"{}\" is not a binlog position: expected FILE:OFFSET or "
                               "FILE:OFFSET:ORDINAL, for example binlog.000002:1547",
                               text));
  Position p;
  std::string_view rest = text;
  const size_t at = rest.rfind('@');
  if (at != std::string_view::npos) {
    const auto transaction = model::ParseNumber<uint64_t>(rest.substr(at + 1));
    if (!transaction) return bad;
    p.transaction_offset = *transaction;
    rest = rest.substr(0, at);
  }
  uint64_t last = 0;
  if (!CutNumber(&rest, &last)) return bad;
  uint64_t before = 0;
  if (CutNumber(&rest, &before)) {
    if (last > UINT32_MAX) return bad;
    p.offset = before;
    p.ordinal = static_cast<uint32_t>(last);
  } else {
    p.offset = last;
  }
  if (rest.empty() || rest.find('/') != std::string_view::npos) return bad;
  p.file = std::string(rest);
  return p;
}

uint64_t BinlogFileNumber(std::string_view file) {
  const size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return 0;
  return model::ParseNumber<uint64_t>(file.substr(dot + 1)).value_or(0);
}

std::strong_ordering ComparePositions(const Position& a, const Position& b) {
  const uint64_t file_a = BinlogFileNumber(a.file);
  const uint64_t file_b = BinlogFileNumber(b.file);
  if (file_a != file_b) return file_a <=> file_b;
  if (file_a == 0) {
    if (const auto order = a.file <=> b.file; order != 0) return order;
  }
  if (const auto order = a.offset <=> b.offset; order != 0) return order;
  return a.ordinal <=> b.ordinal;
}

}  // namespace towpath
