// Output: what the command prints, buffered, and entries printed in the format asked for.
#ifndef TOWPATH_EXAMPLES_TOWPATH_OUTPUT_H_
#define TOWPATH_EXAMPLES_TOWPATH_OUTPUT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "towpath/entry.h"
#include "towpath/status.h"

namespace tool {

enum class Format : uint8_t { kPretty, kJson };

// "pretty" or "json". kInvalidArgument names both.
towpath::Result<Format> ParseFormat(std::string_view text);

// Standard output. Bytes that can not be written are an error of code kIo; a reader that has gone
// (`| head`) is kClosed: whoever started us has seen enough.
class Output {
 public:
  explicit Output(Format format);

  // Appends to the buffer, which is written when it is large. kIo, kClosed, kCorrupted.
  towpath::Status Print(const towpath::Entry& entry);
  towpath::Status Flush();
  bool reader_gone() const { return reader_gone_; }

 private:
  const Format format_;
  const bool color_;
  std::string buffer_;
  bool reader_gone_ = false;
};

// Messages on standard error: "towpath: ...". Clears a progress line first.
void PrintError(std::string_view message);

}  // namespace tool

#endif  // TOWPATH_EXAMPLES_TOWPATH_OUTPUT_H_
