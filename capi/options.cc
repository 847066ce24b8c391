// Options, the option table and the log callback of the C ABI.
#include "internal.h"

using namespace towpath;        // NOLINT(google-build-using-namespace)
using namespace towpath::capi;  // NOLINT(google-build-using-namespace)

towpath_options* towpath_options_new(void) {
  try {
    return new towpath_options;
  } catch (...) {
    return nullptr;
  }
}

void towpath_options_free(towpath_options* options) { delete options; }

towpath_status towpath_options_set(towpath_options* options, const char* key, const char* value,
                                   towpath_error** error) {
  return Guard("towpath_options_set", error, {{"options", options}, {"key", key}, {"value", value}},
               [&] { return options->cpp.Set(key, value); });
}

towpath_status towpath_options_get(const towpath_options* options, const char* key,
                                   towpath_buffer** value, towpath_error** error) {
  if (value != nullptr) *value = nullptr;
  return Guard("towpath_options_get", error, {{"options", options}, {"key", key}, {"value", value}},
               [&] {
                 Result<std::string> text = options->cpp.Get(key);
                 if (!text.ok()) return text.status();
                 *value = MakeBuffer(std::move(*text));
                 return Status::Ok();
               });
}

size_t towpath_options_count(void) { return OptionTable().size(); }

towpath_status towpath_options_describe(size_t index, towpath_option* option,
                                        towpath_error** error) {
  return Guard("towpath_options_describe", error, {{"option", option}}, [&] {
    if (index >= OptionTable().size()) {
      return Status(Code::kInvalidArgument, "option " + std::to_string(index) + " of " +
                                                std::to_string(OptionTable().size()) +
                                                ": the index begins at 0");
    }
    const OptionSpec& spec = OptionTable()[index];
    towpath_option out{};
    out.type = static_cast<int32_t>(spec.type);
    out.key = Text(spec.key);
    out.default_value = Text(spec.default_value);
    out.choices = Text(spec.choices);
    out.doc = Text(spec.doc);
    out.min = spec.min;
    out.max = spec.max;
    out.secret = spec.secret ? 1 : 0;
    return CopyOut(out, option, "towpath_option");
  });
}

towpath_status towpath_log_set_callback(towpath_options* options, towpath_log_callback callback,
                                        void* user_data, towpath_error** error) {
  return Guard("towpath_log_set_callback", error, {{"options", options}}, [&] {
    if (callback == nullptr) {
      options->cpp.SetLogger(nullptr);
    } else {
      options->cpp.SetLogger([callback, user_data](LogLevel level, std::string_view message) {
        callback(user_data, static_cast<int32_t>(level), message.data(), message.size());
      });
    }
    return Status::Ok();
  });
}
