#include "stream/spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "fmt/format.h"

namespace towpath::stream {
namespace {

Status Failed(const std::string& folder, const char* what, int error) {
  return Status(Code::kIo, fmt::format("{} in folder {}: {}", what, folder, std::strerror(error)));
}

class SystemFile final : public SpillFile {
 public:
  SystemFile(int descriptor, std::string folder)
      : descriptor_(descriptor), folder_(std::move(folder)) {}
  ~SystemFile() override { ::close(descriptor_); }
  SystemFile(const SystemFile&) = delete;
  SystemFile& operator=(const SystemFile&) = delete;

  Status Write(uint64_t offset, std::span<const uint8_t> bytes) override {
    while (!bytes.empty()) {
      const ssize_t n =
          ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return Failed(folder_, "a spill file can not be written", n < 0 ? errno : ENOSPC);
      bytes = bytes.subspan(static_cast<size_t>(n));
      offset += static_cast<uint64_t>(n);
    }
    return Status::Ok();
  }

  Status Read(uint64_t offset, std::span<uint8_t> into) override {
    while (!into.empty()) {
      const ssize_t n = ::pread(descriptor_, into.data(), into.size(), static_cast<off_t>(offset));
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return Failed(folder_, "a spill file can not be read", errno);
      if (n == 0)
        return Status(Code::kIo, fmt::format("a spill file in folder {} is shorter than "
                                             "what was written",
                                             folder_));
      into = into.subspan(static_cast<size_t>(n));
      offset += static_cast<uint64_t>(n);
    }
    return Status::Ok();
  }

 private:
  int descriptor_;
  std::string folder_;
};

class SystemFolder final : public SpillFolder {
 public:
  explicit SystemFolder(std::string path) : path_(std::move(path)) {}

  Result<std::unique_ptr<SpillFile>> NewFile() override {
    int descriptor = ::open(path_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) {  // not every file system can
      std::string name = path_ + "/towpath-spill-XXXXXX";
      descriptor = ::mkostemp(name.data(), O_CLOEXEC);
      if (descriptor < 0) return Failed(path_, "a spill file can not be made", errno);
      ::unlink(name.c_str());
    }
    return std::unique_ptr<SpillFile>(std::make_unique<SystemFile>(descriptor, path_));
  }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<SpillFolder> OpenSpillFolder(std::string path) {
  return std::make_unique<SystemFolder>(std::move(path));
}

}  // namespace towpath::stream
