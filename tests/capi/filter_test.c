/* The options filter.* through the C ABI: which entries, rows and columns come, the same row by row
 * and in blocks, and that a stream goes on behind what it left out.
 *
 *   filter_test URL START FOLDER
 *
 * What the source has from START on is in test_events; data_files.py and run-live write it. */
#include "check.h"

static const char* url;
static const char* start;
static const char* folder;

/* Text that grows. */
typedef struct {
  char text[4096];
  size_t size;
} Text;

static void add(Text* to, const char* text, size_t size) {
  if (size > sizeof to->text - 1 - to->size) size = sizeof to->text - 1 - to->size;
  memcpy(to->text + to->size, text, size);
  to->size += size;
  to->text[to->size] = '\0';
}

static void add_string(Text* to, const char* text) { add(to, text, strlen(text)); }

/* Opens with options: key, value, ..., NULL. */
static towpath_status open_stream(towpath_stream** stream, towpath_error** error,
                                  const char* const* changed) {
  towpath_options* options = towpath_options_new();
  CHECK_OK(towpath_options_set(options, "source.url", url, &error));
  CHECK_OK(towpath_options_set(options, "source.start", start, &error));
  CHECK_OK(towpath_options_set(options, "stream.name", "filters", &error));
  CHECK_OK(towpath_options_set(options, "store.url", "memory:", &error));
  if (strncmp(url, "file:", 5) != 0) {
    CHECK_OK(towpath_options_set(options, "source.until", "latest", &error));
  }
  return open_changed(options, changed, stream, error);
}

static const char* kind_name(int32_t kind) {
  switch (kind) {
    case TOWPATH_ENTRY_BEGIN:
      return "begin";
    case TOWPATH_ENTRY_INSERT:
      return "insert";
    case TOWPATH_ENTRY_UPDATE:
      return "update";
    case TOWPATH_ENTRY_DELETE:
      return "delete";
    case TOWPATH_ENTRY_DDL:
      return "ddl";
    case TOWPATH_ENTRY_COMMIT:
      return "commit";
    case TOWPATH_ENTRY_HEARTBEAT:
      return "heartbeat";
    default:
      return "?";
  }
}

/* " name=value"; `data` holds the bytes of a text. */
static void add_value(Text* to, const char* name, size_t name_size, const towpath_value* value,
                      const char* data) {
  char number[32];
  add_string(to, " ");
  add(to, name, name_size);
  add_string(to, "=");
  switch (value->kind) {
    case TOWPATH_VALUE_NULL:
      add_string(to, "NULL");
      break;
    case TOWPATH_VALUE_ABSENT:
      add_string(to, "absent");
      break;
    case TOWPATH_VALUE_INT:
      snprintf(number, sizeof number, "%ld", (long)value->as.i64);
      add_string(to, number);
      break;
    case TOWPATH_VALUE_TEXT:
      add(to, data, value->size);
      break;
    default:
      add_string(to, "?");
      break;
  }
}

/* "update items id=1 name=one > id=1 name=ONE;" by one call a value. */
static void show_entry(Text* to, const towpath_entry* entry) {
  const towpath_table* table = towpath_entry_table(entry);
  const int32_t kind = towpath_entry_kind(entry);
  uint64_t row;
  int32_t image;
  size_t i;
  add_string(to, kind_name(kind));
  if (table != NULL) {
    add_string(to, " ");
    add(to, towpath_table_name(table).data, towpath_table_name(table).size);
  }
  for (row = 0; row < towpath_entry_row_count(entry); ++row) {
    if (row > 0) add_string(to, ",");
    for (image = TOWPATH_BEFORE; image <= TOWPATH_AFTER; ++image) {
      if (image == (kind == TOWPATH_ENTRY_INSERT ? TOWPATH_BEFORE : -1)) continue;
      if (image == (kind == TOWPATH_ENTRY_DELETE ? TOWPATH_AFTER : -1)) continue;
      if (image == TOWPATH_AFTER && kind == TOWPATH_ENTRY_UPDATE) add_string(to, " >");
      for (i = 0; i < towpath_table_column_count(table); ++i) {
        towpath_value value;
        towpath_column column;
        memset(&column, 0, sizeof column);
        column.struct_size = sizeof column;
        CHECK_OK(towpath_table_column(table, i, &column, &error));
        CHECK_OK(towpath_row_value(entry, row, image, i, &value, &error));
        add_value(to, column.name.data, column.name.size, &value, value.as.data);
      }
      CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "column",
                   towpath_row_value(entry, row, image, i, &(towpath_value){0}, &error));
    }
  }
  add_string(to, "; ");
}

static const void* at(const towpath_block* block, uint64_t offset) {
  return (const char*)block + offset;
}

/* The same from a block. */
static void show_block_entry(Text* to, const towpath_block* block,
                             const towpath_block_entry* entry) {
  const towpath_block_table* table;
  const towpath_block_schema* schema;
  const towpath_block_column* columns;
  const towpath_value* values;
  uint64_t image;
  size_t i;
  add_string(to, kind_name(entry->kind));
  if (entry->table != TOWPATH_NO_TABLE) {
    table = (const towpath_block_table*)at(block, block->tables) + entry->table;
    schema = at(block, table->schema);
    columns = (const void*)((const char*)schema + schema->columns);
    CHECK(table->column_count == schema->column_count);
    add_string(to, " ");
    add(to, (const char*)schema + schema->name.offset, schema->name.size);
    for (image = 0; image < entry->row_count * entry->images; ++image) {
      values = (const towpath_value*)at(block, table->values) +
               (entry->first_image + image) * table->column_count;
      if (image > 0) add_string(to, image % entry->images == 0 ? "," : " >");
      for (i = 0; i < table->column_count; ++i) {
        add_value(to, (const char*)schema + columns[i].name.offset, columns[i].name.size,
                  &values[i], at(block, values[i].as.offset));
      }
    }
  }
  add_string(to, "; ");
}

/* Reads to the end with an ack for each batch; what came. */
static const char* read_all(towpath_stream* stream) {
  static Text by_rows;
  static Text by_blocks;
  by_rows.size = by_blocks.size = 0;
  by_rows.text[0] = by_blocks.text[0] = '\0';
  for (;;) {
    towpath_error* error = NULL;
    towpath_batch* batch = NULL;
    towpath_block* block = NULL;
    size_t i;
    const towpath_status status = towpath_stream_get_without_ack(stream, 2, 60000, &batch, &error);
    if (status == TOWPATH_END) {
      towpath_error_free(error);
      break;
    }
    CHECK(status == TOWPATH_OK);
    if (status != TOWPATH_OK) fprintf(stderr, "%s\n", towpath_error_message(error));
    towpath_error_free(error);
    if (status != TOWPATH_OK || towpath_batch_size(batch) == 0) {
      CHECK(towpath_batch_size(batch) > 0);
      towpath_batch_free(batch);
      break;
    }
    for (i = 0; i < towpath_batch_size(batch); ++i) {
      show_entry(&by_rows, towpath_batch_entry(batch, i));
    }
    CHECK_OK(towpath_batch_decode(batch, 0, 0, &block, &error));
    for (i = 0; block != NULL && i < block->entry_count; ++i) {
      show_block_entry(&by_blocks, block,
                       (const towpath_block_entry*)at(block, block->entries) + i);
    }
    towpath_block_free(block);
    CHECK_OK(towpath_stream_ack(stream, towpath_batch_mark(batch), &error));
    towpath_batch_free(batch);
  }
  CHECK(strcmp(by_rows.text, by_blocks.text) == 0);
  return by_rows.text;
}

#define CHECK_STREAM(expected, ...)                                                                \
  do {                                                                                             \
    towpath_stream* filtered = NULL;                                                               \
    const char* came;                                                                              \
    CHECK_OK(OPEN(&filtered, &error, __VA_ARGS__));                                                \
    came = filtered == NULL ? "nothing opened" : read_all(filtered);                               \
    CHECK(strcmp(came, (expected)) == 0);                                                          \
    if (strcmp(came, (expected)) != 0) fprintf(stderr, "  came: %s\n  not: %s\n", came, expected); \
    towpath_stream_free(filtered);                                                                 \
  } while (0)

#define TABLES "filter.tables", "filters\\..*"
#define ROWS "filter.events", "insert,update,delete"

static void test_events(void) {
  CHECK_STREAM(
      "ddl; ddl; ddl; "
      "begin; insert items id=1 name=one, id=2 name=NULL; commit; "
      "begin; update items id=1 name=one > id=1 name=ONE; insert other id=7 name=seven; "
      "delete items id=2 name=NULL; commit; "
      "begin; insert other id=8 name=eight; commit; ",
      TABLES);
  CHECK_STREAM(
      "insert items id=1 name=one, id=2 name=NULL; insert other id=7 name=seven; "
      "insert other id=8 name=eight; ",
      TABLES, "filter.events", "insert");
  CHECK_STREAM("update items id=1 name=one > id=1 name=ONE; ", TABLES, "filter.events", "update");
  CHECK_STREAM("delete items id=2 name=NULL; ", TABLES, "filter.events", "delete");
  CHECK_STREAM("ddl; ddl; ddl; ", TABLES, "filter.events", "ddl");
  CHECK_STREAM("", TABLES, "filter.events", "statement", "source.statements", "deliver");
  CHECK_STREAM("", TABLES, "filter.events", "heartbeat"); /* it ends before one comes */
  /* Around what is delivered, and only then. */
  CHECK_STREAM("begin; delete items id=2 name=NULL; commit; ", TABLES, "filter.events",
               "begin,delete,commit");
  CHECK_STREAM("begin; update items id=1 name=one > id=1 name=ONE; ", TABLES, "filter.events",
               "begin,update");
  CHECK_STREAM("delete items id=2 name=NULL; commit; ", TABLES, "filter.events", "commit,delete");
  /* DDL statements are transactions of their own. */
  CHECK_STREAM("ddl; ddl; ddl; ", TABLES, "filter.events", "begin,ddl,commit");
}

static void test_tables(void) {
  static const char* const items =
      "insert items id=1 name=one, id=2 name=NULL; update items id=1 name=one > id=1 name=ONE; "
      "delete items id=2 name=NULL; ";
  static const char* const other = "insert other id=7 name=seven; insert other id=8 name=eight; ";
  CHECK_STREAM(items, ROWS, "filter.tables", "filters\\.items");
  CHECK_STREAM(items, ROWS, "filter.tables", "FILTERS\\\\.I\\\\w{4},nothing\\..*");
  CHECK_STREAM(other, ROWS, "filter.tables", "filters\\..*", "filter.exclude", ".*\\.items");
  CHECK_STREAM("", ROWS, "filter.tables", "filters");
  CHECK_STREAM("", ROWS, "filter.tables", "filters\\.item");
  CHECK_STREAM(
      "begin; insert other id=7 name=seven; commit; begin; insert other id=8 name=eight; commit; ",
      "filter.events", "begin,insert,update,delete,commit", "filter.tables", "filters\\.other");
  /* CREATE DATABASE names no table. */
  CHECK_STREAM("ddl; ddl; ", "filter.events", "ddl", "filter.tables", "filters\\.items");
  CHECK_STREAM("ddl; ", "filter.events", "ddl", "filter.exclude", "filters\\..*");
}

static void test_columns(void) {
  CHECK_STREAM(
      "insert items name=one, name=NULL; update items name=one > name=ONE; "
      "insert other id=7 name=seven; delete items name=NULL; insert other id=8 name=eight; ",
      TABLES, ROWS, "filter.columns", "filters\\.items:NAME");
  CHECK_STREAM("insert items id=1, id=2; insert other id=7; insert other id=8; ", TABLES,
               "filter.events", "insert", "filter.columns.exclude", "filters\\..*:name/nothing");
  CHECK_STREAM("insert other name=seven; insert other name=eight; ", TABLES, "filter.events",
               "insert", "filter.columns", ".*:id/name", "filter.columns.exclude", ".*:id",
               "filter.exclude", "filters\\.items");
}

static void test_refusals(void) {
  towpath_stream* stream = NULL;
  towpath_batch* batch = NULL;
  CHECK_STATUS(TOWPATH_INVALID_OPTION, "would never come",
               OPEN(&stream, &error, "filter.events", "begin"));
  CHECK_STATUS(TOWPATH_INVALID_OPTION, "would never come",
               OPEN(&stream, &error, "filter.events", "commit,begin,heartbeat"));
  CHECK_STATUS(TOWPATH_INVALID_OPTION, "comma list",
               OPEN(&stream, &error, "filter.events", "insert, update"));
  CHECK_STATUS(TOWPATH_INVALID_FILTER, "filter.exclude",
               OPEN(&stream, &error, "filter.exclude", "filters\\.[x"));
  CHECK_STATUS(TOWPATH_INVALID_FILTER, "names no columns",
               OPEN(&stream, &error, "filter.columns", "filters\\.items"));
  CHECK(stream == NULL);
  CHECK_OK(OPEN(&stream, &error, TABLES, ROWS, "filter.columns", "filters\\.items:nothing"));
  CHECK_STATUS(TOWPATH_INVALID_FILTER, "none of its 2 columns",
               towpath_stream_get(stream, 10, 60000, &batch, &error));
  towpath_stream_free(stream);
}

/* What is left out is behind the stream, whatever the filter is when it is opened again. */
static void test_progress(void) {
  static const char* const nothing[][2] = {
      {"filter.tables", "nothing\\..*"}, {"filter.exclude", ".*"}, {"filter.events", "statement"}};
  char store[1024];
  size_t i;
  for (i = 0; i < sizeof nothing / sizeof *nothing; ++i) {
    snprintf(store, sizeof store, "sqlite:%s/nothing-%lu.db", folder, (unsigned long)i);
    CHECK_STREAM("", "store.url", store, ROWS, nothing[i][0], nothing[i][1]);
    CHECK_STREAM("", "store.url", store, TABLES);
  }
  /* What follows the last entry that was wanted, too. */
  snprintf(store, sizeof store, "sqlite:%s/some.db", folder);
  CHECK_STREAM("delete items id=2 name=NULL; ", "store.url", store, TABLES, "filter.events",
               "delete");
  CHECK_STREAM("", "store.url", store, TABLES);
}

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  url = argv[1];
  start = argv[2];
  folder = argv[3];
  test_events();
  test_tables();
  test_columns();
  test_refusals();
  test_progress();
  return summary();
}
