// The public Stream: threads around the core and the reader, and opening in order.
#include "towpath/stream.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <random>
#include <utility>

#include "fmt/format.h"
#include "stream/core.h"
#include "stream/filter.h"
#include "stream/hosts.h"
#include "stream/observer.h"
#include "stream/open_source.h"
#include "stream/processed.h"
#include "stream/reader.h"
#include "stream/room.h"
#include "stream/schema_history.h"
#include "stream/spool.h"
#include "stream/stream_impl.h"

namespace towpath {
namespace stream {
namespace {

FilterLists FilterListsOf(const model::Settings& settings) {
  return {settings.filter_tables, settings.filter_exclude, settings.filter_columns,
          settings.filter_columns_exclude};
}

using std::chrono::milliseconds;

// A wait that can be called off for good.
class Sleeper {
 public:
  explicit Sleeper(Runtime& runtime) : runtime_(runtime), changed_(runtime.NewCondition()) {}

  // False when it was called off.
  bool Sleep(milliseconds how_long) {
    const std::chrono::nanoseconds end = runtime_.Elapsed() + how_long;
    std::unique_lock lock(mutex_);
    while (!stopped_) {
      const std::chrono::nanoseconds now = runtime_.Elapsed();
      if (now >= end) return true;
      changed_->WaitFor(lock, end - now);
    }
    return false;
  }
  void Stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_->NotifyAll();
  }

 private:
  Runtime& runtime_;
  std::mutex mutex_;
  const std::unique_ptr<Condition> changed_;
  bool stopped_ = false;
};

class StreamImpl final : public Stream {
 public:
  StreamImpl(model::Settings settings, Parts parts)
      : settings_(std::move(settings)),
        parts_(std::move(parts)),
        room_(settings_.buffer_bytes, *parts_.runtime),
        sleeper_(*parts_.runtime) {}

  ~StreamImpl() override {
    // Nobody is left to tell: what was acknowledged and is not saved comes again.
    (void)Close();
  }

  Status Open();

  Result<Batch> GetWithoutAck(size_t max_entries, milliseconds timeout) override {
    return core_->GetWithoutAck(max_entries, timeout);
  }
  Result<Batch> Get(size_t max_entries, milliseconds timeout) override {
    return core_->Get(max_entries, timeout);
  }
  Result<Batch> GetOutstanding(int64_t mark) override { return core_->GetOutstanding(mark); }
  Status Ack(int64_t mark) override { return core_->Ack(mark, false); }
  Status AckThrough(int64_t mark) override { return core_->Ack(mark, true); }
  Status Rollback() override { return core_->Rollback(); }
  Status RollbackTo(int64_t mark) override { return core_->RollbackTo(mark); }
  Status MarkProcessed(const Position& position) override { return core_->MarkProcessed(position); }
  StreamStatus GetStatus() const override { return core_->GetStatus(); }
  Status Close() override;

 private:
  Result<store::StreamRecord> StartingRecord(std::optional<store::StreamRecord> saved);
  Status MaySpill();
  Status BeginSchemas();
  Result<std::optional<model::Cursor>> ResolveUntil();
  void RunReader();
  void RunFlusher();
  void StartObserver();
  void AskEnd();
  Status CloseParts();

  const model::Settings settings_;
  const Parts parts_;
  Room room_;
  std::unique_ptr<RegexTableFilter> filter_;
  std::unique_ptr<source::Source> source_;
  Spool* spool_ = nullptr;  // the source, when it may spill
  std::unique_ptr<Hosts> hosts_;
  std::unique_ptr<SchemaHistory> schemas_;  // its log is the holder's, which the core has
  std::unique_ptr<StreamCore> core_;
  std::unique_ptr<Reader> reader_;
  Sleeper sleeper_;
  Observer observer_;
  bool asking_failed_ = false;  // of the observer's thread
  std::mutex close_mutex_;
  std::unique_ptr<Thread> reader_thread_;   // null: not running
  std::unique_ptr<Thread> flusher_thread_;  // as well
};

// In this order: what is wrong with the options shows without a store, what is wrong with the
// store without a server.
Status StreamImpl::Open() {
  auto filter = RegexTableFilter::Compile(FilterListsOf(settings_));
  if (!filter.ok()) return filter.status();
  filter_ = *std::move(filter);
  filter_->SetWarner([this](const std::string& text) { settings_.Log(LogLevel::kWarning, text); });

  auto attached = parts_.store->Attach(store::Store::Kind::kStream, settings_.stream_name);
  if (!attached.ok()) return attached.status();
  std::unique_ptr<store::RecordHolder> holder = *std::move(attached);
  auto saved = holder->Load();
  if (!saved.ok()) return saved.status();

  auto source = parts_.open_source(settings_, room_.budget());
  if (!source.ok()) return source.status();
  source_ = *std::move(source);
  if (Status s = MaySpill(); !s.ok()) return s;
  hosts_ = std::make_unique<Hosts>(settings_, *source_);
  const bool is_new = !saved->has_value();
  Result<store::StreamRecord> record = Status(Code::kInternal, "no host was tried");
  Status followed = hosts_->Follow([&] {
    record = StartingRecord(*saved);
    if (!record.ok()) return record.status();
    return source_->Open(record->ack);
  });
  if (!followed.ok()) return followed;
  record->ack.server_uuid =
      source_->info().server_uuid.empty() ? record->ack.server_uuid : source_->info().server_uuid;
  schemas_ = std::make_unique<SchemaHistory>(source_->catalogue(), holder->schema_log());
  if (Status s = is_new ? BeginSchemas() : schemas_->Trim(record->ack); !s.ok()) return s;
  auto until = ResolveUntil();
  if (!until.ok()) return until.status();

  core_ =
      std::make_unique<StreamCore>(settings_, *parts_.runtime, room_, std::move(holder), *record);
  reader_ = std::make_unique<Reader>(settings_, *source_, *hosts_, *filter_, *schemas_,
                                     *parts_.runtime, room_, *core_, parts_.seed);
  if (Status s = reader_->Open(*record, *until); !s.ok()) return s;
  if (Status s = core_->Start(); !s.ok()) return s;
  reader_thread_ = parts_.runtime->Start([this] { RunReader(); });
  if (settings_.ack_durability == model::AckDurability::kInterval) {
    flusher_thread_ = parts_.runtime->Start([this] { RunFlusher(); });
  }
  StartObserver();
  return Status::Ok();
}

// What is read from files of a binlog is on a disk already.
Status StreamImpl::MaySpill() {
  if (settings_.spill_bytes == 0 || settings_.source.url.kind == model::SourceUrl::Kind::kFile) {
    return Status::Ok();
  }
  auto folder = parts_.open_spill_folder ? parts_.open_spill_folder(settings_.spill_folder)
                                         : OpenSpillFolder(settings_.spill_folder);
  if (auto file = folder->NewFile(); !file.ok()) {
    return Status(Code::kInvalidOption,
                  fmt::format("buffer.spill_folder: {}", file.status().message()));
  }
  Spool::Limits limits;
  limits.queue_bytes = std::min(limits.queue_bytes, settings_.buffer_bytes / 8);
  limits.spill_bytes = settings_.spill_bytes;
  limits.file_bytes = std::min(limits.file_bytes, settings_.spill_bytes / 8);
  auto spool = std::make_unique<Spool>(
      std::move(source_), std::move(folder), limits, *parts_.runtime, room_,
      [this](LogLevel level, const std::string& text) {
        settings_.Log(level, fmt::format("stream {}: {}", settings_.stream_name, text));
      });
  spool_ = spool.get();
  source_ = std::move(spool);
  return Status::Ok();
}

Result<store::StreamRecord> StreamImpl::StartingRecord(std::optional<store::StreamRecord> saved) {
  const source::SourceInfo& info = source_->info();
  store::StreamRecord record;
  if (!saved) {
    const model::StartPoint& start = settings_.source.start;
    using Kind = model::StartPoint::Kind;
    if (hosts_->many() && source_->chosen() != 0 &&
        (start.kind == Kind::kPosition || start.kind == Kind::kAfterEntry)) {
      return Status(Code::kInvalidPosition,
                    fmt::format("source.start={} is a place of the first host of source.url, and "
                                "means nothing on another",
                                start.position.ToString()));
    }
    auto cursor = source_->Resolve(start);
    if (!cursor.ok()) return cursor.status();
    record.ack = *std::move(cursor);
    record.ack.server_uuid = info.server_uuid;
  } else {
    record = *std::move(saved);
    if (record.flavor != Flavor::kUnknown && info.flavor != Flavor::kUnknown &&
        record.flavor != info.flavor) {
      return Status(
          Code::kPositionLost,
          fmt::format("stream {} followed a {} server and {} is a {} server: its place "
                      "there means nothing here; begin a stream of another name",
                      settings_.stream_name, record.flavor == Flavor::kMysql ? "MySQL" : "MariaDB",
                      info.endpoint, info.flavor == Flavor::kMysql ? "MySQL" : "MariaDB"));
    }
    record.ack.delivered = DeliveredBehind(record);
    if (Status s = ContinueOnServer(info, &record); !s.ok()) return s;
  }
  if (record.ack.file.empty() && record.ack.gtids_known) record.left_out = record.ack.gtids;
  if (info.flavor != Flavor::kUnknown) record.flavor = info.flavor;
  if (!info.version.empty()) record.server_version = info.version;
  return record;
}

// What the catalogue says now is what tables are at the end of the binlog, and nowhere before.
Status StreamImpl::BeginSchemas() {
  if (Status s = schemas_->Clear(); !s.ok()) return s;
  if (settings_.source.start.kind != model::StartPoint::Kind::kLatest) return Status::Ok();
  if (source_->info().names_columns) return Status::Ok();
  return schemas_->Seed(*filter_);
}

Result<std::optional<model::Cursor>> StreamImpl::ResolveUntil() {
  const std::optional<model::StartPoint>& until = settings_.source.until;
  if (!until) return std::optional<model::Cursor>();
  using Kind = model::StartPoint::Kind;
  if (until->kind == Kind::kPosition || until->kind == Kind::kAfterEntry) {
    model::Cursor cursor;
    cursor.file = until->position.file;
    cursor.offset = until->position.offset;
    // Behind the event of the entry.
    if (until->kind == Kind::kAfterEntry) ++cursor.offset;
    return std::optional(cursor);
  }
  // A time that has passed lies before the end as it is now: a server that is idle since then has
  // no event to show it.
  if (until->kind == Kind::kTimestamp && until->timestamp_us > parts_.runtime->WallMicroseconds()) {
    return std::optional<model::Cursor>();
  }
  auto cursor = source_->Resolve(model::StartPoint());  // latest
  if (!cursor.ok()) return cursor.status();
  return std::optional(*std::move(cursor));
}

void StreamImpl::RunReader() {
  for (;;) {
    switch (reader_->Step()) {
      case Reader::Next::kStep:
        break;
      case Reader::Next::kRoom:
        core_->SetWaitingForRoom(true);
        if (spool_ != nullptr) spool_->SetReaderWaits(true);
        room_.Wait([this] { return core_->unacknowledged() == 0; });
        if (spool_ != nullptr) spool_->SetReaderWaits(false);
        core_->SetWaitingForRoom(false);
        if (!sleeper_.Sleep(milliseconds(0))) return;
        break;
      case Reader::Next::kBackOff:
        if (!sleeper_.Sleep(reader_->back_off())) return;
        break;
      case Reader::Next::kNothing:
        return;
    }
  }
}

void StreamImpl::RunFlusher() {
  while (sleeper_.Sleep(settings_.ack_interval)) core_->Flush();
}

void StreamImpl::StartObserver() {
  Observer::Task ask;
  if (source_->can_ask_end()) ask = {settings_.stats_probe, [this] { AskEnd(); }};
  Observer::Task report;
  if (settings_.statistics) {
    // The callback may destroy the stream: behind it only what this holds itself is used.
    const auto run = [core = core_.get(), callback = settings_.statistics,
                      logger = settings_.logger, name = settings_.stream_name] {
      try {
        callback(core->GetStatus());
      } catch (const std::exception& e) {
        if (logger) {
          logger(LogLevel::kError,
                 fmt::format("stream {}: the statistics callback threw: {}", name, e.what()));
        }
      } catch (...) {
        if (logger) {
          logger(LogLevel::kError, fmt::format("stream {}: the statistics callback threw", name));
        }
      }
    };
    report = {settings_.stats_interval, run};
    core_->ExpectLooks();
  }
  observer_.Start(std::move(ask), std::move(report));
}

void StreamImpl::AskEnd() {
  if (!core_->WantsEnd()) return;
  const auto end = source_->AskEnd();
  if (end.ok()) {
    core_->LearnEnd(*end);
  } else if (end.status().code() != Code::kClosed) {
    settings_.Log(asking_failed_ ? LogLevel::kDebug : LogLevel::kWarning,
                  fmt::format("stream {}: the server was asked where its binlog ends and did not "
                              "say, so the lag is less well known: {}",
                              settings_.stream_name, end.status().ToString()));
  }
  asking_failed_ = !end.ok();
}

Status StreamImpl::Close() {
  Status status = CloseParts();
  observer_.Join();
  return status;
}

Status StreamImpl::CloseParts() {
  const std::lock_guard lock(close_mutex_);
  if (source_ != nullptr) source_->Stop();
  observer_.Stop();
  sleeper_.Stop();
  room_.Stop();
  if (core_ != nullptr) core_->Close();
  if (reader_thread_ == nullptr) {
    // Opening failed, or this is not the first call.
    return core_ != nullptr && reader_ == nullptr ? core_->Finish() : Status::Ok();
  }
  reader_thread_->Join();
  reader_thread_.reset();
  if (flusher_thread_ != nullptr) flusher_thread_->Join();
  flusher_thread_.reset();
  reader_.reset();
  source_.reset();
  return core_->Finish();
}

}  // namespace

Result<std::unique_ptr<Stream>> OpenStream(model::Settings settings, Parts parts) {
  if (settings.logger) {
    // One call at a time.
    settings.logger = [mutex = std::make_shared<std::mutex>(), logger = std::move(settings.logger)](
                          LogLevel level, std::string_view message) {
      const std::lock_guard lock(*mutex);
      logger(level, message);
    };
  }
  auto stream = std::make_unique<StreamImpl>(std::move(settings), std::move(parts));
  if (Status s = stream->Open(); !s.ok()) return s;
  return std::unique_ptr<Stream>(std::move(stream));
}

}  // namespace stream

Result<std::unique_ptr<Stream>> Stream::Open(const Options& options) {
  auto settings = model::Settings::From(options);
  if (!settings.ok()) return settings.status();
  stream::Parts parts;
  parts.open_source = stream::OpenSource;
  parts.runtime = std::make_shared<stream::SystemRuntime>();
  parts.seed = std::random_device{}();
  // A filter that is wrong shows before a store is made.
  auto filter = stream::RegexTableFilter::Compile(stream::FilterListsOf(*settings));
  if (!filter.ok()) return filter.status();
  auto store = store::OpenStore(settings->store_url);
  if (!store.ok()) return store.status();
  parts.store = *std::move(store);
  return stream::OpenStream(*std::move(settings), std::move(parts));
}

}  // namespace towpath
