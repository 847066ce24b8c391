// Batches made of the entries that rows_entry.h makes, and a reader of what is exported, which
// knows only the Arrow specification.
#ifndef TOWPATH_TESTS_UNIT_ARROW_ARROW_SUPPORT_H_
#define TOWPATH_TESTS_UNIT_ARROW_ARROW_SUPPORT_H_

#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/entry_data.h"
#include "tests/catch.h"
#include "tests/unit/format/rows_entry.h"
#include "towpath/arrow.h"
#include "towpath/batch.h"

namespace towpath::arrow {

// The entries live as long as what they came from.
inline Batch MakeBatch(const std::vector<Entry>& entries) {
  auto block = std::make_shared<model::EntryBlock>(nullptr);
  auto data = std::make_shared<model::BatchData>();
  for (const Entry& entry : entries) {
    block->Append() = entry.data();
    data->duplicates.push_back(entry.duplicate());
  }
  data->mark = 1;
  data->size = entries.size();
  if (!entries.empty()) data->segments.push_back({block, 0, static_cast<uint32_t>(entries.size())});
  return Batch(std::move(data));
}

// A column of a record batch.
class ColumnView {
 public:
  ColumnView(const ArrowSchema* schema, const ArrowArray* array) : schema_(schema), array_(array) {}

  std::string_view name() const { return schema_->name; }
  std::string_view format() const { return schema_->format; }
  const ArrowArray& array() const { return *array_; }
  int64_t nulls() const { return array_->null_count; }
  bool IsNull(size_t row) const {
    const auto* valid = static_cast<const uint8_t*>(array_->buffers[0]);
    return valid != nullptr && (valid[row / 8] >> row % 8 & 1) == 0;
  }
  template <typename T>
  T At(size_t row) const {
    T value;
    std::memcpy(&value, static_cast<const char*>(array_->buffers[1]) + row * sizeof(T), sizeof(T));
    return value;
  }
  bool BitAt(size_t row) const { return (At<uint8_t>(row / 8) >> row % 8 & 1) != 0; }
  // Of a string, binary or dictionary column; nothing: null.
  std::optional<std::string> Text(size_t row) const {
    if (IsNull(row)) return std::nullopt;
    if (array_->dictionary != nullptr) {
      const ColumnView labels(schema_->dictionary, array_->dictionary);
      const size_t label = format() == "c"   ? static_cast<size_t>(At<int8_t>(row))
                           : format() == "s" ? static_cast<size_t>(At<int16_t>(row))
                                             : static_cast<size_t>(At<int32_t>(row));
      REQUIRE(label < static_cast<size_t>(array_->dictionary->length));
      return labels.Text(label);
    }
    const auto begin = At<int32_t>(row);
    return std::string(static_cast<const char*>(array_->buffers[2]) + begin,
                       static_cast<size_t>(At<int32_t>(row + 1) - begin));
  }
  // Of a list of strings, with a comma behind each.
  std::optional<std::string> TextList(size_t row) const {
    if (IsNull(row)) return std::nullopt;
    const ColumnView items(schema_->children[0], array_->children[0]);
    std::string texts;
    for (auto i = At<int32_t>(row); i < At<int32_t>(row + 1); ++i)
      texts += *items.Text(static_cast<size_t>(i)) + ",";
    return texts;
  }

 private:
  const ArrowSchema* schema_;
  const ArrowArray* array_;
};

// All record batches of a table.
class Exported {
 public:
  explicit Exported(const ArrowTable& table) {
    ArrowArrayStream stream;
    table.Export(&stream);
    REQUIRE(stream.get_schema(&stream, &schema_) == 0);
    for (;;) {
      ArrowArray array;
      REQUIRE(stream.get_next(&stream, &array) == 0);
      if (array.release == nullptr) break;
      arrays_.push_back(array);
    }
    CHECK(stream.get_last_error(&stream) == nullptr);
    stream.release(&stream);
    CHECK(stream.release == nullptr);
  }
  ~Exported() {
    schema_.release(&schema_);
    for (ArrowArray& array : arrays_) array.release(&array);
  }
  Exported(const Exported&) = delete;
  Exported& operator=(const Exported&) = delete;

  const ArrowSchema& schema() const { return schema_; }
  size_t batches() const { return arrays_.size(); }
  size_t rows(size_t batch = 0) const { return static_cast<size_t>(arrays_[batch].length); }
  ColumnView Column(std::string_view name, size_t batch = 0) const {
    for (int64_t i = 0; i < schema_.n_children; ++i)
      if (schema_.children[i]->name == name)
        return {schema_.children[i], arrays_[batch].children[i]};
    FAIL("there is no column " << name);
    std::abort();
  }

 private:
  ArrowSchema schema_;
  std::vector<ArrowArray> arrays_;
};

// The only table of some entries.
inline ArrowTable TableOf(const std::vector<Entry>& entries, const ArrowOptions& options = {}) {
  auto table = ToArrow(MakeBatch(entries), options);
  INFO(table.status().ToString());
  REQUIRE(table.ok());
  REQUIRE(table->has_value());
  return **table;
}

}  // namespace towpath::arrow

#endif  // TOWPATH_TESTS_UNIT_ARROW_ARROW_SUPPORT_H_
