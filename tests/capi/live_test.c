/* The stream contract and bad input through the C ABI, against a real server of servers.py.
 *
 *   live_test mariadb|mysql FOLDER */
#include <ctype.h>

#include "check.h"

static char kind[16]; /* upper case */
static const char* folder;

static const char* env(const char* name) {
  char full[128];
  const char* value;
  snprintf(full, sizeof full, "TOWPATH_TEST_%s_%s", kind, name);
  value = getenv(full);
  if (value == NULL) {
    fprintf(stderr, "%s is not set: run by servers.py\n", full);
    exit(1);
  }
  return value;
}

static void sql(const char* statements) {
  char command[4096];
  snprintf(command, sizeof command, "%s -e \"%s\"", env("CLIENT"), statements);
  CHECK(system(command) == 0);
}

/* mysql://USER:PASSWORD@HOST:PORT/ */
static const char* url(const char* user, const char* password) {
  static char text[512];
  snprintf(text, sizeof text, "mysql://%s:%s@%s:%s/", user, password, env("HOST"), env("PORT"));
  return text;
}

static const char* path(const char* name) {
  static char text[1024];
  snprintf(text, sizeof text, "%s/%s", folder, name);
  return text;
}

static const char* store(void) {
  static char text[1024];
  snprintf(text, sizeof text, "sqlite:%s", path("store.db"));
  return text;
}

/* Opens with some options changed: key, value, ..., NULL. */
static towpath_status open_stream(towpath_stream** stream, towpath_error** error,
                                  const char* const* changed) {
  towpath_options* options = towpath_options_new();
  CHECK_OK(towpath_options_set(options, "source.url", env("URL"), &error));
  CHECK_OK(towpath_options_set(options, "source.start", "earliest", &error));
  CHECK_OK(towpath_options_set(options, "source.connect_timeout_ms", "5000", &error));
  CHECK_OK(towpath_options_set(options, "stream.name", "capi", &error));
  CHECK_OK(towpath_options_set(options, "store.url", store(), &error));
  CHECK_OK(towpath_options_set(options, "filter.tables", "capi\\..*", &error));
  CHECK_OK(towpath_options_set(options, "filter.events", "insert,update,delete", &error));
  return open_changed(options, changed, stream, error);
}

/* A refused opening: its status, its message, no stream, and no password told. */
#define CHECK_REFUSED(status, part, ...)                             \
  do {                                                               \
    towpath_stream* refused = NULL;                                  \
    CHECK_STATUS(status, part, OPEN(&refused, &error, __VA_ARGS__)); \
    CHECK(refused == NULL);                                          \
    towpath_stream_free(refused);                                    \
  } while (0)

static void test_refusals(void) {
  FILE* other = fopen(path("other.db"), "wb");
  char other_store[1024];
  int i;
  for (i = 0; other != NULL && i < 500; ++i) fputs("This is a text. ", other);
  if (other != NULL) fclose(other);
  snprintf(other_store, sizeof other_store, "sqlite:%s", path("other.db"));

  CHECK_REFUSED(TOWPATH_CONNECTION, "127.0.0.1", "source.url", "mysql://a:b@127.0.0.1:1/");
  CHECK_REFUSED(TOWPATH_CONNECTION, "no-such-host.invalid", "source.url",
                "mysql://a:b@no-such-host.invalid/");
  CHECK_REFUSED(TOWPATH_AUTHENTICATION, "towpath", "source.url", url("towpath", "guessed"));
  CHECK_REFUSED(TOWPATH_SERVER_NOT_READY, "GRANT", "source.url", url("nogrant", "nogrant"));
  CHECK_REFUSED(TOWPATH_TLS, "", "source.tls.mode", "verify_ca", "source.tls.ca", env("WRONG_CA"));
  CHECK_REFUSED(TOWPATH_UNKNOWN_OPTION, "source.start", "source.strat", "latest");
  CHECK_REFUSED(TOWPATH_INVALID_OPTION, "off|flag|drop", "dedup.mode", "maybe");
  CHECK_REFUSED(TOWPATH_INVALID_NAME, "or/ders", "stream.name", "or/ders");
  CHECK_REFUSED(TOWPATH_INVALID_FILTER, "a(", "filter.tables", "a(");
  CHECK_REFUSED(TOWPATH_INVALID_POSITION, "soon", "source.start", "soon");
  CHECK_REFUSED(TOWPATH_INVALID_POSITION, "binlog.999999", "source.start", "binlog.999999:4");
  CHECK_REFUSED(TOWPATH_NOT_A_STORE, "other.db", "store.url", other_store);
  CHECK_REFUSED(TOWPATH_NOT_FOUND, "no-such.000001", "source.url", "file:///no-such.000001");
}

static void test_preflight(void) {
  towpath_options* options = towpath_options_new();
  towpath_preflight_report* report = NULL;
  size_t i;
  int grants = 0;
  CHECK_OK(towpath_options_set(options, "source.url", env("URL"), &error));
  CHECK_OK(towpath_preflight(options, &report, &error));
  CHECK(towpath_preflight_ready(report) == 1 && towpath_preflight_count(report) > 0);
  CHECK(towpath_preflight_server(report).size > 0);
  towpath_preflight_free(report);
  CHECK_OK(towpath_options_set(options, "source.url", url("nogrant", "nogrant"), &error));
  CHECK_OK(towpath_preflight(options, &report, &error));
  CHECK(towpath_preflight_ready(report) == 0);
  for (i = 0; i < towpath_preflight_count(report); ++i) {
    towpath_finding finding;
    memset(&finding, 0, sizeof finding);
    finding.struct_size = sizeof finding;
    CHECK_OK(towpath_preflight_finding(report, i, &finding, &error));
    CHECK(finding.check.size > 0);
    if (finding.severity == TOWPATH_FINDING_ERROR && finding.remedy.size > 5 &&
        memcmp(finding.remedy.data, "GRANT", 5) == 0) {
      ++grants;
    }
  }
  CHECK(grants >= 1);
  CHECK_STATUS(TOWPATH_INVALID_ARGUMENT, "finding",
               towpath_preflight_finding(report, i, &(towpath_finding){0}, &error));
  towpath_preflight_free(report);
  towpath_options_free(options);
}

/* Lines that tell of a lost connection, by level. */
static void count_lines(void* user_data, int32_t level, const char* message, size_t size) {
  if (size != strlen(message) || level < 0 || level > TOWPATH_LOG_ERROR) return;
  if (strstr(message, "reconnection") != NULL) ++((int*)user_data)[level];
}

static void test_contract(void) {
  towpath_stream* stream = NULL;
  towpath_stream* second = NULL;
  towpath_batch* batches[3] = {NULL, NULL, NULL};
  towpath_batch* again = NULL;
  towpath_batch* nothing = NULL;
  towpath_stream_info* info = NULL;
  towpath_buffer* text = NULL;
  towpath_buffer* text_again = NULL;
  towpath_position position;
  char expected[32];
  int64_t mark;
  int i;
  sql("CREATE DATABASE capi; USE capi; CREATE TABLE t (id INT PRIMARY KEY);"
      "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); INSERT INTO t VALUES (3)");
  CHECK_OK(OPEN(&stream, &error, NULL));
  CHECK_STATUS(TOWPATH_BUSY, "capi", OPEN(&second, &error, NULL));
  CHECK_OK(towpath_stream_get_without_ack(stream, 1, 30000, &batches[0], &error));
  CHECK_OK(towpath_stream_get_without_ack(stream, 1, 30000, &batches[1], &error));
  mark = towpath_batch_mark(batches[0]);
  CHECK(mark >= 1 && towpath_batch_mark(batches[1]) > mark);
  snprintf(expected, sizeof expected, "%ld", (long)mark);
  CHECK_STATUS(TOWPATH_OUT_OF_ORDER, expected,
               towpath_stream_ack(stream, towpath_batch_mark(batches[1]), &error));
  CHECK_STATUS(TOWPATH_UNKNOWN_MARK, "", towpath_stream_ack(stream, 999999, &error));
  CHECK_STATUS(TOWPATH_UNKNOWN_MARK, "",
               towpath_stream_get_outstanding(stream, 999999, &nothing, &error));
  CHECK(nothing == NULL);
  CHECK_OK(towpath_stream_get_outstanding(stream, towpath_batch_mark(batches[1]), &again, &error));
  CHECK_OK(towpath_batch_encode(batches[1], "json", &text, &error));
  CHECK_OK(towpath_batch_encode(again, "json", &text_again, &error));
  CHECK(text != NULL && text_again != NULL && strcmp(text->data, text_again->data) == 0);
  towpath_buffer_free(text);
  towpath_buffer_free(text_again);

  CHECK_OK(towpath_stream_ack(stream, mark, &error));
  CHECK_STATUS(TOWPATH_UNKNOWN_MARK, "", towpath_stream_ack(stream, mark, &error));
  memset(&position, 0, sizeof position);
  position.struct_size = sizeof position;
  CHECK_OK(towpath_entry_position(towpath_batch_entry(batches[1], 0), &position, &error));
  CHECK(position.gtid.size > 0);
  CHECK_OK(towpath_stream_mark_processed(stream, &position, &error));
  CHECK_OK(towpath_stream_status(stream, &info, &error));
  CHECK(info->struct_size == sizeof *info && info->state == TOWPATH_STATE_RUNNING);
  CHECK(info->error_code == TOWPATH_OK && info->outstanding == 1);
  CHECK(info->oldest_mark == towpath_batch_mark(batches[1]) && info->next_mark > info->oldest_mark);
  CHECK(info->processed->offset == position.offset && info->processed->file.size > 0);
  CHECK(info->ack_position->offset < info->get_position->offset);
  towpath_stream_info_free(info);

  CHECK_OK(towpath_stream_rollback(stream, &error));
  CHECK_OK(towpath_stream_get_without_ack(stream, 100, 30000, &batches[2], &error));
  CHECK(towpath_batch_mark(batches[2]) > towpath_batch_mark(batches[1]));
  CHECK(towpath_entry_duplicate(towpath_batch_entry(batches[2], 0)) == 1);
  CHECK_OK(towpath_stream_rollback_to(stream, towpath_batch_mark(batches[2]), &error));
  CHECK_STATUS(TOWPATH_UNKNOWN_MARK, "",
               towpath_stream_ack_through(stream, towpath_batch_mark(batches[2]), &error));
  CHECK_OK(towpath_stream_close(stream, &error));
  CHECK_STATUS(TOWPATH_CLOSED, "", towpath_stream_rollback(stream, &error));
  towpath_stream_free(stream);

  /* Opened again: behind the ack. Batches of the first stream are still there. */
  CHECK_OK(OPEN(&stream, &error, NULL));
  CHECK_OK(towpath_stream_get(stream, 1, 30000, &nothing, &error));
  CHECK(towpath_batch_mark(nothing) > towpath_batch_mark(batches[2]));
  towpath_batch_free(nothing);
  for (i = 0; i < 3; ++i) {
    towpath_value value;
    CHECK_OK(
        towpath_row_value(towpath_batch_entry(batches[i], 0), 0, TOWPATH_AFTER, 0, &value, &error));
    CHECK(value.as.i64 == (i == 2 ? 2 : i + 1));
    towpath_batch_free(batches[i]);
  }
  towpath_batch_free(again);
  CHECK_OK(towpath_stream_get(stream, 10, 30000, &nothing, &error));
  towpath_batch_free(nothing);
  CHECK_OK(towpath_stream_get(stream, 10, 0, &nothing, &error));
  CHECK(towpath_batch_mark(nothing) == -1 && towpath_batch_size(nothing) == 0);
  towpath_batch_free(nothing);
  towpath_stream_free(stream); /* closes */
}

static void test_log(void) {
  towpath_options* options = towpath_options_new();
  towpath_stream* stream = NULL;
  towpath_batch* batch = NULL;
  int lines[TOWPATH_LOG_ERROR + 1] = {0};
  CHECK_OK(towpath_log_set_callback(options, count_lines, lines, &error));
  CHECK_OK(towpath_options_set(options, "log.level", "debug", &error));
  CHECK_OK(towpath_options_set(options, "source.url", env("URL"), &error));
  CHECK_OK(towpath_options_set(options, "stream.name", "log", &error));
  CHECK_OK(towpath_options_set(options, "store.url", "memory:", &error));
  CHECK_OK(towpath_stream_open(options, &stream, &error));
  towpath_options_free(options); /* the stream has its own copy */
  /* The server ends the dump: the stream connects again and says so. */
  sql("SET @id = (SELECT ID FROM information_schema.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%'"
      " ORDER BY ID DESC LIMIT 1);"
      "SET @kill = CONCAT('KILL ', @id); PREPARE k FROM @kill; EXECUTE k;"
      "INSERT INTO capi.t VALUES (100)");
  CHECK_OK(towpath_stream_get(stream, 10, 30000, &batch, &error));
  CHECK(towpath_batch_size(batch) > 0);
  towpath_batch_free(batch);
  CHECK_OK(towpath_stream_close(stream, &error));
  CHECK(lines[TOWPATH_LOG_WARNING] > 0);
  CHECK(lines[TOWPATH_LOG_DEBUG] + lines[TOWPATH_LOG_INFO] + lines[TOWPATH_LOG_ERROR] == 0);
  towpath_stream_free(stream);
}

int main(int argc, char** argv) {
  size_t i;
  if (argc != 3) return 2;
  for (i = 0; argv[1][i] != '\0' && i + 1 < sizeof kind; ++i) {
    kind[i] = (char)toupper((unsigned char)argv[1][i]);
  }
  folder = argv[2];
  test_refusals();
  test_preflight();
  test_contract();
  test_log();
  return summary();
}
