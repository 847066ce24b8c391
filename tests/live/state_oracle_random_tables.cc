// The groups of the state oracle that are one random table each, whose columns change.
#include "tests/live/state_oracle_workload.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"
#include "tests/catch.h"
#include "tests/support/random_json.h"
#include "tests/support/sql_text.h"

namespace towpath::live {
namespace {

using test::QuoteName;
using test::RandomColumn;
using test::RandomTable;

constexpr size_t kRandomTables = 8;

}  // namespace

RandomColumn StateWorkload::NewColumn() {
  RandomColumn column = test::MakeRandomColumn(random_, deck_.Deal(random_), choices_, 2000, 300);
  column.name = test::RandomName(random_, next_number_++);
  column.nullable = random_.Chance(60);
  if (choices_.flavor == Flavor::kMysql && column.facts.type == ColumnType::kJson) {
    // Documents that their text says all of; dates and decimals in them do not survive that.
    column.value = [](test::Random& r) {
      return fmt::format("CAST({} AS JSON)", test::Utf8Literal(test::RandomJson(r, 90)));
    };
    column.change = [](test::Random& r, const std::string& name) {
      switch (r.Below(4)) {
        case 0:
          return fmt::format("JSON_REMOVE({}, '$.k{}', '$[1]')", name, r.Below(300));
        case 1:
          return fmt::format("JSON_REPLACE({}, '$[0]', 'é', '$.k1', {})", name, r.Below(100000));
        default:
          return fmt::format("JSON_SET({}, '$.k{}', {}, '$[2]', true)", name, r.Below(300),
                             r.Below(100000));
      }
    };
  }
  return column;
}

struct StateWorkload::RandomGroup {
  RandomTable table;
  int64_t next_id = 1;

  // Ids that mostly are there.
  std::vector<int64_t> SomeIds(test::Random& r, size_t most) const {
    std::vector<int64_t> ids;
    for (uint64_t n = 1 + r.Below(most); n > 0; --n) {
      const int64_t id = r.Between(std::max<int64_t>(1, next_id - 200), next_id);
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return ids;
  }
  std::vector<int64_t> NewIds(size_t count) {
    std::vector<int64_t> ids;
    for (size_t i = 0; i < count; ++i) ids.push_back(next_id++);
    return ids;
  }
  // Columns that nothing else depends on.
  std::vector<size_t> LooseColumns() const {
    std::vector<size_t> loose;
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const bool is_key = std::find(table.primary_key.begin(), table.primary_key.end(), i) !=
                          table.primary_key.end();
      if (i == table.id || i == table.revision || is_key) continue;
      loose.push_back(i);
    }
    return loose;
  }
  void Insert(size_t at, RandomColumn column) {
    table.columns.insert(table.columns.begin() + static_cast<int64_t>(at), std::move(column));
    const auto shift = [&](auto& index) { index += index >= at ? 1 : 0; };
    shift(table.id);
    shift(table.revision);
    for (uint32_t& part : table.primary_key) shift(part);
  }
  void Remove(size_t at) {
    table.columns.erase(table.columns.begin() + static_cast<int64_t>(at));
    const auto shift = [&](auto& index) { index -= index > at ? 1 : 0; };
    shift(table.id);
    shift(table.revision);
    for (uint32_t& part : table.primary_key) shift(part);
  }
};

void StateWorkload::AddRandomTables() {
  for (size_t i = 0; i < kRandomTables; ++i) AddRandomTable(i);
}

void StateWorkload::AddRandomTable(size_t number) {
  const auto make = [this, number] {
    RandomTable table = test::MakeRandomTable(random_, choices_, deck_, database_, number);
    for (RandomColumn& column : table.columns) {
      if (choices_.flavor != Flavor::kMysql || column.facts.type != ColumnType::kJson) continue;
      const RandomColumn plain = [&] {
        RandomColumn made = NewColumn();
        while (made.facts.type != ColumnType::kJson) made = NewColumn();
        return made;
      }();
      column.value = plain.value;
      column.change = plain.change;
    }
    return table;
  };
  const auto state = std::make_shared<RandomGroup>();
  state->table = make();
  Session& session = sessions_[0];
  if (server_.mysql())
    Must(session, fmt::format("SET sql_generate_invisible_primary_key = {}",
                              state->table.generated_key ? 1 : 0));
  Must(session, state->table.create);
  if (server_.mysql()) Must(session, "SET sql_generate_invisible_primary_key = 0");

  Group group;
  group.transactional = state->table.transactional;
  group.changes = {
      {"insert",
       [=, this](const Runner& run) { run(state->table.Insert(random_, state->NewIds(1))); }},
      {"insert of many rows",
       [=, this](const Runner& run) {
         run(state->table.Insert(random_, state->NewIds(2 + random_.Below(20))));
       }},
      {"insert of rows that are there",
       [=, this](const Runner& run) {
         std::vector<int64_t> ids = state->NewIds(2);
         ids.push_back(state->SomeIds(random_, 1)[0]);
         run(state->table.Insert(random_, ids));
       }},
      {"insert ignore",
       [=, this](const Runner& run) {
         std::vector<int64_t> ids = state->SomeIds(random_, 3);
         ids.push_back(state->NewIds(1)[0]);
         run("INSERT IGNORE" + state->table.Insert(random_, ids).substr(6));
       }},
      {"insert select",
       [=, this](const Runner& run) {
         std::vector<int64_t> ids = state->SomeIds(random_, 10);
         const int64_t distance = state->next_id;
         run(state->table.Copy(ids, distance));
         state->next_id += distance;
       }},
      {"insert on duplicate key update",
       [=, this](const Runner& run) {
         std::vector<int64_t> ids = state->SomeIds(random_, 3);
         ids.push_back(state->NewIds(1)[0]);
         run(state->table.InsertOrUpdate(random_, ids));
       }},
      {"replace",
       [=, this](const Runner& run) {
         std::vector<int64_t> ids = state->SomeIds(random_, 3);
         ids.push_back(state->NewIds(1)[0]);
         run(Replace(state->table.Insert(random_, ids).substr(6)));
       }},
      {"update",
       [=, this](const Runner& run) {
         run(state->table.Update(random_, state->SomeIds(random_, 30)));
       }},
      {"update",
       [=, this](const Runner& run) {
         run(state->table.Update(random_, state->SomeIds(random_, 4)));
       }},
      {"update of the key",
       [=, this](const Runner& run) {
         run(state->table.Update(random_, state->SomeIds(random_, 1), state->NewIds(1)[0]));
       }},
      {"delete",
       [=, this](const Runner& run) { run(state->table.Delete(state->SomeIds(random_, 12))); }},
  };
  AddRandomTableDefinitions(group, state);
  group.definitions.push_back(
      {"drop and create", [=, this](const Runner& run) {
         RandomTable other = make();
         while (other.generated_key || other.transactional != state->table.transactional)
           other = make();
         const std::string name = state->table.name;
         // Names of one number differ in nothing that collations see.
         const std::string made = other.name == name ? "" : other.Quoted();
         if (!run("DROP TABLE " + state->table.Quoted())) return;
         if (!run(other.create))
           FAIL("the table is gone: " << outcomes_["drop and create"].last_error);
         other.name = name;
         if (!made.empty() && !run("RENAME TABLE " + made + " TO " + other.Quoted()))
           FAIL("the table has another name: " << outcomes_["drop and create"].last_error);
         state->table = std::move(other);
       }});
  groups_.push_back(std::move(group));
}

void StateWorkload::AddRandomTableDefinitions(Group& group,
                                              const std::shared_ptr<RandomGroup>& state) {
  const auto definition = [](const RandomColumn& column) {
    return fmt::format("{} {} {} {}", QuoteName(column.name), column.type,
                       column.nullable ? "NULL" : "NOT NULL", column.attributes);
  };
  const auto alter = [state](const std::string& what) {
    return fmt::format("ALTER TABLE {} {}", state->table.Quoted(), what);
  };
  group.definitions = {
      {"add column",
       [=, this](const Runner& run) {
         if (state->table.columns.size() > 60) return;
         RandomColumn column = NewColumn();
         if (random_.Chance(20)) {
           column = RandomColumn();
           column.name = test::RandomName(random_, next_number_++);
           column.type = "DATETIME";
           column.facts.type = ColumnType::kDateTime;
           column.attributes = "DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP";
           column.value = [](test::Random& r) {
             return fmt::format("'2024-01-{:02}'", r.Between(1, 31));
           };
         }
         const size_t at = random_.Below(state->table.columns.size() + 1);
         const std::string place = at == 0 ? "FIRST" : "AFTER " + state->table.QuotedColumn(at - 1);
         if (run(alter(fmt::format("ADD COLUMN {} {}", definition(column), place))))
           state->Insert(at, std::move(column));
       }},
      {"drop column",
       [=, this](const Runner& run) {
         const std::vector<size_t> loose = state->LooseColumns();
         if (loose.empty()) return;
         const size_t at = random_.Pick(loose);
         if (run(alter("DROP COLUMN " + state->table.QuotedColumn(at)))) state->Remove(at);
       }},
      {"modify column",
       [=, this](const Runner& run) {
         const std::vector<size_t> loose = state->LooseColumns();
         if (loose.empty()) return;
         const size_t at = random_.Pick(loose);
         if (state->table.columns[at].generated != RandomColumn::Generated::kNot) return;
         RandomColumn column = NewColumn();
         column.name = state->table.columns[at].name;
         if (run(alter("MODIFY COLUMN " + definition(column))))
           state->table.columns[at] = std::move(column);
       }},
      {"change column",
       [=, this](const Runner& run) {
         const std::vector<size_t> loose = state->LooseColumns();
         if (loose.empty()) return;
         RandomColumn& column = state->table.columns[random_.Pick(loose)];
         if (column.generated != RandomColumn::Generated::kNot) return;
         const std::string before = QuoteName(column.name);
         const std::string name = test::RandomName(random_, next_number_++);
         RandomColumn renamed = column;
         renamed.name = name;
         const bool rename_only = random_.Chance(50);
         if (run(alter(rename_only
                           ? fmt::format("RENAME COLUMN {} TO {}", before, QuoteName(name))
                           : fmt::format("CHANGE COLUMN {} {}", before, definition(renamed)))))
           column.name = name;
       }},
      {"rename table",
       [=, this](const Runner& run) {
         const std::string before = state->table.Quoted();
         RandomTable renamed = state->table;
         renamed.name = test::RandomName(random_, next_number_++);
         if (run(fmt::format("RENAME TABLE {} TO {}", before, renamed.Quoted())))
           state->table.name = renamed.name;
       }},
      {"truncate", [=](const Runner& run) { run("TRUNCATE TABLE " + state->table.Quoted()); }},
      {"add and drop index",
       [=, this](const Runner& run) {
         const std::string index = QuoteName(test::RandomName(random_, next_number_++));
         if (run(alter(fmt::format("ADD INDEX {} ({})", index,
                                   state->table.QuotedColumn(state->table.revision)))) &&
             random_.Chance(50))
           run(alter("DROP INDEX " + index));
       }},
      {"convert to another engine",
       [=](const Runner& run) {
         if (state->table.transactional) {
           run(alter("ENGINE = InnoDB"));
         } else {
           run(alter("ENGINE = MyISAM"));
         }
       }},
      {"create table select",
       [=, this](const Runner& run) {
         const std::string copy = Name(fmt::format("selected {}", next_number_++));
         if (!run(fmt::format("CREATE TABLE {} AS SELECT * FROM {}", copy, state->table.Quoted())))
           return;
         if (random_.Chance(40)) {
           run("DROP TABLE " + copy);
         } else {
           run(fmt::format("DELETE FROM {} WHERE {} % 3 = 0", copy,
                           state->table.QuotedColumn(state->table.revision)));
         }
       }},
      {"create temporary table",
       [=, this](const Runner& run) {
         if (state->table.generated_key) return;
         const std::string copy = Name(fmt::format("temporary {}", next_number_++));
         if (!run(fmt::format("CREATE TEMPORARY TABLE {} LIKE {}", copy, state->table.Quoted())))
           return;
         RandomTable temporary = state->table;
         temporary.name = fmt::format("temporary {}", next_number_ - 1);
         run(temporary.Insert(random_, state->NewIds(3)));
         std::string names;
         for (size_t i = 0; i < temporary.columns.size(); ++i)
           if (temporary.columns[i].generated == RandomColumn::Generated::kNot)
             names += (names.empty() ? "" : ", ") + temporary.QuotedColumn(i);
         run(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", state->table.Quoted(), names,
                         names, copy));
         run("DROP TEMPORARY TABLE " + copy);
       }},
      {"online schema change",
       [=, this](const Runner& run) {
         if (state->table.generated_key || state->table.columns.size() > 60) return;
         RandomTable& table = state->table;
         const std::string ghost = Name("_" + table.name + "_gho");
         const std::string old = Name("_" + table.name + "_del");
         RandomColumn column = NewColumn();
         column.nullable = true;
         std::string names;
         for (size_t i = 0; i < table.columns.size(); ++i)
           if (table.columns[i].generated == RandomColumn::Generated::kNot)
             names += (names.empty() ? "" : ", ") + table.QuotedColumn(i);
         const bool done =
             run(fmt::format("CREATE TABLE {} LIKE {}", ghost, table.Quoted())) &&
             run(fmt::format("ALTER TABLE {} ADD COLUMN {} FIRST", ghost, definition(column))) &&
             run(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", ghost, names, names,
                             table.Quoted())) &&
             run(fmt::format("RENAME TABLE {} TO {}, {} TO {}", table.Quoted(), old, ghost,
                             table.Quoted()));
         if (!done) return;
         state->Insert(0, std::move(column));
         run("DROP TABLE " + old);
       }},
  };
}

}  // namespace towpath::live
