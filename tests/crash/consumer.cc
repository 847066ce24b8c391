// The consumer that gets killed: follows a server through a stream, keeps a copy of its tables, and
// acknowledges on a second thread, later.
//
//   consumer URL FOLDER SEED [UNTIL]
//
// FOLDER/tables.db (SQLite) has the copy, and the list of all entries that were ever applied; one
// transaction holds the effect of some entries and their names in the list. Then they are marked as
// processed. Whatever comes again must be flagged if it was marked, and otherwise be one of the
// last transaction, whose mark a crash has prevented; whatever else comes must fit the copy
// exactly. SEED chooses how large batches and transactions are, and options that must make no
// difference.
//
// FOLDER/journal has a line for each thing that happened, each written by one write(2), so that
// SIGKILL loses none that was said before it:
//   open OPTIONS                a stream was opened
//   get MARK ENTRIES            a batch was handed out
//   row POSITION DUPLICATE NAME a rows or DDL entry was handed out (DUPLICATE: 0 or 1)
//   done NAME                   mark_processed has returned for it
//   pulse N                     crash.pulse was N
//   ack MARK N                  ack has returned for it; N: the pulse up to it, 0 if not durable
//   end                         everything up to UNTIL was handed out and acknowledged
// An entry's name is the same on every server: its transaction's GTID, its kind, and the length and
// checksum of its rows.
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <thread>

#include "fmt/format.h"
#include "towpath/format.h"
#include "towpath/stream.h"

namespace {

using towpath::Code;
using towpath::Entry;
using towpath::Status;

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "consumer: %s\n", why.c_str());
  std::exit(1);
}

void Check(const Status& status) {
  if (!status.ok()) Fail(status.ToString());
}

class Journal {
 public:
  explicit Journal(const std::string& path)
      : file_(open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
    if (file_ < 0) Fail("can not open " + path);
  }
  void Say(std::string line) const {
    line += "\n";
    if (write(file_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
      Fail("can not write the journal");
    }
  }

 private:
  const int file_;
};

// The copy, in tables.db.
class Tables {
 public:
  explicit Tables(const std::string& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) Fail(sqlite3_errmsg(db_));
    // A killed process loses nothing that it wrote, so nothing waits for the disk.
    Run("PRAGMA journal_mode = WAL");
    Run("PRAGMA synchronous = OFF");
    Run("CREATE TABLE IF NOT EXISTS copy (name TEXT, id INTEGER, line TEXT NOT NULL,"
        " PRIMARY KEY (name, id)) WITHOUT ROWID");
    Run("CREATE TABLE IF NOT EXISTS applied (number INTEGER PRIMARY KEY, name TEXT UNIQUE)");
    Run("CREATE TABLE IF NOT EXISTS processed (one INTEGER PRIMARY KEY, number INTEGER)");
    Run("INSERT OR IGNORE INTO processed VALUES (1, 0)");
    find_ = Prepare("SELECT line FROM copy WHERE name = ? AND id = ?");
    insert_ = Prepare("INSERT INTO copy VALUES (?, ?, ?)");
    delete_ = Prepare("DELETE FROM copy WHERE name = ? AND id = ?");
    note_ = Prepare("INSERT INTO applied (name) VALUES (?)");
    number_ = Prepare("SELECT number FROM applied WHERE name = ?");
  }

  void Begin() { Run("BEGIN"); }
  void Commit() { Run("COMMIT"); }

  // Where the entry is in the list; 0: nowhere.
  int64_t NumberOf(const std::string& name) {
    Bind(number_, 1, name);
    const int64_t number =
        sqlite3_step(number_) == SQLITE_ROW ? sqlite3_column_int64(number_, 0) : 0;
    sqlite3_reset(number_);
    return number;
  }
  int64_t Processed() { return Number("SELECT number FROM processed"); }
  void SetProcessed(int64_t number) {
    Run(fmt::format("UPDATE processed SET number = {}", number).c_str());
  }

  // Its number in the list.
  int64_t Note(const std::string& name) {
    Bind(note_, 1, name);
    Step(note_);
    return sqlite3_last_insert_rowid(db_);
  }
  void Insert(const std::string& table, int64_t id, const std::string& line) {
    Bind(insert_, 1, table);
    sqlite3_bind_int64(insert_, 2, id);
    Bind(insert_, 3, line);
    Step(insert_);
  }
  void Delete(const std::string& table, int64_t id) {
    Bind(delete_, 1, table);
    sqlite3_bind_int64(delete_, 2, id);
    Step(delete_);
    if (sqlite3_changes(db_) != 1) Fail(fmt::format("WRONG: {} has no row {}", table, id));
  }
  std::string Find(const std::string& table, int64_t id) {
    Bind(find_, 1, table);
    sqlite3_bind_int64(find_, 2, id);
    std::string line;
    if (sqlite3_step(find_) == SQLITE_ROW) {
      line = reinterpret_cast<const char*>(sqlite3_column_text(find_, 0));
    }
    sqlite3_reset(find_);
    return line;
  }

 private:
  sqlite3_stmt* Prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) != SQLITE_OK) {
      Fail(sqlite3_errmsg(db_));
    }
    return statement;
  }
  static void Bind(sqlite3_stmt* statement, int index, const std::string& text) {
    sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
  }
  void Step(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) {
      Fail(fmt::format("WRONG: {}", sqlite3_errmsg(db_)));
    }
    sqlite3_reset(statement);
  }
  void Run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) Fail(sqlite3_errmsg(db_));
  }
  int64_t Number(const char* sql) {
    sqlite3_stmt* statement = Prepare(sql);
    if (sqlite3_step(statement) != SQLITE_ROW) Fail(sqlite3_errmsg(db_));
    const int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
  }

  sqlite3* db_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* delete_ = nullptr;
  sqlite3_stmt* note_ = nullptr;
  sqlite3_stmt* number_ = nullptr;
};

// How this life does it.
struct Manner {
  explicit Manner(uint32_t seed) : random(seed) {}
  template <typename T>
  T OneOf(std::initializer_list<T> choices) {
    return *(choices.begin() + random() % choices.size());
  }

  std::mt19937 random;
  size_t batch = OneOf<size_t>({1, 7, 7, 100, 1000});
  size_t together = OneOf<size_t>({1, 5, 50});  // entries that are applied and marked at once
  bool interval = random() % 4 == 0;
  std::string dedup = OneOf({"flag", "flag", "drop"});
  std::string tls = OneOf({"off", "required"});
  std::string gtid = OneOf({"auto", "auto", "on"});
  std::string whole = OneOf({"false", "true"});
  // A whole transaction must fit.
  std::string buffer = whole == "true" ? "64MiB" : OneOf({"1MiB", "64MiB"});
  std::string retry_ms = OneOf({"5", "50", "200"});

  towpath::Options Options(const std::string& url, const std::string& folder) const {
    towpath::Options options;
    const std::pair<const char*, std::string> all[] = {
        {"source.url", url},
        {"store.url", "sqlite:" + folder + "/store.db"},
        {"stream.name", "crash"},
        {"source.start", "earliest"},
        {"filter.tables", "crash\\..*"},
        {"source.heartbeat_ms", "500"},
        {"source.connect_timeout_ms", "1000"},
        {"source.retry.initial_ms", retry_ms},
        {"source.retry.max_ms", "200"},
        {"source.gtid", gtid},
        {"source.tls.mode", tls},
        {"ack.durability", interval ? "interval" : "sync"},
        {"ack.interval_ms", "50"},
        {"dedup.mode", dedup},
        {"batch.whole_transactions", whole},
        {"buffer.bytes", buffer}};
    for (const auto& [key, value] : all) Check(options.Set(key, value));
    return options;
  }
  std::string ToString() const {
    return fmt::format(
        "batch={} together={} interval={} dedup={} tls={} gtid={} whole={} buffer={}", batch,
        together, interval, dedup, tls, gtid, whole, buffer);
  }
};

// Acknowledges marks in order, somewhat behind.
class Acknowledger {
 public:
  Acknowledger(towpath::Stream& stream, const Journal& journal, bool durable)
      : stream_(stream), journal_(journal), durable_(durable) {}

  void Add(int64_t mark, int64_t pulse) {
    const std::lock_guard lock(mutex_);
    marks_.emplace_back(mark, pulse);
    changed_.notify_one();
  }
  void Finish() {
    {
      const std::lock_guard lock(mutex_);
      finished_ = true;
      changed_.notify_one();
    }
    thread_.join();
  }

 private:
  void Run() {
    std::mt19937 random(std::random_device{}());
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !marks_.empty() || finished_; });
      if (marks_.empty()) return;
      const auto [mark, pulse] = marks_.front();
      marks_.pop_front();
      const bool hurry = finished_ || marks_.size() > 10;
      lock.unlock();
      if (!hurry) std::this_thread::sleep_for(std::chrono::microseconds(random() % 4000));
      Check(stream_.Ack(mark));
      journal_.Say(fmt::format("ack {} {}", mark, durable_ ? pulse : 0));
    }
  }

  towpath::Stream& stream_;
  const Journal& journal_;
  const bool durable_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<int64_t, int64_t>> marks_;
  bool finished_ = false;
  std::thread thread_{[this] { Run(); }};
};

// Applies the entries of batches, some of them together.
class Applier {
 public:
  Applier(Tables& tables, const Journal& journal, size_t together)
      : tables_(tables), journal_(journal), together_(together), processed_(tables.Processed()) {}

  int64_t pulse() const { return pulse_; }

  void Take(const Entry& entry, towpath::Stream& stream) {
    if (!entry.is_rows() && entry.kind() != towpath::EntryKind::kDdl) return;
    const std::string name = NameOf(entry);
    const std::string position = entry.position().ToString();
    journal_.Say(fmt::format("row {} {} {}", position, entry.duplicate() ? 1 : 0, name));
    int64_t number = tables_.NumberOf(name);
    if (entry.duplicate()) {
      if (number == 0) Fail(fmt::format("WRONG: {} at {} is flagged and is new", name, position));
      return;
    }
    if (number > 0 && number <= processed_) {
      Fail(fmt::format("WRONG: {} at {} was processed and has no flag", name, position));
    }
    if (count_ == 0) tables_.Begin();
    // A crash came between its effect and its mark.
    if (number == 0) {
      Apply(entry);
      number = tables_.Note(name);
    }
    last_ = entry.position();
    last_name_ = name;
    last_number_ = number;
    if (++count_ == together_) Finish(stream);
  }

  // Of what was taken since the last time.
  void Finish(towpath::Stream& stream) {
    if (count_ == 0) return;
    tables_.Commit();
    count_ = 0;
    Check(stream.MarkProcessed(last_));
    journal_.Say("done " + last_name_);
    processed_ = last_number_;
    tables_.SetProcessed(processed_);
  }

 private:
  static std::string NameOf(const Entry& entry) {
    const std::string gtid = entry.gtid().ToString();
    const std::string_view kind = EntryKindName(entry.kind());
    if (!entry.is_rows()) return fmt::format("{}/{}", gtid, kind);
    std::string json;
    Check(AppendJson(entry, &json));
    const std::string_view rows = std::string_view(json).substr(json.find("\"rows\":"));
    const uLong sum =
        crc32(0, reinterpret_cast<const Bytef*>(rows.data()), static_cast<uInt>(rows.size()));
    return fmt::format("{}/{}/{}/{:08x}", gtid, kind, rows.size(), sum);
  }

  // COLUMN=VALUE of each, ended by newlines; values have none.
  static std::string LineOf(const Entry& entry, std::span<const towpath::Value> values) {
    std::string line;
    const auto& columns = entry.table()->columns();
    for (size_t i = 0; i < values.size(); ++i) {
      line += columns[i].name;
      line += '=';
      if (values[i].is_null()) {
        line += "NULL";
      } else {
        Check(AppendText(columns[i], values[i], &line));
      }
      line += '\n';
    }
    return line;
  }

  void Apply(const Entry& entry) {
    if (!entry.is_rows()) return;  // columns come and go by name: see the checker
    const std::string table = entry.table()->name();
    towpath::RowReader rows;
    for (rows.Start(entry); rows.Next();) {
      if (!rows.before().empty()) {
        const int64_t id = rows.before()[0].i64;
        ExpectFits(table, id, LineOf(entry, rows.before()));
        tables_.Delete(table, id);
      }
      if (!rows.after().empty()) {
        tables_.Insert(table, rows.after()[0].i64, LineOf(entry, rows.after()));
        if (table == "pulse") {
          pulse_ = rows.after()[1].i64;
          journal_.Say(fmt::format("pulse {}", pulse_));
        }
      }
    }
    Check(rows.status());
  }

  // What the row was is what the copy has: stamps are never given twice. Columns that a DDL
  // statement has added or dropped since the copy was written are not compared.
  void ExpectFits(const std::string& table, int64_t id, const std::string& before) {
    const std::string have = tables_.Find(table, id);
    const auto head = [](const std::string& line) {  // id, stamp and padding
      size_t end = 0;
      for (int i = 0; i < 3 && end != std::string::npos; ++i) end = line.find('\n', end) + 1;
      return line.substr(0, end);
    };
    if (head(have) == head(before)) return;
    Fail(fmt::format("WRONG: {} row {} is\n{}and was before the change\n{}", table, id, head(have),
                     head(before)));
  }

  Tables& tables_;
  const Journal& journal_;
  const size_t together_;
  int64_t processed_;
  int64_t pulse_ = 0;
  size_t count_ = 0;
  towpath::Position last_;
  std::string last_name_;
  int64_t last_number_ = 0;
};

// As whoever restarts a failed program does.
std::unique_ptr<towpath::Stream> OpenSooner(const towpath::Options& options) {
  for (;;) {
    auto stream = towpath::Stream::Open(options);
    if (stream.ok()) return *std::move(stream);
    std::fprintf(stderr, "consumer: %s\n", stream.status().ToString().c_str());
    if (stream.code() != Code::kConnection) std::exit(1);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) return 2;
  const std::string folder = argv[2];
  const Journal journal(folder + "/journal");
  Manner manner(static_cast<uint32_t>(std::strtoul(argv[3], nullptr, 10)));
  towpath::Options options = manner.Options(argv[1], folder);
  if (argc == 5) Check(options.Set("source.until", argv[4]));
  options.SetLogger([](towpath::LogLevel, std::string_view text) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
  });
  Tables tables(folder + "/tables.db");
  const auto stream = OpenSooner(options);
  journal.Say("open " + manner.ToString());

  Acknowledger acknowledger(*stream, journal, !manner.interval);
  Applier applier(tables, journal, manner.together);
  for (;;) {
    const auto batch = stream->GetWithoutAck(manner.batch, std::chrono::milliseconds(-1));
    if (batch.code() == Code::kEnd) break;
    if (!batch.ok()) Fail(batch.status().ToString());
    journal.Say(fmt::format("get {} {}", batch->mark(), batch->size()));
    for (const Entry entry : *batch) applier.Take(entry, *stream);
    applier.Finish(*stream);
    acknowledger.Add(batch->mark(), applier.pulse());
  }
  acknowledger.Finish();
  Check(stream->Close());
  journal.Say("end");
  return 0;
}
