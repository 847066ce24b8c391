// towpath options: the table of options, as text for people or as the page of the documentation.
#include "towpath/options.h"

#include <string>

#include "commands.h"
#include "fmt/format.h"
#include "follow.h"

namespace tool {
namespace {

using towpath::Code;
using towpath::OptionSpec;
using towpath::OptionType;
using towpath::Status;

constexpr char kAbout[] =
    "Lists every option with its type, default and meaning. The same keys are used with --option, "
    "in C++, C, Python and Java.";

std::string ReplaceAll(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// A number of bytes as a person would write it.
std::string Bytes(int64_t bytes) {
  constexpr int64_t kKiB = 1024;
  if (bytes != 0 && bytes % (kKiB * kKiB * kKiB) == 0) {
    return fmt::format("{}GiB", bytes / (kKiB * kKiB * kKiB));
  }
  if (bytes != 0 && bytes % (kKiB * kKiB) == 0) return fmt::format("{}MiB", bytes / (kKiB * kKiB));
  return fmt::format("{}", bytes);
}

// What the option accepts.
std::string Accepts(const OptionSpec& spec) {
  const std::string choices = ReplaceAll(std::string(spec.choices), "|", ", ");
  switch (spec.type) {
    case OptionType::kString:
      return "text";
    case OptionType::kInteger:
      return fmt::format("integer, {} to {}", spec.min, spec.max);
    case OptionType::kBytes:
      return fmt::format("bytes, {} to {} (suffix KiB, MiB, GiB)", Bytes(spec.min),
                         Bytes(spec.max));
    case OptionType::kBoolean:
      return "true or false";
    case OptionType::kChoice:
      return "one of " + choices;
    case OptionType::kList:
      return "comma list of " + choices;
  }
  return "";
}

void PrintText() {
  for (const OptionSpec& spec : towpath::OptionTable()) {
    fmt::print("{}{}{}\n", spec.key, spec.default_value.empty() ? "" : " = ", spec.default_value);
    fmt::print("{}{}\n", Wrap(Accepts(spec) + ".", 4, 80), Wrap(spec.doc, 4, 80));
  }
}

void PrintMarkdown() {
  fmt::print(
      "# Options\n\n"
      "One flat vocabulary of string keys, the same in C++, C, Python, Java and on the command "
      "line.\nMade by `towpath options --format markdown` from the table in "
      "`lib/model/options.cc`; "
      "do not edit.\n\n"
      "| key | accepts | default | meaning |\n|---|---|---|---|\n");
  for (const OptionSpec& spec : towpath::OptionTable()) {
    const std::string shown =
        spec.default_value.empty() ? std::string() : fmt::format("`{}`", spec.default_value);
    const std::string doc = ReplaceAll(std::string(spec.doc), "\\", "\\\\");
    fmt::print("| `{}` | {} | {} | {} |\n", spec.key, Accepts(spec), shown,
               ReplaceAll(doc, "*", "\\*"));
  }
}

}  // namespace

int RunOptions(const Arguments& arguments) {
  bool markdown = false;
  ArgumentParser parser("options [FLAG...]", kAbout);
  parser.Add({.name = "--format",
              .value = "FORMAT",
              .help = "text (default) or markdown.",
              .set = [&markdown](std::string_view text) {
                markdown = text == "markdown";
                if (markdown || text == "text") return Status::Ok();
                return Status(Code::kInvalidArgument,
                              fmt::format("--format \"{}\" is not known: text or markdown", text));
              }});
  const auto rest = parser.Parse(arguments);
  if (parser.wants_help()) {
    fmt::print("{}", parser.Help());
    return kDone;
  }
  if (!rest.ok()) return ReportUsage("options", rest.status());
  if (!rest->empty()) {
    return ReportUsage("options", Status(Code::kInvalidArgument, "expected no argument"));
  }
  markdown ? PrintMarkdown() : PrintText();
  return kDone;
}

}  // namespace tool
