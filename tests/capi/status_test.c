/* The status of a stream and the statistics callback through the C ABI, on a binlog file.
 *
 *   status_test URL */
#include <pthread.h>

#include "check.h"

static const char* url;

/* What the callback and the test share. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int calls;
static uint64_t told_size; /* struct_size, and the end of the JSON text, of the last call */
static char told_json[64];
static towpath_stream* to_end; /* what the callback closes and frees; NULL: nothing */
static int ended;

static void on_statistics(void* user_data, const towpath_stream_info* info) {
  towpath_buffer* json = NULL;
  pthread_mutex_lock(&mutex);
  CHECK(user_data == &calls);
  CHECK_OK(towpath_stream_info_encode(info, "json", &json, &error));
  told_size = info->struct_size;
  snprintf(told_json, sizeof told_json, "%s", json != NULL ? json->data : "");
  towpath_buffer_free(json);
  ++calls;
  if (to_end != NULL) {
    CHECK_OK(towpath_stream_close(to_end, &error));
    towpath_stream_free(to_end);
    to_end = NULL;
    ended = 1;
  }
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&mutex);
}

static towpath_status open_stream(towpath_stream** stream, towpath_error** error,
                                  const char* const* changed_options) {
  towpath_options* options = towpath_options_new();
  CHECK_OK(towpath_options_set(options, "source.url", url, &error));
  CHECK_OK(towpath_options_set(options, "source.start", "earliest", &error));
  CHECK_OK(towpath_options_set(options, "stream.name", "status", &error));
  CHECK_OK(towpath_options_set(options, "store.url", "memory:", &error));
  CHECK_OK(towpath_options_set(options, "stats.interval_ms", "1", &error));
  CHECK_OK(towpath_statistics_set_callback(options, on_statistics, &calls, &error));
  return open_changed(options, changed_options, stream, error);
}

static void await_calls(int count) {
  pthread_mutex_lock(&mutex);
  count += calls;
  while (calls < count) pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
}

static void test_rules(void) {
  towpath_options* options = towpath_options_new();
  towpath_buffer* json = NULL;
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "options",
               towpath_statistics_set_callback(NULL, on_statistics, NULL, &error));
  CHECK_OK(towpath_statistics_set_callback(options, NULL, NULL, &error));
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "info",
               towpath_stream_info_encode(NULL, "json", &json, &error));
  CHECK(json == NULL);
  towpath_options_free(options);
}

static void test_callback(void) {
  towpath_stream* stream = NULL;
  int before;
  CHECK_OK(OPEN(&stream, &error, NULL));
  await_calls(3);
  CHECK(told_size == sizeof(towpath_stream_info));
  CHECK(strncmp(told_json, "{\"state\":\"", 10) == 0);
  CHECK_OK(towpath_stream_close(stream, &error));
  before = calls;
  CHECK_OK(towpath_stream_close(stream, &error));
  towpath_stream_free(stream);
  CHECK(calls == before);
}

static void test_callback_frees(void) {
  towpath_stream* stream = NULL;
  CHECK_OK(OPEN(&stream, &error, NULL));
  pthread_mutex_lock(&mutex);
  to_end = stream;
  while (!ended) pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
}

static void test_fields(void) {
  towpath_stream* stream = NULL;
  towpath_batch* batch = NULL;
  towpath_stream_info* info = NULL;
  towpath_buffer* json = NULL;
  towpath_status status = TOWPATH_OK;
  uint64_t entries = 0;
  CHECK_OK(OPEN(&stream, &error, "stats.interval_ms", "0", "buffer.bytes", "8MiB"));
  CHECK_OK(towpath_stream_get_without_ack(stream, 1, 60000, &batch, &error));
  CHECK_OK(towpath_stream_status(stream, &info, &error));
  CHECK(info->struct_size == sizeof *info);
  CHECK(info->outstanding == 1 && info->oldest_mark == towpath_batch_mark(batch));
  CHECK(info->oldest_mark_age_us >= 0 && info->entries_acked == 0);
  CHECK(info->batches_delivered == 1 && info->entries_delivered == 1);
  CHECK(info->lag_bytes > 0 && info->lag_us > 0 && info->end_known_us > 0);
  CHECK(info->resume_position->offset == 4 && info->buffer_limit == 8 << 20);
  CHECK(info->spilled_bytes == 0);
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "xml",
               towpath_stream_info_encode(info, "xml", &json, &error));
  towpath_stream_info_free(info);
  CHECK_OK(towpath_stream_rollback(stream, &error));
  towpath_batch_free(batch);
  while (status == TOWPATH_OK) {
    status = towpath_stream_get(stream, 2, 60000, &batch, NULL);
    entries += towpath_batch_size(batch);
    towpath_batch_free(batch);
  }
  CHECK(status == TOWPATH_END);
  CHECK_OK(towpath_stream_status(stream, &info, &error));
  CHECK(info->state == TOWPATH_STATE_ENDED && info->at_end == 1 && info->waiting_for_room == 0);
  CHECK(info->lag_bytes == 0 && info->read_lag_bytes == 0);
  CHECK(info->lag_us == 0 && info->read_lag_us == 0);
  CHECK(info->source_position->offset == info->end_position->offset);
  CHECK(info->resume_position->offset > 4 && info->resume_position->ordinal == 0);
  CHECK(info->entries_read == entries && info->entries_acked == entries);
  CHECK(info->entries_delivered == entries + 1 && info->rollbacks == 1);
  CHECK(info->events_read > entries && info->transactions_read > 3);
  CHECK(info->bytes_read > 0 && info->bytes_read_per_second > 0);
  CHECK(info->writes > 1 && info->write_max_us >= info->write_mean_us);
  CHECK(info->time_us >= info->opened_us && info->opened_us > 0);
  CHECK(info->endpoint.size > 0);
  CHECK(info->oldest_mark_age_us == -1 && info->error_us == 0 && info->reconnected_us == 0);
  CHECK_OK(towpath_stream_info_encode(info, "json", &json, &error));
  CHECK(json != NULL && strstr(json->data, "\"state\":\"ended\",") != NULL);
  CHECK(json != NULL && strstr(json->data, "\"lag_bytes\":0,") != NULL);
  towpath_buffer_free(json);
  towpath_stream_info_free(info);
  towpath_stream_free(stream);
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  url = argv[1];
  test_rules();
  test_callback();
  test_callback_frees();
  test_fields();
  return summary();
}
