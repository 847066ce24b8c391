// Catch2 of the major version that the distribution has: 2 (Debian 12) or 3.
#ifndef TOWPATH_TESTS_CATCH_H_
#define TOWPATH_TESTS_CATCH_H_

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>  // IWYU pragma: export
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>  // IWYU pragma: export
inline auto ContainsSubstring(const std::string& part) { return Catch::Matchers::Contains(part); }
#endif

#endif  // TOWPATH_TESTS_CATCH_H_
