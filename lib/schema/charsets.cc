#include "schema/charsets.h"

#include <algorithm>
#include <iterator>

#include "fmt/format.h"
#include "model/text.h"
#include "schema/collation_names.h"
#include "schema/schema_state.h"

namespace towpath::schema {
namespace {

struct Set {
  std::string_view name;
  uint8_t max_length;
  std::string_view collation;  // behind "name_"; the default
};

constexpr Set kSets[] = {
    {"armscii8", 1, "general_ci"}, {"ascii", 1, "general_ci"},
    {"big5", 2, "chinese_ci"},     {"binary", 1, ""},
    {"cp1250", 1, "general_ci"},   {"cp1251", 1, "general_ci"},
    {"cp1256", 1, "general_ci"},   {"cp1257", 1, "general_ci"},
    {"cp850", 1, "general_ci"},    {"cp852", 1, "general_ci"},
    {"cp866", 1, "general_ci"},    {"cp932", 2, "japanese_ci"},
    {"dec8", 1, "swedish_ci"},     {"eucjpms", 3, "japanese_ci"},
    {"euckr", 2, "korean_ci"},     {"gb18030", 4, "chinese_ci"},
    {"gb2312", 2, "chinese_ci"},   {"gbk", 2, "chinese_ci"},
    {"geostd8", 1, "general_ci"},  {"greek", 1, "general_ci"},
    {"hebrew", 1, "general_ci"},   {"hp8", 1, "english_ci"},
    {"keybcs2", 1, "general_ci"},  {"koi8r", 1, "general_ci"},
    {"koi8u", 1, "general_ci"},    {"latin1", 1, "swedish_ci"},
    {"latin2", 1, "general_ci"},   {"latin5", 1, "turkish_ci"},
    {"latin7", 1, "general_ci"},   {"macce", 1, "general_ci"},
    {"macroman", 1, "general_ci"}, {"sjis", 2, "japanese_ci"},
    {"swe7", 1, "swedish_ci"},     {"tis620", 1, "thai_ci"},
    {"ucs2", 2, "general_ci"},     {"ujis", 3, "japanese_ci"},
    {"utf16", 4, "general_ci"},    {"utf16le", 4, "general_ci"},
    {"utf32", 4, "general_ci"},    {"utf8mb3", 3, "general_ci"},
    {"utf8mb4", 4, "general_ci"},
};

const Set* FindSet(std::string_view name) {
  const auto* found = std::find_if(std::begin(kSets), std::end(kSets),
                                   [&](const Set& s) { return s.name == name; });
  return found == std::end(kSets) ? nullptr : found;
}

}  // namespace

std::string CanonicalCharset(std::string_view name) {
  std::string lower = model::ToLower(name);
  return lower == "utf8" ? "utf8mb3" : lower;
}

std::string CanonicalCollation(std::string_view name) {
  std::string lower = model::ToLower(name);
  return lower.starts_with("utf8_") ? "utf8mb3_" + lower.substr(5) : lower;
}

unsigned MaxLengthOfCharset(std::string_view charset) {
  const Set* set = FindSet(charset);
  return set == nullptr ? 0 : set->max_length;
}

std::string_view CharsetOfCollationName(std::string_view collation) {
  const Set* set = FindSet(collation.substr(0, collation.find('_')));
  return set == nullptr ? std::string_view() : set->name;
}

std::string CollationNameOfId(uint32_t id, Flavor flavor) {
  if (id >= 2048) {
    const uint32_t set = (id - 2048) / 256;
    const uint32_t language = id % 256 / 8;
    if (flavor == Flavor::kMysql || set >= std::size(kUca1400Sets) ||
        language >= std::size(kUca1400Languages) ||
        (language != 0 && kUca1400Languages[language].empty()))
      return {};
    return fmt::format("{}_uca1400_{}{}{}", kUca1400Sets[set], kUca1400Languages[language],
                       language == 0 ? "" : "_", kUca1400Sensitivities[id % 8]);
  }
  const auto* found = std::lower_bound(std::begin(kCollationNames), std::end(kCollationNames), id,
                                       [](const CollationOfId& c, uint32_t i) { return c.id < i; });
  if (found == std::end(kCollationNames) || found->id != id) return {};
  std::string name(found->name);
  static constexpr std::string_view kCroatian = "_croatian_ci";
  if (flavor == Flavor::kMariadb && id < 256 && name.ends_with(kCroatian))
    name = name.substr(0, name.size() - kCroatian.size()) + "_croatian_mysql561_ci";
  return name;
}

TextSet DefaultOfCharset(std::string_view charset, const DdlContext& context) {
  TextSet set{CanonicalCharset(charset), {}};
  const Set* known = FindSet(set.charset);
  if (known == nullptr) return set;
  const sql::Dialect& dialect = context.dialect;
  for (const auto& [collation, preferred] : context.set_collations) {
    if (CharsetOfCollationName(CollationNameOfId(collation, dialect.flavor)) == set.charset) {
      set.collation = CollationNameOfId(preferred, dialect.flavor);
      return set;
    }
  }
  if (set.charset == "utf8mb4" && dialect.mysql()) {
    if (context.utf8mb4_collation != 0)
      set.collation = CollationNameOfId(context.utf8mb4_collation, dialect.flavor);
    else if (dialect.AtLeast(8, 0, 1))
      set.collation = "utf8mb4_0900_ai_ci";
    if (!set.collation.empty()) return set;
  }
  set.collation =
      known->collation.empty() ? set.charset : fmt::format("{}_{}", set.charset, known->collation);
  return set;
}

TextSet SetOfCollation(std::string_view collation) {
  std::string name = CanonicalCollation(collation);
  std::string charset(CharsetOfCollationName(name));
  return {std::move(charset), std::move(name)};
}

TextSet Resolve(const sql::CharsetClause& clause, const TextSet& otherwise,
                const DdlContext& context) {
  TextSet set = otherwise;
  if (!clause.charset.empty() && clause.charset != "default")
    set = DefaultOfCharset(clause.charset, context);
  if (clause.collation.empty()) return set;
  if (clause.collation == "default")
    return set.known() ? DefaultOfCharset(set.charset, context) : set;
  TextSet of_collation = SetOfCollation(clause.collation);
  if (of_collation.known()) return of_collation;
  // MariaDB's names without a set, as uca1400_ai_ci.
  if (set.known()) set.collation = fmt::format("{}_{}", set.charset, clause.collation);
  return set;
}

}  // namespace towpath::schema
