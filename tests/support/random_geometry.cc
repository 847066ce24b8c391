#include "tests/support/random_geometry.h"

#include <cstdint>
#include <functional>
#include <vector>

#include "fmt/format.h"

namespace towpath::test {
namespace {

std::string Point(Random& random) {
  const auto coordinate = [&](int64_t limit) -> std::string {
    if (random.Chance(30)) return random.Pick<std::string>({"0", "-0.0", "1", "-1.5", "1e-300"});
    return fmt::format("{:.17g}", static_cast<double>(random.Between(-limit, limit)) / 1e6);
  };
  const std::string x = coordinate(90'000'000);
  return x + " " + coordinate(90'000'000);
}

std::string List(Random& random, uint64_t least, uint64_t most,
                 const std::function<std::string(Random&)>& part) {
  std::string out = "(";
  const uint64_t count = least + random.Below(most - least + 1);
  for (uint64_t i = 0; i < count; ++i) {
    if (i > 0) out += ",";
    out += part(random);
  }
  return out + ")";
}

std::string Line(Random& random) { return List(random, 2, random.Chance(3) ? 400 : 5, Point); }

// A square, so that every server takes it for a ring.
std::string Ring(Random& random) {
  const auto x = random.Between(-80, 70), y = random.Between(-80, 70), side = random.Between(1, 9);
  return fmt::format("({} {},{} {},{} {},{} {},{} {})", x, y, x + side, y, x + side, y + side, x,
                     y + side, x, y);
}

std::string Polygon(Random& random) { return List(random, 1, 1, Ring); }

// MariaDB knows no collections inside collections.
std::string Geometry(Random& random, std::string_view type, bool inside) {
  static const std::vector<std::string_view> kTypes = {
      "POINT",           "LINESTRING",   "POLYGON",           "MULTIPOINT",
      "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"};
  if (type == "GEOMETRY") type = kTypes[random.Below(kTypes.size() - (inside ? 1 : 0))];
  const std::string name(type);
  if (type == "POINT") return name + "(" + Point(random) + ")";
  if (type == "LINESTRING") return name + Line(random);
  if (type == "POLYGON") return name + Polygon(random);
  if (type == "MULTIPOINT") return name + List(random, 1, 5, Point);
  if (type == "MULTILINESTRING") return name + List(random, 1, 3, Line);
  if (type == "MULTIPOLYGON") return name + List(random, 1, 3, Polygon);
  if (random.Chance(20)) return name + " EMPTY";
  return name + List(random, 1, 4, [](Random& r) { return Geometry(r, "GEOMETRY", true); });
}

}  // namespace

std::string RandomGeometry(Random& random, std::string_view type) {
  return Geometry(random, type, false);
}

}  // namespace towpath::test
