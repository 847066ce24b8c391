// Random: a seeded source of choices for tests, the same on every run from the same seed.
//
// The standard's engine is exact about its output but its distributions are not, so the choices are
// made here.
#ifndef TOWPATH_TESTS_SUPPORT_RANDOM_H_
#define TOWPATH_TESTS_SUPPORT_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

namespace towpath::test {

class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}

  uint64_t Bits() { return engine_(); }
  // 0 to n - 1; n > 0. The bias of a remainder does not matter here.
  uint64_t Below(uint64_t n) { return engine_() % n; }
  // low to high, both included.
  int64_t Between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(Below(static_cast<uint64_t>(high - low) + 1));
  }
  bool Chance(unsigned percent) { return Below(100) < percent; }

  template <typename T>
  const T& Pick(const std::vector<T>& from) {
    return from[Below(from.size())];
  }
  template <typename T>
  T Pick(std::initializer_list<T> from) {
    return *(from.begin() + Below(from.size()));
  }

  std::string Bytes(size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(engine_() >> 56);
    return bytes;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_RANDOM_H_
