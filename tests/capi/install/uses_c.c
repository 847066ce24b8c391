/* Reads a binlog file through the C ABI of the installed library: uses_c FILE-URL */
#include <stdio.h>
#include <towpath.h>

int main(int argc, char** argv) {
  towpath_options* options = towpath_options_new();
  towpath_stream* stream = NULL;
  towpath_batch* batch = NULL;
  towpath_error* error = NULL;
  size_t entries = 0;
  if (argc != 2 || towpath_version() != TOWPATH_C_VERSION) return 2;
  if (towpath_options_set(options, "source.url", argv[1], &error) == TOWPATH_OK &&
      towpath_options_set(options, "source.start", "earliest", &error) == TOWPATH_OK &&
      towpath_options_set(options, "stream.name", "c", &error) == TOWPATH_OK &&
      towpath_options_set(options, "store.url", "memory:", &error) == TOWPATH_OK &&
      towpath_stream_open(options, &stream, &error) == TOWPATH_OK) {
    while (towpath_stream_get(stream, 100, -1, &batch, &error) == TOWPATH_OK) {
      entries += towpath_batch_size(batch);
      towpath_batch_free(batch);
    }
  }
  if (towpath_error_code(error) != TOWPATH_END) {
    fprintf(stderr, "%s\n", towpath_error_message(error));
    return 1;
  }
  printf("%lu entries\n", (unsigned long)entries);
  towpath_error_free(error);
  towpath_stream_free(stream);
  towpath_options_free(options);
  return 0;
}
