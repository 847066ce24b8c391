// The towpath command: Towpath's public API, from a shell.
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>

#include "commands.h"
#include "fmt/format.h"
#include "follow.h"
#include "output.h"
#include "towpath/version.h"

namespace {

struct Command {
  std::string_view name;
  int (*run)(const tool::Arguments&);
  std::string_view about;
};

constexpr Command kCommands[] = {
    {"tail", tool::RunTail, "follow a server and print its changes"},
    {"decode", tool::RunDecode, "print the changes in binlog files"},
    {"check", tool::RunCheck, "say whether a server can be followed, and what to change"},
    {"options", tool::RunOptions, "list every option"},
};

void PrintHelp(std::FILE* to) {
  fmt::print(to, "usage: towpath COMMAND [ARGUMENT...]\n\n");
  for (const Command& command : kCommands)
    fmt::print(to, "  {:<9} {}\n", command.name, command.about);
  fmt::print(to,
             "\n`towpath COMMAND --help` says more; `towpath --version` prints the version.\n"
             "Exit codes: 0 done, 1 failed, 2 wrong usage.\n");
}

// Other users of the machine can read a process's arguments: hides the password of a URL there.
void HidePassword(char* argument) {
  const std::string_view text(argument);
  const size_t scheme = text.find("://");
  if (scheme == std::string_view::npos) return;
  const size_t login = scheme + 3;
  const size_t at = text.rfind('@', text.find_first_of("/?", login));
  if (at == std::string_view::npos || at < login) return;
  const size_t colon = text.find(':', login);
  if (colon == std::string_view::npos || colon > at) return;
  for (size_t i = colon + 1; i < at; ++i) argument[i] = 'x';
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is an error of write
  tool::Arguments arguments(argv + 1, argv + argc);
  for (int i = 1; i < argc; ++i) HidePassword(argv[i]);

  if (arguments.empty()) {
    PrintHelp(stderr);
    return tool::kUsage;
  }
  const std::string name = arguments[0];
  if (name == "--help" || name == "-h" || name == "help") {
    PrintHelp(stdout);
    return tool::kDone;
  }
  if (name == "--version") {
    fmt::print("towpath {}\n", towpath::VersionString());
    return tool::kDone;
  }
  arguments.erase(arguments.begin());
  for (const Command& command : kCommands) {
    if (command.name == name) return command.run(arguments);
  }
  tool::PrintError(fmt::format("unknown command \"{}\"; see: towpath --help", name));
  return tool::kUsage;
}
