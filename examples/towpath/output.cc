#include "output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "fmt/format.h"
#include "progress.h"
#include "towpath/format.h"

namespace tool {
namespace {

constexpr size_t kWriteAt = size_t{64} << 10;

bool WantsColor() {
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace

towpath::Result<Format> ParseFormat(std::string_view text) {
  if (text == "pretty") return Format::kPretty;
  if (text == "json") return Format::kJson;
  return towpath::Status(towpath::Code::kInvalidArgument,
                         fmt::format("--format \"{}\" is not known: pretty or json", text));
}

Output::Output(Format format)
    : format_(format), color_(format == Format::kPretty && WantsColor()) {}

towpath::Status Output::Print(const towpath::Entry& entry) {
  if (format_ == Format::kJson) {
    if (towpath::Status s = towpath::AppendJson(entry, &buffer_); !s.ok()) return s;
    buffer_ += '\n';
  } else {
    const towpath::PrettyStyle style{.color = color_};
    if (towpath::Status s = towpath::AppendPretty(entry, style, &buffer_); !s.ok()) return s;
  }
  return buffer_.size() < kWriteAt ? towpath::Status::Ok() : Flush();
}

towpath::Status Output::Flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = write(STDOUT_FILENO, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<size_t>(written));
      continue;
    }
    if (errno == EINTR) continue;
    const int error = errno;
    buffer_.clear();
    if (error == EPIPE) {
      reader_gone_ = true;
      return towpath::Status(towpath::Code::kClosed, "nobody reads the output");
    }
    return towpath::Status(towpath::Code::kIo, fmt::format("can not write the output: {}",
                                                           std::generic_category().message(error)));
  }
  buffer_.clear();
  return towpath::Status::Ok();
}

void PrintError(std::string_view message) {
  Progress::ClearLine();
  fmt::print(stderr, "towpath: {}\n", message);
}

}  // namespace tool
