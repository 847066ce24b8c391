#include "mysql/interrupt.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "tests/catch.h"

namespace towpath::mysql {
namespace {

using std::chrono::milliseconds;
using Wait = Interrupt::Wait;

struct Pair {
  Pair() { REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0); }
  ~Pair() {
    for (const int end : ends) close(end);
  }
  std::array<int, 2> ends{};
};

TEST_CASE("interrupt: waits for what was asked") {
  Interrupt interrupt;
  Pair pair;
  CHECK(interrupt.WaitFor(pair.ends[0], true, milliseconds(0)) == Wait::kTimeout);
  CHECK(interrupt.WaitFor(pair.ends[0], false, milliseconds(-1)) == Wait::kReady);
  REQUIRE(write(pair.ends[1], "x", 1) == 1);
  CHECK(interrupt.WaitFor(pair.ends[0], true, milliseconds(-1)) == Wait::kReady);
  CHECK(interrupt.Sleep(milliseconds(1)) == Wait::kTimeout);
}

TEST_CASE("interrupt: ends a wait without limit") {
  Interrupt interrupt;
  Pair pair;
  std::thread other([&] { interrupt.Trigger(); });
  CHECK(interrupt.WaitFor(pair.ends[0], true, milliseconds(-1)) == Wait::kTriggered);
  other.join();
  CHECK(interrupt.triggered());
  CHECK(interrupt.Sleep(milliseconds(-1)) == Wait::kTriggered);
}

TEST_CASE("interrupt: ends a read blocked in the kernel") {
  Interrupt interrupt;
  Pair pair;
  const int duplicate = interrupt.Attach(pair.ends[0]);
  REQUIRE(duplicate >= 0);
  std::thread other([&] { interrupt.Trigger(); });
  char byte = 0;
  CHECK(read(pair.ends[0], &byte, 1) == 0);
  other.join();
  interrupt.Detach(duplicate);
}

TEST_CASE("interrupt: a socket attached too late is shut down at once") {
  Interrupt interrupt;
  interrupt.Trigger();
  interrupt.Trigger();
  Pair pair;
  const int duplicate = interrupt.Attach(pair.ends[0]);
  char byte = 0;
  CHECK(read(pair.ends[0], &byte, 1) == 0);
  interrupt.Detach(duplicate);
}

TEST_CASE("interrupt: a detached socket is left alone") {
  Interrupt interrupt;
  Pair pair;
  interrupt.Detach(interrupt.Attach(pair.ends[0]));
  interrupt.Detach(-1);
  interrupt.Trigger();
  REQUIRE(write(pair.ends[1], "x", 1) == 1);
  char byte = 0;
  CHECK(read(pair.ends[0], &byte, 1) == 1);
}

}  // namespace
}  // namespace towpath::mysql
