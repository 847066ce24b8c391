#include "stream/spool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/random.h"
#include "tests/support/temp_folder.h"

namespace towpath::stream {
namespace {

// Events numbered from 0 on, as many as were given; behind them it waits, or ends.
class NumberedSource final : public source::Source {
 public:
  struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<size_t> sizes;  // of the events given
    size_t next = 0;
    size_t opened = 0;
    bool idle = false;  // it waits
    bool stopped = false;
    bool broken = false;
    Status end;  // not ok: behind the last one

    void Give(size_t size, size_t count = 1) {
      const std::lock_guard lock(mutex);
      sizes.insert(sizes.end(), count, size);
      idle = false;
      changed.notify_all();
    }
    void End(Status status) {
      const std::lock_guard lock(mutex);
      end = std::move(status);
      changed.notify_all();
    }
    size_t Next() {
      const std::lock_guard lock(mutex);
      return next;
    }
    // Until all that was given is read, and what is read is dealt with.
    void AwaitIdle() {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return idle; });
    }
  };

  explicit NumberedSource(std::shared_ptr<Shared> shared) : s_(std::move(shared)) {}

  Status Connect() override { return Status::Ok(); }
  const source::SourceInfo& info() const override { return info_; }
  Result<model::Cursor> Resolve(const model::StartPoint&) override { return model::Cursor(); }
  Status Open(const model::Cursor& cursor) override {
    const std::lock_guard lock(s_->mutex);
    s_->next = cursor.offset;
    ++s_->opened;
    s_->broken = false;
    return Status::Ok();
  }
  bool announced_checksum() const override { return true; }
  Status Next(model::Frame* frame) override {
    std::unique_lock lock(s_->mutex);
    while (!s_->stopped && !s_->broken && s_->next == s_->sizes.size()) {
      if (!s_->end.ok()) return s_->end;
      s_->idle = true;
      s_->changed.notify_all();
      s_->changed.wait(lock);
    }
    if (s_->stopped) return Status(Code::kClosed, "closed");
    if (s_->broken) return Status(Code::kConnection, "broken");
    const size_t size = s_->sizes[s_->next];
    frame->chunk = model::Chunk::Allocate(size, nullptr);
    for (size_t i = 0; i < size; ++i) frame->chunk->data()[i] = Byte(s_->next, i);
    frame->bytes = {frame->chunk->data(), size};
    frame->offset = s_->next++;
    return Status::Ok();
  }
  bool Ready() const override {
    const std::lock_guard lock(s_->mutex);
    return s_->next < s_->sizes.size();
  }
  schema::Catalogue* catalogue() override { return nullptr; }
  void Break() override {
    const std::lock_guard lock(s_->mutex);
    s_->broken = true;
    s_->changed.notify_all();
  }
  void Stop() override {
    const std::lock_guard lock(s_->mutex);
    s_->stopped = true;
    s_->changed.notify_all();
  }
  static uint8_t Byte(size_t event, size_t at) {
    return static_cast<uint8_t>(event * 7 + at * 13 + event / 256);
  }

 private:
  std::shared_ptr<Shared> s_;
  source::SourceInfo info_;
};

// A disk in memory, with faults. Any thread may look at the atomic ones without the mutex.
struct Disk {
  std::mutex mutex;
  std::atomic<uint64_t> bytes = 0;  // in files
  std::atomic<uint64_t> most = 0;
  std::atomic<int> files = 0;
  std::atomic<int> made = 0;
  int writes = 0;
  std::atomic<bool> full = false;
  std::atomic<int> fail_every = 0;  // writes, halfway; 0: none
  std::atomic<bool> unreadable = false;
  // Of the thread that reads.
  std::function<void(uint64_t offset, std::span<uint8_t>)> damage;
};

class DiskFile final : public SpillFile {
 public:
  explicit DiskFile(std::shared_ptr<Disk> disk) : disk_(std::move(disk)) {
    const std::lock_guard lock(disk_->mutex);
    ++disk_->files;
    ++disk_->made;
  }
  ~DiskFile() override {
    const std::lock_guard lock(disk_->mutex);
    --disk_->files;
    disk_->bytes -= bytes_.size();
  }
  Status Write(uint64_t offset, std::span<const uint8_t> bytes) override {
    const std::lock_guard lock(disk_->mutex);
    ++disk_->writes;
    const bool fails =
        disk_->full || (disk_->fail_every > 0 && disk_->writes % disk_->fail_every == 0);
    if (fails) bytes = bytes.first(bytes.size() / 2);
    if (bytes_.size() < offset + bytes.size()) {
      disk_->bytes += offset + bytes.size() - bytes_.size();
      bytes_.resize(offset + bytes.size());
    }
    std::copy(bytes.begin(), bytes.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(offset));
    disk_->most = std::max(disk_->most.load(), disk_->bytes.load());
    return fails ? Status(Code::kIo, "no space left in folder /spill") : Status::Ok();
  }
  Status Read(uint64_t offset, std::span<uint8_t> into) override {
    const std::lock_guard lock(disk_->mutex);
    if (disk_->unreadable) return Status(Code::kIo, "the disk does not answer");
    if (offset + into.size() > bytes_.size()) return Status(Code::kIo, "short");
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), into.size(), into.begin());
    if (disk_->damage) disk_->damage(offset, into);
    return Status::Ok();
  }

 private:
  std::shared_ptr<Disk> disk_;
  std::vector<uint8_t> bytes_;
};

class DiskFolder final : public SpillFolder {
 public:
  explicit DiskFolder(std::shared_ptr<Disk> disk) : disk_(std::move(disk)) {}
  Result<std::unique_ptr<SpillFile>> NewFile() override {
    return std::unique_ptr<SpillFile>(std::make_unique<DiskFile>(disk_));
  }

 private:
  std::shared_ptr<Disk> disk_;
};

class Fixture {
 public:
  explicit Fixture(uint64_t spill_bytes = 1 << 30, uint64_t file_bytes = 1 << 16)
      : spool(std::make_unique<NumberedSource>(server), std::make_unique<DiskFolder>(disk),
              {.queue_bytes = 4096, .spill_bytes = spill_bytes, .file_bytes = file_bytes}, runtime,
              room, [this](LogLevel, const std::string& text) {
                const std::lock_guard lock(disk->mutex);
                log += text + "\n";
              }) {
    REQUIRE(spool.Connect().ok());
    REQUIRE(spool.Open(model::Cursor()).ok());
  }
  // The next `count` events are the next ones, to the last byte.
  void Read(size_t count) {
    for (size_t i = 0; i < count; ++i, ++next) {
      const Status s = spool.Next(&frame);
      INFO(s.ToString());
      REQUIRE(s.ok());
      REQUIRE(frame.offset == next);
      REQUIRE(frame.bytes.size() == server->sizes[next]);
      for (size_t at = 0; at < frame.bytes.size(); ++at) {
        if (frame.bytes[at] != NumberedSource::Byte(next, at)) FAIL("event " << next);
      }
    }
  }
  std::string Log() {
    const std::lock_guard lock(disk->mutex);
    return log;
  }
  void Spill(size_t size, size_t count) {
    spool.SetReaderWaits(true);
    server->Give(size, count);
    server->AwaitIdle();
    spool.SetReaderWaits(false);
  }

  SystemRuntime runtime;
  Room room{1 << 20, runtime};
  std::shared_ptr<NumberedSource::Shared> server = std::make_shared<NumberedSource::Shared>();
  std::shared_ptr<Disk> disk = std::make_shared<Disk>();
  std::string log;
  size_t next = 0;
  model::Frame frame;
  Spool spool;
};

TEST_CASE("while the reader keeps up, no file is touched", "[spool]") {
  Fixture f;
  for (int i = 0; i < 100; ++i) {
    f.server->Give(100, 50);
    f.Read(50);
  }
  f.server->AwaitIdle();
  CHECK_FALSE(f.spool.Ready());
  CHECK(f.disk->made == 0);
  f.server->Give(100);
  f.Read(1);
}

TEST_CASE("while it waits, what is read goes into files, and comes back in order", "[spool]") {
  Fixture f;
  f.server->Give(100, 10);
  f.Spill(1000, 1000);  // the source has nothing left
  CHECK(f.room.spilled() > 900'000);
  CHECK(f.disk->files > 5);
  f.Read(500);
  CHECK(f.spool.Ready());
  const uint64_t rest = f.room.spilled();
  CHECK(rest < 600'000);
  // What comes meanwhile comes behind.
  f.server->Give(2000, 100);
  f.Read(610);
  f.server->AwaitIdle();
  CHECK_FALSE(f.spool.Ready());
  // Once the reader has come to their end, the files go, and the queue serves again.
  for (bool files = true; files;) {
    f.server->Give(100);
    f.Read(1);
    f.server->AwaitIdle();
    files = f.disk->files > 0;
  }
  CHECK(f.room.spilled() == 0);
  const int made = f.disk->made;
  f.server->Give(100, 1000);
  f.Read(1000);
  CHECK(f.room.spilled() == 0);
  CHECK(f.disk->files == 0);
  CHECK(f.disk->made == made);
}

TEST_CASE("no event is lost or doubled, however the modes change", "[spool]") {
  const auto seed = GENERATE(range(1, 20));
  CAPTURE(seed);
  test::Random random(static_cast<uint64_t>(seed));
  Fixture f(random.Chance(50) ? 1 << 30 : 50'000, 1 << random.Below(16));
  if (random.Chance(30)) f.disk->fail_every = static_cast<int>(2 + random.Below(5));
  size_t given = 0;
  std::thread server(
      [&, server_random = test::Random(static_cast<uint64_t>(seed) + 1000)]() mutable {
        for (int i = 0; i < 200; ++i) {
          const size_t count = 1 + server_random.Below(20);
          f.server->Give(1 + server_random.Below(server_random.Chance(3) ? 100'000 : 500), count);
          given += count;
        }
        f.server->End(Status(Code::kConnection, "lost"));
      });
  Status end;
  while (end.ok()) {
    if (random.Chance(3)) {
      f.spool.SetReaderWaits(true);
      for (uint64_t i = random.Below(4); i > 0; --i) std::this_thread::yield();
      f.spool.SetReaderWaits(false);
    }
    end = f.spool.Next(&f.frame);
    if (!end.ok()) break;
    REQUIRE(f.frame.offset == f.next);
    for (size_t at = 0; at < f.frame.bytes.size(); ++at)
      if (f.frame.bytes[at] != NumberedSource::Byte(f.next, at)) FAIL("event " << f.next);
    ++f.next;
  }
  server.join();
  CHECK(end.code() == Code::kConnection);  // behind all that was read before
  CHECK(f.next == given);
  CHECK(f.room.spilled() == 0);
  CHECK(f.disk->files == 0);
}

TEST_CASE("files take no more than they may, and then the source waits", "[spool]") {
  Fixture f(100'000, 20'000);
  f.spool.SetReaderWaits(true);
  f.server->Give(1000, 1000);
  // The reader goes on without a word, as while it decodes; then the source must have waited.
  f.Read(900);
  CHECK(f.disk->most <= 100'000);
  f.Read(100);
  CHECK(f.disk->most <= 100'000);
  // An event that is larger than all of it goes through memory.
  f.server->Give(200'000);
  f.server->Give(10);
  f.Read(2);
}

TEST_CASE("a full disk makes it wait, says so once, and loses nothing", "[spool]") {
  Fixture f;
  f.disk->full = true;
  f.spool.SetReaderWaits(true);
  f.server->Give(1000, 300);
  f.Read(300);
  f.server->AwaitIdle();
  f.spool.SetReaderWaits(false);
  CHECK(f.Log() == "no space left in folder /spill; the server waits for the consumer instead\n");
  CHECK(f.room.spilled() == 0);
  f.disk->full = false;
  f.Spill(1000, 300);  // tried again
  CHECK(f.room.spilled() > 200'000);
  f.Read(300);
}

TEST_CASE("what is damaged is an error, and read from the server again", "[spool]") {
  for (const bool unreadable : {false, true}) {
    for (uint64_t at = 0; at < (unreadable ? 1 : 300); ++at) {
      CAPTURE(unreadable, at);
      Fixture f;
      f.server->Give(4000);
      f.server->AwaitIdle();  // the queue is full
      f.Spill(110, 2);
      f.disk->unreadable = unreadable;
      bool hit = unreadable;
      f.disk->damage = [&](uint64_t offset, std::span<uint8_t> bytes) {
        if (at < offset || at >= offset + bytes.size()) return;
        bytes[at - offset] ^= 0x10;
        hit = true;
      };
      f.Read(1);
      const Status s = f.spool.Next(&f.frame);
      if (!hit) break;  // behind the last byte
      REQUIRE(s.code() == Code::kConnection);
      CHECK_THAT(s.message(), ContainsSubstring("read from the server again"));
      f.disk->unreadable = false;
      f.disk->damage = nullptr;
      model::Cursor cursor;
      cursor.offset = 1;
      REQUIRE(f.spool.Connect().ok());  // although the server has nothing more to say
      REQUIRE(f.spool.Open(cursor).ok());
      CHECK(f.room.spilled() == 0);
      f.Read(2);
    }
  }
}

TEST_CASE("a connection that is lost, or a server that is left, ends behind what was spilled",
          "[spool]") {
  Fixture f;
  f.Spill(1000, 100);
  f.server->End(Status(Code::kConnection, "lost"));
  while (f.Log().empty()) std::this_thread::yield();
  f.Read(100);
  REQUIRE(f.spool.Next(&f.frame).code() == Code::kConnection);
  CHECK_THAT(f.Log(), ContainsSubstring("lost; it is connected again once the "));
  f.server->End(Status::Ok());
  f.spool.Choose(0);
  REQUIRE(f.spool.Connect().ok());
  model::Cursor cursor;
  cursor.offset = 100;
  REQUIRE(f.spool.Open(cursor).ok());
  CHECK(f.server->opened == 2);
  f.server->Give(10, 5);
  f.Read(5);
}

TEST_CASE("reconnecting before the end of what was spilled gives it up, and says so", "[spool]") {
  Fixture f;
  f.Spill(1000, 100);
  f.Read(50);
  REQUIRE(f.spool.Connect().ok());
  CHECK_THAT(f.Log(), ContainsSubstring("bytes that were spilled are given up"));
  CHECK(f.room.spilled() == 0);
  CHECK(f.disk->files == 0);
  model::Cursor cursor;
  cursor.offset = f.next;
  REQUIRE(f.spool.Open(cursor).ok());
  f.Read(50);
}

TEST_CASE("of large events there is never more than one beside the reader's", "[spool]") {
  Fixture f;
  f.server->Give(100'000, 3);
  f.Read(1);
  // The second is in hand, and the third stays where it is.
  for (size_t i = 1; i < 3; ++i) {
    CHECK(f.server->Next() <= i + 1);
    f.Read(1);
  }
}

TEST_CASE("a stop ends it in every state", "[spool]") {
  Fixture f(20'000, 5000);
  const int state = GENERATE(0, 1, 2, 3);
  std::thread blocked;
  switch (state) {
    case 0:  // the source has nothing, and nobody asks
      f.server->AwaitIdle();
      break;
    case 1:  // the reader waits for an event
      blocked = std::thread([&] { CHECK(f.spool.Next(&f.frame).code() == Code::kClosed); });
      break;
    case 2:  // the queue is full
      f.server->Give(1000, 1000);
      f.Read(1);
      break;
    default:  // the files are full
      f.spool.SetReaderWaits(true);
      f.server->Give(1000, 1000);
      f.Read(1);
      break;
  }
  f.spool.Stop();
  if (blocked.joinable()) blocked.join();
  f.frame = model::Frame();
  Status s;
  while (s.ok()) s = f.spool.Next(&f.frame);
  CHECK(s.code() == Code::kClosed);
}

TEST_CASE("a folder of the system keeps no names, and says what is wrong", "[spool]") {
  test::TempFolder folder;
  const std::string path = std::filesystem::path(folder.File("x")).parent_path();
  const auto spill = OpenSpillFolder(path);
  auto file = spill->NewFile();
  REQUIRE(file.ok());
  CHECK(std::filesystem::is_empty(path));
  const std::vector<uint8_t> bytes{1, 2, 3, 4};
  REQUIRE((*file)->Write(3, bytes).ok());
  std::vector<uint8_t> back(4);
  REQUIRE((*file)->Read(3, back).ok());
  CHECK(back == bytes);
  CHECK((*file)->Read(5, back).code() == Code::kIo);
  const Status missing = OpenSpillFolder(path + "/no")->NewFile().status();
  CHECK(missing.code() == Code::kIo);
  CHECK_THAT(missing.message(), ContainsSubstring(path + "/no"));
}

}  // namespace
}  // namespace towpath::stream
