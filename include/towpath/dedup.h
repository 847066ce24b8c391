// Deduplicator: recognises entries that were processed before, by binlog position.
//
// The stream does this by itself (option dedup.mode). This is the same logic on its own, for a
// consumer that keeps its state elsewhere: it remembers, durably and under a name, the last
// position that was processed.
//
// It compares file number, offset and ordinal, so all positions must come from one server: after a
// failover begin a new name. (The stream knows its server and goes on by GTID set.)
//
// Thread safety: every call may be made from any thread.
#ifndef TOWPATH_DEDUP_H_
#define TOWPATH_DEDUP_H_

#include <memory>
#include <string_view>

#include "towpath/position.h"
#include "towpath/status.h"

namespace towpath {

class Deduplicator {
 public:
  // `store_url` as option store.url; `name` as option stream.name. kBusy: open elsewhere.
  static Result<std::unique_ptr<Deduplicator>> Open(std::string_view store_url,
                                                    std::string_view name);
  virtual ~Deduplicator() = default;

  // Whether `position` is at or before the last one marked.
  virtual bool IsProcessed(const Position& position) const = 0;
  // Remembers `position` durably before it returns; a position behind the last one changes nothing.
  virtual Status MarkProcessed(const Position& position) = 0;
  // Empty when nothing was marked yet.
  virtual Position last() const = 0;

 protected:
  Deduplicator() = default;
};

}  // namespace towpath

#endif  // TOWPATH_DEDUP_H_
