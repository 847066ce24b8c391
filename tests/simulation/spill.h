// SimulatedSpillFolder: the files that a stream spills into, on a disk that is full now and then,
// and forgets or changes what it was given.
#ifndef TOWPATH_TESTS_SIMULATION_SPILL_H_
#define TOWPATH_TESTS_SIMULATION_SPILL_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "stream/spill_file.h"
#include "tests/simulation/scheduler.h"

namespace towpath::test {

struct SpillFaults {
  unsigned full = 0;     // in thousandths of writes and of new files
  unsigned fails = 0;    // ... of reads
  unsigned damages = 0;  // ... of reads, that give something else
};

// What a stream did with them, in all its lives.
struct SpillUse {
  uint64_t written = 0;  // bytes
  uint64_t faults = 0;
};

class SimulatedSpillFolder final : public stream::SpillFolder {
 public:
  SimulatedSpillFolder(Scheduler& scheduler, const SpillFaults& faults, SpillUse& use)
      : scheduler_(scheduler), faults_(faults), use_(use) {}

  Result<std::unique_ptr<stream::SpillFile>> NewFile() override {
    // With the first one a stream tries the folder.
    if (std::exchange(tried_, true) && Happens(faults_.full)) return Full();
    return std::unique_ptr<stream::SpillFile>(std::make_unique<File>(*this));
  }

 private:
  class File final : public stream::SpillFile {
   public:
    explicit File(SimulatedSpillFolder& folder) : folder_(folder) {}

    Status Write(uint64_t offset, std::span<const uint8_t> bytes) override {
      folder_.scheduler_.Yield();
      const bool full = folder_.Happens(folder_.faults_.full);
      if (full) bytes = bytes.first(folder_.scheduler_.random().Below(bytes.size()));
      if (bytes_.size() < offset + bytes.size()) bytes_.resize(offset + bytes.size());
      std::copy(bytes.begin(), bytes.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(offset));
      folder_.use_.written += bytes.size();
      return full ? Full() : Status::Ok();
    }

    Status Read(uint64_t offset, std::span<uint8_t> into) override {
      folder_.scheduler_.Yield();
      if (folder_.Happens(folder_.faults_.fails)) return Status(Code::kIo, "simulated: unreadable");
      if (offset + into.size() > bytes_.size()) return Status(Code::kIo, "simulated: too short");
      std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), into.size(), into.begin());
      if (folder_.Happens(folder_.faults_.damages)) {
        into[folder_.scheduler_.random().Below(into.size())] ^= 0x40;
      }
      return Status::Ok();
    }

   private:
    SimulatedSpillFolder& folder_;
    std::vector<uint8_t> bytes_;
  };

  static Status Full() { return Status(Code::kIo, "simulated: no space left in the folder"); }
  bool Happens(unsigned thousandths) {
    if (thousandths == 0 || scheduler_.random().Below(1000) >= thousandths) return false;
    ++use_.faults;
    scheduler_.Trace("a fault of the spill disk");
    return true;
  }

  Scheduler& scheduler_;
  const SpillFaults& faults_;
  SpillUse& use_;
  bool tried_ = false;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_SPILL_H_
