#include "stream/open_source.h"

#include <utility>

#include "fmt/format.h"
#include "mysql/binlog_dump.h"
#include "source/binlog_file.h"

namespace towpath::stream {

Result<std::unique_ptr<source::Source>> OpenSource(const model::Settings& settings,
                                                   std::shared_ptr<model::MemoryBudget> budget) {
  switch (settings.source.url.kind) {
    case model::SourceUrl::Kind::kServer:
      return std::unique_ptr<source::Source>(std::make_unique<mysql::BinlogDump>(
          settings.source, std::move(budget), settings.buffer_bytes,
          [&settings](LogLevel level, const std::string& message) {
            settings.Log(level, message);
          }));
    case model::SourceUrl::Kind::kFile:
      return std::unique_ptr<source::Source>(std::make_unique<source::BinlogFileSource>(
          settings.source.url.path, std::move(budget), settings.buffer_bytes));
  }
  return Status(Code::kInternal, fmt::format("no source for {}", settings.source.url.Display()));
}

}  // namespace towpath::stream
