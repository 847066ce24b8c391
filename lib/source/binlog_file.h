// BinlogFile: binlog files on disk as a source.
//
// Reads the file that the URL names and then those that follow it in sequence (binlog.000001,
// binlog.000002, ...) as long as they exist; the end of the last one is the end of the source.
// Chunks are filled by large reads, events are views into them, and only an event that a chunk's
// end cuts is moved.
//
// It announces each file by an artificial ROTATE event, as a server does, and gives every frame its
// offset. So relay logs can be read too: the copies of another server's ROTATE events in them do
// not matter. MySQL's encrypted files and MariaDB's encrypted events are kEncrypted.
#ifndef TOWPATH_LIB_SOURCE_BINLOG_FILE_H_
#define TOWPATH_LIB_SOURCE_BINLOG_FILE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "binlog/event.h"
#include "binlog/format_description.h"
#include "model/chunk.h"
#include "source/source.h"

namespace towpath::source {

class BinlogFileSource final : public Source {
 public:
  // `path` is the first file. Chunks are charged to `budget`, which may be null; they are small
  // beside `buffer_bytes`, the most that the budget's owner wants in use.
  BinlogFileSource(std::string path, std::shared_ptr<model::MemoryBudget> budget,
                   uint64_t buffer_bytes);
  ~BinlogFileSource() override;

  // kNotFound, kIo, kEncrypted; kCorrupted when the file is no binlog.
  Status Connect() override;
  const SourceInfo& info() const override { return info_; }

  // kEarliest: the first file's start. kLatest: the last file's end as it is now. kPosition: an
  // event of one of the files, which must begin there (kInvalidPosition). kAfterEntry: the
  // transaction's start, or the file's when that is not given. kTimestamp: the last file that began
  // before; the decoder leaves out what is older. kGtidSet: the first transaction of the first file
  // that is not in the set, and later ones in it are left out too.
  Result<model::Cursor> Resolve(const model::StartPoint& start) override;
  Status Open(const model::Cursor& cursor) override;
  bool announced_checksum() const override { return false; }
  // kEnd, kTruncated (a file ends inside an event), kCorrupted (lengths; a file says that another
  // follows than does), kEncrypted, kNotFound (a gap in the sequence), kIo, kClosed.
  Status Next(model::Frame* frame) override;
  bool Ready() const override;
  schema::Catalogue* catalogue() override { return nullptr; }
  void Stop() override { stopped_.store(true, std::memory_order_relaxed); }

 private:
  class File;

  std::string PathOf(const std::string& file) const { return folder_ + file; }
  // The file behind `file` in the sequence; empty: there is none. kNotFound: it is missing but a
  // later one exists.
  Result<std::string> FileAfter(const std::string& file) const;
  Status CheckSequence(const std::string& next) const;
  SourceEnd EndNow() const;
  Result<std::vector<std::string>> FilesFrom(const std::string& file) const;
  Status OpenFile(const std::string& name, uint64_t offset);
  Status NextInFile(model::Frame* frame);
  Status Fill(size_t need);
  bool ToSkip(const model::Frame& frame, const binlog::EventHeader& header) const;
  Status CheckPosition(const std::string& name, uint64_t offset) const;
  Status Closed() const { return Status(Code::kClosed, "the source was stopped"); }

  std::string folder_;  // with '/', or empty
  std::string first_;   // name of the first file
  std::shared_ptr<model::MemoryBudget> budget_;
  size_t chunk_size_;
  SourceInfo info_;
  std::atomic<bool> stopped_{false};

  std::unique_ptr<File> file_;
  std::string name_;           // of file_
  uint64_t offset_ = 0;        // of the next event to hand out
  uint64_t first_offset_ = 0;  // where to go on behind the FORMAT_DESCRIPTION
  bool announce_ = false;      // the artificial ROTATE comes next
  bool format_next_ = false;   // the file's first event comes next
  binlog::FormatDescription format_;
  std::string rotate_to_;  // the file that the last event, a ROTATE, names; else empty

  std::shared_ptr<model::Chunk> chunk_;
  size_t begin_ = 0;  // unread bytes of chunk_
  size_t end_ = 0;
  bool at_end_ = false;  // nothing is behind end_ in the file

  GtidSet skip_;  // transactions to leave out
  bool skipping_ = false;
};

}  // namespace towpath::source

#endif  // TOWPATH_LIB_SOURCE_BINLOG_FILE_H_
