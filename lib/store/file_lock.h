// FileLock: one byte of a lock file, held alone.
//
// Open file description locks (fcntl(2), F_OFD_SETLK): they exclude other holders in this process
// as well as in others, and the kernel drops them when the last descriptor goes, so that no death
// of a process leaves one behind. (A child made by fork without exec shares the descriptor, and so
// the lock, until it exits.) The file itself is never written and never deleted.
#ifndef TOWPATH_LIB_STORE_FILE_LOCK_H_
#define TOWPATH_LIB_STORE_FILE_LOCK_H_

#include <cstdint>
#include <string>

#include "towpath/status.h"

namespace towpath::store {

class FileLock {
 public:
  FileLock() = default;  // holds nothing
  FileLock(FileLock&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

  // Locks byte `byte` (below 2^63) of the file, which is made if missing. kBusy: held elsewhere and
  // `wait` is false. kStore: the file can not be opened.
  static Result<FileLock> Acquire(const std::string& path, uint64_t byte, bool wait);

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_FILE_LOCK_H_
