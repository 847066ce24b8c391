// Entries of one table for the tests of formats, from values written as the binlog stores them.
#ifndef TOWPATH_TESTS_UNIT_FORMAT_ROWS_ENTRY_H_
#define TOWPATH_TESTS_UNIT_FORMAT_ROWS_ENTRY_H_

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "binlog/column_op.h"
#include "model/entry_data.h"
#include "towpath/entry.h"

namespace towpath::format {

struct TestColumn {
  Column column;
  model::ColumnLayout layout;
};

inline TestColumn MakeColumn(std::string name, ColumnType type, binlog::ColumnOp op, ValueKind kind,
                             uint8_t width = 0) {
  TestColumn c;
  c.column.name = std::move(name);
  c.column.type = type;
  c.layout.op = static_cast<uint8_t>(op);
  c.layout.kind = kind;
  c.layout.width = width;
  return c;
}

inline TestColumn IntColumn(std::string name) {
  return MakeColumn(std::move(name), ColumnType::kInt, binlog::ColumnOp::kInt32, ValueKind::kInt);
}

inline TestColumn TextColumn(std::string name) {
  TestColumn c = MakeColumn(std::move(name), ColumnType::kVarchar, binlog::ColumnOp::kBytes1,
                            ValueKind::kText);
  c.column.collation = 45;  // utf8mb4_general_ci
  c.column.charset = "utf8mb4";
  return c;
}

// The bytes of an INT and of a short string.
inline std::string IntBytes(int32_t number) {
  std::string bytes(4, '\0');
  std::memcpy(bytes.data(), &number, 4);
  return bytes;
}
inline std::string TextBytes(const std::string& text) {
  return static_cast<char>(text.size()) + text;
}

// A value as its bytes; nothing: NULL.
using Cell = std::optional<std::string>;
using Cells = std::vector<Cell>;

class TestEntry {
 public:
  TestEntry(EntryKind kind, std::vector<TestColumn> columns, std::string table = "orders")
      : file_(std::make_shared<model::BinlogFile>("binlog.000002")) {
    std::vector<Column> described;
    model::RowLayout layout;
    for (TestColumn& c : columns) {
      described.push_back(std::move(c.column));
      layout.columns.push_back(c.layout);
    }
    all_.assign((described.size() + 7) / 8, 0);
    for (size_t i = 0; i < described.size(); ++i) SetBit(i, &all_);
    table_ = std::make_shared<model::TableVersion>(
        Table("shop", std::move(table), std::move(described), {}, true), std::move(layout));
    data_.kind = kind;
    data_.table = table_.get();
    data_.before_columns = kind == EntryKind::kInsert ? nullptr : all_.data();
    data_.after_columns = kind == EntryKind::kDelete ? nullptr : all_.data();
    Place();
  }
  // Of another kind than rows.
  explicit TestEntry(EntryKind kind) : file_(std::make_shared<model::BinlogFile>("binlog.000002")) {
    data_.kind = kind;
    Place();
  }

  // Appends an image; an update's row is two of them.
  TestEntry& Image(const Cells& cells) {
    std::vector<uint8_t> nulls((cells.size() + 7) / 8, 0);
    std::string values;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (cells[i]) {
        values += *cells[i];
      } else {
        SetBit(i, &nulls);
      }
    }
    bytes_.append(nulls.begin(), nulls.end());
    bytes_ += values;
    return *this;
  }
  TestEntry& RawBytes(const std::string& bytes) {
    bytes_ += bytes;
    return *this;
  }
  TestEntry& Sql(std::string sql, std::string database, DdlKind kind = DdlKind::kOther,
                 std::vector<DdlTable> tables = {}) {
    bytes_ = std::move(sql);
    statement_.database = std::move(database);
    statement_.kind = kind;
    statement_.tables = std::move(tables);
    data_.statement = &statement_;
    return *this;
  }
  TestEntry& WithGtid(const std::string& text) {
    transaction_.gtid = *Gtid::Parse(text);
    return *this;
  }
  TestEntry& Duplicate() {
    duplicate_ = true;
    return *this;
  }
  // Only these columns are in the before image.
  TestEntry& BeforeColumns(std::vector<uint8_t> bitmap) {
    before_ = std::move(bitmap);
    data_.before_columns = before_.data();
    return *this;
  }
  // Only these columns are in the after image.
  TestEntry& AfterColumns(std::vector<uint8_t> bitmap) {
    after_ = std::move(bitmap);
    data_.after_columns = after_.data();
    return *this;
  }

  // Valid until the next change of this object.
  Entry Get() {
    data_.transaction = &transaction_;
    data_.data = reinterpret_cast<const uint8_t*>(bytes_.data());
    data_.size = static_cast<uint32_t>(bytes_.size());
    return Entry(&data_, duplicate_);
  }

 private:
  static void SetBit(size_t i, std::vector<uint8_t>* bitmap) {
    (*bitmap)[i / 8] = static_cast<uint8_t>((*bitmap)[i / 8] | 1u << i % 8);
  }
  void Place() {
    data_.file = file_.get();
    data_.offset = 1547;
    data_.timestamp_us = 1700000000000000;
  }

  std::shared_ptr<model::BinlogFile> file_;
  std::shared_ptr<model::TableVersion> table_;
  model::Transaction transaction_;
  std::vector<uint8_t> all_;
  std::vector<uint8_t> before_;
  std::vector<uint8_t> after_;
  std::string bytes_;
  model::StatementFacts statement_;
  model::EntryData data_;
  bool duplicate_ = false;
};

}  // namespace towpath::format

#endif  // TOWPATH_TESTS_UNIT_FORMAT_ROWS_ENTRY_H_
