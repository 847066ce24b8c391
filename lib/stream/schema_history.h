// SchemaHistory: what is known of the tables at the place where a stream reads.
//
// Rows events do not name their columns unless the server logs full row metadata. The history does:
// it begins with what the server's catalogue says when the stream is first opened, is moved on by
// the DDL that the stream reads, and is kept in the store with the places where tables changed. So
// rows from before an ALTER keep the names they had, also when the stream is read again, or was
// stopped while the ALTER ran and the catalogue has forgotten the old names.
//
// A table that is not known is asked for in the catalogue as it is now. That is believed when it
// agrees with the event in everything both say (binlog/table_version.h); a column that was renamed
// in between, and nothing else, can not be noticed. It happens to streams that begin in the past,
// and to tables that a statement changed in a way that can not be computed.
//
// Memory: the log has the definitions, here are the tables' names (schema/schema_state.h).
//
// Thread safety: one thread.
#ifndef TOWPATH_LIB_STREAM_SCHEMA_HISTORY_H_
#define TOWPATH_LIB_STREAM_SCHEMA_HISTORY_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "binlog/schema_lookup.h"
#include "model/cursor.h"
#include "schema/catalogue.h"
#include "schema/schema_state.h"
#include "store/schema_log.h"

namespace towpath::stream {

class SchemaHistory final : public binlog::SchemaLookup {
 public:
  // `catalogue` may be null: nobody to ask. `log` must outlive the history.
  SchemaHistory(schema::Catalogue* catalogue, store::SchemaLog& log)
      : catalogue_(catalogue), log_(log) {}

  // A new stream: forgets what a stream of its name that was never saved left behind.
  Status Clear();
  // A new stream that begins where the server is now: remembers the tables that `wanted` wants.
  Status Seed(const binlog::TableFilter& wanted);
  // Before reading begins (again) at `cursor`: the tables are as they were there, and behind the
  // transactions `left_out`, which are not followed again wherever they stand. `fold_names`: the
  // server compares table names without case.
  Status Rewind(const model::Cursor& cursor, const GtidSet& left_out, bool fold_names);
  // Forgets what a restart at or behind `acked` does not need.
  Status Trim(const model::Cursor& acked);
  // Changes written since the last Trim.
  size_t untrimmed() const { return untrimmed_; }

  // For the decoder.
  std::optional<schema::TableDefinition> Remembered(std::string_view database,
                                                    std::string_view table,
                                                    std::string* why_not) override;
  Result<schema::TableDefinition> Ask(const Position& at, std::string_view database,
                                      std::string_view table) override;
  Status Remember(const Position& at, std::string_view database, std::string_view table,
                  const schema::TableDefinition& definition) override;
  Result<bool> Apply(const Position& at, const sql::Ddl& ddl,
                     const schema::DdlContext& context) override;

 private:
  // Also lets go, in memory, of what is then in the log.
  Status Append(const Position& at, std::vector<schema::SchemaChange> changes);
  // The changes of that place that are in ahead_.
  Result<std::vector<store::SchemaRecord>> Ahead(const Position& at);
  void NotePlace(std::string key, const Position& at);

  schema::Catalogue* catalogue_;
  store::SchemaLog& log_;
  std::string server_uuid_;  // of the server that is read
  schema::SchemaState state_;
  // What earlier readings found at places that are still to come: numbers of the log, by PlaceKey.
  // What the catalogue said then may be gone from it now.
  std::unordered_map<std::string, std::vector<int64_t>> ahead_;
  // What the log has could not be read: told by the next call that can.
  Status unreadable_;
  // Where tables that are not known became so; those without a place never were, or are not noted
  // any more: the first ones noted are given up when there are many.
  std::unordered_map<std::string, Position> changed_at_;
  std::deque<std::string> noted_;  // keys of changed_at_ in the order they came, and some more
  bool gave_up_ = false;
  size_t untrimmed_ = 0;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_SCHEMA_HISTORY_H_
