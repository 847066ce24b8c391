// bench_read FILE...: the ceiling of everything that reads binlog files: their bytes, read and
// their CRC-32 computed, and nothing else.
#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "measurement.h"

namespace {

// Small enough that the bytes are still in the cache when their CRC is computed, large enough that
// calls cost nothing: the best of 32 KiB to 4 MiB.
constexpr size_t kBufferSize = 64 << 10;

int Fail(const char* path) {
  fprintf(stderr, "bench_read: %s: %s\n", path, strerror(errno));
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  bench_measurement m;
  bench_begin(&m);
  std::vector<uint8_t> buffer(kBufferSize);
  for (int i = 1; i < argc; ++i) {
    const int file = open(argv[i], O_RDONLY | O_CLOEXEC);
    if (file < 0) return Fail(argv[i]);
    uint32_t crc = 0;
    for (;;) {
      const ssize_t n = read(file, buffer.data(), buffer.size());
      if (n < 0) return Fail(argv[i]);
      if (n == 0) break;
      crc = libdeflate_crc32(crc, buffer.data(), static_cast<size_t>(n));
      m.seen.bytes += static_cast<uint64_t>(n);
    }
    m.seen.digest += crc;
    close(file);
  }
  bench_end(&m, "read");
  return 0;
}
