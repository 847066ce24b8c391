/* Towpath from C: follow the binary log of MySQL or MariaDB, change by change.
 *
 * The rules, once for all functions:
 *  1. Handles are opaque. What a call creates is freed by the one function its comment names;
 *     freeing NULL does nothing. Everything else that is handed out is borrowed.
 *  2. A call that can fail returns a towpath_status. On failure it stores an error (code, message)
 *     in *error if `error` is not NULL; free it with towpath_error_free. On success, and when there
 *     was no memory for one, *error is NULL. Out-parameters come last and are set to NULL or zero
 * on failure. A failed call has changed nothing unless its comment says so.
 *  3. NULL where a call that can fail needs a handle, text or out-parameter is
 *     TOWPATH_INVALID_ARGUMENT. Getters that can not fail return 0, NULL or an empty text for NULL.
 *  4. `const char *` arguments are UTF-8 and end with NUL. towpath_text has an explicit length: it
 *     may hold NUL and need not end with it.
 *  5. A struct that you allocate and pass by pointer begins with struct_size: zero the struct and
 *     set it to sizeof. Values, texts and blocks have no such field: their layout is fixed.
 *  6. Any function may be called from any thread. Batches and what they hand out are immutable and
 *     may be read by many threads. An options handle is for one thread at a time, and nothing may
 *     be freed while another thread uses it.
 *  7. No call throws, aborts, writes to stdout or stderr, or touches state shared with another user
 *     of the library in the same process.
 *
 * Ten lines (examples/embedding/quick.c has them as a program):
 *
 *   towpath_options *options = towpath_options_new();
 *   towpath_options_set(options, "source.url", "mysql://user:password@host/", &error);
 *   towpath_options_set(options, "stream.name", "orders", &error);
 *   towpath_stream_open(options, &stream, &error);
 *   while (towpath_stream_get_without_ack(stream, 1000, -1, &batch, &error) == TOWPATH_OK) {
 *     towpath_batch_encode(batch, "json", &text, &error);
 *     fwrite(text->data, 1, text->size, stdout);
 *     towpath_stream_ack(stream, towpath_batch_mark(batch), &error);
 *     towpath_buffer_free(text), towpath_batch_free(batch);
 *   }
 *   towpath_stream_free(stream);
 */
#ifndef TOWPATH_H_
#define TOWPATH_H_

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define TOWPATH_API __attribute__((visibility("default")))
#else
#define TOWPATH_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version ---- */

#define TOWPATH_C_VERSION_MAJOR 0
#define TOWPATH_C_VERSION_MINOR 1
#define TOWPATH_C_VERSION_PATCH 0
/* major * 10000 + minor * 100 + patch, of this header. */
#define TOWPATH_C_VERSION \
  (TOWPATH_C_VERSION_MAJOR * 10000 + TOWPATH_C_VERSION_MINOR * 100 + TOWPATH_C_VERSION_PATCH)

/* The same of the library that is linked. */
TOWPATH_API int32_t towpath_version(void);
/* "0.1.0". Static storage. */
TOWPATH_API const char* towpath_version_string(void);

/* ---- Status and errors ---- */

/* Numbers never change; new ones are appended. */
typedef int32_t towpath_status;
enum {
  TOWPATH_OK = 0,
  TOWPATH_INVALID_ARGUMENT = 1,  /* an argument that can never be right */
  TOWPATH_UNKNOWN_OPTION = 2,    /* the message names the nearest known key */
  TOWPATH_INVALID_OPTION = 3,    /* a known option with a value it does not accept */
  TOWPATH_INVALID_NAME = 4,      /* a stream name with characters or a length not allowed */
  TOWPATH_INVALID_FILTER = 5,    /* a table filter that does not compile */
  TOWPATH_INVALID_POSITION = 6,  /* a position or GTID text that does not parse or names no event */
  TOWPATH_CONNECTION = 7,        /* the server could not be reached, or the connection was lost */
  TOWPATH_AUTHENTICATION = 8,    /* the server refused the user or password */
  TOWPATH_TLS = 9,               /* handshake, certificate, or refused by the server */
  TOWPATH_SERVER_NOT_READY = 10, /* settings or grants forbid replication; the remedy is named */
  TOWPATH_POSITION_LOST = 11,    /* the binlog the stream needs is purged or was never there */
  TOWPATH_IDENTITY_CLASH = 12,   /* another replica took our server_id over */
  TOWPATH_NOT_FOUND = 13,        /* a file that does not exist */
  TOWPATH_IO = 14,               /* the operating system failed to read or write a file */
  TOWPATH_TRUNCATED = 15,        /* a binlog file ends inside an event */
  TOWPATH_CORRUPTED = 16,        /* bytes that can not be right: checksum, lengths, layout */
  TOWPATH_ENCRYPTED = 17,        /* an encrypted binlog file; only the server can read it */
  TOWPATH_UNSUPPORTED = 18,      /* a correct event or feature that Towpath does not read */
  TOWPATH_SCHEMA_MISMATCH = 19,  /* a table's known schema disagrees with its rows */
  TOWPATH_STORE = 20,            /* the store failed: disk full, read-only, locked */
  TOWPATH_NOT_A_STORE = 21,      /* a store file that is not ours, or of a newer version */
  TOWPATH_BUSY = 22,             /* the stream is open elsewhere */
  TOWPATH_CLOSED = 23,           /* the stream was closed */
  TOWPATH_END = 24,              /* the source has an end, and all before it was handed out */
  TOWPATH_OUT_OF_ORDER = 25,     /* ack of a mark that is not the oldest outstanding one */
  TOWPATH_UNKNOWN_MARK = 26,     /* a mark that is not outstanding */
  TOWPATH_LIMIT = 27,            /* something exceeds a stated bound */
  TOWPATH_INTERNAL = 28,         /* a bug in Towpath; the message says where */
  TOWPATH_OUT_OF_MEMORY = 29,    /* the call could not allocate */
  TOWPATH_SERVER_BEHIND = 30,    /* the server lacks transactions that the stream has delivered */
  TOWPATH_DIVERGED = 31,         /* the server has transactions there that no other server had */
  TOWPATH_BINLOG_RESET = 32      /* the same server with other binlogs: reset, or restored */
};

/* "OK", "INVALID_ARGUMENT", ...; "UNKNOWN" for other numbers. Static storage. */
TOWPATH_API const char* towpath_status_name(towpath_status status);

typedef struct towpath_error towpath_error;

/* TOWPATH_OK for NULL. */
TOWPATH_API towpath_status towpath_error_code(const towpath_error* error);
/* For a person: names the thing and the remedy, never a password. Ends with NUL; "" for NULL.
 * Valid until the error is freed. */
TOWPATH_API const char* towpath_error_message(const towpath_error* error);
TOWPATH_API void towpath_error_free(towpath_error* error);

/* ---- Texts and buffers ---- */

/* A borrowed run of bytes. Empty: size 0, data may be NULL. */
typedef struct towpath_text {
  const char* data;
  size_t size;
} towpath_text;

/* Bytes made by a call and owned by the caller. `data` has a NUL behind its `size` bytes. */
typedef struct towpath_buffer {
  char* data;
  size_t size;
} towpath_buffer;

TOWPATH_API void towpath_buffer_free(towpath_buffer* buffer);

/* ---- Options ---- */

typedef struct towpath_options towpath_options;

/* No options set. NULL when there is no memory. Free with towpath_options_free. */
TOWPATH_API towpath_options* towpath_options_new(void);
TOWPATH_API void towpath_options_free(towpath_options* options);
/* TOWPATH_UNKNOWN_OPTION, TOWPATH_INVALID_OPTION: the message says what is accepted. */
TOWPATH_API towpath_status towpath_options_set(towpath_options* options, const char* key,
                                               const char* value, towpath_error** error);
/* The value that was set, else the default. Free with towpath_buffer_free. */
TOWPATH_API towpath_status towpath_options_get(const towpath_options* options, const char* key,
                                               towpath_buffer** value, towpath_error** error);

/* What kind of text an option takes. */
enum {
  TOWPATH_OPTION_STRING = 0,
  TOWPATH_OPTION_INTEGER = 1, /* decimal, min to max */
  TOWPATH_OPTION_BYTES = 2,   /* integer with an optional KiB, MiB or GiB suffix, min to max */
  TOWPATH_OPTION_BOOLEAN = 3, /* true or false */
  TOWPATH_OPTION_CHOICE = 4,  /* one of choices */
  TOWPATH_OPTION_LIST = 5     /* comma list, each one of choices */
};

/* One row of the option table. All texts have static storage. */
typedef struct towpath_option {
  uint32_t struct_size;
  int32_t type;
  towpath_text key;
  towpath_text default_value;
  towpath_text choices; /* "off|flag|drop"; empty for types without */
  towpath_text doc;     /* a sentence or two */
  int64_t min;
  int64_t max;
  int32_t secret; /* 1: may hold a password; do not show the value */
  int32_t reserved;
} towpath_option;

/* Number of options there are. */
TOWPATH_API size_t towpath_options_count(void);
/* Describes option `index`, 0 to towpath_options_count() - 1, in order of keys. */
TOWPATH_API towpath_status towpath_options_describe(size_t index, towpath_option* option,
                                                    towpath_error** error);

/* ---- Log ---- */

enum {
  TOWPATH_LOG_DEBUG = 0,
  TOWPATH_LOG_INFO = 1,
  TOWPATH_LOG_WARNING = 2,
  TOWPATH_LOG_ERROR = 3
};

/* Receives one line, without line break. Called from threads of the stream, one call at a time for
 * a stream, never after towpath_stream_close has returned. It must not call into the stream. */
typedef void (*towpath_log_callback)(void* user_data, int32_t level, const char* message,
                                     size_t size);

/* Sets who hears streams opened with these options; NULL: nobody. Nothing is logged without. Option
 * log.level says how much. */
TOWPATH_API towpath_status towpath_log_set_callback(towpath_options* options,
                                                    towpath_log_callback callback, void* user_data,
                                                    towpath_error** error);

/* ---- Positions ---- */

/* Where an entry stands. As text FILE:OFFSET:ORDINAL. */
typedef struct towpath_position {
  uint32_t struct_size;
  uint32_t ordinal;            /* tells apart entries of one event */
  uint64_t offset;             /* of the entry's event in the file, in bytes */
  uint64_t transaction_offset; /* where its transaction begins; 0: not known */
  towpath_text file;           /* the binlog's name without folder; empty: no position */
  towpath_text gtid;           /* of the transaction; empty: none. Not part of text and order */
} towpath_position;

/* FILE:OFFSET, FILE:OFFSET:ORDINAL or FILE:OFFSET:ORDINAL@TRANSACTION_OFFSET. position->file points
 * into `text`. TOWPATH_INVALID_POSITION. */
TOWPATH_API towpath_status towpath_position_parse(const char* text, towpath_position* position,
                                                  towpath_error** error);
/* FILE:OFFSET:ORDINAL@TRANSACTION_OFFSET, without the last part when it is not known: what a
 * consumer stores and gives to option source.start. Free with towpath_buffer_free. */
TOWPATH_API towpath_status towpath_position_format(const towpath_position* position,
                                                   towpath_buffer** text, towpath_error** error);
/* *order is -1, 0 or 1: `a` before, at or behind `b` in the binlog of one server. */
TOWPATH_API towpath_status towpath_position_compare(const towpath_position* a,
                                                    const towpath_position* b, int32_t* order,
                                                    towpath_error** error);

/* ---- Preflight ---- */

typedef struct towpath_preflight_report towpath_preflight_report;

enum { TOWPATH_FINDING_OK = 0, TOWPATH_FINDING_WARNING = 1, TOWPATH_FINDING_ERROR = 2 };

/* One thing that was looked at. Texts live as long as the report. */
typedef struct towpath_finding {
  uint32_t struct_size;
  int32_t severity;
  towpath_text check;   /* "binlog_format" */
  towpath_text found;   /* "MIXED" */
  towpath_text message; /* why it matters */
  towpath_text remedy;  /* the statement or setting that fixes it; empty when it is ok */
} towpath_finding;

/* Says whether the server of source.url can be followed; changes nothing there. Blocks for at most
 * source.connect_timeout_ms and a few queries. Free with towpath_preflight_free. */
TOWPATH_API towpath_status towpath_preflight(const towpath_options* options,
                                             towpath_preflight_report** report,
                                             towpath_error** error);
/* 1 when no finding is an error, else 0. */
TOWPATH_API int32_t towpath_preflight_ready(const towpath_preflight_report* report);
/* Product and version. */
TOWPATH_API towpath_text towpath_preflight_server(const towpath_preflight_report* report);
TOWPATH_API size_t towpath_preflight_count(const towpath_preflight_report* report);
TOWPATH_API towpath_status towpath_preflight_finding(const towpath_preflight_report* report,
                                                     size_t index, towpath_finding* finding,
                                                     towpath_error** error);
TOWPATH_API void towpath_preflight_free(towpath_preflight_report* report);

/* ---- Streams ---- */

typedef struct towpath_stream towpath_stream;
typedef struct towpath_batch towpath_batch;

/* Opens the stream named stream.name on source.url; needs both options. The first time it begins at
 * source.start, later behind what was acknowledged. Returns when the source was reached and
 * accepted. The options are copied. TOWPATH_BUSY: open elsewhere. Free with towpath_stream_free. */
TOWPATH_API towpath_status towpath_stream_open(const towpath_options* options,
                                               towpath_stream** stream, towpath_error** error);
/* Stops reading, makes blocked calls return TOWPATH_CLOSED, flushes the store. The handle stays
 * valid (calls on it return TOWPATH_CLOSED) and so do batches. Again: does nothing. Outstanding
 * batches are given up: their entries come again at the next opening. */
TOWPATH_API towpath_status towpath_stream_close(towpath_stream* stream, towpath_error** error);
/* Closes if need be and frees. No other thread may be inside a call on the stream. */
TOWPATH_API void towpath_stream_free(towpath_stream* stream);

/* The next entries as a batch with a new mark: at least one, at most max_entries (1 to 2^31-1), as
 * soon as there is one. timeout_ms: 0 returns at once, positive waits that long for the first
 * entry, negative without limit. Nothing came: TOWPATH_OK and an empty batch with mark -1.
 * TOWPATH_END: the source has an end and everything was handed out.
 * An error of the source comes after everything that was read before it, and then each time.
 * Free the batch with towpath_batch_free; acknowledge it with towpath_stream_ack. */
TOWPATH_API towpath_status towpath_stream_get_without_ack(towpath_stream* stream,
                                                          size_t max_entries, int64_t timeout_ms,
                                                          towpath_batch** batch,
                                                          towpath_error** error);
/* The same, acknowledged before it returns. */
TOWPATH_API towpath_status towpath_stream_get(towpath_stream* stream, size_t max_entries,
                                              int64_t timeout_ms, towpath_batch** batch,
                                              towpath_error** error);
/* A batch that was handed out and not acknowledged, again. TOWPATH_UNKNOWN_MARK. */
TOWPATH_API towpath_status towpath_stream_get_outstanding(towpath_stream* stream, int64_t mark,
                                                          towpath_batch** batch,
                                                          towpath_error** error);
/* Acknowledges the oldest outstanding batch, durably (option ack.durability). TOWPATH_OUT_OF_ORDER:
 * another one is the oldest; the message names it. TOWPATH_UNKNOWN_MARK: not outstanding.
 * TOWPATH_STORE: not made durable; nothing changed, and the ack may be tried again. (If no write
 * succeeds before the stream is opened again, it may count all the same: nobody knows what a disk
 * that fails has done.) */
TOWPATH_API towpath_status towpath_stream_ack(towpath_stream* stream, int64_t mark,
                                              towpath_error** error);
/* Acknowledges every outstanding batch up to and including `mark`. */
TOWPATH_API towpath_status towpath_stream_ack_through(towpath_stream* stream, int64_t mark,
                                                      towpath_error** error);
/* Drops all outstanding marks; their entries come again under new marks. */
TOWPATH_API towpath_status towpath_stream_rollback(towpath_stream* stream, towpath_error** error);
/* The same for `mark` and the ones after it. */
TOWPATH_API towpath_status towpath_stream_rollback_to(towpath_stream* stream, int64_t mark,
                                                      towpath_error** error);
/* Remembers durably that everything up to `position` (of an entry of this stream) was processed:
 * entries at or before it are duplicates when they come again (option dedup.mode). */
TOWPATH_API towpath_status towpath_stream_mark_processed(towpath_stream* stream,
                                                         const towpath_position* position,
                                                         towpath_error** error);

enum {
  TOWPATH_STATE_CONNECTING = 0, /* also while waiting before a retry */
  TOWPATH_STATE_RUNNING = 1,
  TOWPATH_STATE_ENDED = 2, /* the source has an end and all of it was read */
  TOWPATH_STATE_FAILED = 3,
  TOWPATH_STATE_CLOSED = 4
};

/* A stream at one moment. Made by the library, so fields may be appended. */
typedef struct towpath_stream_info {
  uint32_t struct_size; /* as the library knows it */
  int32_t state;
  towpath_status error_code; /* the failure, or what the last retry was for */
  uint32_t reserved;
  towpath_text error_message;
  const towpath_position* get_position;  /* last entry handed out; empty file: none yet */
  const towpath_position* ack_position;  /* last entry acknowledged */
  const towpath_position* processed;     /* last entry processed */
  const towpath_position* read_position; /* last entry read from the source */
  towpath_text gtid_set;                 /* transactions acknowledged, where the server has GTIDs */
  int64_t next_mark;                     /* of the next batch */
  int64_t oldest_mark;                   /* what ack expects; -1: nothing is outstanding */
  uint64_t outstanding;                  /* batches handed out and not acknowledged */
  uint64_t buffered_entries;             /* read and not acknowledged */
  uint64_t buffered_bytes;               /* memory held for them */
  uint64_t reconnects;

  /* Times end in _us and are microseconds. A moment is since 1970-01-01 UTC by this machine's
   * clock, 0 when there was none. docs/observability.md has more on each. */
  int64_t time_us;          /* when this was told */
  int64_t opened_us;        /* when the stream was opened */
  int64_t state_age_us;     /* how long it has been in `state` */
  int64_t error_us;         /* when the error happened */
  int64_t reconnected_us;   /* the last reconnect that succeeded */
  int64_t last_received_us; /* when something, a heartbeat too, was last read from the source */

  /* Places between events, which move on also while everything is filtered out. */
  const towpath_position* source_position; /* behind the last event read; empty: not known yet */
  const towpath_position* resume_position; /* where the stream would begin if it were opened again
                                              now: on disk; empty: by GTIDs only */
  const towpath_position* end_position;    /* where the server's binlog ended at end_known_us, or
                                              source_position if that is further; empty: unknown */
  int64_t end_known_us;                    /* when the server last told */

  /* Lag; -1: not known. Ages are by the server's clock. */
  int64_t lag_us;           /* age of the oldest entry read and not acknowledged; read_lag_us when
                               there is none */
  int64_t read_lag_us;      /* 0 at the server's end; else age of the last event read, or time since
                               the stream was last at the end if that is less */
  int64_t lag_bytes;        /* binlog from what is acknowledged to end_position */
  int64_t read_lag_bytes;   /* binlog from source_position to end_position */
  int64_t last_event_us;    /* when the last event read was made, by the server's clock */
  int64_t clock_offset_us;  /* the server's clock minus this machine's */
  int32_t at_end;           /* 1: connected, and nothing is known to be unread */
  int32_t waiting_for_room; /* 1: the reader waits until something is acknowledged */

  /* Totals since the stream was opened. */
  uint64_t events_read;       /* of the binlog, heartbeats and what is filtered out included */
  uint64_t bytes_read;        /* of these events */
  uint64_t transactions_read; /* complete ones, those without an entry included */
  uint64_t entries_read;      /* that are for this stream */
  uint64_t events_filtered;   /* rows events of tables that are not */
  uint64_t events_ignored;    /* of a kind not known, that the server marks as ignorable */
  uint64_t batches_delivered;
  uint64_t entries_delivered; /* again after a rollback, too */
  uint64_t entries_acked;
  uint64_t duplicates; /* entries found to be replays by a get: flagged or left out */
  uint64_t rollbacks;

  /* Means over the last ten seconds, or since the opening if that is less. */
  double entries_read_per_second;
  double bytes_read_per_second;
  double entries_acked_per_second;

  uint64_t buffer_limit;      /* option buffer.bytes */
  uint64_t room_waits;        /* how often the reader waited for room */
  int64_t room_wait_us;       /* and how long in total */
  int64_t oldest_mark_age_us; /* since the batch oldest_mark was handed out; -1: there is none */

  /* Durable writes, most of them acks. */
  uint64_t writes; /* that succeeded */
  uint64_t write_failures;
  int64_t write_mean_us; /* of those that succeeded */
  int64_t write_max_us;

  towpath_text endpoint;  /* the server that is read, or was last: host:port, a socket, a file */
  uint64_t spilled_bytes; /* in files instead of memory: option buffer.spill_bytes */
} towpath_stream_info;

/* Free with towpath_stream_info_free. */
TOWPATH_API towpath_status towpath_stream_status(const towpath_stream* stream,
                                                 towpath_stream_info** info, towpath_error** error);
TOWPATH_API void towpath_stream_info_free(towpath_stream_info* info);
/* The status as text. `format` is "json": one object, with the members of docs/observability.md.
 * `info` is one that the library made. Free with towpath_buffer_free. */
TOWPATH_API towpath_status towpath_stream_info_encode(const towpath_stream_info* info,
                                                      const char* format, towpath_buffer** text,
                                                      towpath_error** error);

/* Receives the status of a stream each stats.interval_ms, on a thread of the stream's own; `info`
 * lives until it returns. It may call the stream, close it, and even free it: then it is not called
 * again. towpath_stream_close on another thread waits for it to return. */
typedef void (*towpath_statistics_callback)(void* user_data, const towpath_stream_info* info);

/* Sets who gets the statistics of streams opened with these options; NULL: nobody. */
TOWPATH_API towpath_status towpath_statistics_set_callback(towpath_options* options,
                                                           towpath_statistics_callback callback,
                                                           void* user_data, towpath_error** error);

/* ---- Batches and entries ---- */

typedef struct towpath_entry towpath_entry;
typedef struct towpath_table towpath_table;

/* -1: nothing to acknowledge. */
TOWPATH_API int64_t towpath_batch_mark(const towpath_batch* batch);
/* Number of entries. */
TOWPATH_API size_t towpath_batch_size(const towpath_batch* batch);
/* Entry `index`, 0 to size - 1, borrowed from the batch; NULL when out of range or out of memory.
 */
TOWPATH_API const towpath_entry* towpath_batch_entry(const towpath_batch* batch, size_t index);
/* Frees the batch and everything borrowed from it. Has nothing to do with acknowledging. */
TOWPATH_API void towpath_batch_free(towpath_batch* batch);

/* Entries as text for other programs. `format` is "json": one JSON object a line, as the towpath
 * command prints them. Free with towpath_buffer_free. */
TOWPATH_API towpath_status towpath_batch_encode(const towpath_batch* batch, const char* format,
                                                towpath_buffer** text, towpath_error** error);
/* The same for one entry, with the line break. */
TOWPATH_API towpath_status towpath_entry_encode(const towpath_entry* entry, const char* format,
                                                towpath_buffer** text, towpath_error** error);

enum {
  TOWPATH_ENTRY_BEGIN = 1,     /* a transaction begins */
  TOWPATH_ENTRY_INSERT = 2,    /* rows change: after images */
  TOWPATH_ENTRY_UPDATE = 3,    /* rows change: before and after images */
  TOWPATH_ENTRY_DELETE = 4,    /* rows change: before images */
  TOWPATH_ENTRY_DDL = 5,       /* a statement that is not a row change */
  TOWPATH_ENTRY_COMMIT = 6,    /* the transaction ends */
  TOWPATH_ENTRY_HEARTBEAT = 7, /* the server is alive; only when filter.events asks */
  TOWPATH_ENTRY_STATEMENT = 8  /* rows changed, logged as a statement: only with the option
                                  source.statements=deliver; which rows is not known */
};

/* What a DDL statement does. */
enum {
  TOWPATH_DDL_OTHER = 0, /* none of these, or it could not be read */
  TOWPATH_DDL_CREATE_TABLE = 1,
  TOWPATH_DDL_ALTER_TABLE = 2,
  TOWPATH_DDL_DROP_TABLE = 3,
  TOWPATH_DDL_RENAME_TABLE = 4,
  TOWPATH_DDL_TRUNCATE_TABLE = 5,
  TOWPATH_DDL_CREATE_DATABASE = 6,
  TOWPATH_DDL_ALTER_DATABASE = 7,
  TOWPATH_DDL_DROP_DATABASE = 8,
  TOWPATH_DDL_CREATE_INDEX = 9,
  TOWPATH_DDL_DROP_INDEX = 10,
  TOWPATH_DDL_CREATE_VIEW = 11,
  TOWPATH_DDL_ALTER_VIEW = 12,
  TOWPATH_DDL_DROP_VIEW = 13,
  TOWPATH_DDL_CREATE_TRIGGER = 14,
  TOWPATH_DDL_DROP_TRIGGER = 15,
  TOWPATH_DDL_CREATE_PROCEDURE = 16,
  TOWPATH_DDL_ALTER_PROCEDURE = 17,
  TOWPATH_DDL_DROP_PROCEDURE = 18,
  TOWPATH_DDL_CREATE_FUNCTION = 19,
  TOWPATH_DDL_ALTER_FUNCTION = 20,
  TOWPATH_DDL_DROP_FUNCTION = 21,
  TOWPATH_DDL_CREATE_EVENT = 22,
  TOWPATH_DDL_ALTER_EVENT = 23,
  TOWPATH_DDL_DROP_EVENT = 24,
  TOWPATH_DDL_CREATE_SEQUENCE = 25, /* MariaDB */
  TOWPATH_DDL_ALTER_SEQUENCE = 26,
  TOWPATH_DDL_DROP_SEQUENCE = 27,
  TOWPATH_DDL_ACCOUNT = 28,     /* users, roles, privileges, passwords */
  TOWPATH_DDL_TABLESPACE = 29,  /* tablespaces, log file groups */
  TOWPATH_DDL_MAINTENANCE = 30, /* ANALYZE, OPTIMIZE, REPAIR, CHECK TABLE; FLUSH */
  TOWPATH_DDL_TRANSACTION = 31  /* ROLLBACK, ROLLBACK TO, XA PREPARE, XA COMMIT, XA ROLLBACK */
};

/* "create_table", ...; "other" for TOWPATH_DDL_OTHER and numbers not known. Static storage. */
TOWPATH_API const char* towpath_ddl_kind_name(int32_t kind);

TOWPATH_API int32_t towpath_entry_kind(const towpath_entry* entry);
/* The texts in it are borrowed from the batch. */
TOWPATH_API towpath_status towpath_entry_position(const towpath_entry* entry,
                                                  towpath_position* position,
                                                  towpath_error** error);
/* The server's clock, microseconds since 1970-01-01 UTC. */
TOWPATH_API int64_t towpath_entry_timestamp_us(const towpath_entry* entry);
/* Of its transaction, "" when anonymous. */
TOWPATH_API towpath_text towpath_entry_gtid(const towpath_entry* entry);
/* Of the server that ran the transaction first. */
TOWPATH_API uint32_t towpath_entry_server_id(const towpath_entry* entry);
/* 1: at or before the stream's processed position, seen before. */
TOWPATH_API int32_t towpath_entry_duplicate(const towpath_entry* entry);
/* Rows: the table's database. DDL, statement: the session's default database, may be empty. */
TOWPATH_API towpath_text towpath_entry_database(const towpath_entry* entry);
/* DDL, statement: its text, in UTF-8 unless towpath_entry_sql_valid says 0. */
TOWPATH_API towpath_text towpath_entry_sql(const towpath_entry* entry);
/* 0: some bytes of the statement are no text in the character set that its session named; they are
 * in towpath_entry_sql as they were logged. 1 for all others. */
TOWPATH_API int32_t towpath_entry_sql_valid(const towpath_entry* entry);
/* DDL: what it does, TOWPATH_DDL_...; TOWPATH_DDL_OTHER for other kinds. */
TOWPATH_API int32_t towpath_entry_ddl_kind(const towpath_entry* entry);
/* DDL: how many tables, views or sequences it names to create, change or drop them. Statement: 1
 * where its text plainly names its table. Else 0. */
TOWPATH_API size_t towpath_entry_statement_table_count(const towpath_entry* entry);
/* One of them, 0 to count - 1, in the order of the text: old and new name of each that is renamed;
 * of a trigger or an index, its table; both of EXCHANGE PARTITION; of CREATE TABLE ... LIKE, the
 * new one and then its model. UTF-8, without quotes, borrowed from the batch; the database is the
 * session's default where the text names none. TOWPATH_INVALID_ARGUMENT: there is no such table. */
TOWPATH_API towpath_status towpath_entry_statement_table(const towpath_entry* entry, size_t index,
                                                         towpath_text* database, towpath_text* name,
                                                         towpath_error** error);
/* Rows: the table. Else NULL. */
TOWPATH_API const towpath_table* towpath_entry_table(const towpath_entry* entry);
/* Rows: how many. Counts them at each call, without decoding. */
TOWPATH_API size_t towpath_entry_row_count(const towpath_entry* entry);

/* ---- Tables ---- */

/* What a column holds, as declared. */
enum {
  TOWPATH_COLUMN_UNKNOWN = 0,
  TOWPATH_COLUMN_TINYINT = 1,
  TOWPATH_COLUMN_SMALLINT = 2,
  TOWPATH_COLUMN_MEDIUMINT = 3,
  TOWPATH_COLUMN_INT = 4,
  TOWPATH_COLUMN_BIGINT = 5,
  TOWPATH_COLUMN_FLOAT = 6,
  TOWPATH_COLUMN_DOUBLE = 7,
  TOWPATH_COLUMN_DECIMAL = 8,
  TOWPATH_COLUMN_YEAR = 9,
  TOWPATH_COLUMN_DATE = 10,
  TOWPATH_COLUMN_TIME = 11,
  TOWPATH_COLUMN_DATETIME = 12,
  TOWPATH_COLUMN_TIMESTAMP = 13,
  TOWPATH_COLUMN_CHAR = 14,
  TOWPATH_COLUMN_VARCHAR = 15,
  TOWPATH_COLUMN_TEXT = 16, /* TINYTEXT to LONGTEXT, and MariaDB's JSON */
  TOWPATH_COLUMN_BINARY = 17,
  TOWPATH_COLUMN_VARBINARY = 18,
  TOWPATH_COLUMN_BLOB = 19, /* TINYBLOB to LONGBLOB */
  TOWPATH_COLUMN_ENUM = 20,
  TOWPATH_COLUMN_SET = 21,
  TOWPATH_COLUMN_BIT = 22,
  TOWPATH_COLUMN_JSON = 23, /* MySQL's JSON */
  TOWPATH_COLUMN_GEOMETRY = 24,
  TOWPATH_COLUMN_VECTOR = 25,
  TOWPATH_COLUMN_UUID = 26,
  TOWPATH_COLUMN_INET4 = 27,
  TOWPATH_COLUMN_INET6 = 28
};

/* Bits of towpath_column.flags and of columns in blocks. */
enum {
  TOWPATH_COLUMN_IS_UNSIGNED = 1,
  TOWPATH_COLUMN_IS_NULLABLE = 2,
  TOWPATH_COLUMN_IS_KEY = 4,      /* part of the primary key */
  TOWPATH_COLUMN_IS_INVISIBLE = 8 /* INVISIBLE */
};

/* One column. Texts live as long as the table. */
typedef struct towpath_column {
  uint32_t struct_size;
  int32_t type;
  towpath_text name;    /* "@1", "@2", ... when names are not known */
  towpath_text charset; /* "utf8mb4", ...; empty: none or not known */
  uint32_t flags;
  uint32_t precision; /* DECIMAL: digits in all */
  uint32_t scale;     /* DECIMAL: behind the point; temporal: fractional digits */
  uint32_t length;    /* bytes of the longest text; BINARY: n; BIT: bits */
  uint32_t collation; /* the server's number; 63 is binary, 0 not known */
  uint32_t key_part;  /* 1-based place in the primary key; 0: not in it */
  size_t label_count; /* ENUM and SET: members, when known */
} towpath_column;

/* A table lives as long as the batch it came from. */
TOWPATH_API towpath_text towpath_table_database(const towpath_table* table);
TOWPATH_API towpath_text towpath_table_name(const towpath_table* table);
/* 0: columns are named by position (option schema.mode=positional). */
TOWPATH_API int32_t towpath_table_names_known(const towpath_table* table);
TOWPATH_API size_t towpath_table_column_count(const towpath_table* table);
TOWPATH_API towpath_status towpath_table_column(const towpath_table* table, size_t index,
                                                towpath_column* column, towpath_error** error);
/* Member `label`, from 0, of an ENUM or SET column. */
TOWPATH_API towpath_status towpath_table_label(const towpath_table* table, size_t column,
                                               size_t label, towpath_text* text,
                                               towpath_error** error);

/* ---- Values ---- */

/* What a value is, and which member of `as` holds it. */
enum {
  TOWPATH_VALUE_ABSENT = 0,     /* not in this row image (binlog_row_image MINIMAL or NOBLOB) */
  TOWPATH_VALUE_NULL = 1,       /* SQL NULL */
  TOWPATH_VALUE_INT = 2,        /* i64 */
  TOWPATH_VALUE_UINT = 3,       /* u64 */
  TOWPATH_VALUE_FLOAT = 4,      /* f64, holds a FLOAT exactly */
  TOWPATH_VALUE_DOUBLE = 5,     /* f64 */
  TOWPATH_VALUE_DECIMAL = 6,    /* data: text, "-12.50" */
  TOWPATH_VALUE_YEAR = 7,       /* u64: 0 or 1901 to 2155 */
  TOWPATH_VALUE_DATE = 8,       /* i64: packed, see towpath_value_calendar */
  TOWPATH_VALUE_TIME = 9,       /* i64: packed; may be negative, hours up to 838 */
  TOWPATH_VALUE_DATETIME = 10,  /* i64: packed */
  TOWPATH_VALUE_TIMESTAMP = 11, /* i64: microseconds since 1970 UTC; 0: 0000-00-00 00:00:00 */
  TOWPATH_VALUE_TEXT = 12,      /* data: UTF-8 whatever the column's character set */
  TOWPATH_VALUE_BINARY = 13,    /* data */
  TOWPATH_VALUE_ENUM = 14,      /* u64: 1-based member; 0 is the '' of an invalid value */
  TOWPATH_VALUE_SET = 15,       /* u64: bit n is member n, from 0 */
  TOWPATH_VALUE_BIT = 16,       /* u64 */
  TOWPATH_VALUE_JSON = 17,      /* data: JSON text, UTF-8 */
  TOWPATH_VALUE_GEOMETRY = 18,  /* data: SRID (4 bytes, little endian), then WKB */
  TOWPATH_VALUE_VECTOR = 19,    /* data: float32, little endian */
  TOWPATH_VALUE_UUID = 20,      /* data: text, "123e4567-e89b-12d3-a456-426655440000" */
  TOWPATH_VALUE_INET4 = 21,     /* data: text, "192.168.0.1" */
  TOWPATH_VALUE_INET6 = 22,     /* data: text, "2001:db8::1" */
  /* Of a JSON column in the after image of an update whose new value nobody can know: MySQL logged
   * what changed (binlog_row_value_options=PARTIAL_JSON), and the before image lacks the column
   * (binlog_row_image=MINIMAL). data: text, UTF-8, a JSON array of what was done to the
   * document, in this order; empty when it stayed as it was:
   *   [{"op":"replace","path":"$.a[2]","value":1},{"op":"remove","path":"$.b"}]
   * "op" is replace, insert (a member that was not there; in an array, before the element of the
   * path, or at its end) or remove, which has no "value"; paths are those of JSON_SET. */
  TOWPATH_VALUE_JSON_DIFF = 23
};

/* One column of one row, 16 bytes. */
typedef struct towpath_value {
  uint8_t kind;
  uint8_t precision; /* DECIMAL: digits in all; BIT: bits */
  uint8_t scale;     /* DECIMAL, and fractional digits of temporal kinds */
  uint8_t reserved;
  uint32_t size; /* bytes at data */
  union {
    int64_t i64;
    uint64_t u64;
    double f64;
    const char* data; /* not ended by NUL */
    uint64_t offset;  /* in a block: of the data, from the block's beginning; ended by NUL */
  } as;
} towpath_value;

enum { TOWPATH_BEFORE = 0, TOWPATH_AFTER = 1 };

/* The value of a column (from 0) in the before or after image of a row (from 0). Rows of an entry
 * are located once, at the first call, and values converted when asked for; any order is fast.
 * `data` lives as long as the batch. TOWPATH_INVALID_ARGUMENT: no such row, image or column (an
 * insert has no before image). TOWPATH_CORRUPTED: the row's bytes can not be right. */
TOWPATH_API towpath_status towpath_row_value(const towpath_entry* entry, size_t row, int32_t image,
                                             size_t column, towpath_value* value,
                                             towpath_error** error);

/* Any value of a column of `table` as text, in MySQL's notation: "2024-02-29 00:00:00.000000",
 * "red", "9.90". Labels need the table; with NULL for `table`, or labels not known, ENUM and SET
 * give their number. Values from a block need their data pointer set first.
 * Free with towpath_buffer_free. */
TOWPATH_API towpath_status towpath_value_text(const towpath_table* table, size_t column,
                                              const towpath_value* value, towpath_buffer** text,
                                              towpath_error** error);

/* A date, time or both; zero and partial dates (2024-00-00) are legal in MySQL. */
typedef struct towpath_calendar {
  uint32_t struct_size;
  int32_t negative; /* 1: a negative TIME */
  int32_t year;     /* 0 to 9999 */
  int32_t month;    /* 0 to 12 */
  int32_t day;      /* 0 to 31 */
  int32_t hour;     /* 0 to 23; TIME: 0 to 838 */
  int32_t minute;
  int32_t second;
  int32_t microsecond;
} towpath_calendar;

/* Unpacks DATE, TIME and DATETIME, and TIMESTAMP in UTC. The packed forms, whose order is the order
 * of the dates and times:
 *   DATE, DATETIME: ((year * 13 + month) << 5 | day) << 41 | hour << 36 | minute << 30 |
 *                   second << 24 | microsecond
 *   TIME:           the same without the date, negated when negative
 * TOWPATH_INVALID_ARGUMENT: another kind. */
TOWPATH_API towpath_status towpath_value_calendar(const towpath_value* value,
                                                  towpath_calendar* calendar,
                                                  towpath_error** error);

/* ---- Blocks ---- */

/* A block holds a run of a batch's entries with all their rows decoded, in one piece of memory:
 * one call brings thousands of rows into another language, or to a loop that wants them in columns.
 * Everything in it is found by offsets in bytes from its beginning, so it can be copied. Integers
 * have the machine's byte order; arrays are aligned to 8 bytes.
 *
 * The rows of all entries of one table version stand together in one table of the block: an array
 * of row images, each a run of `column_count` values, in the order of the entries. An inserted row
 * is one image (after), a deleted one is one (before), an updated one is two (before, after).
 * values[image * column_count + column]. */

/* A text in a block: offset from towpath_block.texts, or from the schema it belongs to. */
typedef struct towpath_block_text {
  uint32_t offset;
  uint32_t size;
} towpath_block_text;

#define TOWPATH_NO_TABLE UINT32_MAX

typedef struct towpath_block_entry {
  uint8_t kind;      /* TOWPATH_ENTRY_... */
  uint8_t duplicate; /* as towpath_entry_duplicate */
  uint8_t images;    /* row images for each row: 2 for updates, 1 for inserts and deletes, else 0 */
  uint8_t ddl_kind;  /* TOWPATH_DDL_... */
  uint32_t table;    /* index in the block, or TOWPATH_NO_TABLE */
  int64_t timestamp_us;
  uint64_t offset;
  uint64_t transaction_offset;
  uint32_t ordinal;
  uint32_t server_id;
  towpath_block_text file;
  towpath_block_text gtid;
  towpath_block_text database;
  towpath_block_text sql;
  uint64_t first_image; /* of the entry's first row, in its table */
  uint64_t row_count;
  uint32_t first_statement_table; /* index in the block */
  uint32_t statement_table_count;
  uint32_t sql_valid; /* as towpath_entry_sql_valid */
  uint32_t reserved;
} towpath_block_entry;

/* As towpath_entry_statement_table has it. */
typedef struct towpath_block_statement_table {
  towpath_block_text database;
  towpath_block_text name;
} towpath_block_statement_table;

typedef struct towpath_block_table {
  uint64_t schema;      /* offset of its towpath_block_schema */
  uint64_t schema_size; /* equal bytes mean equal schemas, in any block */
  uint64_t values;      /* offset of towpath_value[image_count * column_count] */
  uint64_t image_count;
  uint32_t column_count;
  uint32_t text_columns; /* columns whose text_slot is not -1 */
  /* The data of text columns (see text_slot): for each image in turn, for each text column in
   * turn, its bytes and a NUL; nothing but the NUL for NULL and ABSENT. */
  uint64_t text;
  uint64_t text_size;
  /* The data of all other columns, each with a NUL behind it. */
  uint64_t bytes;
  uint64_t bytes_size;
} towpath_block_table;

/* What is known of a table. Its texts are offsets from the schema's beginning. */
typedef struct towpath_block_schema {
  uint32_t column_count;
  uint32_t names_known; /* as towpath_table_names_known */
  towpath_block_text database;
  towpath_block_text name;
  uint32_t columns; /* offset, from the schema, of towpath_block_column[column_count] */
  uint32_t labels;  /* offset, from the schema, of towpath_block_text[] that columns refer to */
} towpath_block_schema;

typedef struct towpath_block_column {
  uint8_t type;      /* TOWPATH_COLUMN_... */
  uint8_t flags;     /* TOWPATH_COLUMN_IS_... */
  uint8_t precision; /* the rest as in towpath_column */
  uint8_t scale;
  int32_t text_slot; /* CHAR, VARCHAR, TEXT, DECIMAL, JSON, UUID, INET: 0, 1, ...; else -1 */
  uint32_t length;
  uint32_t collation;
  uint32_t key_part;
  uint32_t first_label; /* index in the schema's labels */
  uint32_t label_count;
  towpath_block_text name;
  towpath_block_text charset;
} towpath_block_column;

typedef struct towpath_block {
  uint64_t size;        /* of the whole block, this struct included */
  uint64_t first_entry; /* index in the batch */
  uint64_t entry_count;
  uint64_t entries; /* offset of towpath_block_entry[entry_count] */
  uint64_t table_count;
  uint64_t tables; /* offset of towpath_block_table[table_count] */
  uint64_t texts;  /* offset of the texts of entries */
  uint64_t texts_size;
  uint64_t statement_table_count;
  uint64_t statement_tables; /* offset of towpath_block_statement_table[statement_table_count] */
} towpath_block;

/* Decodes entries from `first_entry` (0 to size - 1) on, until the batch ends or the block holds
 * about `max_bytes` (0: no bound) and at least one entry; go on with first_entry + entry_count.
 * TOWPATH_CORRUPTED and the like: about entry `first_entry`, everything before it was readable.
 * The block is independent of the batch. Free with towpath_block_free. */
TOWPATH_API towpath_status towpath_batch_decode(const towpath_batch* batch, size_t first_entry,
                                                size_t max_bytes, towpath_block** block,
                                                towpath_error** error);
TOWPATH_API void towpath_block_free(towpath_block* block);

/* ---- Arrow ---- */

/* Changed rows as columns, in the Arrow C data interface: docs/arrow.md has the columns and types.
 * The structs are those of https://arrow.apache.org/docs/format/CDataInterface.html, which asks
 * everybody to declare them so. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
#endif

/* Which row images there are. */
enum {
  TOWPATH_ARROW_LATEST = 0, /* the row after the change; of a deleted row, before it */
  TOWPATH_ARROW_BOTH = 1    /* also, in columns "_before.NAME", before it; inserted: nulls */
};

typedef struct towpath_arrow_options {
  uint32_t struct_size;
  int32_t images;     /* TOWPATH_ARROW_... */
  int32_t decimal256; /* 1: DECIMAL of more than 38 digits as decimal256, not as text */
  int32_t reserved;
  const char* table;  /* "database.table"; NULL or "": every table, each on its own */
  const char* prefix; /* of the names of columns that are added; NULL: "_" */
  uint64_t max_rows;  /* of a record batch; 0: 2^31 - 1 */
  uint64_t max_bytes; /* of all record batches that are gathered; 0: no bound */
} towpath_arrow_options;

/* Gathers rows over batches; for one thread at a time. */
typedef struct towpath_arrow_builder towpath_arrow_builder;
/* Rows of one table with one schema, in one or more record batches. Immutable, independent of
 * builder and batches; may be read by many threads. */
typedef struct towpath_arrow_table towpath_arrow_table;

/* `options` may be NULL. Free with towpath_arrow_builder_free. */
TOWPATH_API towpath_status towpath_arrow_builder_new(const towpath_arrow_options* options,
                                                     towpath_arrow_builder** builder,
                                                     towpath_error** error);
/* Adds all rows of the batch that the options want. A record batch is complete, and another one
 * begins, when it has max_rows, when a column of it is full (2 GiB), and when the table's
 * definition changed; and all of them are when they hold max_bytes together, looked at after each
 * entry. Complete ones wait to be taken: to bound memory, take them after each batch.
 * TOWPATH_CORRUPTED: a row that can not be right; the message says where. TOWPATH_LIMIT: a value of
 * more than 2 GiB. TOWPATH_INVALID_ARGUMENT: a column of the table has the name of one that is
 * added; choose another prefix. */
TOWPATH_API towpath_status towpath_arrow_builder_add(towpath_arrow_builder* builder,
                                                     const towpath_batch* batch,
                                                     towpath_error** error);
/* The oldest record batches of a table, as many as follow each other in its history with the same
 * schema; *table is NULL when there are none. complete_only 1: complete ones, 0: all that was
 * gathered. Free with towpath_arrow_table_free. */
TOWPATH_API towpath_status towpath_arrow_builder_take(towpath_arrow_builder* builder,
                                                      int32_t complete_only,
                                                      towpath_arrow_table** table,
                                                      towpath_error** error);
/* What was gathered and not taken. */
TOWPATH_API uint64_t towpath_arrow_builder_rows(const towpath_arrow_builder* builder);
TOWPATH_API uint64_t towpath_arrow_builder_bytes(const towpath_arrow_builder* builder);
TOWPATH_API void towpath_arrow_builder_free(towpath_arrow_builder* builder);

TOWPATH_API towpath_text towpath_arrow_table_database(const towpath_arrow_table* table);
TOWPATH_API towpath_text towpath_arrow_table_name(const towpath_arrow_table* table);
TOWPATH_API uint64_t towpath_arrow_table_rows(const towpath_arrow_table* table);
/* About the memory it holds. */
TOWPATH_API uint64_t towpath_arrow_table_bytes(const towpath_arrow_table* table);
TOWPATH_API uint64_t towpath_arrow_table_record_batches(const towpath_arrow_table* table);
/* The record batches as a stream, without a copy; any number of times. *stream is written over and
 * is the caller's, to release or to hand on; it and what comes out of it need neither the table nor
 * anything else of this library's handles. On failure its `release` is NULL. */
TOWPATH_API towpath_status towpath_arrow_table_export(const towpath_arrow_table* table,
                                                      struct ArrowArrayStream* stream,
                                                      towpath_error** error);
TOWPATH_API void towpath_arrow_table_free(towpath_arrow_table* table);

/* All rows of a table that a batch has; *table is NULL when it has none. max_rows is heeded,
 * max_bytes too. TOWPATH_INVALID_ARGUMENT: no table is named and the batch has rows of several.
 * TOWPATH_SCHEMA_MISMATCH: the table's definition changes within the batch; a builder gives both
 * parts, and option batch.isolate_ddl=true keeps them in different batches. Else as
 * towpath_arrow_builder_add. Free with towpath_arrow_table_free. */
TOWPATH_API towpath_status towpath_batch_to_arrow(const towpath_batch* batch,
                                                  const towpath_arrow_options* options,
                                                  towpath_arrow_table** table,
                                                  towpath_error** error);
/* The same, exported at once. No rows: TOWPATH_OK, and its `release` is NULL. */
TOWPATH_API towpath_status towpath_batch_export_arrow(const towpath_batch* batch,
                                                      const towpath_arrow_options* options,
                                                      struct ArrowArrayStream* stream,
                                                      towpath_error** error);

#ifdef __cplusplus
}
#endif

#endif /* TOWPATH_H_ */
