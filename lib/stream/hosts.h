// Hosts: which server of a list the stream follows.
//
// A round tries the one that was followed last, then the others in their order, and ends with the
// first that can go on exactly where the stream stands. One that can not, because it is not
// reached, is not ready, or lacks something, is passed over, and its reason kept.
//
// Thread safety: one thread at a time.
#ifndef TOWPATH_LIB_STREAM_HOSTS_H_
#define TOWPATH_LIB_STREAM_HOSTS_H_

#include <cstddef>
#include <functional>
#include <string>

#include "model/settings.h"
#include "source/source.h"
#include "towpath/status.h"

namespace towpath::stream {

class Hosts {
 public:
  // Both must outlive it.
  Hosts(const model::Settings& settings, source::Source& source)
      : settings_(settings), source_(source) {}

  // One round. `go_on` is called with the source connected to a host, and makes it the one that is
  // followed or says why not. When none can go on: kConnection if one of them was not reached, so
  // that a later round may succeed, else the code of the first; with a list, the message has the
  // reason of each. What is not the host's fault (kClosed, kStore, ...) ends the round at once.
  Status Follow(const std::function<Status()>& go_on);

  bool many() const { return source_.hosts() > 1; }

 private:
  const model::Settings& settings_;
  source::Source& source_;
  size_t current_ = 0;
};

}  // namespace towpath::stream

#endif  // TOWPATH_LIB_STREAM_HOSTS_H_
