// SQL text: a byte that chooses the dialect, then the statement, through the tokenizer and what
// asks it.
#include <string>

#include "sql/statement.h"
#include "sql/tokenizer.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace towpath;
  test::FuzzInput input(data, size);
  const uint8_t choice = input.Byte();
  sql::Dialect dialect;
  dialect.flavor = (choice & 3) == 0   ? Flavor::kUnknown
                   : (choice & 3) == 1 ? Flavor::kMysql
                                       : Flavor::kMariadb;
  if ((choice & 4) != 0) dialect.version = 0x050600;
  if ((choice & 8) != 0) dialect.sql_mode |= sql::kModeAnsiQuotes;
  if ((choice & 16) != 0) dialect.sql_mode |= sql::kModeNoBackslashEscapes;
  if ((choice & 32) != 0) dialect.sql_mode |= sql::kModeOracle;
  const auto rest = input.Rest();
  const std::string_view text(reinterpret_cast<const char*>(rest.data()), rest.size());

  // Tokens come in order, do not overlap, and are what stands in the text; then the end, for ever.
  sql::Tokenizer tokens(text, dialect);
  size_t end = 0;
  for (;;) {
    const sql::Token peeked = tokens.Peek();
    const sql::Token token = tokens.Next();
    if (peeked.kind != token.kind || peeked.text != token.text || peeked.offset != token.offset)
      __builtin_trap();
    if (token.kind == sql::TokenKind::kEnd) break;
    if (token.text.empty() || token.offset < end || token.offset > text.size() ||
        text.substr(token.offset, token.text.size()) != token.text)
      __builtin_trap();
    end = token.offset + token.text.size();
    if (token.IsName() && sql::NameOf(token).size() > token.text.size()) __builtin_trap();
    if (sql::ValueOf(token, dialect).size() > token.text.size()) __builtin_trap();
  }
  if (tokens.Next().kind != sql::TokenKind::kEnd) __builtin_trap();

  const sql::Statement statement = sql::ClassifyStatement(text, dialect);
  if (statement.database.size() + statement.table.size() > text.size()) __builtin_trap();
  return 0;
}
