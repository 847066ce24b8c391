#include "model/settings.h"

#include <fstream>

#include "fmt/format.h"
#include "model/option_values.h"
#include "model/stable_hash.h"
#include "model/text.h"
#include "towpath/entry.h"

namespace towpath::model {
namespace {

// Reads values that Options::Set has checked already.
class Reader {
 public:
  explicit Reader(const Options& options) : options_(options) {}

  std::string Text(std::string_view key) const { return *options_.Get(key); }
  bool Boolean(std::string_view key) const { return Text(key) == "true"; }
  int64_t Integer(std::string_view key) const { return *ParseNumber<int64_t>(Text(key)); }
  uint64_t Bytes(std::string_view key) const {
    return static_cast<uint64_t>(*ParseBytes(Text(key)));
  }
  std::chrono::milliseconds Milliseconds(std::string_view key) const {
    return std::chrono::milliseconds(Integer(key));
  }
  // The index of the value among the option's choices, which the enums follow in order.
  template <typename Enum>
  Enum Choice(std::string_view key) const {
    const std::string value = Text(key);
    const std::string_view choices = FindOption(key)->choices;
    int index = 0;
    for (const std::string_view choice : Split(choices, '|')) {
      if (choice == value) break;
      ++index;
    }
    return static_cast<Enum>(index);
  }

 private:
  const Options& options_;
};

uint32_t EventMask(const std::string& list) {
  uint32_t mask = 0;
  for (const std::string_view name : Split(list, ',')) {
    for (auto kind :
         {EntryKind::kBegin, EntryKind::kInsert, EntryKind::kUpdate, EntryKind::kDelete,
          EntryKind::kDdl, EntryKind::kCommit, EntryKind::kHeartbeat, EntryKind::kStatement}) {
      if (name == EntryKindName(kind)) mask |= 1u << static_cast<unsigned>(kind);
    }
  }
  return mask;
}

// From 2^31 up: away from the small numbers that people give their servers.
uint32_t DerivedServerId(std::string_view name) {
  return 0x80000000u | static_cast<uint32_t>(StableHash(name, 1));
}

std::string DerivedUuid(std::string_view name) {
  const uint64_t high = StableHash(name, 2);
  const uint64_t low = StableHash(name, 3);
  // Version 8 (RFC 9562): made by a rule of our own.
  return fmt::format("{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xffff,
                     high & 0xfff, 0x8000 | (low >> 48 & 0x3fff), low & 0xffffffffffff);
}

Status ReadPassword(const std::string& path, std::string* password) {
  std::ifstream file(path);
  if (!file) {
    return Status(Code::kNotFound, fmt::format("source.password_file: can not read {}", path));
  }
  std::getline(file, *password);
  if (!password->empty() && password->back() == '\r') password->pop_back();
  if (password->empty()) {
    return Status(Code::kInvalidOption,
                  fmt::format("source.password_file: the first line of {} is empty", path));
  }
  return Status::Ok();
}

Status ReadSource(const Options& options, const Reader& read, const std::string& stream_name,
                  SourceSettings* source) {
  if (!options.IsSet("source.url")) {
    return Status(Code::kInvalidOption,
                  "source.url is not set; for example mysql://user:password@host:3306/");
  }
  auto hosts = SourceUrl::ParseList(read.Text("source.url"));
  if (!hosts.ok()) return hosts.status();
  source->hosts = *std::move(hosts);
  source->url = source->hosts.front();
  if (const std::string path = read.Text("source.password_file"); !path.empty()) {
    if (!source->url.password.empty()) {
      return Status(Code::kInvalidOption,
                    "source.password_file is set and source.url has a password: keep one of them");
    }
    if (Status s = ReadPassword(path, &source->url.password); !s.ok()) return s;
    for (SourceUrl& host : source->hosts) host.password = source->url.password;
  }
  auto start = StartPoint::Parse(read.Text("source.start"));
  if (!start.ok()) return start.status();
  source->start = *std::move(start);
  if (const std::string text = read.Text("source.until"); !text.empty()) {
    auto until = StartPoint::Parse(text);
    if (!until.ok()) return until.status();
    source->until = *std::move(until);
  }
  source->server_id = static_cast<uint32_t>(read.Integer("source.server_id"));
  if (source->server_id == 0) source->server_id = DerivedServerId(stream_name);
  source->replica_uuid = DerivedUuid(stream_name);
  source->heartbeat = read.Milliseconds("source.heartbeat_ms");
  source->connect_timeout = read.Milliseconds("source.connect_timeout_ms");
  source->gtid = read.Choice<GtidMode>("source.gtid");
  source->tls_mode = read.Choice<TlsMode>("source.tls.mode");
  source->tls_ca = read.Text("source.tls.ca");
  source->tls_cert = read.Text("source.tls.cert");
  source->tls_key = read.Text("source.tls.key");
  if (source->tls_cert.empty() != source->tls_key.empty()) {
    return Status(Code::kInvalidOption, "source.tls.cert and source.tls.key go together");
  }
  source->retry.max_attempts = read.Integer("source.retry.max_attempts");
  source->retry.initial = read.Milliseconds("source.retry.initial_ms");
  source->retry.max = read.Milliseconds("source.retry.max_ms");
  return Status::Ok();
}

// Beside the store, unless it is named.
Status FindSpillFolder(Settings* settings) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (settings->spill_bytes == 0 || !settings->spill_folder.empty()) return Status::Ok();
  if (!settings->store_url.starts_with(kSqlite)) {
    return Status(Code::kInvalidOption,
                  fmt::format("buffer.spill_bytes needs a folder, and store.url={} has none: set "
                              "buffer.spill_folder",
                              settings->store_url));
  }
  const std::string path = settings->store_url.substr(kSqlite.size());
  const size_t slash = path.rfind('/');
  settings->spill_folder = slash == std::string::npos ? "."
                           : slash == 0               ? "/"
                                                      : path.substr(0, slash);
  return Status::Ok();
}

}  // namespace

Result<Settings> Settings::From(const Options& options, bool need_stream) {
  const Reader read(options);
  Settings settings;
  settings.stream_name = read.Text("stream.name");
  if (need_stream) {
    if (Status s = CheckStreamName(settings.stream_name); !s.ok()) return s;
  }
  if (Status s = ReadSource(options, read, settings.stream_name, &settings.source); !s.ok()) {
    return s;
  }
  settings.filter_tables = read.Text("filter.tables");
  settings.filter_exclude = read.Text("filter.exclude");
  settings.filter_columns = read.Text("filter.columns");
  settings.filter_columns_exclude = read.Text("filter.columns.exclude");
  settings.filter_events = EventMask(read.Text("filter.events"));
  settings.buffer_bytes = read.Bytes("buffer.bytes");
  settings.spill_bytes = read.Bytes("buffer.spill_bytes");
  settings.spill_folder = read.Text("buffer.spill_folder");
  settings.batch_whole_transactions = read.Boolean("batch.whole_transactions");
  settings.batch_isolate_ddl = read.Boolean("batch.isolate_ddl");
  settings.batch_linger = read.Milliseconds("batch.linger_ms");
  settings.ack_durability = read.Choice<AckDurability>("ack.durability");
  settings.ack_interval = read.Milliseconds("ack.interval_ms");
  settings.dedup = read.Choice<DedupMode>("dedup.mode");
  settings.store_url = read.Text("store.url");
  if (Status s = FindSpillFolder(&settings); !s.ok()) return s;
  settings.schema_mode = read.Choice<SchemaMode>("schema.mode");
  settings.statements = read.Choice<StatementPolicy>("source.statements");
  settings.log_level = read.Choice<LogLevel>("log.level");
  settings.logger = options.logger();
  settings.stats_interval = read.Milliseconds("stats.interval_ms");
  settings.stats_probe = read.Milliseconds("stats.probe_ms");
  settings.statistics = options.statistics();
  return settings;
}

}  // namespace towpath::model
