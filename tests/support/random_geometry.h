// Random geometries as well-known text.
#ifndef TOWPATH_TESTS_SUPPORT_RANDOM_GEOMETRY_H_
#define TOWPATH_TESTS_SUPPORT_RANDOM_GEOMETRY_H_

#include <string>
#include <string_view>

#include "tests/support/random.h"

namespace towpath::test {

// `type` as in SQL ("POINT", "GEOMETRYCOLLECTION", ...); "GEOMETRY" gives any of them. Coordinates
// are such that they also are degrees of latitude and longitude.
std::string RandomGeometry(Random& random, std::string_view type);

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SUPPORT_RANDOM_GEOMETRY_H_
