// QUERY events: each status variable is read, or passed over, by its own length.
#include "binlog/query_event.h"

#include <string>
#include <string_view>
#include <vector>

#include "tests/catch.h"
#include "tests/support/binlog_builder.h"

namespace towpath::test {
namespace {

using binlog::ExplicitDefaultsForTimestamp;
using binlog::ParseQuery;
using binlog::QueryEvent;

constexpr std::string_view kSql = "CREATE TABLE t (a INT)";

// What a server may log, each with a value that nothing else has.
std::vector<std::string> MysqlVariables() {
  return {Le(0, 1) + Le(0x01020304, 4),                                 // flags2
          Le(1, 1) + Le(0x1122334455667788, 8),                         // sql_mode
          Le(2, 1) + Text1("std") + Le(0, 1),                           // catalog, with a NUL
          Le(3, 1) + Le(7, 2) + Le(8, 2),                               // auto_increment
          Le(4, 1) + Le(33, 2) + Le(45, 2) + Le(255, 2),                // charsets
          Le(5, 1) + Text1("SYSTEM"),                                   // time_zone
          Le(6, 1) + Text1("std"),                                      // catalog
          Le(7, 1) + Le(9, 2),                                          // lc_time_names
          Le(8, 1) + Le(48, 2),                                         // charset_database
          Le(9, 1) + Le(5, 8),                                          // table_map_for_update
          Le(10, 1) + Le(6, 4),                                         // master_data_written
          Le(11, 1) + Text1("root") + Text1("localhost"),               // invoker
          Le(12, 1) + Le(2, 1) + "shop" + Le(0, 1) + "crm" + Le(0, 1),  // updated_db_names
          Le(12, 1) + Le(254, 1),                                       // too many of them
          Le(13, 1) + Le(123456, 3),                                    // microseconds
          Le(16, 1) + Le(1, 1),                                         // explicit defaults
          Le(17, 1) + Le(4711, 8),                                      // ddl_xid
          Le(18, 1) + Le(46, 2),                                        // utf8mb4's collation
          Le(19, 1) + Le(1, 1),
          Le(20, 1) + Le(0, 1),
          Le(21, 1) + Le(1, 1)};
}

std::vector<std::string> MariadbVariables() {
  return {Le(0, 1) + Le(1u << 24, 4),
          Le(4, 1) + Le(8, 2) + Le(45, 2) + Le(28, 2),
          Le(128, 1) + Le(654321, 3),         // microseconds
          Le(129, 1) + Le(99, 8),             // xid
          Le(130, 1) + Le(0, 1),              // gtid flags
          Le(130, 1) + Le(4, 1) + Le(17, 8),  // and of a two-phase ALTER: its sequence number
          Le(131, 1) + Le(1, 1) + Le(33, 2) + Le(192, 2)};
}

QueryEvent Parse(const std::string& body) {
  QueryEvent query;
  REQUIRE(ParseQuery({reinterpret_cast<const uint8_t*>(body.data()), body.size()}, 13, &query));
  CHECK(query.database == "shop");
  CHECK(query.sql == kSql);
  return query;
}

// All of them, and what is read of them; then all but one, in turn: the others are read the same.
void CheckEach(const std::vector<std::string>& variables, bool (*complete)(const QueryEvent&)) {
  for (size_t without = 0; without <= variables.size(); ++without) {
    std::string status;
    for (size_t i = 0; i < variables.size(); ++i)
      if (i != without) status += variables[i];
    CAPTURE(without);
    const std::string body = BinlogBuilder::QueryBody("shop", kSql, status);
    const QueryEvent query = Parse(body);
    if (without == variables.size()) CHECK(complete(query));
    // The last one is a mark: what stands before it was as long as it was taken for.
    const std::string behind = status + Le(8, 1) + Le(1, 2) + Le(1, 1) + Le(0x5544332211, 8);
    const std::string marked = BinlogBuilder::QueryBody("shop", kSql, behind);
    CHECK(Parse(marked).sql_mode == 0x5544332211);
  }
}

TEST_CASE("query: MySQL's status variables", "[query]") {
  CheckEach(MysqlVariables(), [](const QueryEvent& q) {
    return q.flags == 0x01020304 && q.sql_mode == 0x1122334455667788 && q.client_collation == 33 &&
           q.server_collation == 255 && q.microseconds == 123456 && q.utf8mb4_collation == 46 &&
           q.explicit_defaults_for_timestamp == true && q.error == 0 &&
           ExplicitDefaultsForTimestamp(q, Flavor::kMysql) == true;
  });
}

TEST_CASE("query: MariaDB's status variables", "[query]") {
  CheckEach(MariadbVariables(), [](const QueryEvent& q) {
    const std::string pairs = Le(33, 2) + Le(192, 2);
    return q.client_collation == 8 && q.server_collation == 28 && q.microseconds == 654321 &&
           std::string(q.set_collations.begin(), q.set_collations.end()) == pairs &&
           ExplicitDefaultsForTimestamp(q, Flavor::kMariadb) == true;
  });
}

TEST_CASE("query: what is not known or cut off ends the variables and harms nothing", "[query]") {
  const std::string known = Le(4, 1) + Le(33, 2) + Le(45, 2) + Le(255, 2);
  const std::string unknown = Le(99, 1) + Le(1, 1) + Le(7, 8);
  const std::string body = BinlogBuilder::QueryBody("shop", kSql, known + unknown);
  CHECK(Parse(body).server_collation == 255);
  for (size_t size = 0; size < known.size(); ++size) {
    const std::string cut = BinlogBuilder::QueryBody("shop", kSql, known.substr(0, size));
    CHECK(Parse(cut).server_collation == 0);
    CHECK(Parse(cut).client_collation == 0);
  }
  // A head that promises more than there is.
  for (size_t size = 0; size < body.size() - kSql.size(); ++size) {
    QueryEvent query;
    CHECK_FALSE(ParseQuery({reinterpret_cast<const uint8_t*>(body.data()), size}, 13, &query));
  }
}

}  // namespace
}  // namespace towpath::test
