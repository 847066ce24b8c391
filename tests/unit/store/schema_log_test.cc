#include "store/schema_log.h"
#include "fmt/format.h"
#include "store/record_fields.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "store/sqlite_schema_log.h"
#include "store/sqlite_store.h"
#include "store/store.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace towpath::store {
namespace {

using Kind = schema::SchemaChange::Kind;
using test::TempFolder;

std::unique_ptr<RecordHolder> Attach(Store& store, const std::string& name = "orders") {
  auto holder = store.Attach(Store::Kind::kStream, name);
  INFO(holder.status().ToString());
  REQUIRE(holder.ok());
  return *std::move(holder);
}

SchemaRecord Record(const std::string& table, const std::string& position = "",
                    const std::string& gtid = "") {
  SchemaRecord record;
  if (!position.empty()) record.position = *Position::Parse(position);
  if (!gtid.empty()) record.position.gtid = *Gtid::Parse(gtid);
  record.server_uuid = position.empty() ? "" : "server_id:7";
  record.change.database = "shop";
  record.change.table = table;
  record.change.definition = std::string("\1\0\xff definition", 14);
  return record;
}

std::vector<SchemaRecord> Load(SchemaLog& log) {
  std::vector<SchemaRecord> records;
  const Status status =
      log.Load([&](SchemaRecord record) { records.push_back(std::move(record)); });
  INFO(status.ToString());
  REQUIRE(status.ok());
  return records;
}

void Execute(const std::string& path, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

TEST_CASE("schema changes come back in order, as they were appended", "[store][schema_log]") {
  TempFolder folder;
  const bool durable = GENERATE(false, true);
  const std::string url = durable ? "sqlite:" + folder.File("towpath.db") : "memory:";
  auto store = *OpenStore(url);
  auto holder = Attach(*store);
  CHECK(Load(holder->schema_log()).empty());
  SchemaRecord gone = Record("t", "binlog.000042:5000000300:2@5000000000", "0-1-271");
  gone.change.kind = Kind::kGone;
  gone.change.definition.clear();
  SchemaRecord unknown = Record("it's", "binlog.000043:4:0@4");
  unknown.change.kind = Kind::kUnknown;
  unknown.change.reason = "not understood: \"x\"";
  REQUIRE(holder->schema_log().Append({Record("t"), gone}).ok());
  REQUIRE(holder->schema_log().Append({}).ok());
  REQUIRE(holder->schema_log().Append({unknown}).ok());
  // Another stream's.
  REQUIRE(Attach(*store, "others")->schema_log().Append({Record("x")}).ok());
  if (durable) {
    holder.reset();
    store = *OpenStore(url);
    holder = Attach(*store);
  }
  const auto records = Load(holder->schema_log());
  REQUIRE(records.size() == 3);
  CHECK(records[0].position.empty());
  CHECK(records[0].change.kind == Kind::kDefined);
  CHECK(records[0].change.definition == Record("t").change.definition);
  CHECK(records[1].position.ToResumeString() == "binlog.000042:5000000300:2@5000000000");
  CHECK(records[1].position.gtid == gone.position.gtid);
  CHECK(records[1].server_uuid == "server_id:7");
  CHECK(records[1].change.kind == Kind::kGone);
  CHECK(records[2].change.kind == Kind::kUnknown);
  CHECK(records[2].change.table == "it's");
  CHECK(records[2].change.reason == unknown.change.reason);
  CHECK(records[0].number < records[1].number);
  CHECK(records[1].number < records[2].number);
  const auto one = holder->schema_log().Read(records[1].number);
  REQUIRE(one.ok());
  REQUIRE(one->has_value());
  CHECK((*one)->number == records[1].number);
  CHECK((*one)->position.gtid == gone.position.gtid);
  CHECK((*one)->change.table == "t");
  CHECK((*one)->change.kind == Kind::kGone);

  REQUIRE(holder->schema_log().Remove({records[0].number, records[2].number}).ok());
  CHECK_FALSE(holder->schema_log().Read(records[0].number)->has_value());
  const auto first = holder->schema_log().Append({Record("u"), Record("v")});
  REQUIRE(first.ok());
  CHECK((*holder->schema_log().Read(*first + 1))->change.table == "v");
  REQUIRE(holder->schema_log().Remove({*first + 1}).ok());
  const auto rest = Load(holder->schema_log());
  REQUIRE(rest.size() == 2);
  CHECK(rest[0].change.kind == Kind::kGone);
  CHECK(rest[1].change.table == "u");
}

TEST_CASE("a damaged schema change is noticed", "[store][schema_log]") {
  TempFolder folder;
  const std::string path = folder.File("towpath.db");
  {
    auto store = *OpenStore("sqlite:" + path);
    REQUIRE(Attach(*store)->schema_log().Append({Record("t")}).ok());
  }
  Execute(path, GENERATE("UPDATE schema_change SET definition = x'01'",
                         "UPDATE schema_change SET \"table\" = 'u'",
                         "UPDATE schema_change SET kind = 'gone'"));
  auto store = *OpenStore("sqlite:" + path);
  auto holder = Attach(*store);
  const Status status = holder->schema_log().Load([](const SchemaRecord&) {});
  CHECK(status.code() == Code::kStore);
  CHECK_THAT(status.message(), ContainsSubstring(path) && ContainsSubstring("\"orders\"") &&
                                   ContainsSubstring("checksum"));
}

TEST_CASE("a store of an older format gets what it lacks, and keeps its records",
          "[store][schema_log]") {
  TempFolder folder;
  const std::string path = folder.File("towpath.db");
  StreamRecord record;
  record.next_mark = 77;
  {
    auto store = *OpenStore("sqlite:" + path);
    REQUIRE(Attach(*store)->Save(record).ok());
  }
  // No record of those formats has what the fields since format 3 hold.
  for (size_t i = kFirstNewField; i + 1 < kRecordFields.size(); ++i) {
    Execute(path, fmt::format("ALTER TABLE record DROP COLUMN \"{}\"", kRecordFields[i]).c_str());
  }
  const bool first = GENERATE(true, false);
  Execute(path,
          first ? "DROP TABLE schema_change; PRAGMA user_version = 1" : "PRAGMA user_version = 2");
  auto store = *OpenStore("sqlite:" + path);
  auto holder = Attach(*store);
  CHECK((**holder->Load()).next_mark == 77);
  REQUIRE(holder->schema_log().Append({Record("t")}).ok());
  CHECK(Load(holder->schema_log()).size() == 1);
}

TEST_CASE("of changes that a full disk refuses, none is kept", "[store][schema_log]") {
  TempFolder folder;
  const std::string url = "sqlite:" + folder.File("towpath.db");
  {
    auto store = *OpenStore(url);
    REQUIRE(Attach(*store)->schema_log().Append({Record("t")}).ok());
  }
  const pid_t child = fork();
  if (child == 0) {
    // Files may not grow any more, as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    auto store = OpenStore(url);
    auto holder = store.ok() ? (*store)->Attach(Store::Kind::kStream, "orders") : store.status();
    if (!holder.ok()) _exit(3);
    const struct rlimit none = {0, RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &none) != 0) _exit(2);
    const std::vector<SchemaRecord> many(200, Record("u"));
    const Status full = (*holder)->schema_log().Append(many).status();
    if (full.code() != Code::kStore) _exit(4);
    if (full.message().find("try again") == std::string::npos) _exit(5);
    const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &all) != 0) _exit(6);
    size_t count = 0;
    if (!(*holder)->schema_log().Load([&](const SchemaRecord&) { ++count; }).ok()) _exit(7);
    if (count != 1) _exit(8);
    if (!(*holder)->schema_log().Append(many).ok()) _exit(9);
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  auto store = *OpenStore(url);
  CHECK(Load(Attach(*store)->schema_log()).size() == 201);
}

}  // namespace
}  // namespace towpath::store
