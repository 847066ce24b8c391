#include "towpath/version.h"

#define TOWPATH_TEXT_OF(x) #x
#define TOWPATH_TEXT(x) TOWPATH_TEXT_OF(x)

namespace towpath {

std::string_view VersionString() {
  return TOWPATH_TEXT(TOWPATH_VERSION_MAJOR) "." TOWPATH_TEXT(
      TOWPATH_VERSION_MINOR) "." TOWPATH_TEXT(TOWPATH_VERSION_PATCH);
}

}  // namespace towpath
