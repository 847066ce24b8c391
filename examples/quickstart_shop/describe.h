// A change in a few words: "orders 7: status open -> paid".
#ifndef TOWPATH_EXAMPLES_QUICKSTART_SHOP_DESCRIBE_H_
#define TOWPATH_EXAMPLES_QUICKSTART_SHOP_DESCRIBE_H_

#include <string>

#include "towpath/entry.h"
#include "towpath/status.h"

namespace quickstart {

// Appends what an entry with rows or DDL does. kCorrupted as towpath::AppendText.
towpath::Status Describe(const towpath::Entry& entry, std::string* out);

}  // namespace quickstart

#endif  // TOWPATH_EXAMPLES_QUICKSTART_SHOP_DESCRIBE_H_
