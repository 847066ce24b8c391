#include "stream/open_source.h"

#include "fmt/format.h"

#if __has_include("source/binlog_file.h")
#include "source/binlog_file.h"
#define TOWPATH_HAS_FILES 1
#endif

namespace towpath::stream {

Result<std::unique_ptr<source::Source>> OpenSource(const model::Settings& settings,
                                                   std::shared_ptr<model::MemoryBudget> budget) {
  (void)budget;
  return Status(Code::kUnsupported, fmt::format("no source for {}", settings.source.url.Display()));
}

}  // namespace towpath::stream
