#include "arrow/row_decoder.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "arrow/calendar.h"
#include "binlog/charset.h"
#include "binlog/decimal.h"
#include "binlog/row_image.h"
#include "binlog/row_walk.h"
#include "format/entry_error.h"
#include "format/json.h"

namespace towpath::arrow {

using model::ColumnLayout;

// Stores values at one row of their columns (binlog/row_walk.h).
class RowDecoder::Sink {
 public:
  Sink(RowDecoder* decoder, Record* record)
      : decoder_(decoder), record_(record), row_(record->rows()) {}

  void Use(const std::vector<ColumnData*>& cells) { cells_ = cells.data(); }
  bool full() const { return full_; }
  const Status& status() const { return status_; }

  ColumnData* At(size_t i) const { return cells_[i]; }
  void Absent(ColumnData* column) const { Null(column); }
  void Null(ColumnData* column) const {
    if (column != nullptr) column->SetNull(row_, record_->capacity());
  }
  template <typename T>
  void Number(ColumnData* column, const ColumnLayout&, T number) const {
    if (column != nullptr) column->values.Store(row_, number);
  }
  void Year(ColumnData* column, const ColumnLayout& layout, uint64_t year) const {
    Number(column, layout, static_cast<uint16_t>(year));
  }
  void Bits(ColumnData* column, const ColumnLayout& layout, uint64_t bits) const {
    Number(column, layout, bits);
  }
  void Packed(ColumnData* column, const ColumnLayout& layout, int64_t packed) {
    if (column == nullptr) return;
    int64_t microseconds = 0;
    switch (column->field->form) {
      case Form::kDate: {
        int32_t days = 0;
        if (!DaysOf(packed, &days)) break;
        column->values.Store(row_, days);
        return;
      }
      case Form::kDateTime:
        if (!DateTimeOf(packed, &microseconds)) break;
        column->values.Store(row_, microseconds);
        return;
      default:
        if (!TimeOf(packed, &microseconds)) break;
        column->values.Store(row_, microseconds);
        return;
    }
    Value value = Head(layout);
    value.packed = packed;
    Except(column, value);
  }
  void Instant(ColumnData* column, const ColumnLayout& layout, int64_t microseconds) {
    if (column == nullptr) return;
    if (microseconds == 0) return Except(column, Head(layout));
    column->values.Store(row_, microseconds);
  }
  void Members(ColumnData* column, const ColumnLayout& layout, uint64_t members) {
    if (column == nullptr) return;
    const Field& field = *column->field;
    Value value = Head(layout);
    value.u64 = members;
    switch (field.form) {
      case Form::kEnum: {
        if (members >= field.label_of->size()) return Except(column, value);
        const int32_t label = (*field.label_of)[members];
        if (members == 0) column->extra_label_met = true;
        if (field.width == 2) {
          column->values.Store(row_, static_cast<int16_t>(label));
        } else {
          column->values.Store(row_, label);
        }
        return;
      }
      case Form::kMadeText:
        if (static_cast<size_t>(std::bit_width(members)) > Facts(field).labels.size())
          return Except(column, value);
        return Make(column, value);
      default:  // labels are not known
        if (field.width == 2) {
          column->values.Store(row_, static_cast<uint16_t>(members));
        } else {
          column->values.Store(row_, members);
        }
    }
  }
  void Bytes(ColumnData* column, const ColumnLayout& layout, const uint8_t* data, size_t size,
             uint8_t padding) {
    if (column == nullptr) return;
    Value value = Head(layout);
    value.padding = padding;
    value.size = static_cast<uint32_t>(size);
    value.data = data;
    switch (column->field->form) {
      case Form::kUtf8:
        if (!binlog::IsUtf8({reinterpret_cast<const char*>(data), size}))
          return Except(column, value);
        return Put(column, data, size, 0, 1);
      case Form::kBinary:
        return Put(column, data, size, padding, 1);
      case Form::kVector:
        if ((size + padding) % sizeof(float) != 0) return Except(column, value);
        return Put(column, data, size, padding, sizeof(float));
      case Form::kDecimal128:
      case Form::kDecimal256:
        return PutDecimal(column, value);
      default:
        return Make(column, value);
    }
  }
  void JsonDiff(ColumnData* column, const ColumnLayout& layout, const uint8_t* data, size_t size) {
    if (column == nullptr) return;
    Value value = Head(layout);
    value.kind = ValueKind::kJsonDiff;
    value.size = static_cast<uint32_t>(size);
    value.data = data;
    Except(column, value);
  }

 private:
  static Value Head(const ColumnLayout& layout) {
    Value value;
    value.kind = layout.kind;
    value.precision = layout.precision;
    value.scale = layout.scale;
    return value;
  }
  const Column& Facts(const Field& field) const {
    return record_->fields().table().columns()[field.column];
  }
  void Except(ColumnData* column, const Value& value) {
    Null(column);
    decoder_->exceptions_.push_back({column, value});
  }
  void Put(ColumnData* column, const void* bytes, size_t size, size_t padding, size_t unit) {
    if (!record_->Append(column, bytes, size) ||
        (padding != 0 && !record_->AppendZeros(column, padding)))
      full_ = true;
    column->values.Store(row_ + 1, static_cast<int32_t>(column->bytes.size() / unit));
  }
  void PutDecimal(ColumnData* column, const Value& value) {
    uint64_t words[binlog::kDecimalWords];
    if (!binlog::DecimalToInteger(value.bytes(), value.precision, value.scale, words)) {
      Make(column, value);  // which says what is wrong with it
      return;
    }
    if (column->field->form == Form::kDecimal128) {
      column->values.Store(2 * row_, words[0]);
      column->values.Store(2 * row_ + 1, words[1]);
    } else {
      for (size_t i = 0; i < binlog::kDecimalWords; ++i)
        column->values.Store(binlog::kDecimalWords * row_ + i, words[i]);
    }
  }
  // Text that AppendText makes.
  void Make(ColumnData* column, const Value& value) {
    std::string& text = decoder_->text_;
    text.clear();
    if (Status s = AppendText(Facts(*column->field), value, &text); !s.ok()) {
      if (status_.ok()) status_ = std::move(s);
      return Null(column);
    }
    if (!binlog::IsUtf8(text)) return Except(column, value);
    Put(column, text.data(), text.size(), 0, 1);
  }

  RowDecoder* decoder_;
  Record* record_;
  size_t row_;
  ColumnData* const* cells_ = nullptr;
  bool full_ = false;
  Status status_;
};

namespace {

template <typename T>
void Fill(ColumnData& column, size_t first, size_t last, T value) {
  for (size_t row = first; row < last; ++row) column.values.Store(row, value);
}

// The same texts for each of the rows.
void FillTexts(const Record& record, ColumnData& column, size_t first, size_t last,
               const std::vector<size_t>& known) {
  const auto& columns = record.fields().table().columns();
  for (size_t row = first; row < last; ++row) {
    for (const size_t i : known) {
      const std::string& name = columns[i].name;
      column.bytes.Append(name.data(), name.size());
      const auto end = static_cast<int32_t>(column.bytes.size());
      column.items.Append(&end, sizeof(end));
    }
    column.values.Store(row + 1, static_cast<int32_t>(column.items.size() / sizeof(int32_t) - 1));
  }
}

// Rows for which a column has room that take `size` bytes each.
size_t RoomFor(const Record& record, const ColumnData& column, size_t size) {
  return size == 0 ? kMaxRows : (record.max_column_bytes() - column.bytes.size()) / size;
}

size_t NamesSize(const Record& record, const std::vector<size_t>& known) {
  size_t size = 0;
  for (const size_t i : known) size += record.fields().table().columns()[i].name.size();
  return size;
}

}  // namespace

void RowDecoder::Forget() {
  bound_ = nullptr;
  bound_table_ = nullptr;
  gtid_of_ = nullptr;
}

void RowDecoder::Start(const Entry& entry) {
  data_ = &entry.data();
  duplicate_ = entry.duplicate();
  next_ = data_->data;
  end_ = next_ + data_->size;
  const size_t columns = data_->table->layout.columns.size();
  const auto present = [columns](const uint8_t* bitmap) {
    return bitmap != nullptr ? binlog::CountBits(bitmap, columns) : 0;
  };
  before_present_ = present(data_->before_columns);
  after_present_ = present(data_->after_columns);
  row_ = 0;
  empty_row_ = next_ == end_ && before_present_ + after_present_ == 0;
  status_ = Status();
  const bool all_present = (data_->before_columns == nullptr || before_present_ == columns) &&
                           (data_->after_columns == nullptr || after_present_ == columns);
  if (!all_present || !all_known_ || bound_table_ != data_->table || bound_kind_ != data_->kind)
    bound_ = nullptr;
  if (data_->transaction != gtid_of_ || gtid_of_ == nullptr) {
    gtid_of_ = data_->transaction;
    gtid_ = gtid_of_ != nullptr ? gtid_of_->gtid.ToString() : "";
  }
  most_ = 0;
  first_row_ = 0;
  first_ = 0;
}

void RowDecoder::Bind(Record* record) {
  const model::RowLayout& layout = data_->table->layout;
  const size_t count = layout.columns.size();
  const uint8_t* const before = data_->before_columns;
  const uint8_t* const after = data_->after_columns;
  latest_of_before_.assign(count, nullptr);
  before_.assign(count, nullptr);
  latest_of_after_.assign(count, nullptr);
  reads_latest_of_before_ = false;
  reads_before_ = before != nullptr && record->fields().has_before();
  known_.clear();
  before_known_.clear();
  size_t kept = 0;
  for (size_t i = 0; i < count; ++i) {
    if (!layout.left_out.empty() && layout.left_out[i]) continue;
    ColumnData* const latest = &record->columns()[kept];
    const bool in_before = before != nullptr && binlog::Bit(before, i);
    const bool in_after = after != nullptr && binlog::Bit(after, i);
    // What an update did not log again is as it was before.
    if (after != nullptr && (in_after || !in_before)) {
      latest_of_after_[i] = latest;
    } else {
      latest_of_before_[i] = latest;
      reads_latest_of_before_ = true;
    }
    if (reads_before_) before_[i] = &record->columns()[record->fields().before() + kept];
    if (in_before || in_after) known_.push_back(kept);
    if (in_before) before_known_.push_back(kept);
    ++kept;
  }
  all_known_ = known_.size() == kept;
  all_before_known_ = before_known_.size() == kept;
  bound_ = record;
  bound_table_ = data_->table;
  bound_kind_ = data_->kind;
}

bool RowDecoder::DecodeImages(Sink* sink, const uint8_t** next) {
  const model::RowLayout& layout = data_->table->layout;
  const size_t count = layout.columns.size();
  size_t bad_column = 0;
  const auto read = [&](const std::vector<ColumnData*>& cells, const uint8_t* bitmap,
                        size_t present) {
    sink->Use(cells);
    return present == count
               ? binlog::WalkImage<true>(layout, bitmap, present, *next, end_, *sink, &bad_column)
               : binlog::WalkImage<false>(layout, bitmap, present, *next, end_, *sink, &bad_column);
  };
  if (const uint8_t* const bitmap = data_->before_columns; bitmap != nullptr) {
    const uint8_t* end = nullptr;
    if (reads_before_) end = read(before_, bitmap, before_present_);
    if (reads_latest_of_before_) end = read(latest_of_before_, bitmap, before_present_);
    if (!reads_before_ && !reads_latest_of_before_) {
      end = binlog::SkipImage(layout, bitmap, before_present_, *next, end_);
      // No cell is used: this says where it fails.
      if (end == nullptr) end = read(latest_of_before_, bitmap, before_present_);
    }
    if (end == nullptr) {
      status_ = binlog::BadRow(*data_, row_, bad_column);
      return false;
    }
    *next = end;
  }
  if (data_->after_columns != nullptr) {
    *next = read(latest_of_after_, data_->after_columns, after_present_);
    if (*next == nullptr) {
      status_ = binlog::BadRow(*data_, row_, bad_column);
      return false;
    }
  }
  if (*next == next_ && !empty_row_) {  // bytes that no column claims
    status_ = binlog::BadRow(*data_, row_, 0);
    return false;
  }
  return true;
}

RowDecoder::Outcome RowDecoder::Next(Record* record) {
  if (next_ == end_ && !empty_row_) return Outcome::kEnd;
  if (bound_ != record) Bind(record);
  if (most_ == 0) {
    first_ = excepted_ = record->rows();
    first_row_ = row_;
    most_ = RoomFor(*record, record->extra(Extra::kGtid), gtid_.size());
    if (!all_known_) {
      most_ = std::min(
          most_, RoomFor(*record, record->extra(Extra::kColumns), NamesSize(*record, known_)));
    }
    if (record->fields().has_before() && !all_before_known_) {
      most_ = std::min(most_, RoomFor(*record, record->extra(Extra::kBeforeColumns),
                                      NamesSize(*record, before_known_)));
    }
  }
  if (record->rows() - first_ >= most_) return Outcome::kFull;

  record->ReserveRow();
  exceptions_.clear();
  Sink sink(this, record);
  const uint8_t* next = next_;
  bool full = false;
  if (!DecodeImages(&sink, &next)) return Outcome::kFailed;
  if (!sink.status().ok()) {
    status_ = format::AtEntry(Entry(data_, duplicate_), sink.status());
    return Outcome::kFailed;
  }
  if (!exceptions_.empty() && !sink.full()) {
    full = !AddExceptions(record);
    if (!status_.ok()) return Outcome::kFailed;
  }
  if (full || sink.full()) {
    Finish(record);
    record->Truncate(record->rows());
    return Outcome::kFull;
  }
  record->AddRow();
  empty_row_ = false;
  next_ = next;
  ++row_;
  return Outcome::kRow;
}

// False: there is no room, or status_ says what is wrong.
bool RowDecoder::AddExceptions(Record* record) {
  text_ = '{';
  for (const Exception& exception : exceptions_) {
    const Field& field = *exception.column->field;
    if (text_.size() > 1) text_ += ',';
    format::AppendJsonString(field.name, &text_);
    text_ += ':';
    const bool diff = exception.value.kind == ValueKind::kJsonDiff;
    if (diff) text_ += "{\"json_diff\":";
    const Column& facts = record->fields().table().columns()[field.column];
    if (Status s = format::AppendJsonValue(facts, exception.value, &text_); !s.ok()) {
      status_ = format::AtEntry(Entry(data_, duplicate_), s);
      return false;
    }
    if (diff) text_ += '}';
  }
  text_ += '}';
  ColumnData& column = record->extra(Extra::kExceptions);
  const size_t row = record->rows();
  column.SetNulls(excepted_, row, record->capacity());
  excepted_ = row + 1;
  if (!record->Append(&column, text_.data(), text_.size())) {
    excepted_ = row;
    return false;
  }
  column.values.Store(row + 1, static_cast<int32_t>(column.bytes.size()));
  return true;
}

void RowDecoder::Finish(Record* record) {
  const size_t first = first_;
  const size_t last = record->rows();
  if (most_ == 0 || first == last) {
    most_ = 0;
    return;
  }
  const size_t capacity = record->capacity();
  const model::Transaction* const transaction = data_->transaction;
  Fill(record->extra(Extra::kOperation), first, last,
       static_cast<int8_t>(static_cast<int>(data_->kind) - static_cast<int>(EntryKind::kInsert)));
  Fill(record->extra(Extra::kTimestamp), first, last, data_->timestamp_us);
  Fill(record->extra(Extra::kFile), first, last,
       record->FileIndex(data_->file != nullptr ? data_->file->name : ""));
  Fill(record->extra(Extra::kOffset), first, last, data_->offset);
  Fill(record->extra(Extra::kOrdinal), first, last, data_->ordinal);
  ColumnData& rows = record->extra(Extra::kRow);
  for (size_t row = first; row < last; ++row)
    rows.values.Store(row, static_cast<uint32_t>(first_row_ + row - first));
  Fill(record->extra(Extra::kTransactionOffset), first, last,
       transaction != nullptr ? transaction->offset : uint64_t{0});
  Fill(record->extra(Extra::kServerId), first, last, data_->server_id);
  SetBits(record->extra(Extra::kDuplicate).values.data(), first, last, duplicate_);

  ColumnData& gtid = record->extra(Extra::kGtid);
  if (gtid_.empty()) {
    gtid.SetNulls(first, last, capacity);
  } else {
    for (size_t row = first; row < last; ++row) {
      gtid.bytes.Append(gtid_.data(), gtid_.size());
      gtid.values.Store(row + 1, static_cast<int32_t>(gtid.bytes.size()));
    }
  }
  record->extra(Extra::kExceptions).SetNulls(excepted_, last, capacity);
  if (all_known_) {
    record->extra(Extra::kColumns).SetNulls(first, last, capacity);
  } else {
    FillTexts(*record, record->extra(Extra::kColumns), first, last, known_);
  }
  if (record->fields().has_before()) {
    ColumnData& columns = record->extra(Extra::kBeforeColumns);
    if (all_before_known_) {
      columns.SetNulls(first, last, capacity);
    } else {
      FillTexts(*record, columns, first, last, before_known_);
    }
    if (!reads_before_) {
      const size_t before = record->fields().before();
      for (size_t i = 0; i < record->fields().table_columns(); ++i)
        record->columns()[before + i].SetNulls(first, last, capacity);
    }
  }
  most_ = 0;
}

}  // namespace towpath::arrow
