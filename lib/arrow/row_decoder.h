// RowDecoder: the rows of an entry, from the bytes of their images into the columns of a Record.
#ifndef TOWPATH_LIB_ARROW_ROW_DECODER_H_
#define TOWPATH_LIB_ARROW_ROW_DECODER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "arrow/record.h"
#include "model/entry_data.h"
#include "towpath/entry.h"
#include "towpath/status.h"

namespace towpath::arrow {

class RowDecoder {
 public:
  enum class Outcome {
    kRow,     // it was added
    kEnd,     // there is none any more
    kFull,    // a column of the record has no room for it: it comes again, for another record
    kFailed,  // status() says why
  };

  // What is known of earlier entries may be gone: they belonged to another batch.
  void Forget();
  // Begins with the rows of an entry that has some.
  void Start(const Entry& entry);
  // The next row, into a record whose fields describe the entry's table. It is complete after
  // Finish.
  Outcome Next(Record* record);
  // Fills the columns that the rows since Start, or since the last Finish, have in common. To be
  // called before another record is used, and at the end.
  void Finish(Record* record);

  const Status& status() const { return status_; }

 private:
  class Sink;
  // A value that has no place in its column.
  struct Exception {
    const ColumnData* column;
    Value value;
  };

  void Bind(Record* record);
  bool DecodeImages(Sink* sink, const uint8_t** next);
  bool AddExceptions(Record* record);

  const model::EntryData* data_ = nullptr;
  bool duplicate_ = false;
  const uint8_t* next_ = nullptr;
  const uint8_t* end_ = nullptr;
  size_t before_present_ = 0;
  size_t after_present_ = 0;
  size_t row_ = 0;          // of the entry
  bool empty_row_ = false;  // the next row has no bytes, because no column is present
  Status status_;

  // For which record, and for entries of which table and kind, the cells below are. Kept only while
  // all columns are present, the usual case.
  const Record* bound_ = nullptr;
  const model::TableVersion* bound_table_ = nullptr;
  EntryKind bound_kind_ = EntryKind::kHeartbeat;
  // By column of the layout, where its value goes; null: nowhere.
  std::vector<ColumnData*> latest_of_before_;
  std::vector<ColumnData*> before_;
  std::vector<ColumnData*> latest_of_after_;
  bool reads_latest_of_before_ = false;
  bool reads_before_ = false;
  // Columns of the table that are known; empty while all of them are.
  bool all_known_ = true;
  bool all_before_known_ = true;
  std::vector<size_t> known_;
  std::vector<size_t> before_known_;

  // The rows since the last Finish.
  size_t first_ = 0;      // in the record
  size_t first_row_ = 0;  // in the entry
  size_t most_ = 0;       // rows for which there is room in what Finish fills
  size_t excepted_ = 0;   // rows of the record that have their exceptions
  std::string gtid_;
  const model::Transaction* gtid_of_ = nullptr;

  std::vector<Exception> exceptions_;  // of the row
  std::string text_;
};

}  // namespace towpath::arrow

#endif  // TOWPATH_LIB_ARROW_ROW_DECODER_H_
