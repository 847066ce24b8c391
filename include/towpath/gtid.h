// Global transaction identifiers and sets of them, of both servers.
//
// MySQL:   SOURCE_UUID[:tag]:NUMBER   set "uuid:1-5:7:tag:1-3,uuid2:..."  (tags since 8.3)
// MariaDB: DOMAIN-SERVER_ID-SEQUENCE  set "0-1-270,1-1-5": the last transaction of each domain
//
// Thread safety: values; distinct objects may be used from distinct threads.
#ifndef TOWPATH_GTID_H_
#define TOWPATH_GTID_H_

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "towpath/status.h"

namespace towpath {

enum class Flavor : uint8_t { kUnknown = 0, kMysql = 1, kMariadb = 2 };

using Uuid = std::array<uint8_t, 16>;  // in text order

struct Gtid {
  Flavor flavor = Flavor::kUnknown;  // kUnknown: the transaction has no GTID (anonymous)
  uint32_t domain = 0;               // MariaDB
  uint32_t server_id = 0;            // MariaDB
  uint64_t number = 0;               // MySQL: 1..2^63-2; MariaDB: the sequence number
  Uuid uuid{};                       // MySQL
  std::string tag;                   // MySQL, at most 32 bytes of [a-z0-9_], usually empty

  bool empty() const { return flavor == Flavor::kUnknown; }
  std::string ToString() const;  // "" when empty
  static Result<Gtid> Parse(std::string_view text);

  friend bool operator==(const Gtid&, const Gtid&) = default;
};

// A set of transactions. A MySQL set holds intervals for each source and tag; a MariaDB set holds
// the last transaction of each domain and stands for everything up to it.
// An empty set has no flavor; adding to it gives it one; flavors never mix (kInvalidArgument).
class GtidSet {
 public:
  // Half open [begin, end), end > begin.
  struct Interval {
    uint64_t begin;
    uint64_t end;
    friend bool operator==(const Interval&, const Interval&) = default;
  };
  struct Source {  // MySQL: who numbered the transactions
    Uuid uuid{};
    std::string tag;
    friend auto operator<=>(const Source&, const Source&) = default;
  };

  // Accepts both notations, white space and line breaks between members, upper-case hex digits,
  // and "" as the empty set. kInvalidPosition says what is wrong and where.
  static Result<GtidSet> Parse(std::string_view text);
  std::string ToString() const;

  // The encoding of PREVIOUS_GTIDS events and of COM_BINLOG_DUMP_GTID, untagged or tagged
  // (MySQL source, Gtid_set::encode). Decode never trusts a count.
  static Result<GtidSet> Decode(std::span<const uint8_t> bytes);
  std::string Encode() const;

  Flavor flavor() const { return flavor_; }
  bool empty() const { return sources_.empty() && domains_.empty(); }
  // MariaDB: whether the domain's last transaction has at least this sequence number.
  bool Contains(const Gtid& gtid) const;
  bool Contains(const GtidSet& other) const;
  // Amortised O(1) for the next number of a source. MariaDB: replaces the domain's last.
  Status Add(const Gtid& gtid);
  Status Add(const GtidSet& other);
  // MySQL: set difference. MariaDB: the domains in which this is ahead of `other`.
  Result<GtidSet> Subtract(const GtidSet& other) const;

  // In order of uuid and tag; intervals ascending, disjoint, never adjacent.
  const std::map<Source, std::vector<Interval>>& sources() const { return sources_; }
  // MariaDB: the last transaction by domain.
  const std::map<uint32_t, Gtid>& domains() const { return domains_; }

  friend bool operator==(const GtidSet&, const GtidSet&) = default;

 private:
  Status AddInterval(const Source& source, Interval added);

  Flavor flavor_ = Flavor::kUnknown;
  std::map<Source, std::vector<Interval>> sources_;
  std::map<uint32_t, Gtid> domains_;
};

}  // namespace towpath

#endif  // TOWPATH_GTID_H_
