#include "tests/live/fake_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "tests/catch.h"

namespace towpath::live {

FakeClient::~FakeClient() { close(socket_); }

void FakeClient::Send(std::string_view payload, uint8_t number, size_t size) const {
  std::string bytes;
  for (int shift = 0; shift < 24; shift += 8) {
    bytes += static_cast<char>(payload.size() >> shift & 0xff);
  }
  bytes += static_cast<char>(number);
  bytes += payload;
  bytes.resize(std::min(size, bytes.size()));
  [[maybe_unused]] const ssize_t n = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

std::string FakeClient::Receive() const {
  std::array<char, 65536> buffer;
  const ssize_t n = recv(socket_, buffer.data(), buffer.size(), 0);
  return n <= 0 ? "" : std::string(buffer.data(), static_cast<size_t>(n));
}

std::string FakeClient::ReceiveAll() const {
  std::string all;
  for (std::string part = Receive(); !part.empty(); part = Receive()) all += part;
  return all;
}

std::string GreetingPayload(uint32_t capabilities, const std::string& plugin,
                            const std::string& version) {
  std::string payload;
  payload += '\x0a';
  payload += version;
  payload += '\0';
  payload += std::string("\x01\0\0\0", 4);  // thread id
  payload += "12345678";                    // scramble, first part
  payload += '\0';
  payload += static_cast<char>(capabilities & 0xff);
  payload += static_cast<char>(capabilities >> 8 & 0xff);
  payload += '\xff';                    // collation
  payload += std::string("\x02\0", 2);  // status
  payload += static_cast<char>(capabilities >> 16 & 0xff);
  payload += static_cast<char>(capabilities >> 24 & 0xff);
  payload += '\x15';  // length of the scramble
  payload += std::string(10, '\0');
  payload += "123456789012";  // scramble, second part
  payload += '\0';
  payload += plugin;
  payload += '\0';
  return payload;
}

FakeServer::FakeServer(Script script) : script_(std::move(script)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  REQUIRE(listener_ >= 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(listen(listener_, 16) == 0);
  socklen_t size = sizeof address;
  REQUIRE(getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  port_ = ntohs(address.sin_port);
  if (script_) thread_ = std::thread([this] { Run(); });
}

FakeServer::~FakeServer() {
  // Wakes accept; a script ends when its client goes, which the test sees to.
  shutdown(listener_, SHUT_RDWR);
  if (thread_.joinable()) thread_.join();
  close(listener_);
}

void FakeServer::Run() {
  for (;;) {
    const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) return;
    FakeClient client(socket);
    script_(connections_++, client);
  }
}

}  // namespace towpath::live
