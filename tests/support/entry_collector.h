// EntryCollector: a sink that keeps every entry, and helpers to decode whole files into one.
#ifndef TOWPATH_TESTS_SUPPORT_ENTRY_COLLECTOR_H_
#define TOWPATH_TESTS_SUPPORT_ENTRY_COLLECTOR_H_

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "binlog/decoder.h"
#include "model/entry_data.h"
#include "source/binlog_file.h"
#include "towpath/entry.h"

namespace towpath::test {

class EntryCollector final : public binlog::EntrySink {
 public:
  model::EntryBlock& BlockForNext() override {
    if (blocks_.empty() || blocks_.back()->full())
      blocks_.push_back(std::make_shared<model::EntryBlock>(nullptr));
    return *blocks_.back();
  }
  void Appended() override {
    entries_.emplace_back(&(*blocks_.back())[blocks_.back()->size() - 1], false);
  }
  void TransactionEnded(model::TransactionEnd end) override { ends_.push_back(std::move(end)); }

  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<model::TransactionEnd>& ends() const { return ends_; }

  size_t Count(EntryKind kind) const {
    size_t n = 0;
    for (const Entry& entry : entries_) n += entry.kind() == kind ? 1 : 0;
    return n;
  }

  // "begin insert commit ..."
  std::string Kinds() const {
    std::string kinds;
    for (const Entry& entry : entries_) {
      if (!kinds.empty()) kinds += ' ';
      kinds += EntryKindName(entry.kind());
    }
    return kinds;
  }

 private:
  std::vector<std::shared_ptr<model::EntryBlock>> blocks_;
  std::vector<Entry> entries_;
  std::vector<model::TransactionEnd> ends_;
};

// Feeds all of a source, from a start to its end. kEnd when everything was read.
inline Status DecodeAll(source::Source& source, const model::StartPoint& start,
                        binlog::DecoderConfig config, binlog::EntrySink& sink,
                        binlog::DecoderCounters* counters = nullptr) {
  if (Status s = source.Connect(); !s.ok()) return s;
  const auto cursor = source.Resolve(start);
  if (!cursor.ok()) return cursor.status();
  if (Status s = source.Open(*cursor); !s.ok()) return s;
  config.not_before_us = cursor->not_before_us;
  binlog::Decoder decoder(std::move(config));
  decoder.Start(cursor->file, cursor->offset, source.announced_checksum());
  model::Frame frame;
  Status status;
  while ((status = source.Next(&frame)).ok())
    if (status = decoder.Feed(frame, sink); !status.ok()) break;
  if (counters != nullptr) *counters = decoder.counters();
  return status;
}

inline Status DecodeFile(const std::string& path, binlog::DecoderConfig config,
                         binlog::EntrySink& sink, binlog::DecoderCounters* counters = nullptr) {
  source::BinlogFileSource source(path, nullptr, uint64_t{64} << 20);
  model::StartPoint earliest;
  earliest.kind = model::StartPoint::Kind::kEarliest;
  return DecodeAll(source, earliest, std::move(config), sink, counters);
}

// Rows of an entry as text: "(1,'a') -> (2,NULL) ..." with - for absent columns.
inline std::string RowsAsText(const Entry& entry, Status* status) {
  std::string text;
  RowReader rows;
  const auto image = [&](std::span<const Value> values) {
    text += '(';
    for (size_t i = 0; i < values.size(); ++i) {
      if (i > 0) text += ',';
      const Value& value = values[i];
      if (value.is_null()) {
        text += "NULL";
      } else if (value.is_absent()) {
        text += '-';
      } else {
        text += '\'';
        Status s = AppendText(entry.table()->columns()[i], value, &text);
        if (!s.ok()) *status = s;
        text += '\'';
      }
    }
    text += ')';
  };
  for (rows.Start(entry); rows.Next();) {
    if (!text.empty()) text += ' ';
    if (!rows.before().empty()) image(rows.before());
    if (!rows.before().empty() && !rows.after().empty()) text += "->";
    if (!rows.after().empty()) image(rows.after());
  }
  if (!rows.status().ok()) *status = rows.status();
  return text;
}

// The folder of binlog files of other projects' test suites; empty when this machine has none.
// They are not part of this project: TOWPATH_FIXTURES says where they are.
inline std::string FixtureFolder(const std::string& source_folder) {
  const char* given = std::getenv("TOWPATH_FIXTURES");
  const std::string folder = given != nullptr ? given : source_folder + "/../shared/fixtures";
  return std::filesystem::exists(folder + "/MANIFEST.md") ? folder : "";
}

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_ENTRY_COLLECTOR_H_
