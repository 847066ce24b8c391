/* Arrow tables through the C ABI: rows of a binlog file are those that entries have.
 *
 *   arrow_test FILE-URL
 *
 * The file's tables have an INT column that is never NULL first, and a text column second. */
#include "check.h"

static towpath_stream* open_file(const char* url) {
  towpath_options* options = towpath_options_new();
  towpath_stream* stream = NULL;
  CHECK_OK(towpath_options_set(options, "source.url", url, &error));
  CHECK_OK(towpath_options_set(options, "source.start", "earliest", &error));
  CHECK_OK(towpath_options_set(options, "stream.name", "arrow", &error));
  CHECK_OK(towpath_options_set(options, "store.url", "memory:", &error));
  CHECK_OK(towpath_stream_open(options, &stream, &error));
  towpath_options_free(options);
  return stream;
}

/* Where a reader of rows of one table stands in a batch. */
typedef struct cursor {
  const towpath_batch* batch;
  towpath_text table;
  size_t entry;
  size_t row;
} cursor;

static int is_named(const towpath_table* table, towpath_text name) {
  const towpath_text its = towpath_table_name(table);
  return its.size == name.size && memcmp(its.data, name.data, name.size) == 0;
}

/* The entry and row that come next; NULL at the end. */
static const towpath_entry* next_row(cursor* at, size_t* row) {
  for (; at->entry < towpath_batch_size(at->batch); ++at->entry, at->row = 0) {
    const towpath_entry* entry = towpath_batch_entry(at->batch, at->entry);
    const towpath_table* table = towpath_entry_table(entry);
    if (table == NULL || !is_named(table, at->table)) continue;
    if (at->row == towpath_entry_row_count(entry)) continue;
    *row = at->row++;
    return entry;
  }
  return NULL;
}

static int32_t image_of(const towpath_entry* entry) {
  return towpath_entry_kind(entry) == TOWPATH_ENTRY_DELETE ? TOWPATH_BEFORE : TOWPATH_AFTER;
}

/* Compares the rows of a record batch with those of the entries. */
static void check_rows(const struct ArrowArray* rows, cursor* at) {
  const struct ArrowArray* ids = rows->children[0];
  const struct ArrowArray* texts = rows->children[1];
  const uint8_t* valid = texts->buffers[0];
  const int32_t* offsets = texts->buffers[1];
  int64_t i;
  CHECK(ids->null_count == 0);
  for (i = 0; i < rows->length; ++i) {
    size_t row = 0;
    const towpath_entry* entry = next_row(at, &row);
    towpath_value value;
    CHECK(entry != NULL);
    if (entry == NULL) return;
    CHECK_OK(towpath_row_value(entry, row, image_of(entry), 0, &value, &error));
    CHECK(((const int32_t*)ids->buffers[1])[i] == value.as.i64);
    CHECK_OK(towpath_row_value(entry, row, image_of(entry), 1, &value, &error));
    if (value.kind == TOWPATH_VALUE_NULL) {
      CHECK(valid != NULL && (valid[i / 8] >> i % 8 & 1) == 0);
    } else {
      CHECK(valid == NULL || (valid[i / 8] >> i % 8 & 1) == 1);
      CHECK((uint32_t)(offsets[i + 1] - offsets[i]) == value.size &&
            memcmp((const char*)texts->buffers[2] + offsets[i], value.as.data, value.size) == 0);
    }
  }
}

/* Reads a stream to its end; returns how many rows it had. */
static uint64_t check_stream(struct ArrowArrayStream* stream, cursor* at) {
  uint64_t rows = 0;
  struct ArrowSchema schema;
  struct ArrowArray array;
  CHECK(stream->get_schema(stream, &schema) == 0);
  CHECK(strcmp(schema.format, "+s") == 0);
  CHECK(strcmp(schema.children[0]->format, "i") == 0);
  CHECK(strcmp(schema.children[1]->format, "u") == 0);
  while (stream->get_next(stream, &array) == 0 && array.release != NULL) {
    CHECK(array.n_children == schema.n_children);
    check_rows(&array, at);
    rows += (uint64_t)array.length;
    array.release(&array);
  }
  schema.release(&schema);
  stream->release(stream);
  return rows;
}

static void check_table(const towpath_arrow_table* table, const towpath_batch* batch) {
  struct ArrowArrayStream stream;
  int i;
  for (i = 0; i < 2; ++i) { /* it can be exported again */
    size_t row;
    cursor at = {batch, towpath_arrow_table_name(table), 0, 0};
    CHECK_OK(towpath_arrow_table_export(table, &stream, &error));
    CHECK(check_stream(&stream, &at) == towpath_arrow_table_rows(table));
    CHECK(next_row(&at, &row) == NULL);
  }
  CHECK(towpath_arrow_table_bytes(table) > towpath_arrow_table_rows(table));
  CHECK(towpath_arrow_table_record_batches(table) == (towpath_arrow_table_rows(table) + 99) / 100);
}

static void check_batch(const towpath_batch* batch, uint64_t* rows) {
  towpath_arrow_options options;
  towpath_arrow_builder* builder = NULL;
  towpath_arrow_table* table = NULL;
  struct ArrowArrayStream stream;
  memset(&options, 0, sizeof(options));
  options.struct_size = sizeof(options);
  options.max_rows = 100;
  CHECK_OK(towpath_arrow_builder_new(&options, &builder, &error));
  CHECK_OK(towpath_arrow_builder_add(builder, batch, &error));
  *rows += towpath_arrow_builder_rows(builder);
  CHECK((towpath_arrow_builder_bytes(builder) != 0) == (towpath_arrow_builder_rows(builder) != 0));
  do {
    CHECK_OK(towpath_arrow_builder_take(builder, 0, &table, &error));
    if (table != NULL) check_table(table, batch);
    towpath_arrow_table_free(table);
  } while (table != NULL);
  CHECK(towpath_arrow_builder_rows(builder) == 0);
  towpath_arrow_builder_free(builder);

  options.table = "shop.items";
  options.images = TOWPATH_ARROW_BOTH;
  CHECK_OK(towpath_batch_to_arrow(batch, &options, &table, &error));
  if (table != NULL) check_table(table, batch);
  CHECK_OK(towpath_batch_export_arrow(batch, &options, &stream, &error));
  CHECK((stream.release != NULL) == (table != NULL));
  towpath_arrow_table_free(table);
  if (stream.release != NULL) {
    cursor at = {batch, {"items", 5}, 0, 0};
    CHECK(check_stream(&stream, &at) > 0); /* without the table */
  }
  options.table = "shop.nothing";
  CHECK_OK(towpath_batch_export_arrow(batch, &options, &stream, &error));
  CHECK(stream.release == NULL);
}

static void check_arguments(const towpath_batch* batch) {
  towpath_arrow_options options;
  towpath_arrow_builder* builder = (towpath_arrow_builder*)1;
  towpath_arrow_table* table = (towpath_arrow_table*)1;
  struct ArrowArrayStream stream;
  const towpath_status invalid = TOWPATH_INVALID_ARGUMENT;
  memset(&options, 0, sizeof(options));
  CHECK_STATUS(invalid, "struct_size", towpath_arrow_builder_new(&options, &builder, &error));
  CHECK(builder == NULL);
  options.struct_size = sizeof(options);
  options.images = 7;
  CHECK_STATUS(invalid, "images is 7", towpath_batch_to_arrow(batch, &options, &table, &error));
  CHECK(table == NULL);
  CHECK_STATUS(invalid, "several tables", towpath_batch_export_arrow(batch, NULL, &stream, &error));
  CHECK(stream.release == NULL);
  CHECK_STATUS(invalid, "builder", towpath_arrow_builder_new(NULL, NULL, &error));
  CHECK_STATUS(invalid, "builder", towpath_arrow_builder_add(NULL, batch, &error));
  CHECK_STATUS(invalid, "builder", towpath_arrow_builder_take(NULL, 0, &table, &error));
  CHECK_STATUS(invalid, "table", towpath_arrow_table_export(NULL, &stream, &error));
  CHECK_STATUS(invalid, "batch", towpath_batch_to_arrow(NULL, NULL, &table, &error));
  CHECK_STATUS(invalid, "stream", towpath_batch_export_arrow(batch, NULL, NULL, &error));
  CHECK_OK(towpath_arrow_builder_new(NULL, &builder, &error));
  CHECK_STATUS(invalid, "batch", towpath_arrow_builder_add(builder, NULL, &error));
  CHECK_STATUS(invalid, "table", towpath_arrow_builder_take(builder, 0, NULL, &error));
  towpath_arrow_builder_free(builder);
}

int main(int argc, char** argv) {
  towpath_batch* batch = NULL;
  uint64_t rows = 0;
  int checked_arguments = 0;
  towpath_stream* stream = argc == 2 ? open_file(argv[1]) : NULL;
  if (stream == NULL) return 2;
  while (towpath_stream_get(stream, 200, -1, &batch, NULL) == TOWPATH_OK) {
    check_batch(batch, &rows);
    if (!checked_arguments && towpath_batch_size(batch) > 100) {
      check_arguments(batch);
      checked_arguments = 1;
    }
    towpath_batch_free(batch);
  }
  CHECK(checked_arguments);
  CHECK(rows == 400 * 4 + 134 * 3);
  towpath_stream_free(stream);
  return summary();
}
