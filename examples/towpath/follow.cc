#include "follow.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "fmt/format.h"

namespace tool {
namespace {

using towpath::Code;
using towpath::Status;

constexpr size_t kBatchEntries = 1000;

Status Usage(std::string message) { return Status(Code::kInvalidArgument, std::move(message)); }

Status ParseLimit(std::string_view text, uint64_t* limit) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, *limit);
  if (error == std::errc() && stop == end && *limit > 0) return Status::Ok();
  return Usage(fmt::format("--limit \"{}\" is not a number of entries from 1 up", text));
}

// Adds an expression to a comma list.
void AddToList(std::string_view expression, std::string* list) {
  if (!list->empty()) *list += ',';
  *list += expression;
}

}  // namespace

void AddOptionFlag(towpath::Options* options, ArgumentParser* parser) {
  parser->Add({.name = "--option",
               .value = "KEY=VALUE",
               .help = "Set an option; `towpath options` lists them. May be repeated.",
               .set =
                   [options](std::string_view text) {
                     const size_t equals = text.find('=');
                     if (equals == std::string_view::npos) {
                       return Usage(fmt::format("--option \"{}\" is not KEY=VALUE", text));
                     }
                     return options->Set(text.substr(0, equals), text.substr(equals + 1));
                   },
               .repeatable = true});
}

void AddFollowFlags(FollowFlags* flags, ArgumentParser* parser) {
  parser->Add({.name = "--tables",
               .value = "REGEX",
               .help = "Only tables whose database.table matches, for example 'shop\\.orders' or "
                       "'shop\\..*'. May be repeated, or be a comma list.",
               .set =
                   [flags](std::string_view text) {
                     AddToList(text, &flags->tables);
                     return Status::Ok();
                   },
               .repeatable = true});
  parser->Add({.name = "--exclude",
               .value = "REGEX",
               .help = "Not these tables, even when --tables matches them.",
               .set =
                   [flags](std::string_view text) {
                     AddToList(text, &flags->exclude);
                     return Status::Ok();
                   },
               .repeatable = true});
  parser->Add({.name = "--from",
               .value = "POSITION",
               .help = "Where to begin: latest, earliest, FILE:OFFSET, FILE:OFFSET:ORDINAL (after "
                       "that entry), a GTID set, or a time such as 2026-11-21T10:00:00Z.",
               .set = [flags](std::string_view text) {
                 flags->from = text;
                 return flags->options.Set("source.start", text);
               }});
  parser->Add({.name = "--until",
               .value = "POSITION",
               .help = "Where to end: latest (what is the end now), FILE:OFFSET, or a time.",
               .set = [flags](std::string_view text) {
                 if (text.empty()) return Usage("--until needs a position");
                 flags->until = text;
                 return flags->options.Set("source.until", text);
               }});
  parser->Add({.name = "--limit",
               .value = "N",
               .help = "End after N entries; begin, commit and DDL count too.",
               .set = [flags](std::string_view text) { return ParseLimit(text, &flags->limit); }});
  parser->Add({.name = "--format",
               .value = "FORMAT",
               .help = "pretty (default): blocks for people; json: one object a line.",
               .set = [flags](std::string_view text) {
                 const auto format = ParseFormat(text);
                 if (!format.ok()) return format.status();
                 flags->format = *format;
                 return Status::Ok();
               }});
  AddOptionFlag(&flags->options, parser);
}

Status FinishOptions(FollowFlags* flags) {
  for (const auto& [key, list] :
       {std::pair("filter.tables", &flags->tables), std::pair("filter.exclude", &flags->exclude)}) {
    if (list->empty()) continue;
    if (flags->options.IsSet(key)) {
      return Usage(fmt::format("--option {} and the flag of the same meaning: keep one", key));
    }
    if (Status s = flags->options.Set(key, *list); !s.ok()) return s;
  }
  if (!flags->options.IsSet("log.level")) {
    if (Status s = flags->options.Set("log.level", "warning"); !s.ok()) return s;
  }
  flags->options.SetLogger([](towpath::LogLevel level, std::string_view message) {
    // What ends the stream comes as a status too, and is printed from there.
    if (level != towpath::LogLevel::kError) PrintError(message);
  });
  return Status::Ok();
}

Status PrintEntries(towpath::Stream& stream, StopSignal& stop, Output& output, Progress& progress,
                    uint64_t* left) {
  // Only a progress line needs to wake up without an entry.
  const std::chrono::milliseconds wait(progress.enabled() ? 200 : -1);
  towpath::Position last;
  while (*left > 0) {
    const auto max = static_cast<size_t>(std::min<uint64_t>(*left, kBatchEntries));
    const auto batch = stream.GetWithoutAck(max, wait);
    if (!batch.ok()) {
      if (batch.code() == Code::kEnd) return Status::Ok();
      if (batch.code() == Code::kClosed && stop.stopped()) return Status::Ok();
      return batch.status();
    }
    for (const towpath::Entry entry : *batch) {
      if (Status s = output.Print(entry); !s.ok()) {
        if (s.code() == Code::kCorrupted) static_cast<void>(output.Flush());  // what came before
        return s;
      }
      if (*left > 0) --*left;  // batch.whole_transactions may hand out more than asked for
    }
    if (!batch->empty() && progress.enabled()) {
      progress.Count(batch->size());
      last = (*batch)[batch->size() - 1].position();
    }
    progress.Show(last);
    // Acknowledged is only what has been written.
    if (Status s = output.Flush(); !s.ok()) return s;
    if (batch->mark() == towpath::Batch::kNoMark) continue;
    if (Status s = stream.Ack(batch->mark()); !s.ok()) {
      return s.code() == Code::kClosed && stop.stopped() ? Status::Ok() : s;
    }
  }
  return Status::Ok();
}

int ReportOpenError(const Status& status) {
  PrintError(status.ToString());
  switch (status.code()) {
    case Code::kInvalidArgument:
    case Code::kUnknownOption:
    case Code::kInvalidOption:
    case Code::kInvalidName:
    case Code::kInvalidFilter:
    case Code::kInvalidPosition:
      return kUsage;
    default:
      return kFailed;
  }
}

int ReportUsage(const std::string& command, const Status& status) {
  PrintError(fmt::format("{}\nsee: towpath {} --help", status.message(), command));
  return kUsage;
}

}  // namespace tool
