// Streams of the C ABI.
#include "towpath/stream.h"

#include <chrono>

#include "internal.h"

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

namespace {

using Get = Result<Batch> (Stream::*)(size_t, std::chrono::milliseconds);

towpath_status GetWith(Get get, const char* function, towpath_stream* stream, size_t max_entries,
                       int64_t timeout_ms, towpath_batch** batch, towpath_error** error) {
  if (batch != nullptr) *batch = nullptr;
  return Guard(function, error, {{"stream", stream}, {"batch", batch}}, [&] {
    if (max_entries < 1 || max_entries > INT32_MAX) {
      return Status(Code::kInvalidArgument,
                    "max_entries is " + std::to_string(max_entries) + ", expected 1 to 2147483647");
    }
    // A deadline beyond a century could overflow the clock; it is no limit.
    constexpr int64_t kCentury = int64_t{100} * 366 * 86400 * 1000;
    const std::chrono::milliseconds timeout(timeout_ms > kCentury ? -1 : timeout_ms);
    // Allocated first: a batch that can not be handed out must not have been taken.
    auto handle = std::make_unique<towpath_batch>(Batch());
    Result<Batch> result = (stream->cpp.get()->*get)(max_entries, timeout);
    if (!result.ok()) return result.status();
    handle->cpp = std::move(*result);
    *batch = handle.release();
    return Status::Ok();
  });
}

}  // namespace

towpath_status towpath_stream_open(const towpath_options* options, towpath_stream** stream,
                                   towpath_error** error) {
  if (stream != nullptr) *stream = nullptr;
  return Guard("towpath_stream_open", error, {{"options", options}, {"stream", stream}}, [&] {
    Result<std::unique_ptr<Stream>> opened = Stream::Open(options->cpp);
    if (!opened.ok()) return opened.status();
    *stream = new towpath_stream{std::move(*opened)};
    return Status::Ok();
  });
}

towpath_status towpath_stream_close(towpath_stream* stream, towpath_error** error) {
  return Guard("towpath_stream_close", error, {{"stream", stream}},
               [&] { return stream->cpp->Close(); });
}

void towpath_stream_free(towpath_stream* stream) {
  try {
    delete stream;
  } catch (...) {  // closing failed: there is nobody left to tell
  }
}

towpath_status towpath_stream_get_without_ack(towpath_stream* stream, size_t max_entries,
                                              int64_t timeout_ms, towpath_batch** batch,
                                              towpath_error** error) {
  return GetWith(&Stream::GetWithoutAck, "towpath_stream_get_without_ack", stream, max_entries,
                 timeout_ms, batch, error);
}

towpath_status towpath_stream_get(towpath_stream* stream, size_t max_entries, int64_t timeout_ms,
                                  towpath_batch** batch, towpath_error** error) {
  return GetWith(&Stream::Get, "towpath_stream_get", stream, max_entries, timeout_ms, batch, error);
}

towpath_status towpath_stream_get_outstanding(towpath_stream* stream, int64_t mark,
                                              towpath_batch** batch, towpath_error** error) {
  if (batch != nullptr) *batch = nullptr;
  return Guard("towpath_stream_get_outstanding", error, {{"stream", stream}, {"batch", batch}},
               [&] {
                 Result<Batch> result = stream->cpp->GetOutstanding(mark);
                 if (!result.ok()) return result.status();
                 *batch = new towpath_batch(std::move(*result));
                 return Status::Ok();
               });
}

towpath_status towpath_stream_ack(towpath_stream* stream, int64_t mark, towpath_error** error) {
  return Guard("towpath_stream_ack", error, {{"stream", stream}},
               [&] { return stream->cpp->Ack(mark); });
}

towpath_status towpath_stream_ack_through(towpath_stream* stream, int64_t mark,
                                          towpath_error** error) {
  return Guard("towpath_stream_ack_through", error, {{"stream", stream}},
               [&] { return stream->cpp->AckThrough(mark); });
}

towpath_status towpath_stream_rollback(towpath_stream* stream, towpath_error** error) {
  return Guard("towpath_stream_rollback", error, {{"stream", stream}},
               [&] { return stream->cpp->Rollback(); });
}

towpath_status towpath_stream_rollback_to(towpath_stream* stream, int64_t mark,
                                          towpath_error** error) {
  return Guard("towpath_stream_rollback_to", error, {{"stream", stream}},
               [&] { return stream->cpp->RollbackTo(mark); });
}

towpath_status towpath_stream_mark_processed(towpath_stream* stream,
                                             const towpath_position* position,
                                             towpath_error** error) {
  return Guard("towpath_stream_mark_processed", error, {{"stream", stream}, {"position", position}},
               [&] {
                 Result<Position> p = FromC(*position);
                 if (!p.ok()) return p.status();
                 return stream->cpp->MarkProcessed(*p);
               });
}
