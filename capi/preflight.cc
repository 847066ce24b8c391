// Preflight of the C ABI.
#include "towpath/preflight.h"

#include "internal.h"

struct towpath_preflight_report {
  towpath::PreflightReport cpp;
};

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

towpath_status towpath_preflight(const towpath_options* options, towpath_preflight_report** report,
                                 towpath_error** error) {
  if (report != nullptr) *report = nullptr;
  return Guard("towpath_preflight", error, {{"options", options}, {"report", report}}, [&] {
    Result<PreflightReport> result = Preflight(options->cpp);
    if (!result.ok()) return result.status();
    *report = new towpath_preflight_report{std::move(*result)};
    return Status::Ok();
  });
}

int32_t towpath_preflight_ready(const towpath_preflight_report* report) {
  return report != nullptr && report->cpp.ready() ? 1 : 0;
}

towpath_text towpath_preflight_server(const towpath_preflight_report* report) {
  return report != nullptr ? Text(report->cpp.server) : towpath_text{};
}

size_t towpath_preflight_count(const towpath_preflight_report* report) {
  return report != nullptr ? report->cpp.findings.size() : 0;
}

towpath_status towpath_preflight_finding(const towpath_preflight_report* report, size_t index,
                                         towpath_finding* finding, towpath_error** error) {
  return Guard("towpath_preflight_finding", error, {{"report", report}, {"finding", finding}}, [&] {
    if (index >= report->cpp.findings.size()) {
      return Status(Code::kInvalidArgument, "finding " + std::to_string(index) + " of " +
                                                std::to_string(report->cpp.findings.size()) +
                                                ": the index begins at 0");
    }
    const Finding& from = report->cpp.findings[index];
    towpath_finding out{};
    out.severity = static_cast<int32_t>(from.severity);
    out.check = Text(from.check);
    out.found = Text(from.found);
    out.message = Text(from.message);
    out.remedy = Text(from.remedy);
    return CopyOut(out, finding, "towpath_finding");
  });
}

void towpath_preflight_free(towpath_preflight_report* report) { delete report; }
