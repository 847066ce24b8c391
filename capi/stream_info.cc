// The status of a stream in the C ABI, and the callback that gets it.
#include <cstring>
#include <string>
#include <utility>

#include "internal.h"
#include "towpath/stream.h"
#include "towpath/stream_status.h"

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

namespace towpath::capi {

StreamInfo::StreamInfo(StreamStatus s) : status(std::move(s)) {
  const std::array<std::pair<const Position*, const towpath_position**>, kPositions> positions = {{
      {&status.get_position, &head.get_position},
      {&status.ack_position, &head.ack_position},
      {&status.processed, &head.processed},
      {&status.read_position, &head.read_position},
      {&status.source_position, &head.source_position},
      {&status.resume_position, &head.resume_position},
      {&status.end_position, &head.end_position},
  }};
  for (size_t i = 0; i < positions.size(); ++i) {
    gtids_[i] = positions[i].first->gtid.ToString();
    positions_[i] = View(*positions[i].first, gtids_[i]);
    *positions[i].second = &positions_[i];
  }
  head.struct_size = sizeof(head);
  head.state = static_cast<int32_t>(status.state);
  head.error_code = static_cast<towpath_status>(status.error.code());
  head.error_message = Text(status.error.message());
  head.gtid_set = Text(status.gtid_set);
  head.next_mark = status.next_mark;
  head.oldest_mark = status.oldest_mark;
  head.outstanding = status.outstanding;
  head.buffered_entries = status.buffered_entries;
  head.buffered_bytes = status.buffered_bytes;
  head.reconnects = status.reconnects;
  head.time_us = status.time_us;
  head.opened_us = status.opened_us;
  head.state_age_us = status.state_age_us;
  head.error_us = status.error_us;
  head.reconnected_us = status.reconnected_us;
  head.last_received_us = status.last_received_us;
  head.end_known_us = status.end_known_us;
  head.lag_us = status.lag_us;
  head.read_lag_us = status.read_lag_us;
  head.lag_bytes = status.lag_bytes;
  head.read_lag_bytes = status.read_lag_bytes;
  head.last_event_us = status.last_event_us;
  head.clock_offset_us = status.clock_offset_us;
  head.at_end = status.at_end ? 1 : 0;
  head.waiting_for_room = status.waiting_for_room ? 1 : 0;
  head.events_read = status.events_read;
  head.bytes_read = status.bytes_read;
  head.transactions_read = status.transactions_read;
  head.entries_read = status.entries_read;
  head.events_filtered = status.events_filtered;
  head.events_ignored = status.events_ignored;
  head.batches_delivered = status.batches_delivered;
  head.entries_delivered = status.entries_delivered;
  head.entries_acked = status.entries_acked;
  head.duplicates = status.duplicates;
  head.rollbacks = status.rollbacks;
  head.entries_read_per_second = status.entries_read_per_second;
  head.bytes_read_per_second = status.bytes_read_per_second;
  head.entries_acked_per_second = status.entries_acked_per_second;
  head.buffer_limit = status.buffer_limit;
  head.room_waits = status.room_waits;
  head.room_wait_us = status.room_wait_us;
  head.oldest_mark_age_us = status.oldest_mark_age_us;
  head.writes = status.writes;
  head.write_failures = status.write_failures;
  head.write_mean_us = status.write_mean_us;
  head.write_max_us = status.write_max_us;
  head.endpoint = Text(status.endpoint);
  head.spilled_bytes = status.spilled_bytes;
}

}  // namespace towpath::capi

towpath_status towpath_stream_status(const towpath_stream* stream, towpath_stream_info** info,
                                     towpath_error** error) {
  if (info != nullptr) *info = nullptr;
  return Guard("towpath_stream_status", error, {{"stream", stream}, {"info", info}}, [&] {
    *info = &(new StreamInfo(stream->cpp->GetStatus()))->head;
    return Status::Ok();
  });
}

void towpath_stream_info_free(towpath_stream_info* info) {
  delete reinterpret_cast<StreamInfo*>(info);
}

towpath_status towpath_stream_info_encode(const towpath_stream_info* info, const char* format,
                                          towpath_buffer** text, towpath_error** error) {
  if (text != nullptr) *text = nullptr;
  return Guard("towpath_stream_info_encode", error,
               {{"info", info}, {"format", format}, {"text", text}}, [&] {
                 if (Status s = CheckFormat(format); !s.ok()) return s;
                 std::string json;
                 AppendJson(reinterpret_cast<const StreamInfo*>(info)->status, &json);
                 *text = MakeBuffer(std::move(json));
                 return Status::Ok();
               });
}

towpath_status towpath_statistics_set_callback(towpath_options* options,
                                               towpath_statistics_callback callback,
                                               void* user_data, towpath_error** error) {
  return Guard("towpath_statistics_set_callback", error, {{"options", options}}, [&] {
    if (callback == nullptr) {
      options->cpp.SetStatistics(nullptr);
    } else {
      options->cpp.SetStatistics([callback, user_data](const StreamStatus& status) {
        const StreamInfo info(status);
        callback(user_data, &info.head);
      });
    }
    return Status::Ok();
  });
}
