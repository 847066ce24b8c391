// SourceUrl: option source.url, parsed.
//
//   mysql://user:password@host:port/          also mariadb://; the flavour is found by asking
//   mysql://user:password@a:3306,b:3307,[::1]/   several hosts of one topology: docs/failover.md
//   mysql://user:password@localhost/?socket=/run/mysqld/mysqld.sock
//   file:///folder/binlog.000001              that file and the ones that follow it in sequence
// User, password and paths are percent-decoded (RFC 3986).
#ifndef TOWPATH_LIB_MODEL_SOURCE_URL_H_
#define TOWPATH_LIB_MODEL_SOURCE_URL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "towpath/status.h"

namespace towpath::model {

// One server, or one file.
struct SourceUrl {
  enum class Kind : uint8_t { kServer, kFile };
  Kind kind = Kind::kServer;
  std::string host;  // default 127.0.0.1
  uint16_t port = 3306;
  std::string user;
  std::string password;  // never shown
  std::string socket;    // path of a unix socket; empty: TCP
  std::string path;      // kFile: absolute or relative path

  // kInvalidOption without the password in the message. Parse: the first host of the list, for what
  // needs one server; ParseList: all of them, in their order, with the same user and password.
  static Result<SourceUrl> Parse(std::string_view text);
  static Result<std::vector<SourceUrl>> ParseList(std::string_view text);
  std::string Display()
      const;  // "127.0.0.1:3306", "/run/mysqld/mysqld.sock", "/folder/binlog.000001"
};

}  // namespace towpath::model

#endif  // TOWPATH_LIB_MODEL_SOURCE_URL_H_
