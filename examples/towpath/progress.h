// Progress: one line on the terminal that says how far long work has come.
//
// Shown only when standard error is a terminal and standard output is not (there the entries
// themselves show it), and only for work that takes more than a second.
#ifndef TOWPATH_EXAMPLES_TOWPATH_PROGRESS_H_
#define TOWPATH_EXAMPLES_TOWPATH_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>

#include "towpath/position.h"

namespace tool {

class Progress {
 public:
  Progress();
  ~Progress() { ClearLine(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  bool enabled() const { return enabled_; }
  // File being read and its size, for a percentage; 0: none is shown.
  void SetFileSize(uint64_t bytes) { file_size_ = bytes; }
  void Count(uint64_t entries) { entries_ += entries; }
  // Redraws the line when it is time to. `position`: of the last entry.
  void Show(const towpath::Position& position);

  // Removes the line, if there is one, before something else is printed.
  static void ClearLine();

 private:
  using Clock = std::chrono::steady_clock;

  const bool enabled_;
  const Clock::time_point started_ = Clock::now();
  Clock::time_point next_ = started_ + std::chrono::seconds(1);
  uint64_t file_size_ = 0;
  uint64_t entries_ = 0;
};

}  // namespace tool

#endif  // TOWPATH_EXAMPLES_TOWPATH_PROGRESS_H_
