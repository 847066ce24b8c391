#include "store/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "fmt/format.h"
#include "store/record_fields.h"
#include "store/sqlite_store.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace towpath::store {
namespace {

using test::TempFolder;

std::shared_ptr<Store> Open(const std::string& url) {
  auto store = OpenStore(url);
  INFO(url << ": " << store.status().ToString());
  REQUIRE(store.ok());
  return *store;
}

std::unique_ptr<RecordHolder> Attach(Store& store, const std::string& name = "orders") {
  auto holder = store.Attach(Store::Kind::kStream, name);
  INFO(holder.status().ToString());
  REQUIRE(holder.ok());
  return *std::move(holder);
}

std::optional<StreamRecord> Load(RecordHolder& holder) {
  auto record = holder.Load();
  INFO(record.status().ToString());
  REQUIRE(record.ok());
  return *record;
}

GtidSet Set(const std::string& text) {
  auto set = GtidSet::Parse(text);
  REQUIRE(set.ok());
  return *set;
}

Position At(const std::string& text, const std::string& gtid = "") {
  auto position = Position::Parse(text);
  REQUIRE(position.ok());
  if (!gtid.empty()) {
    auto parsed = Gtid::Parse(gtid);
    REQUIRE(parsed.ok());
    position->gtid = *parsed;
  }
  return *position;
}

StreamRecord FullRecord() {
  StreamRecord record;
  record.ack.server_uuid = "server_id:7";
  record.ack.file = "binlog.000042";
  record.ack.offset = 5'000'000'000;
  record.ack.gtids_known = true;
  record.ack.gtids = Set("0-1-270,1-1-5");
  record.ack.after = At("binlog.000042:5000000300:2@5000000000", "0-1-271");
  record.ack.not_before_us = 1'700'000'000'000'001;
  record.acked = record.ack.after;
  record.processed = At("binlog.000042:5000000900:0@5000000500", "0-1-272");
  record.processed_gtids = Set("0-1-271,1-1-5");
  record.processed_elsewhere = Set("0-1-271");
  record.left_out = Set("0-1-100");
  record.ack.file_created = 1'700'000'000;
  record.ack.part = {record.ack.after.gtid, 3, 0xdeadbeef};
  record.processed_part = {record.processed.gtid, 1, 7};
  record.parts_elsewhere = {{*Gtid::Parse("0-1-300"), 2, 9}, {*Gtid::Parse("1-1-6"), 4, 0}};
  record.ack.known = Set("0-1-300,1-1-7");
  record.ack.known_origins = *model::OriginState::Parse("0-1-300,0-2-250,1-1-7");
  record.next_mark = int64_t{1} << 60;
  record.flavor = Flavor::kMariadb;
  record.server_version = "10.11.19-MariaDB";
  record.created_us = 1;
  record.updated_us = 2;
  return record;
}

void RequireSame(const StreamRecord& a, const StreamRecord& b) {
  CHECK(EncodeRecord(a) == EncodeRecord(b));
  CHECK(a.ack.after.gtid == b.ack.after.gtid);
  CHECK(a.ack.gtids == b.ack.gtids);
  CHECK(a.processed.transaction_offset == b.processed.transaction_offset);
  CHECK(a.processed_gtids.has_value() == b.processed_gtids.has_value());
}

// --- Both stores ---

TEST_CASE("a record comes back as it was saved", "[store]") {
  TempFolder folder;
  auto store = Open(GENERATE(false, true) ? "memory:" : "sqlite:" + folder.File("towpath.db"));
  auto holder = Attach(*store);
  CHECK_FALSE(Load(*holder));
  for (const StreamRecord& record : {FullRecord(), StreamRecord()}) {
    REQUIRE(holder->Save(record).ok());
    auto loaded = Load(*holder);
    REQUIRE(loaded);
    RequireSame(*loaded, record);
  }
  // Not known is not empty.
  StreamRecord record;
  record.ack.gtids_known = true;
  record.processed_gtids.emplace();
  REQUIRE(holder->Save(record).ok());
  auto loaded = Load(*holder);
  CHECK(loaded->ack.gtids_known);
  CHECK(loaded->processed_gtids.has_value());
}

TEST_CASE("several streams and deduplicators live in one store", "[store]") {
  TempFolder folder;
  auto store = Open(GENERATE(false, true) ? "memory:" : "sqlite:" + folder.File("towpath.db"));
  std::vector<std::unique_ptr<RecordHolder>> holders;
  for (int i = 0; i < 20; ++i) {
    for (const Store::Kind kind : {Store::Kind::kStream, Store::Kind::kDeduplicator}) {
      auto holder = store->Attach(kind, fmt::format("s{}", i));
      REQUIRE(holder.ok());
      StreamRecord record;
      record.next_mark = 100 * (i + 1) + static_cast<int>(kind);
      REQUIRE((*holder)->Save(record).ok());
      holders.push_back(*std::move(holder));
    }
  }
  for (size_t i = 0; i < holders.size(); ++i) {
    CHECK(Load(*holders[i])->next_mark == static_cast<int64_t>(100 * (i / 2 + 1) + i % 2));
  }
}

TEST_CASE("a name that is open is BUSY until its holder is gone", "[store]") {
  TempFolder folder;
  auto store = Open(GENERATE(false, true) ? "memory:" : "sqlite:" + folder.File("towpath.db"));
  auto holder = Attach(*store);
  auto second = store->Attach(Store::Kind::kStream, "orders");
  CHECK(second.code() == Code::kBusy);
  CHECK_THAT(second.status().message(), ContainsSubstring("orders"));
  Attach(*store, "other");
  CHECK(store->Attach(Store::Kind::kDeduplicator, "orders").ok());
  holder.reset();
  Attach(*store);
}

TEST_CASE("memory: is private to the handle", "[store]") {
  auto a = Open("memory:");
  auto b = Open("memory:");
  auto holder = Attach(*a);
  REQUIRE(holder->Save(FullRecord()).ok());
  CHECK_FALSE(Load(*Attach(*b)));
}

TEST_CASE("store.url that names no store is refused", "[store]") {
  for (const char* url : {"", "sqlite", "sqlite:", "sqlite::memory:", "memory", "postgres://x"}) {
    INFO(url);
    CHECK(OpenStore(url).code() == Code::kInvalidOption);
  }
  CHECK(OpenStore("redis://u:secret@host/").code() == Code::kUnsupported);
  for (const char* url : {"redis://u:secret@host/", "mysql://u:secret@host/"}) {
    CHECK_THAT(OpenStore(url).status().message(), !ContainsSubstring("secret"));
  }
}

// --- SQLite ---

TEST_CASE("a record outlives its store", "[store][sqlite]") {
  TempFolder folder;
  const std::string url = "sqlite:" + folder.File("towpath.db");
  REQUIRE(Attach(*Open(url))->Save(FullRecord()).ok());
  RequireSame(*Load(*Attach(*Open(url))), FullRecord());
}

TEST_CASE("a second handle in this process finds the stream BUSY, whatever path it takes",
          "[store][sqlite]") {
  TempFolder folder;
  auto first = Open("sqlite:" + folder.File("towpath.db"));
  std::filesystem::create_symlink(folder.File("towpath.db"), folder.File("link.db"));
  for (const std::string path : {"towpath.db", "./towpath.db", "link.db"}) {
    auto second = Open("sqlite:" + folder.File(path));
    auto holder = Attach(*first);
    CHECK(second->Attach(Store::Kind::kStream, "orders").code() == Code::kBusy);
    holder.reset();
    Attach(*second);
  }
}

// Runs `body` in a child process, which ends without destroying anything.
template <typename Body>
pid_t Fork(Body body) {
  const pid_t child = fork();
  if (child == 0) {
    body();
    _exit(0);
  }
  REQUIRE(child > 0);
  return child;
}

int Wait(pid_t child) {
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

TEST_CASE("a second process finds the stream BUSY, until the first is killed", "[store][sqlite]") {
  TempFolder folder;
  const std::string url = "sqlite:" + folder.File("towpath.db");
  int ready[2];
  REQUIRE(pipe(ready) == 0);
  const pid_t child = Fork([&] {
    auto store = OpenStore(url);
    auto holder = (*store)->Attach(Store::Kind::kStream, "orders");
    if (!holder.ok() || !(*holder)->Save(FullRecord()).ok()) _exit(1);
    if (write(ready[1], "x", 1) != 1) _exit(1);
    for (;;) pause();
  });
  char byte = 0;
  REQUIRE(read(ready[0], &byte, 1) == 1);
  auto store = Open(url);
  CHECK(store->Attach(Store::Kind::kStream, "orders").code() == Code::kBusy);
  Attach(*store, "other");
  REQUIRE(kill(child, SIGKILL) == 0);
  Wait(child);
  RequireSame(*Load(*Attach(*store)), FullRecord());
  close(ready[0]);
  close(ready[1]);
}

TEST_CASE("kill -9 in the middle of saves leaves a whole record that is not behind",
          "[store][sqlite]") {
  TempFolder folder;
  const std::string url = "sqlite:" + folder.File("towpath.db");
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  int64_t last = 0;
  for (int round = 0; round < 10; ++round) {
    int reports[2];
    REQUIRE(pipe(reports) == 0);
    const pid_t child = Fork([&] {
      auto store = OpenStore(url);
      auto holder = (*store)->Attach(Store::Kind::kStream, "orders");
      StreamRecord record = FullRecord();
      for (record.next_mark = last + 1;; ++record.next_mark) {
        record.ack.offset = static_cast<uint64_t>(record.next_mark) * 1000;
        record.server_version = std::string(static_cast<size_t>(record.next_mark % 5000), 'v');
        if (!(*holder)->Save(record).ok()) _exit(1);
        if (write(reports[1], &record.next_mark, sizeof record.next_mark) < 0) _exit(1);
      }
    });
    close(reports[1]);
    int64_t reported = 0;
    const int kill_after = static_cast<int>(random() % 50) + 1;
    for (int i = 0; i < kill_after; ++i) {
      REQUIRE(read(reports[0], &reported, sizeof reported) == sizeof reported);
    }
    REQUIRE(kill(child, SIGKILL) == 0);
    CHECK(WIFSIGNALED(Wait(child)));
    while (read(reports[0], &reported, sizeof reported) == sizeof reported) {
    }
    close(reports[0]);
    const auto record = Load(*Attach(*Open(url)));
    REQUIRE(record);
    CHECK(record->next_mark >= reported);
    CHECK(record->next_mark <= reported + 1);  // saved and not yet reported
    CHECK(record->ack.offset == static_cast<uint64_t>(record->next_mark) * 1000);
    last = record->next_mark;
  }
}

TEST_CASE("a file that is not ours is refused and left alone", "[store][sqlite]") {
  TempFolder folder;
  const std::string path = folder.File("other.db");
  SECTION("not a database") { std::ofstream(path) << std::string(4096, 'x'); }
  SECTION("a short text") { std::ofstream(path) << "hello"; }
  SECTION("another program's database") {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, "CREATE TABLE t (x)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
  }
  const auto store = OpenStore("sqlite:" + path);
  CHECK(store.code() == Code::kNotAStore);
  CHECK_THAT(store.status().message(), ContainsSubstring(path));
  size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    INFO(entry.path());
    ++files;
  }
  CHECK(files == 1);
}

TEST_CASE("a store of a newer version is refused, and says so", "[store][sqlite]") {
  TempFolder folder;
  const std::string path = folder.File("towpath.db");
  Open("sqlite:" + path);
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, "PRAGMA user_version = 4", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
  const auto store = OpenStore("sqlite:" + path);
  CHECK(store.code() == Code::kNotAStore);
  CHECK_THAT(store.status().message(), ContainsSubstring(path) && ContainsSubstring("format 4") &&
                                           ContainsSubstring("newer"));
}

TEST_CASE("an empty file becomes a store", "[store][sqlite]") {
  TempFolder folder;
  std::ofstream(folder.File("towpath.db")).flush();
  REQUIRE(Attach(*Open("sqlite:" + folder.File("towpath.db")))->Save(FullRecord()).ok());
}

TEST_CASE("a folder that is missing is named", "[store][sqlite]") {
  TempFolder folder;
  const auto store = OpenStore("sqlite:" + folder.File("no/such/towpath.db"));
  CHECK(store.code() == Code::kNotFound);
  CHECK_THAT(store.status().message(), ContainsSubstring(folder.File("no/such")));
  CHECK(OpenStore("sqlite:" + folder.path()).code() == Code::kNotAStore);
}

TEST_CASE("a damaged file is noticed", "[store][sqlite]") {
  TempFolder folder;
  const std::string path = folder.File("towpath.db");
  {
    auto store = Open("sqlite:" + path);
    for (int i = 0; i < 200; ++i) {
      REQUIRE(Attach(*store, fmt::format("s{}", i))->Save(FullRecord()).ok());
    }
  }
  SECTION("pages of nonsense") {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(8192, '\xee');
    file.close();
    const auto store = OpenStore("sqlite:" + path);
    CHECK(store.code() == Code::kStore);
    CHECK_THAT(store.status().message(), ContainsSubstring(path) && ContainsSubstring("damaged"));
  }
  SECTION("a record that somebody changed") {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, "UPDATE record SET \"offset\" = '4' WHERE name = 's1'", nullptr,
                         nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
    auto store = Open("sqlite:" + path);
    const auto record = Attach(*store, "s1")->Load();
    CHECK(record.code() == Code::kStore);
    CHECK_THAT(record.status().message(), ContainsSubstring("s1") && ContainsSubstring("checksum"));
    CHECK(Load(*Attach(*store, "s2")));
  }
}

TEST_CASE("a store without write permission is refused at opening", "[store][sqlite]") {
  TempFolder folder;
  const std::string path = folder.File("towpath.db");
  Open("sqlite:" + path);
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  std::filesystem::permissions(path + "-lock", std::filesystem::perms(0666));
  // Permissions do not bind root.
  const pid_t child = Fork([&] {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(3);
    const auto store = OpenStore("sqlite:" + path);
    if (store.code() != Code::kStore) _exit(1);
    if (store.status().message().find("write permission") == std::string::npos) _exit(2);
  });
  CHECK(Wait(child) == 0);
  std::filesystem::permissions(path, std::filesystem::perms(0644));
}

TEST_CASE("a full disk fails the save and nothing else", "[store][sqlite]") {
  TempFolder folder;
  auto store = Open("sqlite:" + folder.File("towpath.db"));
  auto holder = Attach(*store);
  StreamRecord record = FullRecord();
  REQUIRE(holder->Save(record).ok());
  const pid_t child = Fork([&] {
    // Files may not grow any more, as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit none = {0, RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &none) != 0) _exit(2);
    auto own = OpenStore("sqlite:" + folder.File("towpath.db"));
    auto other = own.ok() ? (*own)->Attach(Store::Kind::kStream, "other") : own.status();
    if (!other.ok()) _exit(3);
    const Status full = (*other)->Save(record);
    if (full.code() != Code::kStore) _exit(4);
    if (full.message().find("try again") == std::string::npos) _exit(5);
    const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &all) != 0) _exit(6);
    if (!(*other)->Save(record).ok()) _exit(7);
    const auto loaded = (*other)->Load();
    if (!loaded.ok() || !*loaded) _exit(8);
  });
  CHECK(Wait(child) == 0);
  RequireSame(*Load(*holder), record);
}

TEST_CASE("many saves do not make the file grow without end", "[store][sqlite]") {
  TempFolder folder;
  const std::string path = folder.File("towpath.db");
  auto store = Open("sqlite:" + path);
  auto holder = Attach(*store);
  for (int i = 0; i < 3000; ++i) REQUIRE(holder->Save(FullRecord()).ok());
  CHECK(std::filesystem::file_size(path) + std::filesystem::file_size(path + "-wal") < (8 << 20));
}

}  // namespace
}  // namespace towpath::store
