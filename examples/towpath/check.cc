// towpath check: whether a server can be followed, and what would make it so.
#include <algorithm>
#include <string>

#include "commands.h"
#include "fmt/format.h"
#include "follow.h"
#include "towpath/preflight.h"

namespace tool {
namespace {

using towpath::Code;
using towpath::Severity;
using towpath::Status;

constexpr char kAbout[] =
    "Says whether a server is ready to be followed: its settings and the user's grants, and for "
    "each that is not right the statement that fixes it. Changes nothing.\n"
    "Exit code 0: ready; 1: not ready, or not reached; 2: wrong usage.";

std::string_view Word(Severity severity) {
  switch (severity) {
    case Severity::kOk:
      return "ok";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "ERROR";
  }
  return "?";
}

// Each line of `text` after as many spaces.
std::string Indented(std::string_view text, size_t indent) {
  std::string out;
  for (;;) {
    const size_t end = text.find('\n');
    out.append(indent, ' ').append(text.substr(0, end)).append("\n");
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

void Print(const towpath::PreflightReport& report) {
  fmt::print("{}\n", report.server);
  size_t width = 0;
  for (const towpath::Finding& finding : report.findings) {
    width = std::max(width, finding.check.size());
  }
  for (const towpath::Finding& finding : report.findings) {
    fmt::print("  {:<7}  {:<{}}  {}\n", Word(finding.severity), finding.check, width,
               finding.found.empty() ? "(empty)" : finding.found);
    if (finding.severity == Severity::kOk) continue;
    fmt::print("{}", Wrap(finding.message, 11, 100));
    if (!finding.remedy.empty())
      fmt::print("           to fix it:\n{}", Indented(finding.remedy, 13));
  }
  const auto count = [&](Severity severity) {
    return std::count_if(report.findings.begin(), report.findings.end(),
                         [&](const auto& finding) { return finding.severity == severity; });
  };
  const auto errors = count(Severity::kError);
  const auto warnings = count(Severity::kWarning);
  fmt::print("{} ({} error{}, {} warning{})\n", report.ready() ? "ready" : "not ready", errors,
             errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

}  // namespace

int RunCheck(const Arguments& arguments) {
  towpath::Options options;
  ArgumentParser parser("check URL [FLAG...]", kAbout);
  AddOptionFlag(&options, &parser);
  const auto rest = parser.Parse(arguments);
  if (parser.wants_help()) {
    fmt::print("{}", parser.Help());
    return kDone;
  }
  if (!rest.ok()) return ReportUsage("check", rest.status());
  if (rest->size() != 1) {
    return ReportUsage("check", Status(Code::kInvalidArgument, "expected the URL of one server"));
  }
  if (Status s = options.Set("source.url", (*rest)[0]); !s.ok()) return ReportUsage("check", s);
  const auto report = towpath::Preflight(options);
  if (!report.ok()) return ReportOpenError(report.status());
  Print(*report);
  return report->ready() ? kDone : kFailed;
}

}  // namespace tool
