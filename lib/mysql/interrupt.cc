#include "mysql/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

namespace towpath::mysql {

Interrupt::Interrupt() : event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Interrupt::~Interrupt() {
  for (const int socket : sockets_) close(socket);
  if (event_ >= 0) close(event_);
}

void Interrupt::Trigger() {
  triggered_.store(true, std::memory_order_release);
  if (event_ >= 0) {
    const uint64_t one = 1;
    // Fails only when the counter is at its limit, that is, readable already.
    [[maybe_unused]] const ssize_t written = write(event_, &one, sizeof one);
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const int socket : sockets_) shutdown(socket, SHUT_RDWR);
}

int Interrupt::Attach(int socket) {
  const int duplicate = fcntl(socket, F_DUPFD_CLOEXEC, 0);
  if (duplicate < 0) return -1;
  const std::lock_guard<std::mutex> lock(mutex_);
  sockets_.push_back(duplicate);
  // Trigger may have passed before the socket was in the list.
  if (triggered()) shutdown(duplicate, SHUT_RDWR);
  return duplicate;
}

void Interrupt::Break(int duplicate) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (std::find(sockets_.begin(), sockets_.end(), duplicate) == sockets_.end()) return;
  shutdown(duplicate, SHUT_RDWR);
}

void Interrupt::Detach(int duplicate) {
  if (duplicate < 0) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = std::find(sockets_.begin(), sockets_.end(), duplicate);
  if (found == sockets_.end()) return;
  sockets_.erase(found);
  close(duplicate);
}

Interrupt::Wait Interrupt::WaitFor(int socket, bool readable,
                                   std::chrono::milliseconds timeout) const {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + timeout;
  for (;;) {
    if (triggered()) return Wait::kTriggered;
    pollfd fds[2] = {{event_, POLLIN, 0},
                     {socket, static_cast<int16_t>(readable ? POLLIN : POLLOUT), 0}};
    int wait_ms = -1;
    if (timeout.count() >= 0) {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
      wait_ms = static_cast<int>(std::clamp<int64_t>(left, 0, INT32_MAX));
    }
    const int ready = poll(fds, 2, wait_ms);
    if (ready < 0 && errno == EINTR) continue;
    if (triggered()) return Wait::kTriggered;
    if (ready < 0 || fds[1].revents != 0) return Wait::kReady;  // an error shows in the next call
    if (ready == 0) return Wait::kTimeout;
  }
}

}  // namespace towpath::mysql
