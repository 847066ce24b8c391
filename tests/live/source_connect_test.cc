// Connecting: authentication, TLS, and what is refused.
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/source_reader.h"

namespace towpath::live {
namespace {

TEST_CASE("connect: says what server it found") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  SourceReader reader(server.Source());
  reader.Connect();
  CHECK(reader.source().info().flavor == (server.mysql() ? Flavor::kMysql : Flavor::kMariadb));
  CHECK(reader.source().info().endpoint == "127.0.0.1:" + server.Env("PORT"));
  CHECK_THAT(reader.source().info().version, ContainsSubstring(server.Env("VERSION")));
}

}  // namespace
}  // namespace towpath::live
