#include "towpath/gtid.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"

namespace towpath {
namespace {

using Interval = GtidSet::Interval;
using model::IsAlpha;
using model::IsDigit;
using model::ParseNumber;
using model::Split;
using model::Trim;

constexpr uint64_t kMaxNumber = INT64_MAX - 1;  // MySQL: GNO_END - 1
constexpr size_t kMaxTag = 32;

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = model::ToLower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// With dashes in their places, with none, or in braces: what MySQL accepts.
std::optional<Uuid> ParseUuid(std::string_view text) {
  if (text.size() == 38 && text.front() == '{' && text.back() == '}') {
    text = text.substr(1, 36);
  }
  const bool dashes = text.size() == 36;
  if (!dashes && text.size() != 32) return std::nullopt;
  Uuid uuid{};
  size_t at = 0;
  for (size_t i = 0; i < uuid.size(); ++i) {
    if (dashes && (i == 4 || i == 6 || i == 8 || i == 10)) {
      if (text[at++] != '-') return std::nullopt;
    }
    const int high = HexDigit(text[at]);
    const int low = HexDigit(text[at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    uuid[i] = static_cast<uint8_t>(high << 4 | low);
    at += 2;
  }
  return uuid;
}

std::string UuidText(const Uuid& uuid) {
  std::string text;
  text.reserve(36);
  for (size_t i = 0; i < uuid.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += "0123456789abcdef"[uuid[i] >> 4];
    text += "0123456789abcdef"[uuid[i] & 15];
  }
  return text;
}

// Lower-case tag, or nothing when the text is no tag: [a-z_][a-z0-9_]{0,31}, any case.
std::optional<std::string> ParseTag(std::string_view text) {
  if (text.empty() || text.size() > kMaxTag) return std::nullopt;
  if (!IsAlpha(text[0]) && text[0] != '_') return std::nullopt;
  for (const char c : text) {
    if (!IsAlpha(c) && !IsDigit(c) && c != '_') return std::nullopt;
  }
  return model::ToLower(text);
}

std::optional<Gtid> ParseMariadb(std::string_view text) {
  const auto parts = Split(text, '-');
  if (parts.size() != 3) return std::nullopt;
  const auto domain = ParseNumber<uint32_t>(parts[0]);
  const auto server = ParseNumber<uint32_t>(parts[1]);
  const auto number = ParseNumber<uint64_t>(parts[2]);
  if (!domain || !server || !number) return std::nullopt;
  Gtid gtid;
  gtid.flavor = Flavor::kMariadb;
  gtid.domain = *domain;
  gtid.server_id = *server;
  gtid.number = *number;
  return gtid;
}

Status Bad(std::string_view member, std::string_view why) {
  return Status(Code::kInvalidPosition,
                fmt::format("\"{}\" is not a GTID: {}; expected UUID:1-5 (MySQL) or "
                            "DOMAIN-SERVER-SEQUENCE (MariaDB)",
                            member, why));
}

Status Mixed() {
  return Status(Code::kInvalidArgument, "GTIDs of MySQL and MariaDB can not be in one set");
}

uint64_t ReadU64(const uint8_t* p) {
  uint64_t v = 0;
  for (int i = 7; i >= 0; --i) v = v << 8 | p[i];
  return v;
}

void AppendU64(uint64_t v, std::string* out) {
  for (int i = 0; i < 8; ++i) out->push_back(static_cast<char>(v >> (8 * i)));
}

}  // namespace

std::string Gtid::ToString() const {
  switch (flavor) {
    case Flavor::kUnknown:
      return {};
    case Flavor::kMariadb:
      return fmt::format("{}-{}-{}", domain, server_id, number);
    case Flavor::kMysql:
      break;
  }
  return tag.empty() ? fmt::format("{}:{}", UuidText(uuid), number)
                     : fmt::format("{}:{}:{}", UuidText(uuid), tag, number);
}

Result<Gtid> Gtid::Parse(std::string_view text) {
  const std::string_view member = Trim(text);
  if (const auto mariadb = ParseMariadb(member)) return *mariadb;
  const auto parts = Split(member, ':');
  if (parts.size() != 2 && parts.size() != 3) return Bad(member, "wrong number of parts");
  const auto uuid = ParseUuid(Trim(parts[0]));
  if (!uuid) return Bad(member, "no UUID before the first ':'");
  Gtid gtid;
  gtid.flavor = Flavor::kMysql;
  gtid.uuid = *uuid;
  if (parts.size() == 3) {
    const auto tag = ParseTag(Trim(parts[1]));
    if (!tag) return Bad(member, "a tag is up to 32 letters, digits and '_'");
    gtid.tag = *tag;
  }
  const auto number = ParseNumber<uint64_t>(Trim(parts.back()));
  if (!number || *number == 0 || *number > kMaxNumber) return Bad(member, "bad number");
  gtid.number = *number;
  return gtid;
}

Result<GtidSet> GtidSet::Parse(std::string_view text) {
  GtidSet set;
  for (std::string_view member : Split(text, ',')) {
    member = Trim(member);
    if (member.empty()) continue;  // the server itself prints "uuid:1,\nuuid:2"
    if (const auto mariadb = ParseMariadb(member)) {
      if (Status s = set.Add(*mariadb); !s.ok()) return s;
      continue;
    }
    const auto parts = Split(member, ':');
    const auto uuid = ParseUuid(Trim(parts[0]));
    if (!uuid) return Bad(member, "no UUID before the first ':'");
    if (parts.size() < 2) return Bad(member, "no numbers behind the UUID");
    Source source{*uuid, {}};
    for (size_t i = 1; i < parts.size(); ++i) {
      const std::string_view part = Trim(parts[i]);
      if (auto tag = ParseTag(part)) {
        source.tag = *std::move(tag);
        if (i + 1 == parts.size()) return Bad(member, "no numbers behind the tag");
        continue;
      }
      const auto ends = Split(part, '-');
      const auto first = ParseNumber<uint64_t>(Trim(ends[0]));
      const auto last = ends.size() == 2 ? ParseNumber<uint64_t>(Trim(ends[1])) : first;
      if (ends.size() > 2 || !first || !last || *first == 0 || *last > kMaxNumber) {
        return Bad(member, fmt::format("bad interval \"{}\"", part));
      }
      if (*last < *first) return Bad(member, fmt::format("interval \"{}\" is backwards", part));
      if (set.flavor_ == Flavor::kMariadb) return Mixed();
      set.flavor_ = Flavor::kMysql;
      if (Status s = set.AddInterval(source, {*first, *last + 1}); !s.ok()) return s;
    }
  }
  return set;
}

std::string GtidSet::ToString() const {
  std::string text;
  for (const auto& [domain, gtid] : domains_) {
    if (!text.empty()) text += ',';
    text += gtid.ToString();
  }
  const Source* previous = nullptr;
  for (const auto& [source, intervals] : sources_) {
    if (previous == nullptr || previous->uuid != source.uuid) {
      if (!text.empty()) text += ',';
      text += UuidText(source.uuid);
    }
    previous = &source;
    if (!source.tag.empty()) {
      text += ':';
      text += source.tag;
    }
    for (const Interval& i : intervals) {
      text += i.end - i.begin == 1 ? fmt::format(":{}", i.begin)
                                   : fmt::format(":{}-{}", i.begin, i.end - 1);
    }
  }
  return text;
}

Result<GtidSet> GtidSet::Decode(std::span<const uint8_t> bytes) {
  const auto bad = [](std::string_view why) {
    return Status(Code::kCorrupted, fmt::format("encoded GTID set: {}", why));
  };
  GtidSet set;
  size_t at = 0;
  const auto left = [&] { return bytes.size() - at; };
  if (left() < 8) return bad("shorter than its count of sources");
  uint64_t count = ReadU64(&bytes[0]);
  at = 8;
  const bool tagged = (count >> 56) == 1;
  if (tagged) count = (count >> 8) & 0xffffffffffff;
  for (uint64_t n = 0; n < count; ++n) {
    if (left() < 16) return bad("ends inside a UUID");
    Source source;
    std::copy_n(bytes.begin() + static_cast<ptrdiff_t>(at), 16, source.uuid.begin());
    at += 16;
    if (tagged) {
      if (left() < 1) return bad("ends before a tag");
      const size_t length = bytes[at] >> 1;  // one-byte varint: the lowest bit is 0
      if ((bytes[at] & 1) != 0 || length > kMaxTag) return bad("tag longer than 32 bytes");
      ++at;
      if (left() < length) return bad("ends inside a tag");
      source.tag.assign(reinterpret_cast<const char*>(&bytes[0]) + at, length);
      if (length != 0) {
        auto tag = ParseTag(source.tag);
        if (!tag) return bad("malformed tag");
        source.tag = *std::move(tag);  // in lower case, as in text
      }
      at += length;
    }
    if (left() < 8) return bad("ends before a count of intervals");
    const uint64_t intervals = ReadU64(&bytes[at]);
    at += 8;
    if (intervals > left() / 16) return bad("more intervals than bytes");
    for (uint64_t i = 0; i < intervals; ++i, at += 16) {
      const Interval interval{ReadU64(&bytes[at]), ReadU64(&bytes[at + 8])};
      if (interval.begin == 0 || interval.end <= interval.begin || interval.end > kMaxNumber + 1) {
        return bad("interval out of range");
      }
      set.flavor_ = Flavor::kMysql;
      if (Status s = set.AddInterval(source, interval); !s.ok()) return s;
    }
  }
  if (left() != 0) return bad("bytes behind its last interval");
  return set;
}

std::string GtidSet::Encode() const {
  bool tagged = false;
  for (const auto& [source, intervals] : sources_) tagged |= !source.tag.empty();
  std::string out;
  const uint64_t count = sources_.size();
  AppendU64(tagged ? (uint64_t{1} << 56 | count << 8 | 1) : count, &out);
  for (const auto& [source, intervals] : sources_) {
    out.append(reinterpret_cast<const char*>(source.uuid.data()), source.uuid.size());
    if (tagged) {
      out.push_back(static_cast<char>(source.tag.size() << 1));
      out += source.tag;
    }
    AppendU64(intervals.size(), &out);
    for (const Interval& i : intervals) {
      AppendU64(i.begin, &out);
      AppendU64(i.end, &out);
    }
  }
  return out;
}

Status GtidSet::AddInterval(const Source& source, Interval added) {
  std::vector<Interval>& list = sources_[source];
  if (!list.empty() && list.back().end == added.begin) {  // the next transaction of a source
    list.back().end = added.end;
    return Status::Ok();
  }
  // The intervals that touch or overlap `added` become one.
  const auto first =
      std::lower_bound(list.begin(), list.end(), added.begin,
                       [](const Interval& i, uint64_t begin) { return i.end < begin; });
  auto last = first;
  while (last != list.end() && last->begin <= added.end) {
    added.begin = std::min(added.begin, last->begin);
    added.end = std::max(added.end, last->end);
    ++last;
  }
  if (first == last) {
    list.insert(first, added);
  } else {
    *first = added;
    list.erase(first + 1, last);
  }
  return Status::Ok();
}

Status GtidSet::Add(const Gtid& gtid) {
  if (gtid.empty()) return Status::Ok();
  if (flavor_ != Flavor::kUnknown && flavor_ != gtid.flavor) return Mixed();
  flavor_ = gtid.flavor;
  if (gtid.flavor == Flavor::kMariadb) {
    domains_[gtid.domain] = gtid;
    return Status::Ok();
  }
  return AddInterval({gtid.uuid, gtid.tag}, {gtid.number, gtid.number + 1});
}

Status GtidSet::Add(const GtidSet& other) {
  if (other.empty()) return Status::Ok();
  if (flavor_ != Flavor::kUnknown && flavor_ != other.flavor_) return Mixed();
  flavor_ = other.flavor_;
  for (const auto& [domain, gtid] : other.domains_) {
    const auto mine = domains_.find(domain);
    if (mine == domains_.end() || mine->second.number < gtid.number) domains_[domain] = gtid;
  }
  for (const auto& [source, intervals] : other.sources_) {
    for (const Interval& i : intervals) {
      if (Status s = AddInterval(source, i); !s.ok()) return s;
    }
  }
  return Status::Ok();
}

bool GtidSet::Contains(const Gtid& gtid) const {
  if (gtid.flavor == Flavor::kMariadb) {
    const auto mine = domains_.find(gtid.domain);
    return mine != domains_.end() && mine->second.number >= gtid.number;
  }
  const auto mine = sources_.find({gtid.uuid, gtid.tag});
  if (mine == sources_.end()) return false;
  const auto at =
      std::upper_bound(mine->second.begin(), mine->second.end(), gtid.number,
                       [](uint64_t number, const Interval& i) { return number < i.end; });
  return at != mine->second.end() && at->begin <= gtid.number;
}

bool GtidSet::Contains(const GtidSet& other) const {
  const Result<GtidSet> missing = other.Subtract(*this);
  return missing.ok() && missing->empty();
}

Result<GtidSet> GtidSet::Subtract(const GtidSet& other) const {
  if (!empty() && !other.empty() && flavor_ != other.flavor_) return Mixed();
  GtidSet rest;
  for (const auto& [domain, gtid] : domains_) {
    if (!other.Contains(gtid)) {
      if (Status s = rest.Add(gtid); !s.ok()) return s;
    }
  }
  for (const auto& [source, intervals] : sources_) {
    const auto theirs = other.sources_.find(source);
    static const std::vector<Interval> kNone;
    const std::vector<Interval>& holes = theirs == other.sources_.end() ? kNone : theirs->second;
    for (const Interval& i : intervals) {
      uint64_t begin = i.begin;
      for (const Interval& hole : holes) {
        if (hole.end <= begin) continue;
        if (hole.begin >= i.end) break;
        if (hole.begin > begin) {
          if (Status s = rest.AddInterval(source, {begin, hole.begin}); !s.ok()) return s;
        }
        begin = std::max(begin, hole.end);
      }
      if (begin < i.end) {
        if (Status s = rest.AddInterval(source, {begin, i.end}); !s.ok()) return s;
      }
    }
  }
  if (!rest.empty()) rest.flavor_ = flavor_;
  return rest;
}

}  // namespace towpath
