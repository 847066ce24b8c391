// ArgumentParser: flags and arguments of one subcommand, small and strict.
//
// "--flag value" and "--flag=value" are the same; "--" ends the flags; "-h" is "--help". An unknown
// flag, a flag without its value, or one given twice is an error that names it.
#ifndef TOWPATH_EXAMPLES_TOWPATH_ARGUMENTS_H_
#define TOWPATH_EXAMPLES_TOWPATH_ARGUMENTS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "towpath/status.h"

namespace tool {

struct Flag {
  std::string name;   // "--limit"
  std::string value;  // "N", for the help
  std::string help;   // one sentence
  std::function<towpath::Status(std::string_view)> set;
  bool repeatable = false;
};

class ArgumentParser {
 public:
  // `usage` is what follows "towpath " in the first line of the help; `about` a paragraph.
  ArgumentParser(std::string usage, std::string about)
      : usage_(std::move(usage)), about_(std::move(about)) {}

  void Add(Flag flag) { flags_.push_back(std::move(flag)); }

  // The arguments that are no flags. kInvalidArgument, or what a flag's `set` returned.
  towpath::Result<std::vector<std::string>> Parse(const std::vector<std::string>& arguments);
  bool wants_help() const { return wants_help_; }  // --help was given; nothing else counts
  std::string Help() const;

 private:
  struct Given {
    Flag* flag = nullptr;
    std::string_view value;
  };
  // The flag at arguments[*index] and its value, which may be the argument behind it.
  towpath::Result<Given> Match(const std::vector<std::string>& arguments, size_t* index);

  std::string usage_;
  std::string about_;
  std::vector<Flag> flags_;
  bool wants_help_ = false;
};

// Breaks `text` at spaces into lines of at most `width` characters, each after `indent` spaces.
std::string Wrap(std::string_view text, size_t indent, size_t width);

}  // namespace tool

#endif  // TOWPATH_EXAMPLES_TOWPATH_ARGUMENTS_H_
