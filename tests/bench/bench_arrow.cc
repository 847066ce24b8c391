// bench_arrow URL [OPTION=VALUE...]: every value of a source in the columns of Arrow record batches
// of 100,000 rows, both images.
//
// The source must have an end: binlog files, or source.until=latest. Batches of at most 1,000
// entries are acknowledged one by one.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "measurement.h"
#include "towpath/arrow.h"
#include "towpath/options.h"
#include "towpath/stream.h"

namespace {

using towpath::ArrowBuilder;
using towpath::ArrowTable;
using towpath::Status;

constexpr size_t kBatchEntries = 1000;
constexpr size_t kRecordRows = 100000;

__extension__ using Int128 = __int128;

// The terms of bench_seen, of a column.
class Column {
 public:
  Column(const ArrowSchema& schema, const ArrowArray& array)
      : schema_(schema), array_(array), format_(schema.format) {}

  // Of all rows that are not null.
  void AddTo(bench_seen* seen) const {
    const auto* valid = static_cast<const uint8_t*>(array_.buffers[0]);
    uint64_t digest = 0;
    const auto add = [&](auto&& term) {
      for (int64_t row = 0; row < array_.length; ++row)
        if (valid == nullptr || (valid[row / 8] >> row % 8 & 1) != 0) digest += term(row);
    };
    if (array_.dictionary != nullptr) {
      const Column labels(*schema_.dictionary, *array_.dictionary);
      add([&](int64_t row) { return labels.Text(As<int16_t>(row)); });
    } else if (format_ == "tdD") {
      add([&](int64_t row) { return DayOf(As<int32_t>(row)); });
    } else if (format_.starts_with("ts")) {
      add([&](int64_t row) {
        const int64_t seconds = FloorDivide(As<int64_t>(row), 1000000);
        return DayOf(FloorDivide(seconds, 86400)) + static_cast<uint64_t>(seconds % 60);
      });
    } else if (format_ == "tDu") {
      add([&](int64_t row) { return static_cast<uint64_t>(As<int64_t>(row) / 1000000 % 60); });
    } else if (format_.starts_with("d:")) {
      const int scale = std::atoi(format_.data() + format_.find(',') + 1);
      add([&](int64_t row) { return Decimal(As<Int128>(row), scale); });
    } else {
      switch (format_[0]) {
        case 'c':
          add([&](int64_t row) { return static_cast<uint64_t>(As<int8_t>(row)); });
          break;
        case 's':
          add([&](int64_t row) { return static_cast<uint64_t>(As<int16_t>(row)); });
          break;
        case 'i':
          add([&](int64_t row) { return static_cast<uint64_t>(As<int32_t>(row)); });
          break;
        case 'l':
          add([&](int64_t row) { return static_cast<uint64_t>(As<int64_t>(row)); });
          break;
        case 'C':
          add([&](int64_t row) { return uint64_t{As<uint8_t>(row)}; });
          break;
        case 'S':
          add([&](int64_t row) { return uint64_t{As<uint16_t>(row)}; });
          break;
        case 'I':
          add([&](int64_t row) { return uint64_t{As<uint32_t>(row)}; });
          break;
        case 'L':
          add([&](int64_t row) { return As<uint64_t>(row); });
          break;
        case 'f':
          add([&](int64_t row) { return Whole(As<float>(row)); });
          break;
        case 'g':
          add([&](int64_t row) { return Whole(As<double>(row)); });
          break;
        default:
          add([&](int64_t row) { return Text(row); });
          break;
      }
    }
    seen->values += static_cast<uint64_t>(array_.length - array_.null_count);
    seen->digest += digest;
  }

 private:
  template <typename T>
  T As(int64_t row) const {
    return static_cast<const T*>(array_.buffers[1])[row];
  }
  static int64_t FloorDivide(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
  static uint64_t DayOf(int64_t days) {
    using namespace std::chrono;  // NOLINT(google-build-using-namespace)
    const year_month_day date{sys_days(std::chrono::days(days))};
    return unsigned{date.day()};
  }
  static uint64_t Whole(double number) {
    return static_cast<uint64_t>(static_cast<int64_t>(number));
  }
  // As its text would be: the size, and the first byte.
  static uint64_t Decimal(Int128 number, int scale) {
    const bool negative = number < 0;
    if (negative) number = -number;
    uint64_t size = negative ? 1 : 0;
    for (int i = 0; i < scale; ++i) number /= 10;
    if (scale > 0) size += static_cast<uint64_t>(scale) + 1;
    auto whole = static_cast<uint64_t>(number);  // the data sets have no more than 20 digits there
    ++size;
    for (; whole >= 10; whole /= 10) ++size;
    return size + (negative ? '-' : '0' + whole);
  }
  uint64_t Text(int64_t row) const {
    const auto begin = As<int32_t>(row);
    const auto size = static_cast<uint64_t>(As<int32_t>(row + 1) - begin);
    return size + (size == 0 ? 0 : static_cast<const uint8_t*>(array_.buffers[2])[begin]);
  }

  const ArrowSchema& schema_;
  const ArrowArray& array_;
  std::string_view format_;
};

// The columns of the images: those added to the table's are "_..." but for "_before.NAME".
void AddTable(const ArrowTable& table, bench_seen* seen) {
  ArrowArrayStream stream;
  table.Export(&stream);
  ArrowSchema schema;
  if (stream.get_schema(&stream, &schema) != 0) std::abort();
  for (ArrowArray array; stream.get_next(&stream, &array) == 0 && array.release != nullptr;) {
    int64_t before_images = 0;
    for (int64_t i = 0; i < array.n_children; ++i) {
      const std::string_view name = schema.children[i]->name;
      // Null where all columns of the before image are known, an empty list for inserts.
      if (name == "_before_columns") before_images = array.children[i]->null_count;
      if (name.starts_with("_") && !name.starts_with("_before.")) continue;
      Column(*schema.children[i], *array.children[i]).AddTo(seen);
    }
    seen->images += static_cast<uint64_t>(array.length + before_images);
    array.release(&array);
  }
  schema.release(&schema);
  stream.release(&stream);
}

int Fail(const Status& status) {
  std::fprintf(stderr, "bench_arrow: %s\n", status.ToString().c_str());
  return 1;
}

Status Run(const towpath::Options& options, bench_seen* seen) {
  using namespace std::chrono_literals;
  auto stream = towpath::Stream::Open(options);
  if (!stream.ok()) return stream.status();
  ArrowBuilder rows({.images = towpath::ArrowImages::kBoth, .max_rows = kRecordRows});
  for (;;) {
    auto batch = (*stream)->GetWithoutAck(kBatchEntries, -1ms);
    if (batch.code() == towpath::Code::kEnd) break;
    if (!batch.ok()) return batch.status();
    if (Status s = rows.Add(*batch); !s.ok()) return s;
    while (const auto table = rows.TakeComplete()) AddTable(*table, seen);
    seen->entries += batch->size();
    if (Status s = (*stream)->Ack(batch->mark()); !s.ok()) return s;
  }
  while (const auto table = rows.Take()) AddTable(*table, seen);
  return (*stream)->Close();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_arrow URL [OPTION=VALUE...]\n");
    return 2;
  }
  towpath::Options options;
  std::string settings[] = {std::string("source.url=") + argv[1], "stream.name=bench",
                            "source.start=earliest", "store.url=memory:"};
  const auto set = [&options](const std::string& setting) {
    const size_t equals = std::min(setting.find('='), setting.size() - 1);
    return options.Set(setting.substr(0, equals), setting.substr(equals + 1));
  };
  for (const std::string& setting : settings)
    if (Status s = set(setting); !s.ok()) return Fail(s);
  for (int i = 2; i < argc; ++i)
    if (Status s = set(argv[i]); !s.ok()) return Fail(s);
  bench_measurement m;
  bench_begin(&m);
  if (Status s = Run(options, &m.seen); !s.ok()) return Fail(s);
  bench_end(&m, "arrow");
  return 0;
}
