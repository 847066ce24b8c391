// Damaged binlogs: whatever the bytes, decoding and reading ends with a status, never with a crash,
// an endless loop or memory without bound. What the checksum covers is found by it.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "binlog/decoder.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

namespace towpath::test {
namespace {

const std::vector<MapColumn> kColumns = {{3, ""}, {15, Le(20, 2)}};
std::string Row(uint32_t id, std::string_view text) { return Le(0, 1) + Le(id, 4) + Text1(text); }

std::string SmallLog() {
  BinlogBuilder log;
  log.Format().Gtid(1, 1).Query("shop", "BEGIN");
  log.TableMap(77, "shop", "t", kColumns, BinlogBuilder::Names(2));
  log.Rows(30, 77, 2, Row(1, "a") + Row(2, "b")).Rows(31, 77, 2, Row(1, "a") + Row(1, "b")).Xid();
  log.Gtid(1, 2).Query("shop", "CREATE TABLE u (a INT)");
  return log.bytes();
}

// Decodes all events, reads every value as text, and says how it ended.
Status DecodeEvents(const std::vector<std::string>& events) {
  EntryCollector sink;
  binlog::DecoderConfig config;
  config.schema_mode = model::SchemaMode::kPositional;
  binlog::Decoder decoder(config);
  decoder.Start("binlog.000001", 4, false);
  Status status;
  for (const std::string& event : events)
    if (status = decoder.Feed(MakeFrame(event), sink); !status.ok()) break;
  for (const Entry& entry : sink.entries()) {
    Status read;
    RowsAsText(entry, &read);
    if (read.ok() && !entry.is_rows() && entry.row_count() != 0) FAIL("rows without a table");
  }
  return status;
}

// Writes the checksum that belongs to an event whose body was changed.
void SetChecksum(std::string* event) {
  if (event->size() < 23) return;
  std::string covered = event->substr(0, event->size() - 4);
  if (covered[4] == 15) covered[17] = static_cast<char>(covered[17] & ~1);
  event->replace(event->size() - 4, 4,
                 Le(crc32(0, reinterpret_cast<const Bytef*>(covered.data()),
                          static_cast<uInt>(covered.size())),
                    4));
}

TEST_CASE("any flipped bit under a checksum is found", "[damage]") {
  const auto events = SplitEvents(SmallLog());
  REQUIRE(DecodeEvents(events).ok());
  for (size_t i = 0; i < events.size(); ++i) {
    for (size_t bit = 0; bit < events[i].size() * 8; ++bit) {
      auto damaged = events;
      damaged[i][bit / 8] = static_cast<char>(damaged[i][bit / 8] ^ 1 << bit % 8);
      // FORMAT_DESCRIPTION: the flag of a file in use is not covered; its version and its checksum
      // byte decide whether there is a checksum at all.
      const Status status = DecodeEvents(damaged);
      if (i == 0 && (bit == 17 * 8 || !status.ok())) continue;
      if (i == 0 && bit / 8 >= 21 && bit / 8 < 71) continue;
      INFO("event " << i << ", bit " << bit);
      CHECK(status.code() == Code::kCorrupted);
    }
  }
}

TEST_CASE("events cut short with a right checksum are refused", "[damage]") {
  const auto events = SplitEvents(SmallLog());
  for (size_t i = 1; i < events.size(); ++i) {
    for (size_t size = 23; size < events[i].size(); ++size) {
      auto damaged = events;
      std::string& event = damaged[i];
      event.resize(size);
      event.replace(9, 4, Le(size, 4));
      SetChecksum(&event);
      // Some are events still: a shorter statement is one.
      const Status status = DecodeEvents(damaged);
      if (!status.ok()) CHECK_THAT(status.message(), ContainsSubstring("binlog.000001:"));
    }
  }
}

uint64_t Seed() {
  const char* given = std::getenv("TOWPATH_TEST_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : 20240229;
}

void Mutate(std::vector<std::string>* events, std::mt19937_64* random) {
  const auto pick = [&](size_t n) { return static_cast<size_t>((*random)() % n); };
  const size_t changes = 1 + pick(4);
  for (size_t i = 0; i < changes; ++i) {
    std::string& event = (*events)[pick(events->size())];
    if (event.size() < 24) continue;
    switch (pick(5)) {
      case 0:  // a byte
        event[19 + pick(event.size() - 23)] = static_cast<char>((*random)());
        break;
      case 1:  // a byte of the boundary values
        event[19 + pick(event.size() - 23)] = "\x00\x7f\x80\xff\xfc\xfe"[pick(6)];
        break;
      case 2:  // bytes gone
        event.erase(19 + pick(event.size() - 23), 1 + pick(4));
        break;
      case 3: {  // bytes twice
        const size_t at = 19 + pick(event.size() - 23);
        event.insert(at, event.substr(at, 1 + pick(16)));
        break;
      }
      default:  // another type
        event[4] = static_cast<char>(pick(172));
        break;
    }
    if (event.size() < 23) event.resize(23, '\0');
    event.replace(9, 4, Le(event.size(), 4));
    SetChecksum(&event);
  }
}

TEST_CASE("mutated binlogs end with a status", "[damage]") {
  const uint64_t seed = Seed();
  INFO("TOWPATH_TEST_SEED=" << seed);
  std::mt19937_64 random(seed);
  std::vector<std::vector<std::string>> logs{SplitEvents(SmallLog())};
  const std::string folder = FixtureFolder(TOWPATH_SOURCE_FOLDER);
  if (folder.empty()) {
    WARN("no fixtures on this machine (TOWPATH_FIXTURES): only a log made by the test is mutated");
  } else {
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
      if (!file.is_regular_file() || file.path().extension() == ".md" || file.file_size() > 60000)
        continue;
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      if (bytes.size() < 23 || bytes.compare(0, 4,
                                             "\xfe"
                                             "bin") != 0)
        continue;
      uint32_t first;
      std::memcpy(&first, bytes.data() + 13, 4);
      if (first < 19 || first + 4 > bytes.size()) continue;
      logs.push_back(SplitEvents(bytes));
    }
  }
  for (const auto& log : logs) {
    if (log.empty()) continue;
    const size_t rounds = logs.size() == 1 ? 5000 : 60;
    for (size_t i = 0; i < rounds; ++i) {
      auto mutated = log;
      Mutate(&mutated, &random);
      const Status status = DecodeEvents(mutated);
      if (!status.ok()) CHECK_FALSE(status.message().empty());
    }
  }
  SUCCEED();
}

}  // namespace
}  // namespace towpath::test
