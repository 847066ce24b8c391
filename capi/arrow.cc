// Arrow tables of the C ABI.
#include "towpath/arrow.h"

#include "internal.h"

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

namespace {

// The options of a caller, whose header may be older or newer; null: the defaults.
Result<ArrowOptions> FromC(const towpath_arrow_options* options) {
  ArrowOptions out;
  if (options == nullptr) return out;
  const uint32_t size = options->struct_size;
  if (size < sizeof(towpath_arrow_options)) {
    return Status(Code::kInvalidArgument,
                  "towpath_arrow_options.struct_size is " + std::to_string(size) +
                      ", expected sizeof(towpath_arrow_options), which is " +
                      std::to_string(sizeof(towpath_arrow_options)));
  }
  if (options->images != TOWPATH_ARROW_LATEST && options->images != TOWPATH_ARROW_BOTH) {
    return Status(Code::kInvalidArgument, "towpath_arrow_options.images is " +
                                              std::to_string(options->images) +
                                              ", expected TOWPATH_ARROW_LATEST or "
                                              "TOWPATH_ARROW_BOTH");
  }
  out.images = static_cast<ArrowImages>(options->images);
  out.decimal256 = options->decimal256 != 0;
  if (options->table != nullptr) out.table = options->table;
  if (options->prefix != nullptr) out.prefix = options->prefix;
  out.max_rows = options->max_rows;
  out.max_bytes = options->max_bytes;
  return out;
}

// Null when there is none.
towpath_arrow_table* ToC(std::optional<ArrowTable> table) {
  return table.has_value() ? new towpath_arrow_table{*std::move(table)} : nullptr;
}

Result<std::optional<ArrowTable>> Convert(const towpath_batch* batch,
                                          const towpath_arrow_options* options) {
  auto cpp = FromC(options);
  if (!cpp.ok()) return cpp.status();
  return ToArrow(batch->cpp, *cpp);
}

}  // namespace

towpath_status towpath_arrow_builder_new(const towpath_arrow_options* options,
                                         towpath_arrow_builder** builder, towpath_error** error) {
  if (builder != nullptr) *builder = nullptr;
  return Guard("towpath_arrow_builder_new", error, {{"builder", builder}}, [&] {
    auto cpp = FromC(options);
    if (!cpp.ok()) return cpp.status();
    *builder = new towpath_arrow_builder{ArrowBuilder(*std::move(cpp))};
    return Status::Ok();
  });
}

towpath_status towpath_arrow_builder_add(towpath_arrow_builder* builder, const towpath_batch* batch,
                                         towpath_error** error) {
  return Guard("towpath_arrow_builder_add", error, {{"builder", builder}, {"batch", batch}},
               [&] { return builder->cpp.Add(batch->cpp); });
}

towpath_status towpath_arrow_builder_take(towpath_arrow_builder* builder, int32_t complete_only,
                                          towpath_arrow_table** table, towpath_error** error) {
  if (table != nullptr) *table = nullptr;
  return Guard("towpath_arrow_builder_take", error, {{"builder", builder}, {"table", table}}, [&] {
    *table = ToC(complete_only != 0 ? builder->cpp.TakeComplete() : builder->cpp.Take());
    return Status::Ok();
  });
}

uint64_t towpath_arrow_builder_rows(const towpath_arrow_builder* builder) {
  return builder != nullptr ? builder->cpp.rows() : 0;
}

uint64_t towpath_arrow_builder_bytes(const towpath_arrow_builder* builder) {
  return builder != nullptr ? builder->cpp.bytes() : 0;
}

void towpath_arrow_builder_free(towpath_arrow_builder* builder) { delete builder; }

towpath_text towpath_arrow_table_database(const towpath_arrow_table* table) {
  return table != nullptr ? Text(table->cpp.database()) : towpath_text{};
}

towpath_text towpath_arrow_table_name(const towpath_arrow_table* table) {
  return table != nullptr ? Text(table->cpp.name()) : towpath_text{};
}

uint64_t towpath_arrow_table_rows(const towpath_arrow_table* table) {
  return table != nullptr ? table->cpp.rows() : 0;
}

uint64_t towpath_arrow_table_bytes(const towpath_arrow_table* table) {
  return table != nullptr ? table->cpp.bytes() : 0;
}

uint64_t towpath_arrow_table_record_batches(const towpath_arrow_table* table) {
  return table != nullptr ? table->cpp.record_batches() : 0;
}

towpath_status towpath_arrow_table_export(const towpath_arrow_table* table,
                                          ArrowArrayStream* stream, towpath_error** error) {
  if (stream != nullptr) *stream = {};
  return Guard("towpath_arrow_table_export", error, {{"table", table}, {"stream", stream}}, [&] {
    table->cpp.Export(stream);
    return Status::Ok();
  });
}

void towpath_arrow_table_free(towpath_arrow_table* table) { delete table; }

towpath_status towpath_batch_to_arrow(const towpath_batch* batch,
                                      const towpath_arrow_options* options,
                                      towpath_arrow_table** table, towpath_error** error) {
  if (table != nullptr) *table = nullptr;
  return Guard("towpath_batch_to_arrow", error, {{"batch", batch}, {"table", table}}, [&] {
    auto cpp = Convert(batch, options);
    if (!cpp.ok()) return cpp.status();
    *table = ToC(*std::move(cpp));
    return Status::Ok();
  });
}

towpath_status towpath_batch_export_arrow(const towpath_batch* batch,
                                          const towpath_arrow_options* options,
                                          ArrowArrayStream* stream, towpath_error** error) {
  if (stream != nullptr) *stream = {};
  return Guard("towpath_batch_export_arrow", error, {{"batch", batch}, {"stream", stream}}, [&] {
    auto cpp = Convert(batch, options);
    if (!cpp.ok()) return cpp.status();
    if (cpp->has_value()) (*cpp)->Export(stream);
    return Status::Ok();
  });
}
