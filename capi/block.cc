// Blocks: a run of entries with all their rows decoded, in one piece of memory.
//
// Rows are gathered by table while the entries are walked once; then everything is laid out:
//
//   towpath_block | entries | tables | statement tables | texts of entries |
//   for each table: schema, values, text, bytes
//
// While gathering, a value's offset counts from its table's text or bytes; laying out adds where
// those came to stand.
#include <algorithm>
#include <cstdlib>
#include <span>
#include <unordered_map>

#include "internal.h"

namespace towpath::capi {
namespace {

constexpr size_t kAlignment = 8;

constexpr size_t Aligned(size_t size) { return (size + kAlignment - 1) & ~(kAlignment - 1); }

bool IsTextColumn(ColumnType type) {
  switch (type) {
    case ColumnType::kChar:
    case ColumnType::kVarchar:
    case ColumnType::kText:
    case ColumnType::kDecimal:
    case ColumnType::kJson:
    case ColumnType::kUuid:
    case ColumnType::kInet4:
    case ColumnType::kInet6:
      return true;
    default:
      return false;
  }
}

// The texts of a block or schema, and where they stand in it.
class Texts {
 public:
  explicit Texts(size_t base = 0) : base_(base) {}
  towpath_block_text Add(std::string_view text) {
    const towpath_block_text at = {static_cast<uint32_t>(base_ + bytes_.size()),
                                   static_cast<uint32_t>(text.size())};
    bytes_ += text;
    bytes_ += '\0';
    return at;
  }
  size_t size() const { return bytes_.size(); }
  void Truncate(size_t size) { bytes_.resize(size); }
  const std::string& bytes() const { return bytes_; }

 private:
  size_t base_;
  std::string bytes_;
};

template <typename T>
void Append(std::string* out, const T* items, size_t count) {
  out->append(reinterpret_cast<const char*>(items), count * sizeof(T));
}

// The bytes of a towpath_block_schema.
std::string EncodeSchema(const Table& table) {
  const std::vector<Column>& columns = table.columns();
  size_t label_count = 0;
  for (const Column& column : columns) label_count += column.labels.size();
  const size_t labels_at =
      sizeof(towpath_block_schema) + columns.size() * sizeof(towpath_block_column);
  Texts texts(labels_at + label_count * sizeof(towpath_block_text));

  towpath_block_schema head{};
  head.column_count = static_cast<uint32_t>(columns.size());
  head.names_known = table.names_known() ? 1 : 0;
  head.database = texts.Add(table.database());
  head.name = texts.Add(table.name());
  head.columns = sizeof(towpath_block_schema);
  head.labels = static_cast<uint32_t>(labels_at);

  std::vector<towpath_block_column> out_columns(columns.size());
  std::vector<towpath_block_text> labels;
  labels.reserve(label_count);
  int32_t next_slot = 0;
  for (size_t i = 0; i < columns.size(); ++i) {
    const Column& from = columns[i];
    towpath_block_column& to = out_columns[i];
    to = {};
    to.type = static_cast<uint8_t>(from.type);
    to.flags = static_cast<uint8_t>(ColumnFlags(from));
    to.precision = from.precision;
    to.scale = from.scale;
    to.text_slot = IsTextColumn(from.type) ? next_slot++ : -1;
    to.length = from.length;
    to.collation = from.collation;
    to.key_part = KeyPart(table, i);
    to.first_label = static_cast<uint32_t>(labels.size());
    to.label_count = static_cast<uint32_t>(from.labels.size());
    to.name = texts.Add(from.name);
    to.charset = texts.Add(from.charset);
    for (const std::string& label : from.labels) labels.push_back(texts.Add(label));
  }

  std::string out;
  Append(&out, &head, 1);
  Append(&out, out_columns.data(), out_columns.size());
  Append(&out, labels.data(), labels.size());
  out += texts.bytes();
  return out;
}

// The row images of one table while they are gathered.
class TableRows {
 public:
  explicit TableRows(const Table& table) : table_(&table) {
    columns_.reserve(table.columns().size());
    for (const Column& column : table.columns()) {
      const bool text = IsTextColumn(column.type);
      columns_.push_back({IsUtf8(column), text});
      if (text) ++text_columns_;
    }
  }

  // What Restore needs to forget the images added since.
  struct Size {
    size_t values, text, bytes;
  };
  Size size() const { return {values_.size(), text_.size(), bytes_.size()}; }
  void Restore(const Size& size) {
    values_.resize(size.values);
    text_.resize(size.text);
    bytes_.resize(size.bytes);
  }

  uint64_t image_count() const { return columns_.empty() ? 0 : values_.size() / columns_.size(); }
  size_t memory() const {
    return values_.size() * sizeof(towpath_value) + text_.size() + bytes_.size();
  }

  Status Add(std::span<const Value> image) {
    for (size_t i = 0; i < image.size(); ++i) {
      const Value& value = image[i];
      towpath_value& to = values_.emplace_back(Head(value));
      const Form form = FormOf(value, columns_[i].utf8);
      const bool to_text = columns_[i].text && IsText(value.kind);
      if (form != Form::kNumber) {
        std::string& arena = to_text ? text_ : bytes_;
        const size_t at = arena.size();
        if (form == Form::kView) {
          arena.append(reinterpret_cast<const char*>(value.data), value.size);
        } else if (Status s = AppendMade(table_->columns()[i], value, &arena); !s.ok()) {
          return s;
        }
        const size_t size = arena.size() - at;
        if (size > UINT32_MAX) return Status(Code::kLimit, "a value of more than 4 GiB as text");
        to.size = static_cast<uint32_t>(size);
        to.as.offset = at;
        if (!to_text) arena += '\0';
      }
      if (columns_[i].text) text_ += '\0';
    }
    return Status::Ok();
  }

  size_t LaidOutSize() const {
    return Aligned(schema_.size()) + values_.size() * sizeof(towpath_value) +
           Aligned(text_.size()) + Aligned(bytes_.size());
  }
  void Finish() { schema_ = EncodeSchema(*table_); }

  // Writes everything at block + *offset, which is moved on, and says in `out` where it stands.
  void LayOut(char* block, size_t* offset, towpath_block_table* out) const {
    const auto place = [&](const std::string& bytes) {
      const size_t at = *offset;
      std::memcpy(block + at, bytes.data(), bytes.size());
      std::memset(block + at + bytes.size(), 0, Aligned(bytes.size()) - bytes.size());
      *offset += Aligned(bytes.size());
      return at;
    };
    *out = {};
    out->column_count = static_cast<uint32_t>(columns_.size());
    out->text_columns = text_columns_;
    out->image_count = image_count();
    out->schema = place(schema_);
    out->schema_size = schema_.size();
    out->values = *offset;
    *offset += values_.size() * sizeof(towpath_value);
    out->text = place(text_);
    out->text_size = text_.size();
    out->bytes = place(bytes_);
    out->bytes_size = bytes_.size();

    auto* to = reinterpret_cast<towpath_value*>(block + out->values);
    for (size_t first = 0; first < values_.size(); first += columns_.size()) {
      for (size_t i = 0; i < columns_.size(); ++i, ++to) {
        *to = values_[first + i];
        const auto kind = static_cast<ValueKind>(to->kind);
        if (IsText(kind)) {
          to->as.offset += columns_[i].text ? out->text : out->bytes;
        } else if (IsBytes(kind)) {
          to->as.offset += out->bytes;
        }
      }
    }
  }

 private:
  struct ColumnFacts {
    bool utf8;  // its text needs no conversion
    bool text;  // has a text slot
  };

  const Table* table_;
  std::vector<ColumnFacts> columns_;
  uint32_t text_columns_ = 0;
  std::vector<towpath_value> values_;
  std::string text_;
  std::string bytes_;
  std::string schema_;
};

class BlockBuilder {
 public:
  // Adds an entry with its rows; on failure the block is as it was before.
  Status Add(const Entry& entry) {
    const model::EntryData& data = entry.data();
    const size_t texts_before = texts_.size();
    towpath_block_entry out{};
    out.kind = static_cast<uint8_t>(data.kind);
    out.duplicate = entry.duplicate() ? 1 : 0;
    out.images = data.kind == EntryKind::kUpdate ? 2 : entry.is_rows() ? 1 : 0;
    out.table = TOWPATH_NO_TABLE;
    out.timestamp_us = data.timestamp_us;
    out.offset = data.offset;
    out.ordinal = data.ordinal;
    out.server_id = data.server_id;
    out.ddl_kind = static_cast<uint8_t>(entry.ddl_kind());
    out.sql_valid = entry.sql_valid() ? 1 : 0;
    if (data.file != nullptr) {
      if (data.file != file_) file_text_ = texts_.Add(data.file->name);
      file_ = data.file;
      out.file = file_text_;
    }
    if (data.transaction != nullptr) {
      if (data.transaction != transaction_) {
        gtid_text_ = texts_.Add(data.transaction->gtid.ToString());
      }
      transaction_ = data.transaction;
      out.transaction_offset = data.transaction->offset;
      out.gtid = gtid_text_;
    }
    if (entry.is_rows()) {
      if (Status s = AddRows(entry, &out); !s.ok()) return s;
    } else {
      if (!entry.database().empty()) out.database = texts_.Add(entry.database());
      if (!entry.sql().empty()) out.sql = texts_.Add(entry.sql());
      out.first_statement_table = static_cast<uint32_t>(statement_tables_.size());
      out.statement_table_count = static_cast<uint32_t>(entry.statement_tables().size());
      for (const DdlTable& table : entry.statement_tables())
        statement_tables_.push_back({texts_.Add(table.database), texts_.Add(table.name)});
    }
    if (texts_.size() > UINT32_MAX) {
      texts_.Truncate(texts_before);
      if (!entry.is_rows()) statement_tables_.resize(out.first_statement_table);
      return Status(Code::kLimit, "the statements of a block exceed 4 GiB");
    }
    entries_.push_back(out);
    return Status::Ok();
  }

  bool empty() const { return entries_.empty(); }
  size_t memory() const {
    return entries_.size() * sizeof(towpath_block_entry) +
           statement_tables_.size() * sizeof(towpath_block_statement_table) + texts_.size() +
           table_memory_;
  }

  // The block, to be freed with std::free. Throws std::bad_alloc.
  towpath_block* Finish(size_t first_entry) {
    size_t size = sizeof(towpath_block) + entries_.size() * sizeof(towpath_block_entry) +
                  tables_.size() * sizeof(towpath_block_table) +
                  statement_tables_.size() * sizeof(towpath_block_statement_table) +
                  Aligned(texts_.size());
    for (TableRows& table : tables_) {
      table.Finish();
      size += table.LaidOutSize();
    }
    auto* memory = static_cast<char*>(std::malloc(size));
    if (memory == nullptr) throw std::bad_alloc();

    towpath_block head{};
    head.size = size;
    head.first_entry = first_entry;
    head.entry_count = entries_.size();
    head.entries = sizeof(towpath_block);
    head.table_count = tables_.size();
    head.tables = head.entries + entries_.size() * sizeof(towpath_block_entry);
    head.statement_table_count = statement_tables_.size();
    head.statement_tables = head.tables + tables_.size() * sizeof(towpath_block_table);
    head.texts =
        head.statement_tables + statement_tables_.size() * sizeof(towpath_block_statement_table);
    head.texts_size = texts_.size();
    std::memcpy(memory, &head, sizeof(head));
    if (!entries_.empty()) {
      std::memcpy(memory + head.entries, entries_.data(),
                  entries_.size() * sizeof(towpath_block_entry));
    }
    if (!statement_tables_.empty()) {
      std::memcpy(memory + head.statement_tables, statement_tables_.data(),
                  statement_tables_.size() * sizeof(towpath_block_statement_table));
    }
    const size_t tables_at = head.texts + Aligned(texts_.size());
    std::memset(memory + head.texts, 0, tables_at - head.texts);
    std::memcpy(memory + head.texts, texts_.bytes().data(), texts_.size());

    size_t offset = tables_at;
    auto* out_tables = reinterpret_cast<towpath_block_table*>(memory + head.tables);
    for (size_t i = 0; i < tables_.size(); ++i) {
      tables_[i].LayOut(memory, &offset, &out_tables[i]);
    }
    return reinterpret_cast<towpath_block*>(memory);
  }

 private:
  Status AddRows(const Entry& entry, towpath_block_entry* out) {
    const Table* table = entry.table();
    if (table != table_) {
      const auto [found, added] = table_index_.try_emplace(table, tables_.size());
      if (added) {
        tables_.emplace_back(*table);
        table_texts_.push_back(texts_.Add(table->database()));
      }
      table_ = table;
      current_ = found->second;
    }
    TableRows& rows = tables_[current_];
    const TableRows::Size before = rows.size();
    const size_t memory_before = rows.memory();
    out->table = static_cast<uint32_t>(current_);
    out->database = table_texts_[current_];
    out->first_image = rows.image_count();
    Status status;
    for (reader_.Start(entry); status.ok() && reader_.Next(); ++out->row_count) {
      status = rows.Add(reader_.before());
      if (status.ok()) status = rows.Add(reader_.after());
    }
    if (status.ok()) status = reader_.status();
    if (!status.ok()) {
      rows.Restore(before);
    } else {
      table_memory_ += rows.memory() - memory_before;
    }
    return status;
  }

  RowReader reader_;
  std::vector<towpath_block_entry> entries_;
  Texts texts_;
  std::vector<towpath_block_statement_table> statement_tables_;
  std::vector<TableRows> tables_;
  std::vector<towpath_block_text> table_texts_;  // the database of each
  std::unordered_map<const Table*, size_t> table_index_;
  size_t table_memory_ = 0;
  // What the last entry had, so that a run of like entries costs comparisons.
  const model::BinlogFile* file_ = nullptr;
  towpath_block_text file_text_{};
  const model::Transaction* transaction_ = nullptr;
  towpath_block_text gtid_text_{};
  const Table* table_ = nullptr;
  size_t current_ = 0;
};

}  // namespace
}  // namespace towpath::capi

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

towpath_status towpath_batch_decode(const towpath_batch* batch, size_t first_entry,
                                    size_t max_bytes, towpath_block** block,
                                    towpath_error** error) {
  if (block != nullptr) *block = nullptr;
  return Guard("towpath_batch_decode", error, {{"batch", batch}, {"block", block}}, [&] {
    const size_t size = batch->cpp.size();
    if (first_entry >= size && first_entry != 0) {
      return Status(Code::kInvalidArgument, "there is no entry " + std::to_string(first_entry) +
                                                ": there are " + std::to_string(size) +
                                                ", numbered from 0");
    }
    BlockBuilder builder;
    Batch::Iterator it = batch->cpp.begin();
    for (size_t i = 0; i < first_entry; ++i) ++it;
    for (; it != batch->cpp.end(); ++it) {
      if (Status s = builder.Add(*it); !s.ok()) {
        if (builder.empty()) return s;
        break;  // the next call begins with this entry and returns its error
      }
      if (max_bytes != 0 && builder.memory() >= max_bytes) break;
    }
    *block = builder.Finish(first_entry);
    return Status::Ok();
  });
}

void towpath_block_free(towpath_block* block) { std::free(block); }
