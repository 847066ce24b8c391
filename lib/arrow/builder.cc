// ArrowBuilder, ArrowTable and ToArrow: the public face.
#include <set>
#include <string>
#include <utility>

#include "arrow/export.h"
#include "arrow/gathering.h"
#include "fmt/format.h"
#include "towpath/arrow.h"

namespace towpath {

const std::string& ArrowTable::database() const {
  return data_->records.front()->fields().table().database();
}

const std::string& ArrowTable::name() const {
  return data_->records.front()->fields().table().name();
}

size_t ArrowTable::rows() const { return data_->rows; }
size_t ArrowTable::bytes() const { return data_->bytes; }
size_t ArrowTable::record_batches() const { return data_->records.size(); }

void ArrowTable::Export(ArrowArrayStream* out) const { arrow::ExportStream(data_, out); }

ArrowBuilder::ArrowBuilder(ArrowOptions options)
    : gathering_(std::make_unique<arrow::Gathering>(std::move(options))) {}
ArrowBuilder::~ArrowBuilder() = default;
ArrowBuilder::ArrowBuilder(ArrowBuilder&&) noexcept = default;
ArrowBuilder& ArrowBuilder::operator=(ArrowBuilder&&) noexcept = default;

Status ArrowBuilder::Add(const Batch& batch) { return gathering_->Add(batch); }
std::optional<ArrowTable> ArrowBuilder::TakeComplete() { return gathering_->Take(true); }
std::optional<ArrowTable> ArrowBuilder::Take() { return gathering_->Take(false); }
size_t ArrowBuilder::rows() const { return gathering_->rows(); }
size_t ArrowBuilder::bytes() const { return gathering_->bytes(); }

Result<std::optional<ArrowTable>> ToArrow(const Batch& batch, const ArrowOptions& options) {
  arrow::Gathering gathering(options);
  if (Status s = gathering.Add(batch); !s.ok()) return s;
  std::optional<ArrowTable> table = gathering.Take(false);
  const std::optional<ArrowTable> another = gathering.Take(false);
  if (!another.has_value()) return table;
  if (another->database() == table->database() && another->name() == table->name()) {
    return Status(Code::kSchemaMismatch,
                  fmt::format("the definition of {}.{} changes within the batch: an ArrowBuilder "
                              "gives what is before and what is behind as tables of their own, and "
                              "with option batch.isolate_ddl=true they are in different batches",
                              table->database(), table->name()));
  }
  return Status(
      Code::kInvalidArgument,
      fmt::format("the batch has rows of several tables, {}.{} and {}.{} among them: say "
                  "which one is wanted, or use an ArrowBuilder",
                  table->database(), table->name(), another->database(), another->name()));
}

}  // namespace towpath
