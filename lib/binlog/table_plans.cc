#include "binlog/table_plans.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "binlog/column_selection.h"

namespace towpath::binlog {
namespace {

std::string_view AsText(std::span<const uint8_t> content) {
  return {reinterpret_cast<const char*>(content.data()), content.size()};
}

// Of the nodes that hold a plan and its id.
constexpr size_t kNodes = 96;

}  // namespace

bool TablePlans::Reuse(uint64_t id, std::span<const uint8_t> content) {
  const std::string_view key = AsText(content);
  const auto known = by_id_.find(id);
  if (known != by_id_.end() && known->second->content == key) {
    known->second->met = ++met_;
    return true;
  }
  last_ = nullptr;
  const auto found = by_content_.find(key);
  if (found == by_content_.end()) return false;
  found->second->met = ++met_;
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
  plan->met = ++met_;
  plan->bytes = sizeof(Plan) + kNodes + plan->content.capacity();
  if (plan->wanted) {
    const Table& table = plan->built.version->table;
    // There may be a second version, made when an update of a part of a document comes.
    const bool documents = std::any_of(table.columns().begin(), table.columns().end(),
                                       [](const Column& c) { return c.type == ColumnType::kJson; });
    plan->bytes += plan->built.version->bytes() * (documents ? 2 : 1) +
                   plan->built.stored.columns.capacity() * sizeof(model::ColumnLayout);
  }
  bytes_ += plan->bytes;
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
  std::erase_if(by_content_, [&](const auto& entry) {
    if (!stale(*entry.second)) return false;
    Forget(*entry.second);
    return true;
  });
  last_ = nullptr;
}

// A quarter at once, so that looking for the oldest costs little for each.
void TablePlans::GiveUp() {
  ForgetIds();
  if (bytes_ <= kMaxBytes) return;
  std::vector<std::pair<uint64_t, size_t>> plans;  // when met, bytes
  plans.reserve(by_content_.size());
  for (const auto& [content, plan] : by_content_) plans.emplace_back(plan->met, plan->bytes);
  std::sort(plans.begin(), plans.end());
  uint64_t oldest_kept = 0;
  size_t left = bytes_;
  for (const auto& [met, bytes] : plans) {
    oldest_kept = met;
    if (left <= kMaxBytes - kMaxBytes / 4) break;
    left -= bytes;
  }
  std::erase_if(by_content_, [&](const auto& entry) {
    if (entry.second->met >= oldest_kept) return false;
    Forget(*entry.second);
    return true;
  });
}

// What is no longer shared with this counts as what entries use.
void TablePlans::Forget(const Plan& plan) {
  bytes_ -= plan.bytes;
  if (budget_ == nullptr) return;
  for (const auto& version : {plan.built.version, plan.built.with_json_diffs}) {
    constexpr long kUnused = 2;  // the plan and the copy in hand
    if (version != nullptr && version.use_count() > kUnused) version->ChargeTo(budget_);
  }
}

}  // namespace towpath::binlog
