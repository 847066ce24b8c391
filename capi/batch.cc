// Batches, entries and tables of the C ABI.
#include "towpath/batch.h"

#include "internal.h"
#include "towpath/format.h"

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

namespace {

// A table handle is the C++ object itself.
const towpath_table* ToC(const Table* table) {
  return reinterpret_cast<const towpath_table*>(table);
}
const Table& ToCpp(const towpath_table* table) { return *reinterpret_cast<const Table*>(table); }

Status NoSuch(const char* what, size_t index, size_t count) {
  return Status(Code::kInvalidArgument, std::string("there is no ") + what + " " +
                                            std::to_string(index) + ": there are " +
                                            std::to_string(count) + ", numbered from 0");
}

}  // namespace

Status towpath::capi::CheckFormat(const char* format) {
  if (std::string_view(format) == "json") return Status::Ok();
  return Status(Code::kInvalidArgument,
                "unknown format \"" + std::string(format) + "\", expected json");
}

int64_t towpath_batch_mark(const towpath_batch* batch) {
  return batch != nullptr ? batch->cpp.mark() : Batch::kNoMark;
}

size_t towpath_batch_size(const towpath_batch* batch) {
  return batch != nullptr ? batch->cpp.size() : 0;
}

const towpath_entry* towpath_batch_entry(const towpath_batch* batch, size_t index) {
  if (batch == nullptr || index >= batch->cpp.size()) return nullptr;
  try {
    std::call_once(batch->entries_once, [batch] {
      auto entries = std::make_unique<towpath_entry[]>(batch->cpp.size());
      size_t i = 0;
      for (const Entry entry : batch->cpp) {
        entries[i].batch = batch;
        entries[i].data = &entry.data();
        entries[i].duplicate = entry.duplicate();
        ++i;
      }
      batch->entries = std::move(entries);
    });
    return &batch->entries[index];
  } catch (...) {
    return nullptr;
  }
}

void towpath_batch_free(towpath_batch* batch) { delete batch; }

towpath_status towpath_batch_encode(const towpath_batch* batch, const char* format,
                                    towpath_buffer** text, towpath_error** error) {
  if (text != nullptr) *text = nullptr;
  return Guard("towpath_batch_encode", error,
               {{"batch", batch}, {"format", format}, {"text", text}}, [&] {
                 if (Status s = CheckFormat(format); !s.ok()) return s;
                 std::string out;
                 for (const Entry entry : batch->cpp) {
                   if (Status s = AppendJson(entry, &out); !s.ok()) return s;
                   out += '\n';
                 }
                 *text = MakeBuffer(std::move(out));
                 return Status::Ok();
               });
}

towpath_status towpath_entry_encode(const towpath_entry* entry, const char* format,
                                    towpath_buffer** text, towpath_error** error) {
  if (text != nullptr) *text = nullptr;
  return Guard("towpath_entry_encode", error,
               {{"entry", entry}, {"format", format}, {"text", text}}, [&] {
                 if (Status s = CheckFormat(format); !s.ok()) return s;
                 std::string out;
                 if (Status s = AppendJson(entry->cpp(), &out); !s.ok()) return s;
                 out += '\n';
                 *text = MakeBuffer(std::move(out));
                 return Status::Ok();
               });
}

int32_t towpath_entry_kind(const towpath_entry* entry) {
  return entry != nullptr ? static_cast<int32_t>(entry->data->kind) : 0;
}

towpath_status towpath_entry_position(const towpath_entry* entry, towpath_position* position,
                                      towpath_error** error) {
  return Guard("towpath_entry_position", error, {{"entry", entry}, {"position", position}}, [&] {
    const model::EntryData& data = *entry->data;
    towpath_position out{};
    out.ordinal = data.ordinal;
    out.offset = data.offset;
    if (data.transaction != nullptr) out.transaction_offset = data.transaction->offset;
    if (data.file != nullptr) out.file = Text(data.file->name);
    out.gtid = towpath_entry_gtid(entry);
    return CopyOut(out, position, "towpath_position");
  });
}

int64_t towpath_entry_timestamp_us(const towpath_entry* entry) {
  return entry != nullptr ? entry->data->timestamp_us : 0;
}

towpath_text towpath_entry_gtid(const towpath_entry* entry) {
  if (entry == nullptr || entry->cpp().gtid().empty()) return {};
  try {
    const std::lock_guard lock(entry->batch->mutex);
    std::string& text = entry->batch->gtids[entry->data->transaction];
    if (text.empty()) text = entry->data->transaction->gtid.ToString();
    return Text(text);
  } catch (...) {
    return {};
  }
}

uint32_t towpath_entry_server_id(const towpath_entry* entry) {
  return entry != nullptr ? entry->data->server_id : 0;
}

int32_t towpath_entry_duplicate(const towpath_entry* entry) {
  return entry != nullptr && entry->duplicate ? 1 : 0;
}

towpath_text towpath_entry_database(const towpath_entry* entry) {
  return entry != nullptr ? Text(entry->cpp().database()) : towpath_text{};
}

towpath_text towpath_entry_sql(const towpath_entry* entry) {
  return entry != nullptr ? Text(entry->cpp().sql()) : towpath_text{};
}

int32_t towpath_entry_sql_valid(const towpath_entry* entry) {
  return entry == nullptr || entry->cpp().sql_valid() ? 1 : 0;
}

const char* towpath_ddl_kind_name(int32_t kind) {
  // Names have static storage and end with NUL.
  if (kind < 0 || kind > UINT8_MAX) return DdlKindName(DdlKind::kOther).data();
  return DdlKindName(static_cast<DdlKind>(kind)).data();
}

int32_t towpath_entry_ddl_kind(const towpath_entry* entry) {
  return entry != nullptr ? static_cast<int32_t>(entry->cpp().ddl_kind()) : TOWPATH_DDL_OTHER;
}

size_t towpath_entry_statement_table_count(const towpath_entry* entry) {
  return entry != nullptr ? entry->cpp().statement_tables().size() : 0;
}

towpath_status towpath_entry_statement_table(const towpath_entry* entry, size_t index,
                                             towpath_text* database, towpath_text* name,
                                             towpath_error** error) {
  if (database != nullptr) *database = {};
  if (name != nullptr) *name = {};
  return Guard("towpath_entry_statement_table", error,
               {{"entry", entry}, {"database", database}, {"name", name}}, [&] {
                 const auto tables = entry->cpp().statement_tables();
                 if (index >= tables.size()) return NoSuch("table", index, tables.size());
                 *database = Text(tables[index].database);
                 *name = Text(tables[index].name);
                 return Status::Ok();
               });
}

const towpath_table* towpath_entry_table(const towpath_entry* entry) {
  return entry != nullptr ? ToC(entry->cpp().table()) : nullptr;
}

size_t towpath_entry_row_count(const towpath_entry* entry) {
  return entry != nullptr ? entry->cpp().row_count() : 0;
}

towpath_text towpath_table_database(const towpath_table* table) {
  return table != nullptr ? Text(ToCpp(table).database()) : towpath_text{};
}

towpath_text towpath_table_name(const towpath_table* table) {
  return table != nullptr ? Text(ToCpp(table).name()) : towpath_text{};
}

int32_t towpath_table_names_known(const towpath_table* table) {
  return table != nullptr && ToCpp(table).names_known() ? 1 : 0;
}

size_t towpath_table_column_count(const towpath_table* table) {
  return table != nullptr ? ToCpp(table).columns().size() : 0;
}

towpath_status towpath_table_column(const towpath_table* table, size_t index,
                                    towpath_column* column, towpath_error** error) {
  return Guard("towpath_table_column", error, {{"table", table}, {"column", column}}, [&] {
    const std::vector<Column>& columns = ToCpp(table).columns();
    if (index >= columns.size()) return NoSuch("column", index, columns.size());
    const Column& from = columns[index];
    towpath_column out{};
    out.type = static_cast<int32_t>(from.type);
    out.name = Text(from.name);
    out.charset = Text(from.charset);
    out.flags = ColumnFlags(from);
    out.precision = from.precision;
    out.scale = from.scale;
    out.length = from.length;
    out.collation = from.collation;
    out.key_part = KeyPart(ToCpp(table), index);
    out.label_count = from.labels.size();
    return CopyOut(out, column, "towpath_column");
  });
}

towpath_status towpath_table_label(const towpath_table* table, size_t column, size_t label,
                                   towpath_text* text, towpath_error** error) {
  if (text != nullptr) *text = {};
  return Guard("towpath_table_label", error, {{"table", table}, {"text", text}}, [&] {
    const std::vector<Column>& columns = ToCpp(table).columns();
    if (column >= columns.size()) return NoSuch("column", column, columns.size());
    const std::vector<std::string>& labels = columns[column].labels;
    if (label >= labels.size()) return NoSuch("label", label, labels.size());
    *text = Text(labels[label]);
    return Status::Ok();
  });
}
