// RandomTable: a table with random columns, keys, names and engine, and statements that fill it.
//
// Every table has a number column that is unique (`id`, or MySQL's generated my_row_id), by which
// rows are told apart, and one that every UPDATE increments, so that none is without effect.
#ifndef TOWPATH_TESTS_SUPPORT_RANDOM_TABLE_H_
#define TOWPATH_TESTS_SUPPORT_RANDOM_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/random.h"
#include "tests/support/random_column.h"

namespace towpath::test {

struct RandomTable {
  Flavor flavor = Flavor::kMariadb;
  std::string database;
  std::string name;
  std::vector<RandomColumn> columns;
  size_t id = 0;        // index of the column that tells rows apart
  size_t revision = 0;  // index of the one that every UPDATE increments
  std::vector<uint32_t> primary_key;
  bool has_unique_id = false;  // a key of its own, or the primary key, on the id alone
  bool transactional = true;
  bool generated_key = false;  // my_row_id is not declared: sql_generate_invisible_primary_key
  std::string create;          // the statement

  std::string Quoted() const;                     // `database`.`name`
  std::string QuotedColumn(size_t column) const;  // `name`
  // The expressions of all probes, in order, separated by commas.
  std::string SelectList() const;
  size_t probe_count() const;

  // INSERT of new rows with these ids; `random` decides on the columns given and their values.
  std::string Insert(Random& random, const std::vector<int64_t>& ids) const;
  // The same, changing rows that are there already.
  std::string InsertOrUpdate(Random& random, const std::vector<int64_t>& ids) const;
  // INSERT ... SELECT that copies rows; ids grow by `distance`.
  std::string Copy(const std::vector<int64_t>& ids, int64_t distance) const;
  // UPDATE of one to all columns of rows that are there; `new_id` is for one row only.
  std::string Update(Random& random, const std::vector<int64_t>& ids,
                     std::optional<int64_t> new_id = std::nullopt) const;
  std::string Delete(const std::vector<int64_t>& ids) const;
  std::string Select(const std::vector<int64_t>& ids) const;  // SelectList of these rows
  std::string SelectAll() const;

 private:
  std::vector<size_t> ChooseColumns(Random& random) const;
  std::string Values(Random& random, const std::vector<size_t>& given,
                     const std::vector<int64_t>& ids) const;
  std::string Assignments(Random& random) const;
  std::string WhereId(const std::vector<int64_t>& ids) const;
};

// `number` makes the name unlike that of other tables; the types of columns come from `deck`.
RandomTable MakeRandomTable(Random& random, const ColumnChoices& choices, TypeDeck& deck,
                            const std::string& database, size_t number);

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_RANDOM_TABLE_H_
