// Fields: the columns that the rows of one version of a table have in Arrow (docs/arrow.md), made
// once and shared by its record batches.
#ifndef TOWPATH_LIB_ARROW_FIELDS_H_
#define TOWPATH_LIB_ARROW_FIELDS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/row_layout.h"
#include "towpath/arrow.h"
#include "towpath/status.h"
#include "towpath/table.h"

namespace towpath::arrow {

// How the values of a column are made and stored.
enum class Form : uint8_t {
  kNumber,      // `width` bytes, of the type that the storage form has
  kDecimal128,  // 16 bytes, the number without its point
  kDecimal256,  // 32 bytes
  kDate,        // int32 days
  kDateTime,    // int64 microseconds, no zone
  kTimestamp,   // int64 microseconds, UTC
  kTime,        // int64 microseconds
  kBool,        // a bit
  kEnum,        // index of a label, in `width` bytes
  kUtf8,        // offsets and bytes: text that is UTF-8 as it stands
  kMadeText,    // the same: text that has to be made (AppendText)
  kBinary,      // the same: bytes
  kVector,      // the same: a list of float32
  kTextList,    // a list of texts
};

constexpr bool HasOffsets(Form form) { return form >= Form::kUtf8; }

// Texts that others point to: Arrow's arrays of strings.
class Texts {
 public:
  size_t size() const { return offsets_.size() - 1; }
  void Add(std::string_view text) {
    bytes_ += text;
    offsets_.push_back(static_cast<int32_t>(bytes_.size()));
  }
  std::string_view operator[](size_t i) const {
    return std::string_view(bytes_).substr(static_cast<size_t>(offsets_[i]),
                                           static_cast<size_t>(offsets_[i + 1] - offsets_[i]));
  }
  const int32_t* offsets() const { return offsets_.data(); }
  const char* bytes() const { return bytes_.data(); }

 private:
  std::vector<int32_t> offsets_ = {0};
  std::string bytes_;
};

struct Field {
  std::string name;
  std::string format;  // Arrow's, of the values; of kEnum, of the indexes
  Form form = Form::kNumber;
  uint8_t width = 0;  // of a value that has no offsets
  bool json = false;  // arrow.json
  size_t column = 0;  // of the table; of columns that are added: not used
  // Of kEnum. Where `labels` has one more than a column may use, the last, "", stands for the value
  // 0 and is in the dictionary only if it is met.
  std::shared_ptr<const Texts> labels;
  std::shared_ptr<const std::vector<int32_t>> label_of;  // by member; 0: the empty one
  bool extra_label = false;
};

// The columns that are added to those of the table, in this order. Behind them are the columns of
// the before image, if there are any.
enum class Extra : uint8_t {
  kOperation,
  kTimestamp,
  kFile,
  kOffset,
  kOrdinal,
  kRow,
  kTransactionOffset,
  kGtid,
  kServerId,
  kDuplicate,
  kColumns,
  kExceptions,
  kBeforeColumns,  // only with before images
};

class Fields {
 public:
  // kInvalidArgument: two columns would have one name. kCorrupted: a name that is not UTF-8.
  static Result<std::shared_ptr<const Fields>> Make(const model::TableVersion& version,
                                                    const ArrowOptions& options);

  // Whether they are those of this version of a table.
  bool Describes(const model::TableVersion& version) const;
  bool SameSchema(const Fields& other) const { return schema_ == other.schema_; }

  const Table& table() const { return table_; }
  const std::vector<Field>& all() const { return fields_; }
  size_t table_columns() const { return table_.columns().size(); }
  size_t at(Extra extra) const { return table_columns() + static_cast<size_t>(extra); }
  bool has_before() const { return has_before_; }
  // Of the first column of the before image.
  size_t before() const { return at(Extra::kBeforeColumns) + 1; }
  // Bytes of a row in columns that have no offsets, and offsets.
  size_t row_bytes() const { return row_bytes_; }

  std::string_view metadata() const { return metadata_; }  // of the schema, as Arrow stores it

 private:
  explicit Fields(const Table& table) : table_(table) {}
  Status Add(Field field);

  Table table_;
  std::string layout_;  // what rows of it look like
  std::vector<Field> fields_;
  bool has_before_ = false;
  size_t row_bytes_ = 0;
  std::string metadata_;
  std::string schema_;  // all that an ArrowSchema says
};

// Key and value pairs as ArrowSchema::metadata has them.
std::string EncodeMetadata(const std::vector<std::pair<std::string_view, std::string_view>>& pairs);

}  // namespace towpath::arrow

#endif  // TOWPATH_LIB_ARROW_FIELDS_H_
