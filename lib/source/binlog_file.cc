#include "source/binlog_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "binlog/byte_order.h"
#include "binlog/gtid_event.h"
#include "model/text.h"

namespace towpath::source {
namespace {

using binlog::EventHeader;
using binlog::EventType;
using model::Chunk;
using model::Cursor;
using model::StartPoint;

constexpr uint64_t kMinChunkSize = 16 * 1024;
constexpr uint64_t kMaxChunkSize = 256 * 1024;  // larger ones leave the processor's cache
constexpr size_t kScanSize = 64 * 1024;
constexpr uint64_t kFirstEvent = sizeof(binlog::kMagic);

std::string Reason(int error) { return std::strerror(error); }

bool IsGtid(EventType type) {
  return type == EventType::kGtid || type == EventType::kAnonymousGtid ||
         type == EventType::kGtidTagged || type == EventType::kMariadbGtid;
}

// "mysql-bin." and "000042" of "mysql-bin.000042"; false when no number stands behind the last dot.
bool SplitName(const std::string& file, std::string* base, std::string* number) {
  const size_t dot = file.rfind('.');
  if (dot == std::string::npos || dot + 1 == file.size()) return false;
  *base = file.substr(0, dot + 1);
  *number = file.substr(dot + 1);
  return number->size() < 19 && std::all_of(number->begin(), number->end(), model::IsDigit);
}

}  // namespace

// An open file.
class BinlogFileSource::File {
 public:
  static Result<std::unique_ptr<File>> Open(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
      return Status(errno == ENOENT ? Code::kNotFound : Code::kIo,
                    errno == ENOENT ? fmt::format("{}: there is no such file", path)
                                    : fmt::format("{}: {}", path, Reason(errno)));
    auto file = std::unique_ptr<File>(new File(fd, path));
    struct stat info;
    if (::fstat(fd, &info) != 0) return file->Failed();
    if (S_ISDIR(info.st_mode))
      return Status(Code::kIo, fmt::format("{} is a folder, not a binlog file", path));
    file->size_ = static_cast<uint64_t>(info.st_size);
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    return file;
  }
  ~File() { ::close(fd_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  // Up to `size` bytes; *got is less only at the file's end.
  Status Read(uint64_t offset, uint8_t* out, size_t size, size_t* got) const {
    *got = 0;
    while (*got < size) {
      const ssize_t n = ::pread(fd_, out + *got, size - *got, static_cast<off_t>(offset + *got));
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return Failed();
      if (n == 0) break;
      *got += static_cast<size_t>(n);
    }
    return Status::Ok();
  }

  // kEncrypted, kCorrupted, kTruncated.
  Status CheckMagic() const {
    uint8_t magic[kFirstEvent];
    size_t got;
    Status status = Read(0, magic, sizeof(magic), &got);
    if (!status.ok()) return status;
    if (got < sizeof(magic))
      return Status(Code::kTruncated, fmt::format("{}: it has {} bytes, which is too short for a "
                                                  "binlog file",
                                                  path_, got));
    if (std::memcmp(magic, binlog::kEncryptedMagic, sizeof(magic)) == 0)
      return Status(Code::kEncrypted,
                    fmt::format("{}: it is encrypted (binlog_encryption); only its server can read "
                                "it: give the server's address instead",
                                path_));
    if (std::memcmp(magic, binlog::kMagic, sizeof(magic)) != 0)
      return Status(Code::kCorrupted,
                    fmt::format("{}: it is no binlog file (one begins with fe 62 69 6e)", path_));
    return Status::Ok();
  }

  Result<uint64_t> SizeNow() const {
    struct stat info;
    if (::fstat(fd_, &info) != 0) return Failed();
    return static_cast<uint64_t>(info.st_size);
  }
  const std::string& path() const { return path_; }
  uint64_t size() const { return size_; }  // when it was opened

 private:
  File(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}
  Status Failed() const { return Status(Code::kIo, fmt::format("{}: {}", path_, Reason(errno))); }

  int fd_;
  std::string path_;
  uint64_t size_ = 0;
};

BinlogFileSource::BinlogFileSource(std::string path, std::shared_ptr<model::MemoryBudget> budget,
                                   uint64_t buffer_bytes)
    : budget_(std::move(budget)),
      chunk_size_(std::clamp(buffer_bytes / 16, kMinChunkSize, kMaxChunkSize)) {
  const size_t slash = path.rfind('/');
  folder_ = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  first_ = slash == std::string::npos ? path : path.substr(slash + 1);
  info_.endpoint = std::move(path);
}

BinlogFileSource::~BinlogFileSource() = default;

Status BinlogFileSource::Connect() {
  if (stopped_) return Closed();
  Result<std::unique_ptr<File>> file = File::Open(PathOf(first_));
  if (!file.ok()) return file.status();
  Status status = (*file)->CheckMagic();
  if (!status.ok()) return status;
  info_.end = EndNow();
  // The version, when the first event is as it should be; if not, reading says what is wrong.
  uint8_t header[binlog::kHeaderSize];
  size_t got;
  status = (*file)->Read(kFirstEvent, header, sizeof(header), &got);
  if (!status.ok()) return status;
  if (got < sizeof(header)) return Status::Ok();
  const EventHeader first = binlog::ParseEventHeader(header);
  if (first.type != EventType::kFormatDescription || first.length > 1024) return Status::Ok();
  std::vector<uint8_t> event(first.length);
  status = (*file)->Read(kFirstEvent, event.data(), event.size(), &got);
  if (!status.ok()) return status;
  event.resize(got);
  const auto format = binlog::FormatDescription::Parse(event);
  if (format.ok()) {
    info_.version = format->server_version;
    info_.flavor = format->flavor;
  }
  return Status::Ok();
}

Result<std::string> BinlogFileSource::FileAfter(const std::string& file) const {
  std::string base;
  std::string number;
  if (!SplitName(file, &base, &number)) return std::string();
  const uint64_t next = *model::ParseNumber<uint64_t>(number) + 1;
  std::string name = fmt::format("{}{:0{}}", base, next, number.size());
  if (::access(PathOf(name).c_str(), F_OK) == 0) return name;
  // Nothing further, or a hole?
  uint64_t later = 0;
  DIR* folder = ::opendir(folder_.empty() ? "." : folder_.c_str());
  if (folder == nullptr) return Status(Code::kIo, fmt::format("{}: {}", folder_, Reason(errno)));
  while (const dirent* entry = ::readdir(folder)) {
    std::string other_base;
    std::string other_number;
    if (!SplitName(entry->d_name, &other_base, &other_number) || other_base != base) continue;
    const uint64_t n = *model::ParseNumber<uint64_t>(other_number);
    if (n > next && (later == 0 || n < later)) later = n;
  }
  ::closedir(folder);
  if (later != 0)
    return Status(Code::kNotFound, fmt::format("{} is missing: {} is followed by number {} only",
                                               PathOf(name), PathOf(file), later));
  return std::string();
}

// The last event of a file that its server ended names the one behind it.
Status BinlogFileSource::CheckSequence(const std::string& next) const {
  std::string base;
  std::string number;
  std::string named_base;
  if (rotate_to_.empty() || rotate_to_ == next || !SplitName(next, &base, &number) ||
      !SplitName(rotate_to_, &named_base, &number) || named_base != base)
    return Status::Ok();  // a relay log names files of its server's
  return Status(Code::kCorrupted,
                fmt::format("{}: it ends at {} and says that {} follows, and the file behind it is "
                            "{}: files are missing or renamed",
                            file_->path(), offset_, rotate_to_, PathOf(next)));
}

Result<std::vector<std::string>> BinlogFileSource::FilesFrom(const std::string& file) const {
  std::vector<std::string> files{file};
  for (;;) {
    Result<std::string> next = FileAfter(files.back());
    if (!next.ok()) return next.status();
    if (next->empty()) return files;
    files.push_back(std::move(next).value());
  }
}

// Not known when a file is missing or can not be looked at: reading says so when it gets there.
SourceEnd BinlogFileSource::EndNow() const {
  SourceEnd end;
  const auto files = FilesFrom(first_);
  if (!files.ok()) return end;
  for (const std::string& name : *files) {
    struct stat info;
    if (::stat(PathOf(name).c_str(), &info) != 0) return SourceEnd();
    end.files.push_back({name, static_cast<uint64_t>(info.st_size)});
  }
  return end;
}

// Walks the file's headers: whether an event begins at `offset`, or the file ends there.
Status BinlogFileSource::CheckPosition(const std::string& name, uint64_t offset) const {
  Result<std::unique_ptr<File>> file = File::Open(PathOf(name));
  if (!file.ok())
    return Status(Code::kInvalidPosition,
                  fmt::format("{}:{}: {}", name, offset, file.status().message()));
  Status status = (*file)->CheckMagic();
  if (!status.ok()) return status;
  std::vector<uint8_t> buffer(kScanSize);
  uint64_t buffer_at = 0;
  size_t buffered = 0;
  uint64_t at = kFirstEvent;
  uint64_t previous = 0;
  while (at < offset) {
    if (stopped_) return Closed();
    if (at < buffer_at || at + binlog::kHeaderSize > buffer_at + buffered) {
      buffer_at = at;
      status = (*file)->Read(at, buffer.data(), buffer.size(), &buffered);
      if (!status.ok()) return status;
      if (buffered < binlog::kHeaderSize) break;
    }
    const uint32_t length = binlog::ParseEventHeader(buffer.data() + (at - buffer_at)).length;
    if (length < binlog::kHeaderSize) break;
    previous = at;
    at += length;
  }
  if (at == offset && offset <= (*file)->size()) return Status::Ok();
  return Status(Code::kInvalidPosition,
                fmt::format("no event of {} begins at {}: one begins at {}, and the file has {} "
                            "bytes",
                            PathOf(name), offset, previous, (*file)->size()));
}

Result<Cursor> BinlogFileSource::Resolve(const StartPoint& start) {
  if (stopped_) return Closed();
  Cursor cursor;
  cursor.file = first_;
  cursor.offset = kFirstEvent;
  switch (start.kind) {
    case StartPoint::Kind::kEarliest:
      return cursor;

    case StartPoint::Kind::kLatest: {
      const auto files = FilesFrom(first_);
      if (!files.ok()) return files.status();
      const auto file = File::Open(PathOf(files->back()));
      if (!file.ok()) return file.status();
      cursor.file = files->back();
      cursor.offset = std::max((*file)->size(), kFirstEvent);
      return cursor;
    }

    case StartPoint::Kind::kPosition: {
      Status status = CheckPosition(start.position.file, start.position.offset);
      if (!status.ok()) return status;
      cursor.file = start.position.file;
      cursor.offset = start.position.offset;
      return cursor;
    }

    case StartPoint::Kind::kAfterEntry: {
      if (start.position.transaction_offset != 0) {
        Status status = CheckPosition(start.position.file, start.position.transaction_offset);
        if (!status.ok()) return status;
        cursor.offset = start.position.transaction_offset;
      }
      cursor.file = start.position.file;
      cursor.after = start.position;
      return cursor;
    }

    case StartPoint::Kind::kGtidSet:
      cursor.gtids_known = true;
      cursor.gtids = start.gtids;
      return cursor;

    case StartPoint::Kind::kTimestamp: {
      const auto files = FilesFrom(first_);
      if (!files.ok()) return files.status();
      for (const std::string& name : *files) {
        const auto file = File::Open(PathOf(name));
        if (!file.ok()) return file.status();
        uint8_t header[binlog::kHeaderSize];
        size_t got;
        Status status = (*file)->Read(kFirstEvent, header, sizeof(header), &got);
        if (!status.ok()) return status;
        if (got < sizeof(header)) break;
        const int64_t began = int64_t{binlog::ParseEventHeader(header).timestamp} * 1000000;
        if (began > start.timestamp_us) break;
        cursor.file = name;
      }
      cursor.not_before_us = start.timestamp_us;
      return cursor;
    }
  }
  return Status(Code::kInternal, "a start of an unknown kind");
}

Status BinlogFileSource::OpenFile(const std::string& name, uint64_t offset) {
  Result<std::unique_ptr<File>> file = File::Open(PathOf(name));
  if (!file.ok()) return file.status();
  Status status = (*file)->CheckMagic();
  if (!status.ok()) return status;
  file_ = std::move(file).value();
  name_ = name;
  rotate_to_.clear();
  first_offset_ = std::max(offset, kFirstEvent);
  offset_ = kFirstEvent;
  begin_ = end_ = chunk_ != nullptr ? chunk_->capacity() : 0;
  at_end_ = false;
  announce_ = true;
  format_next_ = true;
  return Status::Ok();
}

Status BinlogFileSource::Open(const Cursor& cursor) {
  if (stopped_) return Closed();
  format_ = binlog::FormatDescription();
  skip_ = cursor.gtids_known ? cursor.gtids : GtidSet();
  skipping_ = false;
  return OpenFile(cursor.file.empty() ? first_ : cursor.file, cursor.offset);
}

bool BinlogFileSource::Ready() const {
  return file_ != nullptr && (announce_ || begin_ < end_ || !at_end_);
}

// Makes `need` bytes at offset_ whole in the chunk, unless the file ends before.
Status BinlogFileSource::Fill(size_t need) {
  const size_t have = end_ - begin_;
  if (have >= need || at_end_) return Status::Ok();
  // The length is only a claim: no memory is taken for what the file does not have.
  if (need > chunk_size_) {
    const Result<uint64_t> size = file_->SizeNow();
    if (!size.ok()) return size.status();
    const uint64_t left = *size - std::min(offset_, *size);
    need = std::max(have, static_cast<size_t>(std::min<uint64_t>(need, left)));
  }
  if (chunk_ == nullptr || chunk_->capacity() - begin_ < need || end_ == chunk_->capacity()) {
    std::shared_ptr<Chunk> next = Chunk::Allocate(std::max(need, chunk_size_), budget_);
    if (have != 0) std::memcpy(next->data(), chunk_->data() + begin_, have);
    chunk_ = std::move(next);
    begin_ = 0;
    end_ = have;
  }
  size_t got;
  const size_t room = chunk_->capacity() - end_;
  Status status = file_->Read(offset_ + have, chunk_->data() + end_, room, &got);
  if (!status.ok()) return status;
  end_ += got;
  at_end_ = got < room;
  return Status::Ok();
}

// kEnd: at the file's end.
Status BinlogFileSource::NextInFile(model::Frame* frame) {
  Status status = Fill(binlog::kHeaderSize);
  if (!status.ok()) return status;
  const size_t have = end_ - begin_;
  if (have == 0) return Status(Code::kEnd, "");
  if (have < binlog::kHeaderSize)
    return Status(Code::kTruncated,
                  fmt::format("{}: the file ends inside the event at {}: {} bytes of its header",
                              file_->path(), offset_, have));
  const EventHeader header = binlog::ParseEventHeader(chunk_->data() + begin_);
  if (header.length < binlog::kHeaderSize || header.length > binlog::kMaxEventSize)
    return Status(Code::kCorrupted, fmt::format("{}: the event at {} names a length of {} bytes",
                                                file_->path(), offset_, header.length));
  status = Fill(header.length);
  if (!status.ok()) return status;
  if (end_ - begin_ < header.length)
    return Status(Code::kTruncated,
                  fmt::format("{}: the file ends inside the event at {}: {} of its {} bytes",
                              file_->path(), offset_, end_ - begin_, header.length));
  if (header.type == EventType::kStartEncryption)
    return Status(
        Code::kEncrypted,
        fmt::format("{}: it is encrypted from {} on (encrypt_binlog); only its server can "
                    "read it: give the server's address instead",
                    file_->path(), offset_));
  frame->bytes = {chunk_->data() + begin_, header.length};
  if (frame->chunk != chunk_) frame->chunk = chunk_;
  frame->offset = offset_;
  begin_ += header.length;
  offset_ += header.length;
  rotate_to_.clear();
  if (header.type == EventType::kRotate) {
    constexpr size_t kBeforeName = binlog::kHeaderSize + 8;
    const size_t checksum = format_.checksums ? binlog::kChecksumSize : 0;
    if (frame->bytes.size() > kBeforeName + checksum)
      rotate_to_.assign(frame->bytes.begin() + kBeforeName,
                        frame->bytes.end() - static_cast<std::ptrdiff_t>(checksum));
  }
  if (header.type == EventType::kFormatDescription) {
    auto format = binlog::FormatDescription::Parse(frame->bytes);
    if (format.ok()) format_ = std::move(format).value();
  }
  return Status::Ok();
}

Status BinlogFileSource::Next(model::Frame* frame) {
  for (;;) {
    if (stopped_.load(std::memory_order_relaxed)) return Closed();
    if (file_ == nullptr) return Status(Code::kInternal, "Next before Open");
    if (announce_) {
      announce_ = false;
      const size_t body = binlog::kHeaderSize + 8 + name_.size();
      const size_t size = body + (format_.checksums ? binlog::kChecksumSize : 0);
      frame->chunk = Chunk::Allocate(size, budget_);
      uint8_t* event = frame->chunk->data();
      std::memset(event, 0, size);
      event[4] = static_cast<uint8_t>(EventType::kRotate);
      binlog::StoreLe32(event + 9, static_cast<uint32_t>(size));
      event[17] = binlog::kFlagArtificial;
      binlog::StoreLe64(event + binlog::kHeaderSize, first_offset_);
      std::memcpy(event + binlog::kHeaderSize + 8, name_.data(), name_.size());
      if (format_.checksums) binlog::StoreLe32(event + body, binlog::ChecksumOf({event, body}));
      frame->bytes = {event, size};
      frame->offset = 0;
      return Status::Ok();
    }
    Status status = NextInFile(frame);
    if (status.ok()) {
      if (format_next_) {
        format_next_ = false;
        if (first_offset_ > offset_) {  // go on in the middle of the file
          offset_ = first_offset_;
          begin_ = end_ = chunk_->capacity();
          at_end_ = false;
        }
      }
      if (!skip_.empty()) {
        const EventHeader header = binlog::ParseEventHeader(frame->bytes.data());
        if (IsGtid(header.type))
          skipping_ = ToSkip(*frame, header);
        else if (header.type == EventType::kFormatDescription || header.type == EventType::kStop ||
                 header.type == EventType::kRotate)
          skipping_ = false;
        if (skipping_) continue;
      }
      return status;
    }
    if (status.code() != Code::kEnd) return status;

    Result<std::string> next = FileAfter(name_);
    if (!next.ok()) return next.status();
    if (next->empty()) {
      at_end_ = false;  // it may have grown when asked again
      return Status(Code::kEnd,
                    fmt::format("{} is the last file, and ends at {}", file_->path(), offset_));
    }
    if (status = CheckSequence(*next); !status.ok()) return status;
    status = OpenFile(*next, kFirstEvent);
    if (!status.ok()) return status;
  }
}

// Whether the transaction that this event begins is one of those to leave out.
bool BinlogFileSource::ToSkip(const model::Frame& frame, const EventHeader& header) const {
  auto body = frame.bytes.subspan(binlog::kHeaderSize);
  if (format_.checksums) {
    if (body.size() < binlog::kChecksumSize) return false;
    body = body.first(body.size() - binlog::kChecksumSize);
  }
  binlog::GtidEvent event;
  bool good = false;
  switch (header.type) {
    case EventType::kGtid:
      good = binlog::ParseMysqlGtid(body, false, &event);
      break;
    case EventType::kGtidTagged:
      good = binlog::ParseTaggedGtid(body, &event);
      break;
    case EventType::kMariadbGtid:
      good = binlog::ParseMariadbGtid(body, header.server_id, &event);
      break;
    default:
      break;
  }
  return good && skip_.Contains(event.gtid);  // what is damaged is the decoder's to report
}

}  // namespace towpath::source
