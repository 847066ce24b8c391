// DumpSession: one running dump of a server's binlog, from the first command to the last packet.
#ifndef TOWPATH_LIB_MYSQL_DUMP_SESSION_H_
#define TOWPATH_LIB_MYSQL_DUMP_SESSION_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "model/chunk.h"
#include "model/settings.h"
#include "mysql/connection.h"
#include "mysql/packet_reader.h"
#include "towpath/gtid.h"
#include "towpath/status.h"

namespace towpath::mysql {

// Where a dump starts: by file and offset, or by GTIDs with the file empty.
struct DumpStart {
  std::string file{};
  uint64_t offset = 4;
  GtidSet gtids{};
  bool leave_out = false;  // MySQL, with a file: leave out the transactions in `gtids`
  bool non_block = false;  // end at the end of the binlog (Next: kEnd) instead of waiting for more

  std::string ToString() const;  // "binlog.000001:4", "GTID set ..."
};

class DumpSession {
 public:
  // Takes a fresh connection and starts the dump, not waiting for its first packet.
  // `visible`: also registers as a replica, for SHOW REPLICAS.
  static Result<std::unique_ptr<DumpSession>> Begin(std::unique_ptr<Connection> connection,
                                                    const model::SourceSettings& settings,
                                                    const DumpStart& start, bool visible,
                                                    std::shared_ptr<model::MemoryBudget> budget,
                                                    size_t chunk_bytes);

  // The next event. kEnd only with non_block. kConnection, kClosed, and what DumpError says. After
  // an error the session is over.
  Status Next(model::Frame* frame);
  bool Ready() const { return reader_->Ready(); }

 private:
  DumpSession(std::unique_ptr<Connection> connection, const model::SourceSettings& settings,
              const DumpStart& start);
  Status Prepare(const model::SourceSettings& settings, bool visible);
  Status Send(const model::SourceSettings& settings);
  Status Command(uint8_t command, const std::string& body, bool answered);
  std::chrono::milliseconds Silence() const;

  std::unique_ptr<Connection> connection_;
  std::unique_ptr<PacketReader> reader_;
  DumpStart start_;
  std::string user_;
  const std::chrono::milliseconds heartbeat_;
  const std::chrono::milliseconds connect_timeout_;
  bool answered_ = false;  // the first packet came
  bool settled_ = false;   // events or heartbeats flow
  uint64_t skip_to_ = 0;   // offset that the command could not name: events before it are dropped
  uint64_t position_ = 4;  // while skip_to_ is not reached
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_DUMP_SESSION_H_
