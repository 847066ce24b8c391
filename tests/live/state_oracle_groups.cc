// The groups of the state oracle that show one thing each: cascades, triggers, partitions, ...
#include "tests/live/state_oracle_workload.h"

#include <filesystem>
#include <fstream>
#include <utility>

#include "fmt/format.h"

namespace towpath::live {

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

}  // namespace towpath::live
