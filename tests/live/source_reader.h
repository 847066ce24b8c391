// SourceReader: a BinlogDump and its events as a test wants them.
#ifndef TOWPATH_TESTS_LIVE_SOURCE_READER_H_
#define TOWPATH_TESTS_LIVE_SOURCE_READER_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "mysql/binlog_dump.h"
#include "tests/live/live_server.h"

namespace towpath::live {

// Types of events, by their numbers in the binlog.
inline constexpr uint8_t kQuery = 2, kRotate = 4, kFormatDescription = 15, kXid = 16,
                         kHeartbeat = 27, kMysqlGtid = 33, kHeartbeatV2 = 41, kMariadbGtid = 162;
inline std::set<uint8_t> RowsTypes() { return {23, 24, 25, 30, 31, 32, 39}; }

struct RawEvent {
  model::Frame frame;
  uint8_t type() const { return frame.bytes[4]; }
  uint32_t Number(size_t offset) const;  // 32 bit, little endian
  uint32_t timestamp() const { return Number(0); }
  uint32_t size() const { return Number(9); }
  uint32_t next_position() const { return Number(13); }
  std::string_view text() const {
    return {reinterpret_cast<const char*>(frame.bytes.data()), frame.bytes.size()};
  }
};

class SourceReader {
 public:
  explicit SourceReader(model::SourceSettings settings, uint64_t buffer_bytes = 8 << 20)
      : source_(std::move(settings), nullptr, buffer_bytes) {}

  mysql::BinlogDump& source() { return source_; }

  // Each fails the test on an error.
  void Connect();
  model::Cursor Resolve(std::string_view start);
  void OpenAt(std::string_view start);  // Connect, Resolve, Open
  RawEvent Next();
  RawEvent NextOf(const std::set<uint8_t>& types);  // skips others

  // The status of the first call that fails, reading events until then.
  Status ReadUntilError();

 private:
  mysql::BinlogDump source_;
};

// A database of its own for a test, dropped at the end of the scope.
class Sandbox {
 public:
  Sandbox(const LiveServer& server, const std::string& name);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  std::string Sql(std::string_view statement) const { return server_.Sql(statement); }

 private:
  const LiveServer& server_;
  const std::string name_;
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_SOURCE_READER_H_
