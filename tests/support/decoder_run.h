// Runs a decoder over events made by hand, and keeps what it says.
#ifndef TOWPATH_TESTS_SUPPORT_DECODER_RUN_H_
#define TOWPATH_TESTS_SUPPORT_DECODER_RUN_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "binlog/decoder.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/entry_collector.h"

namespace towpath::test {

using binlog::Decoder;
using binlog::DecoderConfig;

// Columns INT and VARCHAR(20), named by full metadata.
inline const std::vector<MapColumn> kColumns = {{3, "", false}, {15, Le(20, 2)}};
inline const std::string kNames = BinlogBuilder::Names(2);
inline std::string Row(uint32_t id, std::string_view text) {
  return Le(0, 1) + Le(id, 4) + Text1(text);
}

// What a decoder made of some events, up to the first that it refused.
struct DecoderRun {
  EntryCollector sink;
  Status status;
  binlog::DecoderCounters counters;
  uint64_t offset = 0;
  std::string file;
};

// As over the network: frames without offsets.
inline std::unique_ptr<DecoderRun> Feed(const std::vector<std::string>& events,
                                        DecoderConfig config = {}, uint64_t start = 4) {
  auto run = std::make_unique<DecoderRun>();
  Decoder decoder(std::move(config));
  decoder.Start("binlog.000001", start, false);
  for (const std::string& event : events) {
    run->status = decoder.Feed(MakeFrame(event), run->sink);
    if (!run->status.ok()) {
      // It stands still.
      CHECK(decoder.Feed(MakeFrame(event), run->sink).message() == run->status.message());
      break;
    }
  }
  run->counters = decoder.counters();
  run->offset = decoder.offset();
  run->file = decoder.file() != nullptr ? decoder.file()->name : "";
  return run;
}

inline std::unique_ptr<DecoderRun> Decode(const BinlogBuilder& log, DecoderConfig config = {}) {
  return Feed(SplitEvents(log.bytes()), std::move(config));
}

inline std::string At(const Entry& entry) { return entry.position().ToString(); }

// Wants one table, and counts how often it was asked.
class OneTable final : public binlog::TableFilter {
 public:
  explicit OneTable(std::string name) : name_(std::move(name)) {}
  bool Wants(std::string_view database, std::string_view table) const override {
    ++asked;
    return std::string(database) + "." + std::string(table) == name_;
  }
  mutable int asked = 0;

 private:
  std::string name_;
};

// Wants every table, and of each the columns that are true, by number.
class SomeColumns final : public binlog::TableFilter {
 public:
  explicit SomeColumns(std::vector<bool> wanted) : wanted_(std::move(wanted)) {}
  bool Wants(std::string_view, std::string_view) const override { return true; }
  Status SelectColumns(const Table& table, std::vector<bool>* wanted) const override {
    if (table.name() == "t") *wanted = wanted_;
    return Status::Ok();
  }

 private:
  std::vector<bool> wanted_;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_DECODER_RUN_H_
