/* Prints every change of a server as JSON:  quick mysql://user:password@host/ */
#include <stdio.h>
#include <towpath.h>

int main(int argc, char** argv) {
  towpath_options* options = towpath_options_new();
  towpath_stream* stream = NULL;
  towpath_batch* batch = NULL;
  towpath_buffer* json = NULL;
  towpath_error* error = NULL;
  if (argc != 2) return 2;

  if (towpath_options_set(options, "source.url", argv[1], &error) == TOWPATH_OK &&
      towpath_options_set(options, "stream.name", "quick", &error) == TOWPATH_OK) {
    towpath_stream_open(options, &stream, &error);
  }
  while (error == NULL &&
         towpath_stream_get_without_ack(stream, 1000, -1, &batch, &error) == TOWPATH_OK) {
    if (towpath_batch_encode(batch, "json", &json, &error) == TOWPATH_OK) {
      fwrite(json->data, 1, json->size, stdout);
      fflush(stdout);
      towpath_stream_ack(stream, towpath_batch_mark(batch), &error);
    }
    towpath_buffer_free(json);
    towpath_batch_free(batch);
  }
  fprintf(stderr, "%s\n", towpath_error_message(error));
  towpath_error_free(error);
  towpath_stream_free(stream);
  towpath_options_free(options);
  return 1;
}
