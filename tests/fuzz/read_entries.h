// ReadEntries: does with entries what a consumer does, and stops where two readings disagree.
#ifndef TOWPATH_TESTS_FUZZ_READ_ENTRIES_H_
#define TOWPATH_TESTS_FUZZ_READ_ENTRIES_H_

#include <string>
#include <vector>

#include "tests/support/entry_collector.h"
#include "towpath/entry.h"
#include "towpath/format.h"

namespace towpath::test {

inline void ReadEntries(const std::vector<Entry>& entries) {
  std::string out;
  for (const Entry& entry : entries) {
    (void)entry.position().ToString();
    if (entry.is_rows()) {
      // What is skipped and what is read must agree.
      size_t rows = 0;
      RowReader reader;
      for (reader.Start(entry); reader.Next();) ++rows;
      if (rows != entry.row_count()) __builtin_trap();
      Status status;
      RowsAsText(entry, &status);
    }
    out = "before";
    if (!AppendJson(entry, &out).ok() && out != "before") __builtin_trap();
    out = "before";
    if (!AppendPretty(entry, PrettyStyle(), &out).ok() && out != "before") __builtin_trap();
  }
}

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_FUZZ_READ_ENTRIES_H_
