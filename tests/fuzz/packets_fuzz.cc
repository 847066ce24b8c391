// Packets of a dump: a byte for the size of chunks, one for how many bytes were read ahead, then
// what the server sends before it closes.
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "mysql/packet_reader.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  using mysql::PacketReader;
  test::FuzzInput input(data, size);
  const size_t chunk_bytes = size_t{128} << (input.Byte() & 7);
  const size_t wanted = input.Byte();
  auto sent = input.Rest();
  const auto ahead = sent.first(std::min(wanted, sent.size()));
  sent = sent.subspan(ahead.size());

  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) std::abort();
  // An input is smaller than a socket's buffer.
  if (send(ends[1], sent.data(), sent.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(sent.size()))
    std::abort();
  close(ends[1]);
  static const mysql::Interrupt interrupt;
  const auto budget = std::make_shared<model::MemoryBudget>();
  const auto reader = PacketReader::Direct(ends[0], interrupt, ahead, budget, chunk_bytes);
  size_t events = 0;
  size_t bytes = 0;
  std::vector<std::pair<model::Frame, std::vector<uint8_t>>> kept;
  for (;;) {
    model::Frame frame;
    const auto kind = reader->Next(std::chrono::seconds(1), &frame);
    if (kind == PacketReader::Kind::kSilent || kind == PacketReader::Kind::kInterrupted)
      __builtin_trap();  // it is closed
    if (kind == PacketReader::Kind::kMalformed && reader->text().empty()) __builtin_trap();
    if (kind != PacketReader::Kind::kEvent) break;
    // 4 bytes and the mark before each.
    bytes += 5 + frame.bytes.size();
    if (bytes > size) __builtin_trap();
    if (++events % 3 == 0)
      kept.emplace_back(frame, std::vector(frame.bytes.begin(), frame.bytes.end()));
  }
  // What is kept stays as it was.
  for (const auto& [frame, copy] : kept)
    if (!std::equal(copy.begin(), copy.end(), frame.bytes.begin(), frame.bytes.end()))
      __builtin_trap();
  close(ends[0]);
  return 0;
}
