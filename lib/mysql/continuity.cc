#include "mysql/continuity.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fmt/chrono.h"
#include "fmt/format.h"
#include "mysql/binlog_probe.h"
#include "towpath/gtid.h"

namespace towpath::mysql {
namespace {

using model::Cursor;

constexpr std::string_view kResetRemedy =
    "what the stream has not read of the old binlogs can not be read any more: take a new copy of "
    "the tables, and begin a stream of another name";

Status Reset(std::string_view endpoint, const Cursor& cursor, std::string_view how) {
  return Status(Code::kBinlogReset,
                fmt::format("{}: the stream stands in {} at {}, and {}: the server's binlogs were "
                            "reset, the server was restored from a backup, or it lost its last "
                            "events in a crash; {}",
                            endpoint, cursor.file, cursor.offset, how, kResetRemedy));
}

std::string Seconds(uint32_t since_1970) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(since_1970)));
}

class Checker {
 public:
  Checker(Connection& connection, const ServerFacts& facts, const model::SourceSettings& settings,
          Interrupt& interrupt, const Cursor& cursor, const DumpStart& start)
      : connection_(connection),
        facts_(facts),
        cursor_(cursor),
        start_(start),
        move_(!cursor.server_uuid.empty() && cursor.server_uuid != facts.uuid),
        probe_(settings, interrupt) {}

  Status Run() {
    const bool by_file = !start_.file.empty();
    if (by_file) {
      if (Status s = CheckEnd(); !s.ok()) return s;
    }
    if (move_ && !facts_.logs_replicated) {
      if (Status s = CheckIsNoReplica(); !s.ok()) return s;
    }
    if (!cursor_.gtids_known || !facts_.gtids || cursor_.gtids.empty()) return Status::Ok();
    if (cursor_.gtids.flavor() != connection_.flavor()) return Status::Ok();  // positions only
    needed_ = cursor_.gtids;
    if (Status s = needed_.Add(cursor_.delivered); !s.ok()) return s;
    if (connection_.flavor() == Flavor::kMariadb) {
      if (Status s = CheckMariadb(); !s.ok()) return s;
      return move_ ? CheckMariadbOrder() : Status::Ok();
    }
    if (Status s = CheckExecuted(); !s.ok()) return s;
    if (!by_file) {
      if (Status s = CheckPurged(); !s.ok()) return s;
    }
    return move_ ? CheckMysqlOrder() : Status::Ok();
  }

 private:
  const std::string& endpoint() const { return connection_.endpoint(); }

  // The place lies in a binlog that there still is, and not behind its end.
  Status CheckEnd() {
    auto end = ReadBinlogEnd(connection_);
    if (!end.ok()) return end.status();
    const uint64_t here = BinlogFileNumber(cursor_.file);
    const uint64_t last = BinlogFileNumber(end->file);
    if (here > last || (cursor_.file == end->file && cursor_.offset > end->offset)) {
      return Reset(endpoint(), cursor_, fmt::format("it ends at {}:{}", end->file, end->offset));
    }
    return Status::Ok();
  }

  Status Behind(const std::string& missing) {
    if (!move_ && cursor_.known.empty() && cursor_.known_origins.empty()) {
      return Status(Code::kPositionLost,
                    fmt::format("{}: server {} does not have {}, behind which the stream is to "
                                "start: the GTIDs are those of another server or are mistyped",
                                endpoint(), facts_.uuid, missing));
    }
    if (!move_) {
      return Status(Code::kBinlogReset,
                    fmt::format("{}: server {} no longer has {}, which the stream has delivered: "
                                "its binlogs were reset, or it was restored from a backup; {}",
                                endpoint(), facts_.uuid, missing, kResetRemedy));
    }
    return Status(
        Code::kServerBehind,
        fmt::format("{}: server {} lacks {}, which the stream has delivered from server {}: it has "
                    "not caught up, or was left behind when another server was promoted; let it "
                    "catch up, connect to a server that has them, or take a new copy of the tables "
                    "and begin a stream of another name",
                    endpoint(), facts_.uuid, missing, cursor_.server_uuid));
  }

  Status Errant(const std::string& which) {
    return Status(
        Code::kDiverged,
        fmt::format("{}: server {} has transactions that server {} did not have, before some that "
                    "the stream has delivered: {}; these errant transactions would be delivered "
                    "out of order, or never: connect to a server without them, or take a new copy "
                    "of the tables and begin a stream of another name",
                    endpoint(), facts_.uuid, cursor_.server_uuid, which));
  }

  Status NotLogged(const std::string& which) {
    return Status(
        Code::kServerNotReady,
        fmt::format("{}: server {} {}: log_replica_updates (log_slave_updates) is OFF, so what it "
                    "applied as a replica is not in its binlogs; connect to a server that logs it, "
                    "or set the variable ON in my.cnf under [mysqld] before the server replicates",
                    endpoint(), facts_.uuid, which));
  }

  // A replica that does not log what it replicates looks complete, and then sends nothing.
  Status CheckIsNoReplica() {
    const bool mysql = connection_.flavor() == Flavor::kMysql;
    std::string_view statement = "SHOW SLAVE STATUS";
    if (mysql && connection_.version_number() >= 80022) statement = "SHOW REPLICA STATUS";
    if (!mysql) statement = "SHOW ALL SLAVES STATUS";
    auto channels = connection_.Query(statement);
    if (channels.ok()) {
      return channels->rows.empty() ? Status::Ok() : NotLogged("is a replica");
    }
    if (channels.code() == Code::kConnection || channels.code() == Code::kClosed) {
      return channels.status();
    }
    if (mysql) return channels.status();
    // The user may not ask (SLAVE MONITOR); what runs is told to everybody.
    auto running = connection_.Query("SHOW GLOBAL STATUS LIKE 'Slaves_running'");
    if (!running.ok()) return running.status();
    const bool none = running->rows.empty() || running->Text(0, 1) == "0";
    return none ? Status::Ok() : NotLogged("is a replica");
  }

  // MySQL: everything delivered is there.
  Status CheckExecuted() {
    auto missing = needed_.Subtract(facts_.executed);
    if (!missing.ok()) return missing.status();
    if (missing->empty()) return Status::Ok();
    if (!move_) {
      // A transaction is sent before it counts as executed.
      auto end = ReadBinlogEnd(connection_);
      if (!end.ok()) return end.status();
      GtidSet logged = facts_.executed;
      if (Status s = probe_.AddGtidsBefore(end->file, end->offset, &logged); !s.ok()) return s;
      missing = missing->Subtract(logged);
      if (!missing.ok()) return missing.status();
      if (missing->empty()) return Status::Ok();
    }
    return Behind(missing->ToString());
  }

  // MySQL: everything else is in its binlogs.
  Status CheckPurged() {
    auto lost = facts_.purged.Subtract(cursor_.gtids);
    if (!lost.ok()) return lost.status();
    if (lost->empty()) return Status::Ok();
    if (!facts_.logs_replicated) {
      return NotLogged(fmt::format("has executed {} and can not send it", lost->ToString()));
    }
    return Status(
        Code::kPositionLost,
        fmt::format("{}: server {} has purged the binlogs with {}, which the stream needs: connect "
                    "to a server that still has them, or take a new copy of the tables and begin a "
                    "stream of another name",
                    endpoint(), facts_.uuid, lost->ToString()));
  }

  // MySQL: none of what is new lies before what was delivered. Transactions of one origin, and
  // those that the servers before had as well, may have been applied in another order.
  Status CheckMysqlOrder() {
    auto fresh = facts_.executed.Subtract(cursor_.gtids);
    if (!fresh.ok()) return fresh.status();
    if (fresh->empty()) return Status::Ok();
    auto behind = probe_.GtidsBehindFirstOther(cursor_.gtids, *fresh);
    if (!behind.ok()) return behind.status();
    if (behind->gtids.empty()) return Status::Ok();
    auto errant = behind->others.Subtract(cursor_.known);
    if (!errant.ok()) return errant.status();
    GtidSet explained;
    for (const auto& [source, intervals] : errant->sources()) {
      if (!behind->gtids.sources().contains(source)) continue;
      for (const GtidSet::Interval& i : intervals) {
        // Each of them, whatever their number: the set has them as intervals.
        auto part = GtidSet::Parse(fmt::format("{}:{}-{}", SourceText(source), i.begin, i.end - 1));
        if (!part.ok()) return part.status();
        if (Status s = explained.Add(*part); !s.ok()) return s;
      }
    }
    errant = errant->Subtract(explained);
    if (!errant.ok()) return errant.status();
    return errant->empty() ? Status::Ok() : Errant(errant->ToString());
  }

  static std::string SourceText(const GtidSet::Source& source) {
    Gtid gtid{Flavor::kMysql, 0, 0, 1, source.uuid, source.tag};
    const std::string text = gtid.ToString();
    return text.substr(0, text.rfind(':'));
  }

  // MariaDB: the last transaction of each domain is there, and not another one in its place.
  Status CheckMariadb() {
    for (const auto& [domain, gtid] : needed_.domains()) {
      if (facts_.origins.Contains(gtid)) continue;
      const auto replicated = facts_.replicated.domains().find(domain);
      if (replicated != facts_.replicated.domains().end() &&
          replicated->second.number >= gtid.number) {
        // At the very place where its own binlog begins, nothing is missing.
        const bool exact = replicated->second == gtid && cursor_.gtids.Contains(gtid);
        if (exact) continue;
        return NotLogged(fmt::format("has applied {} and can not send what it applied behind {}",
                                     replicated->second.ToString(), gtid.ToString()));
      }
      std::string instead;
      bool has_domain = false;
      for (const auto& [origin, number] : facts_.origins.last()) {
        if (origin.first != domain) continue;
        has_domain = true;
        if (number < gtid.number) continue;
        instead = fmt::format("{}-{}-{}", origin.first, origin.second, number);
      }
      // FLUSH BINARY LOGS DELETE_DOMAIN_ID makes a server forget a domain.
      if (!has_domain && !move_ && !facts_.origins.empty()) continue;
      if (move_ && !instead.empty()) {
        return Status(
            Code::kDiverged,
            fmt::format(
                "{}: server {} lacks {}, which the stream has delivered from server {}, and "
                "has gone on without it, to {}: the servers have diverged; connect to one "
                "that has it, or take a new copy of the tables and begin a stream of "
                "another name",
                endpoint(), facts_.uuid, gtid.ToString(), cursor_.server_uuid, instead));
      }
      return Behind(gtid.ToString());
    }
    return Status::Ok();
  }

  // MariaDB: the server starts behind the last transaction of each domain, whatever lies before it.
  Status CheckMariadbOrder() {
    if (cursor_.known_origins.empty()) return Status::Ok();
    const auto& domains = cursor_.gtids.domains();
    const bool any_new = std::any_of(
        facts_.origins.last().begin(), facts_.origins.last().end(), [&](const auto& last) {
          const auto at = domains.find(last.first.first);
          return at != domains.end() && at->second.server_id != last.first.second &&
                 !cursor_.known_origins.Contains(
                     {Flavor::kMariadb, last.first.first, last.first.second, last.second, {}, ""});
        });
    if (!any_new) return Status::Ok();
    auto unknown = probe_.UnknownBefore(cursor_.gtids, cursor_.known_origins);
    if (!unknown.ok()) return unknown.status();
    return unknown->empty() ? Status::Ok() : Errant(*unknown);
  }

  Connection& connection_;
  const ServerFacts& facts_;
  const Cursor& cursor_;
  const DumpStart& start_;
  const bool move_;
  BinlogProbe probe_;
  GtidSet needed_;
};

}  // namespace

Status CheckContinuity(Connection& connection, const ServerFacts& facts,
                       const model::SourceSettings& settings, Interrupt& interrupt,
                       const model::Cursor& cursor, const DumpStart& start) {
  return Checker(connection, facts, settings, interrupt, cursor, start).Run();
}

Status CheckFileCreated(std::string_view endpoint, const model::Cursor& cursor, uint32_t created) {
  if (cursor.file_created == 0 || created == 0 || cursor.file_created == created) {
    return Status::Ok();
  }
  return Reset(endpoint, cursor,
               fmt::format("that file began at {}, but the file of this name began at {}",
                           Seconds(cursor.file_created), Seconds(created)));
}

Status ExplainRefusal(const Status& status, std::string_view endpoint,
                      const model::Cursor& cursor) {
  if (status.code() != Code::kInvalidPosition || cursor.server_uuid.empty()) return status;
  return Reset(endpoint, cursor, fmt::format("no event begins there ({})", status.message()));
}

}  // namespace towpath::mysql
