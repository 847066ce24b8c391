// Gathering: what an ArrowBuilder does. Records of many tables side by side, each cut when it is
// full or its table changes.
#ifndef TOWPATH_LIB_ARROW_GATHERING_H_
#define TOWPATH_LIB_ARROW_GATHERING_H_

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "arrow/record.h"
#include "arrow/row_decoder.h"
#include "towpath/arrow.h"

namespace towpath::arrow {

class Gathering {
 public:
  // `max_column_bytes`: for tests.
  explicit Gathering(ArrowOptions options, size_t max_column_bytes = kMaxColumnBytes);

  Status Add(const Batch& batch);
  std::optional<ArrowTable> Take(bool complete_only);
  size_t rows() const;
  size_t bytes() const;

 private:
  // Tables without rows whose fields are kept for their next ones.
  static constexpr size_t kMaxIdleTables = 1024;

  using Name = std::pair<std::string, std::string>;
  // The record that a table's rows go to now.
  struct Open {
    std::shared_ptr<const Fields> fields;
    uint64_t fields_met = 0;         // how many `fields` there were
    std::shared_ptr<Record> record;  // null: the next row makes one
    size_t counted = 0;              // bytes of it that are in open_bytes_
  };
  // A version of a table, in the batch that is being added.
  struct Met {
    Open* open = nullptr;     // null: not wanted
    uint64_t fields_met = 0;  // Open::fields_met when its fields were the version's
  };

  Status AddEntries(const Batch& batch);
  Status AddRows(const Entry& entry, Open* open);
  Result<Open*> OpenFor(const model::TableVersion& version);
  bool Wants(const Table& table) const;
  void Count(Open* open);
  void Cut(Open* open);
  void CutAll();
  void Undo(size_t complete);

  ArrowOptions options_;
  size_t max_column_bytes_;
  RowDecoder decoder_;
  std::map<Name, Open> open_;  // in this order are those cut that are cut together
  std::deque<std::shared_ptr<Record>> complete_;
  std::unordered_map<const model::TableVersion*, Met> met_;
  size_t open_bytes_ = 0;  // of all open records; kept while there is a bound for them
};

}  // namespace towpath::arrow

#endif  // TOWPATH_LIB_ARROW_GATHERING_H_
