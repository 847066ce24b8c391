// SourceEnd: how far a source's binlog reached when it was asked.
#ifndef TOWPATH_LIB_SOURCE_SOURCE_END_H_
#define TOWPATH_LIB_SOURCE_SOURCE_END_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace towpath::source {

struct FileSize {
  std::string name;
  uint64_t size = 0;  // bytes
};

struct SourceEnd {
  std::string server_uuid;  // whose it is: as in Cursor
  // The last one is the one that grows, and its size is the end; of those before it there may be
  // fewer than the source has. Empty: not known.
  std::vector<FileSize> files;
  std::optional<int64_t> clock_offset_us;  // the source's clock minus ours; nothing: not known

  bool known() const { return !files.empty(); }
};

}  // namespace towpath::source

#endif  // TOWPATH_LIB_SOURCE_SOURCE_END_H_
