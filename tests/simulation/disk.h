// Disk: the files of SQLite databases on a disk that fails and loses power.
//
// A shim over SQLite's own VFS. Writes reach the real files at once; what a power cut leaves is
// worked out beside: all that was synced, and of each write since then everything, nothing or some
// of its sectors. Writes, syncs and truncations fail at random; a failed write may be done in part.
//
// Each thread has one disk at a time, while a Disk object lives; other threads, and other times,
// use SQLite as it is.
#ifndef TOWPATH_TESTS_SIMULATION_DISK_H_
#define TOWPATH_TESTS_SIMULATION_DISK_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/support/random.h"

namespace towpath::test {

class Disk {
 public:
  explicit Disk(Random& random);
  ~Disk();
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  unsigned fails = 0;  // of each thousand writes, syncs and truncations

  // After so many writes, syncs and truncations more, nothing changes the files any more.
  void CutPowerAfter(uint64_t operations) { until_cut_ = operations; }
  void CutPower() { off_ = true; }
  // The files as the power cut left them. Databases must be closed.
  void Restart();

  uint64_t faults() const { return faults_; }

  // --- for the VFS ---

  struct Operation {
    uint64_t offset = 0;
    std::string bytes;
    bool truncates = false;  // to `offset`
  };
  bool off() const { return off_; }
  // Before each operation: whether it fails, for want of power or by a fault.
  bool Fails();
  Random& random() { return random_; }
  void Did(const std::string& path, Operation operation);
  void Synced(const std::string& path);
  void Deleted(const std::string& path) { files_.erase(path); }
  void Opened(const std::string& path);

 private:
  struct File {
    std::string synced;
    std::vector<Operation> since;
  };
  static void Apply(const Operation& operation, std::string* content);

  Random& random_;
  bool off_ = false;
  uint64_t until_cut_ = UINT64_MAX;
  uint64_t faults_ = 0;
  std::map<std::string, File> files_;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_DISK_H_
