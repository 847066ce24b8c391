// A stream's status as JSON.
#include <cmath>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "fmt/format.h"
#include "format/json.h"
#include "towpath/position.h"
#include "towpath/stream_status.h"

namespace towpath {
namespace {

// Members in order, each with its comma.
class Object {
 public:
  explicit Object(std::string* out) : out_(out) { *out_ += '{'; }
  ~Object() { *out_ += '}'; }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  void Text(std::string_view name, std::string_view value) {
    Name(name);
    format::AppendJsonString(value, out_);
  }
  void Place(std::string_view name, const Position& value) {
    if (value.empty()) return Null(name);
    Text(name, value.ToString());
  }
  // Between two events: without ordinal.
  void Between(std::string_view name, const Position& value) {
    if (value.empty()) return Null(name);
    Text(name, fmt::format("{}:{}", value.file, value.offset));
  }
  template <std::integral T>
  void Number(std::string_view name, T value) {
    Name(name);
    *out_ += fmt::to_string(value);
  }
  void Flag(std::string_view name, bool value) {
    Name(name);
    *out_ += value ? "true" : "false";
  }
  // With three decimals.
  void Rate(std::string_view name, double value) {
    Name(name);
    *out_ += fmt::format("{:.3f}", std::isfinite(value) ? value : 0);
  }
  // `unknown` stands for none.
  void Known(std::string_view name, int64_t value, int64_t unknown) {
    if (value == unknown) return Null(name);
    Number(name, value);
  }

 private:
  void Null(std::string_view name) {
    Name(name);
    *out_ += "null";
  }
  void Name(std::string_view name) {
    if (out_->back() != '{') *out_ += ',';
    format::AppendJsonString(name, out_);
    *out_ += ':';
  }

  std::string* out_;
};

}  // namespace

void AppendJson(const StreamStatus& status, std::string* out) {
  constexpr int64_t kUnknown = -1;
  constexpr int64_t kNever = 0;
  Object o(out);
  o.Text("state", StreamStateName(status.state));
  o.Number("time_us", status.time_us);
  o.Number("opened_us", status.opened_us);
  o.Number("state_age_us", status.state_age_us);
  o.Text("error", CodeName(status.error.code()));
  o.Text("error_message", status.error.message());
  o.Known("error_us", status.error_us, kNever);
  o.Number("reconnects", status.reconnects);
  o.Known("reconnected_us", status.reconnected_us, kNever);
  o.Known("last_received_us", status.last_received_us, kNever);
  o.Text("endpoint", status.endpoint);

  o.Place("get_position", status.get_position);
  o.Place("ack_position", status.ack_position);
  o.Place("processed", status.processed);
  o.Place("read_position", status.read_position);
  o.Between("source_position", status.source_position);
  o.Between("resume_position", status.resume_position);
  o.Between("end_position", status.end_position);
  o.Known("end_known_us", status.end_known_us, kNever);
  o.Text("gtid_set", status.gtid_set);

  o.Flag("at_end", status.at_end);
  o.Known("lag_us", status.lag_us, kUnknown);
  o.Known("read_lag_us", status.read_lag_us, kUnknown);
  o.Known("lag_bytes", status.lag_bytes, kUnknown);
  o.Known("read_lag_bytes", status.read_lag_bytes, kUnknown);
  o.Known("last_event_us", status.last_event_us, kNever);
  o.Number("clock_offset_us", status.clock_offset_us);

  o.Number("events_read", status.events_read);
  o.Number("bytes_read", status.bytes_read);
  o.Number("transactions_read", status.transactions_read);
  o.Number("entries_read", status.entries_read);
  o.Number("events_filtered", status.events_filtered);
  o.Number("events_ignored", status.events_ignored);
  o.Number("batches_delivered", status.batches_delivered);
  o.Number("entries_delivered", status.entries_delivered);
  o.Number("entries_acked", status.entries_acked);
  o.Number("duplicates", status.duplicates);
  o.Number("rollbacks", status.rollbacks);
  o.Rate("entries_read_per_second", status.entries_read_per_second);
  o.Rate("bytes_read_per_second", status.bytes_read_per_second);
  o.Rate("entries_acked_per_second", status.entries_acked_per_second);

  o.Number("buffered_entries", status.buffered_entries);
  o.Number("buffered_bytes", status.buffered_bytes);
  o.Number("buffer_limit", status.buffer_limit);
  o.Flag("waiting_for_room", status.waiting_for_room);
  o.Number("room_waits", status.room_waits);
  o.Number("room_wait_us", status.room_wait_us);
  o.Number("spilled_bytes", status.spilled_bytes);

  o.Number("next_mark", status.next_mark);
  o.Number("outstanding", status.outstanding);
  o.Known("oldest_mark", status.oldest_mark, kUnknown);
  o.Known("oldest_mark_age_us", status.oldest_mark_age_us, kUnknown);

  o.Number("writes", status.writes);
  o.Number("write_failures", status.write_failures);
  o.Number("write_mean_us", status.write_mean_us);
  o.Number("write_max_us", status.write_max_us);
}

}  // namespace towpath
