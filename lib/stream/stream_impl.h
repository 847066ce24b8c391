// OpenStream: a stream made of the parts it is given, where Stream::Open finds them by the options.
#ifndef TOWPATH_LIB_STREAM_STREAM_IMPL_H_
#define TOWPATH_LIB_STREAM_STREAM_IMPL_H_

#include <functional>
#include <memory>

#include "model/chunk.h"
#include "model/settings.h"
#include "source/source.h"
#include "store/store.h"
#include "stream/runtime.h"
#include "stream/spill_file.h"
#include "towpath/status.h"
#include "towpath/stream.h"

namespace towpath::stream {

struct Parts {
  std::shared_ptr<store::Store> store;
  std::function<Result<std::unique_ptr<source::Source>>(const model::Settings&,
                                                        std::shared_ptr<model::MemoryBudget>)>
      open_source;
  std::shared_ptr<Runtime> runtime;
  uint64_t seed = 0;  // of the jitter
  // Empty: folders of the system.
  std::function<std::unique_ptr<SpillFolder>(std::string path)> open_spill_folder = {};
};

Result<std::unique_ptr<Stream>> OpenStream(model::Settings settings, Parts parts);

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_STREAM_IMPL_H_
