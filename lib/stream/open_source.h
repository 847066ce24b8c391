// OpenSource: the source that option source.url names.
#ifndef TOWPATH_LIB_STREAM_OPEN_SOURCE_H_
#define TOWPATH_LIB_STREAM_OPEN_SOURCE_H_

#include <memory>

#include "model/chunk.h"
#include "model/settings.h"
#include "source/source.h"
#include "towpath/status.h"

namespace towpath::stream {

// Not connected yet. `settings` must outlive the source; `budget` counts the chunks it reads into.
Result<std::unique_ptr<source::Source>> OpenSource(const model::Settings& settings,
                                                   std::shared_ptr<model::MemoryBudget> budget);

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_OPEN_SOURCE_H_
