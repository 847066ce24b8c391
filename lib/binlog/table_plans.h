// TablePlans: what to do with the rows behind each table id, from the TABLE_MAP events met so far.
//
// A server sends a TABLE_MAP before every statement's rows. Those of equal content share one plan,
// so that a table is built, and the filter asked, once for each of its versions, as long as the
// plan is kept: together they take at most kMaxBytes, and those met last stay. What entries still
// use of a plan that is given up counts in the stream's budget.
#ifndef TOWPATH_LIB_BINLOG_TABLE_PLANS_H_
#define TOWPATH_LIB_BINLOG_TABLE_PLANS_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "binlog/schema_lookup.h"
#include "binlog/table_version.h"
#include "model/chunk.h"
#include "towpath/status.h"

namespace towpath::binlog {

struct TablePlan {
  bool wanted = false;
  BuiltTable built;  // only when wanted
};

class TablePlans {
 public:
  static constexpr size_t kMaxBytes = 4 << 20;

  // `filter` null: every table is wanted. `budget` may be null.
  TablePlans(const TableFilter* filter, std::shared_ptr<model::MemoryBudget> budget)
      : filter_(filter), budget_(std::move(budget)) {}

  // The table id stands for a table met before, as `content`, the event behind the id, says. False:
  // it was not met, and Add must follow.
  bool Reuse(uint64_t id, std::span<const uint8_t> content);
  // Builds the plan of a new content. `unneeded`: its rows are left out anyway, so a wanted table
  // need not be understood; it is looked at when it comes again.
  // Errors are those of BuildTable and TableFilter::SelectColumns; messages do not name the place.
  Status Add(uint64_t id, std::span<const uint8_t> content, const TableMap& map,
             const TableContext& context, bool unneeded);

  // Null: no TABLE_MAP says what this id is.
  TablePlan* Find(uint64_t id);

  // Ids have a meaning only between two FORMAT_DESCRIPTION events.
  void ForgetIds();
  // A DDL statement changed what the schema lookup says: tables that it had a part in.
  void ForgetLookedUp();
  // To be called between statements, when no id is in use: gives up those met longest ago when all
  // take too much.
  void Trim() {
    if (bytes_ > kMaxBytes || by_id_.size() > kMaxIds) GiveUp();
  }

  size_t bytes() const { return bytes_; }

 private:
  // A server gives a table another id each time it opens it.
  static constexpr size_t kMaxIds = 1 << 14;

  struct Plan : TablePlan {
    std::string content;
    uint64_t met = 0;  // when, of met_
    size_t bytes = 0;
  };
  void GiveUp();
  void Forget(const Plan& plan);

  const TableFilter* filter_;
  std::shared_ptr<model::MemoryBudget> budget_;
  std::unordered_map<std::string_view, std::unique_ptr<Plan>> by_content_;  // keys view plans
  std::unordered_map<uint64_t, Plan*> by_id_;
  uint64_t met_ = 0;  // TABLE_MAPs so far
  size_t bytes_ = 0;  // of all plans
  uint64_t last_id_ = 0;
  Plan* last_ = nullptr;  // of last_id_; null: look it up
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_TABLE_PLANS_H_
