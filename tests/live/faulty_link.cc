#include "tests/live/faulty_link.h"

#include <algorithm>

#include "fmt/format.h"
#include "tests/catch.h"
#include "towpath/format.h"

namespace towpath::live {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Long enough for any server on any machine; no test waits for it unless it fails.
constexpr seconds kPatience(60);

std::string Line(const Entry& entry) {
  std::string line;
  const Status status = AppendJson(entry, &line);
  return status.ok() ? line : status.ToString();
}

}  // namespace

FaultyLink::FaultyLink(const LiveServer& server, bool tls, const std::string& tables)
    : proxy(server.port()), options(server.StreamOptions()) {
  Set("source.url", fmt::format("mysql://towpath:towpath@127.0.0.1:{}/", proxy.port()));
  Set("source.tls.mode", tls ? "required" : "off");
  Set("source.retry.initial_ms", "1");
  Set("source.retry.max_ms", "1");
  Set("store.url", "sqlite:" + store_path());
  Set("filter.tables", tables);
  // The proxy counts connections: there is one of the stream at a time.
  Set("stats.probe_ms", "0");
  options.SetLogger([this](LogLevel, std::string_view message) {
    const std::lock_guard lock(mutex_);
    log_.emplace_back(message);
    changed_.notify_all();
  });
}

FaultyLink::~FaultyLink() { Close(); }

void FaultyLink::Set(const std::string& key, const std::string& value) {
  const Status status = options.Set(key, value);
  INFO(status.ToString());
  REQUIRE(status.ok());
}

void FaultyLink::Open(bool consumes) {
  auto opened = Stream::Open(options);
  INFO(opened.status().ToString());
  REQUIRE(opened.ok());
  stream = *std::move(opened);
  if (consumes) consumer_ = std::thread([this] { Consume(); });
}

void FaultyLink::Close() {
  if (stream != nullptr) (void)stream->Close();
  if (consumer_.joinable()) consumer_.join();
  stream.reset();
}

void FaultyLink::Consume() {
  for (;;) {
    const auto batch = stream->GetWithoutAck(1000, milliseconds(-1));
    const Status status = batch.ok() ? stream->Ack(batch->mark()) : batch.status();
    const std::lock_guard lock(mutex_);
    if (batch.ok()) {
      for (const Entry entry : *batch) entries_.push_back(Line(entry));
    }
    if (!status.ok()) failure_ = status;
    changed_.notify_all();
    if (!status.ok()) return;
  }
}

std::vector<std::string> FaultyLink::entries() const {
  const std::lock_guard lock(mutex_);
  return entries_;
}

Status FaultyLink::AwaitEntries(size_t count) {
  std::unique_lock lock(mutex_);
  const auto done = [&] { return entries_.size() >= count || !failure_.ok(); };
  for (;;) {
    const size_t entries = entries_.size();
    const uint64_t connections = proxy.connections();
    if (changed_.wait_for(lock, kPatience, done)) return failure_;
    if (entries_.size() == entries && proxy.connections() == connections) {
      FAIL(fmt::format("{} of {} entries came; the last log line: {}", entries_.size(), count,
                       log_.empty() ? "" : log_.back()));
    }
  }
}

std::string FaultyLink::AwaitLog(const std::string& text) {
  std::unique_lock lock(mutex_);
  const auto find = [&] {
    return std::ranges::find_if(
        log_, [&](const std::string& line) { return line.find(text) != std::string::npos; });
  };
  if (!changed_.wait_for(lock, kPatience, [&] { return find() != log_.end(); })) {
    FAIL(fmt::format("no log line with \"{}\"; the last: {}", text,
                     log_.empty() ? "" : log_.back()));
  }
  return *find();
}

void FaultyLink::AwaitStatus(const std::function<bool(const StreamStatus&)>& wanted) const {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!wanted(stream->GetStatus())) {
    REQUIRE(std::chrono::steady_clock::now() < deadline);
    std::this_thread::sleep_for(milliseconds(1));
  }
}

std::vector<std::string> FaultyLink::Uncut(const LiveServer& server, const std::string& start,
                                           const std::string& tables) {
  Options direct = server.StreamOptions();
  for (const auto& [key, value] :
       {std::pair("store.url", std::string("memory:")), std::pair("filter.tables", tables),
        std::pair("source.start", start), std::pair("source.until", std::string("latest")),
        std::pair("stream.name", std::string("uncut"))}) {
    REQUIRE(direct.Set(key, value).ok());
  }
  auto stream = Stream::Open(direct);
  INFO(stream.status().ToString());
  REQUIRE(stream.ok());
  std::vector<std::string> lines;
  for (;;) {
    const auto batch = (*stream)->Get(1000, kPatience);
    if (batch.code() == Code::kEnd) return lines;
    INFO(batch.status().ToString());
    REQUIRE(batch.ok());
    for (const Entry entry : *batch) lines.push_back(Line(entry));
  }
}

}  // namespace towpath::live
