// EndProbe: asks a server where its binlog ends, over a connection of its own, beside the dump.
//
// The names and sizes of all files are asked for when a file was begun since the last time: servers
// open each file to answer that. Otherwise it is one short question.
//
// Thread safety: Follow on one thread, Ask on another.
#ifndef TOWPATH_LIB_MYSQL_END_PROBE_H_
#define TOWPATH_LIB_MYSQL_END_PROBE_H_

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "model/settings.h"
#include "mysql/connection.h"
#include "mysql/interrupt.h"
#include "source/source_end.h"
#include "towpath/status.h"

namespace towpath::mysql {

// Where the server's binlog ends, with all its files, and what its clock says. What it can not or
// will not tell is not known in the answer; an error only when the connection was lost.
Result<source::SourceEnd> ReadSourceEnd(Connection& connection);

class EndProbe {
 public:
  // `interrupt` must outlive the probe. `read_timeout`: for each answer.
  EndProbe(Interrupt& interrupt, std::chrono::milliseconds read_timeout)
      : interrupt_(interrupt), read_timeout_(read_timeout) {}

  // From now on the server of `settings`, which was just connected to; `server_uuid`: as in Cursor.
  void Follow(const model::SourceSettings& settings, std::string server_uuid);

  // Errors are those of Connection; kServerNotReady when the server does not tell.
  Result<source::SourceEnd> Ask();

 private:
  Interrupt& interrupt_;
  const std::chrono::milliseconds read_timeout_;
  std::mutex mutex_;
  std::optional<model::SourceSettings> settings_;  // guarded by mutex_
  std::string server_uuid_;                        // guarded by mutex_
  bool moved_ = false;                             // guarded by mutex_: since connection_ was made
  std::unique_ptr<Connection> connection_;
  std::string last_file_;
};

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_END_PROBE_H_
