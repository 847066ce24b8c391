// Counts allocations: a program that links allocations.cc has an operator new that counts.
#ifndef TOWPATH_TESTS_SUPPORT_ALLOCATIONS_H_
#define TOWPATH_TESTS_SUPPORT_ALLOCATIONS_H_

#include <cstddef>

namespace towpath::test {

// What the calling thread has asked operator new for so far, in calls.
size_t Allocations();

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_ALLOCATIONS_H_
