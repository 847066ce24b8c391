#include "sql/statement.h"

#include "tests/catch.h"

namespace towpath::sql {
namespace {

TEST_CASE("the first words say what a statement does", "[statement]") {
  using K = StatementKind;
  const auto kind = [](std::string_view sql) { return ClassifyStatement(sql).kind; };
  CHECK(kind("BEGIN") == K::kBegin);
  CHECK(kind("begin ") == K::kBegin);
  CHECK(kind("START TRANSACTION") == K::kBegin);
  CHECK(kind("START SLAVE") == K::kDdl);
  CHECK(kind("COMMIT") == K::kCommit);
  CHECK(kind("COMMIT /* x */") == K::kCommit);
  CHECK(kind("ROLLBACK") == K::kRollback);
  CHECK(kind("ROLLBACK WORK") == K::kRollback);
  CHECK(kind("ROLLBACK TO `a`") == K::kRollbackTo);
  CHECK(kind("rollback work to savepoint a") == K::kRollbackTo);
  CHECK(kind("ROLLBACK /* to */") == K::kRollback);
  CHECK(kind("SAVEPOINT `begin`") == K::kSavepoint);
  CHECK(kind("RELEASE SAVEPOINT a") == K::kSavepoint);
  CHECK(kind("XA START X'78',X'',1") == K::kXaStart);
  CHECK(kind("XA BEGIN 'x'") == K::kXaStart);
  CHECK(kind("XA END X'78',X'',1") == K::kXaEnd);
  CHECK(kind("XA PREPARE X'78',X'',1") == K::kXaEnd);
  CHECK(kind("XA COMMIT X'78',X'',1") == K::kXaCommit);
  CHECK(kind("xa rollback X'78',X'',1") == K::kXaRollback);
  CHECK(kind("CREATE TABLE t (a INT)") == K::kDdl);
  CHECK(kind("create definer=`a`@`b` procedure p() begin insert into t values (1); end") ==
        K::kDdl);
  CHECK(kind("GRANT ALL ON *.* TO u") == K::kDdl);
  CHECK(kind("TRUNCATE t") == K::kDdl);
  CHECK(kind("SET PASSWORD FOR u = 'x'") == K::kDdl);
  CHECK(kind("BEGINNING") == K::kDdl);
  CHECK(kind("INSERTS") == K::kDdl);
  CHECK(kind("Insert into t values (1)") == K::kDml);
}

TEST_CASE("comments are skipped, versioned ones are read", "[statement]") {
  using K = StatementKind;
  const auto kind = [](std::string_view sql) { return ClassifyStatement(sql).kind; };
  CHECK(kind("") == K::kEmpty);
  CHECK(kind("  \n\t") == K::kEmpty);
  CHECK(kind("/* nothing */") == K::kEmpty);
  CHECK(kind("/* not closed") == K::kEmpty);
  CHECK(kind("# Dummy event replacing event type 160 that slave cannot handle.") == K::kEmpty);
  CHECK(kind("-- only this") == K::kEmpty);
  CHECK(kind("-- x\nBEGIN") == K::kBegin);
  CHECK(kind("# x\nCOMMIT") == K::kCommit);
  CHECK(kind("/* a *//*b*/ DELETE FROM t") == K::kDml);
  CHECK(kind("/*!50003 CREATE TRIGGER x */") == K::kDdl);
  CHECK(kind("/*!INSERT*/ INTO t VALUES (1)") == K::kDml);
  CHECK(kind("/*M!100203 INSERT */ INTO t VALUES (1)") == K::kDml);
  CHECK(kind("/*") == K::kEmpty);
  CHECK(kind("/*!") == K::kEmpty);
  CHECK(kind("/*!*/") == K::kEmpty);
  CHECK(kind("*/") == K::kDdl);  // closes nothing
  CHECK(kind("`") == K::kDdl);
  CHECK(kind(std::string_view("\0BEGIN", 6)) == K::kBegin);
}

TEST_CASE("the one table that a change names", "[statement]") {
  const auto target = [](std::string_view sql) {
    const Statement s = ClassifyStatement(sql);
    return s.database + "|" + s.table;
  };
  CHECK(target("INSERT INTO t VALUES (1)") == "|t");
  CHECK(target("insert ignore `a b`.`c``d` set x = 1") == "a b|c`d");
  CHECK(target("INSERT LOW_PRIORITY INTO a . b SELECT 1") == "a|b");
  CHECK(target("REPLACE DELAYED t VALUES (1)") == "|t");
  CHECK(target("REPLACE INTO t SELECT * FROM u") == "|t");
  CHECK(target("DELETE FROM t WHERE a = 1") == "|t");
  CHECK(target("DELETE QUICK FROM a.t") == "a|t");
  CHECK(target("DELETE t FROM t JOIN u") == "|");
  CHECK(target("DELETE FROM t, u USING t JOIN u") == "|");
  CHECK(target("DELETE FROM t USING t JOIN u") == "|");
  CHECK(target("UPDATE t SET a = 1") == "|t");
  CHECK(target("UPDATE IGNORE a.t x SET a = 1") == "a|t");
  CHECK(target("UPDATE a.t AS x SET a = 1") == "a|t");
  CHECK(target("UPDATE t, u SET t.a = 1") == "|");
  CHECK(target("UPDATE t JOIN u SET t.a = 1") == "|");
  CHECK(target("UPDATE t x JOIN u SET t.a = 1") == "|");
  CHECK(target("CALL p()") == "|");
  CHECK(target("INSERT") == "|");
  CHECK(target("INSERT INTO") == "|");
  CHECK(target("INSERT INTO a.") == "|");
  CHECK(target("INSERT INTO \xe6\xbc\xa2 VALUES (1)") == "|\xe6\xbc\xa2");
}

}  // namespace
}  // namespace towpath::sql
