// docs/coverage.md says what becomes of every event and of every type of column.
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "binlog/decoder.h"
#include "binlog/event.h"
#include "binlog/table_version.h"
#include "model/text.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"
#include "tests/support/compressed.h"
#include "tests/support/entry_collector.h"

namespace towpath::test {
namespace {

using Row = std::vector<std::string>;

// The rows of the table below a heading, by their first cell.
std::map<std::string, Row> TableOf(const std::string& heading) {
  std::ifstream file(TOWPATH_SOURCE_FOLDER "/docs/coverage.md");
  REQUIRE(file.good());
  std::map<std::string, Row> rows;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (!inside || !line.starts_with("| ") || line.starts_with("| type ")) continue;
    Row row;
    for (const std::string_view cell : model::Split(line, '|')) row.emplace_back(model::Trim(cell));
    row.erase(row.begin());  // before the first bar
    REQUIRE(row.size() >= 5);
    CHECK(rows.emplace(row[0], row).second);
  }
  return rows;
}

const std::vector<MapColumn> kColumns = {{3, "", false}};
std::string Image(uint32_t id) { return Le(0, 1) + Le(id, 4); }

// An event of the type as a server writes it; nothing where no server does.
std::string BodyOf(int type) {
  std::string query = BinlogBuilder::QueryBody("shop", "CREATE TABLE u (a INT)");
  std::string gtid = Le(1, 1) + std::string(16, '\1') + Le(9, 8);
  const auto update = [](int t) { return t == 24 || t == 31 || t == 39 || t == 167 || t == 170; };
  switch (type) {
    case 2:
      return query;
    case 4:
      return Le(4, 8) + "binlog.000002";
    case 16:
      return Le(1, 8);
    case 18: {
      std::string body = BinlogBuilder::QueryBody("shop", "LOAD DATA INFILE 'x' INTO TABLE t");
      body.insert(13, Le(1, 4) + Le(17, 4) + Le(20, 4) + Le(0, 1));
      return body;
    }
    case 19:
      return BinlogBuilder::TableMapBody(78, "shop", "u", kColumns, BinlogBuilder::Names(1));
    case 26:
      return Le(1, 2) + Text1("lost");
    case 27:
      return "binlog.000001";
    case 33:
      return gtid;
    case 34:
      return Le(1, 1) + std::string(24, '\0');
    case 38:
      return Le(0, 1) + Le(1, 4) + Le(1, 4) + Le(0, 4) + "x";
    case 39:
      return BinlogBuilder::RowsBody(39, 77, 1, Image(1) + Le(0, 1) + Image(2));
    case 40: {
      BinlogBuilder log;
      const std::string content =
          log.Frame(19,
                    BinlogBuilder::TableMapBody(77, "shop", "t", kColumns, BinlogBuilder::Names(1)),
                    0, 0, false) +
          log.Frame(30, BinlogBuilder::RowsBody(30, 77, 1, Image(1)), 0, 0, false);
      return Le(2, 1) + Text1(Lenenc(255)) + Le(0, 1) + content;
    }
    case 41:
      return Le(1, 1) + Text1("binlog.000001") + Le(0, 1);
    case 42:  // version 1, its size, nothing required; number 9 in field 2
      return std::string("\x02\x0a\x00\x04\x24", 5);
    case 162:
      return Le(9, 8) + Le(0, 4) + Le(0, 1) + std::string(6, '\0');
    case 165:
      return BinlogBuilder::QueryBody("shop", ZlibBlock("CREATE TABLE u (a INT)"));
    default:
      break;
  }
  if ((type >= 23 && type <= 25) || (type >= 30 && type <= 32) || (type >= 166 && type <= 171)) {
    const std::string rows = Image(1) + (update(type) ? Image(2) : "");
    return BinlogBuilder::RowsBody(static_cast<uint8_t>(type), 77, 1,
                                   type >= 166 ? ZlibBlock(rows) : rows);
  }
  return Le(0, 8);
}

struct Outcome {
  Status status;
  std::string kinds;  // of the entries that came of the event alone
  bool state_changed = false;
  uint64_t ignored = 0;
};

// What becomes of one event, behind others inside a transaction or at a file's start.
Outcome Feed(int type, const std::string& body, bool in_transaction, uint16_t flags = 0,
             model::StatementPolicy statements = model::StatementPolicy::kDeliver) {
  const bool mariadb = type >= 160;
  BinlogBuilder log(mariadb ? "11.8.3-MariaDB" : "9.7.4", false);
  log.Format();
  if (in_transaction) {
    if (mariadb) {
      log.MariadbGtid(0, 1, 0);
    } else {
      log.Gtid(1, 1).Query("shop", "BEGIN");
    }
    log.TableMap(77, "shop", "t", kColumns, BinlogBuilder::Names(1));
    log.Rows(mariadb ? 23 : 30, 77, 1, Image(1), false);
  }
  if (type == 15) log.Format();
  EntryCollector sink;
  binlog::DecoderConfig config;
  config.statements = statements;
  binlog::Decoder decoder(config);
  decoder.Start("binlog.000001", 4, false);
  std::vector<std::string> events = SplitEvents(log.bytes());
  std::string last;
  if (type == 15) {
    last = events.back();
    events.pop_back();
  } else {
    last = log.Frame(static_cast<uint8_t>(type), body, 0, flags, false);
  }
  for (const std::string& event : events) REQUIRE(decoder.Feed(MakeFrame(event), sink).ok());
  const size_t before = sink.entries().size();
  const bool was_in_transaction = decoder.in_transaction();
  const std::string file = decoder.file()->name;
  Outcome outcome;
  outcome.status = decoder.Feed(MakeFrame(last), sink);
  for (size_t i = before; i < sink.entries().size(); ++i)
    outcome.kinds +=
        std::string(i > before ? " " : "") + std::string(EntryKindName(sink.entries()[i].kind()));
  outcome.state_changed =
      decoder.in_transaction() != was_in_transaction || decoder.file()->name != file;
  outcome.ignored = decoder.counters().ignored_events;
  return outcome;
}

TEST_CASE("docs/coverage.md says what becomes of every event", "[coverage]") {
  const auto table = TableOf("Events");
  CHECK(table.size() == 54);
  for (int type = 0; type < 256; ++type) {
    INFO("type " << type);
    const auto row = table.find(std::to_string(type));
    if (row == table.end()) {
      for (const bool inside : {false, true}) {
        const Outcome plain = Feed(type, "?", inside);
        CHECK(plain.status.code() == Code::kUnsupported);
        CHECK_THAT(plain.status.message(),
                   ContainsSubstring("type " + std::to_string(type) + " is not known"));
        const Outcome ignorable = Feed(type, "?", inside, 0x80);
        CHECK(ignorable.status.ok());
        CHECK(ignorable.ignored == 1);
        CHECK(ignorable.kinds.empty());
      }
      continue;
    }
    const std::string& event = row->second[1];
    const std::string& says = row->second[4];
    CHECK(event == binlog::EventTypeName(static_cast<binlog::EventType>(type)));
    const std::string body = BodyOf(type);
    const Outcome alone = Feed(type, body, false);
    const Outcome inside = Feed(type, body, true);
    const std::string kinds = inside.kinds + " " + alone.kinds;
    if (says.starts_with("refused")) {
      CHECK_FALSE(inside.status.ok());
      const std::string code = "(`" + std::string(CodeName(inside.status.code())) + "`)";
      CHECK_THAT(says, ContainsSubstring(code));
      CHECK(kinds == " ");
      CHECK(Feed(type, body, true, 0x80).status.ok() ==
            (says.find("unless marked as ignorable") != std::string::npos));
    } else if (says.starts_with("delivered")) {
      const bool asked_for = type == 27 || type == 41;
      REQUIRE(inside.status.ok());
      CHECK(kinds != " ");
      // Every kind that is named comes, and none that is not.
      for (const std::string kind :
           {"insert", "update", "delete", "ddl", "statement", "commit", "heartbeat"}) {
        const bool comes = kinds.find(kind) != std::string::npos;
        const bool named = says.find('`' + kind + '`') != std::string::npos;
        INFO(kind << " of " << kinds);
        if (comes) {
          // As other events, which the text names; a statement alone ends its transaction.
          const bool by_reference = type == 40 || type == 41 || type == 165;
          CHECK((named || by_reference || (type == 18 && kind == "commit")));
        }
        if (named && type != 2) CHECK(comes);
      }
      CHECK((!asked_for || kinds.find("heartbeat") != std::string::npos));
      if (says.find("or refused") != std::string::npos && type == 18) {
        CHECK(Feed(type, body, true, 0, model::StatementPolicy::kError).status.code() ==
              Code::kUnsupported);
      }
    } else if (says.starts_with("followed")) {
      const bool in_order = alone.status.ok() || inside.status.ok();
      CHECK(in_order);
      CHECK(kinds == " ");
      // Without its body it can not be read, or it leads to another place.
      CHECK((alone.state_changed || type == 15 || !Feed(type, "", false).status.ok()));
    } else {
      REQUIRE(says.starts_with("ignored"));
      for (const std::string& any : {body, std::string(), std::string(40, '\xff')}) {
        for (const bool within : {false, true}) {
          const Outcome outcome = Feed(type, any, within);
          CHECK(outcome.status.ok());
          CHECK(outcome.kinds.empty());
          CHECK_FALSE(outcome.state_changed);
        }
      }
    }
  }
  const Outcome dml = Feed(2, BinlogBuilder::QueryBody("shop", "INSERT INTO t VALUES (1)"), true);
  CHECK(dml.kinds == "statement");
}

std::string KindName(ValueKind kind) {
  static constexpr const char* kNames[] = {"absent",   "null",      "int",  "uint",     "float",
                                           "double",   "decimal",   "year", "date",     "time",
                                           "datetime", "timestamp", "text", "binary",   "enum",
                                           "set",      "bit",       "json", "geometry", "vector"};
  REQUIRE(static_cast<size_t>(kind) < std::size(kNames));
  return kNames[static_cast<size_t>(kind)];
}

// The metadata of a type, for a column as people declare it.
std::string MetaOf(int type) {
  switch (type) {
    case 4:
      return Le(4, 1);
    case 5:
      return Le(8, 1);
    case 15:
    case 141:
    case 253:
      return Le(20, 2);
    case 16:
      return Le(0x0200, 2);
    case 17:
    case 18:
    case 19:
      return Le(3, 1);
    case 140:
    case 249:
    case 250:
    case 251:
    case 252:
      return Le(2, 1);
    case 242:
    case 245:
    case 255:
      return Le(4, 1);
    case 246:
      return Le(10, 1) + Le(2, 1);
    case 247:
    case 248:
      return Le(static_cast<uint64_t>(type), 1) + Le(1, 1);
    case 254:
      return Le(254, 1) + Le(20, 1);
    default:
      return "";
  }
}

TEST_CASE("docs/coverage.md says what becomes of every type of column", "[coverage]") {
  auto table = TableOf("Column types");
  const auto check = [&](const std::string& key, int type, const std::string& meta) {
    INFO("type " << key);
    // Without a collation of its own, a string is of the table's: latin1.
    const std::string optional = BinlogBuilder::Names(1) + BinlogBuilder::Field(2, Lenenc(8));
    const std::string body =
        BinlogBuilder::TableMapBody(1, "shop", "t", {{static_cast<uint8_t>(type), meta}}, optional);
    binlog::TableMap map;
    REQUIRE(binlog::ParseTableMap({reinterpret_cast<const uint8_t*>(body.data()), body.size()}, 8,
                                  &map));
    binlog::TableContext context;
    context.flavor = type == 140 || type == 141 ? Flavor::kMariadb : Flavor::kMysql;
    const auto built = binlog::BuildTable(map, context);
    const auto row = table.find(key);
    if (row == table.end()) {
      CHECK(built.code() == Code::kCorrupted);
      return;
    }
    if (!built.ok()) {
      CHECK(row->second[4] == "refused (`" + std::string(CodeName(built.code())) + "`)");
    } else {
      CHECK(row->second[4] == ColumnTypeName(built->version->table.columns()[0].type));
      CHECK(row->second[5] == KindName(built->version->layout.columns[0].kind));
    }
    table.erase(row);
  };
  for (int type = 0; type < 256; ++type) check(std::to_string(type), type, MetaOf(type));
  check("254/247", 254, "\xf7\x01");
  check("254/248", 254, "\xf8\x01");
  for (const auto& row : table) UNSCOPED_INFO("not checked: " << row.first);
  CHECK(table.empty());
}

}  // namespace
}  // namespace towpath::test
