#include "mysql/connection.h"

#include "tests/catch.h"

namespace towpath::mysql {
namespace {

TEST_CASE("connection: version numbers") {
  CHECK(ParseVersion("10.11.19-MariaDB-0+deb12u1-log") == 101119);
  CHECK(ParseVersion("9.7.4-2") == 90704);
  CHECK(ParseVersion("8.0.36") == 80036);
  CHECK(ParseVersion("") == 0);
  CHECK(ParseVersion("8.0") == 0);
  CHECK(ParseVersion("8.0.x") == 0);
  CHECK(ParseVersion("a.b.c") == 0);
}

// A greeting: header, protocol 10, version, thread id, scramble, filler, lower capabilities.
std::string Greeting(uint16_t capabilities) {
  std::string bytes("\x4a\0\0\0\x0a", 5);
  bytes += "9.7.4-2";
  bytes += '\0';
  bytes += std::string(4 + 8 + 1, 'x');
  bytes += static_cast<char>(capabilities & 0xff);
  bytes += static_cast<char>(capabilities >> 8);
  return bytes;
}

TEST_CASE("connection: a greeting says whether there is TLS") {
  CHECK(GreetingOffersTls(Greeting(0xffff)) == true);
  CHECK(GreetingOffersTls(Greeting(0x0800)) == true);
  CHECK(GreetingOffersTls(Greeting(0xf7ff)) == false);
  CHECK(GreetingOffersTls(Greeting(0)) == false);
}

TEST_CASE("connection: too little of a greeting says nothing") {
  const std::string whole = Greeting(0x0800);
  for (size_t size = 0; size < whole.size(); ++size) {
    CHECK_FALSE(GreetingOffersTls(whole.substr(0, size)).has_value());
  }
}

TEST_CASE("connection: an error in place of a greeting is left to Connector/C") {
  CHECK(GreetingOffersTls(std::string_view("\x17\0\0\0\xff\x10\x04Too many", 15)) == true);
}

}  // namespace
}  // namespace towpath::mysql
