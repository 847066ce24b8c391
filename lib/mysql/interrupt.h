// Interrupt: ends blocked network calls from another thread, promptly and without a race.
//
// Whoever connects or reads attaches its socket; Trigger shuts every attached socket down, so that
// a read blocked in the kernel, also one inside the TLS library, returns at once. An attached
// socket is a duplicate: Connector/C closes its own descriptor when a connection fails, and the
// number may then belong to somebody else.
//
// Thread safety: Trigger, triggered and Break from any thread; the rest from the thread that
// connects.
#ifndef TOWPATH_LIB_MYSQL_INTERRUPT_H_
#define TOWPATH_LIB_MYSQL_INTERRUPT_H_

#include <atomic>
#include <chrono>
#include <mutex>
#include <vector>

namespace towpath::mysql {

class Interrupt {
 public:
  enum class Wait { kReady, kTimeout, kTriggered };

  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // False when the system had no descriptor for it; then it wakes nobody who waits.
  bool usable() const { return event_ >= 0; }

  // Once and for all: what is attached later is shut down as well.
  void Trigger();
  bool triggered() const { return triggered_.load(std::memory_order_acquire); }

  // The duplicate of `socket` that Trigger shuts down, or -1 when there are no descriptors left.
  int Attach(int socket);
  // Shuts that one down, if it is attached still; what waits for it finds a lost connection. From
  // any thread.
  void Break(int duplicate);
  // Closes the duplicate; -1 is ignored.
  void Detach(int duplicate);

  // Waits until the socket is readable (or writable, or broken). A negative timeout: no limit.
  Wait WaitFor(int socket, bool readable, std::chrono::milliseconds timeout) const;
  // Sleeps; kTimeout or kTriggered.
  Wait Sleep(std::chrono::milliseconds timeout) const { return WaitFor(-1, true, timeout); }

 private:
  std::atomic<bool> triggered_{false};
  int event_ = -1;  // an eventfd: readable once triggered
  std::mutex mutex_;
  std::vector<int> sockets_;  // guarded by mutex_
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_INTERRUPT_H_
