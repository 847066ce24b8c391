// A FaultingProxy as a program: prints its port, then does what it is told, a line each.
//
//   proxy SERVER_PORT SEED
//
//   pass | cut reset|orderly | cut-after BYTES reset|orderly | stall-after BYTES | stall | refuse |
//   throttle BYTES_PER_SECOND | delay MS | lose
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>

#include "tests/support/faulting_proxy.h"

namespace {

using towpath::test::FaultingProxy;

bool Obey(FaultingProxy& proxy, const std::string& line) {
  std::istringstream words(line);
  std::string what;
  words >> what;
  uint64_t number = 0;
  if (what == "cut-after" || what == "stall-after" || what == "throttle" || what == "delay") {
    words >> number;
  }
  std::string how;
  words >> how;
  const auto end = how == "reset" ? FaultingProxy::End::kReset : FaultingProxy::End::kOrderly;
  if (what == "pass") {
    proxy.Pass();
  } else if (what == "cut") {
    proxy.Cut(end);
  } else if (what == "cut-after") {
    proxy.CutAfter(number, end);
  } else if (what == "stall-after") {
    proxy.StallAfter(number);
  } else if (what == "stall") {
    proxy.Stall();
  } else if (what == "refuse") {
    proxy.Refuse();
  } else if (what == "throttle") {
    proxy.Throttle(number);
  } else if (what == "delay") {
    proxy.Delay(std::chrono::milliseconds(number));
  } else if (what == "lose") {
    proxy.Lose();
  } else {
    return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    FaultingProxy proxy(static_cast<uint16_t>(std::strtoul(argv[1], nullptr, 10)),
                        std::strtoull(argv[2], nullptr, 10));
    std::cout << proxy.port() << std::endl;
    // Ends with its input: whoever started it is gone then.
    for (std::string line; std::getline(std::cin, line);) {
      if (!Obey(proxy, line)) {
        std::cerr << "proxy: unknown command \"" << line << "\"\n";
        return 2;
      }
    }
  } catch (const std::exception& error) {
    std::cerr << "proxy: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
