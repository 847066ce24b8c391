// Follow: what `tail` and `decode` share: flags, opening a stream, printing its entries.
#ifndef TOWPATH_EXAMPLES_TOWPATH_FOLLOW_H_
#define TOWPATH_EXAMPLES_TOWPATH_FOLLOW_H_

#include <cstdint>
#include <memory>
#include <string>

#include "arguments.h"
#include "output.h"
#include "progress.h"
#include "stop_signal.h"
#include "towpath/options.h"
#include "towpath/status.h"
#include "towpath/stream.h"

namespace tool {

// What the common flags say.
struct FollowFlags {
  towpath::Options options;
  Format format = Format::kPretty;
  uint64_t limit = UINT64_MAX;  // entries
  std::string from;             // "" when not given
  std::string until;
  std::string tables;  // comma lists
  std::string exclude;
};

// Adds --tables, --exclude, --from, --until, --limit, --format and --option. `flags` must outlive
// the parser.
void AddFollowFlags(FollowFlags* flags, ArgumentParser* parser);

// Adds only --option, for commands that print no entries.
void AddOptionFlag(towpath::Options* options, ArgumentParser* parser);

// Puts tables and exclude into the options, and a logger that prints to standard error.
towpath::Status FinishOptions(FollowFlags* flags);

// Prints entries of the stream and acknowledges them once they are written, until the stream ends,
// `*left` (counted down) is 0, a signal stops it (kOk, stop.stopped()), or something fails.
towpath::Status PrintEntries(towpath::Stream& stream, StopSignal& stop, Output& output,
                             Progress& progress, uint64_t* left);

// Exit codes of every subcommand.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

// Prints the error of a stream that could not be opened and says which exit code that is: kUsage
// when what the user wrote can not be right, else kFailed.
int ReportOpenError(const towpath::Status& status);
// Prints a usage error with a pointer to the help of `command`; kUsage.
int ReportUsage(const std::string& command, const towpath::Status& status);

}  // namespace tool

#endif  // TOWPATH_EXAMPLES_TOWPATH_FOLLOW_H_
