// Version, statuses, errors and buffers of the C ABI.
#include <stdexcept>

#include "internal.h"
#include "towpath/version.h"

namespace towpath::capi {

towpath_status Report(const Status& status, towpath_error** error) noexcept {
  if (status.ok()) return TOWPATH_OK;
  if (error != nullptr) {
    try {
      *error = new towpath_error{status.code(), status.message()};
    } catch (...) {
      *error = nullptr;
    }
  }
  return static_cast<towpath_status>(status.code());
}

towpath_status ReportException(towpath_error** error) noexcept {
  try {
    try {
      throw;
    } catch (const std::bad_alloc&) {
      return Report(Status(Code::kOutOfMemory, "out of memory"), error);
    } catch (const std::length_error& e) {
      return Report(Status(Code::kOutOfMemory, std::string("a size beyond memory: ") + e.what()),
                    error);
    } catch (const std::exception& e) {
      return Report(Status(Code::kInternal, std::string("unexpected exception: ") + e.what()),
                    error);
    } catch (...) {
      return Report(Status(Code::kInternal, "unexpected exception of an unknown type"), error);
    }
  } catch (...) {  // no memory for the message
    return TOWPATH_OUT_OF_MEMORY;
  }
}

Status CheckArguments(const char* function, std::initializer_list<Required> arguments) {
  for (const Required& argument : arguments) {
    if (argument.pointer == nullptr) {
      return Status(Code::kInvalidArgument,
                    std::string(function) + ": " + argument.name + " is NULL");
    }
  }
  return Status::Ok();
}

namespace {
// A buffer whose memory is a string's; `head` first, so that the pointers convert.
struct StringBuffer {
  towpath_buffer head;
  std::string text;
};
}  // namespace

towpath_buffer* MakeBuffer(std::string text) {
  auto* buffer = new StringBuffer{{nullptr, 0}, std::move(text)};
  buffer->head = {buffer->text.data(), buffer->text.size()};
  return &buffer->head;
}

}  // namespace towpath::capi

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

// The C and the C++ headers have one version. (Each by itself: some are the same number by chance,
// which clang-tidy takes for a slip.)
static_assert(TOWPATH_C_VERSION_MAJOR == TOWPATH_VERSION_MAJOR);
static_assert(TOWPATH_C_VERSION_MINOR == TOWPATH_VERSION_MINOR);
static_assert(TOWPATH_C_VERSION_PATCH == TOWPATH_VERSION_PATCH);

int32_t towpath_version(void) { return TOWPATH_C_VERSION; }

const char* towpath_version_string(void) { return VersionString().data(); }

// CodeName returns string literals, which end with NUL.
const char* towpath_status_name(towpath_status status) {
  return CodeName(static_cast<Code>(status)).data();
}

towpath_status towpath_error_code(const towpath_error* error) {
  return error != nullptr ? static_cast<towpath_status>(error->code) : TOWPATH_OK;
}

const char* towpath_error_message(const towpath_error* error) {
  return error != nullptr ? error->message.c_str() : "";
}

void towpath_error_free(towpath_error* error) { delete error; }

void towpath_buffer_free(towpath_buffer* buffer) {
  delete reinterpret_cast<capi::StringBuffer*>(buffer);
}
