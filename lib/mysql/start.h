// Start: the place on a server that a StartPoint means.
#ifndef TOWPATH_LIB_MYSQL_START_H_
#define TOWPATH_LIB_MYSQL_START_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/cursor.h"
#include "model/settings.h"
#include "mysql/connection.h"
#include "towpath/status.h"

namespace towpath::mysql {

// What a server is, as far as a dump depends on it.
struct ServerFacts {
  std::string uuid;  // as in Cursor
  uint32_t server_id = 0;
  bool gtids = false;              // MySQL: gtid_mode=ON; MariaDB always has them
  bool folds_table_names = false;  // lower_case_table_names is not 0
  bool names_columns = false;      // binlog_row_metadata=FULL
  bool logs_replicated = true;     // log_replica_updates
  // MySQL: gtid_executed, and what of it is in none of its binlogs.
  GtidSet executed;
  GtidSet purged;
  // MariaDB: what its binlogs have and had, and what it has applied as a replica.
  model::OriginState origins;
  GtidSet replicated;
};

Result<ServerFacts> ReadServerFacts(Connection& connection);

struct BinlogFileSize {
  std::string name;
  uint64_t size = 0;  // bytes, as they were when asked
};

// All binlog files of the server, oldest first. kServerNotReady without the privilege, or when
// there is no binlog.
Result<std::vector<BinlogFileSize>> ListBinlogs(Connection& connection);

// Where the server's binlog ends now.
struct BinlogEnd {
  std::string file;
  uint64_t offset = 0;
  std::string gtids;  // MySQL: Executed_Gtid_Set
};
Result<BinlogEnd> ReadBinlogEnd(Connection& connection);

// Turns `start` into a cursor. kPositionLost: what it needs is purged; kInvalidPosition: no such
// place on this server, or one inside a transaction. Its GTIDs are exact, or not known: on MySQL
// they are not known for a place deeper than 64 MiB in a file. `settings` is for the connections of
// its probes.
Result<model::Cursor> ResolveStart(Connection& connection, const ServerFacts& facts,
                                   const model::SourceSettings& settings, Interrupt& interrupt,
                                   const model::StartPoint& start);

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_START_H_
