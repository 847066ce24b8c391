// SchemaState: the tables known at one place of the binlog, and how DDL moves it on.
//
//   SchemaState state;
//   state.PutDatabase("shop", {"utf8mb4", "utf8mb4_0900_ai_ci"});   // seeded: from a catalogue
//   state.Put("shop", "orders", definition);                        // or a store
//   for (const SchemaChange& change : state.Apply(sql::ParseDdl(...), context))
//   store.Write(change);
//
// A table is known, or unknown with a reason (a statement changed it and what came of it can not be
// computed), or not there: never heard of, or dropped. Apply never guesses: what it can not compute
// is unknown until someone Puts a definition.
//
// A statement whose effect is already there, because the state was read from a catalogue just after
// the statement ran, is recognised where that is possible, and changes nothing: CREATE of a table
// that is there with the same definition, DROP of one that is not, RENAME from one that is not to
// one that is, ADD of a column that is there as declared, DROP of one that is not there, CHANGE and
// RENAME of a column that is not there to one that is. Where what is there contradicts the
// statement, the table becomes unknown. Not recognisable are statements that fit twice (swapping
// two columns' names): whoever seeds a state must leave out the statements up to the place that was
// read, and rely on this only for those that ran while it was read.
//
// Not known here: the hash columns that MariaDB hides in tables with a UNIQUE key over long
// columns. An event of such a table has more columns than its definition, which the decoder
// notices.
//
// Memory: definitions are kept serialised, about 25 bytes a column. Those that a log outside has
// need not be: of a table that was put away (PutAway) only its name and a number stay, some 130
// bytes, and what is read back is kept as long as all of that takes less than kReadBack bytes.
#ifndef TOWPATH_LIB_SCHEMA_SCHEMA_STATE_H_
#define TOWPATH_LIB_SCHEMA_SCHEMA_STATE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/table_definition.h"
#include "sql/ddl.h"
#include "sql/dialect.h"
#include "towpath/gtid.h"

namespace towpath::schema {

// What of the server and the session decides what a statement does. Collations are ids, as a QUERY
// event's status variables have them; 0: not known.
struct DdlContext {
  sql::Dialect dialect;  // flavour, version, sql_mode
  std::string_view default_database;
  uint16_t server_collation = 0;   // collation_server: of CREATE DATABASE without a charset
  uint16_t utf8mb4_collation = 0;  // MySQL: default_collation_for_utf8mb4
  // MariaDB: character_set_collations, pairs of any collation of the set and the set's default.
  std::vector<std::pair<uint16_t, uint16_t>> set_collations;
  // The statement ended with an error (QueryEvent::error), and was logged because of what it had
  // done until then.
  bool failed = false;
  // TIMESTAMP columns are NULL unless said otherwise; nothing: as the server's version has it.
  std::optional<bool> explicit_defaults_for_timestamp;
};

// A table or database (then `table` is empty) that a statement changed, to be remembered.
struct SchemaChange {
  enum class Kind : uint8_t {
    kDefined,  // `definition` holds from here on
    kGone,     // dropped, or renamed away
    kUnknown,  // changed in a way that could not be computed: `reason`
  };
  Kind kind = Kind::kDefined;
  std::string database;
  std::string table;
  std::string definition;  // serialised TableDefinition or DatabaseDefinition
  std::string reason;
};

class SchemaState {
 public:
  // The change that is kept outside under a number; nothing: it is not there, and the table is
  // unknown. Called from any call that needs a definition, the const ones too.
  using Fetch = std::function<std::optional<SchemaChange>(int64_t number)>;

  // `lower_case_table_names` of the server: 1 and 2 compare names without case.
  explicit SchemaState(uint8_t lower_case_table_names = 0, Fetch fetch = nullptr)
      : fold_names_(lower_case_table_names != 0), fetch_(std::move(fetch)) {}

  struct Found {
    bool known = false;  // `definition` holds
    TableDefinition definition;
    std::string unknown_reason;  // of a table that is unknown
  };
  // Nothing: no such table, as far as known.
  std::optional<Found> Find(std::string_view database, std::string_view table) const;
  bool Contains(std::string_view database, std::string_view table) const;
  // Both replace what was there.
  void Put(std::string_view database, std::string_view table, const TableDefinition& definition);
  void PutUnknown(std::string_view database, std::string_view table, std::string_view reason);
  // The same with a definition as Serialize made it; kCorrupted, kUnsupported: nothing changed.
  Status PutSerialized(std::string_view database, std::string_view table, std::string_view bytes);
  void Erase(std::string_view database, std::string_view table);

  std::optional<DatabaseDefinition> FindDatabase(std::string_view database) const;
  void PutDatabase(std::string_view database, const DatabaseDefinition& definition);
  void EraseDatabase(std::string_view database);  // and its tables

  // Brings the state to what SchemaChange says: replaying what Apply returned gives the same state.
  Status Replay(const SchemaChange& change);
  // The change, which is what the state says of its table now, is kept outside under that number.
  // Requires a Fetch.
  void PutAway(const SchemaChange& change, int64_t number);

  // Moves the state over a statement that the server executed, and says what changed. Tables that
  // the statement leaves as they were are not in the answer. Statements are taken as they are in
  // the binlog: what both servers write for CREATE TABLE ... SELECT has its columns in full.
  std::vector<SchemaChange> Apply(const sql::Ddl& ddl, const DdlContext& context);

  size_t table_count() const { return tables_.size(); }
  // Of all that is kept, without what the allocator adds.
  size_t memory_bytes() const;
  // Each table, in the order of (database, table); serialised, and empty when unknown.
  void ForEach(const std::function<void(std::string_view database, std::string_view table,
                                        std::string_view definition)>& visit) const;
  void ForEachDatabase(
      const std::function<void(std::string_view database, const DatabaseDefinition&)>& visit) const;

 private:
  class Applier;
  // A serialised definition, or kUnknownTag and the reason; never null but in Kept.
  using Text = std::shared_ptr<const std::string>;
  struct Kept {
    Text text;           // null: put away
    int64_t number = 0;  // of what is put away
  };
  // What is read back: at most so many bytes, of texts.
  static constexpr size_t kReadBack = 2 << 20;

  std::string Key(std::string_view database, std::string_view table) const;
  Text TextOf(const std::string& key, const Kept& kept) const;
  void Keep(std::string key, std::string text);

  bool fold_names_;
  Fetch fetch_;
  std::map<std::string, Kept, std::less<>> tables_;  // by database, NUL, table
  mutable std::unordered_map<int64_t, Text> read_back_;
  mutable size_t read_back_bytes_ = 0;
  std::map<std::string, DatabaseDefinition, std::less<>> databases_;
};

}  // namespace towpath::schema

#endif  // TOWPATH_LIB_SCHEMA_SCHEMA_STATE_H_
