// Option texts as values, for options.cc (which checks them) and settings.cc (which uses them).
#ifndef TOWPATH_LIB_MODEL_OPTION_VALUES_H_
#define TOWPATH_LIB_MODEL_OPTION_VALUES_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "towpath/status.h"

namespace towpath::model {

// A non-negative integer with an optional suffix KiB, MiB or GiB: "64MiB".
std::optional<int64_t> ParseBytes(std::string_view text);
// 1 to 128 of [A-Za-z0-9._-], beginning with a letter or digit; kInvalidName otherwise.
Status CheckStreamName(std::string_view name);

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_OPTION_VALUES_H_
