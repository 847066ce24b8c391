"""The status of a stream, and the callback that gets it."""

from __future__ import annotations

import ctypes
import enum
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any

from . import _abi
from ._position import Position, from_c
from .errors import Code, call


class StreamState(enum.IntEnum):
    """What a stream does; the numbers are those of towpath.h."""

    CONNECTING = 0
    RUNNING = 1
    ENDED = 2
    FAILED = 3
    CLOSED = 4


@dataclass(frozen=True)
class StreamStatus:
    """A stream at one moment.

    Times end in _us and are microseconds; a moment is since 1970-01-01 UTC by this machine's clock,
    0 when there was none. docs/observability.md has more on each.
    """

    state: StreamState
    error_code: Code | int
    error_message: str
    get_position: Position | None
    """Of the last entry handed out."""
    ack_position: Position | None
    """Of the last entry acknowledged."""
    processed: Position | None
    """Of the last entry marked as processed."""
    read_position: Position | None
    """Of the last entry read from the source."""
    gtid_set: str
    """Transactions acknowledged, where the server has GTIDs."""
    next_mark: int
    oldest_mark: int
    """The mark that ack expects; -1 when none is outstanding."""
    outstanding: int
    """Batches handed out and not acknowledged."""
    buffered_entries: int
    buffered_bytes: int
    reconnects: int

    time_us: int
    """When this was told."""
    opened_us: int
    state_age_us: int
    """How long the stream has been in `state`."""
    error_us: int
    """When the error happened."""
    reconnected_us: int
    """The last reconnect that succeeded."""
    last_received_us: int
    """When something, a heartbeat too, was last read from the source."""
    endpoint: str
    """The server that is read, or was last: host:port, a socket, a file."""

    source_position: Position | None
    """Behind the last event read: moves on also while everything is filtered out."""
    resume_position: Position | None
    """Where the stream would begin if it were opened again now: on disk."""
    end_position: Position | None
    """Where the server's binlog ended at end_known_us, or source_position if that is further."""
    end_known_us: int
    """When the server last told."""

    lag_us: int
    """Age of the oldest entry read and not acknowledged; read_lag_us when there is none. -1: not
    known."""
    read_lag_us: int
    """0 at the server's end; else age of the last event read, or time since the stream was last at
    the end if that is less. -1: not known."""
    lag_bytes: int
    """Binlog from what is acknowledged to end_position; -1: not known."""
    read_lag_bytes: int
    """Binlog from source_position to end_position; -1: not known."""
    last_event_us: int
    """When the last event read was made, by the server's clock."""
    clock_offset_us: int
    """The server's clock minus this machine's."""
    at_end: bool
    """Connected, and nothing is known to be unread."""

    events_read: int
    """Events of the binlog, heartbeats and what is filtered out included."""
    bytes_read: int
    transactions_read: int
    """Complete ones, those without an entry included."""
    entries_read: int
    """Entries that are for this stream."""
    events_filtered: int
    """Rows events of tables that are not."""
    events_ignored: int
    """Events of a kind not known, that the server marks as ignorable."""
    batches_delivered: int
    entries_delivered: int
    """Again after a rollback, too."""
    entries_acked: int
    duplicates: int
    """Entries found to be replays by a get: flagged or left out."""
    rollbacks: int

    entries_read_per_second: float
    """This and the next two are means over the last ten seconds."""
    bytes_read_per_second: float
    entries_acked_per_second: float

    buffer_limit: int
    """Option buffer.bytes."""
    waiting_for_room: bool
    """The reader waits until something is acknowledged."""
    room_waits: int
    """How often it did."""
    room_wait_us: int
    """And how long in total."""
    spilled_bytes: int
    """In files instead of memory: option buffer.spill_bytes."""
    oldest_mark_age_us: int
    """Since the batch oldest_mark was handed out; -1: there is none."""

    writes: int
    """Durable writes that succeeded, most of them acks."""
    write_failures: int
    write_mean_us: int
    write_max_us: int

    json: str = field(repr=False)
    """All of it as one JSON object."""


StatisticsFunction = Callable[[StreamStatus], object]

# What is made of a field of towpath_stream_info; all others are as they are there.
_CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "state": StreamState,
    "error_code": lambda code: Code(code) if code in Code._value2member_map_ else code,
    "error_message": str,
    "gtid_set": str,
    "endpoint": str,
    "at_end": bool,
    "waiting_for_room": bool,
}


def _json_of(info: Any) -> str:
    out = ctypes.POINTER(_abi.Buffer)()
    call("towpath_stream_info_encode", info, b"json", ctypes.byref(out))
    return _abi.take_text(out)


def status_of(info: Any) -> StreamStatus:
    """From a pointer to a towpath_stream_info."""
    values: dict[str, Any] = {"json": _json_of(info)}
    for name in (f.name for f in fields(StreamStatus) if f.name != "json"):
        value = getattr(info.contents, name)
        if isinstance(value, ctypes.POINTER(_abi.Position)):
            values[name] = from_c(value.contents)
        else:
            values[name] = _CONVERSIONS.get(name, lambda v: v)(value)
    return StreamStatus(**values)


class StatisticsCallback:
    """What the library calls with the statistics of a stream."""

    _here = threading.local()
    _kept: list[object] = []

    def __init__(self, function: StatisticsFunction, tell: Callable[[str], None]) -> None:
        """`tell` hears of what the function raises."""

        def receive(_: object, info: Any) -> None:
            StatisticsCallback._here.running = True
            try:
                function(status_of(info))
            except BaseException as e:  # noqa: BLE001 - the caller is C
                tell(f"the statistics function raised {type(e).__name__}: {e}")
                logging.getLogger("towpath").debug("statistics", exc_info=True)
            finally:
                StatisticsCallback._here.running = False

        self.c = _abi.StatisticsCallback(receive)

    @staticmethod
    def outlives(callback: object) -> None:
        """A stream is freed; in a callback of its own, the code that returns to C must stay."""
        if getattr(StatisticsCallback._here, "running", False):
            StatisticsCallback._kept.append(callback)
