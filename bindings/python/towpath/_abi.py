"""The C ABI in ctypes: what towpath.h declares, and nothing more.

tests/test_abi.py compares every number, struct and function here with towpath.h.
"""

from __future__ import annotations

import ctypes
import os
import pathlib
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    byref,
    c_char,
    c_char_p,
    c_double,
    c_int32,
    c_int64,
    c_size_t,
    c_uint32,
    c_uint64,
    c_void_p,
)
from typing import Any

# The version of towpath.h that this file follows: major * 10000 + minor * 100 + patch.
VERSION = 100

SONAME = "libtowpath.so.0"


class Text(Structure):
    _fields_ = [("data", c_void_p), ("size", c_size_t)]

    def __str__(self) -> str:
        return ctypes.string_at(self.data, self.size).decode("utf-8", "replace") if self.size else ""


class Buffer(Structure):
    _fields_ = [("data", c_void_p), ("size", c_size_t)]


class Option(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("type", c_int32),
        ("key", Text),
        ("default_value", Text),
        ("choices", Text),
        ("doc", Text),
        ("min", c_int64),
        ("max", c_int64),
        ("secret", c_int32),
        ("reserved", c_int32),
    ]


class Position(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("ordinal", c_uint32),
        ("offset", c_uint64),
        ("transaction_offset", c_uint64),
        ("file", Text),
        ("gtid", Text),
    ]


class Finding(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("severity", c_int32),
        ("check", Text),
        ("found", Text),
        ("message", Text),
        ("remedy", Text),
    ]


class StreamInfo(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("state", c_int32),
        ("error_code", c_int32),
        ("reserved", c_uint32),
        ("error_message", Text),
        ("get_position", POINTER(Position)),
        ("ack_position", POINTER(Position)),
        ("processed", POINTER(Position)),
        ("read_position", POINTER(Position)),
        ("gtid_set", Text),
        ("next_mark", c_int64),
        ("oldest_mark", c_int64),
        ("outstanding", c_uint64),
        ("buffered_entries", c_uint64),
        ("buffered_bytes", c_uint64),
        ("reconnects", c_uint64),
        ("time_us", c_int64),
        ("opened_us", c_int64),
        ("state_age_us", c_int64),
        ("error_us", c_int64),
        ("reconnected_us", c_int64),
        ("last_received_us", c_int64),
        ("source_position", POINTER(Position)),
        ("resume_position", POINTER(Position)),
        ("end_position", POINTER(Position)),
        ("end_known_us", c_int64),
        ("lag_us", c_int64),
        ("read_lag_us", c_int64),
        ("lag_bytes", c_int64),
        ("read_lag_bytes", c_int64),
        ("last_event_us", c_int64),
        ("clock_offset_us", c_int64),
        ("at_end", c_int32),
        ("waiting_for_room", c_int32),
        ("events_read", c_uint64),
        ("bytes_read", c_uint64),
        ("transactions_read", c_uint64),
        ("entries_read", c_uint64),
        ("events_filtered", c_uint64),
        ("events_ignored", c_uint64),
        ("batches_delivered", c_uint64),
        ("entries_delivered", c_uint64),
        ("entries_acked", c_uint64),
        ("duplicates", c_uint64),
        ("rollbacks", c_uint64),
        ("entries_read_per_second", c_double),
        ("bytes_read_per_second", c_double),
        ("entries_acked_per_second", c_double),
        ("buffer_limit", c_uint64),
        ("room_waits", c_uint64),
        ("room_wait_us", c_int64),
        ("oldest_mark_age_us", c_int64),
        ("writes", c_uint64),
        ("write_failures", c_uint64),
        ("write_mean_us", c_int64),
        ("write_max_us", c_int64),
        ("endpoint", Text),
        ("spilled_bytes", c_uint64),
    ]


class Block(Structure):
    _fields_ = [
        ("size", c_uint64),
        ("first_entry", c_uint64),
        ("entry_count", c_uint64),
        ("entries", c_uint64),
        ("table_count", c_uint64),
        ("tables", c_uint64),
        ("texts", c_uint64),
        ("texts_size", c_uint64),
        ("statement_table_count", c_uint64),
        ("statement_tables", c_uint64),
    ]


class ArrowOptions(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("images", c_int32),
        ("decimal256", c_int32),
        ("reserved", c_int32),
        ("table", c_char_p),
        ("prefix", c_char_p),
        ("max_rows", c_uint64),
        ("max_bytes", c_uint64),
    ]


class ArrowArrayStream(Structure):
    _fields_ = [
        ("get_schema", c_void_p),
        ("get_next", c_void_p),
        ("get_last_error", c_void_p),
        ("release", CFUNCTYPE(None, c_void_p)),
        ("private_data", c_void_p),
    ]


# The records of a block, for struct.Struct; the fields are in the order of towpath.h.
BLOCK_ENTRY = "=BBBBIqQQIIIIIIIIIIQQIIII"
BLOCK_STATEMENT_TABLE = "=IIII"
BLOCK_TABLE = "=QQQQIIQQQQ"
BLOCK_SCHEMA = "=IIIIIIII"
BLOCK_COLUMN = "=BBBBiIIIIIIIII"
BLOCK_TEXT = "=II"
VALUE_SIZE = 16
NO_TABLE = 0xFFFFFFFF

LogCallback = CFUNCTYPE(None, c_void_p, c_int32, POINTER(c_char), c_size_t)
StatisticsCallback = CFUNCTYPE(None, c_void_p, POINTER(StreamInfo))

_handle = c_void_p
_out = POINTER(c_void_p)
_error = POINTER(c_void_p)

# name: (result, arguments)
FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "towpath_version": (c_int32, []),
    "towpath_version_string": (c_char_p, []),
    "towpath_status_name": (c_char_p, [c_int32]),
    "towpath_ddl_kind_name": (c_char_p, [c_int32]),
    "towpath_error_code": (c_int32, [_handle]),
    "towpath_error_message": (c_char_p, [_handle]),
    "towpath_error_free": (None, [_handle]),
    "towpath_buffer_free": (None, [POINTER(Buffer)]),
    "towpath_options_new": (_handle, []),
    "towpath_options_free": (None, [_handle]),
    "towpath_options_set": (c_int32, [_handle, c_char_p, c_char_p, _error]),
    "towpath_options_get": (c_int32, [_handle, c_char_p, POINTER(POINTER(Buffer)), _error]),
    "towpath_options_count": (c_size_t, []),
    "towpath_options_describe": (c_int32, [c_size_t, POINTER(Option), _error]),
    "towpath_log_set_callback": (c_int32, [_handle, LogCallback, c_void_p, _error]),
    "towpath_statistics_set_callback": (
        c_int32,
        [_handle, StatisticsCallback, c_void_p, _error],
    ),
    "towpath_position_parse": (c_int32, [c_char_p, POINTER(Position), _error]),
    "towpath_position_format": (
        c_int32,
        [POINTER(Position), POINTER(POINTER(Buffer)), _error],
    ),
    "towpath_position_compare": (
        c_int32,
        [POINTER(Position), POINTER(Position), POINTER(c_int32), _error],
    ),
    "towpath_preflight": (c_int32, [_handle, _out, _error]),
    "towpath_preflight_ready": (c_int32, [_handle]),
    "towpath_preflight_server": (Text, [_handle]),
    "towpath_preflight_count": (c_size_t, [_handle]),
    "towpath_preflight_finding": (c_int32, [_handle, c_size_t, POINTER(Finding), _error]),
    "towpath_preflight_free": (None, [_handle]),
    "towpath_stream_open": (c_int32, [_handle, _out, _error]),
    "towpath_stream_close": (c_int32, [_handle, _error]),
    "towpath_stream_free": (None, [_handle]),
    "towpath_stream_get_without_ack": (c_int32, [_handle, c_size_t, c_int64, _out, _error]),
    "towpath_stream_get_outstanding": (c_int32, [_handle, c_int64, _out, _error]),
    "towpath_stream_ack": (c_int32, [_handle, c_int64, _error]),
    "towpath_stream_ack_through": (c_int32, [_handle, c_int64, _error]),
    "towpath_stream_rollback": (c_int32, [_handle, _error]),
    "towpath_stream_rollback_to": (c_int32, [_handle, c_int64, _error]),
    "towpath_stream_mark_processed": (c_int32, [_handle, POINTER(Position), _error]),
    "towpath_stream_status": (c_int32, [_handle, POINTER(POINTER(StreamInfo)), _error]),
    "towpath_stream_info_free": (None, [POINTER(StreamInfo)]),
    "towpath_stream_info_encode": (
        c_int32,
        [POINTER(StreamInfo), c_char_p, POINTER(POINTER(Buffer)), _error],
    ),
    "towpath_batch_mark": (c_int64, [_handle]),
    "towpath_batch_size": (c_size_t, [_handle]),
    "towpath_batch_free": (None, [_handle]),
    "towpath_batch_entry": (_handle, [_handle, c_size_t]),
    "towpath_batch_encode": (c_int32, [_handle, c_char_p, POINTER(POINTER(Buffer)), _error]),
    "towpath_entry_encode": (c_int32, [_handle, c_char_p, POINTER(POINTER(Buffer)), _error]),
    "towpath_batch_decode": (
        c_int32,
        [_handle, c_size_t, c_size_t, POINTER(POINTER(Block)), _error],
    ),
    "towpath_block_free": (None, [POINTER(Block)]),
    "towpath_batch_to_arrow": (c_int32, [_handle, POINTER(ArrowOptions), _out, _error]),
    "towpath_arrow_builder_new": (c_int32, [POINTER(ArrowOptions), _out, _error]),
    "towpath_arrow_builder_add": (c_int32, [_handle, _handle, _error]),
    "towpath_arrow_builder_take": (c_int32, [_handle, c_int32, _out, _error]),
    "towpath_arrow_builder_rows": (c_uint64, [_handle]),
    "towpath_arrow_builder_bytes": (c_uint64, [_handle]),
    "towpath_arrow_builder_free": (None, [_handle]),
    "towpath_arrow_table_database": (Text, [_handle]),
    "towpath_arrow_table_name": (Text, [_handle]),
    "towpath_arrow_table_rows": (c_uint64, [_handle]),
    "towpath_arrow_table_bytes": (c_uint64, [_handle]),
    "towpath_arrow_table_record_batches": (c_uint64, [_handle]),
    "towpath_arrow_table_export": (c_int32, [_handle, POINTER(ArrowArrayStream), _error]),
    "towpath_arrow_table_free": (None, [_handle]),
}


def _load() -> ctypes.CDLL:
    """The shared library: TOWPATH_LIBRARY, else the one in this package, else the system's."""
    chosen = os.environ.get("TOWPATH_LIBRARY")
    beside = pathlib.Path(__file__).with_name(SONAME)
    path = chosen or (str(beside) if beside.exists() else SONAME)
    try:
        library = ctypes.CDLL(path)
    except OSError as e:
        raise ImportError(
            f"towpath: can not load {path}: {e}. Install the package with pip, which builds the "
            f"library, or set TOWPATH_LIBRARY to a {SONAME}"
        ) from e
    for name, (result, arguments) in FUNCTIONS.items():
        try:
            function = getattr(library, name)
        except AttributeError as e:
            raise ImportError(f"towpath: {path} has no {name}; it is of another version") from e
        function.restype = result
        function.argtypes = arguments
    version = library.towpath_version()
    if version // 100 != VERSION // 100:
        raise ImportError(
            f"towpath: {path} is version {library.towpath_version_string().decode()}, "
            f"expected {VERSION // 10000}.{VERSION // 100 % 100}"
        )
    return library


lib = _load()


def take_text(buffer: Any) -> str:
    """The text of a Buffer pointer, which is freed."""
    try:
        return ctypes.string_at(buffer.contents.data, buffer.contents.size).decode(
            "utf-8", "replace"
        )
    finally:
        lib.towpath_buffer_free(buffer)


__all__ = [
    "ArrowArrayStream",
    "ArrowOptions",
    "Block",
    "Buffer",
    "Finding",
    "LogCallback",
    "Option",
    "Position",
    "StatisticsCallback",
    "StreamInfo",
    "Text",
    "byref",
    "lib",
    "take_text",
]
