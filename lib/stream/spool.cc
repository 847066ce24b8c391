#include "stream/spool.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "fmt/format.h"

namespace towpath::stream {
namespace {

// A run of events is handed on when the source has no more at once, or it is as large as this.
constexpr uint64_t kRunBytes = 64 << 10;
constexpr size_t kRunFrames = 256;
// Of a large event, written or read at once.
constexpr size_t kPieceBytes = 1 << 20;

// In a file, a run is: CRC-32 of all behind it, number of events, bytes behind this head; then for
// each event its offset and size; then the events. Numbers as the machine has them: nobody else
// reads the file.
struct RunHead {
  uint32_t checksum;
  uint32_t events;
  uint64_t bytes;
};
struct EventHead {
  uint64_t offset;
  uint64_t size;
};
constexpr size_t kChecksumSize = sizeof(RunHead::checksum);

template <typename T>
std::span<const uint8_t> BytesOf(const T& value) {
  return {reinterpret_cast<const uint8_t*>(&value), sizeof value};
}

uint64_t SizeInFile(size_t events, uint64_t bytes) {
  return sizeof(RunHead) + events * sizeof(EventHead) + bytes;
}

uint32_t Checksum(uint32_t crc, std::span<const uint8_t> bytes) {
  return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

}  // namespace

Spool::Spool(std::unique_ptr<source::Source> inner, std::unique_ptr<SpillFolder> folder,
             Limits limits, Runtime& runtime, Room& room, Log log)
    : inner_(std::move(inner)),
      folder_(std::move(folder)),
      limits_(limits),
      runtime_(runtime),
      room_(room),
      log_(std::move(log)),
      changed_(runtime.NewCondition()) {}

Spool::~Spool() {
  Stop();
  EndPump();
}

void Spool::Changed() {
  available_ = !queue_.empty() || files_.size() > 1 ||
               (!files_.empty() && files_.front()->read < files_.front()->written);
  room_.SetSpilled(spilled_bytes_);
  changed_->NotifyAll();
}

void Spool::Stop() {
  inner_->Stop();
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_->NotifyAll();
}

void Spool::SetReaderWaits(bool waits) {
  const std::lock_guard lock(mutex_);
  reader_waits_ = waits;
  refused_ = false;
  changed_->NotifyAll();
}

// --- the reader's ---

void Spool::Choose(size_t host) {
  EndPump();
  inner_->Choose(host);
}

Status Spool::Connect() {
  EndPump();
  return inner_->Connect();
}

Status Spool::Open(const model::Cursor& cursor) {
  EndPump();
  if (Status s = inner_->Open(cursor); !s.ok()) return s;
  thread_ = runtime_.Start([this] { Pump(); });
  return Status::Ok();
}

void Spool::EndPump() {
  if (thread_ != nullptr) {
    {
      const std::lock_guard lock(mutex_);
      abandoned_ = true;
      changed_->NotifyAll();
    }
    inner_->Break();
    thread_->Join();
    thread_.reset();
  }
  taken_.clear();
  next_taken_ = 0;
  std::unique_lock lock(mutex_);
  if (const uint64_t given_up = spilled_bytes_; given_up > 0 && !stopped_) {
    lock.unlock();
    log_(LogLevel::kWarning,
         fmt::format("{} bytes that were spilled are given up, and read from the server again",
                     given_up));
    lock.lock();
  }
  queue_.clear();
  queued_bytes_ = 0;
  files_.clear();
  spilled_bytes_ = 0;
  abandoned_ = refused_ = ended_ = false;
  Changed();
}

bool Spool::Ready() const {
  return next_taken_ < taken_.size() || available_.load(std::memory_order_relaxed);
}

Status Spool::Next(model::Frame* frame) {
  if (next_taken_ == taken_.size()) {
    taken_.clear();
    next_taken_ = 0;
    std::unique_lock lock(mutex_);
    while (taken_.empty()) {
      if (stopped_) return Status(Code::kClosed, "the stream was closed");
      if (!queue_.empty()) {
        taken_ = std::move(queue_.front().frames);
        queued_bytes_ -= queue_.front().bytes;
        queue_.pop_front();
        Changed();
      } else if (!files_.empty() && files_.front()->read < files_.front()->written) {
        const std::shared_ptr<File> file = files_.front();
        uint64_t at = file->read;
        const uint64_t written = file->written;
        lock.unlock();
        Status s = ReadBack(*file->file, written, &at);
        lock.lock();
        if (!s.ok()) return s;
        file->read = at;
        Changed();
      } else if (files_.size() > 1 || (!files_.empty() && !writing_)) {
        std::shared_ptr<File> read = std::move(files_.front());
        files_.pop_front();
        const uint64_t freed = read->written;
        lock.unlock();
        read.reset();  // the disk has it back before it is counted so
        lock.lock();
        spilled_bytes_ -= freed;
        Changed();
      } else if (ended_ && files_.empty()) {
        return end_;
      } else {
        reader_wants_ = true;
        changed_->NotifyAll();
        changed_->Wait(lock);
        reader_wants_ = false;
      }
    }
  }
  *frame = std::move(taken_[next_taken_++]);
  return Status::Ok();
}

Status Spool::ReadBack(SpillFile& file, uint64_t written, uint64_t* at) {
  const auto damaged = [](std::string_view why) {
    return Status(
        Code::kConnection,
        fmt::format("what was spilled can not be used, and is read from the server again: {}",
                    why));
  };
  const uint64_t left = written - *at;
  RunHead head{};
  if (left < sizeof head) return damaged("a run has no head");
  Status s = file.Read(*at, {reinterpret_cast<uint8_t*>(&head), sizeof head});
  if (!s.ok()) return damaged(s.message());
  // Before a byte of it is believed, but for these two, which can not be larger than the file.
  if (head.bytes > left - sizeof head || head.events > head.bytes / sizeof(EventHead)) {
    return damaged("the head of a run is damaged");
  }
  const auto chunk = model::Chunk::Allocate(head.bytes, room_.budget());
  const std::span<uint8_t> bytes(chunk->data(), head.bytes);
  s = InPieces(*at + sizeof head, bytes, [&file](uint64_t offset, std::span<uint8_t> piece) {
    return file.Read(offset, piece);
  });
  if (s.code() == Code::kClosed) return s;
  if (!s.ok()) return damaged(s.message());
  if (Checksum(Checksum(0, BytesOf(head).subspan(kChecksumSize)), bytes) != head.checksum) {
    return damaged("the checksum of a run does not match");
  }
  size_t begin = head.events * sizeof(EventHead);
  for (uint32_t i = 0; i < head.events; ++i) {
    EventHead event{};
    std::memcpy(&event, bytes.data() + i * sizeof event, sizeof event);
    model::Frame& frame = taken_.emplace_back();
    frame.bytes = bytes.subspan(begin, event.size);
    frame.chunk = chunk;
    frame.offset = event.offset;
    begin += event.size;
  }
  *at += sizeof head + head.bytes;
  return Status::Ok();
}

// --- the thread of its own ---

void Spool::Pump() {
  const uint64_t run_bytes = std::min(kRunBytes, limits_.queue_bytes);
  for (;;) {
    Run run;
    Status status;
    do {
      model::Frame frame;
      status = inner_->Next(&frame);
      if (!status.ok()) break;
      run.bytes += frame.bytes.size();
      run.frames.push_back(std::move(frame));
    } while (run.bytes < run_bytes && run.frames.size() < kRunFrames && inner_->Ready());
    if (!run.frames.empty() && !Deliver(std::move(run))) return;
    if (status.ok()) continue;
    std::unique_lock lock(mutex_);
    if (const uint64_t first = spilled_bytes_;
        status.code() == Code::kConnection && first > 0 && !abandoned_) {
      lock.unlock();
      log_(LogLevel::kWarning,
           fmt::format("{}; it is connected again once the {} bytes that are spilled are read",
                       status.message(), first));
      lock.lock();
    }
    end_ = std::move(status);
    ended_ = true;
    Changed();
    return;
  }
}

bool Spool::Deliver(Run run) {
  const uint64_t size = SizeInFile(run.frames.size(), run.bytes);
  std::unique_lock lock(mutex_);
  while (!stopped_ && !abandoned_) {
    if (files_.empty() &&
        (queued_bytes_ + run.bytes <= limits_.queue_bytes || (queue_.empty() && reader_wants_))) {
      queued_bytes_ += run.bytes;
      queue_.push_back(std::move(run));
      Changed();
      return true;
    }
    const bool may_spill = !refused_ && (reader_waits_ || !files_.empty());
    const bool fits = spilled_bytes_ + size <= limits_.spill_bytes;
    if (may_spill && !fits && !told_) {
      told_ = true;
      lock.unlock();
      log_(LogLevel::kWarning, "buffer.spill_bytes is used up: the server waits for the consumer");
      lock.lock();
      continue;
    }
    if (!may_spill || !fits) {
      changed_->Wait(lock);
      continue;
    }
    if (files_.empty()) told_ = false;
    std::shared_ptr<File> file;
    if (!files_.empty() && files_.back()->written < limits_.file_bytes) file = files_.back();
    const bool is_new = file == nullptr;
    writing_ = true;
    lock.unlock();
    Status s = Write(run, &file);
    const bool called_off = s.code() == Code::kClosed;
    if (!s.ok() && !called_off && !complained_) {
      log_(LogLevel::kWarning,
           fmt::format("{}; the server waits for the consumer instead", s.message()));
    }
    complained_ = !s.ok();
    if (s.ok()) run.frames.clear();  // what they hold is freed without the lock
    lock.lock();
    writing_ = false;
    if (called_off) return false;
    if (!s.ok()) {
      refused_ = true;
      Changed();
      continue;
    }
    if (is_new) files_.push_back(file);
    file->written += size;
    spilled_bytes_ += size;
    Changed();
    return true;
  }
  return false;
}

Status Spool::Write(const Run& run, std::shared_ptr<File>* file) {
  if (*file == nullptr) {
    auto made = folder_->NewFile();
    if (!made.ok()) return made.status();
    *file = std::make_shared<File>();
    (*file)->file = *std::move(made);
  }
  RunHead head{0, static_cast<uint32_t>(run.frames.size()),
               run.frames.size() * sizeof(EventHead) + run.bytes};
  // A large event, which ends its run, is written from where it is.
  std::span<const uint8_t> large;
  if (run.frames.back().bytes.size() >= kRunBytes) large = run.frames.back().bytes;
  std::vector<uint8_t> text;
  text.reserve(sizeof head + head.bytes - large.size());
  const auto append = [&text](std::span<const uint8_t> bytes) {
    text.insert(text.end(), bytes.begin(), bytes.end());
  };
  append(BytesOf(head));
  for (const model::Frame& frame : run.frames) {
    append(BytesOf(EventHead{frame.offset, frame.bytes.size()}));
  }
  for (const model::Frame& frame : run.frames) {
    if (frame.bytes.data() != large.data()) append(frame.bytes);
  }
  head.checksum = Checksum(0, std::span(text).subspan(kChecksumSize));
  if (!large.empty()) head.checksum = Checksum(head.checksum, large);
  std::memcpy(text.data(), &head.checksum, kChecksumSize);
  const uint64_t at = (*file)->written;
  if (Status s = (*file)->file->Write(at, text); !s.ok()) return s;
  const auto write = [&file](uint64_t offset, std::span<const uint8_t> piece) {
    return (*file)->file->Write(offset, piece);
  };
  return InPieces(at + text.size(), large, write);
}

template <typename Byte, typename Move>
Status Spool::InPieces(uint64_t offset, std::span<Byte> bytes, Move move) {
  while (!bytes.empty()) {
    const auto piece = bytes.first(std::min(bytes.size(), kPieceBytes));
    if (Status s = move(offset, piece); !s.ok()) return s;
    offset += piece.size();
    bytes = bytes.subspan(piece.size());
    if (bytes.empty()) break;
    const std::lock_guard lock(mutex_);
    if (stopped_ || abandoned_) return Status(Code::kClosed, "the stream was closed");
  }
  return Status::Ok();
}

}  // namespace towpath::stream
