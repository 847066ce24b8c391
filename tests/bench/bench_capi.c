/* bench_capi blocks|values URL [OPTION=VALUE...]: every value of a source through the C ABI.
 *
 *   blocks   batches decoded into blocks: one call for thousands of rows, as the bindings do
 *   values   towpath_row_value: one call a value
 *
 * The source must have an end: binlog files, or source.until=latest. Batches are acknowledged. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "measurement.h"
#include "towpath.h"

static void Check(towpath_status status, towpath_error* error) {
  if (status == TOWPATH_OK) return;
  fprintf(stderr, "bench_capi: %s: %s\n", towpath_status_name(status),
          towpath_error_message(error));
  exit(1);
}

static uint64_t BytesTerm(const char* data, size_t size) {
  return size + (size == 0 ? 0 : (uint8_t)data[0]);
}

static uint64_t SecondOf(const towpath_value* value, int with_day) {
  towpath_calendar calendar;
  towpath_error* error;
  calendar.struct_size = sizeof(calendar);
  Check(towpath_value_calendar(value, &calendar, &error), error);
  return (uint64_t)calendar.second + (uint64_t)(with_day ? calendar.day : 0);
}

/* Of a value whose bytes, if it has any, are at `data`; not of ENUM. */
static uint64_t Term(const towpath_value* value, const char* data) {
  switch (value->kind) {
    case TOWPATH_VALUE_FLOAT:
    case TOWPATH_VALUE_DOUBLE:
      return (uint64_t)(int64_t)value->as.f64;
    case TOWPATH_VALUE_DATE:
    case TOWPATH_VALUE_DATETIME:
    case TOWPATH_VALUE_TIMESTAMP:
      return SecondOf(value, 1);
    case TOWPATH_VALUE_TIME:
      return SecondOf(value, 0);
    case TOWPATH_VALUE_DECIMAL:
    case TOWPATH_VALUE_TEXT:
    case TOWPATH_VALUE_JSON:
    case TOWPATH_VALUE_BINARY:
    case TOWPATH_VALUE_UUID:
    case TOWPATH_VALUE_INET4:
    case TOWPATH_VALUE_INET6:
      return BytesTerm(data, value->size);
    default:
      return value->as.u64;
  }
}

/* ---- blocks */

static uint64_t BlockLabelTerm(const char* schema, size_t column, uint64_t number) {
  const towpath_block_schema* head = (const towpath_block_schema*)(const void*)schema;
  const towpath_block_column* columns =
      (const towpath_block_column*)(const void*)(schema + head->columns);
  const towpath_block_text* labels =
      (const towpath_block_text*)(const void*)(schema + head->labels);
  if (number == 0 || number > columns[column].label_count) return 0;
  const towpath_block_text* label = &labels[columns[column].first_label + number - 1];
  return BytesTerm(schema + label->offset, label->size);
}

static void AddTable(const towpath_block* block, const towpath_block_table* table,
                     bench_seen* seen) {
  const char* base = (const char*)block;
  const towpath_value* value = (const towpath_value*)(const void*)(base + table->values);
  uint64_t values = 0;
  uint64_t digest = 0;
  for (uint64_t image = 0; image < table->image_count; ++image) {
    for (uint32_t column = 0; column < table->column_count; ++column, ++value) {
      if (value->kind <= TOWPATH_VALUE_NULL) continue;
      ++values;
      digest += value->kind == TOWPATH_VALUE_ENUM
                    ? BlockLabelTerm(base + table->schema, column, value->as.u64)
                    : Term(value, base + value->as.offset);
    }
  }
  seen->images += table->image_count;
  seen->values += values;
  seen->digest += digest;
}

static void AddBlocks(const towpath_batch* batch, bench_seen* seen) {
  const size_t size = towpath_batch_size(batch);
  towpath_error* error;
  for (size_t first = 0; first < size;) {
    towpath_block* block;
    Check(towpath_batch_decode(batch, first, 16 << 20, &block, &error), error);
    const towpath_block_table* tables =
        (const towpath_block_table*)(const void*)((const char*)block + block->tables);
    for (uint64_t i = 0; i < block->table_count; ++i) AddTable(block, &tables[i], seen);
    first += block->entry_count;
    towpath_block_free(block);
  }
}

/* ---- values */

static uint64_t LabelTerm(const towpath_table* table, size_t column, uint64_t number) {
  towpath_text label;
  towpath_error* error;
  if (number == 0) return 0;
  Check(towpath_table_label(table, column, number - 1, &label, &error), error);
  return BytesTerm(label.data, label.size);
}

static void AddImage(const towpath_entry* entry, size_t row, int32_t image, bench_seen* seen) {
  const towpath_table* table = towpath_entry_table(entry);
  const size_t columns = towpath_table_column_count(table);
  towpath_error* error;
  for (size_t column = 0; column < columns; ++column) {
    towpath_value value;
    Check(towpath_row_value(entry, row, image, column, &value, &error), error);
    if (value.kind <= TOWPATH_VALUE_NULL) continue;
    ++seen->values;
    seen->digest += value.kind == TOWPATH_VALUE_ENUM ? LabelTerm(table, column, value.as.u64)
                                                     : Term(&value, value.as.data);
  }
  ++seen->images;
}

static void AddValues(const towpath_batch* batch, bench_seen* seen) {
  const size_t size = towpath_batch_size(batch);
  for (size_t i = 0; i < size; ++i) {
    const towpath_entry* entry = towpath_batch_entry(batch, i);
    const int32_t kind = towpath_entry_kind(entry);
    if (towpath_entry_table(entry) == NULL) continue;
    const size_t rows = towpath_entry_row_count(entry);
    for (size_t row = 0; row < rows; ++row) {
      if (kind != TOWPATH_ENTRY_INSERT) AddImage(entry, row, TOWPATH_BEFORE, seen);
      if (kind != TOWPATH_ENTRY_DELETE) AddImage(entry, row, TOWPATH_AFTER, seen);
    }
  }
}

int main(int argc, char** argv) {
  if (argc < 3 || (strcmp(argv[1], "blocks") != 0 && strcmp(argv[1], "values") != 0)) {
    fprintf(stderr, "usage: bench_capi blocks|values URL [OPTION=VALUE...]\n");
    return 2;
  }
  const int blocks = strcmp(argv[1], "blocks") == 0;
  towpath_error* error;
  towpath_options* options = towpath_options_new();
  Check(towpath_options_set(options, "stream.name", "bench", &error), error);
  Check(towpath_options_set(options, "source.start", "earliest", &error), error);
  Check(towpath_options_set(options, "store.url", "memory:", &error), error);
  Check(towpath_options_set(options, "source.url", argv[2], &error), error);
  for (int i = 3; i < argc; ++i) {
    char* value = strchr(argv[i], '=');
    if (value == NULL) {
      fprintf(stderr, "bench_capi: %s: expected OPTION=VALUE\n", argv[i]);
      return 2;
    }
    *value++ = '\0';
    Check(towpath_options_set(options, argv[i], value, &error), error);
  }

  bench_measurement m;
  bench_begin(&m);
  towpath_stream* stream;
  Check(towpath_stream_open(options, &stream, &error), error);
  for (;;) {
    towpath_batch* batch;
    const towpath_status status = towpath_stream_get_without_ack(stream, 1000, -1, &batch, &error);
    if (status == TOWPATH_END) break;
    Check(status, error);
    m.seen.entries += towpath_batch_size(batch);
    if (blocks) {
      AddBlocks(batch, &m.seen);
    } else {
      AddValues(batch, &m.seen);
    }
    Check(towpath_stream_ack(stream, towpath_batch_mark(batch), &error), error);
    towpath_batch_free(batch);
  }
  towpath_error_free(error);
  towpath_stream_free(stream);
  bench_end(&m, blocks ? "capi_blocks" : "capi_values");
  towpath_options_free(options);
  return 0;
}
