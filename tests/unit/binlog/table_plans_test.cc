#include "binlog/table_plans.h"

#include <memory>
#include <string>
#include <vector>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/binlog_builder.h"

namespace towpath::binlog {
namespace {

using test::BinlogBuilder;
using test::Le;
using test::Lenenc;

// Plans of tables with full metadata.
class Fixture {
 public:
  // Meets the table; whether a plan had to be made.
  bool Meet(uint64_t id, const std::string& table) {
    constexpr size_t kId = 6;
    std::string names;
    std::vector<test::MapColumn> columns;
    for (int i = 0; i < 10; ++i) {
      const std::string name = fmt::format("column_number_{}", i);
      names += Lenenc(name.size()) + name;
      columns.push_back({3, ""});
    }
    const std::string signs("\0\0", 2);
    std::string optional;
    optional += '\1' + Lenenc(signs.size()) + signs;
    optional += '\4' + Lenenc(names.size()) + names;
    const std::string body = BinlogBuilder::TableMapBody(id, "shop", table, columns, optional);
    const std::span<const uint8_t> bytes(reinterpret_cast<const uint8_t*>(body.data()),
                                         body.size());
    if (plans.Reuse(id, bytes.subspan(kId))) return false;
    TableMap map;
    REQUIRE(ParseTableMap(bytes, 8, &map));
    TableContext context;
    context.flavor = Flavor::kMysql;
    const Status status = plans.Add(id, bytes.subspan(kId), map, context, false);
    INFO(status.ToString());
    REQUIRE(status.ok());
    return true;
  }
  std::shared_ptr<const model::TableVersion> VersionOf(uint64_t id) {
    REQUIRE(plans.Find(id) != nullptr);
    return plans.Find(id)->built.version;
  }

  std::shared_ptr<model::MemoryBudget> budget = std::make_shared<model::MemoryBudget>();
  TablePlans plans{nullptr, budget};
};

TEST_CASE("plans take no more than their bound, and those met last stay", "[table_plans]") {
  Fixture f;
  size_t most = 0;
  for (uint64_t id = 1; id <= 20'000; ++id) {
    CHECK(f.Meet(id, fmt::format("table_{}", id)));
    CHECK(f.VersionOf(id)->table.name() == fmt::format("table_{}", id));
    most = std::max(most, f.plans.bytes());
    f.plans.Trim();
    CHECK(f.plans.bytes() <= TablePlans::kMaxBytes);
    CHECK_FALSE(f.Meet(77'777, "table_1"));  // in use all the time
  }
  CHECK(most > TablePlans::kMaxBytes);
  CHECK(most < TablePlans::kMaxBytes + 10'000);
  CHECK_FALSE(f.Meet(30'000, "table_20000"));
  CHECK(f.Meet(30'001, "table_2"));
  CHECK(f.budget->used() == 0);
}

TEST_CASE("ids of one table do not pile up", "[table_plans]") {
  Fixture f;
  CHECK(f.Meet(1, "t"));
  for (uint64_t id = 2; id < 100'000; ++id) {
    REQUIRE_FALSE(f.Meet(id, "t"));
    REQUIRE(f.plans.Find(id) != nullptr);
    f.plans.Trim();
  }
  CHECK(f.plans.Find(1) == nullptr);
}

TEST_CASE("of plans that are given up, what is in use counts in the budget", "[table_plans]") {
  Fixture f;
  f.Meet(1, "kept");
  auto version = f.VersionOf(1);
  const size_t bytes = version->bytes();
  CHECK(bytes > 10 * sizeof(Column));
  for (uint64_t id = 2; id < 10'000; ++id) {
    f.Meet(id, fmt::format("table_{}", id));
    f.plans.Trim();
  }
  CHECK(f.Meet(1, "kept"));  // was given up
  CHECK(f.budget->used() == bytes);
  version.reset();
  CHECK(f.budget->used() == 0);
}

}  // namespace
}  // namespace towpath::binlog
