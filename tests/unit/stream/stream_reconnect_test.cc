// The whole stream when its connection is lost.
#include "towpath/stream.h"

#include <string>
#include <thread>
#include <vector>

#include "tests/catch.h"
#include "tests/support/stream_fixture.h"

namespace towpath::test {
namespace {

TEST_CASE("a connection lost anywhere costs nothing and repeats nothing", "[stream]") {
  std::vector<std::string> all;
  {
    StreamFixture f;
    f.server.Write([](BinlogWriter& log) { Fill(log, 40); });
    f.server.AtEnd(kTheEnd);
    REQUIRE(f.Open().ok());
    all = f.Drain();
  }
  // The longest transaction has eleven events, and two come before it.
  for (uint64_t drop = 13; drop < 60; ++drop) {
    INFO("lost after " << drop << " events");
    StreamFixture f;
    f.server.Write([](BinlogWriter& log) { Fill(log, 40); });
    f.server.AtEnd(kTheEnd);
    f.server.DropAfter(drop);
    REQUIRE(f.Open().ok());
    REQUIRE(f.Drain(drop % 5 + 1) == all);
    CHECK(f.stream->GetStatus().reconnects > 0);
  }
}

TEST_CASE("reconnection is tried again and again, and told", "[stream]") {
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  size_t got = 0;
  while (got < 3) got += f.Get().size();
  f.server.RefuseConnects(10);
  f.server.DropAfter(0);
  while (f.stream->GetStatus().state != StreamState::kConnecting) std::this_thread::yield();
  CHECK(f.stream->GetStatus().error.code() == Code::kConnection);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{2, "x"}}); });
  f.server.DropAfter(1000);
  CHECK_FALSE(f.Get().empty());
  CHECK(f.stream->GetStatus().reconnects >= 1);
  f.stream.reset();
  const std::lock_guard lock(f.log_mutex);
  CHECK(f.log.size() >= 11);
}

TEST_CASE("giving up tells the whole story", "[stream]") {
  StreamFixture f;
  f.settings.source.retry.max_attempts = GENERATE(0, 3);
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  size_t got = 0;
  while (got < 3) got += f.Get().size();
  f.server.RefuseConnects(1000);
  f.server.DropAfter(0);
  const auto failed = f.stream->GetWithoutAck(10, kForever);
  CHECK(failed.code() == Code::kConnection);
  CHECK_THAT(failed.status().message(), ContainsSubstring("source.retry.max_attempts"));
  if (f.settings.source.retry.max_attempts == 3) {
    CHECK_THAT(failed.status().message(), ContainsSubstring("3 reconnections") &&
                                              ContainsSubstring("lost after") &&
                                              ContainsSubstring("connection refused"));
  }
  CHECK(f.stream->GetStatus().state == StreamState::kFailed);
  CHECK(f.stream->AckThrough(f.stream->GetStatus().next_mark - 1).ok());
}

TEST_CASE("a binlog purged while the connection was lost is a fatal error", "[stream]") {
  StreamFixture f;
  f.server.Write([](BinlogWriter& log) { log.Insert("shop.orders", {{1, "x"}}); });
  REQUIRE(f.Open().ok());
  f.server.RefuseOpen(Status(Code::kPositionLost, "binlog.000001 is purged"));
  f.server.DropAfter(0);
  Result<Batch> got = Batch();
  while (got.ok()) got = f.stream->Get(10, kForever);
  CHECK(got.code() == Code::kPositionLost);
}

}  // namespace
}  // namespace towpath::test
