// FaultyLink: a stream of a real server through a proxy that fails, and everything it delivered.
//
//   FaultyLink link(server, tls);
//   link.Open();
//   link.proxy.Stall();
//   link.AwaitLog("not even a heartbeat");
//
// A thread gets and acknowledges as entries come.
#ifndef TOWPATH_TESTS_LIVE_FAULTY_LINK_H_
#define TOWPATH_TESTS_LIVE_FAULTY_LINK_H_

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/live/live_server.h"
#include "tests/support/faulting_proxy.h"
#include "tests/support/temp_folder.h"
#include "towpath/stream.h"

namespace towpath::live {

class FaultyLink {
 public:
  test::FaultingProxy proxy;
  Options options;  // until Open
  std::unique_ptr<Stream> stream;

  // Reconnects within milliseconds, has a heartbeat of half a second, and a store of its own.
  FaultyLink(const LiveServer& server, bool tls, const std::string& tables);
  ~FaultyLink();
  FaultyLink(const FaultyLink&) = delete;
  FaultyLink& operator=(const FaultyLink&) = delete;

  void Set(const std::string& key, const std::string& value);
  // Fails the test on an error. `consumes`: with the thread that gets and acknowledges.
  void Open(bool consumes = true);
  // Ends that thread, too.
  void Close();

  std::string store_path() const { return folder_.File("towpath.db"); }
  // Each entry as a line of JSON, in the order of delivery.
  std::vector<std::string> entries() const;
  // Waits until there are so many, or the stream failed; fails the test after a minute without a
  // new one and without a new connection. The status that ended the stream, if it failed.
  Status AwaitEntries(size_t count);
  // Waits for a log line that has `text` in it, from the beginning on; returns it. Fails the test
  // after a minute.
  std::string AwaitLog(const std::string& text);
  // The same for a status.
  void AwaitStatus(const std::function<bool(const StreamStatus&)>& wanted) const;

  // What a stream without a proxy has from `start` to the end as it is now.
  static std::vector<std::string> Uncut(const LiveServer& server, const std::string& start,
                                        const std::string& tables);

 private:
  void Consume();

  test::TempFolder folder_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<std::string> entries_;
  std::vector<std::string> log_;
  Status failure_;
  std::thread consumer_;
};

}  // namespace towpath::live

#endif  // TOWPATH_TESTS_LIVE_FAULTY_LINK_H_
