// towpath tail: follows a server and prints its changes until it is stopped.
#include <unistd.h>

#include <ctime>
#include <string>

#include "commands.h"
#include "fmt/format.h"
#include "follow.h"

namespace tool {
namespace {

using towpath::Code;
using towpath::Status;

constexpr char kAbout[] =
    "Follows a server and prints its changes, from now on or from --from, until --until, --limit "
    "or a signal ends it (exit code 0).\n"
    "URL is mysql://user:password@host:3306/ (mariadb:// is the same). To keep the password out of "
    "the command line, leave it out of the URL and use --option source.password_file=FILE.\n"
    "With --stream and --store it remembers how far it came: what has been printed is "
    "acknowledged, "
    "and the next run goes on behind it.";

// Nothing is remembered without --stream, but a server tells its replicas apart by ids that come
// from the name: it must be another one for each process.
std::string PassingName() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return fmt::format("tail-{}-{}{:09}", getpid(), now.tv_sec, now.tv_nsec);
}

Status Prepare(const std::vector<std::string>& arguments, FollowFlags* flags) {
  if (arguments.size() != 1) {
    return Status(Code::kInvalidArgument, arguments.empty()
                                              ? "the URL of a server is missing"
                                              : "more than one argument: expected one URL");
  }
  if (Status s = flags->options.Set("source.url", arguments[0]); !s.ok()) return s;
  if (!flags->options.IsSet("stream.name")) {
    if (flags->options.IsSet("store.url")) {
      return Status(Code::kInvalidArgument,
                    "--store needs --stream NAME: the name under which to remember");
    }
    if (Status s = flags->options.Set("stream.name", PassingName()); !s.ok()) return s;
    if (Status s = flags->options.Set("store.url", "memory:"); !s.ok()) return s;
  }
  return FinishOptions(flags);
}

}  // namespace

int RunTail(const Arguments& arguments) {
  FollowFlags flags;
  ArgumentParser parser("tail URL [FLAG...]", kAbout);
  AddFollowFlags(&flags, &parser);
  parser.Add(
      {.name = "--stream",
       .value = "NAME",
       .help = "Go on where the stream of this name was left; --from counts only for its "
               "first run.",
       .set = [&flags](std::string_view text) { return flags.options.Set("stream.name", text); }});
  parser.Add(
      {.name = "--store",
       .value = "URL",
       .help = "Where the stream is remembered: sqlite:PATH (default sqlite:towpath.db).",
       .set = [&flags](std::string_view text) { return flags.options.Set("store.url", text); }});
  const auto rest = parser.Parse(arguments);
  if (parser.wants_help()) {
    fmt::print("{}", parser.Help());
    return kDone;
  }
  if (!rest.ok()) return ReportUsage("tail", rest.status());
  if (Status s = Prepare(*rest, &flags); !s.ok()) return ReportUsage("tail", s);

  StopSignal stop(kDone);
  auto stream = towpath::Stream::Open(flags.options);
  if (!stream.ok()) return ReportOpenError(stream.status());
  Progress progress;
  Output output(flags.format);
  stop.Attach(stream->get());
  Status status = PrintEntries(**stream, stop, output, progress, &flags.limit);
  stop.Detach();
  Progress::ClearLine();
  if (const Status closed = (*stream)->Close(); status.ok()) status = closed;
  if (status.ok() || output.reader_gone()) return kDone;
  PrintError(status.ToString());
  return kFailed;
}

}  // namespace tool
