// The oracle of settings: every combination of the variables by which a server writes its binlog in
// other bytes. The same few statements on columns of all types run under each; one stream reads all
// of it. Each image has exactly the columns that the setting of row images calls for (a column that
// is left out is absent, which is not NULL), and their values are what SELECT shows.
#include <chrono>
#include <cstddef>
#include <deque>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "fmt/ranges.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/select_oracle_workload.h"
#include "tests/support/sql_text.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

struct MatrixColumn {
  std::string name;
  std::string type;
  std::string probe;      // what SELECT is asked for: the value's text, or HEX(...) of its bytes
  std::string first;      // a value
  std::string second;     // another
  bool is_large = false;  // NOBLOB may leave it out: BLOB and TEXT, but no JSON or GEOMETRY
};

// id is a column too; g and h are generated from n.
std::vector<MatrixColumn> ColumnsOf(const LiveServer& server) {
  std::vector<MatrixColumn> columns = {
      {"id", "BIGINT NOT NULL", "id", "", ""},
      {"n", "INT UNSIGNED", "n", "4294967295", "0"},
      {"t", "TINYINT", "t", "-128", "127"},
      {"m", "MEDIUMINT", "m", "-8388608", "NULL"},
      {"b", "BIGINT UNSIGNED", "b", "18446744073709551615", "9223372036854775808"},
      {"d", "DECIMAL(65,30)", "d",
       "-12345678901234567890123456789012345.000000000000000000000000000001", "0.5"},
      {"f", "FLOAT", "f", "-1.5", "0.25"},
      {"e", "DOUBLE", "e", "1.7976931348623157e308", "-0.1"},
      {"y", "YEAR", "y", "2155", "0"},
      {"da", "DATE", "da", "'0000-00-00'", "'2024-02-29'"},
      {"ti", "TIME(6)", "ti", "'-838:59:58.999999'", "'00:00:00.000001'"},
      {"dt", "DATETIME(3)", "dt", "'9999-12-31 23:59:59.999'", "'2024-00-00 00:00:00'"},
      {"ts", "TIMESTAMP(2) NULL", "ts", "'2038-01-19 03:14:07.99'", "'0000-00-00 00:00:00'"},
      {"c", "CHAR(100) CHARACTER SET utf8mb4", "c", "'é😀'", "''"},
      {"l", "VARCHAR(300) CHARACTER SET latin1", "l", "'ÿ€'", "NULL"},
      {"bi", "BINARY(5)", "HEX(bi)", "x'0100'", "x''"},
      {"vb", "VARBINARY(300)", "HEX(vb)", "x'FF00'", "x'00'"},
      {"bt", "BIT(33)", "CAST(bt AS UNSIGNED)", "b'100000000000000000000000000000001'", "b'0'"},
      {"en", "ENUM('a','ä','') CHARACTER SET utf8mb4", "en", "'ä'", "3"},
      {"se", "SET('x','y','z')", "se", "'x,z'", "''"},
      {"g", "BIGINT GENERATED ALWAYS AS (n + 1) VIRTUAL", "g", "", ""},
      {"h", "BIGINT GENERATED ALWAYS AS (n + 2) STORED", "h", "", ""},
      {"tx", "TEXT CHARACTER SET utf8mb4", "tx", "REPEAT('日', 300)", "NULL", true},
      {"bl", "LONGBLOB", "HEX(bl)", "REPEAT(x'00FF', 500)", "x''", true},
      {"ge", "GEOMETRY", "HEX(ge)", "ST_GeomFromText('POINT(1 2)', 4326)", "NULL"},
  };
  if (server.mysql()) {
    columns.push_back({"j", "JSON", "j",
                       "JSON_OBJECT('a', JSON_ARRAY(1, CAST('2024-02-29' AS DATE), 1.50), 'b', "
                       "REPEAT('text', 30))",
                       "JSON_SET(j, '$.a[0]', 2, '$.k', CAST(1.50 AS DECIMAL(9,2)))"});
    columns.push_back(
        {"v", "VECTOR(4)", "HEX(v)", "STRING_TO_VECTOR('[1,-2.5]')", "STRING_TO_VECTOR('[0]')"});
  } else {
    columns.push_back({"u", "UUID", "u", "'123e4567-e89b-12d3-a456-426655440000'", "NULL"});
    columns.push_back({"i4", "INET4", "i4", "'255.0.0.1'", "'0.0.0.0'"});
    columns.push_back({"i6", "INET6", "i6", "'::1'", "'ff::ff'"});
    columns.push_back(
        {"vc", "VARCHAR(400) COMPRESSED CHARACTER SET utf8mb4", "vc", "REPEAT('ab', 100)", "'é'"});
    columns.push_back({"bc", "BLOB COMPRESSED", "HEX(bc)", "REPEAT('ab', 500)", "x'00'", true});
    if (server.IsAtLeast(1107))
      columns.push_back(
          {"v", "VECTOR(2)", "HEX(v)", "VEC_FromText('[1,-2.5]')", "VEC_FromText('[0,3e-38]')"});
    if (server.IsAtLeast(1105))
      columns.push_back({"tl", "TIMESTAMP(6) NULL", "tl", "'2106-02-07 06:28:15.999999'",
                         "'2038-01-19 03:14:08'"});
  }
  return columns;
}

using Texts = std::vector<std::optional<std::string>>;
using Names = std::set<std::string>;

struct ExpectedImage {
  Names present;
  Texts texts;  // of all columns
};

struct Expected {
  std::string label;
  EntryKind kind = EntryKind::kInsert;
  std::string table;
  std::optional<ExpectedImage> before;
  std::optional<ExpectedImage> after;
  bool names_known = true;
};

enum class Image { kFull, kMinimal, kNoBlob, kFullNoDuplicates };

const char* ImageName(Image image) {
  switch (image) {
    case Image::kFull:
      return "FULL";
    case Image::kMinimal:
      return "MINIMAL";
    case Image::kNoBlob:
      return "NOBLOB";
    case Image::kFullNoDuplicates:
      return "FULL_NODUP";
  }
  return "";
}

class Matrix {
 public:
  explicit Matrix(const LiveServer& server)
      : server_(server), session_(server), columns_(ColumnsOf(server)) {
    session_.Query("CREATE DATABASE matrix");
    session_.Query("USE matrix");
    std::string list;
    for (const MatrixColumn& column : columns_)
      list += fmt::format("{}{} {}", list.empty() ? "" : ", ", column.name, column.type);
    session_.Query(fmt::format("CREATE TABLE keyed ({}, PRIMARY KEY (id))", list));
    session_.Query(fmt::format("CREATE TABLE keyless ({})", list));
    start_ = session_.Position();
  }

  // Runs the statements under each combination, and compares what a stream delivers.
  void Run();
  void Report() const;

 private:
  void Check();
  void Statements(Image image, const std::string& label);
  Texts Read(const std::string& table);
  Names Present(Image image, bool keyed, EntryKind kind, bool is_after,
                const Names& assigned) const;
  void Expect(const std::string& label, Image image, const std::string& table, EntryKind kind,
              const std::string& sql, const Names& assigned);
  std::string Compare(const Expected& expected, const ExpectedImage& image, const Entry& entry,
                      std::span<const Value> values, std::span<const Value> before);

  const LiveServer& server_;
  OracleSession session_;
  const std::vector<MatrixColumn> columns_;
  std::deque<Expected> expected_;
  int64_t next_id_ = 1;
  int64_t id_ = 0;
  std::string start_;
  size_t combinations_ = 0;
  size_t changes_ = 0;
  uint64_t values_ = 0;
  uint64_t absent_ = 0;
  uint64_t nulls_ = 0;
  uint64_t differences_ = 0;  // JSON documents of which only the difference is known
};

Texts Matrix::Read(const std::string& table) {
  std::string list;
  for (const MatrixColumn& column : columns_) list += (list.empty() ? "" : ", ") + column.probe;
  const mysql::ResultSet set =
      session_.Query(fmt::format("SELECT {} FROM {} WHERE id = {}", list, table, id_));
  REQUIRE(set.rows.size() == 1);
  return set.rows[0];
}

// What the manuals say of binlog_row_image, and of generated columns what the servers do.
Names Matrix::Present(Image image, bool keyed, EntryKind kind, bool is_after,
                      const Names& assigned) const {
  Names present;
  const bool mariadb = !server_.mysql();
  for (const MatrixColumn& column : columns_) {
    const bool is_virtual = column.name == "g";
    const bool is_stored = column.name == "h";
    bool given = assigned.count(column.name) != 0;
    if (is_virtual || is_stored) given = assigned.count("n") != 0;
    // MariaDB takes a stored column for assigned by each statement, a virtual one by none; MySQL
    // both by each INSERT.
    if (mariadb && is_stored) given = true;
    if (mariadb && is_virtual) given = false;
    if (!mariadb && kind == EntryKind::kInsert && (is_virtual || is_stored)) given = true;
    bool is = true;
    if (is_after) {
      if (image == Image::kMinimal) is = given;
      if (image == Image::kNoBlob) is = given || !column.is_large;
      if (image == Image::kFullNoDuplicates) is = given || kind == EntryKind::kInsert;
      if (mariadb && !keyed) is = true;
    } else if (keyed) {
      if (image == Image::kMinimal) is = column.name == "id";
      if (image == Image::kNoBlob) is = !column.is_large;
    }
    if (is) present.insert(column.name);
  }
  return present;
}

void Matrix::Expect(const std::string& label, Image image, const std::string& table, EntryKind kind,
                    const std::string& sql, const Names& assigned) {
  Expected expected;
  expected.label = label;
  expected.kind = kind;
  expected.table = table;
  const bool keyed = table == "keyed";
  if (kind != EntryKind::kInsert)
    expected.before = {Present(image, keyed, kind, false, assigned), Read(table)};
  session_.Query(sql);
  if (kind != EntryKind::kDelete)
    expected.after = {Present(image, keyed, kind, true, assigned), Read(table)};
  expected_.push_back(std::move(expected));
}

void Matrix::Statements(Image image, const std::string& label) {
  ++combinations_;
  for (const std::string table : {"keyed", "keyless"}) {
    id_ = next_id_++;
    Names all = {"id"};
    std::string names = "id", values = std::to_string(id_), changes;
    for (const MatrixColumn& column : columns_) {
      if (column.first.empty()) continue;
      all.insert(column.name);
      names += ", " + column.name;
      values += ", " + column.first;
      changes += fmt::format("{}{} = {}", changes.empty() ? "" : ", ", column.name, column.second);
    }
    Names but_id = all;
    but_id.erase("id");
    const auto expect = [&](EntryKind kind, const std::string& sql, const Names& assigned) {
      Expect(label, image, table, kind, sql, assigned);
    };
    const std::string where = fmt::format(" WHERE id = {}", id_);
    expect(EntryKind::kInsert, fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, values),
           all);
    expect(EntryKind::kUpdate, fmt::format("UPDATE {} SET t = 1, tx = 'x'{}", table, where),
           {"t", "tx"});
    expect(EntryKind::kUpdate, fmt::format("UPDATE {} SET {}{}", table, changes, where), but_id);
    expect(EntryKind::kUpdate, fmt::format("UPDATE {} SET bl = x'01', c = NULL{}", table, where),
           {"bl", "c"});
    if (server_.mysql()) {
      expect(EntryKind::kUpdate,
             fmt::format("UPDATE {} SET j = JSON_REMOVE(JSON_REPLACE(j, '$.b', 'é'), '$.a[1]'){}",
                         table, where),
             {"j"});
    }
    expect(EntryKind::kDelete, fmt::format("DELETE FROM {}{}", table, where), {});
    id_ = next_id_++;
    expect(EntryKind::kInsert,
           fmt::format("INSERT INTO {} (id, bl, l) VALUES ({}, NULL, NULL)", table, id_),
           {"id", "bl", "l"});
  }
}

void Matrix::Run() {
  const auto set = [&](const std::string& scope, const std::string& name,
                       const std::string& value) {
    session_.Query(fmt::format("SET {} {} = {}", scope, name, value));
    return fmt::format(" {}={}", name, value);
  };
  std::vector<Image> images = {Image::kFull, Image::kMinimal, Image::kNoBlob};
  if (!server_.mysql()) {
    if (server_.IsAtLeast(1104)) images.push_back(Image::kFullNoDuplicates);
    for (const char* checksum : {"NONE", "CRC32"})
      for (const char* compress : {"0", "1"})
        for (const char* metadata : {"FULL", "MINIMAL", "NO_LOG"})
          for (const char* annotate : {"0", "1"})
            for (const Image image : images) {
              std::string label = set("GLOBAL", "binlog_checksum", checksum);
              label += set("GLOBAL", "log_bin_compress", compress);
              set("GLOBAL", "log_bin_compress_min_len", "10");
              label += set("GLOBAL", "binlog_row_metadata", metadata);
              label += set("SESSION", "binlog_annotate_row_events", annotate);
              label += set("SESSION", "binlog_row_image", ImageName(image));
              Statements(image, label);
            }
    return Check();
  }
  for (const char* gtid : {"ON", "OFF"}) {
    if (std::string_view(gtid) == "OFF") {
      // The server sends no transaction with a GTID any more: what was written is read before.
      Check();
      for (const char* step : {"ON_PERMISSIVE", "OFF_PERMISSIVE", "OFF"})
        set("GLOBAL", "gtid_mode", step);
      session_.Query("FLUSH BINARY LOGS");
      start_ = session_.Position();
    }
    for (const char* checksum : {"NONE", "CRC32"})
      for (const char* metadata : {"FULL", "MINIMAL"})
        for (const char* compression : {"0", "1"})
          for (const char* options : {"''", "PARTIAL_JSON"})
            for (const Image image : images) {
              std::string label = fmt::format("gtid_mode={}", gtid);
              label += set("GLOBAL", "binlog_checksum", checksum);
              label += set("GLOBAL", "binlog_row_metadata", metadata);
              label += set("SESSION", "binlog_transaction_compression", compression);
              label += set("SESSION", "binlog_row_value_options", options);
              label += set("SESSION", "binlog_row_image", ImageName(image));
              Statements(image, label);
            }
  }
  Check();
}

void Matrix::Report() const {
  std::cout << fmt::format(
      "matrix {}: {} combinations, {} row changes, {} values and {} NULLs are the same, {} "
      "absent, {} differences of documents\n",
      server_.Label(), combinations_, changes_, values_, nulls_, absent_, differences_);
  CHECK(combinations_ >= (server_.mysql() || server_.IsAtLeast(1104) ? 96u : 72u));
  CHECK(values_ > 0);
  CHECK(nulls_ > 0);
  CHECK(absent_ > 0);
  if (server_.mysql()) CHECK(differences_ > 0);
}

std::string Matrix::Compare(const Expected& expected, const ExpectedImage& image,
                            const Entry& entry, std::span<const Value> values,
                            std::span<const Value> before) {
  if (values.size() != columns_.size()) return fmt::format("{} columns", values.size());
  Names present;
  std::string wrong;
  for (size_t i = 0; i < values.size(); ++i) {
    const Column& column = entry.table()->columns()[i];
    const Value& value = values[i];
    if (column.name != columns_[i].name) return "column " + column.name;
    if (value.is_absent()) {
      ++absent_;
      continue;
    }
    present.insert(column.name);
    if (value.is_null() || !image.texts[i]) {
      ++nulls_;
      if (value.is_null() != !image.texts[i]) wrong += fmt::format("\n  {}: NULL", column.name);
      continue;
    }
    if (value.kind == ValueKind::kJsonDiff) {
      // The state oracle applies them; here is to be seen that they come where they must.
      ++differences_;
      if (!before[i].is_absent() || expected.kind != EntryKind::kUpdate ||
          expected.label.find("PARTIAL_JSON") == std::string::npos)
        wrong += fmt::format("\n  {}: a difference of documents", column.name);
      continue;
    }
    ++values_;
    std::string text;
    const Status status = AppendText(column, value, &text);
    if (columns_[i].probe.starts_with("HEX(")) text = test::Hex(text);
    if (!status.ok() || text != *image.texts[i])
      wrong += fmt::format("\n  {}: {} in SELECT, delivered {} {}", column.name, *image.texts[i],
                           text, status.ToString());
  }
  if (present != image.present)
    wrong += fmt::format("\n  it has the columns {}\n  and should have {}", fmt::join(present, " "),
                         fmt::join(image.present, " "));
  return wrong;
}

// Reads what was written since start_.
void Matrix::Check() {
  Options options = server_.StreamOptions();
  REQUIRE(options.Set("store.url", "memory:").ok());
  REQUIRE(options.Set("source.start", start_).ok());
  auto stream = Stream::Open(options);
  if (!stream.ok()) FAIL(stream.status().ToString());
  RowReader rows;
  size_t failures = 0;
  changes_ += expected_.size();
  while (!expected_.empty()) {
    auto batch = (*stream)->Get(1000, std::chrono::minutes(1));
    if (!batch.ok()) FAIL(batch.status().ToString());
    REQUIRE(batch->mark() != Batch::kNoMark);
    for (const Entry entry : *batch) {
      for (rows.Start(entry); rows.Next();) {
        REQUIRE(!expected_.empty());
        const Expected expected = std::move(expected_.front());
        expected_.pop_front();
        std::string wrong;
        if (entry.kind() != expected.kind || entry.table()->name() != expected.table)
          wrong = fmt::format("\n  {} of {}", EntryKindName(entry.kind()), entry.table()->name());
        if (rows.before().empty() == expected.before.has_value() ||
            rows.after().empty() == expected.after.has_value())
          wrong += "\n  other images";
        if (wrong.empty() && expected.before)
          wrong = Compare(expected, *expected.before, entry, rows.before(), rows.before());
        if (wrong.empty() && expected.after)
          wrong = Compare(expected, *expected.after, entry, rows.after(), rows.before());
        if (wrong.empty()) continue;
        FAIL_CHECK(expected.label << ": " << EntryKindName(expected.kind) << " of "
                                  << expected.table << " at " << entry.position().ToString()
                                  << wrong);
        if (++failures == 20) FAIL("and so on");
      }
      REQUIRE(rows.status().ok());
    }
  }
}

TEST_CASE("oracle: every combination of the binlog's settings") {
  const Kind kind = GENERATE(from_range(Kinds()));
  const LiveServer server(kind, std::vector<std::string>());
  Matrix matrix(server);
  matrix.Run();
  matrix.Report();
}

}  // namespace
}  // namespace towpath::live
