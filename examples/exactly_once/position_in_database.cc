// Exactly once, with the position in the consumer's own database: what each item's movements add
// up to.
//
//   position_in_database URL FOLDER [UNTIL]
//
// The effect of a batch and the position of its last entry are committed in one transaction (here
// of SQLite, FOLDER/totals.db). After a crash either both are there or neither is: nothing is
// counted twice and nothing is left out. The stream needs no store of its own.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "towpath/stream.h"

using towpath::Code;
using towpath::Entry;
using towpath::Status;

namespace {

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

void Check(const Status& status) {
  if (!status.ok()) Fail(status.ToString());
}

class Totals {
 public:
  explicit Totals(const std::string& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) Fail(sqlite3_errmsg(db_));
    Run("PRAGMA journal_mode = WAL");
    Run("PRAGMA synchronous = FULL");
    Run("CREATE TABLE IF NOT EXISTS totals (item TEXT PRIMARY KEY, quantity INTEGER NOT NULL)");
    Run("CREATE TABLE IF NOT EXISTS progress (id INTEGER PRIMARY KEY, position TEXT NOT NULL)");
    add_ = Prepare(
        "INSERT INTO totals VALUES (?, ?) ON CONFLICT (item)"
        " DO UPDATE SET quantity = quantity + excluded.quantity");
    save_ = Prepare("REPLACE INTO progress VALUES (1, ?)");
  }
  ~Totals() {
    sqlite3_finalize(add_);
    sqlite3_finalize(save_);
    sqlite3_close(db_);
  }
  Totals(const Totals&) = delete;
  Totals& operator=(const Totals&) = delete;

  // Where the last batch ended; "earliest" before the first one.
  std::string Position() {
    sqlite3_stmt* read = Prepare("SELECT position FROM progress");
    std::string position = "earliest";
    if (sqlite3_step(read) == SQLITE_ROW)
      position = reinterpret_cast<const char*>(sqlite3_column_text(read, 0));
    sqlite3_finalize(read);
    return position;
  }
  void Begin() { Run("BEGIN"); }
  void Add(const std::string& item, int64_t quantity) {
    sqlite3_bind_text(add_, 1, item.data(), static_cast<int>(item.size()), SQLITE_TRANSIENT);
    sqlite3_bind_int64(add_, 2, quantity);
    Step(add_);
  }
  void Commit(const std::string& position) {
    sqlite3_bind_text(save_, 1, position.c_str(), -1, SQLITE_TRANSIENT);
    Step(save_);
    Run("COMMIT");
  }

 private:
  sqlite3_stmt* Prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) != SQLITE_OK)
      Fail(sqlite3_errmsg(db_));
    return statement;
  }
  void Step(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) Fail(sqlite3_errmsg(db_));
    sqlite3_reset(statement);
  }
  void Run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) Fail(sqlite3_errmsg(db_));
  }

  sqlite3* db_ = nullptr;
  sqlite3_stmt* add_ = nullptr;
  sqlite3_stmt* save_ = nullptr;
};

// shop.movements: id, item, quantity.
void AddImage(const Entry& entry, std::span<const towpath::Value> image, int sign, Totals& totals) {
  if (image.empty()) return;
  std::string item;
  Check(AppendText(entry.table()->columns()[1], image[1], &item));
  totals.Add(item, sign * image[2].i64);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) Fail("usage: position_in_database URL FOLDER [UNTIL]");
  Totals totals(std::string(argv[2]) + "/totals.db");

  towpath::Options options;
  Check(options.Set("source.url", argv[1]));
  Check(options.Set("source.start", totals.Position()));
  Check(options.Set("source.until", argc > 3 ? argv[3] : ""));
  Check(options.Set("filter.tables", "shop\\.movements"));
  Check(options.Set("stream.name", "totals"));
  Check(options.Set("store.url", "memory:"));
  const auto stream = towpath::Stream::Open(options);
  Check(stream.status());
  for (;;) {
    const auto batch = (*stream)->GetWithoutAck(100, std::chrono::milliseconds(-1));
    if (batch.code() == Code::kEnd) return 0;
    Check(batch.status());
    totals.Begin();
    for (const Entry entry : *batch) {
      towpath::RowReader rows;
      for (rows.Start(entry); rows.Next();) {
        AddImage(entry, rows.before(), -1, totals);
        AddImage(entry, rows.after(), +1, totals);
      }
      Check(rows.status());
    }
    totals.Commit((*batch)[batch->size() - 1].position().ToResumeString());
    Check((*stream)->Ack(batch->mark()));  // gives its memory back
  }
}
