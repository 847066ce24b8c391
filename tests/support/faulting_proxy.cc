#include "tests/support/faulting_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <vector>

namespace towpath::test {
namespace {

using std::chrono::milliseconds;

// Small, so that a client that does not read is felt by the server.
constexpr size_t kBufferBytes = 64 << 10;

sockaddr_in Loopback(uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

void SetNoDelay(int socket) {
  const int on = 1;
  (void)setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

// A listening socket of 127.0.0.1, or -1.
int ListenOn(uint16_t port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int on = 1;
  (void)setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  const sockaddr_in address = Loopback(port);
  if (bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      listen(listener, 64) == 0) {
    return listener;
  }
  close(listener);
  return -1;
}

int ConnectTo(uint16_t port) {
  const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = Loopback(port);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    return server;
  }
  close(server);
  return -1;
}

void CloseSocket(int socket, bool reset) {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  if (reset) (void)setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close(socket);
}

}  // namespace

FaultingProxy::FaultingProxy(uint16_t server_port, uint64_t seed)
    : server_port_(server_port), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), random_(seed) {
  // Below the range from which the kernel takes ports for outgoing connections, so that the port is
  // still free when Refuse has ended.
  std::mt19937 port(std::random_device{}());
  for (int attempt = 0; attempt < 500 && listener_ < 0; ++attempt) {
    port_ = static_cast<uint16_t>(10000 + port() % 10000);
    listener_ = ListenOn(port_);
  }
  if (listener_ < 0 || wake_ < 0) throw std::runtime_error("the faulting proxy can not listen");
  thread_ = std::thread([this] { Run(); });
}

FaultingProxy::~FaultingProxy() {
  Set([this] { stopping_ = true; });
  thread_.join();
  for (Link& link : links_) Close(link, End::kReset);
  if (listener_ >= 0) close(listener_);
  close(wake_);
}

template <typename Change>
void FaultingProxy::Set(Change change) {
  {
    const std::lock_guard lock(mutex_);
    change();
  }
  Wake();
}

void FaultingProxy::Wake() const {
  const uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(wake_, &one, sizeof one);
}

void FaultingProxy::Pass() {
  Set([this] {
    fault_ = Fault();
    for (Link& link : links_) {
      link.limit.reset();
      link.stalled = false;
      link.up.gate = link.down.gate = Clock::time_point();
    }
    stalled_ = 0;
    if (listener_ < 0) Listen();
  });
}
void FaultingProxy::Cut(End end) {
  Set([&, this] {
    for (Link& link : links_) link.over = end;
  });
}
void FaultingProxy::CutAfter(uint64_t bytes, End end) {
  Set([&, this] { fault_.limit = Limit{.bytes = bytes, .stalls = false, .end = end}; });
}
void FaultingProxy::CutFurtherEachTime(uint64_t first, uint64_t step, End end) {
  Set([&, this] {
    fault_.limit = Limit{.bytes = first, .stalls = false, .end = end, .step = step};
  });
}
void FaultingProxy::StallAfter(uint64_t bytes) {
  Set([&, this] { fault_.limit = Limit{.bytes = bytes, .stalls = true}; });
}
void FaultingProxy::Refuse() {
  Set([this] {
    fault_.refuse = true;
    if (listener_ >= 0) close(listener_);
    listener_ = -1;
  });
}
void FaultingProxy::Stall() {
  Set([this] { fault_.stall = true; });
}
void FaultingProxy::Throttle(uint64_t bytes) {
  Set([&, this] { fault_.rate = bytes; });
}
void FaultingProxy::Delay(milliseconds time) {
  Set([&, this] { fault_.delay = time; });
}
void FaultingProxy::Lose() {
  Set([this] { fault_.lose = true; });
}

uint64_t FaultingProxy::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}
uint64_t FaultingProxy::stalled() const {
  const std::lock_guard lock(mutex_);
  return stalled_;
}
uint64_t FaultingProxy::newest_from_server() const {
  const std::lock_guard lock(mutex_);
  return newest_from_server_;
}
uint64_t FaultingProxy::next_cut() const {
  const std::lock_guard lock(mutex_);
  return fault_.limit ? fault_.limit->bytes : 0;
}
bool FaultingProxy::AwaitConnections(uint64_t count, milliseconds patience) const {
  std::unique_lock lock(mutex_);
  return happened_.wait_for(lock, patience, [&] { return connections_ >= count; });
}
bool FaultingProxy::AwaitStalled(uint64_t count, milliseconds patience) const {
  std::unique_lock lock(mutex_);
  return happened_.wait_for(lock, patience, [&] { return stalled_ >= count; });
}

// The port may be taken for a moment by what was refused; who connects meanwhile is refused again.
void FaultingProxy::Listen() { listener_ = ListenOn(port_); }

void FaultingProxy::Accept() {
  const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  ++connections_;
  newest_from_server_ = 0;
  happened_.notify_all();
  const int server = ConnectTo(server_port_);
  if (server < 0) {
    CloseSocket(client, true);
    return;
  }
  SetNoDelay(client);
  SetNoDelay(server);
  Link& link = links_.emplace_back();
  link.client = client;
  link.server = server;
  link.up.from = link.down.to = client;
  link.up.to = link.down.from = server;
  link.limit = fault_.limit;
  if (fault_.limit) fault_.limit->bytes += fault_.limit->step;
  if (link.limit && link.limit->bytes == 0) ReachedLimit(link);
}

void FaultingProxy::ReachedLimit(Link& link) {
  if (!link.limit->stalls) {
    link.over = link.limit->end;
    return;
  }
  link.stalled = true;
  ++stalled_;
  happened_.notify_all();
}

void FaultingProxy::Receive(Link& link, Pipe& pipe) const {
  std::array<char, kBufferBytes> buffer;
  const size_t room = kBufferBytes - pipe.bytes.size();
  const ssize_t n = recv(pipe.from, buffer.data(), room, MSG_DONTWAIT);
  if (n > 0) {
    if (pipe.bytes.empty() && fault_.delay.count() > 0) {
      pipe.gate = std::max(pipe.gate, Clock::now() + fault_.delay);
    }
    pipe.bytes.append(buffer.data(), static_cast<size_t>(n));
  } else if (n == 0) {
    pipe.ended = true;
  } else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
    link.over = End::kReset;
  }
}

void FaultingProxy::Send(Link& link, Pipe& pipe) {
  uint64_t size = pipe.bytes.size();
  if (fault_.rate > 0) size = std::min(size, std::max<uint64_t>(1, fault_.rate / 50));
  if (fault_.lose) size = std::min<uint64_t>(size, 1 + random_() % 1400);
  const bool down = &pipe == &link.down;
  if (down && link.limit) size = std::min(size, link.limit->bytes - pipe.passed);
  const ssize_t n = send(pipe.to, pipe.bytes.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (n < 0) {
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) link.over = End::kReset;
    return;
  }
  pipe.bytes.erase(0, static_cast<size_t>(n));
  pipe.passed += static_cast<uint64_t>(n);
  if (fault_.rate > 0) {
    pipe.gate = Clock::now() + std::chrono::microseconds(1'000'000 * n / fault_.rate);
  }
  if (fault_.lose && random_() % 16 == 0) {
    pipe.gate = Clock::now() + milliseconds(20 + random_() % 380);
  }
  if (!down) return;
  if (&link == &links_.back()) newest_from_server_ = pipe.passed;
  if (link.limit && pipe.passed == link.limit->bytes) ReachedLimit(link);
}

void FaultingProxy::Close(Link& link, End end) {
  CloseSocket(link.client, end == End::kReset);
  CloseSocket(link.server, end == End::kReset);
}

void FaultingProxy::Run() {
  struct Watched {
    Link* link;
    Pipe* pipe;
    bool reads;
  };
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    for (auto link = links_.begin(); link != links_.end();) {
      const bool drained = link->up.bytes.empty() && link->down.bytes.empty();
      if (!link->over && drained && (link->up.ended || link->down.ended)) {
        link->over = End::kOrderly;
      }
      if (link->over) {
        Close(*link, *link->over);
        link = links_.erase(link);
      } else {
        ++link;
      }
    }
    std::vector<pollfd> sockets{{wake_, POLLIN, 0}};
    std::vector<Watched> watched{{nullptr, nullptr, true}};
    auto timeout = milliseconds(-1);
    const auto now = Clock::now();
    if (listener_ < 0 && !fault_.refuse) {
      Listen();
      if (listener_ < 0) timeout = milliseconds(10);
    }
    if (listener_ >= 0 && !fault_.stall) {
      sockets.push_back({listener_, POLLIN, 0});
      watched.push_back({nullptr, nullptr, true});
    }
    for (Link& link : links_) {
      if (fault_.stall || link.stalled) continue;
      for (Pipe* pipe : {&link.up, &link.down}) {
        if (!pipe->ended && pipe->bytes.size() < kBufferBytes) {
          sockets.push_back({pipe->from, POLLIN, 0});
          watched.push_back({&link, pipe, true});
        }
        if (pipe->bytes.empty()) continue;
        if (pipe->gate > now) {
          const auto left = std::chrono::ceil<milliseconds>(pipe->gate - now);
          timeout = timeout.count() < 0 ? left : std::min(timeout, left);
          continue;
        }
        sockets.push_back({pipe->to, POLLOUT, 0});
        watched.push_back({&link, pipe, false});
      }
    }
    lock.unlock();
    (void)poll(sockets.data(), sockets.size(), static_cast<int>(timeout.count()));
    lock.lock();
    if (sockets[0].revents != 0) {
      uint64_t count = 0;
      [[maybe_unused]] const ssize_t n = read(wake_, &count, sizeof count);
      continue;  // something was told: look again at what is to be watched
    }
    for (size_t i = 1; i < sockets.size(); ++i) {
      if (sockets[i].revents == 0) continue;
      const Watched& what = watched[i];
      if (what.link == nullptr) {
        Accept();
      } else if (what.link->over || what.link->stalled) {
        continue;
      } else if (what.reads) {
        Receive(*what.link, *what.pipe);
      } else {
        Send(*what.link, *what.pipe);
      }
    }
  }
}

}  // namespace towpath::test
