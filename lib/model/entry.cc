#include "towpath/entry.h"

#include "model/entry_data.h"

namespace towpath {

std::string_view EntryKindName(EntryKind kind) {
  switch (kind) {
    case EntryKind::kBegin:
      return "begin";
    case EntryKind::kInsert:
      return "insert";
    case EntryKind::kUpdate:
      return "update";
    case EntryKind::kDelete:
      return "delete";
    case EntryKind::kDdl:
      return "ddl";
    case EntryKind::kCommit:
      return "commit";
    case EntryKind::kHeartbeat:
      return "heartbeat";
    case EntryKind::kStatement:
      return "statement";
  }
  return "unknown";
}

EntryKind Entry::kind() const { return data_->kind; }

bool Entry::is_rows() const { return data_->table != nullptr; }

Position Entry::position() const {
  Position p;
  if (data_->file != nullptr) p.file = data_->file->name;
  p.offset = data_->offset;
  p.ordinal = data_->ordinal;
  if (data_->transaction != nullptr) {
    p.transaction_offset = data_->transaction->offset;
    p.gtid = data_->transaction->gtid;
  }
  return p;
}

int64_t Entry::timestamp_us() const { return data_->timestamp_us; }

const Gtid& Entry::gtid() const {
  static const Gtid kNone;
  return data_->transaction != nullptr ? data_->transaction->gtid : kNone;
}

uint32_t Entry::server_id() const { return data_->server_id; }

const Table* Entry::table() const {
  return data_->table != nullptr ? &data_->table->table : nullptr;
}

std::string_view Entry::sql() const {
  if (data_->kind != EntryKind::kDdl && data_->kind != EntryKind::kStatement) return {};
  return {reinterpret_cast<const char*>(data_->data), data_->size};
}

std::string_view Entry::database() const {
  if (data_->table != nullptr) return data_->table->table.database();
  return data_->statement != nullptr ? data_->statement->database : std::string_view();
}

bool Entry::sql_valid() const {
  return data_->statement == nullptr || data_->statement->text_valid;
}

DdlKind Entry::ddl_kind() const {
  return data_->statement != nullptr ? data_->statement->kind : DdlKind::kOther;
}

std::span<const DdlTable> Entry::statement_tables() const {
  if (data_->statement == nullptr) return {};
  return data_->statement->tables;
}

}  // namespace towpath
