// Differences of JSON documents: what an UPDATE did to a document, instead of the document
// (binlog_row_value_options=PARTIAL_JSON), and how to do the same to one that is at hand.
//
//   {operation u8, path, value: not for remove}*; path and value begin with their length-encoded
//   length; the value is a document of its own. None at all: the document stayed as it was.
// Paths begin with $; then legs: .name, ."name" with the escapes of a JSON string, [n], [last],
// [last-n]. They name one place: no wildcards, and a value is no array of one. Source: MySQL
// json_diff.h and json_path.h.
#ifndef TOWPATH_LIB_BINLOG_JSON_DIFF_H_
#define TOWPATH_LIB_BINLOG_JSON_DIFF_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "binlog/json_binary.h"
#include "towpath/status.h"

namespace towpath::binlog {

enum class JsonOperation : uint8_t {
  kReplace = 0,  // the value at the path
  kInsert = 1,   // a member that was not there; or in an array, before the element of the path
  kRemove = 2,
};

struct JsonDifference {
  JsonOperation operation = JsonOperation::kReplace;
  std::string_view path;
  std::span<const uint8_t> value;  // empty also stands for the literal null
};

class JsonDiffReader {
 public:
  explicit JsonDiffReader(std::span<const uint8_t> differences) : in_(differences) {}
  // False at the end, and when the bytes can not be right: then ok() is false.
  bool Next(JsonDifference* out);
  bool ok() const { return ok_; }

 private:
  ByteReader in_;
  bool ok_ = true;
};

// Appends [{"op":"replace","path":"$.a[2]","value":1},{"op":"remove","path":"$.b"}] in UTF-8; the
// values as AppendJson has them. False, and nothing appended, when the bytes can not be right.
bool AppendJsonDiff(std::span<const uint8_t> differences, std::string* out);

// One step of a path.
struct JsonLeg {
  bool is_member = false;
  bool from_end = false;  // [last-index]
  uint64_t index = 0;
  std::string_view name;  // valid until the next leg is read when `escaped`, else as the path
  bool escaped = false;   // the path has the name in other bytes
};

class JsonPathReader {
 public:
  // The path without its $; nothing to read when it has none.
  explicit JsonPathReader(std::string_view path);
  // False at the end, and when what follows is no leg: then ok() is false.
  bool Next(JsonLeg* leg);
  bool at_end() const { return rest_.empty(); }
  bool ok() const { return ok_; }

 private:
  bool ReadName(JsonLeg* leg);
  bool ReadQuoted(JsonLeg* leg);
  bool ReadIndex(JsonLeg* leg);

  std::string_view rest_;
  std::string unescaped_;
  bool ok_ = true;
};

// Applies differences to documents. Only the containers on a difference's path are taken apart;
// all else is copied as it is. Keeps its working memory: one for each thread that needs one.
//
// Memory and the result are at most a small multiple of what is given, also when a document was
// made to refer to the same bytes many times.
class JsonPatcher {
 public:
  // Appends the document that the differences, one after the other, make of `document`. kCorrupted
  // when one does not fit what the ones before it left, or bytes can not be right: then `out` is as
  // it was.
  Status Apply(std::span<const uint8_t> document, std::span<const uint8_t> differences,
               std::vector<uint8_t>* out);

 private:
  // A value: bytes of the document or of a difference, or, once opened, a container in opened_.
  struct Node {
    const uint8_t* data = nullptr;
    uint32_t size = 0;  // of data; opened: the index
    JsonType type = JsonType::kLiteral;
    bool opened = false;
  };
  struct Opened {
    bool object = false;
    bool large = false;  // set by Measure
    uint64_t size = 0;   // set by Measure
    std::vector<std::string_view> keys;
    std::vector<Node> values;
  };

  static bool MakeNode(const JsonSlot& slot, Node* node);
  Opened* Open(Node* node);
  bool ApplyOne(const JsonDifference& difference);
  bool Change(const JsonDifference& difference, const JsonLeg& leg, size_t place,
              Opened* container);
  uint64_t Measure(Opened* container);
  void Write(const Opened& container, uint8_t* to) const;
  void ForgetLarge();

  Node root_;
  std::vector<std::unique_ptr<Opened>> opened_;  // the first opened_count_ are in use
  size_t opened_count_ = 0;
  uint64_t members_left_ = 0;      // that may yet be taken apart
  std::deque<std::string> names_;  // of inserted members whose path has them escaped
};

}  // namespace towpath::binlog

#endif  // TOWPATH_LIB_BINLOG_JSON_DIFF_H_
