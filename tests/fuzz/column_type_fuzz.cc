// Column types as information_schema writes them; labels that were read are written so that the
// same are read again.
#include "mysql/column_type.h"

#include <string_view>

#include "schema/column_rules.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  const std::string_view type(reinterpret_cast<const char*>(data), size);
  (void)mysql::IsUnsigned(type);
  const auto labels = mysql::ParseLabels(type);
  if (!labels.ok()) {
    if (labels.status().message().empty()) __builtin_trap();
    return 0;
  }
  size_t bytes = 0;
  for (const std::string& label : *labels) bytes += label.size();
  if (bytes + labels->size() > size) __builtin_trap();
  if (labels->empty()) return 0;
  const auto again = mysql::ParseLabels(schema::LabelledType("enum", *labels));
  if (!again.ok() || *again != *labels) __builtin_trap();
  return 0;
}
