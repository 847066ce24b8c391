#include "tests/support/random_text.h"

#include <algorithm>
#include <utility>

namespace towpath::test {
bool ServerCharset::Has(uint32_t character) const {
  return std::binary_search(characters.begin(), characters.end(), character);
}

const std::vector<uint32_t>& Candidates() {
  static const std::vector<uint32_t> kCandidates = [] {
    struct Range {
      uint32_t first, last;
    };
    std::vector<uint32_t> all;
    for (const Range& range :
         {Range{0x20, 0x7e}, Range{0xa0, 0x6ff}, Range{0x900, 0x97f}, Range{0xe01, 0xe5b},
          Range{0x10a0, 0x10ff}, Range{0x1e00, 0x1eff}, Range{0x2000, 0x26ff},
          Range{0x3000, 0x312f}, Range{0x4e00, 0x9fa5}, Range{0xac00, 0xd7a3},
          Range{0xe000, 0xe010}, Range{0xf900, 0xfa2d}, Range{0xff01, 0xfffc},
          Range{0x10000, 0x1007f}, Range{0x1f300, 0x1f64f}, Range{0x20000, 0x21000},
          Range{0xe0100, 0xe01ef}, Range{0x10fff0, 0x10ffff}})
      for (uint32_t c = range.first; c <= range.last; ++c) all.push_back(c);
    return all;
  }();
  return kCandidates;
}

void AppendUtf8Character(uint32_t c, std::string* out) {
  const auto tail = [&](unsigned shift) {
    out->push_back(static_cast<char>(0x80 | (c >> shift & 0x3f)));
  };
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xc0 | c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xe0 | c >> 12));
    tail(6);
    tail(0);
  } else {
    out->push_back(static_cast<char>(0xf0 | c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

uint32_t RandomCharacter(Random& random, const std::vector<uint32_t>& characters) {
  const auto ascii = static_cast<size_t>(
      std::lower_bound(characters.begin(), characters.end(), 0x80u) - characters.begin());
  if (ascii > 0 && random.Chance(40)) return characters[random.Below(ascii)];
  return random.Pick(characters);
}

size_t RandomLength(Random& random, size_t limit) {
  size_t length = 0;
  switch (random.Below(20)) {
    case 0:
      return 0;
    case 1:
      length = 1;
      break;
    case 2:
      length = random.Pick({limit, limit - std::min<size_t>(limit, 1), size_t{127}, size_t{128}});
      if (length > 2000 && !random.Chance(4)) length = 300;
      break;
    case 3:
      length = random.Pick<size_t>({63, 64, 84, 85, 86, 254, 255, 256, 257});
      break;
    case 4:
      length = random.Chance(5) ? random.Pick<size_t>({16383, 16384, 21845, 65534, 65535, 65536})
                                : random.Below(1000);
      break;
    default:
      length = random.Below(32);
  }
  return std::min(length, std::min<size_t>(limit, 70000));
}

std::string RandomText(Random& random, const std::vector<uint32_t>& characters,
                       size_t max_characters) {
  const size_t length = RandomLength(random, max_characters);
  std::string text;
  switch (random.Below(8)) {
    case 0: {  // one character, again and again
      const uint32_t c = RandomCharacter(random, characters);
      for (size_t i = 0; i < length; ++i) AppendUtf8Character(c, &text);
      break;
    }
    case 1:
      for (size_t i = 0; i < length; ++i)
        text.push_back(random.Pick({'\0', '\'', '"', '\\', '\n', '\r', '\t', '\x1a', '%', ' '}));
      break;
    case 2: {  // trailing spaces
      const size_t spaces = random.Below(length + 1);
      for (size_t i = spaces; i < length; ++i)
        AppendUtf8Character(RandomCharacter(random, characters), &text);
      text.append(spaces, ' ');
      break;
    }
    case 3:
      for (size_t i = 0; i < length; ++i)
        text.push_back(static_cast<char>(random.Between(' ', '~')));
      break;
    default:
      for (size_t i = 0; i < length; ++i)
        AppendUtf8Character(RandomCharacter(random, characters), &text);
  }
  return text;
}

// Names can hold no others.
static const std::vector<uint32_t>& BasicPlane() {
  static const std::vector<uint32_t> kBasicPlane = [] {
    std::vector<uint32_t> all = Candidates();
    std::erase_if(all, [](uint32_t c) { return c > 0xffff; });
    return all;
  }();
  return kBasicPlane;
}

std::string RandomName(Random& random, size_t number) {
  static constexpr std::string_view kOdd = "`'\" .,;%/\\$@#!?*()[]{}<>=+-~^&|:";
  std::string name;
  const size_t length = random.Below(random.Chance(10) ? 40 : 12);
  for (size_t i = 0; i < length; ++i) {
    switch (random.Below(4)) {
      case 0:
        name.push_back(kOdd[random.Below(kOdd.size())]);
        break;
      case 1:
        AppendUtf8Character(random.Pick(BasicPlane()), &name);
        break;
      default:
        name.push_back(static_cast<char>(random.Between('a', 'z')));
    }
  }
  return name + "_" + std::to_string(number);
}

}  // namespace towpath::test
