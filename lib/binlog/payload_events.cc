#include "binlog/payload_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "binlog/event.h"

namespace towpath::binlog {

void PayloadEvents::Start(const TransactionPayload& payload, std::shared_ptr<model::Chunk> chunk) {
  reader_.Start(payload);
  payload_chunk_ = std::move(chunk);
  have_ = 0;
  at_end_ = false;
  index_ = 0;
}

Result<std::span<const uint8_t>> PayloadEvents::Next() {
  for (;;) {
    size_t need = kHeaderSize;
    if (have_ >= kHeaderSize) {
      need = ParseEventHeader(arena_.Reserve(0)).length;
      if (need < kHeaderSize || need > kMaxEventSize)
        return Status(Code::kCorrupted,
                      fmt::format("event {} inside it names a length of {} bytes", index_, need));
    }
    if (have_ >= need) {
      const std::span<const uint8_t> event{arena_.Reserve(0), need};
      arena_.Take(need);
      have_ -= need;
      ++index_;
      return event;
    }
    if (at_end_) {
      if (have_ == 0) return std::span<const uint8_t>();
      return Status(Code::kCorrupted, fmt::format("it ends inside its event {}", index_));
    }
    // At most doubled, so that memory follows what there is and not a length that lies.
    const size_t want = std::min(need, std::max(Arena::kChunkSize, 2 * have_));
    uint8_t* const content = arena_.Extend(have_, want);
    const size_t room = arena_.room() - have_;
    size_t filled = 0;
    if (Status s = reader_.Read(content + have_, room, &filled); !s.ok()) return s;
    at_end_ = filled < room;
    have_ += filled;
  }
}

}  // namespace towpath::binlog
