#include "tests/live/select_oracle_check.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <memory>

#include "fmt/format.h"
#include "fmt/ranges.h"
#include "model/entry_data.h"
#include "model/text.h"
#include "tests/catch.h"
#include "tests/support/sql_text.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

using test::Compare;
using test::Probe;
using test::RandomColumn;
using test::RandomTable;

constexpr size_t kShown = 300;  // bytes of a text or image in a report

std::string Shown(std::string_view text) {
  return text.size() <= kShown
             ? std::string(text)
             : fmt::format("{}... ({} bytes)", text.substr(0, kShown), text.size());
}

std::string ShownText(const std::optional<std::string>& text) {
  return text ? fmt::format("'{}' (hex {})", Shown(*text), Shown(test::Hex(*text))) : "NULL";
}

std::string_view View(std::span<const uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Whether the text of a FLOAT, which a server cuts to six digits, says all of it.
bool SaysAllOf(const std::string& text, float number) {
  return std::isnormal(number) && std::strtof(text.c_str(), nullptr) == number;
}

const char* ImageName(RowImage image) {
  switch (image) {
    case RowImage::kFull:
      return "FULL";
    case RowImage::kMinimal:
      return "MINIMAL";
    case RowImage::kNoBlob:
      return "NOBLOB";
  }
  return "";
}

// The results of a column's probes.
struct ColumnResults {
  std::span<const Probe> probes;
  std::span<const std::optional<std::string>> texts;
};

std::vector<ColumnResults> ByColumn(const RandomTable& table, const SelectedRow& row) {
  std::vector<ColumnResults> columns;
  size_t at = 0;
  for (const RandomColumn& column : table.columns) {
    columns.push_back({column.probes, {row.data() + at, column.probes.size()}});
    at += column.probes.size();
  }
  return columns;
}

bool SameTexts(const ColumnResults& a, const ColumnResults& b) {
  return std::equal(a.texts.begin(), a.texts.end(), b.texts.begin(), b.texts.end());
}

}  // namespace

void OracleCounts::Add(const OracleCounts& other) {
  inserted += other.inserted;
  rows += other.rows;
  images += other.images;
  values += other.values;
  absent += other.absent;
  state += other.state;
  mismatches += other.mismatches;
  for (const auto& [type, count] : other.by_type) by_type[type] += count;
}

std::string OracleCounts::ToString() const {
  return fmt::format(
      "{} rows inserted, {} row changes, {} images, {} values compared, {} absent, {} values of "
      "the "
      "final state, {} mismatches",
      inserted, rows, images, values, absent, state, mismatches);
}

StreamChecker::StreamChecker(Journal journal, std::string label, bool visibility_known)
    : journal_(std::move(journal)),
      label_(std::move(label)),
      visibility_known_(visibility_known),
      state_(journal_.tables.size()) {}

void StreamChecker::Report(const std::string& what, size_t table, std::string_view details) {
  ++counts_.mismatches;
  std::cerr << fmt::format("\nMISMATCH ({}): {}\n  table {}\n{}", label_, what,
                           Shown(journal_.tables[table].create), details)
            << std::endl;
}

std::optional<size_t> StreamChecker::FindTable(const Table& table) const {
  for (size_t i = 0; i < journal_.tables.size(); ++i)
    if (journal_.tables[i].name == table.name() && journal_.tables[i].database == table.database())
      return i;
  return std::nullopt;
}

StreamChecker::DeliveredRow StreamChecker::Deliver(const Table& table,
                                                   std::span<const Value> image) {
  DeliveredRow row(image.size());
  for (size_t i = 0; i < image.size(); ++i) {
    const Value& value = image[i];
    row[i].kind = value.kind;
    if (value.is_absent() || value.is_null()) continue;
    if (value.bytes().empty()) row[i].bits = value.u64;
    const Status status = AppendText(table.columns()[i], value, &row[i].text);
    if (!status.ok()) row[i].text = "(" + status.ToString() + ")";
  }
  return row;
}

// What of a value contradicts the probe; empty when nothing does.
static std::string Difference(const Probe& probe, const std::optional<std::string>& selected,
                              ValueKind kind, uint64_t bits, const std::string& text) {
  if (!selected || kind == ValueKind::kNull) {
    if (!selected && kind == ValueKind::kNull) return {};
    return fmt::format("SELECT {} is {}, delivered {}", probe.select, ShownText(selected),
                       kind == ValueKind::kNull ? "NULL" : ShownText(text));
  }
  const auto both = [&](const std::string& delivered) {
    return fmt::format("SELECT {} is {}\n  delivered {}", probe.select, ShownText(selected),
                       ShownText(delivered));
  };
  switch (probe.compare) {
    case Compare::kText:
      return *selected == text ? std::string() : both(text);
    case Compare::kHex:
      return *selected == test::Hex(text) ? std::string() : both(test::Hex(text));
    case Compare::kNumber:
      return model::ParseNumber<uint64_t>(*selected) == bits ? std::string()
                                                             : both(std::to_string(bits));
    case Compare::kDoubleBits: {
      // Zeros of either sign are one number; MariaDB does not show the sign.
      const double expected = std::strtod(selected->c_str(), nullptr);
      const auto delivered = std::bit_cast<double>(bits);
      const bool same =
          std::bit_cast<uint64_t>(expected) == bits || (expected == 0 && delivered == 0);
      // The text must say the same.
      const double said = kind == ValueKind::kFloat
                              ? static_cast<double>(std::strtof(text.c_str(), nullptr))
                              : std::strtod(text.c_str(), nullptr);
      return same && std::bit_cast<uint64_t>(said) == bits
                 ? std::string()
                 : both(fmt::format("{:a} as {}", delivered, text));
    }
    case Compare::kFloatText:
      return *selected == text ||
                     !SaysAllOf(*selected, static_cast<float>(std::bit_cast<double>(bits)))
                 ? std::string()
                 : both(text);
  }
  return "a comparison that is not known";
}

bool StreamChecker::MayBeAbsent(const ExpectedStatement& statement, size_t column, bool is_after,
                                bool unchanged) const {
  const RandomTable& table = journal_.tables[statement.table];
  const auto is_key = [&] {
    if (!table.primary_key.empty())
      return std::find(table.primary_key.begin(), table.primary_key.end(), column) !=
             table.primary_key.end();
    return !table.has_unique_id || column == table.id;
  };
  if (statement.image == RowImage::kFull) return false;
  // MariaDB leaves virtual columns out of MINIMAL images even when they change.
  if (statement.image == RowImage::kMinimal && table.flavor == Flavor::kMariadb &&
      table.columns[column].generated == RandomColumn::Generated::kVirtual)
    return true;
  if (statement.image == RowImage::kNoBlob && !table.columns[column].is_large) return false;
  return is_after ? unchanged : !is_key();
}

// `other`: the row before or after this image; null for inserts and deletes.
void StreamChecker::CheckImage(const Entry& entry, const ExpectedStatement& statement,
                               bool is_after, const DeliveredRow& delivered,
                               const SelectedRow& expected, const SelectedRow* other) {
  ++counts_.images;
  const RandomTable& table = journal_.tables[statement.table];
  const std::span<const Value> image = is_after ? reader_.after() : reader_.before();
  const std::vector<ColumnResults> results = ByColumn(table, expected);
  const std::vector<ColumnResults> others =
      other == nullptr ? std::vector<ColumnResults>() : ByColumn(table, *other);
  for (size_t i = 0; i < delivered.size(); ++i) {
    std::string difference;
    if (delivered[i].kind == ValueKind::kAbsent) {
      ++counts_.absent;
      const bool unchanged = other == nullptr || SameTexts(results[i], others[i]);
      if (MayBeAbsent(statement, i, is_after, unchanged)) continue;
      difference = fmt::format("absent from a {} image", ImageName(statement.image));
    } else {
      ++counts_.values;
      if (delivered[i].kind != ValueKind::kNull) ++counts_.by_type[table.columns[i].facts.type];
      for (size_t j = 0; j < results[i].probes.size() && difference.empty(); ++j)
        difference = Difference(results[i].probes[j], results[i].texts[j], delivered[i].kind,
                                delivered[i].bits, delivered[i].text);
    }
    if (difference.empty()) continue;
    const model::EntryData& data = entry.data();
    Report(
        difference, statement.table,
        fmt::format("  column {} {} {}\n  position {}, {} image of {} ({}), value bytes {}\n  rows "
                    "event from byte 0: {}\n  statement {}",
                    i + 1, table.columns[i].name, Shown(table.columns[i].type),
                    entry.position().ToString(), is_after ? "after" : "before",
                    EntryKindName(entry.kind()), ImageName(statement.image),
                    Shown(test::Hex(View(image[i].bytes()))),
                    Shown(test::Hex(View({data.data, data.size}))), Shown(statement.sql)));
    if (HasFailed()) return;
  }
}

void StreamChecker::CheckTable(const Table& table, size_t index) {
  const RandomTable& expected = journal_.tables[index];
  std::string wrong;
  const auto check = [&](std::string_view column, std::string_view what, const auto& has,
                         const auto& wants) {
    if (has != wants)
      wrong += fmt::format("  column {}: {} is {}, declared {}\n", column, what, has, wants);
  };
  check("", "names_known", table.names_known(), true);
  check("", "number of columns", table.columns().size(), expected.columns.size());
  for (size_t i = 0; wrong.empty() && i < expected.columns.size(); ++i) {
    const Column& is = table.columns()[i];
    const RandomColumn& column = expected.columns[i];
    const Column& facts = column.facts;
    const bool in_key = std::find(expected.primary_key.begin(), expected.primary_key.end(), i) !=
                        expected.primary_key.end();
    check(column.name, "name", is.name, column.name);
    check(column.name, "type", ColumnTypeName(is.type), ColumnTypeName(facts.type));
    check(column.name, "is_unsigned", is.is_unsigned, facts.is_unsigned);
    check(column.name, "nullable", is.nullable, column.nullable);
    check(column.name, "precision", is.precision, facts.precision);
    check(column.name, "scale", is.scale, facts.scale);
    if (visibility_known_) check(column.name, "visible", is.visible, column.visible);
    if (facts.length != 0) check(column.name, "length", is.length, facts.length);
    if (!facts.charset.empty()) check(column.name, "charset", is.charset, facts.charset);
    check(column.name, "labels", is.labels, facts.labels);
    if (!expected.primary_key.empty()) check(column.name, "is_key", is.is_key, in_key);
  }
  if (!expected.primary_key.empty())
    check("", "primary key", table.primary_key(), expected.primary_key);
  if (!wrong.empty()) Report("a table that is not as declared", index, wrong);
}

void StreamChecker::CheckRow(const Entry& entry, size_t table, std::span<const Value> before,
                             std::span<const Value> after) {
  ++counts_.rows;
  const RandomTable& expected = journal_.tables[table];
  const DeliveredRow delivered_before = Deliver(*entry.table(), before);
  const DeliveredRow delivered_after = Deliver(*entry.table(), after);
  const auto id_of = [&](const DeliveredRow& row) {
    return row.empty() ? std::nullopt : model::ParseNumber<int64_t>(row[expected.id].text);
  };
  const auto position = entry.position().ToString();
  const std::optional<int64_t> id = id_of(before.empty() ? delivered_after : delivered_before);
  if (!id || journal_.statements.empty()) {
    Report(id ? "a row change behind the end of the journal" : "an image without the row's id",
           table, fmt::format("  position {}", position));
    return;
  }
  ExpectedStatement& statement = journal_.statements.front();
  const auto found = statement.changes.find({entry.kind(), *id});
  if (statement.table != table || found == statement.changes.end()) {
    Report(fmt::format("{} of row {} is not what comes next", EntryKindName(entry.kind()), *id),
           table,
           fmt::format("  position {}\n  next is a change of {}: {}", position,
                       journal_.tables[statement.table].name, Shown(statement.sql)));
    return;
  }
  const ExpectedStatement::Change change = found->second;
  if (!before.empty())
    CheckImage(entry, statement, false, delivered_before, *change.before, change.after.get());
  if (!after.empty())
    CheckImage(entry, statement, true, delivered_after, *change.after, change.before.get());

  // Replay.
  std::map<int64_t, DeliveredRow>& rows = state_[table];
  DeliveredRow row(expected.columns.size());
  if (!before.empty()) {
    if (const auto old = rows.find(*id); old != rows.end()) {
      row = std::move(old->second);
      rows.erase(old);
    }
  }
  if (!after.empty()) {
    for (size_t i = 0; i < row.size(); ++i) {
      const bool is_virtual = expected.columns[i].generated == RandomColumn::Generated::kVirtual;
      if (delivered_after[i].kind != ValueKind::kAbsent || is_virtual) row[i] = delivered_after[i];
    }
    // An after image that leaves the id out keeps it.
    rows[id_of(delivered_after).value_or(*id)] = std::move(row);
  }
  statement.changes.erase(found);
  if (statement.changes.empty()) journal_.statements.pop_front();
}

bool StreamChecker::CheckEntry(const Entry& entry) {
  if (!entry.is_rows() || entry.table()->database() != journal_.database) return true;
  const Table& table = *entry.table();
  if (table.name() == Journal::kEndTable) return false;
  const std::optional<size_t> index = FindTable(table);
  if (!index) {
    FAIL(label_ << ": rows of a table that nobody created: " << table.name());
  }
  if (checked_tables_.insert(&table).second) CheckTable(table, *index);
  for (reader_.Start(entry); reader_.Next() && !HasFailed();) {
    if (table.columns().size() != journal_.tables[*index].columns.size()) return false;
    CheckRow(entry, *index, reader_.before(), reader_.after());
  }
  if (!reader_.status().ok()) Report(reader_.status().ToString(), *index, "");
  return !HasFailed();
}

void StreamChecker::CheckState() {
  if (!journal_.statements.empty()) {
    const ExpectedStatement& missing = journal_.statements.front();
    Report(fmt::format("{} statements' changes did not come", journal_.statements.size()),
           missing.table, fmt::format("  the first is {}", Shown(missing.sql)));
    return;
  }
  for (size_t table = 0; table < state_.size() && !HasFailed(); ++table) {
    const SelectedRows& expected = journal_.rows[table];
    if (expected.size() != state_[table].size())
      Report(
          fmt::format("{} rows replayed, {} in the table", state_[table].size(), expected.size()),
          table, "");
    for (const auto& [id, row] : expected) {
      const auto found = state_[table].find(id);
      if (found == state_[table].end()) {
        Report(fmt::format("row {} was not delivered", id), table, "");
        break;
      }
      const std::vector<ColumnResults> results = ByColumn(journal_.tables[table], *row);
      for (size_t i = 0; i < results.size(); ++i) {
        const Delivered& value = found->second[i];
        if (value.kind == ValueKind::kAbsent) continue;
        ++counts_.state;
        for (size_t j = 0; j < results[i].probes.size(); ++j) {
          const std::string difference = Difference(results[i].probes[j], results[i].texts[j],
                                                    value.kind, value.bits, value.text);
          if (!difference.empty())
            Report("the final state: " + difference, table,
                   fmt::format("  row {}, column {} {}", id, i + 1,
                               journal_.tables[table].columns[i].name));
        }
        if (HasFailed()) return;
      }
    }
  }
}

OracleCounts StreamChecker::Follow(const Options& options) {
  counts_.inserted = journal_.inserted;
  auto stream = Stream::Open(options);
  if (!stream.ok()) FAIL(label_ << ": " << stream.status().ToString());
  for (bool more = true; more;) {
    auto batch = (*stream)->GetWithoutAck(1000, std::chrono::minutes(2));
    if (!batch.ok()) FAIL(label_ << ": " << batch.status().ToString());
    if (batch->mark() == Batch::kNoMark) FAIL(label_ << ": the stream has come to a halt");
    for (const Entry entry : *batch) {
      more = more && CheckEntry(entry);
      if (!more) break;
    }
    const Status acked = (*stream)->Ack(batch->mark());
    if (!acked.ok()) FAIL(label_ << ": " << acked.ToString());
    checked_tables_.clear();  // their addresses may be others' from now on
  }
  if (counts_.mismatches == 0) CheckState();
  return counts_;
}

}  // namespace towpath::live
