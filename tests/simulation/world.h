// World: one simulated history of a stream, made from a seed and checked by the oracle.
//
// A database writes, consumers use the stream, and somebody crashes the process, closes and opens
// the stream, moves the address to another server, takes servers down and up, cuts and refuses
// connections and purges binlogs. At the end all faults stop, and everything must arrive.
#ifndef TOWPATH_TESTS_SIMULATION_WORLD_H_
#define TOWPATH_TESTS_SIMULATION_WORLD_H_

#include <memory>
#include <string>
#include <vector>

#include "model/settings.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/scheduler.h"
#include "tests/simulation/source.h"
#include "tests/simulation/spill.h"
#include "tests/simulation/store.h"
#include "tests/simulation/topology.h"
#include "towpath/stream.h"

namespace towpath::test {

class World {
 public:
  // `keeps`: what the simulated store keeps its records in.
  World(Scheduler& scheduler, std::shared_ptr<store::Store> keeps);
  // To be run by the scheduler.
  void Run();
  // Entries that the oracle compared.
  uint64_t checked() const { return oracle_.checked(); }
  // How often an open stream went on with another server.
  uint64_t moves() const { return oracle_.moves(); }
  const SpillUse& spilled() const { return spilled_; }

 private:
  enum class Opened { kYes, kAgain, kNever };

  // Of the settings.
  void ChooseSettings();
  void ChooseStart();

  // The process.
  Opened Open();
  void OpenAgain();
  bool MayRefuse(Code code, const std::optional<store::StreamRecord>& saved) const;
  bool CanMove() const;
  bool ExplainFailure(const Status& why);
  void Crash();
  void Close();
  void WaitForCalls();

  // Actors.
  void RunDatabase();
  void RunConsumer();
  void Disturb();
  void Purge(bool cruel);
  void FinishAndDrain();

  // What consumers do.
  void Call();
  void Get(size_t max_entries, std::chrono::milliseconds timeout);
  void GetAndAck();
  void Ack();
  void RefusedAck();
  void Rollback();
  void RollbackTo();
  void MarkProcessed();
  void GetOutstanding();

  Random& random() { return scheduler_.random(); }

  Scheduler& scheduler_;
  Wanted wanted_;
  model::Settings settings_;
  SimulatedStore store_;
  std::shared_ptr<SimulatedStore> store_handle_;
  std::unique_ptr<Topology> topology_;
  SourceFaults source_faults_;
  SpillFaults spill_faults_;
  SpillUse spilled_;
  Oracle oracle_;

  SimulatedSource* source_ = nullptr;  // of the stream
  std::unique_ptr<Stream> stream_;
  int refusals_ = 0;     // by servers, since it was last open
  bool open_ = false;    // consumers may call
  bool ended_ = false;   // nothing more will happen
  bool quiet_ = false;   // the database stopped
  bool gate_ = false;    // a get with its ack, alone
  size_t calls_ = 0;     // under way
  uint64_t called_ = 0;  // in all
  size_t gets_ = 0;      // of them, gets and rollbacks
  uint64_t purges_ = 0;  // of files that somebody may need
  bool whole_was_too_large_ = false;
  Status failure_;  // of the stream that is open
  std::vector<Batch> kept_;
  std::unique_ptr<stream::Condition> turn_;  // any of these changed
};

}  // namespace towpath::test

#endif  // TOWPATH_TESTS_SIMULATION_WORLD_H_
