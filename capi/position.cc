// Positions of the C ABI.
#include "internal.h"
#include "towpath/gtid.h"

namespace towpath::capi {

towpath_position View(const Position& position, std::string_view gtid) {
  towpath_position out{};
  out.struct_size = sizeof(out);
  out.ordinal = position.ordinal;
  out.offset = position.offset;
  out.transaction_offset = position.transaction_offset;
  out.file = Text(position.file);
  out.gtid = Text(gtid);
  return out;
}

Result<Position> FromC(const towpath_position& position) {
  if (position.struct_size < sizeof(towpath_position)) {
    return Status(Code::kInvalidArgument, "towpath_position.struct_size is " +
                                              std::to_string(position.struct_size) +
                                              ", expected sizeof(towpath_position), which is " +
                                              std::to_string(sizeof(towpath_position)));
  }
  const auto given = [](const towpath_text& text) {
    return text.data != nullptr || text.size == 0;
  };
  if (!given(position.file) || !given(position.gtid)) {
    return Status(Code::kInvalidArgument, "towpath_position has a text with a size and no data");
  }
  Position out;
  out.file.assign(position.file.data != nullptr ? position.file.data : "", position.file.size);
  out.offset = position.offset;
  out.ordinal = position.ordinal;
  out.transaction_offset = position.transaction_offset;
  if (position.gtid.size != 0) {
    Result<Gtid> gtid = Gtid::Parse({position.gtid.data, position.gtid.size});
    if (!gtid.ok()) return gtid.status();
    out.gtid = std::move(*gtid);
  }
  return out;
}

}  // namespace towpath::capi

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

towpath_status towpath_position_parse(const char* text, towpath_position* position,
                                      towpath_error** error) {
  return Guard("towpath_position_parse", error, {{"text", text}, {"position", position}}, [&] {
    Result<Position> parsed = Position::Parse(text);
    if (!parsed.ok()) return parsed.status();
    towpath_position out = View(*parsed, {});
    out.file.data = text;  // the text begins with the file's name
    return CopyOut(out, position, "towpath_position");
  });
}

towpath_status towpath_position_format(const towpath_position* position, towpath_buffer** text,
                                       towpath_error** error) {
  if (text != nullptr) *text = nullptr;
  return Guard("towpath_position_format", error, {{"position", position}, {"text", text}}, [&] {
    Result<Position> p = FromC(*position);
    if (!p.ok()) return p.status();
    *text = MakeBuffer(p->transaction_offset != 0 ? p->ToResumeString() : p->ToString());
    return Status::Ok();
  });
}

towpath_status towpath_position_compare(const towpath_position* a, const towpath_position* b,
                                        int32_t* order, towpath_error** error) {
  if (order != nullptr) *order = 0;
  return Guard("towpath_position_compare", error, {{"a", a}, {"b", b}, {"order", order}}, [&] {
    const Result<Position> left = FromC(*a);
    if (!left.ok()) return left.status();
    const Result<Position> right = FromC(*b);
    if (!right.ok()) return right.status();
    const std::strong_ordering result = ComparePositions(*left, *right);
    *order = result < 0 ? -1 : result > 0 ? 1 : 0;
    return Status::Ok();
  });
}
