// Which rows come into which record batch, what is known of them, and what a failure leaves.
#include "arrow/gathering.h"

#include "arrow_support.h"

namespace towpath::arrow {
namespace {

using format::Cells;
using format::IntBytes;
using format::IntColumn;
using format::TestColumn;
using format::TestEntry;
using format::TextBytes;
using format::TextColumn;

std::vector<TestColumn> IdAndNote() { return {IntColumn("id"), TextColumn("note")}; }

// An insert of rows `first` to `last`.
TestEntry Insert(int32_t first, int32_t last, const std::string& table = "orders") {
  TestEntry entry(EntryKind::kInsert, IdAndNote(), table);
  for (int32_t id = first; id <= last; ++id)
    entry.Image({IntBytes(id), TextBytes("note " + std::to_string(id))});
  return entry;
}

std::vector<int32_t> Ids(const ArrowTable& table) {
  std::vector<int32_t> ids;
  const Exported exported(table);
  for (size_t batch = 0; batch < exported.batches(); ++batch)
    for (size_t row = 0; row < exported.rows(batch); ++row)
      ids.push_back(exported.Column("id", batch).At<int32_t>(row));
  return ids;
}

std::vector<size_t> BatchRows(const ArrowTable& table) {
  std::vector<size_t> rows;
  const Exported exported(table);
  for (size_t batch = 0; batch < exported.batches(); ++batch) rows.push_back(exported.rows(batch));
  return rows;
}

TEST_CASE("arrow: rows and what is known of their change") {
  TestEntry insert = Insert(1, 2);
  insert.WithGtid("0-1-270").Duplicate();
  TestEntry update(EntryKind::kUpdate, IdAndNote());
  update.Image({IntBytes(1), TextBytes("old")}).Image({IntBytes(1), std::nullopt});
  TestEntry removed(EntryKind::kDelete, IdAndNote());
  removed.Image({IntBytes(2), TextBytes("gone")});
  TestEntry commit(EntryKind::kCommit);
  const std::vector<Entry> entries = {insert.Get(), update.Get(), commit.Get(), removed.Get()};
  const ArrowTable table = TableOf(entries);
  CHECK(table.database() == "shop");
  CHECK(table.name() == "orders");
  CHECK(table.rows() == 4);
  CHECK(table.bytes() > 4 * 40);
  const Exported exported(table);
  CHECK(exported.schema().n_children == 2 + 12);
  CHECK(exported.Column("id").nulls() == 0);
  CHECK(exported.Column("id").array().buffers[0] == nullptr);
  CHECK(exported.Column("note").Text(1) == "note 2");
  CHECK(exported.Column("note").IsNull(2));
  CHECK(exported.Column("note").Text(3) == "gone");
  for (size_t row = 0; row < 4; ++row) {
    CHECK(exported.Column("_op").Text(row) == (row < 2    ? "insert"
                                               : row == 2 ? "update"
                                                          : "delete"));
    CHECK(exported.Column("_timestamp").At<int64_t>(row) == 1700000000000000);
    CHECK(exported.Column("_file").Text(row) == "binlog.000002");
    CHECK(exported.Column("_offset").At<uint64_t>(row) == 1547);
    CHECK(exported.Column("_ordinal").At<uint32_t>(row) == 0);
    CHECK(exported.Column("_row").At<uint32_t>(row) == (row == 1 ? 1 : 0));
    CHECK(exported.Column("_duplicate").BitAt(row) == (row < 2));
    CHECK(exported.Column("_columns").IsNull(row));
    CHECK(exported.Column("_exceptions").IsNull(row));
  }
  CHECK(exported.Column("_gtid").Text(1) == "0-1-270");
  CHECK(exported.Column("_gtid").IsNull(2));
}

TEST_CASE("arrow: both images") {
  TestEntry insert = Insert(1, 1);
  TestEntry update(EntryKind::kUpdate, IdAndNote());
  update.Image({IntBytes(1), TextBytes("old")}).Image({IntBytes(1), TextBytes("new")});
  TestEntry removed(EntryKind::kDelete, IdAndNote());
  removed.Image({IntBytes(1), TextBytes("new")});
  const ArrowTable table = TableOf({insert.Get(), update.Get(), removed.Get()},
                                   {.images = ArrowImages::kBoth, .prefix = ""});
  const Exported exported(table);
  CHECK(exported.Column("note").Text(1) == "new");
  CHECK(exported.Column("note").Text(2) == "new");
  CHECK(exported.Column("before.id").IsNull(0));
  CHECK(exported.Column("before.note").IsNull(0));
  CHECK(exported.Column("before.note").Text(1) == "old");
  CHECK(exported.Column("before.note").Text(2) == "new");
  CHECK(exported.Column("before_columns").TextList(0) == "");
  CHECK(exported.Column("before_columns").IsNull(1));
}

TEST_CASE("arrow: columns that the server left out") {
  // The key before, the note after.
  TestEntry update(EntryKind::kUpdate, IdAndNote());
  update.BeforeColumns({1}).AfterColumns({2});
  update.RawBytes(std::string(1, '\0') + IntBytes(7))
      .RawBytes(std::string(1, '\0') + TextBytes("x"));
  update.RawBytes(std::string(1, '\0') + IntBytes(8)).RawBytes("\1");
  // The key alone.
  TestEntry removed(EntryKind::kDelete, IdAndNote());
  removed.BeforeColumns({1}).RawBytes(std::string(1, '\0') + IntBytes(9));
  TestEntry insert = Insert(10, 10);
  const ArrowTable table =
      TableOf({update.Get(), removed.Get(), insert.Get()}, {.images = ArrowImages::kBoth});
  CHECK(Ids(table) == std::vector<int32_t>{7, 8, 9, 10});
  const Exported exported(table);
  CHECK(exported.Column("note").Text(0) == "x");
  CHECK(exported.Column("note").IsNull(1));
  CHECK(exported.Column("note").IsNull(2));
  CHECK(exported.Column("note").Text(3) == "note 10");
  CHECK(exported.Column("_columns").IsNull(0));  // all are known
  CHECK(exported.Column("_columns").IsNull(1));
  CHECK(exported.Column("_columns").TextList(2) == "id,");
  CHECK(exported.Column("_columns").IsNull(3));
  CHECK(exported.Column("_before_columns").TextList(0) == "id,");
  CHECK(exported.Column("_before_columns").TextList(1) == "id,");
  CHECK(exported.Column("_before_columns").TextList(3) == "");
  CHECK(exported.Column("_before.id").At<int32_t>(1) == 8);
  CHECK(exported.Column("_before.note").IsNull(0));
}

TEST_CASE("arrow: record batches end at max_rows, also inside an entry") {
  TestEntry first = Insert(1, 5);
  TestEntry second = Insert(6, 7);
  ArrowBuilder builder({.max_rows = 3});
  REQUIRE(builder.Add(MakeBatch({first.Get(), second.Get()})).ok());
  CHECK(builder.rows() == 7);
  const auto complete = builder.TakeComplete();
  REQUIRE(complete.has_value());
  CHECK(Ids(*complete) == std::vector<int32_t>{1, 2, 3, 4, 5, 6});
  CHECK(BatchRows(*complete) == std::vector<size_t>{3, 3});
  const Exported exported(*complete);
  CHECK(exported.Column("_row", 1).At<uint32_t>(0) == 3);
  CHECK(exported.Column("_row", 1).At<uint32_t>(2) == 0);
  CHECK_FALSE(builder.TakeComplete().has_value());
  CHECK(builder.rows() == 1);
  CHECK(Ids(*builder.Take()) == std::vector<int32_t>{7});
  CHECK_FALSE(builder.Take().has_value());
  CHECK(builder.bytes() == 0);
}

TEST_CASE("arrow: max_bytes completes what all tables hold") {
  TestEntry orders = Insert(1, 10);
  TestEntry items = Insert(1, 10, "items");
  ArrowBuilder builder({.max_bytes = 1500});
  REQUIRE(builder.Add(MakeBatch({orders.Get()})).ok());
  CHECK(builder.bytes() > 400);
  CHECK_FALSE(builder.TakeComplete().has_value());
  REQUIRE(builder.Add(MakeBatch({items.Get()})).ok());
  CHECK_FALSE(builder.TakeComplete().has_value());
  REQUIRE(builder.Add(MakeBatch({orders.Get()})).ok());
  size_t rows = 0;
  std::string names;
  while (const auto table = builder.TakeComplete()) {
    rows += table->rows();
    names += table->name() + " ";
  }
  CHECK(rows == 30);
  CHECK(names == "items orders ");
  CHECK(builder.bytes() == 0);
}

TEST_CASE("arrow: a record batch ends where a column is full") {
  TestEntry entry = Insert(1, 9);  // "note 1": 6 bytes each
  Gathering gathering({}, 14);
  REQUIRE(gathering.Add(MakeBatch({entry.Get()})).ok());
  const auto table = gathering.Take(false);
  CHECK(Ids(*table) == std::vector<int32_t>{1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(BatchRows(*table) == std::vector<size_t>{2, 2, 2, 2, 1});
  const Exported exported(*table);
  CHECK(exported.Column("note", 4).Text(0) == "note 9");
  CHECK(exported.Column("_row", 4).At<uint32_t>(0) == 8);

  // Also one that is filled for a run of rows at once.
  TestEntry with_gtid = Insert(1, 5);
  with_gtid.WithGtid("0-1-270");
  REQUIRE(gathering.Add(MakeBatch({with_gtid.Get()})).ok());
  CHECK(BatchRows(*gathering.Take(false)) == std::vector<size_t>{2, 2, 1});

  // And exceptions.
  TestEntry exceptions(EntryKind::kInsert, IdAndNote());
  for (int32_t id = 1; id <= 3; ++id) exceptions.Image({IntBytes(id), TextBytes("\xff")});
  Gathering narrow({}, 60);  // {"note":{"base64":"/w=="}} has 26
  REQUIRE(narrow.Add(MakeBatch({exceptions.Get()})).ok());
  const auto excepted = narrow.Take(false);
  CHECK(BatchRows(*excepted) == std::vector<size_t>{2, 1});
  CHECK(Exported(*excepted).Column("_exceptions", 1).Text(0) == R"({"note":{"base64":"/w=="}})");
}

TEST_CASE("arrow: a value that no column can hold") {
  TestEntry good = Insert(1, 1);
  TestEntry large(EntryKind::kInsert, IdAndNote());
  large.Image({IntBytes(2), TextBytes("short")}).Image({IntBytes(3), TextBytes("fifteen letters")});
  Gathering gathering({}, 14);
  REQUIRE(gathering.Add(MakeBatch({good.Get()})).ok());
  const Status status = gathering.Add(MakeBatch({good.Get(), large.Get()}));
  CHECK(status.code() == Code::kLimit);
  CHECK_THAT(status.message(), ContainsSubstring("binlog.000002:1547:0") &&
                                   ContainsSubstring("shop.orders") && ContainsSubstring("2 GiB"));
  CHECK(Ids(*gathering.Take(false)) == std::vector<int32_t>{1});
}

TEST_CASE("arrow: of a batch that fails nothing is added") {
  TestEntry one = Insert(1, 1);
  TestEntry more = Insert(2, 6);
  TestEntry items = Insert(1, 2, "items");
  TestEntry bad = Insert(7, 8);
  bad.RawBytes(std::string(3, '\0'));
  ArrowBuilder builder({.max_rows = 2});
  REQUIRE(builder.Add(MakeBatch({one.Get()})).ok());
  const size_t bytes = builder.bytes();
  for (int run = 0; run < 2; ++run) {
    const Status status = builder.Add(MakeBatch({more.Get(), items.Get(), bad.Get()}));
    CHECK(status.code() == Code::kCorrupted);
    CHECK_THAT(status.message(), ContainsSubstring("row 3 of shop.orders"));
    CHECK(builder.rows() == 1);
    CHECK_FALSE(builder.TakeComplete().has_value());
  }
  CHECK(builder.bytes() == bytes);
  REQUIRE(builder.Add(MakeBatch({more.Get(), items.Get()})).ok());
  CHECK(Ids(*builder.Take()) == std::vector<int32_t>{1, 2, 3, 4, 5, 6});
  CHECK(builder.Take()->name() == "items");
}

TEST_CASE("arrow: an image that does not fit names its column") {
  TestEntry bad(EntryKind::kUpdate, IdAndNote());
  bad.Image({IntBytes(1), TextBytes("old")}).RawBytes(std::string("\0\1\0\0\0\x20short", 11));
  CHECK_THAT(ToArrow(MakeBatch({bad.Get()}), {}).status().message(),
             ContainsSubstring("row 1 of shop.orders can not be read at column 2 (note)"));
  TestEntry before(EntryKind::kUpdate, IdAndNote());
  before.RawBytes(std::string("\0\1\0\0\0\x20short", 11));
  CHECK_THAT(ToArrow(MakeBatch({before.Get()}), {}).status().message(),
             ContainsSubstring("at column 2 (note)"));
}

TEST_CASE("arrow: the definition of a table changes") {
  TestEntry old = Insert(1, 2);
  TestEntry wider(EntryKind::kInsert, {IntColumn("id"), TextColumn("note"), IntColumn("n")});
  wider.Image({IntBytes(3), TextBytes("x"), IntBytes(30)});
  TestEntry again = Insert(4, 4);
  const Batch batch = MakeBatch({old.Get(), wider.Get(), again.Get(), old.Get()});
  const auto refused = ToArrow(batch, {.table = "shop.orders"});
  CHECK(refused.code() == Code::kSchemaMismatch);
  CHECK_THAT(refused.status().message(),
             ContainsSubstring("shop.orders") && ContainsSubstring("batch.isolate_ddl"));
  ArrowBuilder builder({});
  REQUIRE(builder.Add(batch).ok());
  CHECK(Ids(*builder.Take()) == std::vector<int32_t>{1, 2});
  CHECK(Ids(*builder.Take()) == std::vector<int32_t>{3});
  CHECK(Ids(*builder.Take()) == std::vector<int32_t>{4, 1, 2});
}

TEST_CASE("arrow: a table goes back to a definition that was met before") {
  TestEntry a = Insert(1, 1);
  TestEntry b(EntryKind::kInsert, {IntColumn("id")});
  b.Image({IntBytes(2)});
  ArrowBuilder builder({});
  REQUIRE(builder.Add(MakeBatch({a.Get(), b.Get(), a.Get(), b.Get()})).ok());
  std::string names;
  while (const auto table = builder.Take())
    names += std::to_string(Exported(*table).schema().n_children - 12) + " ";
  CHECK(names == "2 1 2 1 ");
}

TEST_CASE("arrow: other labels make another record batch of the same table") {
  const auto insert = [](std::vector<std::string> labels) {
    TestColumn color = format::MakeColumn("color", ColumnType::kEnum, binlog::ColumnOp::kUint,
                                          ValueKind::kEnum, 1);
    color.column.labels = std::move(labels);
    TestEntry entry(EntryKind::kInsert, {color});
    entry.Image({"\1"});
    return entry;
  };
  TestEntry red = insert({"red"});
  TestEntry blue = insert({"blue"});
  const Exported exported(TableOf({red.Get(), blue.Get()}));
  REQUIRE(exported.batches() == 2);
  CHECK(exported.Column("color", 0).Text(0) == "red");
  CHECK(exported.Column("color", 1).Text(0) == "blue");
}

TEST_CASE("arrow: which tables") {
  TestEntry orders = Insert(1, 1);
  TestEntry items = Insert(2, 2, "items");
  const Batch batch = MakeBatch({orders.Get(), items.Get()});
  CHECK(Ids(**ToArrow(batch, {.table = "shop.items"})) == std::vector<int32_t>{2});
  for (const char* other : {"shop.item", "shop.itemss", "shop", "shopXitems", ".items"})
    CHECK_FALSE(ToArrow(batch, {.table = other})->has_value());
  CHECK_FALSE(ToArrow(MakeBatch({}), {})->has_value());
  CHECK_FALSE(ToArrow(Batch(), {})->has_value());
  const auto refused = ToArrow(batch, {});
  CHECK(refused.code() == Code::kInvalidArgument);
  CHECK_THAT(refused.status().message(),
             ContainsSubstring("shop.items") && ContainsSubstring("shop.orders"));
}

TEST_CASE("arrow: names of columns") {
  TestEntry clash(EntryKind::kInsert, {IntColumn("_OP")});
  clash.Image({IntBytes(1)});
  const auto refused = ToArrow(MakeBatch({clash.Get()}), {});
  CHECK(refused.code() == Code::kInvalidArgument);
  CHECK_THAT(refused.status().message(), ContainsSubstring("shop.orders has a column named _op"));
  CHECK(ToArrow(MakeBatch({clash.Get()}), {.prefix = "towpath."}).ok());
  TestEntry before(EntryKind::kInsert, {IntColumn("a"), IntColumn("_before.a")});
  before.Image({IntBytes(1), IntBytes(1)});
  CHECK(ToArrow(MakeBatch({before.Get()}), {}).ok());
  CHECK_FALSE(ToArrow(MakeBatch({before.Get()}), {.images = ArrowImages::kBoth}).ok());
  TestEntry bad(EntryKind::kInsert, {IntColumn("a\xff")});
  bad.Image({IntBytes(1)});
  CHECK(ToArrow(MakeBatch({bad.Get()}), {}).code() == Code::kCorrupted);
  for (const std::string& prefix : {std::string("\xff"), std::string(1, '\0')})
    CHECK(ToArrow(MakeBatch({}), {.prefix = prefix}).code() == Code::kInvalidArgument);
}

TEST_CASE("arrow: more rows than the first room, with NULLs among them") {
  TestEntry entry(EntryKind::kInsert, IdAndNote());
  for (int32_t id = 0; id < 1000; ++id) {
    entry.Image({id % 7 == 0 ? format::Cell() : IntBytes(id),
                 id >= 500 && id % 3 == 0 ? format::Cell() : TextBytes(std::to_string(id))});
  }
  const Exported exported(TableOf({entry.Get()}));
  const ColumnView ids = exported.Column("id");
  const ColumnView notes = exported.Column("note");
  CHECK(ids.nulls() == 143);
  CHECK(notes.nulls() == 167);
  for (size_t row = 0; row < 1000; ++row) {
    REQUIRE(ids.IsNull(row) == (row % 7 == 0));
    REQUIRE(ids.At<int32_t>(row) == (row % 7 == 0 ? 0 : static_cast<int32_t>(row)));
    const bool null = row >= 500 && row % 3 == 0;
    REQUIRE(notes.Text(row) == (null ? format::Cell() : std::to_string(row)));
  }
}

}  // namespace
}  // namespace towpath::arrow
