// A binlog file, without its magic number, through the file source and the decoder. The mutator
// makes checksums fit again, so that what they cover is reached; sometimes it leaves them.
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include "tests/fuzz/read_entries.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

namespace {

constexpr size_t kHeader = 19;
constexpr size_t kChecksum = 4;

// A file of its own, in memory where the system has such a folder; removed at exit.
class BinlogFolder {
 public:
  BinlogFolder() {
    folder_ = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
    folder_ += "/towpath-fuzz-XXXXXX";
    if (mkdtemp(folder_.data()) == nullptr) std::abort();
    path_ = folder_ + "/binlog.000001";
  }
  ~BinlogFolder() { std::filesystem::remove_all(folder_); }
  const std::string& Write(const uint8_t* data, size_t size) {
    const int file = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 ||
        write(file,
              "\xfe"
              "bin",
              4) != 4 ||
        write(file, data, size) != static_cast<ssize_t>(size))
      std::abort();
    close(file);
    return path_;
  }

 private:
  std::string folder_;
  std::string path_;
};

uint32_t Length(const uint8_t* event) {
  return event[9] | event[10] << 8 | event[11] << 16 | static_cast<uint32_t>(event[12]) << 24;
}

// Writes the checksum of every event that is there in full.
void FixChecksums(uint8_t* data, size_t size) {
  bool checksums = true;
  for (size_t at = 0; at + kHeader + kChecksum <= size;) {
    uint8_t* const event = data + at;
    const size_t length = Length(event);
    if (length < kHeader + kChecksum || length > size - at) return;
    const bool format = event[4] == 15;
    if (format) checksums = event[length - kChecksum - 1] == 1;
    if (checksums || format) {
      const uint8_t flag = event[17];
      if (format) event[17] &= 0xfe;  // "in use" is not covered
      const auto crc =
          static_cast<uint32_t>(crc32(0, event, static_cast<uInt>(length - kChecksum)));
      event[17] = flag;
      const std::string bytes = towpath::test::Le(crc, 4);
      std::memcpy(event + length - kChecksum, bytes.data(), kChecksum);
    }
    at += length;
  }
}

}  // namespace

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size)
    __attribute__((weak));
extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size,
                                          unsigned int seed) {
  // Half of the time inside one event, whose length is then made to fit.
  size_t at = 0;
  if (seed % 2 == 0) {
    for (unsigned int skip = seed / 2 % 8; skip > 0 && at + kHeader <= size; --skip) {
      const size_t length = Length(data + at);
      if (length < kHeader || length > size - at) break;
      at += length;
    }
  }
  const size_t length = at + kHeader <= size ? Length(data + at) : 0;
  if (seed % 2 == 0 && length > kHeader + kChecksum && length <= size - at &&
      max_size >= size + 64) {
    const std::string behind(reinterpret_cast<const char*>(data + at + length), size - at - length);
    const size_t body = at + kHeader;
    const size_t before = length - kHeader - kChecksum;
    const size_t mutated = LLVMFuzzerMutate(data + body, before, before + 64);
    const size_t end = body + mutated + kChecksum;
    std::memcpy(data + end, behind.data(), behind.size());
    const std::string bytes = towpath::test::Le(end - at, 4);
    std::memcpy(data + at + 9, bytes.data(), 4);
    size = end + behind.size();
  } else {
    size = LLVMFuzzerMutate(data, size, max_size);
  }
  if (seed % 32 != 1) FixChecksums(data, size);
  return size;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  static BinlogFolder folder;
  test::EntryCollector sink;
  binlog::DecoderConfig config;
  config.schema_mode = model::SchemaMode::kPositional;
  const Status status = test::DecodeFile(folder.Write(data, size), config, sink);
  if (status.ok() || (status.code() != Code::kEnd && status.message().empty())) __builtin_trap();
  test::ReadEntries(sink.entries());
  return 0;
}
