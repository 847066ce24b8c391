#include "mysql/start.h"

#include <algorithm>
#include <utility>

#include "fmt/chrono.h"
#include "fmt/format.h"
#include "model/text.h"
#include "mysql/binlog_probe.h"

namespace towpath::mysql {
namespace {

using model::Cursor;
using model::StartPoint;

constexpr uint64_t kFirstOffset = 4;  // behind the file's magic number
// The most of a binlog that is read to learn which GTIDs lie before a place in it, bytes.
constexpr uint64_t kMostToRead = uint64_t{64} << 20;

std::string Seconds(int64_t timestamp_us) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(timestamp_us / 1000000));
}

bool IsMysql(const Connection& connection) { return connection.flavor() == Flavor::kMysql; }

// The state of a MariaDB server at a place of its binlog: exact, computed by the server.
Status FillMariadbGtids(Connection& connection, Cursor& cursor) {
  auto text = connection.QueryValue(
      fmt::format("SELECT BINLOG_GTID_POS({}, {})", connection.Quote(cursor.file), cursor.offset));
  if (!text.ok()) return text.status();
  auto set = GtidSet::Parse(*text);
  if (!set.ok()) return set.status();
  cursor.gtids = *std::move(set);
  cursor.gtids_known = true;
  return Status::Ok();
}

Status ParseMysqlGtids(std::string_view text, Cursor& cursor) {
  auto set = GtidSet::Parse(text);
  if (!set.ok()) return set.status();
  cursor.gtids = *std::move(set);
  cursor.gtids_known = true;
  return Status::Ok();
}

Result<GtidSet> PreviousGtids(BinlogProbe& probe, const std::string& file) {
  auto head = probe.ReadHead(file);
  if (!head.ok()) return head.status();
  return std::move(head->gtids);
}

std::string Range(const std::vector<BinlogFileSize>& files) {
  return fmt::format("the server has {}:4 to {}:{}", files.front().name, files.back().name,
                     files.back().size);
}

// MySQL, for a place that GTIDs can not be asked for: exact if reading up to it is cheap.
Status FillMysqlGtids(BinlogProbe& probe, Cursor& cursor) {
  if (cursor.offset > kMostToRead) return Status::Ok();
  auto gtids = cursor.offset == kFirstOffset ? PreviousGtids(probe, cursor.file)
                                             : probe.GtidsBefore(cursor.file, cursor.offset);
  if (!gtids.ok()) return gtids.status();
  cursor.gtids = *std::move(gtids);
  cursor.gtids_known = true;
  return Status::Ok();
}

Status FillGtids(Connection& connection, const ServerFacts& facts,
                 const model::SourceSettings& settings, BinlogProbe& probe, Cursor& cursor) {
  if (!facts.gtids || settings.gtid == model::GtidMode::kOff) return Status::Ok();
  return IsMysql(connection) ? FillMysqlGtids(probe, cursor) : FillMariadbGtids(connection, cursor);
}

Result<Cursor> Latest(Connection& connection, const ServerFacts& facts,
                      const model::SourceSettings& settings, BinlogProbe& probe) {
  auto end = ReadBinlogEnd(connection);
  if (!end.ok()) return end.status();
  Cursor cursor;
  cursor.server_uuid = facts.uuid;
  cursor.file = end->file;
  cursor.offset = end->offset;
  if (!facts.gtids || settings.gtid == model::GtidMode::kOff) return cursor;
  if (!IsMysql(connection)) {
    if (Status s = FillMariadbGtids(connection, cursor); !s.ok()) return s;
    return cursor;
  }
  // MySQL reads the set first, and counts a transaction in only when it is committed everywhere:
  // those that were on their way lie before the place, but not in the set. Left out of it, they
  // would come again, and out of order, after a move to another server.
  if (Status s = ParseMysqlGtids(end->gtids, cursor); !s.ok()) return s;
  if (Status s = probe.AddGtidsBefore(cursor.file, cursor.offset, &cursor.gtids); !s.ok()) return s;
  return cursor;
}

Result<Cursor> Earliest(Connection& connection, const ServerFacts& facts,
                        const model::SourceSettings& settings, BinlogProbe& probe) {
  auto files = ListBinlogs(connection);
  if (!files.ok()) return files.status();
  Cursor cursor;
  cursor.server_uuid = facts.uuid;
  cursor.file = files->front().name;
  cursor.offset = kFirstOffset;
  if (Status s = FillGtids(connection, facts, settings, probe, cursor); !s.ok()) return s;
  return cursor;
}

Result<Cursor> AtPosition(Connection& connection, const ServerFacts& facts,
                          const model::SourceSettings& settings, BinlogProbe& probe,
                          const Position& place, bool after_entry) {
  auto files = ListBinlogs(connection);
  if (!files.ok()) return files.status();
  const auto found = std::find_if(files->begin(), files->end(),
                                  [&](const BinlogFileSize& f) { return f.name == place.file; });
  const std::string text =
      after_entry ? place.ToString() : fmt::format("{}:{}", place.file, place.offset);
  if (found == files->end()) {
    const uint64_t number = BinlogFileNumber(place.file);
    const std::string_view base = std::string_view(files->front().name);
    const bool same_base =
        place.file.substr(0, place.file.rfind('.')) == base.substr(0, base.rfind('.'));
    if (same_base && number < BinlogFileNumber(files->front().name)) {
      return Status(Code::kPositionLost,
                    fmt::format("{}: {} is purged from {}; {}", text, place.file,
                                connection.endpoint(), Range(*files)));
    }
    return Status(Code::kInvalidPosition,
                  fmt::format("{}: {} has no file {}; {}", text, connection.endpoint(), place.file,
                              Range(*files)));
  }
  if (place.offset < kFirstOffset) {
    return Status(Code::kInvalidPosition,
                  fmt::format("{}: the first event of a binlog begins at offset 4", text));
  }
  if (place.offset > found->size || (after_entry && place.offset == found->size)) {
    return Status(Code::kInvalidPosition,
                  fmt::format("{}: {} ends at {}", text, found->name, found->size));
  }
  Cursor cursor;
  cursor.server_uuid = facts.uuid;
  cursor.file = place.file;
  cursor.offset = place.offset;
  if (after_entry) {
    cursor.after = place;
    cursor.offset = place.transaction_offset == 0 ? kFirstOffset : place.transaction_offset;
    if (cursor.offset > place.offset || cursor.offset < kFirstOffset) {
      return Status(Code::kInvalidPosition,
                    fmt::format("{}: its transaction can not begin at {}, behind it",
                                place.ToResumeString(), place.transaction_offset));
    }
  }
  if (Status s = probe.CheckTransactionStart(cursor.file, cursor.offset); !s.ok()) return s;
  if (Status s = FillGtids(connection, facts, settings, probe, cursor); !s.ok()) return s;
  return cursor;
}

Result<Cursor> AtGtids(Connection& connection, const ServerFacts& facts, const GtidSet& wanted) {
  const bool mysql = IsMysql(connection);
  if (!wanted.empty() && wanted.flavor() != connection.flavor()) {
    return Status(Code::kInvalidPosition,
                  fmt::format("'{}' is a GTID set of {}, but {} is {} {}", wanted.ToString(),
                              mysql ? "MariaDB" : "MySQL", connection.endpoint(),
                              mysql ? "MySQL" : "MariaDB", connection.version()));
  }
  if (!facts.gtids) {
    return Status(Code::kServerNotReady,
                  fmt::format("{}: a start by GTIDs needs gtid_mode=ON: SET GLOBAL gtid_mode = ON "
                              "(by way of OFF_PERMISSIVE and ON_PERMISSIVE)",
                              connection.endpoint()));
  }
  Cursor cursor;
  cursor.server_uuid = facts.uuid;
  cursor.gtids = wanted;
  cursor.gtids_known = true;
  if (!mysql) return cursor;
  auto text = connection.QueryValue("SELECT @@GLOBAL.gtid_purged");
  if (!text.ok()) return text.status();
  auto purged = GtidSet::Parse(*text);
  if (!purged.ok()) return purged.status();
  auto missing = purged->Subtract(wanted);
  if (!missing.ok()) return missing.status();
  if (!missing->empty()) {
    return Status(Code::kPositionLost,
                  fmt::format("{}: the transactions {} are not in the given set, but their binlogs "
                              "are purged",
                              connection.endpoint(), missing->ToString()));
  }
  return cursor;
}

// The newest file begun at or before the time holds or precedes everything that happened since: an
// event is never in a file that was finished before the event happened.
Result<Cursor> AtTimestamp(Connection& connection, const ServerFacts& facts,
                           const model::SourceSettings& settings, BinlogProbe& probe,
                           int64_t timestamp_us) {
  auto files = ListBinlogs(connection);
  if (!files.ok()) return files.status();
  // First file in [low, high) begun after the time, by bisection.
  size_t low = 0;
  size_t high = files->size();
  int64_t oldest_us = 0;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    auto head = probe.ReadHead((*files)[middle].name);
    if (!head.ok()) return head.status();
    if (middle == 0) oldest_us = head->began_us;
    if (head->began_us <= timestamp_us) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0 && BinlogFileNumber(files->front().name) > 1) {
    return Status(Code::kPositionLost,
                  fmt::format("{}: the binlogs of {} are purged; the oldest, {}, begins at {}: use "
                              "source.start=earliest to begin there",
                              connection.endpoint(), Seconds(timestamp_us), files->front().name,
                              Seconds(oldest_us)));
  }
  Cursor cursor;
  cursor.server_uuid = facts.uuid;
  cursor.file = (*files)[low == 0 ? 0 : low - 1].name;
  cursor.offset = kFirstOffset;
  cursor.not_before_us = timestamp_us;
  if (Status s = FillGtids(connection, facts, settings, probe, cursor); !s.ok()) return s;
  return cursor;
}

}  // namespace

Result<ServerFacts> ReadServerFacts(Connection& connection) {
  ServerFacts facts;
  const bool mysql = IsMysql(connection);
  auto set = connection.Query(mysql ? "SELECT @@GLOBAL.server_id, @@GLOBAL.server_uuid, "
                                      "@@GLOBAL.gtid_mode, @@GLOBAL.gtid_executed, "
                                      "@@GLOBAL.gtid_purged"
                                    : "SELECT @@GLOBAL.server_id, '', 'ON', "
                                      "@@GLOBAL.gtid_binlog_state, @@GLOBAL.gtid_slave_pos");
  if (!set.ok()) return set.status();
  const std::string id = set->Text(0, 0);
  facts.server_id = model::ParseNumber<uint32_t>(id).value_or(0);
  facts.uuid = mysql ? set->Text(0, 1) : fmt::format("server_id:{}", id);
  facts.gtids = set->Text(0, 2) == "ON";
  const std::string had = set->Text(0, 3);
  auto other = GtidSet::Parse(set->Text(0, 4));
  if (!other.ok()) return other.status();
  if (mysql) {
    auto executed = GtidSet::Parse(had);
    if (!executed.ok()) return executed.status();
    facts.executed = *std::move(executed);
    facts.purged = *std::move(other);
  } else {
    auto origins = model::OriginState::Parse(had);
    if (!origins.ok()) return origins.status();
    facts.origins = *std::move(origins);
    facts.replicated = *std::move(other);
  }
  // Old servers lack the second one.
  set = connection.Query(
      "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('lower_case_table_names', "
      "'binlog_row_metadata', 'log_slave_updates', 'log_replica_updates')");
  if (!set.ok()) return set.status();
  for (size_t row = 0; row < set->rows.size(); ++row) {
    if (set->Text(row, 0) == "lower_case_table_names") {
      facts.folds_table_names = set->Text(row, 1) != "0";
    } else if (set->Text(row, 0) == "binlog_row_metadata") {
      facts.names_columns = set->Text(row, 1) == "FULL";
    } else {
      facts.logs_replicated = set->Text(row, 1) != "OFF";
    }
  }
  return facts;
}

Result<std::vector<BinlogFileSize>> ListBinlogs(Connection& connection) {
  auto set = connection.Query("SHOW BINARY LOGS");
  if (!set.ok()) return set.status();
  std::vector<BinlogFileSize> files;
  for (size_t row = 0; row < set->rows.size(); ++row) {
    files.push_back(
        {set->Text(row, 0), model::ParseNumber<uint64_t>(set->Text(row, 1)).value_or(0)});
  }
  if (files.empty()) {
    return Status(Code::kServerNotReady, fmt::format("{} has no binlog", connection.endpoint()));
  }
  return files;
}

Result<BinlogEnd> ReadBinlogEnd(Connection& connection) {
  const uint32_t version = connection.version_number();
  std::string_view statement = "SHOW MASTER STATUS";
  if (IsMysql(connection)) {
    if (version >= 80200) statement = "SHOW BINARY LOG STATUS";
  } else if (version >= 100502) {
    statement = "SHOW BINLOG STATUS";
  }
  auto set = connection.Query(statement);
  if (!set.ok()) return set.status();
  BinlogEnd end;
  end.file = set->Text(0, 0);
  end.offset = model::ParseNumber<uint64_t>(set->Text(0, 1)).value_or(0);
  end.gtids = set->Text(0, set->Find("Executed_Gtid_Set"));
  if (end.file.empty()) {
    return Status(Code::kServerNotReady, fmt::format("{} has no binlog", connection.endpoint()));
  }
  return end;
}

Result<Cursor> ResolveStart(Connection& connection, const ServerFacts& facts,
                            const model::SourceSettings& settings, Interrupt& interrupt,
                            const StartPoint& start) {
  BinlogProbe probe(settings, interrupt);
  switch (start.kind) {
    case StartPoint::Kind::kLatest:
      return Latest(connection, facts, settings, probe);
    case StartPoint::Kind::kEarliest:
      return Earliest(connection, facts, settings, probe);
    case StartPoint::Kind::kPosition:
      return AtPosition(connection, facts, settings, probe, start.position, /*after_entry=*/false);
    case StartPoint::Kind::kAfterEntry:
      return AtPosition(connection, facts, settings, probe, start.position, /*after_entry=*/true);
    case StartPoint::Kind::kGtidSet:
      return AtGtids(connection, facts, start.gtids);
    case StartPoint::Kind::kTimestamp:
      return AtTimestamp(connection, facts, settings, probe, start.timestamp_us);
  }
  return Status(Code::kInternal, "mysql/start: unknown kind of start point");
}

}  // namespace towpath::mysql
