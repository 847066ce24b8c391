// Options: one flat vocabulary of string keys, the same in every language and on the command line.
//
//   towpath::Options options;
//   Status s = options.Set("source.url", "mysql://repl:secret@db1:3306/");
//   options.Set("stream.name", "orders");
//
// Each option is declared once, in OptionTable(): its type, default, range and meaning. Help texts,
// validation and the documentation come from that table.
//
// Thread safety: a value; distinct objects may be used from distinct threads.
#ifndef TOWPATH_OPTIONS_H_
#define TOWPATH_OPTIONS_H_

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "towpath/log.h"
#include "towpath/status.h"
#include "towpath/stream_status.h"

namespace towpath {

enum class OptionType : uint8_t {
  kString,   // any text
  kInteger,  // decimal, within [min, max]
  kBytes,    // integer with an optional KiB, MiB, GiB suffix, within [min, max]
  kBoolean,  // true or false
  kChoice,   // one of `choices`
  kList,     // comma list, each member one of `choices`
};

struct OptionSpec {
  std::string_view key;
  OptionType type;
  std::string_view default_value;  // as text; "" for none
  int64_t min = 0;                 // kInteger, kBytes
  int64_t max = 0;
  std::string_view choices = {};  // "off|flag|drop"; kChoice and kList
  bool secret = false;            // never shown: may hold a password
  std::string_view doc;           // one sentence or two; units are part of it
};

// All options, sorted by key. Static storage.
std::span<const OptionSpec> OptionTable();
// Null when there is no such key.
const OptionSpec* FindOption(std::string_view key);

class Options {
 public:
  // Checks key and value at once: kUnknownOption names the nearest known key, kInvalidOption the
  // key, the value and what is accepted (and never shows a secret). The options are then unchanged.
  Status Set(std::string_view key, std::string_view value);
  // The value set, else the default. kUnknownOption.
  Result<std::string> Get(std::string_view key) const;
  bool IsSet(std::string_view key) const;

  // Receives the log lines of the stream opened with these options (default: none are made).
  void SetLogger(LogCallback logger) { logger_ = std::move(logger); }
  const LogCallback& logger() const { return logger_; }

  // Receives the status of the stream opened with these options, each stats.interval_ms.
  void SetStatistics(StatisticsCallback callback) { statistics_ = std::move(callback); }
  const StatisticsCallback& statistics() const { return statistics_; }

  // Values by key that were set, in key order; secrets included: do not print.
  const std::map<std::string, std::string, std::less<>>& values() const { return values_; }

 private:
  std::map<std::string, std::string, std::less<>> values_;
  LogCallback logger_;
  StatisticsCallback statistics_;
};

}  // namespace towpath

#endif  // TOWPATH_OPTIONS_H_
