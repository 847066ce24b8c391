#include "mysql/packet_reader.h"

#include <mysql.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <ma_pvio.h>  // needs mysql.h

#include <algorithm>
#include <cstring>
#include <utility>

namespace towpath::mysql {
namespace {

// Through Connector/C's own framing, and one copy into a chunk.
class LibraryReader : public PacketReader {
 public:
  LibraryReader(Connection& connection, std::shared_ptr<model::MemoryBudget> budget,
                size_t chunk_bytes)
      : connection_(connection), budget_(std::move(budget)), chunk_bytes_(chunk_bytes) {}

  Kind Next(std::chrono::milliseconds silence, model::Frame* frame) override {
    frame->bytes = {};
    frame->chunk.reset();
    MYSQL* mysql = connection_.handle();
    if (mysql->net.pvio == nullptr) return Lost();
    if (connection_.tls()) {
      // Bytes may wait inside the TLS library, where poll can not see them: block in the read.
      SetReceiveTimeout(silence);
    } else if (!Buffered()) {
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
      // 2000 and up are Connector/C's own errors: the link.
      return error_ >= 2000 && error_ < 3000 ? Kind::kLost : Kind::kError;
    }
    const uint8_t* payload = mysql->net.read_pos;
    if (payload[0] == 0xfe && size < 9) return Kind::kEnd;
    const size_t event_size = size - 1;
    if (chunk_ == nullptr || chunk_->capacity() - used_ < event_size) {
      if (chunk_ != nullptr && chunk_.use_count() == 1 && chunk_->capacity() >= event_size &&
          chunk_->capacity() <= 2 * chunk_bytes_) {
        used_ = 0;
      } else {
        chunk_.reset();  // before the next is allocated: at most one idle chunk is charged
        chunk_ = model::Chunk::Allocate(std::max(chunk_bytes_, event_size), budget_);
        used_ = 0;
      }
    }
    std::memcpy(chunk_->data() + used_, payload + 1, event_size);
    frame->bytes = {chunk_->data() + used_, event_size};
    frame->chunk = chunk_;
    used_ += event_size;
    return Kind::kEvent;
  }

  bool Ready() const override { return Buffered(); }

 private:
  // Whether Connector/C has read bytes ahead.
  bool Buffered() const {
    const MARIADB_PVIO* pvio = connection_.handle()->net.pvio;
    return pvio != nullptr && pvio->cache != nullptr &&
           pvio->cache_pos < pvio->cache + pvio->cache_size;
  }

  void SetReceiveTimeout(std::chrono::milliseconds timeout) {
    if (timeout == receive_timeout_) return;
    receive_timeout_ = timeout;
    timeval time{};
    time.tv_sec = timeout.count() / 1000;
    time.tv_usec = timeout.count() % 1000 * 1000;
    setsockopt(connection_.socket(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  }

  Kind Lost() {
    error_ = 2013;
    text_ = "Lost connection to server";
    return Kind::kLost;
  }

  Connection& connection_;
  std::shared_ptr<model::MemoryBudget> budget_;
  const size_t chunk_bytes_;
  std::shared_ptr<model::Chunk> chunk_;
  size_t used_ = 0;
  std::chrono::milliseconds receive_timeout_{-1};
};

}  // namespace

std::unique_ptr<PacketReader> PacketReader::Create(Connection& connection,
                                                   std::shared_ptr<model::MemoryBudget> budget,
                                                   size_t chunk_bytes) {
  return std::make_unique<LibraryReader>(connection, std::move(budget), chunk_bytes);
}

}  // namespace towpath::mysql
