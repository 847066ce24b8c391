// MySQL's partial updates of JSON (binlog_row_value_options=PARTIAL_JSON): random documents,
// changed in random ways under every setting that the events depend on. After each update the
// document that the stream delivers, or that its differences make of the last one known, is what
// SELECT shows.
//
// TOWPATH_PARTIAL_JSON_SEED: the seed that a run printed; TOWPATH_PARTIAL_JSON_STEPS: updates under
// each setting.
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "binlog/json.h"
#include "binlog/json_diff.h"
#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/select_oracle_workload.h"
#include "tests/support/environment.h"
#include "tests/support/random.h"
#include "tests/support/random_json.h"
#include "tests/support/sql_text.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

using test::Random;

constexpr int kRows = 4;
constexpr size_t kFirstJson = 2;  // columns: id, step, a, v, b, c
const std::vector<std::string> kJsonColumns = {"a", "b", "c"};

// Few, so that paths meet what is there; each is written in paths in another way.
const std::vector<std::string> kKeys = {"a",
                                        "bb",
                                        "",
                                        "k 1",
                                        "\"q\"",
                                        "back\\slash",
                                        "\xc3\xbc",
                                        "x[0]",
                                        "a.b",
                                        "*",
                                        "tab\tnew\nline",
                                        "\xf0\x9f\x98\x80",
                                        "$",
                                        "a_long_name_of_a_member",
                                        "1",
                                        "null",
                                        "\x01\x1f"};

std::string JsonText(const std::string& text) {
  std::string out;
  binlog::AppendJsonQuoted(text, &out);
  return out;
}

std::string Document(Random& random, int depth) {
  if (depth == 0 || random.Chance(25)) {
    if (random.Chance(3)) return JsonText(std::string(random.Pick({300, 20000, 66000}), 'x'));
    return random.Pick<std::string>({"null", "true", "1", "-70000", "4294967295", "1.5", "\"text\"",
                                     "18446744073709551615", "{}", "[]", "\"\"", "32768"});
  }
  const bool object = random.Chance(50);
  std::string out = object ? "{" : "[";
  const uint64_t count = random.Chance(3) ? 100 : random.Below(5);
  for (uint64_t i = 0; i < count; ++i) {
    if (i > 0) out += ",";
    if (object) out += JsonText(random.Pick(kKeys)) + ":";
    out += Document(random, depth - 1);
  }
  return out + (object ? "}" : "]");
}

// A value of any SQL type, or a document.
std::string ValueExpression(Random& random) {
  switch (random.Below(8)) {
    case 0:
    case 1:
      return fmt::format("CAST({} AS JSON)", test::Utf8Literal(Document(random, 3)));
    case 2:
      return test::RandomJsonExpression(random);
    case 3:
      return random.Pick({"CAST('2024-02-29' AS DATE)", "CAST('-12:34:56.000001' AS TIME(6))",
                          "CAST('2024-01-02 03:04:05.06' AS DATETIME(2))",
                          "CAST(-12345678901234567890.0123456789 AS DECIMAL(40,10))", "x'00ff'",
                          "b'101'"});
    default:
      return random.Pick({"1", "NULL", "'text'", "TRUE", "70000", "-1.5e0", "step", "v",
                          "REPEAT('y', 200)", "9223372036854775808"});
  }
}

std::string Path(Random& random, bool may_be_root) {
  std::string path = "$";
  const uint64_t legs = random.Below(5);
  for (uint64_t i = 0; i < legs || (i == 0 && !may_be_root); ++i) {
    if (random.Chance(50)) {
      path += "." + JsonText(random.Pick(kKeys));
    } else {
      path += random.Pick({"[0]", "[0]", "[1]", "[2]", "[3]", "[7]", "[last]", "[last-1]"});
    }
  }
  return test::Utf8Literal(path);
}

// What the server may log as differences of `column`.
std::string PartialExpression(Random& random, const std::string& column) {
  std::string out = column;
  const uint64_t depth = 1 + random.Below(3);
  for (uint64_t i = 0; i < depth; ++i) {
    const uint64_t kind = random.Below(3);
    const char* functions[] = {"JSON_SET", "JSON_REPLACE", "JSON_REMOVE"};
    out = fmt::format("{}({}", functions[kind], out);
    const uint64_t paths = 1 + random.Below(3);
    for (uint64_t p = 0; p < paths; ++p) {
      out += ", " + Path(random, kind != 2 && random.Chance(10));
      if (kind != 2) out += ", " + ValueExpression(random);
    }
    out += ")";
  }
  return out;
}

std::string OtherExpression(Random& random, const std::string& column) {
  switch (random.Below(8)) {
    case 0:
      return "NULL";
    case 1:
    case 2:
      return fmt::format("JSON_ARRAY_INSERT(COALESCE({}, JSON_ARRAY()), '$[{}]', {})", column,
                         random.Below(4), ValueExpression(random));
    case 3:
      return fmt::format("JSON_ARRAY_APPEND({}, '$', {})", column, ValueExpression(random));
    default:
      return fmt::format("CAST({} AS JSON)", test::Utf8Literal(Document(random, 4)));
  }
}

struct Settings {
  std::string row_image;
  bool full_metadata;
  bool compressed;
  bool primary_key;

  std::string Name() const {
    return fmt::format("row image {}, row metadata {}, compression {}, {} key", row_image,
                       full_metadata ? "FULL" : "MINIMAL", compressed ? "ON" : "OFF",
                       primary_key ? "primary" : "no");
  }
};

using Documents = std::vector<std::optional<std::string>>;  // by JSON column; nullopt: NULL
using State = std::map<int64_t, Documents>;                 // by id

State Select(OracleSession& session) {
  State state;
  for (const auto& row : session.Query("SELECT id, a, b, c FROM t").rows)
    state[std::stoll(*row[0])] = {row[1], row[2], row[3]};
  return state;
}

// PARTIAL_UPDATE_ROWS events from FILE:OFFSET on.
size_t CountPartialEvents(OracleSession& session, const std::string& start) {
  const size_t colon = start.rfind(':');
  const auto events = session.Query(fmt::format("SHOW BINLOG EVENTS IN '{}' FROM {}",
                                                start.substr(0, colon), start.substr(colon + 1)));
  const int type = events.Find("Event_type");
  REQUIRE(type >= 0);
  size_t count = 0;
  for (size_t row = 0; row < events.rows.size(); ++row)
    count += events.Text(row, type) == "Update_rows_partial" ? 1 : 0;
  return count;
}

struct Counts {
  size_t rows = 0;
  size_t documents = 0;  // compared
  size_t diffs = 0;      // of them: applied by the test
  size_t nulls = 0;
  size_t partial_events = 0;
};

// What the stream says, against what was selected after each update.
class Follower {
 public:
  Follower(std::vector<State> states, Settings settings)
      : states_(std::move(states)), settings_(std::move(settings)) {}

  bool done() const { return last_step_ + 1 == states_.size(); }
  const Counts& counts() const { return counts_; }

  void Follow(const Entry& entry) {
    if (!entry.is_rows() || entry.table()->name() != "t") return;
    CHECK(entry.table()->columns().size() == 6);
    CHECK(entry.table()->columns()[kFirstJson].name == "a");
    size_t rows = 0;
    for (rows_.Start(entry); rows_.Next(); ++rows) {
      const bool insert = entry.kind() == EntryKind::kInsert;
      const int64_t id = (insert ? rows_.after() : rows_.before())[0].i64;
      last_step_ = static_cast<size_t>(rows_.after()[1].i64);
      REQUIRE(last_step_ < states_.size());
      INFO("step " << last_step_ << ", id " << id);
      const size_t columns[] = {kFirstJson, kFirstJson + 2, kFirstJson + 3};
      for (size_t i = 0; i < kJsonColumns.size(); ++i) {
        INFO("column " << kJsonColumns[i]);
        if (!insert) CheckBefore(entry, columns[i], known_[id][i]);
        CheckAfter(entry, columns[i], states_[last_step_].at(id)[i], &known_[id][i]);
      }
      ++counts_.rows;
    }
    INFO(rows_.status().ToString());
    REQUIRE(rows_.status().ok());
    CHECK(rows == entry.row_count());
  }

 private:
  // A document as bytes; nullopt: NULL.
  using Known = std::optional<std::vector<uint8_t>>;

  static std::string Print(std::span<const uint8_t> document) {
    std::string text;
    return binlog::AppendJson(document, &text) ? text : "NO DOCUMENT";
  }

  void CheckBefore(const Entry& entry, size_t column, const Known& known) {
    const Value& value = rows_.before()[column];
    if (value.is_absent()) {
      CHECK(settings_.row_image != "FULL");
    } else if (value.is_null()) {
      CHECK(!known.has_value());
    } else {
      std::string text;
      CHECK(AppendText(entry.table()->columns()[column], value, &text).ok());
      CHECK((known.has_value() && text == Print(*known)));
    }
  }

  void CheckAfter(const Entry& entry, size_t column, const std::optional<std::string>& selected,
                  Known* known) {
    const Value& value = rows_.after()[column];
    std::string text;
    switch (value.kind) {
      case ValueKind::kAbsent:  // as it was
        CHECK(settings_.row_image != "FULL");
        break;
      case ValueKind::kNull:
        known->reset();
        ++counts_.nulls;
        break;
      case ValueKind::kJson:
        REQUIRE(AppendText(entry.table()->columns()[column], value, &text).ok());
        *known = std::vector<uint8_t>(value.bytes().begin(), value.bytes().end());
        CHECK(text == Print(**known));
        ++counts_.documents;
        break;
      case ValueKind::kJsonDiff: {
        CHECK(rows_.before()[column].is_absent());
        REQUIRE(known->has_value());
        REQUIRE(AppendText(entry.table()->columns()[column], value, &text).ok());
        INFO("differences " << text.substr(0, 2000));
        std::vector<uint8_t> out;
        const Status status = patcher_.Apply(**known, value.bytes(), &out);
        INFO(status.ToString());
        REQUIRE(status.ok());
        *known = out;
        ++counts_.documents;
        ++counts_.diffs;
        break;
      }
      default:
        FAIL("a value of kind " << static_cast<int>(value.kind));
    }
    CHECK(known->has_value() == selected.has_value());
    if (known->has_value() && selected.has_value() && Print(**known) != *selected) {
      FAIL_CHECK("delivered: " << Print(**known).substr(0, 2000)
                               << "\nselected:  " << selected->substr(0, 2000));
    }
  }

  const std::vector<State> states_;  // by step
  const Settings settings_;
  std::map<int64_t, std::map<size_t, Known>> known_;
  size_t last_step_ = 0;
  Counts counts_;
  RowReader rows_;
  binlog::JsonPatcher patcher_;
};

std::vector<State> RunUpdates(OracleSession& session, Random& random, const Settings& settings,
                              size_t steps) {
  session.Query(
      fmt::format("CREATE TABLE t (id INT{}, step INT, a JSON, v VARCHAR(20), b JSON, c JSON)",
                  settings.primary_key ? " PRIMARY KEY" : ""));
  session.Query("SET SESSION binlog_row_value_options='PARTIAL_JSON'");
  session.Query("SET SESSION binlog_row_image=" + settings.row_image);
  session.Query(
      fmt::format("SET SESSION binlog_transaction_compression={}", settings.compressed ? 1 : 0));
  const auto document = [&] {
    return random.Chance(60)
               ? fmt::format("CAST({} AS JSON)", test::Utf8Literal(Document(random, 4)))
           : random.Chance(80) ? test::RandomJsonExpression(random)
                               : "NULL";
  };
  std::string insert = "INSERT INTO t VALUES ";
  for (int id = 1; id <= kRows; ++id)
    insert += fmt::format("{}({}, 0, {}, 'v{}', {}, {})", id > 1 ? "," : "", id, document(), id,
                          document(), document());
  session.Query(insert);
  std::vector<State> states = {Select(session)};
  while (states.size() <= steps) {
    std::string update = fmt::format("UPDATE t SET step={}", states.size());
    for (const std::string& column : kJsonColumns) {
      if (random.Chance(60)) {
        update += fmt::format(", {}={}", column, PartialExpression(random, column));
      } else if (random.Chance(25)) {
        update += fmt::format(", {}={}", column, OtherExpression(random, column));
      }
    }
    if (random.Chance(20)) update += ", v=step";
    if (random.Chance(70)) update += fmt::format(" WHERE id={}", 1 + random.Below(kRows));
    session.Query(update);
    states.push_back(Select(session));
  }
  session.Query(
      "SET SESSION binlog_row_value_options='', binlog_row_image=FULL, "
      "binlog_transaction_compression=0");
  return states;
}

TEST_CASE("partial updates of JSON give the documents that SELECT shows") {
  if (Kinds().back() != Kind::kMysql) return;  // MariaDB has none
  const LiveServer server(Kind::kMysql);
  // The same one each time, so that only a change of the code changes the outcome; others by hand.
  const uint64_t seed = test::FromEnvironment("TOWPATH_PARTIAL_JSON_SEED", 1129402110);
  const uint64_t steps = test::FromEnvironment("TOWPATH_PARTIAL_JSON_STEPS", 60);
  OracleSession session(server);
  const std::string database = "partial_json";
  Counts total;
  for (const bool full_metadata : {true, false}) {
    const ScopedGlobal metadata(server, "binlog_row_metadata", full_metadata ? "FULL" : "MINIMAL");
    for (const char* row_image : {"FULL", "MINIMAL", "NOBLOB"}) {
      for (const bool compressed : {false, true}) {
        for (const bool primary_key : {true, false}) {
          const Settings settings = {row_image, full_metadata, compressed, primary_key};
          INFO(settings.Name() << ", TOWPATH_PARTIAL_JSON_SEED=" << seed
                               << " TOWPATH_PARTIAL_JSON_STEPS=" << steps);
          Random random(seed);
          session.Query("DROP DATABASE IF EXISTS " + database);
          session.Query("CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
          session.Query("USE " + database);
          const std::string start = session.Position();
          Follower follower(RunUpdates(session, random, settings, steps), settings);

          Options options = server.StreamOptions();
          REQUIRE(options.Set("store.url", "memory:").ok());
          REQUIRE(options.Set("source.start", start).ok());
          REQUIRE(options.Set("filter.tables", database + "\\.t").ok());
          auto stream = Stream::Open(options);
          REQUIRE(stream.ok());
          while (!follower.done()) {
            auto batch = (*stream)->GetWithoutAck(1000, std::chrono::seconds(30));
            INFO(batch.status().ToString());
            REQUIRE(batch.ok());
            REQUIRE_FALSE(batch->empty());
            for (const Entry& entry : *batch) follower.Follow(entry);
            REQUIRE((*stream)->Ack(batch->mark()).ok());
          }
          const Counts& counts = follower.counts();
          CHECK(counts.rows >= steps);
          CHECK(counts.nulls > 0);
          // Only MINIMAL leaves the document out of a before image: NOBLOB has those that change.
          CHECK((counts.diffs > 0) == (primary_key && settings.row_image == "MINIMAL"));
          if (!compressed) {  // payloads hide their events from the statement
            const size_t partial = CountPartialEvents(session, start);
            CHECK(partial > steps / 4);
            total.partial_events += partial;
          }
          total.rows += counts.rows;
          total.documents += counts.documents;
          total.diffs += counts.diffs;
          total.nulls += counts.nulls;
        }
      }
    }
  }
  session.Query("DROP DATABASE " + database);
  std::cout << fmt::format(
      "partial JSON MySQL {}, TOWPATH_PARTIAL_JSON_SEED={}: {} rows, {} documents compared, of "
      "them "
      "{} by differences, {} NULLs, {} partial events seen\n",
      server.Env("VERSION"), seed, total.rows, total.documents, total.diffs, total.nulls,
      total.partial_events);
}

}  // namespace
}  // namespace towpath::live
