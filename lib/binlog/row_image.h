// Row images: the values of one row, as rows events have them.
//
//   null bitmap: one bit for each *present* column, LSB first; then the values of those that are
//   present and not NULL, in column order, each in the storage form of its column.
#ifndef TOWPATH_LIB_BINLOG_ROW_IMAGE_H_
#define TOWPATH_LIB_BINLOG_ROW_IMAGE_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "model/entry_data.h"
#include "model/row_layout.h"
#include "towpath/status.h"
#include "towpath/value.h"

namespace towpath::binlog {

// How many of the first `columns` bits are set.
size_t CountBits(const uint8_t* bitmap, size_t columns);

// Reads the image at `next` into `values`, one for each column of the layout that is not left out.
// `present` is the number of bits set in `bitmap`. Returns the byte behind the image, or null when
// it does not fit before `end`, or a value can not be right: then *bad_column says which, counting
// those left out too.
const uint8_t* ReadImage(const model::RowLayout& layout, const uint8_t* bitmap, size_t present,
                         const uint8_t* next, const uint8_t* end, Value* values,
                         size_t* bad_column);

// The same without the values.
const uint8_t* SkipImage(const model::RowLayout& layout, const uint8_t* bitmap, size_t present,
                         const uint8_t* next, const uint8_t* end);

// What a row is reported as that can not be read: `row` from 0, `column` of the layout.
Status BadRow(const model::EntryData& data, size_t row, size_t column);

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_ROW_IMAGE_H_
