// FaultingProxy: stands between a client and a server on 127.0.0.1 and fails as it is told to.
//
//   FaultingProxy proxy(server.port());
//   proxy.CutAfter(1000, FaultingProxy::End::kReset);   // each connection from now on
//   ... connect to proxy.port() ...
//   proxy.Stall();   // half-open: nothing moves, nothing ends
//   proxy.Pass();    // everything works again, also what was stalled
//
// The bytes are not looked at, so TLS is no different. What a lossy network does to TCP is played
// by Lose: bytes arrive in small pieces and with pauses as long as retransmissions take. (A kernel
// with netem could lose real packets; many, and those of containers, are built without.)
//
// Thread safety: every call may be made from any thread.
#ifndef TOWPATH_TESTS_SUPPORT_FAULTING_PROXY_H_
#define TOWPATH_TESTS_SUPPORT_FAULTING_PROXY_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>

namespace towpath::test {

class FaultingProxy {
 public:
  // How a connection ends: kReset as when a host or a process dies, kOrderly as when it closes.
  enum class End : uint8_t { kReset, kOrderly };

  // Throws std::runtime_error where nothing can listen.
  explicit FaultingProxy(uint16_t server_port, uint64_t seed = 0);
  ~FaultingProxy();  // resets what is open
  FaultingProxy(const FaultingProxy&) = delete;
  FaultingProxy& operator=(const FaultingProxy&) = delete;

  uint16_t port() const { return port_; }

  // Ends every fault, those of open connections too. What was stalled goes on.
  void Pass();

  // --- of the connections that are open ---

  // Both sides of each.
  void Cut(End end);

  // --- of the connections that are opened from now on ---

  // Each ends when so many bytes came from the server; not one more reaches the client.
  void CutAfter(uint64_t bytes, End end);
  // The first ends at byte `first`, and each later one `step` bytes further on.
  void CutFurtherEachTime(uint64_t first, uint64_t step, End end);
  // Each stands still then, both ways, and stays open.
  void StallAfter(uint64_t bytes);
  // Nobody listens.
  void Refuse();

  // --- of both ---

  // Nothing moves. Connections stay open, and are accepted by nobody but the kernel.
  void Stall();
  // Bytes a second, of each connection and direction.
  void Throttle(uint64_t bytes);
  // Each piece is held for so long.
  void Delay(std::chrono::milliseconds time);
  // Small pieces, and after one in sixteen a pause of 20 to 400 ms.
  void Lose();

  // --- what happened ---

  // Connections accepted so far.
  uint64_t connections() const;
  // How many of them are at the end of StallAfter.
  uint64_t stalled() const;
  // Bytes from the server that were passed on by the newest connection.
  uint64_t newest_from_server() const;
  // Where the next connection ends, with CutAfter and CutFurtherEachTime.
  uint64_t next_cut() const;
  // Waits until there were so many connections; false after `patience`.
  bool AwaitConnections(uint64_t count, std::chrono::milliseconds patience) const;
  // The same for stalled ones.
  bool AwaitStalled(uint64_t count, std::chrono::milliseconds patience) const;

 private:
  using Clock = std::chrono::steady_clock;

  struct Pipe {
    int from = -1;
    int to = -1;
    std::string bytes;  // received and not passed on
    bool ended = false;
    uint64_t passed = 0;
    Clock::time_point gate;  // nothing is passed on before
  };
  struct Limit {
    uint64_t bytes = 0;
    bool stalls = false;
    End end = End::kReset;
    uint64_t step = 0;  // added for each connection
  };
  struct Link {
    int client = -1;
    int server = -1;
    Pipe up;
    Pipe down;  // from the server
    std::optional<Limit> limit;
    bool stalled = false;
    std::optional<End> over;
  };
  struct Fault {
    bool refuse = false;
    bool stall = false;
    bool lose = false;
    uint64_t rate = 0;  // 0: no limit
    std::chrono::milliseconds delay{0};
    std::optional<Limit> limit;
  };

  template <typename Change>
  void Set(Change change);
  void Run();
  void Wake() const;
  void Listen();
  void Accept();
  void ReachedLimit(Link& link);
  void Receive(Link& link, Pipe& pipe) const;
  void Send(Link& link, Pipe& pipe);
  static void Close(Link& link, End end);

  const uint16_t server_port_;
  uint16_t port_ = 0;
  int wake_ = -1;
  mutable std::mutex mutex_;
  mutable std::condition_variable happened_;
  Fault fault_;
  std::optional<End> cut_;
  std::list<Link> links_;
  int listener_ = -1;
  uint64_t connections_ = 0;
  uint64_t stalled_ = 0;
  uint64_t newest_from_server_ = 0;
  bool stopping_ = false;
  std::mt19937_64 random_;
  std::thread thread_;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_FAULTING_PROXY_H_
