// Source: where a stream's events come from, as the stream sees it.
//
// Two exist: source/binlog_file (files on disk) and mysql/binlog_dump (a server); stream/spool goes
// around one. One thread, the stream's reader, calls everything but Stop and AskEnd; between Open
// and the end of reading a server, another may call Next and Ready.
#ifndef TOWPATH_LIB_SOURCE_SOURCE_H_
#define TOWPATH_LIB_SOURCE_SOURCE_H_

#include <cstddef>
#include <memory>
#include <string>

#include "model/chunk.h"
#include "model/cursor.h"
#include "schema/catalogue.h"
#include "source/source_end.h"
#include "towpath/gtid.h"
#include "towpath/status.h"

namespace towpath::source {

struct SourceInfo {
  std::string endpoint;  // "127.0.0.1:3306" or a path
  std::string version;   // "10.11.19-MariaDB"; empty: not known before the first event
  Flavor flavor = Flavor::kUnknown;
  std::string server_uuid;         // as in Cursor
  bool folds_table_names = false;  // it compares table names without case
  bool names_columns = false;      // it logs full row metadata now
  SourceEnd end;                   // at the last Connect
  // What it had when it was asked: Cursor::known and known_origins.
  GtidSet known;
  model::OriginState known_origins;
};

class Source {
 public:
  virtual ~Source() = default;

  // The servers that it may be read from, all with the same changes; 1 for what is no list. Connect
  // reaches the one chosen last, at first that of number 0. `host` is below hosts().
  virtual size_t hosts() const { return 1; }
  virtual void Choose(size_t host) { static_cast<void>(host); }
  virtual size_t chosen() const { return 0; }

  // Reaches the source and checks that it can be followed (a server: connection, authentication,
  // preflight). May be called again after a lost connection. kClosed after Stop.
  virtual Status Connect() = 0;

  // What was found by Connect.
  virtual const SourceInfo& info() const = 0;

  // Turns what the user asked for into a place to read from. Requires Connect.
  // kPositionLost, kInvalidPosition.
  virtual Result<model::Cursor> Resolve(const model::StartPoint& start) = 0;

  // Begins to read at the cursor (file and offset, or its GTIDs). Refuses a server that can not go
  // on exactly there: kPositionLost, kBinlogReset, kServerBehind, kDiverged, kServerNotReady.
  virtual Status Open(const model::Cursor& cursor) = 0;
  // Whether a ROTATE before the first FORMAT_DESCRIPTION carries a checksum (Decoder::Start).
  virtual bool announced_checksum() const = 0;

  // The next event. Waits for it as long as it takes; artificial events and heartbeats included.
  // kConnection: lost; Connect and Open again. kEnd: the source has an end. kClosed: after Stop.
  // kIdentityClash, kPositionLost, kTruncated, kIo: as they say. The frame's chunk may be reused
  // for the next event once nobody else holds it.
  virtual Status Next(model::Frame* frame) = 0;
  // Whether Next would find an event without waiting. False is always allowed.
  virtual bool Ready() const = 0;

  // Where the source ends now, on one thread beside the reader's. Blocks for a connection and a few
  // queries. kUnsupported where can_ask_end() is false; kConnection, also before the first Connect;
  // kClosed after Stop.
  virtual bool can_ask_end() const { return false; }
  virtual Result<SourceEnd> AskEnd() {
    return Status(Code::kUnsupported, "this source can not be asked for its end");
  }

  // Null when there is no catalogue to ask.
  virtual schema::Catalogue* catalogue() = 0;

  // Where Next is called on a thread of its own (stream/spool.h): from the thread of all else,
  // makes it return kConnection promptly, until Connect and Open. A source that nobody reads so
  // need not.
  virtual void Break() {}

  // From any thread, at any time: makes blocked and later calls return kClosed promptly.
  virtual void Stop() = 0;
};

}  // namespace towpath::source

#endif  // TOWPATH_LIB_SOURCE_SOURCE_H_
