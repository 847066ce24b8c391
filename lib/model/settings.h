// Settings: Options as typed values, checked together.
//
// The one place where option texts become numbers; every floor above reads this struct.
#ifndef TOWPATH_LIB_MODEL_SETTINGS_H_
#define TOWPATH_LIB_MODEL_SETTINGS_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/cursor.h"
#include "model/source_url.h"
#include "towpath/log.h"
#include "towpath/options.h"
#include "towpath/status.h"
#include "towpath/stream_status.h"

namespace towpath::model {

enum class TlsMode : uint8_t { kOff, kPreferred, kRequired, kVerifyCa, kVerifyIdentity };
enum class StatementPolicy : uint8_t { kError, kDeliver };
enum class SchemaMode : uint8_t { kStrict, kPositional };
enum class AckDurability : uint8_t { kSync, kInterval };
enum class DedupMode : uint8_t { kOff, kFlag, kDrop };
enum class GtidMode : uint8_t { kAuto, kOn, kOff };

struct RetrySettings {
  int64_t max_attempts = -1;               // in a row; -1 without limit, 0 never
  std::chrono::milliseconds initial{200};  // first wait; doubles, with jitter
  std::chrono::milliseconds max{30000};
};

struct SourceSettings {
  SourceUrl url;  // the server to talk to: the first of `hosts` unless told otherwise
  std::vector<SourceUrl> hosts;  // of source.url, in order; empty in settings made by hand: `url`
  StartPoint start;
  std::optional<StartPoint> until;  // kLatest (the end as it is at opening), position, timestamp
  uint32_t server_id = 0;           // 0: derived from the stream's name, stable
  std::string replica_uuid;         // derived from the stream's name, stable
  std::chrono::milliseconds heartbeat{5000};
  std::chrono::milliseconds connect_timeout{10000};
  GtidMode gtid = GtidMode::kAuto;
  TlsMode tls_mode = TlsMode::kPreferred;
  std::string tls_ca, tls_cert, tls_key;  // paths
  RetrySettings retry;
};

struct Settings {
  std::string stream_name;
  SourceSettings source;
  std::string filter_tables;  // canal-style expressions, checked when compiled (stream/filter)
  std::string filter_exclude;
  std::string filter_columns;
  std::string filter_columns_exclude;
  uint32_t filter_events = 0;  // bit (1 << EntryKind)
  uint64_t buffer_bytes = 0;
  uint64_t spill_bytes = 0;  // 0: events are never put into files
  std::string spill_folder;  // not empty when they are
  bool batch_whole_transactions = false;
  bool batch_isolate_ddl = false;
  std::chrono::milliseconds batch_linger{0};
  AckDurability ack_durability = AckDurability::kSync;
  std::chrono::milliseconds ack_interval{1000};
  DedupMode dedup = DedupMode::kFlag;
  std::string store_url;
  SchemaMode schema_mode = SchemaMode::kStrict;
  StatementPolicy statements = StatementPolicy::kError;
  LogLevel log_level = LogLevel::kInfo;
  LogCallback logger;
  std::chrono::milliseconds stats_interval{0};  // 0: never
  std::chrono::milliseconds stats_probe{0};     // 0: never
  StatisticsCallback statistics;

  // Reads source.password_file. kInvalidOption, kInvalidName, kInvalidPosition, kNotFound.
  // `need_stream`: stream.name must be set.
  static Result<Settings> From(const Options& options, bool need_stream = true);

  // Calls the logger when `level` is at or above log_level.
  void Log(LogLevel level, const std::string& message) const {
    if (logger && level >= log_level) logger(level, message);
  }
};

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_SETTINGS_H_
