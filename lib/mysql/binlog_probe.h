// Probes: short looks into a server's binlog, by dumps that end by themselves.
//
// What no statement tells: when a file was begun, whether a transaction begins at an offset, and
// which GTIDs lie before it. A probe has a connection and an identity of its own, so that the
// server does not take it for a second connection of the stream's replica.
#ifndef TOWPATH_LIB_MYSQL_BINLOG_PROBE_H_
#define TOWPATH_LIB_MYSQL_BINLOG_PROBE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "model/cursor.h"
#include "model/settings.h"
#include "mysql/dump_session.h"
#include "mysql/interrupt.h"
#include "towpath/gtid.h"
#include "towpath/status.h"

namespace towpath::mysql {

class BinlogProbe {
 public:
  // `interrupt` must outlive the probe. Errors are those of Connection and DumpSession.
  BinlogProbe(const model::SourceSettings& settings, Interrupt& interrupt);

  struct FileHead {
    int64_t began_us = 0;  // by the server's clock
    GtidSet gtids;         // MySQL: every transaction before the file
  };
  Result<FileHead> ReadHead(const std::string& file);

  // Ok when a transaction begins there, or the binlog ends there. kInvalidPosition otherwise.
  Status CheckTransactionStart(const std::string& file, uint64_t offset);

  // MySQL: every transaction before the place, by reading the file's GTIDs up to it. Costs the
  // transfer of `offset` bytes.
  Result<GtidSet> GtidsBefore(const std::string& file, uint64_t offset);

  // MySQL: adds to `gtids` the transactions that lie before the place and are not in it. Cheap when
  // those behind it are few: the server skips what is in the set.
  Status AddGtidsBefore(const std::string& file, uint64_t offset, GtidSet* gtids);

  // MySQL: what of `gtids` lies behind the first transaction that is not in it, and which of
  // `others` lie before the last of these. Cheap when there are none: the server skips `others`.
  struct Behind {
    GtidSet gtids;
    GtidSet others;
  };
  Result<Behind> GtidsBehindFirstOther(const GtidSet& gtids, const GtidSet& others);

  // MariaDB: the transactions that are not in `known`, and lie before the one of `gtids` in their
  // domain, as text; "" when there are none. Costs the transfer of a file up to there.
  Result<std::string> UnknownBefore(const GtidSet& gtids, const model::OriginState& known);

 private:
  Result<std::unique_ptr<DumpSession>> Begin(DumpStart start);
  // Calls `visit(gtid, walker's file, offset)` for each GTID event that comes, until the end or
  // until it returns false.
  using Visit = std::function<bool(const Gtid& gtid, const std::string& file, uint64_t offset)>;
  Status EachGtid(DumpStart start, const Visit& visit);
  Status Collect(DumpSession& session, const std::string& file, uint64_t offset, GtidSet* gtids);

  model::SourceSettings settings_;
  Interrupt& interrupt_;
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_BINLOG_PROBE_H_
