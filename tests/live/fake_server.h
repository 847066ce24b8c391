// FakeServer: a listening socket that plays the parts of a server no real one would.
#ifndef TOWPATH_TESTS_LIVE_FAKE_SERVER_H_
#define TOWPATH_TESTS_LIVE_FAKE_SERVER_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace towpath::live {

// One accepted connection.
class FakeClient {
 public:
  explicit FakeClient(int socket) : socket_(socket) {}
  ~FakeClient();
  FakeClient(const FakeClient&) = delete;
  FakeClient& operator=(const FakeClient&) = delete;

  // As one packet; `size` cuts it short.
  void Send(std::string_view payload, uint8_t number, size_t size = SIZE_MAX) const;
  // The next bytes the client sends; "" when it has closed the connection.
  std::string Receive() const;
  // Everything until it closes the connection.
  std::string ReceiveAll() const;

 private:
  const int socket_;
};

// The first packet of a server, for the plugin named; `capabilities` as in the protocol.
std::string GreetingPayload(uint32_t capabilities, const std::string& plugin,
                            const std::string& version = "8.0.99-fake");

inline constexpr uint32_t kClientSsl = 0x800;
// What every server since 4.1 can do, authentication plugins included; no TLS.
inline constexpr uint32_t kPlainCapabilities = 0x000aa20d | 0x80000;

class FakeServer {
 public:
  using Script = std::function<void(int connection, FakeClient& client)>;

  // Accepts connections one after the other and runs the script for each, which is told how many
  // there were before. An empty script: never accepts.
  explicit FakeServer(Script script = {});
  ~FakeServer();  // waits for the running script, which ends when its client is gone
  FakeServer(const FakeServer&) = delete;
  FakeServer& operator=(const FakeServer&) = delete;

  uint16_t port() const { return port_; }
  int connections() const { return connections_; }  // accepted so far

 private:
  void Run();

  Script script_;
  int listener_ = -1;
  uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::thread thread_;
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_FAKE_SERVER_H_
