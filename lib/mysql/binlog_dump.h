// BinlogDump: a server's binlog as a Source, over the replication protocol.
//
// It looks like a replica to the server: it has a server_id and a uuid, is seen in SHOW REPLICAS,
// and gets heartbeats; a connection silent for two heartbeats counts as lost. It never takes part
// in semi-synchronous replication.
//
// Stop ends every blocked call at once: the sockets are shut down (see Interrupt), also while
// connecting, authenticating, or inside the TLS library.
#ifndef TOWPATH_LIB_MYSQL_BINLOG_DUMP_H_
#define TOWPATH_LIB_MYSQL_BINLOG_DUMP_H_

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/chunk.h"
#include "model/settings.h"
#include "mysql/catalogue.h"
#include "mysql/connection.h"
#include "mysql/dump_session.h"
#include "mysql/end_probe.h"
#include "mysql/interrupt.h"
#include "mysql/start.h"
#include "source/source.h"
#include "towpath/log.h"
#include "towpath/preflight.h"

namespace towpath::mysql {

class BinlogDump : public source::Source {
 public:
  using Log = std::function<void(LogLevel level, const std::string& message)>;

  // Connects to nothing yet. Chunks are charged to `budget`, which may be null; they are small
  // beside `buffer_bytes`, the most that the budget's owner wants in use. `log`, which may be
  // empty, is told what Connect found, and once each warning of preflight with its remedy.
  BinlogDump(model::SourceSettings settings, std::shared_ptr<model::MemoryBudget> budget,
             uint64_t buffer_bytes, Log log = {});
  ~BinlogDump() override;

  size_t hosts() const override { return std::max<size_t>(1, settings_.hosts.size()); }
  void Choose(size_t host) override;
  size_t chosen() const override { return chosen_; }
  // Also refuses a server that fails preflight: kServerNotReady, with every remedy.
  Status Connect() override;
  const source::SourceInfo& info() const override { return info_; }
  // May also be called while the dump runs; it then uses a connection of its own.
  Result<model::Cursor> Resolve(const model::StartPoint& start) override;
  // By file and offset on the server that the cursor comes from; by GTIDs elsewhere, when the
  // cursor has no file, or with source.gtid=on. Connects again when a dump was running. What can
  // refuse it: mysql/continuity.h.
  Status Open(const model::Cursor& cursor) override;
  bool announced_checksum() const override { return true; }
  Status Next(model::Frame* frame) override;
  bool Ready() const override;
  bool can_ask_end() const override { return true; }
  Result<source::SourceEnd> AskEnd() override { return end_probe_.Ask(); }
  schema::Catalogue* catalogue() override { return &catalogue_; }
  void Break() override { interrupt_.Break(dump_socket_); }
  void Stop() override { interrupt_.Trigger(); }

 private:
  std::chrono::milliseconds read_timeout() const;
  void LogFindings(const Connection& connection, const std::vector<Finding>& findings);
  Result<DumpStart> ChooseStart(const model::Cursor& cursor) const;
  Status ReadBeginning(const model::Cursor& cursor, bool by_file);
  void Watch(const model::Frame& frame);
  Status Explain(const Status& status);

  model::SourceSettings settings_;
  const std::shared_ptr<model::MemoryBudget> budget_;
  const size_t chunk_bytes_;
  const Log log_;
  size_t chosen_ = 0;
  std::set<std::string> logged_;  // checks that were warned of, by endpoint
  Interrupt interrupt_;
  source::SourceInfo info_;
  ServerFacts facts_;
  std::unique_ptr<Connection> connection_;  // between Connect and Open
  std::unique_ptr<DumpSession> session_;    // after Open
  int dump_socket_ = -1;                    // of the last session, attached to interrupt_
  std::deque<model::Frame> first_;          // read by Open, handed out by Next
  std::string file_;      // that is being read, and when it was begun, seconds since 1970
  uint32_t created_ = 0;  // 0: not known yet
  Catalogue catalogue_;
  EndProbe end_probe_;
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_BINLOG_DUMP_H_
