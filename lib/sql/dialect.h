// Dialect: how a server reads the text of a statement: its flavour, version and sql_mode.
#ifndef TOWPATH_LIB_SQL_DIALECT_H_
#define TOWPATH_LIB_SQL_DIALECT_H_

#include <cstdint>

#include "towpath/gtid.h"

namespace towpath::sql {

// Bits of sql_mode that change how a statement is read; the same in both servers, and as the QUERY
// event's status variable 1 has them.
inline constexpr uint64_t kModeRealAsFloat = 1u << 0;
inline constexpr uint64_t kModeAnsiQuotes = 1u << 2;
inline constexpr uint64_t kModeOracle = 1u << 9;  // MariaDB; MySQL until 5.7 (without effect here)
inline constexpr uint64_t kModeMaxDb = 1u << 12;  // MariaDB: TIMESTAMP is DATETIME
inline constexpr uint64_t kModeNoBackslashEscapes = 1u << 20;
inline constexpr uint64_t kModeStrictTransTables = 1u << 21;
inline constexpr uint64_t kModeStrictAllTables = 1u << 22;

struct Dialect {
  Flavor flavor = Flavor::kUnknown;  // unknown: what either server would execute is read
  uint32_t version = 0;              // major << 16 | minor << 8 | patch; 0: the newest
  uint64_t sql_mode = 0;

  bool mariadb() const { return flavor == Flavor::kMariadb; }
  bool mysql() const { return flavor == Flavor::kMysql; }
  bool Has(uint64_t mode) const { return (sql_mode & mode) != 0; }
  bool oracle() const { return mariadb() && Has(kModeOracle); }
  // Whether the server is at least this version of its flavour.
  bool AtLeast(uint32_t major, uint32_t minor, uint32_t patch = 0) const {
    return version == 0 || version >= (major << 16 | minor << 8 | patch);
  }
};

}  // namespace towpath::sql

#endif  // TOWPATH_LIB_SQL_DIALECT_H_
