// The Arrow C data interface: who owns what, and who may release it when.
#include "arrow/export.h"

#include <thread>

#include "arrow_support.h"

namespace towpath::arrow {
namespace {

using format::IntBytes;
using format::IntColumn;
using format::MakeColumn;
using format::TestColumn;
using format::TestEntry;
using format::TextBytes;
using format::TextColumn;

std::vector<TestColumn> Columns() {
  TestColumn color =
      MakeColumn("color", ColumnType::kEnum, binlog::ColumnOp::kUint, ValueKind::kEnum, 1);
  color.column.labels = {"red", "green"};
  return {IntColumn("id"), TextColumn("note"), color};
}

ArrowTable Made(size_t rows, const ArrowOptions& options = {}) {
  TestEntry entry(EntryKind::kInsert, Columns());
  for (size_t i = 0; i < rows; ++i)
    entry.Image({IntBytes(static_cast<int32_t>(i)), TextBytes(std::to_string(i)), "\2"});
  return TableOf({entry.Get()}, options);
}

TEST_CASE("arrow export: the schema") {
  const Exported exported(Made(1));
  const ArrowSchema& schema = exported.schema();
  CHECK(std::string_view(schema.format) == "+s");
  CHECK(schema.flags == 0);
  CHECK(schema.dictionary == nullptr);
  for (int64_t i = 0; i < schema.n_children; ++i)
    CHECK(schema.children[i]->flags == ARROW_FLAG_NULLABLE);
  CHECK(std::string_view(schema.children[2]->format) == "s");
  CHECK(std::string_view(schema.children[2]->dictionary->format) == "u");
  const std::string_view metadata(schema.metadata, 4 + 3 * 8 + 16 + 4 + 13 + 6 + 19 + 2);
  CHECK_THAT(std::string(metadata),
             ContainsSubstring("towpath.database") && ContainsSubstring("towpath.tab") &&
                 ContainsSubstring("orders") && ContainsSubstring("towpath.primary_key"));
}

TEST_CASE("arrow export: the buffers of a record batch, byte by byte") {
  TestEntry entry(EntryKind::kInsert, {IntColumn("id"), TextColumn("note")});
  entry.Image({IntBytes(258), TextBytes("ab")}).Image({std::nullopt, TextBytes("")});
  entry.Image({IntBytes(-1), std::nullopt});
  const Exported exported(TableOf({entry.Get()}));
  const auto bytes = [](const void* buffer, size_t size) {
    return std::string(static_cast<const char*>(buffer), size);
  };
  const ArrowArray& id = exported.Column("id").array();
  CHECK(id.length == 3);
  CHECK(id.null_count == 1);
  CHECK(id.offset == 0);
  REQUIRE(id.n_buffers == 2);
  CHECK((static_cast<const uint8_t*>(id.buffers[0])[0] & 7) == 0b101);
  CHECK(bytes(id.buffers[1], 12) == std::string("\2\1\0\0\0\0\0\0\xff\xff\xff\xff", 12));
  const ArrowArray& note = exported.Column("note").array();
  REQUIRE(note.n_buffers == 3);
  CHECK((static_cast<const uint8_t*>(note.buffers[0])[0] & 7) == 0b011);
  CHECK(bytes(note.buffers[1], 16) == std::string("\0\0\0\0\2\0\0\0\2\0\0\0\2\0\0\0", 16));
  CHECK(bytes(note.buffers[2], 2) == "ab");
}

TEST_CASE("arrow export: a stream is read to its end, in part, or not at all") {
  const ArrowTable table = Made(10, {.max_rows = 3});
  CHECK(table.record_batches() == 4);
  for (int read = 0; read < 6; ++read) {
    ArrowArrayStream stream;
    table.Export(&stream);
    for (int i = 0; i < read; ++i) {
      ArrowArray array;
      REQUIRE(stream.get_next(&stream, &array) == 0);
      CHECK((array.release == nullptr) == (i >= 4));
      if (array.release != nullptr) array.release(&array);
      CHECK(array.release == nullptr);
    }
    stream.release(&stream);
    CHECK(stream.release == nullptr);
  }
}

TEST_CASE("arrow export: arrays live as long as they are not released, and no longer") {
  auto fields = [] {
    TestEntry entry(EntryKind::kInsert, Columns());
    entry.Image({IntBytes(1), TextBytes("x"), "\1"});
    return *Fields::Make(*entry.Get().data().table, {});
  }();
  auto record = std::make_shared<Record>(fields, kMaxColumnBytes);
  const std::weak_ptr<Record> alive = record;
  const std::weak_ptr<const Fields> fields_alive = fields;
  fields = nullptr;
  auto data = std::make_shared<TableData>();
  data->records.push_back(std::move(record));
  ArrowArrayStream stream;
  ExportStream(std::move(data), &stream);
  ArrowSchema schema;
  ArrowArray array;
  REQUIRE(stream.get_schema(&stream, &schema) == 0);
  REQUIRE(stream.get_next(&stream, &array) == 0);
  stream.release(&stream);
  CHECK_FALSE(alive.expired());

  // A child that was moved away is the mover's.
  ArrowArray child = *array.children[2];
  array.children[2]->release = nullptr;
  ArrowSchema child_schema = *schema.children[2];
  schema.children[2]->release = nullptr;
  array.release(&array);
  schema.release(&schema);
  CHECK_FALSE(alive.expired());
  CHECK(std::string_view(child_schema.name) == "color");
  CHECK(child.dictionary->length == 2);
  child.release(&child);
  child_schema.release(&child_schema);
  CHECK(alive.expired());
  CHECK(fields_alive.expired());
}

TEST_CASE("arrow export: from many threads") {
  const ArrowTable table = Made(500, {.max_rows = 64});
  std::vector<std::thread> threads;
  std::vector<int64_t> sums(4);
  threads.reserve(sums.size());
  for (int64_t& sum : sums) {
    threads.emplace_back([&table, &sum] {
      for (int run = 0; run < 20; ++run) {
        ArrowArrayStream stream;
        table.Export(&stream);
        for (ArrowArray array; stream.get_next(&stream, &array) == 0 && array.release != nullptr;) {
          const auto* ids = static_cast<const int32_t*>(array.children[0]->buffers[1]);
          for (int64_t i = 0; i < array.length; ++i) sum += ids[i];
          array.release(&array);
        }
        stream.release(&stream);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int64_t sum : sums) CHECK(sum == 20 * 500 * 499 / 2);
}

}  // namespace
}  // namespace towpath::arrow
