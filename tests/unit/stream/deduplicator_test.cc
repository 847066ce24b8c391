#include "towpath/dedup.h"

#include <atomic>
#include <thread>
#include <vector>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace towpath::test {
namespace {

Position At(const std::string& text) {
  auto position = Position::Parse(text);
  REQUIRE(position.ok());
  return *position;
}

std::unique_ptr<Deduplicator> Open(const std::string& url, const std::string& name = "orders") {
  auto opened = Deduplicator::Open(url, name);
  INFO(opened.status().ToString());
  REQUIRE(opened.ok());
  return *std::move(opened);
}

TEST_CASE("a deduplicator knows what is at or before the last position marked", "[dedup]") {
  auto dedup = Open("memory:");
  CHECK(dedup->last().empty());
  CHECK_FALSE(dedup->IsProcessed(At("binlog.000001:4")));
  REQUIRE(dedup->MarkProcessed(At("binlog.000009:500:3")).ok());
  CHECK(dedup->IsProcessed(At("binlog.000009:500:3")));
  CHECK(dedup->IsProcessed(At("binlog.000009:500:2")));
  CHECK(dedup->IsProcessed(At("binlog.000009:499:7")));
  CHECK(dedup->IsProcessed(At("binlog.000008:90000")));
  CHECK_FALSE(dedup->IsProcessed(At("binlog.000009:500:4")));
  CHECK_FALSE(dedup->IsProcessed(At("binlog.000009:501")));
  CHECK_FALSE(dedup->IsProcessed(At("binlog.000010:4")));  // less as text
}

TEST_CASE("a deduplicator moves forward only", "[dedup]") {
  auto dedup = Open("memory:");
  REQUIRE(dedup->MarkProcessed(At("binlog.000002:500")).ok());
  REQUIRE(dedup->MarkProcessed(At("binlog.000001:900")).ok());
  CHECK(dedup->last().ToString() == "binlog.000002:500:0");
  CHECK(dedup->MarkProcessed(Position()).code() == Code::kInvalidArgument);
}

TEST_CASE("a deduplicator remembers durably, and is held by one at a time", "[dedup]") {
  TempFolder folder;
  const std::string url = "sqlite:" + folder.File("towpath.db");
  auto dedup = Open(url);
  REQUIRE(dedup->MarkProcessed(At("binlog.000002:500:1")).ok());
  CHECK(Deduplicator::Open(url, "orders").code() == Code::kBusy);
  CHECK(Open(url, "items")->last().empty());
  dedup.reset();
  CHECK(Open(url)->last().ToString() == "binlog.000002:500:1");
}

TEST_CASE("a deduplicator that can not be opened says why", "[dedup]") {
  CHECK(Deduplicator::Open("memory:", "no/such/name").code() == Code::kInvalidName);
  CHECK(Deduplicator::Open("nothing:", "orders").code() == Code::kInvalidOption);
}

TEST_CASE("a deduplicator may be used from many threads", "[dedup][threads]") {
  auto dedup = Open("memory:");
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (uint64_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (uint64_t i = 1; i < 500; ++i) {
        Position position;
        position.file = "binlog.000001";
        position.offset = i * 4 + t;
        wrong += !dedup->MarkProcessed(position).ok();
        wrong += !dedup->IsProcessed(position);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(dedup->last().offset == 499 * 4 + 3);
}

}  // namespace
}  // namespace towpath::test
