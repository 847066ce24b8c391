#include "binlog/table_plans.h"

#include <cstring>
#include <utility>
#include <vector>

#include "binlog/column_selection.h"

namespace towpath::binlog {
namespace {

// More plans than this are forgotten between transactions.
constexpr size_t kMaxPlans = 1 << 14;

std::string_view AsText(std::span<const uint8_t> content) {
  return {reinterpret_cast<const char*>(content.data()), content.size()};
}

}  // namespace

bool TablePlans::Reuse(uint64_t id, std::span<const uint8_t> content) {
  const std::string_view key = AsText(content);
  const auto known = by_id_.find(id);
  if (known != by_id_.end() && known->second->content == key) return true;
  last_ = nullptr;
  const auto found = by_content_.find(key);
  if (found == by_content_.end()) return false;
  by_id_[id] = found->second.get();
  return true;
}

Status TablePlans::Add(uint64_t id, std::span<const uint8_t> content, const TableMap& map,
                       const TableContext& context, bool unneeded) {
  auto plan = std::make_unique<Plan>();
  plan->content = AsText(content);
  plan->wanted = filter_ == nullptr || filter_->Wants(map.database, map.table);
  if (plan->wanted && unneeded) {
    by_id_.erase(id);
    return Status::Ok();
  }
  if (plan->wanted) {
    Result<BuiltTable> built = BuildTable(map, context);
    if (!built.ok()) return built.status();
    plan->built = std::move(built).value();
    std::vector<bool> columns;
    if (filter_ != nullptr) {
      if (Status s = filter_->SelectColumns(plan->built.version->table, &columns); !s.ok())
        return s;
    }
    if (!columns.empty()) KeepColumns(columns, &plan->built);
  }
  by_id_[id] = plan.get();
  const std::string_view key = plan->content;
  by_content_[key] = std::move(plan);
  return Status::Ok();
}

TablePlan* TablePlans::Find(uint64_t id) {
  if (id != last_id_ || last_ == nullptr) {
    const auto found = by_id_.find(id);
    last_id_ = id;
    last_ = found != by_id_.end() ? found->second : nullptr;
  }
  return last_;
}

void TablePlans::ForgetIds() {
  by_id_.clear();
  last_ = nullptr;
}

void TablePlans::ForgetLookedUp() {
  const auto stale = [](const Plan& plan) { return plan.built.from_lookup; };
  std::erase_if(by_id_, [&](const auto& entry) { return stale(*entry.second); });
  std::erase_if(by_content_, [&](const auto& entry) { return stale(*entry.second); });
  last_ = nullptr;
}

void TablePlans::Trim() {
  if (by_content_.size() <= kMaxPlans && by_id_.size() <= kMaxPlans) return;
  by_id_.clear();
  by_content_.clear();
  last_ = nullptr;
}

}  // namespace towpath::binlog
