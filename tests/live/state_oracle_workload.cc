#include "tests/live/state_oracle_workload.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <utility>

#include "fmt/format.h"
#include "model/text.h"
#include "tests/catch.h"
#include "tests/support/random_json.h"
#include "tests/support/sql_text.h"

namespace towpath::live {
namespace {

using test::QuoteName;
using test::RandomColumn;
using test::RandomTable;

constexpr size_t kSessions = 4;
constexpr size_t kRandomTables = 8;

}  // namespace

StateWorkload::StateWorkload(const LiveServer& server, const test::ColumnChoices& choices,
                             uint64_t seed, std::string database)
    : server_(server),
      choices_(choices),
      random_(seed),
      database_(std::move(database)),
      settings_(server.Source("root")),
      deck_(choices) {}

std::string StateWorkload::Name(const std::string& table) const {
  return QuoteName(database_) + "." + QuoteName(table);
}

std::string StateWorkload::Replace(const std::string& rest) const {
  return (server_.mysql() ? "" : "SET STATEMENT binlog_row_image = 'FULL' FOR ") +
         ("REPLACE" + rest);
}

std::unique_ptr<mysql::Connection> StateWorkload::Connect() {
  auto connection = mysql::Connection::Open(settings_, interrupt_, std::chrono::minutes(10));
  INFO(connection.status().message());
  REQUIRE(connection.ok());
  return *std::move(connection);
}

void StateWorkload::Must(Session& session, const std::string& sql) {
  const auto set = session.connection->Query(sql);
  if (!set.ok()) FAIL(set.status().message() << "\n" << sql.substr(0, 4000));
}

bool StateWorkload::Try(Session& session, const std::string& kind, const std::string& sql) {
  Outcome& outcome = outcomes_[kind];
  const auto set = session.connection->Query(sql);
  if (set.ok()) {
    ++outcome.succeeded;
    return true;
  }
  ++outcome.failed;
  outcome.last_error = set.status().message() + " in: " + sql.substr(0, 500);
  // Nobody is to wait for anybody, and no statement is to lose the connection.
  const unsigned int number = session.connection->error_number();
  if (number == 1205 || number == 1213 || number < 1000 || number >= 2000) {
    const bool own_range = number >= 3000 && number < 20000;  // newer errors of the servers
    if (!own_range) FAIL(outcome.last_error);
  }
  return false;
}

void StateWorkload::RunAction(Session& session, const Action& action) {
  bool ok = true;
  action.run([&](const std::string& sql) {
    ok = ok && Try(session, action.kind, sql);
    return ok;
  });
}

// ---- Groups

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

void StateWorkload::AddForeignKeys() {
  Session& s = sessions_[0];
  const std::string parent = Name("parent"), child = Name("child"), leaf = Name("leaf"),
                    tree = Name("tree");
  Must(s, fmt::format("CREATE TABLE {} (id INT PRIMARY KEY, v VARCHAR(40), u INT UNIQUE)", parent));
  Must(s, fmt::format("CREATE TABLE {} (a INT, id INT, pid INT, v VARCHAR(40), PRIMARY KEY (id, a),"
                      " UNIQUE KEY (id), FOREIGN KEY (pid) REFERENCES {} (id) ON DELETE CASCADE ON "
                      "UPDATE CASCADE)",
                      child, parent));
  Must(s, fmt::format("CREATE TABLE {} (id INT AUTO_INCREMENT PRIMARY KEY, cid INT, v INT, FOREIGN "
                      "KEY (cid) REFERENCES {} (id) ON DELETE SET NULL ON UPDATE CASCADE)",
                      leaf, child));
  Must(s, fmt::format("CREATE TABLE {} (id INT PRIMARY KEY, up INT, v INT DEFAULT 5, FOREIGN KEY "
                      "(up) REFERENCES {} (id) ON DELETE CASCADE)",
                      tree, tree));
  Group group;
  const auto add = [&](const char* kind, std::function<std::string()> sql) {
    group.changes.push_back({kind, [sql = std::move(sql)](const Runner& run) { run(sql()); }});
  };
  const auto rows = [this](const std::function<std::string()>& row) {
    std::string list;
    for (uint64_t n = 1 + random_.Below(8); n > 0; --n) list += (list.empty() ? "" : ", ") + row();
    return list;
  };
  add("insert of parents", [=, this] {
    return fmt::format("INSERT IGNORE INTO {} VALUES {}", parent, rows([&] {
                         const int64_t id = SomeId();
                         return fmt::format("({}, REPEAT('p', {}), {})", id, random_.Below(40),
                                            random_.Chance(10) ? "NULL" : std::to_string(id));
                       }));
  });
  add("insert of children", [=, this] {
    return fmt::format("INSERT IGNORE INTO {} VALUES {}", child, rows([&] {
                         const int64_t a = SomeId(), id = SomeId();
                         return fmt::format("({}, {}, {}, 'c')", a, id, SomeId());
                       }));
  });
  add("insert of grandchildren", [=, this] {
    return fmt::format("INSERT IGNORE INTO {} (cid, v) VALUES {}", leaf, rows([&] {
                         const int64_t id = SomeId();
                         return fmt::format("({}, {})", id, SomeId());
                       }));
  });
  add("insert without a parent", [=, this] {
    return fmt::format("INSERT INTO {} VALUES (1, {}, {}, 'x')", child, SomeId(), SomeId());
  });
  add("insert into a tree", [=, this] {
    return fmt::format("INSERT IGNORE INTO {} (id, up) VALUES {}", tree, rows([&] {
                         const int64_t id = SomeId();
                         return fmt::format("({}, {})", id,
                                            random_.Chance(30) ? "NULL" : std::to_string(SomeId()));
                       }));
  });
  add("cascading delete", [=, this] {
    return fmt::format("DELETE FROM {} WHERE id BETWEEN {} AND {}", parent, SomeId(), SomeId());
  });
  add("cascading delete in a tree",
      [=, this] { return fmt::format("DELETE FROM {} WHERE id = {}", tree, SomeId()); });
  add("cascading update", [=, this] {
    return fmt::format("UPDATE {} SET id = {} WHERE id = {}", parent, 60 + SomeId(), SomeId());
  });
  add("cascading update of children", [=, this] {
    return fmt::format("UPDATE IGNORE {} SET id = {} WHERE id = {}", child, SomeId(), SomeId());
  });
  add("multi-table update", [=, this] {
    return fmt::format(
        "UPDATE {} p JOIN {} c ON c.pid = p.id LEFT JOIN {} l ON l.cid = c.id SET p.v = CONCAT('u',"
        " {}), c.v = LEFT(CONCAT(c.v, p.id), 30), l.v = COALESCE(l.v, 0) + 1 WHERE p.id > {}",
        parent, child, leaf, SomeId(), SomeId());
  });
  add("multi-table delete", [=, this] {
    return fmt::format("DELETE c, l FROM {} c LEFT JOIN {} l ON l.cid = c.id WHERE c.id = {}",
                       child, leaf, SomeId());
  });
  group.definitions = {
      {"truncate", [=](const Runner& run) { run("TRUNCATE TABLE " + leaf); }},
      {"drop and create a child",
       [=](const Runner& run) {
         if (run("DROP TABLE " + leaf))
           run(
               fmt::format("CREATE TABLE {} (id INT AUTO_INCREMENT PRIMARY KEY, cid INT, v BIGINT, "
                           "FOREIGN KEY (cid) REFERENCES {} (id) ON DELETE SET NULL ON UPDATE "
                           "CASCADE)",
                           leaf, child));
       }},
  };
  groups_.push_back(std::move(group));
}

void StateWorkload::AddTriggers() {
  Session& s = sessions_[0];
  const std::string watched = Name("watched"), log = Name("log");
  Must(s, fmt::format("CREATE TABLE {} (id INT PRIMARY KEY, v INT, d DECIMAL(20,6))", watched));
  Must(s, fmt::format("CREATE TABLE {} (n INT AUTO_INCREMENT PRIMARY KEY, what VARCHAR(90), at "
                      "TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6))",
                      log));
  const std::vector<std::string> triggers = {
      fmt::format("CREATE TRIGGER {} BEFORE INSERT ON {} FOR EACH ROW SET NEW.d = NEW.v * 1.5",
                  Name("t1"), watched),
      fmt::format("CREATE TRIGGER {} AFTER INSERT ON {} FOR EACH ROW INSERT INTO {} (what) VALUES "
                  "(CONCAT('i', NEW.id))",
                  Name("t2"), watched, log),
      fmt::format("CREATE TRIGGER {} AFTER UPDATE ON {} FOR EACH ROW BEGIN INSERT INTO {} (what) "
                  "VALUES (CONCAT('u', OLD.id)), (UUID()); DELETE FROM {} WHERE n < NEW.id; END",
                  Name("t3"), watched, log, log),
      fmt::format("CREATE TRIGGER {} AFTER DELETE ON {} FOR EACH ROW UPDATE {} SET what = "
                  "CONCAT(LEFT(what, 40), OLD.id) WHERE n % 3 = OLD.id % 3",
                  Name("t4"), watched, log)};
  for (const std::string& trigger : triggers) Must(s, trigger);
  Group group;
  group.changes = {
      {"insert that triggers",
       [=, this](const Runner& run) {
         run(fmt::format("INSERT INTO {} (id, v) VALUES ({}, {}), ({}, 2)", watched, SomeId(),
                         SomeId(), 60 + SomeId()));
       }},
      {"update that triggers",
       [=, this](const Runner& run) {
         run(fmt::format("UPDATE {} SET v = v + 1 WHERE id < {}", watched, SomeId()));
       }},
      {"replace that triggers",
       [=, this](const Runner& run) {
         run(Replace(fmt::format(" INTO {} (id, v) VALUES ({}, {})", watched, SomeId(), SomeId())));
       }},
      {"delete that triggers",
       [=, this](const Runner& run) {
         run(fmt::format("DELETE FROM {} WHERE id BETWEEN {} AND {}", watched, SomeId(), SomeId()));
       }},
  };
  group.definitions = {
      {"drop and create a trigger", [=, this](const Runner& run) {
         const size_t which = random_.Below(triggers.size());
         if (run(fmt::format("DROP TRIGGER {}", Name(fmt::format("t{}", which + 1)))))
           run(triggers[which]);
       }}};
  groups_.push_back(std::move(group));
}

void StateWorkload::AddPartitions() {
  Session& s = sessions_[0];
  const std::string by_range = Name("by range"), by_list = Name("by list"), swap = Name("swapped");
  Must(s,
       fmt::format("CREATE TABLE {} (id INT, k INT, v VARCHAR(60), PRIMARY KEY (id, k)) PARTITION"
                   " BY RANGE (k) SUBPARTITION BY HASH (id) SUBPARTITIONS 3 (PARTITION p0 VALUES "
                   "LESS THAN (20), PARTITION p1 VALUES LESS THAN (40), PARTITION p2 VALUES LESS "
                   "THAN MAXVALUE)",
                   by_range));
  Must(s, fmt::format("CREATE TABLE {} (id INT, k INT, v BLOB) PARTITION BY LIST (k) (PARTITION l0 "
                      "VALUES IN (0, 2, 4), PARTITION l1 VALUES IN (1, 3, NULL))",
                      by_list));
  Must(s, fmt::format("CREATE TABLE {} (id INT, k INT, v BLOB)", swap));
  Group group;
  group.changes = {
      {"insert into partitions",
       [=, this](const Runner& run) {
         std::string list;
         for (int i = 0; i < 6; ++i)
           list += fmt::format("{}({}, {}, REPEAT('v', {}))", i == 0 ? "" : ", ", SomeId(),
                               SomeId(), random_.Below(60));
         run(fmt::format("INSERT IGNORE INTO {} VALUES {}", by_range, list));
       }},
      {"update across partitions",
       [=, this](const Runner& run) {
         run(fmt::format("UPDATE IGNORE {} SET k = {} WHERE k = {}", by_range, SomeId(), SomeId()));
       }},
      {"insert into a list",
       [=, this](const Runner& run) {
         run(fmt::format("INSERT INTO {} VALUES ({}, {}, 'x'), ({}, NULL, NULL)", by_list, SomeId(),
                         random_.Below(5), SomeId()));
       }},
      {"insert without a partition",
       [=, this](const Runner& run) {
         run(fmt::format("INSERT INTO {} VALUES ({}, 7, 'x')", by_list, SomeId()));
       }},
      {"update in a list",
       [=, this](const Runner& run) {
         run(fmt::format("UPDATE {} SET k = (k + 1) % 5 WHERE id = {}", by_list, SomeId()));
       }},
      {"delete from partitions",
       [=, this](const Runner& run) {
         run(fmt::format("DELETE FROM {} PARTITION (p{}) WHERE id > {}", by_range, random_.Below(3),
                         SomeId()));
       }},
  };
  group.definitions = {
      {"truncate partition",
       [=, this](const Runner& run) {
         run(fmt::format("ALTER TABLE {} TRUNCATE PARTITION p{}", by_range, random_.Below(3)));
       }},
      {"exchange partition",
       [=, this](const Runner& run) {
         run(fmt::format("ALTER TABLE {} EXCHANGE PARTITION l{} WITH TABLE {}", by_list,
                         random_.Below(2), swap));
       }},
      {"reorganize partition",
       [=](const Runner& run) {
         if (run(fmt::format("ALTER TABLE {} REORGANIZE PARTITION p0, p1 INTO (PARTITION p01 VALUES"
                             " LESS THAN (40))",
                             by_range)))
           run(
               fmt::format("ALTER TABLE {} REORGANIZE PARTITION p01 INTO (PARTITION p0 VALUES LESS "
                           "THAN (20), PARTITION p1 VALUES LESS THAN (40))",
                           by_range));
       }},
      {"drop partition",
       [=](const Runner& run) {
         if (run(fmt::format("ALTER TABLE {} DROP PARTITION l0", by_list)))
           run(fmt::format("ALTER TABLE {} ADD PARTITION (PARTITION l0 VALUES IN (0, 2, 4))",
                           by_list));
       }},
  };
  groups_.push_back(std::move(group));
}

void StateWorkload::AddDuplicates() {
  Session& s = sessions_[0];
  const std::string table = Name("duplicates");
  Must(s,
       fmt::format("CREATE TABLE {} (a INT, b VARCHAR(20), f FLOAT, d DOUBLE, t TIME(3), y BIT(7))"
                   "{}",
                   table, server_.mysql() ? "" : " ENGINE=Aria"));
  Group group;
  group.transactional = server_.mysql();
  group.changes = {
      {"insert of equal rows",
       [=, this](const Runner& run) {
         const std::string row =
             fmt::format("({}, 'é', {}e-3, 1e{}, '-00:00:0{}.5', {})", random_.Below(4),
                         random_.Below(3), random_.Below(3), random_.Below(3), random_.Below(2));
         run(fmt::format("INSERT INTO {} VALUES {}, {}, (NULL, NULL, NULL, NULL, NULL, NULL)",
                         table, row, row));
       }},
      {"update of equal rows",
       [=, this](const Runner& run) {
         run(fmt::format("UPDATE {} SET a = a + 1, f = f * 3 WHERE a = {} LIMIT {}", table,
                         random_.Below(4), 1 + random_.Below(3)));
       }},
      {"delete of equal rows",
       [=, this](const Runner& run) {
         run(fmt::format("DELETE FROM {} WHERE a <=> {} LIMIT {}", table,
                         random_.Chance(30) ? "NULL" : std::to_string(random_.Below(4)),
                         1 + random_.Below(3)));
       }},
  };
  group.definitions = {{"truncate", [=](const Runner& run) { run("TRUNCATE " + table); }}};
  groups_.push_back(std::move(group));
}

void StateWorkload::AddUpserts() {
  Session& s = sessions_[0];
  const std::string table = Name("upserts");
  const bool json = server_.mysql();
  Must(s,
       fmt::format("CREATE TABLE {} (n BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, k INT, l INT, "
                   "c INT NOT NULL DEFAULT 1, UNIQUE KEY (k), UNIQUE KEY (l){})",
                   table,
                   json ? ", j JSON DEFAULT (JSON_OBJECT('a', JSON_ARRAY(1, 2, 3), 'b', "
                          "REPEAT('text', 20), 'c', 1.5e0))"
                        : ""));
  Group group;
  group.changes = {
      {"upsert of many rows",
       [=, this](const Runner& run) {
         std::string list;
         for (int i = 0; i < 5; ++i)
           list += fmt::format("{}({}, {})", i == 0 ? "" : ", ", SomeId(), SomeId());
         run(fmt::format("INSERT INTO {} (k, l) VALUES {} ON DUPLICATE KEY UPDATE c = c + 1", table,
                         list));
       }},
      {"replace of many rows",
       [=, this](const Runner& run) {
         std::string list;
         for (int i = 0; i < 5; ++i)
           list += fmt::format("{}({}, {})", i == 0 ? "" : ", ", SomeId(), SomeId());
         run(Replace(fmt::format(" INTO {} (k, l) VALUES {}", table, list)));
       }},
      {"delete in order",
       [=, this](const Runner& run) {
         run(fmt::format("DELETE FROM {} ORDER BY k LIMIT {}", table, random_.Below(9)));
       }},
  };
  if (json) {
    group.changes.push_back({"change of documents", [=, this](const Runner& run) {
                               static const std::vector<std::string> kChanges = {
                                   "JSON_SET(j, '$.a[1]', k)",
                                   "JSON_SET(j, '$.d', CAST('2024-02-29' AS CHAR), '$.c', l)",
                                   "JSON_REMOVE(j, '$.a[0]', '$.d')",
                                   "JSON_REPLACE(j, '$.b', 'short')",
                                   "JSON_SET(j, '$.a[9]', 'end', '$.\"q\\\\\"é\"', TRUE)"};
                               run(fmt::format("UPDATE {} SET j = {}, c = c + 1 WHERE k > {}",
                                               table, random_.Pick(kChanges), SomeId()));
                             }});
  }
  group.definitions = {
      {"restart auto_increment",
       [=, this](const Runner& run) {
         run(fmt::format("ALTER TABLE {} AUTO_INCREMENT = {}", table, random_.Below(5000)));
       }},
      {"analyze", [=](const Runner& run) { run("ANALYZE TABLE " + table); }},
      {"optimize", [=](const Runner& run) { run("OPTIMIZE TABLE " + table); }}};
  groups_.push_back(std::move(group));
}

void StateWorkload::AddBulkLoads() {
  Session& s = sessions_[0];
  for (const char* engine : {"InnoDB", "MyISAM"}) {
    const std::string table = Name(fmt::format("loaded {}", engine));
    Must(s, fmt::format("CREATE TABLE {} (id INT PRIMARY KEY, v VARCHAR(200), n DECIMAL(20,4), w "
                        "DATETIME(2), l VARCHAR(20) CHARACTER SET latin1) ENGINE={}",
                        table, engine));
    Group group;
    group.transactional = std::string_view(engine) == "InnoDB";
    group.changes = {
        {"load data",
         [=, this](const Runner& run) {
           const std::string file =
               fmt::format("{}/tmp/state_oracle_{}", server_.Env("DIR"), next_number_++);
           {
             std::ofstream out(file, std::ios::binary);
             for (uint64_t n = 1 + random_.Below(300); n > 0; --n)
               out << fmt::format("{}\tv€ \\t{}\t{}.{}\t2024-02-{:02} 10:20:30.{:02}\t{}\n",
                                  random_.Below(2000), random_.Bits() >> random_.Below(64),
                                  random_.Between(-99999, 99999), random_.Below(9999),
                                  random_.Between(1, 29), random_.Below(100),
                                  random_.Chance(20) ? "\\N" : "é");
           }
           std::filesystem::permissions(file, std::filesystem::perms::others_read,
                                        std::filesystem::perm_options::add);
           run(fmt::format("LOAD DATA INFILE '{}' {} INTO TABLE {} CHARACTER SET utf8mb4", file,
                           random_.Pick({"IGNORE", "REPLACE", "REPLACE", ""}), table));
           std::filesystem::remove(file);
         }},
        {"delete of loaded rows", [=, this](const Runner& run) {
           run(fmt::format("DELETE FROM {} WHERE id % 7 = {}", table, random_.Below(7)));
         }}};
    groups_.push_back(std::move(group));
  }
}

void StateWorkload::AddProcedures() {
  Session& s = sessions_[0];
  const std::string table = Name("called"), procedure = Name("call me");
  Must(s, fmt::format("CREATE TABLE {} (id INT AUTO_INCREMENT PRIMARY KEY, v DOUBLE, w CHAR(36))",
                      table));
  const std::string create = fmt::format(
      "CREATE PROCEDURE {} (n INT) BEGIN -- several rows; of several statements\n DECLARE i INT "
      "DEFAULT 0; WHILE i < n DO INSERT INTO {} (v, w) VALUES (RAND(), UUID()); SET i = i + 1; END "
      "WHILE; UPDATE {} SET v = v * 2 WHERE id % 5 = n; DELETE FROM {} WHERE id % 11 = n; END",
      procedure, table, table, table);
  Must(s, create);
  Group group;
  group.changes = {{"call", [=, this](const Runner& run) {
                      run(fmt::format("CALL {} ({})", procedure, random_.Below(6)));
                    }}};
  group.definitions = {{"drop and create a procedure", [=](const Runner& run) {
                          if (run("DROP PROCEDURE " + procedure)) run(create);
                        }}};
  groups_.push_back(std::move(group));
}

void StateWorkload::AddVersioned() {
  Session& s = sessions_[0];
  const std::string table = Name("versioned");
  Must(s, fmt::format("CREATE TABLE {} (id INT PRIMARY KEY, v INT, t TEXT) WITH SYSTEM VERSIONING",
                      table));
  Group group;
  group.changes = {
      {"insert with history",
       [=, this](const Runner& run) {
         run(fmt::format("INSERT INTO {} (id, v, t) VALUES ({}, 1, 'x')", table, SomeId()));
       }},
      {"update with history",
       [=, this](const Runner& run) {
         run(fmt::format("UPDATE {} SET v = v + 1 WHERE id = {}", table, SomeId()));
       }},
      {"delete with history", [=, this](const Runner& run) {
         run(fmt::format("DELETE FROM {} WHERE id = {}", table, SomeId()));
       }}};
  group.definitions = {
      {"alter with history", [=, this](const Runner& run) {
         const std::string column = fmt::format("c{}", next_number_++);
         run(fmt::format("ALTER TABLE {} ADD COLUMN {} INT DEFAULT {}", table, column, SomeId()));
       }}};
  groups_.push_back(std::move(group));
}

void StateWorkload::AddSequence() {
  Session& s = sessions_[0];
  const std::string sequence = Name("numbers"), table = Name("numbered");
  const std::string create = fmt::format(
      "CREATE SEQUENCE {} START WITH 5 INCREMENT BY 3 CACHE 4 "
      "CYCLE MAXVALUE 900",
      sequence);
  Must(s, create);
  Must(s, fmt::format("CREATE TABLE {} (id INT PRIMARY KEY DEFAULT (NEXTVAL({})), v INT)", table,
                      sequence));
  Group group;
  group.transactional = false;  // NEXTVAL is not rolled back
  group.changes = {
      {"insert with a sequence",
       [=, this](const Runner& run) {
         run(Replace(fmt::format(" INTO {} (v) VALUES ({}), ({})", table, SomeId(), SomeId())));
       }},
      {"setval", [=, this](const Runner& run) {
         run(fmt::format("SELECT SETVAL({}, {})", sequence, random_.Below(900)));
       }}};
  group.definitions = {{"restart a sequence", [=](const Runner& run) {
                          run(fmt::format("ALTER SEQUENCE {} RESTART 7", sequence));
                        }}};
  groups_.push_back(std::move(group));
}

// ---- Steps

void StateWorkload::Start() {
  sessions_.resize(kSessions);
  for (Session& session : sessions_) {
    session.connection = Connect();
    Must(session, "SET NAMES utf8mb4");
    Must(session, "SET time_zone = '+00:00'");
    Must(session, "SET sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO'");
    Must(session, "SET innodb_lock_wait_timeout = 5");
    Must(session, "SET lock_wait_timeout = 5");
    if (!server_.mysql()) Must(session, "SET system_versioning_alter_history = KEEP");
  }
  Must(sessions_[0], "DROP DATABASE IF EXISTS " + QuoteName(database_));
  Must(sessions_[0], "CREATE DATABASE " + QuoteName(database_));
  for (Session& session : sessions_) Must(session, "USE " + QuoteName(database_));
  AddRandomTables();
  AddForeignKeys();
  AddTriggers();
  AddPartitions();
  AddDuplicates();
  AddUpserts();
  AddBulkLoads();
  AddProcedures();
  if (!server_.mysql()) {
    AddVersioned();
    AddSequence();
  }
}

bool StateWorkload::IsFree(size_t group, const Session& but) const {
  return std::none_of(sessions_.begin(), sessions_.end(), [&](const Session& session) {
    return &session != &but && session.groups.count(group) != 0;
  });
}

void StateWorkload::ChangeRows(Session& session) {
  const size_t number = random_.Below(groups_.size());
  Group& group = groups_[number];
  if (!IsFree(number, session)) return;
  const bool open = session.state != SessionState::kIdle;
  if (open && !group.transactional) return;
  if (open) session.groups.insert(number);
  RunAction(session, random_.Pick(group.changes));
}

void StateWorkload::Define(Session& session) {
  const size_t number = random_.Below(groups_.size());
  Group& group = groups_[number];
  if (group.definitions.empty() || !IsFree(number, session)) return;
  // The transaction is committed by the way.
  RunAction(session, random_.Pick(group.definitions));
  Must(session, "COMMIT");
  session.state = SessionState::kIdle;
  session.has_savepoint = false;
  session.groups.clear();
}

void StateWorkload::EndTransaction(Session& session) {
  const bool commit = random_.Chance(75);
  switch (session.state) {
    case SessionState::kIdle:
      return;
    case SessionState::kTransaction:
      Must(session, commit ? "COMMIT" : "ROLLBACK");
      break;
    case SessionState::kXaActive:
      Must(session, "XA END " + session.xid);
      if (random_.Chance(25)) {
        Must(session, commit ? fmt::format("XA COMMIT {} ONE PHASE", session.xid)
                             : "XA ROLLBACK " + session.xid);
        break;
      }
      Must(session, "XA PREPARE " + session.xid);
      session.state = SessionState::kXaPrepared;
      return;
    case SessionState::kXaPrepared:
      Must(session, (commit ? "XA COMMIT " : "XA ROLLBACK ") + session.xid);
      ++outcomes_[commit ? "xa commit" : "xa rollback"].succeeded;
      break;
  }
  session.state = SessionState::kIdle;
  session.has_savepoint = false;
  session.groups.clear();
}

void StateWorkload::Step() {
  Session& session = sessions_[random_.Below(sessions_.size())];
  if (session.state == SessionState::kXaPrepared) return EndTransaction(session);
  if (session.state == SessionState::kIdle) {
    const uint64_t choice = random_.Below(100);
    if (choice < 8) {
      Must(session, fmt::format("SET binlog_row_image = '{}'",
                                random_.Pick({"FULL", "FULL", "MINIMAL", "NOBLOB"})));
      if (server_.mysql()) {
        Must(session,
             fmt::format("SET binlog_transaction_compression = {}", random_.Chance(30) ? 1 : 0));
        Must(session, fmt::format("SET binlog_row_value_options = '{}'",
                                  random_.Chance(60) ? "PARTIAL_JSON" : ""));
      }
    } else if (choice < 30) {
      Must(session, "START TRANSACTION");
      session.state = SessionState::kTransaction;
    } else if (choice < 36) {
      session.xid = fmt::format("X'{}','b{}',{}", test::Hex(random_.Bytes(1 + random_.Below(9))),
                                next_number_++, random_.Below(5));
      Must(session, "XA START " + session.xid);
      session.state = SessionState::kXaActive;
    } else if (choice < 58) {
      Define(session);
    } else {
      ChangeRows(session);
    }
    return;
  }
  const uint64_t choice = random_.Below(100);
  if (choice < 18) {
    EndTransaction(session);
  } else if (choice < 26 && session.state == SessionState::kTransaction) {
    Must(session, "SAVEPOINT `s p`");
    session.has_savepoint = true;
  } else if (choice < 34 && session.has_savepoint) {
    Must(session, "ROLLBACK TO `s p`");
    ++outcomes_["rollback to savepoint"].succeeded;
  } else if (choice < 37 && session.state == SessionState::kTransaction) {
    Define(session);
  } else {
    ChangeRows(session);
  }
}

void StateWorkload::Finish() {
  for (Session& session : sessions_)
    while (session.state != SessionState::kIdle) EndTransaction(session);
  Must(sessions_[0], fmt::format("CREATE TABLE {} (id INT)", Name(kEndTable)));
  Must(sessions_[0], fmt::format("INSERT INTO {} VALUES (1)", Name(kEndTable)));
}

}  // namespace towpath::live
