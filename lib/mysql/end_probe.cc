#include "mysql/end_probe.h"

#include <utility>
#include <vector>

#include "model/text.h"
#include "mysql/start.h"

namespace towpath::mysql {
namespace {

int64_t NowMicroseconds() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// The server's clock minus ours. The answer is taken to be of the middle of the wait for it.
Result<int64_t> ReadClockOffset(Connection& connection) {
  const int64_t before = NowMicroseconds();
  auto text = connection.QueryValue("SELECT CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED)");
  if (!text.ok()) return text.status();
  const auto server = model::ParseNumber<int64_t>(*text);
  if (!server) return Status(Code::kServerNotReady, "the server does not tell the time");
  return *server - (before + (NowMicroseconds() - before) / 2);
}

Result<std::vector<source::FileSize>> ReadFiles(Connection& connection) {
  auto listed = ListBinlogs(connection);
  if (!listed.ok()) return listed.status();
  std::vector<source::FileSize> files;
  for (BinlogFileSize& file : *listed) files.push_back({std::move(file.name), file.size});
  return files;
}

bool IsLost(const Status& status) {
  return status.code() == Code::kConnection || status.code() == Code::kClosed;
}

}  // namespace

Result<source::SourceEnd> ReadSourceEnd(Connection& connection) {
  source::SourceEnd end;
  if (auto offset = ReadClockOffset(connection); offset.ok()) {
    end.clock_offset_us = *offset;
  } else if (IsLost(offset.status())) {
    return offset.status();
  }
  if (auto files = ReadFiles(connection); files.ok()) {
    end.files = *std::move(files);
  } else if (IsLost(files.status())) {
    return files.status();
  }
  return end;
}

void EndProbe::Follow(const model::SourceSettings& settings, std::string server_uuid) {
  const std::lock_guard lock(mutex_);
  settings_ = settings;
  server_uuid_ = std::move(server_uuid);
  moved_ = true;
}

Result<source::SourceEnd> EndProbe::Ask() {
  std::optional<model::SourceSettings> settings;
  source::SourceEnd answer;
  {
    const std::lock_guard lock(mutex_);
    if (!settings_) return Status(Code::kConnection, "not connected");
    if (moved_) connection_.reset();
    moved_ = false;
    if (connection_ == nullptr) settings = settings_;
    answer.server_uuid = server_uuid_;
  }
  if (connection_ == nullptr) {
    auto connection = Connection::Open(*settings, interrupt_, read_timeout_);
    if (!connection.ok()) return connection.status();
    connection_ = *std::move(connection);
    last_file_.clear();
  }
  auto now = ReadBinlogEnd(*connection_);
  Status status = now.status();
  if (status.ok() && now->file == last_file_) {
    answer.files.push_back({now->file, now->offset});
  } else if (status.ok()) {
    auto files = ReadFiles(*connection_);
    status = files.status();
    if (status.ok()) {
      last_file_ = files->back().name;
      answer.files = *std::move(files);
    }
  }
  if (!status.ok()) {
    connection_.reset();
    return status;
  }
  return answer;
}

}  // namespace towpath::mysql
