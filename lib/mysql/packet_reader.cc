#include "mysql/packet_reader.h"

#include <mysql.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <ma_pvio.h>  // needs mysql.h

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "binlog/byte_order.h"
#include "binlog/event.h"
#include "fmt/format.h"

namespace towpath::mysql {
namespace {

using std::chrono::milliseconds;

constexpr size_t kPacketHeader = 4;
constexpr size_t kFullPacket = 0xffffff;  // the payload goes on in another packet
constexpr uint8_t kEvent = 0;
constexpr uint8_t kEndMark = 0xfe;
constexpr uint8_t kErrorMark = 0xff;
constexpr unsigned int kLinkErrors = 2000;  // Connector/C's own errors are 2000 to 2999

// Bytes that Connector/C has read ahead of what it handed out.
std::pair<uint8_t*, size_t> ReadAhead(MARIADB_PVIO* pvio) {
  if (pvio == nullptr || pvio->cache == nullptr) return {nullptr, 0};
  uint8_t* end = pvio->cache + pvio->cache_size;
  if (pvio->cache_pos >= end) return {nullptr, 0};
  return {pvio->cache_pos, static_cast<size_t>(end - pvio->cache_pos)};
}

// Whether nobody else holds the chunk; and if so, makes what others did to it happen before what
// we do next. use_count alone would not: it is a relaxed load.
bool SoleOwner(std::shared_ptr<model::Chunk>& chunk) {
  if (chunk.use_count() != 1) return false;
  // The copy is the point: an acquiring read-modify-write of the count.
  // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
  const std::shared_ptr<model::Chunk> synchronize(chunk);
  return true;
}

// Through Connector/C's framing, and one copy into a chunk.
class LibraryReader : public PacketReader {
 public:
  LibraryReader(Connection& connection, std::shared_ptr<model::MemoryBudget> budget,
                size_t chunk_bytes)
      : connection_(connection), writer_(std::move(budget), chunk_bytes) {}

  Kind Next(milliseconds silence, model::Frame* frame) override {
    MYSQL* mysql = connection_.handle();
    if (connection_.tls()) {
      // Bytes may wait inside the TLS library, where poll can not see them: block in the read.
      SetReceiveTimeout(silence);
    } else if (ReadAhead(mysql->net.pvio).second == 0) {
      switch (connection_.interrupt().WaitFor(connection_.socket(), true, silence)) {
        case Interrupt::Wait::kTriggered:
          return Kind::kInterrupted;
        case Interrupt::Wait::kTimeout:
          return Kind::kSilent;
        case Interrupt::Wait::kReady:
          break;
      }
    }
    const unsigned long size = mysql_net_read_packet(mysql);
    if (connection_.interrupt().triggered()) return Kind::kInterrupted;
    if (size == static_cast<unsigned long>(packet_error)) {
      error_ = mysql_errno(mysql);
      text_ = mysql_error(mysql);
      // Nothing came inside a packet, or inside TLS; the errno is at the end.
      if (text_.find(fmt::format("({})", ETIMEDOUT)) != std::string::npos) return Kind::kSilent;
      return error_ >= kLinkErrors && error_ < kLinkErrors + 1000 ? Kind::kLost : Kind::kError;
    }
    const uint8_t* payload = mysql->net.read_pos;
    if (payload[0] == kEndMark && size < 9) return Kind::kEnd;
    if (payload[0] != kEvent) {
      text_ = fmt::format("a packet begins with byte {}", payload[0]);
      return Kind::kMalformed;
    }
    const size_t event_size = size - 1;
    if (event_size > writer_.largest_shared()) {
      frame->chunk = writer_.Single(event_size);
      std::memcpy(frame->chunk->data(), payload + 1, event_size);
      frame->bytes = {frame->chunk->data(), event_size};
      frame->offset = 0;
      return Kind::kEvent;
    }
    writer_.Reserve(event_size, 0, frame);
    std::memcpy(writer_.end(), payload + 1, event_size);
    writer_.Wrote(event_size);
    writer_.HandOut(event_size, event_size, frame);
    return Kind::kEvent;
  }

  bool Ready() const override { return ReadAhead(connection_.handle()->net.pvio).second > 0; }

 private:
  void SetReceiveTimeout(milliseconds timeout) {
    if (timeout == receive_timeout_) return;
    receive_timeout_ = timeout;
    timeval time{};
    time.tv_sec = timeout.count() / 1000;
    time.tv_usec = timeout.count() % 1000 * 1000;
    setsockopt(connection_.socket(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  }

  Connection& connection_;
  ChunkWriter writer_;
  milliseconds receive_timeout_{-1};
};

// From the socket straight into chunks.
class DirectReader : public PacketReader {
 public:
  DirectReader(int socket, const Interrupt& interrupt, std::span<const uint8_t> read_ahead,
               std::shared_ptr<model::MemoryBudget> budget, size_t chunk_bytes)
      : socket_(socket), interrupt_(interrupt), writer_(std::move(budget), chunk_bytes) {
    if (read_ahead.empty()) return;
    model::Frame none;
    writer_.Reserve(read_ahead.size(), 0, &none);
    std::memcpy(writer_.end(), read_ahead.data(), read_ahead.size());
    Received(read_ahead.size());
  }

  Kind Next(milliseconds silence, model::Frame* frame) override {
    silence_ = silence;
    Kind failure{};
    if (!Buffer(kPacketHeader, frame, &failure)) return failure;
    const size_t size = binlog::LoadLe24(Unread());
    if (size > writer_.largest_shared()) return Large(size, frame);
    if (!Buffer(kPacketHeader + size, frame, &failure)) return failure;
    const uint8_t* payload = Unread() + kPacketHeader;
    if (size > 0 && payload[0] == kEvent) {
      writer_.HandOut(unread_ - kPacketHeader - 1, size - 1, frame);
      unread_ -= kPacketHeader + size;
      return Kind::kEvent;
    }
    unread_ -= kPacketHeader + size;
    if (size > 0 && payload[0] == kEndMark && size < 9) return Kind::kEnd;
    if (size > 2 && payload[0] == kErrorMark) return ServerError(payload, size);
    return Malformed(size == 0 ? "an empty packet"
                               : fmt::format("a packet begins with byte {}", payload[0]));
  }

  bool Ready() const override {
    return unread_ >= kPacketHeader && unread_ >= kPacketHeader + binlog::LoadLe24(Unread());
  }

 private:
  const uint8_t* Unread() const { return writer_.Back(unread_); }
  void Received(size_t size) {
    writer_.Wrote(size);
    unread_ += size;
  }

  // Has `size` unread bytes in one piece, receiving whatever else is there as well.
  bool Buffer(size_t size, model::Frame* frame, Kind* failure) {
    while (unread_ < size) {
      if (writer_.room() < size - unread_) writer_.Reserve(size - unread_, unread_, frame);
      size_t received = 0;
      if (!Receive(writer_.end(), writer_.room(), &received, failure)) return false;
      Received(received);
    }
    return true;
  }

  // Takes `size` bytes out of the stream: what is buffered first, the rest from the socket.
  bool Take(uint8_t* to, size_t size, Kind* failure) {
    const size_t buffered = std::min(size, unread_);
    if (buffered > 0) std::memcpy(to, Unread(), buffered);
    unread_ -= buffered;
    for (size_t done = buffered; done < size;) {
      size_t received = 0;
      if (!Receive(to + done, size - done, &received, failure)) return false;
      done += received;
    }
    return true;
  }

  // Waits for some bytes.
  bool Receive(uint8_t* to, size_t size, size_t* received, Kind* failure) {
    for (;;) {
      const ssize_t n = recv(socket_, to, size, MSG_DONTWAIT);
      if (n > 0) {
        *received = static_cast<size_t>(n);
        return true;
      }
      if (interrupt_.triggered()) {
        *failure = Kind::kInterrupted;
        return false;
      }
      if (n == 0 || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)) {
        error_ = n == 0 ? 0 : static_cast<unsigned int>(errno);
        text_ = n == 0 ? "the server closed it" : std::strerror(errno);
        *failure = Kind::kLost;
        return false;
      }
      switch (interrupt_.WaitFor(socket_, true, silence_)) {
        case Interrupt::Wait::kTriggered:
          *failure = Kind::kInterrupted;
          return false;
        case Interrupt::Wait::kTimeout:
          *failure = Kind::kSilent;
          return false;
        case Interrupt::Wait::kReady:
          break;
      }
    }
  }

  // An event with a chunk of its own, from one packet or from several.
  Kind Large(size_t packet, model::Frame* frame) {
    Kind failure{};
    std::array<uint8_t, kPacketHeader + 1 + binlog::kHeaderSize> head;
    if (!Take(head.data(), head.size(), &failure)) return failure;
    if (head[kPacketHeader] != kEvent) {
      return Malformed(fmt::format("a packet begins with byte {}", head[kPacketHeader]));
    }
    const uint8_t* header = head.data() + kPacketHeader + 1;
    size_t size = packet - 1;
    if (packet == kFullPacket) {
      // Only the event's own header says how long all packets together are.
      size = binlog::LoadLe32(header + 9);
      if (size < packet - 1 || size > binlog::kMaxEventSize) {
        return Malformed(fmt::format("an event of {} bytes in packets of 16 MiB", size));
      }
    }
    auto chunk = writer_.Single(packet - 1);
    std::memcpy(chunk->data(), header, binlog::kHeaderSize);
    size_t done = binlog::kHeaderSize;
    size_t left = packet - 1 - binlog::kHeaderSize;  // of this packet
    for (;;) {
      if (left > size - done) return Malformed("a packet goes on behind its event's end");
      if (done + left > chunk->capacity()) {
        // By what came and not by what the header says.
        chunk->Grow(std::min(size, std::max(2 * done, done + left)));
      }
      if (!Take(chunk->data() + done, left, &failure)) return failure;
      done += left;
      if (packet != kFullPacket) break;
      std::array<uint8_t, kPacketHeader> next;
      if (!Take(next.data(), next.size(), &failure)) return failure;
      packet = left = binlog::LoadLe24(next.data());
    }
    if (done != size) {
      return Malformed(fmt::format("{} bytes of an event of {} bytes", done, size));
    }
    frame->chunk = std::move(chunk);
    frame->bytes = {frame->chunk->data(), size};
    frame->offset = 0;
    return Kind::kEvent;
  }

  // 0xff, code (2 bytes), '#' and an SQL state of 5 bytes, text.
  Kind ServerError(const uint8_t* payload, size_t size) {
    error_ = binlog::LoadLe16(payload + 1);
    std::string_view text(reinterpret_cast<const char*>(payload) + 3, size - 3);
    if (text.starts_with('#')) text.remove_prefix(std::min<size_t>(6, text.size()));
    text_ = text;
    return Kind::kError;
  }

  Kind Malformed(std::string text) {
    text_ = std::move(text);
    return Kind::kMalformed;
  }

  const int socket_;
  const Interrupt& interrupt_;
  ChunkWriter writer_;
  size_t unread_ = 0;  // of the bytes written last
  milliseconds silence_{0};
};

}  // namespace

void ChunkWriter::Reserve(size_t size, size_t tail, model::Frame* frame) {
  if (room() >= size) return;
  if (chunk_ != nullptr) {
    if (frame->chunk == chunk_) *frame = {};
    if (chunk_->capacity() >= tail + size && SoleOwner(chunk_)) {
      std::memmove(chunk_->data(), Back(tail), tail);
      used_ = tail;
      return;
    }
  }
  auto next = model::Chunk::Allocate(std::max(chunk_bytes_, tail + size), budget_);
  if (tail > 0) std::memcpy(next->data(), Back(tail), tail);
  chunk_ = std::move(next);
  used_ = tail;
}

std::unique_ptr<PacketReader> PacketReader::Create(Connection& connection,
                                                   std::shared_ptr<model::MemoryBudget> budget,
                                                   size_t chunk_bytes, bool direct) {
  if (direct && !connection.tls()) {
    // From here on Connector/C reads nothing more: take what it has read ahead.
    MARIADB_PVIO* pvio = connection.handle()->net.pvio;
    const auto [bytes, size] = ReadAhead(pvio);
    auto reader =
        Direct(connection.socket(), connection.interrupt(), {bytes, size}, budget, chunk_bytes);
    if (size > 0) pvio->cache_pos += size;
    return reader;
  }
  return std::make_unique<LibraryReader>(connection, std::move(budget), chunk_bytes);
}

std::unique_ptr<PacketReader> PacketReader::Direct(int socket, const Interrupt& interrupt,
                                                   std::span<const uint8_t> read_ahead,
                                                   std::shared_ptr<model::MemoryBudget> budget,
                                                   size_t chunk_bytes) {
  return std::make_unique<DirectReader>(socket, interrupt, read_ahead, std::move(budget),
                                        chunk_bytes);
}

}  // namespace towpath::mysql
