// DdlKind: what the statement of a DDL entry does.
//
// Thread safety: plain data.
#ifndef TOWPATH_DDL_H_
#define TOWPATH_DDL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace towpath {

// Numbers are part of the C ABI.
enum class DdlKind : uint8_t {
  kOther = 0,  // a statement of none of these kinds, or one that could not be read
  kCreateTable = 1,
  kAlterTable = 2,
  kDropTable = 3,
  kRenameTable = 4,
  kTruncateTable = 5,
  kCreateDatabase = 6,
  kAlterDatabase = 7,
  kDropDatabase = 8,
  kCreateIndex = 9,
  kDropIndex = 10,
  kCreateView = 11,
  kAlterView = 12,
  kDropView = 13,
  kCreateTrigger = 14,
  kDropTrigger = 15,
  kCreateProcedure = 16,
  kAlterProcedure = 17,
  kDropProcedure = 18,
  kCreateFunction = 19,
  kAlterFunction = 20,
  kDropFunction = 21,
  kCreateEvent = 22,
  kAlterEvent = 23,
  kDropEvent = 24,
  kCreateSequence = 25,  // MariaDB
  kAlterSequence = 26,
  kDropSequence = 27,
  kAccount = 28,      // users, roles, privileges, passwords
  kTablespace = 29,   // tablespaces, log file groups, undo tablespaces
  kMaintenance = 30,  // ANALYZE, OPTIMIZE, REPAIR, CHECK TABLE; FLUSH
  kTransaction = 31,  // ROLLBACK, ROLLBACK TO, XA PREPARE, XA COMMIT, XA ROLLBACK
};

// "create_table", "alter_table", ...; "other". Static storage.
std::string_view DdlKindName(DdlKind kind);

// A table (or view, or sequence) that a statement names; UTF-8, without quotes.
struct DdlTable {
  std::string database;  // the session's default where the statement names none; may be empty
  std::string name;
  bool operator==(const DdlTable&) const = default;
};

}  // namespace towpath

#endif  // TOWPATH_DDL_H_
