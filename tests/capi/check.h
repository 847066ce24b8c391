/* Checks for the C tests: a failed one says where and goes on, so that one run shows them all. */
#ifndef TOWPATH_TESTS_CAPI_CHECK_H_
#define TOWPATH_TESTS_CAPI_CHECK_H_

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "towpath.h"

static int checks = 0;
static int failures = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    ++checks;                                                                 \
    if (!(condition)) {                                                       \
      ++failures;                                                             \
      fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
    }                                                                         \
  } while (0)

/* The call has this status, fills `error` accordingly, and the message holds `part`. */
#define CHECK_STATUS(expected, part, call)                                                        \
  do {                                                                                            \
    towpath_error* error = NULL;                                                                  \
    const towpath_status status_ = (call);                                                        \
    ++checks;                                                                                     \
    if (status_ != (expected) || towpath_error_code(error) != (expected) ||                       \
        strstr(towpath_error_message(error), (part)) == NULL) {                                   \
      ++failures;                                                                                 \
      fprintf(stderr, "%s:%d: %s\n  is %s, expected %s with \"%s\"; message: %s\n", __FILE__,     \
              __LINE__, #call, towpath_status_name(status_), towpath_status_name(expected), part, \
              towpath_error_message(error));                                                      \
    }                                                                                             \
    towpath_error_free(error);                                                                    \
  } while (0)

#define CHECK_OK(call) CHECK_STATUS(TOWPATH_OK, "", call)

/* Sets `changed` (key, value, ..., NULL) in `options`, opens the stream, and frees the options. */
static inline towpath_status open_changed(towpath_options* options, const char* const* changed,
                                          towpath_stream** stream, towpath_error** error) {
  towpath_status status = TOWPATH_OK;
  for (; *changed != NULL && status == TOWPATH_OK; changed += 2) {
    status = towpath_options_set(options, changed[0], changed[1], error);
  }
  if (status == TOWPATH_OK) status = towpath_stream_open(options, stream, error);
  towpath_options_free(options);
  return status;
}

/* Opens with the options of the test's own `open_stream`, and with these: key, value, ... */
#define OPEN(stream, error, ...) \
  open_stream((stream), (error), (const char* const[]){__VA_ARGS__, NULL, NULL})

static inline int summary(void) {
  printf("%d checks, %d failures\n", checks, failures);
  return failures == 0 && checks > 0 ? 0 : 1;
}

#endif /* TOWPATH_TESTS_CAPI_CHECK_H_ */
