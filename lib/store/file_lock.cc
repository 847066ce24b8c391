#include "store/file_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "fmt/format.h"

namespace towpath::store {

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FileLock::~FileLock() {
  if (fd_ >= 0) close(fd_);
}

Result<FileLock> FileLock::Acquire(const std::string& path, uint64_t byte, bool wait) {
  const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) {
    return Status(Code::kStore,
                  fmt::format("can not open the lock file {}: {}", path, std::strerror(errno)));
  }
  FileLock lock(fd);
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  range.l_start = static_cast<off_t>(byte);
  range.l_len = 1;
  int rc;
  do {
    rc = fcntl(fd, wait ? F_OFD_SETLKW : F_OFD_SETLK, &range);
  } while (rc != 0 && errno == EINTR);
  if (rc == 0) return lock;
  if (errno == EAGAIN || errno == EACCES) return Status(Code::kBusy, "held elsewhere");
  return Status(Code::kStore, fmt::format("can not lock {}: {}", path, std::strerror(errno)));
}

}  // namespace towpath::store
