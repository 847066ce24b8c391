// Digest: visits every value of a row image as a consumer would, and sums up what it found; the
// terms are those of bench_seen in measurement.h.
#ifndef TOWPATH_TESTS_BENCH_DIGEST_H_
#define TOWPATH_TESTS_BENCH_DIGEST_H_

#include <span>
#include <string>

#include "measurement.h"
#include "towpath/entry.h"
#include "towpath/table.h"
#include "towpath/value.h"

namespace towpath::bench {

class Digest {
 public:
  explicit Digest(bench_seen* seen) : seen_(seen) {}

  // Every row of an entry, if it has any. The status of the reader.
  Status AddRows(const Entry& entry) {
    const Table* table = entry.table();
    if (table == nullptr) return Status::Ok();
    for (rows_.Start(entry); rows_.Next();) {
      AddImage(*table, rows_.before());
      AddImage(*table, rows_.after());
    }
    return rows_.status();
  }

 private:
  void AddImage(const Table& table, std::span<const Value> image) {
    if (image.empty()) return;
    uint64_t digest = 0;
    uint64_t values = 0;
    for (size_t i = 0; i < image.size(); ++i) {
      const Value& value = image[i];
      if (value.is_null() || value.is_absent()) continue;
      ++values;
      digest += Term(table, i, value);
    }
    ++seen_->images;
    seen_->values += values;
    seen_->digest += digest;
  }

  static uint64_t TextTerm(std::string_view text) {
    return text.size() + (text.empty() ? 0 : static_cast<uint8_t>(text[0]));
  }

  uint64_t Term(const Table& table, size_t column, const Value& value) {
    switch (value.kind) {
      case ValueKind::kFloat:
      case ValueKind::kDouble:
        return static_cast<uint64_t>(static_cast<int64_t>(value.f64));
      case ValueKind::kDate:
      case ValueKind::kDateTime:
      case ValueKind::kTimestamp: {
        const Calendar calendar = value.calendar();
        return calendar.day + calendar.second;
      }
      case ValueKind::kTime:
        return value.calendar().second;
      case ValueKind::kText:
      case ValueKind::kBinary:
      case ValueKind::kUuid:
      case ValueKind::kInet4:
      case ValueKind::kInet6:
        return value.size + value.padding + (value.size == 0 ? 0 : value.data[0]);
      case ValueKind::kEnum: {
        const auto& labels = table.columns()[column].labels;
        return TextTerm(value.u64 - 1 < labels.size() ? labels[value.u64 - 1] : std::string());
      }
      case ValueKind::kDecimal:
      case ValueKind::kJson:
        text_.clear();
        (void)AppendText(table.columns()[column], value, &text_);
        return TextTerm(text_);
      default:
        return value.u64;
    }
  }

  bench_seen* seen_;
  RowReader rows_;
  std::string text_;
};

}  // namespace towpath::bench

#endif  // TOWPATH_TESTS_BENCH_DIGEST_H_
