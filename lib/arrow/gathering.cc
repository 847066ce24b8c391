#include "arrow/gathering.h"

#include <algorithm>
#include <vector>

#include "arrow/export.h"
#include "binlog/charset.h"
#include "fmt/format.h"
#include "model/entry_data.h"

namespace towpath::arrow {

Gathering::Gathering(ArrowOptions options, size_t max_column_bytes)
    : options_(std::move(options)), max_column_bytes_(max_column_bytes) {
  if (options_.max_rows == 0 || options_.max_rows > kMaxRows) options_.max_rows = kMaxRows;
}

Status Gathering::Add(const Batch& batch) {
  if (!binlog::IsUtf8(options_.prefix) || options_.prefix.find('\0') != std::string::npos) {
    return Status(Code::kInvalidArgument,
                  "the prefix of the columns that Arrow tables get is not UTF-8, or has a NUL");
  }
  const size_t complete = complete_.size();
  for (auto& [name, open] : open_)
    if (open.record != nullptr) open.record->rows_before = open.record->rows();
  Status status;
  try {
    status = AddEntries(batch);
  } catch (...) {
    Undo(complete);
    throw;
  }
  if (!status.ok()) Undo(complete);
  return status;
}

Status Gathering::AddEntries(const Batch& batch) {
  met_.clear();
  decoder_.Forget();
  if (open_.size() > kMaxIdleTables)
    std::erase_if(open_, [](const auto& item) { return item.second.record == nullptr; });
  const model::TableVersion* last = nullptr;
  Met* met = nullptr;
  for (const Entry entry : batch) {
    if (!entry.is_rows()) continue;
    const model::TableVersion* const version = entry.data().table;
    bool is_new = false;
    if (version != last) {
      const auto [found, added] = met_.try_emplace(version);
      last = version;
      met = &found->second;
      is_new = added;
    }
    // A table may also have gone back to a version that was met before.
    if (is_new || (met->open != nullptr && met->open->fields_met != met->fields_met)) {
      auto open = OpenFor(*version);
      if (!open.ok()) return open.status();
      met->open = *open;
      if (met->open != nullptr) met->fields_met = met->open->fields_met;
    }
    if (met->open == nullptr) continue;
    if (Status s = AddRows(entry, met->open); !s.ok()) return s;
    if (options_.max_bytes == 0) continue;
    Count(met->open);
    if (open_bytes_ >= options_.max_bytes) CutAll();
  }
  return Status::Ok();
}

bool Gathering::Wants(const Table& table) const {
  const std::string& wanted = options_.table;
  const std::string& database = table.database();
  return wanted.empty() || (wanted.size() == database.size() + 1 + table.name().size() &&
                            wanted.starts_with(database) && wanted[database.size()] == '.' &&
                            wanted.ends_with(table.name()));
}

Result<Gathering::Open*> Gathering::OpenFor(const model::TableVersion& version) {
  const Table& table = version.table;
  if (!Wants(table)) return nullptr;
  Open& open = open_[{table.database(), table.name()}];
  if (open.fields != nullptr && open.fields->Describes(version)) return &open;
  auto fields = Fields::Make(version, options_);
  if (!fields.ok()) return fields.status();
  Cut(&open);
  open.fields = *std::move(fields);
  ++open.fields_met;
  return &open;
}

Status Gathering::AddRows(const Entry& entry, Open* open) {
  decoder_.Start(entry);
  for (;;) {
    if (open->record == nullptr)
      open->record = std::make_shared<Record>(open->fields, max_column_bytes_);
    Record* const record = open->record.get();
    auto outcome = RowDecoder::Outcome::kRow;
    while (outcome == RowDecoder::Outcome::kRow && record->rows() < options_.max_rows)
      outcome = decoder_.Next(record);
    if (outcome == RowDecoder::Outcome::kFailed) return decoder_.status();
    decoder_.Finish(record);
    if (outcome == RowDecoder::Outcome::kEnd) return Status::Ok();
    if (record->rows() == 0) {
      const Table& table = open->fields->table();
      return Status(Code::kLimit,
                    fmt::format("{}: {}.{}: a row with a value of more than 2 GiB, "
                                "which a column of Arrow can not hold",
                                entry.position().ToString(), table.database(), table.name()));
    }
    Cut(open);
  }
}

void Gathering::Count(Open* open) {
  const size_t bytes = open->record != nullptr ? open->record->bytes() : 0;
  open_bytes_ += bytes - open->counted;
  open->counted = bytes;
}

void Gathering::Cut(Open* open) {
  if (open->record == nullptr || open->record->rows() == 0) return;
  open_bytes_ -= open->counted;
  open->counted = 0;
  complete_.push_back(std::move(open->record));
}

void Gathering::CutAll() {
  for (auto& [name, open] : open_) Cut(&open);
}

// Forgets all that was added by the Add that failed; `complete` records were complete before it.
// Allocates nothing.
void Gathering::Undo(size_t complete) {
  for (auto& [name, open] : open_) {
    if (open.record == nullptr) continue;
    open.record->Truncate(open.record->rows_before);
    if (open.record->rows() == 0) open.record = nullptr;
  }
  // A record that was begun before it, and cut in it, goes on. Its table has no other: that one
  // would have been begun in it.
  for (size_t i = complete; i < complete_.size(); ++i) {
    std::shared_ptr<Record>& record = complete_[i];
    if (record->rows_before == 0) continue;
    record->Truncate(record->rows_before);
    const Table& table = record->fields().table();
    for (auto& [name, open] : open_) {
      if (name.first != table.database() || name.second != table.name()) continue;
      open.fields = record->shared_fields();
      open.record = std::move(record);
      break;
    }
  }
  complete_.resize(complete);
  for (auto& [name, open] : open_) Count(&open);
}

std::optional<ArrowTable> Gathering::Take(bool complete_only) {
  if (!complete_only) CutAll();
  if (complete_.empty()) return std::nullopt;
  auto table = std::make_shared<TableData>();
  table->records.reserve(complete_.size());
  const std::shared_ptr<const Record> first = complete_.front();
  const Table& wanted = first->fields().table();
  for (std::shared_ptr<Record>& record : complete_) {
    const Table& its = record->fields().table();
    if (its.database() != wanted.database() || its.name() != wanted.name()) continue;
    if (!record->fields().SameSchema(first->fields())) break;
    table->rows += record->rows();
    table->bytes += record->bytes();
    table->records.push_back(std::move(record));
  }
  std::erase(complete_, nullptr);
  return ArrowTable(std::move(table));
}

size_t Gathering::rows() const {
  size_t rows = 0;
  for (const auto& [name, open] : open_) rows += open.record != nullptr ? open.record->rows() : 0;
  for (const auto& record : complete_) rows += record->rows();
  return rows;
}

size_t Gathering::bytes() const {
  size_t bytes = 0;
  for (const auto& [name, open] : open_) bytes += open.record != nullptr ? open.record->bytes() : 0;
  for (const auto& record : complete_) bytes += record->bytes();
  return bytes;
}

}  // namespace towpath::arrow
