#include "arguments.h"

#include <algorithm>
#include <set>

#include "fmt/format.h"

namespace tool {
namespace {

towpath::Status Usage(std::string message) {
  return towpath::Status(towpath::Code::kInvalidArgument, std::move(message));
}

}  // namespace

towpath::Result<ArgumentParser::Given> ArgumentParser::Match(
    const std::vector<std::string>& arguments, size_t* index) {
  const std::string_view argument = arguments[*index];
  const size_t equals = argument.find('=');
  const std::string_view name = argument.substr(0, equals);
  const auto flag = std::find_if(flags_.begin(), flags_.end(),
                                 [&](const Flag& candidate) { return candidate.name == name; });
  if (flag == flags_.end()) return Usage(fmt::format("unknown flag {}", name));
  if (equals != std::string_view::npos) return Given{&*flag, argument.substr(equals + 1)};
  if (*index + 1 == arguments.size()) {
    return Usage(fmt::format("{} needs a value: {} {}", name, name, flag->value));
  }
  return Given{&*flag, arguments[++*index]};
}

towpath::Result<std::vector<std::string>> ArgumentParser::Parse(
    const std::vector<std::string>& arguments) {
  std::vector<std::string> rest;
  std::set<const Flag*> seen;
  bool flags_ended = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (flags_ended || argument.size() < 2 || argument[0] != '-') {
      rest.push_back(argument);
      continue;
    }
    if (argument == "--") {
      flags_ended = true;
      continue;
    }
    if (argument == "--help" || argument == "-h") {
      wants_help_ = true;
      return rest;
    }
    const auto given = Match(arguments, &i);
    if (!given.ok()) return given.status();
    if (!seen.insert(given->flag).second && !given->flag->repeatable) {
      return Usage(fmt::format("{} is given twice", given->flag->name));
    }
    if (towpath::Status s = given->flag->set(given->value); !s.ok()) return s;
  }
  return rest;
}

std::string ArgumentParser::Help() const {
  std::string help = fmt::format("usage: towpath {}\n\n{}", usage_, Wrap(about_, 0, 80));
  if (flags_.empty()) return help;
  help += "\nFlags:\n";
  for (const Flag& flag : flags_) {
    const std::string left = fmt::format("  {} {}", flag.name, flag.value);
    const std::string text = Wrap(flag.help, 26, 80);
    // The first line stands beside the flag when that is short enough.
    help += left.size() < 25 ? left + text.substr(left.size()) : left + "\n" + text;
  }
  return help;
}

std::string Wrap(std::string_view text, size_t indent, size_t width) {
  std::string out;
  while (!text.empty()) {
    const size_t room = width > indent ? width - indent : 1;
    size_t end = text.find('\n');
    if (end > room) {
      end = text.size() <= room ? text.size() : text.rfind(' ', room);
      if (end == std::string_view::npos || end == 0) end = std::min(text.find(' '), text.size());
    }
    if (end > 0) out.append(indent, ' ').append(text.substr(0, end));
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace tool
