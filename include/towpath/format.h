// Formats: entries as text, for other programs (JSON) and for people (pretty).
//
// Thread safety: functions without state; they may be called from many threads.
#ifndef TOWPATH_FORMAT_H_
#define TOWPATH_FORMAT_H_

#include <cstddef>
#include <string>

#include "towpath/entry.h"
#include "towpath/status.h"

namespace towpath {

// Appends the entry as one JSON object (RFC 8259, UTF-8) without a line break, the `json` format of
// the towpath command and of towpath_batch_encode:
//   {"type":"insert","position":"binlog.000002:1547:0","gtid":"...","ts_us":1700000000000000,
//    "database":"shop","table":"orders","rows":[{"after":{"id":1,"price":"9.90","note":null}}]}
//   {"type":"ddl",...,"database":"shop","kind":"alter_table",
//    "tables":[{"database":"shop","table":"orders"}],"sql":"ALTER TABLE ..."}
// Members come in this order. "kind" is DdlKindName, of DDL only; "tables" are those of
// Entry::statement_tables and left out when there are none; "sql" is {"base64":"..."} when it is
// not UTF-8. "gtid" and "database" are left out when there is none; "duplicate": true stands behind
// "ts_us" when the entry is one; begin, commit and heartbeat end there.
// Update rows have "before" and "after", inserts only "after", deletes only "before". A JSON column
// of which only the difference is known (ValueKind::kJsonDiff) is not in "after" but in a third
// member, so that it can not be taken for a document:
//    {"before":{"id":1},"after":{},"json_diff":{"note":[{"op":"replace","path":"$.a","value":1}]}}
// with "op" replace, insert or remove (this one without "value"), in the order to apply them.
//
//   integers, YEAR, BIT             number, exact whatever its size
//   FLOAT, DOUBLE                   number, shortest that reads back as the same value
//   DECIMAL, dates and times        string in MySQL's notation; TIMESTAMP in UTC
//   CHAR, VARCHAR, TEXT             string; {"base64":"..."} of the stored bytes when they are no
//                                   text of the column's character set
//   BINARY, BLOB, GEOMETRY, VECTOR  string, base64 (RFC 4648 with padding)
//   ENUM, SET                       string of labels; number when they are not known
//   JSON                            the JSON value (MariaDB's JSON is LONGTEXT: a string)
//   UUID, INET4, INET6              string, as the server prints it
//   NULL                            null; columns absent from the row image are left out
//
// kCorrupted: a row or value can not be right, the message says where; `out` is unchanged.
// Allocates nothing for rows and values once `out` has grown.
Status AppendJson(const Entry& entry, std::string* out);

struct PrettyStyle {
  bool color = false;           // ANSI escape sequences
  size_t max_value_width = 72;  // characters of a value before it is shortened; 0: never
};

// Appends the entry as a block of lines for people, its end included: a heading with kind, table,
// position, time and GTID, then for each row its columns, aligned; an update shows what changed as
// "old -> new". Control characters are shown as escapes, so that data can not steer a terminal.
// For eyes, not for parsing: the layout may change. Errors as AppendJson.
Status AppendPretty(const Entry& entry, const PrettyStyle& style, std::string* out);

}  // namespace towpath

#endif  // TOWPATH_FORMAT_H_
