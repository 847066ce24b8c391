// Random DDL over every type and clause of both servers, for tables whose columns the caller knows.
#ifndef TOWPATH_TESTS_SUPPORT_RANDOM_DDL_H_
#define TOWPATH_TESTS_SUPPORT_RANDOM_DDL_H_

#include <string>
#include <vector>

#include "schema/schema_state.h"
#include "tests/support/random.h"
#include "towpath/gtid.h"

namespace towpath::test {

class RandomDdl {
 public:
  // Statements are about tables of these databases; `state` says what is in them.
  RandomDdl(Random& random, Flavor flavor, std::vector<std::string> databases,
            const schema::SchemaState& state)
      : random_(random), flavor_(flavor), databases_(std::move(databases)), state_(state) {}

  // A statement that the server may or may not accept. `ansi_quotes`: of the session.
  std::string Next(bool ansi_quotes);

 private:
  bool mysql() const { return flavor_ == Flavor::kMysql; }
  bool Chance(unsigned percent) { return random_.Chance(percent); }
  std::string Pick(std::initializer_list<const char*> from) { return random_.Pick(from); }

  std::string Name(const std::string& name);
  std::string NewColumnName();
  std::string SomeTable(schema::TableDefinition* definition);  // one that is there
  std::string NewTable();
  std::string Case(std::string word);
  std::string Comment();

  std::string Charset();
  std::string CharsetClause();
  std::string Labels();
  std::string Type();
  std::string ColumnDefinition(const std::string& name, const std::string& other_column);
  std::string KeyColumns(const schema::TableDefinition& table);
  std::string Place(const schema::TableDefinition& table);
  std::string CreateTable();
  std::string AlterTable();
  std::string AlterClause(const schema::TableDefinition& table);
  std::string Rename();
  std::string DropTable();
  std::string DatabaseStatement();

  Random& random_;
  Flavor flavor_;
  std::vector<std::string> databases_;
  const schema::SchemaState& state_;
  bool ansi_quotes_ = false;
  bool auto_increment_used_ = false;
  size_t count_ = 0;
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_RANDOM_DDL_H_
