// The header alone, as C++20 with every warning an error. Its numbers are those of the C++ API.
#include "towpath.h"

#include <cstddef>

#include "towpath/entry.h"
#include "towpath/log.h"
#include "towpath/options.h"
#include "towpath/preflight.h"
#include "towpath/status.h"
#include "towpath/stream.h"
#include "towpath/table.h"
#include "towpath/value.h"

#define SAME(c, cpp) static_assert((c) == static_cast<int>(cpp), #c)

SAME(TOWPATH_OK, towpath::Code::kOk);
SAME(TOWPATH_INVALID_ARGUMENT, towpath::Code::kInvalidArgument);
SAME(TOWPATH_UNKNOWN_OPTION, towpath::Code::kUnknownOption);
SAME(TOWPATH_INVALID_OPTION, towpath::Code::kInvalidOption);
SAME(TOWPATH_INVALID_NAME, towpath::Code::kInvalidName);
SAME(TOWPATH_INVALID_FILTER, towpath::Code::kInvalidFilter);
SAME(TOWPATH_INVALID_POSITION, towpath::Code::kInvalidPosition);
SAME(TOWPATH_CONNECTION, towpath::Code::kConnection);
SAME(TOWPATH_AUTHENTICATION, towpath::Code::kAuthentication);
SAME(TOWPATH_TLS, towpath::Code::kTls);
SAME(TOWPATH_SERVER_NOT_READY, towpath::Code::kServerNotReady);
SAME(TOWPATH_POSITION_LOST, towpath::Code::kPositionLost);
SAME(TOWPATH_IDENTITY_CLASH, towpath::Code::kIdentityClash);
SAME(TOWPATH_NOT_FOUND, towpath::Code::kNotFound);
SAME(TOWPATH_IO, towpath::Code::kIo);
SAME(TOWPATH_TRUNCATED, towpath::Code::kTruncated);
SAME(TOWPATH_CORRUPTED, towpath::Code::kCorrupted);
SAME(TOWPATH_ENCRYPTED, towpath::Code::kEncrypted);
SAME(TOWPATH_UNSUPPORTED, towpath::Code::kUnsupported);
SAME(TOWPATH_SCHEMA_MISMATCH, towpath::Code::kSchemaMismatch);
SAME(TOWPATH_STORE, towpath::Code::kStore);
SAME(TOWPATH_NOT_A_STORE, towpath::Code::kNotAStore);
SAME(TOWPATH_BUSY, towpath::Code::kBusy);
SAME(TOWPATH_CLOSED, towpath::Code::kClosed);
SAME(TOWPATH_END, towpath::Code::kEnd);
SAME(TOWPATH_OUT_OF_ORDER, towpath::Code::kOutOfOrder);
SAME(TOWPATH_UNKNOWN_MARK, towpath::Code::kUnknownMark);
SAME(TOWPATH_LIMIT, towpath::Code::kLimit);
SAME(TOWPATH_INTERNAL, towpath::Code::kInternal);
SAME(TOWPATH_OUT_OF_MEMORY, towpath::Code::kOutOfMemory);
SAME(TOWPATH_SERVER_BEHIND, towpath::Code::kServerBehind);
SAME(TOWPATH_DIVERGED, towpath::Code::kDiverged);
SAME(TOWPATH_BINLOG_RESET, towpath::Code::kBinlogReset);

SAME(TOWPATH_OPTION_STRING, towpath::OptionType::kString);
SAME(TOWPATH_OPTION_INTEGER, towpath::OptionType::kInteger);
SAME(TOWPATH_OPTION_BYTES, towpath::OptionType::kBytes);
SAME(TOWPATH_OPTION_BOOLEAN, towpath::OptionType::kBoolean);
SAME(TOWPATH_OPTION_CHOICE, towpath::OptionType::kChoice);
SAME(TOWPATH_OPTION_LIST, towpath::OptionType::kList);

SAME(TOWPATH_LOG_DEBUG, towpath::LogLevel::kDebug);
SAME(TOWPATH_LOG_INFO, towpath::LogLevel::kInfo);
SAME(TOWPATH_LOG_WARNING, towpath::LogLevel::kWarning);
SAME(TOWPATH_LOG_ERROR, towpath::LogLevel::kError);

SAME(TOWPATH_FINDING_OK, towpath::Severity::kOk);
SAME(TOWPATH_FINDING_WARNING, towpath::Severity::kWarning);
SAME(TOWPATH_FINDING_ERROR, towpath::Severity::kError);

SAME(TOWPATH_STATE_CONNECTING, towpath::StreamState::kConnecting);
SAME(TOWPATH_STATE_RUNNING, towpath::StreamState::kRunning);
SAME(TOWPATH_STATE_ENDED, towpath::StreamState::kEnded);
SAME(TOWPATH_STATE_FAILED, towpath::StreamState::kFailed);
SAME(TOWPATH_STATE_CLOSED, towpath::StreamState::kClosed);

SAME(TOWPATH_ENTRY_BEGIN, towpath::EntryKind::kBegin);
SAME(TOWPATH_ENTRY_INSERT, towpath::EntryKind::kInsert);
SAME(TOWPATH_ENTRY_UPDATE, towpath::EntryKind::kUpdate);
SAME(TOWPATH_ENTRY_DELETE, towpath::EntryKind::kDelete);
SAME(TOWPATH_ENTRY_DDL, towpath::EntryKind::kDdl);
SAME(TOWPATH_ENTRY_COMMIT, towpath::EntryKind::kCommit);
SAME(TOWPATH_ENTRY_HEARTBEAT, towpath::EntryKind::kHeartbeat);
SAME(TOWPATH_ENTRY_STATEMENT, towpath::EntryKind::kStatement);

SAME(TOWPATH_COLUMN_UNKNOWN, towpath::ColumnType::kUnknown);
SAME(TOWPATH_COLUMN_TINYINT, towpath::ColumnType::kTinyInt);
SAME(TOWPATH_COLUMN_SMALLINT, towpath::ColumnType::kSmallInt);
SAME(TOWPATH_COLUMN_MEDIUMINT, towpath::ColumnType::kMediumInt);
SAME(TOWPATH_COLUMN_INT, towpath::ColumnType::kInt);
SAME(TOWPATH_COLUMN_BIGINT, towpath::ColumnType::kBigInt);
SAME(TOWPATH_COLUMN_FLOAT, towpath::ColumnType::kFloat);
SAME(TOWPATH_COLUMN_DOUBLE, towpath::ColumnType::kDouble);
SAME(TOWPATH_COLUMN_DECIMAL, towpath::ColumnType::kDecimal);
SAME(TOWPATH_COLUMN_YEAR, towpath::ColumnType::kYear);
SAME(TOWPATH_COLUMN_DATE, towpath::ColumnType::kDate);
SAME(TOWPATH_COLUMN_TIME, towpath::ColumnType::kTime);
SAME(TOWPATH_COLUMN_DATETIME, towpath::ColumnType::kDateTime);
SAME(TOWPATH_COLUMN_TIMESTAMP, towpath::ColumnType::kTimestamp);
SAME(TOWPATH_COLUMN_CHAR, towpath::ColumnType::kChar);
SAME(TOWPATH_COLUMN_VARCHAR, towpath::ColumnType::kVarchar);
SAME(TOWPATH_COLUMN_TEXT, towpath::ColumnType::kText);
SAME(TOWPATH_COLUMN_BINARY, towpath::ColumnType::kBinary);
SAME(TOWPATH_COLUMN_VARBINARY, towpath::ColumnType::kVarbinary);
SAME(TOWPATH_COLUMN_BLOB, towpath::ColumnType::kBlob);
SAME(TOWPATH_COLUMN_ENUM, towpath::ColumnType::kEnum);
SAME(TOWPATH_COLUMN_SET, towpath::ColumnType::kSet);
SAME(TOWPATH_COLUMN_BIT, towpath::ColumnType::kBit);
SAME(TOWPATH_COLUMN_JSON, towpath::ColumnType::kJson);
SAME(TOWPATH_COLUMN_GEOMETRY, towpath::ColumnType::kGeometry);
SAME(TOWPATH_COLUMN_VECTOR, towpath::ColumnType::kVector);
SAME(TOWPATH_COLUMN_UUID, towpath::ColumnType::kUuid);
SAME(TOWPATH_COLUMN_INET4, towpath::ColumnType::kInet4);
SAME(TOWPATH_COLUMN_INET6, towpath::ColumnType::kInet6);

SAME(TOWPATH_VALUE_ABSENT, towpath::ValueKind::kAbsent);
SAME(TOWPATH_VALUE_NULL, towpath::ValueKind::kNull);
SAME(TOWPATH_VALUE_INT, towpath::ValueKind::kInt);
SAME(TOWPATH_VALUE_UINT, towpath::ValueKind::kUint);
SAME(TOWPATH_VALUE_FLOAT, towpath::ValueKind::kFloat);
SAME(TOWPATH_VALUE_DOUBLE, towpath::ValueKind::kDouble);
SAME(TOWPATH_VALUE_DECIMAL, towpath::ValueKind::kDecimal);
SAME(TOWPATH_VALUE_YEAR, towpath::ValueKind::kYear);
SAME(TOWPATH_VALUE_DATE, towpath::ValueKind::kDate);
SAME(TOWPATH_VALUE_TIME, towpath::ValueKind::kTime);
SAME(TOWPATH_VALUE_DATETIME, towpath::ValueKind::kDateTime);
SAME(TOWPATH_VALUE_TIMESTAMP, towpath::ValueKind::kTimestamp);
SAME(TOWPATH_VALUE_TEXT, towpath::ValueKind::kText);
SAME(TOWPATH_VALUE_BINARY, towpath::ValueKind::kBinary);
SAME(TOWPATH_VALUE_ENUM, towpath::ValueKind::kEnum);
SAME(TOWPATH_VALUE_SET, towpath::ValueKind::kSet);
SAME(TOWPATH_VALUE_BIT, towpath::ValueKind::kBit);
SAME(TOWPATH_VALUE_JSON, towpath::ValueKind::kJson);
SAME(TOWPATH_VALUE_GEOMETRY, towpath::ValueKind::kGeometry);
SAME(TOWPATH_VALUE_VECTOR, towpath::ValueKind::kVector);
SAME(TOWPATH_VALUE_UUID, towpath::ValueKind::kUuid);
SAME(TOWPATH_VALUE_INET4, towpath::ValueKind::kInet4);
SAME(TOWPATH_VALUE_INET6, towpath::ValueKind::kInet6);
SAME(TOWPATH_VALUE_JSON_DIFF, towpath::ValueKind::kJsonDiff);

static_assert(sizeof(towpath_value) == 16, "a value is 16 bytes");
static_assert(offsetof(towpath_value, as) == 8, "its number or pointer stands at 8");

int main() { return 0; }
