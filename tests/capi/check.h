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

static inline int summary(void) {
  printf("%d checks, %d failures\n", checks, failures);
  return failures == 0 && checks > 0 ? 0 : 1;
}

#endif /* TOWPATH_TESTS_CAPI_CHECK_H_ */
