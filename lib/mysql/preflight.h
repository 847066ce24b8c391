// The checks behind towpath::Preflight: whether a server can be followed, and what would change it.
#ifndef TOWPATH_LIB_MYSQL_PREFLIGHT_H_
#define TOWPATH_LIB_MYSQL_PREFLIGHT_H_

#include <string>
#include <string_view>
#include <vector>

#include "model/settings.h"
#include "mysql/connection.h"
#include "mysql/start.h"
#include "towpath/preflight.h"
#include "towpath/status.h"

namespace towpath::mysql {

// Every check, also those that found nothing wrong. Changes nothing on the server. Fails only when
// the server does not answer.
Result<std::vector<Finding>> CheckServer(Connection& connection, const ServerFacts& facts,
                                         const model::SourceSettings& settings);

// kServerNotReady with every error and its remedy, or ok when there is none.
Status RefuseUnready(std::string_view endpoint, const std::vector<Finding>& findings);

}  // namespace towpath::mysql

#endif  // TOWPATH_LIB_MYSQL_PREFLIGHT_H_
