// The store `memory:`: records that live as long as the object and are shared with nobody else.
#ifndef TOWPATH_LIB_STORE_MEMORY_STORE_H_
#define TOWPATH_LIB_STORE_MEMORY_STORE_H_

#include <memory>

#include "store/store.h"

namespace towpath::store {

std::shared_ptr<Store> NewMemoryStore();

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_MEMORY_STORE_H_
