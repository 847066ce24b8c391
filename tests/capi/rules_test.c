/* The rules of the header that need no source: NULL, errors, options, positions, struct sizes. */
#include "check.h"

static void test_version(void) {
  CHECK(towpath_version() == TOWPATH_C_VERSION);
  CHECK(strcmp(towpath_version_string(), "0.1.0") == 0);
}

static void test_errors(void) {
  CHECK(strcmp(towpath_status_name(TOWPATH_OK), "OK") == 0);
  CHECK(strcmp(towpath_status_name(TOWPATH_OUT_OF_ORDER), "OUT_OF_ORDER") == 0);
  CHECK(strcmp(towpath_status_name(TOWPATH_OUT_OF_MEMORY), "OUT_OF_MEMORY") == 0);
  CHECK(strcmp(towpath_status_name(-1), "UNKNOWN") == 0);
  CHECK(strcmp(towpath_status_name(99999), "UNKNOWN") == 0);
  CHECK(towpath_error_code(NULL) == TOWPATH_OK);
  CHECK(strcmp(towpath_error_message(NULL), "") == 0);
}

/* Freeing NULL does nothing, and getters give nothing for NULL. */
static void test_null_handles(void) {
  towpath_error_free(NULL);
  towpath_buffer_free(NULL);
  towpath_options_free(NULL);
  towpath_preflight_free(NULL);
  towpath_stream_free(NULL);
  towpath_stream_info_free(NULL);
  towpath_batch_free(NULL);
  towpath_block_free(NULL);
  towpath_arrow_builder_free(NULL);
  towpath_arrow_table_free(NULL);
  CHECK(towpath_arrow_builder_rows(NULL) == 0);
  CHECK(towpath_arrow_builder_bytes(NULL) == 0);
  CHECK(towpath_arrow_table_database(NULL).size == 0);
  CHECK(towpath_arrow_table_name(NULL).size == 0);
  CHECK(towpath_arrow_table_rows(NULL) == 0);
  CHECK(towpath_arrow_table_bytes(NULL) == 0);
  CHECK(towpath_arrow_table_record_batches(NULL) == 0);
  CHECK(towpath_preflight_ready(NULL) == 0);
  CHECK(towpath_preflight_server(NULL).size == 0);
  CHECK(towpath_preflight_count(NULL) == 0);
  CHECK(towpath_batch_mark(NULL) == -1);
  CHECK(towpath_batch_size(NULL) == 0);
  CHECK(towpath_batch_entry(NULL, 0) == NULL);
  CHECK(towpath_entry_kind(NULL) == 0);
  CHECK(towpath_entry_timestamp_us(NULL) == 0);
  CHECK(towpath_entry_gtid(NULL).size == 0);
  CHECK(towpath_entry_server_id(NULL) == 0);
  CHECK(towpath_entry_duplicate(NULL) == 0);
  CHECK(towpath_entry_database(NULL).size == 0);
  CHECK(towpath_entry_sql(NULL).size == 0);
  CHECK(towpath_entry_sql_valid(NULL) == 1);
  CHECK(towpath_entry_ddl_kind(NULL) == TOWPATH_DDL_OTHER);
  CHECK(towpath_entry_statement_table_count(NULL) == 0);
  CHECK(towpath_entry_table(NULL) == NULL);
  CHECK(towpath_entry_row_count(NULL) == 0);
  CHECK(towpath_table_database(NULL).size == 0);
  CHECK(towpath_table_name(NULL).size == 0);
  CHECK(towpath_table_names_known(NULL) == 0);
  CHECK(towpath_table_column_count(NULL) == 0);
}

/* Every call that can fail, with NULL for each thing it needs. */
static void test_null_arguments(void) {
  towpath_options* options = towpath_options_new();
  towpath_buffer* buffer = (towpath_buffer*)1;
  towpath_stream* stream = (towpath_stream*)1;
  towpath_batch* batch = (towpath_batch*)1;
  towpath_block* block = (towpath_block*)1;
  towpath_stream_info* info = (towpath_stream_info*)1;
  towpath_preflight_report* report = (towpath_preflight_report*)1;
  towpath_position position;
  towpath_option option;
  towpath_finding finding;
  towpath_column column;
  towpath_calendar calendar;
  towpath_value value;
  towpath_text text;
  int32_t order = 7;
  const towpath_status bad = TOWPATH_INVALID_ARGUMENT;
  memset(&position, 0, sizeof position);
  position.struct_size = sizeof position;
  memset(&value, 0, sizeof value);
  CHECK(options != NULL);

  CHECK_STATUS(bad, "options", towpath_options_set(NULL, "ack.durability", "sync", &error));
  CHECK_STATUS(bad, "key", towpath_options_set(options, NULL, "sync", &error));
  CHECK_STATUS(bad, "value", towpath_options_set(options, "ack.durability", NULL, &error));
  CHECK_STATUS(bad, "options", towpath_options_get(NULL, "ack.durability", &buffer, &error));
  CHECK(buffer == NULL);
  CHECK_STATUS(bad, "key", towpath_options_get(options, NULL, &buffer, &error));
  CHECK_STATUS(bad, "value", towpath_options_get(options, "ack.durability", NULL, &error));
  CHECK_STATUS(bad, "option", towpath_options_describe(0, NULL, &error));
  memset(&option, 0, sizeof option);
  option.struct_size = sizeof option;
  CHECK_STATUS(bad, "index", towpath_options_describe(1000000, &option, &error));
  CHECK_STATUS(bad, "options", towpath_log_set_callback(NULL, NULL, NULL, &error));
  CHECK_STATUS(bad, "text", towpath_position_parse(NULL, &position, &error));
  CHECK_STATUS(bad, "position", towpath_position_parse("a.1:4", NULL, &error));
  CHECK_STATUS(bad, "position", towpath_position_format(NULL, &buffer, &error));
  CHECK_STATUS(bad, "text", towpath_position_format(&position, NULL, &error));
  CHECK_STATUS(bad, "a is NULL", towpath_position_compare(NULL, &position, &order, &error));
  CHECK(order == 0);
  CHECK_STATUS(bad, "b is NULL", towpath_position_compare(&position, NULL, &order, &error));
  CHECK_STATUS(bad, "order", towpath_position_compare(&position, &position, NULL, &error));
  CHECK_STATUS(bad, "options", towpath_preflight(NULL, &report, &error));
  CHECK(report == NULL);
  CHECK_STATUS(bad, "report", towpath_preflight(options, NULL, &error));
  CHECK_STATUS(bad, "report", towpath_preflight_finding(NULL, 0, &finding, &error));
  CHECK_STATUS(bad, "options", towpath_stream_open(NULL, &stream, &error));
  CHECK(stream == NULL);
  CHECK_STATUS(bad, "stream", towpath_stream_open(options, NULL, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_close(NULL, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_get(NULL, 1, 0, &batch, &error));
  CHECK(batch == NULL);
  CHECK_STATUS(bad, "stream", towpath_stream_get_without_ack(NULL, 1, 0, &batch, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_get_outstanding(NULL, 1, &batch, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_ack(NULL, 1, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_ack_through(NULL, 1, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_rollback(NULL, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_rollback_to(NULL, 1, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_mark_processed(NULL, &position, &error));
  CHECK_STATUS(bad, "stream", towpath_stream_status(NULL, &info, &error));
  CHECK(info == NULL);
  CHECK_STATUS(bad, "batch", towpath_batch_encode(NULL, "json", &buffer, &error));
  CHECK_STATUS(bad, "entry", towpath_entry_encode(NULL, "json", &buffer, &error));
  CHECK_STATUS(bad, "entry", towpath_entry_position(NULL, &position, &error));
  CHECK_STATUS(bad, "table", towpath_table_column(NULL, 0, &column, &error));
  CHECK_STATUS(bad, "table", towpath_table_label(NULL, 0, 0, &text, &error));
  CHECK_STATUS(bad, "entry", towpath_row_value(NULL, 0, TOWPATH_AFTER, 0, &value, &error));
  CHECK_STATUS(bad, "value", towpath_value_text(NULL, 0, NULL, &buffer, &error));
  CHECK_STATUS(bad, "text", towpath_value_text(NULL, 0, &value, NULL, &error));
  CHECK_STATUS(bad, "value", towpath_value_calendar(NULL, &calendar, &error));
  CHECK_STATUS(bad, "calendar", towpath_value_calendar(&value, NULL, &error));
  CHECK_STATUS(bad, "batch", towpath_batch_decode(NULL, 0, 0, &block, &error));
  CHECK(block == NULL);
  /* No error wanted: no error made. */
  CHECK(towpath_stream_close(NULL, NULL) == bad);
  towpath_options_free(options);
}

static void test_options(void) {
  towpath_options* options = towpath_options_new();
  towpath_buffer* value = NULL;
  size_t i;
  CHECK_OK(towpath_options_set(options, "stream.name", "orders", &error));
  CHECK_OK(towpath_options_get(options, "stream.name", &value, &error));
  CHECK(value != NULL && value->size == 6 && strcmp(value->data, "orders") == 0);
  towpath_buffer_free(value);
  CHECK_OK(towpath_options_get(options, "ack.durability", &value, &error));
  CHECK(value != NULL && strcmp(value->data, "sync") == 0);
  towpath_buffer_free(value);
  CHECK_STATUS(TOWPATH_UNKNOWN_OPTION, "ack.durability",
               towpath_options_set(options, "ack.durabilty", "sync", &error));
  CHECK_STATUS(TOWPATH_UNKNOWN_OPTION, "no.such",
               towpath_options_get(options, "no.such", &value, &error));
  CHECK(value == NULL);
  CHECK_STATUS(TOWPATH_INVALID_OPTION, "eventually",
               towpath_options_set(options, "ack.durability", "eventually", &error));
  CHECK_STATUS(TOWPATH_INVALID_OPTION, "source.server_id",
               towpath_options_set(options, "source.server_id", "-1", &error));

  CHECK(towpath_options_count() > 10);
  for (i = 0; i < towpath_options_count(); ++i) {
    towpath_option option;
    char key[128];
    memset(&option, 0, sizeof option);
    option.struct_size = sizeof option;
    CHECK_OK(towpath_options_describe(i, &option, &error));
    CHECK(option.key.size > 0 && option.key.size < sizeof key && option.doc.size > 0);
    memcpy(key, option.key.data, option.key.size);
    key[option.key.size] = '\0';
    CHECK_OK(towpath_options_get(options, key, &value, &error));
    towpath_buffer_free(value);
  }
  CHECK_STATUS(TOWPATH_INVALID_NAME, "or/ders",
               towpath_options_set(options, "stream.name", "or/ders", &error));
  towpath_options_free(options);
}

static void test_positions(void) {
  towpath_position a, b;
  towpath_buffer* text = NULL;
  int32_t order = 0;
  memset(&a, 0, sizeof a);
  a.struct_size = sizeof a;
  b = a;
  CHECK_OK(towpath_position_parse("mysql-bin.000099:4294967296:3@120", &a, &error));
  CHECK(a.struct_size == sizeof a && a.offset == 4294967296ULL && a.ordinal == 3);
  CHECK(a.transaction_offset == 120 && a.file.size == 16);
  CHECK(a.file.data != NULL && memcmp(a.file.data, "mysql-bin.000099", 16) == 0);
  CHECK_OK(towpath_position_format(&a, &text, &error));
  CHECK(text != NULL && strcmp(text->data, "mysql-bin.000099:4294967296:3@120") == 0);
  towpath_buffer_free(text);
  CHECK_OK(towpath_position_parse("mysql-bin.000100:4", &b, &error));
  CHECK_OK(towpath_position_format(&b, &text, &error));
  CHECK(text != NULL && strcmp(text->data, "mysql-bin.000100:4:0") == 0);
  towpath_buffer_free(text);
  CHECK_OK(towpath_position_compare(&a, &b, &order, &error));
  CHECK(order == -1);
  CHECK_OK(towpath_position_compare(&b, &a, &order, &error));
  CHECK(order == 1);
  CHECK_OK(towpath_position_compare(&a, &a, &order, &error));
  CHECK(order == 0);
  CHECK_STATUS(TOWPATH_INVALID_POSITION, "here", towpath_position_parse("here", &a, &error));
  CHECK_STATUS(TOWPATH_INVALID_POSITION, "", towpath_position_parse("", &a, &error));
  b.gtid.data = "not a gtid";
  b.gtid.size = 10;
  CHECK_STATUS(TOWPATH_INVALID_POSITION, "not a gtid", towpath_position_format(&b, &text, &error));
  b.gtid.data = NULL;
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "no data", towpath_position_format(&b, &text, &error));
}

/* A struct of an unknown size is refused; one of a newer header has its new fields zeroed. */
static void test_struct_sizes(void) {
  struct {
    towpath_position known;
    uint64_t newer;
  } larger;
  towpath_position position;
  memset(&position, 0, sizeof position);
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "struct_size",
               towpath_position_parse("a.1:4", &position, &error));
  position.struct_size = 8;
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "struct_size",
               towpath_position_parse("a.1:4", &position, &error));
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "struct_size",
               towpath_position_format(&position, &(towpath_buffer*){NULL}, &error));
  position.struct_size = 0xffffffff;
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "struct_size",
               towpath_position_parse("a.1:4", &position, &error));
  memset(&larger, 0xff, sizeof larger);
  larger.known.struct_size = sizeof larger;
  CHECK_OK(towpath_position_parse("a.1:4", &larger.known, &error));
  CHECK(larger.known.struct_size == sizeof larger && larger.known.offset == 4);
  CHECK(larger.newer == 0);
}

static void test_values(void) {
  towpath_value value;
  towpath_calendar calendar;
  towpath_buffer* text = NULL;
  memset(&value, 0, sizeof value);
  memset(&calendar, 0, sizeof calendar);
  calendar.struct_size = sizeof calendar;
  value.kind = TOWPATH_VALUE_DATETIME;
  value.scale = 3;
  value.as.i64 = ((((int64_t)2024 * 13 + 2) << 5 | 29) << 41) | ((int64_t)23 << 36) |
                 ((int64_t)59 << 30) | (58 << 24) | 123000;
  CHECK_OK(towpath_value_calendar(&value, &calendar, &error));
  CHECK(calendar.year == 2024 && calendar.month == 2 && calendar.day == 29);
  CHECK(calendar.hour == 23 && calendar.minute == 59 && calendar.second == 58);
  CHECK(calendar.microsecond == 123000 && calendar.negative == 0);
  CHECK_OK(towpath_value_text(NULL, 0, &value, &text, &error));
  CHECK(text != NULL && strcmp(text->data, "2024-02-29 23:59:58.123") == 0);
  towpath_buffer_free(text);

  value.kind = TOWPATH_VALUE_TIME;
  value.scale = 0;
  value.as.i64 = -(((int64_t)838 << 36) | ((int64_t)59 << 30) | ((int64_t)59 << 24));
  CHECK_OK(towpath_value_calendar(&value, &calendar, &error));
  CHECK(calendar.negative == 1 && calendar.hour == 838 && calendar.second == 59);
  CHECK_OK(towpath_value_text(NULL, 0, &value, &text, &error));
  CHECK(text != NULL && strcmp(text->data, "-838:59:59") == 0);
  towpath_buffer_free(text);

  value.kind = TOWPATH_VALUE_UINT;
  value.as.u64 = UINT64_MAX;
  CHECK_OK(towpath_value_text(NULL, 0, &value, &text, &error));
  CHECK(text != NULL && strcmp(text->data, "18446744073709551615") == 0);
  towpath_buffer_free(text);
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "date or time",
               towpath_value_calendar(&value, &calendar, &error));
  value.kind = 200;
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "200", towpath_value_text(NULL, 0, &value, &text, &error));
  CHECK(text == NULL);
}

int main(void) {
  test_version();
  test_errors();
  test_null_handles();
  test_null_arguments();
  test_options();
  test_positions();
  test_struct_sizes();
  test_values();
  return summary();
}
