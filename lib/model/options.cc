#include "towpath/options.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "fmt/format.h"
#include "model/cursor.h"
#include "model/option_values.h"
#include "model/source_url.h"
#include "model/text.h"

namespace towpath {
namespace {

constexpr int64_t kHourMs = 3600 * 1000;
constexpr int64_t kMiB = 1024 * 1024;

using enum OptionType;

// Sorted by key; the one declaration of each option.
constexpr OptionSpec kTable[] = {
    {.key = "ack.durability",
     .type = kChoice,
     .default_value = "sync",
     .choices = "sync|interval",
     .doc = "When an acknowledged position is on disk: before ack returns, or within "
            "ack.interval_ms."},
    {.key = "ack.interval_ms",
     .type = kInteger,
     .default_value = "1000",
     .min = 1,
     .max = kHourMs,
     .doc = "Milliseconds between two writes of the ack cursor with ack.durability=interval."},
    {.key = "batch.isolate_ddl",
     .type = kBoolean,
     .default_value = "false",
     .doc = "Hand out a DDL statement in a batch of its own."},
    {.key = "batch.linger_ms",
     .type = kInteger,
     .default_value = "0",
     .min = 0,
     .max = kHourMs,
     .doc = "Milliseconds that a get may wait behind the first entry for a fuller batch."},
    {.key = "batch.whole_transactions",
     .type = kBoolean,
     .default_value = "false",
     .doc = "End a batch only where a transaction ends, even if it then holds more entries than "
            "asked for."},
    {.key = "buffer.bytes",
     .type = kBytes,
     .default_value = "64MiB",
     .min = kMiB,
     .max = int64_t{1} << 40,
     .doc = "Memory for entries that were read and not acknowledged; the reader waits when it is "
            "used up."},
    {.key = "buffer.spill_bytes",
     .type = kBytes,
     .default_value = "0",
     .min = 0,
     .max = int64_t{1} << 50,
     .doc = "Disk for events of a server that are read while the reader waits for room: the server "
            "need not keep them. 0: none."},
    {.key = "buffer.spill_folder",
     .type = kString,
     .default_value = "",
     .doc = "Where they go, in files without a name that end with the process; empty: the folder "
            "of the SQLite store."},
    {.key = "dedup.mode",
     .type = kChoice,
     .default_value = "flag",
     .choices = "off|flag|drop",
     .doc = "What happens to entries at or before the processed position: delivered as they are, "
            "delivered with their duplicate flag set, or left out."},
    {.key = "filter.columns",
     .type = kString,
     .default_value = "",
     .doc =
         "Comma list of EXPRESSION:column/column/...: of tables whose database.table matches, "
         "only these columns are delivered, for example shop\\.orders:id/price; of other tables "
         "all are. A name that a table does not have is a warning in the log, as tables change."},
    {.key = "filter.columns.exclude",
     .type = kString,
     .default_value = "",
     .doc = "Comma list of EXPRESSION:column/column/...: columns that are not delivered, also if "
            "filter.columns names them. A primary key that loses a column is delivered as none."},
    {.key = "filter.events",
     .type = kList,
     .default_value = "begin,insert,update,delete,ddl,statement,commit",
     .choices = "begin|insert|update|delete|ddl|statement|commit|heartbeat",
     .doc = "Kinds of entries to deliver; begin and commit come around those of their transaction "
            "that are delivered, and not alone."},
    {.key = "filter.exclude",
     .type = kString,
     .default_value = "",
     .doc = "Comma list of regular expressions; a table whose database.table matches one is left "
            "out, also if filter.tables matches it."},
    {.key = "filter.tables",
     .type = kString,
     .default_value = "",
     .doc = "Comma list of regular expressions matched against all of database.table, case "
            "ignored, for example shop\\.orders,crm\\..*; empty: every table. DDL statements that "
            "name only other tables are left out too. Two backslashes count as one, as in "
            "canal's property files. See docs/filters.md."},
    {.key = "log.level",
     .type = kChoice,
     .default_value = "info",
     .choices = "debug|info|warning|error",
     .doc = "The least severe log lines that the logger gets."},
    {.key = "schema.mode",
     .type = kChoice,
     .default_value = "strict",
     .choices = "strict|positional",
     .doc = "When a table's columns can not be known for sure: stop with an error, or name them "
            "@1, @2, ... and say so."},
    {.key = "source.connect_timeout_ms",
     .type = kInteger,
     .default_value = "10000",
     .min = 100,
     .max = kHourMs,
     .doc = "Milliseconds to wait for a connection and for each answer while it is set up."},
    {.key = "source.gtid",
     .type = kChoice,
     .default_value = "auto",
     .choices = "auto|on|off",
     .doc = "Whether to resume by GTIDs: auto does so where file and offset can not be used."},
    {.key = "source.heartbeat_ms",
     .type = kInteger,
     .default_value = "5000",
     .min = 100,
     .max = kHourMs,
     .doc = "Milliseconds of silence after which the server sends a heartbeat; a connection "
            "without one for twice as long counts as lost."},
    {.key = "source.password_file",
     .type = kString,
     .default_value = "",
     .doc = "File with the password in its first line, instead of one in source.url."},
    {.key = "source.retry.initial_ms",
     .type = kInteger,
     .default_value = "200",
     .min = 1,
     .max = kHourMs,
     .doc = "Milliseconds before the first reconnection; doubled each time, with jitter."},
    {.key = "source.retry.max_attempts",
     .type = kInteger,
     .default_value = "-1",
     .min = -1,
     .max = std::numeric_limits<int32_t>::max(),
     .doc = "Failed reconnections in a row before the stream fails; -1: no limit, 0: none are "
            "made."},
    {.key = "source.retry.max_ms",
     .type = kInteger,
     .default_value = "30000",
     .min = 1,
     .max = kHourMs,
     .doc = "Milliseconds between two reconnections at the most."},
    {.key = "source.server_id",
     .type = kInteger,
     .default_value = "0",
     .min = 0,
     .max = std::numeric_limits<uint32_t>::max(),
     .doc = "Replica server id, unique in the topology; 0: derived from the stream's name."},
    {.key = "source.start",
     .type = kString,
     .default_value = "latest",
     .doc = "Where the first opening begins: latest, earliest, FILE:OFFSET, FILE:OFFSET:ORDINAL "
            "(after that entry), a GTID set, or a timestamp."},
    {.key = "source.statements",
     .type = kChoice,
     .default_value = "error",
     .choices = "error|deliver",
     .doc = "What happens at a change that the server logged as a statement and not as rows "
            "(binlog_format=STATEMENT or MIXED): the stream stops with an error, or the statement "
            "is delivered as an entry of its own; its rows are not known."},
    {.key = "source.tls.ca",
     .type = kString,
     .default_value = "",
     .doc = "PEM file with the certificate authorities to trust."},
    {.key = "source.tls.cert",
     .type = kString,
     .default_value = "",
     .doc = "PEM file with the client's certificate."},
    {.key = "source.tls.key",
     .type = kString,
     .default_value = "",
     .doc = "PEM file with the client's private key."},
    {.key = "source.tls.mode",
     .type = kChoice,
     .default_value = "preferred",
     .choices = "off|preferred|required|verify_ca|verify_identity",
     .doc = "off: no TLS; preferred: where the server has it; required; verify_ca: and a "
            "certificate of a trusted authority; verify_identity: and one for this host."},
    {.key = "source.until",
     .type = kString,
     .default_value = "",
     .doc = "Where the stream ends: latest (the server's end at opening), FILE:OFFSET or a "
            "timestamp; empty: never."},
    {.key = "source.url",
     .type = kString,
     .default_value = "",
     .secret = true,
     .doc = "mysql://user:password@host:port/, mariadb://..., or file:///folder/binlog.000001. "
            "Several hosts of one replication topology, host1:port,host2:port, are tried in turn: "
            "see docs/failover.md."},
    {.key = "stats.interval_ms",
     .type = kInteger,
     .default_value = "5000",
     .min = 0,
     .max = kHourMs,
     .doc = "Milliseconds between two calls of the statistics callback, where one is set; 0: none. "
            "See docs/observability.md."},
    {.key = "stats.probe_ms",
     .type = kInteger,
     .default_value = "10000",
     .min = 0,
     .max = kHourMs,
     .doc = "Milliseconds after which the server is asked where its binlog ends, over a connection "
            "beside the dump, so that the lag in bytes stays right while there is one; not while "
            "the stream is known to be at the end. 0: never."},
    {.key = "store.url",
     .type = kString,
     .default_value = "sqlite:towpath.db",
     .doc = "Where cursors and marks survive: memory:, or sqlite:PATH."},
    {.key = "stream.name",
     .type = kString,
     .default_value = "",
     .doc = "Name of the stream in the store: 1 to 128 letters, digits, '.', '_' and '-'."},
};

// Edit distance, for the nearest known key.
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

Status UnknownOption(std::string_view key) {
  std::string_view nearest = kTable[0].key;
  size_t best = Distance(key, nearest);
  for (const OptionSpec& spec : kTable) {
    if (const size_t d = Distance(key, spec.key); d < best) {
      best = d;
      nearest = spec.key;
    }
  }
  return Status(
      Code::kUnknownOption,
      fmt::format("unknown option \"{}\"; the nearest known one is \"{}\"", key, nearest));
}

Status InvalidOption(const OptionSpec& spec, std::string_view value, std::string_view expected) {
  const std::string_view shown = spec.secret ? std::string_view("(hidden)") : value;
  return Status(Code::kInvalidOption, fmt::format("option {}: \"{}\" is not valid; expected {}",
                                                  spec.key, shown, expected));
}

bool IsChoice(std::string_view choices, std::string_view value) {
  for (const std::string_view choice : model::Split(choices, '|')) {
    if (choice == value) return true;
  }
  return false;
}

Status CheckType(const OptionSpec& spec, std::string_view value) {
  switch (spec.type) {
    case kString:
      return Status::Ok();
    case kBoolean:
      if (value == "true" || value == "false") return Status::Ok();
      return InvalidOption(spec, value, "true or false");
    case kChoice:
      if (IsChoice(spec.choices, value)) return Status::Ok();
      return InvalidOption(spec, value, fmt::format("one of {}", spec.choices));
    case kList:
      for (const std::string_view item : model::Split(value, ',')) {
        if (!IsChoice(spec.choices, item)) {
          return InvalidOption(spec, value, fmt::format("a comma list of {}", spec.choices));
        }
      }
      return Status::Ok();
    case kInteger:
    case kBytes: {
      const auto number =
          spec.type == kBytes ? model::ParseBytes(value) : model::ParseNumber<int64_t>(value);
      if (number && *number >= spec.min && *number <= spec.max) return Status::Ok();
      return InvalidOption(
          spec, value,
          fmt::format("{} from {} to {}",
                      spec.type == kBytes ? "bytes (suffix KiB, MiB or GiB)" : "an integer",
                      spec.min, spec.max));
    }
  }
  return Status(Code::kInternal, "option of unknown type");
}

// A transaction's begin and commit come with the first and behind the last of its other entries.
Status CheckEvents(const OptionSpec& spec, std::string_view value) {
  bool ends = false;
  bool others = false;
  for (const std::string_view kind : model::Split(value, ',')) {
    if (kind == "begin" || kind == "commit") {
      ends = true;
    } else if (kind != "heartbeat") {
      others = true;
    }
  }
  if (others || !ends) return Status::Ok();
  return InvalidOption(spec, value,
                       "insert, update, delete, ddl or statement too: begin and commit are "
                       "delivered around those of their transaction, and would never come");
}

// What a type alone does not say.
Status CheckMeaning(const OptionSpec& spec, std::string_view value) {
  if (value.find('\0') != std::string_view::npos) {
    return InvalidOption(spec, "...", "text without NUL bytes");
  }
  if (spec.key == "source.url") return model::SourceUrl::Parse(value).status();
  if (spec.key == "source.start") return model::StartPoint::Parse(value).status();
  if (spec.key == "source.until" && !value.empty()) {
    const auto until = model::StartPoint::Parse(value);
    if (!until.ok()) return until.status();
    using Kind = model::StartPoint::Kind;
    if (until->kind == Kind::kEarliest || until->kind == Kind::kGtidSet) {
      return InvalidOption(spec, value, "latest, FILE:OFFSET, FILE:OFFSET:ORDINAL or a timestamp");
    }
  }
  if (spec.key == "filter.events") return CheckEvents(spec, value);
  if (spec.key == "stream.name") return model::CheckStreamName(value);
  return Status::Ok();
}

}  // namespace

std::span<const OptionSpec> OptionTable() { return kTable; }

const OptionSpec* FindOption(std::string_view key) {
  const auto at = std::lower_bound(
      std::begin(kTable), std::end(kTable), key,
      [](const OptionSpec& spec, std::string_view wanted) { return spec.key < wanted; });
  return at != std::end(kTable) && at->key == key ? at : nullptr;
}

Status Options::Set(std::string_view key, std::string_view value) {
  const OptionSpec* spec = FindOption(key);
  if (spec == nullptr) return UnknownOption(key);
  if (Status s = CheckType(*spec, value); !s.ok()) return s;
  if (Status s = CheckMeaning(*spec, value); !s.ok()) return s;
  values_.insert_or_assign(std::string(key), std::string(value));
  return Status::Ok();
}

Result<std::string> Options::Get(std::string_view key) const {
  const OptionSpec* spec = FindOption(key);
  if (spec == nullptr) return UnknownOption(key);
  const auto at = values_.find(key);
  return at != values_.end() ? at->second : std::string(spec->default_value);
}

bool Options::IsSet(std::string_view key) const { return values_.find(key) != values_.end(); }

}  // namespace towpath
