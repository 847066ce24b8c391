// SpillFolder and SpillFile: files that a stream puts events into and reads back, as an operating
// system has them; a simulation brings its own.
#ifndef TOWPATH_LIB_STREAM_SPILL_FILE_H_
#define TOWPATH_LIB_STREAM_SPILL_FILE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "towpath/status.h"

namespace towpath::stream {

// Gone with the object, however the process ends.
// Thread safety: reads and writes of different parts may be made at the same time.
class SpillFile {
 public:
  virtual ~SpillFile() = default;
  // All of it; after an error what the part holds is not known. kIo: names the folder and the
  // cause.
  virtual Status Write(uint64_t offset, std::span<const uint8_t> bytes) = 0;
  // All of `into`, or kIo.
  virtual Status Read(uint64_t offset, std::span<uint8_t> into) = 0;
};

// Thread safety: one call at a time.
class SpillFolder {
 public:
  virtual ~SpillFolder() = default;
  // An empty file. kIo: names the folder and the cause.
  virtual Result<std::unique_ptr<SpillFile>> NewFile() = 0;
};

// A folder of the system. Its files have no name: nobody else sees them, and none is left behind.
std::unique_ptr<SpillFolder> OpenSpillFolder(std::string path);

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_SPILL_FILE_H_
