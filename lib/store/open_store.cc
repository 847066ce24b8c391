#include "fmt/format.h"
#include "store/memory_store.h"
#include "store/sqlite_store.h"
#include "store/store.h"

namespace towpath::store {

Result<std::shared_ptr<Store>> OpenStore(std::string_view url) {
  if (url == "memory:") return NewMemoryStore();
  constexpr std::string_view kSqlite = "sqlite:";
  if (url.starts_with(kSqlite)) {
    const std::string path(url.substr(kSqlite.size()));
    // SQLite gives these a meaning of their own.
    if (path.empty() || path.front() == ':') {
      return Status(Code::kInvalidOption,
                    fmt::format("store.url \"{}\" names no file; expected sqlite:PATH, or memory: "
                                "for a store that is gone with the process",
                                url));
    }
    return OpenSqliteStore(path);
  }
  if (url.starts_with("redis:") || url.starts_with("rediss:")) {
    return Status(Code::kUnsupported,
                  "store.url names a Redis server, which this version does not have as a store; "
                  "use sqlite:PATH");
  }
  // Only the scheme: the rest may hold a password.
  return Status(Code::kInvalidOption,
                fmt::format("store.url begins with \"{}\"; expected memory: or sqlite:PATH",
                            url.substr(0, url.find(':'))));
}

}  // namespace towpath::store
