/* io.towpath.Native over the C ABI: arguments in, one call, result or exception out.
 *
 * Texts cross as UTF-8 byte arrays, rows as one direct buffer for each block. A handle crosses as a
 * long; 0 is NULL. What goes wrong is thrown as the exception that Native.exception makes. */
#include <jni.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "towpath.h"

#define NATIVE(result, name) JNIEXPORT result JNICALL Java_io_towpath_Native_##name

static JavaVM* vm;
static jclass native_class;
static jmethodID make_exception; /* static Throwable exception(int, byte[]) */
static jmethodID deliver_log;    /* static void log(LogListener, int, byte[]) */
/* static void statistics(StatisticsListener, LogListener, byte[][], long[]) */
static jmethodID deliver_statistics;
static pthread_key_t attached; /* set in threads that we attached: they detach when they end */

static void detach(void* unused) {
  (void)unused;
  (*vm)->DetachCurrentThread(vm);
}

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM* java, void* reserved) {
  JNIEnv* env = NULL;
  jclass found;
  (void)reserved;
  vm = java;
  if ((*vm)->GetEnv(vm, (void**)&env, JNI_VERSION_10) != JNI_OK) return JNI_ERR;
  found = (*env)->FindClass(env, "io/towpath/Native");
  if (found == NULL) return JNI_ERR;
  native_class = (*env)->NewGlobalRef(env, found);
  make_exception = (*env)->GetStaticMethodID(env, found, "exception", "(I[B)Ljava/lang/Throwable;");
  deliver_log = (*env)->GetStaticMethodID(env, found, "log", "(Lio/towpath/LogListener;I[B)V");
  deliver_statistics = (*env)->GetStaticMethodID(
      env, found, "statistics", "(Lio/towpath/StatisticsListener;Lio/towpath/LogListener;[[B[J)V");
  if (native_class == NULL || make_exception == NULL || deliver_log == NULL ||
      deliver_statistics == NULL) {
    return JNI_ERR;
  }
  if (pthread_key_create(&attached, detach) != 0) return JNI_ERR;
  return JNI_VERSION_10;
}

/* ---- Helpers ---- */

static void* handle(jlong value) { return (void*)(intptr_t)value; }
static jlong to_long(const void* pointer) { return (jlong)(intptr_t)pointer; }

/* NULL with an exception pending when the JVM has no memory. */
static jbyteArray to_bytes(JNIEnv* env, const char* data, size_t size) {
  jbyteArray array;
  if (size > INT32_MAX) {
    (*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/OutOfMemoryError"),
                     "a text of more than 2 GiB");
    return NULL;
  }
  array = (*env)->NewByteArray(env, (jsize)size);
  if (array != NULL && size > 0) {
    (*env)->SetByteArrayRegion(env, array, 0, (jsize)size, (const jbyte*)data);
  }
  return array;
}

static jbyteArray text_to_bytes(JNIEnv* env, towpath_text text) {
  return to_bytes(env, text.data, text.size);
}

/* A copy that ends with NUL, to be freed; NULL with an exception pending. */
static char* to_chars(JNIEnv* env, jbyteArray array) {
  const jsize size = (*env)->GetArrayLength(env, array);
  char* text = malloc((size_t)size + 1);
  if (text == NULL) {
    (*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/OutOfMemoryError"), "native memory");
    return NULL;
  }
  (*env)->GetByteArrayRegion(env, array, 0, size, (jbyte*)text);
  text[size] = '\0';
  return text;
}

/* Throws what a failed call reports and frees the error. Returns whether the call failed. Takes the
 * error's address because the call that fills it is an argument as well. */
static int failed(JNIEnv* env, towpath_status status, towpath_error** error) {
  const char* message;
  jbyteArray bytes;
  jthrowable exception;
  if (status == TOWPATH_OK) return 0;
  message = *error != NULL ? towpath_error_message(*error) : towpath_status_name(status);
  bytes = to_bytes(env, message, strlen(message));
  towpath_error_free(*error);
  *error = NULL;
  if (bytes == NULL) return 1;
  exception =
      (*env)->CallStaticObjectMethod(env, native_class, make_exception, (jint)status, bytes);
  if (!(*env)->ExceptionCheck(env) && exception != NULL) (*env)->Throw(env, exception);
  return 1;
}

static jbyteArray take_buffer(JNIEnv* env, towpath_buffer* buffer) {
  jbyteArray bytes = to_bytes(env, buffer->data, buffer->size);
  towpath_buffer_free(buffer);
  return bytes;
}

/* ---- Library and options ---- */

NATIVE(jint, version)(JNIEnv* env, jclass c) { return towpath_version(); }

NATIVE(jlong, optionsNew)(JNIEnv* env, jclass c) { return to_long(towpath_options_new()); }

NATIVE(void, optionsFree)(JNIEnv* env, jclass c, jlong options) {
  towpath_options_free(handle(options));
}

NATIVE(void, optionsSet)(JNIEnv* env, jclass c, jlong options, jbyteArray key, jbyteArray value) {
  towpath_error* error = NULL;
  char* k = to_chars(env, key);
  char* v = k != NULL ? to_chars(env, value) : NULL;
  if (v != NULL) failed(env, towpath_options_set(handle(options), k, v, &error), &error);
  free(k);
  free(v);
}

NATIVE(jint, optionsCount)(JNIEnv* env, jclass c) { return (jint)towpath_options_count(); }

/* texts: key, default, choices, doc; numbers: type, min, max, secret. */
NATIVE(void, optionsDescribe)
(JNIEnv* env, jclass c, jint index, jobjectArray texts, jlongArray numbers) {
  towpath_option option;
  towpath_error* error = NULL;
  towpath_text all[4];
  jlong values[4];
  int i;
  memset(&option, 0, sizeof option);
  option.struct_size = sizeof option;
  if (failed(env, towpath_options_describe((size_t)index, &option, &error), &error)) return;
  all[0] = option.key;
  all[1] = option.default_value;
  all[2] = option.choices;
  all[3] = option.doc;
  for (i = 0; i < 4; ++i) {
    jbyteArray bytes = text_to_bytes(env, all[i]);
    if (bytes == NULL) return;
    (*env)->SetObjectArrayElement(env, texts, i, bytes);
  }
  values[0] = option.type;
  values[1] = option.min;
  values[2] = option.max;
  values[3] = option.secret;
  (*env)->SetLongArrayRegion(env, numbers, 0, 4, values);
}

/* ---- Positions ---- */

/* A towpath_position made from Java's fields; its texts are to be freed. */
struct position {
  towpath_position c;
  char* file;
  char* gtid;
};

static int make_position(JNIEnv* env, struct position* out, jbyteArray file, jlong offset,
                         jint ordinal, jlong transaction_offset, jbyteArray gtid) {
  memset(out, 0, sizeof *out);
  out->file = to_chars(env, file);
  out->gtid = out->file != NULL ? to_chars(env, gtid) : NULL;
  out->c.struct_size = sizeof out->c;
  out->c.offset = (uint64_t)offset;
  out->c.ordinal = (uint32_t)ordinal;
  out->c.transaction_offset = (uint64_t)transaction_offset;
  if (out->gtid == NULL) return 0;
  out->c.file.data = out->file;
  out->c.file.size = (size_t)(*env)->GetArrayLength(env, file);
  out->c.gtid.data = out->gtid;
  out->c.gtid.size = (size_t)(*env)->GetArrayLength(env, gtid);
  return 1;
}

static void free_position(struct position* p) {
  free(p->file);
  free(p->gtid);
}

/* Fills offset, ordinal, transaction offset; returns the length of the file's name. */
NATIVE(jint, positionParse)(JNIEnv* env, jclass c, jbyteArray text, jlongArray numbers) {
  towpath_position position;
  towpath_error* error = NULL;
  jlong values[3];
  jint file_size = 0;
  char* chars = to_chars(env, text);
  if (chars == NULL) return 0;
  memset(&position, 0, sizeof position);
  position.struct_size = sizeof position;
  if (!failed(env, towpath_position_parse(chars, &position, &error), &error)) {
    values[0] = (jlong)position.offset;
    values[1] = position.ordinal;
    values[2] = (jlong)position.transaction_offset;
    (*env)->SetLongArrayRegion(env, numbers, 0, 3, values);
    file_size = (jint)position.file.size;
  }
  free(chars);
  return file_size;
}

NATIVE(jint, positionCompare)
(JNIEnv* env, jclass c, jbyteArray file_a, jlong offset_a, jint ordinal_a, jbyteArray file_b,
 jlong offset_b, jint ordinal_b) {
  struct position a, b;
  towpath_error* error = NULL;
  int32_t order = 0;
  jbyteArray none = (*env)->NewByteArray(env, 0);
  memset(&b, 0, sizeof b);
  if (none != NULL && make_position(env, &a, file_a, offset_a, ordinal_a, 0, none)) {
    if (make_position(env, &b, file_b, offset_b, ordinal_b, 0, none)) {
      failed(env, towpath_position_compare(&a.c, &b.c, &order, &error), &error);
    }
    free_position(&b);
  }
  free_position(&a);
  return order;
}

/* ---- Preflight ---- */

/* Returns the server followed by check, found, message, remedy of each finding; severities[i] are
 * written to `severities`, [0] is 1 when ready. */
NATIVE(jobjectArray, preflight)(JNIEnv* env, jclass c, jlong options, jintArray severities) {
  towpath_preflight_report* report = NULL;
  towpath_error* error = NULL;
  jobjectArray texts = NULL;
  size_t count, i;
  jint ready;
  if (failed(env, towpath_preflight(handle(options), &report, &error), &error)) return NULL;
  count = towpath_preflight_count(report);
  if (count + 1 > (size_t)(*env)->GetArrayLength(env, severities)) {
    count = (size_t)(*env)->GetArrayLength(env, severities) - 1;
  }
  texts = (*env)->NewObjectArray(env, (jsize)(1 + 4 * count), (*env)->FindClass(env, "[B"), NULL);
  if (texts != NULL) {
    (*env)->SetObjectArrayElement(env, texts, 0,
                                  text_to_bytes(env, towpath_preflight_server(report)));
    ready = towpath_preflight_ready(report);
    (*env)->SetIntArrayRegion(env, severities, 0, 1, &ready);
    for (i = 0; i < count && !(*env)->ExceptionCheck(env); ++i) {
      towpath_finding finding;
      towpath_text all[4];
      jint severity;
      int j;
      memset(&finding, 0, sizeof finding);
      finding.struct_size = sizeof finding;
      if (failed(env, towpath_preflight_finding(report, i, &finding, &error), &error)) break;
      all[0] = finding.check;
      all[1] = finding.found;
      all[2] = finding.message;
      all[3] = finding.remedy;
      severity = finding.severity;
      (*env)->SetIntArrayRegion(env, severities, (jsize)i + 1, 1, &severity);
      for (j = 0; j < 4; ++j) {
        jbyteArray bytes = text_to_bytes(env, all[j]);
        if (bytes == NULL) break;
        (*env)->SetObjectArrayElement(env, texts, (jsize)(1 + 4 * i) + j, bytes);
        (*env)->DeleteLocalRef(env, bytes);
      }
    }
  }
  towpath_preflight_free(report);
  return texts;
}

/* ---- Streams ---- */

/* What Java holds of a stream. */
struct stream {
  towpath_stream* c;
  jobject listener;   /* global reference, or NULL */
  jobject statistics; /* as well */
};

/* The environment of a thread of the library, which is attached until it ends; NULL: it can not. */
static JNIEnv* attach(void) {
  JNIEnv* env = NULL;
  if ((*vm)->GetEnv(vm, (void**)&env, JNI_VERSION_10) == JNI_OK) return env;
  if ((*vm)->AttachCurrentThreadAsDaemon(vm, (void**)&env, NULL) != JNI_OK) return NULL;
  pthread_setspecific(attached, vm);
  return env;
}

static void on_log(void* user_data, int32_t level, const char* message, size_t size) {
  const struct stream* stream = user_data;
  JNIEnv* env = attach();
  jbyteArray bytes;
  if (env == NULL) return;
  bytes = to_bytes(env, message, size);
  if (bytes != NULL) {
    (*env)->CallStaticVoidMethod(env, native_class, deliver_log, stream->listener, (jint)level,
                                 bytes);
    (*env)->DeleteLocalRef(env, bytes);
  }
  (*env)->ExceptionClear(env); /* Native.log lets none through; a lack of memory may */
}

#define STATUS_POSITIONS 7
#define STATUS_TEXTS (4 + 2 * STATUS_POSITIONS)
#define STATUS_NUMBERS (46 + 3 * STATUS_POSITIONS)

static jlong bits_of(double value) {
  jlong bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

/* Error message, GTID set, the status as JSON, then file and GTID of each position. numbers:
 * offset, ordinal and transaction offset of each position, then what StreamStatus.java lists. */
static jobjectArray status_texts(JNIEnv* env, const towpath_stream_info* info, jlongArray numbers) {
  const towpath_position* positions[STATUS_POSITIONS];
  towpath_text all[STATUS_TEXTS];
  jlong values[STATUS_NUMBERS];
  towpath_buffer* json = NULL;
  towpath_error* error = NULL;
  jobjectArray texts;
  int i;
  int n = 3 * STATUS_POSITIONS;
  if (failed(env, towpath_stream_info_encode(info, "json", &json, &error), &error)) return NULL;
  texts = (*env)->NewObjectArray(env, STATUS_TEXTS, (*env)->FindClass(env, "[B"), NULL);
  positions[0] = info->get_position;
  positions[1] = info->ack_position;
  positions[2] = info->processed;
  positions[3] = info->read_position;
  positions[4] = info->source_position;
  positions[5] = info->resume_position;
  positions[6] = info->end_position;
  all[0] = info->error_message;
  all[1] = info->gtid_set;
  all[2].data = json->data;
  all[2].size = json->size;
  for (i = 0; i < STATUS_POSITIONS; ++i) {
    all[3 + 2 * i] = positions[i]->file;
    all[4 + 2 * i] = positions[i]->gtid;
    values[3 * i] = (jlong)positions[i]->offset;
    values[3 * i + 1] = positions[i]->ordinal;
    values[3 * i + 2] = (jlong)positions[i]->transaction_offset;
  }
  values[n++] = info->state;
  values[n++] = info->error_code;
  values[n++] = (jlong)info->next_mark;
  values[n++] = (jlong)info->oldest_mark;
  values[n++] = (jlong)info->outstanding;
  values[n++] = (jlong)info->buffered_entries;
  values[n++] = (jlong)info->buffered_bytes;
  values[n++] = (jlong)info->reconnects;
  values[n++] = (jlong)info->time_us;
  values[n++] = (jlong)info->opened_us;
  values[n++] = (jlong)info->state_age_us;
  values[n++] = (jlong)info->error_us;
  values[n++] = (jlong)info->reconnected_us;
  values[n++] = (jlong)info->last_received_us;
  values[n++] = (jlong)info->end_known_us;
  values[n++] = (jlong)info->lag_us;
  values[n++] = (jlong)info->read_lag_us;
  values[n++] = (jlong)info->lag_bytes;
  values[n++] = (jlong)info->read_lag_bytes;
  values[n++] = (jlong)info->last_event_us;
  values[n++] = (jlong)info->clock_offset_us;
  values[n++] = info->at_end;
  values[n++] = info->waiting_for_room;
  values[n++] = (jlong)info->events_read;
  values[n++] = (jlong)info->bytes_read;
  values[n++] = (jlong)info->transactions_read;
  values[n++] = (jlong)info->entries_read;
  values[n++] = (jlong)info->events_filtered;
  values[n++] = (jlong)info->events_ignored;
  values[n++] = (jlong)info->batches_delivered;
  values[n++] = (jlong)info->entries_delivered;
  values[n++] = (jlong)info->entries_acked;
  values[n++] = (jlong)info->duplicates;
  values[n++] = (jlong)info->rollbacks;
  values[n++] = bits_of(info->entries_read_per_second);
  values[n++] = bits_of(info->bytes_read_per_second);
  values[n++] = bits_of(info->entries_acked_per_second);
  values[n++] = (jlong)info->buffer_limit;
  values[n++] = (jlong)info->room_waits;
  values[n++] = (jlong)info->room_wait_us;
  values[n++] = (jlong)info->oldest_mark_age_us;
  values[n++] = (jlong)info->writes;
  values[n++] = (jlong)info->write_failures;
  values[n++] = (jlong)info->write_mean_us;
  values[n++] = (jlong)info->write_max_us;
  values[n++] = (jlong)info->spilled_bytes;
  all[3 + 2 * STATUS_POSITIONS] = info->endpoint;
  (*env)->SetLongArrayRegion(env, numbers, 0, n, values);
  for (i = 0; texts != NULL && i < STATUS_TEXTS && !(*env)->ExceptionCheck(env); ++i) {
    jbyteArray bytes = text_to_bytes(env, all[i]);
    if (bytes == NULL) break;
    (*env)->SetObjectArrayElement(env, texts, i, bytes);
    (*env)->DeleteLocalRef(env, bytes);
  }
  towpath_buffer_free(json);
  return (*env)->ExceptionCheck(env) ? NULL : texts;
}

static void on_statistics(void* user_data, const towpath_stream_info* info) {
  const struct stream* stream = user_data;
  JNIEnv* env = attach();
  if (env == NULL || (*env)->PushLocalFrame(env, 16) != 0) return;
  jlongArray numbers = (*env)->NewLongArray(env, STATUS_NUMBERS);
  jobjectArray texts = numbers == NULL ? NULL : status_texts(env, info, numbers);
  if (texts != NULL) {
    (*env)->CallStaticVoidMethod(env, native_class, deliver_statistics, stream->statistics,
                                 stream->listener, texts, numbers);
  }
  (*env)->ExceptionClear(env); /* as in on_log */
  (*env)->PopLocalFrame(env, NULL);
}

static void free_stream(JNIEnv* env, struct stream* stream) {
  towpath_stream_free(stream->c);
  if (stream->listener != NULL) (*env)->DeleteGlobalRef(env, stream->listener);
  if (stream->statistics != NULL) (*env)->DeleteGlobalRef(env, stream->statistics);
  free(stream);
}

/* Keeps both listeners, NULL: none, and sets them in the options. */
static int listen(JNIEnv* env, void* options, struct stream* stream, jobject listener,
                  jobject statistics) {
  towpath_error* error = NULL;
  if (listener != NULL) {
    stream->listener = (*env)->NewGlobalRef(env, listener);
    if (stream->listener == NULL ||
        failed(env, towpath_log_set_callback(options, on_log, stream, &error), &error)) {
      return 0;
    }
  }
  if (statistics != NULL) {
    stream->statistics = (*env)->NewGlobalRef(env, statistics);
    if (stream->statistics == NULL ||
        failed(env, towpath_statistics_set_callback(options, on_statistics, stream, &error),
               &error)) {
      return 0;
    }
  }
  return 1;
}

NATIVE(jlong, streamOpen)
(JNIEnv* env, jclass c, jlong options, jobject listener, jobject statistics) {
  towpath_error* error = NULL;
  struct stream* stream = calloc(1, sizeof *stream);
  if (stream == NULL) {
    failed(env, TOWPATH_OUT_OF_MEMORY, &error);
    return 0;
  }
  if (!listen(env, handle(options), stream, listener, statistics) ||
      failed(env, towpath_stream_open(handle(options), &stream->c, &error), &error)) {
    free_stream(env, stream);
    return 0;
  }
  return to_long(stream);
}

static towpath_stream* stream_of(jlong stream) { return ((struct stream*)handle(stream))->c; }

NATIVE(void, streamClose)(JNIEnv* env, jclass c, jlong stream) {
  towpath_error* error = NULL;
  failed(env, towpath_stream_close(stream_of(stream), &error), &error);
}

NATIVE(void, streamFree)(JNIEnv* env, jclass c, jlong stream) { free_stream(env, handle(stream)); }

NATIVE(jlong, streamGetWithoutAck)
(JNIEnv* env, jclass c, jlong stream, jlong max_entries, jlong timeout_ms) {
  towpath_error* error = NULL;
  towpath_batch* batch = NULL;
  failed(env,
         towpath_stream_get_without_ack(stream_of(stream), (size_t)max_entries, timeout_ms, &batch,
                                        &error),
         &error);
  return to_long(batch);
}

NATIVE(jlong, streamGetOutstanding)(JNIEnv* env, jclass c, jlong stream, jlong mark) {
  towpath_error* error = NULL;
  towpath_batch* batch = NULL;
  failed(env, towpath_stream_get_outstanding(stream_of(stream), mark, &batch, &error), &error);
  return to_long(batch);
}

NATIVE(void, streamAck)(JNIEnv* env, jclass c, jlong stream, jlong mark) {
  towpath_error* error = NULL;
  failed(env, towpath_stream_ack(stream_of(stream), mark, &error), &error);
}

NATIVE(void, streamAckThrough)(JNIEnv* env, jclass c, jlong stream, jlong mark) {
  towpath_error* error = NULL;
  failed(env, towpath_stream_ack_through(stream_of(stream), mark, &error), &error);
}

NATIVE(void, streamRollback)(JNIEnv* env, jclass c, jlong stream) {
  towpath_error* error = NULL;
  failed(env, towpath_stream_rollback(stream_of(stream), &error), &error);
}

NATIVE(void, streamRollbackTo)(JNIEnv* env, jclass c, jlong stream, jlong mark) {
  towpath_error* error = NULL;
  failed(env, towpath_stream_rollback_to(stream_of(stream), mark, &error), &error);
}

NATIVE(void, streamMarkProcessed)
(JNIEnv* env, jclass c, jlong stream, jbyteArray file, jlong offset, jint ordinal,
 jlong transaction_offset, jbyteArray gtid) {
  struct position position;
  towpath_error* error = NULL;
  if (make_position(env, &position, file, offset, ordinal, transaction_offset, gtid)) {
    failed(env, towpath_stream_mark_processed(stream_of(stream), &position.c, &error), &error);
  }
  free_position(&position);
}

NATIVE(jobjectArray, streamStatus)(JNIEnv* env, jclass c, jlong stream, jlongArray numbers) {
  towpath_stream_info* info = NULL;
  towpath_error* error = NULL;
  jobjectArray texts;
  if (failed(env, towpath_stream_status(stream_of(stream), &info, &error), &error)) return NULL;
  texts = status_texts(env, info, numbers);
  towpath_stream_info_free(info);
  return texts;
}

/* ---- Batches ---- */

NATIVE(jlong, batchMark)(JNIEnv* env, jclass c, jlong batch) {
  return towpath_batch_mark(handle(batch));
}

NATIVE(jlong, batchSize)(JNIEnv* env, jclass c, jlong batch) {
  return (jlong)towpath_batch_size(handle(batch));
}

NATIVE(void, batchFree)(JNIEnv* env, jclass c, jlong batch) { towpath_batch_free(handle(batch)); }

NATIVE(jbyteArray, batchEncode)(JNIEnv* env, jclass c, jlong batch, jbyteArray format) {
  towpath_error* error = NULL;
  towpath_buffer* text = NULL;
  char* chars = to_chars(env, format);
  jbyteArray bytes = NULL;
  if (chars == NULL) return NULL;
  if (!failed(env, towpath_batch_encode(handle(batch), chars, &text, &error), &error)) {
    bytes = take_buffer(env, text);
  }
  free(chars);
  return bytes;
}

NATIVE(jbyteArray, entryEncode)
(JNIEnv* env, jclass c, jlong batch, jlong index, jbyteArray format) {
  towpath_error* error = NULL;
  towpath_buffer* text = NULL;
  char* chars = to_chars(env, format);
  jbyteArray bytes = NULL;
  if (chars == NULL) return NULL;
  if (!failed(env,
              towpath_entry_encode(towpath_batch_entry(handle(batch), (size_t)index), chars, &text,
                                   &error),
              &error)) {
    bytes = take_buffer(env, text);
  }
  free(chars);
  return bytes;
}

/* Into the ArrowArrayStream at `stream`; whether there were rows. */
NATIVE(jboolean, batchExportArrow)
(JNIEnv* env, jclass c, jlong batch, jbyteArray table, jboolean before_images, jlong stream) {
  towpath_error* error = NULL;
  towpath_arrow_options options;
  struct ArrowArrayStream* out = handle(stream);
  char* chars = to_chars(env, table);
  jboolean exported = JNI_FALSE;
  if (chars == NULL) return JNI_FALSE;
  memset(&options, 0, sizeof(options));
  options.struct_size = sizeof(options);
  options.table = chars;
  options.images = before_images ? TOWPATH_ARROW_BOTH : TOWPATH_ARROW_LATEST;
  if (!failed(env, towpath_batch_export_arrow(handle(batch), &options, out, &error), &error)) {
    exported = out->release != NULL ? JNI_TRUE : JNI_FALSE;
  }
  free(chars);
  return exported;
}

/* A direct buffer over the block, which lives until blockFree of address[0]. */
NATIVE(jobject, batchDecode)
(JNIEnv* env, jclass c, jlong batch, jlong first_entry, jlong max_bytes, jlongArray address) {
  towpath_error* error = NULL;
  towpath_block* block = NULL;
  jlong value;
  jobject buffer;
  if (failed(env,
             towpath_batch_decode(handle(batch), (size_t)first_entry, (size_t)max_bytes, &block,
                                  &error),
             &error)) {
    return NULL;
  }
  if (block->size > INT32_MAX) {
    const char message[] = "one entry's rows take more than 2 GiB, which a ByteBuffer can not hold";
    jbyteArray bytes = to_bytes(env, message, sizeof message - 1);
    towpath_block_free(block);
    if (bytes != NULL) {
      jthrowable exception = (*env)->CallStaticObjectMethod(env, native_class, make_exception,
                                                            (jint)TOWPATH_LIMIT, bytes);
      if (!(*env)->ExceptionCheck(env) && exception != NULL) (*env)->Throw(env, exception);
    }
    return NULL;
  }
  value = to_long(block);
  (*env)->SetLongArrayRegion(env, address, 0, 1, &value);
  buffer = (*env)->NewDirectByteBuffer(env, block, (jlong)block->size);
  if (buffer == NULL) towpath_block_free(block);
  return buffer;
}

NATIVE(void, blockFree)(JNIEnv* env, jclass c, jlong block) { towpath_block_free(handle(block)); }
