// An error in a value, with the place at which a reader has to look.
#ifndef TOWPATH_LIB_FORMAT_ENTRY_ERROR_H_
#define TOWPATH_LIB_FORMAT_ENTRY_ERROR_H_

#include "fmt/format.h"
#include "model/entry_data.h"
#include "towpath/entry.h"
#include "towpath/status.h"

namespace towpath::format {

// `status`, which names a column, with the entry's position and table before its message.
inline Status AtEntry(const Entry& entry, const Status& status) {
  const Table& table = *entry.table();
  return Status(status.code(), fmt::format("{}: {}.{}: {}", entry.position().ToString(),
                                           table.database(), table.name(), status.message()));
}

}  // namespace towpath::format

#endif  // TOWPATH_LIB_FORMAT_ENTRY_ERROR_H_
