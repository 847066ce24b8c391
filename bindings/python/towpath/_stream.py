"""Streams, batches and entries."""

from __future__ import annotations

import atexit
import ctypes
import datetime as dt
import enum
import logging
import time
import weakref
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple, SupportsIndex, overload

from . import _abi, _arrow, _values
from ._arrow import ArrowImages
from ._handle import Handle
from ._options import make_options
from ._position import Position, from_c
from ._status import StatisticsCallback, StatisticsFunction, StreamStatus, status_of
from ._values import Absent, Block, Table, TableName
from .errors import ClosedError, EndError, call

# A blocking call waits in slices of this many milliseconds, so that Ctrl-C is heard.
_SLICE_MS = 100
# A block of decoded rows grows to about this many bytes before the next one begins.
_BLOCK_BYTES = 16 << 20

LogFunction = Callable[["LogLevel", str], None]
Value = Any
"""int, float, Decimal, str, bytes, date, datetime, timedelta, frozenset, JSON, JsonDiff, None or
ABSENT."""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)


class LogLevel(enum.IntEnum):
    """Weight of a log line; the numbers are those of towpath.h."""

    DEBUG = 0
    INFO = 1
    WARNING = 2
    ERROR = 3


class EntryKind(str, enum.Enum):
    """What an entry is. Each equals its name: `entry.kind == "insert"`."""

    BEGIN = "begin"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    DDL = "ddl"
    COMMIT = "commit"
    HEARTBEAT = "heartbeat"
    #: Rows changed and were logged as a statement; only with source.statements=deliver.
    STATEMENT = "statement"

    def __str__(self) -> str:
        return self.value


class DdlKind(str, enum.Enum):
    """What a DDL statement does. Each equals its name: `entry.ddl_kind == "alter_table"`."""

    #: None of these, or it could not be read.
    OTHER = "other"
    CREATE_TABLE = "create_table"
    ALTER_TABLE = "alter_table"
    DROP_TABLE = "drop_table"
    RENAME_TABLE = "rename_table"
    TRUNCATE_TABLE = "truncate_table"
    CREATE_DATABASE = "create_database"
    ALTER_DATABASE = "alter_database"
    DROP_DATABASE = "drop_database"
    CREATE_INDEX = "create_index"
    DROP_INDEX = "drop_index"
    CREATE_VIEW = "create_view"
    ALTER_VIEW = "alter_view"
    DROP_VIEW = "drop_view"
    CREATE_TRIGGER = "create_trigger"
    DROP_TRIGGER = "drop_trigger"
    CREATE_PROCEDURE = "create_procedure"
    ALTER_PROCEDURE = "alter_procedure"
    DROP_PROCEDURE = "drop_procedure"
    CREATE_FUNCTION = "create_function"
    ALTER_FUNCTION = "alter_function"
    DROP_FUNCTION = "drop_function"
    CREATE_EVENT = "create_event"
    ALTER_EVENT = "alter_event"
    DROP_EVENT = "drop_event"
    CREATE_SEQUENCE = "create_sequence"
    ALTER_SEQUENCE = "alter_sequence"
    DROP_SEQUENCE = "drop_sequence"
    #: Users, roles, privileges, passwords.
    ACCOUNT = "account"
    #: Tablespaces, log file groups.
    TABLESPACE = "tablespace"
    #: ANALYZE, OPTIMIZE, REPAIR, CHECK TABLE; FLUSH.
    MAINTENANCE = "maintenance"
    #: ROLLBACK, ROLLBACK TO, XA PREPARE, XA COMMIT, XA ROLLBACK.
    TRANSACTION = "transaction"

    def __str__(self) -> str:
        return self.value


# By the numbers of towpath.h.
_KINDS = dict(enumerate(EntryKind, start=1))
_DDL_KINDS = tuple(DdlKind)
# images, table, first_image and row_count of a block's entry.
_IMAGES = itemgetter(2, 4, 18, 19)


class Row(NamedTuple):
    """One changed row; values by column name. Columns that the server left out are not there."""

    before: dict[str, Value] | None
    """None for inserts."""
    after: dict[str, Value] | None
    """None for deletes."""


class Entry:
    """One unit of the stream: transaction begin or commit, rows change, DDL, heartbeat."""

    __slots__ = ("_block", "_fields", "_batch", "_index")

    def __init__(
        self, batch: Batch, index: int, block: Block, fields: tuple[int, ...]
    ) -> None:
        self._batch = batch
        self._index = index
        self._block = block
        self._fields = fields

    @property
    def kind(self) -> EntryKind:
        return _KINDS[self._fields[0]]

    @property
    def duplicate(self) -> bool:
        """At or before the stream's processed position: seen before a rollback or restart."""
        return self._fields[1] != 0

    @property
    def position(self) -> Position:
        f = self._fields
        text = self._block.text
        return Position(text(f[10], f[11]), f[6], f[8], f[7], text(f[12], f[13]))

    @property
    def gtid(self) -> str:
        """Of its transaction; "" when anonymous."""
        return self._block.text(self._fields[12], self._fields[13])

    @property
    def timestamp_us(self) -> int:
        """The server's clock, microseconds since 1970-01-01 UTC."""
        return self._fields[5]

    @property
    def timestamp(self) -> dt.datetime:
        """The server's clock, in UTC."""
        return _EPOCH + dt.timedelta(microseconds=self._fields[5])

    @property
    def server_id(self) -> int:
        """Of the server that ran the transaction first."""
        return self._fields[9]

    @property
    def database(self) -> str:
        """Rows: the table's. DDL, statement: the session's default, may be empty."""
        return self._block.text(self._fields[14], self._fields[15])

    @property
    def sql(self) -> str:
        """DDL, statement: its text. Where sql_valid is False, bytes that are no text are
        surrogates: encode("utf-8", "surrogateescape") gives what was logged."""
        return self._block.text(self._fields[16], self._fields[17])

    @property
    def sql_valid(self) -> bool:
        """False: some bytes of the statement are no text in the session's character set."""
        return self._fields[22] != 0

    @property
    def ddl_kind(self) -> DdlKind:
        """DDL: what it does. OTHER for other kinds of entries."""
        return _DDL_KINDS[self._fields[3]]

    @property
    def statement_tables(self) -> tuple[TableName, ...]:
        """DDL: the tables, views or sequences that it names to create, change or drop them, in the
        order of its text: old and new name of each that is renamed; of a trigger or an index, its
        table; of CREATE TABLE ... LIKE, the new one and then its model. Statement: its table, where
        the text plainly names one. Else empty."""
        return self._block.statement_tables(self._fields[20], self._fields[21])

    @property
    def table(self) -> Table | None:
        """Rows: the table. Else None."""
        index = self._fields[4]
        return None if index == _abi.NO_TABLE else self._block.table(index)

    @property
    def row_count(self) -> int:
        return self._fields[19]

    @property
    def before(self) -> list[tuple[Value, ...]]:
        """The rows before an update or delete, values in column order; else empty."""
        return self._images(0) if self._fields[0] in (3, 4) else []

    @property
    def after(self) -> list[tuple[Value, ...]]:
        """The rows after an insert or update, values in column order; else empty."""
        return self._images(self._fields[2] - 1) if self._fields[0] in (2, 3) else []

    @property
    def rows(self) -> list[Row]:
        """The changed rows as dictionaries by column name."""
        table = self.table
        if table is None:
            return []
        names = table.column_names
        befores: list[Any] = [_named(names, values) for values in self.before]
        afters: list[Any] = [_named(names, values) for values in self.after]
        nothing = [None] * self.row_count
        return list(map(Row, befores or nothing, afters or nothing))

    def to_json(self) -> str:
        """The entry as one line of JSON, as `towpath tail --format json` prints it."""
        return self._batch._entry_json(self._index)

    def _images(self, which: int) -> list[tuple[Value, ...]]:
        images, table, first, count = _IMAGES(self._fields)
        return self._block.images(table)[first + which : first + images * count : images]

    def __repr__(self) -> str:
        what = f" {self.table}" if self.table is not None else ""
        return f"<towpath.Entry {self.kind}{what} at {self.position}>"


def _named(names: tuple[str, ...], values: tuple[Value, ...]) -> dict[str, Value]:
    if Absent.ABSENT in values:
        return {n: v for n, v in zip(names, values) if v is not Absent.ABSENT}
    return dict(zip(names, values))


class Batch:
    """Entries handed out by one get, in binlog order. Stays valid when the stream is closed."""

    def __init__(self, stream: Stream, handle: Handle) -> None:
        self._stream = stream
        self._handle = handle
        self.mark: int = _abi.lib.towpath_batch_mark(handle.pointer)
        """The number that acknowledges it; -1: nothing to acknowledge."""
        self._size: int = _abi.lib.towpath_batch_size(handle.pointer)
        self._block: Block | None = None  # the last one used

    def ack(self) -> None:
        """Acknowledges the batch: its entries do not come again. The oldest one comes first."""
        if self.mark != -1:
            self._stream.ack(self.mark)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Entry]:
        index = 0
        for block in self._blocks():
            for fields in block.entries:
                yield Entry(self, index, block, fields)
                index += 1

    @overload
    def __getitem__(self, index: SupportsIndex) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._size))]
        at = index.__index__()
        if at < 0:
            at += self._size
        if not 0 <= at < self._size:
            raise IndexError(f"entry {index} of a batch of {self._size}")
        block = self._block
        if block is None or not 0 <= at - block.first_entry < len(block.entries):
            block = self._block = next(self._decode(at))
        return Entry(self, at, block, block.entries[at - block.first_entry])

    def to_json(self) -> str:
        """The entries as lines of JSON, as `towpath tail --format json` prints them."""
        buffer = ctypes.POINTER(_abi.Buffer)()
        call("towpath_batch_encode", self._handle.pointer, b"json", ctypes.byref(buffer))
        return _abi.take_text(buffer)

    def to_arrow(
        self,
        table: str | None = None,
        *,
        images: ArrowImages = "latest",
        prefix: str = "_",
        decimal256: bool = False,
    ) -> Any:
        """The changed rows of a table, "database.table", as a pyarrow.Table; without pyarrow as an
        ArrowTable, which polars, DuckDB and others read as it is. None when there is none.

        A row for each changed one: the columns of the table as it is after the change (deleted: as
        it was), then "_op", "_timestamp", "_file", "_offset" and others: docs/arrow.md. The keywords
        are those of ArrowBuilder, which gathers rows over many batches, of many tables, and
        across changes of their definition; here these are errors (InvalidArgumentError when no table
        is named, SchemaMismatchError).
        """
        return _arrow.of_batch(self._handle.pointer, table, images, prefix, decimal256)

    def _entry_json(self, index: int) -> str:
        entry = _abi.lib.towpath_batch_entry(self._handle.pointer, index)
        buffer = ctypes.POINTER(_abi.Buffer)()
        call("towpath_entry_encode", entry, b"json", ctypes.byref(buffer))
        return _abi.take_text(buffer).rstrip("\n")

    def _decode(self, first: int) -> Iterator[Block]:
        return _values.decode(self._handle.pointer, self._size, first, _BLOCK_BYTES)

    def _blocks(self) -> Iterator[Block]:
        first = 0
        if self._block is not None and self._block.first_entry == 0:
            yield self._block
            first = len(self._block.entries)
        for block in self._decode(first):
            if block.first_entry == 0:
                self._block = block
            yield block

    def __repr__(self) -> str:
        return f"<towpath.Batch mark {self.mark}, {self._size} entries>"


_open_streams: weakref.WeakSet[Stream] = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """A reader thread must not log into an interpreter that is going away."""
    for stream in list(_open_streams):
        try:
            stream.close()
        except Exception:  # noqa: BLE001 - nobody is left to tell
            logging.getLogger("towpath").debug("closing a stream at exit", exc_info=True)


class Stream:
    """A named, durable subscription to one server's changes. Made by open().

    Every method may be called from any thread; get on one thread and ack on another is the usual
    shape.
    """

    def __init__(
        self,
        options: Mapping[str, object],
        log: LogFunction | logging.Logger | None,
        statistics: StatisticsFunction | None,
        batch_size: int,
    ) -> None:
        self._batch_size = batch_size
        handle = make_options(options)
        self._callback = None if log is None else _abi.LogCallback(_log_function(log))
        if self._callback is not None:
            call("towpath_log_set_callback", handle.pointer, self._callback, None)
        told = None if statistics is None else StatisticsCallback(statistics, _error_function(log))
        if told is not None:
            call("towpath_statistics_set_callback", handle.pointer, told.c, None)
        self._handle = _StreamHandle(self._callback, told)
        call("towpath_stream_open", handle.pointer, ctypes.byref(self._handle.pointer))
        _open_streams.add(self)

    def get_without_ack(
        self, max_entries: int | None = None, timeout: float | None = None
    ) -> Batch:
        """The next entries, to be acknowledged later with ack().

        Returns as soon as there is at least one entry, with at most `max_entries`. `timeout` in
        seconds: 0 returns at once, None waits without limit. Nothing came: an empty batch.
        EndError: the source has an end and everything was handed out.
        """
        most = self._batch_size if max_entries is None else max_entries
        if most < 1:
            raise ValueError(f"max_entries is {most}, expected at least 1")
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            wait = _SLICE_MS
            if deadline is not None:
                wait = max(0, min(wait, round((deadline - time.monotonic()) * 1000)))
            batch = self._get_once(most, wait)
            if len(batch) or batch.mark != -1:
                return batch
            if deadline is not None and time.monotonic() >= deadline:
                return batch

    def get(self, max_entries: int | None = None, timeout: float | None = None) -> Batch:
        """The next entries, acknowledged before this returns."""
        batch = self.get_without_ack(max_entries, timeout)
        batch.ack()
        return batch

    def get_outstanding(self, mark: int) -> Batch:
        """A batch that was handed out and not acknowledged, again."""
        batch = Handle("towpath_batch_free")
        call(
            "towpath_stream_get_outstanding",
            self._handle.pointer,
            mark,
            ctypes.byref(batch.pointer),
        )
        return Batch(self, batch)

    def ack(self, mark: int) -> None:
        """Acknowledges the oldest outstanding batch. OutOfOrderError names that one.

        StoreError: not made durable; nothing changed, and it may be tried again.
        """
        call("towpath_stream_ack", self._handle.pointer, mark)

    def ack_through(self, mark: int) -> None:
        """Acknowledges every outstanding batch up to and including `mark`."""
        call("towpath_stream_ack_through", self._handle.pointer, mark)

    def rollback(self, mark: int | None = None) -> None:
        """Drops all outstanding batches, or `mark` and the ones after it: they come again."""
        if mark is None:
            call("towpath_stream_rollback", self._handle.pointer)
        else:
            call("towpath_stream_rollback_to", self._handle.pointer, mark)

    def mark_processed(self, position: Position) -> None:
        """Remembers durably that everything up to `position` was processed (dedup.mode)."""
        call(
            "towpath_stream_mark_processed",
            self._handle.pointer,
            ctypes.byref(position._to_c()),
        )

    def status(self) -> StreamStatus:
        pointer = ctypes.POINTER(_abi.StreamInfo)()
        call("towpath_stream_status", self._handle.pointer, ctypes.byref(pointer))
        try:
            return status_of(pointer)
        finally:
            _abi.lib.towpath_stream_info_free(pointer)

    def close(self) -> None:
        """Stops reading and makes waiting calls raise ClosedError. Again: does nothing."""
        _open_streams.discard(self)
        call("towpath_stream_close", self._handle.pointer)

    def __iter__(self) -> Iterator[Batch]:
        """Batches, each to be acknowledged, until the source ends or the stream is closed."""
        while True:
            try:
                yield self.get_without_ack()
            except (EndError, ClosedError):
                return

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _get_once(self, most: int, wait_ms: int) -> Batch:
        batch = Handle("towpath_batch_free")
        try:
            call(
                "towpath_stream_get_without_ack",
                self._handle.pointer,
                most,
                wait_ms,
                ctypes.byref(batch.pointer),
            )
            return Batch(self, batch)
        except KeyboardInterrupt:
            # Came between the call and the caller, who will never see this batch: give it back.
            mark = _abi.lib.towpath_batch_mark(batch.pointer)
            if mark != -1:
                self.rollback(mark)
            raise


class _StreamHandle(Handle):
    """Keeps the callbacks alive as long as the stream's threads may call them."""

    def __init__(self, *callbacks: object) -> None:
        super().__init__("towpath_stream_free")
        self.callbacks = callbacks

    def __del__(self) -> None:
        StatisticsCallback.outlives(self.callbacks)
        super().__del__()


def _log_function(log: LogFunction | logging.Logger) -> Callable[..., None]:
    levels = {
        LogLevel.DEBUG: logging.DEBUG,
        LogLevel.INFO: logging.INFO,
        LogLevel.WARNING: logging.WARNING,
        LogLevel.ERROR: logging.ERROR,
    }

    def receive(_: object, level: int, message: Any, size: int) -> None:
        text = ctypes.string_at(message, size).decode("utf-8", "replace")
        if isinstance(log, logging.Logger):
            log.log(levels[LogLevel(level)], "%s", text)
        else:
            log(LogLevel(level), text)

    return receive


def _error_function(log: LogFunction | logging.Logger | None) -> Callable[[str], None]:
    if log is None:
        return logging.getLogger("towpath").error
    if isinstance(log, logging.Logger):
        return log.error
    return lambda text: log(LogLevel.ERROR, text)


def open(  # noqa: A001 - reads as towpath.open
    url: str,
    stream: str,
    *,
    batch_size: int = 1000,
    log: LogFunction | logging.Logger | None = None,
    statistics: StatisticsFunction | None = None,
    **options: object,
) -> Stream:
    """Opens a stream: `towpath.open("mysql://user:password@host/", stream="orders")`.

    Options are keywords with '_' for '.': source_server_id=7 is source.server_id (see options()).
    The first time the stream begins at source_start, later behind what was acknowledged.
    `batch_size`: the most entries of a batch when get and iteration are not told otherwise.
    `log`: a logging.Logger, or a function of LogLevel and text, called from threads of the stream;
    it must not call the stream.
    `statistics`: a function of StreamStatus, called each stats_interval_ms on a thread of the
    stream's own; it may call the stream, and close it. What it raises is logged as an error: to
    `log`, or to the logger "towpath".
    """
    return Stream(
        {"source_url": url, "stream_name": stream, **options}, log, statistics, batch_size
    )
