#include "model/cursor.h"

#include <algorithm>

#include "fmt/format.h"
#include "model/text.h"

namespace towpath::model {

std::string Part::ToString() const {
  return empty() ? "" : fmt::format("{}/{}/{:08x}", gtid.ToString(), entries, digest);
}

Result<Part> Part::Parse(std::string_view text) {
  Part part;
  if (text.empty()) return part;
  const auto fields = Split(text, '/');
  const auto bad = [&] {
    return Status(
        Code::kInvalidPosition,
        fmt::format("\"{}\" is no part of a transaction: expected GTID/ENTRIES/DIGEST", text));
  };
  if (fields.size() != 3) return bad();
  auto gtid = Gtid::Parse(fields[0]);
  const auto entries = ParseNumber<uint32_t>(fields[1]);
  const auto digest = ParseNumber<uint32_t>(fields[2], 16);
  if (!gtid.ok() || gtid->empty() || !entries || *entries == 0 || !digest) return bad();
  part.gtid = *std::move(gtid);
  part.entries = *entries;
  part.digest = *digest;
  return part;
}

Result<OriginState> OriginState::Parse(std::string_view text) {
  OriginState state;
  for (std::string_view member : Split(text, ',')) {
    member = Trim(member);
    if (member.empty()) continue;
    auto gtid = Gtid::Parse(member);
    if (!gtid.ok()) return gtid.status();
    if (gtid->flavor != Flavor::kMariadb) {
      return Status(Code::kInvalidPosition, fmt::format("\"{}\" is no GTID of MariaDB", member));
    }
    state.Add(*gtid);
  }
  return state;
}

std::string OriginState::ToString() const {
  std::string text;
  for (const auto& [origin, number] : last_) {
    if (!text.empty()) text += ',';
    text += fmt::format("{}-{}-{}", origin.first, origin.second, number);
  }
  return text;
}

void OriginState::Add(const Gtid& gtid) {
  if (gtid.flavor != Flavor::kMariadb) return;
  uint64_t& last = last_[{gtid.domain, gtid.server_id}];
  last = std::max(last, gtid.number);
}

void OriginState::Add(const OriginState& other) {
  for (const auto& [origin, number] : other.last_) {
    uint64_t& last = last_[origin];
    last = std::max(last, number);
  }
}

bool OriginState::Contains(const Gtid& gtid) const {
  const auto at = last_.find({gtid.domain, gtid.server_id});
  return at != last_.end() && at->second >= gtid.number;
}

}  // namespace towpath::model
