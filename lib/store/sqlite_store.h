// The store `sqlite:PATH`: an SQLite database, the default.
//
// PATH       the database, in WAL mode with synchronous=FULL: a save that returned survives power
//            cuts. SQLite keeps PATH-wal and PATH-shm beside it.
// PATH-lock  the lock file: byte 0 while a store is being made, another byte for each record that
//            is held (store/file_lock.h).
// The file says what it is by application_id "TwPh" and its format by user_version; records are
// rows of table `record`, whose columns are store/record_fields.h, and schema histories rows of
// table `schema_change` (store/sqlite_schema_log.h). Format 1, which had no such table,
// and format 2, which had fewer columns, are brought to 3 when they are opened.
#ifndef TOWPATH_LIB_STORE_SQLITE_STORE_H_
#define TOWPATH_LIB_STORE_SQLITE_STORE_H_

#include <memory>
#include <string>

#include "store/store.h"

namespace towpath::store {

inline constexpr int kSqliteApplicationId = 0x54775068;  // "TwPh"
inline constexpr int kSqliteFormatVersion = 3;

// Makes the file if there is none; never its folder. kNotFound, kNotAStore, kStore.
Result<std::shared_ptr<Store>> OpenSqliteStore(const std::string& named_path);

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_SQLITE_STORE_H_
