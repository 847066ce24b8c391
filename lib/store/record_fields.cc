#include "store/record_fields.h"

#include <libdeflate.h>

#include "fmt/format.h"
#include "model/text.h"

namespace towpath::store {
namespace {

constexpr std::string_view kNotKnown = "-";

enum Field : size_t {
  kServer,
  kFile,
  kOffset,
  kGtids,
  kAfter,
  kAfterGtid,
  kNotBefore,
  kAcked,
  kAckedGtid,
  kProcessed,
  kProcessedGtid,
  kProcessedGtids,
  kProcessedElsewhere,
  kLeftOut,
  kNextMark,
  kFlavor,
  kServerVersion,
  kCreated,
  kUpdated,
  kFileCreated,
  kPart,
  kProcessedPart,
  kPartsElsewhere,
  kKnown,
  kKnownOrigins,
  kChecksum,
};
static_assert(kChecksum + 1 == kRecordFields.size());

std::string Checksum(const RecordFields& fields) {
  uint32_t crc = 0;
  for (size_t i = 0; i < kChecksum; ++i) {
    if (i >= kFirstNewField) {
      if (fields[i].empty()) continue;
      // Which of them it is.
      crc = libdeflate_crc32(crc, kRecordFields[i].data(), kRecordFields[i].size());
    }
    crc = libdeflate_crc32(crc, fields[i].c_str(), fields[i].size() + 1);
  }
  return fmt::format("{:08x}", crc);
}

std::string_view FlavorText(Flavor flavor) {
  switch (flavor) {
    case Flavor::kMysql:
      return "mysql";
    case Flavor::kMariadb:
      return "mariadb";
    case Flavor::kUnknown:
      break;
  }
  return "";
}

// Reads fields and remembers the first that can not be right.
class FieldReader {
 public:
  explicit FieldReader(const RecordFields& fields) : fields_(fields) {}

  template <typename T>
  void Number(Field field, T* out) {
    if (const auto number = model::ParseNumber<T>(fields_[field])) {
      *out = *number;
    } else {
      Fail(field);
    }
  }

  void Place(Field text, Field gtid, Position* out) {
    if (fields_[text].empty()) return;
    auto position = Position::Parse(fields_[text]);
    if (!position.ok()) return Fail(text);
    *out = *std::move(position);
    if (fields_[gtid].empty()) return;
    auto parsed = Gtid::Parse(fields_[gtid]);
    if (!parsed.ok()) return Fail(gtid);
    out->gtid = *std::move(parsed);
  }

  void Set(Field field, GtidSet* out) {
    auto set = GtidSet::Parse(fields_[field]);
    if (!set.ok()) return Fail(field);
    *out = *std::move(set);
  }

  void Piece(Field field, std::string_view text, model::Part* out) {
    auto part = model::Part::Parse(text);
    if (!part.ok()) return Fail(field);
    *out = *std::move(part);
  }

  void Fail(Field field) {
    if (!status_.ok()) return;
    status_ = Status(Code::kCorrupted,
                     fmt::format("field {} holds \"{}\"", kRecordFields[field], fields_[field]));
  }

  const Status& status() const { return status_; }

 private:
  const RecordFields& fields_;
  Status status_;
};

}  // namespace

RecordFields EncodeRecord(const StreamRecord& record) {
  RecordFields f;
  f[kServer] = record.ack.server_uuid;
  f[kFile] = record.ack.file;
  f[kOffset] = fmt::to_string(record.ack.offset);
  f[kGtids] = record.ack.gtids_known ? record.ack.gtids.ToString() : std::string(kNotKnown);
  f[kAfter] = record.ack.after.empty() ? "" : record.ack.after.ToResumeString();
  f[kAfterGtid] = record.ack.after.gtid.ToString();
  f[kNotBefore] = fmt::to_string(record.ack.not_before_us);
  f[kAcked] = record.acked.empty() ? "" : record.acked.ToResumeString();
  f[kAckedGtid] = record.acked.gtid.ToString();
  f[kProcessed] = record.processed.empty() ? "" : record.processed.ToResumeString();
  f[kProcessedGtid] = record.processed.gtid.ToString();
  f[kProcessedGtids] =
      record.processed_gtids ? record.processed_gtids->ToString() : std::string(kNotKnown);
  f[kProcessedElsewhere] = record.processed_elsewhere.ToString();
  f[kLeftOut] = record.left_out.ToString();
  f[kNextMark] = fmt::to_string(record.next_mark);
  f[kFlavor] = FlavorText(record.flavor);
  f[kServerVersion] = record.server_version;
  f[kCreated] = fmt::to_string(record.created_us);
  f[kUpdated] = fmt::to_string(record.updated_us);
  if (record.ack.file_created != 0) f[kFileCreated] = fmt::to_string(record.ack.file_created);
  f[kPart] = record.ack.part.ToString();
  f[kProcessedPart] = record.processed_part.ToString();
  for (const model::Part& part : record.parts_elsewhere) {
    if (!f[kPartsElsewhere].empty()) f[kPartsElsewhere] += ' ';
    f[kPartsElsewhere] += part.ToString();
  }
  f[kKnown] = record.ack.known.ToString();
  f[kKnownOrigins] = record.ack.known_origins.ToString();
  f[kChecksum] = Checksum(f);
  return f;
}

Result<StreamRecord> DecodeRecord(const RecordFields& fields) {
  if (fields[kChecksum] != Checksum(fields)) {
    return Status(Code::kCorrupted, "its checksum does not match");
  }
  FieldReader read(fields);
  StreamRecord record;
  record.ack.server_uuid = fields[kServer];
  record.ack.file = fields[kFile];
  read.Number(kOffset, &record.ack.offset);
  record.ack.gtids_known = fields[kGtids] != kNotKnown;
  if (record.ack.gtids_known) read.Set(kGtids, &record.ack.gtids);
  read.Place(kAfter, kAfterGtid, &record.ack.after);
  read.Number(kNotBefore, &record.ack.not_before_us);
  read.Place(kAcked, kAckedGtid, &record.acked);
  read.Place(kProcessed, kProcessedGtid, &record.processed);
  if (fields[kProcessedGtids] != kNotKnown) {
    read.Set(kProcessedGtids, &record.processed_gtids.emplace());
  }
  read.Set(kProcessedElsewhere, &record.processed_elsewhere);
  read.Set(kLeftOut, &record.left_out);
  read.Number(kNextMark, &record.next_mark);
  if (record.next_mark < 1) read.Fail(kNextMark);
  if (fields[kFlavor] == FlavorText(Flavor::kMysql)) {
    record.flavor = Flavor::kMysql;
  } else if (fields[kFlavor] == FlavorText(Flavor::kMariadb)) {
    record.flavor = Flavor::kMariadb;
  } else if (!fields[kFlavor].empty()) {
    read.Fail(kFlavor);
  }
  record.server_version = fields[kServerVersion];
  read.Number(kCreated, &record.created_us);
  read.Number(kUpdated, &record.updated_us);
  if (!fields[kFileCreated].empty()) read.Number(kFileCreated, &record.ack.file_created);
  read.Piece(kPart, fields[kPart], &record.ack.part);
  read.Piece(kProcessedPart, fields[kProcessedPart], &record.processed_part);
  if (!fields[kPartsElsewhere].empty()) {
    for (const std::string_view text : model::Split(fields[kPartsElsewhere], ' ')) {
      read.Piece(kPartsElsewhere, text, &record.parts_elsewhere.emplace_back());
    }
  }
  read.Set(kKnown, &record.ack.known);
  if (auto origins = model::OriginState::Parse(fields[kKnownOrigins]); origins.ok()) {
    record.ack.known_origins = *std::move(origins);
  } else {
    read.Fail(kKnownOrigins);
  }
  if (!read.status().ok()) return read.status();
  return record;
}

}  // namespace towpath::store
