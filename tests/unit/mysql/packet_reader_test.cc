#include "mysql/packet_reader.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/catch.h"

namespace towpath::mysql {
namespace {

using std::chrono::milliseconds;
using Kind = PacketReader::Kind;

constexpr milliseconds kForever{-1};
constexpr size_t kFull = 0xffffff;

// Both ends of a connection: the test writes packets into one, the reader reads the other.
struct Wire {
  Wire() { REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0); }
  ~Wire() {
    close(ends[0]);
    CloseSender();
  }
  void CloseSender() {
    if (ends[1] >= 0) close(ends[1]);
    ends[1] = -1;
  }
  // False once the reader's end is closed.
  bool Send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t n = send(ends[1], bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(n));
    }
    return true;
  }
  std::unique_ptr<PacketReader> Reader(size_t chunk_bytes = 64 * 1024,
                                       std::string_view read_ahead = {},
                                       std::shared_ptr<model::MemoryBudget> budget = nullptr) {
    return PacketReader::Direct(
        ends[0], interrupt,
        {reinterpret_cast<const uint8_t*>(read_ahead.data()), read_ahead.size()}, std::move(budget),
        chunk_bytes);
  }
  std::array<int, 2> ends{};
  Interrupt interrupt;
};

// A payload in as many packets as the protocol wants.
std::string Packets(std::string_view payload) {
  std::string out;
  uint8_t number = 0;
  for (;;) {
    const std::string_view part = payload.substr(0, kFull);
    out += static_cast<char>(part.size() & 0xff);
    out += static_cast<char>(part.size() >> 8 & 0xff);
    out += static_cast<char>(part.size() >> 16);
    out += static_cast<char>(number++);
    out += part;
    payload.remove_prefix(part.size());
    if (part.size() < kFull) return out;
  }
}

// An event of `size` bytes (at least 19) with its length in its header, and other bytes by `seed`.
std::string Event(size_t size, unsigned seed) {
  std::string event(size, '\0');
  for (size_t i = 0; i < size; ++i) event[i] = static_cast<char>((i * 7 + seed) >> (i % 3));
  for (size_t i = 0; i < 4; ++i) event[9 + i] = static_cast<char>(size >> (8 * i) & 0xff);
  return event;
}

std::string AsPacket(const std::string& event) { return Packets('\0' + event); }

std::string_view Text(const model::Frame& frame) {
  return {reinterpret_cast<const char*>(frame.bytes.data()), frame.bytes.size()};
}

TEST_CASE("packet reader: events around every boundary") {
  // Around the sizes at which an event gets a chunk of its own, and a packet a successor.
  std::vector<size_t> sizes = {19, 20, 21, 4094, 4095, 4096, 4097, 16382, 16383, 16384, 16385};
  for (size_t around : {kFull, 2 * kFull}) {
    for (size_t size = around - 3; size <= around + 2; ++size) sizes.push_back(size);
  }
  for (size_t size : {size_t{19}, size_t{300}}) sizes.push_back(size);
  Wire wire;
  std::thread sender([&] {
    for (size_t i = 0; i < sizes.size(); ++i) {
      wire.Send(AsPacket(Event(sizes[i], static_cast<unsigned>(i))));
    }
  });
  const auto reader = wire.Reader();
  model::Frame frame;
  for (size_t i = 0; i < sizes.size(); ++i) {
    CAPTURE(sizes[i]);
    const Kind kind = reader->Next(kForever, &frame);
    CHECK(kind == Kind::kEvent);
    CHECK((Text(frame) == Event(sizes[i], static_cast<unsigned>(i))));
    if (kind != Kind::kEvent) break;
  }
  wire.CloseSender();
  sender.join();
}

TEST_CASE("packet reader: however the bytes arrive and whoever keeps them") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Wire wire;
  std::vector<std::string> events;
  std::string bytes;
  for (unsigned i = 0; i < 3000; ++i) {
    const size_t size = random() % 40 == 0 ? 19 + random() % 30000 : 19 + random() % 400;
    events.push_back(Event(size, i));
    bytes += AsPacket(events.back());
  }
  const size_t ahead = random() % 2000;
  std::thread sender([&, pieces = std::mt19937(seed)]() mutable {
    for (size_t at = ahead; at < bytes.size();) {
      const size_t size = std::min<size_t>(1 + pieces() % 5000, bytes.size() - at);
      if (!wire.Send(std::string_view(bytes).substr(at, size))) return;
      at += size;
    }
  });
  const auto budget = std::make_shared<model::MemoryBudget>();
  const auto reader = wire.Reader(16 * 1024, std::string_view(bytes).substr(0, ahead), budget);
  std::vector<std::pair<size_t, model::Frame>> kept;
  model::Frame frame;
  for (size_t i = 0; i < events.size(); ++i) {
    REQUIRE(reader->Next(kForever, &frame) == Kind::kEvent);
    REQUIRE((Text(frame) == events[i]));
    if (random() % 10 == 0) kept.emplace_back(i, frame);
    if (random() % 50 == 0) kept.clear();
  }
  for (const auto& [i, old] : kept) CHECK((Text(old) == events[i]));
  sender.join();
  // Nothing piles up: what is not kept is the chunk in use, and the last event's.
  kept.clear();
  frame = {};
  CHECK(budget->used() <= 16 * 1024);
}

TEST_CASE("packet reader: a chunk that nobody keeps is used again") {
  Wire wire;
  const auto budget = std::make_shared<model::MemoryBudget>();
  const auto reader = wire.Reader(16 * 1024, {}, budget);
  const std::string event = Event(1000, 1);
  model::Frame frame;
  for (int i = 0; i < 100; ++i) {
    REQUIRE(wire.Send(AsPacket(event)));
    REQUIRE(reader->Next(kForever, &frame) == Kind::kEvent);
    CHECK((Text(frame) == event));
    CHECK(budget->used() == 16 * 1024);
  }
}

TEST_CASE("packet reader: ready tells of a whole packet only") {
  Wire wire;
  const std::string packet = AsPacket(Event(100, 1));
  const auto reader = wire.Reader(16 * 1024, packet + packet + packet.substr(0, 50));
  model::Frame frame;
  CHECK(reader->Ready());
  REQUIRE(reader->Next(kForever, &frame) == Kind::kEvent);
  CHECK(reader->Ready());
  REQUIRE(reader->Next(kForever, &frame) == Kind::kEvent);
  CHECK_FALSE(reader->Ready());
  CHECK(reader->Next(milliseconds(1), &frame) == Kind::kSilent);
  REQUIRE(wire.Send(packet.substr(50)));
  CHECK(reader->Next(kForever, &frame) == Kind::kEvent);
}

TEST_CASE("packet reader: errors, ends and lost links") {
  Wire wire;
  model::Frame frame;
  SECTION("an error with an SQL state") {
    REQUIRE(wire.Send(Packets("\xff\xd4\x04#HY000some text")));
    const auto reader = wire.Reader();
    CHECK(reader->Next(kForever, &frame) == Kind::kError);
    CHECK(reader->error() == 1236);
    CHECK(reader->text() == "some text");
  }
  SECTION("an error without") {
    REQUIRE(wire.Send(Packets("\xff\xd4\x04some text")));
    const auto reader = wire.Reader();
    CHECK(reader->Next(kForever, &frame) == Kind::kError);
    CHECK(reader->text() == "some text");
  }
  SECTION("an end") {
    REQUIRE(wire.Send(Packets(std::string("\xfe\0\0\x02\0", 5))));
    CHECK(wire.Reader()->Next(kForever, &frame) == Kind::kEnd);
  }
  SECTION("closed between packets") {
    wire.CloseSender();
    CHECK(wire.Reader()->Next(kForever, &frame) == Kind::kLost);
  }
  SECTION("closed inside a packet") {
    const std::string packet = AsPacket(Event(GENERATE(30, 100000), 1));
    REQUIRE(wire.Send(packet.substr(0, packet.size() - 1)));
    wire.CloseSender();
    CHECK(wire.Reader()->Next(kForever, &frame) == Kind::kLost);
  }
  SECTION("silence") { CHECK(wire.Reader()->Next(milliseconds(1), &frame) == Kind::kSilent); }
  SECTION("interrupted while waiting") {
    const auto reader = wire.Reader();
    std::thread other([&] { wire.interrupt.Trigger(); });
    CHECK(reader->Next(kForever, &frame) == Kind::kInterrupted);
    other.join();
  }
}

TEST_CASE("packet reader: bytes that can not be right") {
  Wire wire;
  std::string bytes;
  SECTION("an empty packet") { bytes = std::string(4, '\0'); }
  SECTION("an unknown kind of packet") { bytes = Packets("\x07hello"); }
  SECTION("an unknown kind of large packet") { bytes = Packets(std::string(100000, '\x07')); }
  SECTION("an error without text") { bytes = Packets("\xff"); }
  const std::string full = std::string("\xff\xff\xff\0", 4) + '\0';
  SECTION("packets of more than the event") { bytes = full + Event(100, 1); }
  SECTION("an event beyond all limits") {
    std::string event = Event(100, 1);
    event[12] = '\x7f';
    bytes = full + event;
  }
  SECTION("fewer packets than the event needs") {
    std::string event = Event(2 * kFull, 1);
    bytes = full + event.substr(0, kFull - 1) + std::string("\x05\0\0\x01", 4) + "12345";
  }
  CAPTURE(bytes.size());
  std::thread sender([&] { wire.Send(bytes); });
  model::Frame frame;
  CHECK(wire.Reader()->Next(kForever, &frame) == Kind::kMalformed);
  shutdown(wire.ends[0], SHUT_RDWR);
  sender.join();
}

TEST_CASE("packet reader: a length that lies takes no memory that did not come") {
  std::string event = Event(100, 1);
  event[12] = '\x40';  // a GiB and 100 bytes
  const std::string full = std::string("\xff\xff\xff\0", 4) + '\0';
  // The first packet's beginning, and all of it with the next one's.
  const std::string first = full + event + std::string(kFull - 1 - event.size(), 'x');
  const auto [bytes, most] = GENERATE_COPY(std::pair{full + event, kFull},
                                           std::pair{first + "\xff\xff\xff\1x", 4 * kFull});
  Wire wire;
  const auto budget = std::make_shared<model::MemoryBudget>();
  const auto reader = wire.Reader(64 * 1024, {}, budget);
  size_t used = 0;
  std::thread sender([&, &bytes = bytes] {
    wire.Send(bytes);
    // When the last byte is read there is a place for it.
    for (int unread = 1; unread > 0; std::this_thread::yield())
      if (ioctl(wire.ends[1], SIOCOUTQ, &unread) != 0) break;
    used = budget->used();
    wire.CloseSender();
  });
  model::Frame frame;
  CHECK(reader->Next(kForever, &frame) == Kind::kLost);
  sender.join();
  CHECK(used > 0);
  CHECK(used <= most + 64 * 1024);
}

}  // namespace
}  // namespace towpath::mysql
