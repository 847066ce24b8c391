/* Entries, rows, values and blocks of a binlog file: whatever way they are read, they are the same.
 *
 *   data_test FILE-URL [--option KEY=VALUE]... [EXPECTED-JSON-PART | !UNEXPECTED-JSON-PART]...
 *
 * The file holds rows of at least one table. Every value is read one at a time and from blocks of
 * several sizes; as text it must be in the JSON that is printed. */
#include "check.h"

static size_t statement_tables; /* met so far */

/* Takes options off the arguments; *first is the first argument that is none. */
static towpath_stream* open_file(const char* url, char** argv, int argc, int* first) {
  towpath_options* options = towpath_options_new();
  towpath_stream* stream = NULL;
  CHECK_OK(towpath_options_set(options, "source.url", url, &error));
  CHECK_OK(towpath_options_set(options, "source.start", "earliest", &error));
  CHECK_OK(towpath_options_set(options, "stream.name", "data", &error));
  CHECK_OK(towpath_options_set(options, "store.url", "memory:", &error));
  CHECK_OK(towpath_options_set(options, "buffer.bytes", "256MiB", &error));
  for (; *first + 1 < argc && strcmp(argv[*first], "--option") == 0; *first += 2) {
    char* const equals = strchr(argv[*first + 1], '=');
    CHECK(equals != NULL);
    if (equals == NULL) continue;
    *equals = '\0';
    CHECK_OK(towpath_options_set(options, argv[*first + 1], equals + 1, &error));
  }
  CHECK_OK(towpath_stream_open(options, &stream, &error));
  towpath_options_free(options);
  return stream;
}

static const void* at(const towpath_block* block, uint64_t offset) {
  return (const char*)block + offset;
}

static int same_text(towpath_text text, const char* data, size_t size) {
  return text.size == size && (size == 0 || memcmp(text.data, data, size) == 0);
}

static int same_block_text(const towpath_block* block, towpath_block_text text,
                           towpath_text expected) {
  return text.offset + text.size <= block->texts_size &&
         same_text(expected, at(block, block->texts + text.offset), text.size);
}

static int has_data(uint8_t kind) {
  switch (kind) {
    case TOWPATH_VALUE_DECIMAL:
    case TOWPATH_VALUE_TEXT:
    case TOWPATH_VALUE_BINARY:
    case TOWPATH_VALUE_JSON:
    case TOWPATH_VALUE_GEOMETRY:
    case TOWPATH_VALUE_VECTOR:
    case TOWPATH_VALUE_UUID:
    case TOWPATH_VALUE_INET4:
    case TOWPATH_VALUE_INET6:
    case TOWPATH_VALUE_JSON_DIFF:
      return 1;
    default:
      return 0;
  }
}

/* The table of the block against the one of the entry. */
static void check_schema(const towpath_block* block, const towpath_block_table* in_block,
                         const towpath_table* table) {
  const towpath_block_schema* schema = at(block, in_block->schema);
  const char* base = (const char*)schema;
  const towpath_block_column* columns = (const void*)(base + schema->columns);
  const towpath_block_text* labels = (const void*)(base + schema->labels);
  uint32_t slots = 0;
  size_t i, j;
  CHECK(schema->column_count == towpath_table_column_count(table));
  CHECK(in_block->column_count == schema->column_count);
  CHECK((int32_t)schema->names_known == towpath_table_names_known(table));
  CHECK(same_text(towpath_table_database(table), base + schema->database.offset,
                  schema->database.size));
  CHECK(same_text(towpath_table_name(table), base + schema->name.offset, schema->name.size));
  for (i = 0; i < schema->column_count; ++i) {
    const towpath_block_column* c = &columns[i];
    towpath_column column;
    memset(&column, 0, sizeof column);
    column.struct_size = sizeof column;
    CHECK_OK(towpath_table_column(table, i, &column, &error));
    CHECK(column.type == c->type && column.flags == c->flags && column.precision == c->precision);
    CHECK(column.scale == c->scale && column.length == c->length);
    CHECK(column.collation == c->collation && column.key_part == c->key_part);
    CHECK(column.label_count == c->label_count);
    CHECK(same_text(column.name, base + c->name.offset, c->name.size) && column.name.size > 0);
    CHECK(same_text(column.charset, base + c->charset.offset, c->charset.size));
    if (c->text_slot != -1) CHECK((uint32_t)c->text_slot == slots++);
    for (j = 0; j < c->label_count; ++j) {
      towpath_text label;
      const towpath_block_text in_schema = labels[c->first_label + j];
      CHECK_OK(towpath_table_label(table, i, j, &label, &error));
      CHECK(same_text(label, base + in_schema.offset, in_schema.size));
    }
    CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "label",
                 towpath_table_label(table, i, c->label_count, &(towpath_text){NULL, 0}, &error));
  }
  CHECK(slots == in_block->text_columns);
}

/* Returns how many values the row had. */
static size_t check_image(const towpath_block* block, const towpath_block_table* table,
                          const towpath_entry* entry, size_t row, int32_t image, uint64_t index,
                          const char* json) {
  const towpath_value* cells =
      (const towpath_value*)at(block, table->values) + index * table->column_count;
  size_t i;
  for (i = 0; i < table->column_count; ++i) {
    const towpath_value* cell = &cells[i];
    towpath_value value, again;
    towpath_buffer* text = NULL;
    CHECK_OK(towpath_row_value(entry, row, image, i, &value, &error));
    CHECK_OK(towpath_row_value(entry, row, image, i, &again, &error));
    /* The library fills every byte of it. NOLINTNEXTLINE(bugprone-suspicious-memory-comparison) */
    CHECK(memcmp(&value, &again, sizeof value) == 0);
    CHECK(value.kind == cell->kind && value.precision == cell->precision);
    CHECK(value.scale == cell->scale && value.size == cell->size);
    if (has_data(value.kind)) {
      const char* data = at(block, cell->as.offset);
      CHECK(cell->as.offset + cell->size < block->size && data[cell->size] == '\0');
      CHECK(memcmp(value.as.data, data, cell->size) == 0);
    } else {
      CHECK(value.as.u64 == cell->as.u64);
    }
    CHECK_OK(towpath_value_text(towpath_entry_table(entry), i, &value, &text, &error));
    if (text == NULL) continue;
    CHECK(text->data[text->size] == '\0');
    switch (value.kind) { /* what JSON shows as it is; others are escaped or encoded */
      case TOWPATH_VALUE_INT:
      case TOWPATH_VALUE_UINT:
      case TOWPATH_VALUE_DECIMAL:
      case TOWPATH_VALUE_DATE:
      case TOWPATH_VALUE_TIME:
      case TOWPATH_VALUE_DATETIME:
      case TOWPATH_VALUE_TIMESTAMP:
      case TOWPATH_VALUE_UUID:
        CHECK(text->size > 0 && strstr(json, text->data) != NULL);
        break;
      case TOWPATH_VALUE_NULL:
      case TOWPATH_VALUE_ABSENT:
        CHECK(text->size == 0);
        break;
      default:
        break;
    }
    towpath_buffer_free(text);
  }
  return table->column_count;
}

static void check_statement(const towpath_block* block, const towpath_block_entry* in_block,
                            const towpath_entry* entry) {
  const towpath_block_statement_table* tables =
      (const towpath_block_statement_table*)at(block, block->statement_tables);
  const size_t count = towpath_entry_statement_table_count(entry);
  towpath_text database, name;
  size_t i;
  CHECK(in_block->ddl_kind == towpath_entry_ddl_kind(entry));
  CHECK(in_block->kind == TOWPATH_ENTRY_DDL || in_block->ddl_kind == TOWPATH_DDL_OTHER);
  CHECK(in_block->statement_table_count == count);
  CHECK(count == 0 || in_block->first_statement_table + count <= block->statement_table_count);
  for (i = 0; i < count; ++i) {
    const towpath_block_statement_table* table = &tables[in_block->first_statement_table + i];
    CHECK_OK(towpath_entry_statement_table(entry, i, &database, &name, &error));
    CHECK(name.size > 0);
    CHECK(same_block_text(block, table->database, database));
    CHECK(same_block_text(block, table->name, name));
    ++statement_tables;
  }
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "table",
               towpath_entry_statement_table(entry, count, &database, &name, &error));
  CHECK(database.data == NULL && name.size == 0);
}

static size_t check_entry(const towpath_block* block, const towpath_block_entry* in_block,
                          const towpath_entry* entry) {
  towpath_position position;
  towpath_buffer* json = NULL;
  size_t values = 0;
  uint64_t row;
  memset(&position, 0, sizeof position);
  position.struct_size = sizeof position;
  CHECK_OK(towpath_entry_position(entry, &position, &error));
  CHECK(in_block->kind == towpath_entry_kind(entry));
  CHECK(in_block->duplicate == towpath_entry_duplicate(entry));
  CHECK(in_block->timestamp_us == towpath_entry_timestamp_us(entry));
  CHECK(in_block->server_id == towpath_entry_server_id(entry));
  CHECK(in_block->offset == position.offset && in_block->ordinal == position.ordinal);
  CHECK(in_block->transaction_offset == position.transaction_offset);
  CHECK(same_block_text(block, in_block->file, position.file));
  CHECK(same_block_text(block, in_block->gtid, towpath_entry_gtid(entry)));
  CHECK(same_block_text(block, in_block->gtid, position.gtid));
  CHECK(same_block_text(block, in_block->database, towpath_entry_database(entry)));
  CHECK(same_block_text(block, in_block->sql, towpath_entry_sql(entry)));
  CHECK(in_block->sql_valid == (uint32_t)towpath_entry_sql_valid(entry));
  check_statement(block, in_block, entry);
  CHECK(in_block->row_count == towpath_entry_row_count(entry));
  CHECK_OK(towpath_entry_encode(entry, "json", &json, &error));
  if (in_block->table == TOWPATH_NO_TABLE) {
    CHECK(towpath_entry_table(entry) == NULL && in_block->row_count == 0);
    CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "image",
                 towpath_row_value(entry, 0, TOWPATH_AFTER, 0, &(towpath_value){0}, &error));
  } else if (json != NULL) {
    const towpath_block_table* table =
        (const towpath_block_table*)at(block, block->tables) + in_block->table;
    CHECK(in_block->table < block->table_count);
    check_schema(block, table, towpath_entry_table(entry));
    CHECK(in_block->first_image + in_block->row_count * in_block->images <= table->image_count);
    CHECK(in_block->images == (in_block->kind == TOWPATH_ENTRY_UPDATE ? 2 : 1));
    for (row = 0; row < in_block->row_count; ++row) {
      const uint64_t image = in_block->first_image + row * in_block->images;
      if (in_block->kind != TOWPATH_ENTRY_INSERT) {
        values += check_image(block, table, entry, row, TOWPATH_BEFORE, image, json->data);
      }
      if (in_block->kind != TOWPATH_ENTRY_DELETE) {
        values += check_image(block, table, entry, row, TOWPATH_AFTER, image + in_block->images - 1,
                              json->data);
      }
    }
    CHECK_STATUS(
        TOWPATH_INVALID_ARGUMENT, "row",
        towpath_row_value(entry, row,
                          in_block->kind == TOWPATH_ENTRY_DELETE ? TOWPATH_BEFORE : TOWPATH_AFTER,
                          0, &(towpath_value){0}, &error));
    CHECK_STATUS(
        TOWPATH_INVALID_ARGUMENT, "column",
        towpath_row_value(entry, 0,
                          in_block->kind == TOWPATH_ENTRY_DELETE ? TOWPATH_BEFORE : TOWPATH_AFTER,
                          table->column_count, &(towpath_value){0}, &error));
    CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "image",
                 towpath_row_value(entry, 0, 2, 0, &(towpath_value){0}, &error));
  }
  towpath_buffer_free(json);
  return values;
}

/* Every entry of the batch, in blocks of about `max_bytes`. */
static size_t check_blocks(const towpath_batch* batch, size_t max_bytes) {
  const size_t size = towpath_batch_size(batch);
  size_t first = 0, blocks = 0, values = 0;
  while (first < size) {
    towpath_block* block = NULL;
    char* copy;
    uint64_t i;
    CHECK_OK(towpath_batch_decode(batch, first, max_bytes, &block, &error));
    if (block == NULL) return 0;
    CHECK(block->first_entry == first && block->entry_count > 0 && block->size % 8 == 0);
    /* It can be copied: nothing in it points anywhere. */
    copy = malloc(block->size);
    CHECK(copy != NULL);
    memcpy(copy, block, block->size);
    towpath_block_free(block);
    block = (towpath_block*)copy;
    for (i = 0; i < block->entry_count; ++i) {
      const towpath_block_entry* in_block =
          (const towpath_block_entry*)at(block, block->entries) + i;
      values += check_entry(block, in_block, towpath_batch_entry(batch, first + i));
    }
    first += block->entry_count;
    ++blocks;
    free(copy);
  }
  CHECK(first == size);
  CHECK(max_bytes == 0 ? blocks == (size > 0) : 1);
  CHECK(max_bytes == 1 ? blocks == size : 1);
  return values;
}

int main(int argc, char** argv) {
  towpath_stream* stream;
  towpath_batch* batch = NULL;
  towpath_block* block = NULL;
  towpath_buffer* json = NULL;
  size_t values = 0;
  int first_part = 2;
  int i;
  if (argc < 2) return 2;
  stream = open_file(argv[1], argv, argc, &first_part);
  if (stream == NULL) return summary();
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "max_entries",
               towpath_stream_get(stream, 0, 0, &batch, &error));
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "max_entries",
               towpath_stream_get(stream, SIZE_MAX, 0, &batch, &error));
  for (;;) {
    towpath_error* error = NULL;
    const towpath_status status =
        towpath_stream_get_without_ack(stream, 300, INT64_MAX, &batch, &error);
    if (status == TOWPATH_END) {
      towpath_error_free(error);
      break;
    }
    CHECK(status == TOWPATH_OK);
    if (status != TOWPATH_OK) {
      fprintf(stderr, "%s\n", towpath_error_message(error));
      towpath_error_free(error);
      break;
    }
    CHECK(towpath_batch_mark(batch) > 0 && towpath_batch_size(batch) > 0);
    CHECK(towpath_batch_entry(batch, towpath_batch_size(batch)) == NULL);
    CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "entry",
                 towpath_batch_decode(batch, towpath_batch_size(batch), 0, &block, &error));
    CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "xml",
                 towpath_batch_encode(batch, "xml", &json, &error));
    CHECK_OK(towpath_batch_encode(batch, "json", &json, &error));
    if (json != NULL) {
      for (i = first_part; i < argc; ++i) {
        if (argv[i][0] == '!') {
          CHECK(strstr(json->data, argv[i] + 1) == NULL);
        } else if (strstr(json->data, argv[i]) != NULL) {
          argv[i] = (char*)"";
        }
      }
    }
    towpath_buffer_free(json);
    values += check_blocks(batch, 0);
    CHECK(check_blocks(batch, 1) == check_blocks(batch, 5000));
    CHECK_OK(towpath_stream_ack(stream, towpath_batch_mark(batch), &error));
    towpath_batch_free(batch);
  }
  for (i = first_part; i < argc; ++i) {
    if (argv[i][0] == '!') continue;
    CHECK(argv[i][0] == '\0');
    if (argv[i][0] != '\0') fprintf(stderr, "  not in the JSON: %s\n", argv[i]);
  }
  CHECK(values > 0);
  printf("%lu values, %lu tables of statements\n", (unsigned long)values,
         (unsigned long)statement_tables);
  CHECK_OK(towpath_stream_close(stream, &error));
  CHECK_OK(towpath_stream_close(stream, &error));
  CHECK_STATUS(TOWPATH_CLOSED, "", towpath_stream_get(stream, 1, -1, &batch, &error));
  towpath_stream_free(stream);
  return summary();
}
