// Tokenizer: the text of a statement as tokens, as MySQL's and MariaDB's own scanners cut it.
//
// Comments are skipped (#, --, /* */, which do not nest). Versioned ones, /*!NNNNNN ... */ and
// MariaDB's /*M!NNNNNN ... */, are text where a server of the dialect's flavour and version
// executes it. Tokens are views into the text; nothing is allocated; the time is linear in the
// text.
//
// The text is UTF-8, or of any other set whose bytes below 0x80 are ASCII characters. (In GBK, SJIS
// and Big5 a second byte may look like a backslash or quote: convert first.)
#ifndef TOWPATH_LIB_SQL_TOKENIZER_H_
#define TOWPATH_LIB_SQL_TOKENIZER_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "sql/dialect.h"

namespace towpath::sql {

enum class TokenKind : uint8_t {
  kEnd,         // of the text; a comment that is not closed ends it too
  kWord,        // an unquoted name or keyword; also _charset introducers
  kQuotedName,  // `name`, and "name" with ANSI_QUOTES
  kString,      // 'text', and "text" without ANSI_QUOTES
  kNational,    // N'text'
  kHex,         // x'00ff', 0x00ff
  kBits,        // b'101', 0b101
  kNumber,      // 1, 1.5, .5, 1e-3
  kOperator,    // punctuation: one character, or one of <=> <= >= <> != := || && << >> -> ->>
  kVariable,    // @name, @'name', @@name (with its @)
  kSemicolon,   // ends the statement
  kBad,         // a string or name that is not closed: the rest of the text
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;  // as written, with quotes
  size_t offset = 0;      // of `text` in the statement

  // Whether it is this keyword (lower case): a quoted name is none.
  bool Is(std::string_view keyword) const;
  bool IsOneOf(std::initializer_list<std::string_view> keywords) const;
  // Whether it is this punctuation.
  bool IsOperator(std::string_view op) const { return kind == TokenKind::kOperator && text == op; }
  // Whether it can name something: a word or a quoted name.
  bool IsName() const { return kind == TokenKind::kWord || kind == TokenKind::kQuotedName; }
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view sql, const Dialect& dialect = {})
      : sql_(sql), dialect_(dialect) {}

  // The next token; kEnd at the end, again and again.
  Token Next();
  // The same without moving on. Cheap to ask for once a token.
  Token Peek() const;

  const Dialect& dialect() const { return dialect_; }

 private:
  void SkipBlank();
  void SkipComment();
  Token Make(TokenKind kind, size_t end);
  Token Quoted(TokenKind kind, size_t open);
  Token Number();
  char At(size_t index) const { return index < sql_.size() ? sql_[index] : '\0'; }

  std::string_view sql_;
  Dialect dialect_;
  size_t at_ = 0;
  bool in_versioned_ = false;  // inside a versioned comment that is executed
  size_t name_end_ = 0;        // of the last token that was a name
  bool name_due_ = false;      // a name follows, also when it begins with a digit
};

// The name that a token is: quotes removed, doubled ones halved.
std::string NameOf(const Token& token);
// The bytes of a string token: quotes removed, escapes resolved as the dialect has them
// (backslashes stay when sql_mode has NO_BACKSLASH_ESCAPES). For kHex and kBits: the bytes they
// stand for.
std::string ValueOf(const Token& token, const Dialect& dialect);

}  // namespace towpath::sql

#endif  // TOWPATH_LIB_SQL_TOKENIZER_H_
