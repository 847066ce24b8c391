#include "sql/tokenizer.h"

#include <algorithm>

#include "model/text.h"

namespace towpath::sql {
namespace {

constexpr bool IsNameByte(char c) {
  return model::IsAlpha(c) || model::IsDigit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

constexpr bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

constexpr int HexDigit(char c) {
  if (model::IsDigit(c)) return c - '0';
  const char lower = model::ToLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// What a backslash and this character stand for.
char Unescape(char c) {
  switch (c) {
    case '0':
      return '\0';
    case 'b':
      return '\b';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'Z':
      return '\x1a';
    default:
      return c;
  }
}

// Digits of base 2^`bits`, most significant first, as bytes; zeros are put in front as needed.
std::string Packed(std::string_view digits, unsigned bits) {
  std::string bytes((digits.size() * bits + 7) / 8, '\0');
  size_t shift = 0;
  for (size_t i = digits.size(); i-- > 0; shift += bits) {
    const int digit = HexDigit(digits[i]);
    char& byte = bytes[bytes.size() - 1 - shift / 8];
    byte = static_cast<char>(static_cast<unsigned char>(byte) |
                             static_cast<unsigned>(digit < 0 ? 0 : digit) << shift % 8);
  }
  return bytes;
}

}  // namespace

bool Token::Is(std::string_view keyword) const {
  return kind == TokenKind::kWord && text.size() == keyword.size() &&
         std::equal(text.begin(), text.end(), keyword.begin(),
                    [](char a, char b) { return model::ToLower(a) == b; });
}

bool Token::IsOneOf(std::initializer_list<std::string_view> keywords) const {
  return std::any_of(keywords.begin(), keywords.end(),
                     [this](std::string_view keyword) { return Is(keyword); });
}

Token Tokenizer::Make(TokenKind kind, size_t end) {
  const Token token{kind, sql_.substr(at_, end - at_), at_};
  at_ = end;
  return token;
}

// A comment that is not closed runs to the end of the text.
void Tokenizer::SkipBlank() {
  for (;;) {
    while (at_ < sql_.size() && (model::IsSpace(sql_[at_]) || sql_[at_] == '\0')) ++at_;
    const char c = At(at_);
    if (c == '#' || (c == '-' && At(at_ + 1) == '-' &&
                     (at_ + 2 >= sql_.size() || At(at_ + 2) == ' ' || IsControl(At(at_ + 2))))) {
      const size_t end = sql_.find('\n', at_);
      at_ = end == std::string_view::npos ? sql_.size() : end + 1;
    } else if (c == '/' && At(at_ + 1) == '*') {
      SkipComment();
    } else if (in_versioned_ && c == '*' && At(at_ + 1) == '/') {
      in_versioned_ = false;
      at_ += 2;
    } else {
      return;
    }
  }
}

void Tokenizer::SkipComment() {
  size_t inside = at_ + 2;
  const bool of_mariadb = At(inside) == 'M' && At(inside + 1) == '!' && !dialect_.mysql();
  bool nests = false;
  if (of_mariadb || At(inside) == '!') {
    inside += of_mariadb ? 2 : 1;
    size_t digits = 0;
    uint32_t version = 0;  // 80023: 8.0.23; 101100: 10.11.0
    while (digits < 6 && model::IsDigit(At(inside + digits)))
      version = version * 10 + static_cast<uint32_t>(At(inside + digits++) - '0');
    bool executed = true;
    if (digits >= 5) {
      inside += digits;
      executed = dialect_.AtLeast(version / 10000, version / 100 % 100, version % 100);
      // MariaDB leaves to MySQL what was new in MySQL 5.7 to 9.x.
      if (dialect_.mariadb() && !of_mariadb && version >= 50700 && version <= 99999)
        executed = false;
    }
    if (executed) {
      at_ = inside;
      in_versioned_ = true;
      return;
    }
    nests = true;
  }
  // To its end. One that is not executed may hold comments, which hold none.
  for (bool nested = false;;) {
    inside = sql_.find_first_of("*/", inside);
    if (inside == std::string_view::npos) {
      at_ = sql_.size();
      return;
    }
    if (sql_[inside] == '*' && At(inside + 1) == '/') {
      inside += 2;
      if (!nested) break;
      nested = false;
    } else if (nests && !nested && sql_[inside] == '/' && At(inside + 1) == '*') {
      nested = true;
      inside += 2;
    } else {
      ++inside;
    }
  }
  at_ = inside;
}

// A quote inside is written twice; in strings, a backslash takes what follows along.
Token Tokenizer::Quoted(TokenKind kind, size_t open) {
  const char quote = sql_[open];
  const bool escapes = kind != TokenKind::kQuotedName && !dialect_.Has(kModeNoBackslashEscapes);
  for (size_t at = open + 1; at < sql_.size(); ++at) {
    if (sql_[at] == '\\' && escapes) {
      ++at;
    } else if (sql_[at] == quote) {
      if (At(at + 1) != quote) return Make(kind, at + 1);
      ++at;
    }
  }
  return Make(TokenKind::kBad, sql_.size());
}

Token Tokenizer::Number() {
  size_t end = at_;
  const auto digits = [&] {
    while (model::IsDigit(At(end))) ++end;
  };
  const auto name = [&] {
    while (IsNameByte(At(end))) ++end;
    name_end_ = end;
    return Make(TokenKind::kWord, end);
  };
  const char second = At(at_ + 1);
  if (sql_[at_] == '0' && (second == 'x' || second == 'b')) {
    end = at_ + 2;
    while (second == 'x' ? HexDigit(At(end)) >= 0 : At(end) == '0' || At(end) == '1') ++end;
    if (end == at_ + 2 || IsNameByte(At(end))) return name();
    return Make(second == 'x' ? TokenKind::kHex : TokenKind::kBits, end);
  }
  digits();
  const bool point = At(end) == '.';
  if (point) {
    ++end;
    digits();
  }
  if (At(end) == 'e' || At(end) == 'E') {
    const size_t sign = At(end + 1) == '+' || At(end + 1) == '-' ? 1 : 0;
    if (model::IsDigit(At(end + 1 + sign))) {
      end += 1 + sign;
      digits();
      return Make(TokenKind::kNumber, end);
    }
  }
  if (!point && IsNameByte(At(end))) return name();
  return Make(TokenKind::kNumber, end);
}

Token Tokenizer::Next() {
  const bool name_due = name_due_;
  name_due_ = false;
  if (!name_due) SkipBlank();
  if (at_ >= sql_.size()) return Make(TokenKind::kEnd, sql_.size());
  const char c = sql_[at_];
  const char second = At(at_ + 1);

  if (c == '`' || (c == '"' && dialect_.Has(kModeAnsiQuotes))) {
    const Token token = Quoted(TokenKind::kQuotedName, at_);
    name_end_ = at_;
    return token;
  }
  if (c == '\'' || c == '"') return Quoted(TokenKind::kString, at_);
  if (second == '\'' && !name_due) {
    switch (c) {
      case 'n':
      case 'N':
        return Quoted(TokenKind::kNational, at_ + 1);
      case 'x':
      case 'X':
        return Quoted(TokenKind::kHex, at_ + 1);
      case 'b':
      case 'B':
        return Quoted(TokenKind::kBits, at_ + 1);
      default:
        break;
    }
  }
  if (model::IsDigit(c) && !name_due) return Number();
  if (IsNameByte(c)) {
    size_t end = at_ + 1;
    while (IsNameByte(At(end))) ++end;
    name_end_ = end;
    return Make(TokenKind::kWord, end);
  }
  if (c == '.') {
    // Directly behind a name it is a separator, and what follows directly is a name as well.
    const bool separator = at_ == name_end_ && at_ != 0;
    if (!separator && model::IsDigit(second)) return Number();
    name_due_ = separator && IsNameByte(second);
    return Make(TokenKind::kOperator, at_ + 1);
  }
  if (c == ';') return Make(TokenKind::kSemicolon, at_ + 1);
  if (c == '@') {
    size_t open = at_ + (second == '@' ? 2 : 1);
    const char q = At(open);
    if (q == '\'' || q == '"' || q == '`') {
      const Token token = Quoted(q == '`' ? TokenKind::kQuotedName : TokenKind::kString, open);
      return {token.kind == TokenKind::kBad ? TokenKind::kBad : TokenKind::kVariable, token.text,
              token.offset};
    }
    while (IsNameByte(At(open)) || At(open) == '.') ++open;
    return Make(TokenKind::kVariable, open);
  }
  for (const std::string_view op :
       {"<=>", "->>", "<=", ">=", "<>", "!=", ":=", "||", "&&", "<<", ">>", "->"})
    if (sql_.substr(at_).starts_with(op)) return Make(TokenKind::kOperator, at_ + op.size());
  return Make(TokenKind::kOperator, at_ + 1);
}

Token Tokenizer::Peek() const { return Tokenizer(*this).Next(); }

std::string NameOf(const Token& token) {
  if (token.kind != TokenKind::kQuotedName) return std::string(token.text);
  const char quote = token.text.front();
  const std::string_view inner = token.text.substr(1, token.text.size() - 2);
  std::string name;
  name.reserve(inner.size());
  for (size_t i = 0; i < inner.size(); ++i) {
    name += inner[i];
    if (inner[i] == quote) ++i;
  }
  return name;
}

std::string ValueOf(const Token& token, const Dialect& dialect) {
  std::string_view text = token.text;
  if (token.kind == TokenKind::kHex || token.kind == TokenKind::kBits) {
    text.remove_prefix(2);  // 0x, x'
    if (text.ends_with('\'')) text.remove_suffix(1);
    return Packed(text, token.kind == TokenKind::kHex ? 4 : 1);
  }
  if (token.kind == TokenKind::kNational) text.remove_prefix(1);
  if (token.kind != TokenKind::kString && token.kind != TokenKind::kNational)
    return std::string(text);
  const char quote = text.front();
  const bool escapes = !dialect.Has(kModeNoBackslashEscapes);
  text = text.substr(1, text.size() - 2);
  std::string value;
  value.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == quote) {
      ++i;
      value += quote;
    } else if (text[i] == '\\' && escapes && i + 1 < text.size()) {
      ++i;
      if (text[i] == '%' || text[i] == '_') value += '\\';  // kept for LIKE
      value += Unescape(text[i]);
    } else {
      value += text[i];
    }
  }
  return value;
}

}  // namespace towpath::sql
