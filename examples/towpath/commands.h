// The subcommands of `towpath`, one file each. Arguments are those behind the subcommand's name;
// the result is the exit code.
#ifndef TOWPATH_EXAMPLES_TOWPATH_COMMANDS_H_
#define TOWPATH_EXAMPLES_TOWPATH_COMMANDS_H_

#include <string>
#include <vector>

namespace tool {

using Arguments = std::vector<std::string>;

int RunTail(const Arguments& arguments);     // follows a server
int RunDecode(const Arguments& arguments);   // reads binlog files
int RunCheck(const Arguments& arguments);    // says whether a server is ready
int RunOptions(const Arguments& arguments);  // lists the options

}  // namespace tool

#endif  // TOWPATH_EXAMPLES_TOWPATH_COMMANDS_H_
