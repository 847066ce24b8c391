// Formats: entries as text for other programs.
#ifndef TOWPATH_FORMAT_H_
#define TOWPATH_FORMAT_H_

#include <string>

#include "towpath/entry.h"
#include "towpath/status.h"

namespace towpath {

// Appends the entry as one JSON object without a line break, the `json` format of the towpath
// command and of towpath_batch_encode:
//   {"type":"insert","position":"binlog.000002:1547:0","gtid":"...","ts_us":1700000000000000,
//    "database":"shop","table":"orders","rows":[{"after":{"id":1,"price":"9.90","note":null}}]}
// Integers are exact; decimals, dates and times are strings in MySQL's notation; binary is base64;
// JSON columns are JSON; BIT is an integer; ENUM and SET are labels; absent columns are left out.
// kCorrupted: `out` is unchanged.
Status AppendJson(const Entry& entry, std::string* out);

}  // namespace towpath

#endif  // TOWPATH_FORMAT_H_
