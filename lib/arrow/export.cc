#include "arrow/export.h"

#include <bit>
#include <cerrno>
#include <string>
#include <utility>

namespace towpath::arrow {
namespace {

// The children and the dictionary of a schema or array, released with it unless they were moved
// elsewhere before, as the interface allows: what was moved has no release.
template <typename T>
class Parts {
 public:
  ~Parts() {
    for (T& child : children_) Release(&child);
    Release(&dictionary_);
  }
  // Pointers to children stay valid: there are `count` of them at most.
  void Reserve(size_t count) {
    children_.reserve(count);
    pointers_.reserve(count);
  }
  T* AddChild() {
    T* const child = &children_.emplace_back(T{});
    pointers_.push_back(child);
    return child;
  }
  T* AddDictionary() {
    has_dictionary_ = true;
    return &dictionary_;
  }
  void SetOn(T* parent) {
    parent->n_children = static_cast<int64_t>(children_.size());
    parent->children = pointers_.empty() ? nullptr : pointers_.data();
    parent->dictionary = has_dictionary_ ? &dictionary_ : nullptr;
  }

 private:
  static void Release(T* part) {
    if (part->release != nullptr) part->release(part);
  }

  std::vector<T> children_;
  std::vector<T*> pointers_;
  T dictionary_{};
  bool has_dictionary_ = false;
};

struct SchemaNode {
  std::string format;
  std::string name;
  std::string metadata;
  Parts<ArrowSchema> parts;
};

struct ArrayNode {
  std::shared_ptr<const void> keep;  // owns the buffers
  std::vector<const void*> buffers;
  Parts<ArrowArray> parts;
};

template <typename Node, typename T>
void ReleaseNode(T* exported) {
  delete static_cast<Node*>(exported->private_data);
  exported->release = nullptr;
}

void SetSchema(std::unique_ptr<SchemaNode> node, bool nullable, ArrowSchema* out) {
  *out = {};
  out->format = node->format.c_str();
  out->name = node->name.c_str();
  out->metadata = node->metadata.empty() ? nullptr : node->metadata.data();
  out->flags = nullable ? ARROW_FLAG_NULLABLE : 0;
  node->parts.SetOn(out);
  out->release = &ReleaseNode<SchemaNode, ArrowSchema>;
  out->private_data = node.release();
}

std::unique_ptr<SchemaNode> MakeSchemaNode(std::string format, std::string name) {
  auto node = std::make_unique<SchemaNode>();
  node->format = std::move(format);
  node->name = std::move(name);
  return node;
}

void ExportField(const Field& field, ArrowSchema* out) {
  auto node = MakeSchemaNode(field.format, field.name);
  if (field.json) {
    node->metadata =
        EncodeMetadata({{"ARROW:extension:name", "arrow.json"}, {"ARROW:extension:metadata", ""}});
  }
  switch (field.form) {
    case Form::kEnum:
      SetSchema(MakeSchemaNode("u", ""), true, node->parts.AddDictionary());
      break;
    case Form::kVector:
    case Form::kTextList:
      node->parts.Reserve(1);
      SetSchema(MakeSchemaNode(field.form == Form::kVector ? "f" : "u", "item"), true,
                node->parts.AddChild());
      break;
    default:
      break;
  }
  SetSchema(std::move(node), true, out);
}

std::unique_ptr<ArrayNode> MakeArrayNode(std::shared_ptr<const void> keep,
                                         std::vector<const void*> buffers) {
  auto node = std::make_unique<ArrayNode>();
  node->keep = std::move(keep);
  node->buffers = std::move(buffers);
  return node;
}

void SetArray(std::unique_ptr<ArrayNode> node, size_t length, size_t nulls, ArrowArray* out) {
  *out = {};
  out->length = static_cast<int64_t>(length);
  out->null_count = static_cast<int64_t>(nulls);
  out->n_buffers = static_cast<int64_t>(node->buffers.size());
  out->buffers = node->buffers.data();
  node->parts.SetOn(out);
  out->release = &ReleaseNode<ArrayNode, ArrowArray>;
  out->private_data = node.release();
}

// Some readers do not take a null pointer for a buffer of no bytes.
const void* NotNull(const void* buffer) {
  static constexpr uint64_t kNothing = 0;
  return buffer != nullptr ? buffer : &kNothing;
}

void ExportTexts(std::shared_ptr<const Texts> texts, size_t count, ArrowArray* out) {
  const Texts& t = *texts;
  SetArray(MakeArrayNode(std::move(texts), {nullptr, t.offsets(), NotNull(t.bytes())}), count, 0,
           out);
}

size_t CountNulls(const uint8_t* valid, size_t rows) {
  size_t set = 0;
  for (size_t i = 0; i < rows / 8; ++i) set += static_cast<size_t>(std::popcount(valid[i]));
  if (rows % 8 != 0) {
    set += static_cast<size_t>(
        std::popcount(static_cast<uint8_t>(valid[rows / 8] & ((1u << rows % 8) - 1))));
  }
  return rows - set;
}

void ExportColumn(const std::shared_ptr<const Record>& record, const ColumnData& column,
                  ArrowArray* out) {
  const Field& field = *column.field;
  const size_t rows = record->rows();
  const size_t nulls = column.valid.size() != 0 ? CountNulls(column.valid.data(), rows) : 0;
  auto node = MakeArrayNode(
      record, {nulls != 0 ? column.valid.data() : nullptr, NotNull(column.values.data())});
  switch (field.form) {
    case Form::kUtf8:
    case Form::kMadeText:
    case Form::kBinary:
      node->buffers.push_back(NotNull(column.bytes.data()));
      break;
    case Form::kVector:
      node->parts.Reserve(1);
      SetArray(MakeArrayNode(record, {nullptr, NotNull(column.bytes.data())}),
               column.bytes.size() / sizeof(float), 0, node->parts.AddChild());
      break;
    case Form::kTextList:
      node->parts.Reserve(1);
      SetArray(MakeArrayNode(record, {nullptr, column.items.data(), NotNull(column.bytes.data())}),
               column.items.size() / sizeof(int32_t) - 1, 0, node->parts.AddChild());
      break;
    case Form::kEnum: {
      ArrowArray* const dictionary = node->parts.AddDictionary();
      if (field.labels == nullptr) {
        ExportTexts({record, &record->files()}, record->files().size(), dictionary);
      } else {
        const size_t unused = field.extra_label && !column.extra_label_met ? 1 : 0;
        ExportTexts(field.labels, field.labels->size() - unused, dictionary);
      }
      break;
    }
    default:
      break;
  }
  SetArray(std::move(node), rows, nulls, out);
}

struct StreamState {
  std::shared_ptr<const TableData> table;
  size_t next = 0;
  const char* error = nullptr;
};

// The callbacks of a stream: what `work` throws is told as an error number.
template <typename Work>
int Guard(ArrowArrayStream* stream, Work&& work) noexcept {
  auto* const state = static_cast<StreamState*>(stream->private_data);
  try {
    work(state);
    state->error = nullptr;
    return 0;
  } catch (...) {
    state->error = "out of memory";
    return ENOMEM;
  }
}

int GetSchema(ArrowArrayStream* stream, ArrowSchema* out) {
  return Guard(stream, [out](StreamState* state) {
    ExportSchema(state->table->records.front()->fields(), out);
  });
}

int GetNext(ArrowArrayStream* stream, ArrowArray* out) {
  return Guard(stream, [out](StreamState* state) {
    *out = {};
    if (state->next == state->table->records.size()) return;
    ExportRecord(state->table->records[state->next], out);
    ++state->next;
  });
}

const char* GetLastError(ArrowArrayStream* stream) {
  return static_cast<StreamState*>(stream->private_data)->error;
}

}  // namespace

void ExportSchema(const Fields& fields, ArrowSchema* out) {
  auto node = MakeSchemaNode("+s", "");
  node->metadata = fields.metadata();
  node->parts.Reserve(fields.all().size());
  for (const Field& field : fields.all()) ExportField(field, node->parts.AddChild());
  SetSchema(std::move(node), false, out);
}

void ExportRecord(const std::shared_ptr<const Record>& record, ArrowArray* out) {
  auto node = MakeArrayNode(nullptr, {nullptr});
  node->parts.Reserve(record->columns().size());
  for (const ColumnData& column : record->columns())
    ExportColumn(record, column, node->parts.AddChild());
  SetArray(std::move(node), record->rows(), 0, out);
}

void ExportStream(std::shared_ptr<const TableData> table, ArrowArrayStream* out) {
  auto state = std::make_unique<StreamState>();
  state->table = std::move(table);
  *out = {};
  out->get_schema = &GetSchema;
  out->get_next = &GetNext;
  out->get_last_error = &GetLastError;
  out->release = &ReleaseNode<StreamState, ArrowArrayStream>;
  out->private_data = state.release();
}

}  // namespace towpath::arrow
