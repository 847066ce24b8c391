/* Measurement: time, CPU and memory of one run of a benchmark program, and what it saw, as one line
 * of JSON for tests/bench/run. For C99 and C++.
 *
 *   bench_measurement m;
 *   bench_begin(&m);
 *   ...                          count into m.seen
 *   bench_end(&m, "framing");    prints the line
 */
#ifndef TOWPATH_TESTS_BENCH_MEASUREMENT_H_
#define TOWPATH_TESTS_BENCH_MEASUREMENT_H_

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* What a program saw; 0 where it does not look. The runner compares them between programs.
 *
 * The digest is the sum, modulo 2^64, over all values of all row images that are not NULL, of
 *   integers, YEAR, BIT                    the number
 *   FLOAT, DOUBLE                          the number without its fraction
 *   DATE, DATETIME, TIMESTAMP (in UTC)     the day of the month, plus the second
 *   TIME (not negative)                    the second
 *   text, DECIMAL as text, ENUM's label    the size in bytes of UTF-8, plus the first byte
 *   binary                                 the size in bytes with padding, plus the first byte
 * It is cheap in every language, needs no order, and can not be had without decoding each value. */
typedef struct bench_seen {
  uint64_t bytes;   /* of binlog events */
  uint64_t events;  /* of the binlog */
  uint64_t entries; /* of all kinds */
  uint64_t images;  /* row images: 1 for an inserted or deleted row, 2 for an updated one */
  uint64_t values;  /* that are not NULL */
  uint64_t digest;
} bench_seen;

typedef struct bench_measurement {
  bench_seen seen;
  double wall_begin; /* seconds */
  double cpu_begin;
} bench_measurement;

static inline double bench_wall_seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* User and system time of all threads of the process. */
static inline double bench_cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/* The most memory the process ever had resident. Not ru_maxrss: that one begins with the memory of
 * the process that started this one. */
static inline uint64_t bench_peak_rss_kb(void) {
  uint64_t peak = 0;
  char line[256];
  FILE* status = fopen("/proc/self/status", "r");
  if (status == NULL) return 0;
  while (fgets(line, sizeof(line), status) != NULL) {
    if (sscanf(line, "VmHWM: %" SCNu64, &peak) == 1) break;
  }
  fclose(status);
  return peak;
}

static inline void bench_begin(bench_measurement* m) {
  memset(m, 0, sizeof(*m));
  m->cpu_begin = bench_cpu_seconds();
  m->wall_begin = bench_wall_seconds();
}

static inline void bench_end(const bench_measurement* m, const char* subject) {
  const double wall = bench_wall_seconds() - m->wall_begin;
  const double cpu = bench_cpu_seconds() - m->cpu_begin;
  printf("{\"subject\": \"%s\", \"seconds\": %.6f, \"cpu_seconds\": %.6f, \"peak_rss_kb\": %" PRIu64
         ", \"bytes\": %" PRIu64 ", \"events\": %" PRIu64 ", \"entries\": %" PRIu64
         ", \"images\": %" PRIu64 ", \"values\": %" PRIu64 ", \"digest\": \"%016" PRIx64 "\"}\n",
         subject, wall, cpu, bench_peak_rss_kb(), m->seen.bytes, m->seen.events, m->seen.entries,
         m->seen.images, m->seen.values, m->seen.digest);
}

#endif /* TOWPATH_TESTS_BENCH_MEASUREMENT_H_ */
