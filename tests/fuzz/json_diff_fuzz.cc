// Differences of JSON: a document in a piece, then the differences.
#include "binlog/json_diff.h"

#include <string>
#include <vector>

#include "binlog/json.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const auto document = input.Piece();
  const auto differences = input.Rest();
  std::string text = "before";
  if (!binlog::AppendJsonDiff(differences, &text) && text != "before") __builtin_trap();

  static binlog::JsonPatcher patcher;
  std::vector<uint8_t> out = {1, 2, 3};
  const Status status = patcher.Apply(document, differences, &out);
  if (!status.ok()) {
    if (out.size() != 3 || status.message().empty()) __builtin_trap();
    return 0;
  }
  if (out.size() < 3 || out[2] != 3) __builtin_trap();
  // Where the document was right, so is what became of it. (Values that were not taken apart are
  // copied unread.)
  text = "before";
  const bool was_right = binlog::AppendJson(document, &text);
  text = "before";
  const std::span<const uint8_t> patched(out.data() + 3, out.size() - 3);
  bool differences_right = true;
  std::string values;
  binlog::JsonDiffReader reader(differences);
  for (binlog::JsonDifference difference; reader.Next(&difference);)
    if (!difference.value.empty() && !binlog::AppendJson(difference.value, &values))
      differences_right = false;
  // Values of a difference may make the document deeper than any can be.
  if (was_right && differences_right && !binlog::AppendJson(patched, &text) && size < 100)
    __builtin_trap();
  return 0;
}
