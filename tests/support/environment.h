// Numbers that change how much a test does, or repeat what it did: from the environment.
#ifndef TOWPATH_TESTS_SUPPORT_ENVIRONMENT_H_
#define TOWPATH_TESTS_SUPPORT_ENVIRONMENT_H_

#include <cstdint>
#include <cstdlib>

#include "model/text.h"
#include "tests/catch.h"

namespace towpath::test {

// The variable's value, or `otherwise` when it is not set. Anything but a number fails the test.
inline uint64_t FromEnvironment(const char* name, uint64_t otherwise) {
  const char* text = std::getenv(name);
  if (text == nullptr) return otherwise;
  const auto number = model::ParseNumber<uint64_t>(text);
  if (!number) FAIL(name << " is \"" << text << "\", not a number");
  return *number;
}

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_ENVIRONMENT_H_
