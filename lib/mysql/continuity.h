// Continuity: whether a server can go on exactly where a stream stands.
//
// A stream comes with a cursor from this server as it was some time ago, or from another server of
// the same topology. Before a dump is started, and from its first events, this tells what would
// lose changes or bring others than those that follow: each with a status of its own and a remedy.
//
//   kPositionLost    what comes next is purged; or a new stream is to start behind GTIDs that the
//                    server does not have
//   kServerBehind    another server, which lacks transactions that were delivered
//   kDiverged        another server, with transactions before the place that the one before did not
//                    have (errant): they would never be delivered, or out of order
//   kBinlogReset     the same server, whose binlogs are not what they were: reset, restored from a
//                    backup, or cut short by a crash
//   kServerNotReady  a (promoted) replica that does not log what it replicates, and so has applied
//                    what comes next, but can not send it
#ifndef TOWPATH_LIB_MYSQL_CONTINUITY_H_
#define TOWPATH_LIB_MYSQL_CONTINUITY_H_

#include <cstdint>
#include <string_view>

#include "model/cursor.h"
#include "model/settings.h"
#include "mysql/connection.h"
#include "mysql/dump_session.h"
#include "mysql/interrupt.h"
#include "mysql/start.h"
#include "towpath/status.h"

namespace towpath::mysql {

// `start`: how the dump is going to begin. Uses probes where statements do not tell: for a move to
// another server that has transactions which are new, and for a server that seems to have lost
// some.
Status CheckContinuity(Connection& connection, const ServerFacts& facts,
                       const model::SourceSettings& settings, Interrupt& interrupt,
                       const model::Cursor& cursor, const DumpStart& start);

// Whether the file that a dump begins in is the cursor's: `created` is when the server began it,
// seconds since 1970, from its FORMAT_DESCRIPTION. kBinlogReset.
Status CheckFileCreated(std::string_view endpoint, const model::Cursor& cursor, uint32_t created);

// What it means that a dump by file and offset, from where the server once ended a transaction,
// was refused with `status`.
Status ExplainRefusal(const Status& status, std::string_view endpoint, const model::Cursor& cursor);

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_CONTINUITY_H_
