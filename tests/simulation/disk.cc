#include "tests/simulation/disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <new>
#include <utility>

namespace towpath::test {
namespace {

constexpr size_t kSector = 512;

thread_local Disk* current = nullptr;

sqlite3_vfs* Real() {
  static sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
  return real;
}

// An open file: SQLite's own behind it. `disk` is null where the shim only looks on.
struct ShimFile {
  sqlite3_file base;
  std::string* path;
  Disk* disk;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

ShimFile* Shim(sqlite3_file* file) { return reinterpret_cast<ShimFile*>(file); }
sqlite3_file* RealOf(sqlite3_file* file) { return Shim(file)->real(); }

int Close(sqlite3_file* file) {
  const int rc = RealOf(file)->pMethods->xClose(RealOf(file));
  delete Shim(file)->path;
  return rc;
}
int Read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  return RealOf(file)->pMethods->xRead(RealOf(file), to, size, offset);
}
int Write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  ShimFile* const shim = Shim(file);
  Disk* const disk = shim->disk;
  int written = size;
  int result = SQLITE_OK;
  if (disk != nullptr) {
    if (disk->Fails()) {
      if (disk->off()) return SQLITE_IOERR_WRITE;
      result = disk->random().Pick({SQLITE_FULL, SQLITE_IOERR_WRITE});
      written = static_cast<int>(disk->random().Below(static_cast<uint64_t>(size) + 1));
      if (written == 0) return result;
    }
    disk->Did(*shim->path,
              {static_cast<uint64_t>(offset),
               std::string(static_cast<const char*>(from), static_cast<size_t>(written)), false});
  }
  const int rc = shim->real()->pMethods->xWrite(shim->real(), from, written, offset);
  return rc != SQLITE_OK ? rc : result;
}
int Truncate(sqlite3_file* file, sqlite3_int64 size) {
  ShimFile* const shim = Shim(file);
  if (shim->disk != nullptr) {
    if (shim->disk->Fails()) return SQLITE_IOERR_TRUNCATE;
    shim->disk->Did(*shim->path, {static_cast<uint64_t>(size), "", true});
  }
  return shim->real()->pMethods->xTruncate(shim->real(), size);
}
int Sync(sqlite3_file* file, int flags) {
  ShimFile* const shim = Shim(file);
  if (shim->disk == nullptr) return shim->real()->pMethods->xSync(shim->real(), flags);
  if (shim->disk->Fails()) return SQLITE_IOERR_FSYNC;
  shim->disk->Synced(*shim->path);
  return SQLITE_OK;  // the real file need not outlive a real power cut
}
int FileSize(sqlite3_file* file, sqlite3_int64* size) {
  return RealOf(file)->pMethods->xFileSize(RealOf(file), size);
}
int Lock(sqlite3_file* file, int level) {
  return RealOf(file)->pMethods->xLock(RealOf(file), level);
}
int Unlock(sqlite3_file* file, int level) {
  return RealOf(file)->pMethods->xUnlock(RealOf(file), level);
}
int CheckReservedLock(sqlite3_file* file, int* result) {
  return RealOf(file)->pMethods->xCheckReservedLock(RealOf(file), result);
}
int FileControl(sqlite3_file* file, int operation, void* argument) {
  return RealOf(file)->pMethods->xFileControl(RealOf(file), operation, argument);
}
int SectorSize(sqlite3_file*) { return kSector; }
int Characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }
int ShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return RealOf(file)->pMethods->xShmMap(RealOf(file), page, size, extend, memory);
}
int ShmLock(sqlite3_file* file, int offset, int count, int flags) {
  return RealOf(file)->pMethods->xShmLock(RealOf(file), offset, count, flags);
}
void ShmBarrier(sqlite3_file* file) { RealOf(file)->pMethods->xShmBarrier(RealOf(file)); }
int ShmUnmap(sqlite3_file* file, int remove) {
  return RealOf(file)->pMethods->xShmUnmap(RealOf(file), remove);
}

constexpr sqlite3_io_methods kMethods = {2,
                                         Close,
                                         Read,
                                         Write,
                                         Truncate,
                                         Sync,
                                         FileSize,
                                         Lock,
                                         Unlock,
                                         CheckReservedLock,
                                         FileControl,
                                         SectorSize,
                                         Characteristics,
                                         ShmMap,
                                         ShmLock,
                                         ShmBarrier,
                                         ShmUnmap,
                                         nullptr,
                                         nullptr};

int Open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  ShimFile* const shim = Shim(file);
  shim->base.pMethods = nullptr;
  const int rc = Real()->xOpen(Real(), name, shim->real(), flags, out_flags);
  if (rc != SQLITE_OK) return rc;
  shim->disk = name != nullptr ? current : nullptr;
  shim->path = new std::string(name != nullptr ? name : "");
  shim->base.pMethods = &kMethods;
  if (shim->disk != nullptr) shim->disk->Opened(*shim->path);
  return SQLITE_OK;
}
int Delete(sqlite3_vfs*, const char* name, int sync) {
  if (current != nullptr) {
    if (current->off()) return SQLITE_IOERR_DELETE;
    current->Deleted(name);
  }
  return Real()->xDelete(Real(), name, sync);
}

// For the whole process, once: whoever has no Disk gets what SQLite had.
void Register() {
  static std::once_flag once;
  std::call_once(once, [] {
    static sqlite3_vfs shim = *Real();
    shim.pNext = nullptr;
    shim.zName = "towpath-disk";
    shim.szOsFile = static_cast<int>(sizeof(ShimFile)) + Real()->szOsFile;
    shim.xOpen = Open;
    shim.xDelete = Delete;
    sqlite3_vfs_register(&shim, /*makeDflt=*/1);
  });
}

std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

Disk::Disk(Random& random) : random_(random) {
  Register();
  current = this;
}

Disk::~Disk() { current = nullptr; }

bool Disk::Fails() {
  off_ |= until_cut_-- == 0;
  if (off_) return true;
  if (random_.Below(1000) >= fails) return false;
  ++faults_;
  return true;
}

void Disk::Opened(const std::string& path) {
  const auto [file, is_new] = files_.try_emplace(path);
  if (is_new) file->second.synced = ReadAll(path);
}

void Disk::Did(const std::string& path, Operation operation) {
  files_[path].since.push_back(std::move(operation));
}

void Disk::Synced(const std::string& path) {
  File& file = files_[path];
  for (const Operation& operation : file.since) Apply(operation, &file.synced);
  file.since.clear();
}

void Disk::Apply(const Operation& operation, std::string* content) {
  if (operation.truncates) {
    content->resize(operation.offset);
    return;
  }
  const size_t end = operation.offset + operation.bytes.size();
  if (content->size() < end) content->resize(end);
  std::memcpy(content->data() + operation.offset, operation.bytes.data(), operation.bytes.size());
}

void Disk::Restart() {
  for (auto& [path, file] : files_) {
    for (const Operation& operation : file.since) {
      switch (random_.Below(3)) {
        case 0:
          break;
        case 1:
          Apply(operation, &file.synced);
          break;
        default: {
          Operation part;
          for (size_t at = 0; at < operation.bytes.size(); at += kSector) {
            if (random_.Chance(50)) continue;
            part.offset = operation.offset + at;
            part.bytes = operation.bytes.substr(at, kSector);
            Apply(part, &file.synced);
          }
          break;
        }
      }
    }
    file.since.clear();
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(file.synced.data(), static_cast<std::streamsize>(file.synced.size()));
    std::filesystem::remove(path + "-shm");
  }
  off_ = false;
  until_cut_ = UINT64_MAX;
}

}  // namespace towpath::test
