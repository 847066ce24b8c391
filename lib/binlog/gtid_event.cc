#include "binlog/gtid_event.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "binlog/byte_reader.h"

namespace towpath::binlog {
namespace {

constexpr uint64_t kEndOfNumbers = INT64_MAX;  // MySQL: GNO_END, which is none itself
constexpr size_t kMaxTagSize = 32;

// MySQL's variable-length integer: the trailing one bits of the first byte count the bytes that
// follow; the value is what is above them.
uint64_t Varint(ByteReader& in) {
  const uint8_t first = in.U8();
  const auto more = static_cast<unsigned>(std::countr_one(first));
  if (more == 8) return in.Number(8);
  if (more == 0) return first >> 1;
  const uint64_t high = in.Number(more);
  // 8 - (more + 1) bits of the first byte are value bits.
  return uint64_t{first} >> (more + 1) | high << (7 - more);
}

int64_t SignedVarint(ByteReader& in) {
  const uint64_t raw = Varint(in);
  return static_cast<int64_t>(raw >> 1 ^ (0 - (raw & 1)));
}

}  // namespace

bool ParseMysqlGtid(std::span<const uint8_t> body, bool anonymous, GtidEvent* out) {
  ByteReader in(body);
  in.Skip(1);  // flags
  const auto uuid = in.Bytes(16);
  const uint64_t number = in.U64();
  if (!in.ok()) return false;
  out->gtid = Gtid();
  out->commit_timestamp_us = 0;
  out->standalone = false;
  out->alter_without_effect = false;
  if (!anonymous) {
    if (number == 0 || number >= kEndOfNumbers) return false;
    out->gtid.flavor = Flavor::kMysql;
    std::copy(uuid.begin(), uuid.end(), out->gtid.uuid.begin());
    out->gtid.number = number;
  }
  if (in.remaining() < 17 + 7) return true;
  if (in.U8() != 2) return true;  // logical timestamps of another kind
  in.Skip(16);
  uint64_t commit = in.Number(7);
  if ((commit & uint64_t{1} << 55) != 0) commit = in.Number(7);
  if (!in.ok()) return false;
  out->commit_timestamp_us = static_cast<int64_t>(commit);
  return true;
}

bool ParseTaggedGtid(std::span<const uint8_t> body, GtidEvent* out) {
  ByteReader in(body);
  const uint64_t version = Varint(in);
  const uint64_t size = Varint(in);
  const uint64_t last_required = Varint(in);
  if (!in.ok() || version != 1 || size > body.size()) return false;
  Gtid gtid;
  gtid.flavor = Flavor::kMysql;
  uint64_t immediate = 0;
  uint64_t original = 0;
  uint64_t previous = 0;
  bool first = true;
  const auto end = body.data() + size;
  while (in.ok() && in.position() < end) {
    const uint64_t field = Varint(in);
    if (!in.ok() || (!first && field <= previous)) return false;
    first = false;
    previous = field;
    switch (field) {
      case 0:  // flags
        Varint(in);
        break;
      case 1:
        for (uint8_t& byte : gtid.uuid) {
          const uint64_t value = Varint(in);
          if (value > 255) return false;
          byte = static_cast<uint8_t>(value);
        }
        break;
      case 2: {
        const int64_t number = SignedVarint(in);
        if (number <= 0 || static_cast<uint64_t>(number) >= kEndOfNumbers) return false;
        gtid.number = static_cast<uint64_t>(number);
        break;
      }
      case 3: {
        const uint64_t length = Varint(in);
        if (length > kMaxTagSize) return false;
        gtid.tag = in.Text(length);
        if (!gtid.tag.empty() && gtid.tag[0] >= '0' && gtid.tag[0] <= '9') return false;
        for (const char c : gtid.tag)
          if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_') return false;
        break;
      }
      case 4:  // last_committed
      case 5:  // sequence_number
        SignedVarint(in);
        break;
      case 6:
        immediate = Varint(in);
        break;
      case 7:
        original = Varint(in);
        break;
      case 8:   // transaction_length
      case 9:   // immediate_server_version
      case 10:  // original_server_version
      case 11:  // commit_group_ticket
        Varint(in);
        break;
      default:
        // Fields are not self-describing: what follows an unknown one can not be read. The event
        // says up to which field its meaning depends on all of them.
        if (field <= last_required) return false;
        in.Skip(in.remaining());
        break;
    }
  }
  if (!in.ok() || gtid.number == 0) return false;
  out->gtid = std::move(gtid);
  out->commit_timestamp_us = static_cast<int64_t>(original != 0 ? original : immediate);
  out->standalone = false;
  out->alter_without_effect = false;
  return true;
}

bool ParseMariadbGtid(std::span<const uint8_t> body, uint32_t server_id, GtidEvent* out) {
  constexpr uint8_t kStandalone = 0x01;
  constexpr uint8_t kGroupCommitId = 0x02;
  constexpr uint8_t kPreparedXa = 0x40;
  constexpr uint8_t kCompletedXa = 0x80;
  constexpr uint8_t kExtraMultiEngine = 0x01;
  constexpr uint8_t kExtraStartAlter = 0x02;
  constexpr uint8_t kExtraRollbackAlter = 0x08;

  ByteReader in(body);
  out->gtid.flavor = Flavor::kMariadb;
  out->gtid.number = in.U64();
  out->gtid.domain = in.U32();
  out->gtid.server_id = server_id;
  const uint8_t flags = in.U8();
  out->commit_timestamp_us = 0;
  out->standalone = (flags & kStandalone) != 0;
  out->alter_without_effect = false;
  if ((flags & kGroupCommitId) != 0) in.Skip(8);
  if ((flags & (kPreparedXa | kCompletedXa)) != 0) {
    in.Skip(4);  // format id
    const uint8_t gtrid = in.U8();
    const uint8_t bqual = in.U8();
    in.Skip(uint64_t{gtrid} + bqual);
  }
  if (!in.ok()) return false;
  if (!in.empty()) {
    const uint8_t extra = in.U8();
    if ((extra & kExtraMultiEngine) != 0) in.Skip(1);
    out->alter_without_effect = (extra & (kExtraStartAlter | kExtraRollbackAlter)) != 0;
    // What else is announced, and the padding, is not needed.
  }
  return in.ok();
}

}  // namespace towpath::binlog
