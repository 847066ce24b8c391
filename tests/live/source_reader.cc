#include "tests/live/source_reader.h"

#include "fmt/format.h"
#include "model/cursor.h"
#include "tests/catch.h"

namespace towpath::live {
namespace {

void RequireOk(const Status& status) {
  INFO(status.ToString());
  REQUIRE(status.ok());
}

}  // namespace

uint32_t RawEvent::Number(size_t offset) const {
  uint32_t number = 0;
  for (size_t i = 4; i-- > 0;) number = number << 8 | frame.bytes[offset + i];
  return number;
}

void SourceReader::Connect() { RequireOk(source_.Connect()); }

model::Cursor SourceReader::Resolve(std::string_view start) {
  auto point = model::StartPoint::Parse(start);
  RequireOk(point.status());
  auto cursor = source_.Resolve(*point);
  RequireOk(cursor.status());
  return *cursor;
}

void SourceReader::OpenAt(std::string_view start) {
  Connect();
  RequireOk(source_.Open(Resolve(start)));
}

RawEvent SourceReader::Next() {
  RawEvent event;
  RequireOk(source_.Next(&event.frame));
  REQUIRE(event.frame.bytes.size() >= 19);
  REQUIRE(event.frame.bytes.size() == event.size());
  return event;
}

RawEvent SourceReader::NextOf(const std::set<uint8_t>& types) {
  for (;;) {
    RawEvent event = Next();
    if (types.contains(event.type())) return event;
  }
}

Status SourceReader::ReadUntilError() {
  for (;;) {
    model::Frame frame;
    if (Status s = source_.Next(&frame); !s.ok()) return s;
  }
}

Sandbox::Sandbox(const LiveServer& server, const std::string& name) : server_(server), name_(name) {
  Sql(fmt::format("DROP DATABASE IF EXISTS {}", name_));
  Sql(fmt::format("CREATE DATABASE {}", name_));
  Sql(fmt::format("USE {}", name_));
}

Sandbox::~Sandbox() { server_.CleanUp(fmt::format("DROP DATABASE IF EXISTS {}", name_)); }

}  // namespace towpath::live
