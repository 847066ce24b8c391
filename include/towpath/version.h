// The version of these headers, and of the library that is linked.
#ifndef TOWPATH_VERSION_H_
#define TOWPATH_VERSION_H_

#include <string_view>

#define TOWPATH_VERSION_MAJOR 0
#define TOWPATH_VERSION_MINOR 1
#define TOWPATH_VERSION_PATCH 0

namespace towpath {

// "0.1.0", of the linked library. Static storage.
std::string_view VersionString();

}  // namespace towpath

#endif  // TOWPATH_VERSION_H_
