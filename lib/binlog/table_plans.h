// TablePlans: what to do with the rows behind each table id, from the TABLE_MAP events met so far.
//
// A server sends a TABLE_MAP before every statement's rows. Those of equal content share one plan,
// so that a table is built, and the filter asked, once for each of its versions.
#ifndef TOWPATH_LIB_BINLOG_TABLE_PLANS_H_
#define TOWPATH_LIB_BINLOG_TABLE_PLANS_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "binlog/schema_lookup.h"
#include "binlog/table_version.h"
#include "towpath/status.h"

namespace towpath::binlog {

struct TablePlan {
  bool wanted = false;
  BuiltTable built;  // only when wanted
};

class TablePlans {
 public:
  // `filter` null: every table is wanted.
  explicit TablePlans(const TableFilter* filter) : filter_(filter) {}

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
  // To be called between transactions: forgets all when there are too many.
  void Trim();

 private:
  struct Plan : TablePlan {
    std::string content;
  };
  const TableFilter* filter_;
  std::unordered_map<std::string_view, std::unique_ptr<Plan>> by_content_;  // keys view plans
  std::unordered_map<uint64_t, Plan*> by_id_;
  uint64_t last_id_ = 0;
  Plan* last_ = nullptr;  // of last_id_; null: look it up
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_TABLE_PLANS_H_
