// Every character of every character set of the servers, as SELECT converts it to UTF-8.
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "fmt/format.h"
#include "model/text.h"
#include "tests/catch.h"
#include "tests/live/live_server.h"
#include "tests/live/select_oracle_workload.h"
#include "tests/support/random_text.h"
#include "tests/support/sql_text.h"
#include "towpath/stream.h"

namespace towpath::live {
namespace {

std::string BigEndian(uint32_t number, size_t bytes) {
  std::string out;
  for (size_t i = bytes; i-- > 0;) out.push_back(static_cast<char>(number >> (i * 8)));
  return out;
}

bool IsUnicode(std::string_view charset) { return charset.starts_with("utf") || charset == "ucs2"; }

// Literals of whatever may be a character of the set; what is none, the server turns into '?' or
// nothing.
std::vector<std::string> CandidateLiterals(const test::ServerCharset& charset) {
  std::vector<std::string> literals;
  const auto add = [&](uint32_t code, size_t bytes) {
    literals.push_back(test::BytesLiteral(BigEndian(code, bytes)));
  };
  if (IsUnicode(charset.name) || charset.name == "gb18030") {
    for (uint32_t c = 0; c <= 0x10ffff; c += c < 0x10000 ? 1 : 97)
      if (c < 0xd800 || c > 0xdfff)
        literals.push_back("_utf32 " + test::BytesLiteral(BigEndian(c, 4)));
  }
  if (IsUnicode(charset.name)) return literals;
  for (uint32_t c = 0; c < 0x100; ++c) add(c, 1);
  if (charset.max_bytes > 1)
    for (uint32_t c = 0x8000; c < 0x10000; ++c) add(c, 2);
  if (charset.max_bytes == 3)
    for (uint32_t c = 0x8fa1a1; c < 0x8fffff; ++c)
      if ((c & 0xff) >= 0xa1) add(c, 3);
  return literals;
}

struct Selected {
  std::string stored;  // in the column's own set
  std::string text;    // in UTF-8
};

TEST_CASE("oracle: every character of every character set") {
  const LiveServer server(GENERATE(from_range(Kinds())));
  OracleSession session(server);
  session.Query("DROP DATABASE IF EXISTS oracle_charsets");
  session.Query("CREATE DATABASE oracle_charsets");
  const std::string start = session.Position();
  std::vector<std::string> names;
  std::vector<std::vector<Selected>> expected;
  for (const test::ServerCharset& charset : session.Charsets()) {
    const std::string table = "oracle_charsets." + charset.name;
    session.Query(fmt::format("CREATE TABLE {} (id INT PRIMARY KEY, v VARCHAR(4) CHARACTER SET {})",
                              table, charset.name));
    const std::vector<std::string> literals = CandidateLiterals(charset);
    for (size_t first = 0; first < literals.size(); first += 8000) {
      std::string sql = "INSERT INTO " + table + " VALUES ";
      for (size_t i = first; i < std::min(first + 8000, literals.size()); ++i)
        sql += fmt::format("{}({},{})", i == first ? "" : ",", i, literals[i]);
      session.Query(sql);
    }
    names.push_back(charset.name);
    std::vector<Selected>& rows = expected.emplace_back();
    const mysql::ResultSet set =
        session.Query(fmt::format("SELECT CAST(v AS BINARY), v FROM {} ORDER BY id", table));
    for (const auto& row : set.rows) rows.push_back({row[0].value(), row[1].value()});
    REQUIRE(rows.size() == literals.size());
  }

  Options options = server.StreamOptions();
  REQUIRE(options.Set("store.url", "memory:").ok());
  REQUIRE(options.Set("source.start", start).ok());
  auto stream = Stream::Open(options);
  INFO(stream.status().ToString());
  REQUIRE(stream.ok());
  size_t table = 0;
  size_t row = 0;
  uint64_t compared = 0;
  uint64_t unmapped = 0;
  std::vector<size_t> wrong(names.size());
  while (table < names.size()) {
    auto batch = (*stream)->Get(1000, std::chrono::minutes(2));
    REQUIRE(batch.ok());
    REQUIRE(batch->mark() != Batch::kNoMark);
    RowReader reader;
    for (const Entry entry : *batch) {
      if (entry.kind() != EntryKind::kInsert) continue;
      for (reader.Start(entry); reader.Next(); ++row) {
        if (row == expected[table].size()) ++table, row = 0;
        REQUIRE(table < names.size());
        REQUIRE(entry.table()->name() == names[table]);
        const Column& column = entry.table()->columns()[1];
        const Value& value = reader.after()[1];
        const Selected& want = expected[table][row];
        std::string text;
        const Status status = AppendText(column, value, &text);
        const std::span<const uint8_t> bytes = value.bytes();
        const std::string stored(bytes.begin(), bytes.end());
        // What the set has no character for stays as it is, where SELECT shows '?' or U+FFFD.
        const bool is_unmapped =
            !IsUnicode(names[table]) && names[table] != "gb18030" &&
            want.stored.find('?') == std::string::npos &&
            (want.text == "?" || want.text == "??" || want.text == "\xef\xbf\xbd");
        ++compared;
        unmapped += is_unmapped;
        if (status.ok() && stored == want.stored && text == (is_unmapped ? want.stored : want.text))
          continue;
        if (++wrong[table] <= 20)
          std::cerr << fmt::format("{}: {} is {} in SELECT, delivered {}{}\n", names[table],
                                   test::Hex(want.stored), test::Hex(want.text), test::Hex(text),
                                   stored == want.stored ? "" : " from " + test::Hex(stored));
      }
      REQUIRE(reader.status().ok());
    }
    if (row == expected[table].size() && table + 1 == names.size()) break;
  }
  std::cout << fmt::format("oracle {}: {} characters of {} sets compared, {} without a meaning\n",
                           server.Label(), compared, names.size(), unmapped);
  for (size_t i = 0; i < names.size(); ++i) {
    INFO(names[i]);
    CHECK(wrong[i] == 0);
  }
  session.Query("DROP DATABASE oracle_charsets");
}

}  // namespace
}  // namespace towpath::live
