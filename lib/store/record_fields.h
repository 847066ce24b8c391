// A StreamRecord as named texts: what the durable stores keep, one column or hash field each.
//
// Text, because a person with the sqlite3 shell should be able to read where a stream stands. The
// last field is a checksum over the others, so that a damaged record is noticed, not followed.
// A change of meaning needs a new version of the format (sqlite_store.cc checks it). New fields do
// not: they are empty in records that were written before there were any, and an empty one is no
// part of the checksum.
#ifndef TOWPATH_LIB_STORE_RECORD_FIELDS_H_
#define TOWPATH_LIB_STORE_RECORD_FIELDS_H_

#include <array>
#include <string>
#include <string_view>

#include "store/store.h"
#include "towpath/status.h"

namespace towpath::store {

inline constexpr std::array<std::string_view, 26> kRecordFields = {
    "server",           // of the server the positions belong to: Cursor::server_uuid
    "file",             // restart place
    "offset",           //
    "gtids",            // every transaction before it; "-": not known
    "after",            // entries up to this one are acknowledged too; "": none
    "after_gtid",       // its transaction
    "not_before_us",    // Cursor::not_before_us
    "acked",            // last entry acknowledged
    "acked_gtid",       //
    "processed",        // last entry processed
    "processed_gtid",   //
    "processed_gtids",  // "-": as gtids
    "processed_elsewhere", "left_out", "next_mark",
    "flavor",  // "mysql", "mariadb" or ""
    "server_version", "created_us", "updated_us",
    // Since format 3.
    "file_created",    // Cursor::file_created, "" when not known
    "part",            // Cursor::part
    "processed_part",  //
    "parts_elsewhere",
    "known",          // Cursor::known
    "known_origins",  // Cursor::known_origins
    "checksum",       // CRC-32 of the fields before, each ended by a NUL; eight hex digits
};
// Fields of format 2: the first of the new ones.
inline constexpr size_t kFirstNewField = 19;
static_assert(kRecordFields[kFirstNewField] == "file_created");

using RecordFields = std::array<std::string, kRecordFields.size()>;

RecordFields EncodeRecord(const StreamRecord& record);
// kCorrupted names the field that can not be right.
Result<StreamRecord> DecodeRecord(const RecordFields& fields);

}  // namespace towpath::store

#endif  // TOWPATH_LIB_STORE_RECORD_FIELDS_H_
