// StoreHistory: an SQLite store on a disk that fails and loses power, one history a seed.
//
// A record and a schema log are written again and again. Whatever happens, each write is there as a
// whole or not at all: one that returned OK is there; one that failed is not there while the store
// stays open, and may be there when it is opened again, unless another write returned OK meanwhile.
#ifndef TOWPATH_TESTS_SIMULATION_STORE_HISTORY_H_
#define TOWPATH_TESTS_SIMULATION_STORE_HISTORY_H_

#include <cstdint>
#include <string>
#include <vector>

namespace towpath::test {

// The failure, or "". What happens is added to `trace` when that is not null.
std::string PlayStoreHistory(uint64_t seed, std::vector<std::string>* trace);

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_STORE_HISTORY_H_
