// QUERY and its status variables: a post-header length (13 and up), then the body.
#include "binlog/query_event.h"

#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const auto post_header = static_cast<uint8_t>(13 + (input.Byte() & 15));
  binlog::QueryEvent query;
  const auto body = input.Rest();
  if (!binlog::ParseQuery(body, post_header, &query)) return 0;
  // What was read lies inside.
  const auto inside = [&](std::string_view part) {
    const auto* begin = reinterpret_cast<const uint8_t*>(part.data());
    return part.empty() ||
           (begin >= body.data() && begin + part.size() <= body.data() + body.size());
  };
  if (!inside(query.sql) || !inside(query.database)) __builtin_trap();
  return 0;
}
