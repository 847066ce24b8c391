// towpath decode: prints the changes in binlog files, without a server.
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "commands.h"
#include "fmt/format.h"
#include "follow.h"
#include "towpath/position.h"

namespace tool {
namespace {

using towpath::Code;
using towpath::Status;

constexpr char kAbout[] =
    "Prints the changes in binlog files, each read from its beginning to its end, in the order "
    "given.\n"
    "Columns have names when the server wrote them (binlog_row_metadata=FULL); without, they are "
    "named @1, @2, ... by their position, and a number whose sign the file does not tell counts as "
    "signed. --option schema.mode=strict makes that an error.\n"
    "--from and --until take a time, which holds for every file, or FILE:OFFSET, which begins or "
    "ends with the file of that name.";

// RFC 3986: everything but unreserved characters and '/'.
std::string FileUrl(const std::string& path) {
  std::string url = "file://";
  for (const char c : path) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '/' || c == '.' || c == '-' || c == '_' || c == '~';
    if (plain) {
      url += c;
    } else {
      url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return url;
}

struct File {
  std::string path;  // absolute
  std::string name;  // without folder, as positions have it
  uint64_t size = 0;
};

Status FindFiles(const std::vector<std::string>& arguments, std::vector<File>* files) {
  for (const std::string& argument : arguments) {
    std::error_code error;
    const std::filesystem::path path = std::filesystem::absolute(argument, error);
    const uint64_t size = error ? 0 : std::filesystem::file_size(path, error);
    if (error) {
      const Code code = error == std::errc::no_such_file_or_directory ? Code::kNotFound : Code::kIo;
      return Status(code, fmt::format("{}: {}", argument, error.message()));
    }
    files->push_back({path.string(), path.filename().string(), size});
  }
  return Status::Ok();
}

// The index of the file that `text` names when it is FILE:OFFSET. A time or a GTID set can look
// like one; a file that is not among those given is left for the stream to refuse.
std::optional<size_t> FileOf(const std::string& text, const std::vector<File>& files) {
  const auto position = towpath::Position::Parse(text);
  for (size_t i = 0; position.ok() && i < files.size(); ++i) {
    if (files[i].name == position->file) return i;
  }
  return std::nullopt;
}

// What has come of the files together.
struct Run {
  StopSignal& stop;
  Output& output;
  uint64_t left;
};

// The options for one file; `begin` and `end`: --from and --until hold for it.
towpath::Result<towpath::Options> OptionsFor(const FollowFlags& flags, const File& file, bool begin,
                                             bool end) {
  towpath::Options options = flags.options;
  // Without an end the source would go on with the next file of the sequence. (A name with a colon
  // can not stand in a position; such a file has hardly a successor.)
  const bool can_end = file.name.find(':') == std::string::npos;
  const std::string file_end = can_end ? fmt::format("{}:{}", file.name, file.size) : "";
  const std::vector<std::pair<std::string_view, std::string>> values = {
      {"source.url", FileUrl(file.path)},
      {"source.start", begin && !flags.from.empty() ? flags.from : "earliest"},
      {"source.until", end && !flags.until.empty() ? flags.until : file_end},
      {"stream.name", "decode"},
      {"store.url", "memory:"},
  };
  for (const auto& [key, value] : values) {
    if (Status s = options.Set(key, value); !s.ok()) return s;
  }
  return options;
}

int DecodeFile(const towpath::Options& options, const File& file, Run* run) {
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) return ReportOpenError(stream.status());
  Progress progress;
  progress.SetFileSize(file.size);
  run->stop.Attach(stream->get());
  Status status = PrintEntries(**stream, run->stop, run->output, progress, &run->left);
  run->stop.Detach();
  Progress::ClearLine();
  if (const Status closed = (*stream)->Close(); status.ok()) status = closed;
  if (run->stop.stopped()) {
    PrintError("stopped by a signal");
    return kFailed;
  }
  if (status.ok() || run->output.reader_gone()) return kDone;
  PrintError(status.ToString());
  return kFailed;
}

}  // namespace

int RunDecode(const Arguments& arguments) {
  FollowFlags flags;
  ArgumentParser parser("decode FILE... [FLAG...]", kAbout);
  AddFollowFlags(&flags, &parser);
  const auto rest = parser.Parse(arguments);
  if (parser.wants_help()) {
    fmt::print("{}", parser.Help());
    return kDone;
  }
  if (!rest.ok()) return ReportUsage("decode", rest.status());
  if (rest->empty()) {
    return ReportUsage("decode", Status(Code::kInvalidArgument, "no binlog file is given"));
  }
  if (flags.from == "latest") {
    return ReportUsage("decode", Status(Code::kInvalidArgument,
                                        "--from latest: files are read from their beginning"));
  }
  if (Status s = FinishOptions(&flags); !s.ok()) return ReportUsage("decode", s);
  if (!flags.options.IsSet("schema.mode")) {
    if (Status s = flags.options.Set("schema.mode", "positional"); !s.ok()) {
      return ReportUsage("decode", s);
    }
  }
  std::vector<File> files;
  if (Status s = FindFiles(*rest, &files); !s.ok()) {
    PrintError(s.ToString());
    return kFailed;
  }
  const std::optional<size_t> from = FileOf(flags.from, files);
  const std::optional<size_t> until = FileOf(flags.until, files);

  StopSignal stop(kFailed);
  Output output(flags.format);
  Run run{stop, output, flags.limit};
  for (size_t i = from.value_or(0); i <= until.value_or(files.size() - 1); ++i) {
    const auto options = OptionsFor(flags, files[i], from.value_or(i) == i, until.value_or(i) == i);
    if (!options.ok()) return ReportUsage("decode", options.status());
    const int code = DecodeFile(*options, files[i], &run);
    if (code != kDone || run.left == 0 || output.reader_gone()) return code;
  }
  return kDone;
}

}  // namespace tool
