// The running dump: events, heartbeats, sizes, and every way it ends.
#include <set>
#include <thread>

#include "fmt/format.h"
#include "mysql/binlog_dump.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

using mysql::BinlogDump;

TEST_CASE("dump: delivers what happens after latest") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  Sandbox sandbox(server, "dump_latest");
  sandbox.Sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20))");

  SourceReader reader(server.Source());
  reader.OpenAt("latest");
  sandbox.Sql("INSERT INTO t VALUES (1, 'one'), (2, 'two')");
  const RawEvent event = reader.NextOf(RowsTypes());
  CHECK(event.text().find("two") != std::string::npos);
}

}  // namespace
}  // namespace towpath::live
