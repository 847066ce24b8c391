// Where a dump starts: every kind of start point on both servers.
#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

TEST_CASE("start: earliest is the oldest binlog") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  SourceReader reader(server.Source());
  reader.Connect();
  const model::Cursor cursor = reader.Resolve("earliest");
  CHECK(cursor.offset == 4);
  CHECK(cursor.gtids_known);
}

}  // namespace
}  // namespace towpath::live
